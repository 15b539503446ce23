"""A recurrence in local wall time: its RFC 5545 text and the days on which it falls."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.domain.reminder import SHORTEST_REPEAT_MINUTES
from assistant.language.patterns import lazy_pattern

WEEKDAY_NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKDAYS = tuple((0, weekday) for weekday in range(5))
WEEKEND = ((0, 5), (0, 6))
SUB_DAILY = {"SECONDLY": 1, "MINUTELY": 60, "HOURLY": 3600}
"""The frequencies below a day with the seconds of their units."""

_MINUTELY = lazy_pattern(r"FREQ=MINUTELY(?:;INTERVAL=(\d+))?")
_SEARCHED_DAYS = 366 * 9  # 29 February comes again after eight years at most


def is_followed_rule(rrule: str) -> bool:
    """Whether a rule comes seldom enough to be a reminder and no timer."""
    match = _MINUTELY.match(rrule)
    return match is None or int(match[1] or 1) >= SHORTEST_REPEAT_MINUTES


@dataclass(frozen=True, slots=True)
class Rule:
    """How a time repeats. `weekdays` are (place in the month or 0, weekday from Monday 0); -1 counts from the end.

    `weeks` are ISO weeks of the year, `year_days` days of it from 1. `times` are the wall times (hour, minute) of a day
    with several of them, in order; a single time of day is no part of a rule.
    """

    frequency: str
    interval: int = 1
    weekdays: tuple[tuple[int, int], ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    set_position: int = 0
    count: int = 0
    until: date | None = None
    weeks: tuple[int, ...] = ()
    year_days: tuple[int, ...] = ()
    times: tuple[tuple[int, int], ...] = ()

    @property
    def text(self) -> str:
        """The value of an RFC 5545 RRULE. UNTIL is a local wall time, the end of its day."""
        parts = [f"FREQ={self.frequency}"]
        if self.interval != 1:
            parts.append(f"INTERVAL={self.interval}")
        if self.months:
            parts.append("BYMONTH=" + ",".join(map(str, self.months)))
        if self.weeks:
            parts.append("BYWEEKNO=" + ",".join(map(str, self.weeks)))
        if self.year_days:
            parts.append("BYYEARDAY=" + ",".join(map(str, self.year_days)))
        if self.month_days:
            parts.append("BYMONTHDAY=" + ",".join(map(str, self.month_days)))
        if self.weekdays:
            names = (f"{place or ''}{WEEKDAY_NAMES[weekday]}" for place, weekday in self.weekdays)
            parts.append("BYDAY=" + ",".join(names))
        parts += self._times()
        if self.set_position:
            parts.append(f"BYSETPOS={self.set_position}")
        if self.count:
            parts.append(f"COUNT={self.count}")
        if self.until is not None:
            parts.append(f"UNTIL={self.until:%Y%m%d}T235959")
        return ";".join(parts)

    def _times(self) -> list[str]:
        """The times of a day. RFC 5545 crosses hours with minutes; where these differ BYSETPOS picks the named ones."""
        if not self.times:
            return []
        hours, minutes = (sorted({time[place] for time in self.times}) for place in (0, 1))
        parts = ["BYHOUR=" + ",".join(map(str, hours)), "BYMINUTE=" + ",".join(map(str, minutes))]
        if len(minutes) > 1:
            crossed = [(hour, minute) for hour in hours for minute in minutes]
            places = (str(place) for place, time in enumerate(crossed, start=1) if time in self.times)
            parts.append("BYSETPOS=" + ",".join(places))
        return parts

    def days_from(self, start: date) -> Iterator[date]:
        """The days on or after `start` that fit, were every one the first; the interval counts from the first."""
        if self._is_impossible():
            return
        for distance in range(min(_SEARCHED_DAYS, (date.max - start).days)):
            day = start + timedelta(days=distance)
            if self._fits(day):
                yield day

    def _is_impossible(self) -> bool:
        """Whether no month has such a day: 30 February."""
        longest = max((calendar.monthrange(2024, month)[1] for month in self.months), default=31)
        return bool(self.month_days) and min(abs(day) for day in self.month_days) > longest

    def _fits(self, day: date) -> bool:
        if not self._fits_year(day):
            return False
        last = calendar.monthrange(day.year, day.month)[1]
        if self.month_days and day.day not in self.month_days and day.day - last - 1 not in self.month_days:
            return False
        if not self.weekdays:
            return True
        if self.set_position:
            return self._is_placed(day, last)
        return any(weekday == day.weekday() and _is_place(place, day.day, last) for place, weekday in self.weekdays)

    def _fits_year(self, day: date) -> bool:
        """Whether the month, the week and the number of a day in its year are among those named."""
        return (
            (not self.months or day.month in self.months)
            and (not self.weeks or day.isocalendar().week in self.weeks)
            and (not self.year_days or day.timetuple().tm_yday in self.year_days)
        )

    def _is_placed(self, day: date, last: int) -> bool:
        """Whether `day` is the n-th fitting day of its month."""
        named = {weekday for _, weekday in self.weekdays}
        distance = day.weekday() - day.day
        fitting = [number for number in range(1, last + 1) if (number + distance) % 7 in named]
        place = self.set_position - 1 if self.set_position > 0 else self.set_position
        return -len(fitting) <= place < len(fitting) and fitting[place] == day.day


def _is_place(place: int, day: int, last: int) -> bool:
    if place == 0:
        return True
    return (day - 1) // 7 + 1 == place if place > 0 else (last - day) // 7 + 1 == -place
