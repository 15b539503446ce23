"""Parts of times joined into chains: tomorrow + at 3pm, Friday + next week, 9:30 + until + 11 + on Thursday."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from assistant.language.patterns import lazy_pattern
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
    first_of,
    holds,
    workday_from,
)
from assistant.language.time_repeats import STARTED, STARTING, UNTIL, merged

_GAP = lazy_pattern(
    r"[ ,，、(]{0,3}(?:(?:at|on|of|in|the|for|@|around|about|by|from|before|after|until|till|的|在|-) {0,2}){0,3}"
)
_RANGE = lazy_pattern(r" {0,2}(?:to|until|untill|till|through|thru|-|~|到|至) {0,2}")
_LATE = {Daytime.EVENING, Daytime.TONIGHT, Daytime.NIGHT}
_RECENT = timedelta(days=31)
_FEW_MONTHS = 4  # who is wrong about the weekday does not mean a day in years
_LEAD = lazy_pattern(r"(?:until|untill|till|before|and|to) ")
_BETWEEN = lazy_pattern(r"(?:between|later than|after)(?: the)? $")


@dataclass(slots=True)
class Chain:
    """Parts that stand side by side, joined. Words around it belong to it from `floor` to `limit`: its neighbours."""

    start: int
    end: int
    values: tuple[Value, ...]
    count: int
    is_weak: bool
    has_range: bool = False
    until: date | None = None
    floor: int = 0
    limit: int = 0


def chained(parts: list[Part], folded: str, today: date) -> list[Chain]:
    """The parts, joined where nothing but a connecting word is between them."""
    chains: list[Chain] = []
    for part in parts:
        if not chains or not _join(chains[-1], part, _between(chains[-1], part, folded), today):
            chains.append(Chain(part.start, part.end, part.values, 1, part.is_weak))
    for before, chain in pairwise(chains):
        before.limit, chain.floor = chain.start, before.end
    if chains:
        chains[-1].limit = len(folded)
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


def _join(chain: Chain, part: Part, between: str, today: date) -> bool:
    if holds(chain.values, Repeating):
        if _join_limit(chain, part, between):
            return True
        if holds(part.values, Lasting, Stretch):
            return False  # "every Tuesday for six weeks" says when it ends
    if holds(part.values, Repeating) and STARTED.fullmatch(between):
        between = ""
    if _join_relation(chain, part, between):
        return True
    shift = first_of(chain.values, Shift)
    if shift is not None:
        return _join_shifted(chain, shift, part, between)
    if between == "" and _join_shift_behind(chain, part):
        return True
    return _join_beside(chain, part, between, today) or _join_range(chain, part, between)


def _join_beside(chain: Chain, part: Part, between: str, today: date) -> bool:
    """What stands beside the chain and says more of the same time."""
    joined = _combine(chain.values, part.values, today) if _GAP.fullmatch(between) else None
    if joined is None:
        return False
    chain.values, chain.end, chain.count = joined, part.end, chain.count + 1
    chain.is_weak = chain.is_weak and part.is_weak
    return True


def _join_range(chain: Chain, part: Part, between: str) -> bool:
    """The end of a range that begins with the chain."""
    if not chain.has_range and _RANGE.fullmatch(between) and _is_same_kind(chain.values, part.values):
        last = next((value for value in part.values if isinstance(value, Days | Clock)), None)
        if last is not None and not holds(chain.values, Through):
            rest = tuple(value for value in part.values if isinstance(value, Days | Zone) and value is not last)
            chain.values = (*chain.values, Through(last), *rest)
        chain.end, chain.count, chain.has_range = part.end, chain.count + 1, True
        chain.is_weak = chain.is_weak and part.is_weak
        return True
    return False


_RELATION = lazy_pattern(
    r" (?:(after|following|since)|(before|preceding|prior to)|(closest to|nearest to|to))(?: the)? "
)


def _join_relation(chain: Chain, part: Part, between: str) -> bool:
    """The weekday that lies by another day: the third Tuesday after Christmas, the Friday before Easter."""
    relation = _RELATION.fullmatch(between)
    day = first_of(chain.values, Days)
    other = first_of(part.values, Days)
    if relation is None or day is None or other is None or not day.is_weekday or other.is_weekday:
        return False
    if relation[3] is not None and not day.is_nearest:
        return False
    found = _weekday_by(day, other, relation)
    rest = tuple(value for value in chain.values if value is not day)
    more = tuple(value for value in part.values if value is not other)
    chain.values, chain.end, chain.count = (Days(found, found), *rest, *more), part.end, chain.count + 1
    chain.is_weak = False
    return True


def _weekday_by(day: Days, other: Days, relation: re.Match[str]) -> date:
    weekday, weeks = day.first.weekday(), timedelta(weeks=day.place - 1)
    after = other.last + timedelta(days=(weekday - other.last.weekday() - 1) % 7 + 1)
    before = other.first - timedelta(days=(other.first.weekday() - weekday - 1) % 7 + 1)
    if relation[1] is not None:
        return after + weeks
    if relation[2] is not None:
        return before - weeks
    near = sorted((before, after, before - timedelta(weeks=1), after + timedelta(weeks=1)),
                  key=lambda found: abs((found - other.first).days))  # fmt: skip
    return near[min(day.place, len(near)) - 1]


def _join_shift_behind(chain: Chain, part: Part) -> bool:
    """A distance behind a day: 圣诞节前三天."""
    shift = next((value.shift for value in part.values if isinstance(value, Stretch)), None)
    days = first_of(chain.values, Days)
    if shift is None or days is None or days.grain is not Grain.DAY:
        return False
    day = add_months(days.first if shift.days < 0 else days.last, shift.months) + timedelta(days=shift.days)
    rest = tuple(value for value in chain.values if value is not days)
    chain.values, chain.end, chain.count, chain.is_weak = (Days(day, day), *rest), part.end, chain.count + 1, False
    return True


def _join_shifted(chain: Chain, shift: Shift, part: Part, between: str) -> bool:
    """The day that lies so far from the day that follows: two weeks before Christmas."""
    days = first_of(part.values, Days)
    if days is None or between not in ("", " "):
        return False
    day = add_months(days.first, shift.months) + timedelta(days=shift.days)
    if shift.workdays:
        day = workday_from(day, shift.workdays)
    rest = tuple(value for value in part.values if value is not days)
    chain.values, chain.end, chain.count = (Days(day, day), *rest), part.end, chain.count + 1
    return True


def _join_limit(chain: Chain, part: Part, between: str) -> bool:
    """The beginning or the end of a recurrence: "every Wednesday from November until June"."""
    days = first_of(part.values, Days)
    if days is None:
        return _join_clock(chain, part, between)
    if STARTING.fullmatch(between) and not holds(chain.values, Days):
        chain.values, chain.end = (*chain.values, *part.values), part.end
        return True
    if chain.until is None and UNTIL.fullmatch(between):
        chain.until, chain.end = days.first if days.grain is not Grain.DAY else days.last, part.end
        return True
    return False


def _join_clock(chain: Chain, part: Part, between: str) -> bool:
    """The first time of day of a recurrence: every six hours starting at 8am."""
    clocks = (isinstance(value, Clock) for values in (chain.values, part.values) for value in values)
    if STARTING.fullmatch(between) is None or not holds(part.values, Clock):
        return False
    if sum(clocks) != 1:
        return False
    chain.values, chain.end = (*chain.values, *part.values), part.end
    return True


def _is_same_kind(first: tuple[Value, ...], second: tuple[Value, ...]) -> bool:
    return any(type(one) is type(other) for one in first for other in second if isinstance(one, Days | Clock))


def _combine(first: tuple[Value, ...], second: tuple[Value, ...], today: date) -> tuple[Value, ...] | None:
    """Both sets of values as one, None when they contradict each other."""
    values = first
    if any(isinstance(value, Repeating) and not value.is_strict for value in second) and holds(first, Days):
        return None  # the Monday weekly report is due once
    for value in second:
        same = next((other for other in values if type(other) is type(value)), None)
        if same is None:
            if isinstance(value, Exact) or holds(values, Exact):
                return None
            values = (*values, value)
            continue
        merged = _merge(same, value, today)
        if merged is None:
            return None
        values = tuple(merged if other is same else other for other in values)
    return values


def _merge(one: Value, other: Value, today: date) -> Value | None:
    if isinstance(one, Days) and isinstance(other, Days):
        return _merge_days(one, other, today)
    if isinstance(one, Daytime) and isinstance(other, Daytime):
        return other if one is other or {one, other} <= _LATE else None
    if isinstance(one, Zone):
        return one if one == other else None
    return merged(one, other) if isinstance(one, Repeating) and isinstance(other, Repeating) else None


def _merge_days(one: Days, other: Days, today: date) -> Days | None:
    """Friday with next week is that week's Friday; a weekday beside a date only repeats what the date says."""
    merged = _within(one, other) or _within(other, one)
    if merged is not None:
        return merged
    if one.is_weekday != other.is_weekday and one.grain is other.grain is Grain.DAY:
        day, date_ = (one, other) if one.is_weekday else (other, one)
        if date_.month_day is not None:
            return _numbered_weekday(date_, day.first.weekday())
        return _on_weekday(date_, day.first.weekday(), today)
    return None


def _within(day: Days, context: Days) -> Days | None:
    """A weekday of a week, a holiday of a year, a date so many months or years from now. None for anything else."""
    if day.is_weekday and context.grain is Grain.WEEK and context.last - context.first == timedelta(days=6):
        found = context.first + timedelta(days=day.first.weekday())
        return Days(found, found, is_weekday=True)
    if day.is_weekday and context.counted is not None:
        return _weekday_near(context, day.first.weekday())
    if day.month_day is not None and context.grain is Grain.MONTH and day.month_day <= context.last.day:
        found = context.first.replace(day=day.month_day)
        return Days(found, found)
    return _in_year(day, context)


def _in_year(day: Days, context: Days) -> Days | None:
    """A date or a holiday of a year, or so many months or years from now."""
    if day.yearly is None or context.yearly is not None:
        return None
    if context.grain is Grain.YEAR:
        return day.yearly(context.first.year)
    if context.counted in (Grain.MONTH, Grain.YEAR):
        years = range(context.first.year, context.first.year + 9)
        found_days = (found for year in years if (found := day.yearly(year)) is not None)
        return next((found for found in found_days if found.last >= context.first), None)
    return None


def _weekday_near(counted: Days, weekday: int) -> Days:
    """Friday in two weeks is in that week; Friday in a year is the next one then."""
    day = counted.first
    if counted.counted in (Grain.MONTH, Grain.YEAR):
        found = day + timedelta(days=(weekday - day.weekday()) % 7)
    else:
        found = day + timedelta(days=weekday - day.weekday())
    return Days(found, found, is_weekday=True)


def _numbered_weekday(date_: Days, weekday: int) -> Days:
    """The 30th, a Friday: the next of a few months whose 30th is one; as it is where none is."""
    for distance in range(_FEW_MONTHS):
        month = add_months(date_.first.replace(day=1), distance)
        day = month + timedelta(days=date_.first.day - 1)
        if day.month == month.month and day.weekday() == weekday:
            return Days(day, day)
    return date_


def _on_weekday(date_: Days, weekday: int, today: date) -> Days:
    """The date in the year in which it falls on that weekday: the next, one just past, or the one after."""
    if date_.yearly is None or date_.first.weekday() == weekday:
        return date_
    for year in (date_.first.year - 1, date_.first.year + 1):
        found = date_.yearly(year)
        if found is not None and found.first.weekday() == weekday and found.first >= today - _RECENT:
            return found
    return date_
