"""Holidays and festivals, and dates of the Chinese calendar (正月十五, 农历八月初三). Read on folded text.

A holiday's name alone is seldom a date ("Christmas tree"): it counts after a word such as "before", before one such as
之前, with a year, or beside another time.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache, lru_cache

from assistant.language.numbers import (
    CHINESE_NUMBER,
    CHINESE_NUMBER_SIGNS,
    ENGLISH_YEAR,
    chinese_number,
    english_year,
)
from assistant.language.patterns import lazy_pattern
from assistant.language.time_calendars import YearDay, lunar, lunar_date
from assistant.language.time_chinese_words import begins_plan
from assistant.language.time_clues import (
    FOUR_DIGITS,
    HAN_FESTIVAL,
    HAN_LUNAR,
    HAN_MONTH,
    HOLIDAY,
    LENT_WORD,
    WEEKDAY_HOLIDAY,
    WEEKDAY_NAME,
    Finder,
)
from assistant.language.time_english_words import LEFT, RIGHT, STEPS
from assistant.language.time_holiday_names import CHINESE, ENGLISH, ENGLISH_WEEKDAYS, LENGTHS, LENT
from assistant.language.time_parts import Days, Frame, Grain, Part

_CUE = lazy_pattern(r"(?:on|by|before|until|till|after|at|this|next|since|over|for) (?:the )?$")
_STEPS = {"今": 0, "本": 0, "明": 1, "后": 2, "去": -1, "前": -2, "下": 1, "上": -1, "这": 0}
_SURE = ("大年", "年初", "年三十", "除夕")
"""How names begin that are hardly ever part of another: 大年初二."""

_LUNAR_MONTHS = {"正": 1, "腊": 12, "冬": 11}
_LUNAR_DAY = (
    r"初(?:[一二三四五六七八九十]|\d)|十[一二三四五六七八九]|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|三十"
)
_YEAR_BEFORE = r"(?:(\d{4}|[一二][零〇九]\S\S)年|([今明后去前本])年|([上下这])个?)?"


def _lookup(table: dict[str, YearDay]) -> Callable[[str], tuple[YearDay, int]]:
    """The day and the length of a name: the table's patterns are tried only on a text that one of them matched."""

    @lru_cache(maxsize=64)
    def found(name: str) -> tuple[YearDay, int]:
        day = next(day for source, day in table.items() if re.fullmatch(source, name))
        return day, next((days for source, days in LENGTHS.items() if re.search(source, name)), 1)

    return found


@cache
def holiday_rules() -> tuple[Finder, ...]:
    """The rules of holidays, one for each language, and of lunar dates and Lent."""
    english, chinese = _lookup(ENGLISH | ENGLISH_WEEKDAYS), _lookup(CHINESE)

    def build_english(match: re.Match[str], frame: Frame) -> Part | None:
        has_cue = _CUE.search(match.string, max(0, match.start() - 12), match.start()) is not None
        year, step = match[4] or match[2], match[1]
        day, length = english(match[3])
        is_meal = _CELEBRATED.match(match.string, match.end()) is not None
        is_weak = not has_cue and not is_meal and not any((year, step, match[5]))
        days = _days(day, length, english_year(year) if year else None, STEPS.get(step or "", None), frame)
        if days is not None and match[5]:
            days = _long_weekend(days)
        return None if days is None else Part(match.start(), match.end(), (days,), is_weak=is_weak)

    def build_chinese(match: re.Match[str], frame: Frame) -> Part | None:
        day, length = chinese(match[4])
        year = _chinese_year(match, frame)
        is_named = bool(match[5]) or any(match.group(1, 2, 3)) or match[4].startswith(_SURE)
        is_weak = not is_named and not begins_plan(match)
        days = _days(day, length, year, None, frame)
        return None if days is None else Part(match.start(), match.end(), (days,), is_weak=is_weak)

    chinese_names = f"({'|'.join(CHINESE)})(?=(前|之前|以前|后|那天|当天|当晚|假期|长假|期间|$)?)"
    firsts = r"\d一二今明后去前本上下这的" + "".join(sorted({sign for name in CHINESE for sign in _first_signs(name)}))
    lunar_date_names = (
        rf"(?=[农阴旧今明后去前的正腊冬{CHINESE_NUMBER_SIGNS}])(?:(农历|阴历|旧历))?(?:(\d{{4}})年|([今明后去前])年)?(?(1)|(农历|阴历|旧历)?)的?"
        rf"([正腊冬]|{CHINESE_NUMBER})月({_LUNAR_DAY}|{CHINESE_NUMBER}(?=[日号]))[日号]?"
    )
    lent = rf"{LEFT}lent ((?:19|20)\d\d){RIGHT}|(\d{{4}})年(?:四旬节|大斋[节期])"
    return (
        Finder(_english(ENGLISH), build_english, (HOLIDAY,)),
        Finder(_english(ENGLISH_WEEKDAYS), build_english, (WEEKDAY_NAME, WEEKDAY_HOLIDAY)),
        Finder(f"(?=[{firsts}]){_YEAR_BEFORE}的?{chinese_names}", build_chinese, (HAN_FESTIVAL,)),
        Finder(lunar_date_names, _lunar, (HAN_MONTH, HAN_LUNAR)),
        Finder(lent, _lent, (LENT_WORD, FOUR_DIGITS)),
    )


_CELEBRATED = lazy_pattern(
    r" (?:dinner|lunch|party|brunch|breakfast)\b(?=.{0,40}\d)"
    r"| (?:at|with|@) [^\d,;.]{1,30} (?:at )?\d{1,2}(?::\d\d| ?[ap]\.?m\b)(?! ?%)"
)


def _first_signs(source: str) -> set[str]:
    """The signs with which a match of a name may begin: most places in a line are passed by with one look."""
    signs: set[str] = set()
    for name in re.split(r"\|(?![^(]*\))", source):
        group = re.match(r"\(\?:([^()]*)\)(\??)", name)
        first, rest = (group[1], name[group.end() :]) if group is not None else (name[:1], name[1:].removeprefix("?"))
        signs |= _first_signs(first) if group is not None else {first}
        if name[1:2] == "?" or (group is not None and group[2]):
            signs |= _first_signs(rest)
    return signs - {""}


def _english(table: dict[str, YearDay]) -> str:
    return (
        rf"{LEFT}(?:the )?(?:(last|past|previous|next|coming|upcoming|following|this)(?: year'?s?)? "
        rf"|((?:19|20)\d\d) )?({'|'.join(table)})(?:,? (?:of |in )?({ENGLISH_YEAR}))?(?: (week-?end))?{RIGHT}"
    )


def _chinese_year(match: re.Match[str], frame: Frame) -> int | None:
    if match[1]:
        return chinese_number(match[1])
    step = match[2]
    return frame.today.year + _STEPS[step] if step else None


def _days(day: YearDay, length: int, year: int | None, step: int | None, frame: Frame) -> Days | None:
    """The holiday of a year; else the one before today, the one of this year, or the next."""

    def of_year(year: int) -> Days | None:
        found = day(year) if 1 <= year <= 9998 else None
        return None if found is None else _lasting(found, length)

    if year is not None:
        return of_year(year)
    years = range(frame.today.year, frame.today.year + 3)
    if (step is not None and step < 0) or (step is None and frame.is_past):
        past = (of_year(year) for year in range(frame.today.year, frame.today.year - 3, -1))
        return next((days for days in past if days is not None and days.last < frame.today), None)
    found = next((days for year in years if (days := of_year(year)) and days.last >= frame.today), None)
    return None if found is None else _yearly(found, of_year)


def _lasting(first: date, length: int) -> Days:
    if length == 1:
        return Days(first, first)
    after = first + timedelta(days=length)
    return Days(first, after - timedelta(days=1), stretch=(first, after))


def _yearly(days: Days, of_year: Callable[[int], Days | None]) -> Days:
    return Days(days.first, days.last, days.grain, stretch=days.stretch, yearly=of_year)


def _long_weekend(days: Days) -> Days:
    """The weekend by a holiday: Labor Day weekend lasts through its Monday."""
    saturday = days.first - timedelta(days=(days.first.weekday() - 5) % 7)
    if days.first.weekday() in (3, 4):
        saturday = days.first + timedelta(days=5 - days.first.weekday())
    last = max(saturday + timedelta(days=1), days.first)
    first = min(saturday, days.first)
    return Days(first, last, Grain.WEEK, stretch=(first, last + timedelta(days=1)), begin_hour=-6)


def _lunar(match: re.Match[str], frame: Frame) -> Part | None:
    """八月十五 is solar unless something says that it is not: 农历, 正月, 腊月, 初, 廿."""
    calendar, digits, step, later, month_name, day_name = match.groups()
    day_sign = day_name[0]
    if not (calendar or later or month_name in _LUNAR_MONTHS or day_sign in "初廿"):
        return None
    month = _LUNAR_MONTHS.get(month_name) or chinese_number(month_name) or 0
    day = chinese_number(day_name.lstrip("初")) or 0
    if not (1 <= month <= 12 and 1 <= day <= 30):
        return None
    if digits or step:
        found = lunar_date(int(digits) if digits else frame.today.year + _STEPS[step], month, day)
        days = None if found is None else Days(found, found)
    else:
        days = _days(lunar(month, day), 1, None, None, frame)
    return None if days is None else Part(match.start(), match.end(), (days,))


def _lent(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    first, after = (day(int(match[1] or match[2])) for day in LENT)
    if first is None or after is None:
        return None
    return Part(match.start(), match.end(), (Days(first, after - timedelta(days=1), stretch=(first, after)),))
