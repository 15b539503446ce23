"""A quiet card: what the user wanted to be reminded of, now that its occasion came up, and why it is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assistant.domain.intention import Fired
from assistant.domain.item import Language
from assistant.language import wording
from assistant.ui.shown_text import one_line
from assistant.ui.theme import SPACE
from assistant.ui.widgets import Card, PlainLabel, quiet_button

_TEXT_LENGTH = 400


class IntentionCard(Card):
    """`done_asked` and `open_asked` carry the intention's id, which is its item's."""

    done_asked = Signal(str)
    open_asked = Signal(str)

    def __init__(self, fired: Fired, language: Language, parent: QWidget | None = None) -> None:
        """Shows one intention; it takes no focus by itself."""
        super().__init__(tone="accent", parent=parent, margin=SPACE.m)
        self.fired = fired
        title = wording.words("intention.card", language)
        why = wording.fired_words(fired, language)
        text = one_line(fired.intention.text, _TEXT_LENGTH)
        self.done = quiet_button(wording.words("intention.done", language), self)
        self.open = quiet_button(wording.words("button.open", language), self)
        self.done.clicked.connect(lambda: self.done_asked.emit(fired.intention.id))
        self.open.clicked.connect(lambda: self.open_asked.emit(fired.intention.id))
        for button in (self.done, self.open):
            button.setAccessibleName(f"{button.text()}: {one_line(text, 80)}")
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        row.addWidget(PlainLabel(f"{title} · {why}", role="caption", parent=self), 1)
        row.addWidget(self.open)
        row.addWidget(self.done)
        self.body.addWidget(PlainLabel(text, lines=3, parent=self))
        self.body.addLayout(row)
        self.setAccessibleName(f"{title}: {text}, {why}")
