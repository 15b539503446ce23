# ruff: noqa: E501 - a pattern is read best on one line
"""Occasions that name nobody: "when I see him", "when we meet". Who is meant stands in what is to be done."""

from __future__ import annotations

from assistant.language.patterns import lazy_pattern

_THEM = r"(?:him|her|them|each other)"
_SOON = r"(?: (?:up|next|again|tomorrow|today|tonight|soon|together|over|by|round|back|around|about|here|in|there|online))*$"
_PRONOUN_ONLY = lazy_pattern(
    rf"\b(?:see|meet|talk to|speak to|call|ring|phone|visit|write to|e-?mail|text|message|with|to|into|from|reach) {_THEM}{_SOON}"
    rf"|^\s*we(?:'re| are)? (?:(?:next|finally|both|get to|do) )*(?:meet|talk|speak|chat|catch|together|in touch|have (?:coffee|lunch|dinner|a chat)|get together){_SOON}"
    rf"|^\s*(?:he|she|they)(?:'s|'re| is| are)?(?: next)? (?:here|there|back|about|around|in|online|free|comes?|calls?|rings?|phones?|writes?|visits?|replies|arrives?|texts?|gets|shows|drops|turns|pops|stops){_SOON}"
    r"|(?:见到?|碰到|遇到|看到|跟|和|给)[他她]"
)
_MEETING_ONLY = lazy_pattern(
    r"^\s*(?:meeting|call|chat|catch-?up|lunch|dinner|coffee|visit|lesson|session|appointment)$"
)


def names_nobody(folded: str) -> bool:
    """Whether an occasion in small, simplified letters has a pronoun in place of a name."""
    return _PRONOUN_ONLY.search(folded) is not None


def is_meeting(folded: str) -> bool:
    """Whether an occasion is a meeting and no more, as in "at our next meeting": the action may say with whom."""
    return _MEETING_ONLY.match(folded) is not None
