"""LoCoMo (https://github.com/snap-research/locomo): long conversations of two people, evidence by turn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from assistant.domain.item import Item, ItemKind, Provenance
from assistant.evaluation.cases import Case, Format, Question
from assistant.evaluation.reading import read_json, text

_DATE = "%I:%M %p on %d %B, %Y"
_TURN = re.compile(r"D\d+:\d+")
_ADVERSARIAL = 5  # asks about what was never said; reported apart


def read(path: Path) -> Iterator[Case]:
    """A JSON file, a list of conversations. Item ids are the turns' `dia_id`s; captions belong to the turn."""
    for sample in read_json(path):
        name = str(sample["sample_id"])
        items = _items(sample["conversation"], name)
        known = {item.id for item in items}
        questions = [_question(name, place, row, known) for place, row in enumerate(sample["qa"])]
        yield Case(name, (*items, *questions))


def _items(conversation: dict[str, Any], name: str) -> list[Item]:
    items: list[Item] = []
    numbers = sorted(int(key.split("_")[1]) for key in conversation if re.fullmatch(r"session_\d+", key))
    for number in numbers:
        start = datetime.strptime(conversation[f"session_{number}_date_time"], _DATE).astimezone()
        for place, turn in enumerate(conversation[f"session_{number}"]):
            caption = turn.get("blip_caption")
            items.append(
                Item(
                    id=str(turn["dia_id"]),
                    kind=ItemKind.MESSAGE,
                    text=f"{text(turn['text'])} [{caption}]" if caption else text(turn["text"]),
                    created_at_ms=round(start.timestamp() * 1000) + place,
                    provenance=Provenance.IMPORTED,
                    session=f"{name}/{number}",
                    position=place,
                    speaker=str(turn["speaker"]),
                )
            )
    return items


def _question(name: str, place: int, row: dict[str, Any], known: set[str]) -> Question:
    evidence = [turn for text in row.get("evidence", ()) for turn in _TURN.findall(str(text))]
    category = int(row["category"])
    return Question(
        id=f"{name}:{place}",
        text=text(row["question"]),
        gold=frozenset(evidence) & known,
        category=str(category),
        is_headline=category != _ADVERSARIAL,
    )


FORMAT = Format("locomo", "turn", 10, read)
