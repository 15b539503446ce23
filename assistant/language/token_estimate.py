"""How many tokens a text may cost a language model, without asking one."""

from __future__ import annotations

from assistant.language.patterns import lazy_pattern

_TOKEN = lazy_pattern(r"[A-Za-z]{1,5}|[^\sA-Za-z]|\u3000")


def estimate_tokens(text: str) -> int:
    """An estimate on the safe side: one for each CJK character, digit and sign, one for each five letters of a word."""
    return len(_TOKEN.findall(text))
