"""Rules below a day: every eight hours, every 20 minutes. The next of them by arithmetic, however far it is.

What divides a day (every 8 hours) keeps its wall times, so that a medicine stays at 6, 14 and 22 o'clock when the
clocks change; the one step over the change is an hour longer or shorter. Everything else (every 5 hours, every
20 minutes) counts real time from its first instant. Either way the rule stays in the zone in which it was made: a
journey of nine hours must not bring the next dose nine hours early.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from assistant.domain.reminder import SHORTEST_REPEAT_MINUTES

_STEPS = {"HOURLY": timedelta(hours=1), "MINUTELY": timedelta(minutes=1)}
_DAY, _HOUR = timedelta(days=1), timedelta(hours=1)
_MARGIN = timedelta(days=2)  # more than any two clocks are apart
_MOST_TRIED = 8_000  # the steps of two weeks, and of the 62 days that may be left out
_ALLOWED = {"FREQ", "INTERVAL", "COUNT", "UNTIL"}


def is_short(frequency: str) -> bool:
    """Whether this is a frequency below a day that can be followed."""
    return frequency in _STEPS


def step_of(rrule: str) -> timedelta | None:
    """How far apart the occurrences of a rule below a day are; None for any other rule."""
    match = re.search(r"FREQ=(HOURLY|MINUTELY)\b", rrule.upper())
    if match is None:
        return None
    interval = re.search(r"INTERVAL=(\d{1,4})\b", rrule)
    return _STEPS[match[1]] * (int(interval[1]) if interval is not None else 1)


def counts_real_time(rrule: str) -> bool:
    """Whether a rule means so much real time from one to the next, and no wall times."""
    step = step_of(rrule)
    return step is not None and not _keeps_wall_times(step)


def _keeps_wall_times(step: timedelta) -> bool:
    """An hour and less meets its wall times again after a change of the clocks; in real time no step is longer."""
    return step > _HOUR and _DAY % step == timedelta()


def is_sensible(parts: dict[str, list[str]]) -> bool:
    """Whether the checked parts of a rule below a day are few and its steps not too small."""
    step = _STEPS[parts["FREQ"][0]] * int(parts.get("INTERVAL", ["1"])[0])
    return step >= timedelta(minutes=SHORTEST_REPEAT_MINUTES) and parts.keys() <= _ALLOWED


@dataclass(frozen=True, slots=True)
class ShortRule:
    """A checked rule below a day, with its first wall time in a zone."""

    parts: dict[str, list[str]]
    first: datetime
    area: ZoneInfo
    last: datetime
    except_days: Collection[str] = ()

    def after(self, after_ms: int) -> tuple[datetime, int] | None:
        """The first wall time whose instant is after `after_ms`, and that instant. None when the rule has ended."""
        step = _STEPS[self.parts["FREQ"][0]] * int(self.parts.get("INTERVAL", ["1"])[0])
        count = int(self.parts["COUNT"][0]) if "COUNT" in self.parts else None
        at = self._by_wall if _keeps_wall_times(step) else self._by_time
        place = self._place_near(step, after_ms)
        for number in range(place, place + _MOST_TRIED):
            wall, at_ms = at(step, number)
            if wall > self.last or (count is not None and number >= count):
                return None
            if at_ms > after_ms and wall.date().isoformat() not in self.except_days:
                return wall, at_ms
        return None

    def _place_near(self, step: timedelta, after_ms: int) -> int:
        """The number of an occurrence shortly before an instant."""
        after = datetime.fromtimestamp(after_ms / 1000, self.area).replace(tzinfo=None)
        return max(0, (after - _MARGIN - self.first) // step)

    def _by_wall(self, step: timedelta, number: int) -> tuple[datetime, int]:
        wall = self.first + step * number
        return wall, round(wall.replace(tzinfo=self.area).timestamp() * 1000)

    def _by_time(self, step: timedelta, number: int) -> tuple[datetime, int]:
        begin = self.first.replace(tzinfo=self.area).astimezone(UTC)
        at = (begin + step * number).astimezone(self.area)
        return at.replace(tzinfo=None), round(at.timestamp() * 1000)
