"""Where an interval begins and ends, and what "by Friday" makes of a time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from assistant.language.patterns import lazy_pattern
from assistant.language.time_parts import (
    Clock,
    Days,
    Daytime,
    Frame,
    Grain,
    Lasting,
    Stretch,
    Through,
    Value,
    Zone,
    add_months,
    at_wall,
    first_of,
)
from assistant.language.time_settle import Settled
from assistant.language.time_zones import moved

_DAYTIME_HOURS = {
    Daytime.DAWN: (0, 6), Daytime.EARLY_MORNING: (0, 9), Daytime.MORNING: (0, 12), Daytime.NOON: (12, 14),
    Daytime.AFTER_LUNCH: (13, 17), Daytime.AFTERNOON: (12, 19), Daytime.AFTER_WORK: (17, 21), Daytime.EVENING: (18, 24),
    Daytime.TONIGHT: (18, 24), Daytime.NIGHT: (18, 24), Daytime.LATE: (21, 24),
}  # fmt: skip
_BY = lazy_pattern(r"(?:due:? |deadline:? )?by |no(?:t|) later than ")
_CHINESE_BY = lazy_pattern(r"(?:之前|以前|前|截止|为止|内| deadline)$|^(?:截止|最晚|最迟|不晚于|死线|ddl)")
_AT_THE_LATEST = lazy_pattern(r" at the latest$")
_LAST_MOMENT = lazy_pattern(
    r"(?:due|deadline)\b|before |b4 |within |.* (?:before|by) (?=\d|noon|midnight|half|(?:a )?quarter|eod|cob|end of)"
)


def is_deadline(words: str) -> bool:
    """Whether the words of a time say by when, and not when: by Friday, due Friday, 周五之前."""
    return any(pattern.search(words) is not None for pattern in (_CHINESE_BY, _AT_THE_LATEST)) or any(
        pattern.match(words) is not None for pattern in (_BY, _LAST_MOMENT)
    )


def moved_bounds(named: Bounds | None, zone: Zone, frame: Frame) -> Bounds | None:
    """The interval when its wall times are read in another zone."""
    if named is None:
        return None
    return replace(named, begins=moved(named.begins, zone, frame), ends=moved(named.ends, zone, frame))


def with_deadline(
    words: str, settled: Settled, named: Bounds | None, values: tuple[Value, ...], frame: Frame
) -> tuple[Settled, Bounds | None]:
    """A deadline is due at the named moment; a day's is the end of its working hours, its evening hour."""
    is_english = _BY.match(words) is not None or _AT_THE_LATEST.search(words) is not None
    if not is_english and not _CHINESE_BY.search(words):
        return settled, named
    days = first_of(values, Days)
    ends = settled.at
    if days is not None and not settled.has_clock:
        evening = at_wall(days.last, frame.evening_hour, 0, 0, frame)
        ends = at_wall(days.last + timedelta(days=1), 0, 0, 0, frame)
        if frame.is_ahead(evening) and days.grain in (Grain.DAY, Grain.WEEK):
            settled = replace(settled, at=evening)
    if not is_english or not frame.is_ahead(ends):
        return settled, named
    return settled, Bounds(frame.now, ends, Grain.SECOND)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where an interval begins and where it ends, exclusive.

    `last` is the grain of an end that was named as a clock time or a length; a suite that counts that unit in adds it.
    """

    begins: datetime
    ends: datetime
    grain: Grain
    last: Grain | None = None


def bounds(values: tuple[Value, ...], settled: Settled, frame: Frame, *, is_chinese: bool) -> Bounds | None:
    """The interval that joined values name, None for a point."""
    by_kind = {type(value): value for value in values}
    stretch, through, lasting = by_kind.get(Stretch), by_kind.get(Through), by_kind.get(Lasting)
    if isinstance(stretch, Stretch):
        return Bounds(stretch.begins, stretch.ends, stretch.grain)
    if isinstance(lasting, Lasting):
        return Bounds(settled.begins, settled.begins + lasting.length, lasting.grain, lasting.grain)
    if isinstance(through, Through):
        return _through(through.last, settled, frame)
    days, daytime = by_kind.get(Days), by_kind.get(Daytime)
    if isinstance(daytime, Daytime) and Clock not in by_kind and daytime in _DAYTIME_HOURS:
        first, last = _DAYTIME_HOURS[daytime]
        first = 4 if is_chinese and daytime is Daytime.MORNING else first
        day = settled.begins.date()
        return Bounds(at_wall(day, first, 0, 0, frame), at_wall(day, last, 0, 0, frame), Grain.HOUR)
    if isinstance(days, Days) and days.stretch is not None and Clock not in by_kind:
        begins, ends = days.stretch
        grain = Grain.HOUR if days.begin_hour else days.grain
        return Bounds(at_wall(begins, days.begin_hour, 0, 0, frame), at_wall(ends, 0, 0, 0, frame), grain)
    return None


def _after(begins: date, last: Days) -> date:
    """The weekday or the day of the month that comes after the beginning."""
    if last.is_weekday:
        return begins + timedelta(days=(last.last.weekday() - begins.weekday()) % 7)
    month = begins.replace(day=1)
    while True:
        day = month + timedelta(days=last.last.day - 1)
        if day >= begins and day.day == last.last.day:
            return day
        month = add_months(month, 1)


def _through(last: Days | Clock, settled: Settled, frame: Frame) -> Bounds | None:
    if isinstance(last, Days):
        day = last.last
        if day < settled.begins.date() and last.grain is Grain.DAY:  # from 3 March to the 8th, Friday to Monday
            day = _after(settled.begins.date(), last)
        return Bounds(settled.begins, at_wall(day + timedelta(days=1), 0, 0, 0, frame), settled.grain)
    day, hour = settled.begins.date(), last.hour
    ends = at_wall(day, hour, last.minute, last.second, frame)
    if last.is_open and hour <= 12 and ends <= settled.begins:
        ends = at_wall(day, hour + 12, last.minute, last.second, frame)
    if ends <= settled.begins:
        ends = at_wall(day + timedelta(days=1), hour, last.minute, last.second, frame)
    grain = last.grain if settled.grain is Grain.HOUR else settled.grain
    return Bounds(settled.begins, ends, grain, grain)
