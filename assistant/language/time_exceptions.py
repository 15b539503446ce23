"""What a recurrence leaves out: every weekday except Friday, daily but not in June, 每天（周末除外）, 除了周五每天."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from assistant.language.numbers import CHINESE_NUMBER, chinese_number
from assistant.language.patterns import lazy_pattern
from assistant.language.time_clues import compiled_pattern
from assistant.language.time_english_words import MONTH, MONTHS, RIGHT
from assistant.language.time_repeats_chinese import SIGNS, chinese_weekdays
from assistant.language.time_repeats_english import WEEKDAY_LIST, english_weekdays
from assistant.language.time_rule import Rule

_AND = r"(?:, ?(?:and |or )?| and | or | & )"
_CUE = r"(?:except(?:ing)?|excluding|but not|other than|apart from|aside from|not)"
_ENGLISH = (
    rf"[ ,(]{{1,3}}{_CUE}(?: for)?(?: on)?(?: in)? (?:"
    rf"({WEEKDAY_LIST}){RIGHT}|(?:the )?(weekends?)|(weekdays|workdays)"
    rf"|({MONTH}(?:{_AND}{MONTH}){{0,11}}){RIGHT}(?! ?(?:the )?\d))\)?"
)
_MONTHS = rf"{CHINESE_NUMBER}月份?(?:[、,和及跟]{CHINESE_NUMBER}月份?){{0,11}}"
_LIST = rf"(?:每?(?:周|星期|礼拜)({SIGNS})|每?个?(周末)|(工作日)|({_MONTHS}))"
_CHINESE = (
    rf"[ ,，(（]{{0,2}}(?:除(?:了|开|去)?{_LIST}(?:之外|以外|外)?"
    rf"|(?:但|不(?:包?括|含)){_LIST}(?:不[要用做去])?|{_LIST}除外)[)）]?"
)
CUE = lazy_pattern(rf"\b{_CUE}\b|除了|除外|除开|不包?括")
"""Where a line says that something is left out."""


@dataclass(frozen=True, slots=True)
class Exceptions:
    """The weekdays (Monday 0) and months that are left out, and where that stands."""

    start: int
    end: int
    weekdays: frozenset[int] = frozenset()
    months: frozenset[int] = frozenset()


def find_exceptions(text: str) -> Exceptions | None:
    """The first exceptions in a folded line that are weekdays or months."""
    for pattern, weekdays_of, months_of in (
        (_ENGLISH, english_weekdays, _english_months),
        (_CHINESE, chinese_weekdays, _chinese_months),
    ):
        match = compiled_pattern(pattern).search(text)
        if match is not None:
            return _exceptions(match, weekdays_of, months_of)
    return None


def _exceptions(
    match: re.Match[str], weekdays_of: Callable[[str], set[int]], months_of: Callable[[str], set[int]]
) -> Exceptions:
    named, weekend, workdays, months = (_first(match, place) for place in range(4))
    weekdays = weekdays_of(named) if named else {5, 6} if weekend else {*range(5)} if workdays else set[int]()
    return Exceptions(
        match.start(), match.end(), frozenset(weekdays), frozenset(months_of(months)) if months else frozenset()
    )


def _first(match: re.Match[str], place: int) -> str | None:
    """The list of one kind, whichever of the alternatives holds it."""
    groups = match.groups()
    return next((groups[at] for at in range(place, len(groups), 4) if groups[at]), None)


def _english_months(words: str) -> set[int]:
    return {MONTHS[name.rstrip(".")] for name in re.findall(MONTH, words)}


def _chinese_months(words: str) -> set[int]:
    numbers = (chinese_number(word) or 0 for word in re.findall(rf"({CHINESE_NUMBER})月", words))
    return {number for number in numbers if 1 <= number <= 12}


def without(rule: Rule, left_out: Exceptions) -> Rule:
    """The rule with fewer days or months; as it is where nothing would be left, or where it cannot be said."""
    if left_out.months:
        months = tuple(month for month in rule.months or range(1, 13) if month not in left_out.months)
        rule = replace(rule, months=months) if months else rule
    is_daily = rule.frequency == "DAILY" and rule.interval == 1
    if not left_out.weekdays or not (is_daily or (rule.frequency == "WEEKLY" and rule.weekdays)) or rule.month_days:
        return rule
    days = rule.weekdays or tuple((0, weekday) for weekday in range(7))
    kept = tuple(day for day in days if day[1] not in left_out.weekdays)
    return replace(rule, frequency="WEEKLY", weekdays=kept) if kept else rule
