"""The dynamic memory's rows: the log of uses, who is resident, and the tombstones of those let go."""

from __future__ import annotations

import json
from collections.abc import Sequence

from assistant.domain.memory import LetGoCause, Tombstone, Use, UseKind
from assistant.store.database import Database
from assistant.store.rows import storable

# An item may be forgotten while its event is on the way: SELECT ... FROM items then inserts nothing.
_RECORD = "INSERT INTO uses (item_id, kind, at, amount) SELECT id, ?, ?, ? FROM items WHERE id = ?"
_RESIDE = "INSERT INTO residents (item_id, weight) SELECT id, ? FROM items WHERE id = ?"
_LET_GO = "INSERT INTO tombstones (item_id, let_go_at, cause, weight) SELECT id, ?, ?, ? FROM items WHERE id = ?"

_EVENTS_PER_ITEM = 8
"""So many of the latest events are looked at for each item that is wanted, so that a long log stays cheap to ask."""


class SqliteResidents:
    """`ports.Residents` over SQLite."""

    def __init__(self, database: Database) -> None:
        """Nothing is opened before the first call."""
        self._database = database

    def record(self, uses: Sequence[Use]) -> None:
        """Append events."""
        if not uses:
            return
        with self._database.writing() as connection:
            connection.executemany(
                _RECORD, [(use.kind.value, use.at_ms, float(use.amount), storable(use.item_id)) for use in uses]
            )

    def uses(self, item_ids: Sequence[str]) -> dict[str, list[Use]]:
        """The events of these items, oldest first."""
        found: dict[str, list[Use]] = {}
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT item_id, kind, at, amount FROM uses WHERE item_id IN (SELECT value FROM json_each(?))"
                " ORDER BY at, number",
                (json.dumps([storable(item_id) for item_id in item_ids]),),
            ).fetchall()
        for item_id, kind, at_ms, amount in rows:
            found.setdefault(item_id, []).append(Use(item_id, UseKind(kind), at_ms, amount))
        return found

    def recently_used(self, since_ms: int, limit: int) -> list[str]:
        """Ids of items with an event since then, latest first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT item_id FROM (SELECT item_id, at, number FROM uses WHERE at >= ? ORDER BY at DESC LIMIT ?)"
                " GROUP BY item_id ORDER BY max(at) DESC, max(number) DESC LIMIT ?",
                (since_ms, limit * _EVENTS_PER_ITEM, limit),
            ).fetchall()
        return [row[0] for row in rows]

    def load(self) -> dict[str, float]:
        """Current residents' ids and weights, heaviest first."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT item_id, weight FROM residents ORDER BY weight DESC, item_id").fetchall()
        return {row[0]: row[1] for row in rows}

    def replace(self, weights: dict[str, float], let_go: Sequence[Tombstone]) -> None:
        """Make these the residents and keep the tombstones of those let go, in one transaction."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM residents")
            connection.executemany(_RESIDE, [(float(weight), storable(item_id)) for item_id, weight in weights.items()])
            connection.executemany(
                _LET_GO,
                [
                    (stone.let_go_at_ms, stone.cause.value, float(stone.weight), storable(stone.item_id))
                    for stone in let_go
                ],
            )

    def tombstones(self, limit: int = 100) -> list[Tombstone]:
        """Latest first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT item_id, let_go_at, cause, weight FROM tombstones ORDER BY let_go_at DESC, number DESC LIMIT ?",
                (limit,),
            ).fetchall()
        return [Tombstone(row[0], row[1], LetGoCause(row[2]), row[3]) for row in rows]
