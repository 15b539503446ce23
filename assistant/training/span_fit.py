"""`python -m assistant.training spans`: learns to read whom or what a line waits for and what is to be done.

An averaged structured perceptron (Collins 2002, doi.org/10.3115/1118693.1118694) with a margin, each language by
itself, judged by leaving one part of the wordings out: the shares of its intentions read with the right people or topic
and of its other lines taken for one.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from assistant.domain.item import Language
from assistant.language.spans import LABELS, VERSION, best_labels, free_labels, may_follow
from assistant.training.span_examples import Example, examples, shapes
from assistant.training.table_file import FOLDER, MOST, write_table
from assistant.training.topic_pairs import KNOWN

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace, _SubParsersAction  # pyright: ignore[reportPrivateUsage]

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]

_COUNT = len(LABELS)
_ACTION = LABELS.index("action")
_PARTS_EACH = 2  # parts that must have a feature: what one writer alone says teaches nothing
_EPOCHS = 6
_MARGIN = 1.0  # by which a right label must win
_NEVER = -1e9
_ALLOWED = np.array([[may_follow(before, label) for label in range(_COUNT)] for before in range(_COUNT + 1)])
_PENALTY = 3.0  # on the weights of repetition
_ROUNDS = 300


@dataclass(frozen=True, slots=True)
class Learned:
    """The weights: `labels` (features, _COUNT), `following` (_COUNT + 1, _COUNT), `repeats` (features,) and a bias."""

    names: tuple[str, ...]
    labels: FloatArray
    following: FloatArray
    repeats: FloatArray
    repeats_bias: float


def fit(given: Sequence[Example], seed: int) -> Learned:
    """Learn from lines; features that too few parts have are left out."""
    parts: defaultdict[str, set[str]] = defaultdict(set)
    for one in given:
        for row in one.features:
            for name in row:
                parts[name].add(one.part)
    names = sorted(name for name, where in parts.items() if len(where) >= _PARTS_EACH)
    place = {name: number for number, name in enumerate(names)}
    lines = [(_rows(one, place), np.array(one.labels)) for one in given if one.words]
    labels, following = _perceptron(lines, len(names), seed)
    repeats, bias = _repetition([one for one in given if one.repeats is not None], place)
    return Learned(tuple(names), labels, following, repeats, bias)


def _rows(one: Example, place: dict[str, int]) -> IntArray:
    """The features of each word as numbers (words, most), filled up with the number behind the last."""
    rows = np.full((len(one.features), max(map(len, one.features))), len(place))
    for number, row in enumerate(one.features):
        known = [place[name] for name in row if name in place]
        rows[number, : len(known)] = known
    return rows


def _perceptron(lines: list[tuple[IntArray, IntArray]], count: int, seed: int) -> tuple[FloatArray, FloatArray]:
    """Weights averaged over all steps; the row behind the last stays 0."""
    draw = random.Random(seed)
    weights, late = np.zeros((count + 1, _COUNT)), np.zeros((count + 1, _COUNT))
    following, late_following = np.zeros((_COUNT + 1, _COUNT)), np.zeros((_COUNT + 1, _COUNT))
    step = 1
    for _ in range(_EPOCHS):
        draw.shuffle(lines)
        for rows, truth in lines:
            scores = weights[rows].sum(1) + _MARGIN
            scores[np.arange(len(truth)), truth] -= _MARGIN
            guess = _decoded(scores, following)
            for sign, labels in ((1, truth), (-1, guess)):
                wrong = np.flatnonzero(truth != guess)
                for number in wrong:
                    np.add.at(weights, (rows[number], labels[number]), sign)
                    np.add.at(late, (rows[number], labels[number]), sign * step)
                before = np.concatenate([[_COUNT], labels[:-1]])
                if len(wrong):
                    np.add.at(following, (before, labels), sign)
                    np.add.at(late_following, (before, labels), sign * step)
            weights[count] = late[count] = 0
            step += 1
    return (weights - late / step)[:count], following - late_following / step


def _decoded(scores: FloatArray, following: FloatArray) -> IntArray:
    """The best row of labels for scores (words, _COUNT)."""
    steps = np.where(_ALLOWED, following, _NEVER)
    best = scores[0] + steps[_COUNT]
    back: list[IntArray] = []
    for row in scores[1:]:
        ways = best[:, None] + steps[:_COUNT]
        back.append(ways.argmax(0))
        best = ways.max(0) + row
    labels = [int(best.argmax())]
    for came in reversed(back):
        labels.append(int(came[labels[-1]]))
    return np.array(labels[::-1])


def _repetition(given: Sequence[Example], place: dict[str, int]) -> tuple[FloatArray, float]:
    """Logistic regression by steps down the slope: does a line mean every time? By its words beside the action."""
    bags = [
        sorted({place[name] for row, label in zip(one.features, one.labels, strict=True) if label < _ACTION
                for name in row if name in place and name[0] in "0-"})
        for one in given
    ]  # fmt: skip
    truth = np.array([bool(one.repeats) for one in given], float)
    weights, bias = np.zeros(len(place)), 0.0
    owner = np.repeat(np.arange(len(bags)), [len(bag) for bag in bags])
    flat = np.concatenate([np.array(bag, int) for bag in bags])
    for _ in range(_ROUNDS):
        sums = np.bincount(owner, weights[flat], len(bags)) + bias
        missed = truth - 1 / (1 + np.exp(-sums))
        slope = np.bincount(flat, missed[owner], len(place)) - _PENALTY * weights
        weights += 0.02 * slope / np.sqrt(1 + np.bincount(flat, minlength=len(place)))
        bias += 0.002 * missed.sum()
    return weights, bias


@dataclass(frozen=True, slots=True)
class Judged:
    """What becomes of a part's lines: sureness (n,), whether it is an intention, whether it was read rightly."""

    sureness: FloatArray
    is_meant: npt.NDArray[np.bool_]
    is_right: npt.NDArray[np.bool_]
    repeats_right: float


def judge(learned: Learned, given: Sequence[Example]) -> Judged:
    """Read lines that have labels."""
    place = {name: number for number, name in enumerate(learned.names)}
    padded = np.concatenate([learned.labels, np.zeros((1, _COUNT))])
    sureness: list[float] = []
    right: list[bool] = []
    repeats: list[bool] = []
    for one in given:
        rows = _rows(one, place) if one.words else np.zeros((1, 1), int)
        scores, following = padded[rows].sum(1).tolist(), learned.following.tolist()
        is_read = len(one.words) > 1 and any(free_labels(scores, following))
        labels, sure = best_labels(scores, following) if is_read else ([0] * len(one.words), -1.0)
        sureness.append(sure)
        right.append(_occasion(labels) == _occasion(one.labels))
        if one.repeats is not None:
            outside = [rows[number] for number, label in enumerate(labels) if label < _ACTION]
            known = {int(name) for row in outside for name in row if name < len(place)}
            total = sum(learned.repeats[name] for name in known) + learned.repeats_bias
            repeats.append((total > 0) == one.repeats)
    is_meant = np.array([one.repeats is not None for one in given])
    return Judged(np.array(sureness), is_meant, np.array(right), float(np.mean(repeats)))


def _occasion(labels: Sequence[int]) -> tuple[int, ...]:
    return tuple(label if label < _ACTION else 0 for label in labels)


def run_spans(chosen: Namespace) -> int:
    """Learn, print the table of the parts left out, and write the tables."""
    for language in Language:
        given = {part: examples(part, language, chosen.seed) for part in KNOWN if part not in chosen.without}
        more = shapes(language, chosen.seed, list(given))
        for part in chosen.judge or given:
            rest = [*more, *(one for other, lines in given.items() if other != part for one in lines)]
            judged = judge(fit(rest, chosen.seed), given.get(part) or examples(part, language, chosen.seed))
            for least in chosen.least:
                is_read = judged.sureness > least
                meant = judged.is_meant
                print(
                    f"{language} {part:8s} above {least:5.0f}: read {is_read[meant].mean():.3f},"
                    f" occasion exact {(is_read & judged.is_right)[meant].mean():.3f},"
                    f" others taken {is_read[~meant].mean():.4f}; repetition {judged.repeats_right:.3f}"
                )
        learned = fit([*more, *(one for lines in given.values() for one in lines)], chosen.seed)
        size = write(learned, chosen.out / f"spans_{language}.table")
        print(f"written: spans_{language}.table, {size:,} bytes")
    return 0


def write(learned: Learned, path: Path) -> int:
    """Write a table as `language/spans.py` reads it, the largest weight as 127; its size in bytes."""
    scale = MOST / np.abs(learned.labels).max()
    repeat_scale = MOST / max(1e-9, np.abs(learned.repeats).max())
    numbers = np.concatenate([learned.labels * scale, (learned.repeats * repeat_scale)[:, None]], axis=1)
    told = {
        "version": VERSION,
        "following": [[round(float(one), 2) for one in row] for row in learned.following * scale],
        "repeats_bias": round(learned.repeats_bias * repeat_scale, 2),
    }
    return write_table(path, learned.names, numbers, told)


def add_spans(commands: _SubParsersAction[ArgumentParser]) -> None:
    """The command's flags."""
    command = commands.add_parser("spans", help="which words of a line say whom it waits for and what to do")
    command.add_argument("--seed", type=int, default=1, help="of what is drawn into the wordings, and of the order")
    command.add_argument("--judge", nargs="*", help="only these parts are left out and judged")
    command.add_argument("--without", nargs="*", default=[], help="parts not to learn from, for a trial")
    command.add_argument("--least", nargs="*", type=float, default=[0.0], help="sureness to print the shares for")
    command.add_argument("--out", type=Path, default=FOLDER, help="where the tables go")
