"""One line of Today: its number, what it is, why it is there, and Done, Later and Pin."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from assistant.domain.item import Language
from assistant.language import wording
from assistant.language.repeat_words import repeat_words
from assistant.language.task_words import task_facts
from assistant.ui import shortcuts
from assistant.ui.mind_rail import KIND_ICONS
from assistant.ui.rows import Row
from assistant.ui.shown_text import first_line
from assistant.ui.theme import SIZE, SPACE
from assistant.ui.today_presenter import ShownLine
from assistant.ui.widgets import IconButton, IconLabel, PlainLabel, quiet_button

_SHOWN_REASONS = 2


def _day(at_ms: int, now: datetime, language: Language) -> str:
    return wording.when_words(at_ms, now, language, has_clock=False)


def _act(act: Callable[[], None], _: bool = False) -> None:
    act()


class TodayRow(Row):
    """A line. Enter opens its source; D is done, or takes that back, L is later, P pins, S sets aside.

    On the shelf only B is left, which brings it back.
    """

    done_asked = Signal()
    aside_asked = Signal()
    back_asked = Signal()
    later_asked = Signal()
    pin_asked = Signal()

    def __init__(self, *, is_done: bool, is_aside: bool = False, parent: QWidget | None = None) -> None:
        """Empty before `show_line`; a line that is done, or on the shelf, stays so."""
        super().__init__(parent)
        self._is_aside = is_aside
        self._shown: ShownLine | None = None
        self._number = PlainLabel(role="caption", parent=self)
        self._number.setFixedWidth(SPACE.m)
        self._is_done = is_done
        self._kind = IconLabel("done-circle", tone="good" if is_done else "muted", parent=self)
        self.title = PlainLabel(lines=2, role="muted" if is_done or is_aside else "", parent=self)
        self.why = PlainLabel(role="caption", lines=2, parent=self)
        self.done = IconButton("undo" if is_done else "done", "", parent=self)
        self.later = IconButton("later", "", parent=self)
        self.pin = IconButton("pin", "", parent=self)
        self.back = quiet_button("", self)
        self._body = QHBoxLayout()
        self._build()
        self._connect()

    @property
    def shown(self) -> ShownLine:
        """The line it shows now."""
        assert self._shown is not None  # noqa: S101 - a row is shown with a line only
        return self._shown

    def show_line(self, shown: ShownLine, language: Language, now: datetime) -> None:
        """Show this line, in place of another."""
        self._shown = shown
        item = shown.line.item
        self._number.setText(str(shown.number) if shown.number else "")
        if not self._is_done:
            self._kind.set_icon(KIND_ICONS[item.kind])
        self.title.setText(first_line(shown.line.title or item.text))
        self.why.setText(self._why_words(shown, language, now))
        self.why.setVisible(bool(self.why.text()))
        self.done.set_name(self.tr("Not done after all (D)") if self._is_done else self.tr("Done (D)"))
        self.later.set_name(self.tr("Later (L)"))
        self.pin.set_name(self.tr("Unpin (P)") if item.is_pinned else self.tr("Keep on my mind (P)"))
        self.pin.set_icon("pinned" if item.is_pinned else "pin")
        self.done.setVisible(shown.can_be_done or self._is_done)
        self.later.setVisible(shown.can_be_postponed)
        self.pin.setVisible(not self._is_done and not self._is_aside)
        self.back.setText(self.tr("Bring back"))
        self.back.setToolTip(self.tr("Bring back to today (B)"))
        self.back.setAccessibleName(self.back.toolTip())
        self.back.setVisible(self._is_aside)
        said = [self._number.text(), self.title.text(), self.why.text()]
        self.setAccessibleName(". ".join(part for part in said if part))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the buttons would leave no room for the words, they stand under them."""
        super().resizeEvent(event)
        is_narrow = self.width() < SIZE.toast_width
        direction = QHBoxLayout.Direction.TopToBottom if is_narrow else QHBoxLayout.Direction.LeftToRight
        self._body.setDirection(direction)

    def pop_up_later(self, choices: list[tuple[str, Callable[[], None]]]) -> None:
        """Offer where the line can go; the last choice stands apart."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, (name, act) in enumerate(choices):
            if number == len(choices) - 1:
                menu.addSeparator()
            menu.addAction(name).triggered.connect(partial(_act, act))
        menu.popup(self.later.mapToGlobal(QPoint(0, self.later.height())))

    @staticmethod
    def _why_words(shown: ShownLine, language: Language, now: datetime) -> str:
        reasons = shown.line.reasons[:_SHOWN_REASONS]  # the digest has put first why it is in its section
        said = [wording.reason_words(reason, language, now) for reason in reasons]
        if not said and shown.line.due_at_ms is not None:
            said = [wording.when_words(shown.line.due_at_ms, now, language)]
        item = shown.line.item
        if item.set_aside_at_ms is not None:
            said = [wording.words("aside.since", language, when=_day(item.set_aside_at_ms, now, language))]
        said += filter(None, [repeat_words(item, language), *task_facts(item, now, language, reasons)])
        return " · ".join(dict.fromkeys(said))

    def _build(self) -> None:
        text = QVBoxLayout()
        text.setSpacing(SPACE.xs // 2)
        text.addWidget(self.title)
        text.addWidget(self.why)
        tools = QHBoxLayout()
        for button in (self.done, self.later, self.pin, self.back):
            tools.addWidget(button)
        tools.addStretch()
        self._body.setSpacing(SPACE.s)
        self._body.addLayout(text, 1)
        self._body.addLayout(tools)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.s, SPACE.s, SPACE.s, SPACE.s)
        row.setSpacing(SPACE.s)
        row.addWidget(self._number)
        row.addWidget(self._kind)
        row.addLayout(self._body, 1)

    def _connect(self) -> None:
        self.done.clicked.connect(self.done_asked)
        self.later.clicked.connect(self.later_asked)
        self.pin.clicked.connect(self.pin_asked)
        self.on_key(shortcuts.PIN, self.pin_asked.emit)
        self.on_key(shortcuts.DONE, self._ask_done)
        self.on_key(shortcuts.LATER, self._ask_later)
        self.on_key(shortcuts.SET_ASIDE, self._ask_aside)
        self.on_key(shortcuts.BRING_BACK, self._ask_back)
        self.back.clicked.connect(self.back_asked)

    def _ask_done(self) -> None:
        if self.shown.can_be_done or self._is_done:
            self.done_asked.emit()

    def _ask_aside(self) -> None:
        if self.shown.can_be_set_aside:
            self.aside_asked.emit()

    def _ask_back(self) -> None:
        if self._is_aside:
            self.back_asked.emit()

    def _ask_later(self) -> None:
        if self.shown.can_be_postponed:
            self.later_asked.emit()
