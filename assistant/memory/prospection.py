"""Prospective memory: does this input set off this intention? Pure functions over prepared inputs and intentions.

A person is met by a name that may be theirs (`language/names.py`) with a sign of contact beside it; a topic by a
learned decision over what of it stands in the input and what the input says is being done (`topics.py`,
`topic_weights.py`). What will not happen sets nothing off, nor does the intention's own wording.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp

from assistant.domain.intention import Intention, IntentionKind
from assistant.language.contact import is_contact
from assistant.language.han import simplified
from assistant.language.happening import may_happen
from assistant.language.names import Person, person
from assistant.language.time_text import fold
from assistant.language.tokens import terms
from assistant.memory.inputs import Input
from assistant.memory.sightings import find_person
from assistant.memory.topic_weights import LEAST_PROBABILITY, WEIGHTS
from assistant.memory.topics import FEATURES, Subject, evidence, may_concern, subject

LEAST_SHARE = 0.62
"""Share of a topic's weight that must be met beside a person: "when I talk to Anna about the budget"."""

ECHO = 0.8
"""Share of an intention's words in an input of about its length that makes the input its echo."""


@dataclass(frozen=True, slots=True)
class Watch:
    """An intention prepared for many inputs: its people and its topic, and all its terms."""

    intention: Intention
    people: tuple[tuple[str, Person], ...]
    topic: Subject | None
    terms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Match:
    """That an input meets an intention: what in the input did, and how surely (0 to 1)."""

    words: str
    score: float


def watch(intention: Intention) -> Watch:
    """An intention ready to be compared with many inputs."""
    cue = intention.cue
    people = tuple((name, person(name)) for name in cue.people)
    topic = subject(cue.topic) if cue.topic.strip() else None
    whole = frozenset(terms(simplified(f"{cue.occasion} {cue.action}")))
    return Watch(intention, people, topic if topic is not None and topic.is_telling else None, whole)


def may_meet(given: Input, wanted: Watch) -> bool:
    """Whether there is anything in common at all: most intentions are told apart here."""
    return bool(wanted.people) or (wanted.topic is not None and may_concern(given, wanted.topic))


def meets(given: Input, wanted: Watch, frequencies: Mapping[str, int], count: int) -> Match | None:
    """Whether an input sets off an intention; None when not.

    Args:
        given: the input.
        wanted: the intention.
        frequencies: in how many passages of the store each term stands.
        count: passages in the store.
    """
    if wanted.intention.cue.kind is IntentionKind.RULE or given.is_own or _is_echo(given, wanted):
        return None
    if wanted.people:
        return _meets_person(given, wanted, frequencies, count)
    if wanted.topic is None or not may_concern(given, wanted.topic):
        return None
    found = evidence(given, wanted.topic, frequencies, count)
    sureness = probability(found.features)
    if sureness < LEAST_PROBABILITY or not _may_happen(given, found.words):
        return None
    return Match(found.words, sureness)


def _meets_person(given: Input, wanted: Watch, frequencies: Mapping[str, int], count: int) -> Match | None:
    found = next((words for name, who in wanted.people if (words := find_person(given, name, who))), "")
    if not found or not _is_met(given, found):
        return None
    if wanted.topic is None:
        return Match(found, 1.0)
    met = evidence(given, wanted.topic, frequencies, count)
    if met.share < LEAST_SHARE or not _may_happen(given, met.words):
        return None
    return Match(f"{found}, {met.words}", met.share)


def probability(features: tuple[float, ...]) -> float:
    """How surely evidence (`topics.Evidence`) sets a topic's intention off: 0 to 1."""
    logit = WEIGHTS["bias"] + sum(WEIGHTS[name] * value for name, value in zip(FEATURES, features, strict=True))
    return 1 / (1 + exp(-logit))


def _may_happen(given: Input, words: str) -> bool:
    return may_happen(given.folded, simplified(fold(words)))


def _is_met(given: Input, words: str) -> bool:
    """Whether the words that name a person stand where the text says that one meets, hears or calls them."""
    name = simplified(fold(words))
    start = given.folded.find(name)
    return start < 0 or is_contact(given.folded, start, start + len(name))


def _is_echo(given: Input, wanted: Watch) -> bool:
    shared = len(given.terms & wanted.terms)
    return bool(wanted.terms) and shared >= 3 and shared >= ECHO * len(wanted.terms)
