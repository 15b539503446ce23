"""What the wording of a generated life consists of; each part of the measurement (tuning, test) brings its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.domain.item import Language


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person: as an intention names them, as turns name them, and others who must not be taken for them."""

    name: str
    mentions: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Occasion:
    """A topic: as an intention names it, turns in which it comes up, and turns that only look like it."""

    words: str
    turns: tuple[str, ...]
    near: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """One language of one part. Templates have {who}, {other}, {do}, {when}, {a}, {b}.

    `once` and `always` are intentions, `met` turns that set a person's off, `missed` turns with the person that must
    not, `other` turns about somebody else. `lookalikes` state no intention; `rules` do.
    `twins` are people and topics that one turn may mean alike, so that they are never in one life together.
    """

    people: tuple[Somebody, ...]
    occasions: tuple[Occasion, ...]
    person_once: tuple[str, ...]
    person_always: tuple[str, ...]
    topic_once: tuple[str, ...]
    topic_always: tuple[str, ...]
    actions: tuple[str, ...]
    met: tuple[str, ...]
    missed: tuple[str, ...]
    other: tuple[str, ...]
    chatter: tuple[str, ...]
    first: tuple[str, ...]
    second: tuple[str, ...]
    rules: tuple[str, ...]
    lookalikes: tuple[str, ...]
    twins: tuple[frozenset[str], ...]


Part = Mapping[Language, Wording]


def lines(text: str) -> tuple[str, ...]:
    """The lines of a table that are not blank."""
    return tuple(line.strip() for line in text.strip().splitlines() if line.strip())


def twins(text: str) -> tuple[frozenset[str], ...]:
    """`one = other = other` rows."""
    return tuple(frozenset(name.strip() for name in line.split("=")) for line in lines(text))


def somebodies(text: str) -> tuple[Somebody, ...]:
    """`name | mention, mention | other, other` rows."""
    rows = [[cell.strip() for cell in line.split("|")] for line in lines(text)]
    return tuple(Somebody(name, _cells(mentions), _cells(others)) for name, mentions, others in rows)


def occasions(text: str) -> tuple[Occasion, ...]:
    """`words | turn; turn | near; near` rows."""
    rows = [[cell.strip() for cell in line.split("|")] for line in lines(text)]
    return tuple(Occasion(words, _cells(turns, ";"), _cells(near, ";")) for words, turns, near in rows)


def _cells(text: str, mark: str = ",") -> tuple[str, ...]:
    return tuple(cell.strip() for cell in text.split(mark) if cell.strip())
