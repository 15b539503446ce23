"""The log of what the user did to items, each with its inverse, so that it can be taken back after a restart as well.

Before an action the state of its items is written down; after it only what the action changed is kept. A process that
dies in between leaves the whole state, which takes back the same. What is taken back stays with the inverse of that, in
the line of what can be done again (`undone`, the latest highest), until something else is done or kept: an action that
begins puts the line aside (below zero) and, if it changes anything, ends it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from assistant.domain.action import Action, ActionKind
from assistant.store.connection import Connection, Row
from assistant.store.database import Database
from assistant.store.images import difference, image_of, put_back
from assistant.store.rows import storable
from assistant.store.trash import bring_back, item_in, put_away

MOST_ACTIONS = 100
"""So many of the latest can be taken back."""

_MOVING = (ActionKind.FORGOTTEN, ActionKind.RESTORED, ActionKind.CAPTURED)  # into the trash or out of it
_TITLE_LENGTH = 200
_NEWEST_KEPT = (
    "SELECT id FROM items WHERE kind IN ('note', 'task') ORDER BY created_at DESC, number DESC LIMIT 1"  # a capture
)
_PLACE = "(SELECT coalesce(max(undone), 0) + 1 FROM actions WHERE undone > 0)"


class SqliteActions:
    """`ports.Actions` over SQLite."""

    def __init__(self, database: Database) -> None:
        """Nothing is opened before the first call."""
        self._database = database

    def begin(self, kind: ActionKind, item_ids: Sequence[str], at_ms: int) -> int:
        """Write down how these items stand before an action. Its number."""
        wanted = list(dict.fromkeys(storable(item_id) for item_id in item_ids))
        with self._database.writing() as connection:
            number = _add(connection, kind, at_ms)
            for item_id in wanted:
                image = None if kind in _MOVING else image_of(connection, item_id, has_text=kind is ActionKind.EDITED)
                if image is not None or kind in _MOVING:
                    connection.execute(
                        "INSERT INTO action_items (action_number, item_id, before) VALUES (?, ?, ?)",
                        (number, item_id, None if image is None else _text({"whole": image})),
                    )
            connection.execute("UPDATE actions SET undone = -undone WHERE undone > 0")
            connection.execute(
                "DELETE FROM actions WHERE number NOT IN (SELECT number FROM actions ORDER BY number DESC LIMIT ?)",
                (MOST_ACTIONS,),
            )
        return number

    def settle(self, number: int) -> None:
        """Keep of an action only what it changed; nothing of one that changed nothing."""
        with self._database.writing() as connection:
            for item_id, before in _items_of(connection, number):
                if before is None:
                    continue
                changed = _changed(connection, item_id, before)
                if changed:
                    connection.execute(
                        "UPDATE action_items SET before = ? WHERE action_number = ? AND item_id = ?",
                        (_text({"changed": changed}), number, item_id),
                    )
                else:
                    connection.execute(
                        "DELETE FROM action_items WHERE action_number = ? AND item_id = ?", (number, item_id)
                    )
            _drop_empty(connection)
            is_there = connection.execute("SELECT 1 FROM actions WHERE number = ?", (number,)).fetchone() is not None
            connection.execute(
                "DELETE FROM actions WHERE undone IS NOT NULL"
                if is_there
                else "UPDATE actions SET undone = -undone WHERE undone < 0"
            )

    def recent(self, limit: int = MOST_ACTIONS) -> list[Action]:
        """What can be taken back, latest first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT number, kind, at FROM actions WHERE undone IS NULL ORDER BY number DESC LIMIT ?", (limit,)
            ).fetchall()
            return [_action(connection, *row) for row in rows]

    def undo(self, number: int, at_ms: int) -> list[str]:
        """Take an action back in one transaction; it can be done again. Which items that brought back."""
        with self._database.writing() as connection:
            row = connection.execute(
                "SELECT kind FROM actions WHERE number = ? AND undone IS NULL", (number,)
            ).fetchone()
            if row is None:
                return []
            _end_if_stale(connection)
            changed = _turn_all(connection, number, ActionKind(row[0]), at_ms, is_redo=False)
            _mark_undone(connection, number)
            return changed

    def undo_capture(self, item_id: str, captured_at_ms: int, at_ms: int) -> bool:
        """Move what was kept to the trash as an action taken back. False when it is not there any more."""
        with self._database.writing() as connection:
            _end_if_stale(connection)
            if not put_away(connection, storable(item_id), at_ms):
                return False
            number = _add(connection, ActionKind.CAPTURED, captured_at_ms)
            connection.execute(
                "INSERT INTO action_items (action_number, item_id) VALUES (?, ?)", (number, storable(item_id))
            )
            _mark_undone(connection, number)
            return True

    def undone(self, limit: int = MOST_ACTIONS) -> list[Action]:
        """What was taken back and can be done again, the latest first; nothing once something new was kept."""
        with self._database.reading() as connection:
            rows = _line(connection, limit)
            return [_action(connection, *row) for row in rows]

    def redo(self, number: int, at_ms: int) -> list[str]:
        """Do again what was taken back, in one transaction. Which items that changed; it can be taken back again."""
        with self._database.writing() as connection:
            row = next((row for row in _line(connection, MOST_ACTIONS) if row[0] == number), None)
            if row is None:
                return []
            kind = ActionKind(row[1])
            changed = _turn_all(connection, number, kind, at_ms, is_redo=True)
            last = _add(connection, kind, row[2])  # it is the last thing that was done, wherever it stood before
            connection.execute("UPDATE action_items SET action_number = ? WHERE action_number = ?", (last, number))
            connection.execute("DELETE FROM actions WHERE number = ?", (number,))
            _drop_empty(connection)
            return changed


def _add(connection: Connection, kind: ActionKind, at_ms: int) -> int:
    return connection.execute("INSERT INTO actions (kind, at) VALUES (?, ?)", (kind.value, at_ms)).lastrowid


def _mark_undone(connection: Connection, number: int) -> None:
    """Put an action at the end of the line of what can be done again; one of which nothing is left is dropped."""
    connection.execute(
        f"UPDATE actions SET undone = {_PLACE}, newest_item = ({_NEWEST_KEPT}) WHERE number = ?", (number,)
    )
    _drop_empty(connection)


def _line(connection: Connection, limit: int) -> list[Row]:
    """What can be done again, the latest first: number, kind and instant of each."""
    rows = connection.execute(
        f"SELECT number, kind, at, newest_item IS ({_NEWEST_KEPT}) FROM actions WHERE undone > 0"
        " ORDER BY undone DESC LIMIT ?",
        (limit,),
    ).fetchall()
    return [row[:3] for row in rows] if rows and rows[0][3] else []


def _end_if_stale(connection: Connection) -> None:
    """End the line after which something was kept, before that is taken back and the line looks as good as new."""
    if not _line(connection, 1):
        connection.execute("DELETE FROM actions WHERE undone > 0")


def _turn_all(connection: Connection, number: int, kind: ActionKind, at_ms: int, *, is_redo: bool) -> list[str]:
    """Take an action back or do it again. Which items that changed; what is kept of each is the inverse of that."""
    changed: list[str] = []
    for item_id, known in _items_of(connection, number):
        if kind in _MOVING:
            is_there = _move(connection, kind, item_id, at_ms, is_redo=is_redo)
            inverse = None
        else:
            is_there, inverse = _turn(connection, item_id, known, is_redo=is_redo)
        if is_there:
            changed.append(item_id)
        if not is_there or (inverse is None and kind not in _MOVING):
            connection.execute("DELETE FROM action_items WHERE action_number = ? AND item_id = ?", (number, item_id))
            continue
        connection.execute(
            "UPDATE action_items SET before = ? WHERE action_number = ? AND item_id = ?", (inverse, number, item_id)
        )
    return changed


def _move(connection: Connection, kind: ActionKind, item_id: str, at_ms: int, *, is_redo: bool) -> bool:
    is_away = is_redo is (kind is ActionKind.FORGOTTEN)
    return put_away(connection, item_id, at_ms) if is_away else bring_back(connection, item_id)


def _turn(connection: Connection, item_id: str, known: str | None, *, is_redo: bool) -> tuple[bool, str | None]:
    """Turn one item's change around. Whether the item is there, and the inverse of what that changed."""
    change = _changed(connection, item_id, known) if known is not None else {}
    has_text = "text" in change.get("item", {})
    before = image_of(connection, item_id, has_text=has_text)
    if before is None or not put_back(connection, item_id, change, is_redo=is_redo):
        return False, None
    after = image_of(connection, item_id, has_text=has_text)
    turned = {} if after is None else difference(before, after)
    return True, _text({"changed": turned}) if turned else None


def _changed(connection: Connection, item_id: str, before: str) -> dict[str, dict[str, object]]:
    known = json.loads(before)
    if "changed" in known:
        return known["changed"]
    now = image_of(connection, item_id, has_text="text" in known["whole"]["item"])
    return {} if now is None else difference(known["whole"], now)


def _items_of(connection: Connection, number: int) -> list[tuple[str, str | None]]:
    rows = connection.execute(
        "SELECT item_id, before FROM action_items WHERE action_number = ? ORDER BY rowid", (number,)
    ).fetchall()
    return [(row[0], row[1]) for row in rows]


def _action(connection: Connection, number: int, kind: str, at_ms: int) -> Action:
    ids = tuple(item_id for item_id, _ in _items_of(connection, number))
    return Action(number, ActionKind(kind), at_ms, ids, _title(connection, ids[0]) if ids else "")


def _title(connection: Connection, item_id: str) -> str:
    row = connection.execute("SELECT substr(text, 1, ?) FROM items WHERE id = ?", (_TITLE_LENGTH, item_id)).fetchone()
    if row is not None:
        return str(row[0])
    row = connection.execute("SELECT content FROM trash WHERE item_id = ?", (item_id,)).fetchone()
    return item_in(connection, row[0]).text[:_TITLE_LENGTH] if row is not None else ""


def _drop_empty(connection: Connection) -> None:
    connection.execute("DELETE FROM actions WHERE number NOT IN (SELECT action_number FROM action_items)")


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
