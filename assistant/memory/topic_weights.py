"""What each sign that a topic comes up is worth; the names are those of `topics.FEATURES`.

Made by `python -m assistant.training intentions --seed 1`, from the wordings of `assistant.evaluation` but for the
blind one; not edited by hand.
"""

from __future__ import annotations

VERSION = 1
"""Of the features that the weights belong to: raise it with every change of their meaning, and learn anew."""

LEAST_PROBABILITY = 0.616
"""How sure a topic must be to come up."""

WEIGHTS: dict[str, float] = {
    "bias": -3.465,
    "share": 1.748,
    "whole": 1.290,
    "missing": -2.193,
    "akin": 3.157,
    "reach": 3.222,
    "signs": 1.401,
    "all signs": 1.641,
    "near together": 0.640,
    "chinese": -0.908,
    "past": -1.373,
    "now": 0.904,
    "beginning": 1.806,
    "soon": 1.121,
    "owed": 1.060,
    "going": 0.523,
    "planned": 0.560,
    "gerund": 1.654,
    "question": 0.539,
    "of others": -1.249,
    "ended": -0.671,
}
