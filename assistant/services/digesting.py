"""The Today view: one day on one screen, made of facts alone, without any model.

Every item stands in at most one section, and every line says why it is there. What was missed is told once,
gently, and folds away when it is long: no totals in red, no guilt.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from assistant.domain.digest import Digest, DigestLine, Section, SectionKind
from assistant.domain.item import Item, ItemKind, SearchFilter
from assistant.domain.memory import Reason, ReasonKind
from assistant.domain.reminder import DueReminder
from assistant.domain.settings import Settings
from assistant.language.capture_line import read_line
from assistant.language.waiting import is_waiting
from assistant.memory.residency import may_stay
from assistant.services.user_day import day_start

if TYPE_CHECKING:
    from assistant.domain.ports import Clock, Items, Occurrences
    from assistant.services.remembering import Remembering

MOST_LINES = 7
_HOUR_MS = 3_600_000
_NOW_WITHIN_MS = 2 * _HOUR_MS  # due so soon is "now"
_NEXT_WITHIN_DAYS = 7
_MOST_TASKS = 150  # the newest; an older one that matters is in the ledger or on the mind
_MOST_REMINDERS = 80
_MOST_FOLDED = 40
_LONGEST_READ = 2000  # characters of a text in which a time is looked for
_LONG_MISSED = 3  # more missed ones than this are folded altogether
_FIRST_HOUR_MS = _HOUR_MS  # a reminder nobody answered within an hour is "missed"

_FIRST_SHARE = {
    SectionKind.NOW: 2,
    SectionKind.NEXT: 1,
    SectionKind.WAITING: 1,
    SectionKind.REMEMBER: 1,
    SectionKind.MISSED: 1,
    SectionKind.DONE: 0,
    SectionKind.ASIDE: 0,
}
"""Lines that each section gets first; what is left of the seven goes round in the same order."""
_LEFT = (SectionKind.NOW, SectionKind.NEXT, SectionKind.MISSED)
_LEADING = {
    SectionKind.NOW: (ReasonKind.OVERDUE, ReasonKind.DUE, ReasonKind.DEADLINE),
    SectionKind.NEXT: (ReasonKind.OVERDUE, ReasonKind.DUE, ReasonKind.DEADLINE),
    SectionKind.WAITING: (ReasonKind.WAITING,),
    SectionKind.REMEMBER: (ReasonKind.PINNED,),
}
"""Why a line is in its section comes before why it weighs what it weighs."""
_AHEAD = (SectionKind.NOW, SectionKind.NEXT, SectionKind.WAITING)
_MOST_SHOWN = {
    SectionKind.NOW: 4,
    SectionKind.NEXT: 4,
    SectionKind.WAITING: 2,
    SectionKind.REMEMBER: 2,
    SectionKind.MISSED: 2,
    SectionKind.DONE: 2,
    SectionKind.ASIDE: 0,
}


@dataclass(frozen=True, slots=True)
class _Day:
    """The user's day: it begins at `day_start_hour`, not at midnight."""

    now_ms: int
    start_ms: int
    end_ms: int
    week_end_ms: int


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the store says, asked once."""

    unanswered: list[DueReminder]
    upcoming: list[DueReminder]
    open_tasks: list[Item]
    resident: list[Item]


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
        lines = self._lines(day)
        aside = self._items.recent(limit=_MOST_FOLDED, where=SearchFilter(open_only=True, set_aside_only=True))
        lines[SectionKind.ASIDE] = [DigestLine(item, (), item.due_at_ms) for item in aside]
        is_new = any(_went_by_itself(item) and (item.set_aside_at_ms or 0) >= day.start_ms for item in aside)
        return Digest(day.now_ms, self._explained(_fold(lines)), has_newly_aside=is_new)

    def left_today(self) -> list[Item]:
        """What is still open today, without what lies ahead and what others owe: what clearing the day would move."""
        day = self._day()
        lines = self._lines(day)
        left = [line for kind in _LEFT for line in lines[kind]]
        return [line.item for line in left if line.due_at_ms is None or line.due_at_ms < day.end_ms]

    def _lines(self, day: _Day) -> dict[SectionKind, list[DigestLine]]:
        facts, taken = self._facts(), set[str]()
        lines = {
            SectionKind.DONE: self._done(day, taken),
            SectionKind.MISSED: _missed(day, facts, taken),
        }
        lines |= _ahead(day, facts, taken)
        lines[SectionKind.REMEMBER] = _remember(facts, taken)
        return lines

    def _facts(self) -> _Facts:
        now_ms = self._clock.now_ms()
        return _Facts(
            unanswered=self._occurrences.unanswered(limit=_MOST_REMINDERS),
            upcoming=self._occurrences.upcoming(now_ms, limit=_MOST_REMINDERS),
            open_tasks=self._items.recent(limit=_MOST_TASKS, where=SearchFilter(open_only=True)),
            resident=[resident.item for resident in self._remembering.mind().residents],
        )

    def _day(self) -> _Day:
        start = day_start(self._clock.local(), self._settings().day_start_hour)
        # adding days to an aware datetime moves its wall time, so that a day with a clock change is still one day
        week_end = start + timedelta(days=_NEXT_WITHIN_DAYS)
        return _Day(self._clock.now_ms(), _at_ms(start), _at_ms(start + timedelta(days=1)), _at_ms(week_end))

    def _done(self, day: _Day, taken: set[str]) -> list[DigestLine]:
        """What was completed, latest first; of a repeating task the occurrence, while its next one may stand ahead."""
        done = [(item.done_at_ms or 0, DigestLine(item, ())) for item in self._items.done_since(day.start_ms)]
        taken.update(line.item.id for _, line in done)
        for each in self._occurrences.done_since(day.start_ms):
            occurrence = each.occurrence
            done.append(
                (occurrence.answered_at_ms or 0, DigestLine(each.item, (), occurrence.due_at_ms, occurrence.id))
            )
        done.sort(key=lambda entry: entry[0], reverse=True)
        return [replace(line, reasons=(Reason(ReasonKind.DONE, 1.0, str(at_ms)),)) for at_ms, line in done]

    def _explained(self, sections: Sequence[Section]) -> tuple[Section, ...]:
        """Every line with its reasons; those without one of their own get those of the mind."""
        bare = [line.item for section in sections for line in (*section.lines, *section.folded) if not line.reasons]
        strengths = self._remembering.weigh(bare)

        def explain(kind: SectionKind, lines: tuple[DigestLine, ...]) -> tuple[DigestLine, ...]:
            return tuple(
                replace(
                    line,
                    reasons=line.reasons or _led(kind, strengths[line.item.id].reasons),
                    title=self._title(line.item),
                )
                for line in lines
            )

        return tuple(
            replace(each, lines=explain(each.kind, each.lines), folded=explain(each.kind, each.folded))
            for each in sections
        )

    def _title(self, item: Item) -> str:
        is_plain = item.due_at_ms is None and item.not_before_ms is None and item.effort_minutes is None
        if is_plain or len(item.text) > _LONGEST_READ:
            return item.text
        written = self._clock.local(item.updated_at_ms or item.created_at_ms)
        return read_line(item.text, written, kind=item.kind).title or item.text


def _missed(day: _Day, facts: _Facts, taken: set[str]) -> list[DigestLine]:
    """What nobody answered when it was due: reminders shown a while ago, and tasks of days gone by."""
    lines: list[DigestLine] = []
    for reminder in facts.unanswered:
        due_at_ms = _due_at_ms(reminder.item, reminder.occurrence.due_at_ms)
        was_shown_ms = day.now_ms - (reminder.occurrence.shown_at_ms or due_at_ms)
        is_fresh = due_at_ms >= day.start_ms and was_shown_ms < _FIRST_HOUR_MS
        is_warning = reminder.item.is_deadline and due_at_ms > day.now_ms
        is_elsewhere = is_fresh or is_warning or _is_carried(reminder.item, day)
        if not is_elsewhere and _is_free(reminder.item, taken, day):
            taken.add(reminder.item.id)
            lines.append(_overdue(reminder.item, due_at_ms, reminder.occurrence.id))
    armed = {each.item.id for each in facts.upcoming}
    for item in facts.open_tasks:
        is_past = item.due_at_ms is not None and item.due_at_ms < day.start_ms and not _is_carried(item, day)
        if item.due_at_ms is not None and is_past and item.id not in armed and _is_free(item, taken, day):
            taken.add(item.id)
            lines.append(_overdue(item, item.due_at_ms, None))
    return lines


def _ahead(day: _Day, facts: _Facts, taken: set[str]) -> dict[SectionKind, list[DigestLine]]:
    """Now, next and waiting: first what has a time, by that time, then open tasks, heaviest first."""
    lines: dict[str, DigestLine] = {}
    for reminder in facts.unanswered:
        item, occurrence = reminder.item, reminder.occurrence
        lines[item.id] = DigestLine(item, (), _due_at_ms(item, occurrence.due_at_ms), occurrence.id)
    for reminder in reversed(facts.upcoming):
        item = reminder.item
        lines[item.id] = DigestLine(item, (), _due_at_ms(item, reminder.occurrence.due_at_ms))
    for item in (*(item for item in facts.resident if item.kind is ItemKind.TASK), *facts.open_tasks):
        lines.setdefault(item.id, DigestLine(item, (), item.due_at_ms))
    ahead: dict[SectionKind, list[DigestLine]] = {SectionKind.NOW: [], SectionKind.NEXT: [], SectionKind.WAITING: []}
    carried = {key: _carried(line) for key, line in lines.items() if _is_carried(line.item, day)}
    for line in sorted((lines | carried).values(), key=partial(_by_time, day)):
        section = _section_of(line, day)
        if section is not None and _is_free(line.item, taken, day):
            taken.add(line.item.id)
            ahead[section].append(line)
    waiting = [item for item in facts.resident if _waits(item) and _is_free(item, taken, day)]
    taken.update(item.id for item in waiting)
    ahead[SectionKind.WAITING] += [DigestLine(item, ()) for item in waiting]
    if not ahead[SectionKind.NOW] and ahead[SectionKind.NEXT] and ahead[SectionKind.NEXT][0].due_at_ms is None:
        ahead[SectionKind.NOW].append(ahead[SectionKind.NEXT].pop(0))  # nothing presses: one thing to begin with
    return ahead


def _by_time(day: _Day, line: DigestLine) -> tuple[bool, int]:
    """By time; what was carried over to today stands behind today's hours; then what has no time."""
    due_at_ms = day.end_ms if line.due_at_ms is None and line.reasons else line.due_at_ms
    return (due_at_ms is None, due_at_ms or 0)


def _due_at_ms(item: Item, reminder_ms: int) -> int:
    """A deadline is when it is, whenever it is reminded of."""
    return item.due_at_ms if item.is_deadline and item.due_at_ms is not None else reminder_ms


def _is_carried(item: Item, day: _Day) -> bool:
    """Whether an undone task moved on to today by itself."""
    is_past = item.due_at_ms is not None and item.due_at_ms < day.start_ms
    return is_past and item.rolled_at_ms is not None and not item.rrule


def _carried(line: DigestLine) -> DigestLine:
    reason = Reason(ReasonKind.OVERDUE, 1.0, str(line.item.due_at_ms))
    return replace(line, due_at_ms=None, reasons=(reason,))


def _went_by_itself(item: Item) -> bool:
    """Roll-over notes both at the same instant."""
    return item.rolls > 0 and item.set_aside_at_ms == item.rolled_at_ms


def _waits(item: Item) -> bool:
    return bool(item.waiting_for) if item.waiting_for is not None else is_waiting(item.text)


def _remember(facts: _Facts, taken: set[str]) -> list[DigestLine]:
    notes = [item for item in facts.resident if item.kind is not ItemKind.TASK and item.id not in taken]
    return [DigestLine(item, (), item.due_at_ms) for item in notes]


def _is_free(item: Item, taken: set[str], day: _Day) -> bool:
    return item.id not in taken and may_stay(item, day.now_ms)


def _section_of(line: DigestLine, day: _Day) -> SectionKind | None:
    is_soon = line.due_at_ms is not None and line.due_at_ms <= day.now_ms + _NOW_WITHIN_MS
    if _waits(line.item) and not is_soon:
        return SectionKind.WAITING
    if line.due_at_ms is None:
        return SectionKind.NEXT
    if is_soon:
        return SectionKind.NOW
    return SectionKind.NEXT if line.due_at_ms < day.week_end_ms else None


def _led(kind: SectionKind, reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    leading = _LEADING.get(kind, ())
    return tuple(sorted(reasons, key=lambda reason: reason.kind not in leading))


def _overdue(item: Item, due_at_ms: int, occurrence_id: str | None) -> DigestLine:
    return DigestLine(item, (Reason(ReasonKind.OVERDUE, 1.0, str(due_at_ms)),), due_at_ms, occurrence_id)


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
    _share_out(shown, can_show)
    _share_out(shown, {kind: len(lines[kind]) for kind in _AHEAD})  # a line is not hidden while there is room for it
    return tuple(
        Section(kind, tuple(lines[kind][: shown[kind]]), tuple(lines[kind][shown[kind] :][:_MOST_FOLDED]))
        for kind in SectionKind
        if lines[kind]
    )


def _share_out(shown: dict[SectionKind, int], can_show: dict[SectionKind, int]) -> None:
    """Give the lines that are left to the sections in turn, as far as each can show more."""
    left = MOST_LINES - sum(shown.values())
    while left > 0 and any(shown[kind] < can_show[kind] for kind in can_show):
        for kind in SectionKind:
            if left > 0 and shown[kind] < can_show.get(kind, 0):
                shown[kind] += 1
                left -= 1


def _at_ms(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)
