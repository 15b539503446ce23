"""Lessons of the scorer: questions with their candidates and which of these answer them, by domain.

Four kinds: rehearsal (pseudo-questions about stores of many shapes, no label used), later turns as questions about
earlier ones (no label either), the labelled questions of sets whose licence allows it, and synthetic worlds. Each also
gives questions of other stores, which cannot be answered.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assistant.domain.item import Item
from assistant.domain.ports import Encoder
from assistant.evaluation import realmem
from assistant.evaluation.cases import Case, Question
from assistant.memory.rehearsal import Habits, Near, Rehearsal
from assistant.training import scorer_later, scorer_shapes
from assistant.training.scorer_sources import SOURCES, Source, items_of, read
from assistant.training.scorer_stores import MemoryStore, Reader
from assistant.training.worlds import Asked, worlds

LIMIT = 120
"""Candidates of a lesson by words (a third of them again by meaning at most)."""

CHATS, QUESTIONS, STRANGE, WORLDS, ASKED_OF_A_WORLD = 24, 60, 20, 40, 50
TIMES, TURNS_AT_A_TIME, STRANGE_AT_A_TIME = 144, 10, 3
"""Of a source's later turns: so many times over all its stores, so many turns each, and so many of another store."""

CROSSED, MOST_CROSSED = 10, 400
"""Stores of a source asked in the other language, and items of one taken as it is."""

IN_OTHER_WORDS = Habits(
    own=(0.0, 0.3, 0.4, 0.3), near=1.0, neighbour=0.2, session=0.1, filler=0.0, strange=0.0, speaker=0.2
)
"""Every word of a question in other words, those of the other language."""

HALF = 0.5
"""The share of later turns and of questions in the other language: more cost what people really ask (LOG.md)."""

EVERY = 2
"""Of a streaming set's labelled questions, one in so many is asked: each costs a store of its own."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One question: pairs float16 (n, k), is_gold (n,). `case` names its store, `text` is the question."""

    pairs: npt.NDArray[np.float16]
    is_gold: npt.NDArray[np.bool_]
    case: str
    text: str


@dataclass(slots=True)
class Domain:
    """Lessons of one kind, with questions that their stores cannot answer.

    `share` is how often one of them is drawn beside those of another domain.
    """

    name: str
    is_labelled: bool = False
    lessons: list[Lesson] = field(default_factory=list["Lesson"])
    strange: list[Lesson] = field(default_factory=list["Lesson"])
    share: float = 1.0


def places() -> range:
    """The parts that lessons are made in, each by itself: one for each source, and the worlds."""
    return range(len(SOURCES) + 1)


def domains(folder: Path, encoder: Encoder, near: Near, other: Near, seed: int, place: int) -> list[Domain]:
    """The domains of one part, from the sets below `folder`; the same seed gives the same. Raises `DataInvalid`.

    `near` gives other words of the same language for a word, `other` words of the other one.
    """
    reader = Reader(encoder)
    if place == len(SOURCES):
        return list(_of_worlds(seed, reader))
    source = SOURCES[place]
    known = read(source, folder)
    made = list(_of_source(source, known, reader, near, np.random.default_rng([seed, place])))
    crossing = _crossing(source, known, reader, other, np.random.default_rng([seed, place, 1]))
    return [*made, crossing]


def _of_source(
    source: Source, known: list[Case], reader: Reader, near: Near, draw: np.random.Generator
) -> Iterator[Domain]:
    stores = [items_of(case) for case in known]
    whole = len(stores) == 1
    texts = [store for store in stores for _ in range(CHATS if whole else max(1, CHATS // len(stores)))]
    chats = [scorer_shapes.chat(store, draw, is_chinese=source.is_chinese) for store in texts]
    yield _rehearsed(f"chats of {source.name}", chats, reader, near, draw)
    loose = [scorer_shapes.notes(store, draw) for store in texts[::2]]
    yield _rehearsed(f"notes of {source.name}", loose, reader, near, draw)
    if not whole:
        yield _rehearsed(f"{source.name} as it is", stores, reader, near, draw)
    yield from _later(source, stores, reader, draw)
    if source.is_asked:
        yield _asked(source, known, reader, draw)


def _crossing(source: Source, known: Sequence[Case], reader: Reader, other: Near, draw: np.random.Generator) -> Domain:
    """Chats, notes and stores as they are, asked in the words of the other language."""
    stores = [items_of(case) for case in known]
    made: list[Sequence[Item]] = []
    for number in range(CROSSED):
        texts = stores[number % len(stores)]
        chat = scorer_shapes.chat(texts, draw, is_chinese=source.is_chinese)
        made.append((chat, scorer_shapes.notes(texts, draw), texts[:MOST_CROSSED])[number % 3])
    found = _rehearsed(f"{source.name} in the other language", made, reader, other, draw, IN_OTHER_WORDS)
    return replace(found, share=HALF)


def _rehearsed(
    name: str,
    stores: Sequence[Sequence[Item]],
    reader: Reader,
    near: Near,
    draw: np.random.Generator,
    habits: Habits | None = None,
) -> Domain:
    """Pseudo-questions of stores, and those of the other stores."""
    domain = Domain(name)
    asked: list[list[str]] = []
    for place, items in enumerate(stores):
        store, rehearsal = MemoryStore(items, reader), Rehearsal(items, near, habits)
        asked.append([question.text for question in rehearsal.questions(draw, STRANGE)])
        for question in rehearsal.questions(draw, QUESTIONS):
            _add(domain.lessons, store, question.text, frozenset({question.item_id}), f"{name} {place}")
        others = [text for texts in asked[:-1] for text in texts]
        for at in draw.permutation(len(others))[:STRANGE]:
            _add(domain.strange, store, others[int(at)], frozenset(), f"{name} {place}")
    return domain


def _asked(source: Source, known: Sequence[Case], reader: Reader, draw: np.random.Generator) -> Domain:
    """The labelled questions of a set, each asked when it was asked, and some of other stores at the end."""
    domain = Domain(f"{source.name} asked", is_labelled=True)
    unit_of = realmem.FORMAT.unit_of if source.name == "RealMem" else str
    every = EVERY if source.name.startswith("RealMem") else 1
    for place, case in enumerate(known):
        items: list[Item] = []
        store: MemoryStore | None = None
        stores = 0
        for event in case.events:
            if not isinstance(event, Question):
                items.append(event)
                store = None
                continue
            if not event.gold or not event.is_headline or not items:
                continue
            if store is None:
                stores += 1
                if stores % every:
                    continue
                store = MemoryStore(tuple(items), reader)
            _add(domain.lessons, store, event.text, event.gold, case.name, unit_of, event.counted)
        if store is None and items:
            store = MemoryStore(tuple(items), reader)
        others = [one.text for one in known[(place + 1) % len(known)].questions if one.gold]
        for at in draw.permutation(len(others))[:STRANGE]:
            _add(domain.strange, store, others[int(at)], frozenset(), case.name)
    return domain


def _later(
    source: Source, stores: Sequence[Sequence[Item]], reader: Reader, draw: np.random.Generator
) -> Iterator[Domain]:
    """Later turns as questions, of sessions and of notes; nothing of a source in which nobody answers."""
    made = [
        Domain(name, share=HALF) for name in (f"later turns of {source.name}", f"later turns of {source.name}, notes")
    ]
    turns = [scorer_later.answered(items) for items in stores]
    able = [place for place, found in enumerate(turns) if len(found) >= 2 * TURNS_AT_A_TIME]
    for number in range(TIMES if able else 0):
        at = able[number % len(able)]
        first = int(draw.integers(len(turns[at]) // 6, len(turns[at]) - 4))
        some = turns[at][first : first + TURNS_AT_A_TIME]
        style, items = scorer_later.past(stores[at], some[0].place, draw, is_chinese=source.is_chinese)
        store, into = MemoryStore(items, reader), made[int(style in {"notes", "loose"})]
        for turn in some:
            counts = scorer_later.counted(items, draw)
            gold = scorer_later.drawn_on(store, turn.answer, counts)
            known = None if counts.all() else {item.id for item, one in zip(items, counts, strict=True) if one}
            if gold:
                _add(into.lessons, store, scorer_later.asked(turn, draw), gold, f"{into.name} {at}", counted=known)
        others = turns[able[(number + 1) % len(able)]] if len(able) > 1 else []
        for other in draw.permutation(len(others))[:STRANGE_AT_A_TIME]:
            _add(into.strange, store, scorer_later.asked(others[int(other)], draw), frozenset(), f"{into.name} {at}")
    yield from (domain for domain in made if domain.lessons)


def _of_worlds(seed: int, reader: Reader) -> Iterator[Domain]:
    same, crossing = Domain("worlds"), Domain("worlds in the other language")
    before: tuple[Asked, ...] = ()
    for world in worlds(seed, WORLDS):
        store = MemoryStore(world.items, reader)
        for question in world.questions[:ASKED_OF_A_WORLD]:
            into = crossing if question.is_crossing else same
            _add(into.lessons, store, question.text, question.gold, world.name)
        for question in before[:STRANGE]:
            into = crossing if question.is_crossing else same
            _add(into.strange, store, question.text, frozenset(), world.name)
        before = world.questions
    yield same
    yield crossing


def _add(
    into: list[Lesson],
    store: MemoryStore | None,
    text: str,
    gold: frozenset[str],
    case: str,
    unit_of: Callable[[str], str] = str,
    counted: Collection[str] | None = None,
) -> None:
    """Ask the store; a question that finds nothing teaches nothing, nor one of which no answer was found."""
    found = store.find(text, LIMIT) if store is not None else None
    if found is None or store is None:
        return
    ids = [store.items[int(place)].id for place in found.places]
    is_gold = np.array([unit_of(item_id) in gold for item_id in ids], np.bool_)
    kept = np.ones(len(ids), np.bool_)
    if counted is not None:
        kept = np.array([item_id in counted for item_id in ids], np.bool_)
    if (is_gold & kept).any() or (not gold and kept.any()):
        into.append(Lesson(found.pairs[kept].astype(np.float16), is_gold[kept], case, text))
