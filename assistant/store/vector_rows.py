"""Vectors of all passages as rows of whole numbers, grown and shrunk with the passages; plain numbers, no SQL.

A vector is kept as signed bytes and brought back to unit length by a scale a row, so that a passage costs a quarter
of what it would as floats. A product goes block by block through a buffer that stays in the processor's cache: measured
on 2026-11-24, that is quicker than multiplying floats, which wait for memory. In a large store the first dimensions
alone are multiplied, and in a very large one kept; the encoder's vectors may be cut so. Where whole rows are kept, so
are the pieces; a very large store reads both for candidates.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress

import numpy as np
import numpy.typing as npt

from assistant.domain.ports import FloatArray, IntArray

ByteArray = npt.NDArray[np.int8]

MOST_KEPT = 64_000_000
"""Numbers of all rows together, a byte each: dimensions are halved while there are more, down to the least."""

MOST_MULTIPLIED = 26_000_000
"""The same for what one question is multiplied with, at about 0.1 ms for a million."""

LEAST_DIMENSIONS = 128
"""With 128 of 512 dimensions 84 % of the ten nearest are among the 75 that seem so, with 256 99 % (2026-11-24)."""

_BUFFER = 1 << 17  # numbers: half a megabyte of floats
_LARGEST = 127


def quantised(vectors: FloatArray) -> ByteArray:
    """Vectors (n, d) of any length as signed bytes (n, d), each row in a scale of its own."""
    largest = np.abs(vectors).max(axis=1, initial=0, keepdims=True)
    return np.rint(vectors / np.maximum(largest, np.float32(1e-9)) * _LARGEST).astype(np.int8)


def restored(rows: ByteArray) -> FloatArray:
    """Signed bytes (n, d) as float32 (n, d) of unit length; a row of zeros stays one."""
    return rows.astype(np.float32) * _scales(rows)[:, None]


def dimensions_for(count: int, whole: int, most: int) -> int:
    """How many of the first dimensions so many passages may have for at most so many numbers."""
    kept = whole
    while kept > LEAST_DIMENSIONS and count * kept > most:
        kept = max(LEAST_DIMENSIONS, kept // 2)
    return kept


def _scales(rows: ByteArray) -> FloatArray:
    lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows, dtype=np.int32).astype(np.float32))
    return np.divide(1, lengths, out=np.zeros_like(lengths), where=lengths > 0)


class VectorRows:
    """One row for every passage, 0 for one without a vector. Not safe to share between threads by itself."""

    def __init__(self, dimensions: int, *, has_pieces: bool = True) -> None:
        """No passages yet."""
        self.dimensions = dimensions
        self._used = dimensions  # of them in a product
        self.numbers: IntArray = np.empty(0, np.int64)
        self._rows: ByteArray = np.empty((0, dimensions), np.int8)
        self._scales: FloatArray = np.empty(0, np.float32)
        self._pieces: list[bytes] | None = [] if has_pieces else None

    def is_exact(self, dimensions: int) -> bool:
        """Whether `cosines` multiplies vectors of so many dimensions whole."""
        return self._used == dimensions

    @property
    def has_pieces(self) -> bool:
        """Whether the pieces are kept too."""
        return self._pieces is not None

    def align(self, numbers: IntArray) -> None:
        """Make the rows stand for these passage numbers, ascending; rows of passages that are gone are dropped.

        The array is kept: it must not change any more, as the columns of a `PassageTable` do not.
        """
        if numbers is self.numbers:
            return
        known = len(self.numbers)
        if known > len(numbers) or not np.array_equal(self.numbers, numbers[:known]):
            kept = np.isin(self.numbers, numbers, assume_unique=True)
            self._rows, self._scales = self._rows[: len(kept)][kept], self._scales[: len(kept)][kept]
            if self._pieces is not None:
                self._pieces = list(compress(self._pieces, kept.tolist()))
        self.numbers = numbers
        if self._pieces is not None:
            self._pieces += [b""] * (len(numbers) - len(self._pieces))
        self._reserve(len(numbers))
        self._use(dimensions_for(len(numbers), self.dimensions, MOST_MULTIPLIED))

    def narrow(self, dimensions: int) -> None:
        """Keep the first dimensions alone, and no pieces."""
        self._pieces = None
        self.dimensions = dimensions
        self._rows = self._rows[:, :dimensions].copy()
        self._use(min(self._used, dimensions))

    def _use(self, dimensions: int) -> None:
        """Multiply with so many of the first dimensions from now on."""
        if dimensions == self._used:
            return
        self._used = dimensions
        for first in range(0, len(self._rows), _BUFFER):
            part = slice(first, first + _BUFFER)
            self._scales[part] = _scales(self._rows[part, :dimensions])

    def put(self, numbers: IntArray, rows: ByteArray, pieces: Sequence[bytes]) -> None:
        """Set the rows (n, dimensions) of passages; one that is not among the rows is passed over."""
        at, is_known = self._places(numbers)
        if self._pieces is not None:
            for place, some in zip(at.tolist(), compress(pieces, is_known.tolist()), strict=True):
                self._pieces[place] = some
        self._rows[at], self._scales[at] = rows[is_known], _scales(rows[is_known, : self._used])

    def cosines(self, vector: FloatArray) -> FloatArray:
        """The cosine of every row with the first dimensions of a vector (d,): float32 (n,)."""
        part = vector[: self._used] / max(float(np.linalg.norm(vector[: self._used])), 1e-9)
        found = np.empty(len(self.numbers), np.float32)
        at_once = max(1, _BUFFER // self._used)
        buffer = np.empty((at_once, self._used), np.float32)
        for first in range(0, len(found), at_once):
            rows = self._rows[first : min(first + at_once, len(found)), : self._used]
            floats = buffer[: len(rows)]
            np.copyto(floats, rows)
            np.dot(floats, part, out=found[first : first + len(rows)])
        found *= self._scales[: len(found)]
        return found

    def look(self, numbers: IntArray, vector: FloatArray) -> tuple[list[bytes], FloatArray] | None:
        """The pieces of a few passages and their cosines with a vector (d,); nothing and 0 for one that is not there.

        None in a very large store, which has neither.
        """
        if self._pieces is None or self.dimensions != len(vector):
            return None
        at, is_known = self._places(numbers)
        cosines, pieces = np.zeros(len(numbers), np.float32), [b""] * len(numbers)
        cosines[is_known] = restored(self._rows[at]) @ vector
        for place, row in zip(np.flatnonzero(is_known).tolist(), at.tolist(), strict=True):
            pieces[place] = self._pieces[row]
        return pieces, cosines

    def _places(self, numbers: IntArray) -> tuple[IntArray, npt.NDArray[np.bool_]]:
        """Where those of the passages stand that are there, and which they are."""
        places = np.searchsorted(self.numbers, numbers)
        is_known = places < len(self.numbers)
        is_known[is_known] = self.numbers[places[is_known]] == numbers[is_known]
        return places[is_known], is_known

    def _reserve(self, count: int) -> None:
        room = len(self._rows)
        if count <= room:
            return
        more = max(count + count // 8, 256) - room
        self._rows = np.concatenate([self._rows, np.zeros((more, self.dimensions), np.int8)])
        self._scales = np.append(self._scales, np.zeros(more, np.float32))
