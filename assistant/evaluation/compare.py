"""Compares two rankings of the same questions: paired bootstrap of the measures, McNemar's test on hits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.evaluation.cases import DataInvalid, Format
from assistant.evaluation.measures import mcnemar, mean, paired_interval
from assistant.evaluation.score import BUDGETS, Judged, Judgement


@dataclass(frozen=True, slots=True)
class Difference:
    """One measure of both, and the interval of their difference (first minus second, 95 %)."""

    name: str
    first: float
    second: float
    difference: tuple[float, float, float]

    @property
    def is_clear(self) -> bool:
        """Whether chance alone would hardly make this difference."""
        _, low, high = self.difference
        return low > 0 or high < 0

    def line(self) -> str:
        """One line for people."""
        middle, low, high = self.difference
        mark = "  clear" if self.is_clear else ""
        return f"  {self.name:<28} {self.first:.3f}  {self.second:.3f}   {middle:+.3f}  [{low:+.3f}, {high:+.3f}]{mark}"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The differences by measure, and of the hits (all evidence among the first k) those that only one of them has."""

    questions: int
    depth: int
    differences: tuple[Difference, ...]
    gained: int
    lost: int
    chance: float

    def lines(self) -> Iterator[str]:
        """Lines for people."""
        yield f"{self.questions} questions; first, second, first minus second with 95 % interval"
        for difference in self.differences:
            yield difference.line()
        hits = f"all@{self.depth}: only the first has {self.gained}, only the second {self.lost}"
        yield f"  {hits}; McNemar p = {self.chance:.3g}"


def compare(form: Format, first: Judgement, second: Judgement) -> Comparison:
    """Both on the headline questions that both judge: one that either learned from counts for neither.

    Raises `DataInvalid` when there is none.
    """
    ones, others = _headline(first), _headline(second)
    pairs = [(ones[name], others[name]) for name in ones if name in others]
    if not pairs:
        raise DataInvalid("the two rankings have no question in common")
    depth = form.headline_at
    measures: dict[str, Callable[[Judged], float]] = {f"R@{depth}": lambda judged: judged.recall[depth]}
    measures["R@1"] = lambda judged: judged.recall[1]
    for budget in BUDGETS:
        measures[f"evidence in {budget} words"] = lambda judged, budget=budget: judged.in_words[budget]
    measures["evidence in the context"] = lambda judged: judged.in_context
    hits = [(one.has_all[depth] > 0, other.has_all[depth] > 0) for one, other in pairs]
    gained, lost, chance = mcnemar([one for one, _ in hits], [other for _, other in hits])
    differences = tuple(_difference(name, pairs, value) for name, value in measures.items())
    return Comparison(len(pairs), depth, differences, gained, lost, chance)


def _headline(judgement: Judgement) -> dict[str, Judged]:
    return {one.question.id: one for one in judgement.judged if one.question.is_headline}


def _difference(name: str, pairs: Sequence[tuple[Judged, Judged]], value: Callable[[Judged], float]) -> Difference:
    first, second = [value(one) for one, _ in pairs], [value(other) for _, other in pairs]
    return Difference(name, mean(first), mean(second), paired_interval(first, second))
