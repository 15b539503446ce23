"""How good an encoder is: agreement with people on sentence similarity, and turns found in two languages.

The measures are computed from the exported form (unit rows, magnitudes, max-sim weights) in numpy, by the same formulas
as the graph. Sets are split: one part to choose by, the other to report.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.domain.item import Item
from assistant.evaluation import memorybank
from assistant.evaluation.cases import Case, Question
from assistant.training.encoder_bags import Bags
from assistant.training.encoder_graph import EncoderWeights

FloatArray = NDArray[np.float32]
Splitter = Callable[[list[str]], list[list[int]]]
Measure = dict[str, float]
FOUND = 5
SENTENCES = "training/stsb_multi_mt/stsb-{language}-{part}.csv"
MEMORIES = "evaluation/memorybank_dev"


def pooled(weights: EncoderWeights, bags: Bags) -> FloatArray:
    """The vectors of texts (n, d), of unit length."""
    added = weights.table[bags.pieces] * weights.magnitude[bags.pieces][:, None]
    sums = np.add.reduceat(added, bags.offsets, axis=0)
    lengths = np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)
    return (sums / lengths).astype(np.float32, copy=False)


def maximal(weights: EncoderWeights, focus: list[int], passages: Bags) -> FloatArray:
    """Max-sim of one focus with each passage (n,): its pieces' best cosines, weighted."""
    importance = weights.weight[focus]
    cosines = weights.table[focus] @ weights.table[passages.pieces].T
    best = np.maximum.reduceat(cosines, passages.offsets, axis=1)
    return importance @ best / max(float(importance.sum()), 1e-9)


def ranked(values: NDArray[np.floating]) -> NDArray[np.float64]:
    """Ranks from 0, equal values sharing their mean rank."""
    distinct, place, count = np.unique(values, return_inverse=True, return_counts=True)
    first = np.concatenate([[0], np.cumsum(count)[:-1]])
    return (first + (count - 1) / 2)[place] if len(distinct) else np.empty(0)


def spearman(one: NDArray[np.floating], other: NDArray[np.floating]) -> float:
    """Spearman's rank correlation."""
    return float(np.corrcoef(ranked(one), ranked(other))[0, 1])


@dataclass(frozen=True, slots=True)
class Checks:
    """Measures an encoder on the files below `data`; `split` gives the pieces of texts."""

    data: Path
    split: Splitter

    def all_of(self, weights: EncoderWeights, *, is_choice: bool) -> Measure:
        """Every measure by name, on the parts to choose by or on those to report."""
        part = "dev" if is_choice else "test"
        measures = {f"sts-b {one}": self.similarity(weights, one, part) for one in ("en", "zh")}
        for languages in memorybank.LANGUAGES:
            by_cosine, by_maximum = self.found(weights, languages, is_choice)
            measures |= {f"memorybank {languages} cosine": by_cosine, f"memorybank {languages} max-sim": by_maximum}
        return measures

    def similarity(self, weights: EncoderWeights, language: str, part: str) -> float:
        """Spearman's rho on a part ("dev" to choose by, "test" to report) of STS-B in "en" or "zh"."""
        path = self.data / SENTENCES.format(language=language, part=part)
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        one, other = (pooled(weights, Bags.of(self.split([row[side] for row in rows]))) for side in (0, 1))
        return spearman((one * other).sum(axis=1), np.array([float(row[2]) for row in rows]))

    def found(self, weights: EncoderWeights, languages: str, is_choice: bool) -> tuple[float, float]:
        """R@5 on MemoryBank by cosine and by max-sim. `languages`: question-store; choice: the first half of users."""
        cases = sorted(memorybank.read(self.data / MEMORIES, languages), key=_person)
        half = (len(cases) + 1) // 2
        hits: list[tuple[float, float]] = []
        for case in cases[:half] if is_choice else cases[half:]:
            items = [event for event in case.events if isinstance(event, Item)]
            texts = Bags.of(self.split([item.text for item in items]))
            hits += self._hits(weights, [item.id for item in items], texts, case.questions)
        by_cosine, by_maximum = np.mean(hits, axis=0)
        return float(by_cosine), float(by_maximum)

    def _hits(
        self, weights: EncoderWeights, ids: list[str], texts: Bags, questions: list[Question]
    ) -> Iterator[tuple[float, float]]:
        vectors = pooled(weights, texts)
        for question in questions:
            if question.gold:
                focus = self.split([question.text])[0]
                scores = vectors @ pooled(weights, Bags.of([focus]))[0], maximal(weights, focus, texts)
                by_cosine, by_maximum = (_recall(score, ids, question.gold) for score in scores)
                yield by_cosine, by_maximum


def _person(case: Case) -> str:
    """The person's number in the labels ("mb03"), the same in both languages' stores."""
    return case.questions[0].id.partition("_")[0]


def _recall(scores: FloatArray, ids: list[str], gold: frozenset[str]) -> float:
    best = {ids[int(place)] for place in np.argsort(-scores, kind="stable")[:FOUND].tolist()}
    return len(best & gold) / min(len(gold), FOUND)
