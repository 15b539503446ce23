"""MemoryBank (https://github.com/zhongwanjun/MemoryBank-SiliconFriend): talk with a companion, zh and en."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from assistant.domain.item import Item, ItemKind, Language, Provenance
from assistant.evaluation.cases import Case, Format, Question
from assistant.evaluation.reading import read_json, text

LANGUAGES = ("zh", "en", "zh-en", "en-zh")
_BANKS = {"zh": "memory_bank_cn.json", "en": "memory_bank_en.json"}
_DAY = "%Y-%m-%d"


def read(path: Path, languages: str) -> Iterator[Case]:
    """A folder with the two bank files and the labels; one store for each user. `languages` is question-store."""
    asked, _, stored = languages.partition("-")
    stored = stored or asked
    bank = {str(user["name"]).strip(): user for user in read_json(path / _BANKS[stored]).values()}
    labels = read_json(path / "evidence_labels.json")
    for user in dict.fromkeys(str(label[f"user_{stored}"]) for label in labels):
        items = _items(bank[user]["history"], user, stored)
        questions = [_question(label, asked, stored) for label in labels if label[f"user_{stored}"] == user]
        yield Case(user, (*items, *questions))


def _items(history: dict[str, list[dict[str, Any]]], user: str, stored: str) -> list[Item]:
    return [
        Item(
            id=f"{day}#{place}",
            kind=ItemKind.MESSAGE,
            text=f"{text(turn['query'])}\n{text(turn['response'])}",
            created_at_ms=round(datetime.strptime(day, _DAY).astimezone().timestamp() * 1000) + place,
            provenance=Provenance.IMPORTED,
            language=Language.CHINESE if stored == "zh" else Language.ENGLISH,
            session=f"{user}/{day}",
            position=place,
        )
        for day, turns in sorted(history.items())
        for place, turn in enumerate(turns)
    ]


def _question(label: dict[str, Any], asked: str, stored: str) -> Question:
    gold = label["gold"] if stored == "zh" else label["gold_en"]
    return Question(
        id=str(label["id"]),
        text=text(label[f"q_{asked}"]),
        gold=frozenset(str(place) for place in gold or ()),
        category="yes or no" if label.get("yes_no") else "open",
    )


def form(languages: str) -> Format:
    """The format for one pair of languages."""
    return Format(f"memorybank {languages}", "turn", 5, partial(read, languages=languages))
