"""The chips of the capture line: its kind, and everything that was recognised, each with a key that waves it away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from assistant.domain.intention import Fired
from assistant.domain.item import CaptureLine, Item, ItemKind, Language, Mark, MarkKind, TimeSpan
from assistant.language import wording
from assistant.language.repeat_words import repeat_words
from assistant.language.task_words import due_words, effort_words, start_words, waiting_words
from assistant.ui.flow_box import FlowBox
from assistant.ui.intention_chips import IntentionChips
from assistant.ui.shown_text import one_line
from assistant.ui.theme import SPACE
from assistant.ui.widgets import Chip

KIND_ICONS = {ItemKind.NOTE: "note", ItemKind.TASK: "task", ItemKind.QUESTION: "question"}
MOST_NUMBERED = 9
GROUNDED = frozenset({MarkKind.TIME, MarkKind.START})
"""What stands out in the line and among the chips: when. The rest is only coloured."""
_MARK_ICONS = {
    MarkKind.TIME: "calendar",
    MarkKind.START: "play",
    MarkKind.WAITING: "pause",
    MarkKind.EFFORT: "later",
    MarkKind.INSIST: "bell",
    MarkKind.PERSON: "person",
    MarkKind.TAG: "tag",
}
_LONGEST = 40


class CaptureChips(FlowBox):
    """`mark_removed` carries the key of a mark whose x was pressed; `rest_removed`: drop what is not shown."""

    mark_removed = Signal(str)
    rest_removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Only the kind is shown."""
        super().__init__(parent, spacing=SPACE.s)
        self.kind = Chip("", "note")
        self.rest = Chip("", "attach", remove_name="-")
        self.rest.removed.connect(self.rest_removed)
        self.intentions = IntentionChips()
        self.marks: list[Chip] = []
        self._shown: list[tuple[str, str]] = []
        if self.rest.remove_button is not None:
            self.rest.remove_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for chip in (self.kind, self.intentions.cue, self.intentions.came_up, self.rest):
            self.add(chip)
            chip.setVisible(chip is self.kind)

    def show_kind(self, kind: ItemKind, language: Language) -> None:
        """Say what the line would be kept as."""
        self.kind.set_icon(KIND_ICONS.get(kind, "note"))
        self.kind.set_text(wording.kind_words(kind, language))

    def show_marks(self, marks: Sequence[Mark], line: CaptureLine | None, now: datetime, language: Language) -> None:
        """Show what was recognised; chips are made anew only when that changed."""
        said = [(mark.key, self._words(mark, line, now, language)) for mark in marks] if line is not None else []
        if said == self._shown:
            return
        self._shown = said
        for chip in self.marks:
            self.remove(chip)
        self.marks = []
        for number, (mark, (key, words)) in enumerate(zip(marks, said, strict=False), start=1):
            tone = "accent" if mark.kind in GROUNDED else ""
            chip = Chip(words, _MARK_ICONS[mark.kind], tone=tone, remove_name=self._remove_name(mark.kind, number))
            chip.removed.connect(lambda key=key: self.mark_removed.emit(key))
            if chip.remove_button is not None:
                chip.remove_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has keys of its own
            self.marks.append(chip)
            self.add(chip, number)

    def show_intentions(self, line: CaptureLine | None, fired: Sequence[Fired], language: Language) -> None:
        """Tell what the line asks to be reminded of and what it would bring up."""
        self.intentions.show(line, fired, language)

    def show_rest(self, count: int) -> None:
        """Say how much of the text is kept and not shown."""
        self.rest.set_text(self.tr("{count} more characters, kept whole").format(count=f"{count:,}"))
        self.rest.setVisible(count > 0)
        if self.rest.remove_button is not None:
            self.rest.remove_button.set_name(self.tr("Drop the part not shown"))

    def retranslate(self) -> None:
        """Say everything anew."""
        self._shown = []

    def _words(self, mark: Mark, line: CaptureLine, now: datetime, language: Language) -> str:
        if mark.kind is MarkKind.TIME and line.time is not None:
            return time_words(line.time, now, language)
        if mark.kind is MarkKind.START and line.start_at_ms is not None:
            return start_words(line.start_at_ms, now, language)
        if mark.kind is MarkKind.EFFORT and line.effort_minutes is not None:
            return effort_words(line.effort_minutes, language)
        if mark.kind is MarkKind.INSIST:
            return wording.words("insist.mark", language)
        if mark.kind is MarkKind.WAITING:
            return waiting_words(one_line(mark.words, _LONGEST), language)
        return f"#{one_line(mark.words, _LONGEST)}" if mark.kind is MarkKind.TAG else one_line(mark.words, _LONGEST)

    def _remove_name(self, kind: MarkKind, number: int) -> str:
        name = {
            MarkKind.TIME: self.tr("Not a time"),
            MarkKind.START: self.tr("Not a start"),
            MarkKind.WAITING: self.tr("Not waiting"),
            MarkKind.EFFORT: self.tr("Not an effort"),
            MarkKind.INSIST: self.tr("Remind once"),
            MarkKind.PERSON: self.tr("Not a person"),
            MarkKind.TAG: self.tr("Not a tag"),
        }[kind]
        return f"{name} (Alt+{number})" if number <= MOST_NUMBERED else name


def time_words(time: TimeSpan, now: datetime, language: Language) -> str:
    """A recognised time: when, whether it is a deadline, and how it repeats."""
    said = due_words(time.at_ms, now, language, is_deadline=time.is_deadline)
    area = ZoneInfo(time.zone) if time.zone else now.tzinfo
    first = datetime.fromtimestamp(time.at_ms / 1000, area).replace(tzinfo=None)
    item = Item(
        "", ItemKind.TASK, "", 0, rrule=time.rrule, first_wall=first.isoformat(timespec="seconds"), zone=time.zone,
        is_absolute=bool(time.zone), repeats_after_done=time.repeats_after_done,
    )  # fmt: skip
    return " · ".join(filter(None, [said, repeat_words(item, language)]))
