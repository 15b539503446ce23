"""The Today view: one day on one screen, made of facts alone, without any model.

Every item stands in at most one section, and every line says why it is there. What was missed is told once,
gently, and folds away when it is long: no totals in red, no guilt.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from assistant.domain.digest import Digest, DigestLine, Section, SectionKind
from assistant.domain.item import Item, ItemKind
from assistant.domain.memory import Reason, ReasonKind
from assistant.domain.settings import Settings
from assistant.language.waiting import is_waiting
from assistant.memory.residency import may_stay

if TYPE_CHECKING:
    from assistant.domain.ports import Clock, Items, Occurrences
    from assistant.services.remembering import Remembering

MOST_LINES = 7
_HOUR_MS = 3_600_000
_NOW_WITHIN_MS = 2 * _HOUR_MS  # due so soon is "now"
_NEXT_WITHIN_DAYS = 7
_MOST_TASKS = 200
_MOST_FOLDED = 40
_LONG_MISSED = 3  # more missed ones than this are folded altogether
_FIRST_HOUR_MS = _HOUR_MS  # a reminder nobody answered within an hour is "missed"

_FIRST_SHARE = {
    SectionKind.NOW: 2,
    SectionKind.NEXT: 1,
    SectionKind.WAITING: 1,
    SectionKind.REMEMBER: 1,
    SectionKind.MISSED: 1,
    SectionKind.DONE: 0,
}
"""Lines that each section gets first; what is left of the seven goes round in the same order."""
_MOST_SHOWN = {
    SectionKind.NOW: 4,
    SectionKind.NEXT: 4,
    SectionKind.WAITING: 2,
    SectionKind.REMEMBER: 2,
    SectionKind.MISSED: 2,
    SectionKind.DONE: 2,
}


@dataclass(frozen=True, slots=True)
class _Day:
    """The user's day: it begins at `day_start_hour`, not at midnight."""

    now_ms: int
    start_ms: int
    end_ms: int
    week_end_ms: int


class Digesting:
    """Makes the digest of the day."""

    def __init__(
        self,
        items: Items,
        occurrences: Occurrences,
        remembering: Remembering,
        clock: Clock,
        settings: Callable[[], Settings],
    ) -> None:
        """Store the ports."""
        self._items = items
        self._occurrences = occurrences
        self._remembering = remembering
        self._clock = clock
        self._settings = settings

    def digest(self) -> Digest:
        """The day now. Sections without lines are left out; at most seven lines are not folded."""
        day = self._day()
        taken: set[str] = set()
        lines = {
            SectionKind.DONE: self._done(day, taken),
            SectionKind.MISSED: self._missed(day, taken),
        }
        resident = [resident.item for resident in self._remembering.mind().residents]
        lines |= self._ahead(day, taken, resident)
        lines[SectionKind.REMEMBER] = self._remember(taken, resident)
        return Digest(day.now_ms, _fold(self._explained(lines)))

    def _day(self) -> _Day:
        now = self._clock.local()
        start = now.replace(hour=self._settings().day_start_hour, minute=0, second=0, microsecond=0)
        if now < start:
            start -= timedelta(days=1)
        # adding days to an aware datetime moves its wall time, so that a day with a clock change is still one day
        week_end = start + timedelta(days=_NEXT_WITHIN_DAYS)
        return _Day(self._clock.now_ms(), _at_ms(start), _at_ms(start + timedelta(days=1)), _at_ms(week_end))

    def _done(self, day: _Day, taken: set[str]) -> list[DigestLine]:
        lines = [
            DigestLine(item, (Reason(ReasonKind.DONE, 1.0, str(item.done_at_ms)),))
            for item in self._items.done_since(day.start_ms)
        ]
        taken.update(line.item.id for line in lines)
        return lines

    def _missed(self, day: _Day, taken: set[str]) -> list[DigestLine]:
        """What nobody answered when it was due: reminders shown a while ago, and tasks of days gone by."""
        lines: list[DigestLine] = []
        for reminder in self._occurrences.unanswered():
            due_at_ms = reminder.occurrence.due_at_ms
            was_shown_ms = day.now_ms - (reminder.occurrence.shown_at_ms or due_at_ms)
            is_fresh = due_at_ms >= day.start_ms and was_shown_ms < _FIRST_HOUR_MS
            if not is_fresh and self._is_free(reminder.item, taken, day):
                taken.add(reminder.item.id)
                lines.append(_line(reminder.item, due_at_ms, ReasonKind.OVERDUE, reminder.occurrence.id))
        armed = {each.item.id for each in self._occurrences.upcoming(day.now_ms, limit=_MOST_TASKS)}
        for item in self._items.open_tasks(limit=_MOST_TASKS):
            if item.due_at_ms is None or item.due_at_ms >= day.start_ms:
                continue
            if item.id not in armed and self._is_free(item, taken, day):
                taken.add(item.id)
                lines.append(_line(item, item.due_at_ms, ReasonKind.OVERDUE, None))
        return lines

    def _ahead(self, day: _Day, taken: set[str], resident: Sequence[Item]) -> dict[SectionKind, list[DigestLine]]:
        """Now, next and waiting: first what has a time, by that time, then open tasks, heaviest first."""
        timed: dict[str, DigestLine] = {}
        for reminder in self._occurrences.unanswered():
            timed[reminder.item.id] = DigestLine(
                reminder.item, (), reminder.occurrence.due_at_ms, reminder.occurrence.id
            )
        for reminder in reversed(self._occurrences.upcoming(day.now_ms, limit=_MOST_TASKS)):
            timed[reminder.item.id] = DigestLine(reminder.item, (), reminder.occurrence.due_at_ms)
        tasks = [item for item in resident if item.kind is ItemKind.TASK]
        tasks += self._items.open_tasks(limit=_MOST_TASKS)
        for item in tasks:
            timed.setdefault(item.id, DigestLine(item, (), item.due_at_ms))
        ordered = sorted(
            enumerate(timed.values()), key=lambda pair: (pair[1].due_at_ms is None, pair[1].due_at_ms or 0, pair[0])
        )
        ahead: dict[SectionKind, list[DigestLine]] = {
            SectionKind.NOW: [],
            SectionKind.NEXT: [],
            SectionKind.WAITING: [],
        }
        for _, line in ordered:
            section = _section_of(line, day)
            if section is not None and self._is_free(line.item, taken, day):
                taken.add(line.item.id)
                ahead[section].append(line)
        waiting = [item for item in resident if is_waiting(item.text) and self._is_free(item, taken, day)]
        taken.update(item.id for item in waiting)
        ahead[SectionKind.WAITING] += [DigestLine(item, ()) for item in waiting]
        if not ahead[SectionKind.NOW] and ahead[SectionKind.NEXT] and ahead[SectionKind.NEXT][0].due_at_ms is None:
            ahead[SectionKind.NOW].append(
                ahead[SectionKind.NEXT].pop(0)
            )  # nothing presses: the one thing to begin with
        return ahead

    def _remember(self, taken: set[str], resident: Sequence[Item]) -> list[DigestLine]:
        return [
            DigestLine(item, (), item.due_at_ms)
            for item in resident
            if item.kind is not ItemKind.TASK and item.id not in taken
        ]

    @staticmethod
    def _is_free(item: Item, taken: set[str], day: _Day) -> bool:
        return item.id not in taken and may_stay(item, day.now_ms)

    def _explained(self, lines: dict[SectionKind, list[DigestLine]]) -> dict[SectionKind, list[DigestLine]]:
        """Every line with its reasons; those without one of their own get those of the mind."""
        bare = [line.item for section in lines.values() for line in section if not line.reasons]
        strengths = self._remembering.weigh(bare)
        return {
            kind: [
                line
                if line.reasons
                else DigestLine(line.item, strengths[line.item.id].reasons, line.due_at_ms, line.occurrence_id)
                for line in section
            ]
            for kind, section in lines.items()
        }


def _section_of(line: DigestLine, day: _Day) -> SectionKind | None:
    is_soon = line.due_at_ms is not None and line.due_at_ms <= day.now_ms + _NOW_WITHIN_MS
    if is_waiting(line.item.text) and not is_soon:
        return SectionKind.WAITING
    if line.due_at_ms is None:
        return SectionKind.NEXT
    if is_soon:
        return SectionKind.NOW
    return SectionKind.NEXT if line.due_at_ms < day.week_end_ms else None


def _line(item: Item, due_at_ms: int, kind: ReasonKind, occurrence_id: str | None) -> DigestLine:
    return DigestLine(item, (Reason(kind, 1.0, str(due_at_ms)),), due_at_ms, occurrence_id)


def _fold(lines: dict[SectionKind, list[DigestLine]]) -> tuple[Section, ...]:
    """Share out the seven lines; the rest of each section is folded."""
    can_show = {kind: min(len(section), _MOST_SHOWN[kind]) for kind, section in lines.items()}
    if len(lines[SectionKind.MISSED]) > _LONG_MISSED:
        can_show[SectionKind.MISSED] = 0
    shown = dict.fromkeys(SectionKind, 0)
    left = MOST_LINES
    for kind in SectionKind:
        shown[kind] = min(_FIRST_SHARE[kind], can_show[kind], left)
        left -= shown[kind]
    while left > 0 and any(shown[kind] < can_show[kind] for kind in SectionKind):
        for kind in SectionKind:
            if left > 0 and shown[kind] < can_show[kind]:
                shown[kind] += 1
                left -= 1
    return tuple(
        Section(kind, tuple(lines[kind][: shown[kind]]), tuple(lines[kind][shown[kind] :][:_MOST_FOLDED]))
        for kind in SectionKind
        if lines[kind]
    )


def _at_ms(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)
