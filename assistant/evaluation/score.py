"""Metrics of rankings: recall at k with bootstrap intervals, all@k, evidence in the context, order of updates.

Recall is the fraction of a question's evidence among the first k; any@k is never shown, it flatters.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from assistant.evaluation.cases import Case, DataInvalid, Format, Question

DEPTHS = (1, 5, 10, 20)
_ROUNDS = 2000


@dataclass(frozen=True, slots=True)
class Judged:
    """One question's figures. recall and has_all by depth; in_context is the evidence's fraction in the context."""

    question: Question
    recall: dict[int, float]
    has_all: dict[int, float]
    in_context: float
    is_update_first: bool | None
    milliseconds: float


def read_rankings(path: Path) -> dict[str, dict[str, Any]]:
    """Rankings by question id. Raises `DataInvalid`."""
    try:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        return {str(row["question"]): row for row in rows}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataInvalid(f"{path}: not a file of rankings ({error})") from error


def judge(form: Format, cases: Iterable[Case], rankings: dict[str, dict[str, Any]]) -> list[Judged]:
    """Every question that has evidence. Raises `DataInvalid` when a ranking is missing."""
    judged: list[Judged] = []
    for case in cases:
        for question in case.questions:
            if not question.gold:
                continue
            if question.id not in rankings:
                raise DataInvalid(f"no ranking for question {question.id}")
            judged.append(_judge(form, question, rankings[question.id]))
    return judged


def _judge(form: Format, question: Question, ranking: dict[str, Any]) -> Judged:
    ids = [str(item["id"]) for item in ranking["items"]]
    if question.counted is not None:
        ids = [item_id for item_id in ids if item_id in question.counted]
    units = list(dict.fromkeys(form.unit_of(item_id) for item_id in ids))
    found = {depth: question.gold.intersection(units[:depth]) for depth in DEPTHS}
    context = {form.unit_of(str(item_id)) for item_id in ranking.get("context", ())}
    return Judged(
        question=question,
        recall={depth: len(found[depth]) / len(question.gold) for depth in DEPTHS},
        has_all={depth: float(found[depth] == question.gold) for depth in DEPTHS},
        in_context=len(question.gold & context) / len(question.gold),
        is_update_first=_is_update_first(question, units),
        milliseconds=float(ranking.get("milliseconds", 0.0)),
    )


def _is_update_first(question: Question, units: Sequence[str]) -> bool | None:
    if not question.updated or not question.outdated:
        return None
    places = {unit: place for place, unit in enumerate(units)}
    newest = min(places.get(unit, len(units)) for unit in question.updated)
    return newest < min(places.get(unit, len(units)) for unit in question.outdated)


def summary(form: Format, judged: Sequence[Judged]) -> dict[str, Any]:
    """The figures: headline with a 95 % interval, by category, context, order of updates, time."""
    headline = [one for one in judged if one.question.is_headline]
    updates = [one.is_update_first for one in judged if one.is_update_first is not None]
    categories = sorted({one.question.category for one in judged})
    return {
        "format": form.name,
        "unit": form.unit,
        "questions": len(headline),
        "headline_at": form.headline_at,
        "recall": {str(depth): _interval([one.recall[depth] for one in headline]) for depth in DEPTHS},
        "all": {str(depth): _mean([one.has_all[depth] for one in headline]) for depth in DEPTHS},
        "in_context": _mean([one.in_context for one in headline]),
        "update_first": _mean([float(one) for one in updates]) if updates else None,
        "categories": {
            name: {
                "questions": sum(one.question.category == name for one in judged),
                "recall": _mean([one.recall[form.headline_at] for one in judged if one.question.category == name]),
            }
            for name in categories
        },
        "milliseconds_p95": float(np.percentile([one.milliseconds for one in judged], 95)) if judged else 0.0,
    }


def print_summary(figures: dict[str, Any]) -> None:
    """Write the figures for people."""
    print(f"{figures['format']}: {figures['questions']} questions with evidence, by {figures['unit']}")
    for depth in figures["recall"]:
        mean, low, high = figures["recall"][depth]
        mark = "  <- headline" if int(depth) == figures["headline_at"] else ""
        print(f"  R@{depth:<3} {mean:.3f}  [{low:.3f}, {high:.3f}]   all@{depth:<3} {figures['all'][depth]:.3f}{mark}")
    print(f"  evidence in the context: {figures['in_context']:.3f}")
    if figures["update_first"] is not None:
        print(f"  updated fact above the outdated one: {figures['update_first']:.3f}")
    for name, row in figures["categories"].items():
        print(f"  category {name}: R@{figures['headline_at']} {row['recall']:.3f} ({row['questions']})")
    print(f"  milliseconds per question, p95: {figures['milliseconds_p95']:.1f}")


def _mean(values: Sequence[float]) -> float:
    return float(np.mean(values)) if values else 0.0


def _interval(values: Sequence[float]) -> tuple[float, float, float]:
    """Mean and 95 % bootstrap interval over questions."""
    if not values:
        return 0.0, 0.0, 0.0
    drawn = np.random.default_rng(0).integers(0, len(values), (_ROUNDS, len(values)))
    means = np.asarray(values)[drawn].mean(axis=1)
    return _mean(values), float(np.percentile(means, 2.5)), float(np.percentile(means, 97.5))
