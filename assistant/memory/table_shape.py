"""How the passages of a table lie in sessions and in bursts: counted once, and grown with a table that grows."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from assistant.domain.ports import FloatArray, IntArray, PassageTable
from assistant.memory.derived import derived

BURST_MS = 30 * 60 * 1000
"""What is captured within this time of the last capture belongs to the same burst."""

_LONGEST = 2**16 - 1  # passages are far shorter


class Sessions(NamedTuple):
    """What the first `rows` of a table hold: passages and terms of every session, int64 and float32 (sessions,)."""

    rows: int
    sizes: IntArray
    lengths: FloatArray


class _Bursts(NamedTuple):
    """The rows at which all bursts but the first begin, (bursts - 1,), among the first `rows` of a table."""

    rows: int
    begun: IntArray


class Spans(NamedTuple):
    """Bursts as spans of rows, which stand in the order of capture: first row, row behind, root of the size, (n,)."""

    firsts: IntArray
    ends: IntArray
    roots: FloatArray


def sessions(table: PassageTable) -> Sessions:
    """How large the sessions are."""
    return derived(table, _sessions, _more_sessions)


def lengths(table: PassageTable) -> npt.NDArray[np.uint16]:
    """The terms of every passage as small whole numbers, (n,)."""
    return derived(table, _lengths, _more_lengths)


def bursts(table: PassageTable) -> Spans:
    """Where the bursts of a table that is not empty lie."""
    return derived(table, _spans)


def burst_of(table: PassageTable, rows: IntArray) -> IntArray:
    """The number of the burst of each row, (n,)."""
    return np.searchsorted(derived(table, _bursts, _more_bursts).begun, rows, side="right")


def _lengths(table: PassageTable) -> npt.NDArray[np.uint16]:
    return np.minimum(table.lengths, _LONGEST).astype(np.uint16)


def _more_lengths(known: npt.NDArray[np.uint16], table: PassageTable) -> npt.NDArray[np.uint16]:
    return np.append(known, np.minimum(table.lengths[len(known) :], _LONGEST).astype(np.uint16))


def _sessions(table: PassageTable) -> Sessions:
    return _more_sessions(Sessions(0, np.empty(0, np.int64), np.empty(0, np.float32)), table)


def _more_sessions(known: Sessions, table: PassageTable) -> Sessions:
    of_new, lengths = table.sessions[known.rows :], table.lengths[known.rows :]
    more = max(0, int(of_new.max(initial=-1)) + 1 - len(known.sizes))
    grown = Sessions(
        len(table.sessions), np.append(known.sizes, np.zeros(more, np.int64)), np.pad(known.lengths, (0, more))
    )
    np.add.at(grown.sizes, of_new, 1)
    np.add.at(grown.lengths, of_new, lengths)
    return grown


def _bursts(table: PassageTable) -> _Bursts:
    return _more_bursts(_Bursts(0, np.empty(0, np.int64)), table)


def _more_bursts(known: _Bursts, table: PassageTable) -> _Bursts:
    first = max(1, known.rows)
    begun = first + np.flatnonzero(np.abs(np.diff(table.created_at_ms[first - 1 :])) > BURST_MS)
    return _Bursts(len(table.numbers), np.append(known.begun, begun))


def _spans(table: PassageTable) -> Spans:
    begun = derived(table, _bursts, _more_bursts).begun
    firsts, ends = np.append(0, begun), np.append(begun, len(table.numbers))
    return Spans(firsts, ends, np.sqrt(ends - firsts).astype(np.float32))
