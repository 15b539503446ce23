"""Metrics of rankings: recall at k with bootstrap intervals, all@k, evidence in context, order of updates, silence.

Recall is the fraction of a question's evidence among the first k; any@k is never shown, it flatters.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias, cast

import numpy as np

from assistant.domain.item import Item
from assistant.evaluation.cases import Case, DataInvalid, Format, Question
from assistant.evaluation.measures import calibration_error, interval, mean, silence, within_words, word_count
from assistant.evaluation.rank import OFF_TOPIC

DEPTHS = (1, 5, 10, 20)
BUDGETS = (512, 1024)
_READ = 20  # items that an answer reads at most
_SAME = 1e-3  # weights that always sum to the same say nothing about whether a question can be answered

Need: TypeAlias = tuple[float, float]
"""How much a question needs what the store holds: the sum of all weights, and the best score (-inf for nothing)."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One question's figures. recall and has_all by depth, in_words (the evidence's fraction) by budget.

    weights and is_gold: of the first items, as an answer reads them. need: the sum of all weights, and the best score.
    deletion: see `deletion.py`.
    """

    question: Question
    recall: dict[int, float]
    has_all: dict[int, float]
    in_words: dict[int, float]
    in_context: float
    is_update_first: bool | None
    milliseconds: float
    weights: tuple[float, ...] = ()
    is_gold: tuple[bool, ...] = ()
    need: Need = (0.0, 0.0)
    deletion: tuple[bool, bool] | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """All questions with evidence, and of those asked of a strange store the need and whether they got nothing."""

    judged: list[Judged]
    off_topic_needs: list[Need] = field(default_factory=list["Need"])
    off_topic_silent: list[bool] = field(default_factory=list[bool])


def read_rankings(path: Path) -> dict[str, dict[str, Any]]:
    """Rankings by question id. Raises `DataInvalid`."""
    try:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        return {str(row["question"]): _checked(row) for row in rows}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise DataInvalid(f"{path}: not a file of rankings ({type(error).__name__}: {error})") from error


def _checked(row: dict[str, Any]) -> dict[str, Any]:
    items = [
        {"id": str(item["id"]), "score": float(item.get("score", 0)), "weight": float(item.get("weight", 0))}
        for item in row["items"]
    ]
    context = [str(item_id) for item_id in cast("list[object]", list(row.get("context") or ()))]
    found = int(row.get("found", len(items)))
    return {
        "items": items,
        "context": context,
        "milliseconds": float(row.get("milliseconds", 0.0)),
        "found": found,
        "deletion": _flags(row.get("deletion")),
        "is_learned": bool(row.get("is_learned", False)),
    }


def _flags(value: object) -> tuple[bool, bool] | None:
    if value is None:
        return None
    falls, loses_first = cast("list[object]", value)
    return bool(falls), bool(loses_first)


def judge(form: Format, cases: Iterable[Case], rankings: Mapping[str, dict[str, Any]]) -> Judgement:
    """Every question that has evidence and was not learned from, and what was asked off topic.

    Raises `DataInvalid` when a ranking is missing, or when no question has evidence.
    """
    judged: list[Judged] = []
    for case in cases:
        words = {event.id: word_count(event.text) for event in case.events if isinstance(event, Item)}
        for question in case.questions:
            if not question.gold:
                continue
            if question.id not in rankings:
                raise DataInvalid(f"no ranking for question {question.id}")
            if rankings[question.id]["is_learned"]:
                continue
            judged.append(_judge(form, question, rankings[question.id], words))
    if not judged:
        raise DataInvalid("no question has evidence")
    strange = [row for name, row in rankings.items() if name.startswith(OFF_TOPIC)]
    return Judgement(
        judged,
        off_topic_needs=[_need(row) for row in strange],
        off_topic_silent=[not row["context"] for row in strange],
    )


def _judge(form: Format, question: Question, ranking: dict[str, Any], words: Mapping[str, int]) -> Judged:
    items = ranking["items"]
    if question.counted is not None:
        items = [item for item in items if item["id"] in question.counted]
    ids = [item["id"] for item in items]
    gold = question.gold
    units = list(dict.fromkeys(form.unit_of(item_id) for item_id in ids))
    found = {depth: gold.intersection(units[:depth]) for depth in DEPTHS}
    fitting = {budget: set(map(form.unit_of, within_words(ids, words, budget))) for budget in BUDGETS}
    context = set(map(form.unit_of, ranking["context"]))
    read = [(item, form.unit_of(item["id"]) in gold) for item in items[:_READ]]
    return Judged(
        question=question,
        recall={depth: len(found[depth]) / len(gold) for depth in DEPTHS},
        has_all={depth: float(found[depth] == gold) for depth in DEPTHS},
        in_words={budget: len(gold & fitting[budget]) / len(gold) for budget in BUDGETS},
        in_context=len(gold & context) / len(gold),
        is_update_first=_is_update_first(question, units),
        milliseconds=ranking["milliseconds"],
        weights=tuple(item["weight"] for item, _ in read),
        is_gold=tuple(is_gold for _, is_gold in read),
        need=_need(ranking),
        deletion=ranking["deletion"],
    )


def _is_update_first(question: Question, units: Sequence[str]) -> bool | None:
    if not question.updated or not question.outdated:
        return None
    places = {unit: place for place, unit in enumerate(units)}
    newest = min(places.get(unit, len(units)) for unit in question.updated)
    return newest < min(places.get(unit, len(units)) for unit in question.outdated)


def summary(form: Format, judgement: Judgement) -> dict[str, Any]:
    """The figures: headline with a 95 % interval, by category, context, order of updates, silence, time."""
    judged = judgement.judged
    headline = [one for one in judged if one.question.is_headline]
    updates = [one.is_update_first for one in judged if one.is_update_first is not None]
    categories = sorted({one.question.category for one in judged})
    return {
        "format": form.name,
        "unit": form.unit,
        "questions": len(headline),
        "headline_at": form.headline_at,
        "recall": {str(depth): interval([one.recall[depth] for one in headline]) for depth in DEPTHS},
        "all": {str(depth): mean([one.has_all[depth] for one in headline]) for depth in DEPTHS},
        "in_words": {str(budget): interval([one.in_words[budget] for one in headline]) for budget in BUDGETS},
        "in_context": mean([one.in_context for one in headline]),
        "update_first": mean([float(one) for one in updates]) if updates else None,
        "categories": {
            name: {
                "questions": sum(one.question.category == name for one in judged),
                "recall": mean([one.recall[form.headline_at] for one in judged if one.question.category == name]),
            }
            for name in categories
        },
        **_belief(headline, judgement),
        **_explained(headline),
        "milliseconds_p95": float(np.percentile([one.milliseconds for one in judged], 95)) if judged else 0.0,
    }


def _need(row: dict[str, Any]) -> Need:
    items = row["items"]
    return sum(item["weight"] for item in items), items[0]["score"] if row["found"] and items else -np.inf


def _belief(headline: Sequence[Judged], judgement: Judgement) -> dict[str, Any]:
    """How far a weight can be believed, and whether silence is kept where nothing is needed."""
    sums = [one.need[0] for one in headline]
    column = 0 if sums and max(sums) - min(sums) > _SAME else 1
    gold = [one.need[column] for one in headline for is_gold in one.is_gold if is_gold]
    strange = [need[column] for need in judgement.off_topic_needs]
    first = [(one.weights[0], one.is_gold[0]) for one in headline if one.weights]
    every = [pair for one in headline for pair in zip(one.weights, one.is_gold, strict=True)]
    return {
        "off_topic_questions": len(strange),
        "off_topic_silent_at_95": silence(gold, strange),
        "off_topic_silent": mean([float(one) for one in judgement.off_topic_silent])
        if judgement.off_topic_silent
        else None,
        "calibration_error_first": calibration_error(*_columns(first)),
        "calibration_error": calibration_error(*_columns(every)),
    }


def _explained(headline: Sequence[Judged]) -> dict[str, float | None]:
    """How often the first item falls, and is first no more, without its strongest reason."""
    tried = [one.deletion for one in headline if one.deletion is not None]
    return {
        name: mean([float(flags[place]) for flags in tried]) if tried else None
        for place, name in enumerate(("deletion_falls", "deletion_loses_first"))
    }


def _columns(pairs: Sequence[tuple[float, bool]]) -> tuple[list[float], list[bool]]:
    return [weight for weight, _ in pairs], [is_gold for _, is_gold in pairs]


def print_summary(figures: dict[str, Any]) -> None:
    """Write the figures for people."""
    for line in _lines(figures):
        print(line)


def _lines(figures: dict[str, Any]) -> Iterator[str]:
    yield f"{figures['format']}: {figures['questions']} questions with evidence, by {figures['unit']}"
    for depth in figures["recall"]:
        middle, low, high = figures["recall"][depth]
        mark = "  <- headline" if int(depth) == figures["headline_at"] else ""
        yield f"  R@{depth:<3} {middle:.3f}  [{low:.3f}, {high:.3f}]   all@{depth:<3} {figures['all'][depth]:.3f}{mark}"
    for budget, (middle, low, high) in figures["in_words"].items():
        yield f"  evidence in {budget} words: {middle:.3f}  [{low:.3f}, {high:.3f}]"
    yield f"  evidence in the context: {figures['in_context']:.3f}"
    if figures["update_first"] is not None:
        yield f"  updated fact above the outdated one: {figures['update_first']:.3f}"
    for name, row in figures["categories"].items():
        yield f"  category {name}: R@{figures['headline_at']} {row['recall']:.3f} ({row['questions']})"
    if figures["off_topic_silent_at_95"] is not None:
        count = figures["off_topic_questions"]
        at_95, decided = figures["off_topic_silent_at_95"], figures["off_topic_silent"]
        yield f"  off-topic questions that get nothing, at 95 % of gold kept: {at_95:.3f} ({count})"
        yield f"  off-topic questions that get nothing, as the program decides: {decided:.3f}"
    if figures["calibration_error"] is not None:
        first, every = figures["calibration_error_first"], figures["calibration_error"]
        yield f"  calibration error: {every:.3f} of what is read, {first:.3f} of the first"
    if figures["deletion_falls"] is not None:
        falls, loses = figures["deletion_falls"], figures["deletion_loses_first"]
        yield f"  without its strongest reason the first item falls: {falls:.3f}, is first no more: {loses:.3f}"
    yield f"  milliseconds per question, p95: {figures['milliseconds_p95']:.1f}"
