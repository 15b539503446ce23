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
from datetime import UTC, datetime
from functools import cache, lru_cache

from assistant.domain.item import TimeSpan
from assistant.language.detect import has_han
from assistant.language.telling import is_told
from assistant.language.time_bounds import bounds, is_deadline, moved_bounds, with_deadline
from assistant.language.time_chains import Chain, chained
from assistant.language.time_chinese import chinese_rules
from assistant.language.time_clues import Finder, can_match, clues_of, parts_of
from assistant.language.time_digits import digit_rules
from assistant.language.time_english import english_rules, sure_of_weekday
from assistant.language.time_holidays import holiday_rules
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
    Value,
    Zone,
    add_months,
    settle,
)
from assistant.language.time_repeats import as_rule, first_occurrence, with_limit
from assistant.language.time_repeats_chinese import chinese_repeat_rules
from assistant.language.time_repeats_english import english_repeat_rules
from assistant.language.time_rule import Rule
from assistant.language.time_stretches import stretch_rules
from assistant.language.time_text import readable
from assistant.language.time_zones import in_zone, zone_rules

READ_CHARACTERS = 2_000
"""How much of the first line is read for times."""

_BEFORE = re.compile(
    r"(?<![\w])(?:(?:due:? |deadline:? )?(?:on|at|by|before|until|till|due:?|deadline:?|around|about|for|from|starting"
    r"|@|(?:no|not) later than) |(?:on|at|by) the )$|(?:截止(?:日期|时间)?(?:是|为|:)? ?|最晚|最迟|不晚于|[在于到])$"
)
_AFTER = re.compile(
    r"的?(?:之前|以前|前|之后|以后|后|左右|那天|当天|的时候)(?![面台往后进端景途续来])|的?截止|为止|的| at the latest"
)
_MOST_REPEATS = 8  # in one line; each may search years of days
_EXCEPT = re.compile(r"\b(?:except|excluding|but not)\b|除了|除外")
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
    parts = _parts(folded, line, frame)
    if not parts:
        return []
    try:
        chains = chained(parts, folded)
    except (OverflowError, ValueError):  # a distance beyond the calendar
        return []
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


def _repeats(chains: list[Chain], readings: list[Reading], folded: str, frame: Frame) -> list[Reading]:
    """The recurrences of a line. A mere adjective ("daily stand-up at 9:30") needs a time of day and no other day."""
    clocks = [
        chain.values
        for chain in chains
        if not chain.is_weak and all(isinstance(value, Clock | Daytime) for value in chain.values)
    ]
    has_day = any(reading.has_day for reading in readings)
    found: list[Reading] = []
    repeating = [chain for chain in chains if any(isinstance(value, Repeating) for value in chain.values)]
    for chain in repeating[:_MOST_REPEATS]:
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


def _read_repeat(chain: Chain, rule: Rule, values: tuple[Value, ...], folded: str, frame: Frame) -> Reading | None:
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
    before = _BEFORE.search(folded, max(0, chain.start - 16), chain.start)
    has_clock = any(isinstance(value, Clock | Daytime) for value in values)
    grain = next((value.grain for value in values if isinstance(value, Clock)), Grain.HOUR if has_clock else Grain.DAY)
    start = before.start() if before else chain.start
    return Reading(start, end, at, at, grain, has_clock, has_day=True, rrule=rule.text)


def find_time(text: str, now: datetime, *, morning_hour: int = 9, evening_hour: int = 18) -> TimeSpan | None:
    """The first time still ahead: when a task with this text is due. None when the text names none.

    In a line that tells what happened ("met Anna at 3", 昨天…) a clock time without a day is not ahead of anybody.
    A fault of the grammar costs the time of a line and never the line: it reads as one without a time.
    """
    try:
        return _find_time(text, now, morning_hour, evening_hour)
    except (ArithmeticError, ValueError, LookupError, RecursionError):
        return None


def _find_time(text: str, now: datetime, morning_hour: int, evening_hour: int) -> TimeSpan | None:
    readings = find_times(text, now, morning_hour=morning_hour, evening_hour=evening_hour)
    instant = now.timestamp()  # datetimes of one zone would compare by their wall times, which a fold doubles
    if not readings:
        return None
    ahead = [reading for reading in readings if reading.at.timestamp() > instant and not _is_idle(reading)]
    if any(reading.at.timestamp() < instant and reading.has_day for reading in readings):
        ahead = [reading for reading in ahead if reading.has_day]
    if not ahead:
        return None
    line = readable(_first_line(text))
    told_apart = (reading for reading in ahead if not is_told(line, reading.start, reading.end))
    first = next(told_apart, None)
    if first is None:
        return None
    found = next((reading for reading in told_apart if not reading.is_vague), first) if first.is_vague else first
    if found.rrule.startswith("FREQ=SECONDLY"):
        return None  # nobody wants to be reminded every second
    return TimeSpan(
        found.start,
        found.end,
        round(found.at.timestamp() * 1000),
        found.has_clock,
        found.rrule,
        is_deadline=found.is_deadline,
        is_absolute=found.is_absolute,
    )


def _is_idle(reading: Reading) -> bool:
    return reading.grain is Grain.YEAR or reading.is_duration


def _first_line(text: str) -> str:
    """The first line with something on it, at its own offset: what precedes it is kept as spaces."""
    start = text[:READ_CHARACTERS]
    blank = len(start) - len(start.lstrip())
    end = start.find("\n", blank)
    return " " * blank + start[blank : end if end >= 0 else len(start)]


@lru_cache(maxsize=512)
def _finders(clues: int) -> tuple[Finder, ...]:
    """The rules that can match a text with these clues, in the order in which they win."""
    return tuple(finder for finder in all_finders() if can_match(finder, clues))


@cache
def all_finders() -> tuple[Finder, ...]:
    """All rules of the grammar; of two that match the same words the earlier wins."""
    return (
        *english_repeat_rules(),
        *chinese_repeat_rules(),
        *stretch_rules(is_chinese=False),
        *stretch_rules(is_chinese=True),
        *digit_rules(),
        *zone_rules(),
        *holiday_rules(),
        *english_rules(),
        *chinese_rules(),
    )


def _parts(folded: str, line: str, frame: Frame) -> list[Part]:
    """Parts that do not overlap, in order; of those that begin together the longest."""
    found = [
        sure_of_weekday(part, folded, line) if part.is_weak else part
        for finder in _finders(clues_of(folded))
        for part in parts_of(finder, folded, frame)
    ]
    if len(found) < 2:
        return found
    found.sort(key=lambda part: (part.start, -part.end, part.is_weak))
    kept: list[Part] = []
    for part in found:
        if not kept or part.start >= kept[-1].end:
            kept.append(part)
        elif kept[-1].is_weak and not part.is_weak and part.end > kept[-1].end:
            kept[-1] = part
    return kept


def _read(chain: Chain, folded: str, frame: Frame) -> Reading | None:
    if not _counts(chain, folded):
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
    before = _BEFORE.search(folded, max(0, chain.start - 16), chain.start)
    after = _AFTER.match(folded, chain.end)
    has_day = any(isinstance(value, Days | Exact | Stretch) for value in values)
    zone = next((value for value in values if isinstance(value, Zone)), None)
    named = bounds(values, settled, frame, is_chinese=has_han(folded))
    if zone is not None:
        settled, named = in_zone(settled, zone, frame, has_day=has_day), moved_bounds(named, zone, frame)
    words = folded[before.start() if before else chain.start : after.end() if after else chain.end]
    if before is not None or after is not None:
        settled, named = with_deadline(words, settled, named, values, frame)
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
        is_deadline=is_deadline(words),
        is_absolute=zone is not None or any(isinstance(value, Exact) for value in values),
        confidence=0.7 if chain.is_weak else 0.9 if chain.count == 1 else 1.0,
    )


def _counts(chain: Chain, folded: str) -> bool:
    """Whether a chain names a time by itself: not a recurrence, no zone without a clock time, nothing weak alone."""
    if any(isinstance(value, Repeating) for value in chain.values):
        return False
    has_zone = any(isinstance(value, Zone) for value in chain.values)
    if has_zone and not any(isinstance(value, Clock) for value in chain.values):
        return False
    is_whole_line = not (folded[: chain.start] + folded[chain.end :]).strip(" .,，。!！?？")
    return not chain.is_weak or chain.count > 1 or is_whole_line


def _duration(chain: Chain, frame: Frame) -> Reading:
    """How long something takes is no time at which to remind."""
    grain = next(value.grain for value in chain.values if isinstance(value, Lasting))
    now = frame.now
    return Reading(chain.start, chain.end, now, now, grain, has_clock=False, has_day=False, is_duration=True)


def _with_hint(values: tuple[Value, ...], folded: str) -> tuple[Value, ...]:
    """Dinner at 7 is in the evening, waking at 6 in the morning."""
    is_open = any(isinstance(value, Clock) and value.is_open for value in values)
    if not is_open or any(isinstance(value, Daytime) for value in values):
        return values
    hint = _hint(folded)
    return values if hint is None else (*values, hint)


@lru_cache(maxsize=4)  # asked for each clock time of a line
def _hint(folded: str) -> Daytime | None:
    if _EVENING_HINT.search(folded):
        return Daytime.EVENING
    return Daytime.MORNING if _MORNING_HINT.search(folded) else None
