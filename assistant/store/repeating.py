"""What goes on after an occurrence of a repeating item, inside the caller's transaction.

An item says itself which instant comes next (`items.due_at`), and the ledger has that row armed. Both change in the
transaction that claims or answers an occurrence, so a process that dies can neither lose nor double the next one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.domain.item import Item
from assistant.domain.reminder import DueReminder, Following, Occurrence, OccurrenceState
from assistant.store.arming import arm
from assistant.store.connection import Connection
from assistant.store.rows import ITEM_COLUMNS, item_of

_MOST_SKIPPED = 1_500  # a daily one, and a clock that goes back four years; then all that was told is skipped at once
_SAME_PRESS_MS = 10_000  # a Done that follows another one so soon is the same Done, pressed twice
_TOLD = (OccurrenceState.PRESENTING, OccurrenceState.SHOWN, OccurrenceState.DONE)
_OPEN_REPEATS = (
    f"SELECT {ITEM_COLUMNS} FROM items WHERE rrule <> '' AND done_at IS NULL AND repeats_after_done = 0"
    " AND set_aside_at IS NULL"
)
_ASTRAY = (
    " AND (NOT EXISTS (SELECT 1 FROM occurrences WHERE item_id = items.id AND state = 'armed')"
    " OR EXISTS (SELECT 1 FROM occurrences WHERE item_id = items.id AND (shown_at > ? OR answered_at > ?"
    " OR (state = 'presenting' AND due_at > ?))))"
)
"""Nothing armed, or told at an instant that has not come: the clock went back since."""


def go_on(connection: Connection, item: Item, now_ms: int, following: Following) -> bool:
    """Arm what comes next of a repeating item, unless it is armed. False when the rule has ended.

    Of one that is counted from Done nothing comes before it is done.
    """
    if item.repeats_after_done:
        return True
    due_at_ms = item.due_at_ms
    is_ahead = due_at_ms is not None and due_at_ms > now_ms
    if is_ahead and due_at_ms is not None and _state(connection, item.id, due_at_ms) == OccurrenceState.ARMED:
        return True
    after_ms = due_at_ms - 1 if is_ahead and due_at_ms is not None else max(now_ms, due_at_ms or now_ms)
    return _arm_next(connection, item, _untold(connection, item, after_ms, following))


def _untold(connection: Connection, item: Item, after_ms: int, following: Following) -> Occurrence | None:
    """The first occurrence after an instant that was not told yet.

    The clock may have been ahead before, or its user lives through the same wall time again in another zone.
    """
    upcoming = following(item, after_ms)
    for _ in range(_MOST_SKIPPED):
        if upcoming is None or not _is_told(connection, upcoming):
            return upcoming
        upcoming = following(item, upcoming.due_at_ms)
    (last_told_ms,) = connection.execute(
        "SELECT max(coalesce(max(due_at), 0), ?) FROM occurrences WHERE item_id = ? AND state <> 'armed'",
        (after_ms, item.id),
    ).fetchone() or (after_ms,)
    return following(item, last_told_ms)


def _arm_next(connection: Connection, item: Item, upcoming: Occurrence | None) -> bool:
    if upcoming is None:
        return False
    arm(connection, upcoming)
    connection.execute("UPDATE items SET due_at = ? WHERE id = ?", (upcoming.due_at_ms, item.id))
    return True


def end_earlier(connection: Connection, item_id: str, due_at_ms: int, now_ms: int) -> None:
    """Nobody answered the earlier ones, or they were put off until now: the later one stands for them."""
    connection.execute(
        "UPDATE occurrences SET state = 'cancelled', answered_at = ?"
        " WHERE item_id = ? AND due_at < ? AND state IN ('armed', 'shown')",
        (now_ms, item_id, due_at_ms),
    )


def warn_again(connection: Connection, reminder: DueReminder, now_ms: int, following: Following) -> None:
    """A deadline was warned of: arm what is still to come before it, and let this one stand for the earlier."""
    item, told = reminder.item, reminder.occurrence
    end_earlier(connection, item.id, told.due_at_ms, now_ms)
    upcoming = following(item, max(now_ms, told.due_at_ms))
    if upcoming is not None:
        arm(connection, upcoming)


def complete(connection: Connection, item: Item, now_ms: int, following: Following) -> bool:
    """Answer what was shown of a repeating item, or what is to come when nothing was. False when the rule has ended.

    Pressed again at once, Done answers nothing more: the one to come is not skipped.
    """
    answered = connection.execute(
        "UPDATE occurrences SET state = 'done', answered_at = ?, claimed_by = NULL"
        " WHERE item_id = ? AND (state IN ('presenting', 'shown') OR (state = 'armed' AND due_at <= ?))",
        (now_ms, item.id, now_ms),
    ).rowcount
    due_at_ms = item.due_at_ms or now_ms
    put_off = connection.execute(
        "UPDATE occurrences SET state = 'cancelled', answered_at = ?"
        " WHERE item_id = ? AND state = 'armed' AND due_at <> ?",
        (now_ms, item.id, due_at_ms),
    ).rowcount
    if item.repeats_after_done:
        return _begin_anew(connection, item, now_ms, following, was_open=bool(answered or put_off))
    if answered or put_off:
        return go_on(connection, item, now_ms, following)
    if _was_just_done(connection, item.id, now_ms):
        return True
    connection.execute(
        "UPDATE occurrences SET state = 'done', answered_at = ? WHERE item_id = ? AND due_at = ? AND state = 'armed'",
        (now_ms, item.id, due_at_ms),
    )
    return _arm_next(connection, item, _untold(connection, item, max(now_ms, due_at_ms), following))


def _begin_anew(connection: Connection, item: Item, now_ms: int, following: Following, *, was_open: bool) -> bool:
    """Count from this Done; a Done before the next one is due takes its place, unless it is the same Done again."""
    if not was_open and _was_just_done(connection, item.id, now_ms):
        return True
    upcoming = following(item, now_ms)
    while upcoming is not None and _state(connection, item.id, upcoming.due_at_ms) in _TOLD:
        upcoming = replace(upcoming, due_at_ms=upcoming.due_at_ms + 1)  # the clock went back: it stands beside it
    connection.execute(
        "UPDATE occurrences SET state = ?, answered_at = ? WHERE item_id = ? AND state = 'armed' AND due_at <> ?",
        ("cancelled" if was_open else "done", now_ms, item.id, upcoming.due_at_ms if upcoming is not None else -1),
    )
    return _arm_next(connection, item, upcoming)


def _was_just_done(connection: Connection, item_id: str, now_ms: int) -> bool:
    row = connection.execute(
        "SELECT 1 FROM occurrences WHERE item_id = ? AND state = 'done' AND answered_at BETWEEN ? AND ? LIMIT 1",
        (item_id, now_ms - _SAME_PRESS_MS, now_ms),
    ).fetchone()
    return row is not None


def astray(connection: Connection, now_ms: int) -> Sequence[Item]:
    """Repeating items whose next occurrence may be the wrong one: nothing is armed, or the clock went back."""
    return [item_of(row) for row in connection.execute(_OPEN_REPEATS + _ASTRAY, (now_ms, now_ms, now_ms))]


def realign(connection: Connection, item: Item, now_ms: int, following: Following) -> bool:
    """Arm the first occurrence after now that was never claimed, when it comes before the one that is armed."""
    upcoming = _untold(connection, item, now_ms, following)
    if upcoming is None:
        return False
    due_at_ms = item.due_at_ms
    armed = due_at_ms is not None and _state(connection, item.id, due_at_ms) == OccurrenceState.ARMED
    if armed and due_at_ms is not None and due_at_ms <= upcoming.due_at_ms:
        return False
    if armed:
        # never shown: gone without a trace, so that it is armed again when its turn comes
        connection.execute("DELETE FROM occurrences WHERE item_id = ? AND due_at = ?", (item.id, due_at_ms))
    return _arm_next(connection, item, upcoming)


def ask_again(connection: Connection, reminder: DueReminder, now_ms: int, upcoming: Occurrence | None) -> None:
    """Arm the next asking of an item that insists, in place of any other; this one stands for the earlier ones.

    The next occurrence of a repeating item stands for all that would have been asked after it.
    """
    item_id = reminder.item.id
    if reminder.occurrence.asks:
        end_earlier(connection, item_id, reminder.occurrence.due_at_ms, now_ms)
    connection.execute("DELETE FROM occurrences WHERE item_id = ? AND state = 'armed' AND asks > 0", (item_id,))
    if upcoming is None:
        return
    comes_before = connection.execute(
        "SELECT 1 FROM occurrences WHERE item_id = ? AND state = 'armed' AND due_at <= ?", (item_id, upcoming.due_at_ms)
    ).fetchone()
    if comes_before is None:
        arm(connection, upcoming)


def _is_told(connection: Connection, upcoming: Occurrence) -> bool:
    row = connection.execute(
        "SELECT 1 FROM occurrences WHERE item_id = ? AND (due_at = ? OR wall_time = ? AND zone <> '')"
        " AND state <> 'armed' LIMIT 1",
        (upcoming.item_id, upcoming.due_at_ms, upcoming.wall_time),
    ).fetchone()
    return row is not None


def _state(connection: Connection, item_id: str, due_at_ms: int) -> str | None:
    row = connection.execute(
        "SELECT state FROM occurrences WHERE item_id = ? AND due_at = ?", (item_id, due_at_ms)
    ).fetchone()
    return row[0] if row else None
