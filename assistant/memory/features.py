"""The pair features f_ij that the scorer reads for a focus i and a passage j; shared with training.

A feature of a group is 0 or more and means evidence: 0 is none. All but the four that the free baseline adds up mean
the same in any store: a share of what the focus asks, of the store's best. A feature without a group is context: the
shape of the question and of the store, equal for all candidates; it only says how far the others can be trusted.
What stands beside a passage and in its session counts only as far as it adds to what the passage says itself.
All come from arrays that are kept up to date as items come and go: one question costs no pass over texts.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from assistant.domain.memory import ReasonKind
from assistant.domain.ports import FloatArray, IntArray, PassageTable
from assistant.memory.feature_store import Columns, meaning, recency, speaker, store_shape
from assistant.memory.feature_terms import SharedTerms
from assistant.memory.ranking import Match

VERSION = 3
"""Raise it when a column changes its meaning: scorers trained on the old ones are then refused."""


@dataclass(frozen=True, slots=True)
class Feature:
    """A column of the features: its name and the group whose contribution the scorer reports; None for context."""

    name: str
    group: ReasonKind | None


_MEANT = "has_meaning meaning_best meaning_lead meaning_spread likeness_best likeness_lead agreement"
_BY_GROUP: dict[ReasonKind | None, str] = {
    ReasonKind.WORDS: "words_bm25 words_share words_covered words_rarest words_count",
    ReasonKind.DATES: "dates_bm25 dates_covered",
    ReasonKind.NAMES: "names_covered numbers_covered",
    ReasonKind.NEIGHBOURS: (
        "neighbour_bm25 previous_share following_share beside_covered around_added wide_added beside_names"
    ),
    ReasonKind.SESSION: (
        "session_bm25 session_share session_added session_names session_best session_first"
        " burst_best burst_share burst_added"
    ),
    ReasonKind.SPEAKER: "speaker_named speaker_beside",
    ReasonKind.MEANING: (
        "meaning meaning_share meaning_high likeness likeness_share meaning_previous meaning_following"
        " likeness_around meaning_session meaning_session_share likeness_session"
    ),
    ReasonKind.RECENT: "recent recent_log recent_burst",
    None: (
        "asks terms unknown covered_best covered_top words_lead has_names has_dates has_numbers names_unknown is_cjk"
        " store_size passage_length session_size alone session_lead session_match"
        f" {_MEANT}"
    ),
}
FEATURES = tuple(Feature(name, group) for group, names in _BY_GROUP.items() for name in names.split())
GROUPS = tuple(group for group in _BY_GROUP if group is not None)
OF_MEANING = tuple(feature.group is ReasonKind.MEANING or feature.name in _MEANT.split() for feature in FEATURES)
"""For each column, whether it stays 0 without an encoder."""

COLUMNS = {feature.name: place for place, feature in enumerate(FEATURES)}
EVIDENCE = sum(feature.group is not None for feature in FEATURES)
"""The first so many columns are evidence, the rest context."""


def pair_features(
    focus: str, match: Match, table: PassageTable, rows: IntArray, likeness: FloatArray | None = None
) -> FloatArray:
    """The features of these passages: float32, shape (len(rows), len(FEATURES)), columns as in `FEATURES`.

    Args:
        focus: The text that was matched.
        match: The focus against every passage of `table`.
        table: The passages.
        rows: The candidates, (n,).
        likeness: The max-sim of each candidate, (n,); None without an encoder.
    """
    values = np.zeros((len(rows), len(FEATURES)), np.float32)
    if not len(rows):
        return values
    columns: Columns = {}
    shared = SharedTerms(focus, match, table, rows)
    for part in (shared.own(), shared.around(), shared.session(), shared.burst(), shared.question()):
        columns |= part
    columns |= speaker(focus, table, rows) | recency(table, rows) | store_shape(table)
    if match.cosine is not None and likeness is not None and match.cosine.any():  # else nothing is encoded yet
        columns |= meaning(match.cosine, likeness, match.words, table, rows)
    for name, column in columns.items():
        values[:, COLUMNS[name]] = column
    return values
