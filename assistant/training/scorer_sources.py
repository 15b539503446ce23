"""What the scorer may learn from: an allow-list of sets with their licences, read as stores with or without questions.

LoCoMo and the sets without a licence are not on it: they judge the scorer and never teach it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, cast

from assistant.domain.item import Item, ItemKind
from assistant.evaluation import beam, memorybank, realmem
from assistant.evaluation.cases import Case, DataInvalid, Question
from assistant.evaluation.reading import cases

TAUGHT_USERS = 4
"""Of MemoryBank's users in a folder, the first so many lend their texts; the others only judge."""

_PASSAGES = 8  # of CMRC that make a session


@dataclass(frozen=True, slots=True)
class Source:
    """A set that may teach. `is_asked`: its own questions and their evidence teach too, not its texts alone."""

    name: str
    licence: str
    path: str
    read: Callable[[Path], Iterator[Case]]
    is_chinese: bool = False
    is_asked: bool = False


def _bank(path: Path, language: str) -> Iterator[Case]:
    for place, case in enumerate(cases(memorybank.form(language), path)):
        if place < TAUGHT_USERS:
            yield Case(case.name, tuple(event for event in case.events if isinstance(event, Item)))


def _reading(path: Path) -> Iterator[Case]:
    """CMRC's passages as one store, some in a session."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        texts = [str(paragraph["context"]) for paragraph in _paragraphs(content)]
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise DataInvalid(f"{path}: {error}") from error
    yield Case(
        "cmrc",
        tuple(
            Item(f"{place}", ItemKind.PASSAGE, text, 1_690_000_000_000 + place, session=f"{place // _PASSAGES}")
            for place, text in enumerate(texts)
        ),
    )


def _paragraphs(content: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - what a JSON file holds
    rows = cast("list[dict[str, Any]]", content["data"] if isinstance(content, dict) else content)
    for row in rows:
        yield from row.get("paragraphs", [row])


SOURCES = (
    Source("BEAM 100K", "CC BY-SA 4.0", "evaluation/beam_dev", partial(cases, beam.FORMAT), is_asked=True),
    Source("RealMem", "Apache-2.0", "evaluation/realmem_dev", partial(cases, realmem.FORMAT), is_asked=True),
    Source("RealMem points", "Apache-2.0", "evaluation/realmem_dev", partial(cases, realmem.POINTS), is_asked=True),
    Source("MemoryBank en", "MIT", "evaluation/memorybank_dev", partial(_bank, language="en")),
    Source("MemoryBank zh", "MIT", "evaluation/memorybank_dev", partial(_bank, language="zh"), is_chinese=True),
    Source("CMRC 2018", "CC BY-SA 4.0", "training/cmrc2018/cmrc2018_dev.json", _reading, is_chinese=True),
)


def read(source: Source, folder: Path) -> list[Case]:
    """The cases of a set on the list. Raises `DataInvalid`."""
    if source not in SOURCES:
        raise DataInvalid(f"{source.name}: not on the list of sets whose licence allows weights that ship")
    return list(source.read(folder / source.path))


def items_of(case: Case) -> list[Item]:
    """A case's items without its questions."""
    return [event for event in case.events if not isinstance(event, Question)]
