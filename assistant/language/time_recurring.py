"""The recurrences of a line, put together from its chains: rule, times of day, first day, end and exceptions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from assistant.language.patterns import lazy_pattern
from assistant.language.time_chains import Chain
from assistant.language.time_exceptions import CUE, Exceptions, without
from assistant.language.time_parts import (
    Clock,
    Days,
    Daytime,
    Frame,
    Grain,
    Repeating,
    Times,
    Value,
    Zone,
    add_months,
    first_of,
    holds,
)
from assistant.language.time_reading import Reading, with_hint, word_before
from assistant.language.time_repeats import as_rule, first_occurrence, with_limit
from assistant.language.time_rule import SUB_DAILY, Rule
from assistant.language.time_settle import usual_hour
from assistant.language.time_windows import Window, find_window, within
from assistant.language.time_zones import clocks_of

_MOST_REPEATS = 8  # in one line; each may search years of days
_MOST_TIMES = 12  # of one day
_MOST_DAYS_LEFT_OUT = 62
_LIST = lazy_pattern(r"[ ,，、;；]{0,3}(?:(?:and|&|和|跟|及|以及|还有|与) ?)?(?:at )?")
_MORNING_AND_EVENING = lazy_pattern(
    r"\bmornings?(?: and | ?& ?|/)(?:at )?(?:nights?|evenings?)\b|早晚(?!高峰|会|要|都|得)"
)
_BESIDE = lazy_pattern(r"[ ,，(（]{0,3}")


def with_repeats(
    chains: list[Chain], readings: list[Reading], folded: str, frame: Frame, left_out: Exceptions | None
) -> list[Reading]:
    """The recurrences of a line and the days that it names besides, in order. Of a day left out nothing is read."""
    cue = CUE.search(folded)
    excepted = cue.start() if cue is not None else len(folded)
    is_strict = any(isinstance(value, Repeating) and value.is_strict for chain in chains for value in chain.values)
    days = [reading for reading in readings if reading.has_day and not (is_strict and reading.is_weekday)]
    line = _Line(chains, days, folded, frame, left_out, excepted)
    repeats = _without_shared(line.repeats(), folded)
    last = excepted if repeats else len(folded)
    apart = [day for day in days if day.start < last and not any(_overlap(day, repeat) for repeat in repeats)]
    return sorted([*apart, *repeats], key=lambda reading: reading.start)


def _without_shared(repeats: list[Reading], folded: str) -> list[Reading]:
    """The recurrences, of which the first keeps an exception that stands between two."""
    found: list[Reading] = []
    for repeat in sorted(repeats, key=lambda reading: reading.start):
        end = found[-1].end if found else 0
        start = end + len(folded[end:]) - len(folded[end:].lstrip(" ")) if repeat.start < end else repeat.start
        if start < repeat.end:
            found.append(replace(repeat, start=start))
    return found


def _overlap(one: Reading, other: Reading) -> bool:
    return one.start < other.end and other.start < one.end


def _is_clock(chain: Chain) -> bool:
    return all(isinstance(value, Clock | Daytime | Times) for value in chain.values)


def _clocks(listed: list[Chain]) -> list[tuple[Clock, Daytime | None]]:
    """Each clock time with its part of the day; one without shares that of the one before: 晚上八点和十点."""
    found: list[tuple[Clock, Daytime | None]] = []
    daytime: Daytime | None = None
    for chain in listed:
        daytime = next((value for value in chain.values if isinstance(value, Daytime)), daytime)
        for value in chain.values:
            clocks = (value,) if isinstance(value, Clock) else value.clocks if isinstance(value, Times) else ()
            found += [(clock, daytime) for clock in clocks]
    return found[:_MOST_TIMES]


def _reached(start: int, end: int, window: Window) -> tuple[int, int]:
    """The span with the window that stands beside it, or that begins or ends within it."""
    is_beside = window.start <= end + 1 and start <= window.end + 1
    return (min(start, window.start), max(end, window.end)) if is_beside else (start, end)


def _has_clock(rule: Rule, values: tuple[Value, ...]) -> bool:
    return bool(rule.times) or rule.frequency in SUB_DAILY or holds(values, Clock, Daytime)


class _Line:
    """A line with something that repeats in it."""

    def __init__(
        self,
        chains: list[Chain],
        days: list[Reading],
        folded: str,
        frame: Frame,
        left_out: Exceptions | None,
        excepted: int,
    ) -> None:
        self._chains = chains
        self._days = days
        self._folded = folded
        self._frame = frame
        self._left_out = left_out
        self._excepted = excepted

    def repeats(self) -> list[Reading]:
        """A mere adjective ("daily stand-up at 9:30") needs a time of day and no other day."""
        found: list[Reading] = []
        repeating = [place for place, chain in enumerate(self._chains) if self._value(chain) is not None]
        for place in repeating[:_MOST_REPEATS]:
            chain = self._chains[place]
            value = self._value(chain)
            if value is None or value.rule is None:
                continue
            anchor = self._anchor(place)
            if not value.is_strict and not value.is_after_done and (self._days or anchor is None):
                continue
            reading = self._read(chain, value, value.rule, anchor)
            if reading is not None:
                found.append(reading)
        return found

    def _value(self, chain: Chain) -> Repeating | None:
        return first_of(chain.values, Repeating)

    def _anchor(self, place: int) -> int | None:
        """The chain with the time of day: the recurrence's own, else the first sure one of the line."""
        own = self._chains[place].values
        if holds(own, Clock):
            return place
        clocks = [at for at, chain in enumerate(self._chains) if not chain.is_weak and _is_clock(chain)]
        if holds(own, Daytime):  # 周二晚上游泳 20:00
            exact = (at for at in clocks if holds(self._chains[at].values, Clock))
            return next(exact, place)
        return next(iter(clocks), None)

    def _listed(self, anchor: int) -> list[Chain]:
        """The clock times listed with the anchor, in order: 9am, 1pm and 6pm; 9点、13点和18点."""
        first = last = anchor
        while first > 0 and self._is_listed(first - 1, first) and _is_clock(self._chains[first - 1]):
            first -= 1
        while last + 1 < len(self._chains) and self._is_listed(last, last + 1) and _is_clock(self._chains[last + 1]):
            last += 1
        return self._chains[first : last + 1]

    def _is_listed(self, one: int, other: int) -> bool:
        return _LIST.fullmatch(self._folded, self._chains[one].end, self._chains[other].start) is not None

    def _read(self, chain: Chain, value: Repeating, rule: Rule, anchor: int | None) -> Reading | None:
        extra = () if anchor is None or self._chains[anchor] is chain else self._chains[anchor].values
        values = (*chain.values, *extra)
        days = first_of(values, Days)
        rule, days = as_rule(rule, days)
        rule, end = with_limit(rule, self._folded, chain.end, self._frame)
        if chain.until is not None:
            first = days.first if days is not None else self._frame.today
            until = chain.until if chain.until >= first else add_months(chain.until, 12)  # from November until June
            rule = replace(rule, until=until)
        rule = rule if self._left_out is None else without(rule, self._left_out)
        listed = self._listed(anchor) if anchor is not None else []
        window = find_window(self._folded) if rule.frequency in SUB_DAILY else None
        rule = (within(rule, window) if window is not None else None) or self._with_times(rule, value, _clocks(listed))
        zone = first_of(values, Zone)
        frame = self._frame if zone is None else replace(self._frame, now=self._frame.now.astimezone(clocks_of(zone)))
        left_out = self._days_left_out()
        try:
            hinted = with_hint(values, self._folded)
            at = first_occurrence(rule, hinted, days.first if days is not None else None, frame, left_out)
        except (OverflowError, ValueError):
            return None
        if at is None:
            return None
        at = at.astimezone(self._frame.now.tzinfo)
        has_clock = _has_clock(rule, values)
        clock = first_of(values, Clock)
        grain = clock.grain if clock is not None else Grain.HOUR if has_clock else Grain.DAY
        if window is not None and rule.times:
            start, end = self._with_exceptions(*_reached(self._begins(chain.start, chain), end, window))
        else:
            start, end = self._span(chain, end, listed if rule.times else [])
        beside = self._beside(start, end, anchor, left_out)
        months = sorted(self._left_out.months) if self._left_out is not None else ()
        return Reading(
            start,
            end,
            at,
            at,
            grain,
            has_clock,
            has_day=True,
            rrule=rule.text,
            is_absolute=zone is not None,
            zone="" if zone is None else zone.area,
            repeats_after_done=value.is_after_done,
            beside=beside,
            except_days=tuple(day.isoformat() for day in left_out),
            except_months=tuple(months),
        )

    def _beside(
        self, start: int, end: int, anchor: int | None, left_out: tuple[date, ...]
    ) -> tuple[tuple[int, int], ...]:
        """Where the time of day stands that is told elsewhere in the line, and the days that are left out."""
        listed = self._listed(anchor) if anchor is not None else []
        apart = [each for each in listed if each.end <= start or each.start >= end]
        found = [(self._begins(each.start, each), each.end) for each in apart]
        if left_out and self._excepted < len(self._folded):
            last = max(chain.end for chain in self._chains if chain.end > self._excepted)
            found.append((self._excepted, last))
        return tuple(found)

    def _begins(self, start: int, chain: Chain) -> int:
        """Where a span begins that starts with this chain, or behind a word before it."""
        before = word_before(self._folded, start, chain.floor)
        return before.start() if before else start

    def _span(self, chain: Chain, end: int, listed: list[Chain]) -> tuple[int, int]:
        """From where to where the recurrence stands, with the listed times of day and what is left out beside it."""
        start = self._begins(chain.start, chain)
        if chain in listed:
            start, end = min(start, listed[0].start), max(end, listed[-1].end)
            start = self._begins(start, listed[0])
        return self._with_exceptions(start, end)

    def _with_times(self, rule: Rule, value: Repeating, clocks: list[tuple[Clock, Daytime | None]]) -> Rule:
        """A rule of days with its several times; where only their number is told, they are spread over the day."""
        times = {(usual_hour(clock, daytime, self._frame) % 24, clock.minute) for clock, daytime in clocks}
        if not times and _MORNING_AND_EVENING.search(self._folded) is not None:
            times = {(self._frame.morning_hour, 0), (max(21, self._frame.evening_hour), 0)}
        if value.times_a_day > 1 and len(times) < 2:
            first, last = self._frame.morning_hour, self._frame.evening_hour
            step = (last - first) / (value.times_a_day - 1)
            times = {(round(first + step * place) % 24, 0) for place in range(value.times_a_day)}
        if len(times) < 2 or rule.frequency not in ("DAILY", "WEEKLY"):
            return rule
        has_one_minute = len({minute for _, minute in times}) == 1
        if not has_one_minute and rule.frequency == "WEEKLY":
            if rule.interval != 1 or not rule.weekdays:
                return rule
            rule = replace(rule, frequency="DAILY")  # BYSETPOS counts within a day then, and not within a week
        return replace(rule, times=tuple(sorted(times)))

    def _with_exceptions(self, start: int, end: int) -> tuple[int, int]:
        """The span with exceptions that stand beside it."""
        if self._left_out is None:
            return start, end
        if self._left_out.end <= start and _BESIDE.fullmatch(self._folded, self._left_out.end, start):
            return self._left_out.start, end
        if end <= self._left_out.start and _BESIDE.fullmatch(self._folded, end, self._left_out.start):
            return start, self._left_out.end
        return start, end

    def _days_left_out(self) -> tuple[date, ...]:
        """The dates named after "except" that are neither weekdays nor whole months by name."""
        if self._left_out is not None or self._excepted >= len(self._folded):
            return ()
        found: list[date] = []
        for chain in self._chains:
            days = first_of(chain.values, Days)
            if days is None or chain.end <= self._excepted or days.grain is Grain.YEAR:
                continue
            length = min((days.last - days.first).days + 1, _MOST_DAYS_LEFT_OUT)
            found += [days.first + timedelta(days=distance) for distance in range(length)]
        return tuple(sorted(set(found))[:_MOST_DAYS_LEFT_OUT])
