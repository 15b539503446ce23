"""RealMem: a persona's long-running projects; every question sees only what was said in earlier sessions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, cast

from assistant.domain.item import Item, ItemKind, Provenance
from assistant.evaluation.cases import Case, DataInvalid, Format, Question
from assistant.evaluation.reading import read_json, text

_DAY = "%Y-%m-%d"


def _read(path: Path, form: _Form) -> Iterator[Case]:
    files = sorted(path.glob("*.json"))
    if not files:
        raise DataInvalid(f"{path}: no persona files")
    for file in files:
        events: list[Item | Question] = []
        ids_by_content: dict[tuple[str, str], str] = {}
        for session in read_json(file)["dialogues"]:
            asked = _questions(file.stem, session, partial(form.gold, ids_by_content))
            events += asked
            kept = form.items(session)
            ids_by_content |= {(str(session["session_uuid"]), item.text): item.id for item in kept}
            events += kept
        yield Case(file.stem, tuple(events))


def _questions(
    stem: str, session: dict[str, Any], gold: Callable[[list[dict[str, Any]]], frozenset[str]]
) -> list[Question]:
    turns = session["dialogue_turns"]
    return [
        Question(
            id=f"{stem}:{session['session_identifier']}:{place}",
            text=text(turn["content"]),
            gold=gold(turns[place + 1].get("memory_used") or []),
            category=str(turn.get("category_name", "")),
        )
        for place, turn in enumerate(turns[:-1])
        if turn.get("is_query")
    ]


def _day_ms(session: dict[str, Any]) -> int:
    return round(datetime.strptime(str(session["current_time"]).split()[0], _DAY).astimezone().timestamp() * 1000)


def _turns(session: dict[str, Any]) -> list[Item]:
    return [
        Item(
            id=f"{session['session_uuid']}:{place}",
            kind=ItemKind.MESSAGE,
            text=text(turn["content"]),
            created_at_ms=_day_ms(session) + place,
            provenance=Provenance.IMPORTED if turn["speaker"] == "User" else Provenance.ASSISTANT,
            session=str(session["session_uuid"]),
            position=place,
        )
        for place, turn in enumerate(session["dialogue_turns"])
    ]


def _content(value: object) -> str:
    """What a point says: a text, or facts by name in some files, which are told as they stand there."""
    return str(cast("dict[str, object]", value)) if isinstance(value, dict) else text(value)


def _points(session: dict[str, Any]) -> list[Item]:
    return [
        Item(
            id=f"{session['session_uuid']}#{place}",
            kind=ItemKind.NOTE,
            text=_content(point["content"]),
            created_at_ms=_day_ms(session) + place,
            provenance=Provenance.IMPORTED,
        )
        for place, point in enumerate(session["extracted_memory"])
    ]


def _gold_sessions(known: dict[tuple[str, str], str], used: list[dict[str, Any]]) -> frozenset[str]:
    """Sessions among the earlier ones; a question cannot be held to what is not there yet."""
    earlier = {session for session, _ in known}
    return frozenset(str(one["session_uuid"]) for one in used) & earlier


def _gold_points(known: dict[tuple[str, str], str], used: list[dict[str, Any]]) -> frozenset[str]:
    keys = [(str(one["session_uuid"]), str(one["content"])) for one in used]
    return frozenset(known[key] for key in keys if key in known)


class _Form:
    """What is kept of a session, and what answers a question."""

    def __init__(
        self,
        items: Callable[[dict[str, Any]], list[Item]],
        gold: Callable[[dict[tuple[str, str], str], list[dict[str, Any]]], frozenset[str]],
    ) -> None:
        self.items = items
        self.gold = gold


def _session_of(item_id: str) -> str:
    return item_id.rpartition(":")[0]


FORMAT = Format("realmem", "session", 10, partial(_read, form=_Form(_turns, _gold_sessions)), _session_of)
POINTS = Format("realmem-points", "memory point", 10, partial(_read, form=_Form(_points, _gold_points)))
