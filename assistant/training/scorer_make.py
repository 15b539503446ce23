# pyright: basic, reportMissingImports=false
"""From data to a shipped scorer: lessons, a model for each fold, calibration on what it has not seen, the graph."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import torch

from assistant.memory.attention import ScorerWeights, baseline_weights
from assistant.models.encoder import OnnxEncoder
from assistant.training import scorer_lessons
from assistant.training.export import export_scorer
from assistant.training.near import NearWords, OtherWords
from assistant.training.scorer_lessons import Domain, Lesson
from assistant.training.scorer_measure import measure
from assistant.training.scorer_model import WIDTH, Lessons, Recipe, standardised, train, weights_of
from assistant.training.scorer_need import examples, joined, temperature, train_need
from assistant.training.scorer_sources import SOURCES

FOLDS = 5
"""Models side by side, each trained without a fifth of the cases, on which it is then calibrated."""

PROCESSES = 2  # that make lessons

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Order:
    """What to make: data below `data`, the encoder in `models`, files to `out`; names of sources to leave out."""

    data: Path
    models: Path
    out: Path
    seed: int = 0
    left_out: tuple[str, ...] = ()
    lessons: Path | None = None


def make_scorer(order: Order, recipe: Recipe, tell: Tell) -> ScorerWeights:
    """Make it, measure it and, unless something is left out, ship it. Raises `DataInvalid`."""
    torch.set_num_threads(1)
    domains = _domains(order, tell)
    taught = [one for one in domains if not any(name in one.name for name in order.left_out)]
    folds = [_split(taught, fold) for fold in range(FOLDS)]
    standard = standardised(_lessons(taught))
    models = [train(_lessons(early), recipe, order.seed + fold, standard) for fold, (early, _) in enumerate(folds)]
    late = [unseen for _, unseen in folds]
    scale = temperature([(weights_of([model], 1.0, None), one) for model, one in zip(models, late, strict=True)])
    seen = [examples(weights_of([model], scale, None), one) for model, one in zip(models, late, strict=True)]
    first = weights_of(models[:1], scale, train_need(joined(seen[1:]), order.seed))
    for domain in late[0]:
        tell(f"held out  {measure(first, domain).line()}")
    weights = weights_of(models, scale, train_need(joined(seen), order.seed))
    for domain in domains:
        if any(name in domain.name for name in order.left_out):
            tell(f"left out  {measure(baseline_weights(), domain).line()}  (free baseline)")
            tell(f"left out  {measure(weights, domain).line()}")
    if not order.left_out:
        _ship(weights, order, recipe, tell)
    return weights


def _domains(order: Order, tell: Tell) -> list[Domain]:
    """The lessons, part by part in processes of their own; from the folder of an earlier run where one is named."""
    made: list[Domain] = []
    with ProcessPoolExecutor(PROCESSES, get_context("spawn")) as pool:
        for part in pool.map(partial(_part, order), scorer_lessons.places()):
            for domain in part:
                tell(f"{domain.name}: {len(domain.lessons)} questions, {len(domain.strange)} off topic")
            made += part
    return made


def _part(order: Order, place: int) -> list[Domain]:
    path = order.lessons / f"{place}.pickle" if order.lessons is not None else None
    if path is not None and path.exists():
        return pickle.loads(path.read_bytes())  # noqa: S301 - a file that this command wrote
    encoder = OnnxEncoder(order.models, prefer_cuda=False)
    near, other = NearWords(order.models), OtherWords(order.models)
    domains = scorer_lessons.domains(order.data, encoder, near, other, order.seed, place)
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pickle.dumps(domains))
    return domains


def _split(domains: Sequence[Domain], fold: int) -> tuple[list[Domain], list[Domain]]:
    """Every domain in two, by its cases, so that what calibrates comes from stores that the fold has not seen."""
    early, late = [], []
    for domain in domains:
        cases = sorted({lesson.case for lesson in domain.lessons})
        step = min(FOLDS, max(2, len(cases)))
        held = set(cases[fold % step :: step])

        def part(lessons: list[Lesson], is_held: bool, held: set[str] = held) -> list[Lesson]:
            return [lesson for lesson in lessons if (lesson.case in held) is is_held]

        early.append(replace(domain, lessons=part(domain.lessons, False), strange=part(domain.strange, False)))
        late.append(replace(domain, lessons=part(domain.lessons, True), strange=part(domain.strange, True)))
    return early, late


def _lessons(domains: Sequence[Domain]) -> Lessons:
    """All lessons padded to one shape; a domain is drawn by its share, however many lessons it has."""
    filled = [domain for domain in domains if domain.lessons]
    every = [lesson for domain in filled for lesson in domain.lessons]
    most = max(len(lesson.is_gold) for lesson in every)
    pairs = np.zeros((len(every), most, WIDTH), np.float16)
    gold, real = np.zeros((len(every), most), np.bool_), np.zeros((len(every), most), np.bool_)
    for place, lesson in enumerate(every):
        count = len(lesson.is_gold)
        pairs[place, :count], gold[place, :count], real[place, :count] = lesson.pairs, lesson.is_gold, True
    chance = np.concatenate([np.full(len(one.lessons), one.share / len(one.lessons)) for one in filled])
    return Lessons(torch.tensor(pairs), torch.tensor(gold), torch.tensor(real), chance / chance.sum())


def _ship(weights: ScorerWeights, order: Order, recipe: Recipe, tell: Tell) -> None:
    sets = [{"name": source.name, "licence": source.licence} for source in SOURCES]
    sets.append({"name": "synthetic worlds", "licence": "made here"})
    difference = export_scorer(
        weights, order.out, origin="rehearsal, labelled sets and synthetic worlds", training_data=sets,
        more={"seed": order.seed, "folds": FOLDS, "recipe": asdict(recipe)},
    )  # fmt: skip
    tell(f"shipped; the graph agrees with the reference within {difference:.1e}")
