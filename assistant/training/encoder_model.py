# pyright: basic, reportMissingImports=false
"""The static encoder in torch: a table of piece vectors with learned weights, taught to tell who belongs together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from assistant.training.encoder_bags import Bags, beside
from assistant.training.encoder_graph import EncoderWeights
from assistant.training.vocabulary import UNKNOWN

_SHARPEST = 30.0


@dataclass(frozen=True, slots=True)
class Sides:
    """A batch: text i of `first` belongs with text i of `second`.

    Where `is_different` (n,) says so, text i of `against` looks like text i of `first` and does not mean the same.
    """

    first: Bags
    second: Bags
    against: Bags | None = None
    is_different: NDArray[np.bool_] | None = None


class StaticEncoder(nn.Module):
    """Vectors (V, d) and two weights for each piece: in the sum, and in max-sim.

    Args:
        start: Rows of unit length (V, d).
        rarity: Weights to begin with (V,), between 0 and 1.
    """

    def __init__(self, start: NDArray[np.float32], rarity: NDArray[np.float32]) -> None:
        super().__init__()
        self.table = nn.Parameter(torch.from_numpy(start.copy()))
        before = torch.log(torch.expm1(torch.from_numpy(rarity.copy()).clamp(min=1e-3)))
        self.amount = nn.Parameter(before.clone())
        self.importance = nn.Parameter(before.clone())
        self.sharpness = nn.Parameter(torch.tensor(3.0))
        self.sharpness_of_best = nn.Parameter(torch.tensor(3.0))

    def sums(self, bags: Bags) -> Tensor:
        """The weighted sums of texts (n, d)."""
        pieces, offsets = torch.from_numpy(bags.pieces), torch.from_numpy(bags.offsets)
        amounts = functional.softplus(self.amount)[pieces]
        return functional.embedding_bag(pieces, self.table, offsets, mode="sum", per_sample_weights=amounts)

    def loss(self, sides: Sides, width: int) -> Tensor:
        """Symmetric InfoNCE over the batch, on the first `width` dimensions (all of them, or a prefix)."""
        count = len(sides.first)
        together = beside(sides.first, sides.second)
        if sides.against is not None:
            together = beside(together, sides.against)
        vectors = functional.normalize(self.sums(together)[:, :width], dim=1)
        sharpness = self.sharpness.exp().clamp(max=_SHARPEST)
        cosines = vectors[:count] @ vectors[count : 2 * count].T * sharpness
        answer = torch.arange(count)
        back = functional.cross_entropy(cosines.T, answer)
        if sides.against is not None:
            mistaken = (vectors[:count] * vectors[2 * count :]).sum(dim=1) * sharpness
            mistaken = mistaken.masked_fill(~torch.from_numpy(sides.is_different), -1e4)
            cosines = torch.cat([cosines, mistaken[:, None]], dim=1)
        return (functional.cross_entropy(cosines, answer) + back) / 2

    def loss_of_best(self, sides: Sides) -> Tensor:
        """InfoNCE where a focus and a passage are compared by max-sim (late interaction, Khattab & Zaharia 2020)."""
        focus, passages = torch.from_numpy(sides.first.pieces), torch.from_numpy(sides.second.pieces)
        one, other = (functional.normalize(self.table[pieces], dim=1) for pieces in (focus, passages))
        cosines = one @ other.T  # (focus pieces, passage pieces)
        count = len(sides.first)
        owner = torch.from_numpy(np.repeat(np.arange(count), np.diff(sides.second.starts)))
        best = cosines.new_full((len(focus), count), -1.0)
        best = best.scatter_reduce(1, owner.expand(len(focus), -1), cosines, "amax", include_self=True)
        importance = functional.softplus(self.importance)[focus]
        asker = torch.from_numpy(np.repeat(np.arange(count), np.diff(sides.first.starts)))
        sums = cosines.new_zeros(count, count).index_add(0, asker, best * importance[:, None])
        total = cosines.new_zeros(count).index_add(0, asker, importance)
        scores = sums / total[:, None] * self.sharpness_of_best.exp().clamp(max=_SHARPEST)
        return functional.cross_entropy(scores, torch.arange(count))

    def exported(self) -> EncoderWeights:
        """The weights as the graph takes them: unit rows, magnitudes, max-sim weights; the unknown piece is zero."""
        with torch.no_grad():
            lengths = self.table.norm(dim=1)
            table = (self.table / lengths.clamp(min=1e-9)[:, None]).numpy().copy()
            magnitude = (functional.softplus(self.amount) * lengths).numpy().copy()
            weight = functional.softplus(self.importance).numpy().copy()
        for part in (table, magnitude, weight):
            part[UNKNOWN] = 0
        return EncoderWeights(table, magnitude, weight)
