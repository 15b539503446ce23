"""What a focus means, held against what all passages mean: the part of recall that needs no word in common.

Cosines of whole texts are cheap enough for every passage; the likeness piece by piece, which is better, is made for the
candidates alone. Without a usable encoder, or before anything was encoded, there is none, and recall goes by words.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from assistant.domain.errors import ModelError
from assistant.memory import ranking
from assistant.memory.likeness import likeness

if TYPE_CHECKING:
    from assistant.domain.ports import Encoder, FloatArray, IntArray, PassageTable, PieceArray, Vectors


_LOOKED_AT = 2  # times as many as are wanted, where it is not known exactly which they are


@dataclass(frozen=True, slots=True)
class Sense:
    """A focus: the encoder's name, its pieces (p,), its vector (d,), and the cosine of every passage (n,)."""

    model: str
    pieces: PieceArray
    vector: FloatArray
    cosine: FloatArray


class Meaning:
    """Compares meanings."""

    def __init__(self, encoder: Encoder, vectors: Vectors) -> None:
        """Nothing is loaded before there is something to compare with."""
        self._encoder = encoder
        self._vectors = vectors
        self._problem: ModelError | None = None

    @property
    def problem(self) -> ModelError | None:
        """Why meanings were not compared at the last question though vectors are kept; None when they were."""
        return self._problem

    def sense(self, focus: str, table: PassageTable) -> Sense | None:
        """The focus against every passage; None without an encoder or a vector. Raises `StoreError`."""
        model = self._encoder.name
        if not model or not self._vectors.has(model):
            return None
        try:
            pieces = self._encoder.pieces(focus)
            vector = self._encoder.vectors([pieces])[0]
        except ModelError as error:
            self._problem = error
            return None
        self._problem = None
        return Sense(model, pieces, vector, self._vectors.cosines(model, table.numbers, vector))

    def nearest(
        self, sense: Sense, table: PassageTable, allowed: npt.NDArray[np.bool_] | None, limit: int = ranking.NEAR
    ) -> IntArray:
        """Rows of the passages whose meaning is nearest, best first; of many that seem so where cosines are estimates.

        Raises `StoreError`.
        """
        if not self._vectors.is_estimating:
            return ranking.near(sense.cosine, allowed, limit)
        rows = ranking.near(sense.cosine, allowed, _LOOKED_AT * limit)
        _, exact = self._vectors.closer(sense.model, table.numbers[rows], sense.vector)
        return rows[ranking.near(exact, limit=limit)]

    def closer(self, sense: Sense, table: PassageTable, rows: IntArray) -> tuple[Sense, FloatArray]:
        """A closer look at some rows (n,): the sense with their exact cosines, and their likeness (n,).

        Raises `ModelMissing` or `ModelInvalid`, though hardly after `sense`, and `StoreError`.
        """
        bags, exact = self._vectors.closer(sense.model, table.numbers[rows], sense.vector)
        cosine = sense.cosine.copy()
        cosine[rows] = exact
        return replace(sense, cosine=cosine), likeness(self._encoder, sense.pieces, bags)
