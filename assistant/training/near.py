# pyright: basic
"""Words near a word in meaning, from the encoder's own table: other words for pseudo-questions."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import sentencepiece

from assistant.language.tokens import is_cjk
from assistant.models import manifest
from assistant.models.encoder import OnnxEncoder

LEAST_COSINE = 0.2
MOST = 6
MOST_OTHER = 2
_SPACE = "▁"
_LEAST_LETTERS = 3


class NearWords:
    """`rehearsal.Near` over an encoder's vocabulary: whole words in letters, Chinese words of two signs and more."""

    def __init__(self, folder: Path) -> None:
        """Read the vocabulary that the folder's manifest names."""
        encoder, entry = OnnxEncoder(folder, prefer_cuda=False), manifest.encoder_entry(folder)
        pieces = sentencepiece.SentencePieceProcessor(
            model_proto=manifest.read_verified(folder, entry.vocabulary, entry.vocabulary_sha256)
        )
        written = [pieces.id_to_piece(number) for number in range(pieces.get_piece_size())]
        chosen = [number for number, text in enumerate(written) if _is_word(text)]
        self._encoder = encoder
        self._numbers = np.array(chosen, np.uint16)
        self._words = [written[number].removeprefix(_SPACE) for number in chosen]
        self._is_chinese = np.array([is_cjk(word) for word in self._words])
        self._known: dict[str, list[str]] = {}

    def __call__(self, word: str) -> list[str]:
        """Words in the same script, best first; none for a word that is not one piece."""
        folded = word.casefold()
        if folded not in self._known:
            self._known[folded] = self._find(folded)
        return self._known[folded]

    def _find(self, word: str) -> list[str]:
        pieces = self._encoder.pieces(word)
        if len(pieces) != 1:
            return []
        alike = self._encoder.similarities(self._numbers, pieces)[:, 0]
        alike[self._is_chinese != is_cjk(word)] = -1
        best = np.argsort(-alike)[: MOST + 1]
        found = [self._words[place] for place in best.tolist() if alike[place] >= LEAST_COSINE]
        return [other for other in found if other != word][:MOST]


class OtherWords(NearWords):
    """Words of the other script near a word in meaning: questions in the other language than what they ask about."""

    def _find(self, word: str) -> list[str]:
        alike = self._encoder.similarities(self._numbers, self._encoder.pieces(word)).mean(axis=1)
        alike[self._is_chinese == any(map(is_cjk, word))] = -1
        best = np.argsort(-alike)[:MOST_OTHER]
        return [self._words[place] for place in best.tolist() if alike[place] >= LEAST_COSINE]


def _is_word(piece: str) -> bool:
    text = piece.removeprefix(_SPACE)
    if len(text) > 1 and all(map(is_cjk, text)):
        return True
    return piece.startswith(_SPACE) and len(text) >= _LEAST_LETTERS and text.isascii() and text.isalpha()
