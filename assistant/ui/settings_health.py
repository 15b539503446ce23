"""The part of Settings that says what works here, and lets the user try the shortcut and a reminder."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assistant.domain.diagnosis import Fact, Health
from assistant.domain.item import Language
from assistant.language import wording
from assistant.ui.reading_column import empty
from assistant.ui.shown_text import one_line, showable
from assistant.ui.theme import SPACE, set_role
from assistant.ui.widgets import IconLabel, PlainLabel, beside_line, clipboard_put, quiet_button

_MARKS = {Health.GOOD: ("done-circle", "good"), Health.NOTE: ("info", "muted"), Health.BAD: ("warning", "bad")}


class TryPart(QWidget):
    """A button that tries something out, and a line that says how it went."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Without words before `set_words`."""
        super().__init__(parent)
        self.button = QPushButton(self)
        self._result = PlainLabel(role="caption")
        self.button.clicked.connect(self.asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE.xs, 0, SPACE.xs)
        row.setSpacing(SPACE.m)
        row.addWidget(self.button)
        row.addWidget(self._result, 1)

    @property
    def result(self) -> str:
        """How it went."""
        return self._result.text()

    def set_words(self, text: str) -> None:
        """The words on the button."""
        self.button.setText(text)
        self.button.setAccessibleName(text)

    def say(self, text: str, tone: str = "") -> None:
        """How it went; tone good or warn."""
        self._result.setText(text)
        set_role(self._result, tone=tone)


class HealthPart(QWidget):
    """The doctor's facts as lights with words."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty before `show_facts`."""
        super().__init__(parent)
        self._facts: list[Fact] = []
        self._language = Language.ENGLISH
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE.m)
        self._grid.setVerticalSpacing(SPACE.xs)
        self._grid.setColumnStretch(2, 1)
        self._waiting = PlainLabel(role="muted")
        self.check = QPushButton(self)
        self.copy = quiet_button("")
        self.check.clicked.connect(self.asked)
        self.copy.clicked.connect(lambda: clipboard_put(self.as_text()))
        buttons = QHBoxLayout()
        buttons.addWidget(self.check)
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        column.addWidget(self._waiting)
        column.addLayout(self._grid)
        column.addLayout(buttons)
        self.set_busy(is_busy=False)

    def set_busy(self, *, is_busy: bool) -> None:
        """While the doctor looks."""
        self._waiting.setVisible(is_busy and not self._facts)
        self.check.setEnabled(not is_busy)
        self.copy.setEnabled(bool(self._facts))

    def show_facts(self, facts: list[Fact], language: Language) -> None:
        """Show what the doctor found."""
        self._facts, self._language = facts, language
        empty(self._grid)
        for row, fact in enumerate(facts):
            mark, tone = _MARKS[fact.health]
            light = IconLabel(mark, tone=tone)
            light.setAccessibleName(self._light_words(fact.health))
            light.setToolTip(self._light_words(fact.health))
            subject = PlainLabel(wording.words(f"doctor.{fact.subject}", language))
            self._grid.addLayout(beside_line(light, subject), row, 0)
            value = PlainLabel(self._value(fact), role="muted", lines=3)
            for column, label in enumerate((subject, value), start=1):
                label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                self._grid.addWidget(label, row, column)
        self.set_busy(is_busy=False)

    def as_text(self) -> str:
        """All facts as text for a report."""
        return "\n".join(
            wording.titled(wording.words(f"doctor.{fact.subject}", self._language), self._value(fact), self._language)
            for fact in self._facts
        )

    def retranslate(self, language: Language) -> None:
        """Put every text in the language in force."""
        self._language = language
        self._waiting.setText(self.tr("Looking…"))
        self.check.setText(self.tr("Check again"))
        self.check.setAccessibleName(self.check.text())
        self.copy.setText(self.tr("Copy for a report"))
        self.copy.setAccessibleName(self.copy.text())
        if self._facts:
            self.show_facts(self._facts, language)

    def _light_words(self, health: Health) -> str:
        return {
            Health.GOOD: self.tr("In order"),
            Health.NOTE: self.tr("Good to know"),
            Health.BAD: self.tr("Needs attention"),
        }[health]

    def _value(self, fact: Fact) -> str:
        value = one_line(fact.value, 300) or wording.words(fact.word, self._language)
        reason = showable(wording.fact_reason(fact, self._language))
        return wording.noted(value, reason, self._language) if reason else value
