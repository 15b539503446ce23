"""Lengths of time in English, put together of any units: an hour and a half, 2 years 1 month and 21 days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from assistant.language.numbers import ENGLISH_AMOUNT, english_number
from assistant.language.time_clues import compiled_pattern
from assistant.language.time_parts import Days, Exact, Frame, Grain, Value, add_months, workday_from

_UNIT = (
    r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|hr|h|(?:business |working |work ?|week)days?|days?|nights?"
    r"|weeks?|wks?|fortnights?|months?|mths?|quarters?|years?|yrs?|decades?)"
)
LENGTH = (
    rf"{ENGLISH_AMOUNT}(?: more )?(?:[ -]| and an? half )?{_UNIT}(?:'s?)?(?: and an? (?:half|quarter))?"
    rf"(?:(?:,? and |, ?| ){ENGLISH_AMOUNT}[ -]?{_UNIT}){{0,3}}"
)
"""A regular expression for a length of up to four units."""

_PART = rf"({ENGLISH_AMOUNT})(?: more)?( and an? half)?[ -]?({_UNIT})(?:'s?)?(?: and an? (half|quarter))?"
_EXTRA = {"half": 0.5, "quarter": 0.25}
_SECONDS = {"s": 1, "mi": 60, "h": 3600}
_DAYS = {"da": (1, Grain.DAY), "n": (1, Grain.DAY), "w": (7, Grain.WEEK), "f": (14, Grain.WEEK)}
_MONTHS = {"m": (1, Grain.MONTH), "q": (3, Grain.MONTH), "y": (12, Grain.YEAR), "de": (120, Grain.YEAR)}


@dataclass(slots=True)
class _Length:
    """The sum of a length's units; `grain` is that of its first."""

    seconds: float = 0
    workdays: float = 0
    days: float = 0
    months: float = 0
    grain: Grain | None = None

    def add(self, amount: float, unit: str) -> None:
        """Add so many of a unit."""
        if unit.endswith(("day", "days")) and not unit.startswith("day"):
            self.workdays, grain = self.workdays + amount, Grain.DAY
        elif (size := _of(_SECONDS, unit)) is not None:
            self.seconds, grain = self.seconds + amount * size, Grain.SECOND if size == 1 else Grain.MINUTE
        elif (named := _of(_DAYS, unit)) is not None:
            self.days, grain = self.days + (amount if named[0] == 1 else round(amount * named[0])), named[1]
        else:
            months, grain = _of(_MONTHS, unit) or (0, Grain.MONTH)
            self.months += round(amount * months) if months > 1 else amount
        self.grain = self.grain or grain


_Size = TypeVar("_Size")


def _of(table: dict[str, _Size], unit: str) -> _Size | None:
    return next((value for start, value in table.items() if unit.startswith(start)), None)


def from_now(frame: Frame, length: str, sign: int) -> Value | None:
    """So long from now, or ago: exact for hours and less, a day for days and more. None for what is no length."""
    total = _Length()
    for match in compiled_pattern(_PART).finditer(length):
        extra = (0.5 if match[2] else 0) + _EXTRA.get(match[4] or "", 0)
        total.add((english_number(match[1]) or 0) + extra, match[3])
    if total.seconds or total.days != int(total.days):
        at = frame.later(seconds=sign * (total.seconds + total.days * 86_400))
        grain = Grain.SECOND if total.grain is Grain.SECOND else Grain.MINUTE if total.seconds else Grain.HOUR
        return Exact(_months_on(at, sign * int(total.months)), grain)
    days = int(total.days + total.months % 1 * 30)
    day = add_months(frame.today, sign * int(total.months)) + timedelta(days=sign * days)
    if total.workdays:
        day = workday_from(day, sign * int(total.workdays))
    return Days(day, day, counted=total.grain)


def _months_on(at: datetime, months: int) -> datetime:
    return datetime.combine(add_months(at.date(), months), at.timetz()) if months else at
