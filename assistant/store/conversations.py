"""Conversations, their turns and the sources each answer cites."""

from __future__ import annotations

from assistant.domain.conversation import AnswerNotice, Citation, Conversation, Role, Turn, TurnState
from assistant.domain.errors import ItemMissing
from assistant.domain.item import Item
from assistant.store.connection import Connection
from assistant.store.database import Database
from assistant.store.indexing import index_now
from assistant.store.items import insert_item
from assistant.store.rows import storable, storable_or_none

_TURN_COLUMNS = "turns.number, turns.id, conversation_id, role, text, created_at, state, model, notice, item_id"
_ADD_TURN = (
    "INSERT INTO turns (id, conversation_id, role, text, created_at, state, model, notice, item_id)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, (SELECT id FROM items WHERE id = ?))"
)
_CITE = (
    "INSERT INTO citations (turn_number, number, item_id, text, created_at)"
    " SELECT ?, ?, ?, CASE WHEN EXISTS (SELECT 1 FROM items WHERE id = ?) THEN ? ELSE '' END, ?"
)


class SqliteConversations:
    """`ports.Conversations` over SQLite."""

    def __init__(self, database: Database) -> None:
        """Nothing is opened before the first call."""
        self._database = database

    def start(self, conversation: Conversation) -> None:
        """Keep a new conversation; one that is there already stays as it is."""
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO conversations (id, title, created_at, updated_at) VALUES (?, ?, ?, ?)"
                " ON CONFLICT DO NOTHING",
                (
                    storable(conversation.id),
                    storable(conversation.title),
                    conversation.created_at_ms,
                    conversation.updated_at_ms,
                ),
            )

    def add_turn(self, turn: Turn, item: Item | None = None) -> None:
        """Keep a turn, and the item of a user's turn, in one transaction. Raises `ItemMissing` (no conversation)."""
        passages = index_now(item) if item is not None else None
        with self._database.writing() as connection:
            if item is not None:
                insert_item(connection, item, passages)
            used = connection.execute(
                "UPDATE conversations SET updated_at = ? WHERE id = ?",
                (turn.created_at_ms, storable(turn.conversation_id)),
            )
            if used.rowcount == 0:
                raise ItemMissing(id=turn.conversation_id)
            number = connection.execute(
                _ADD_TURN,
                (
                    storable(turn.id),
                    storable(turn.conversation_id),
                    turn.role.value,
                    storable(turn.text),
                    turn.created_at_ms,
                    turn.state.value,
                    storable_or_none(turn.model),
                    turn.notice.value,
                    storable_or_none(turn.item_id),
                ),
            ).lastrowid
            _cite(connection, number, turn.citations)

    def update_turn(self, turn: Turn) -> None:
        """Replace the text, state, citations, model and notice of a turn. Raises `ItemMissing`."""
        with self._database.writing() as connection:
            row = connection.execute("SELECT number FROM turns WHERE id = ?", (storable(turn.id),)).fetchone()
            if row is None:
                raise ItemMissing(id=turn.id)
            connection.execute(
                "UPDATE turns SET text = ?, state = ?, model = ?, notice = ? WHERE number = ?",
                (storable(turn.text), turn.state.value, storable_or_none(turn.model), turn.notice.value, row[0]),
            )
            connection.execute("DELETE FROM citations WHERE turn_number = ?", row)
            _cite(connection, row[0], turn.citations)

    def turns(self, conversation_id: str) -> list[Turn]:
        """Oldest first."""
        key = (storable(conversation_id),)
        cited: dict[int, list[Citation]] = {}
        with self._database.reading() as connection:
            rows = connection.execute(
                f"SELECT {_TURN_COLUMNS} FROM turns WHERE conversation_id = ? ORDER BY turns.number", key
            ).fetchall()
            citations = connection.execute(
                "SELECT turn_number, citations.number, citations.item_id, citations.text, citations.created_at"
                " FROM citations JOIN turns ON turns.number = citations.turn_number WHERE conversation_id = ?"
                " ORDER BY citations.turn_number, citations.number",
                key,
            ).fetchall()
        for turn_number, number, item_id, text, created_at in citations:
            cited.setdefault(turn_number, []).append(Citation(number, item_id, text, created_at))
        return [
            Turn(
                id=row[1],
                conversation_id=row[2],
                role=Role(row[3]),
                text=row[4],
                created_at_ms=row[5],
                state=TurnState(row[6]),
                citations=tuple(cited.get(row[0], ())),
                model=row[7],
                notice=AnswerNotice(row[8]),
                item_id=row[9],
            )
            for row in rows
        ]

    def recent(self, limit: int = 50) -> list[Conversation]:
        """Latest used first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT id, title, created_at, updated_at FROM conversations"
                " ORDER BY updated_at DESC, rowid DESC LIMIT ?",
                (limit,),
            ).fetchall()
        return [Conversation(*row) for row in rows]

    def delete(self, conversation_id: str) -> None:
        """Erase a conversation with its turns; the user's own items stay."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM conversations WHERE id = ?", (storable(conversation_id),))
        self._database.erase_wal()


def _cite(connection: Connection, turn_number: int, citations: tuple[Citation, ...]) -> None:
    """Keep the sources of an answer. One that was forgotten while the answer was written keeps no text."""
    for citation in citations:
        item_id = storable(citation.item_id)
        connection.execute(
            _CITE,
            (turn_number, citation.number, item_id, item_id, storable(citation.text), citation.created_at_ms),
        )
