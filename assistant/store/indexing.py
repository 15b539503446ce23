"""The full-text index: which passages an item has and which terms stand in them.

Terms are made before a transaction begins; inside it there is only SQL. An item with a long text is committed first
and indexed afterwards in slices, so that keeping a megabyte is as quick as keeping a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from assistant.domain.item import Item
from assistant.domain.job import Job
from assistant.language import tokens
from assistant.language.chunking import LONGEST, chunk
from assistant.store.connection import Connection
from assistant.store.database import Database
from assistant.store.rows import ITEM_COLUMNS, ITEM_WIDTH, item_of, local_time, storable

INDEXED_AT_ONCE = 20_000
"""Characters up to which an item is indexed in the transaction that keeps it."""

_SLICE = 100  # passages written under one write lock: about 20 ms


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a text: its place, its characters' start and end, and its terms joined by spaces."""

    position: int
    start: int
    end: int
    terms: str
    length: int


@dataclass(frozen=True, slots=True)
class _Pending:
    """An item to index; `revision` tells whether its text is still the same when its terms are ready."""

    item: Item
    number: int
    revision: int


def passages_of(item: Item) -> list[Passage]:
    """The passages of an item, never empty."""
    text = storable(item.text)
    created_at = local_time(item.created_at_ms)
    passages: list[Passage] = []
    for position, (start, end) in enumerate(chunk(text)):
        terms = tokens.index_terms(text[start:end], speaker=item.speaker, created_at=created_at)
        passages.append(Passage(position, start, end, storable(" ".join(terms)), len(terms)))
    return passages


def index_now(item: Item) -> list[Passage] | None:
    """The passages to write together with the item, None when its text is too long for that."""
    return passages_of(item) if len(item.text) <= INDEXED_AT_ONCE else None


def write_passages(connection: Connection, item_number: int, passages: Sequence[Passage]) -> None:
    """Add passages of an item to the index, inside the caller's transaction."""
    for passage in passages:
        number = connection.execute(
            'INSERT INTO passages (item_number, position, start, "end", length) VALUES (?, ?, ?, ?, ?)',
            (item_number, passage.position, passage.start, passage.end, passage.length),
        ).lastrowid
        connection.execute("INSERT INTO passage_terms (rowid, terms) VALUES (?, ?)", (number, passage.terms))


def remove_passages(connection: Connection, item_number: int) -> None:
    """Take an item out of the index, inside the caller's transaction, and let caches know."""
    rows = connection.execute("SELECT number FROM passages WHERE item_number = ?", (item_number,)).fetchall()
    if not rows:
        return
    connection.executemany("DELETE FROM passage_terms WHERE rowid = ?", rows)
    connection.execute("DELETE FROM passages WHERE item_number = ?", (item_number,))
    connection.execute("UPDATE index_state SET removals = removals + 1")


def index_pending(database: Database, job: Job) -> int:
    """Index what was committed without its terms, or with terms made in an older way. How many items.

    May be stopped and started again at any point: an item counts as indexed only with its last slice.
    """
    _mark_outdated(database)
    done = 0
    while pending := _next_pending(database):
        if len(pending) == 1:
            done += _index_long(database, job, pending[0])
        else:
            done += _index_short(database, job, pending)
    database.tidy()
    return done


def _next_pending(database: Database) -> list[_Pending]:
    """The next items to index: some short ones, or one long one."""
    with database.reading() as connection:
        rows = connection.execute(
            f"SELECT {ITEM_COLUMNS}, items.number, items.revision FROM items"
            f" WHERE is_indexed = 0 ORDER BY number LIMIT {_SLICE}"
        ).fetchall()
    pending = [_Pending(item_of(row), row[ITEM_WIDTH], row[ITEM_WIDTH + 1]) for row in rows]
    short = list(takewhile(lambda one: len(one.item.text) <= LONGEST, pending))
    return short if len(short) > 1 else pending[:1]


def _mark_outdated(database: Database) -> None:
    with database.reading() as connection:
        row = connection.execute("SELECT terms_version FROM index_state").fetchone()
    if row is not None and row[0] == tokens.VERSION:
        return
    with database.writing() as connection:
        connection.execute("UPDATE items SET is_indexed = 0")
        connection.execute("UPDATE index_state SET terms_version = ?", (tokens.VERSION,))


def _index_short(database: Database, job: Job, pending: Sequence[_Pending]) -> int:
    """Index items of one passage each in one transaction."""
    job.check()
    passages = [passages_of(one.item) for one in pending]
    done = 0
    with database.writing() as connection:
        for one, its_passages in zip(pending, passages, strict=True):
            if _is_current(connection, one):
                remove_passages(connection, one.number)
                write_passages(connection, one.number, its_passages)
                _settle(connection, one)
                done += 1
    return done


def _index_long(database: Database, job: Job, one: _Pending) -> int:
    """Write one item's passages in slices. Gives up, without harm, when it is edited or forgotten meanwhile."""
    passages = passages_of(one.item)
    for first in range(0, len(passages), _SLICE):
        job.check()
        with database.writing() as connection:
            if not _is_current(connection, one):
                return 0
            if first == 0:
                remove_passages(connection, one.number)
            write_passages(connection, one.number, passages[first : first + _SLICE])
            if first + _SLICE >= len(passages):
                _settle(connection, one)
    return 1


def _is_current(connection: Connection, one: _Pending) -> bool:
    row = connection.execute(
        "SELECT 1 FROM items WHERE number = ? AND id = ? AND revision = ? AND is_indexed = 0",
        (one.number, one.item.id, one.revision),
    ).fetchone()
    return row is not None


def _settle(connection: Connection, one: _Pending) -> None:
    connection.execute("UPDATE items SET is_indexed = 1 WHERE number = ?", (one.number,))
