"""What every format becomes: stores that grow event by event, and questions at their place in time."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.domain.item import Item


@dataclass(frozen=True, slots=True)
class Question:
    """A question with the ids of the items that answer it.

    category groups the figures; is_headline says whether it counts in the headline. counted: the ids that stay in
    the ranking when it is scored, None for all. outdated, updated: ids of which the second should rank above the first.
    """

    id: str
    text: str
    gold: frozenset[str]
    category: str
    is_headline: bool = True
    counted: Collection[str] | None = None
    outdated: frozenset[str] = frozenset()
    updated: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Case:
    """One store's life: items are kept, questions are asked, in this order."""

    name: str
    events: tuple[Item | Question, ...]

    @property
    def questions(self) -> list[Question]:
        """Its questions, in order."""
        return [event for event in self.events if isinstance(event, Question)]


@dataclass(frozen=True, slots=True)
class Format:
    """How one public data set is read and which figure stands in the headline.

    unit: what is counted ("turn", "user message"). unit_of maps an item id to what is ranked (a session, for example).
    """

    name: str
    unit: str
    headline_at: int
    read: Callable[[Path], Iterator[Case]]
    unit_of: Callable[[str], str] = str


class DataInvalid(Exception):
    """A data file is not of its format; says which and why."""
