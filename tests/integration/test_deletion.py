"""The deletion test: an explanation that names what counts makes its item fall; one that does not, changes nothing."""

from __future__ import annotations

import numpy as np

from assistant.domain.item import Item, ItemKind
from assistant.domain.memory import Evidence, Reason, ReasonKind, Weighed
from assistant.evaluation.deletion import deletion
from assistant.evaluation.systems import FormulaScorer
from assistant.memory.features import COLUMNS, FEATURES


def hit(name: str, kind: ReasonKind, **columns: float) -> Weighed:
    values = np.zeros(len(FEATURES), np.float32)
    for column, value in columns.items():
        values[COLUMNS[column]] = value
    item = Item(name, ItemKind.NOTE, name, 0)
    return Weighed(item, 0.5, 0.0, (Reason(kind, 1.0),), Evidence(tuple(values.tolist()), 0.0))


def words(name: str, share: float, kind: ReasonKind = ReasonKind.WORDS) -> Weighed:
    return hit(name, kind, words_bm25=share, words_share=share, words_covered=share)


def test_without_the_reason_that_counts_the_first_item_falls() -> None:
    assert deletion(FormulaScorer(), [words("a", 1.0), words("b", 0.5)]) == (True, True)


def test_a_reason_that_does_not_count_changes_nothing() -> None:
    assert deletion(FormulaScorer(), [words("a", 1.0, ReasonKind.SPEAKER), words("b", 0.5)]) == (False, False)


def test_nothing_is_said_of_what_is_not_explained() -> None:
    bare = Weighed(Item("a", ItemKind.NOTE, "a", 0), 0.5, 0.0)
    assert deletion(FormulaScorer(), [words("a", 1.0)]) is None
    assert deletion(FormulaScorer(), [bare, bare]) is None
    assert deletion(FormulaScorer(), [words("a", 1.0, ReasonKind.PINNED), words("b", 0.5)]) is None
