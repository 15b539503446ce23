"""Columns of all passages that grow at the end and shrink in one pass; plain numbers, no SQL."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from assistant.domain.item import ItemKind
from assistant.domain.ports import PLACES_PER_ITEM, IntArray, PassageTable

_LINKED_ONE_BY_ONE = 500  # more new passages than this are linked by one sort
_COLUMNS = (
    "numbers", "items", "item_rows", "sessions", "positions",
    "previous", "following", "kinds", "created_at_ms", "speakers",
)  # fmt: skip


_KINDS = {kind.value: place for place, kind in enumerate(ItemKind)}


class PassageRow(NamedTuple):
    """A passage with what its item says."""

    number: int
    item: int
    position: int
    length: int
    item_id: str
    kind: str
    created_at_ms: int
    session: str | None
    item_position: int | None
    speaker: str | None = None


class PassageColumns:
    """Arrays with spare room at the end. Not safe to share between threads by itself."""

    def __init__(self) -> None:
        """No passages yet."""
        self.count = 0
        self._item_ids: list[str] = []
        self._columns: dict[str, IntArray] = {name: np.empty(0, np.int64) for name in _COLUMNS}
        self._lengths = np.empty(0, np.float32)
        self._named_sessions: dict[str, int] = {}
        self._owes_links = False
        self._ends = array("q")  # by session: the row of its last passage
        self._speakers: dict[str, int] = {}

    @property
    def numbers(self) -> IntArray:
        """The passage numbers, ascending."""
        return self._columns["numbers"][: self.count]

    def table(self) -> PassageTable:
        """The columns as they are now."""
        columns: dict[str, Any] = {
            name: column[: self.count] for name, column in self._columns.items() if name != "items"
        }
        return PassageTable(
            item_ids=self._item_ids, lengths=self._lengths[: self.count], speaker_names=tuple(self._speakers), **columns
        )

    def append(self, rows: Sequence[PassageRow], *, is_last: bool = True) -> None:
        """Add passages whose numbers are higher than all before; their neighbours are known after the last part."""
        first = self.count
        if rows:
            self._reserve(first + len(rows))
            self.count += len(rows)
            self._fill(rows, first)
            self._assign(rows, first)
        self._owes_links = self._owes_links or len(rows) > _LINKED_ONE_BY_ONE or not is_last
        if not is_last:
            return
        if self._owes_links or not all(self._link(place) for place in range(first, self.count)):
            self._link_all()

    def keep(self, kept: npt.NDArray[np.bool_]) -> None:
        """Drop the rows that are not kept, (count,)."""
        for name, column in self._columns.items():
            self._columns[name] = column[: self.count][kept]
        self._lengths = self._lengths[: self.count][kept]
        self.count = len(self._lengths)
        used, self._columns["item_rows"] = np.unique(self._columns["item_rows"], return_inverse=True)
        self._item_ids = [self._item_ids[row] for row in used.tolist()]
        self._link_all()

    def _reserve(self, count: int) -> None:
        room = len(self._lengths)
        if count <= room:
            return
        more = max(count + count // 8, 256) - room
        for name, column in self._columns.items():
            self._columns[name] = np.append(column, np.full(more, -1, np.int64))
        self._lengths = np.append(self._lengths, np.zeros(more, np.float32))

    def _fill(self, rows: Sequence[PassageRow], first: int) -> None:
        """Write what the rows themselves say."""
        numbers, items, places, lengths, _, kinds, created, _, item_places, speakers = zip(*rows, strict=True)
        of_items = np.array([place or 0 for place in item_places], np.int64)
        kind_places = [_KINDS[kind] for kind in kinds]
        said_by = [self._speakers.setdefault(name, len(self._speakers)) if name else -1 for name in speakers]
        written = {"numbers": numbers, "items": items, "kinds": kind_places, "created_at_ms": created}
        written["speakers"] = said_by
        for name, values in written.items():
            self._columns[name][first : self.count] = values
        self._columns["positions"][first : self.count] = of_items * PLACES_PER_ITEM + np.array(places, np.int64)
        self._columns["previous"][first : self.count] = self._columns["following"][first : self.count] = -1
        self._lengths[first : self.count] = lengths

    def _assign(self, rows: Sequence[PassageRow], first: int) -> None:
        """Find every passage's item and session: by item, since an item's passages mostly follow each other."""
        items, item_rows, sessions = (self._columns[name] for name in ("items", "item_rows", "sessions"))
        is_leader = np.append(True, items[first + 1 : self.count] != items[first : self.count - 1])
        for place in (np.flatnonzero(is_leader) + first).tolist():
            row = rows[place - first]
            siblings = np.flatnonzero(items[:place] == row.item) if row.position else items[:0]
            if len(siblings):
                item_rows[place], sessions[place] = item_rows[siblings[0]], sessions[siblings[0]]
                continue
            item_rows[place], sessions[place] = len(self._item_ids), self._session(row.session)
            self._item_ids.append(row.item_id)
        leaders = np.maximum.accumulate(np.where(is_leader, np.arange(len(rows)), 0)) + first
        item_rows[first : self.count] = item_rows[leaders]
        sessions[first : self.count] = sessions[leaders]

    def _session(self, name: str | None) -> int:
        if name is not None and name in self._named_sessions:
            return self._named_sessions[name]
        number = len(self._ends)
        self._ends.append(-1)
        if name is not None:
            self._named_sessions[name] = number
        return number

    def _link(self, place: int) -> bool:
        """Put a new passage behind the last of its session; False when it belongs before it."""
        session = int(self._columns["sessions"][place])
        last = self._ends[session]
        self._ends[session] = place
        if last < 0:
            return True
        if self._columns["positions"][last] > self._columns["positions"][place]:
            return False
        self._columns["previous"][place] = last
        self._columns["following"][last] = place
        return True

    def _link_all(self) -> None:
        self._owes_links = False
        sessions, positions = self._columns["sessions"][: self.count], self._columns["positions"][: self.count]
        order = np.lexsort((np.arange(self.count), positions, sessions))
        is_same = sessions[order[1:]] == sessions[order[:-1]]
        before, after = order[:-1][is_same], order[1:][is_same]
        for name, at, value in (("previous", after, before), ("following", before, after)):
            self._columns[name][: self.count] = -1
            self._columns[name][at] = value
        ends = np.full(len(self._ends), -1, np.int64)
        ends[sessions[order]] = order  # the last assignment stands
        self._ends = array("q", ends.tolist())
