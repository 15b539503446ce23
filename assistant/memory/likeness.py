"""How well a focus is met piece by piece: the max-sim of late interaction (Khattab & Zaharia, "ColBERT", 2020).

Every piece of the focus looks for the piece of the passage that is most like it; what it finds counts by its weight.
Pieces repeat from passage to passage, so the likenesses are made once for every different piece and then read.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assistant.domain.ports import Encoder, FloatArray, PieceArray


def likeness(encoder: Encoder, focus: PieceArray, passages: Sequence[PieceArray]) -> FloatArray:
    """The max-sim of each passage, given by its pieces: float32 (n,), -1 to 1; 0 for a passage without pieces.

    Raises `ModelMissing` or `ModelInvalid`.
    """
    found = np.zeros(len(passages), np.float32)
    lengths = np.array([len(pieces) for pieces in passages], np.int64)
    weights = encoder.weights(focus)
    filled, total = np.flatnonzero(lengths), float(weights.sum())
    if not len(filled) or total <= 0:
        return found
    pieces = np.concatenate(passages)
    is_there = np.zeros(int(pieces.max()) + 1, np.bool_)  # much quicker than sorting
    is_there[pieces] = True
    places = np.cumsum(is_there) - 1
    likenesses = encoder.similarities(np.flatnonzero(is_there).astype(np.uint16), focus)[places[pieces]]
    starts = (np.cumsum(lengths) - lengths)[filled]
    found[filled] = np.maximum.reduceat(likenesses, starts, axis=0) @ (weights / np.float32(total))
    return found
