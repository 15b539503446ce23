"""The notifications on the screen, so that their buttons work after the process that showed them was killed.

Ids and numbers only. A server counts from one when it starts again, so a row is worth nothing without its server.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.domain.reminder import OnScreen
from assistant.store.database import Database
from assistant.store.rows import storable


class SqliteScreen:
    """`ports.Screen` over SQLite."""

    def __init__(self, database: Database) -> None:
        """Nothing is opened before the first call."""
        self._database = database

    def rows(self) -> list[OnScreen]:
        """All, oldest first."""
        with self._database.reading() as connection:
            found = connection.execute(
                "SELECT server, number, occurrence_id, item_id FROM on_screen ORDER BY number"
            ).fetchall()
        return [OnScreen(*row) for row in found]

    def add(self, shown: OnScreen) -> None:
        """One more; those of other servers are forgotten, because they are gone."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM on_screen WHERE server <> ?", (shown.server,))
            connection.execute(
                "INSERT OR REPLACE INTO on_screen (server, number, occurrence_id, item_id) VALUES (?, ?, ?, ?)",
                (shown.server, shown.number, storable(shown.occurrence_id), storable(shown.item_id)),
            )

    def remove(self, server: str, numbers: Sequence[int]) -> None:
        """These have left the screen."""
        with self._database.writing() as connection:
            for number in numbers:
                connection.execute("DELETE FROM on_screen WHERE server = ? AND number = ?", (server, number))

    def clear(self) -> None:
        """The server is gone, and all that it showed."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM on_screen")
