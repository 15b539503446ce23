"""How surely a sentence that no rule decides speaks of contact: learned weights for the words around the name.

`contact_english.py` and `contact_chinese.py` know signs for contact and against it. Where a sentence shows neither, the
words left and right of the name decide, by weights learned from turns with and without contact
(`contact_weights.py`, made by `python -m assistant.training contact`).
"""

from __future__ import annotations

from collections.abc import Iterator
from math import exp, sqrt

from assistant.language.contact_english import MARK
from assistant.language.contact_weights import WEIGHTS
from assistant.language.detect import has_han
from assistant.language.patterns import lazy_pattern

_WORD = lazy_pattern(rf"[a-z']+|\d+|{MARK}")
_OWNED = lazy_pattern(rf"(?<={MARK})'s")
_REACH = 12  # Chinese signs on either side of the name


def grams(sentence: str) -> frozenset[str]:
    """The words of a folded sentence around `MARK`, alone, in pairs and by side; of a Chinese one its signs."""
    return frozenset(_chinese(sentence) if has_han(sentence) else _english(sentence))


def probability(sentence: str) -> float:
    """How surely a folded, simplified sentence with `MARK` in place of the name speaks of contact: 0 to 1."""
    known = [WEIGHTS[gram] for gram in grams(sentence) if gram in WEIGHTS]
    bias = WEIGHTS["bias zh" if has_han(sentence) else "bias en"]
    return 1 / (1 + exp(-(bias + sum(known) / sqrt(max(1, len(known))))))


def _english(sentence: str) -> Iterator[str]:
    words = _WORD.findall(_OWNED.sub(" 's", sentence))
    place = words.index(MARK) if MARK in words else 0
    for number, word in enumerate(words):
        if word != MARK:
            yield word
            yield f"{'<' if number < place else '>'}{word}"
            yield from (f"-{ending}" for ending in ("ing", "ed") if word.endswith(ending))
        if number:
            yield f"{words[number - 1]} {word}"


def _chinese(sentence: str) -> Iterator[str]:
    left, _, right = sentence.partition(MARK)
    for side, signs in (("<", left[-_REACH:]), (">", right[:_REACH])):
        for length in (1, 2):
            yield from (f"{side}{signs[start : start + length]}" for start in range(len(signs) - length + 1))
    yield from (f"{left[-length:]}|" for length in (1, 2) if left)
    yield from (f"|{right[:length]}" for length in (1, 2) if right)
