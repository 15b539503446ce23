"""The pair features f_ij that the scorer reads for a focus i and a passage j; shared with training.

Every feature is 0 or more and means evidence: more of it never speaks against a passage. All come from arrays that
are kept up to date as items come and go, so that a question costs no pass over texts.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from assistant.domain.memory import ReasonKind
from assistant.domain.ports import FloatArray, IntArray
from assistant.memory.ranking import SESSION_WEIGHT, Match

VERSION = 1
"""Raise it when a column changes its meaning: scorers trained on the old ones are then refused."""


@dataclass(frozen=True, slots=True)
class Feature:
    """A column of the features: its name and the group whose contribution the scorer reports."""

    name: str
    group: ReasonKind


FEATURES = (
    Feature("words_bm25", ReasonKind.WORDS),
    Feature("dates_bm25", ReasonKind.DATES),
    Feature("neighbour_bm25", ReasonKind.NEIGHBOURS),
    Feature("session_bm25", ReasonKind.SESSION),
)
GROUPS = tuple(dict.fromkeys(feature.group for feature in FEATURES))


def pair_features(match: Match, rows: IntArray) -> FloatArray:
    """The features of these passages: float32, shape (len(rows), len(FEATURES)), columns as in `FEATURES`."""
    words = match.words[rows] + np.float32(SESSION_WEIGHT) * match.alone[rows]
    columns = (words, match.dates[rows], match.neighbours[rows], match.session[rows])
    return np.stack(columns, axis=1).astype(np.float32, copy=False)
