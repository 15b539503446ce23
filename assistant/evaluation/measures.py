"""The arithmetic behind the figures: intervals, paired tests, evidence within words, silence, calibration."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from math import comb

import numpy as np

from assistant.language.tokens import is_cjk

ROUNDS = 2000
GOLD_KEPT = 0.95
_BINS = 10


def mean(values: Sequence[float]) -> float:
    """The mean; 0 of nothing."""
    return float(np.mean(values)) if len(values) else 0.0


def interval(values: Sequence[float]) -> tuple[float, float, float]:
    """Mean and 95 % bootstrap interval over questions."""
    if not len(values):
        return 0.0, 0.0, 0.0
    drawn = np.random.default_rng(0).integers(0, len(values), (ROUNDS, len(values)))
    means = np.asarray(values, np.float64)[drawn].mean(axis=1)
    return mean(values), float(np.percentile(means, 2.5)), float(np.percentile(means, 97.5))


def paired_interval(one: Sequence[float], other: Sequence[float]) -> tuple[float, float, float]:
    """Mean and 95 % bootstrap interval of one minus other, drawn by question."""
    return interval((np.asarray(one, np.float64) - np.asarray(other, np.float64)).tolist())


def mcnemar(one: Sequence[bool], other: Sequence[bool]) -> tuple[int, int, float]:
    """How often only the one hits, how often only the other, and the exact two-sided p that this is chance.

    McNemar (1947), by the binomial distribution: right for few questions too.
    """
    gained = sum(first and not second for first, second in zip(one, other, strict=True))
    lost = sum(second and not first for first, second in zip(one, other, strict=True))
    total = gained + lost
    tail = sum(comb(total, count) for count in range(min(gained, lost) + 1))
    return gained, lost, min(1.0, 2 * tail / 2**total)


def word_count(text: str) -> int:
    """Words between spaces; a CJK character counts as one."""
    if text.isascii():
        return len(text.split())
    cjk = sum(map(is_cjk, text))
    spaced = "".join(" " if is_cjk(character) else character for character in text)
    return cjk + len(spaced.split())


def within_words(ids: Sequence[str], words: Mapping[str, int], budget: int) -> list[str]:
    """The first ids of a ranking whose texts fit the budget together; it ends at the first that does not."""
    left = budget
    for place, item_id in enumerate(ids):
        left -= words.get(item_id, 0)
        if left < 0:
            return list(ids[:place])
    return list(ids)


def silence(gold: Sequence[float], off_topic: Sequence[float]) -> float | None:
    """The share of off-topic questions that get nothing at the threshold that keeps 95 % of the gold; None of nothing.

    gold: for each gold item that an answer would read its question's need. off_topic: each off-topic question's need.
    """
    if not len(gold) or not len(off_topic):
        return None
    threshold = float(np.quantile(np.asarray(gold, np.float64), 1 - GOLD_KEPT, method="lower"))
    return mean([float(need < threshold) for need in off_topic])


def calibration_error(weights: Sequence[float], is_gold: Collection[bool]) -> float | None:
    """The expected calibration error over ten bins of equal width; None of nothing.

    Guo et al. (2017), "On Calibration of Modern Neural Networks".
    """
    if not len(weights):
        return None
    said, true = np.asarray(weights, np.float64), np.asarray(list(is_gold), np.float64)
    bins = np.clip((said * _BINS).astype(int), 0, _BINS - 1)
    gaps = np.bincount(bins, said - true, _BINS)
    return float(np.abs(gaps).sum() / len(said))
