"""What the encoder made of every passage: kept beside it, erased with it, and held in memory for questions.

A row is written once and replaced when another encoder comes; rows carry ascending numbers, so that what came since the
last question is read alone. Vectors of an encoder that is no longer used count as not there.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence

import numpy as np

from assistant.domain.ports import FloatArray, IntArray, PieceArray, PieceBags
from assistant.language.piece_text import spoken_text
from assistant.store.connection import Connection, Row
from assistant.store.database import Database
from assistant.store.vector_rows import VectorRows, quantised, restored

_READ_AT_ONCE = 4_000  # rows: what is read stays in the processor's cache until it is taken in
_SAMPLED = 2_000
_NO_LIMIT = 2**63 - 1
_PIECE_BYTES = 2

_PENDING = """
SELECT passages.number, item_number, start, "end" FROM passages
WHERE passages.number > ? AND passages.number < ? AND NOT EXISTS (
    SELECT 1 FROM vectors WHERE passage_number = passages.number AND model = ?)
ORDER BY passages.number DESC LIMIT ?
"""
_NEW_ROWS = """
SELECT number, passage_number, vector, iif(?, pieces, NULL) FROM vectors
WHERE number > ? AND model = ? ORDER BY number LIMIT ?
"""
_OF_PASSAGES = """
SELECT passage_number, pieces, vector FROM vectors
WHERE model = ? AND passage_number IN (SELECT value FROM json_each(?))
"""
_SAMPLE = "SELECT vector FROM vectors WHERE model = ? AND number IN ({}) ORDER BY number"
_ADD = """
INSERT OR REPLACE INTO vectors (passage_number, model, pieces, vector)
SELECT number, ?, ?, ? FROM passages WHERE number = ?
"""


class SqliteVectors:
    """`ports.Vectors` over the store. Safe to share between threads."""

    def __init__(self, database: Database) -> None:
        """Store the place; nothing is read yet."""
        self._database = database
        self._lock = threading.Lock()
        self._begin_anew("")
        self._settled: tuple[int, str, int] = (0, "", 0)  # generation, model, passage number

    def _begin_anew(self, model: str) -> None:
        self._generation = self._database.generation
        self._model = model
        self._rows: VectorRows | None = None
        self._sample: FloatArray | None = None  # whole vectors of some passages, float32 (about _SAMPLED, d)
        self.is_estimating = False
        self._last = 0  # number of the last row taken in

    def has(self, model: str) -> bool:
        """See `ports.Vectors`. Raises `StoreError`."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT model FROM vectors ORDER BY number DESC LIMIT 1").fetchone()
        return row is not None and row[0] == model

    def cosines(self, model: str, numbers: IntArray, vector: FloatArray) -> FloatArray:
        """See `ports.Vectors`. Raises `StoreError`."""
        with self._lock:
            if self._model != model or self._generation != self._database.generation:
                self._begin_anew(model)
            if self._rows is None:
                self._rows = VectorRows(len(vector))
            self._rows.align(numbers)
            self.is_estimating = not self._rows.is_exact
            with self._database.reading() as connection:
                self._read_new(connection, self._rows)
                if not self.is_estimating:
                    return self._rows.cosines(vector)
                return self._rows.estimates(vector, self._sampled(connection, len(vector)))

    def _sampled(self, connection: Connection, dimensions: int) -> FloatArray:
        if self._sample is None:
            step = max(1, self._last // _SAMPLED)
            listed = ",".join(map(str, range(step, self._last + 1, step)))  # a scan of the whole store takes far longer
            rows = connection.execute(_SAMPLE.format(listed), (self._model,)).fetchall()
            made = np.frombuffer(b"".join(row[0] for row in rows), np.int8).reshape(len(rows), dimensions)
            self._sample = restored(made)
        return self._sample

    def _read_new(self, connection: Connection, rows: VectorRows) -> None:
        """Take in the rows since the last look, up to the first of a passage that `rows` is too old to know."""
        newest = int(rows.numbers[-1]) if len(rows.numbers) else 0
        while True:
            asked = (rows.is_whole, self._last, self._model, _READ_AT_ONCE)
            found = connection.execute(_NEW_ROWS, asked).fetchall()
            if not found:
                return
            numbers, passages, vectors, pieces = zip(*found, strict=True)
            of_passages = np.array(passages, np.int64)
            late = np.flatnonzero(of_passages > newest)
            early = int(late[0]) if len(late) else len(found)
            if early:
                made = np.frombuffer(b"".join(vectors[:early]), np.int8).reshape(early, rows.dimensions)
                rows.put(of_passages[:early], made, pieces[:early])
                self._last = numbers[early - 1]
            if early < _READ_AT_ONCE:
                return

    def closer(self, model: str, numbers: IntArray, vector: FloatArray) -> tuple[PieceBags, FloatArray]:
        """See `ports.Vectors`. Raises `StoreError`."""
        with self._lock:
            is_ours = self._rows is not None and self._model == model
            known = self._rows.look(numbers, vector) if self._rows is not None and is_ours else None
        pieces, cosines = self._read(model, numbers, vector) if known is None else known
        lengths = np.array([len(some) for some in pieces], np.int64) // _PIECE_BYTES
        return PieceBags(np.frombuffer(b"".join(pieces), "<u2"), lengths), cosines

    def _read(self, model: str, numbers: IntArray, vector: FloatArray) -> tuple[list[bytes], FloatArray]:
        """The pieces of a few passages and their cosines with a vector, from the file."""
        with self._database.reading() as connection:
            rows = connection.execute(_OF_PASSAGES, (model, json.dumps(numbers.tolist()))).fetchall()
        nothing = (0, b"", bytes(len(vector)))
        found = {row[0]: row for row in rows}
        chosen = [found.get(number, nothing) for number in numbers.tolist()]
        made = np.frombuffer(b"".join(row[2] for row in chosen), np.int8).reshape(len(chosen), len(vector))
        return [row[1] for row in chosen], restored(made) @ vector

    def pending(self, model: str, limit: int, *, below: int | None = None) -> list[tuple[int, str]]:
        """See `ports.Vectors`. Raises `StoreError`."""
        above = self._settled[2] if self._settled[:2] == (self._database.generation, model) else 0
        with self._database.reading() as connection:
            rows = connection.execute(_PENDING, (above, _NO_LIMIT if below is None else below, model, limit)).fetchall()
            texts = _texts(connection, {row[1] for row in rows})
        read = {item: (text, speaker) for item, text, speaker in texts}
        return [
            (number, spoken_text(read[item][0][start:end], read[item][1]))
            for number, item, start, end in rows
            if item in read
        ]

    def newest(self) -> int:
        """See `ports.Vectors`. Raises `StoreError`."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT max(number) FROM passages").fetchone()
        return int(row[0] or 0) if row else 0

    def settle(self, model: str, newest: int) -> None:
        """See `ports.Vectors`."""
        self._settled = (self._database.generation, model, newest)

    def add(self, model: str, numbers: Sequence[int], pieces: Sequence[PieceArray], vectors: FloatArray) -> int:
        """See `ports.Vectors`. Raises `StoreError`."""
        rows = [
            (model, some.astype("<u2").tobytes(), row.tobytes(), number)
            for number, some, row in zip(numbers, pieces, quantised(vectors), strict=True)
        ]
        with self._database.writing() as connection:
            return sum(connection.execute(_ADD, row).rowcount for row in rows)

    def counts(self, model: str) -> tuple[int, int]:
        """See `ports.Vectors`. Raises `StoreError`."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT (SELECT count(*) FROM vectors WHERE model = ?), (SELECT count(*) FROM passages)", (model,)
            ).fetchone()
        return (int(row[0]), int(row[1])) if row else (0, 0)


def _texts(connection: Connection, items: set[int]) -> list[Row]:
    """Number, text and speaker of items: each text is read once, however many passages it has."""
    listed = ",".join(map(str, items))
    return connection.execute(f"SELECT number, text, speaker FROM items WHERE number IN ({listed})").fetchall()
