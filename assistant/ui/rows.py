"""Rows that are reached with the arrow keys, each with its own few keys: the lists of the rail and of Today.

A row takes the focus as a whole; its buttons are also reached with Tab. The column moves the focus between rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from assistant.ui import shortcuts
from assistant.ui.theme import SPACE, colour


class Row(QFrame):
    """A row with keys of its own. `activated` is Enter or a click; `moved` -1 or +1 for the arrow keys."""

    activated = Signal()
    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """A focusable, empty row."""
        super().__init__(parent)
        self.setProperty("role", "row")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._keys: dict[str, Callable[[], None]] = {}

    def on_key(self, keys: shortcuts.Keys, act: Callable[[], None]) -> None:
        """Have `act` called when one of `keys` is pressed on this row."""
        self._keys |= dict.fromkeys(keys.keys, act)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys move, Enter opens, the row's own keys act."""
        step, key = shortcuts.MOVE.place(event), shortcuts.pressed(event)
        if step is not None:
            self.moved.emit(1 if step else -1)
        elif shortcuts.OPEN.is_pressed(event):
            self.activated.emit()
        elif key in self._keys:
            self._keys[key]()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on the row opens it."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.activated.emit()


def move_focus(rows: Sequence[Row], current: Row, step: int, area: QScrollArea | None = None) -> None:
    """Focus the row `step` further, if there is one, and bring it into view."""
    shown = [row for row in rows if not row.isHidden()]
    if current not in shown:
        return
    target = shown.index(current) + step
    if 0 <= target < len(shown):
        shown[target].setFocus(Qt.FocusReason.OtherFocusReason)
        if area is not None:
            area.ensureWidgetVisible(shown[target], SPACE.s, SPACE.s)


class ShareBar(QWidget):
    """A thin bar filled to a share (0 to 1) of its width; what it says stands in its accessible name."""

    def __init__(self, parent: QWidget | None = None, *, tone: str = "accent") -> None:
        """Empty; `tone` is a field of `Colours`."""
        super().__init__(parent)
        self._share = 0.0
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def share(self) -> float:
        """How full it is."""
        return self._share

    def set_share(self, share: float, name: str) -> None:
        """Fill it to `share` and call it `name`."""
        self._share = min(1.0, max(0.0, share))
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """As thin as half a small space."""
        return QSize(SPACE.xxl, SPACE.xs)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the track and the filled part."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        radius = whole.height() / 2
        painter.setBrush(colour("border"))
        painter.drawRoundedRect(whole, radius, radius)
        if self._share > 0:
            filled = QRectF(whole)
            filled.setWidth(max(whole.height(), whole.width() * self._share))
            if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                filled.moveRight(whole.right())
            painter.setBrush(colour(self._tone))
            painter.drawRoundedRect(filled, radius, radius)
        painter.end()
