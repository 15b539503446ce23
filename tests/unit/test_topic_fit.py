"""What each sign is worth: learned from pairs, judged on pairs that were left out."""

from __future__ import annotations

import numpy as np

from assistant.memory.topics import FEATURES
from assistant.training.topic_fit import fit, least_logit, leave_one_out
from assistant.training.topic_pairs import Pairs


def _pairs(seed: int) -> Pairs:
    draw = np.random.default_rng(seed)
    features = draw.random((400, len(FEATURES)))
    truth = (features[:, 0] + 0.1 * draw.standard_normal(400) > 0.7).astype(np.float64)
    names = tuple(str(number) for number in range(400))
    return Pairs(features, truth, np.ones(400), names, names, chances=int(truth.sum()), cues=10)


def test_the_sign_that_tells_gets_the_weight() -> None:
    weights = fit([_pairs(1)])

    assert int(np.argmax(np.abs(weights[1:]))) == 0


def test_the_least_logit_is_as_low_as_the_false_alarms_allow() -> None:
    judged = leave_one_out({"one": _pairs(1), "two": _pairs(2)})

    strict, mild = least_logit(judged, 0.5), least_logit(judged, 5.0)

    assert mild < strict
    assert np.mean([one.false_alarms(strict) for one in judged]) <= 0.5
