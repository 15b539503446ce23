"""How well a focus is met piece by piece: the max-sim of late interaction (Khattab & Zaharia, "ColBERT", 2020).

Every piece of the focus looks for the piece of the passage that is most like it; what it finds counts by its weight.
Pieces repeat from passage to passage, so the likenesses are made once for every different piece and then read.
"""

from __future__ import annotations

import numpy as np

from assistant.domain.ports import Encoder, FloatArray, PieceArray, PieceBags


def likeness(encoder: Encoder, focus: PieceArray, passages: PieceBags) -> FloatArray:
    """The max-sim of each passage: float32 (n,), -1 to 1; 0 for a passage without pieces.

    Raises `ModelMissing` or `ModelInvalid`.
    """
    pieces, lengths = passages.pieces, passages.lengths
    found = np.zeros(len(lengths), np.float32)
    weights = encoder.weights(focus)
    filled, total = np.flatnonzero(lengths), float(weights.sum())
    if not len(filled) or total <= 0:
        return found
    is_there = np.zeros(int(pieces.max()) + 1, np.bool_)  # much quicker than sorting
    is_there[pieces] = True
    distinct = np.flatnonzero(is_there)
    places = np.empty(len(is_there), np.intp)
    places[distinct] = np.arange(len(distinct))
    likenesses = encoder.similarities(distinct.astype(np.uint16), focus).take(places.take(pieces), axis=0)
    starts = (np.cumsum(lengths) - lengths)[filled]
    found[filled] = np.maximum.reduceat(likenesses, starts, axis=0) @ (weights / np.float32(total))
    return found
