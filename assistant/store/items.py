"""The items' table. Every write is durable when the call returns."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from assistant.domain.errors import ItemMissing
from assistant.domain.item import Item, ItemVersion, SearchFilter
from assistant.domain.job import Job
from assistant.domain.reminder import Occurrence
from assistant.store import indexing
from assistant.store.arming import arm
from assistant.store.connection import Connection
from assistant.store.database import Database
from assistant.store.forgetting import forget_items
from assistant.store.intentions import cue_of, rewrite_intention, write_intention
from assistant.store.rolling import roll_over
from assistant.store.rows import ITEM_COLUMNS, ITEM_WIDTH, item_of, item_values, storable, wanted

_INSERT = (
    "INSERT INTO items (id, kind, text, created_at, provenance, language, updated_at, due_at, done_at, is_pinned,"
    " not_before_at, session, position, speaker, tags, people, rrule, first_wall, zone, is_deadline,"
    " waiting_for, effort_minutes, rolls, rolled_at, set_aside_at, repeats_after_done, except_days, is_absolute,"
    " is_insistent, is_indexed)"
    f" VALUES ({', '.join('?' * (ITEM_WIDTH + 1))}) ON CONFLICT (id) DO NOTHING"
)
_UPDATE = (
    "UPDATE items SET id = ?, kind = ?, text = ?, created_at = ?, provenance = ?, language = ?, updated_at = ?,"
    " due_at = ?, done_at = ?, is_pinned = ?, not_before_at = ?, session = ?, position = ?, speaker = ?, tags = ?,"
    " people = ?, rrule = ?, first_wall = ?, zone = ?, is_deadline = ?, waiting_for = ?, effort_minutes = ?, rolls = ?,"
    " rolled_at = ?, set_aside_at = ?, repeats_after_done = ?, except_days = ?, is_absolute = ?, is_insistent = ?,"
    " is_indexed = ?, revision = revision + ? WHERE number = ?"
)
_PAGE = 500


def insert_item(connection: Connection, item: Item, passages: Sequence[indexing.Passage] | None) -> bool:
    """Add an item inside the caller's transaction. False when its id is there already."""
    cue = cue_of(item)
    inserted = connection.execute(_INSERT, (*item_values(item), int(passages is not None)))
    if inserted.rowcount == 0:
        return False
    write_intention(connection, item, cue)
    if passages is not None:
        indexing.write_passages(connection, inserted.lastrowid, passages)
    return True


class SqliteItems:
    """`ports.Items` over SQLite."""

    def __init__(self, database: Database) -> None:
        """Nothing is opened before the first call."""
        self._database = database

    def add(self, item: Item, occurrence: Occurrence | None = None) -> bool:
        """Keep an item (with its reminder) in one transaction. False when this id is there already."""
        passages = indexing.index_now(item)
        with self._database.writing() as connection:
            is_new = insert_item(connection, item, passages)
            if is_new and occurrence is not None:
                arm(connection, occurrence)
        return is_new

    def index_pending(self, job: Job) -> int:
        """Index the items whose text was too long to be indexed when they were kept. How many."""
        return indexing.index_pending(self._database, job)

    def get(self, item_id: str) -> Item:
        """One item. Raises `ItemMissing`."""
        found = self.get_many([item_id])
        try:
            return found[storable(item_id)]
        except KeyError:
            raise ItemMissing(id=item_id) from None

    def get_many(self, item_ids: Sequence[str]) -> dict[str, Item]:
        """The items that exist among these ids, in the order of the ids."""
        with self._database.reading() as connection:
            rows = connection.execute(
                f"SELECT {ITEM_COLUMNS} FROM json_each(?) AS wanted"
                " JOIN items ON items.id = wanted.value ORDER BY wanted.key",
                (_id_list(item_ids),),
            ).fetchall()
        return {row[0]: item_of(row) for row in rows}

    def save(self, item: Item) -> None:
        """Replace an item's fields; the previous text is kept in its history. Raises `ItemMissing`."""
        passages = indexing.index_now(item)
        with self._database.writing() as connection:
            row = connection.execute(
                f"SELECT {ITEM_COLUMNS}, items.number, items.is_indexed FROM items WHERE id = ?", (storable(item.id),)
            ).fetchone()
            if row is None:
                raise ItemMissing(id=item.id)
            before, number, was_indexed = item_of(row), int(row[ITEM_WIDTH]), bool(row[ITEM_WIDTH + 1])
            is_new_text = before.text != storable(item.text)
            if is_new_text:
                _keep_version(connection, number, before, item)
                rewrite_intention(connection, item, cue_of(item))
            is_stale = is_new_text or _indexed_facts(before) != _indexed_facts(item)
            is_indexed = passages is not None if is_stale else was_indexed
            connection.execute(_UPDATE, (*item_values(item), int(is_indexed), int(is_stale), number))
            if is_stale:
                indexing.remove_passages(connection, number)
                indexing.write_passages(connection, number, passages or ())

    def forget(self, item_ids: Sequence[str]) -> int:
        """Erase items with every trace: index, history, uses, reminders, citations' text. How many were erased."""
        return forget_items(self._database, item_ids)

    def recent(self, *, limit: int, offset: int = 0, where: SearchFilter | None = None) -> list[Item]:
        """Newest first; of what is set aside, what was set aside last."""
        condition, parameters = wanted(where)
        # in the order of the index of what is set aside: else SQLite walks everything by its creation
        newest = "set_aside_at" if where is not None and where.set_aside_only else "created_at"
        return self._items(
            f"{condition} ORDER BY {newest} DESC, number DESC LIMIT ? OFFSET ?", [*parameters, limit, offset]
        )

    def open_tasks(self, *, limit: int = 500) -> list[Item]:
        """Tasks not done, by due instant (those without last), then newest first."""
        return self._items(
            "kind = 'task' AND done_at IS NULL ORDER BY due_at IS NULL, due_at, created_at DESC, number DESC LIMIT ?",
            [limit],
        )

    def done_since(self, since_ms: int) -> list[Item]:
        """Items completed since then, newest first."""
        return self._items("done_at IS NOT NULL AND done_at >= ? ORDER BY done_at DESC, number DESC", [since_ms])

    def roll_over(self, day_start_ms: int, now_ms: int, most_rolls: int) -> list[str]:
        """Move undone tasks of days gone by on to today, once a day; those that moved too often are set aside."""
        return roll_over(self._database, day_start_ms, now_ms, most_rolls)

    def pinned(self) -> list[Item]:
        """Pinned items, newest first."""
        return self._items("is_pinned = 1 ORDER BY created_at DESC, number DESC", [])

    def count(self) -> int:
        """How many items there are."""
        return self._number("SELECT count(*) FROM items", [])

    def everything(self) -> Iterator[Item]:
        """All items, oldest first, without holding them in memory."""
        last = (-(2**63), -1)
        while True:
            with self._database.reading() as connection:
                rows = connection.execute(
                    f"SELECT {ITEM_COLUMNS}, items.number FROM items WHERE (created_at, number) > (?, ?)"
                    f" ORDER BY created_at, number LIMIT {_PAGE}",
                    last,
                ).fetchall()
            for row in rows:
                yield item_of(row)
            if len(rows) < _PAGE:
                return
            last = (rows[-1][3], rows[-1][ITEM_WIDTH])

    def history(self, item_id: str) -> list[ItemVersion]:
        """Earlier texts of an item, latest first. Raises `ItemMissing`."""
        with self._database.reading() as connection:
            item = connection.execute("SELECT number FROM items WHERE id = ?", (storable(item_id),)).fetchone()
            if item is None:
                raise ItemMissing(id=item_id)
            rows = connection.execute(
                "SELECT text, replaced_at FROM item_versions WHERE item_number = ? ORDER BY number DESC", (item[0],)
            ).fetchall()
        return [ItemVersion(text=row[0], replaced_at_ms=row[1]) for row in rows]

    def count_citations(self, item_ids: Sequence[str]) -> int:
        """How many citations in kept answers point at these items."""
        return self._number(
            "SELECT count(*) FROM citations WHERE item_id IN (SELECT value FROM json_each(?))", [_id_list(item_ids)]
        )

    def _items(self, condition: str, parameters: Sequence[object]) -> list[Item]:
        with self._database.reading() as connection:
            rows = connection.execute(f"SELECT {ITEM_COLUMNS} FROM items WHERE {condition}", parameters).fetchall()
        return [item_of(row) for row in rows]

    def _number(self, sql: str, parameters: Sequence[object]) -> int:
        with self._database.reading() as connection:
            row = connection.execute(sql, parameters).fetchone()
        return int(row[0]) if row else 0


def _indexed_facts(item: Item) -> tuple[object, ...]:
    """What the index keeps besides the text; passages that change in these are written anew, so that caches see it."""
    return (item.speaker, item.created_at_ms, item.kind, item.session, item.position)


def _id_list(item_ids: Sequence[str]) -> str:
    return json.dumps([storable(item_id) for item_id in dict.fromkeys(item_ids)])


def _keep_version(connection: Connection, number: int, before: Item, after: Item) -> None:
    connection.execute(
        "INSERT INTO item_versions (item_number, text, replaced_at) VALUES (?, ?, ?)",
        (number, before.text, after.updated_at_ms or after.created_at_ms),
    )
