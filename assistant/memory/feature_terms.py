"""Evidence from the terms of a focus: which of them stand in a candidate, beside it, and in its session."""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

from assistant.domain.ports import FloatArray, IntArray, PassageTable
from assistant.language import tokens
from assistant.language.patterns import lazy_pattern
from assistant.memory import table_shape
from assistant.memory.feature_store import Columns, beside
from assistant.memory.ranking import SESSION_WEIGHT, Match, at_rows

BoolArray = npt.NDArray[np.bool_]

_TINY = 1e-6
_COMMON = 0.1  # of all passages: a term in more of them says little about a session
_COMMON_AT_LEAST = 50
_TOP = 10
_SEARCHED = 16  # times as many rows as places: from there on a place is found sooner than all rows are marked
_MATCH_SCALE = 10.0  # BM25 points that make a session's match 1
_CAPITAL = lazy_pattern(r"(?<![^\W_])[A-Z][^\W\d_]+(?:['’-][^\W\d_]+)*")
_DIGIT = lazy_pattern(r"\d")
_ASKS = lazy_pattern(
    r"[?？]|^\s*(?:who|what|when|where|which|why|how)\b|[吗呢]|什么|谁|哪|几时|何时|怎么|多少", re.IGNORECASE
)


class SharedTerms:
    """Which terms of the focus stand in each of n candidates and around them; T terms."""

    def __init__(self, focus: str, match: Match, table: PassageTable, rows: IntArray) -> None:
        """Look every term up in the posting lists of `match`, which must be of this focus and `table`."""
        self._focus, self._match, self._table, self._rows = focus, match, table, rows
        self._lists = {term: found for term, (found, _) in match.postings.items()}
        self._describe(list(self._lists))
        self._previous, self._following = beside(table.previous, rows), beside(table.following, rows)
        wide = beside(table.previous, self._previous), beside(table.following, self._following)
        places = np.concatenate([rows, self._previous, self._following, *wide])
        self._hits = self._incidence(places).reshape(len(self._lists), 5, len(rows))
        self._own_covered = self._covered(self._hits[:, 0], "words")
        self._own_names = self._covered(self._hits[:, 0], "names")
        self._whole = match.whole
        self._best = max(float(self._whole.max(initial=0)), _TINY)

    def _describe(self, terms: list[str]) -> None:
        """What kind of term each is, and how telling; a term that nothing holds is the most telling."""
        nowhere = float(np.log1p((len(self._table.numbers) + 0.5) / 0.5))
        self._idf = np.array([self._match.idf.get(term, nowhere) for term in terms], np.float32)
        self._is_found = np.array([term in self._match.idf for term in terms], np.bool_)
        self._is_cjk = np.array([tokens.is_cjk(term) for term in terms], np.bool_)
        is_date = np.array([tokens.is_date_term(term) for term in terms], np.bool_)
        names = {term for word in _CAPITAL.findall(self._focus) for term in tokens.terms(word)}
        self._kinds: dict[str, BoolArray] = {
            "words": ~is_date,
            "dates": is_date,
            "names": np.array([term in names for term in terms], np.bool_) & ~is_date,
            "numbers": np.array([_DIGIT.search(term) is not None for term in terms], np.bool_) & ~is_date,
        }

    def _incidence(self, places: IntArray) -> BoolArray:
        """Whether each term stands at each place (a row or -1), (T, len(places))."""
        hits = np.zeros((len(self._lists), len(places)), np.bool_)
        is_held = np.zeros(len(self._table.numbers) + 1, np.bool_)  # the last stands for -1 and is never held
        for number, found in enumerate(self._lists.values()):
            if len(found) > _SEARCHED * len(places):
                hits[number] = _are_among(places, found)
            elif len(found):
                is_held[found] = True
                hits[number] = is_held[places]
                is_held[found] = False
        return hits

    def _telling(self) -> list[tuple[int, str]]:
        """The terms that stand somewhere and not nearly everywhere, and their numbers."""
        most = _COMMON * len(self._table.numbers) + _COMMON_AT_LEAST
        return [(number, term) for number, (term, found) in enumerate(self._lists.items()) if 0 < len(found) <= most]

    def _within_session(self) -> BoolArray:
        """Whether each telling term stands somewhere in the candidate's session, (T, n)."""
        hits = np.zeros((len(self._lists), len(self._rows)), np.bool_)
        wanted = self._table.sessions[self._rows]
        for number, term in self._telling():
            hits[number] = _are_among(wanted, self._match.holding[term])
        return hits

    def _within_burst(self, starts: IntArray, ends: IntArray) -> BoolArray:
        """Whether each telling term stands somewhere in the rows from `starts` to before `ends`, (n,) each: (T, n)."""
        hits = np.zeros((len(self._lists), len(self._rows)), np.bool_)
        for number, term in self._telling():
            found = self._lists[term]
            hits[number] = np.searchsorted(found, starts) < np.searchsorted(found, ends)
        return hits

    def _covered(self, hits: BoolArray, kind: str) -> FloatArray:
        """The share of the focus's terms of a kind, by idf, that the hits (T, n) hold."""
        weights = self._idf * self._kinds[kind]
        return (weights @ hits / max(float(weights.sum()), _TINY)).astype(np.float32)

    def own(self) -> Columns:
        """What the candidate itself shares with the focus."""
        hits, match, rows = self._hits[:, 0], self._match, self._rows
        telling = self._idf * self._kinds["words"]
        rarest = (telling[:, None] * hits).max(axis=0, initial=0) / max(float(telling.max(initial=0)), _TINY)
        return {
            "words_bm25": match.words[rows] + np.float32(SESSION_WEIGHT) * match.alone(rows),
            "dates_bm25": match.dates[rows],
            "words_share": match.words[rows] / max(float(match.words.max(initial=0)), _TINY),
            "words_covered": self._own_covered,
            "words_rarest": rarest,
            "words_count": np.log1p(hits[self._kinds["words"]].sum(axis=0)),
            "dates_covered": self._covered(hits, "dates"),
            "names_covered": self._own_names,
            "numbers_covered": self._covered(hits, "numbers"),
        }

    def around(self) -> Columns:
        """What stands before and after it in its session."""
        hits = self._hits
        covered, around = self._own_covered, self._covered(_any(hits[:, :3]), "words")
        best = np.float32(self._best)
        return {
            "neighbour_bm25": self._match.neighbours(self._rows),
            "previous_share": at_rows(self._whole, self._previous) / best,
            "following_share": at_rows(self._whole, self._following) / best,
            "beside_covered": self._covered(_any(hits[:, 1:3]), "words"),
            "around_added": np.maximum(0, around - covered),
            "wide_added": np.maximum(0, self._covered(_any(hits), "words") - around),
            "beside_names": self._covered(_any(hits[:, 1:3]), "names"),
        }

    def session(self) -> Columns:
        """What its session shares with the focus; nothing for a passage that is its whole session."""
        rows, match = self._rows, self._match
        others, points = self._best_other(self._table.sessions[self._rows]), match.session(rows)
        of_session = np.maximum(others, self._whole[rows])
        together = ((self._previous >= 0) | (self._following >= 0)).astype(np.float32)
        hits = self._within_session()
        return {
            "session_bm25": points,
            "session_share": points / max(match.best_session(), _TINY),
            "session_added": np.maximum(0, self._covered(hits, "words") - self._own_covered) * together,
            "session_names": np.maximum(0, self._covered(hits, "names") - self._own_names) * together,
            "session_best": others / np.float32(self._best),
            "session_first": self._whole[rows] / np.maximum(of_session, np.float32(_TINY)) * together,
        }

    def burst(self) -> Columns:
        """What was captured in one go with it shares with the focus, in a conversation or not."""
        firsts, ends, roots = table_shape.bursts(self._table)
        mine, own = table_shape.burst_of(self._table, self._rows), self._whole[self._rows]
        total = np.add.reduceat(self._whole, firsts)
        most = max(float((total / roots).max(initial=0)), _TINY)
        covered = self._covered(self._within_burst(firsts[mine], ends[mine]), "words")
        return {
            "burst_best": self._best_other(mine) / np.float32(self._best),
            "burst_share": np.maximum(0, (total[mine] - own) / roots[mine] / np.float32(most)),
            "burst_added": np.maximum(0, covered - self._own_covered),
        }

    def _best_other(self, of_candidates: IntArray) -> FloatArray:
        """The best match among the other candidates in the same part, (n,) as the numbers of the parts; 0 for none."""
        parts, mine = np.unique(of_candidates, return_inverse=True)
        size, own = len(parts), self._whole[self._rows]
        best, leader = np.zeros(size, np.float32), np.full(size, -1, np.int64)
        order = np.argsort(own, kind="stable")
        leader[mine[order]] = order  # the last assignment stands: the best of each part
        is_leader = leader[mine] == np.arange(len(mine))
        best[mine[is_leader]] = own[is_leader]
        second = np.zeros(size, np.float32)
        np.maximum.at(second, mine[~is_leader], own[~is_leader])
        return np.where(is_leader, second[mine], best[mine])

    def question(self) -> Columns:
        """The shape of the question, and how well the best candidates match it."""
        covered = np.sort(self._own_covered)[::-1]
        points = np.sort(self._whole[self._rows])[::-1][: _TOP + 1]
        sessions = np.unique(self._match.session(self._rows))[::-1]
        names = self._kinds["names"]
        runner_up = float(sessions[1]) if len(sessions) > 1 else 0.0
        return {
            "asks": float(_ASKS.search(self._focus) is not None),
            "terms": float(np.log1p(len(self._lists))),
            "unknown": self._share(~self._is_found, np.ones_like(names)),
            "covered_best": float(covered[0]),
            "covered_top": float(covered[:_TOP].mean()),
            "words_lead": float(points[0] - points[-1]) / max(float(points[0]), _TINY),
            "has_names": float(names.any()),
            "has_dates": float(self._kinds["dates"].any()),
            "has_numbers": float(self._kinds["numbers"].any()),
            "names_unknown": self._share(names & ~self._is_found, names),
            "is_cjk": float(self._is_cjk.mean()) if len(self._is_cjk) else 0.0,
            "session_lead": float(sessions[0] - runner_up) / max(float(sessions[0]), _TINY),
            "session_match": float(sessions[0]) / _MATCH_SCALE,
        }

    def _share(self, part: BoolArray, whole: BoolArray) -> float:
        """How much of what `whole` of the terms tell is told by `part` of them."""
        return float(self._idf[part].sum()) / max(float(self._idf[whole].sum()), _TINY)


def _any(hits: BoolArray) -> BoolArray:
    """Whether a term stands at any of the places of each candidate: (T, places, n) -> (T, n)."""
    return np.logical_or.reduce(hits, axis=1)


def _are_among(values: IntArray, known: IntArray) -> BoolArray:
    """Whether each value is one of the known ones, which are ascending and not none."""
    return known[np.minimum(np.searchsorted(known, values), len(known) - 1)] == values
