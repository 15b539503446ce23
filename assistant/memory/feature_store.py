"""Evidence from the store's shape and from the encoder: recency, speakers, meaning; nothing reads a text."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from assistant.domain.ports import FloatArray, IntArray, PassageTable
from assistant.language import tokens
from assistant.memory import table_shape
from assistant.memory.derived import derived
from assistant.memory.ranking import at_rows

Columns = dict[str, npt.NDArray[np.floating[Any]] | float]
"""Columns by name: a value for each candidate, or one for all."""

_TOP = 10
_LOOKED_AT = 100_000  # cosines
_LEAST_MEANING = 0.05  # below this no cosine means anything
_LEAST_SPREAD = 1e-3
_HIGH = 4.0  # standard deviations above the store's mean that count as 1


def beside(links: IntArray, rows: IntArray) -> IntArray:
    """The linked rows; -1 where there is none, also for row -1."""
    return np.where(rows >= 0, links[rows], -1)


def recency(table: PassageTable, rows: IntArray) -> Columns:
    """How late in the store's life a passage came, by count and not by the clock: 1 is the newest."""
    age = len(table.numbers) - 1 - rows
    return {
        "recent": (1 - age / len(table.numbers)).astype(np.float32),
        "recent_log": (1 / (1 + np.log1p(age))).astype(np.float32),
        "recent_burst": (1 / (len(table_shape.bursts(table).firsts) - table_shape.burst_of(table, rows))).astype(
            np.float32
        ),
    }


def speaker(focus: str, table: PassageTable, rows: IntArray) -> Columns:
    """Whether the one who said it, or said what stands beside it, is named in the focus."""
    if not table.speaker_names:
        return {}
    said = set(tokens.query_terms(focus))
    is_named = [not said.isdisjoint(tokens.terms(name)) for name in table.speaker_names]
    named = np.array([*is_named, False], np.float32)  # speaker -1, "nobody", reads the last
    previous, following = (named[beside(table.speakers, links[rows])] for links in (table.previous, table.following))
    return {"speaker_named": named[table.speakers[rows]], "speaker_beside": np.maximum(previous, following)}


def store_shape(table: PassageTable) -> Columns:
    """The store's size, how long its passages and sessions are, and how many passages stand alone."""
    return derived(table, _store_shape)


def _store_shape(table: PassageTable) -> Columns:
    count, sizes = len(table.numbers), table_shape.sessions(table).sizes
    used = int(np.count_nonzero(sizes))
    return {
        "store_size": float(np.log10(1 + count)),
        "passage_length": float(np.log1p(table.lengths.mean())),
        "session_size": float(np.log1p(count / max(1, used))),
        "alone": np.count_nonzero(sizes == 1) / count,
    }


def meaning(
    cosine: FloatArray, likeness: FloatArray, words: FloatArray, table: PassageTable, rows: IntArray
) -> Columns:
    """What the encoder says: cosines of all passages (n,), max-sim of the candidates, BM25 of all passages (n,)."""
    middle, spread = _moments(cosine)
    like = np.maximum(likeness, 0)
    own = np.maximum(cosine[rows], 0)
    best, like_best = max(float(cosine.max()), _LEAST_MEANING), max(float(like.max()), _LEAST_MEANING)
    previous, following = beside(table.previous, rows), beside(table.following, rows)
    high = np.flatnonzero(cosine > middle + _above(len(cosine)) * spread)  # a session's best is seldom lower
    in_session = _session_best(table, np.append(high, rows), np.append(np.maximum(cosine[high], 0), own), rows)
    like_session = _session_best(table, rows, like, rows)
    order = np.argsort(rows)
    together = ((previous >= 0) | (following >= 0)).astype(np.float32)
    top, like_top = np.sort(own)[::-1][: _TOP + 1], np.sort(like)[::-1][: _TOP + 1]
    return {
        "meaning": own,
        "meaning_share": own / np.float32(best),
        "meaning_high": np.maximum(0, (cosine[rows] - middle) / (spread * _HIGH)),
        "likeness": like,
        "likeness_share": like / np.float32(like_best),
        "meaning_previous": np.maximum(at_rows(cosine, previous), 0),
        "meaning_following": np.maximum(at_rows(cosine, following), 0),
        "likeness_around": np.maximum(_of(rows, like, order, previous), _of(rows, like, order, following)),
        "meaning_session": in_session * together,
        "meaning_session_share": in_session / np.float32(best) * together,
        "likeness_session": like_session * together,
        "has_meaning": 1.0,
        "meaning_best": best,
        "meaning_lead": float(top[0] - top[-1]),
        "meaning_spread": spread,
        "likeness_best": like_best,
        "likeness_lead": float(like_top[0] - like_top[-1]),
        "agreement": float(like[int(words[rows].argmax())]) / like_best,
    }


def _moments(cosine: FloatArray) -> tuple[float, float]:
    """The mean and the spread of all cosines (n,), estimated from `_LOOKED_AT` of a very large store."""
    some = cosine[:: max(1, len(cosine) // _LOOKED_AT)]
    return float(some.mean()), max(float(some.std()), _LEAST_SPREAD)


def _above(count: int) -> float:
    """Standard deviations above the mean from which a cosine may be a session's best: fewer in a larger store."""
    return 1.0 if count <= _LOOKED_AT else 2.0


def _of(rows: IntArray, values: FloatArray, order: IntArray, wanted: IntArray) -> FloatArray:
    """The values (n,) of those of the wanted rows that are among `rows` (n,), which `order` sorts; else 0."""
    at = order[np.minimum(np.searchsorted(rows, wanted, sorter=order), len(rows) - 1)]
    return np.where(rows[at] == wanted, values[at], np.float32(0))


def _session_best(table: PassageTable, at: IntArray, values: FloatArray, rows: IntArray) -> FloatArray:
    """The best of `values`, which stand at the rows `at`, in the session of each of `rows`."""
    wanted, of_values = table.sessions[rows], table.sessions[at]
    best = np.zeros(max(int(wanted.max()), int(of_values.max())) + 1, np.float32)
    np.maximum.at(best, of_values, values)
    return best[wanted]
