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
from assistant.memory import table_shape
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

_UNDER_LEAST = float(np.nextafter(np.float32(LEAST_COSINE), np.float32(0)))

LEAST_LIKENESS, OF_THE_BEST = 0.3, 0.8
"""What counts as much the same: of notes that answer a question in the other language half lie above (2026-11-24)."""

_LOOKED_AT = 20_000  # scores, to guess where the best begin
_ALL_UP_TO = 20_000  # passages are all scored
_SURELY = 4  # times as many as are wanted
_BELOW = 0.999  # room for the rounding of sums

LONGEST_FOCUS = 4000
MOST_TERMS = 48


@dataclass(frozen=True, slots=True)
class Match:
    """What a focus shares with every passage of `table`; arrays are float32, 0 or more, row r as in the table.

    words, dates: BM25 of the passage's own terms, (n,); dates are months, weekdays and years. whole: both together.
    of_sessions: BM25 of every session as one document, less for long sessions, (sessions,). idf: how telling each term
    of the focus is, for those that stand somewhere. postings: the rows of every term and how often each holds it.
    holding: for those that stand somewhere, the sessions of these rows, ascending, each once. cosine: the likeness in
    meaning of every passage, (n,), None without an encoder. is_plain: blind to neighbours and sessions.
    What stands around a passage is looked up for the rows that are asked for: most are never.
    """

    table: PassageTable
    words: FloatArray
    dates: FloatArray
    whole: FloatArray
    of_sessions: FloatArray
    idf: dict[str, float]
    postings: dict[str, tuple[IntArray, FloatArray]] = field(default_factory=dict[str, "tuple[IntArray, FloatArray]"])
    holding: dict[str, IntArray] = field(default_factory=dict[str, IntArray])
    cosine: FloatArray | None = None
    is_plain: bool = False

    def without_surroundings(self) -> Match:
        """The same match, blind to neighbours and sessions: plain BM25."""
        return replace(self, is_plain=True)

    def neighbours(self, rows: IntArray) -> FloatArray:
        """The better match of the passages before and after each row in its session, (len(rows),)."""
        if self.is_plain:
            return np.zeros(len(rows), np.float32)
        previous, following = self.table.previous[rows], self.table.following[rows]
        return np.maximum(at_rows(self.whole, previous), at_rows(self.whole, following))

    def session(self, rows: IntArray) -> FloatArray:
        """The points of each row's session; 0 for a passage that is its whole session, (len(rows),)."""
        return np.where(self._is_alone(rows), np.float32(0), self._of_session(rows))

    def alone(self, rows: IntArray) -> FloatArray:
        """The same for a passage that is its whole session, where these points are its own words', (len(rows),)."""
        return np.where(self._is_alone(rows), self._of_session(rows), np.float32(0))

    def best_session(self) -> float:
        """The most points that a session of several passages has."""
        if self.is_plain:
            return 0.0
        several = np.where(derived(self.table, _are_single), np.float32(0), self.of_sessions)
        return float(several.max(initial=0))

    def scores(self, rows: IntArray) -> FloatArray:
        """The free baseline's score of these rows, (len(rows),)."""
        total = self.whole[rows]
        total += np.float32(NEIGHBOUR_WEIGHT) * self.neighbours(rows)
        total += np.float32(SESSION_WEIGHT) * self._of_session(rows)
        return total

    def _is_alone(self, rows: IntArray) -> npt.NDArray[np.bool_]:
        return (self.table.previous[rows] < 0) & (self.table.following[rows] < 0)

    def _of_session(self, rows: IntArray) -> FloatArray:
        if self.is_plain:
            return np.zeros(len(rows), np.float32)
        return self.of_sessions[self.table.sessions[rows]]


def focus_terms(focus: str) -> list[str]:
    """The distinct terms of a focus, of which only a beginning counts when it is very long."""
    return tokens.query_terms(focus[:LONGEST_FOCUS])[:MOST_TERMS]


def match(passages: Passages, table: PassageTable, terms: Sequence[str]) -> Match:
    """Match the terms of a focus with every passage of `table`, which must be `passages.table()`."""
    count = len(table.numbers)
    words, dates = np.zeros(count, np.float32), np.zeros(count, np.float32)
    if not count:
        return Match(table, words, dates, words, words, {})
    lengths, norm, sessions = table_shape.lengths(table), derived(table, _norm), _Sessions(table)
    idf: dict[str, float] = {}
    postings: dict[str, tuple[IntArray, FloatArray]] = {}
    holding: dict[str, IntArray] = {}
    for term in terms:
        rows, counts = postings[term] = passages.postings(term)
        if not len(rows):
            continue
        idf[term] = _idf(count, len(rows))
        points = np.float32(idf[term] * (K1 + 1)) * counts
        points /= counts + norm.take(lengths.take(rows))
        np.add.at(dates if tokens.is_date_term(term) else words, rows, points)
        holding[term] = sessions.add(rows, counts)
    whole = words + dates
    return Match(table, words, dates, whole, sessions.scores(), idf, postings, holding)


def formula(matched: Match) -> FloatArray:
    """The free baseline's score of every passage, float32, shape (n,)."""
    return matched.scores(np.arange(len(matched.whole)))


def best(matched: Match, allowed: npt.NDArray[np.bool_] | None = None, limit: int = CANDIDATES) -> IntArray:
    """`candidates(formula(matched), allowed, limit)`, without scoring what cannot be among them.

    A passage's score is its own part and its session's, and at most half of the best match there is from a neighbour.
    """
    if len(matched.whole) <= _ALL_UP_TO or matched.is_plain:
        return candidates(formula(matched), allowed, limit)
    sure = np.float32(SESSION_WEIGHT) * matched.of_sessions
    lower = sure.take(matched.table.sessions)
    lower += matched.whole
    first = candidates(lower, allowed, _SURELY * limit)
    if len(first) < limit:
        return candidates(formula(matched), allowed, limit)
    exact = matched.scores(first)
    least = float(np.partition(exact, len(exact) - limit)[len(exact) - limit])
    lent = NEIGHBOUR_WEIGHT * float(matched.whole.max())
    rows = np.flatnonzero(lower > max(0.0, least * _BELOW - lent / _BELOW))
    rows = rows if allowed is None else rows[allowed[rows]]
    return _ordered(rows, matched.scores(rows), limit)


def candidates(
    scores: FloatArray, allowed: npt.NDArray[np.bool_] | None = None, limit: int = CANDIDATES, above: float = 0
) -> IntArray:
    """Rows of the best `limit` scores above `above`, best first; equal scores newest row first."""
    for floor in (max(_floor(scores, limit), above), above):
        rows = np.flatnonzero(scores > floor)
        rows = rows if allowed is None else rows[allowed[rows]]
        if len(rows) >= limit:
            break
    return _ordered(rows, scores[rows], limit)


def _ordered(rows: IntArray, scores: FloatArray, limit: int) -> IntArray:
    """The best `limit` of these rows by their scores, which are above 0."""
    if len(rows) > limit:
        places = np.flatnonzero(scores >= np.partition(scores, len(scores) - limit)[len(scores) - limit])
        rows, scores = rows[places], scores[places]
    return rows[np.lexsort((-rows, -scores))][:limit]


def _floor(scores: FloatArray, limit: int) -> float:
    """A score that more than `limit` are hardly not above, from a look at some; 0 where all are to be looked at."""
    step = len(scores) // _LOOKED_AT
    wanted = _SURELY * limit // max(1, step)
    if step < 2 or wanted >= _LOOKED_AT:
        return 0.0
    some = scores[::step]
    return max(0.0, float(np.partition(some, len(some) - 1 - wanted)[len(some) - 1 - wanted]))


def near(cosine: FloatArray, allowed: npt.NDArray[np.bool_] | None = None, limit: int = NEAR) -> IntArray:
    """Rows whose meaning is nearest, by their cosines (n,), best first."""
    return candidates(cosine, allowed, limit, above=_UNDER_LEAST)


def closest(alike: FloatArray) -> IntArray:
    """Places of the likenesses (n,) that are high, and not much below the highest, highest first."""
    places = np.flatnonzero(alike >= max(LEAST_LIKENESS, OF_THE_BEST * float(alike.max(initial=0))))
    return places[np.argsort(-alike[places], kind="stable")]


def joined(first: IntArray, second: IntArray) -> IntArray:
    """The rows of both, those of `first` before others, each once."""
    known = set(first.tolist())  # a few hundred: quicker than sorting
    return np.concatenate([first, np.array([row for row in second.tolist() if row not in known], np.int64)])


def at_rows(values: FloatArray, rows: IntArray) -> FloatArray:
    """Values at these rows; 0 for row -1, "none"."""
    found = values[rows]
    found[rows < 0] = 0
    return found


def _norm(table: PassageTable) -> FloatArray:
    """What BM25 adds below the line for a passage of each length: far fewer than passages, and quick to look up."""
    longest = int(table_shape.lengths(table).max(initial=0))
    return _below(np.arange(longest + 1, dtype=np.float32), float(table.lengths.mean()), K1, B)


def _below(lengths: FloatArray, mean: float, k1: float, b: float) -> FloatArray:
    """k1 (1 - b + b length / mean), (n,), without an array for each step."""
    below = lengths * np.float32(b)
    below /= np.float32(max(mean, 1e-6))
    below += np.float32(1 - b)
    below *= np.float32(k1)
    return below


def _idf(count: int, frequency: int) -> float:
    return float(np.log1p((count - frequency + 0.5) / (frequency + 0.5)))


def _session_norm(table: PassageTable) -> tuple[FloatArray, FloatArray, int]:
    """By session what BM25 adds below the line for its terms and by how much they damp; how many are not empty."""
    lengths = table_shape.sessions(table).lengths
    used = max(1, int(np.count_nonzero(lengths)))
    norm, damping = (
        _below(lengths, float(lengths.sum()) / used, SESSION_K1, SESSION_B),
        lengths / np.float32(SESSION_TERMS),
    )
    damping += 1
    return norm, damping, used


def _are_single(table: PassageTable) -> npt.NDArray[np.bool_]:
    """Whether each session has one passage alone, (sessions,)."""
    return table_shape.sessions(table).sizes == 1


class _Sessions:
    """BM25 of sessions as documents. Every passage is in some session, if only its own."""

    def __init__(self, table: PassageTable) -> None:
        self._sessions = table.sessions
        self._norm, self._damping, self._used = derived(table, _session_norm)
        self._scores = np.zeros(len(self._norm), np.float32)

    def add(self, rows: IntArray, counts: FloatArray) -> IntArray:
        """Add what one term is worth; the sessions that hold it, ascending, each once."""
        touched, counted = _counted(self._sessions.take(rows), counts)
        idf = _idf(self._used, len(touched))
        points = np.float32(idf * (SESSION_K1 + 1)) * counted
        points /= counted + self._norm.take(touched)
        np.add.at(self._scores, touched, points)
        return touched

    def scores(self) -> FloatArray:
        """The points of every session, (sessions,)."""
        return self._scores / self._damping


def _counted(sessions: IntArray, counts: FloatArray) -> tuple[IntArray, FloatArray]:
    """The distinct sessions, ascending, and the sum of what is counted in each.

    Sessions that begin one after another are mostly in order already, and those that go on later make few runs: what
    is nearly sorted is sorted quickly.
    """
    is_first = _are_first(sessions)
    if (sessions[1:] < sessions[:-1]).any():
        order = np.argsort(sessions, kind="stable")
        sessions, counts = sessions.take(order), counts.take(order)
        is_first = _are_first(sessions)
    starts, others = np.flatnonzero(is_first), np.flatnonzero(~is_first)
    counted = counts.take(starts)
    np.add.at(counted, np.cumsum(is_first).take(others) - 1, counts.take(others))
    return sessions.take(starts), counted


def _are_first(values: IntArray) -> npt.NDArray[np.bool_]:
    """Whether each of the values (n,), n > 0, differs from the one before it."""
    return np.append(True, values[1:] != values[:-1])
