"""Erasing items for good, on the user's word alone: with what was derived from them, and from the free pages."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.store.connection import Connection
from assistant.store.database import Database
from assistant.store.indexing import remove_passages
from assistant.store.rows import storable


def forget_items(database: Database, item_ids: Sequence[str]) -> int:
    """Erase items with every trace, wherever they lie, in the trash too. How many there were.

    Uses, reminders, history and tombstones go with their item (foreign keys). A turn that kept the item's words, and an
    answer that was written from them, lose their text; their rows stay so that the conversation keeps its shape.
    """
    forgotten = 0
    with database.writing() as connection:
        for item_id in dict.fromkeys(storable(item_id) for item_id in item_ids):
            was_trashed = connection.execute("DELETE FROM trash WHERE item_id = ?", (item_id,)).rowcount
            _forget_actions(connection, item_id)
            row = connection.execute("SELECT number, text FROM items WHERE id = ?", (item_id,)).fetchone()
            if row is None:
                forgotten += was_trashed
                continue
            remove_passages(connection, row[0])
            blank_conversations(connection, item_id, row[1])
            connection.execute("DELETE FROM items WHERE number = ?", (row[0],))
            forgotten += 1
    if forgotten:
        database.erase_wal()
    return forgotten


def _forget_actions(connection: Connection, item_id: str) -> None:
    """Erase what the log of actions knows of an item, and actions of which nothing is left."""
    if connection.execute("DELETE FROM action_items WHERE item_id = ?", (item_id,)).rowcount:
        connection.execute("DELETE FROM actions WHERE number NOT IN (SELECT action_number FROM action_items)")


def blank_conversations(connection: Connection, item_id: str, text: str) -> None:
    """Take an item's words out of conversations, inside the caller's transaction: turns, titles and citations."""
    titles = connection.execute(
        "SELECT DISTINCT conversations.id, conversations.title, turns.text FROM conversations"
        " JOIN turns ON turns.conversation_id = conversations.id WHERE turns.item_id = ?",
        (item_id,),
    ).fetchall()
    for conversation_id, title, said in titles:
        beginning = " ".join(title.rstrip(" .…").split())
        if any(beginning in " ".join(words.split()) for words in (text, said)):  # the item may have been edited since
            connection.execute("UPDATE conversations SET title = '' WHERE id = ?", (conversation_id,))
    connection.execute(
        "UPDATE turns SET text = '' WHERE item_id = ?"
        " OR number IN (SELECT turn_number FROM citations WHERE item_id = ?)",
        (item_id, item_id),
    )
    connection.execute("UPDATE citations SET text = '' WHERE item_id = ?", (item_id,))
