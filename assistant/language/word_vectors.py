"""How near two texts are in meaning, without a model: the encoder's table, cut down to few dimensions.

A text is cut into the longest pieces of the encoder's vocabulary, and their vectors are summed, as the encoder does.
The table is made from the encoder (`python -m assistant.training vectors`): the directions in which its rows, each with
its weight, differ most. Nothing is loaded before the first comparison.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

from assistant.language.piece_text import piece_text
from assistant.language.weight_table import find_table

VERSION = 1
"""Of the file's form: raise it with every change, and make it anew."""

SPACE = "▁"
"""What a piece has for the space before a word."""

Vector = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Table:
    """Pieces with their rows of `vectors`, each of `dimension` signed bytes; the longest piece's length."""

    rows: Mapping[str, int]
    vectors: memoryview
    dimension: int
    longest: int


def closeness(one: str, other: str) -> float:
    """The cosine of two texts' vectors, -1 to 1; 0 where one has no known piece, or without the table."""
    return sum(a * b for a, b in zip(text_vector(one), text_vector(other), strict=True))


@lru_cache(maxsize=128)  # one input is compared with every topic, and every topic with every input
def text_vector(text: str) -> Vector:
    """A text's vector, of unit length, or all zeros; empty without the table."""
    table = _table()
    if table is None:
        return ()
    total = [0] * table.dimension
    for row in _pieces(text, table):
        start = row * table.dimension
        total = [sum_ + one for sum_, one in zip(total, table.vectors[start : start + table.dimension], strict=True)]
    length = sqrt(sum(one * one for one in total)) or 1.0
    return tuple(one / length for one in total)


def _pieces(text: str, table: _Table) -> Iterator[int]:
    """The rows of a text's pieces, the longest first at every place; what has none is skipped."""
    spelled = piece_text(text).replace(" ", SPACE)
    place = 0
    while place < len(spelled):
        for length in range(min(table.longest, len(spelled) - place), 0, -1):
            row = table.rows.get(spelled[place : place + length])
            if row is not None:
                yield row
                break
        else:
            length = 1
        place += length


@lru_cache(maxsize=1)
def _table() -> _Table | None:
    table = find_table("vectors.table", VERSION)
    if table is None:
        return None
    return _Table(table.rows, table.numbers, int(table.told["dimension"]), max(map(len, table.rows)))
