"""The log of what the user did to items, each with its inverse, so that it can be taken back after a restart as well.

Before an action the state of its items is written down; after it only what the action changed is kept. A process that
dies in between leaves the whole state, which takes back the same.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from assistant.domain.action import Action, ActionKind
from assistant.store.connection import Connection
from assistant.store.database import Database
from assistant.store.images import difference, image_of, put_back
from assistant.store.rows import storable
from assistant.store.trash import bring_back, item_in, put_away

MOST_ACTIONS = 100
"""So many of the latest can be taken back."""

_MOVING = (ActionKind.FORGOTTEN, ActionKind.RESTORED)  # into the trash or out of it: the kind is the inverse
_TITLE_LENGTH = 200


class SqliteActions:
    """`ports.Actions` over SQLite."""

    def __init__(self, database: Database) -> None:
        """Nothing is opened before the first call."""
        self._database = database

    def begin(self, kind: ActionKind, item_ids: Sequence[str], at_ms: int) -> int:
        """Write down how these items stand before an action. Its number."""
        wanted = list(dict.fromkeys(storable(item_id) for item_id in item_ids))
        with self._database.writing() as connection:
            number = connection.execute("INSERT INTO actions (kind, at) VALUES (?, ?)", (kind.value, at_ms)).lastrowid
            for item_id in wanted:
                image = None if kind in _MOVING else image_of(connection, item_id, has_text=kind is ActionKind.EDITED)
                if image is not None or kind in _MOVING:
                    connection.execute(
                        "INSERT INTO action_items (action_number, item_id, before) VALUES (?, ?, ?)",
                        (number, item_id, None if image is None else _text({"whole": image})),
                    )
            connection.execute("DELETE FROM actions WHERE number <= ?", (number - MOST_ACTIONS,))
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

    def recent(self, limit: int = MOST_ACTIONS) -> list[Action]:
        """What can be taken back, latest first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT number, kind, at FROM actions ORDER BY number DESC LIMIT ?", (limit,)
            ).fetchall()
            return [_action(connection, *row) for row in rows]

    def undo(self, number: int, at_ms: int) -> list[str]:
        """Take an action back in one transaction, and strike it off the log. Which items that brought back."""
        with self._database.writing() as connection:
            row = connection.execute("SELECT kind FROM actions WHERE number = ?", (number,)).fetchone()
            items = _items_of(connection, number)
            connection.execute("DELETE FROM actions WHERE number = ?", (number,))
            if row is None:
                return []
            kind = ActionKind(row[0])
            return [item_id for item_id, before in items if _take_back(connection, kind, item_id, before, at_ms)]


def _take_back(connection: Connection, kind: ActionKind, item_id: str, before: str | None, at_ms: int) -> bool:
    if kind is ActionKind.FORGOTTEN:
        return bring_back(connection, item_id)
    if kind is ActionKind.RESTORED:
        return put_away(connection, item_id, at_ms)
    return before is not None and put_back(connection, item_id, _changed(connection, item_id, before))


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
