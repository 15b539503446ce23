"""Items looked up by what a user calls them: the end of an id, or words, without reading every item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from assistant.domain.item import Item
from assistant.language import tokens
from assistant.store.connection import Connection
from assistant.store.database import Database
from assistant.store.rows import ITEM_COLUMNS, item_of, storable
from assistant.store.search import match_expression

_MOST_TERMS = 16  # of what was said: what holds so many is a short list, and the caller looks at the words themselves
_PAGES = (8, 64, 512)  # items read at a time: most callers need a few
_HOLDING = (
    "SELECT item_number FROM passages WHERE number IN (SELECT rowid FROM passage_terms WHERE passage_terms MATCH ?)"
)
_NOT_INDEXED = "SELECT number FROM items WHERE is_indexed = 0"
_FIRST = {None: "", "open": "done_at IS NOT NULL, ", "done": "done_at IS NULL, "}


class SqliteNames:
    """`ports.Names` over SQLite and its full-text index."""

    def __init__(self, database: Database) -> None:
        """Nothing is opened before the first call."""
        self._database = database

    def ending(self, end: str, limit: int) -> list[Item]:
        """Items whose id ends so, in capitals or not, newest first. Raises `StoreError`."""
        with self._database.reading() as connection:
            # The ids alone are an index; items with their texts would be read from the whole file.
            rows = connection.execute(
                f"SELECT {ITEM_COLUMNS} FROM items WHERE id IN (SELECT id FROM items WHERE upper(substr(id, ?)) = ?)"
                " ORDER BY created_at DESC, number DESC LIMIT ?",
                (-max(1, len(end)), storable(end.upper()), limit),
            ).fetchall()
        return [item_of(row) for row in rows]

    def perhaps_holding(self, text: str, first: Literal["open", "done"] | None = None) -> Iterator[Item]:
        """All items that may hold the words of a text, and some that do not. Raises `StoreError`."""
        terms = _terms_of(storable(text))
        with self._database.reading() as connection:
            numbers = _numbers(connection, terms, _FIRST[first])
        start, pages = 0, iter(_PAGES)
        size = _PAGES[-1]
        while start < len(numbers):
            size = next(pages, size)
            yield from self._read(numbers[start : start + size])
            start += size

    def _read(self, numbers: Sequence[int]) -> list[Item]:
        """These items, in this order; one that was forgotten meanwhile is left out."""
        places = ", ".join("?" * len(numbers))
        with self._database.reading() as connection:
            rows = connection.execute(
                f"SELECT items.number, {ITEM_COLUMNS} FROM items WHERE number IN ({places})", numbers
            ).fetchall()
        by_number = {int(row[0]): item_of(row[1:]) for row in rows}
        return [by_number[number] for number in numbers if number in by_number]


def _terms_of(text: str) -> list[str]:
    """The terms that stand in every passage with these words: 二月 is a part of 十二月, whose month is another."""
    has_cjk = any(map(tokens.is_cjk, text))
    terms = [term for term in tokens.query_terms(text) if "\0" not in term]
    return [term for term in terms if not (has_cjk and tokens.is_date_term(term))][:_MOST_TERMS]


def _numbers(connection: Connection, terms: Sequence[str], first: str) -> list[int]:
    """The numbers of items that hold all terms or are not indexed yet: those of one state first, then the newest."""
    matched = " INTERSECT ".join([_HOLDING] * len(terms))
    condition = f"number IN ({matched} UNION {_NOT_INDEXED})" if terms else "TRUE"
    rows = connection.execute(
        f"SELECT number FROM items WHERE {condition} ORDER BY {first}created_at DESC, number DESC",
        [match_expression([term]) for term in terms],
    ).fetchall()
    return [int(row[0]) for row in rows]
