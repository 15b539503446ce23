"""The way to the four screens and to quick capture: icons and words, icons alone where the window is narrow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from assistant.ui.theme import SIZE, SPACE, set_role
from assistant.ui.widgets import IconButton, IconLabel, NavButton, PlainLabel, PrimaryButton


class Navigation(QFrame):
    """`page_asked` carries the name of a page, which is that of its icon too."""

    page_asked = Signal(str)
    capture_asked = Signal()
    keys_asked = Signal()

    def __init__(self, pages: Sequence[str]) -> None:
        """Without words before `set_words`."""
        super().__init__()
        self.setProperty("role", "navigation")
        self.buttons = {page: NavButton(page, "") for page in pages}
        self.capture = PrimaryButton("", "capture")
        self.keys = IconButton("keyboard", "")
        self._name = PlainLabel("Sidemind", role="heading")
        self._hint = PlainLabel(role="caption")
        self._words = ""
        self._is_narrow: bool | None = None
        self._column = QVBoxLayout(self)
        self._brand = QHBoxLayout()
        self._build()
        for page, button in self.buttons.items():
            button.clicked.connect(partial(self._ask, page))
        self.capture.clicked.connect(self.capture_asked)
        self.keys.clicked.connect(self.keys_asked)
        self.set_narrow(is_narrow=False)

    @property
    def hint(self) -> str:
        """The shortcut that opens quick capture; empty when none does."""
        return self._hint.text()

    def choose(self, page: str) -> None:
        """Mark the page in front."""
        self.buttons[page].setChecked(True)

    def set_hint(self, keys: str) -> None:
        """The shortcut that works, under the capture button."""
        self._hint.setText(keys)
        self._show_hint()

    def set_words(self, names: Mapping[str, tuple[str, str]], capture: tuple[str, str], keys: str) -> None:
        """`names` gives each page its name and its key, `capture` is a name and its explanation."""
        for page, (name, key) in names.items():
            self.buttons[page].set_text(name, key)
        self._words, explanation = capture
        self.capture.setText("" if self._is_narrow else self._words)
        self.capture.setAccessibleName(self._words)
        self.capture.setToolTip(explanation)
        self.keys.set_name(keys)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Icons alone, or icons and words."""
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        side = SPACE.s if is_narrow else SPACE.m
        self.setFixedWidth(SIZE.control + 2 * side if is_narrow else SIZE.navigation)
        self._column.setContentsMargins(side, SPACE.l, side, SPACE.l)
        self._brand.setDirection(QHBoxLayout.Direction.TopToBottom if is_narrow else QHBoxLayout.Direction.LeftToRight)
        self._brand.setContentsMargins(0 if is_narrow else SPACE.s, 0, 0, 0)
        self._name.setHidden(is_narrow)
        for button in self.buttons.values():
            button.set_narrow(is_narrow=is_narrow)
        self.capture.setText("" if is_narrow else self._words)
        set_role(self.capture, form="narrow" if is_narrow else "")
        self._show_hint()

    def _show_hint(self) -> None:
        self._hint.setVisible(bool(self._hint.text()) and not self._is_narrow)

    def _ask(self, page: str, _: bool = False) -> None:
        self.page_asked.emit(page)

    def _build(self) -> None:
        self._column.setSpacing(SPACE.xs)
        self._brand.setSpacing(SPACE.s)
        self._brand.addWidget(IconLabel("sidemind", width=SPACE.xl), 0, Qt.AlignmentFlag.AlignCenter)
        self._brand.addWidget(self._name, 1)
        self._brand.addWidget(self.keys, 0, Qt.AlignmentFlag.AlignCenter)
        self._column.addLayout(self._brand)
        self._column.addSpacing(SPACE.l)
        for button in self.buttons.values():
            self._column.addWidget(button)
        self._column.addStretch(1)
        self._column.addWidget(self.capture)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(self._hint)
