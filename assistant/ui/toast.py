"""A passing message over a page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from assistant.ui.plain_label import PlainLabel
from assistant.ui.theme import SIZE, SPACE
from assistant.ui.widgets import Offer

_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class Toast(QFrame):
    """A short message at the bottom of its parent that leaves by itself, with one action such as Undo."""

    def __init__(self, parent: QWidget) -> None:
        """Hidden until `show_message`. It stands in the middle of `over`, and above the foot given to `stand_on`."""
        super().__init__(parent)
        self.over: QWidget = parent
        self._foot: QWidget | None = None
        self.setProperty("role", "toast")
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.l, SPACE.s, SPACE.s, SPACE.s)
        row.setSpacing(SPACE.m)
        self._label = PlainLabel(lines=3)
        self._button = Offer()
        row.addWidget(self._label, 1)
        row.addWidget(self._button)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def show_message(
        self, text: str, *, action: str = "", on_action: Callable[[], None] | None = None, timeout_ms: int = 5000
    ) -> None:
        """Show `text` for a while; pressing the button called `action` runs `on_action` and ends the message."""
        self._label.setText(text)
        self.setAccessibleName(text)
        self._button.offer(action, partial(self._finish, on_action))
        self._timer.start(timeout_ms)
        self.place()
        self.show()
        self.raise_()

    def text(self) -> str:
        """The words shown."""
        return self._label.text()

    def stand_on(self, foot: QWidget | None) -> None:
        """Do not cover `foot`, nor what comes into its place."""
        self._foot = foot
        if foot is not None:
            foot.installEventFilter(self)
        self.place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the foot."""
        if watched is self._foot and event.type() in _MOVES:
            self.place()
        return False

    def place(self) -> None:
        """Stand centred near the bottom, no wider than the words need; call it when the parent was resized."""
        parent = self.parentWidget() or self.over
        foot, bottom, middle = self._foot, parent.height() - SPACE.xl, self.over
        if foot is not None and parent.isAncestorOf(foot) and foot.isVisibleTo(parent):
            bottom = foot.mapTo(parent, QPoint(0, 0)).y() - SPACE.s
            middle = foot if 2 * foot.width() > self.over.width() else self.over  # beside it is something else
        left, room = middle.mapTo(parent, QPoint(0, 0)).x(), middle.width()
        self.fit(room - 2 * SPACE.l)
        self.move(left + (room - self.width()) // 2, bottom - self.height())

    def fit(self, room: int) -> None:
        """Be as wide as the words need, `room` at most, and as high as they are then."""
        width = min(SIZE.toast_width, self._row.sizeHint().width() + SPACE.s, room)
        self.setFixedWidth(max(width, SPACE.xxl))
        self.resize(self.width(), max(self._row.heightForWidth(self.width()), self._row.sizeHint().height()))

    def _finish(self, act: Callable[[], None] | None) -> None:
        self.hide()
        if act is not None:
            act()
