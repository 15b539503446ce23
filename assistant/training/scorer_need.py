# pyright: basic, reportMissingImports=false
"""Calibration: a temperature that makes shares honest, and the head that says whether the store can answer at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from assistant.memory import attention
from assistant.memory.attention import CLIP, Need, ScorerWeights
from assistant.memory.features import EVIDENCE, OF_MEANING
from assistant.training.scorer_lessons import Domain, Lesson

HIDDEN, STEPS, RATE, DECAY, BATCH = 8, 2500, 1e-2, 0.03, 256
WITHOUT_MEANING = 5  # one question in so many is also seen as before anything was encoded
TEMPERATURES = np.exp(np.linspace(np.log(0.3), np.log(4.0), 40))


@dataclass(frozen=True, slots=True)
class Examples:
    """Questions as the head sees them: inputs (q, context + 2), is_answerable (q,), chance (q,) of being drawn."""

    inputs: np.ndarray
    is_answerable: np.ndarray
    chance: np.ndarray


def temperature(folds: Sequence[tuple[ScorerWeights, Sequence[Domain]]]) -> float:
    """What energies must be divided by so that the shares of the gold are as likely as possible, domains alike.

    Of each fold: its weights and the domains' lessons that they have not seen; labelled domains alone count.
    """
    losses = np.zeros(len(TEMPERATURES))
    for weights, domains in folds:
        for domain in domains:
            each = [_losses(weights, lesson) for lesson in domain.lessons] if domain.is_labelled else []
            losses += np.mean(each, axis=0) if each else 0.0
    return float(TEMPERATURES[int(losses.argmin())])


def _losses(weights: ScorerWeights, lesson: Lesson) -> np.ndarray:
    energies = attention.energies(weights, lesson.pairs.astype(np.float32)).astype(np.float64)
    scaled = energies[None] / TEMPERATURES[:, None]
    scaled -= scaled.max(axis=1, keepdims=True)
    powers = np.exp(scaled)
    return -np.log(powers[:, lesson.is_gold].sum(axis=1) / powers.sum(axis=1) + 1e-9)


def examples(weights: ScorerWeights, domains: Sequence[Domain]) -> Examples:
    """What can be answered and what cannot, domains and both kinds alike in weight."""
    inputs: list[np.ndarray] = []
    answerable: list[bool] = []
    chance: list[float] = []
    parts = [part for domain in domains for part in ((domain.lessons, True), (domain.strange, False))]
    for lessons, is_answerable in parts:
        if lessons:
            found = [lesson.pairs.astype(np.float32) for lesson in lessons]
            found += [pairs * ~np.array(OF_MEANING) for pairs in found[::WITHOUT_MEANING]]
            inputs += [need_inputs(weights, pairs) for pairs in found]
            answerable += [is_answerable] * len(found)
            chance += [1 / len(found)] * len(found)
    return Examples(np.array(inputs, np.float32), np.array(answerable), np.array(chance) / sum(chance))


def joined(parts: Sequence[Examples]) -> Examples:
    """Examples of several folds as one."""
    chance = np.concatenate([part.chance for part in parts])
    return Examples(
        np.concatenate([part.inputs for part in parts]),
        np.concatenate([part.is_answerable for part in parts]),
        chance / chance.sum(),
    )


def need_inputs(weights: ScorerWeights, pairs: np.ndarray) -> np.ndarray:
    """The head's inputs for one question: standardised context, best energy, log of the sum of all."""
    energies = attention.energies(weights, pairs).astype(np.float64)
    best = float(energies.max())
    total = float(np.log(np.exp(energies - best).sum()))
    context = (pairs[0, EVIDENCE:] - weights.mean[EVIDENCE:]) / weights.spread[EVIDENCE:]
    return np.append(np.clip(context, -CLIP, CLIP), [best / CLIP, total / CLIP])


def train_need(found: Examples, seed: int) -> Need:
    """A small head by logistic regression with one hidden layer."""
    torch.manual_seed(seed)
    draw = np.random.default_rng(seed)
    head = nn.Sequential(nn.Linear(found.inputs.shape[1], HIDDEN), nn.Tanh(), nn.Linear(HIDDEN, 1))
    optimiser = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=STEPS + 1)
    inputs, wanted = torch.tensor(found.inputs), torch.tensor(found.is_answerable, dtype=torch.float32)
    for _ in range(STEPS):
        chosen = torch.tensor(draw.choice(len(inputs), BATCH, p=found.chance))
        loss = functional.binary_cross_entropy_with_logits(head(inputs[chosen])[:, 0], wanted[chosen])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    first, last = head[0], head[2]
    return Need(
        hidden=first.weight.detach().numpy(),
        bias=first.bias.detach().numpy(),
        value=last.weight.detach().numpy()[0],
        offset=float(last.bias.detach()[0]),
    )
