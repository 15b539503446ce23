# pyright: basic
"""On which day of a Gregorian year something falls: by date, by weekday, by Easter, by the moon.

The calendars of the moon come from small libraries of pure Python (borax, hijridate, pyluach), which are loaded only
when such a day was read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import lru_cache

YearDay = Callable[[int], "date | None"]
"""The day in a Gregorian year; None where that year has none, or lies outside of the calendar's table."""


def fixed(month: int, day: int) -> YearDay:
    """The same date each year."""
    return lambda year: date(year, month, day)


def nth(month: int, weekday: int, place: int, shift: int = 0) -> YearDay:
    """The n-th such weekday (Monday 0) of a month, -1 for the last, so many days on."""

    def day(year: int) -> date:
        if place < 0:
            last = date(year, month + 1, 1) - timedelta(days=1)
            found = last - timedelta(days=(last.weekday() - weekday) % 7)
        else:
            first = date(year, month, 1)
            found = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (place - 1))
        return found + timedelta(days=shift)

    return day


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian computus."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, correction = century // 4, (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Orthodox Easter Sunday, by Meeus' Julian algorithm, as a Gregorian date."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def from_easter(days: int, sunday: Callable[[int], date] = easter) -> YearDay:
    """So many days after Easter."""
    return lambda year: sunday(year) + timedelta(days=days)


def _in_year(days: Iterator[date | None], year: int) -> date | None:
    return next((day for day in days if day is not None and day.year == year), None)


def lunar(month: int, day: int) -> YearDay:
    """The day of the Chinese calendar; day 30 is the last of a shorter month, too. 1900 to 2100."""
    return lambda year: _in_year((lunar_date(lunar_year, month, day) for lunar_year in (year - 1, year)), year)


@lru_cache(maxsize=256)
def lunar_date(year: int, month: int, day: int) -> date | None:
    """A date of the Chinese calendar as a Gregorian one; None outside of 1900 to 2100 or for what is no date."""
    from borax.calendars.lunardate import InvalidLunarDateError, LunarDate  # noqa: PLC0415 - only when one is read

    for candidate in (day, day - 1) if day == 30 else (day,):
        try:
            return LunarDate(year, month, candidate).to_solar_date()
        except (InvalidLunarDateError, ValueError, IndexError):
            continue
    return None


def new_years_eve(year: int) -> date | None:
    """The eve of the Chinese New Year that falls in this year."""
    first = lunar_date(year, 1, 1)
    return None if first is None else first - timedelta(days=1)


def solar_term(place: int) -> YearDay:
    """One of the 24 solar terms, from 0 (the one in early January)."""

    def day(year: int) -> date | None:
        from borax.calendars.lunardate import TermUtils  # noqa: PLC0415 - only when one is read

        if not 1900 <= year <= 2100:
            return None
        return date(year, place // 2 + 1, TermUtils.parse_term_days(year)[place])

    return day


def islamic(month: int, day: int) -> YearDay:
    """The day of the Islamic calendar (Umm al-Qura), the first of a year that has two. 1924 to 2077."""

    @lru_cache(maxsize=16)
    def found(year: int) -> date | None:
        from hijridate import Hijri  # noqa: PLC0415 - only when one is read

        about = int((year - 622) * 33 / 32)
        days: list[date | None] = []
        for hijri_year in range(about - 1, about + 3):
            try:
                days.append(date(*Hijri(hijri_year, month, day).to_gregorian().datetuple()))
            except (OverflowError, ValueError):
                continue
        return _in_year(iter(days), year)

    return found


def hebrew(month: int, day: int, shift: int = -1) -> YearDay:
    """The evening on which a day of the Hebrew calendar begins (Nisan is month 1). Adar is the last of the year."""

    @lru_cache(maxsize=16)
    def found(year: int) -> date | None:
        from pyluach import dates  # noqa: PLC0415 - only when one is read

        days: list[date | None] = []
        for hebrew_year in (year + 3760, year + 3761):
            named = 13 if month == 12 and (7 * hebrew_year + 1) % 19 < 7 else month  # Adar II
            try:
                days.append(dates.HebrewDate(hebrew_year, named, day).to_pydate() + timedelta(days=shift))
            except (ValueError, OverflowError):
                continue
        return _in_year(iter(days), year)

    return found
