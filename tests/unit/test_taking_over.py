"""When the formula takes over from a scorer that loses on what the user really uses, and when it gives way again."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.domain.learning import Calibration
from assistant.memory import features
from assistant.memory.learning import Exposure, adjust, contributions, formula_energies
from assistant.memory.taking_over import LEAST_ANSWERS, takes_over

WIDTH, WORDS, COVERED = len(features.FEATURES), features.COLUMNS["words_bm25"], features.COLUMNS["covered_best"]
GROUPS = [feature.group for feature in features.FEATURES]
PAIRS = np.zeros((4, WIDTH), np.float32)
PAIRS[:, WORDS] = [9.0, 6.0, 3.0, 0.0]
PAIRS[:, COVERED] = 0.5
BY_WORDS, AGAINST = np.array([3.0, 2.0, 1.0, 0.0], np.float32), np.array([0.0, 1.0, 2.0, 3.0], np.float32)


def answer(logits: np.ndarray, used: int) -> Exposure:
    wanted = np.zeros(4, np.float32)
    wanted[used] = 1.0
    return Exposure(PAIRS, logits, wanted, np.zeros(4, np.bool_))


def test_the_formula_takes_over_from_a_scorer_that_loses_clearly() -> None:
    losing = [answer(AGAINST, number % 2) for number in range(LEAST_ANSWERS)]
    assert takes_over(losing, is_in_force=False)


@pytest.mark.parametrize(
    "log",
    [
        [answer(AGAINST, 0)] * (LEAST_ANSWERS - 1),  # too few
        [answer(BY_WORDS, 0)] * LEAST_ANSWERS,  # both as good
        [answer(AGAINST, 3)] * LEAST_ANSWERS,  # the scorer wins
        [answer(AGAINST, 3 if number % 2 else 0) for number in range(LEAST_ANSWERS)],  # now the one, now the other
        [],
    ],
)
def test_the_scorer_stays_where_it_does_not_clearly_lose(log: list[Exposure]) -> None:
    assert not takes_over(log, is_in_force=False)


def test_the_scorer_comes_back_when_the_formula_is_ahead_no_more() -> None:
    slightly = [answer(AGAINST, 0 if number % 5 else 3) for number in range(LEAST_ANSWERS)]
    assert takes_over(slightly, is_in_force=True)
    assert not takes_over([answer(AGAINST, 3)] * LEAST_ANSWERS, is_in_force=True)


def test_in_force_it_gives_the_order_and_the_reasons_and_leaves_the_need() -> None:
    taken = Calibration("m", is_formula=True)
    logits, weights = adjust(taken, AGAINST, np.full(4, 0.1, np.float32), PAIRS)
    assert list(np.argsort(-logits)) == [0, 1, 2, 3]
    assert list(np.argsort(-weights)) == [0, 1, 2, 3]
    assert weights.sum() == pytest.approx(0.4)
    parts = contributions(taken, np.zeros((4, len(features.GROUPS)), np.float32), features.GROUPS, GROUPS, PAIRS)
    assert parts[:, features.GROUPS.index(GROUPS[WORDS])] == pytest.approx(formula_energies(PAIRS))


def test_a_focus_in_words_that_the_store_does_not_know_is_left_to_the_scorer() -> None:
    taken = Calibration("m", is_formula=True, known=0.4)
    strange = PAIRS.copy()
    strange[:, COVERED] = 0.1
    logits, _ = adjust(taken, AGAINST, np.full(4, 0.1, np.float32), strange)
    assert list(np.argsort(-logits)) == [3, 2, 1, 0]
