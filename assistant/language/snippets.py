"""A line of a text around what was searched for."""

from __future__ import annotations

from collections.abc import Sequence

_LONGEST = 160
_BEFORE_MATCH = 40
_LOOKED_AT = 4000


def snippet(text: str, start: int, words: Sequence[str]) -> str:
    """One line of the text from `start` on, around the first of the words that stands in it."""
    part = text[start : start + _LOOKED_AT]
    folded = part.lower()
    if len(folded) != len(part):  # a few capitals grow when folded, and then places differ
        folded = part
    places = [place for place in (folded.find(word.lower()) for word in words) if place >= 0]
    first = max(0, min(places, default=0) - _BEFORE_MATCH)
    line = " ".join(part[first : first + _LONGEST].split())
    return ("…" if start + first > 0 else "") + line + ("…" if start + first + _LONGEST < len(text) else "")
