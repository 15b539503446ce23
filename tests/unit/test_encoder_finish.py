from __future__ import annotations

import numpy as np
import pytest

from assistant.training.encoder_bags import Bags
from assistant.training.encoder_check import pooled
from assistant.training.encoder_finish import blended, evened, pointed
from assistant.training.encoder_graph import EncoderWeights

PIECES, DIMENSION = 60, 8


def crowded(seed: int = 0) -> tuple[EncoderWeights, Bags]:
    """Pieces that nearly all point one way, and texts of them."""
    draw = np.random.default_rng(seed)
    table = draw.normal(size=(PIECES, DIMENSION)).astype(np.float32)
    table[:, 3] *= 6
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    table[0] = 0
    magnitude = draw.uniform(0.5, 2, PIECES).astype(np.float32)
    weights = EncoderWeights(table, magnitude, np.ones(PIECES, np.float32))
    return weights, Bags.of(draw.integers(1, PIECES, (400, 5)).tolist())


def variances(weights: EncoderWeights, texts: Bags) -> np.ndarray:
    return np.linalg.eigvalsh(np.cov(pooled(weights, texts).T))


def test_directions_become_more_even_and_rows_stay_of_unit_length():
    weights, texts = crowded()
    after = evened(weights, texts, power=0.5, seed=0)
    before, now = variances(weights, texts), variances(after, texts)
    assert now.max() / now.min() < before.max() / before.min() / 2
    assert np.linalg.norm(after.table[1:], axis=1) == pytest.approx(np.ones(PIECES - 1), abs=1e-5)
    assert not after.table[0].any()
    assert not after.magnitude[0]


def test_power_nought_only_turns():
    weights, texts = crowded()
    after = evened(weights, texts, power=0, seed=0)
    before, now = pooled(weights, texts), pooled(after, texts)
    assert now @ now.T == pytest.approx(before @ before.T, abs=1e-4)


def test_the_first_dimensions_tell_most():
    weights, texts = crowded()
    spread = pooled(evened(weights, texts, power=0.3, seed=0), texts).var(axis=0)
    assert spread[0] > spread[-1]


def test_a_blend_ends_in_the_start_and_in_what_was_trained():
    start, trained = crowded(0)[0], crowded(1)[0]
    assert blended(trained, start, 0.0).table == pytest.approx(start.table, abs=1e-6)
    assert blended(trained, start, 1.0).table == pytest.approx(trained.table, abs=1e-6)
    middle = blended(trained, start, 0.5)
    assert np.linalg.norm(middle.table[1:], axis=1) == pytest.approx(np.ones(PIECES - 1), abs=1e-5)
    assert ((middle.table * start.table).sum(axis=1)[1:] > (trained.table * start.table).sum(axis=1)[1:]).all()
    assert (middle.weight == trained.weight).all()


def test_pointed_weights_let_the_rare_decide_and_change_nothing_else():
    weights = EncoderWeights(np.eye(2, dtype=np.float32), np.ones(2, np.float32), np.array([1, 0.1], np.float32))
    found = pointed(weights, 2)
    assert found.weight == pytest.approx([1, 0.01])
    assert found.table is weights.table
    assert found.magnitude is weights.magnitude
