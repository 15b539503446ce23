"""Times in everyday text, English and Chinese, alone or mixed: spans with the instant each of them means.

Two steps. The grammar files find parts (a day, a clock time, a part of the day, a distance from now). Here parts that
stand side by side, with nothing but a connecting word between them, are joined and settled into one reading. A weak
part ("sat", 三点, 15号) counts only when it is joined with another. Everything is linear in the length of the text, and
only its first line is read. Text in double quotes, addresses and #tags are not read at all. What repeats becomes one
reading with its rule; the time of day may stand elsewhere in the line ("every Monday stand-up at 9").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from assistant.domain.item import TimeSpan
from assistant.language.detect import has_han
from assistant.language.telling import is_told
from assistant.language.time_chinese import chinese_parts
from assistant.language.time_digits import digit_parts
from assistant.language.time_english import english_parts
from assistant.language.time_parts import (
    Clock,
    Days,
    Daytime,
    Exact,
    Frame,
    Grain,
    Lasting,
    Part,
    Repeating,
    Stretch,
    Through,
    Value,
    add_months,
    settle,
)
from assistant.language.time_repeats import STARTED, STARTING, UNTIL, as_rule, first_occurrence, merged, with_limit
from assistant.language.time_repeats_chinese import chinese_repeats
from assistant.language.time_repeats_english import english_repeats
from assistant.language.time_rule import Rule
from assistant.language.time_stretches import bounds, stretch_parts
from assistant.language.time_text import readable

READ_CHARACTERS = 2_000
"""How much of the first line is read for times."""

_GAP = re.compile(r"[ ,，、]{0,3}(?:(?:at|on|of|in|the|@|around|about|by|的|在|-) {0,2}){0,3}")
_RANGE = re.compile(r" {0,2}(?:to|until|till|through|thru|-|~|到|至) {0,2}")
_BEFORE = re.compile(
    r"(?<![\w])(?:(?:due )?(?:on|at|by|before|until|till|due|around|about|for|from|starting|@) |(?:on|at|by) the )$"
    r"|[在于到]$"
)
_AFTER = re.compile(r"的?(?:之前|以前|前|之后|以后|后|左右|那天|当天|的时候)(?![面台往后进端景途续来])|的")
_EXCEPT = re.compile(r"\b(?:except|excluding|but not)\b|除了|除外")
_LATE = {Daytime.EVENING, Daytime.TONIGHT, Daytime.NIGHT}
_EVENING_HINT = re.compile(
    r"\b(?:dinner|supper|drinks|movie|concert|party|gig|date night)\b|晚饭|晚餐|夜宵|聚餐|看电影|演唱会"
)
_MORNING_HINT = re.compile(r"\b(?:wake|breakfast|get up|alarm)\b|起床|早饭|早餐|晨跑|早读")


@dataclass(frozen=True, slots=True)
class Reading:
    """One recognised time. `at` is when to remind, `begins` when the named stretch begins, both in the user's zone.

    `grain` is how exact the phrase is; `has_clock` whether a time of day was named; `has_day` whether a day was.
    `is_vague` marks a part of the day alone: "in the morning", 晚上; `is_weekday` a day named by its weekday.
    `rrule` is the RFC 5545 rule of a time that repeats; `at` is then its first occurrence.
    `ends` is the exclusive end of an interval ("3-5pm", "this weekend"); a calendar unit ("next month") has its grain.
    `last_grain` is the grain of an end that was named itself, which some count in: "3-5pm" up to the end of that hour.
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
    confidence: float = 1.0

    @property
    def kind(self) -> str:
        """What the phrase names: point, interval, duration or recurring."""
        if self.rrule:
            return "recurring"
        if self.is_duration:
            return "duration"
        return "point" if self.ends is None else "interval"


def find_times(
    text: str, now: datetime, *, morning_hour: int = 9, evening_hour: int = 18, is_day_first: bool = False
) -> list[Reading]:
    """All times in the first line of `text`, in order, past ones too. `now` is aware, in the user's zone.

    Never raises on any text. A recurrence ("every Monday") is one reading; other days named in its line are still read.
    """
    line = _first_line(text)
    if not line.strip():
        return []
    frame = Frame(now if now.tzinfo is not None else now.replace(tzinfo=UTC), morning_hour, evening_hour, is_day_first)
    folded = readable(line)
    chains = _chains(_parts(folded, line, frame), folded)
    readings = [reading for chain in chains if (reading := _read(chain, folded, frame)) is not None]
    repeating = [value for chain in chains for value in chain.values if isinstance(value, Repeating)]
    if repeating:
        is_strict = any(value.is_strict for value in repeating)
        days = [reading for reading in readings if reading.has_day and not (is_strict and reading.is_weekday)]
        repeats = _repeats(chains, readings, folded, frame)
        excepted = _EXCEPT.search(folded)
        last = len(folded) if excepted is None or not repeats else excepted.start()
        apart = [day for day in days if day.start < last and not any(_overlap(day, repeat) for repeat in repeats)]
        return sorted([*apart, *repeats], key=lambda reading: reading.start)
    return readings


def _overlap(one: Reading, other: Reading) -> bool:
    return one.start < other.end and other.start < one.end


def _repeats(chains: list[_Chain], readings: list[Reading], folded: str, frame: Frame) -> list[Reading]:
    """The recurrences of a line. A mere adjective ("daily stand-up at 9:30") needs a time of day and no other day."""
    clocks = [
        chain.values
        for chain in chains
        if not chain.is_weak and all(isinstance(value, Clock | Daytime) for value in chain.values)
    ]
    has_day = any(reading.has_day for reading in readings)
    found: list[Reading] = []
    for chain in chains:
        value = next((value for value in chain.values if isinstance(value, Repeating)), None)
        if value is None or value.rule is None:
            continue
        has_time = any(isinstance(other, Clock | Daytime) for other in chain.values)
        if not value.is_strict and (has_day or not (has_time or clocks)):
            continue
        extra = () if has_time or not clocks else clocks[0]
        reading = _read_repeat(chain, value.rule, (*chain.values, *extra), folded, frame)
        if reading is not None:
            found.append(reading)
    return found


def _read_repeat(chain: _Chain, rule: Rule, values: tuple[Value, ...], folded: str, frame: Frame) -> Reading | None:
    days = next((value for value in values if isinstance(value, Days)), None)
    rule, days = as_rule(rule, days)
    rule, end = with_limit(rule, folded, chain.end, frame)
    if chain.until is not None:
        first = days.first if days is not None else frame.today
        until = chain.until if chain.until >= first else add_months(chain.until, 12)  # from November until June
        rule = replace(rule, until=until)
    try:
        at = first_occurrence(rule, _with_hint(values, folded), days.first if days is not None else None, frame)
    except (OverflowError, ValueError):
        return None
    if at is None:
        return None
    before = _BEFORE.search(folded, max(0, chain.start - 12), chain.start)
    has_clock = any(isinstance(value, Clock | Daytime) for value in values)
    grain = next((value.grain for value in values if isinstance(value, Clock)), Grain.HOUR if has_clock else Grain.DAY)
    start = before.start() if before else chain.start
    return Reading(start, end, at, at, grain, has_clock, has_day=True, rrule=rule.text)


def find_time(text: str, now: datetime, *, morning_hour: int = 9, evening_hour: int = 18) -> TimeSpan | None:
    """The first time still ahead: when a task with this text is due. None when the text names none.

    In a line that tells what happened ("met Anna at 3", 昨天…) a clock time without a day is not ahead of anybody.
    """
    readings = find_times(text, now, morning_hour=morning_hour, evening_hour=evening_hour)
    instant = now.timestamp()  # datetimes of one zone would compare by their wall times, which a fold doubles
    ahead = [reading for reading in readings if reading.at.timestamp() > instant and not _is_idle(reading)]
    if any(reading.at.timestamp() < instant and reading.has_day for reading in readings):
        ahead = [reading for reading in ahead if reading.has_day]
    if not ahead:
        return None
    line = readable(_first_line(text))
    ahead = [reading for reading in ahead if not is_told(line, reading.start, reading.end)]
    if not ahead:
        return None
    found = next((reading for reading in ahead if not reading.is_vague), ahead[0])
    if found.rrule.startswith("FREQ=SECONDLY"):
        return None  # nobody wants to be reminded every second
    return TimeSpan(found.start, found.end, round(found.at.timestamp() * 1000), found.has_clock, found.rrule)


def _is_idle(reading: Reading) -> bool:
    return reading.grain is Grain.YEAR or reading.is_duration


def _first_line(text: str) -> str:
    """The first line with something on it, at its own offset: what precedes it is kept as spaces."""
    start = text[:READ_CHARACTERS]
    blank = len(start) - len(start.lstrip())
    end = start.find("\n", blank)
    return " " * blank + start[blank : end if end >= 0 else len(start)]


def _parts(folded: str, line: str, frame: Frame) -> list[Part]:
    """Parts that do not overlap, in order; of those that begin together the longest."""
    found: list[Part] = []
    is_chinese = has_han(folded)
    try:
        found += english_repeats(folded)
        if is_chinese:
            found += chinese_repeats(folded)
        found += stretch_parts(folded, frame, is_chinese=is_chinese)
        found += digit_parts(folded, frame)
        found += english_parts(folded, line, frame)
        if is_chinese:
            found += chinese_parts(folded, frame)
    except OverflowError:  # beyond the calendar: nothing in such a line is a time of everyday life
        return []
    found.sort(key=lambda part: (part.start, -part.end, part.is_weak))
    kept: list[Part] = []
    for part in found:
        if not kept or part.start >= kept[-1].end:
            kept.append(part)
        elif kept[-1].is_weak and not part.is_weak and part.end > kept[-1].end:
            kept[-1] = part
    return kept


@dataclass(slots=True)
class _Chain:
    start: int
    end: int
    values: tuple[Value, ...]
    count: int
    is_weak: bool
    has_range: bool = False
    until: date | None = None


def _chains(parts: list[Part], folded: str) -> list[_Chain]:
    chains: list[_Chain] = []
    for part in parts:
        if not chains or not _join(chains[-1], part, folded[chains[-1].end : part.start]):
            chains.append(_Chain(part.start, part.end, part.values, 1, part.is_weak))
    return chains


def _join(chain: _Chain, part: Part, between: str) -> bool:
    if any(isinstance(value, Repeating) for value in chain.values):
        if _join_limit(chain, part, between):
            return True
        if any(isinstance(value, Lasting | Stretch) for value in part.values):
            return False  # "every Tuesday for six weeks" says when it ends
    if any(isinstance(value, Repeating) for value in part.values) and STARTED.fullmatch(between):
        between = ""
    if _GAP.fullmatch(between):
        joined = _combine(chain.values, part.values)
        if joined is not None:
            chain.values, chain.end, chain.count = joined, part.end, chain.count + 1
            chain.is_weak = chain.is_weak and part.is_weak
            return True
    if not chain.has_range and _RANGE.fullmatch(between) and _is_same_kind(chain.values, part.values):
        last = next((value for value in part.values if isinstance(value, Days | Clock)), None)
        if last is not None and not any(isinstance(value, Through) for value in chain.values):
            rest = tuple(value for value in part.values if isinstance(value, Days) and value is not last)
            chain.values = (*chain.values, Through(last), *rest)
        chain.end, chain.count, chain.has_range = part.end, chain.count + 1, True
        chain.is_weak = chain.is_weak and part.is_weak
        return True
    return False


def _join_limit(chain: _Chain, part: Part, between: str) -> bool:
    """The beginning or the end of a recurrence: "every Wednesday from November until June"."""
    days = next((value for value in part.values if isinstance(value, Days)), None)
    if days is None:
        return False
    if STARTING.fullmatch(between) and not any(isinstance(value, Days) for value in chain.values):
        chain.values, chain.end = (*chain.values, *part.values), part.end
        return True
    if chain.until is None and UNTIL.fullmatch(between):
        chain.until, chain.end = days.first if days.grain is not Grain.DAY else days.last, part.end
        return True
    return False


def _is_same_kind(first: tuple[Value, ...], second: tuple[Value, ...]) -> bool:
    return any(type(one) is type(other) for one in first for other in second if isinstance(one, Days | Clock))


def _combine(first: tuple[Value, ...], second: tuple[Value, ...]) -> tuple[Value, ...] | None:
    """Both sets of values as one, None when they contradict each other."""
    values = first
    for value in second:
        same = next((other for other in values if type(other) is type(value)), None)
        if same is None:
            if isinstance(value, Exact) or any(isinstance(other, Exact) for other in values):
                return None
            values = (*values, value)
            continue
        merged = _merge(same, value)
        if merged is None:
            return None
        values = tuple(merged if other is same else other for other in values)
    return values


def _merge(one: Value, other: Value) -> Value | None:
    if isinstance(one, Days) and isinstance(other, Days):
        return _merge_days(one, other)
    if isinstance(one, Daytime) and isinstance(other, Daytime):
        return other if one is other or {one, other} <= _LATE else None
    return merged(one, other) if isinstance(one, Repeating) and isinstance(other, Repeating) else None


def _merge_days(one: Days, other: Days) -> Days | None:
    """Friday with next week is that week's Friday; a weekday beside a date only repeats what the date says."""
    week, day = (one, other) if one.grain is Grain.WEEK else (other, one)
    if week.grain is Grain.WEEK and day.is_weekday and week.last - week.first == timedelta(days=6):
        found = week.first + timedelta(days=day.first.weekday())
        return Days(found, found, is_weekday=True)
    if one.is_weekday != other.is_weekday and one.grain is other.grain is Grain.DAY:
        return other if one.is_weekday else one
    return None


def _read(chain: _Chain, folded: str, frame: Frame) -> Reading | None:
    if any(isinstance(value, Repeating) for value in chain.values):
        return None
    is_whole_line = not (folded[: chain.start] + folded[chain.end :]).strip(" .,，。!！?？")
    if chain.is_weak and chain.count == 1 and not is_whole_line:
        return None
    values = _with_hint(chain.values, folded)
    if all(isinstance(value, Lasting) for value in values):
        return _duration(chain, frame)
    try:
        settled = settle(values, frame)
    except (OverflowError, ValueError):  # year 10000, year 0
        return None
    if settled is None:
        return None
    before = _BEFORE.search(folded, max(0, chain.start - 12), chain.start)
    after = _AFTER.match(folded, chain.end)
    has_day = any(isinstance(value, Days | Exact | Stretch) for value in values)
    named = bounds(values, settled, frame, is_chinese=has_han(folded))
    return Reading(
        before.start() if before else chain.start,
        after.end() if after else chain.end,
        settled.at,
        named.begins if named is not None else settled.begins,
        named.grain if named is not None else settled.grain,
        settled.has_clock,
        has_day,
        is_vague=not has_day and not any(isinstance(value, Clock) for value in values),
        is_weekday=any(isinstance(value, Days) and value.is_weekday for value in values),
        ends=named.ends if named is not None else None,
        last_grain=named.last if named is not None else None,
        confidence=0.7 if chain.is_weak else 0.9 if chain.count == 1 else 1.0,
    )


def _duration(chain: _Chain, frame: Frame) -> Reading:
    """How long something takes is no time at which to remind."""
    grain = next(value.grain for value in chain.values if isinstance(value, Lasting))
    now = frame.now
    return Reading(chain.start, chain.end, now, now, grain, has_clock=False, has_day=False, is_duration=True)


def _with_hint(values: tuple[Value, ...], folded: str) -> tuple[Value, ...]:
    """Dinner at 7 is in the evening, waking at 6 in the morning."""
    is_open = any(isinstance(value, Clock) and value.is_open for value in values)
    if not is_open or any(isinstance(value, Daytime) for value in values):
        return values
    if _EVENING_HINT.search(folded):
        return (*values, Daytime.EVENING)
    return (*values, Daytime.MORNING) if _MORNING_HINT.search(folded) else values
