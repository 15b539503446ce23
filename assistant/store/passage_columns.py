"""Columns of all passages that grow at the end and shrink in one pass; plain numbers, no SQL."""

from __future__ import annotations

from array import array
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


class NewPassages(NamedTuple):
    """New passages, ascending, with what their items say: arrays int64 (n,) and lists of n."""

    numbers: IntArray
    items: IntArray
    places: IntArray
    lengths: IntArray
    item_ids: list[str]
    kinds: list[str]
    created_at_ms: IntArray
    sessions: list[str | None]
    item_places: IntArray
    speakers: list[str | None]


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

    def table(self, beginning: PassageTable | None = None) -> PassageTable:
        """The columns as they are now, to which rows were only added since `beginning`."""
        columns: dict[str, Any] = {
            name: column[: self.count] for name, column in self._columns.items() if name != "items"
        }
        return PassageTable(
            item_ids=self._item_ids,
            lengths=self._lengths[: self.count],
            speaker_names=tuple(self._speakers),
            earlier={**beginning.earlier, **beginning.derived} if beginning is not None else {},
            **columns,
        )

    def append(self, new: NewPassages, *, is_last: bool = True) -> None:
        """Add passages whose numbers are higher than all before; their neighbours are known after the last part."""
        first, count = self.count, len(new.numbers)
        if count:
            self._reserve(first + count)
            self.count += count
            self._fill(new, first)
            self._assign(new, first)
        self._owes_links = self._owes_links or count > _LINKED_ONE_BY_ONE or not is_last
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

    def _fill(self, new: NewPassages, first: int) -> None:
        """Write what the passages themselves say."""
        written: dict[str, IntArray | list[int] | int] = {
            "numbers": new.numbers,
            "items": new.items,
            "kinds": list(map(_KINDS.__getitem__, new.kinds)),
            "created_at_ms": new.created_at_ms,
            "speakers": self._said_by(new.speakers),
            "positions": new.item_places * PLACES_PER_ITEM + new.places,
            "previous": -1,
            "following": -1,
        }
        for name, values in written.items():
            self._columns[name][first : self.count] = values
        self._lengths[first : self.count] = new.lengths

    def _said_by(self, names: list[str | None]) -> list[int]:
        """The numbers of speakers, -1 for none; a name is looked up once, however often it stands there."""
        numbers = {
            name: self._speakers.setdefault(name, len(self._speakers)) if name else -1 for name in dict.fromkeys(names)
        }
        return list(map(numbers.__getitem__, names))

    def _assign(self, new: NewPassages, first: int) -> None:
        """Find every passage's item and session: by item, since an item's passages mostly follow each other."""
        items, item_rows, sessions = (self._columns[name][: self.count] for name in ("items", "item_rows", "sessions"))
        is_leader = np.append(True, new.items[1:] != new.items[:-1])
        leaders = np.flatnonzero(is_leader)
        earlier = {  # where an item stood before that goes on here
            place: siblings[0]
            for place in leaders[new.places[leaders] > 0].tolist()
            if len(siblings := np.flatnonzero(items[: first + place] == new.items[place]))
        }
        begins = leaders[~np.isin(leaders, list(earlier))]
        item_rows[first + begins] = np.arange(len(begins)) + len(self._item_ids)
        sessions[first + begins] = self._begin_sessions([new.sessions[place] for place in begins.tolist()])
        self._item_ids += [new.item_ids[place] for place in begins.tolist()]
        for place, sibling in earlier.items():
            item_rows[first + place], sessions[first + place] = item_rows[sibling], sessions[sibling]
        led_by = first + leaders[np.cumsum(is_leader) - 1]
        item_rows[first:], sessions[first:] = item_rows[led_by], sessions[led_by]

    def _begin_sessions(self, names: list[str | None]) -> IntArray:
        """The numbers of the sessions of items that begin; an item without one is a session of its own."""
        if any(name is not None for name in names):
            known = self._named_sessions
            return np.array([known[name] if name in known else self._session(name) for name in names], np.int64)
        first = len(self._ends)
        self._ends.extend([-1] * len(names))
        return np.arange(first, first + len(names))

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
