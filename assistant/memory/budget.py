"""Fit texts into a token budget: which ones, and which part of a long one."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.language.patterns import lazy_pattern
from assistant.language.token_estimate import estimate_tokens

_SENTENCE_END = lazy_pattern(r"(?<=[.!?;])\s+|(?<=[。！？；])|\n+")
_LOOKED_AT = 200_000  # characters of a very long text that are searched for the part that matters
_MARK = "…"


def fit(costs: Sequence[int], budget: int) -> list[int]:
    """Positions of what fits, in the given order, best first. What is too large is passed over, not cut.

    The sum of the chosen costs is never above `budget`.
    """
    chosen: list[int] = []
    left = budget
    for position, cost in enumerate(costs):
        if cost <= left:
            chosen.append(position)
            left -= cost
    return chosen


def shorten(text: str, tokens: int) -> str:
    """The beginning of a text that costs at most `tokens`, with a mark where it was cut."""
    if estimate_tokens(text) <= tokens:
        return text
    if tokens <= 1:
        return ""
    shortest, longest = 0, len(text)
    while shortest < longest:  # the estimate grows with the text, so halving finds the place
        middle = (shortest + longest + 1) // 2
        if estimate_tokens(text[:middle]) < tokens:
            shortest = middle
        else:
            longest = middle - 1
    cut = text[:shortest]
    space = cut.rfind(" ")
    return (cut[:space] if space > len(cut) * 0.7 else cut).rstrip() + _MARK


def sentences(text: str) -> list[str]:
    """The sentences and lines of a text, without the empty ones."""
    return [part.strip() for part in _SENTENCE_END.split(text) if part and part.strip()]


def excerpt(text: str, wanted: Sequence[str], tokens: int) -> str:
    """The part of a text that says most about the wanted words (casefolded), on one line, within `tokens`."""
    text = text[:_LOOKED_AT]
    line = " ".join(text.split())
    if estimate_tokens(line[: tokens * 20]) <= tokens and len(line) <= tokens * 20:
        return line
    parts = [" ".join(part.split()) for part in sentences(text)] or [line]
    first = best = max(range(len(parts)), key=lambda place: (_hits(parts[place], wanted), -place))
    last = best
    used = estimate_tokens(parts[best])
    while used < tokens:
        step = _neighbour(parts, first, last, tokens - used)
        if step is None:
            break
        first, last = min(first, step), max(last, step)
        used += estimate_tokens(parts[step])
    chosen = " ".join(parts[first : last + 1])
    return shorten((_MARK if first else "") + chosen, tokens)


def _hits(sentence: str, wanted: Sequence[str]) -> int:
    folded = sentence.casefold()
    return sum(word in folded for word in wanted)


def _neighbour(parts: Sequence[str], first: int, last: int, left: int) -> int | None:
    """The next sentence to take in: what follows before what precedes, when it fits."""
    for step in (last + 1, first - 1):
        if 0 <= step < len(parts) and estimate_tokens(parts[step]) <= left:
            return step
    return None
