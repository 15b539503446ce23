"""Learning from use: a small, bounded correction of the scorer, fitted from what the user did with what was shown.

The correction is linear in the pair features, so few parameters say what counts more or less for this user. It is the
maximum a posteriori of a listwise softmax (the ListNet loss of Cao et al., 2007) under a normal prior around "no
correction", found by Newton's method: the loss is convex, so the same log always gives the same parameters. A fit is
adopted only when it also wins on parts of the log that it did not see.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from assistant.domain.learning import Calibration
from assistant.domain.memory import ReasonKind
from assistant.domain.ports import FloatArray
from assistant.memory import attention
from assistant.memory.features import COLUMNS

MOST_LOGITS = 2.0
"""The correction never lifts or lowers a candidate by more, whatever was learned."""

MOST_WEIGHT = 1.5
"""Logits that one standard deviation of a feature may be worth more or less."""

MOST_SILENCE = 1.0
LEAST_USES = 10
"""Fewer whole uses teach nothing: chance would be learned."""

PRIORS = (10.0, 30.0, 100.0)
"""Strengths of the prior that are tried; the one that wins on the unseen parts is taken."""

FOLDS = 5
_STEPS = 12
_CLOSE = 1e-4
_LEAST_SPREAD = 1e-6
_SILENCE_PRIOR = 4.0
_UNUSUAL = 0.05  # of the focuses may be covered less well than those that what was learned is for
_COVERED = COLUMNS["covered_best"]
_TOLD = 0.15  # logits a standard deviation; less is not worth a word

DoubleArray = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Exposure:
    """What was shown for one focus, best first, and what the user did with it.

    features: float32 (n, k). logits: (n,), what the correction is added to. wanted: (n,), 0 to 1, how clearly each was
    used. rejected: (n,), said "not now". need: the probability of any need then; 1 when not known.
    """

    features: FloatArray
    logits: FloatArray
    wanted: FloatArray
    rejected: npt.NDArray[np.bool_]
    need: float = 1.0

    @property
    def teaches(self) -> bool:
        """Whether anything can be learned from it: one was preferred to another."""
        used, rejected = int(np.count_nonzero(self.wanted)), int(np.count_nonzero(self.rejected))
        return 0 < used < len(self.wanted) or 0 < rejected < len(self.rejected)

    @property
    def amount(self) -> float:
        """How much it counts: as much as its clearest use, and a rejection as a whole one."""
        return float(self.wanted.max(initial=0.0)) or float(self.rejected.any())


def correction(calibration: Calibration, pairs: FloatArray) -> FloatArray:
    """Logits to add to each candidate, (n,), within ±MOST_LOGITS of their middle. `pairs`: (n, k) features."""
    if not len(pairs) or pairs.shape[1] != len(calibration.weights):
        return np.zeros(len(pairs), np.float32)
    raw = pairs @ np.asarray(calibration.weights, np.float32)
    bounded = MOST_LOGITS * np.tanh((raw - raw.mean()) / MOST_LOGITS)
    return (_trust(calibration, pairs) * bounded).astype(np.float32)


def _trust(calibration: Calibration, pairs: FloatArray) -> float:
    """How far what was learned can be believed of this focus, 0 to 1.

    What was learned where question and note share words is wrong where they cannot: a Chinese question over English
    notes must not lose what meaning alone has found.
    """
    if calibration.known <= 0:
        return 1.0
    return min(1.0, float(pairs[0, _COVERED]) / calibration.known) ** 2


def _is_formulas(calibration: Calibration, pairs: FloatArray) -> bool:
    """Whether the formula ranks this focus: where it shares as many words as those that it was preferred for."""
    return calibration.is_formula and float(pairs[0, _COVERED]) >= calibration.known


def formula_energies(pairs: FloatArray) -> FloatArray:
    """The free baseline's logits, (n,), for pair features (n, k)."""
    return attention.energies(attention.baseline_weights(), pairs)


def adjust(
    calibration: Calibration, logits: FloatArray, weights: FloatArray, pairs: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Corrected logits and weights of all candidates of one focus, each (n,).

    The weights keep their sum, the probability of any need, but for the silence that was learned; a sum of 1 comes
    from a scorer that knows no silence and stays 1.
    """
    if calibration.is_neutral or not len(logits):
        return logits, weights
    ranked = formula_energies(pairs) if _is_formulas(calibration, pairs) else logits
    moved = ranked + correction(calibration, pairs)
    shares = _softmax(moved.astype(np.float64))
    before, total = float(weights.sum()), _logsumexp(logits.astype(np.float64))
    need = before
    if 0 < before < 1 - 1e-6:
        need = 1 / (1 + np.exp(calibration.silence - np.log(before / (1 - before))))
        total -= calibration.silence
    return (np.log(shares + 1e-30) + total).astype(np.float32), (need * shares).astype(np.float32)


def contributions(
    calibration: Calibration,
    parts: FloatArray,
    groups: Sequence[ReasonKind],
    columns: Sequence[ReasonKind | None],
    pairs: FloatArray,
) -> FloatArray:
    """The contributions `parts` (n, groups) of the scorer's feature groups, with what the correction adds to each.

    `columns` names the group of each feature of `pairs` (n, k).
    """
    if len(pairs) and _is_formulas(calibration, pairs):
        parts = attention.score(attention.baseline_weights(), pairs)[2]
    if not len(pairs) or not any(calibration.weights) or pairs.shape[1] != len(calibration.weights):
        return parts
    of_group = np.array([[column is group for group in groups] for column in columns], np.float32)
    trust = np.float32(_trust(calibration, pairs))
    more = trust * (pairs * np.asarray(calibration.weights, np.float32)) @ of_group
    return (parts + more).astype(np.float32, copy=False)


def learn(
    exposures: Sequence[Exposure],
    groups: Sequence[ReasonKind | None],
    model: str,
    *,
    least: int = LEAST_USES,
    check: Callable[[], None] = lambda: None,
) -> Calibration:
    """What a log of exposures teaches; nothing where it does not win on parts that the fit did not see.

    `groups` names each feature's group; features without one say nothing about a single candidate and are left alone.
    `model` names the scorer and the features; `least` is how many whole uses it takes. `check` is called between the
    steps of the work, each of some milliseconds; what it raises ends the work.
    """
    lessons = [one for one in exposures if one.teaches]
    if len(lessons) < FOLDS or sum(one.amount for one in lessons) < least:
        return Calibration(model, count=len(lessons))
    batch = _Batch.of(lessons, np.array([group is not None for group in groups]))
    base = batch.losses(np.zeros(batch.width))
    unseen = [_unseen_losses(batch, prior, check) for prior in PRIORS]
    best = min(range(len(PRIORS)), key=lambda place: float(unseen[place].mean()))
    gains = base - unseen[best]
    has_won = bool(gains.mean() > gains.std() / np.sqrt(len(gains)))
    theta = batch.whole(batch.fit(PRIORS[best], check) if has_won else np.zeros(batch.width))
    return Calibration(
        model,
        weights=tuple((theta / np.maximum(batch.spread, _LEAST_SPREAD)).tolist()) if has_won else (),
        silence=_silence(exposures),
        effects=_effects(theta, groups) if has_won else (),
        count=len(lessons),
        before=float(base.mean()),
        after=float(unseen[best].mean()),
        known=known_cover(lessons) if has_won else 0.0,
    )


def proves(calibration: Calibration, exposures: Sequence[Exposure], *, least: int = LEAST_USES) -> bool:
    """Whether a correction made elsewhere wins on what the user really used, by more than one standard error."""
    lessons = [one for one in exposures if one.teaches and one.wanted.any()]
    if sum(one.amount for one in lessons) < least:
        return False
    gains = [_loss(one, one.logits) - _loss(one, one.logits + correction(calibration, one.features)) for one in lessons]
    return bool(np.mean(gains) > np.std(gains) / np.sqrt(len(gains)))


def _loss(exposure: Exposure, logits: FloatArray) -> float:
    """The cross entropy of one exposure under these logits (n,)."""
    return _logsumexp(logits.astype(np.float64)) - float(_target(exposure) @ logits)


def known_cover(lessons: Sequence[Exposure]) -> float:
    """How well the store's words cover all but a twentieth of these focuses, 0 to 1."""
    if lessons[0].features.shape[1] <= _COVERED:
        return 0.0
    return float(np.quantile([float(one.features[0, _COVERED]) for one in lessons], _UNUSUAL))


def combined(one: Calibration, other: Calibration) -> Calibration:
    """Both corrections together, for the same model, trusted where both are. Effects and counts are the second's."""
    weights = one.weights or other.weights
    if one.weights and other.weights:
        weights = tuple(first + second for first, second in zip(one.weights, other.weights, strict=True))
    known = max(one.known, other.known)
    return replace(other, weights=weights, silence=one.silence + other.silence, known=known)


def told_effects(calibration: Calibration) -> tuple[tuple[ReasonKind, bool], ...]:
    """The groups that count clearly more (True) or less (False) than before, strongest first."""
    return tuple((group, effect > 0) for group, effect in calibration.effects if abs(effect) >= _TOLD)


@dataclass(frozen=True, slots=True)
class _Batch:
    """Exposures side by side, padded: features (q, n, c) in standard deviations, logits (q, n), targets (q, n).

    A row of targets sums to the exposure's amount, which is also in `amounts` (q, 1). Only the `columns` (c,) of all k
    features that differ at all are in it; `spread` (k,) are the standard deviations.
    """

    features: DoubleArray
    logits: DoubleArray
    targets: DoubleArray
    amounts: DoubleArray
    spread: DoubleArray
    columns: npt.NDArray[np.intp]

    @classmethod
    def of(cls, exposures: Sequence[Exposure], is_evidence: npt.NDArray[np.bool_]) -> _Batch:
        longest = max(len(one.logits) for one in exposures)
        features = np.zeros((len(exposures), longest, len(is_evidence)))
        logits = np.full((len(exposures), longest), -np.inf)
        targets = np.zeros((len(exposures), longest))
        rows: list[DoubleArray] = []
        for place, one in enumerate(exposures):
            centred = one.features.astype(np.float64) - one.features.mean(axis=0, dtype=np.float64)
            rows.append(centred)
            features[place, : len(centred)] = centred
            logits[place, : len(centred)] = one.logits
            targets[place, : len(centred)] = _target(one) * one.amount
        spread = np.concatenate(rows).std(axis=0)
        columns = np.flatnonzero((spread > _LEAST_SPREAD) & is_evidence)
        told = features[:, :, columns] / spread[columns]
        return cls(told, logits, targets, targets.sum(axis=1, keepdims=True), spread, columns)

    @property
    def width(self) -> int:
        return self.features.shape[2]

    def part(self, chosen: npt.NDArray[np.bool_]) -> _Batch:
        kept = (self.features[chosen], self.logits[chosen], self.targets[chosen], self.amounts[chosen])
        return _Batch(*kept, self.spread, self.columns)

    def whole(self, theta: DoubleArray) -> DoubleArray:
        """Parameters of all features, (k,), from those of the columns."""
        every: DoubleArray = np.zeros(len(self.spread))
        every[self.columns] = theta
        return every

    def losses(self, theta: DoubleArray) -> DoubleArray:
        """The cross entropy of every exposure, (q,)."""
        scores = self.logits + self.features @ theta
        best = scores.max(axis=1, keepdims=True)
        total = np.log(np.exp(scores - best).sum(axis=1, keepdims=True)) + best
        finite = np.where(np.isfinite(scores), scores, 0.0)
        return (self.targets * (total - finite)).sum(axis=1)

    def fit(self, prior: float, check: Callable[[], None]) -> DoubleArray:
        """The bounded maximum a posteriori, (k,)."""
        theta: DoubleArray = np.zeros(self.width)
        for _ in range(_STEPS):
            check()
            scores = self.logits + self.features @ theta
            shares = np.exp(scores - scores.max(axis=1, keepdims=True))
            shares /= shares.sum(axis=1, keepdims=True)
            missed = self.amounts * shares - self.targets
            gradient: DoubleArray = (missed[:, :, None] * self.features).sum(axis=(0, 1)) + prior * theta
            weighted: DoubleArray = shares[:, :, None] * self.features
            middle: DoubleArray = weighted.sum(axis=1)
            flat = (self.amounts[:, :, None] * weighted).reshape(-1, self.width)
            curvature: DoubleArray = flat.T @ self.features.reshape(-1, self.width)
            curvature += prior * np.eye(self.width) - (self.amounts * middle).T @ middle
            before, step = theta, np.linalg.solve(curvature, gradient)
            theta = np.clip(before - step, -MOST_WEIGHT, MOST_WEIGHT)
            if np.abs(theta - before).max() < _CLOSE:
                break
        return theta


def _unseen_losses(batch: _Batch, prior: float, check: Callable[[], None]) -> DoubleArray:
    """Every exposure's loss under the fit of the folds it is not in."""
    count = len(batch.logits)
    fold = np.arange(count) % FOLDS
    losses = np.zeros(count)
    for number in range(FOLDS):
        held_out = fold == number
        losses[held_out] = batch.part(held_out).losses(batch.part(~held_out).fit(prior, check))
    return losses


def _target(exposure: Exposure) -> DoubleArray:
    """What the softmax should have been: on what was used, or as it was but for what was rejected."""
    wanted = exposure.wanted.astype(np.float64)
    if not wanted.any():
        wanted = np.where(exposure.rejected, 0.0, _softmax(exposure.logits.astype(np.float64)))
    return wanted / wanted.sum()


def _effects(theta: DoubleArray, groups: Sequence[ReasonKind | None]) -> tuple[tuple[ReasonKind, float], ...]:
    totals: dict[ReasonKind, float] = {}
    for group, weight in zip(groups, theta.tolist(), strict=True):
        if group is not None:
            totals[group] = totals.get(group, 0.0) + weight
    middle = sum(totals.values()) / max(1, len(totals))  # what lifts everything alike changes no order
    return tuple(sorted(((group, total - middle) for group, total in totals.items()), key=lambda pair: -abs(pair[1])))


def _silence(exposures: Sequence[Exposure]) -> float:
    """How much more need it takes before something is shown: the offset of the odds that fits what was used at all.

    Only a clear answer counts: something was used, or what was shown was rejected and nothing used.
    """
    clear = [one for one in exposures if 0 < one.need < 1 - 1e-6 and (one.wanted.any() or one.rejected.any())]
    if len(clear) < LEAST_USES:
        return 0.0
    needs = np.array([one.need for one in clear])
    odds = np.log(needs / (1 - needs))
    is_used = np.array([float(one.wanted.any()) for one in clear])
    offset = 0.0
    for _ in range(_STEPS):
        said = 1 / (1 + np.exp(offset - odds))
        slope = float((is_used - said).sum()) + _SILENCE_PRIOR * offset
        offset -= slope / (float((said * (1 - said)).sum()) + _SILENCE_PRIOR)
        offset = float(np.clip(offset, -MOST_SILENCE, MOST_SILENCE))
    return offset


def _softmax(logits: DoubleArray) -> DoubleArray:
    powers = np.exp(logits - logits.max())
    return powers / powers.sum()


def _logsumexp(logits: DoubleArray) -> float:
    best = float(logits.max())
    return best + float(np.log(np.exp(logits - best).sum()))
