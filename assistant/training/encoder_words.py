"""A dictionary of pieces induced from parallel texts: IBM's first alignment model, in both directions at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from assistant.training.encoder_bags import Bags, IntArray

ROUNDS = 5
LONGEST = 40
"""Pieces of a text that are aligned; longer texts tell little and cost the square of their length."""


@dataclass(frozen=True, slots=True)
class Substitutes:
    """For each of V pieces up to k others: `pieces` (V, k) and the running sums of their probabilities (V, k).

    Where the sums end below 1 the rest is the probability of having none.
    """

    pieces: NDArray[np.int64]
    cumulative: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Cells:
    """Every pair of pieces that stand in the same pair of texts."""

    text: IntArray  # (cells,) the number of the (text, second piece) that must share out its mass
    kind: IntArray  # (cells,) the number of the distinct (first, second) pair
    kinds: IntArray  # (kinds, 2)


def induced(first: Bags, second: Bags, size: int, most: int = 4, least: float = 0.1) -> Substitutes:
    """Substitutes of every piece from texts that mean the same, `first[i]` and `second[i]`.

    Args:
        first: The texts of one language (or one wording).
        second: Their partners.
        size: How many pieces there are.
        most: How many substitutes a piece may have.
        least: The smallest probability kept, the geometric mean of both directions.
    """
    forward, kinds = _translation(first, second, size)
    backward, other = _translation(second, first, size)
    order, other_order = np.lexsort((kinds[:, 1], kinds[:, 0])), np.lexsort((other[:, 0], other[:, 1]))
    both = np.sqrt(forward[order] * backward[other_order])
    pairs = kinds[order]
    kept = (both >= least) & (pairs[:, 0] != pairs[:, 1])
    pairs, both = pairs[kept], both[kept]
    return _table(np.concatenate([pairs, pairs[:, ::-1]]), np.concatenate([both, both]), size, most)


def _translation(first: Bags, second: Bags, size: int) -> tuple[NDArray[np.float64], IntArray]:
    """P(second | first) for each distinct pair of pieces, with the pairs (kinds, 2), by expectation maximisation."""
    cells = _cells(first, second, size)
    given = cells.kinds[:, 0]
    probability = np.full(len(cells.kinds), 1.0)
    for _ in range(ROUNDS):
        mass = probability[cells.kind]
        expected = mass / np.maximum(np.bincount(cells.text, mass)[cells.text], 1e-12)
        count = np.bincount(cells.kind, expected, len(cells.kinds))
        probability = count / np.maximum(np.bincount(given, count, size)[given], 1e-12)
    return probability, cells.kinds


def _cells(first: Bags, second: Bags, size: int) -> _Cells:
    lefts: list[IntArray] = []
    rights: list[IntArray] = []
    texts: list[IntArray] = []
    for number in range(len(first)):
        left = first.pieces[first.starts[number] : first.starts[number + 1]][:LONGEST]
        right = second.pieces[second.starts[number] : second.starts[number + 1]][:LONGEST]
        lefts.append(np.repeat(left, len(right)))
        rights.append(np.tile(right, len(left)))
        texts.append(np.full(len(left) * len(right), number, np.int64))
    one, two, text = np.concatenate(lefts), np.concatenate(rights), np.concatenate(texts)
    distinct, kind = np.unique(one * size + two, return_inverse=True)
    _, shared = np.unique(text * size + two, return_inverse=True)
    kinds = np.stack([distinct // size, distinct % size], axis=1)
    return _Cells(shared, kind, kinds)


def _table(pairs: IntArray, strength: NDArray[np.float64], size: int, most: int) -> Substitutes:
    """The strongest `most` of each piece, with running sums of at most 1."""
    distinct, place = np.unique(pairs[:, 0] * size + pairs[:, 1], return_inverse=True)
    best = np.zeros(len(distinct))
    np.maximum.at(best, place, strength)
    piece, other = distinct // size, distinct % size
    order = np.lexsort((-best, piece))
    piece, other, best = piece[order], other[order], best[order]
    rank = np.arange(len(piece)) - np.searchsorted(piece, piece)
    kept = rank < most
    pieces, likely = np.zeros((size, most), np.int64), np.zeros((size, most))
    pieces[piece[kept], rank[kept]] = other[kept]
    likely[piece[kept], rank[kept]] = best[kept]
    total = likely.sum(axis=1, keepdims=True)
    return Substitutes(pieces, np.cumsum(likely / np.maximum(total, 1), axis=1).astype(np.float32))


def alternatives(groups: list[list[int]], translated: Substitutes, size: int, most: int, seed: int) -> Substitutes:
    """For each piece of a group up to `most` others of its groups, equally likely; the same for their translations.

    Args:
        groups: Pieces that are alike and do not mean the same.
        translated: The dictionary of pieces; a translation's alternatives are the translations of the alternatives.
        size: How many pieces there are.
        most: How many alternatives a piece may have.
        seed: Of the choice where there are more.
    """
    found: dict[int, set[int]] = {}
    for group in groups:
        for piece in group:
            found.setdefault(piece, set()).update(group)
    known = {
        piece: int(other) for piece, other in enumerate(translated.pieces[:, 0]) if translated.cumulative[piece, 0]
    }
    for piece, others in list(found.items()):
        there = {known[other] for other in others if other in known}
        if piece in known:
            found.setdefault(known[piece], set()).update(there)
    draw = np.random.default_rng(seed)
    pieces, cumulative = np.zeros((size, most), np.int64), np.zeros((size, most), np.float32)
    for piece, others in sorted(found.items()):
        chosen = draw.permutation(sorted(others - {piece}))[:most]
        pieces[piece, : len(chosen)] = chosen
        cumulative[piece] = np.minimum(np.arange(1, most + 1) / max(len(chosen), 1), 1 if len(chosen) else 0)
    return Substitutes(pieces, cumulative)
