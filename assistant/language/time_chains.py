"""Parts of times joined into chains: tomorrow + at 3pm, Friday + next week, 9:30 + until + 11 + on Thursday."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.language.time_parts import (
    Clock,
    Days,
    Daytime,
    Exact,
    Grain,
    Lasting,
    Part,
    Repeating,
    Shift,
    Stretch,
    Through,
    Value,
    Zone,
    add_months,
)
from assistant.language.time_repeats import STARTED, STARTING, UNTIL, merged

_GAP = re.compile(r"[ ,，、]{0,3}(?:(?:at|on|of|in|the|@|around|about|by|from|的|在|-) {0,2}){0,3}")
_RANGE = re.compile(r" {0,2}(?:to|until|till|through|thru|-|~|到|至) {0,2}")
_LATE = {Daytime.EVENING, Daytime.TONIGHT, Daytime.NIGHT}
_LEAD = re.compile(r"(?:until|till|before|and|to) ")
_BETWEEN = re.compile(r"(?:between|later than|after)(?: the)? $")


@dataclass(slots=True)
class Chain:
    """Parts that stand side by side, joined."""

    start: int
    end: int
    values: tuple[Value, ...]
    count: int
    is_weak: bool
    has_range: bool = False
    until: date | None = None


def chained(parts: list[Part], folded: str) -> list[Chain]:
    """The parts, joined where nothing but a connecting word is between them."""
    chains: list[Chain] = []
    for part in parts:
        if not chains or not _join(chains[-1], part, _between(chains[-1], part, folded)):
            chains.append(Chain(part.start, part.end, part.values, 1, part.is_weak))
    return chains


def _between(chain: Chain, part: Part, folded: str) -> str:
    """What joins the part to the chain: the words between them, and a word of a range with which the part begins."""
    between = folded[chain.end : part.start]
    lead = _LEAD.match(folded, part.start, part.end)
    between += lead[0] if lead is not None else ""
    if _BETWEEN.search(folded, max(0, chain.start - 12), chain.start) and re.fullmatch(
        r" (?:and|but before) ", between
    ):
        return " to "
    return between


def _join(chain: Chain, part: Part, between: str) -> bool:
    if any(isinstance(value, Repeating) for value in chain.values):
        if _join_limit(chain, part, between):
            return True
        if any(isinstance(value, Lasting | Stretch) for value in part.values):
            return False  # "every Tuesday for six weeks" says when it ends
    if any(isinstance(value, Repeating) for value in part.values) and STARTED.fullmatch(between):
        between = ""
    shift = next((value for value in chain.values if isinstance(value, Shift)), None)
    if shift is not None:
        return _join_shifted(chain, shift, part, between)
    if _GAP.fullmatch(between):
        joined = _combine(chain.values, part.values)
        if joined is not None:
            chain.values, chain.end, chain.count = joined, part.end, chain.count + 1
            chain.is_weak = chain.is_weak and part.is_weak
            return True
    if not chain.has_range and _RANGE.fullmatch(between) and _is_same_kind(chain.values, part.values):
        last = next((value for value in part.values if isinstance(value, Days | Clock)), None)
        if last is not None and not any(isinstance(value, Through) for value in chain.values):
            rest = tuple(value for value in part.values if isinstance(value, Days | Zone) and value is not last)
            chain.values = (*chain.values, Through(last), *rest)
        chain.end, chain.count, chain.has_range = part.end, chain.count + 1, True
        chain.is_weak = chain.is_weak and part.is_weak
        return True
    return False


def _join_shifted(chain: Chain, shift: Shift, part: Part, between: str) -> bool:
    """The day that lies so far from the day that follows: two weeks before Christmas."""
    days = next((value for value in part.values if isinstance(value, Days)), None)
    if days is None or between not in ("", " "):
        return False
    day = add_months(days.first, shift.months) + timedelta(days=shift.days)
    rest = tuple(value for value in part.values if value is not days)
    chain.values, chain.end, chain.count = (Days(day, day), *rest), part.end, chain.count + 1
    return True


def _join_limit(chain: Chain, part: Part, between: str) -> bool:
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
    if isinstance(one, Zone):
        return one if one == other else None
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
