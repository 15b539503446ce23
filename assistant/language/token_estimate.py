"""How many tokens a text may cost a language model, without asking one."""

from __future__ import annotations

import re

_WIDE = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff\U0001f000-\U0001faff]")
_WORD = re.compile(r"[A-Za-z]+|[0-9]|[^\sA-Za-z0-9]")
_LETTERS_PER_TOKEN = 5


def estimate_tokens(text: str) -> int:
    """An estimate on the safe side: one for each CJK character, digit and sign, one for each five letters of a word."""
    wide = len(_WIDE.findall(text))
    rest = _WIDE.sub(" ", text)
    return wide + sum(-(-len(word) // _LETTERS_PER_TOKEN) for word in _WORD.findall(rest))
