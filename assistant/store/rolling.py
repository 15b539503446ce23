"""Moving undone tasks on to today, inside one transaction; nothing is written on a day that needs nothing."""

from __future__ import annotations

from assistant.store.connection import Connection
from assistant.store.database import Database

_LEFT_UNDONE = """
kind = 'task' AND done_at IS NULL AND due_at IS NOT NULL AND due_at < ? AND rrule = '' AND set_aside_at IS NULL
AND (not_before_at IS NULL OR not_before_at <= ?) AND (rolled_at IS NULL OR rolled_at < ?)
"""


def roll_over(database: Database, day_start_ms: int, now_ms: int, most_rolls: int) -> list[str]:
    """See `ports.Items.roll_over`."""
    parameters = (day_start_ms, now_ms, day_start_ms)
    with database.reading() as connection:
        if connection.execute(f"SELECT 1 FROM items WHERE {_LEFT_UNDONE} LIMIT 1", parameters).fetchone() is None:
            return []
    with database.writing() as connection:
        rows = connection.execute(f"SELECT id, rolls FROM items WHERE {_LEFT_UNDONE}", parameters).fetchall()
        for item_id, rolls in rows:
            _roll(connection, item_id, now_ms, is_too_often=0 < most_rolls <= rolls)
    return [row[0] for row in rows]


def _roll(connection: Connection, item_id: str, now_ms: int, *, is_too_often: bool) -> None:
    connection.execute(
        "UPDATE items SET rolls = rolls + 1, rolled_at = ?, set_aside_at = ? WHERE id = ?",
        (now_ms, now_ms if is_too_often else None, item_id),
    )
    over = "('armed', 'shown', 'presenting')" if is_too_often else "('shown')"
    connection.execute(
        f"UPDATE occurrences SET state = 'cancelled', answered_at = ? WHERE item_id = ? AND state IN {over}",
        (now_ms, item_id),
    )
