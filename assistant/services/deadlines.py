"""When a deadline is reminded of: before it, because at the last moment it is too late.

"By Friday" is reminded of on the morning before and on the morning of the day; when neither is ahead any more, an hour
before the deadline, and else at the deadline itself. An appointment is reminded of at its own instant.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from assistant.domain.item import Item

if TYPE_CHECKING:
    from assistant.domain.ports import Clock

_HOUR_MS = 3_600_000
MORNING_HOUR = 9


def first_reminder_ms(item: Item, clock: Clock, morning_hour: int = MORNING_HOUR) -> int | None:
    """The first instant ahead at which to remind of an item; None when there is none. Appointments may be over."""
    due_at_ms = item.due_at_ms
    if due_at_ms is None or not item.is_deadline or item.rrule:
        return due_at_ms
    now_ms = clock.now_ms()
    ahead = next_warning_ms(item, now_ms, clock, morning_hour)
    if ahead is not None:
        return ahead
    return due_at_ms - _HOUR_MS if due_at_ms - _HOUR_MS > now_ms else due_at_ms


def next_warning_ms(item: Item, after_ms: int, clock: Clock, morning_hour: int = MORNING_HOUR) -> int | None:
    """The next of a deadline's two mornings after an instant; None for anything else."""
    if item.due_at_ms is None or not item.is_deadline or item.rrule:
        return None
    due = clock.local(item.due_at_ms)
    mornings = [_morning_ms(due - timedelta(days=days), morning_hour) for days in (1, 0)]
    return next((at_ms for at_ms in mornings if after_ms < at_ms <= item.due_at_ms - _HOUR_MS), None)


def _morning_ms(day: datetime, hour: int) -> int:
    morning = day.replace(hour=hour, minute=0, second=0, microsecond=0)
    return round(morning.astimezone(UTC).timestamp() * 1000)
