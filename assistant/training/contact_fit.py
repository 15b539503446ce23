"""`python -m assistant.training contact`: learns what the words around a name say of contact.

Turns with contact and turns without, from the wordings of `assistant.evaluation` but for the blind one, each language
by itself: a logistic regression over `contact_grams.grams`, judged by leaving one part of the wordings out.
"""

from __future__ import annotations

import json
import textwrap
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from assistant.domain.item import Language
from assistant.evaluation.intentions import PARTS
from assistant.language.contact_english import MARK
from assistant.language.contact_grams import grams
from assistant.language.han import simplified
from assistant.language.time_text import fold
from assistant.training.topic_pairs import KNOWN, FloatArray

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace, _SubParsersAction  # pyright: ignore[reportPrivateUsage]

LEAST = 0.7
_PARTS_EACH = 3  # parts that must have a gram: what one writer alone says teaches nothing
_PENALTY = 0.1
_ROUNDS = 30
_GLUE = "\0"
_FILE = Path(__file__).resolve().parents[1] / "language" / "contact_weights.py"


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn of a part: its grams, and whether it speaks of contact."""

    part: str
    grams: frozenset[str]
    truth: float


def turns(language: Language) -> list[Turn]:
    """All turns of the known parts in a language."""
    found: list[Turn] = []
    for part in KNOWN:
        wording = PARTS[part][language]
        for truth, templates in ((1.0, wording.met), (0.0, wording.missed)):
            found += [Turn(part, grams(simplified(fold(one.replace("{who}", MARK)))), truth) for one in templates]
    return found


def fit(given: Sequence[Turn]) -> tuple[float, dict[str, float]]:
    """The bias and the weight of each gram that enough parts have."""
    parts: defaultdict[str, set[str]] = defaultdict(set)
    for turn in given:
        for gram in turn.grams:
            parts[gram].add(turn.part)
    names = sorted(gram for gram, where in parts.items() if len(where) >= _PARTS_EACH)
    rows = _rows(given, names)
    truth = np.array([turn.truth for turn in given])
    penalty = np.diag([1e-3, *[_PENALTY] * len(names)])
    weights = np.zeros(len(names) + 1)
    for _ in range(_ROUNDS):
        sure = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (truth - sure) - penalty @ weights
        step = np.linalg.solve((rows * (sure * (1 - sure))[:, None]).T @ rows + penalty, slope)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return float(weights[0]), dict(zip(names, weights[1:].tolist(), strict=True))


def _rows(given: Sequence[Turn], names: Sequence[str]) -> FloatArray:
    """Rows (n, 1 + names), each of unit length but for the leading 1."""
    place = {name: number for number, name in enumerate(names, start=1)}
    rows = np.zeros((len(given), len(names) + 1))
    rows[:, 0] = 1
    for row, turn in enumerate(given):
        known = [place[gram] for gram in turn.grams if gram in place]
        rows[row, known] = 1 / np.sqrt(max(1, len(known)))
    return rows


def left_out(given: Sequence[Turn], part: str, least: float) -> tuple[float, float]:
    """The shares of a part's turns with and without contact that the other parts' weights call contact."""
    bias, weights = fit([turn for turn in given if turn.part != part])
    own = [turn for turn in given if turn.part == part]
    logits = bias + _rows(own, list(weights))[:, 1:] @ np.array(list(weights.values()))
    is_called = logits >= np.log(least / (1 - least))
    truth = np.array([turn.truth for turn in own]) > 0
    return float(is_called[truth].mean()), float(is_called[~truth].mean())


def run_contact(chosen: Namespace) -> int:
    """Learn, print the table of the parts left out, and write the weights."""
    table: dict[str, float] = {}
    for language in Language:
        given = turns(language)
        for part in KNOWN:
            met, missed = left_out(given, part, LEAST)
            print(f"{language} without {part:8s} called contact: {met:.2f} of what is, {missed:.2f} of what is none")
        bias, weights = fit(given)
        table |= {f"bias {language}": bias, **{gram: weight for gram, weight in weights.items() if abs(weight) >= 0.1}}
    cells = [f"{json.dumps(gram, ensure_ascii=False)}: {weight:.2f}," for gram, weight in table.items()]
    glued = " ".join(cell.replace(" ", _GLUE) for cell in cells)  # a gram may hold a space: no line ends there
    rows = textwrap.indent(textwrap.fill(glued, 110, break_long_words=False, break_on_hyphens=False), "    ")
    rows = rows.replace(_GLUE, " ")
    chosen.out.write_text(f"{_HEAD.format(least=LEAST)}{rows}\n}}  # fmt: skip\n", encoding="utf-8")
    print(f"written: {chosen.out.name}, {len(table)} weights")
    return 0


_HEAD = '''# ruff: noqa: E501 - Chinese signs are wide
"""What the words around a name say of contact; the names are the biases and `contact_grams.grams`.

Made by `python -m assistant.training contact`, from the wordings of `assistant.evaluation` but for the blind one; not
edited by hand.
"""

from __future__ import annotations

VERSION = 1
"""Of the grams that the weights belong to: raise it with every change of their meaning, and learn anew."""

LEAST_PROBABILITY = {least}
"""How sure contact must be where no rule decides."""

WEIGHTS: dict[str, float] = {{
'''


def add_contact(commands: _SubParsersAction[ArgumentParser]) -> None:
    """The command's flags."""
    command = commands.add_parser("contact", help="what the words around a name say of contact")
    command.add_argument("--out", type=Path, default=_FILE, help="where the table goes")
