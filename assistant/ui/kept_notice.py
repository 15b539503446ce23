"""The word "Kept" over whatever program is in front, with Undo for five seconds. It never takes the focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistant.ui.theme import SPACE
from assistant.ui.toast import Toast
from assistant.ui.window_shape import round_corners

UNDO_MS = 5_000


class KeptNotice(QWidget):
    """A small window of its own that holds one toast."""

    def __init__(self) -> None:
        """Hidden until something was kept."""
        super().__init__(
            None,
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
            | Qt.WindowType.X11BypassWindowManagerHint,  # no entry in the task bar, no place in Alt+Tab
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle("Sidemind")
        self.toast = Toast(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.toast)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)

    def show_kept(self, text: str, action: str, on_action: Callable[[], None] | None, at: QPoint) -> None:
        """Say `text` at this place of the screen (top, centre) for as long as Undo is offered."""

        def act() -> None:
            self.hide()
            if on_action is not None:
                on_action()

        self.toast.show_message(text, action=action, on_action=act, timeout_ms=UNDO_MS + 200)
        self.setAccessibleName(text)
        screen = QGuiApplication.screenAt(at) or QGuiApplication.primaryScreen()
        self.toast.fit(screen.availableGeometry().width() - 2 * SPACE.l)
        self.setFixedWidth(self.toast.width())
        self.adjustSize()
        left = at.x() - self.width() // 2
        self.move(max(screen.availableGeometry().left(), left), at.y())
        round_corners(self)
        self.show()
        self._timer.start(UNDO_MS)
