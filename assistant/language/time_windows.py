"""The hours within which something repeats: every hour from 9 to 5, 早上9点到下午6点每两小时. Read on folded text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.language.numbers import CHINESE_NUMBER, chinese_number
from assistant.language.time_clues import compiled_pattern
from assistant.language.time_rule import SUB_DAILY, Rule

_ENGLISH = (
    r",? ?\b(?:from|between) (\d{1,2})(?::00)?(?: ?([ap])\.?m\.?)? ?(?:to|and|until|till|through|-) ?"
    r"(\d{1,2})(?::00)?(?: ?([ap])\.?m\b\.?)?(?![\d:])"
)
_DAYTIME = "(早上|早晨|上午|早|中午|下午|傍晚|晚上|晚)?"
_CHINESE = (
    rf"[,，]? ?[从自]?{_DAYTIME}({CHINESE_NUMBER})(?:点钟?|[:：]00|时)[到至~-]{_DAYTIME}({CHINESE_NUMBER})"
    r"(?:点钟?|[:：]00|时)(?:之?间|期间)?[,，的]? ?"
)
_MOST_TIMES = 73  # of a day: what `memory/recurrence.py` follows


@dataclass(frozen=True, slots=True)
class Window:
    """From the first hour to the last, both meant, and where that stands."""

    start: int
    end: int
    first: int
    last: int


def find_window(folded: str) -> Window | None:
    """The first window of hours in a folded line, None without one that makes sense."""
    match = compiled_pattern(_ENGLISH).search(folded)
    if match is not None:
        return _window(match, int(match[1]), match[2], int(match[3]), match[4])
    match = compiled_pattern(_CHINESE).search(folded)
    if match is None:
        return None
    first, last = (chinese_number(match[place]) for place in (2, 4))
    if first is None or last is None:
        return None
    return _window(match, first, _half(match[1]), last, _half(match[3]))


def _half(daytime: str | None) -> str | None:
    if daytime is None:
        return None
    return "a" if daytime in ("早上", "早晨", "上午", "早") else "p"


def _window(
    match: re.Match[str], first: int, first_half: str | None, last: int, last_half: str | None
) -> Window | None:
    """From 9 to 5 is nine in the morning to five in the afternoon."""
    if not 0 <= first <= 24 or not 0 <= last <= 24:
        return None
    begins = _hour(first, first_half)
    ends = _hour(last, last_half)
    if ends <= begins and last_half is None and ends < 12:
        ends += 12
    return Window(match.start(), match.end(), begins, ends) if 0 <= begins < ends <= 24 else None


def _hour(hour: int, half: str | None) -> int:
    if half is None or hour > 12:
        return hour
    return hour % 12 + (12 if half == "p" else 0)


def within(rule: Rule, window: Window) -> Rule | None:
    """A rule below a day as the times of each day within a window; None where they are too many or none."""
    if rule.frequency not in SUB_DAILY or rule.frequency == "SECONDLY":
        return None
    step = rule.interval * SUB_DAILY[rule.frequency] // 60
    if step < 1:
        return None
    minutes = range(window.first * 60, min(window.last * 60, 24 * 60 - 1) + 1, step)
    times = tuple(divmod(minute, 60) for minute in minutes)
    if not 1 < len(times) <= _MOST_TIMES:
        return None
    return replace(rule, frequency="DAILY", interval=1, times=times)
