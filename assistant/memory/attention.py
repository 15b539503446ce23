"""The attention scorer's form, its weights for the free baseline, and why a passage weighs what it weighs.

The energy of a passage j for a focus i is an anchor plus a bounded correction:

    e_ij = sum_a w_a exp(G tanh(gate_a(c))) f_a  +  B tanh((sum_heads vᵀ tanh(W z_ij + b) + sᵀ z_ij) / B)

f are the pair features, z the same standardised and clipped, c those of them that are context. The anchor is the free
baseline (BM25, dates, neighbours, session) whose weights the shape of question and store may raise or lower; the
correction is additive attention (Bahdanau et al., 2015) that can never overrule the anchor by more than B.
The need A = uᵀ tanh(U [c ‖ max e ‖ logsumexp e] + d) + d' is the log-odds that the store can answer at all. A weight is
the probability of need: softmax(e) times sigmoid(A); a logit is A + log softmax(e). Weights without a need (the free
baseline's) are the softmax alone and their logits are the energies.
A feature group's contribution is what the energy loses when that group is set to 0 (occlusion), so that removing what
a reason names changes the result by just that much.

`score` here is the same function in NumPy: the reference for the ONNX graph, and what takes over when no graph runs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.domain.memory import Reason, ReasonKind
from assistant.domain.ports import FloatArray
from assistant.memory.features import COLUMNS, EVIDENCE, FEATURES, GROUPS
from assistant.memory.ranking import NEIGHBOUR_WEIGHT, SESSION_WEIGHT

TEMPERATURE = 3.0
"""BM25 points that make a passage e times as likely to be needed."""

ANCHORS = ("words_bm25", "dates_bm25", "neighbour_bm25", "session_bm25")
"""The features that the free baseline adds up."""

GATE = 1.5
"""The shape of a store changes an anchor's weight by a factor of exp(GATE) at most."""

CLIP = 4.0
"""Standard deviations beyond which a feature says no more."""

LEAST_SHARE = 0.05
"""Reasons below this share of the weight are not worth a word."""

NEED = 0.03
"""Below this probability that the store can answer, nothing is shown; .006 of LoCoMo's gold lies below .05."""

STRANGE, STRANGE_NEED = 0.85, 0.003
"""With so much of a focus unknown to the store it may be in the other language, of which the need knows little."""


@dataclass(frozen=True, slots=True)
class Need:
    """The head that says whether the store can answer: hidden (h, context + 2), its bias (h,), value (h,), offset."""

    hidden: FloatArray
    bias: FloatArray
    value: FloatArray
    offset: float


@dataclass(frozen=True, slots=True)
class ScorerWeights:
    """Weights of the scorer, float32; k features of which the last c are context, a anchors.

    anchor: (a,). gate: (a, c), gate_bias: (a,). mean, spread: (k,), of the standardised features.
    projection: W, (heads, hidden, k). bias: b, (heads, hidden). value: v, (heads, hidden). skip: s, (k,).
    bound: B. need: None for a scorer that cannot be silent.
    """

    anchor: FloatArray
    gate: FloatArray
    gate_bias: FloatArray
    mean: FloatArray
    spread: FloatArray
    projection: FloatArray
    bias: FloatArray
    value: FloatArray
    skip: FloatArray
    bound: float
    need: Need | None = None


def baseline_weights() -> ScorerWeights:
    """The free baseline in the scorer's form: the anchor alone."""
    factors = {"neighbour_bm25": NEIGHBOUR_WEIGHT, "session_bm25": SESSION_WEIGHT}
    count, context, anchors = len(FEATURES), len(FEATURES) - EVIDENCE, len(ANCHORS)
    return ScorerWeights(
        anchor=np.array([factors.get(name, 1.0) / TEMPERATURE for name in ANCHORS], np.float32),
        gate=np.zeros((anchors, context), np.float32),
        gate_bias=np.zeros(anchors, np.float32),
        mean=np.zeros(count, np.float32),
        spread=np.ones(count, np.float32),
        projection=np.zeros((1, 1, count), np.float32),
        bias=np.zeros((1, 1), np.float32),
        value=np.zeros((1, 1), np.float32),
        skip=np.zeros(count, np.float32),
        bound=1.0,
    )


def anchor_columns() -> list[int]:
    """Where the anchors stand among the features."""
    return [COLUMNS[name] for name in ANCHORS]


def occlusion_masks() -> FloatArray:
    """1 and 0 for every feature: the first row keeps all, each other one takes one group away. (1 + groups, k)."""
    keep = np.ones((1 + len(GROUPS), len(FEATURES)), np.float32)
    for row, group in enumerate(GROUPS, start=1):
        keep[row] = [feature.group is not group for feature in FEATURES]
    return keep


def softmax(logits: FloatArray) -> FloatArray:
    """Weights that sum to 1; empty for no logits."""
    powers = np.exp(logits - logits.max(initial=-np.inf))
    return (powers / powers.sum()).astype(np.float32)


def score(weights: ScorerWeights, pairs: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Pair features (n, k) -> logits (n,), weights (n,), contributions (n, len(GROUPS))."""
    if not len(pairs):
        return np.empty(0, np.float32), np.empty(0, np.float32), np.empty((0, len(GROUPS)), np.float32)
    energies = _energies(weights, pairs[None] * occlusion_masks()[:, None])
    shares, contributions = softmax(energies[0]), (energies[0] - energies[1:]).T
    if weights.need is None:
        return energies[0], shares, contributions
    total = float(energies[0].max() + np.log(np.exp(energies[0] - energies[0].max()).sum()))
    need = _need(weights, weights.need, pairs, float(energies[0].max()), total)
    probability = np.float32(1 / (1 + np.exp(-need)))
    return (energies[0] - np.float32(total - need)), shares * probability, contributions


def energies(weights: ScorerWeights, pairs: FloatArray) -> FloatArray:
    """The energies of candidates, (n,), from their pair features (n, k), without their reasons."""
    return _energies(weights, pairs[None])[0]


def _energies(weights: ScorerWeights, masked: FloatArray) -> FloatArray:
    """Energies of candidates under m masks, (m, n), from their features (m, n, k)."""
    standard = np.clip((masked - weights.mean) / weights.spread, -CLIP, CLIP)
    gates = np.exp(GATE * np.tanh(weights.gate @ standard[0, 0, EVIDENCE:] + weights.gate_bias))
    anchors = masked[:, :, anchor_columns()] @ (weights.anchor * gates)
    hidden = np.tanh(np.einsum("mni,hki->mnhk", standard, weights.projection) + weights.bias)
    raw = np.einsum("mnhk,hk->mn", hidden, weights.value) + standard @ weights.skip
    return (anchors + weights.bound * np.tanh(raw / weights.bound)).astype(np.float32)


def _need(weights: ScorerWeights, head: Need, pairs: FloatArray, best: float, total: float) -> float:
    context = (pairs[0, EVIDENCE:] - weights.mean[EVIDENCE:]) / weights.spread[EVIDENCE:]
    inputs = np.append(np.clip(context, -CLIP, CLIP), [best / CLIP, (total - best) / CLIP])
    return float(head.value @ np.tanh(head.hidden @ inputs + head.bias)) + head.offset


def answerable(weights: FloatArray) -> float:
    """The probability that the store can answer, from the weights of all candidates (n,)."""
    return float(min(1.0, weights.sum()))


def is_silent(weights: FloatArray, unknown: float = 0.0) -> bool:
    """Whether nothing should be shown for these candidates' weights (n,).

    `unknown` is the share of what the focus asks in words that stand nowhere in the store, the feature of that name.
    """
    return answerable(weights) < (STRANGE_NEED if unknown >= STRANGE else NEED)


def reasons(
    contributions: FloatArray, groups: Sequence[ReasonKind], details: Mapping[ReasonKind, str]
) -> tuple[Reason, ...]:
    """Reasons of one passage, strongest first, from its contributions (len(groups),); shares sum to at most 1."""
    positive: list[float] = np.maximum(contributions, 0).tolist()
    total = sum(positive)
    if total <= 0:
        return ()
    named = [
        Reason(kind, part / total, details.get(kind, ""))
        for kind, part in zip(groups, positive, strict=True)
        if part / total >= LEAST_SHARE
    ]
    return tuple(sorted(named, key=lambda one: -one.share))
