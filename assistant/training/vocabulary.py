# pyright: basic
"""The shared English-Chinese vocabulary: SentencePiece unigram pieces learned from the allowed texts."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

import sentencepiece

from assistant.language.piece_text import piece_text

UNKNOWN = 0
"""The piece of an empty text and of what no piece spells; its vector is zero."""

_COVERAGE = 0.9998
_LONGEST_LINE = 8000


def weighted(texts: Iterable[tuple[str, int]]) -> Iterator[str]:
    """Each text as often as its weight says, in the pieces' form; the trainer takes frequency for importance."""
    for text, times in texts:
        line = piece_text(text)
        for _ in range(times):
            yield line


def train_vocabulary(texts: Iterable[tuple[str, int]], size: int, threads: int = 2) -> bytes:
    """A SentencePiece model of at most `size` pieces, from texts with their weights."""
    made = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=weighted(texts),
        model_writer=made,
        vocab_size=size,
        hard_vocab_limit=False,
        model_type="unigram",
        character_coverage=_COVERAGE,
        normalization_rule_name="identity",
        add_dummy_prefix=False,
        remove_extra_whitespaces=False,
        max_sentence_length=_LONGEST_LINE,
        num_threads=threads,
        minloglevel=1,
    )
    return made.getvalue()


class Pieces:
    """Splits texts into pieces with a trained vocabulary."""

    def __init__(self, vocabulary: bytes) -> None:
        self._processor = sentencepiece.SentencePieceProcessor(model_proto=vocabulary)

    def __len__(self) -> int:
        """How many pieces there are."""
        return int(self._processor.get_piece_size())

    def of(self, texts: list[str], most: int = 256) -> list[list[int]]:
        """The pieces of each text, at most `most` of each and at least one."""
        found = self._processor.encode([piece_text(text) for text in texts], num_threads=1)
        return [pieces[:most] or [UNKNOWN] for pieces in found]

    def spelling(self, piece: int) -> str:
        """How a piece is spelled; "▁" stands for the space before a word."""
        return str(self._processor.id_to_piece(piece))
