"""Real stores in a temporary folder, and small things to put in them."""

from __future__ import annotations

from pathlib import Path

from assistant.domain.conversation import Conversation, Role, Turn
from assistant.domain.identity import new_id
from assistant.domain.item import Item, ItemKind
from assistant.domain.reminder import Occurrence
from assistant.store.conversations import SqliteConversations
from assistant.store.database import Database
from assistant.store.items import SqliteItems
from assistant.store.occurrences import SqliteOccurrences
from assistant.store.residents import SqliteResidents
from assistant.store.search import SqliteSearch

NOW = 1_790_000_000_000


class Store:
    """Everything over one file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.database = Database(path)
        self.items = SqliteItems(self.database)
        self.search = SqliteSearch(self.database)
        self.occurrences = SqliteOccurrences(self.database)
        self.residents = SqliteResidents(self.database)
        self.conversations = SqliteConversations(self.database)

    def keep(self, text: str, at_ms: int = NOW, kind: ItemKind = ItemKind.NOTE, **fields: object) -> Item:
        item = Item(id=new_id(at_ms), kind=kind, text=text, created_at_ms=at_ms, **fields)  # type: ignore[arg-type]
        assert self.items.add(item)
        return item

    def found(self, query: str, **options: object) -> list[str]:
        return [hit.item.text for hit in self.search.search(query, **{"limit": 50, **options})]  # type: ignore[arg-type]


def an_item(text: str = "call Bob", at_ms: int = NOW, kind: ItemKind = ItemKind.NOTE) -> Item:
    return Item(id=new_id(at_ms), kind=kind, text=text, created_at_ms=at_ms)


def an_occurrence(item: Item, due_at_ms: int = NOW) -> Occurrence:
    return Occurrence(new_id(due_at_ms), item.id, due_at_ms, "Europe/Berlin", "2026-09-21T15:33")


def a_conversation(title: str = "Bob") -> Conversation:
    return Conversation(new_id(NOW), title, NOW, NOW)


def a_turn(conversation: Conversation, text: str, role: Role = Role.USER, at_ms: int = NOW, **fields: object) -> Turn:
    return Turn(new_id(at_ms), conversation.id, role, text, at_ms, **fields)  # type: ignore[arg-type]
