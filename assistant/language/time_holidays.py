"""Holidays by which people set reminders, as far as the solar calendar gives them. Read on folded text.

A holiday's name alone is seldom a date ("Christmas tree"): it counts after a word such as "before", before one such as
之前, or beside another time.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from assistant.language.time_clues import HAN_FESTIVAL, HOLIDAY, Finder
from assistant.language.time_english_words import LEFT, RIGHT
from assistant.language.time_parts import Days, Frame, Part


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, place: int) -> Callable[[int], date]:
    def day(year: int) -> date:
        if place < 0:
            last = date(year, month + 1, 1) - timedelta(days=1)
            return last - timedelta(days=(last.weekday() - weekday) % 7)
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (place - 1))

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


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


_ENGLISH: dict[str, Callable[[int], date]] = {
    r"christmas eve|xmas eve": _fixed(12, 24),
    r"christmas(?: day)?|xmas(?: day)?": _fixed(12, 25),
    r"boxing day": _fixed(12, 26),
    r"new year'?s? eve": _fixed(12, 31),
    r"new year'?s?(?: day)?": _fixed(1, 1),
    r"(?:st\.? |saint )?valentine'?s?(?: day)?": _fixed(2, 14),
    r"(?:st\.? |saint )patrick'?s?(?: day)?": _fixed(3, 17),
    r"april fools?'?s?(?: day)?": _fixed(4, 1),
    r"earth day": _fixed(4, 22),
    r"independence day": _fixed(7, 4),
    r"halloween": _fixed(10, 31),
    r"veterans'? day": _fixed(11, 11),
    r"thanksgiving(?: day)?": _nth(11, 3, 4),
    r"black friday": lambda year: _nth(11, 3, 4)(year) + timedelta(days=1),
    r"mother'?s'? day": _nth(5, 6, 2),
    r"father'?s'? day": _nth(6, 6, 3),
    r"labou?r day": _nth(9, 0, 1),
    r"memorial day": _nth(5, 0, -1),
    r"(?:martin luther king|mlk)'?s? day": _nth(1, 0, 3),
    r"good friday": _from_easter(-2),
    r"easter monday": _from_easter(1),
    r"easter(?: sunday)?": easter,
    r"ash wednesday": _from_easter(-46),
    r"pentecost|whit sunday": _from_easter(49),
}
_CHINESE: dict[str, Callable[[int], date]] = {
    "元旦节?": _fixed(1, 1), "情人节": _fixed(2, 14), "妇女节": _fixed(3, 8), "植树节": _fixed(3, 12),
    "愚人节": _fixed(4, 1), "劳动节|五一(?!路|广场)": _fixed(5, 1), "青年节": _fixed(5, 4), "儿童节": _fixed(6, 1),
    "建党节": _fixed(7, 1), "建军节": _fixed(8, 1), "教师节": _fixed(9, 10), "国庆节?": _fixed(10, 1),
    "万圣节": _fixed(11, 1), "光棍节|双十一": _fixed(11, 11), "感恩节": _nth(11, 3, 4), "平安夜": _fixed(12, 24),
    "圣诞节?": _fixed(12, 25), "母亲节": _nth(5, 6, 2), "父亲节": _nth(6, 6, 3), "复活节": easter,
}  # fmt: skip
_CUE = re.compile(r"(?:on|by|before|until|till|after|at|this|next|since) (?:the )?$")
_STEPS = {"今": 0, "明": 1, "去": -1}


def _lookup(table: dict[str, Callable[[int], date]]) -> Callable[[str], Callable[[int], date]]:
    """The day of a name: the table's patterns are tried only on a text that one of them matched."""
    patterns = [(re.compile(source), day) for source, day in table.items()]
    return lambda name: next(day for pattern, day in patterns if pattern.fullmatch(name))


@cache
def holiday_rules() -> tuple[Finder, ...]:
    """The rules of holidays, one for each language."""
    english, chinese = _lookup(_ENGLISH), _lookup(_CHINESE)

    def build_english(match: re.Match[str], frame: Frame) -> Part:
        has_cue = _CUE.search(match.string, max(0, match.start() - 12), match.start()) is not None
        days = _days(english(match[1]), int(match[2]) if match[2] else None, frame)
        return Part(match.start(), match.end(), (days,), is_weak=not has_cue and match[2] is None)

    def build_chinese(match: re.Match[str], frame: Frame) -> Part:
        step = _STEPS[match[2]] if match[2] else None
        year = int(match[1]) if match[1] else frame.today.year + step if step is not None else None
        is_weak = not match[4] and match[1] is None and match[2] is None
        return Part(match.start(), match.end(), (_days(chinese(match[3]), year, frame),), is_weak=is_weak)

    return (
        Finder(
            re.compile(rf"{LEFT}({'|'.join(_ENGLISH)})(?: (?:of |in )?((?:19|20)\d\d))?{RIGHT}"),
            build_english,
            (HOLIDAY,),
        ),
        Finder(
            re.compile(rf"(?:(\d{{4}})年|([今明去])年)?的?({'|'.join(_CHINESE)})(?=(前|之前|以前|那天|当天|假期|$)?)"),
            build_chinese,
            (HAN_FESTIVAL,),
        ),
    )


def _days(day: Callable[[int], date], year: int | None, frame: Frame) -> Days:
    if year is None:
        found = day(frame.today.year)
        found = found if found >= frame.today else day(frame.today.year + 1)
    else:
        found = day(year)
    return Days(found, found)
