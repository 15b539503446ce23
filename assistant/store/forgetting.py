"""Erasing items for good, on the user's word alone: with what was derived from them, and from the free pages."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.store.connection import Connection
from assistant.store.database import Database
from assistant.store.indexing import remove_passages
from assistant.store.rows import storable


def forget_items(database: Database, item_ids: Sequence[str]) -> int:
    """Erase items with every trace. How many there were.

    Uses, reminders, history and tombstones go with their item (foreign keys). A turn that kept the item's words, and an
    answer that was written from them, lose their text; their rows stay so that the conversation keeps its shape.
    """
    forgotten = 0
    with database.writing() as connection:
        for item_id in dict.fromkeys(storable(item_id) for item_id in item_ids):
            row = connection.execute("SELECT number, text FROM items WHERE id = ?", (item_id,)).fetchone()
            if row is None:
                continue
            remove_passages(connection, row[0])
            _blank_conversations(connection, item_id, row[1])
            connection.execute("DELETE FROM items WHERE number = ?", (row[0],))
            forgotten += 1
    if forgotten:
        database.erase_wal()
    return forgotten


def _blank_conversations(connection: Connection, item_id: str, text: str) -> None:
    titles = connection.execute(
        "SELECT DISTINCT conversations.id, conversations.title FROM conversations"
        " JOIN turns ON turns.conversation_id = conversations.id WHERE turns.item_id = ?",
        (item_id,),
    ).fetchall()
    said = " ".join(text.split())
    for conversation_id, title in titles:
        if " ".join(title.rstrip(" .…").split()) in said:
            connection.execute("UPDATE conversations SET title = '' WHERE id = ?", (conversation_id,))
    connection.execute(
        "UPDATE turns SET text = '' WHERE item_id = ?"
        " OR number IN (SELECT turn_number FROM citations WHERE item_id = ?)",
        (item_id, item_id),
    )
    connection.execute("UPDATE citations SET text = '' WHERE item_id = ?", (item_id,))
