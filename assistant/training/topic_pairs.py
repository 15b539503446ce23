"""Pairs of a topic's intention and a turn, with what is true of them, from the wordings of `assistant.evaluation`.

The wording that is kept blind is never among them: it has to stay unseen by whatever is measured on it.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assistant.domain.intention import Cue, IntentionKind
from assistant.evaluation.intentions import PARTS
from assistant.evaluation.wordings.wording import Occasion, Part, Wording
from assistant.language.han import simplified
from assistant.language.happening import may_happen
from assistant.language.intentions import read_intention
from assistant.language.time_text import fold
from assistant.memory.inputs import Input, prepare
from assistant.memory.topics import evidence, may_concern, subject

FloatArray = npt.NDArray[np.float64]

KNOWN = tuple(name for name in PARTS if name != "blind")
CUES_EACH = 5  # wordings of the intention for each topic
_CHATTER = 300  # turns in each language
_IN_A_LIFE = {
    "chance": 2.0,
    "near": 4.0,
    "chance of another": 36.0,
    "person": 104.0,
    "look-alike": 50.0,
    "chatter": 950.0,
}
"""How many turns of each kind one intention meets in a life of `evaluation/intention_life.py`."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs of one part that have anything in common.

    `features` (n, len(FEATURES)); `truth` (n,) 1 where the turn is the topic's chance; `often` (n,) how often such a
    pair comes up for one intention in a life. `chances` counts all chances and `cues` all intentions, also those that
    have nothing in common.
    """

    features: FloatArray
    truth: FloatArray
    often: FloatArray
    turns: tuple[str, ...]
    topics: tuple[str, ...]
    chances: int
    cues: int


@dataclass(frozen=True, slots=True)
class _Turn:
    given: Input
    owner: str
    kind: str


def pairs(name: str, seed: int) -> Pairs:
    """All pairs of a known part; the same seed gives the same pairs."""
    draw = random.Random(f"{name} {seed}")
    part = PARTS[name]
    turns = list(_turns(part, draw))
    features: list[tuple[float, ...]] = []
    truth: list[float] = []
    often: list[float] = []
    texts: list[tuple[str, str]] = []
    chances = cues = 0
    for occasion, cue in _cues(part, draw):
        twins = _twins(part, occasion.words)
        kinds = [_kind(turn, occasion, twins) for turn in turns]
        count = Counter(kinds)
        wanted = subject(cue.topic)
        cues += 1
        chances += count["chance"]
        for turn, kind in zip(turns, kinds, strict=True):
            if kind and may_concern(turn.given, wanted):
                found = evidence(turn.given, wanted, {}, 0)
                if not may_happen(turn.given.folded, simplified(fold(found.words))):
                    continue  # decided without the weights
                features.append(found.features)
                truth.append(kind == "chance")
                often.append(_IN_A_LIFE[kind] / count[kind])
                texts.append((turn.given.text, cue.topic))
    given, topics = zip(*texts, strict=True)
    return Pairs(
        np.array(features, np.float64),
        np.array(truth, np.float64),
        np.array(often, np.float64),
        given,
        topics,
        chances,
        cues,
    )


def _turns(part: Part, draw: random.Random) -> Iterator[_Turn]:
    for wording in part.values():
        for about in wording.occasions:
            yield from (_turn(text, "chance", about.words) for text in about.turns)
            yield from (_turn(text, "near", about.words) for text in about.near)
        yield from (_turn(text, "person") for text in _of_people(wording, draw))
        yield from (_turn(text, "look-alike") for text in wording.lookalikes)
        for _ in range(_CHATTER):
            template = draw.choice(wording.chatter)
            yield _turn(template.format(a=draw.choice(wording.first), b=draw.choice(wording.second)), "chatter")


def _of_people(wording: Wording, draw: random.Random) -> Iterator[str]:
    for about in wording.people:
        for template in (*draw.sample(wording.met, 2), draw.choice(wording.missed)):
            yield template.format(who=draw.choice(about.mentions))
        yield draw.choice(wording.other).format(other=draw.choice(about.others))


def _turn(text: str, kind: str, owner: str = "") -> _Turn:
    return _Turn(prepare(text, is_own=False), owner, kind)


def _cues(part: Part, draw: random.Random) -> Iterator[tuple[Occasion, Cue]]:
    for wording in part.values():
        for about in wording.occasions:
            for _ in range(CUES_EACH):
                template = draw.choice((*wording.topic_once, *wording.topic_once, *wording.topic_always))
                cue = read_intention(template.format(when=about.words, do=draw.choice(wording.actions)))
                if cue is not None and cue.kind is IntentionKind.TOPIC:
                    yield about, cue


def _twins(part: Part, words: str) -> frozenset[str]:
    found = [twins for wording in part.values() for twins in wording.twins if words in twins]
    return frozenset({words}.union(*found))


def _kind(turn: _Turn, about: Occasion, twins: frozenset[str]) -> str:
    """What a turn is to an intention; empty when it may be taken for either."""
    if turn.owner == about.words:
        return turn.kind
    if turn.kind in ("chance", "near"):
        return "" if turn.owner in twins else "chance of another"
    return turn.kind
