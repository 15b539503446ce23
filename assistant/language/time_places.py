"""A part of something longer: the third week of October, the last weekend of the year, the 40th day of 2027.

Every place goes with every unit and with every container, so that none of their products needs a rule of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from assistant.language.numbers import ENGLISH_ORDINAL, ENGLISH_YEAR, english_ordinal, english_year
from assistant.language.time_clues import DIGIT, FRACTION, ORDINAL, STEP_WORD, UNIT, WEEKDAY_NAME, WEEKEND, Finder
from assistant.language.time_english_words import MONTH, MONTHS, STEP, STEPS, WEEKDAY, WEEKDAYS, compiled, part
from assistant.language.time_parts import Days, Frame, Grain, Part, add_months, month_days

_PLACE = (
    rf"(?:({ENGLISH_ORDINAL}|\d{{3}}(?:st|nd|rd|th))(?:[ -](?:to[ -](?:the[ -])?)?(last))?|(last|final|penultimate))"
)
_UNITS = rf"(day|week ?-?end|week|month|quarter|half|{WEEKDAY})"
_CONTAINER = (
    rf"(?:({MONTH})(?:,? (?:of |in )?({ENGLISH_YEAR}))?|(?:the year )?((?:19|20)\d\d)"
    rf"|{STEP} (week|month|quarter|year)|the (week|month|quarter|year))"
)
_MONTHS_LONG = {"month": 1, "quarter": 3, "half": 6}


def weekend(saturday: date) -> Days:
    """The weekend of a Saturday; it begins on Friday evening and is reminded of on Saturday."""
    monday = saturday + timedelta(days=2)
    return Days(saturday, saturday + timedelta(days=1), Grain.WEEK, stretch=(saturday, monday), begin_hour=-6)


def quarter_of(year: int, place: int) -> Days:
    """The first to fourth quarter of a year."""
    first = date(year, 3 * place - 2, 1)
    return Days(first, add_months(first, 3) - timedelta(days=1), Grain.QUARTER)


def each_quarter(place: int) -> Callable[[int], Days]:
    """That quarter of any year."""

    def found(year: int) -> Days:
        return quarter_of(year, place)

    return found


def unit_days(frame: Frame, unit: str, distance: int) -> Days:
    """The week, month, quarter or year so many units from the one that is running."""
    if unit == "week":
        return frame.week(distance)
    if unit == "month":
        return frame.month(distance)
    if unit in ("year", "yr"):
        return frame.year(distance)
    first = frame.month(distance * 3 - (frame.today.month - 1) % 3).first
    return Days(first, add_months(first, 3) - timedelta(days=1), Grain.QUARTER)


@cache
def place_rules() -> tuple[Finder, ...]:
    """The rule of parts of something longer."""
    source = rf"(?:the )?{_PLACE} {_UNITS}s? (?:of|in) {_CONTAINER}"
    return compiled(((source, _placed, (ORDINAL | DIGIT | STEP_WORD, UNIT | WEEKDAY_NAME | WEEKEND | FRACTION)),))


def _placed(match: re.Match[str], frame: Frame) -> Part | None:
    ordinal, from_end, last, unit = match.groups()[:4]
    place = _number(ordinal) if ordinal else {"penultimate": 2}.get(last, 1)
    container = _container(match, frame)
    if container is None or place is None:
        return None
    place = -place if from_end or last else place
    days = frame.ahead(container, lambda container: within(container, unit.rstrip("."), place))
    named = match.groups()[-1]
    if named and days is not None and days.last < frame.today and not frame.is_past:  # "of the month": the one to come
        days = within(unit_days(frame, named, 1), unit.rstrip("."), place) or days
    return part(match, days)


def _number(text: str) -> int | None:
    return int(text[:-2]) if text[0].isdecimal() else english_ordinal(text)


def _container(match: re.Match[str], frame: Frame) -> Days | None:
    month, year, bare_year, step, stepped, named = match.groups()[4:]
    if month:
        return frame.month_named(MONTHS[month.rstrip(".")], english_year(year) if year else None)
    if bare_year:
        return frame.year(int(bare_year) - frame.today.year)
    return unit_days(frame, stepped, STEPS[step]) if step else unit_days(frame, named, 0)


def within(container: Days, unit: str, place: int) -> Days | None:
    """The n-th such unit of a container, from its end where `place` is negative; None when it has none.

    A week belongs where its Monday lies, and the last week also ends there; a weekend belongs where its Saturday lies.
    """
    first, last, step = container.first, container.last, place - 1 if place > 0 else place + 1
    if unit == "day":
        found = (first if place > 0 else last) + timedelta(days=step)
        days = Days(found, found)
    elif unit in WEEKDAYS or unit.startswith("week"):
        weekday = WEEKDAYS.get(unit, 0 if unit == "week" else 5)
        end = last - timedelta(days=6) if unit == "week" else last
        begin = first + timedelta(days=(weekday - first.weekday()) % 7)
        found = (begin if place > 0 else end - timedelta(days=(end.weekday() - weekday) % 7)) + timedelta(weeks=step)
        days = Days(found, found)
        if unit == "week":
            days = Days(found, found + timedelta(days=6), Grain.WEEK)
        elif unit not in WEEKDAYS:
            days = weekend(found)
    else:
        return _months_of(container, _MONTHS_LONG[unit], place)
    return days if first <= days.first <= last else None


def _months_of(container: Days, length: int, place: int) -> Days | None:
    """A month, a quarter or a half of a year or of a quarter."""
    after = container.last + timedelta(days=1)
    begins = add_months(container.first, length * (place - 1)) if place > 0 else add_months(after, length * place)
    ends = add_months(begins, length)
    if begins < container.first or ends > after:
        return None
    if length == 1:
        return month_days(begins)
    grain = Grain.QUARTER if length == 3 else Grain.MONTH
    stretch = (begins, ends) if length == 6 else None
    return Days(begins, ends - timedelta(days=1), grain, stretch=stretch)
