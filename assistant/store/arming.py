"""One row of the ledger, armed inside the caller's transaction."""

from __future__ import annotations

from assistant.domain.reminder import Occurrence
from assistant.store.connection import Connection
from assistant.store.rows import storable

_ARM = """
INSERT INTO occurrences (id, item_id, due_at, zone, wall_time, state, shown_at, answered_at, asks)
SELECT ?, id, ?, ?, ?, ?, ?, ?, ? FROM items WHERE id = ?
ON CONFLICT (item_id, due_at) DO UPDATE SET
    state = 'armed', zone = excluded.zone, wall_time = excluded.wall_time, asks = excluded.asks,
    claimed_by = NULL, claims = 0, shown_at = NULL, answered_at = NULL
    WHERE state IN ('cancelled', 'snoozed')
ON CONFLICT (id) DO NOTHING
"""


def arm(connection: Connection, occurrence: Occurrence) -> None:
    """Add an occurrence inside the caller's transaction; one that was cancelled or snoozed away is armed again."""
    connection.execute(
        _ARM,
        (
            storable(occurrence.id),
            occurrence.due_at_ms,
            storable(occurrence.zone),
            storable(occurrence.wall_time),
            occurrence.state.value,
            occurrence.shown_at_ms,
            occurrence.answered_at_ms,
            occurrence.asks,
            storable(occurrence.item_id),
        ),
    )
