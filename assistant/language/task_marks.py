"""What a task says of itself besides its time: when it may start, and how long it takes.

"from Monday", "start: 1 Dec", 从周一开始 hide a task until then; "~30m", "(2h)", 约半小时 are its effort. Both are read
from the folded line (see `time_text.py`), whose offsets are those of the text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from assistant.domain.item import TimeSpan
from assistant.language.numbers import CHINESE_NUMBER, chinese_number
from assistant.language.patterns import lazy_pattern

MOST_EFFORT_MINUTES = 100 * 60

FindTime = Callable[[str], "TimeSpan | None"]
"""The first time in a text, by the rules of the line."""

_CUES = (
    *("~", "(", "start", "from ", "not before", "no earlier", "takes ", "effort"),
    *("约", "从", "自", "需", "大概", "预计", "耗时", "用时", "开始:", "不早于"),
)
_LONGEST_DAY = 80  # characters of a day's words
_MOST_TRIED = 8  # each place is read for a time: a hostile line must not be read again and again
_NUMBER = r"(\d{1,4}(?:\.\d)?)"
_HOURS, _MINUTES = r"(?:hours?|hrs?|h)", r"(?:minutes?|mins?|m)"
_AMOUNT = rf"(?:{_NUMBER}\s?{_HOURS}(?:\s?{_NUMBER}\s?{_MINUTES}?)?|{_NUMBER}\s?{_MINUTES})(?![a-z0-9])"
_CHINESE_AMOUNT = (
    rf"(?:(半)个?(?:小时|钟头)|({CHINESE_NUMBER}|\d{{1,3}}\.\d)\s?个?(半)?(?:小时|钟头)(?:({CHINESE_NUMBER})分钟?|(半))?"
    rf"|({CHINESE_NUMBER})\s?分钟|([一三])刻钟)"
)
_EFFORT = lazy_pattern(
    rf"(?<![\w~])~\s?{_AMOUNT}"
    rf"|\((?:~|about |ca\.? )?\s?{_AMOUNT}\s?\)"
    rf"|\b(?:takes|effort:)\s?(?:about |around |ca\.? |~)?{_AMOUNT}"
)
_CHINESE_EFFORT = lazy_pattern(
    rf"(?:(?:大约|大概|预计|约|需要?|耗时|用时)\s?(?:大约|大概|约)?\s?|~\s?|\((?:约|大约|大概|~)?\s?){_CHINESE_AMOUNT}"
    r"(?!\s?[后内前里]|\s?(?:以后|之后|以内|之内|左右[后内])|的)(?:\s?左右)?\)?"
)
_STARTS = lazy_pattern(
    r"(?<![\w-])(?:(start(?:s|ing)?:|start(?:s|ing)? (?:on|from)|not before|no earlier than)|from)\s"
)
_CHINESE_STARTS = lazy_pattern(r"(?:(开始:|不早于)|[从自](?=(.{1,14}?)(?:开始|起(?![床来飞点诉草因])))) ?")
_RANGE = lazy_pattern(r"\s+(?:to|till|until|through|and)\b|\s*(?:-|–|—|到|至)|['’]s\b")
_ONWARDS = lazy_pattern(r" on(?:wards?)?\b(?! \w+day)")
_DAY_CHINESE = lazy_pattern(r"[\d周月日号天期拜年末底明后下节]")  # 从早上开始下雨 tells no day


@dataclass(frozen=True, slots=True)
class Effort:
    """How long something takes, and where that stands (character offsets)."""

    start: int
    end: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Start:
    """Before when a task stays out of sight, and where that stands (character offsets)."""

    start: int
    end: int
    at_ms: int


def may_hold_marks(folded: str) -> bool:
    """Whether it is worth looking: most lines hold none."""
    return any(cue in folded for cue in _CUES)


def find_effort(folded: str) -> Effort | None:
    """The first effort in a folded line: "~30m", "(2h)", "takes 1h30", 约半小时, （2小时）. None without one."""
    for pattern, minutes_of in ((_EFFORT, _english_minutes), (_CHINESE_EFFORT, _chinese_minutes)):
        match = pattern.search(folded)
        minutes = minutes_of(match.groups()) if match is not None else 0
        if match is not None and 1 <= minutes <= MOST_EFFORT_MINUTES:
            return Effort(match.start(), match.end(), minutes)
    return None


def _english_minutes(groups: tuple[str | None, ...]) -> int:
    """Three alternatives of (hours, minutes beside them, minutes alone)."""
    for place in range(0, len(groups), 3):
        hours, beside, alone = groups[place : place + 3]
        if hours or alone:
            return round(float(hours or 0) * 60 + float(beside or 0) + float(alone or 0))
    return 0


def _chinese_minutes(groups: tuple[str | None, ...]) -> int:
    half, hours, and_a_half, beside, half_beside, minutes, quarters = groups
    whole = float(hours) if hours and "." in hours else float(chinese_number(hours or "") or 0)
    total = whole * 60 + (30 if half or and_a_half or half_beside else 0)
    total += (chinese_number(beside or "") or 0) + (chinese_number(minutes or "") or 0)
    return round(total + (15 * (chinese_number(quarters) or 0) if quarters else 0))


def find_start(folded: str, text: str, now: datetime, find_time: FindTime) -> Start | None:
    """Where a line says from when on it counts. `folded` is the readable form of `text`'s beginning.

    A bare "from" needs a day without a clock time, and nothing that makes it a range ("from Monday to Friday").
    """
    for match in islice(_STARTS.finditer(folded), _MOST_TRIED):
        found = _day_after(text, match.end(), find_time, is_certain=match[1] is not None)
        if found is not None:
            end = match.end() + found.end
            onwards = _ONWARDS.match(folded, end)
            return _start(match.start(), onwards.end() if onwards is not None else end, found, now)
    for match in islice(_CHINESE_STARTS.finditer(folded), _MOST_TRIED):
        if match[2] is not None and _DAY_CHINESE.search(match[2]) is None:
            continue
        end = match.end(2) if match[2] is not None else None
        found = _day_after(text[:end], match.end(), find_time, is_certain=True)
        if found is not None and (end is None or match.end() + found.end == end):
            tail = len("开始" if folded.startswith("开始", end) else "起") if end is not None else 0
            return _start(match.start(), match.end() + found.end + tail, found, now)
    return None


def _day_after(text: str, place: int, find_time: FindTime, *, is_certain: bool) -> TimeSpan | None:
    """The time that stands right at this place."""
    rest = text[place : place + _LONGEST_DAY]
    found = find_time(rest)
    if found is None or rest[: found.start].strip() or found.rrule or (found.has_clock and not is_certain):
        return None
    return None if _RANGE.match(rest, found.end) or _RANGE.search(rest[: found.end]) else found


def _start(start: int, end: int, found: TimeSpan, now: datetime) -> Start | None:
    moment = datetime.fromtimestamp(found.at_ms / 1000, now.tzinfo)
    if not found.has_clock:
        moment = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    return Start(start, end, round(moment.timestamp() * 1000)) if moment > now else None
