"""A list and what was chosen from it: side by side, and one at a time where there is no room for both."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from assistant.ui.theme import SIZE

_BOTH_FROM = 2 * SIZE.rail_width


class TwoPanes(QSplitter):
    """`narrowed` tells whether only one of the two is shown at a time from now on."""

    narrowed = Signal(bool)

    def __init__(self, first: QWidget, second: QWidget, parent: QWidget | None = None, *, home: QWidget) -> None:
        """Both are shown, when there is room; `home` is the part of the first that the keyboard comes back to.

        A focus proxy of the first would say the same, but Tab would come back to it from behind the second for ever.
        """
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._first, self._second, self._home = first, second, home
        self._is_narrow = False
        self._is_opened = False
        self._has_second = True
        self.setChildrenCollapsible(False)
        self.setHandleWidth(0)  # the second has a border; it is moved there
        for place, pane in enumerate((first, second)):
            self.addWidget(pane)
            self.setStretchFactor(place, 1)

    def show_first(self) -> None:
        """Go back to the list, with the keyboard if it was in the other."""
        had_focus = self._second.isAncestorOf(self.focusWidget() or self)
        self._is_opened = False
        self._show()
        if self._is_narrow and had_focus:
            self._home.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_second(self) -> None:
        """Bring what was chosen into view, with the keyboard where the list goes."""
        self._is_opened = True
        self._show()
        if self._is_narrow:
            self._second.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_second(self, *, has_second: bool) -> None:
        """Whether there is anything to choose: an empty list has all the room."""
        self._has_second = has_second
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One or both."""
        super().resizeEvent(event)
        is_narrow = self.width() < _BOTH_FROM
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._show()
            self.narrowed.emit(is_narrow)

    def _show(self) -> None:
        is_second_alone = self._is_narrow and self._is_opened and self._has_second
        self._first.setHidden(is_second_alone)
        self._second.setVisible(self._has_second and (is_second_alone or not self._is_narrow))
