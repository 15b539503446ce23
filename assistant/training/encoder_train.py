# pyright: basic, reportMissingImports=false
"""Trains the static encoder: vocabulary, start from statistics, then batches of partners, with seeds throughout."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace

import numpy as np
import torch

from assistant.training.encoder_bags import Bags, joined, rarity, text_shares
from assistant.training.encoder_groups import Group
from assistant.training.encoder_model import Sides, StaticEncoder
from assistant.training.encoder_start import company, placed
from assistant.training.encoder_usage import piece_shares
from assistant.training.encoder_words import Substitutes, alternatives, induced
from assistant.training.vocabulary import Pieces

Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides the outcome besides the data."""

    seed: int = 0
    threads: int = 1
    pieces: int = 32_000
    dimension: int = 512
    steps: int = 450
    batch: int = 1024
    best_batch: int = 48
    best_share: float = 0.5
    best_every: int = 2
    most_pieces: int = 64
    thinned: float = 0.1
    exchanged: float = 0.15
    self_share: float = 4.0
    thinned_alone: float = 0.2
    exchanged_alone: float = 0.5
    mistaken: float = 0.3
    most_alternatives: int = 16
    runs: int = 1
    trained_share: float = 0.9
    evened: float = 0.5
    best_power: float = 2.5
    precision: str = "int4"
    rate: float = 3e-3
    weight_rate: float = 1e-2
    common: float = 1e-3


@dataclass(slots=True)
class Material:
    """Pairs and single texts in pieces: what `batches` draws from."""

    names: list[str]
    sides: list[Sides]
    shares: list[float]
    singles: Bags
    substitutes: Substitutes
    alternatives: Substitutes

    @property
    def texts(self) -> list[Bags]:
        """Every pair as one text, and the single texts."""
        return [*(joined(sides.first, sides.second) for sides in self.sides), self.singles]


def in_pieces(
    groups: list[Group], singles: list[str], rivals: list[list[str]], pieces: Pieces, recipe: Recipe
) -> Material:
    """Cut all texts into pieces; learn which pieces translate each other from the groups of translations."""
    sides: list[Sides] = []
    for group in groups:
        firsts, seconds = (pieces.of([pair[side] for pair in group.pairs], recipe.most_pieces) for side in (0, 1))
        sides.append(Sides(Bags.of(firsts), Bags.of(seconds)))
    parallel = [one for one, group in zip(sides, groups, strict=True) if group.is_translation]
    first, second = (
        Bags(np.concatenate([bags.pieces for bags in side]), _starts([bags.starts for bags in side]))
        for side in ([one.first for one in parallel], [one.second for one in parallel])
    )
    substitutes = induced(first, second, len(pieces))
    alike = [[cut[0] for cut in pieces.of(words) if len(cut) == 1] for words in rivals]
    return Material(
        names=[group.name for group in groups],
        sides=sides,
        shares=[group.share for group in groups],
        singles=Bags.of(pieces.of(singles, recipe.most_pieces)),
        substitutes=substitutes,
        alternatives=alternatives(alike, substitutes, len(pieces), recipe.most_alternatives, recipe.seed),
    )


def _starts(parts: list[np.ndarray]) -> np.ndarray:
    lengths = np.concatenate([np.diff(part) for part in parts])
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)])


def started(material: Material, pieces: Pieces, words: Sequence[Mapping[str, float]], recipe: Recipe) -> StaticEncoder:
    """An encoder whose rows come from company and whose weights come from rarity; `words`: see `piece_shares`."""
    start = placed(company(material.texts, len(pieces)), recipe.dimension, recipe.seed)
    used = piece_shares(pieces, words, text_shares(material.texts, len(pieces)))
    return StaticEncoder(start, rarity(used, recipe.common))


def batches(material: Material, recipe: Recipe) -> Iterator[Sides]:
    """Endless batches, each from one group; pieces are left out or exchanged for translations at random."""
    draw = np.random.default_rng(recipe.seed)
    shares = np.array([*material.shares, recipe.self_share])
    while True:
        chosen = int(draw.choice(len(shares), p=shares / shares.sum()))
        if chosen == len(material.sides):
            rows = draw.integers(len(material.singles), size=recipe.batch)
            sides = _with_itself(material.singles.take(rows), material, recipe, draw)
        else:
            whole = material.sides[chosen]
            rows = draw.integers(len(whole.first), size=recipe.batch)
            first, second = (
                side.take(rows).thinned(recipe.thinned, draw).exchanged(recipe.exchanged, material.substitutes, draw)
                for side in (whole.first, whole.second)
            )
            sides = Sides(first, second)
        yield sides


def _with_itself(texts: Bags, material: Material, recipe: Recipe, draw: np.random.Generator) -> Sides:
    """Texts against themselves partly translated, and against themselves with things of the same kind instead."""
    other = texts.exchanged(recipe.mistaken, material.alternatives, draw)
    changes = np.add.reduceat((other.pieces != texts.pieces).astype(np.int64), texts.offsets)
    return Sides(
        texts.thinned(recipe.thinned_alone, draw),
        texts.exchanged(recipe.exchanged_alone, material.substitutes, draw).thinned(recipe.thinned_alone, draw),
        other.thinned(recipe.thinned_alone, draw),
        changes > 0,
    )


def _width(step: int, dimension: int) -> int:
    """All dimensions, and every fifth step a quarter or half: prefixes stay usable alone (Kusupati et al. 2022)."""
    return dimension // (4 if step % 10 == 0 else 2) if step % 5 == 0 else dimension


def trained(encoder: StaticEncoder, material: Material, recipe: Recipe, report: Report, every: int = 150) -> None:
    """Run the recipe's steps; `report` is told the loss now and then."""
    torch.manual_seed(recipe.seed)
    weights = [encoder.amount, encoder.importance, encoder.sharpness, encoder.sharpness_of_best]
    optimiser = torch.optim.Adam([{"params": [encoder.table]}, {"params": weights}], fused=True)
    for step, sides in enumerate(batches(material, recipe)):
        if step == recipe.steps:
            return
        progress = step / recipe.steps
        factor = min(1.0, progress * 10 + 1e-3) * (1 - progress)
        optimiser.param_groups[0]["lr"] = recipe.rate * factor
        optimiser.param_groups[1]["lr"] = recipe.weight_rate * factor
        loss = encoder.loss(sides, _width(step, recipe.dimension))
        if recipe.best_share and step % recipe.best_every == 0:
            few = np.arange(recipe.best_batch)
            loss = loss + recipe.best_share * encoder.loss_of_best(Sides(sides.first.take(few), sides.second.take(few)))
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        if (step + 1) % every == 0:
            report(f"step {step + 1}: loss {loss.item():.3f}")


def averaged(start: StaticEncoder, material: Material, recipe: Recipe, report: Report) -> StaticEncoder:
    """The mean of several runs from one start, each with other batches (Wortsman et al. 2022, "Model soups")."""
    runs: list[dict[str, torch.Tensor]] = []
    for number in range(recipe.runs):
        one = deepcopy(start)
        trained(one, material, replace(recipe, seed=recipe.seed + number), report)
        runs.append(one.state_dict())
    mean = deepcopy(start)
    mean.load_state_dict({name: torch.stack([run[name] for run in runs]).mean(dim=0) for name in runs[0]})
    return mean
