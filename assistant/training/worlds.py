"""Synthetic worlds: stores of people, plans, promises and changes of mind in both languages, with their questions.

A world has a shape of its own, drawn from its seed: chats of two or three people, notes and tasks, or both; long or
short sessions; English, Chinese or mixed. Facts are said once, some are changed later; a question names the thing by
another word or is asked in the other language, and its answer is known. Nothing comes from evaluation data.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from assistant.domain.item import Item, ItemKind, Language
from assistant.training import worlds_lexicon as lexicon

START_MS = 1_600_000_000_000
_DAY_MS = 86_400_000
_MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the ids of the items that answer it, and whether it is in another language than they."""

    text: str
    gold: frozenset[str]
    is_crossing: bool


@dataclass(frozen=True, slots=True)
class World:
    """A store in the order of its life, and questions about it."""

    name: str
    items: tuple[Item, ...]
    questions: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class _Shape:
    """What makes a world unlike the next; shares are 0 to 1."""

    facts: int
    people: tuple[int, ...]
    chats: float  # of the facts said in chats, the rest are notes and tasks
    turns: int  # of a session
    chatter: float  # of the turns that say nothing
    chinese: float
    changes: float
    has_speakers: bool


@dataclass(slots=True)
class _Fact:
    """One fact: its kind, its slots in English and in Chinese, and the items that state it."""

    pattern: lexicon.Pattern
    who: int
    slots: tuple[dict[str, str], dict[str, str]]
    ids: list[str] = field(default_factory=list[str])
    is_chinese: bool = False


def worlds(seed: int, count: int) -> Iterator[World]:
    """So many worlds; the same seed gives the same."""
    for number in range(count):
        yield _Maker(np.random.default_rng([seed, number]), f"world {seed}.{number}").world()


class _Maker:
    def __init__(self, draw: np.random.Generator, name: str) -> None:
        self._draw = draw
        self._name = name
        self._shape = _shape(draw)
        self._items: list[Item] = []
        self._at_ms = START_MS + int(draw.integers(0, 2000)) * _DAY_MS

    def world(self) -> World:
        facts = [self._fact() for _ in range(self._shape.facts)]
        said = [(fact, False) for fact in facts]
        for place, fact in enumerate(facts):
            if fact.pattern.is_changeable and self._chance(self._shape.changes):
                said.insert(int(self._draw.integers(place + 1, len(said) + 1)), (fact, True))
        while said:
            many = int(self._draw.integers(1, max(2, self._shape.turns // 2)))
            part, said = said[:many], said[many:]
            self._at_ms += int(self._draw.integers(1, 10)) * _DAY_MS // 2
            if self._chance(self._shape.chats):
                self._chat(part)
            else:
                self._notes(part)
        questions = [self._question(fact) for fact in facts]
        return World(self._name, tuple(self._items), tuple(questions))

    def _fact(self) -> _Fact:
        draw = self._draw
        pattern = lexicon.PATTERNS[int(draw.integers(len(lexicon.PATTERNS)))]
        who = int(draw.choice(self._shape.people))
        thing = lexicon.THINGS[int(draw.integers(len(lexicon.THINGS)))]
        english = {"who": lexicon.PEOPLE[who][0], "thing": thing[0], "other": thing[1]}
        chinese = {"who": lexicon.PEOPLE[who][1], "thing": thing[2], "other": thing[3]}
        fact = _Fact(pattern, who, (english, chinese), is_chinese=self._chance(self._shape.chinese))
        self._fill(fact)
        return fact

    def _fill(self, fact: _Fact) -> None:
        """Draw what the fact says of its thing; once more for a change of mind."""
        pairs = {"place": lexicon.PLACES, "day": lexicon.DAYS, "colour": lexicon.COLOURS, "reason": lexicon.REASONS}
        for name, table in pairs.items():
            english, chinese = table[int(self._draw.integers(len(table)))]
            fact.slots[0][name], fact.slots[1][name] = english, chinese
        fact.slots[0]["number"] = fact.slots[1]["number"] = str(int(self._draw.integers(3, 900)))

    def _chat(self, part: list[tuple[_Fact, bool]]) -> None:
        """A session of turns; facts about a speaker are said by them."""
        session, place = f"{self._name}/{len(self._items)}", 0
        talking = list(self._draw.choice(self._shape.people, min(2, len(self._shape.people)), replace=False))
        queue = list(part)
        while queue:
            is_chatter = self._chance(self._shape.chatter)
            fact, is_change = queue[0]
            speaker = fact.who if fact.who in talking and not is_chatter else int(self._draw.choice(talking))
            text = self._small_talk(fact.is_chinese) if is_chatter else self._said(fact, is_change, speaker)
            self._add(text, fact, ItemKind.MESSAGE, session, place, speaker, states=not is_chatter)
            place += 1
            queue = queue if is_chatter else queue[1:]

    def _notes(self, part: list[tuple[_Fact, bool]]) -> None:
        for fact, is_change in part:
            kind = ItemKind.TASK if self._chance(0.3) else ItemKind.NOTE
            self._add(self._said(fact, is_change, None), fact, kind, None, None, None, states=True)

    def _add(
        self, text: str, fact: _Fact, kind: ItemKind, session: str | None, place: int | None, speaker: int | None,
        *, states: bool,
    ) -> None:  # fmt: skip
        self._at_ms += int(self._draw.integers(1, 20)) * _MINUTE_MS
        name = None if speaker is None else lexicon.PEOPLE[speaker][int(fact.is_chinese)]
        item = Item(
            id=f"{self._name}#{len(self._items)}",
            kind=kind,
            text=text,
            created_at_ms=self._at_ms,
            language=Language.CHINESE if fact.is_chinese else Language.ENGLISH,
            session=session,
            position=place,
            speaker=name if self._shape.has_speakers else None,
        )
        self._items.append(item)
        if states:
            fact.ids.append(item.id)

    def _said(self, fact: _Fact, is_change: bool, speaker: int | None) -> str:
        is_own = speaker == fact.who and self._shape.has_speakers
        pattern, chinese = fact.pattern, fact.is_chinese
        if chinese:
            forms, changes = pattern.own_chinese if is_own else pattern.said_chinese, lexicon.CHANGES_CHINESE
        else:
            forms, changes = pattern.own if is_own else pattern.said, lexicon.CHANGES
        if is_change:
            self._fill(fact)
        text = self._one(forms).format(**fact.slots[int(chinese)])
        text = self._one(changes) + text if is_change else text
        if self._chance(0.3):
            text += ("。" if chinese else ". ") + self._small_talk(chinese)
        return text

    def _question(self, fact: _Fact) -> Asked:
        """About the fact as it stands at last; the answer is where it was said last, or both where it changed."""
        is_crossing = self._chance(0.3)
        is_chinese = fact.is_chinese != is_crossing
        forms = fact.pattern.asked_chinese if is_chinese else fact.pattern.asked
        gold = frozenset(fact.ids if self._chance(0.5) else fact.ids[-1:])
        return Asked(self._one(forms).format(**fact.slots[int(is_chinese)]), gold, is_crossing)

    def _small_talk(self, is_chinese: bool) -> str:
        return self._one(lexicon.CHATTER_CHINESE if is_chinese else lexicon.CHATTER)

    def _one(self, texts: tuple[str, ...]) -> str:
        return texts[int(self._draw.integers(len(texts)))]

    def _chance(self, probability: float) -> bool:
        return bool(self._draw.random() < probability)


def _shape(draw: np.random.Generator) -> _Shape:
    many = int(draw.choice([2, 2, 2, 3, 6, 12, 25]))
    return _Shape(
        facts=int(draw.integers(30, 220)),
        people=tuple(int(one) for one in draw.choice(len(lexicon.PEOPLE), many, replace=False)),
        chats=float(draw.choice([0.0, 0.5, 1.0, 1.0])),
        turns=int(draw.integers(4, 30)),
        chatter=float(draw.uniform(0, 0.7)),
        chinese=float(draw.choice([0.0, 0.0, 1.0, 0.5])),
        changes=float(draw.uniform(0, 0.4)),
        has_speakers=bool(draw.random() < 0.8),
    )
