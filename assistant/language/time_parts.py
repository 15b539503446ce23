"""The small things a time is made of, and the frame they are read in.

A grammar file (`time_english.py`, `time_chinese.py`) finds parts: some days, a clock time, a part of the day, an exact
distance from now. `time.py` joins neighbouring parts; `time_settle.py` turns what was joined into one instant.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import TypeVar

from assistant.language.time_rule import Rule


class Grain(StrEnum):
    """How exact a time is."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Daytime(StrEnum):
    """A part of the day."""

    DAWN = "dawn"
    EARLY_MORNING = "early_morning"
    MORNING = "morning"
    NOON = "noon"
    AFTER_LUNCH = "after_lunch"
    AFTERNOON = "afternoon"
    AFTER_WORK = "after_work"
    EVENING = "evening"
    TONIGHT = "tonight"  # begins like the evening, but two o'clock in it is after midnight
    NIGHT = "night"
    LATE = "late"
    ALL_DAY = "all_day"  # "end of day": in the evening, without colouring a clock time


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of whole days. `is_weekday_now` marks a bare weekday that may also be today.

    `stretch` is the interval, its end exclusive, that a phrase names when it is wider than the day to remind on;
    `begin_hour` shifts its beginning: a weekend begins on Friday at 18. `yearly` gives the same days in another year,
    where no year was named; `counted` is the unit in which they were counted from now; `place` which such weekday of
    several is meant: the third Tuesday (after Christmas), the second closest (`is_nearest`) Tuesday (to it);
    `month_day` is the number of a day whose month may stand beside it.
    """

    first: date
    last: date
    grain: Grain = Grain.DAY
    is_weekday_now: bool = False
    is_weekday: bool = False
    stretch: tuple[date, date] | None = None
    begin_hour: int = 0
    yearly: Callable[[int], Days | None] | None = field(default=None, compare=False, repr=False)
    counted: Grain | None = None
    place: int = 1
    is_nearest: bool = False
    month_day: int | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A wall-clock time; `is_open` when it may be before or after noon; hour 24 is the end of the day."""

    hour: int
    minute: int = 0
    second: int = 0
    is_open: bool = False
    grain: Grain = Grain.HOUR


@dataclass(frozen=True, slots=True)
class Exact:
    """An instant counted from now."""

    at: datetime
    grain: Grain


@dataclass(frozen=True, slots=True)
class Repeating:
    """Something that happens again and again, by `rule` where the grammar can tell how.

    `is_strict` when it repeats for certain ("every", 每), and not as a mere adjective ("the weekly report").
    `is_after_done` when it counts from the last time it was done, `times_a_day` where only their number is told.
    """

    is_strict: bool = True
    rule: Rule | None = None
    is_after_done: bool = False
    times_a_day: int = 0


@dataclass(frozen=True, slots=True)
class Times:
    """Further clock times of the same day: at 9, 13 and 18."""

    clocks: tuple[Clock, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """An interval counted from now, its end exclusive: the next three days."""

    begins: datetime
    ends: datetime
    grain: Grain
    shift: Shift | None = None  # what it means behind a day: 圣诞节前三天


@dataclass(frozen=True, slots=True)
class Through:
    """The last day or clock time of a range whose beginning stands beside it."""

    last: Days | Clock


@dataclass(frozen=True, slots=True)
class Lasting:
    """How long something takes."""

    length: timedelta
    grain: Grain


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone named beside a clock time, by its distance from UTC.

    `area` is the IANA name in whose wall time something that repeats is meant: who says PST in a rule means the clocks
    there. With `is_place` ("London time") a single time is read by those clocks, too.
    """

    minutes: int
    area: str = ""
    is_place: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """A distance from a day that stands behind it: two weeks before."""

    days: int = 0
    months: int = 0
    workdays: int = 0


_Kind = TypeVar("_Kind")

Value = Times | Shift | Zone | Days | Clock | Daytime | Exact | Repeating | Stretch | Through | Lasting


def first_of(values: Iterable[Value], kind: type[_Kind]) -> _Kind | None:
    """The first value of that kind, None without one."""
    for value in values:
        if isinstance(value, kind):
            return value
    return None


def holds(values: Iterable[Value], *kinds: type) -> bool:
    """Whether one of the values is of one of these kinds."""
    return any(map(kinds.__contains__, map(type, values)))


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text with what it means. A weak part counts only beside another part."""

    start: int
    end: int
    values: tuple[Value, ...]
    is_weak: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """What times are relative to: now in the user's zone, the user's usual hours, and the order of 3/4.

    With `is_past` a day that may be past or to come is the past one: "what did I do on Monday".
    """

    now: datetime
    morning_hour: int = 9
    evening_hour: int = 18
    is_day_first: bool = False
    is_past: bool = False

    @property
    def today(self) -> date:
        """The user's date."""
        return self.now.date()

    def later(self, **distance: float) -> datetime:
        """So many real hours, minutes or seconds from now: what a `timedelta` takes, across any change of clocks."""
        return (self.now.astimezone(UTC) + timedelta(**distance)).astimezone(self.now.tzinfo)

    def is_ahead(self, at: datetime) -> bool:
        """Whether an instant is after now. Datetimes of one zone compare by their wall times, which a fold doubles."""
        return at.timestamp() > self.now.timestamp()

    def day(self, distance: int) -> Days:
        """The day so many days from today."""
        day = self.today + timedelta(days=distance)
        return Days(day, day)

    def week(self, distance: int) -> Days:
        """The calendar week, Monday to Sunday, so many weeks from this one."""
        monday = self.today - timedelta(days=self.today.weekday()) + timedelta(weeks=distance)
        return Days(monday, monday + timedelta(days=6), Grain.WEEK)

    def month(self, distance: int) -> Days:
        """The calendar month so many months from this one."""
        return month_days(add_months(self.today.replace(day=1), distance))

    def year(self, distance: int) -> Days:
        """The calendar year so many years from this one."""
        year = self.today.year + distance
        return Days(date(year, 1, 1), date(year, 12, 31), Grain.YEAR)

    def weekday(self, weekday: int) -> Days:
        """The next such weekday after today, or the last before it; 0 is Monday."""
        if self.is_past:
            day = self.today - timedelta(days=(self.today.weekday() - weekday - 1) % 7 + 1)
            return Days(day, day, is_weekday=True)
        distance = (weekday - self.today.weekday() - 1) % 7 + 1
        day = self.today + timedelta(days=distance)
        return Days(day, day, is_weekday_now=distance == 7, is_weekday=True)

    def date(self, month: int, day: int, year: int | None = None) -> Days | None:
        """A calendar date; without a year the next, or the last, that exists, today included. None without one."""
        if year is not None:
            return _date(year, month, day)
        step = -1 if self.is_past else 1
        for candidate in range(self.today.year, self.today.year + 9 * step, step):
            found = _date(candidate, month, day)
            if found is not None and (found.first - self.today).days * step >= 0:
                return replace(found, yearly=_each_year(month, day))
        return None

    def day_of_month(self, day: int) -> Days | None:
        """The next day with this number, or the last, today included."""
        step = -1 if self.is_past else 1
        for distance in range(0, 12 * step, step):
            month = self.month(distance)
            found = month.first.replace(day=min(day, month.last.day))
            if found.day == day and (found - self.today).days * step >= 0:
                return Days(found, found)
        return None

    def month_named(self, month: int, year: int | None = None) -> Days | None:
        """That month of a year, else the one that is running, or comes next, or came last."""
        if not 1 <= month <= 12:
            return None
        if year is None:
            year = self.today.year
            if self.is_past and month > self.today.month:
                year -= 1
            elif not self.is_past and month < self.today.month:
                year += 1
            return replace(month_days(date(year, month, 1)), yearly=_each_month(month))
        return month_days(date(year, month, 1)) if 1 <= year <= 9999 else None

    def ahead(self, month: Days, part_of: Callable[[Days], Days | None]) -> Days | None:
        """A part of a month: of the next year's, where no year was named and this year's is over; its end, if not."""
        found = part_of(month)
        if found is None or self.is_past or month.yearly is None or found.last >= self.today:
            return found
        last = found.stretch[1] - timedelta(days=1) if found.stretch is not None else found.last
        if last >= self.today:
            return replace(found, first=last, last=last)
        following = month.yearly(month.first.year + 1)
        return None if following is None else part_of(following)


def workday_from(day: date, distance: int) -> date:
    """The day so many working days, Monday to Friday, after `day`; before it for a negative number."""
    step, left = 1 if distance > 0 else -1, min(abs(distance), 5_000)
    while left:
        day += timedelta(days=step)
        left -= day.weekday() < 5
    return day


def _each_year(month: int, day: int) -> Callable[[int], Days | None]:
    def found(year: int) -> Days | None:
        return _date(year, month, day)

    return found


def _each_month(month: int) -> Callable[[int], Days | None]:
    def found(year: int) -> Days | None:
        return month_days(date(year, month, 1))

    return found


def _date(year: int, month: int, day: int) -> Days | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return Days(found, found)


def add_months(day: date, months: int) -> date:
    """The same day some months on, or the last day of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        raise OverflowError("no such year")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def month_days(first: date) -> Days:
    """The whole month that begins on `first`."""
    return Days(first, first.replace(day=calendar.monthrange(first.year, first.month)[1]), Grain.MONTH)


def at_wall(day: date, hour: int, minute: int, second: int, frame: Frame) -> datetime:
    """That wall time in the zone of `frame`. In a gap it moves forward by the gap; in a fold it is the first."""
    midnight = datetime.combine(day, time(), frame.now.tzinfo)
    wall = midnight + timedelta(hours=hour, minutes=minute, seconds=second)
    return wall.astimezone(UTC).astimezone(frame.now.tzinfo)
