"""A column as wide as reads well in the middle of what there is, the same on every screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from assistant.ui.theme import HANG, SIZE, SPACE

_ROOMY_FROM = SIZE.toast_width  # a narrower one needs its margins for the words


class ReadingColumn(QWidget):
    """Put parts into `body`. It keeps its place when the scroll bar of the area around it comes or goes."""

    def __init__(
        self, *, top: int = 0, bottom: int = 0, side: int = SPACE.xl, hang: int = 0, parent: QWidget | None = None
    ) -> None:
        """Margins in pixels; `side` is the least at the left and at the right.

        With `hang` the body is wider by so much at both sides, for quiet buttons; all others are `inset`.
        """
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._area: QScrollArea | None = None
        self._top, self._bottom, self._side, self._hang = top, bottom, side, hang
        self.body = QVBoxLayout(self)
        self._place()

    @property
    def column_width(self) -> int:
        """How wide the parts are."""
        return max(SPACE.xxl, self._whole_width() - 2 * self._margin())

    def fill(self, area: QScrollArea) -> None:
        """Be what `area` scrolls, up and down alone."""
        self._area = area
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay in the middle."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        side = self._margin() - self._hang
        taken = max(0, self._whole_width() - self.width()) if self._area is not None else 0
        self.body.setContentsMargins(side, self._top, max(0, side - taken), self._bottom)

    def _margin(self) -> int:
        whole = self._whole_width()
        side = self._side if whole >= _ROOMY_FROM else self._side - SPACE.m
        return max(side, (whole - SIZE.page_width) // 2)

    def _whole_width(self) -> int:
        """With the scroll bar, if there is one."""
        return self.width() if self._area is None else self._area.contentsRect().width()


def inset(part: QWidget) -> QHBoxLayout:
    """A part whose edges are the column's, where quiet buttons beside it have theirs further out by `HANG`."""
    row = QHBoxLayout()
    row.setContentsMargins(HANG, 0, HANG, 0)
    row.addWidget(part)
    return row


def empty(layout: QLayout) -> None:
    """Take everything out of a layout and delete it."""
    while (entry := layout.takeAt(0)) is not None:
        inner, widget = entry.layout(), entry.widget()
        if inner is not None:
            empty(inner)
        if widget is not None:
            widget.hide()
            widget.deleteLater()
