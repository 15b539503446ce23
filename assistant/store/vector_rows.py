"""Vectors of all passages as rows of whole numbers, grown and shrunk with the passages; plain numbers, no SQL.

A vector is kept as signed bytes and brought back to unit length by a scale a row, so that a passage costs a quarter
of what it would as floats. A product goes block by block through a buffer that stays in the processor's cache: measured
on 2026-11-24, that is quicker than multiplying floats, which wait for memory. In a large store the signs alone are
compared, a bit a dimension, and the few thousand nearest by them are looked at with the question's numbers (Dong,
Charikar & Li, "Asymmetric distance estimation with sketches", 2008). A very large store keeps nothing but the signs.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress

import numpy as np
import numpy.typing as npt

from assistant.domain.ports import FloatArray, IntArray

ByteArray = npt.NDArray[np.int8]

MOST_KEPT = 64_000_000
"""Numbers of all rows together, a byte each: where there are more, the signs alone are kept, an eighth of that."""

MOST_MULTIPLIED = 26_000_000
"""The same for what one question is multiplied with; where there are more, the signs come first."""

CLOSE = 4_000
"""Rows near by their signs that are looked at closer. Of the ten nearest of 190,000 real passages 98.8 % are among the
2,000 nearest by signs (2026-11-24)."""

_MOST_CLOSE = 4 * CLOSE  # many may be equally near
_LOOKED_AT = 60_000  # of the distances, to guess where the nearest end
_BLOCK = 1 << 15  # rows
_LEAST_SPREAD = 1e-6
_BUFFER = 1 << 17  # numbers: half a megabyte of floats
_LARGEST = 127
_WORD = 64  # bits
_WORDS_A_BYTE = 3  # whose bits can be counted together in a byte
_BYTES = 256


def quantised(vectors: FloatArray) -> ByteArray:
    """Vectors (n, d) of any length as signed bytes (n, d), each row in a scale of its own."""
    largest = np.abs(vectors).max(axis=1, initial=0, keepdims=True)
    return np.rint(vectors / np.maximum(largest, np.float32(1e-9)) * _LARGEST).astype(np.int8)


def restored(rows: ByteArray) -> FloatArray:
    """Signed bytes (n, d) as float32 (n, d) of unit length; a row of zeros stays one."""
    return rows.astype(np.float32) * _scales(rows)[:, None]


def _scales(rows: ByteArray) -> FloatArray:
    lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows, dtype=np.int32).astype(np.float32))
    return np.divide(1, lengths, out=np.zeros_like(lengths), where=lengths > 0)


def _signs(rows: ByteArray | FloatArray) -> npt.NDArray[np.uint64]:
    """A bit for every number of rows (n, d) that is above 0: (n, d / 64, rounded up)."""
    bits = np.packbits(rows > 0, axis=1)
    return np.pad(bits, ((0, 0), (0, -bits.shape[1] % 8))).view(np.uint64)


_SIGNS_OF_BYTES = np.unpackbits(np.arange(_BYTES, dtype=np.uint8)[:, None], axis=1).astype(np.float32) * 2 - 1


def _signed_sums(signs: npt.NDArray[np.uint64], vector: FloatArray) -> FloatArray:
    """The sums (n,) of a vector (d,), each of its numbers taken as positive or negative as the signs (n, words) say.

    What each byte can add is made once and then read, an eighth of the work of multiplying 1 and -1.
    """
    told = np.ascontiguousarray(signs).view(np.uint8)
    padded = np.zeros(told.shape[1] * 8, np.float32)
    padded[: len(vector)] = vector
    sums = (padded.reshape(-1, 8) @ _SIGNS_OF_BYTES.T).ravel()
    places = told.astype(np.intp)
    places += np.arange(0, len(sums), _BYTES)
    return sums.take(places).sum(axis=1)


def _matched(some: FloatArray, exact: FloatArray) -> tuple[np.float32, np.float32]:
    """A factor and an offset that give estimates the mean and the spread of what is exact."""
    factor = float(exact.std()) / max(float(some.std()), _LEAST_SPREAD)
    return np.float32(factor), np.float32(float(exact.mean()) - factor * float(some.mean()))


class VectorRows:
    """One row for every passage, 0 for one without a vector. Not safe to share between threads by itself."""

    def __init__(self, dimensions: int) -> None:
        """No passages yet."""
        self.dimensions = dimensions
        self.numbers: IntArray = np.empty(0, np.int64)
        self._rows: ByteArray | None = np.empty((0, dimensions), np.int8)
        self._scales: FloatArray = np.empty(0, np.float32)
        self._pieces: list[bytes] = []
        self._signs: npt.NDArray[np.uint64] | None = None  # (words, room)
        self._is_there: npt.NDArray[np.bool_] = np.empty(0, np.bool_)
        self._sampled: tuple[FloatArray, npt.NDArray[np.uint64]] | None = None

    @property
    def is_whole(self) -> bool:
        """Whether the rows themselves and the pieces are kept."""
        return self._rows is not None

    @property
    def is_exact(self) -> bool:
        """Whether all rows are multiplied; else `estimates` is to be asked."""
        return self._signs is None

    def align(self, numbers: IntArray) -> None:
        """Make the rows stand for these passage numbers, ascending; rows of passages that are gone are dropped.

        The array is kept: it must not change any more, as the columns of a `PassageTable` do not.
        """
        if numbers is self.numbers:
            return
        known = len(self.numbers)
        if known > len(numbers) or not np.array_equal(self.numbers, numbers[:known]):
            self._keep(np.isin(self.numbers, numbers, assume_unique=True))
        self.numbers = numbers
        size = len(numbers) * self.dimensions
        if size > MOST_MULTIPLIED and self._signs is None:
            self._begin_signs()
        elif size <= MOST_MULTIPLIED and self._rows is not None:
            self._signs = None
        if size > MOST_KEPT:
            self._rows, self._pieces = None, []
        if self._rows is not None:
            self._pieces += [b""] * (len(numbers) - len(self._pieces))
        self._reserve(len(numbers))

    def _keep(self, kept: npt.NDArray[np.bool_]) -> None:
        count = len(kept)
        self._is_there = self._is_there[:count][kept]
        if self._signs is not None:
            self._signs = self._signs[:, :count][:, kept]
        if self._rows is not None:
            self._rows, self._scales = self._rows[:count][kept], self._scales[:count][kept]
            self._pieces = list(compress(self._pieces, kept.tolist()))

    def _begin_signs(self) -> None:
        rows = np.empty((0, self.dimensions), np.int8) if self._rows is None else self._rows
        self._signs = np.zeros((-(-self.dimensions // _WORD), len(self._is_there)), np.uint64)
        for first in range(0, len(rows), _BLOCK):
            self._signs[:, first : first + _BLOCK] = _signs(rows[first : first + _BLOCK]).T

    def put(self, numbers: IntArray, rows: ByteArray, pieces: Sequence[bytes]) -> None:
        """Set the rows (n, dimensions) of passages; one that is not among the rows is passed over."""
        at, is_known = self._places(numbers)
        rows = rows[is_known]
        self._is_there[at] = rows.any(axis=1)
        if self._signs is not None:
            self._signs[:, at] = _signs(rows).T
        if self._rows is not None:
            for place, some in zip(at.tolist(), compress(pieces, is_known.tolist()), strict=True):
                self._pieces[place] = some
            self._rows[at], self._scales[at] = rows, _scales(rows)

    def cosines(self, vector: FloatArray) -> FloatArray:
        """The cosine of every row with a vector of unit length (d,): float32 (n,). Only where `is_exact`."""
        found = np.empty(len(self.numbers), np.float32)
        at_once = max(1, _BUFFER // self.dimensions)
        buffer = np.empty((at_once, self.dimensions), np.float32)
        kept = np.empty((0, self.dimensions), np.int8) if self._rows is None else self._rows
        for first in range(0, len(found), at_once):
            rows = kept[first : min(first + at_once, len(found))]
            floats = buffer[: len(rows)]
            np.copyto(floats, rows)
            np.dot(floats, vector, out=found[first : first + len(rows)])
        found *= self._scales[: len(found)]
        return found

    def estimates(self, vector: FloatArray, sample: FloatArray) -> FloatArray:
        """About the cosine of every row with a vector of unit length (d,): float32 (n,), 0 for a row of zeros.

        `sample` are whole vectors (m, d) of some rows, after which the estimates get their mean and their spread.
        """
        if self._signs is None or not len(sample):
            return np.zeros(len(self.numbers), np.float32)
        asked, exact, of_sample = _signs(vector[None])[0], sample @ vector, self._signs_of(sample)
        apart = _distances(self._signs, asked, len(self.numbers))
        factor, offset = _matched(-_distances(of_sample.T, asked, len(sample)).astype(np.float32), exact)
        found = apart.astype(np.float32)
        found *= -factor
        found += offset
        close = _smallest(apart)
        factor, offset = _matched(_signed_sums(of_sample, vector), exact)
        found[close] = _signed_sums(self._signs[:, close].T, vector) * factor + offset
        is_there = self._is_there[: len(found)]
        if not is_there.all():
            found[~is_there] = 0
        return found

    def _signs_of(self, sample: FloatArray) -> npt.NDArray[np.uint64]:
        """The signs of a sample (m, words), made once for the sample that is asked with again and again."""
        if self._sampled is None or self._sampled[0] is not sample:
            self._sampled = (sample, _signs(sample))
        return self._sampled[1]

    def look(self, numbers: IntArray, vector: FloatArray) -> tuple[list[bytes], FloatArray] | None:
        """The pieces of a few passages and their cosines with a vector (d,); nothing and 0 for one that is not there.

        None in a very large store, which has neither.
        """
        if self._rows is None:
            return None
        at, is_known = self._places(numbers)
        cosines, pieces = np.zeros(len(numbers), np.float32), [b""] * len(numbers)
        rows = self._rows.take(at, axis=0).astype(np.float32)
        rows *= self._scales[at][:, None]
        cosines[is_known] = rows @ vector
        kept = self._pieces
        for place, row in zip(np.flatnonzero(is_known).tolist(), at.tolist(), strict=True):
            pieces[place] = kept[row]
        return pieces, cosines

    def _places(self, numbers: IntArray) -> tuple[IntArray, npt.NDArray[np.bool_]]:
        """Where those of the passages stand that are there, and which they are."""
        places = np.searchsorted(self.numbers, numbers)
        is_known = places < len(self.numbers)
        is_known[is_known] = self.numbers[places[is_known]] == numbers[is_known]
        return places[is_known], is_known

    def _reserve(self, count: int) -> None:
        room = len(self._is_there)
        if count <= room:
            return
        more = max(count + count // 8, 256) - room
        self._is_there = np.append(self._is_there, np.zeros(more, np.bool_))
        if self._signs is not None:
            self._signs = np.concatenate([self._signs, np.zeros((len(self._signs), more), np.uint64)], axis=1)
        if self._rows is not None:
            self._rows = np.concatenate([self._rows, np.zeros((more, self.dimensions), np.int8)])
            self._scales = np.append(self._scales, np.zeros(more, np.float32))


def _distances(signs: npt.NDArray[np.uint64], asked: npt.NDArray[np.uint64], count: int) -> npt.NDArray[np.uint16]:
    """In how many dimensions the first `count` columns of signs (words, room) differ from others (words,): (count,)."""
    found = np.zeros(count, np.uint16)
    differing, counted, added = np.empty(_BLOCK, np.uint64), np.empty(_BLOCK, np.uint8), np.empty(_BLOCK, np.uint8)
    for first in range(0, count, _BLOCK):
        into, last = found[first : first + _BLOCK], min(first + _BLOCK, count)
        differing, counted, added = differing[: len(into)], counted[: len(into)], added[: len(into)]
        for group in range(0, len(signs), _WORDS_A_BYTE):
            added.fill(0)
            for word in range(group, min(group + _WORDS_A_BYTE, len(signs))):
                np.bitwise_xor(signs[word, first:last], asked[word], out=differing)
                np.add(added, np.bitwise_count(differing, out=counted), out=added)
            np.add(into, added, out=into)
    return found


def _smallest(apart: npt.NDArray[np.uint16]) -> IntArray:
    """Places of about `CLOSE` of the smallest distances (n,)."""
    some = apart[:: max(1, len(apart) // _LOOKED_AT)]
    wanted = CLOSE * len(some) // len(apart)
    if wanted >= len(some):
        return np.arange(len(apart))
    farthest = np.searchsorted(np.cumsum(np.bincount(some)), wanted, side="right")  # there are few different distances
    return np.flatnonzero(apart <= farthest)[-_MOST_CLOSE:]
