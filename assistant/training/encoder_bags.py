"""Texts as bags of pieces in flat arrays, so that a batch of thousands is cut out and thinned without a loop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.training.encoder_words import Substitutes

IntArray = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Bags:
    """`pieces` (total,) of all texts one after another; text i is `pieces[starts[i] : starts[i + 1]]`."""

    pieces: IntArray
    starts: IntArray

    @classmethod
    def of(cls, texts: Sequence[Sequence[int]]) -> Bags:
        """From one list of pieces for each text; none may be empty."""
        lengths = np.fromiter((len(text) for text in texts), np.int64, len(texts))
        pieces = np.fromiter((piece for text in texts for piece in text), np.int64, int(lengths.sum()))
        return cls(pieces, np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)]))

    def __len__(self) -> int:
        """How many texts there are."""
        return len(self.starts) - 1

    @property
    def offsets(self) -> IntArray:
        """Where each text begins (n,), as the encoder's graph takes it."""
        return self.starts[:-1]

    def take(self, chosen: IntArray) -> Bags:
        """The chosen texts, in that order."""
        lengths = self.starts[chosen + 1] - self.starts[chosen]
        starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)])
        places: IntArray = np.arange(starts[-1], dtype=np.int64) + np.repeat(self.starts[chosen] - starts[:-1], lengths)
        return Bags(self.pieces[places], starts)

    def thinned(self, share: float, draw: np.random.Generator) -> Bags:
        """Without a random share of the pieces; the first of each text stays, so that none becomes empty."""
        kept = draw.random(len(self.pieces)) >= share
        kept[self.starts[:-1]] = True
        before = np.concatenate([np.zeros(1, np.int64), np.cumsum(kept, dtype=np.int64)])
        return Bags(self.pieces[kept], before[self.starts])

    def exchanged(self, share: float, substitutes: Substitutes, draw: np.random.Generator) -> Bags:
        """With a random share of the pieces replaced by a substitute (a translation, say), where they have one."""
        candidates, likely = substitutes.pieces[self.pieces], substitutes.cumulative[self.pieces]
        column = (draw.random((len(self.pieces), 1)) >= likely).sum(axis=1)
        is_exchanged = (draw.random(len(self.pieces)) < share) & (column < candidates.shape[1])
        other = candidates[np.arange(len(self.pieces)), np.minimum(column, candidates.shape[1] - 1)]
        return Bags(np.where(is_exchanged, other, self.pieces), self.starts)


def beside(one: Bags, other: Bags) -> Bags:
    """All texts of one, then all texts of the other."""
    return Bags(
        np.concatenate([one.pieces, other.pieces]), np.concatenate([one.starts, one.starts[-1] + other.starts[1:]])
    )


def joined(first: Bags, second: Bags) -> Bags:
    """Text i of both, one after the other, as one text."""
    lengths = np.diff(first.starts) + np.diff(second.starts)
    starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)])
    pieces = np.empty(starts[-1], np.int64)
    for bags, begin in ((first, starts[:-1]), (second, starts[:-1] + np.diff(first.starts))):
        places = np.arange(len(bags.pieces)) + np.repeat(begin - bags.starts[:-1], np.diff(bags.starts))
        pieces[places] = bags.pieces
    return Bags(pieces, starts)


def text_shares(texts: list[Bags], size: int) -> NDArray[np.float64]:
    """Each piece's share of the running text (size,)."""
    count = np.bincount(np.concatenate([bags.pieces for bags in texts]), minlength=size).astype(np.float64)
    return count / count.sum()


def rarity(shares: NDArray[np.float64], common: float = 1e-3) -> NDArray[np.float32]:
    """Weights between 0 and 1 (size,): `common` / (`common` + share of the running text)."""
    return (common / (common + shares)).astype(np.float32)
