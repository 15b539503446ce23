"""Answers without a language model, judged: right, hedged, silent, and what is said to questions that are off topic.

Every case's questions with evidence, and those of the next store, go through the program's own recall and answerer. Of
two stores in a row one is for choosing thresholds (`tuning`), the other for the figures (`held out`).
`fit` makes the footing that `memory/answerable.py` uses from the first half.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from assistant.app import App, Paths, build
from assistant.domain.item import Item
from assistant.domain.job import Job
from assistant.domain.memory import Footing, Weighed
from assistant.evaluation.cases import Case, DataInvalid, Question
from assistant.language.detect import detect
from assistant.language.questions import understand
from assistant.memory.answerable import odds, wordless
from assistant.memory.features import COLUMNS
from assistant.models.extractive import ExtractiveAnswerer, is_hedged
from assistant.models.quoting import quotes_of

OUTCOMES = (
    "answer, gold first",
    "answer, gold cited",
    "answer, no gold",
    "closest, gold",
    "closest, no gold",
    "nothing",
)
_READ = 20  # items, as an answer reads
_HOUR_MS = 3_600_000
_LEAST = 1e-6
_RIDGE, _STEPS = 3.0, 30
_SHARED_WEIGHT = 400.0  # every data set counts as so many questions in the fit
PARAMETERS = ("start", "other", "weight", "quoted", "meaning", "other_meaning")


_Array: TypeAlias = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judged:
    """One question: whether its store is held out, whether the store can answer it, what came of it, and the rows.

    rows: for each recalled item the inputs of `PARAMETERS`, (n, 6). is_gold: (n,).
    """

    is_held_out: bool
    is_own: bool
    outcome: str
    rows: _Array
    is_gold: tuple[bool, ...]


def judge(cases: Sequence[Case]) -> Iterator[Judged]:
    """Every question of every store, each in a new installation. Raises `DataInvalid` when nothing is asked."""
    if not any(question.gold for case in cases for question in case.questions):
        raise DataInvalid("no question has evidence")
    for place, case in enumerate(cases):
        strange = cases[(place + 1) % len(cases)] if len(cases) > 1 else None
        with tempfile.TemporaryDirectory(prefix="sidemind-evaluation-") as folder:
            app = build(Paths.under(Path(folder)))
            try:
                yield from _judge_case(app, case, strange, is_held_out=place % 2 == 1)
            finally:
                app.close()


def _judge_case(app: App, case: Case, strange: Case | None, *, is_held_out: bool) -> Iterator[Judged]:
    items = [event for event in case.events if isinstance(event, Item)]
    for item in items:
        app.items.add(item)
    app.items.index_pending(Job())
    app.encoding.catch_up(Job())
    now_ms = max((item.created_at_ms for item in items), default=0) + _HOUR_MS
    others = strange.questions if strange is not None else []
    for questions, is_own in ((case.questions, True), (others, False)):
        for question in questions:
            if question.gold and question.is_headline:
                yield _judged(app, question, now_ms, is_own=is_own, is_held_out=is_held_out)


def _judged(app: App, question: Question, now_ms: int, *, is_own: bool, is_held_out: bool) -> Judged:
    weighed = app.recalling.recall(question.text, limit=_READ, now_ms=now_ms)
    language, now = detect(question.text), app.clock.local(now_ms)
    answerer = ExtractiveAnswerer(app.footing.quoted) if app.footing else ExtractiveAnswerer()
    sources, known = [hit.item for hit in weighed], [odds(hit, language, app.footing) for hit in weighed]
    text, places = answerer.answer(question.text, sources, now, known)
    is_gold = tuple(is_own and item.id in question.gold for item in sources)
    wish = understand(question.text, now).wish
    scores = {quote.place: quote.score for quote in quotes_of(question.text, wish, sources)}
    rows = [_row(hit, scores.get(place, 0.0), question.text) for place, hit in enumerate(weighed)]
    outcome = _outcome(text, [is_gold[place] for place in places])
    return Judged(is_held_out, is_own, outcome, np.array(rows, np.float64).reshape(-1, len(PARAMETERS)), is_gold)


def _outcome(text: str, cited: Sequence[bool]) -> str:
    if not text or not cited:
        return "nothing"
    if is_hedged(text):
        return "closest, gold" if any(cited) else "closest, no gold"
    if cited[0]:
        return "answer, gold first"
    return "answer, gold cited" if any(cited) else "answer, no gold"


def _row(hit: Weighed, quoted: float, question: str) -> list[float]:
    seen = hit.evidence
    if seen is None:
        return [1.0] + [0.0] * (len(PARAMETERS) - 1)
    weight, meaning = min(max(hit.weight, _LEAST), 1.0 - _LEAST), seen.features[COLUMNS["meaning"]]
    is_other = detect(hit.item.text) is not detect(question)
    other = wordless(seen.features) if is_other else 0.0
    return [1.0, other, float(np.log(weight / (1.0 - weight))), quoted, meaning, other * meaning]


def fit(sets: Sequence[Sequence[Judged]]) -> Footing:
    """The footing, from the questions that are not held out: ridge logistic regression, every set counting alike."""
    rows: list[_Array] = []
    gold: list[_Array] = []
    weights: list[_Array] = []
    for judged in sets:
        tuning = [one for one in judged if not one.is_held_out]
        for one in tuning:
            rows.append(one.rows)
            gold.append(np.array(one.is_gold, np.float64))
            weights.append(np.full(len(one.rows), _SHARED_WEIGHT / len(tuning)))
    told, wanted, counted = np.concatenate(rows), np.concatenate(gold), np.concatenate(weights)
    ridge = _RIDGE * np.diag([0.0] + [1.0] * (len(PARAMETERS) - 1))
    theta = np.zeros(len(PARAMETERS))
    for _ in range(_STEPS):
        said = 1.0 / (1.0 + np.exp(-told @ theta))
        slope = told.T @ (counted * (said - wanted)) + ridge @ theta
        bend = (told * (counted * said * (1.0 - said))[:, None]).T @ told + ridge + _LEAST * np.eye(len(theta))
        theta = theta - np.linalg.solve(bend, slope)
    return Footing(**dict(zip(PARAMETERS, np.round(theta, 2).tolist(), strict=True)))


def lines(name: str, judged: Sequence[Judged]) -> Iterator[str]:
    """The table's rows of one data set: both halves, what the store can answer and what is off topic."""
    for is_held_out, half in ((False, "tuning"), (True, "held out")):
        for is_own, kind in ((True, "own"), (False, "off topic")):
            chosen = [one for one in judged if one.is_held_out is is_held_out and one.is_own is is_own]
            if chosen:
                counts = Counter(one.outcome for one in chosen)
                shares = " | ".join(f"{counts[outcome] / len(chosen):.3f}" for outcome in OUTCOMES)
                yield f"| {name} | {half} | {kind} | {len(chosen)} | {shares} |"


def head() -> Iterator[str]:
    """The table's head."""
    yield f"| set | half | questions | count | {' | '.join(OUTCOMES)} |"
    yield f"| --- | --- | --- | --- |{' --- |' * len(OUTCOMES)}"
