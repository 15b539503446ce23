"""The small things a time is made of, and how they are put together into an instant.

A grammar file (`time_english.py`, `time_chinese.py`) finds parts: some days, a clock time, a part of the day, an exact
distance from now. `time.py` joins neighbouring parts; `settle` here turns what was joined into one instant: the future
first, an hour without am or pm as a person would mean it, and wall time made an instant without surprises around
daylight saving.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

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
    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    TONIGHT = "tonight"  # begins like the evening, but two o'clock in it is after midnight
    NIGHT = "night"
    ALL_DAY = "all_day"  # "end of day": in the evening, without colouring a clock time


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of whole days. `is_weekday_now` marks a bare weekday that may also be today.

    `stretch` is the interval, its end exclusive, that a phrase names when it is wider than the day to remind on;
    `begin_hour` shifts its beginning: a weekend begins on Friday at 18.
    """

    first: date
    last: date
    grain: Grain = Grain.DAY
    is_weekday_now: bool = False
    is_weekday: bool = False
    stretch: tuple[date, date] | None = None
    begin_hour: int = 0


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
    """

    is_strict: bool = True
    rule: Rule | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """An interval counted from now, its end exclusive: the next three days."""

    begins: datetime
    ends: datetime
    grain: Grain


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
    """A zone named beside a clock time, by its distance from UTC."""

    minutes: int


@dataclass(frozen=True, slots=True)
class Shift:
    """A distance from a day that stands behind it: two weeks before."""

    days: int = 0
    months: int = 0


Value = Shift | Zone | Days | Clock | Daytime | Exact | Repeating | Stretch | Through | Lasting


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text with what it means. A weak part counts only beside another part."""

    start: int
    end: int
    values: tuple[Value, ...]
    is_weak: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """What times are relative to: now in the user's zone, the user's usual hours, and the order of 3/4."""

    now: datetime
    morning_hour: int = 9
    evening_hour: int = 18
    is_day_first: bool = False

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
        """The next such weekday after today; 0 is Monday."""
        distance = (weekday - self.today.weekday() - 1) % 7 + 1
        day = self.today + timedelta(days=distance)
        return Days(day, day, is_weekday_now=distance == 7, is_weekday=True)

    def date(self, month: int, day: int, year: int | None = None) -> Days | None:
        """A calendar date; without a year the next one that exists, today included. None when there is none."""
        years = [year] if year is not None else range(self.today.year, self.today.year + 9)
        for candidate in years:
            try:
                found = date(candidate, month, day)
            except ValueError:
                continue
            if year is not None or found >= self.today:
                return Days(found, found)
        return None

    def day_of_month(self, day: int) -> Days | None:
        """The next day with this number, today included."""
        for distance in range(12):
            month = self.month(distance)
            if day <= month.last.day and month.first.replace(day=day) >= self.today:
                found = month.first.replace(day=day)
                return Days(found, found)
        return None

    def month_named(self, month: int, year: int | None = None) -> Days | None:
        """That month of a year, else the one that is running or comes next."""
        if not 1 <= month <= 12:
            return None
        if year is None:
            year = self.today.year if month >= self.today.month else self.today.year + 1
        return month_days(date(year, month, 1)) if 1 <= year <= 9999 else None


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
    wall = datetime.combine(day, time(), tzinfo=None) + timedelta(hours=hour, minutes=minute, seconds=second)
    zoned = wall.replace(tzinfo=frame.now.tzinfo, fold=0)
    return zoned.astimezone(UTC).astimezone(frame.now.tzinfo)


@dataclass(frozen=True, slots=True)
class Settled:
    """`at` is when to remind; `begins` the wall time at which the named stretch begins; `grain` how exact it is."""

    at: datetime
    begins: datetime
    grain: Grain
    has_clock: bool


_DEFAULT_HOURS = {
    Daytime.DAWN: 5,
    Daytime.NOON: 12,
    Daytime.AFTERNOON: 15,
    Daytime.NIGHT: 21,
}
_FIRST_HOURS = {
    Daytime.DAWN: 0,
    Daytime.MORNING: 4,
    Daytime.NOON: 12,
    Daytime.AFTERNOON: 12,
    Daytime.EVENING: 18,
    Daytime.TONIGHT: 18,
    Daytime.NIGHT: 18,
    Daytime.ALL_DAY: 0,
}


def settle(values: tuple[Value, ...], frame: Frame) -> Settled | None:
    """One instant for the joined values, None when they do not name one."""
    days = next((value for value in values if isinstance(value, Days)), None)
    clock = next((value for value in values if isinstance(value, Clock)), None)
    daytime = next((value for value in values if isinstance(value, Daytime)), None)
    exact = next((value for value in values if isinstance(value, Exact)), None)
    stretch = next((value for value in values if isinstance(value, Stretch)), None)
    if stretch is not None:
        return _settle_stretch(stretch, frame)
    if exact is not None:
        return Settled(exact.at, exact.at, exact.grain, has_clock=True)
    if clock is not None:
        return _settle_clock(days, clock, daytime, frame)
    if daytime is not None:
        return _settle_daytime(days, daytime, frame)
    return None if days is None else _settle_days(days, frame)


def _settle_stretch(stretch: Stretch, frame: Frame) -> Settled:
    """What is to happen within a stretch is due at its end: the last evening, or the last moment."""
    has_clock = stretch.grain in (Grain.SECOND, Grain.MINUTE, Grain.HOUR)
    at = stretch.ends if has_clock else at_wall(stretch.ends.date(), frame.evening_hour - 24, 0, 0, frame)
    return Settled(at, stretch.begins, stretch.grain, has_clock)


def _settle_clock(days: Days | None, clock: Clock, daytime: Daytime | None, frame: Frame) -> Settled:
    hours = _hours(clock, daytime, is_today=days is None or days.first == frame.today)

    def on(day: date, hour: int) -> datetime:
        return at_wall(day, hour, clock.minute, clock.second, frame)

    if days is None or days.first < frame.today <= days.last:
        choices = [on(frame.today + timedelta(days=distance), hour) for distance in (0, 1) for hour in hours]
    elif days.is_weekday_now:
        choices = [on(day, hour) for day in (frame.today, days.first) for hour in hours]
    else:
        choices = [on(days.first, hour) for hour in hours]
    at = next((choice for choice in choices if frame.is_ahead(choice)), choices[0] if days is not None else choices[-1])
    return Settled(at, at, clock.grain, has_clock=True)


def _hours(clock: Clock, daytime: Daytime | None, *, is_today: bool) -> list[int]:
    """The hours a clock time may mean, the likelier first; 24 and more belong to the night of that day."""
    hour = clock.hour
    if daytime in (None, Daytime.ALL_DAY):
        if not clock.is_open or hour in (10, 11, 12):
            return [hour]
        if hour <= 6:
            return [hour + 12]
        return [hour, hour + 12] if is_today else [hour]
    if not clock.is_open and (hour >= 12 or daytime in (Daytime.DAWN, Daytime.MORNING, Daytime.NOON)):
        return [hour]
    return [_hour_in(hour, daytime)]


def _hour_in(hour: int, daytime: Daytime | None) -> int:
    if daytime in (Daytime.DAWN, Daytime.MORNING):
        return hour % 12
    if daytime is Daytime.NOON:
        return hour if hour >= 10 else hour + 12
    if daytime is Daytime.AFTERNOON:
        return hour % 12 + 12
    if hour == 12:
        return 24
    if daytime is Daytime.EVENING:
        return hour + 12
    return hour + 24 if hour < 5 else hour + 12  # "tonight at 2" belongs to the night that begins today


def usual_hour(clock: Clock | None, daytime: Daytime | None, frame: Frame) -> int:
    """The hour of something that repeats: the likelier one, whatever the time is now."""
    if clock is not None:
        return _hours(clock, daytime, is_today=False)[0]
    return frame.morning_hour if daytime is None else _default_hour(daytime, frame)


def _settle_daytime(days: Days | None, daytime: Daytime, frame: Frame) -> Settled:
    hour = _default_hour(daytime, frame)
    day = frame.today if days is None else days.first
    at = at_wall(day, hour, 0, 0, frame)
    is_today = day == frame.today
    if days is None and not frame.is_ahead(at):
        day += timedelta(days=1)
        at = at_wall(day, hour, 0, 0, frame)
    elif days is not None and is_today and not frame.is_ahead(at) and daytime in _LATE_HOURS:
        at = _soon(frame, _LATE_HOURS[daytime])
    begins = at_wall(day, _FIRST_HOURS[daytime], 0, 0, frame)
    return Settled(at, begins, Grain.HOUR, has_clock=daytime is not Daytime.ALL_DAY)


_LATE_HOURS = {
    Daytime.AFTERNOON: 18,
    Daytime.EVENING: 24,
    Daytime.TONIGHT: 24,
    Daytime.NIGHT: 24,
    Daytime.ALL_DAY: 24,
}


def _default_hour(daytime: Daytime, frame: Frame) -> int:
    if daytime is Daytime.MORNING:
        return frame.morning_hour
    if daytime in (Daytime.EVENING, Daytime.TONIGHT, Daytime.ALL_DAY):
        return frame.evening_hour
    if daytime is Daytime.NIGHT:
        return max(_DEFAULT_HOURS[daytime], frame.evening_hour)
    return _DEFAULT_HOURS[daytime]


def _soon(frame: Frame, last_hour: int) -> datetime:
    """An hour from now, but not beyond the end of that part of today; past that end, its last minute."""
    last = at_wall(frame.today, last_hour, 0, 0, frame) - timedelta(minutes=1)
    return min(frame.later(hours=1), last)


def _settle_days(days: Days, frame: Frame) -> Settled:
    """A day without a time is its morning; what is running already is its end; today is a time still ahead."""
    begins = at_wall(days.first, 0, 0, 0, frame)
    first_morning = at_wall(days.first, frame.morning_hour, 0, 0, frame)
    if frame.is_ahead(first_morning) or days.last < frame.today:
        return Settled(first_morning, begins, days.grain, has_clock=False)
    last = days.last
    if days.grain is Grain.WEEK and days.last - days.first == timedelta(days=6):
        friday = days.first + timedelta(days=4)
        last = friday if friday >= frame.today else last
    evening = at_wall(last, frame.evening_hour, 0, 0, frame)
    at = evening if frame.is_ahead(evening) else _soon(frame, 24)
    return Settled(at, begins, days.grain, has_clock=False)
