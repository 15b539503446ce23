"""The questions that the language model wrote for the rehearsal: each a row that goes with its item."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from assistant.domain.item import Item
from assistant.domain.learning import WrittenQuestion
from assistant.store.database import Database
from assistant.store.rows import storable

_ADD = """
INSERT OR REPLACE INTO rehearsal_questions (item_id, text_hash, question, written_at)
SELECT id, ?, ?, ? FROM items WHERE id = ?
"""
_USABLE = """
SELECT rehearsal_questions.item_id, text_hash, question, items.text FROM rehearsal_questions
JOIN items ON items.id = rehearsal_questions.item_id
WHERE question <> '' ORDER BY written_at, rehearsal_questions.item_id
"""


class SqliteWrittenQuestions:
    """`ports.WrittenQuestions` over SQLite."""

    def __init__(self, database: Database) -> None:
        """Nothing is opened before the first call."""
        self._database = database

    def add(self, item: Item, question: str, at_ms: int) -> None:
        """See `ports.WrittenQuestions`. Raises `StoreError`."""
        row = (_hashed(item.text), storable(question), at_ms, storable(item.id))
        with self._database.writing() as connection:
            connection.execute(_ADD, row)

    def usable(self) -> list[WrittenQuestion]:
        """See `ports.WrittenQuestions`. Raises `StoreError`."""
        with self._database.reading() as connection:
            rows = connection.execute(_USABLE).fetchall()
        return [WrittenQuestion(question, item_id) for item_id, known, question, text in rows if known == _hashed(text)]

    def tried(self, items: Sequence[Item]) -> set[str]:
        """See `ports.WrittenQuestions`. Raises `StoreError`."""
        with self._database.reading() as connection:
            known = dict(connection.execute("SELECT item_id, text_hash FROM rehearsal_questions").fetchall())
        return {item.id for item in items if known.get(item.id) == _hashed(item.text)}

    def tries(self, since_ms: int) -> tuple[int, int]:
        """See `ports.WrittenQuestions`. Raises `StoreError`."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT count(*), count(*) FILTER (WHERE written_at >= ?) FROM rehearsal_questions", (since_ms,)
            ).fetchone()
        return (int(row[0]), int(row[1])) if row else (0, 0)


def _hashed(text: str) -> str:
    return hashlib.sha256(storable(text).encode()).hexdigest()
