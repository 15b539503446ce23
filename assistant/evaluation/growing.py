"""Very large stores quickly: a store of made-up items, and copies of all its rows under numbers of their own."""

from __future__ import annotations

import itertools

from assistant.app import App
from assistant.domain.job import Job
from assistant.evaluation.world import World
from assistant.store.indexing import index_now
from assistant.store.items import insert_item

COPIED_FROM = 100_000
"""Items that are made one by one; a larger store holds each of them several times, as other items."""

_BATCH = 2_000

_SIZES = (
    "SELECT (SELECT max(number) FROM items), (SELECT max(number) FROM passages), (SELECT max(number) FROM vectors),"
    " (SELECT max(created_at) - min(created_at) FROM items)"
)
_COPY = (  # ?1 to ?4: items, passages, vectors and milliseconds of the original; ?5: which copy
    "CREATE TEMP TABLE copied AS SELECT * FROM items WHERE number <= ?1",
    "UPDATE copied SET number = number + ?1 * ?5, id = id || '-' || ?5, session = session || '-' || ?5,"
    " created_at = created_at + ?4 * ?5",
    "INSERT INTO items SELECT * FROM copied",
    "DROP TABLE copied",
    'INSERT INTO passages SELECT number + ?2 * ?5, item_number + ?1 * ?5, position, start, "end", length'
    " FROM passages WHERE number <= ?2",
    "INSERT INTO passage_terms (rowid, terms) SELECT rowid + ?2 * ?5, terms FROM passage_terms WHERE rowid <= ?2",
    "INSERT INTO vectors SELECT number + ?3 * ?5, passage_number + ?2 * ?5, model, pieces, vector"
    " FROM vectors WHERE number <= ?3",
)


def fill(app: App, world: World, count: int) -> None:
    """Put items into the store in large transactions, as no user could."""
    items = world.items(count)
    while batch := list(itertools.islice(items, _BATCH)):
        with app.database.writing() as connection:
            for item in batch:
                insert_item(connection, item, index_now(item))


def grow(app: App, world: World, count: int, copied_from: int = COPIED_FROM) -> int:
    """Fill a blank store with items and their vectors, from `copied_from` on in whole copies. How many it holds."""
    fill(app, world, min(count, copied_from))
    app.encoding.catch_up(Job())
    with app.database.reading() as connection:
        sizes = connection.execute(_SIZES).fetchone()
    copies = max(1, count // copied_from)
    for copy in range(1, copies):
        with app.database.writing() as connection:
            for statement in _COPY:
                connection.execute(statement, (*(sizes or ()), copy)[: _parameters(statement)])
        app.database.tidy()
    return min(count, copied_from) * copies


def _parameters(statement: str) -> int:
    """The highest parameter of a statement; SQLite refuses more values than that."""
    return max((place for place in range(1, 6) if f"?{place}" in statement), default=0)
