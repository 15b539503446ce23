"""The first stage: exact BM25 over all passages, their neighbours and their sessions, from posting lists.

The formula is the free baseline that every learned part must beat (design paper 7). BM25 as in Robertson & Zaragoza,
"The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with idf = ln(1 + (N - df + .5) / (df + .5)).
A session counts as one long document: what it holds as a whole says more than its best passage.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from assistant.domain.ports import FloatArray, IntArray, Passages, PassageTable
from assistant.language import tokens
from assistant.memory.derived import derived

# Measured on the development files (LoCoMo, BEAM) on 2026-11-24: short passages need little length correction.
K1, B = 0.9, 0.4
SESSION_K1, SESSION_B = 1.2, 0.75
NEIGHBOUR_WEIGHT = 0.5
SESSION_WEIGHT = 1.6
SESSION_TERMS = 1000
"""A session of this many terms says half as much about each of its passages as a very short one."""

CANDIDATES = 300
NEAR = 100
"""Candidates by meaning, of which many are candidates by their words as well."""

LEAST_COSINE = 0.05
"""Below it a passage is no candidate by meaning: 19 of 20 that were needed lie well above (MemoryBank, 2026-11-24)."""

LEAST_LIKENESS, OF_THE_BEST = 0.3, 0.8
"""What counts as much the same: of notes that answer a question in the other language half lie above (2026-11-24)."""

_FEW = 8  # times as many passages as are touched: do not walk over all
_LOOKED_AT = 20_000  # scores, to guess where the best begin
_SURELY = 4  # times as many as are wanted

LONGEST_FOCUS = 4000
MOST_TERMS = 48


@dataclass(frozen=True, slots=True)
class Match:
    """What a focus shares with every passage; arrays are float32, shape (n,), 0 or more, row r as in the table.

    words, dates: BM25 of the passage's own terms; dates are months, weekdays and years. neighbours: the better BM25
    of the passages before and after it in its session. session: BM25 of its session as one document, less for long
    sessions. alone: the same for a passage that is its whole session, where these points are its own words'.
    idf: how telling each term of the focus is, for those that stand somewhere. postings: the rows of every term and
    how often each holds it. cosine: the likeness in meaning of every passage, None without an encoder.
    """

    words: FloatArray
    dates: FloatArray
    neighbours: FloatArray
    session: FloatArray
    alone: FloatArray
    idf: dict[str, float]
    postings: dict[str, tuple[IntArray, FloatArray]] = field(default_factory=dict[str, "tuple[IntArray, FloatArray]"])
    cosine: FloatArray | None = None

    def without_surroundings(self) -> Match:
        """The same match, blind to neighbours and sessions: plain BM25."""
        nothing = np.zeros_like(self.words)
        return replace(self, neighbours=nothing, session=nothing, alone=nothing)


def focus_terms(focus: str) -> list[str]:
    """The distinct terms of a focus, of which only a beginning counts when it is very long."""
    return tokens.query_terms(focus[:LONGEST_FOCUS])[:MOST_TERMS]


def match(passages: Passages, table: PassageTable, terms: Sequence[str]) -> Match:
    """Match the terms of a focus with every passage of `table`, which must be `passages.table()`."""
    count = len(table.numbers)
    words, dates = np.zeros(count, np.float32), np.zeros(count, np.float32)
    if not count:
        return Match(words, dates, words, words, words, {})
    norm, sessions = derived(table, _norm), _Sessions(table)
    idf: dict[str, float] = {}
    postings: dict[str, tuple[IntArray, FloatArray]] = {}
    for term in terms:
        rows, counts = postings[term] = passages.postings(term)
        if not len(rows):
            continue
        idf[term] = _idf(count, len(rows))
        into = dates if tokens.is_date_term(term) else words
        into[rows] += np.float32(idf[term] * (K1 + 1)) * counts / (counts + norm[rows])
        sessions.add(rows, counts)
    session, nothing = sessions.scores(), np.float32(0)
    is_alone = derived(table, alone)
    return Match(
        words=words,
        dates=dates,
        neighbours=_neighbours(table, words + dates),
        session=np.where(is_alone, nothing, session),
        alone=np.where(is_alone, session, nothing),
        idf=idf,
        postings=postings,
    )


def formula(matched: Match) -> FloatArray:
    """The free baseline's score of every passage, float32, shape (n,)."""
    total = matched.words + matched.dates
    total += NEIGHBOUR_WEIGHT * matched.neighbours
    total += SESSION_WEIGHT * (matched.session + matched.alone)
    return total


def candidates(scores: FloatArray, allowed: npt.NDArray[np.bool_] | None = None, limit: int = CANDIDATES) -> IntArray:
    """Rows of the best `limit` scores above 0, best first; equal scores newest row first."""
    scores = scores if allowed is None else np.where(allowed, scores, 0)
    rows = np.flatnonzero(scores > _floor(scores, limit))
    if len(rows) > limit:
        rows = rows[np.argpartition(scores[rows], len(rows) - limit)[len(rows) - limit :]]
    return rows[np.lexsort((-rows, -scores[rows]))]


def _floor(scores: FloatArray, limit: int) -> float:
    """A score that surely more than `limit` are above, from a look at some; 0 when there may be fewer."""
    step = len(scores) // _LOOKED_AT
    wanted = _SURELY * limit // max(1, step)
    if step < 2 or wanted >= _LOOKED_AT:
        return 0.0
    some = scores[::step]
    floor = max(0.0, float(np.partition(some, len(some) - 1 - wanted)[len(some) - 1 - wanted]))
    return floor if np.count_nonzero(scores > floor) >= limit else 0.0


def near(cosine: FloatArray, allowed: npt.NDArray[np.bool_] | None = None, limit: int = NEAR) -> IntArray:
    """Rows whose meaning is nearest, by their cosines (n,), best first."""
    return candidates(np.where(cosine >= LEAST_COSINE, cosine, np.float32(0)), allowed, limit)


def closest(alike: FloatArray) -> IntArray:
    """Places of the likenesses (n,) that are high, and not much below the highest, highest first."""
    places = np.flatnonzero(alike >= max(LEAST_LIKENESS, OF_THE_BEST * float(alike.max(initial=0))))
    return places[np.argsort(-alike[places], kind="stable")]


def joined(first: IntArray, second: IntArray) -> IntArray:
    """The rows of both, those of `first` before others, each once."""
    return np.concatenate([first, second[~np.isin(second, first)]])


def alone(table: PassageTable) -> npt.NDArray[np.bool_]:
    """Whether each passage is its whole session, (n,)."""
    return (table.previous < 0) & (table.following < 0)


def _norm(table: PassageTable) -> FloatArray:
    """What BM25 adds below the line for a passage's length, (n,)."""
    return np.float32(K1) * (1 - B + B * table.lengths / np.float32(max(float(table.lengths.mean()), 1e-6)))


def _idf(count: int, frequency: int) -> float:
    return float(np.log1p((count - frequency + 0.5) / (frequency + 0.5)))


def _neighbours(table: PassageTable, own: FloatArray) -> FloatArray:
    touched = np.flatnonzero(own)
    if len(touched) * _FEW > len(own):
        padded = np.append(own, np.float32(0))  # row -1, "no neighbour", reads the 0
        return np.maximum(padded[table.previous], padded[table.following])
    best = np.zeros((2, len(own) + 1), np.float32)  # row -1 takes what has no neighbour
    for side, links in zip(best, (table.following, table.previous), strict=True):
        side[links[touched]] = own[touched]
    return np.maximum(best[0], best[1])[:-1]


def _session_lengths(table: PassageTable) -> tuple[FloatArray, FloatArray, int]:
    """Terms of every session and what BM25 adds below the line for them, (sessions,), and how many are not empty."""
    size = int(table.sessions.max(initial=-1)) + 1
    lengths = np.bincount(table.sessions, weights=table.lengths, minlength=size).astype(np.float32)
    used = max(1, int(np.count_nonzero(lengths)))
    mean = np.float32(max(float(lengths.sum()) / used, 1e-6))
    return lengths, np.float32(SESSION_K1) * (1 - SESSION_B + SESSION_B * lengths / mean), used


class _Sessions:
    """BM25 of sessions as documents. Every passage is in some session, if only its own."""

    def __init__(self, table: PassageTable) -> None:
        self._sessions = table.sessions
        self._lengths, self._norm, self._used = derived(table, _session_lengths)
        self._size = len(self._lengths)
        self._scores = np.zeros(self._size, np.float32)

    def add(self, rows: IntArray, counts: FloatArray) -> None:
        """Add what one term is worth."""
        touched, places = self._sessions[rows], None
        if len(rows) * 8 < self._size:  # a rare term: do not walk over all sessions
            touched, places = np.unique(touched, return_inverse=True)
            counted = np.bincount(places, weights=counts).astype(np.float32)
        else:
            counted = np.bincount(touched, weights=counts, minlength=self._size).astype(np.float32)
            touched = np.flatnonzero(counted)
            counted = counted[touched]
        idf = _idf(self._used, len(touched))
        self._scores[touched] += np.float32(idf * (SESSION_K1 + 1)) * counted / (counted + self._norm[touched])

    def scores(self) -> FloatArray:
        """The points of every passage's session."""
        damped = self._scores / (np.float32(1) + self._lengths / np.float32(SESSION_TERMS))
        return damped[self._sessions].astype(np.float32, copy=False)
