# pyright: basic
"""The next occurrence of a rule: wall times of a zone, expanded by python-dateutil, turned into instants.

A rule is counted in wall time, so that "every Monday at nine" stays nine o'clock when the clocks change; what comes
by the hour is told in `short_repeats.py`. A wall time that the clocks skip is moved forward by the gap; one that comes
twice means the first. Rules may come from anywhere, so their text is checked against a grammar and their work is
bounded before anything is expanded.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from assistant.domain.reminder import SHORTEST_REPEAT_MINUTES
from assistant.language.patterns import lazy_pattern
from assistant.memory.short_repeats import ShortRule, is_sensible, is_short

MOST_WALKED = 20_000
"""Occurrences walked through at most; a rule that gives none after the instant by then counts as ended."""

_HORIZON = timedelta(days=366 * 12)  # 29 February comes again after eight years at most; nothing is armed beyond
_MARGIN = timedelta(days=2)  # more than any two clocks are apart
_MOST_CHARACTERS = 400
_MOST_VALUES = {
    "BYDAY": 14, "BYMONTHDAY": 62, "BYMONTH": 12, "BYSETPOS": 73, "BYHOUR": 24, "BYMINUTE": 12, "BYWEEKNO": 12,
    "BYYEARDAY": 12,
}  # fmt: skip
_MOST_A_DAY = 73  # times of day of one rule, every quarter of an hour from 6 to midnight: more is a timer
_MOST_CLOSE = 33  # that are closer than that
_MOST_PLACES = 8  # of weekdays in a month
_LIMITS = {
    "INTERVAL": (1, 1_000), "COUNT": (1, 5_000), "BYMONTH": (1, 12), "BYMONTHDAY": (-31, 31),
    "BYHOUR": (0, 23), "BYMINUTE": (0, 59), "BYWEEKNO": (-53, 53),
    "BYYEARDAY": (-366, 366),
}  # fmt: skip
_MAY_BE_ZERO = {"BYHOUR", "BYMINUTE"}
_FREQUENCIES = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 28, "YEARLY": 365}
_MONTH_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_WEEKDAY = lazy_pattern(r"(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_UNTIL = lazy_pattern(r"\d{8}(?:T\d{6}Z?)?")
_OF_A_DAY = {"BYHOUR", "BYMINUTE", "BYSETPOS"}
_NOT_WITH_WEEKS = {"BYMONTH", "BYMONTHDAY", "BYSETPOS"}
_NOT_WITH_YEAR_DAYS = {"BYDAY", "BYWEEKNO", *_NOT_WITH_WEEKS}
_PARTS = {"FREQ", "UNTIL", "WKST", *_MOST_VALUES, *_LIMITS}


class RuleInvalid(ValueError):
    """A rule that is none, comes more often than a reminder may, or would cost too much work."""


def rule_parts(rrule: str) -> dict[str, list[str]]:
    """The parts of a rule in RFC 5545's form, each with its values. Raises `RuleInvalid`.

    Only what a reminder needs is taken: nothing more often than `SHORTEST_REPEAT_MINUTES`, no BYSECOND or BYEASTER,
    and no endless lists.
    Several times a day are written with BYHOUR and BYMINUTE, those of them that are meant with BYSETPOS.
    """
    text = rrule.strip().upper().removeprefix("RRULE:")
    if not text or len(text) > _MOST_CHARACTERS or not text.isascii():
        raise RuleInvalid(rrule[:40])
    parts: dict[str, list[str]] = {}
    for part in text.split(";"):
        name, is_given, value = part.partition("=")
        if not is_given or name not in _PARTS or name in parts:
            raise RuleInvalid(part[:40])
        parts[name] = value.split(",")
        _check(name, parts[name])
    if "FREQ" not in parts or not _can_come(parts):
        raise RuleInvalid(text[:40])
    return parts


def _can_come(parts: dict[str, list[str]]) -> bool:
    """Whether the parts go together and some day fits them: dateutil walks to the year 9999 for a day that never is.

    RFC 5545 forbids most of what is refused here; nobody says the rest.
    """
    if is_short(parts["FREQ"][0]):
        return is_sensible(parts)
    days = parts.get("BYDAY", [])
    if parts.keys() & {"BYHOUR", "BYMINUTE"}:
        if not _has_times(parts, len(days)):
            return False
        parts = {name: values for name, values in parts.items() if name not in _OF_A_DAY}
    return _goes_together(parts, days) and _is_some_day(parts)


def _goes_together(parts: dict[str, list[str]], days: list[str]) -> bool:
    frequency = parts["FREQ"][0]
    has_places = any(len(day) > 2 for day in days)
    is_long = frequency in ("MONTHLY", "YEARLY")
    if (has_places or "BYSETPOS" in parts) and (not is_long or "BYMONTHDAY" in parts):
        return False
    if "BYSETPOS" in parts:
        most = 4 * len(set(days)) + 1  # so many are in some month, whichever weekdays they are
        places = parts["BYSETPOS"]
        if not days or has_places or len(places) > _MOST_PLACES or any(abs(int(place)) > most for place in places):
            return False
    if "BYWEEKNO" in parts and (frequency != "YEARLY" or has_places or parts.keys() & _NOT_WITH_WEEKS):
        return False
    if "BYYEARDAY" in parts and (frequency != "YEARLY" or parts.keys() & _NOT_WITH_YEAR_DAYS):
        return False
    is_odd_week = frequency == "WEEKLY" and "BYMONTHDAY" in parts
    is_odd_day = frequency == "DAILY" and parts.get("INTERVAL", ["1"]) != ["1"] and parts.keys() & {*_MOST_VALUES}
    return not (is_odd_week or is_odd_day)


def _is_some_day(parts: dict[str, list[str]]) -> bool:
    months = [int(month) for month in parts.get("BYMONTH", range(1, 13))]
    month_days = [int(day) for day in parts.get("BYMONTHDAY", ["1"])]
    return any(abs(day) <= _MONTH_LENGTHS[month - 1] for day in month_days for month in months)


def _has_times(parts: dict[str, list[str]], days: int) -> bool:
    """Whether BYHOUR and BYMINUTE name a few times of day, and BYSETPOS some of them."""
    if parts["FREQ"][0] not in ("DAILY", "WEEKLY") or "BYHOUR" not in parts:
        return False
    times = len(set(parts["BYHOUR"])) * len(set(parts.get("BYMINUTE", ["0"])))
    places = parts.get("BYSETPOS", [])
    most = times * (days or 1) if parts["FREQ"][0] == "WEEKLY" else times
    allowed = _MOST_A_DAY if _is_spaced(parts.get("BYMINUTE", ["0"])) else _MOST_CLOSE
    return (len(places) or times) <= allowed and all(abs(int(place)) <= most for place in places)


def _is_spaced(values: list[str]) -> bool:
    """Whether the minutes of an hour are so far apart as anything that repeats must be."""
    minutes = sorted({int(value) for value in values})
    gaps = [after - before for before, after in zip(minutes, [*minutes[1:], minutes[0] + 60], strict=True)]
    return min(gaps) >= SHORTEST_REPEAT_MINUTES


def _check(name: str, values: list[str]) -> None:
    if len(values) > _MOST_VALUES.get(name, 1) or not all(_is_value(name, value) for value in values):
        raise RuleInvalid(f"{name}={','.join(values)}"[:40])


def _is_value(name: str, value: str) -> bool:
    if name == "FREQ":
        return value in _FREQUENCIES or is_short(value)
    if name == "BYDAY":
        return _WEEKDAY.fullmatch(value) is not None
    if name == "WKST":
        return len(value) == 2 and _WEEKDAY.fullmatch(value) is not None
    if name == "UNTIL":
        return _UNTIL.fullmatch(value) is not None
    lowest, highest = _LIMITS.get(name, (-366, 366))
    is_number = re.fullmatch(r"[+-]?\d{1,6}", value) is not None
    return is_number and lowest <= int(value) <= highest and (int(value) != 0 or name in _MAY_BE_ZERO)


def is_rule(rrule: str) -> bool:
    """Whether a rule is one that this program follows."""
    try:
        rule_parts(rrule)
    except RuleInvalid:
        return False
    return True


def next_occurrence(
    rrule: str, first_wall: str, zone: str, after_ms: int, except_days: Collection[str] = ()
) -> int | None:
    """The first instant of a rule after `after_ms`; None when the rule has ended, or is none that is followed."""
    found = next_wall(rrule, first_wall, zone, after_ms, except_days)
    return None if found is None else found[1]


def next_wall(
    rrule: str, first_wall: str, zone: str, after_ms: int, except_days: Collection[str] = ()
) -> tuple[datetime, int] | None:
    """The first wall time of a rule whose instant is after `after_ms`, and that instant.

    `first_wall` is the local wall time ("2026-11-23T09:00:00") from which the rule counts; it is itself an occurrence
    only when it fits the rule. `except_days` are local dates ("2026-12-25") that are left out. An unknown zone counts
    as UTC. None when the rule has ended, or is none that is followed.
    """
    try:
        parts = rule_parts(rrule)
        first = datetime.fromisoformat(first_wall).replace(tzinfo=None)
        after = datetime.fromtimestamp(after_ms / 1000, UTC)
        area = _zone(zone)
        after_wall = after.astimezone(area).replace(tzinfo=None)
        return _search(parts, first, area, after_wall, after_ms, frozenset(except_days))
    except (ValueError, OverflowError, OSError):
        return None


def _search(
    parts: dict[str, list[str]],
    first: datetime,
    area: ZoneInfo,
    after_wall: datetime,
    after_ms: int,
    except_days: frozenset[str],
) -> tuple[datetime, int] | None:
    if is_short(parts["FREQ"][0]):
        return ShortRule(parts, first, area, _end(parts.get("UNTIL"), area), except_days).after(after_ms)
    from dateutil.rrule import rrulestr  # noqa: PLC0415 - a capture without a repeat must not wait for it

    until, count = parts.pop("UNTIL", None), parts.pop("COUNT", None)
    _keep_month_ends(parts, first)
    if "BYWEEKNO" in parts:
        parts.setdefault("BYDAY", [_WEEKDAYS[first.weekday()]])
    earliest = after_wall - _MARGIN
    start = (
        _near(parts, first, earliest) if count is None else first
    )  # one that is counted out is walked from its first
    last = min(_end(until, area), max(first, after_wall) + _HORIZON)
    text = ";".join(f"{name}={','.join(values)}" for name, values in parts.items())
    rule = rrulestr(f"{text};UNTIL={last:%Y%m%dT%H%M%S}", dtstart=start)
    for wall in islice(rule, MOST_WALKED if count is None else int(count[0])):
        if wall >= earliest and wall.date().isoformat() not in except_days:
            at_ms = instant_ms(wall, area)
            if at_ms > after_ms:
                return wall, at_ms
    return None


def _keep_month_ends(parts: dict[str, list[str]], first: datetime) -> None:
    """Let the 31st be the last day of a shorter month, and 29 February the 28th: a reminder is not skipped."""
    frequency = parts["FREQ"][0]
    if frequency not in ("MONTHLY", "YEARLY") or parts.keys() & {"BYDAY", "BYSETPOS", "BYWEEKNO", "BYYEARDAY"}:
        return
    if frequency == "YEARLY" and "BYMONTHDAY" not in parts and "BYMONTH" not in parts:
        parts["BYMONTH"] = [str(first.month)]
    if frequency == "YEARLY" and len(parts.get("BYMONTH", ())) != 1:
        return
    days = parts.get("BYMONTHDAY", [str(first.day)])
    if len(days) == 1 and int(days[0]) > 28:
        parts["BYMONTHDAY"] = [str(day) for day in range(28, int(days[0]) + 1)]
        parts["BYSETPOS"] = ["-1"]


def _near(parts: dict[str, list[str]], first: datetime, wanted: datetime) -> datetime:
    """A start from which the rule gives the same days and that lies shortly before `wanted`: less to walk.

    What the rule takes from its start (the weekday, the day of the month) stays, so whole periods are skipped: weeks
    and days by their number, years by a multiple of four of the interval, and months by whole such years.
    """
    if wanted <= first:
        return first
    interval = int(parts.get("INTERVAL", ["1"])[0])
    frequency = parts["FREQ"][0]
    if frequency in ("DAILY", "WEEKLY"):
        step = timedelta(days=_FREQUENCIES[frequency] * interval)
        return first + step * max(0, (wanted - first) // step - 1)
    years = 28 * interval  # 28 years later a date has its weekday again, within the Gregorian century
    back = (wanted.year - first.year) // years - 1
    year = first.year + years * max(0, back)
    return first.replace(year=year) if first.day <= 28 else first


def _end(until: list[str] | None, area: ZoneInfo) -> datetime:
    if until is None:
        return datetime.max - timedelta(days=366)  # noqa: DTZ901 - a wall time
    text = until[0]
    if "T" not in text:
        return datetime.strptime(text, "%Y%m%d").replace(hour=23, minute=59, second=59)  # noqa: DTZ007 - a wall time
    end = datetime.strptime(text.rstrip("Z"), "%Y%m%dT%H%M%S")  # noqa: DTZ007 - a wall time
    return end.replace(tzinfo=UTC).astimezone(area).replace(tzinfo=None) if text.endswith("Z") else end


def wall_ms(wall_time: str, zone: str) -> int | None:
    """The instant of a written wall time ("2026-11-23T09:00:00") of a zone; None when it is none of the calendar."""
    try:
        return instant_ms(datetime.fromisoformat(wall_time).replace(tzinfo=None), _zone(zone))
    except (ValueError, OverflowError, OSError):
        return None


def instant_ms(wall: datetime, area: ZoneInfo) -> int:
    """The instant of a wall time: moved forward over a gap, the first of two in a fold."""
    aware = wall.replace(tzinfo=area, fold=0)
    return round(aware.timestamp() * 1000)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")
