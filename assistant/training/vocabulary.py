# pyright: basic, reportAttributeAccessIssue=false
"""The shared English-Chinese vocabulary: whole words by how often they are used, and parts for what is left.

Pieces are chosen by frequency of use in ordinary language and not by what compresses the training texts, which are
dictionaries and manuals. An English word whose stem is a piece and that is spelled stem + ending is left to the two
parts unless it is among the commonest, so that "puppy" has room.
"""

from __future__ import annotations

import io
import math
from collections import defaultdict
from collections.abc import Container, Mapping
from dataclasses import dataclass

import sentencepiece
from sentencepiece import sentencepiece_model_pb2

from assistant.language.piece_text import piece_text
from assistant.language.tokens import is_cjk

UNKNOWN = 0
"""The piece of an empty text and of what no piece spells; its vector is zero."""

SPACE = "▁"
_ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "er", "est", "'s", "ness")
_COMMONEST = 3_000
_LONGEST_CHINESE = 4
_LEAST_SHARE = 3e-8
_PART_PENALTY = 6.0
_ENDING_SCORE = -4.5
_NUMBER_SCORE, _MARK_SCORE, _LEAST_SCORE = -9.0, -5.0, -20.0
_MARKS = ".,?!:;'\"()[]{}<>-_/\\@#$%&*+=~|^`，。？！：；（）“”‘’、《》…—·「」【】￥°"
_OPENING = "(\"'-$#/@["


@dataclass(frozen=True, slots=True)
class Shares:
    """How many pieces of each kind: English words, Chinese words, Chinese characters; parts of words get the rest."""

    english: int
    chinese: int
    characters: int
    parts: int


def shares_of(size: int) -> Shares:
    """A vocabulary of `size` pieces divided."""
    return Shares(round(size * 0.47), round(size * 0.27), round(size * 0.19), round(size * 0.06))


def word_vocabulary(
    english: Mapping[str, float], chinese: Mapping[str, float], characters: Mapping[str, int], size: int
) -> bytes:
    """A SentencePiece model of about `size` pieces.

    Args:
        english: Words with their share of running text.
        chinese: The same for Chinese words.
        characters: How often each Chinese character stands in a dictionary; those that `chinese` lacks come from here.
        size: The number of pieces wanted.
    """
    shares = shares_of(size)
    words = _english(english, shares.english)
    scores = {f"{SPACE}{word}": _score(share) for word, share in words.items()}
    scores |= _chinese(chinese, characters, shares)
    model = sentencepiece_model_pb2.ModelProto.FromString(_parts(english, set(words), shares.parts))
    scores = {**_fixed(), **scores}
    for piece in model.pieces[3:]:
        scores.setdefault(piece.piece, max(piece.score - _PART_PENALTY, _LEAST_SCORE))
    del model.pieces[3:]
    for text, score in scores.items():
        model.pieces.add(piece=text, score=score)
    model.trainer_spec.vocab_size = len(model.pieces)
    return model.SerializeToString()


def _score(share: float) -> float:
    return math.log(share / 2)


def _english(english: Mapping[str, float], most: int) -> dict[str, float]:
    """The words in most use, without those that two pieces spell as well."""
    found: dict[str, float] = {}
    for word, share in sorted(english.items(), key=lambda item: -item[1]):
        if not _is_word(word):
            continue
        if len(found) >= _COMMONEST and _is_two_pieces(word, found):
            continue
        found[word] = share
        if len(found) == most:
            break
    return found


def _is_word(word: str) -> bool:
    return word.isascii() and word.replace("'", "").isalpha()


def _is_two_pieces(word: str, found: Container[str]) -> bool:
    """Whether a stem among the found words and an ending spell it ("ride", and not "rid", is the stem of "riding")."""
    stems = [word[: -len(ending)] for ending in _ENDINGS if word.endswith(ending)]
    return any(stem in found and (word.endswith("s") or f"{stem}e" not in found) for stem in stems)


def _chinese(chinese: Mapping[str, float], characters: Mapping[str, int], shares: Shares) -> dict[str, float]:
    singles: dict[str, float] = defaultdict(float)
    words: dict[str, float] = {}
    for word, share in sorted(chinese.items(), key=lambda item: -item[1]):
        if not all(map(is_cjk, word)):
            continue
        for sign in word:
            singles[sign] += share * (1 if len(word) == 1 else 0.02)
        if 2 <= len(word) <= _LONGEST_CHINESE and len(words) < shares.chinese:
            words[word] = _score(share)
    total = sum(characters.values())
    for sign, times in characters.items():
        singles[sign] += 0.02 * times / total
    most = sorted(singles.items(), key=lambda item: -item[1])
    chosen = {sign: max(_score(share), _LEAST_SCORE) for sign, share in most[: shares.characters]}
    return chosen | words


def _parts(english: Mapping[str, float], whole: set[str], most: int) -> bytes:
    """A model of the parts of those words that are no pieces; the rarer ones count nearly as much as the others."""
    lines = []
    for word, share in english.items():
        is_wanted = _is_word(word) and share > _LEAST_SHARE and word not in whole
        if is_wanted and not _is_two_pieces(word, whole):
            lines.append(f"{piece_text(word)}\t{max(1, round((share * 1e8) ** 0.5))}")
    made = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(lines),
        input_format="tsv",
        model_writer=made,
        vocab_size=most,
        hard_vocab_limit=False,
        model_type="unigram",
        normalization_rule_name="identity",
        add_dummy_prefix=False,
        remove_extra_whitespaces=False,
        max_sentencepiece_length=10,
        num_threads=1,
        minloglevel=1,
    )
    return made.getvalue()


def _fixed() -> dict[str, float]:
    """Numbers, marks and letters: pieces whatever the frequencies say."""
    numbers = [str(number) for number in (*range(100), *range(1950, 2036))] + ["00", "000"]
    scores = {f"{before}{number}": _NUMBER_SCORE for number in numbers for before in ("", SPACE)}
    scores |= dict.fromkeys(_MARKS, _MARK_SCORE) | {f"{SPACE}{mark}": _MARK_SCORE - 2 for mark in _OPENING}
    letters = "abcdefghijklmnopqrstuvwxyz"
    scores |= dict.fromkeys(letters, _LEAST_SCORE + 3) | {f"{SPACE}{one}": _LEAST_SCORE + 3 for one in letters}
    scores |= dict.fromkeys(_ENDINGS, _ENDING_SCORE)
    return scores | {SPACE: _LEAST_SCORE + 4, "'s": _MARK_SCORE - 1, "'t": _MARK_SCORE - 2}


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
