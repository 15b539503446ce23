"""Chinese times by what a day is made of: 午饭后, 晚饭前, 下班路上, 睡前. Read on folded text."""

from __future__ import annotations

import re
from functools import cache

from assistant.language.time_chinese_words import HAPPENS
from assistant.language.time_clues import HAN_DAYTIME, HAN_OFFSET, HAN_WORK, Finder
from assistant.language.time_parts import Daytime, Frame, Part

_BEFORE_MEAL = {"早": Daytime.EARLY_MORNING, "午": Daytime.NOON, "晚": Daytime.EVENING}
_AFTER_MEAL = {"早": Daytime.MORNING, "午": Daytime.AFTER_LUNCH, "晚": Daytime.EVENING}


@cache
def chinese_habit_rules() -> tuple[Finder, ...]:
    """The rules of times beside meals, work and sleep."""
    return (
        Finder(r"([早午晚])[饭餐](?:之|以)?(?:后(?![门勤来])|(前))", _by_meal, (HAN_OFFSET, HAN_DAYTIME)),
        Finder(r"(?<![没未])吃[完过]([早午晚])[饭餐](?:(?:之|以)?后)?", _having_eaten, (HAN_DAYTIME,)),
        Finder(r"(?<![不没])(?:下班|放学|收工)(?:((?:之|以)?后(?![门勤来])|前)|路上)?", _by_work, (HAN_WORK,)),
        Finder(r"(?:临睡|睡觉?)前(?!故事|[读牛小习面])", _before_sleep, (HAN_OFFSET,)),
    )


def _part(match: re.Match[str], daytime: Daytime, *, is_weak: bool = False) -> Part:
    return Part(match.start(), match.end(), (daytime,), is_weak=is_weak)


def _is_plan(match: re.Match[str]) -> bool:
    return HAPPENS.match(match.string, match.end()) is not None


def _by_meal(match: re.Match[str], frame: Frame) -> Part:
    del frame
    return _part(match, (_BEFORE_MEAL if match[2] else _AFTER_MEAL)[match[1]])


def _having_eaten(match: re.Match[str], frame: Frame) -> Part:
    del frame
    return _part(match, _AFTER_MEAL[match[1]], is_weak=not _is_plan(match))


def _by_work(match: re.Match[str], frame: Frame) -> Part:
    """下班后; 下班 and 下班路上 before what is to be done: much is seen on the way home."""
    del frame
    return _part(match, Daytime.AFTER_WORK, is_weak=match[1] is None and not _is_plan(match))


def _before_sleep(match: re.Match[str], frame: Frame) -> Part:
    del frame
    return _part(match, Daytime.NIGHT, is_weak=not _is_plan(match))
