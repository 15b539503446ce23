"""Weekdays listed without "every": gym mon/wed/fri at 8am, 周一三五晚上8点健身. Read on folded text.

Three and more, or a range from Monday to Friday, say how a week looks; two do so where they are written as one
("tue/thu 6pm", 周二四下午) beside a time of day. "On Tuesday and Thursday" is two days (`time_apart.on_both`). With
"this", "next", 下 or an "or" they are days of one week.
"""

from __future__ import annotations

import re
from datetime import timedelta

from assistant.language.patterns import lazy_pattern
from assistant.language.time_clues import HAN_WEEK, WEEKDAY_NAME, Finder
from assistant.language.time_english_words import LEFT, RIGHT
from assistant.language.time_parts import Days, Frame, Part, Repeating
from assistant.language.time_repeats_chinese import chinese_weekdays
from assistant.language.time_repeats_english import WEEKDAY_NAME as _DAY
from assistant.language.time_repeats_english import english_weekdays
from assistant.language.time_rule import Rule

_BETWEEN = r"(?:, ?(?:and )?(?:on )?| ?[/&+] ?| and (?:on )?| )"
_LIST = rf"{LEFT}(?:on )?{_DAY}(?:{_BETWEEN}{_DAY}{RIGHT}){{1,6}}(?!['’]s)"
_WEEK = rf"{LEFT}(?:on |from )?(?:mondays?|mon)(?: ?- ?| (?:to|till|until|thru|through) )(?:fridays?|fri){RIGHT}"
_ONE_WEEK = lazy_pattern(r"\b(?:this|next|last|past|coming|following|nxt|either|on) $")
_OTHER_DAY = lazy_pattern(r"\s(?:or|to|through|thru)\s")
_WRITTEN_AS_ONE = lazy_pattern(r"[a-z]+(?: ?[/&+] ?| and | )[a-z]+")

_NAME = "(?:周|星期|礼拜)"
_SIGN = "[一二三四五六日天]"
_NEXT = rf"(?:[、,，/和及跟]?{_NAME}?{_SIGN}(?![\d个点:月号日小分刻次半十百千人]))"
_CHINESE_LIST = rf"(?<![每逢上下这本个隔]){_NAME}({_SIGN}(?![个点]){_NEXT}{{1,6}})"
_CHINESE_WEEK = rf"(?<![每逢上下这本个隔])[从自]?{_NAME}一[到至~-]{_NAME}?五(?!点)"
_TIME = lazy_pattern(
    r"\d\d?(?:[:.]\d\d| ?[ap]\.?m\b|点)|\bat \d|\b(?:morning|afternoon|evening|night|noon)s?\b|[早晚午点]"
)
_TIME_BEHIND = lazy_pattern(r"[早晚上下中傍凌\d]")


def _weekly(match: re.Match[str], days: set[int], *, is_strict: bool) -> Part:
    rule = Rule("WEEKLY", weekdays=tuple((0, day) for day in sorted(days)))
    return Part(match.start(), match.end(), (Repeating(is_strict, rule),))


def _has_time(match: re.Match[str]) -> bool:
    """Whether the line tells a time of day at all: without one a trip goes from Monday to Friday."""
    return _TIME.search(match.string) is not None


def _listed(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    days = english_weekdays(match[0])
    before = match.string[max(0, match.start() - 12) : match.start()]
    if _ONE_WEEK.search(before) or _OTHER_DAY.match(match.string, match.end()) or len(days) < 2:
        return None
    if len(days) == 2 and match[0].startswith("on ") and " and " in match[0]:
        return None  # two days of one week
    is_one = len(days) == 2 and _has_time(match) and _WRITTEN_AS_ONE.fullmatch(match[0].removeprefix("on ")) is not None
    return _weekly(match, days, is_strict=len(days) > 2) if is_one or len(days) > 2 else None


def _work_week(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    before = match.string[max(0, match.start() - 12) : match.start()]
    return None if _ONE_WEEK.search(before) or not _has_time(match) else _weekly(match, {*range(5)}, is_strict=False)


def _chinese_listed(match: re.Match[str], frame: Frame) -> Part | None:
    """周三一起 is no list: the days go up."""
    order = [next(iter(chinese_weekdays(sign))) for sign in re.findall(_SIGN, match[1])]
    if order == [5, 6]:  # 周六日
        monday = frame.week(0).first
        days = Days(monday + timedelta(days=5), monday + timedelta(days=6))
        return Part(match.start(), match.end(), (days,))
    if order != sorted(set(order)):
        return None
    is_marked = re.search(r"[、,，/和及跟周期拜]", match[1]) is not None
    is_one = (is_marked and _has_time(match)) or _TIME_BEHIND.match(match.string, match.end()) is not None
    return _weekly(match, set(order), is_strict=len(order) > 2) if is_one or len(order) > 2 else None


def weekday_list_rules() -> tuple[Finder, ...]:
    """The rules of weekdays that are listed."""
    return (
        Finder(_LIST, _listed, (WEEKDAY_NAME,)),
        Finder(_WEEK, _work_week, (WEEKDAY_NAME,)),
        Finder(_CHINESE_LIST, _chinese_listed, (HAN_WEEK,)),
        Finder(_CHINESE_WEEK, _work_week, (HAN_WEEK,)),
    )
