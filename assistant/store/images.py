"""How an item and its reminders stand before an action, what the action changed, and putting exactly that back.

Rows are taken whole, column by column, so that a column a later step adds is taken back as well. Only what still is as
the action left it is put back: a reminder that came since stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from assistant.store import indexing
from assistant.store.connection import Connection
from assistant.store.rows import ITEM_COLUMNS, ITEM_WIDTH, item_of

Record: TypeAlias = "dict[str, Any]"
"""A row by the names of its columns."""

Image: TypeAlias = "dict[str, Record]"
"""`item`: the columns of an item; `occurrences` and `intentions`: its rows by their ids."""

_NUMBERS = ("number", "id", "is_indexed", "revision")
_CLAIM = {"claimed_by": None, "claims": 0}
_INDEXED = {"text", "kind", "created_at", "speaker", "session", "position"}


def records(connection: Connection, table: str, condition: str, parameters: Sequence[object]) -> list[Record]:
    """The rows of a table that fit."""
    names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    rows = connection.execute(f"SELECT * FROM {table} WHERE {condition}", parameters)
    return [dict(zip(names, row, strict=True)) for row in rows]


def insert(connection: Connection, table: str, record: Record) -> None:
    """Add a row; one that is there already stays as it is."""
    names = ", ".join(f'"{name}"' for name in record)
    places = ", ".join("?" * len(record))
    connection.execute(f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({places})", tuple(record.values()))


def image_of(connection: Connection, item_id: str, *, has_text: bool) -> Image | None:
    """How an item stands now; None when there is none. Its text only on demand: it may be a megabyte."""
    found = records(connection, "items", "id = ?", (item_id,))
    if not found:
        return None
    left_out = _NUMBERS if has_text else (*_NUMBERS, "text")
    occurrences = records(connection, "occurrences", "item_id = ?", (item_id,))
    return {
        "item": {name: value for name, value in found[0].items() if name not in left_out},
        "occurrences": {row["id"]: _at_rest(row) for row in occurrences},
        "intentions": {row["item_id"]: row for row in records(connection, "intentions", "item_id = ?", (item_id,))},
    }


def _at_rest(occurrence: Record) -> Record:
    """A row of the ledger that no process is showing."""
    if occurrence["state"] == "presenting":
        occurrence = {**occurrence, "state": "shown", "shown_at": occurrence["shown_at"] or occurrence["due_at"]}
    return {**occurrence, **_CLAIM}


def difference(before: Image, after: Image) -> Image:
    """What changed, as pairs of before and after; None stands for a row that is not there. Empty for nothing."""
    before = {**before, "item": {**after["item"], **before["item"]}}  # a column added since did not change
    changed: Image = {}
    for part in ("item", "occurrences", "intentions"):
        old, new = before[part], after[part]
        pairs = {key: [old.get(key), new.get(key)] for key in {**old, **new} if old.get(key) != new.get(key)}
        if pairs:
            changed[part] = pairs
    return changed


def put_back(connection: Connection, item_id: str, changed: Image, *, is_redo: bool = False) -> bool:
    """Take a change back, inside the caller's transaction. False when the item is gone.

    With `is_redo` the change is that of taking something back: a text that comes again has the one it replaces in its
    history, where taking an edit back ends that.
    """
    columns = changed.get("item", {})
    now = image_of(connection, item_id, has_text="text" in columns)
    if now is None:
        return False
    values = {name: before for name, (before, after) in columns.items() if now["item"].get(name) == after}
    _put_item_back(connection, item_id, values, is_redo=is_redo)
    for key, (before, after) in changed.get("occurrences", {}).items():
        _put_reminder_back(connection, before, after, now["occurrences"].get(key))
    for before, after in changed.get("intentions", {}).values():
        if now["intentions"].get(item_id) == after:
            connection.execute("DELETE FROM intentions WHERE item_id = ?", (item_id,))
            if before is not None:
                insert(connection, "intentions", before)
    return True


def _put_item_back(connection: Connection, item_id: str, values: Record, *, is_redo: bool) -> None:
    if not values:
        return
    if is_redo and "text" in values:
        connection.execute(
            "INSERT INTO item_versions (item_number, text, replaced_at)"
            " SELECT number, text, coalesce(?, updated_at, created_at) FROM items WHERE id = ?",
            (values.get("updated_at"), item_id),
        )
    assigned = ", ".join(f"{name} = ?" for name in values)
    connection.execute(f"UPDATE items SET {assigned} WHERE id = ?", (*values.values(), item_id))
    if "text" in values and not is_redo:
        connection.execute(
            "DELETE FROM item_versions WHERE number = (SELECT max(item_versions.number) FROM item_versions"
            " JOIN items ON items.number = item_number WHERE items.id = ? AND item_versions.text = ?)",
            (item_id, values["text"]),
        )
    if _INDEXED & values.keys():
        index_again(connection, item_id)


def index_again(connection: Connection, item_id: str) -> None:
    """Write the passages of an item anew; those of a long text are left to `index_pending`."""
    row = connection.execute(f"SELECT {ITEM_COLUMNS}, items.number FROM items WHERE id = ?", (item_id,)).fetchone()
    if row is None:
        return
    passages = indexing.index_now(item_of(row))
    indexing.remove_passages(connection, row[ITEM_WIDTH])
    indexing.write_passages(connection, row[ITEM_WIDTH], passages or ())
    connection.execute(
        "UPDATE items SET is_indexed = ?, revision = revision + 1 WHERE number = ?",
        (int(passages is not None), row[ITEM_WIDTH]),
    )


def _put_reminder_back(connection: Connection, before: Record | None, after: Record | None, now: Record | None) -> None:
    if before is None:
        if now is not None and after is not None and now["state"] == after["state"]:
            connection.execute("DELETE FROM occurrences WHERE id = ?", (now["id"],))
    elif after is None:
        insert(connection, "occurrences", before)
    elif now is not None and now["state"] == after["state"]:
        assigned = ", ".join(f"{name} = ?" for name in before)
        connection.execute(f"UPDATE occurrences SET {assigned} WHERE id = ?", (*before.values(), before["id"]))
