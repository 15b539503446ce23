"""How often words are used in ordinary language (wordfreq's lists), and signs in a Chinese dictionary.

The lists are MessagePack, of which they use arrays, strings, small numbers and one small map; nothing else is read.
"""

from __future__ import annotations

import gzip
from collections import Counter
from typing import Any, cast

from assistant.language.tokens import is_cjk
from assistant.training.corpus import Shelf
from assistant.training.corpus_lexicons import headwords

WORDS = "large_{language}.msgpack.gz"


def word_shares(shelf: Shelf, language: str) -> dict[str, float]:
    """Words of "en" or "zh" with their share of running text, the commonest first. Raises `ValueError` or `OSError`.

    Row n of the list holds the words of 10 ** (-n / 100); forms that stand for all numbers ("00") are left out.
    """
    rows: Any = _Packed(gzip.decompress(shelf.path(WORDS.format(language=language)).read_bytes())).value()
    if not isinstance(rows, list):
        raise TypeError(f"not a list of words: {language}")
    lists = cast("list[list[str]]", rows[1:])
    return {word: 10 ** (-place / 100) for place, words in enumerate(lists) for word in words if "00" not in word}


def sign_counts(shelf: Shelf) -> Counter[str]:
    """How often a Chinese character stands in CC-CEDICT's words, in either spelling."""
    return Counter(sign for word in headwords(shelf) for sign in word if is_cjk(sign))


class _Packed:
    """Reads one MessagePack value after the other (source: the MessagePack specification)."""

    def __init__(self, data: bytes) -> None:
        self._data, self._place = data, 0

    def value(self) -> object:
        """The next value. Raises `ValueError` for a kind that the lists do not use."""
        kind = self._number(1)
        if kind < 0x80:
            return kind
        if kind < 0x90:
            return {str(self.value()): self.value() for _ in range(kind & 0x0F)}
        if kind < 0xA0:
            return self._list(kind & 0x0F)
        if kind < 0xC0:
            return self._text(kind & 0x1F)
        if kind in _LIST_SIZES:
            return self._list(self._number(_LIST_SIZES[kind]))
        if kind in _TEXT_SIZES:
            return self._text(self._number(_TEXT_SIZES[kind]))
        raise ValueError(f"MessagePack kind {kind:#x} at byte {self._place - 1}")

    def _list(self, count: int) -> list[object]:
        return [self.value() for _ in range(count)]

    def _text(self, count: int) -> str:
        self._place += count
        return self._data[self._place - count : self._place].decode("utf-8")

    def _number(self, size: int) -> int:
        self._place += size
        return int.from_bytes(self._data[self._place - size : self._place], "big")


_LIST_SIZES = {0xDC: 2, 0xDD: 4}
_TEXT_SIZES = {0xD9: 1, 0xDA: 2, 0xDB: 4, 0xC4: 1, 0xC5: 2, 0xC6: 4}
