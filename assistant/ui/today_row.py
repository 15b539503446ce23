"""One line of Today: its number, what it is, why it is there, and Done, Later and Pin."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from assistant.domain.digest import SectionKind
from assistant.domain.item import Language
from assistant.language import wording
from assistant.ui.mind_rail import KIND_ICONS
from assistant.ui.rows import Row
from assistant.ui.shown_text import first_line
from assistant.ui.theme import SPACE
from assistant.ui.today_presenter import ShownLine
from assistant.ui.widgets import IconButton, IconLabel, PlainLabel

_SHOWN_REASONS = 2


def _act(act: Callable[[], None], _: bool = False) -> None:
    act()


class TodayRow(Row):
    """A line. Enter opens its source; D is done, L later, P pins."""

    done_asked = Signal()
    later_asked = Signal()
    pin_asked = Signal()

    def __init__(self, shown: ShownLine, language: Language, now: datetime, parent: QWidget | None = None) -> None:
        """Shows `shown` for good; a changed line is a new row."""
        super().__init__(parent)
        self.shown = shown
        item = shown.line.item
        is_done = shown.section is SectionKind.DONE
        number = PlainLabel(str(shown.number) if shown.number else "", role="caption")
        number.setFixedWidth(SPACE.m)
        kind = IconLabel("done-circle" if is_done else KIND_ICONS[item.kind], tone="good" if is_done else "muted")
        self.title = PlainLabel(first_line(item.text), lines=2, role="muted" if is_done else "", parent=self)
        self.why = PlainLabel(self._why_words(language, now), role="caption", lines=2, parent=self)
        self.why.setVisible(bool(self.why.text()))
        self.done = IconButton("done", self.tr("Done (D)"), parent=self)
        self.later = IconButton("later", self.tr("Later (L)"), parent=self)
        pin_name = self.tr("Unpin (P)") if item.is_pinned else self.tr("Keep on my mind (P)")
        self.pin = IconButton("pinned" if item.is_pinned else "pin", pin_name, parent=self)
        self.done.setVisible(shown.can_be_done)
        self.later.setVisible(shown.can_be_postponed)
        self.pin.setVisible(not is_done)
        self._build(number, kind)
        self._connect()
        said = [str(shown.number) if shown.number else "", self.title.text(), self.why.text()]
        self.setAccessibleName(". ".join(part for part in said if part))

    def pop_up_later(self, choices: list[tuple[str, Callable[[], None]]]) -> None:
        """Offer where the line can go; the last choice stands apart."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, (name, act) in enumerate(choices):
            if number == len(choices) - 1:
                menu.addSeparator()
            menu.addAction(name).triggered.connect(partial(_act, act))
        menu.popup(self.later.mapToGlobal(QPoint(0, self.later.height())))

    def _why_words(self, language: Language, now: datetime) -> str:
        reasons = self.shown.line.reasons[:_SHOWN_REASONS]  # the digest has put first why it is in its section
        said = [wording.reason_words(reason, language, now) for reason in reasons]
        if not said and self.shown.line.due_at_ms is not None:
            said = [wording.when_words(self.shown.line.due_at_ms, now, language)]
        return " · ".join(dict.fromkeys(said))

    def _build(self, number: PlainLabel, kind: IconLabel) -> None:
        text = QVBoxLayout()
        text.setSpacing(SPACE.xs // 2)
        text.addWidget(self.title)
        text.addWidget(self.why)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.s, SPACE.s, SPACE.s, SPACE.s)
        row.setSpacing(SPACE.s)
        row.addWidget(number)
        row.addWidget(kind)
        row.addLayout(text, 1)
        for button in (self.done, self.later, self.pin):
            row.addWidget(button)

    def _connect(self) -> None:
        self.done.clicked.connect(self.done_asked)
        self.later.clicked.connect(self.later_asked)
        self.pin.clicked.connect(self.pin_asked)
        self.on_key(Qt.Key.Key_P, self.pin_asked.emit)
        if self.shown.can_be_done:
            self.on_key(Qt.Key.Key_D, self.done_asked.emit)
        if self.shown.can_be_postponed:
            self.on_key(Qt.Key.Key_L, self.later_asked.emit)
