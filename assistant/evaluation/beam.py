"""BEAM (https://github.com/mohammadtavakoli78/BEAM): long chats with an assistant, evidence by message."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from assistant.domain.item import Item, ItemKind, Provenance
from assistant.evaluation.cases import Case, Format, Question
from assistant.evaluation.reading import numbered, read_json, text

_END = " ->-> "  # what follows is the data set's own bookkeeping
_ANCHOR = "%B-%d-%Y"


def read(path: Path) -> Iterator[Case]:
    """A folder of chat folders. All messages are stored; only the user's count in the score."""
    for folder in numbered(path, "chat.json"):
        items, own = _items(read_json(folder / "chat.json"), folder.name)
        asked = read_json(folder / "probing_questions" / "probing_questions.json")
        questions = [
            _question(f"{folder.name}:{ability}:{place}", ability, row, own)
            for ability, rows in asked.items()
            for place, row in enumerate(rows)
        ]
        yield Case(folder.name, (*items, *questions))


def _items(chat: list[dict[str, Any]], name: str) -> tuple[list[Item], frozenset[str]]:
    items: list[Item] = []
    own: set[str] = set()
    at_ms = 0
    for batch in chat:
        messages = [message for turn in batch["turns"] for message in turn]
        for place, message in enumerate(messages):
            at_ms = _anchor(message.get("time_anchor"), at_ms) + 1
            is_own = message["role"] == "user"
            item = Item(
                id=str(message["id"]),
                kind=ItemKind.MESSAGE,
                text=text(message["content"]).split(_END)[0],
                created_at_ms=at_ms,
                provenance=Provenance.IMPORTED if is_own else Provenance.ASSISTANT,
                session=f"{name}/{batch['batch_number']}",
                position=place,
            )
            items.append(item)
            if is_own:
                own.add(item.id)
    return items, frozenset(own)


def _anchor(text: object, before_ms: int) -> int:
    if not text:
        return before_ms
    return max(before_ms, round(datetime.strptime(str(text), _ANCHOR).astimezone().timestamp() * 1000))


def _question(question_id: str, ability: str, row: dict[str, Any], own: frozenset[str]) -> Question:
    sources: Any = row.get("source_chat_ids")
    parts = cast("dict[str, object]", sources) if isinstance(sources, dict) else {}
    return Question(
        id=question_id,
        text=text(row["question"]),
        gold=_ids(row.get("source_chat_ids")) & own,
        category=ability,
        counted=own,
        outdated=_ids(parts.get("original_info")) & own,
        updated=_ids(parts.get("updated_info")) & own,
    )


def _ids(sources: object) -> frozenset[str]:
    """All ids in a number, a list or a dictionary of lists."""
    if sources is None:
        return frozenset()
    if isinstance(sources, dict):
        values = list(cast("dict[str, object]", sources).values())
    elif isinstance(sources, list):
        values = cast("list[object]", sources)
    else:
        return frozenset({str(sources)})
    return frozenset[str]().union(*(_ids(value) for value in values))


FORMAT = Format("beam", "user message", 5, read)
