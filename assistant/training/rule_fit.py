"""`python -m assistant.training rules`: learns which words make a sentence a standing rule for the assistant.

A logistic regression over `rule_words.rule_features`, each language by itself, from the rules of the wordings against
all their other lines; judged by leaving one part out. It knows nothing of the hand-made signs, so that what it finds
beside them on the part left out is what it would find elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from assistant.domain.item import Language
from assistant.evaluation.intentions import PARTS
from assistant.evaluation.wordings.wording import lines
from assistant.language.han import simplified
from assistant.language.rule_words import VERSION, rule_features
from assistant.language.time_text import readable
from assistant.training import rule_lines
from assistant.training.span_examples import examples
from assistant.training.table_file import FOLDER, MOST, write_table
from assistant.training.topic_pairs import KNOWN

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace, _SubParsersAction  # pyright: ignore[reportPrivateUsage]

FloatArray = npt.NDArray[np.float64]

LEAST = -0.7
"""The logit from which a sentence is a rule."""

_OWN_PART = "own"
_OWN = {
    Language.ENGLISH: (rule_lines.RULES_ENGLISH, rule_lines.NO_RULES_ENGLISH),
    Language.CHINESE: (rule_lines.RULES_CHINESE, rule_lines.NO_RULES_CHINESE),
}
_PARTS_EACH = 2  # parts that must have a feature
_ROUNDS = 200
_RATE = 0.3  # of AdaGrad (Duchi, Hazan and Singer 2011)
_SPREAD = 0.5  # what one feature counts, so that a long sentence is not surer for its length alone
_HARD = 2.0  # how often a rule and a look-alike count, beside other lines


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a part: its features, whether it is a rule, and whether it only looks like something meant."""

    part: str
    features: frozenset[str]
    is_rule: bool
    is_lookalike: bool


def lines_of(part: str, language: Language, seed: int) -> list[Line]:
    """The rules of a part and all its other lines."""
    wording = PARTS[part][language]
    rules, lookalikes = frozenset(wording.rules), frozenset(wording.lookalikes)
    others = [one.text for one in examples(part, language, seed) if one.text not in rules]
    return [
        Line(part, rule_features(simplified(readable(text))), text in rules, text in lookalikes)
        for text in (*wording.rules, *others)
    ]


def own_lines(language: Language) -> list[Line]:
    """The lines of `rule_lines.py`: a part of their own."""
    rules, others = _OWN[language]
    return [
        Line(_OWN_PART, rule_features(simplified(readable(text))), is_rule, not is_rule)
        for table, is_rule in ((rules, True), (others, False))
        for text in lines(table)
    ]


def fit(given: Sequence[Line]) -> tuple[list[str], FloatArray, float]:
    """The features that enough parts have, their weights (features,) and the bias."""
    parts: defaultdict[str, set[str]] = defaultdict(set)
    for line in given:
        for name in line.features:
            parts[name].add(line.part)
    names = sorted(name for name, where in parts.items() if len(where) >= _PARTS_EACH)
    place = {name: number for number, name in enumerate(names)}
    bags = [[place[name] for name in line.features if name in place] for line in given]
    owner = np.repeat(np.arange(len(bags)), [len(bag) for bag in bags])
    flat = np.array([number for bag in bags for number in bag])
    truth = np.array([line.is_rule for line in given], float)
    counts = np.array([_HARD if line.is_rule or line.is_lookalike else 1.0 for line in given])
    weights, bias = np.zeros(len(names)), -1.0
    squares, bias_square = np.full(len(names), 1e-6), 1e-6
    for _ in range(_ROUNDS):
        logits = np.bincount(owner, weights[flat], len(bags)) * _SPREAD + bias
        missed = counts * (truth - 1 / (1 + np.exp(-logits)))
        slope = (np.bincount(flat, missed[owner], len(names)) - weights) * _SPREAD
        squares += slope**2
        bias_square += missed.sum() ** 2
        weights += _RATE * slope / np.sqrt(squares)
        bias += _RATE * missed.sum() / np.sqrt(bias_square)
    return names, weights * _SPREAD, float(bias)


def run_rules(chosen: Namespace) -> int:
    """Learn, print the table of the parts left out, and write the tables."""
    for language in Language:
        given = {part: lines_of(part, language, chosen.seed) for part in KNOWN if part not in chosen.without}
        more = own_lines(language)
        for part, own in given.items():
            rest = [line for other in given if other != part for line in given[other]]
            names, weights, bias = fit([*more, *rest])
            worth = dict(zip(names, weights.tolist(), strict=True))
            is_called = np.array([bias + sum(worth.get(name, 0.0) for name in line.features) > LEAST for line in own])
            is_rule, is_like = (
                np.array([getattr(line, field) for line in own]) for field in ("is_rule", "is_lookalike")
            )
            print(
                f"{language} without {part:8s} called rules: {is_called[is_rule].mean():.2f} of what is,"
                f" {is_called[is_like].mean():.3f} of look-alikes,"
                f" {is_called[~is_rule & ~is_like].mean():.4f} of others"
            )
        names, weights, bias = fit([*more, *(line for own in given.values() for line in own)])
        scale = MOST / np.abs(weights).max()
        told = {"version": VERSION, "scale": round(1 / scale, 6), "bias": round(bias - LEAST, 3)}
        size = write_table(chosen.out / f"rules_{language}.table", names, (weights * scale)[:, None], told)
        print(f"written: rules_{language}.table, {size:,} bytes")
    return 0


def add_rules(commands: _SubParsersAction[ArgumentParser]) -> None:
    """The command's flags."""
    command = commands.add_parser("rules", help="which words make a sentence a standing rule")
    command.add_argument("--seed", type=int, default=1, help="of what is drawn into the wordings")
    command.add_argument("--without", nargs="*", default=[], help="parts not to learn from, for a trial")
    command.add_argument("--out", type=Path, default=FOLDER, help="where the tables go")
