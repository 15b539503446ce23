"""Which of the two languages a text is in, and which characters are Chinese."""

from __future__ import annotations

from assistant.domain.item import Language
from assistant.language.patterns import lazy_pattern

READ_CHARACTERS = 2_000
"""How much of a text is looked at: what follows does not change what a person would say."""

_HAN = lazy_pattern("[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LATIN_WORD = lazy_pattern(r"[A-Za-z\u00c0-\u024f]+")
_CHARACTERS_IN_A_CHINESE_WORD = 1.5


def has_han(text: str) -> bool:
    """Whether there is a Chinese character in `text`."""
    return not text.isascii() and _HAN.search(text) is not None


def detect(text: str) -> Language:
    """The language most words of `text` are in; English when there are no words."""
    start = text[:READ_CHARACTERS]
    chinese_words = len(_HAN.findall(start)) / _CHARACTERS_IN_A_CHINESE_WORD
    if not chinese_words:
        return Language.ENGLISH
    return Language.CHINESE if chinese_words >= len(_LATIN_WORD.findall(start)) else Language.ENGLISH
