"""Vectors of all passages as rows of whole numbers, grown and shrunk with the passages; plain numbers, no SQL.

A vector is kept as signed bytes and brought back to unit length by a scale a row, so that a passage costs a quarter
of what it would as floats. A product goes block by block through a buffer that stays in the processor's cache: measured
on 2026-11-24, that is quicker than multiplying floats, which wait for memory. A large store keeps the first dimensions
alone; the encoder's vectors may be cut so.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from assistant.domain.ports import FloatArray, IntArray

ByteArray = npt.NDArray[np.int8]

MOST_NUMBERS = 16_000_000
"""Of all rows together: dimensions are halved while there are more of them, at about 0.1 ms for a million of them."""

LEAST_DIMENSIONS = 64

_BUFFER = 1 << 17  # numbers: half a megabyte of floats
_LARGEST = 127


def quantised(vectors: FloatArray) -> ByteArray:
    """Vectors (n, d) of any length as signed bytes (n, d), each row in a scale of its own."""
    largest = np.abs(vectors).max(axis=1, initial=0, keepdims=True)
    return np.rint(vectors / np.maximum(largest, np.float32(1e-9)) * _LARGEST).astype(np.int8)


def restored(rows: ByteArray) -> FloatArray:
    """Signed bytes (n, d) as float32 (n, d) of unit length; a row of zeros stays one."""
    return rows.astype(np.float32) * _scales(rows)[:, None]


def dimensions_for(count: int, whole: int) -> int:
    """How many of the first dimensions are kept for so many passages."""
    kept = whole
    while kept > LEAST_DIMENSIONS and count * kept > MOST_NUMBERS:
        kept = max(LEAST_DIMENSIONS, kept // 2)
    return kept


def _scales(rows: ByteArray) -> FloatArray:
    lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows, dtype=np.int32).astype(np.float32))
    return np.divide(1, lengths, out=np.zeros_like(lengths), where=lengths > 0)


class VectorRows:
    """One row for every passage, 0 for one without a vector. Not safe to share between threads by itself."""

    def __init__(self, dimensions: int) -> None:
        """No passages yet."""
        self.dimensions = dimensions
        self.numbers: IntArray = np.empty(0, np.int64)
        self._rows: ByteArray = np.empty((0, dimensions), np.int8)
        self._scales: FloatArray = np.empty(0, np.float32)

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
        self.numbers = numbers
        self._reserve(len(numbers))

    def narrow(self, dimensions: int) -> None:
        """Keep the first dimensions alone."""
        self.dimensions = dimensions
        self._rows = self._rows[:, :dimensions].copy()
        for first in range(0, len(self._rows), _BUFFER):
            self._scales[first : first + _BUFFER] = _scales(self._rows[first : first + _BUFFER])

    def put(self, numbers: IntArray, rows: ByteArray) -> None:
        """Set the rows (n, dimensions) of passages; one that is not among the rows is passed over."""
        at, is_known = self._places(numbers)
        self._rows[at], self._scales[at] = rows[is_known], _scales(rows[is_known])

    def cosines(self, vector: FloatArray) -> FloatArray:
        """The cosine of every row with the first dimensions of a vector (d,): float32 (n,)."""
        part = vector[: self.dimensions] / max(float(np.linalg.norm(vector[: self.dimensions])), 1e-9)
        found = np.empty(len(self.numbers), np.float32)
        at_once = max(1, _BUFFER // self.dimensions)
        buffer = np.empty((at_once, self.dimensions), np.float32)
        for first in range(0, len(found), at_once):
            rows = self._rows[first : min(first + at_once, len(found))]
            floats = buffer[: len(rows)]
            np.copyto(floats, rows)
            np.dot(floats, part, out=found[first : first + len(rows)])
        found *= self._scales[: len(found)]
        return found

    def cosines_of(self, numbers: IntArray, vector: FloatArray) -> FloatArray:
        """The cosines of a few passages with a vector (dimensions,): float32 (n,), 0 for one that is not there."""
        at, is_known = self._places(numbers)
        found = np.zeros(len(numbers), np.float32)
        found[is_known] = (self._rows[at].astype(np.float32) @ vector) * self._scales[at]
        return found

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
