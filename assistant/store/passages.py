"""The full-text index as numbers: columns of all passages and posting lists, kept in step with the store.

What was added since the last look is read once and appended, to the columns and to the posting lists in the cache;
only a removal makes the columns shrink in one pass over numbers. Texts are never read for a question.
"""

from __future__ import annotations

import json
import threading
from collections import Counter, OrderedDict, defaultdict
from typing import Any

import numpy as np
import numpy.typing as npt

from assistant.domain.ports import FloatArray, IntArray, PassageTable
from assistant.language import tokens
from assistant.store.connection import Connection
from assistant.store.database import Database
from assistant.store.passage_columns import NewPassages, PassageColumns

MOST_POSTINGS = 2_000_000
"""Postings kept in memory, 12 bytes each; the terms unused for longest go first."""

POSTINGS_A_PASSAGE = 6
"""The same for each passage of a very large store, whose common terms alone would fill the room above."""

MOST_TERMS = 20_000

MOST_FOLLOWED = 2_000
"""Up to this many new passages are appended to the cached lists; after more (an import) the cache starts anew."""

_READ_AT_ONCE = 20_000

_NEW_PASSAGES = """
SELECT group_concat(number), group_concat(item_number), group_concat(place), group_concat(length),
    json_group_array(id), json_group_array(kind), group_concat(created_at), json_group_array(session),
    group_concat(item_place), json_group_array(speaker)
FROM (
    SELECT passages.number, item_number, passages.position AS place, length, items.id, kind, created_at, session,
        coalesce(items.position, 0) AS item_place, speaker
    FROM passages JOIN items ON items.number = item_number
    WHERE passages.number > ? ORDER BY passages.number LIMIT ?
)
"""
"""One text a column is far quicker to hand over than a row a passage: a million are read in half the time."""


class SqlitePassages:
    """`ports.Passages` over the store. Safe to share between threads; hold a lock of your own over a whole question."""

    def __init__(self, database: Database) -> None:
        """Store the place; nothing is read yet."""
        self._database = database
        self._generation = database.generation
        self._lock = threading.RLock()
        self._begin_anew()

    def _begin_anew(self) -> None:
        self._columns = PassageColumns()
        self._table = self._columns.table()
        self._removals: int | None = None
        self._is_reading = False
        self._cache: OrderedDict[str, tuple[IntArray, FloatArray]] = OrderedDict()
        self._cached_postings = 0

    def table(self) -> PassageTable:
        """See `ports.Passages`. Raises `StoreError`."""
        with self._lock, self._database.reading() as connection:
            if self._is_reading or self._generation != self._database.generation:  # given up halfway; another file
                self._generation = self._database.generation
                self._begin_anew()
            removals, last = _state(connection)
            if removals != self._removals:
                self._drop_removed(connection)
                self._removals = removals
            known = self._last_number()
            if last > known:
                self._append_new(connection, known)
            return self._table

    def postings(self, term: str) -> tuple[IntArray, FloatArray]:
        """See `ports.Passages`. A single CJK character stands for all terms that begin with it. Raises `StoreError`."""
        with self._lock:
            found = self._cache.get(term)
            if found is None:
                with self._database.reading() as connection:
                    found = self._counted(_documents(connection, term))
                self._remember(term, found)
            self._cache.move_to_end(term)
            return found

    def _last_number(self) -> int:
        return int(self._columns.numbers[-1]) if self._columns.count else 0

    def _drop_removed(self, connection: Connection) -> None:
        if not self._columns.count:
            return
        text = connection.execute(
            "SELECT group_concat(number) FROM (SELECT number FROM passages WHERE number <= ? ORDER BY number)",
            (self._last_number(),),
        ).fetchone()
        kept = np.isin(self._columns.numbers, _integers(text[0] if text else None), assume_unique=True)
        new_rows = np.cumsum(kept) - 1
        self._columns.keep(kept)
        self._table = self._columns.table()
        for term, (rows, counts) in list(self._cache.items()):
            is_kept: npt.NDArray[np.bool_] = kept[rows]
            self._remember(term, (new_rows[rows[is_kept]], counts[is_kept]))

    def _append_new(self, connection: Connection, known: int) -> None:
        first = self._columns.count
        last, more, self._is_reading = known, True, True
        while more:  # in parts: a million rows at once would take half a gigabyte, and never give all of it back
            found = _new_passages(connection, last)
            more = len(found.numbers) == _READ_AT_ONCE
            self._columns.append(found, is_last=not more)
            last = self._last_number()
        self._table = self._columns.table(self._table)
        if self._columns.count - first > MOST_FOLLOWED:
            self._cache.clear()
            self._cached_postings = 0
        elif self._cache:
            self._follow(connection, known, first)
        self._is_reading = False

    def _follow(self, connection: Connection, known: int, first: int) -> None:
        """Append what the new passages hold to the cached lists."""
        more: defaultdict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        rows = {int(number): row for row, number in enumerate(self._columns.numbers[first:].tolist(), start=first)}
        for number, text in connection.execute(
            "SELECT rowid, terms FROM passage_terms WHERE rowid > ? ORDER BY rowid", (known,)
        ):
            for term, count in _counts(text).items():
                if term in self._cache and number in rows:
                    more[term][0].append(rows[number])
                    more[term][1].append(count)
        for term, (new_rows, counts) in more.items():
            old_rows, old_counts = self._cache[term]
            extended = np.append(old_rows, new_rows), np.append(old_counts, np.array(counts, np.float32))
            self._remember(term, extended)

    def _counted(self, documents: IntArray) -> tuple[IntArray, FloatArray]:
        """Rows and counts from passage numbers, ascending, one for every place of the term."""
        numbers = self._columns.numbers
        if np.any(documents[1:] < documents[:-1]):  # several terms, one after another
            documents = np.sort(documents)
        starts = np.flatnonzero(np.diff(documents, prepend=-1))
        distinct, counts = documents[starts], np.diff(starts, append=len(documents))
        if len(numbers) and numbers[-1] - numbers[0] + 1 == len(numbers):  # nothing was ever removed: no need to search
            is_known = (distinct >= numbers[0]) & (distinct <= numbers[-1])
            return distinct[is_known] - numbers[0], counts[is_known].astype(np.float32)
        rows = np.searchsorted(numbers, distinct)
        is_known = rows < len(numbers)
        is_known[is_known] = numbers[rows[is_known]] == distinct[is_known]  # another process may be ahead of the table
        return rows[is_known], counts[is_known].astype(np.float32)

    def _remember(self, term: str, found: tuple[IntArray, FloatArray]) -> None:
        before = self._cache.get(term)
        self._cached_postings += len(found[0]) - (len(before[0]) if before is not None else 0)
        self._cache[term] = found
        most = max(MOST_POSTINGS, POSTINGS_A_PASSAGE * self._columns.count)
        while len(self._cache) > 1 and (self._cached_postings > most or len(self._cache) > MOST_TERMS):
            _, (rows, _) = self._cache.popitem(last=False)
            self._cached_postings -= len(rows)


def _state(connection: Connection) -> tuple[int, int]:
    """The count of removals and the highest passage number."""
    row = connection.execute("SELECT (SELECT removals FROM index_state), (SELECT max(number) FROM passages)").fetchone()
    return (int(row[0] or 0), int(row[1] or 0)) if row else (0, 0)


def _new_passages(connection: Connection, after: int) -> NewPassages:
    """The first of the passages with higher numbers."""
    row = connection.execute(_NEW_PASSAGES, (after, _READ_AT_ONCE)).fetchone() or ()
    columns: list[Any] = [json.loads(text) if text and text[0] == "[" else _integers(text) for text in row]
    return NewPassages(*columns)


def _documents(connection: Connection, term: str) -> IntArray:
    """Passage numbers, one for every place of the term. One text is far quicker to hand over than 50,000 rows."""
    condition, parameters = "term = ?", [term]
    if len(term) == 1 and tokens.is_cjk(term):
        condition, parameters = "term >= ? AND term < ?", [term, chr(ord(term) + 1)]
    row = connection.execute(
        f"SELECT group_concat(doc) FROM passage_vocabulary WHERE {condition}", parameters
    ).fetchone()
    return _integers(row[0] if row else None)


def _integers(text: str | None) -> IntArray:
    return np.fromstring(text, dtype=np.int64, sep=",") if text else np.empty(0, np.int64)


def _counts(text: str) -> Counter[str]:
    """How often a passage holds each term, and each first character of its CJK terms."""
    found = text.split()
    return Counter(found) + Counter(term[0] for term in found if len(term) == 2 and tokens.is_cjk(term))
