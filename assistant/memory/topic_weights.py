"""What each sign that a topic comes up is worth; the names are those of `topics.FEATURES`.

Made by `python -m assistant.training intentions --seed 1`, from the wordings of `assistant.evaluation` but for the
blind one; not edited by hand.
"""

from __future__ import annotations

VERSION = 2
"""Of the features that the weights belong to: raise it with every change of their meaning, and learn anew."""

LEAST_PROBABILITY = 0.459
"""How sure a topic must be to come up."""

WEIGHTS: dict[str, float] = {
    "bias": -5.819,
    "share": 1.618,
    "whole": 0.770,
    "missing": -0.998,
    "all things": 1.008,
    "akin": 1.998,
    "reach": 1.973,
    "meaning": 4.566,
    "signs": 0.936,
    "all signs": 1.210,
    "near together": 0.552,
    "chinese": -0.928,
    "past": -1.353,
    "now": 1.323,
    "beginning": 1.812,
    "soon": 1.005,
    "owed": 0.612,
    "going": 0.521,
    "planned": 0.577,
    "gerund": 1.497,
    "question": -0.030,
    "of others": -1.403,
    "ended": -0.929,
}
