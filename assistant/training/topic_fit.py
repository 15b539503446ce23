"""`python -m assistant.training intentions`: learns what each sign that a topic comes up is worth.

A logistic regression over the evidence of `memory/topics.py`, by Newton's method. It is judged by leaving one part of
the wordings out: the weights for a part come from the others, so that a figure speaks for wording nobody trained on.
The least probability is the lowest at which the false alarms of the parts left out stay within what is allowed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from assistant.memory.topics import FEATURES
from assistant.training.topic_pairs import KNOWN, FloatArray, Pairs, pairs

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace, _SubParsersAction  # pyright: ignore[reportPrivateUsage]

MOST_FALSE = 0.5  # false alarms by topics in 500 turns; people have the rest of the one that is allowed
_PENALTY = 100.0  # of squared standardised weights; 20 and 200 did no better on the parts left out
_ROUNDS = 40
_TOPICS_IN_A_LIFE = 12.5
_LIVES_PER_500 = 0.4  # of 1,250 turns
_FILE = Path(__file__).resolve().parents[1] / "memory" / "topic_weights.py"


@dataclass(frozen=True, slots=True)
class Judged:
    """A part under weights learned from the others: logits (n,) for its pairs."""

    name: str
    pairs: Pairs
    logits: FloatArray

    def recall(self, least: float) -> float:
        """The share of all chances that come up."""
        return float(((self.logits >= least) & (self.pairs.truth > 0)).sum() / self.pairs.chances)

    def false_alarms(self, least: float) -> float:
        """False alarms by topics in 500 turns."""
        return float(self._false()[self.logits >= least].sum())

    def _false(self) -> FloatArray:
        share = _TOPICS_IN_A_LIFE * _LIVES_PER_500 / self.pairs.cues
        return np.where(self.pairs.truth > 0, 0.0, self.pairs.often * share)


def fit(given: Sequence[Pairs]) -> FloatArray:
    """Weights (1 + len(FEATURES),), the bias first, of a pair being a chance."""
    plain = np.concatenate([one.features for one in given])
    truth = np.concatenate([one.truth for one in given])
    # A pair counts as often as it comes up, within bounds: rare kinds must teach, common ones not drown them.
    counts = np.concatenate([np.where(one.truth > 0, 1.0, np.clip(one.often, 0.3, 3.0)) for one in given])
    mean, spread = plain.mean(0), plain.std(0) + 1e-6
    rows = np.column_stack([np.ones(len(plain)), (plain - mean) / spread])
    penalty = np.diag([1e-3, *[_PENALTY] * plain.shape[1]])
    weights = np.zeros(rows.shape[1])
    for _ in range(_ROUNDS):
        sure = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (counts * (truth - sure)) - penalty @ weights
        bend = (rows * (counts * sure * (1 - sure))[:, None]).T @ rows + penalty
        step = np.linalg.solve(bend, slope)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    scaled = weights[1:] / spread
    return np.concatenate([[weights[0] - float(scaled @ mean)], scaled])


def leave_one_out(found: Mapping[str, Pairs]) -> list[Judged]:
    """Every part under the weights of the others."""
    judged: list[Judged] = []
    for name, one in found.items():
        weights = fit([other for key, other in found.items() if key != name])
        judged.append(Judged(name, one, weights[0] + one.features @ weights[1:]))
    return judged


def least_logit(judged: Sequence[Judged], most_false: float = MOST_FALSE) -> float:
    """The lowest logit at which the parts have no more false alarms than this in 500 turns, on average."""
    values = np.unique(np.concatenate([one.logits for one in judged]))[::-1]
    low, high = 0, len(values) - 1
    while low < high:
        middle = (low + high + 1) // 2
        is_within = np.mean([one.false_alarms(values[middle]) for one in judged]) <= most_false
        low, high = (middle, high) if is_within else (low, middle - 1)
    return float(values[low])


def run_intentions(chosen: Namespace) -> int:
    """Learn, print the table of the parts left out, and write the weights."""
    found = {name: pairs(name, chosen.seed) for name in KNOWN if name not in chosen.without}
    judged = leave_one_out(found)
    least = least_logit(judged, chosen.most_false)
    print("part left out     recall   false alarms per 500 turns (topics alone)")
    for one in judged:
        print(f"{one.name:16s}  {one.recall(least):.3f}    {one.false_alarms(least):.2f}")
    weights = fit(list(found.values()))
    chosen.out.write_text(_table(weights, 1 / (1 + np.exp(-least)), chosen.seed), encoding="utf-8")
    print(f"written: {chosen.out.name}, least probability {1 / (1 + np.exp(-least)):.3f}")
    return 0


def add_intentions(commands: _SubParsersAction[ArgumentParser]) -> None:
    """The command's flags."""
    command = commands.add_parser("intentions", help="what each sign that a topic comes up is worth")
    command.add_argument("--seed", type=int, default=1, help="of the wordings that are drawn")
    command.add_argument("--without", nargs="*", default=[], help="parts not to learn from, for a trial")
    command.add_argument("--most-false", type=float, default=MOST_FALSE, help="false alarms by topics in 500 turns")
    command.add_argument("--out", type=Path, default=_FILE, help="where the table goes")


def _table(weights: FloatArray, least: float, seed: int) -> str:
    names = ("bias", *FEATURES)
    rows = "".join(f'    "{name}": {weight:.3f},\n' for name, weight in zip(names, weights, strict=True))
    return f'''"""What each sign that a topic comes up is worth; the names are those of `topics.FEATURES`.

Made by `python -m assistant.training intentions --seed {seed}`, from the wordings of `assistant.evaluation` but for the
blind one; not edited by hand.
"""

from __future__ import annotations

VERSION = 2
"""Of the features that the weights belong to: raise it with every change of their meaning, and learn anew."""

LEAST_PROBABILITY = {least:.3f}
"""How sure a topic must be to come up."""

WEIGHTS: dict[str, float] = {{
{rows}}}
'''
