"""The judge of answers without a language model, on two small stores in both halves."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.domain.item import Item, ItemKind
from assistant.evaluation import answers
from assistant.evaluation.cases import Case, DataInvalid, Question

NOW_MS = 1_700_000_000_000
KEY, DENTIST = "The spare key is in the blue drawer", "The dentist moved to Harbour Street"


def store(name: str, text: str, question: str) -> Case:
    notes = [Item(f"{name}-1", ItemKind.NOTE, text, NOW_MS), Item(f"{name}-2", ItemKind.NOTE, "Milk and bread", NOW_MS)]
    return Case(name, (*notes, Question(f"{name}-q", question, frozenset({f"{name}-1"}), "x")))


@pytest.fixture(scope="module")
def judged() -> list[answers.Judged]:
    cases = [store("a", KEY, "Where is the spare key?"), store("b", DENTIST, "Where is the dentist?")]
    return list(answers.judge(cases))


def test_every_store_is_asked_its_own_questions_and_those_of_the_next(judged: list[answers.Judged]) -> None:
    assert [(one.is_held_out, one.is_own) for one in judged] == [
        (False, True),
        (False, False),
        (True, True),
        (True, False),
    ]
    assert all(one.outcome == "answer, gold first" for one in judged if one.is_own)
    assert not any(one.outcome.startswith("answer") for one in judged if not one.is_own)


def test_the_table_counts_each_half(judged: list[answers.Judged]) -> None:
    rows = list(answers.lines("notes", judged))
    assert [row.split(" | ")[1:4] for row in rows] == [
        ["tuning", "own", "1"],
        ["tuning", "off topic", "1"],
        ["held out", "own", "1"],
        ["held out", "off topic", "1"],
    ]
    assert "1.000" in rows[0]


def test_the_fit_finds_what_tells_gold_from_the_rest() -> None:
    draw = np.random.default_rng(0)
    made: list[answers.Judged] = []
    for _ in range(60):
        rows = draw.normal(size=(8, len(answers.PARAMETERS)))
        rows[:, 0] = 1.0
        gold = tuple((rows[:, answers.PARAMETERS.index("meaning")] > 1.0).tolist())
        made.append(answers.Judged(False, True, "nothing", rows, gold))
    found = answers.fit([made])
    assert found.meaning > 1.0
    assert found.start < 0
    assert abs(found.quoted) < found.meaning / 3


def test_data_without_evidence_are_refused() -> None:
    with pytest.raises(DataInvalid):
        list(answers.judge([Case("empty", ())]))
