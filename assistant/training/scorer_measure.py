"""How a scorer does on lessons: recall at k, silence off topic, calibration; NumPy over the scorer's reference."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.domain.ports import FloatArray
from assistant.evaluation.measures import GOLD_KEPT, calibration_error, interval, mean
from assistant.memory import attention
from assistant.memory.attention import ScorerWeights
from assistant.training.scorer_lessons import Domain, Lesson

Scoring = Callable[[FloatArray], FloatArray]


@dataclass(frozen=True, slots=True)
class Measured:
    """One domain's figures: recall of gold candidates at 5 and 10 with intervals, silence at 95 % kept, error."""

    name: str
    at_5: tuple[float, float, float]
    at_10: tuple[float, float, float]
    silent: float | None
    calibration: float | None

    def line(self) -> str:
        """One line for people and for the log."""
        silent = "-" if self.silent is None else f"{self.silent:.3f}"
        error = "-" if self.calibration is None else f"{self.calibration:.3f}"
        middle, low, high = self.at_10
        recalled = f"R@5 {self.at_5[0]:.3f}  R@10 {middle:.3f} [{low:.3f}, {high:.3f}]"
        return f"{self.name:<36} {recalled}  silent {silent}  ECE {error}"


def measure(weights: ScorerWeights, domain: Domain) -> Measured:
    """All figures of a domain. Only questions whose answer is among the candidates are there to be counted."""
    known = [attention.score(weights, lesson.pairs.astype(np.float32)) for lesson in domain.lessons]
    off = [float(attention.score(weights, one.pairs.astype(np.float32))[1].sum()) for one in domain.strange]
    at = {k: [_recall(one[0], lesson, k) for one, lesson in zip(known, domain.lessons, strict=True)] for k in (5, 10)}
    first = [
        (float(one[1].max()), bool(lesson.is_gold[int(one[1].argmax())]))
        for one, lesson in zip(known, domain.lessons, strict=True)
    ]
    silent = None
    if off and known:
        least = float(np.quantile([float(one[1].sum()) for one in known], 1 - GOLD_KEPT))
        silent = mean([float(one < least) for one in off])
    error = calibration_error([said for said, _ in first], [is_gold for _, is_gold in first])
    return Measured(domain.name, interval(at[5]), interval(at[10]), silent, error)


def recall(weights: ScorerWeights, lessons: Sequence[Lesson], depth: int) -> float:
    """The mean recall at a depth."""
    return mean([_recall(attention.score(weights, one.pairs.astype(np.float32))[0], one, depth) for one in lessons])


def _recall(logits: FloatArray, lesson: Lesson, depth: int) -> float:
    best = np.argsort(-logits, kind="stable")[:depth]
    return float(lesson.is_gold[best].sum()) / float(max(1, min(depth, lesson.is_gold.sum())))
