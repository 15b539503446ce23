"""A box that puts widgets side by side and starts a new line when one is full, as words in a paragraph.

A widget and not a `QLayout`: PySide6 6.12 takes one reference to None too many each time a layout written in Python
answers `itemAt` with None, which ends the process after a while (measured November 2026; `tests/ui` keeps count).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class FlowBox(QWidget):
    """Lines of widgets, each as wide as it wants to be but never wider than the line."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 0) -> None:
        """`spacing` stands between widgets and between lines."""
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._spacing = spacing
        self._widgets: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)  # Fixed would stop at one line
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """What it holds, in order."""
        return tuple(self._widgets)

    def add(self, widget: QWidget, place: int | None = None) -> None:
        """Put a widget at the end, or at a place. One that is hidden takes no room."""
        widget.setParent(self)
        self._widgets.insert(len(self._widgets) if place is None else place, widget)
        widget.show()
        self._place_again()

    def remove(self, widget: QWidget) -> None:
        """Let go of one widget."""
        self._widgets.remove(widget)
        widget.hide()
        widget.deleteLater()
        self._place_again()

    def clear(self) -> None:
        """Let go of all widgets."""
        for widget in self._widgets:
            widget.hide()
            widget.deleteLater()
        self._widgets = []
        self._place_again()

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at this width."""
        return self._place(width, is_trial=True)

    def sizeHint(self) -> QSize:
        """Everything on one line."""
        sizes = [widget.sizeHint() for widget in self._widgets if not widget.isHidden()]
        whole = sum(size.width() for size in sizes) + self._spacing * max(0, len(sizes) - 1)
        return QSize(whole, max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        """It can always be narrower; the lines get more."""
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._place(self.width(), is_trial=False)

    def event(self, event: QEvent) -> bool:
        """A widget inside wants another size."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._place_again()
        return super().event(event)

    def _place_again(self) -> None:
        self._place(max(1, self.width()), is_trial=False)
        self.updateGeometry()

    def _place(self, width: int, *, is_trial: bool) -> int:
        x = y = line = 0
        for widget in self._widgets:
            if widget.isHidden():
                continue
            size = widget.sizeHint().expandedTo(widget.minimumSize()).boundedTo(QSize(width, 1 << 20))
            if x > 0 and x + size.width() > width:
                x, y, line = 0, y + line + self._spacing, 0
            if not is_trial:
                widget.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self._spacing
            line = max(line, size.height())
        return y + line
