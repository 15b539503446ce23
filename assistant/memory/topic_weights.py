"""What each sign that a topic comes up is worth; the names are those of `topics.FEATURES`.

Made by `python -m assistant.training intentions --seed 1`, from the wordings of `assistant.evaluation` but for the
blind one; not edited by hand.
"""

from __future__ import annotations

VERSION = 1
"""Of the features that the weights belong to: raise it with every change of their meaning, and learn anew."""

LEAST_PROBABILITY = 0.594
"""How sure a topic must be to come up."""

WEIGHTS: dict[str, float] = {
    "bias": -3.461,
    "share": 1.735,
    "whole": 1.325,
    "missing": -2.229,
    "akin": 3.177,
    "reach": 3.105,
    "signs": 1.389,
    "all signs": 1.660,
    "near together": 0.633,
    "chinese": -0.897,
    "past": -1.373,
    "now": 0.889,
    "beginning": 1.828,
    "soon": 1.096,
    "owed": 1.083,
    "going": 0.507,
    "planned": 0.581,
    "gerund": 1.667,
    "question": 0.528,
    "of others": -1.249,
    "ended": -0.656,
}
