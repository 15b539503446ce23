"""Taking over what can still be read from a damaged store: the user's own items, one by one."""

from __future__ import annotations

from pathlib import Path

from assistant.domain.item import Item
from assistant.store.connection import Connection
from assistant.store.database import Database
from assistant.store.items import SqliteItems
from assistant.store.linking import SqliteError, connect
from assistant.store.rows import ITEM_COLUMNS, item_of

_EMPTY: dict[str, str] = dict.fromkeys(("items.rrule", "items.first_wall", "items.zone"), "''")
_PAGE = 200


def salvage(damaged: Path, database: Database) -> int:
    """Add to the store the items that can be read from a damaged file and are missing. How many."""
    try:
        connection = connect(damaged)
    except SqliteError:
        return 0
    try:
        items = SqliteItems(database)
        return sum(items.add(item) for item in _readable(connection))
    finally:
        connection.close()


def _columns(connection: Connection) -> str:
    """The items' columns as this file has them: one that a later version added reads as empty, or as not there."""
    try:
        there = {str(row[0]) for row in connection.execute("SELECT name FROM pragma_table_info('items')")}
    except SqliteError:
        return ITEM_COLUMNS
    names = ITEM_COLUMNS.split(", ")
    return ", ".join(name if name.removeprefix("items.") in there else _EMPTY.get(name, "NULL") for name in names)


def _readable(connection: Connection) -> list[Item]:
    """The items on readable pages. A damaged page ends a walk, so the table is walked from both ends."""
    found: dict[str, Item] = {}
    columns = _columns(connection)
    for order, compare, first in (("ASC", ">", -1), ("DESC", "<", 2**63 - 1)):
        last = first
        while True:
            try:
                rows = connection.execute(
                    f"SELECT {columns}, items.number FROM items NOT INDEXED WHERE items.number {compare} ?"
                    f" ORDER BY items.number {order} LIMIT {_PAGE}",
                    (last,),
                ).fetchall()
            except SqliteError:
                break
            for row in rows:
                try:
                    item = item_of(row)
                except (TypeError, ValueError):
                    continue
                found.setdefault(item.id, item)
            if not rows:
                break
            last = rows[-1][-1]
    return list(found.values())
