"""Recurrences put together: a rule, the time of day beside it, its beginning, its end, and its first occurrence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from assistant.language.numbers import ENGLISH_AMOUNT, chinese_number, english_number
from assistant.language.patterns import lazy_pattern
from assistant.language.time_clues import compiled_pattern
from assistant.language.time_parts import (
    Clock,
    Days,
    Daytime,
    Exact,
    Frame,
    Repeating,
    Value,
    add_months,
    at_wall,
    first_of,
    holds,
)
from assistant.language.time_rule import SUB_DAILY, Rule
from assistant.language.time_settle import usual_hour

STARTING = lazy_pattern(
    r",? ?(?:starting|beginning|from|as of|effective)(?: (?:on|in|from|at))? (?:the )?|[,，]? ?(?:从|自|由)"
)
"""What stands between a recurrence and the day on which it begins."""

UNTIL = lazy_pattern(r",? ?(?:until|till|through|thru|up to|ending(?: on)?|to)(?: the)? |[,，]? ?(?:直到|一直到|到|至)")
"""What stands between a recurrence and its last day."""

STARTED = lazy_pattern(r"(?:开始|起)[,，]? ?|, ?")
"""What stands between the first day and the recurrence: 从明天起每天."""

_UNIT = "days?|weeks?|months?|years?"
_COUNT = (
    rf",?(?: for)?(?: a total of)? (?:({ENGLISH_AMOUNT}) ?(?:x|times|occurrences)|(twice))(?![a-z])"
    rf"|,? for (?:up to )?(?:the )?(?:next )?({ENGLISH_AMOUNT}) ({_UNIT})(?![a-z])"
    r"|[,，]?(?:一?共|总共|重复)(\d{1,3}|[一二两三四五六七八九十]{1,3})次"
)


def with_limit(rule: Rule, text: str, position: int, frame: Frame) -> tuple[Rule, int]:
    """The rule with "for 5 times", "for the next 3 weeks" where that follows; and where the words end."""
    match = compiled_pattern(_COUNT).match(text, position)
    if match is None:
        return rule, position
    if match[2]:
        return replace(rule, count=2), match.end()
    if match[5]:
        return replace(rule, count=chinese_number(match[5]) or 0), match.end()
    amount = int(english_number(match[1] or match[3]) or 0)
    if amount < 1:
        return rule, position
    if match[1]:
        return replace(rule, count=amount), match.end()
    return replace(rule, until=_after(frame.today, amount, match[4])), match.end()


def _after(day: date, amount: int, unit: str) -> date:
    if unit.startswith("m"):
        return add_months(day, amount)
    if unit.startswith("y"):
        return add_months(day, 12 * amount)
    return day + timedelta(days=amount * (7 if unit.startswith("w") else 1))


def merged(one: Repeating, other: Repeating) -> Repeating:
    """The more telling of two recurrences side by side."""
    return other if one.rule is None or (other.rule is not None and other.rule.weekdays) else one


def as_rule(rule: Rule, days: Days | None) -> tuple[Rule, Days | None]:
    """A weekday beside "weekly" is when it repeats; any other day beside a rule is its first."""
    if days is None or not days.is_weekday or rule.weekdays or rule.frequency != "WEEKLY":
        return rule, days
    return replace(rule, weekdays=((0, days.first.weekday()),)), None


def first_occurrence(
    rule: Rule, values: tuple[Value, ...], start: date | None, frame: Frame, left_out: tuple[date, ...] = ()
) -> datetime | None:
    """When it happens for the first time from now on, or from the day on which it begins; not on a day left out."""
    clock = first_of(values, Clock)
    daytime = first_of(values, Daytime)
    if holds(values, Exact):
        return None
    if rule.frequency in SUB_DAILY and clock is None and daytime is None and start is None:
        return frame.later(seconds=rule.interval * SUB_DAILY[rule.frequency])
    second = clock.second if clock is not None else 0
    times = rule.times or ((usual_hour(clock, daytime, frame), clock.minute if clock is not None else 0),)
    for day in rule.days_from(max(start or frame.today, frame.today - timedelta(days=1))):
        if day in left_out:
            continue
        instants = [at_wall(day, hour, minute, second, frame) for hour, minute in times]
        at = next((instant for instant in instants if frame.is_ahead(instant)), None)
        if at is not None:
            return None if rule.until is not None and day > rule.until else at
    return None
