"""A calm sentence with a way to close it: neither a warning nor a question."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assistant.ui.theme import SPACE
from assistant.ui.widgets import Card, IconButton, IconLabel, PlainLabel


class NoteBar(Card):
    """Icon, sentence and an x."""

    closed = Signal()

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        """Hidden and empty before `set_words`."""
        super().__init__(tone="sunken", parent=parent, margin=SPACE.s)
        self._label = PlainLabel(role="muted", lines=3)
        self.close_button = IconButton("close", "")
        self.close_button.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.setContentsMargins(SPACE.s, 0, 0, 0)
        row.setSpacing(SPACE.s)
        row.addWidget(IconLabel(icon_name))
        row.addWidget(self._label, 1)
        row.addWidget(self.close_button)
        self.body.addLayout(row)
        self.hide()

    def set_words(self, text: str, close_name: str) -> None:
        """Say it; `close_name` is what the x says to a screen reader."""
        self._label.setText(text)
        self.setAccessibleName(text)
        self.close_button.set_name(close_name)

    def text(self) -> str:
        """The sentence."""
        return self._label.text()
