"""One section of Today: its title, its lines in a card, and what unfolds the rest. Lines are drawn again in place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistant.domain.digest import SectionKind
from assistant.domain.item import Language
from assistant.language import wording
from assistant.ui.reading_column import inset
from assistant.ui.theme import SPACE
from assistant.ui.today_presenter import ShownSection
from assistant.ui.today_row import TodayRow
from assistant.ui.widgets import Card, SectionTitle, quiet_button

_MADE_AT_ONCE = 10  # rows; more would hold the window up


class TodaySection(QWidget):
    """A section that stays; `toggled` asks to unfold it, or to fold it again."""

    toggled = Signal()

    def __init__(self, kind: SectionKind, connect: Callable[[TodayRow], None], parent: QWidget) -> None:
        """Empty and hidden; `connect` is called once for every row that is made."""
        super().__init__(parent)
        self._kind = kind
        self._connect = connect
        self._made: list[TodayRow] = []
        self.rows: list[TodayRow] = []
        self.is_short = False
        self.setProperty("role", "clear")
        self._title = SectionTitle(parent=self)
        self._card = Card(margin=SPACE.xs, parent=self)
        self._card.body.setSpacing(0)
        self._more = quiet_button("", self)
        self._more.clicked.connect(self.toggled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SPACE.m)
        column.setSpacing(SPACE.xs)
        column.addLayout(inset(self._title))
        column.addLayout(inset(self._card))
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_section(self, section: ShownSection | None, language: Language, now: datetime) -> None:
        """Show these lines, or the first of them when many rows must be made (`is_short`); None hides the section."""
        lines = section.lines if section is not None else ()
        enough = min(len(lines), len(self._made) + _MADE_AT_ONCE)
        self.is_short = enough < len(lines)
        while len(self._made) < enough:
            self._made.append(self._make_row())
        for row, line in zip(self._made, lines, strict=False):
            row.show_line(line, language, now)
        self.rows = self._made[:enough]
        for place, row in enumerate(self._made):
            row.setVisible(place < len(lines))
        self._card.setVisible(bool(lines))
        self._title.setText(wording.section_words(self._kind, language))
        self._show_more(section, language)
        self.setVisible(section is not None)

    def _show_more(self, section: ShownSection | None, language: Language) -> None:
        self._more.setVisible(section is not None and section.folded > 0)
        if section is None or not section.folded:
            return
        more = wording.words("today.more", language, count=section.folded)
        if self._kind is SectionKind.ASIDE:
            more = self.tr("Show")  # without a number: the shelf is no debt
        self._more.setText(self._fewer() if section.is_unfolded else more)
        self._more.setAccessibleName(self._more.text())
        self._more.setAccessibleDescription(self._title.text())

    def _fewer(self) -> str:
        return self.tr("Hide") if self._kind is SectionKind.ASIDE else self.tr("Show fewer")

    def _make_row(self) -> TodayRow:
        is_aside = self._kind is SectionKind.ASIDE
        row = TodayRow(is_done=self._kind is SectionKind.DONE, is_aside=is_aside, parent=self._card)
        self._connect(row)
        self._card.body.addWidget(row)
        return row
