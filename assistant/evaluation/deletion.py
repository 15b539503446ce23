"""The deletion test of an explanation: without what its strongest reason stands for, the first item must fall."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assistant.domain.memory import Weighed
from assistant.domain.ports import Scorer
from assistant.memory import features

_LEAST = 1e-6  # logits


def deletion(scorer: Scorer, weighed: Sequence[Weighed]) -> tuple[bool, bool] | None:
    """Whether the first item's score falls, and whether it loses the first place, without its strongest reason.

    The features of that reason's group are set to 0 (no evidence of that kind) for the first item alone, among the same
    others. None where nothing is explained: no scorer's reason, or fewer than two items.
    """
    seen = [one.evidence.features for one in weighed if one.evidence is not None]
    if len(seen) < max(2, len(weighed)) or not weighed[0].reasons:
        return None
    kind = weighed[0].reasons[0].kind
    named = np.array([feature.group is kind for feature in features.FEATURES])
    if not named.any():
        return None
    pairs = np.array(seen, np.float32)
    before = scorer.score(pairs)[0]
    pairs[0, named] = 0.0
    after = scorer.score(pairs)[0]
    return bool(after[0] < before[0] - _LEAST), bool(after[0] < after[1:].max())
