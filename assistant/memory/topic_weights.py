"""What each sign that a topic comes up is worth; the names are those of `topics.FEATURES`.

Made by `python -m assistant.training intentions --seed 1`, from the wordings of `assistant.evaluation` but for the
blind one; not edited by hand.
"""

from __future__ import annotations

VERSION = 1
"""Of the features that the weights belong to: raise it with every change of their meaning, and learn anew."""

LEAST_PROBABILITY = 0.571
"""How sure a topic must be to come up."""

WEIGHTS: dict[str, float] = {
    "bias": -3.385,
    "share": 1.734,
    "whole": 1.376,
    "missing": -2.256,
    "akin": 3.231,
    "reach": 2.921,
    "signs": 1.309,
    "all signs": 1.697,
    "near together": 0.658,
    "chinese": -0.970,
    "past": -1.346,
    "now": 0.932,
    "beginning": 1.717,
    "soon": 1.146,
    "owed": 1.095,
    "going": 0.502,
    "planned": 0.574,
    "gerund": 1.627,
    "question": 0.353,
    "of others": -1.233,
    "ended": -0.713,
}
