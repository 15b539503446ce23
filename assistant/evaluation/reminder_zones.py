"""The zones of the tz database by what they do in some years, and when a daily wall time comes in each of them.

Written without what it judges: neither the rules of the program nor `fold` are used here.
"""

from __future__ import annotations

import functools
import zoneinfo
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

FIRST_YEAR, YEARS = 2026, 3
FIRST_DAY = date(FIRST_YEAR, 1, 1)
_LOOK_S = 6 * 3_600  # no zone changes twice within
_YEARS_AHEAD = 3  # a clock that is wrong by two years at most


def zone_classes(names: Iterable[str] | None = None, years: int = YEARS) -> dict[str, list[str]]:
    """The zones by the first of those that have the same transitions in the years that a life may see."""
    classes: dict[tuple[tuple[int, timedelta | None], ...], list[str]] = defaultdict(list)
    for name in sorted(zoneinfo.available_timezones() if names is None else names):
        classes[transitions(ZoneInfo(name), years)].append(name)
    return {same[0]: same for same in classes.values()}


def transitions(zone: ZoneInfo, years: int) -> tuple[tuple[int, timedelta | None], ...]:
    """The instants (seconds) at which a zone changes its offset, each with the new one; the first is the beginning."""

    def offset(at_s: int) -> timedelta | None:
        return datetime.fromtimestamp(at_s, UTC).astimezone(zone).utcoffset()

    at_s = round(datetime(FIRST_YEAR - 1, 12, 30, tzinfo=UTC).timestamp())
    end_s = round(datetime(FIRST_YEAR + years + _YEARS_AHEAD, 1, 2, tzinfo=UTC).timestamp())
    found = [(at_s, offset(at_s))]
    while at_s < end_s:
        low, high = at_s, at_s + _LOOK_S
        if offset(low) != offset(high):
            before = offset(low)
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if offset(middle) == before else (low, middle)
            found.append((high, offset(high)))
        at_s += _LOOK_S
    return tuple(found)


@functools.lru_cache(maxsize=256)
def expected(place: str, wall: str, years: int) -> list[int]:
    """The instants of a daily wall time, day by day, found by trying the offsets around: no fold, no library."""
    found: list[int] = []
    zone = ZoneInfo(place)
    day = datetime.combine(FIRST_DAY, time(int(wall[:2]), int(wall[3:])))
    while day.year < FIRST_YEAR + years + _YEARS_AHEAD:
        as_utc = day.replace(tzinfo=UTC)
        around = [(as_utc + timedelta(hours=hours)).astimezone(zone).utcoffset() for hours in (-30, 30)]
        tried = sorted({as_utc - offset for offset in around if offset is not None})
        fitting = [instant for instant in tried if instant.astimezone(zone).replace(tzinfo=None) == day]
        instant = fitting[0] if fitting else as_utc - (around[0] or timedelta())
        found.append(round(instant.timestamp() * 1000))
        day += timedelta(days=1)
    return found
