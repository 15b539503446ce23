"""The attention scorer's form, its weights for the free baseline, and why a passage weighs what it weighs.

e_ij = vᵀ relu(W_s [h_i ‖ h_j ‖ f_ij] + b), summed over heads; the weights are the softmax of e over the candidates
(additive attention: Bahdanau et al., 2015). h_i and h_j are the encoder's vectors of the focus and of the passage
(none yet: dimension 0), f_ij the pair features. A feature group's contribution is what the logit loses when that
group is set to 0 (occlusion), so that removing what a reason names changes the result by just that much.

`score` here is the same function in NumPy: the reference for the ONNX graph, and what takes over when no graph runs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.domain.memory import Reason, ReasonKind
from assistant.domain.ports import FloatArray
from assistant.memory.features import FEATURES, GROUPS
from assistant.memory.ranking import NEIGHBOUR_WEIGHT, SESSION_WEIGHT

TEMPERATURE = 3.0
"""BM25 points that make a passage e times as likely to be needed."""

LEAST_SHARE = 0.05
"""Reasons below this share of the weight are not worth a word."""


@dataclass(frozen=True, slots=True)
class ScorerWeights:
    """Weights of the scorer: float32.

    projection: W_s, (heads, hidden, 2 * dimension + features). bias: b, (heads, hidden). value: v, (heads, hidden).
    """

    projection: FloatArray
    bias: FloatArray
    value: FloatArray
    dimension: int = 0


def baseline_weights(dimension: int = 0) -> ScorerWeights:
    """The free baseline in the scorer's form: one head a feature, which relu lets through since features are >= 0."""
    factors = {ReasonKind.NEIGHBOURS: NEIGHBOUR_WEIGHT, ReasonKind.SESSION: SESSION_WEIGHT}
    count = len(FEATURES)
    projection = np.zeros((count, 1, 2 * dimension + count), np.float32)
    projection[np.arange(count), 0, 2 * dimension + np.arange(count)] = 1
    value = np.array([[factors.get(feature.group, 1.0) / TEMPERATURE] for feature in FEATURES], np.float32)
    return ScorerWeights(projection, np.zeros((count, 1), np.float32), value, dimension)


def occlusion_masks(dimension: int = 0) -> FloatArray:
    """1 and 0 for every input: the first row keeps all, each other one takes one group away. (1 + groups, inputs)."""
    keep = np.ones((1 + len(GROUPS), 2 * dimension + len(FEATURES)), np.float32)
    for row, group in enumerate(GROUPS, start=1):
        for column, feature in enumerate(FEATURES):
            if feature.group is group:
                keep[row, 2 * dimension + column] = 0
    return keep


def softmax(logits: FloatArray) -> FloatArray:
    """Weights that sum to 1; empty for no logits."""
    powers = np.exp(logits - logits.max(initial=-np.inf))
    return (powers / powers.sum()).astype(np.float32)


def score(weights: ScorerWeights, inputs: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """[h_i ‖ h_j ‖ f_ij], (n, inputs) -> logits (n,), softmax weights (n,), contributions (n, len(GROUPS))."""
    masked = inputs[None] * occlusion_masks(weights.dimension)[:, None]  # (1 + groups, n, inputs)
    hidden = np.maximum(np.einsum("mni,hki->mnhk", masked, weights.projection) + weights.bias, 0)
    energies = np.einsum("mnhk,hk->mn", hidden, weights.value).astype(np.float32)
    return energies[0], softmax(energies[0]), (energies[0] - energies[1:]).T


def reasons(
    contributions: FloatArray, groups: Sequence[ReasonKind], details: Mapping[ReasonKind, str]
) -> tuple[Reason, ...]:
    """Reasons of one passage, strongest first, from its contributions (len(groups),); shares sum to at most 1."""
    positive: list[float] = np.maximum(contributions, 0).tolist()
    total = sum(positive)
    if total <= 0:
        return ()
    named = [Reason(kind, part / total, details.get(kind, "")) for kind, part in zip(groups, positive, strict=True)]
    return tuple(sorted((one for one in named if one.share >= LEAST_SHARE), key=lambda one: -one.share))
