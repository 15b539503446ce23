"""How surely a sentence is a standing rule for the assistant: learned weights for its words, pairs and beginnings.

`standing_rules.py` and `rule_signs.py` know the usual forms and signs. What they do not know is decided here, by
weights that are learned without them (`python -m assistant.training rules`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from assistant.language.detect import has_han
from assistant.language.span_features import tokens
from assistant.language.weight_table import find_table

VERSION = 1
"""Of the features that the weights belong to: raise it with every change of their meaning, and learn anew."""

_MARKS = frozenset(",.;:!?，。；：！？-")


def rule_features(folded: str) -> frozenset[str]:
    """What a folded, simplified sentence shows: its words, pairs of them, and how it and its clauses begin."""
    return frozenset(_features(folded))


def _features(folded: str) -> Iterator[str]:
    words = [token.word for token in tokens(folded)]
    yield from words
    yield from (f"{one} {other}" for one, other in pairwise(words))
    if has_han(folded):
        yield from (" ".join(words[place : place + 3]) for place in range(len(words) - 2))
    if words:
        yield from (f"^{words[0]}", f"^{' '.join(words[:2])}")
    yield from (f",{after}" for mark, after in pairwise(words) if mark in _MARKS)
    if folded.rstrip().endswith(("?", "？")):
        yield "asks"


def rule_logit(folded: str) -> float:
    """How surely a folded, simplified sentence is a standing rule; above 0 it is one. 0 without the table."""
    table = find_table(f"rules_{'zh' if has_han(folded) else 'en'}.table", VERSION)
    if table is None:
        return 0.0
    known = [table.numbers[table.rows[name]] for name in rule_features(folded) if name in table.rows]
    return sum(known) * float(table.told["scale"]) + float(table.told["bias"])
