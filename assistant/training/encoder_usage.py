"""How often each piece is used in ordinary language, from lists of word frequencies; what they lack, from the texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.training.vocabulary import Pieces

LEAST = 1e-8


def piece_shares(
    pieces: Pieces, languages: Sequence[Mapping[str, float]], in_texts: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Each piece's share of running text (V,), all languages in equal parts.

    The training texts are dictionaries and manuals, in which "verb" is a common word; so only what the lists of words
    do not count, numbers and marks, is taken from them.

    Args:
        pieces: The vocabulary.
        languages: For each language its words with their shares.
        in_texts: Each piece's share of the training texts (V,).
    """
    shares = np.zeros(len(pieces))
    for words in languages:
        for cut, share in zip(pieces.of(list(words)), words.values(), strict=True):
            np.add.at(shares, cut, share / len(languages))
    spelled = [any(map(str.isalpha, pieces.spelling(piece))) for piece in range(len(pieces))]
    shares = np.where(spelled, np.maximum(shares, LEAST), np.maximum(shares, in_texts))
    return shares / shares.sum()
