"""What Today shows of a digest: numbered lines, folded ones, and the instants a line can be postponed to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from assistant.domain.digest import Digest, DigestLine, SectionKind
from assistant.domain.item import ItemKind

NUMBERED_LINES = 7
_SUNDAY = 6
_LEFT = (SectionKind.NOW, SectionKind.NEXT, SectionKind.MISSED)


class PostponeChoice(StrEnum):
    """The instants offered when a line is postponed; PICK opens the calendar."""

    HOUR = "hour"
    EVENING = "evening"
    TOMORROW = "tomorrow"
    NEXT_WEEK = "next_week"
    PICK = "pick"


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line on the screen. `number` is its key (1 to 7), None beyond them."""

    line: DigestLine
    section: SectionKind
    number: int | None

    @property
    def key(self) -> str:
        """What identifies the line across refreshes."""
        return f"{self.section}:{self.line.occurrence_id or self.line.item.id}"

    @property
    def can_be_done(self) -> bool:
        """Whether Done means something: an open task, a reminder, or whatever has a due instant."""
        line = self.line
        if self.section in (SectionKind.DONE, SectionKind.ASIDE):
            return False
        return line.item.kind is ItemKind.TASK or line.occurrence_id is not None or line.due_at_ms is not None

    @property
    def can_be_postponed(self) -> bool:
        """Whether it can come back later."""
        return self.section not in (SectionKind.DONE, SectionKind.ASIDE)

    @property
    def can_be_set_aside(self) -> bool:
        """Whether it may go to the shelf: an open task that does not repeat."""
        item = self.line.item
        return self.can_be_postponed and item.kind is ItemKind.TASK and not item.rrule


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section on the screen: its lines, and how many are folded away."""

    kind: SectionKind
    lines: tuple[ShownLine, ...]
    folded: int
    is_unfolded: bool


@dataclass(slots=True)
class TodayPresenter:
    """Remembers which sections the user unfolded and numbers the lines."""

    digest: Digest | None = None
    unfolded: set[SectionKind] = field(default_factory=set[SectionKind])

    @property
    def is_empty(self) -> bool:
        """Whether nothing needs the user: what lies on the shelf does not."""
        sections = self.digest.sections if self.digest is not None else ()
        return not any(part.lines or part.folded for part in sections if part.kind is not SectionKind.ASIDE)

    @property
    def can_be_cleared(self) -> bool:
        """Whether there may be something left to move."""
        sections = self.digest.sections if self.digest is not None else ()
        return any(part.kind in _LEFT and (part.lines or part.folded) for part in sections)

    def toggle(self, kind: SectionKind) -> None:
        """Unfold a section, or fold it again."""
        self.unfolded ^= {kind}

    def sections(self) -> list[ShownSection]:
        """The sections that have anything, with numbered lines."""
        if self.digest is None:
            return []
        number, result = 0, list[ShownSection]()
        for section in self.digest.sections:
            if not section.lines and not section.folded:
                continue
            is_unfolded = section.kind in self.unfolded
            lines: list[ShownLine] = []
            for line in section.lines + (section.folded if is_unfolded else ()):
                number += 1
                lines.append(ShownLine(line, section.kind, number if number <= NUMBERED_LINES else None))
            result.append(ShownSection(section.kind, tuple(lines), len(section.folded), is_unfolded))
        return result

    def line(self, number: int) -> ShownLine | None:
        """The line with this key."""
        lines = (line for section in self.sections() for line in section.lines)
        return next((line for line in lines if line.number == number), None)


def postpone_choices(now: datetime, *, morning_hour: int, evening_hour: int) -> list[tuple[PostponeChoice, datetime]]:
    """Where a line can go from `now`, in order; an evening that has come already is not offered.

    Times are wall-clock times of `now`'s zone, so a change to summer time does not move them.
    """
    evening = now.replace(hour=evening_hour, minute=0, second=0, microsecond=0)
    morning = now.replace(hour=morning_hour, minute=0, second=0, microsecond=0)
    choices = [(PostponeChoice.HOUR, _in_one_hour(now))]
    if now + timedelta(minutes=30) < evening:
        choices.append((PostponeChoice.EVENING, evening))
    choices.append((PostponeChoice.TOMORROW, morning + timedelta(days=1)))
    if now.weekday() != _SUNDAY:  # whose morrow is that Monday
        choices.append((PostponeChoice.NEXT_WEEK, morning + timedelta(days=7 - now.weekday())))
    return choices


def at_ms(moment: datetime) -> int:
    """The instant in UTC milliseconds."""
    return int(moment.timestamp() * 1000)


def _in_one_hour(now: datetime) -> datetime:
    later = datetime.fromtimestamp(now.timestamp() + 3600, tz=now.tzinfo)
    return later.replace(second=0, microsecond=0)
