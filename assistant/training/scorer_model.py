# pyright: basic, reportMissingImports=false
"""The scorer as a torch module, its training, and the way back to plain arrays (`memory/attention.py` is the form)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from assistant.domain.memory import ReasonKind
from assistant.memory import features
from assistant.memory.attention import ANCHORS, CLIP, GATE, Need, ScorerWeights, anchor_columns, baseline_weights

WIDTH = len(features.FEATURES)
CONTEXT = WIDTH - features.EVIDENCE
NOT_CORRECTED = ("words_bm25", "dates_bm25", "neighbour_bm25", "session_bm25")
"""Absolute points say something else in each store: only the anchor reads them."""

_LEAST_SPREAD = 0.02
_GROUP_OF = [features.GROUPS.index(one.group) if one.group else len(features.GROUPS) for one in features.FEATURES]


@dataclass(frozen=True, slots=True)
class Recipe:
    """How the scorer is trained. `left_out` are features that the correction and the gates never see."""

    heads: int = 4
    hidden: int = 8
    bound: float = 8.0
    dropout: float = 0.2
    group_dropout: float = 0.1
    epochs: float = 3.0
    batch: int = 32
    rate: float = 3e-3
    decay: float = 0.1
    depths: tuple[int, ...] = (1, 5, 10)
    listwise: float = 0.2
    softness: float = 1.0
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lessons:
    """Questions side by side: pairs (q, n, k) float16, gold (q, n) and real (q, n) bool, chance (q,) of being drawn."""

    pairs: torch.Tensor
    gold: torch.Tensor
    real: torch.Tensor
    chance: np.ndarray


class ScorerModel(nn.Module):
    """Energies of candidates."""

    def __init__(self, mean: np.ndarray, spread: np.ndarray, recipe: Recipe) -> None:
        """Start at the free baseline: no gate, no correction."""
        super().__init__()
        kept = [name.name not in (*NOT_CORRECTED, *recipe.left_out) for name in features.FEATURES]
        self.register_buffer("mean", torch.tensor(mean))
        self.register_buffer("spread", torch.tensor(spread))
        self.register_buffer("kept", torch.tensor(kept, dtype=torch.float32))
        self.register_buffer("anchor", torch.tensor(baseline_weights().anchor))
        self.attention = nn.Linear(WIDTH, recipe.heads * recipe.hidden)
        self.value = nn.Linear(recipe.heads * recipe.hidden, 1, bias=False)
        self.skip = nn.Linear(WIDTH, 1, bias=False)
        self.gate = nn.Linear(CONTEXT, len(ANCHORS))
        for layer in (self.value, self.skip, self.gate):
            nn.init.zeros_(layer.weight)
        nn.init.zeros_(self.gate.bias)
        self.recipe = recipe

    def forward(self, pairs: torch.Tensor) -> torch.Tensor:
        """Pairs (q, n, k) -> energies (q, n)."""
        standard = ((pairs - self.mean) / self.spread).clamp(-CLIP, CLIP) * self.kept
        gates = torch.exp(GATE * torch.tanh(self.gate(standard[:, :1, features.EVIDENCE :])))
        anchors = (pairs[..., anchor_columns()] * self.anchor * gates).sum(-1)
        hidden = functional.dropout(torch.tanh(self.attention(standard)), self.recipe.dropout, self.training)
        raw = (self.value(hidden) + self.skip(standard))[..., 0]
        return anchors + self.recipe.bound * torch.tanh(raw / self.recipe.bound)


def train(lessons: Lessons, recipe: Recipe, seed: int, standard: tuple[np.ndarray, np.ndarray]) -> ScorerModel:
    """Train from the baseline; the same lessons and seed give the same weights on one machine.

    `standard` is the mean and the spread of the features, the same for all models that stand side by side.
    """
    torch.manual_seed(seed)
    draw = np.random.default_rng(seed)
    model = ScorerModel(*standard, recipe)
    steps = max(1, int(recipe.epochs * len(lessons.pairs) / recipe.batch))
    optimiser = torch.optim.AdamW(model.parameters(), lr=recipe.rate, weight_decay=recipe.decay)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, recipe.rate, total_steps=steps + 1)
    model.train()
    for _ in range(steps):
        chosen = torch.tensor(draw.choice(len(lessons.pairs), recipe.batch, p=lessons.chance))
        pairs = lessons.pairs[chosen].float() * _dropped(recipe)
        energies = model(pairs).masked_fill(~lessons.real[chosen], -1e9)
        loss = _loss(energies, lessons.gold[chosen], recipe)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        schedule.step()
    return model.eval()


def standardised(lessons: Lessons) -> tuple[np.ndarray, np.ndarray]:
    """Mean and spread of the features, (k,) each, over all candidates."""
    flat = lessons.pairs[lessons.real].float().numpy()
    return flat.mean(axis=0), np.maximum(flat.std(axis=0), _LEAST_SPREAD)


def _dropped(recipe: Recipe) -> torch.Tensor:
    """Whole groups of evidence set to 0 at random, question by question, so that no group is relied on alone.

    Without meaning its context is 0 as well: a store that has no vectors yet.
    """
    kept = (torch.rand(recipe.batch, len(features.GROUPS) + 1) >= recipe.group_dropout).float()
    kept[:, -1] = 1
    by_column = kept[:, _GROUP_OF]
    has_meaning = kept[:, features.GROUPS.index(ReasonKind.MEANING)][:, None]
    return torch.where(torch.tensor(features.OF_MEANING), has_meaning, by_column)[:, None]


def _loss(energies: torch.Tensor, gold: torch.Tensor, recipe: Recipe) -> torch.Tensor:
    """How much gold is missed among the first k, made smooth, and a listwise part for the very first.

    A question whose gold cannot be found costs at most 1: with a plain listwise loss such questions rule the rest.
    """
    shares = functional.log_softmax(energies, 1)
    loss = -recipe.listwise * torch.logsumexp(shares.masked_fill(~gold, -1e9), 1).mean()
    others = torch.topk(energies.masked_fill(gold, -1e9), max(recipe.depths), 1).values.clamp(min=-50)
    for depth in recipe.depths:
        above = torch.sigmoid((energies - others[:, depth - 1 : depth]) / recipe.softness)
        loss = loss + (1 - (above * gold).sum(1) / gold.sum(1)).mean()
    return loss


def weights_of(models: Sequence[ScorerModel], temperature: float, need: Need | None) -> ScorerWeights:
    """The models as one scorer, their heads side by side and everything else averaged; energies over a temperature.

    The mean of models that start alike and see much the same lessons ranks as their ensemble would, at the cost of one.
    """
    first = models[0]
    bound = float(np.mean([model.recipe.bound for model in models]))
    heads, hidden = first.recipe.heads, first.recipe.hidden

    def mean(name: str) -> np.ndarray:
        return np.stack([model.state_dict()[name].numpy() for model in models]).astype(np.float64).mean(axis=0)

    kept = first.kept.numpy()
    share = 1 / (len(models) * temperature)
    values = [model.value.weight.detach().numpy() * share for model in models]
    return ScorerWeights(
        anchor=(mean("anchor") / temperature).astype(np.float32),
        gate=(mean("gate.weight") * kept[features.EVIDENCE :]).astype(np.float32),
        gate_bias=mean("gate.bias").astype(np.float32),
        mean=first.mean.numpy(),
        spread=first.spread.numpy(),
        projection=np.concatenate(
            [(model.attention.weight.detach().numpy() * kept).reshape(heads, hidden, WIDTH) for model in models]
        ),
        bias=np.concatenate([model.attention.bias.detach().numpy().reshape(heads, hidden) for model in models]),
        value=np.concatenate([value.reshape(heads, hidden) for value in values]).astype(np.float32),
        skip=(mean("skip.weight")[0] * kept / temperature).astype(np.float32),
        bound=bound / temperature,
        need=need,
    )
