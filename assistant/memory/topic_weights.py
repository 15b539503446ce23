"""What each sign that a topic comes up is worth; the names are those of `topics.FEATURES`.

Made by `python -m assistant.training intentions --seed 1`, from the wordings of `assistant.evaluation` but for the
blind one; not edited by hand.
"""

from __future__ import annotations

VERSION = 1
"""Of the features that the weights belong to: raise it with every change of their meaning, and learn anew."""

LEAST_PROBABILITY = 0.593
"""How sure a topic must be to come up."""

WEIGHTS: dict[str, float] = {
    "bias": -3.480,
    "share": 1.734,
    "whole": 1.316,
    "missing": -2.200,
    "akin": 3.182,
    "reach": 3.172,
    "signs": 1.421,
    "all signs": 1.615,
    "near together": 0.652,
    "chinese": -0.877,
    "past": -1.371,
    "now": 0.907,
    "beginning": 1.827,
    "soon": 1.086,
    "owed": 1.079,
    "going": 0.504,
    "planned": 0.554,
    "gerund": 1.650,
    "question": 0.487,
    "of others": -1.235,
    "ended": -0.632,
}
