"""When the formula takes over from the scorer: where it has put what the user used clearly higher.

The free baseline needs no training and fits any store tolerably; a trained scorer may not fit this one. Every answer
whose items were used tells which of the two had ranked them better, by the reciprocal rank. What was shown stood in the
order of the one in force, which speaks for it: so the other must win by more than chance explains, and comes back only
when it is no longer behind.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assistant.domain.ports import FloatArray
from assistant.memory.learning import Exposure, formula_energies

LEAST_ANSWERS = 20
"""Answers with a use; fewer say nothing."""

LEAST_GAIN = 0.01
"""Of the reciprocal rank; less is not worth a change."""

_ERRORS = 2.0  # standard errors that the formula must be ahead by


def takes_over(exposures: Sequence[Exposure], *, is_in_force: bool) -> bool:
    """Whether the formula ranks what was used better than the logits of these exposures do.

    `is_in_force` says whether it ranks already: then it stays until it is no longer ahead.
    """
    gains = np.array([gain for one in exposures if one.wanted.any() and (gain := _gain(one)) is not None])
    if len(gains) < LEAST_ANSWERS:
        return False
    if is_in_force:
        return bool(gains.mean() > 0)
    error = float(gains.std(ddof=1)) / float(np.sqrt(len(gains)))
    return bool(gains.mean() > max(LEAST_GAIN, _ERRORS * error))


def _gain(exposure: Exposure) -> float | None:
    """How much higher the formula puts the best of what was used; None where there was nothing to choose from."""
    if len(exposure.logits) < 2:
        return None
    return _reciprocal_rank(formula_energies(exposure.features), exposure) - _reciprocal_rank(exposure.logits, exposure)


def _reciprocal_rank(logits: FloatArray, exposure: Exposure) -> float:
    best = float(logits[exposure.wanted > 0].max())
    return 1.0 / (1 + int(np.count_nonzero(logits > best)))
