"""One recognised time, and the words before and around it that belong to it or settle what it means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from assistant.language.patterns import lazy_pattern
from assistant.language.time_parts import (
    Clock,
    Days,
    Daytime,
    Grain,
    Value,
    holds,
)

_BEFORE = lazy_pattern(
    r"(?<![\w])(?:(?:due:? |deadline:? )?(?:on|at|by|before|b4|until|till|due:?|deadline:?|around|about|for|from"
    r"|between|starting|@|(?:no|not) later than) |(?:on|at|by) the )$"
    r"|(?:(?:截止(?:日期|时间)?|死线|(?<![a-z])ddl)(?:是|为|:)? ?|最晚|最迟|不晚于|[在于到从自])$"
)
_SUPPER = lazy_pattern(r"吃饭|喝酒|喝一杯|火锅|烧烤|烤肉|唱歌|ktv")
_SUPPER_HOURS = range(7, 10)  # below, the afternoon is meant anyhow
_WAKING_HOURS = range(4, 7)  # from seven on the morning of another day is meant anyhow
_EVENING_HINT = lazy_pattern(
    r"\b(?:dinner|supper|drinks|movie|concert|party|gig|date night|babysit\w*)\b|晚饭|晚餐|夜宵|聚餐|看电影|演唱会"
)
_MORNING_HINT = lazy_pattern(r"\b(?:wake|breakfast|get up|alarm)\b|起床|早饭|早餐|晨跑|早读")
_ALARM = lazy_pattern(r"闹钟(?![没不又]响)")
_WAKING = lazy_pattern(r"叫醒|叫我(?=$|[\s,，。!！啊吧哦])")
"""叫我 with nothing behind it asks to be woken; 叫我开会 only to be told."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One recognised time. `at` is when to remind, `begins` when the named stretch begins, both in the user's zone.

    `grain` is how exact the phrase is; `has_clock` whether a time of day was named; `has_day` whether a day was.
    `is_vague` marks a part of the day alone: "in the morning", 晚上; `is_weekday` a day named by its weekday.
    `rrule` is the RFC 5545 rule of a time that repeats; `at` is then its first occurrence.
    `ends` is the exclusive end of an interval ("3-5pm", "this weekend"); a calendar unit ("next month") has its grain.
    `last_grain` is the grain of an end that was named itself, which some count in: "3-5pm" up to the end of that hour.
    `zone` is the IANA name of the zone by whose clocks a rule is meant, empty for the user's own.
    `beside` are stretches elsewhere in the line that belong to it: the time of day of a recurrence.
    `except_days` are dates that are left out of a rule, `except_months` the months that its BYMONTH lacks therefore.
    `is_deadline` marks "by Friday" against "on Friday"; `is_absolute` what was counted from now or named with its zone.
    """

    start: int
    end: int
    at: datetime
    begins: datetime
    grain: Grain
    has_clock: bool
    has_day: bool
    is_vague: bool = False
    is_weekday: bool = False
    rrule: str = ""
    ends: datetime | None = None
    last_grain: Grain | None = None
    is_duration: bool = False
    is_deadline: bool = False
    is_absolute: bool = False
    repeats_after_done: bool = False
    except_days: tuple[str, ...] = ()
    except_months: tuple[int, ...] = ()
    zone: str = ""
    beside: tuple[tuple[int, int], ...] = ()
    confidence: float = 1.0

    @property
    def kind(self) -> str:
        """What the phrase names: point, interval, duration or recurring."""
        if self.rrule:
            return "recurring"
        if self.is_duration:
            return "duration"
        return "point" if self.ends is None else "interval"


def word_before(folded: str, start: int, floor: int) -> re.Match[str] | None:
    """The preposition before a time that begins at `start`, not before `floor`: it goes with the time."""
    return _BEFORE.search(folded, max(floor, start - 16), start)


def with_hint(values: tuple[Value, ...], folded: str) -> tuple[Value, ...]:
    """Dinner at 7 is in the evening, waking at 6 in the morning."""
    is_open = any(isinstance(value, Clock) and value.is_open for value in values)
    if not is_open or holds(values, Daytime):
        return values
    hint = _hint(folded)
    if hint is None and any(isinstance(value, Clock) and value.hour in _WAKING_HOURS for value in values):
        is_waking = _ALARM.search(folded) or (holds(values, Days) and _WAKING.search(folded))
        hint = Daytime.MORNING if is_waking else None
    if hint is None and any(isinstance(value, Clock) and value.hour in _SUPPER_HOURS for value in values):
        hint = Daytime.EVENING if _SUPPER.search(folded) else None
    return values if hint is None else (*values, hint)


@lru_cache(maxsize=4)  # asked for each clock time of a line
def _hint(folded: str) -> Daytime | None:
    if _EVENING_HINT.search(folded):
        return Daytime.EVENING
    return Daytime.MORNING if _MORNING_HINT.search(folded) else None
