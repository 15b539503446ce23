"""What each sign that a topic comes up is worth; the names are those of `topics.FEATURES`.

Made by `python -m assistant.training intentions --seed 1`, from the wordings of `assistant.evaluation` but for the
blind one; not edited by hand.
"""

from __future__ import annotations

VERSION = 1
"""Of the features that the weights belong to: raise it with every change of their meaning, and learn anew."""

LEAST_PROBABILITY = 0.595
"""How sure a topic must be to come up."""

WEIGHTS: dict[str, float] = {
    "bias": -3.404,
    "share": 1.750,
    "whole": 1.397,
    "missing": -2.237,
    "akin": 3.178,
    "reach": 2.930,
    "signs": 1.311,
    "all signs": 1.695,
    "near together": 0.645,
    "chinese": -0.993,
    "past": -1.233,
    "now": 0.894,
    "beginning": 1.716,
    "soon": 1.146,
    "owed": 1.087,
    "going": 0.488,
    "planned": 0.656,
    "gerund": 1.626,
    "question": 0.367,
    "of others": -1.284,
    "ended": -0.748,
}
