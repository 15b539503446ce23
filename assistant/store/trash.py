"""The trash: a forgotten item leaves every table at once and lies in one row, whole, until it is restored or erased.

No query over items can meet it there, because it is not among them any more. What said its words elsewhere (its turn in
a conversation, answers that cite it, a title) loses them at the same moment and gets them back with it; an answer that
cites two forgotten items is given back only when neither is missing.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from typing import Any

from assistant.domain.action import Trashed
from assistant.domain.item import Item
from assistant.store.connection import Connection
from assistant.store.database import Database
from assistant.store.forgetting import blank_conversations
from assistant.store.images import Record, index_again, insert, records
from assistant.store.indexing import remove_passages
from assistant.store.rows import ITEM_COLUMNS, item_of, storable

_DERIVED = {"passages", "residents"}  # made again from the item
_CITING = "number IN (SELECT turn_number FROM citations WHERE item_id = ?)"


class SqliteTrash:
    """`ports.Trash` over SQLite."""

    def __init__(self, database: Database) -> None:
        """Nothing is opened before the first call."""
        self._database = database

    def put(self, item_ids: Sequence[str], at_ms: int) -> int:
        """Move items there with all that hangs on them, in one transaction. How many there were."""
        with self._database.writing() as connection:
            return sum(put_away(connection, storable(item_id), at_ms) for item_id in dict.fromkeys(item_ids))

    def restore(self, item_ids: Sequence[str]) -> list[str]:
        """Bring items back with all that hung on them, in one transaction. Which were there."""
        with self._database.writing() as connection:
            return [item_id for item_id in dict.fromkeys(item_ids) if bring_back(connection, storable(item_id))]

    def list(self, *, limit: int, offset: int = 0) -> list[Trashed]:
        """What lies there, latest first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT content, trashed_at FROM trash ORDER BY trashed_at DESC, item_id DESC LIMIT ? OFFSET ?",
                (limit, offset),
            ).fetchall()
            return [Trashed(item_in(connection, content), trashed_at_ms) for content, trashed_at_ms in rows]

    def get(self, item_id: str) -> Trashed | None:
        """One of them, None when it is not there."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT content, trashed_at FROM trash WHERE item_id = ?", (storable(item_id),)
            ).fetchone()
            return None if row is None else Trashed(item_in(connection, row[0]), row[1])

    def older_than(self, at_ms: int) -> list[str]:
        """The ids of those that got there before an instant."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT item_id FROM trash WHERE trashed_at < ?", (at_ms,)).fetchall()
        return [row[0] for row in rows]

    def count(self) -> int:
        """How many lie there."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT count(*) FROM trash").fetchone()
        return int(row[0]) if row else 0


def put_away(connection: Connection, item_id: str, at_ms: int) -> bool:
    """Move one item to the trash, inside the caller's transaction. False when there is no such item."""
    found = records(connection, "items", "id = ?", (item_id,))
    if not found:
        return False
    item = found[0]
    number = item.pop("number")
    content = {"item": item, "children": _children(connection, item_id, number), **_said(connection, item_id)}
    remove_passages(connection, number)
    blank_conversations(connection, item_id, item["text"])
    connection.execute("DELETE FROM items WHERE number = ?", (number,))
    connection.execute(
        "INSERT OR REPLACE INTO trash (item_id, trashed_at, content) VALUES (?, ?, ?)",
        (item_id, at_ms, json.dumps(content, ensure_ascii=False)),
    )
    return True


def bring_back(connection: Connection, item_id: str) -> bool:
    """Put one item back in its place, inside the caller's transaction. False when it does not lie in the trash."""
    row = connection.execute("SELECT content FROM trash WHERE item_id = ?", (item_id,)).fetchone()
    if row is None:
        return False
    content: dict[str, Any] = json.loads(row[0])
    insert(connection, "items", {**_known(connection, "items", content["item"]), "is_indexed": 0})
    new = connection.execute("SELECT number FROM items WHERE id = ?", (item_id,)).fetchone()
    for table, column, refers_to in _hanging(connection):
        for child in content["children"].get(table, []):
            own = {**_known(connection, table, child), column: new[0] if new and refers_to == "number" else item_id}
            insert(connection, table, own)
    connection.execute(
        "UPDATE occurrences SET state = 'shown', shown_at = coalesce(shown_at, due_at), claimed_by = NULL"
        " WHERE item_id = ? AND state = 'presenting'",
        (item_id,),
    )
    index_again(connection, item_id)
    _say_again(connection, item_id, content)
    connection.execute("DELETE FROM trash WHERE item_id = ?", (item_id,))
    return True


def item_in(connection: Connection, content: str) -> Item:
    """The item that a row of the trash holds; a column that came since has its default."""
    fields: Record = json.loads(content)["item"]
    missing = [name for name in _names() if name not in fields]
    if missing:
        columns = connection.execute("PRAGMA table_info(items)").fetchall()
        fields |= {column[1]: _default(column[4]) for column in columns if column[1] in missing}
    return item_of(tuple(fields.get(name) for name in _names()))


def _default(written: str | None) -> object:
    """The value of a column's default as the schema writes it."""
    if written is None:
        return None
    return int(written) if written.isdecimal() else written.strip("'")


@cache
def _names() -> tuple[str, ...]:
    return tuple(name.removeprefix("items.") for name in ITEM_COLUMNS.split(", "))


def _hanging(connection: Connection) -> list[tuple[str, str, str]]:
    """The tables whose rows go with their item: name, the column that refers to it, and the item's column meant."""
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    )
    return [
        (table, key[3], key[4])
        for (table,) in tables.fetchall()
        if table not in _DERIVED
        for key in connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
        if key[2] == "items" and key[6] == "CASCADE"
    ]


def _children(connection: Connection, item_id: str, number: int) -> dict[str, list[Record]]:
    """Their rows, without the numbers that SQLite gives; rows that hold bytes are derived numbers and stay out."""
    children: dict[str, list[Record]] = {}
    for table, column, refers_to in _hanging(connection):
        own = _own_number(connection, table)
        rows = records(connection, table, f"{column} = ?", (number if refers_to == "number" else item_id,))
        kept = [
            {name: value for name, value in row.items() if name != own}
            for row in rows
            if not any(isinstance(value, bytes) for value in row.values())
        ]
        if kept:
            children[table] = kept
    return children


def _own_number(connection: Connection, table: str) -> str | None:
    """The column that is SQLite's own number of a row."""
    columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
    keys = [column for column in columns if column[5]]
    return keys[0][1] if len(keys) == 1 and keys[0][2] == "INTEGER" else None


def _known(connection: Connection, table: str, record: Record) -> Record:
    """Without columns that a later version left out."""
    names = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
    return {name: value for name, value in record.items() if name in names}


def _said(connection: Connection, item_id: str) -> Record:
    """What says the item's words elsewhere: turns, titles and citations."""
    turns = connection.execute(
        f"SELECT id, text, item_id FROM turns WHERE item_id = ? OR {_CITING}", (item_id, item_id)
    ).fetchall()
    titles = connection.execute(
        "SELECT DISTINCT conversations.id, conversations.title FROM conversations"
        " JOIN turns ON turns.conversation_id = conversations.id WHERE turns.item_id = ?",
        (item_id,),
    ).fetchall()
    citations = connection.execute(
        "SELECT turn_number, number, text FROM citations WHERE item_id = ?", (item_id,)
    ).fetchall()
    return {"turns": turns, "titles": titles, "citations": citations}


def _say_again(connection: Connection, item_id: str, content: dict[str, Any]) -> None:
    for turn_number, number, text in content["citations"]:
        connection.execute(
            "UPDATE citations SET text = ? WHERE turn_number = ? AND number = ? AND item_id = ?",
            (text, turn_number, number, item_id),
        )
    for turn_id, text, own in content["turns"]:
        connection.execute(
            "UPDATE turns SET text = ?, item_id = coalesce(item_id, ?) WHERE id = ? AND text = ''"
            " AND NOT EXISTS (SELECT 1 FROM citations WHERE turn_number = turns.number AND citations.text = '')",
            (text, own, turn_id),
        )
    for conversation_id, title in content["titles"]:
        connection.execute("UPDATE conversations SET title = ? WHERE id = ? AND title = ''", (title, conversation_id))
