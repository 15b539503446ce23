"""What each sign that a topic comes up is worth; the names are those of `topics.FEATURES`.

Made by `python -m assistant.training intentions --seed 1`, from the wordings of `assistant.evaluation` but for the
blind one; not edited by hand.
"""

from __future__ import annotations

VERSION = 2
"""Of the features that the weights belong to: raise it with every change of their meaning, and learn anew."""

LEAST_PROBABILITY = 0.635
"""How sure a topic must be to come up."""

WEIGHTS: dict[str, float] = {
    "bias": -5.063,
    "share": 1.128,
    "whole": 0.881,
    "missing": -1.080,
    "all things": 0.828,
    "akin": 1.668,
    "reach": 1.018,
    "meaning": 4.473,
    "signs": 1.154,
    "all signs": 0.893,
    "near together": 0.487,
    "chinese": -0.885,
    "past": -1.343,
    "now": 1.882,
    "beginning": 1.909,
    "soon": 0.868,
    "owed": 0.527,
    "going": 0.668,
    "planned": 0.488,
    "gerund": 2.156,
    "question": -0.113,
    "of others": -1.678,
    "ended": -0.893,
}
