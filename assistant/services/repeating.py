"""How repeating items go on: from the words of a time to a rule, and from a rule to the next occurrence."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from assistant.domain.identity import new_id
from assistant.domain.item import Item, ItemKind, TimeSpan
from assistant.domain.reminder import Following, Occurrence
from assistant.memory.recurrence import is_rule, next_wall, wall_ms
from assistant.memory.short_repeats import counts_real_time, step_of
from assistant.services.deadlines import next_warning_ms

if TYPE_CHECKING:
    from assistant.domain.ports import Clock


def with_rule(item: Item, time: TimeSpan | None, clock: Clock) -> Item:
    """The item repeating as `time` says, counted from its first wall time in the zone that it names, else the user's.

    A rule that is not followed (more often than is sensible, never) is left out: the first instant still reminds. One
    that comes several times a day by the hour stays in its zone: no journey brings the next dose early.
    """
    is_absolute = time is not None and (time.is_absolute or step_of(time.rrule) is not None)
    if time is None or item.kind is not ItemKind.TASK or not is_rule(time.rrule):
        return replace(without_rule(item), is_absolute=is_absolute)
    at = clock.local(time.at_ms).astimezone(_area(time.zone or clock.zone()))
    return replace(
        item,
        rrule=time.rrule,
        first_wall=at.replace(tzinfo=None).isoformat(timespec="seconds"),
        zone=time.zone or clock.zone(),
        repeats_after_done=time.repeats_after_done,
        except_days=time.except_days,
        is_absolute=is_absolute,
    )


def without_rule(item: Item) -> Item:
    """The item as one that does not repeat."""
    return replace(item, rrule="", first_wall="", zone="", repeats_after_done=False, except_days=())


def follower(clock: Clock) -> Following:
    """What the ledger asks for the next occurrence of an item.

    A wall time is one of the zone in which its user is now, unless the item is absolute. What counts real time has
    none. An item that repeats after it was done is counted from the day of the instant asked for, which is the instant
    of Done, and never on that day.
    """

    def following(item: Item, after_ms: int) -> Occurrence | None:
        if item.is_deadline and not item.rrule:
            warning_ms = next_warning_ms(item, after_ms, clock)
            return None if warning_ms is None else _armed(item, warning_ms, _wall(clock, warning_ms), clock.zone())
        if not item.rrule:
            return None
        zone = item.zone if item.is_absolute else clock.zone()
        first_wall = item.first_wall
        if item.repeats_after_done:
            first_wall, after_ms = _from_done(item, zone, after_ms, clock)
        found = next_wall(item.rrule, first_wall, zone, after_ms, item.except_days)
        if found is None:
            return None
        wall, due_at_ms = found
        meant = "" if counts_real_time(item.rrule) else zone
        return _armed(item, due_at_ms, wall.isoformat(timespec="seconds"), meant)

    def _armed(item: Item, due_at_ms: int, wall_time: str, zone: str) -> Occurrence:
        return Occurrence(new_id(clock.now_ms()), item.id, due_at_ms, zone, wall_time)

    return following


def _from_done(item: Item, zone: str, done_at_ms: int, clock: Clock) -> tuple[str, int]:
    """From what wall time a rule counts that begins anew with Done, and after which instant its next one may come.

    It counts from the day of Done, at the time of day that was asked for first; by the hour from Done itself.
    """
    if step_of(item.rrule) is not None:
        done = clock.local(done_at_ms).astimezone(_area(zone)).replace(tzinfo=None)
        return done.isoformat(timespec="seconds"), done_at_ms
    try:
        time_of_day = datetime.fromisoformat(item.first_wall).time()
    except ValueError:
        return item.first_wall, done_at_ms
    first = datetime.combine(clock.local(done_at_ms).date(), time_of_day)
    wall = first.isoformat(timespec="seconds")
    return wall, max(done_at_ms, wall_ms(wall, zone) or done_at_ms)


def _area(zone: str) -> ZoneInfo:
    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def wall_of(item: Item, at_ms: int, clock: Clock) -> tuple[str, str]:
    """The zone in which an instant of an item is meant, and its wall time there; no zone for what counts real time."""
    is_home = bool(item.is_absolute and item.rrule and item.zone)
    zone = item.zone if is_home else clock.zone()
    wall = clock.local(at_ms).astimezone(_area(zone)) if is_home else clock.local(at_ms)
    return "" if counts_real_time(item.rrule) else zone, wall.strftime("%Y-%m-%dT%H:%M:%S")


def _wall(clock: Clock, at_ms: int) -> str:
    return clock.local(at_ms).strftime("%Y-%m-%dT%H:%M:%S")
