"""Wall times follow their user into another zone: what is armed for nine o'clock comes at nine o'clock there.

An occurrence keeps the wall time that was meant, so that a journey back, or a zone that was wrong for a while, loses
nothing. What was told stays told. One whose wall time is past in the new zone is due at once, and late.
"""

from __future__ import annotations

from collections.abc import Callable

from assistant.store.connection import Connection, Row
from assistant.store.database import Database

InstantOf = Callable[[str, str], "int | None"]
"""The instant of a wall time ("2026-11-23T09:00:00") of a zone."""

_ASTRAY = """
FROM occurrences JOIN items ON items.id = occurrences.item_id
WHERE occurrences.state = 'armed' AND occurrences.zone NOT IN ('', ?) AND occurrences.wall_time <> ''
AND NOT (items.is_absolute AND occurrences.due_at = items.due_at)
"""


def travel(database: Database, zone: str, instant_of: InstantOf) -> int:
    """Move what is armed by wall time to `zone`, in one transaction. How many occurrences."""
    with database.reading() as connection:
        if connection.execute(f"SELECT 1 {_ASTRAY} LIMIT 1", (zone,)).fetchone() is None:
            return 0
    with database.writing() as connection:
        rows = connection.execute(
            "SELECT occurrences.id, items.id, occurrences.due_at, occurrences.zone, occurrences.wall_time,"
            f" items.due_at, items.is_absolute {_ASTRAY} ORDER BY occurrences.due_at",
            (zone,),
        ).fetchall()
        for row in rows:
            _move(connection, row, zone, instant_of)
    return len(rows)


def _move(connection: Connection, row: Row, zone: str, instant_of: InstantOf) -> None:
    occurrence_id, item_id, due_at_ms, old_zone, wall_time, item_due_at_ms, is_absolute = row
    moved_ms = instant_of(wall_time, zone)
    if moved_ms is None:
        return
    while _is_taken(connection, item_id, moved_ms, occurrence_id):
        moved_ms += 1
    connection.execute("UPDATE occurrences SET due_at = ?, zone = ? WHERE id = ?", (moved_ms, zone, occurrence_id))
    if item_due_at_ms == due_at_ms:
        connection.execute("UPDATE items SET due_at = ? WHERE id = ?", (moved_ms, item_id))
    elif not is_absolute:
        _move_deadline(connection, item_id, (old_zone, zone), instant_of)


def _move_deadline(connection: Connection, item_id: str, zones: tuple[str, str], instant_of: InstantOf) -> None:
    """A deadline is warned of before it: with the warning that moved, it moves as far as the wall clock did."""
    row = connection.execute(
        "SELECT strftime('%Y-%m-%dT%H:%M:%S', due_at / 1000, 'unixepoch'), due_at FROM items"
        " WHERE id = ? AND is_deadline = 1 AND rrule = ''",
        (item_id,),
    ).fetchone()
    if row is None:
        return
    as_utc, due_at_ms = row
    before, after = (instant_of(as_utc, zone) for zone in zones)
    if before is not None and after is not None:
        moved_ms = due_at_ms + after - before
        connection.execute("UPDATE items SET due_at = ? WHERE id = ?", (moved_ms, item_id))


def _is_taken(connection: Connection, item_id: str, due_at_ms: int, but: str) -> bool:
    row = connection.execute(
        "SELECT 1 FROM occurrences WHERE item_id = ? AND due_at = ? AND id <> ?", (item_id, due_at_ms, but)
    ).fetchone()
    return row is not None
