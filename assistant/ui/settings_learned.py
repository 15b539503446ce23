"""The part of Settings that says what was learned on this machine, and lets the user take it back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from assistant.domain.item import Language
from assistant.domain.learning import LearnedState
from assistant.language.learning_words import learned_lines
from assistant.ui.theme import SPACE
from assistant.ui.widgets import PlainLabel


class LearnedPart(QWidget):
    """A few sentences, and a button that forgets it all."""

    reset_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Without words before `show_state`."""
        super().__init__(parent)
        self._state: LearnedState | None = None
        self._text = PlainLabel(role="caption", lines=4)
        self.reset = QPushButton(self)
        self.reset.setEnabled(False)
        self.reset.clicked.connect(self.reset_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE.xs, 0, SPACE.xs)
        row.setSpacing(SPACE.m)
        row.addWidget(self._text, 1)
        row.addWidget(self.reset)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def show_state(self, state: LearnedState, language: Language) -> None:
        """Say what was learned; there is nothing to forget before anything was noted."""
        self._state = state
        self._text.setText("\n".join(learned_lines(state, language)))
        is_rehearsed = state.rehearsal is not None
        self.reset.setEnabled(bool(state.shown or is_rehearsed or state.use is not None or state.written))

    def retranslate(self, language: Language) -> None:
        """Put every text in the language in force."""
        self.reset.setText(self.tr("Forget what was learned"))
        self.reset.setAccessibleName(self.reset.text())
        if self._state is not None:
            self.show_state(self._state, language)
