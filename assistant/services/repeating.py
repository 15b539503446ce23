"""How repeating items go on: from the words of a time to a rule, and from a rule to the next occurrence."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from assistant.domain.identity import new_id
from assistant.domain.item import Item, ItemKind, TimeSpan
from assistant.domain.reminder import Following, Occurrence
from assistant.memory.recurrence import is_rule, next_occurrence
from assistant.services.deadlines import next_warning_ms

if TYPE_CHECKING:
    from assistant.domain.ports import Clock


def with_rule(item: Item, time: TimeSpan | None, clock: Clock) -> Item:
    """The item repeating as `time` says, counted from its first wall time in the user's zone of now.

    A rule that is not followed (more often than daily, never) is left out: the first instant still reminds.
    """
    if time is None or item.kind is not ItemKind.TASK or not is_rule(time.rrule):
        return replace(item, rrule="", first_wall="", zone="")
    wall = clock.local(time.at_ms).replace(tzinfo=None).isoformat(timespec="seconds")
    return replace(item, rrule=time.rrule, first_wall=wall, zone=clock.zone())


def follower(clock: Clock) -> Following:
    """What the ledger asks for the next occurrence of an item."""

    def following(item: Item, after_ms: int) -> Occurrence | None:
        if item.is_deadline and not item.rrule:
            warning_ms = next_warning_ms(item, after_ms, clock)
            zone = clock.zone()
            if warning_ms is None:
                return None
            return Occurrence(new_id(clock.now_ms()), item.id, warning_ms, zone, _wall_time(warning_ms, zone))
        if not item.rrule:
            return None
        due_at_ms = next_occurrence(item.rrule, item.first_wall, item.zone, after_ms)
        if due_at_ms is None:
            return None
        return Occurrence(new_id(clock.now_ms()), item.id, due_at_ms, item.zone, _wall_time(due_at_ms, item.zone))

    return following


def _wall_time(at_ms: int, zone: str) -> str:
    try:
        area = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        area = ZoneInfo("UTC")
    return datetime.fromtimestamp(at_ms / 1000, UTC).astimezone(area).strftime("%Y-%m-%dT%H:%M:%S")
