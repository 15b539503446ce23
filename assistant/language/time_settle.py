"""What was joined made into one instant.

The future first, an hour without am or pm as a person would mean it, and wall time made an instant without surprises
around daylight saving.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from assistant.language.time_parts import (
    Clock,
    Days,
    Daytime,
    Exact,
    Frame,
    Grain,
    Stretch,
    Value,
    at_wall,
    first_of,
)


@dataclass(frozen=True, slots=True)
class Settled:
    """`at` is when to remind; `begins` the wall time at which the named stretch begins; `grain` how exact it is."""

    at: datetime
    begins: datetime
    grain: Grain
    has_clock: bool


_DEFAULT_HOURS = {
    Daytime.DAWN: 5,
    Daytime.EARLY_MORNING: 7,
    Daytime.NOON: 12,
    Daytime.AFTER_LUNCH: 14,
    Daytime.AFTERNOON: 15,
    Daytime.NIGHT: 21,
    Daytime.LATE: 22,
}
_FIRST_HOURS = {
    Daytime.DAWN: 0,
    Daytime.EARLY_MORNING: 0,
    Daytime.MORNING: 4,
    Daytime.NOON: 12,
    Daytime.AFTER_LUNCH: 13,
    Daytime.AFTERNOON: 12,
    Daytime.AFTER_WORK: 17,
    Daytime.EVENING: 18,
    Daytime.TONIGHT: 18,
    Daytime.NIGHT: 18,
    Daytime.LATE: 21,
    Daytime.ALL_DAY: 0,
}


_MORNINGS = (Daytime.DAWN, Daytime.EARLY_MORNING, Daytime.MORNING)


def settle(values: tuple[Value, ...], frame: Frame) -> Settled | None:
    """One instant for the joined values, None when they do not name one."""
    days = first_of(values, Days)
    clock = first_of(values, Clock)
    daytime = first_of(values, Daytime)
    exact = first_of(values, Exact)
    stretch = first_of(values, Stretch)
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
    if not clock.is_open and (hour >= 12 or daytime in (*_MORNINGS, Daytime.NOON)):
        return [hour]
    return [_hour_in(hour, daytime)]


def _hour_in(hour: int, daytime: Daytime | None) -> int:
    if daytime in _MORNINGS:
        return hour % 12
    if daytime is Daytime.NOON:
        return hour if hour >= 10 else hour + 12
    if daytime in (Daytime.AFTERNOON, Daytime.AFTER_LUNCH, Daytime.AFTER_WORK):
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
    if days is not None and days.is_weekday_now and frame.is_ahead(today := at_wall(frame.today, hour, 0, 0, frame)):
        day, at = frame.today, today  # Wednesday night, said on a Wednesday morning
    if days is None and not frame.is_ahead(at):
        day += timedelta(days=1)
        at = at_wall(day, hour, 0, 0, frame)
    elif days is not None and is_today and not frame.is_ahead(at) and daytime in _LATE_HOURS:
        at = _soon(frame, _LATE_HOURS[daytime])
    begins = at_wall(day, _FIRST_HOURS[daytime], 0, 0, frame)
    if daytime is Daytime.ALL_DAY:  # the end of the day
        begins = at_wall(day, 23, 59, 59, frame)
    return Settled(at, begins, Grain.HOUR, has_clock=daytime is not Daytime.ALL_DAY)


_LATE_HOURS = {
    Daytime.AFTER_LUNCH: 17,
    Daytime.AFTER_WORK: 22,
    Daytime.LATE: 24,
    Daytime.AFTERNOON: 18,
    Daytime.EVENING: 24,
    Daytime.TONIGHT: 24,
    Daytime.NIGHT: 24,
    Daytime.ALL_DAY: 24,
}


def _default_hour(daytime: Daytime, frame: Frame) -> int:
    if daytime is Daytime.MORNING:
        return frame.morning_hour
    if daytime in (Daytime.EVENING, Daytime.TONIGHT, Daytime.AFTER_WORK, Daytime.ALL_DAY):
        return frame.evening_hour
    if daytime in (Daytime.NIGHT, Daytime.LATE):
        return max(_DEFAULT_HOURS[daytime], frame.evening_hour)
    return _DEFAULT_HOURS[daytime]


def _soon(frame: Frame, last_hour: int) -> datetime:
    """An hour from now, but not beyond the end of that part of today; past that end, its last minute."""
    last = at_wall(frame.today, last_hour, 0, 0, frame) - timedelta(minutes=1)
    return min(frame.later(hours=1), last)


def _settle_days(days: Days, frame: Frame) -> Settled:
    """A day without a time is its morning; what is running already is its end; today is a time still ahead."""
    begins = at_wall(days.first, 0, 0, 0, frame)
    if days.counted is not None:  # a week from now begins at this time of day
        now = frame.now
        begins = at_wall(days.first, now.hour, now.minute, now.second, frame)
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
