"""How probably a recalled item answers a question, before anybody has read its sentences.

The scorer's weight says how an item compares with the others of its store and whether the store can answer at all; it
is least to be trusted where question and item are in different languages, for then no word tells one topic from the
next. So the weight is joined with the likeness in meaning, with a footing of its own for the other language. It stands
in the models' manifest, beside the scorer that it was fitted for: `python -m assistant.evaluation answers --fit` writes
it, a logistic regression on recalled items, with questions that the store can answer and others that it cannot.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from assistant.domain.item import Language
from assistant.domain.memory import Footing, Weighed
from assistant.language.detect import detect
from assistant.memory.features import COLUMNS

_MEANING, _HAS_MEANING = COLUMNS["meaning"], COLUMNS["has_meaning"]
_COVERED, _PARTS = COLUMNS["words_covered"], 6.0
_LEAST = 1e-6
_LEAST_MEANING = 0.18
"""A cosine that two unrelated texts hardly ever reach: without a word in common an item below it answers nothing.

In a store of a few items the weight alone is high for whatever is there."""
_NEVER = -20.0  # log-odds
_LOOKED_AT = 400  # characters that tell an item's language


def wordless(features: Sequence[float]) -> float:
    """How far an item, by its pair features, shares no word with a question: 1 not one, 0 a sixth of it or more."""
    return 1.0 - min(1.0, _PARTS * features[_COVERED])


def odds(hit: Weighed, asked_in: Language, footing: Footing | None) -> float | None:
    """The log-odds that an item answers, from what the scorer saw of it; None where no scorer saw it.

    Nor without a footing of this scorer; nor where the scorer knows no need, for then its weights say which item is
    best and never that none is; nor where nothing is encoded yet.
    """
    seen = hit.evidence
    if footing is None or seen is None or seen.need >= 1.0 - _LEAST or not seen.features[_HAS_MEANING]:
        return None
    if wordless(seen.features) == 1.0 and seen.features[_MEANING] < _LEAST_MEANING:
        return _NEVER
    weight, meaning = min(max(hit.weight, _LEAST), 1.0 - _LEAST), seen.features[_MEANING]
    found = footing.start + footing.weight * math.log(weight / (1.0 - weight)) + footing.meaning * meaning
    if detect(hit.item.text[:_LOOKED_AT]) is not asked_in:
        found += wordless(seen.features) * (footing.other + footing.other_meaning * meaning)
    return found
