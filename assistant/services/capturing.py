"""Keep what the user typed, at once and for good: in the store, or beside it when the store cannot take it now.

A capture is acknowledged only after it is durable. When the store is locked, full, read-only, damaged or migrating, the
item goes to the spool, an append-only file, and joins the store by a replay; its id is made before, so a replay can
never double it. Nothing heavy is imported here: a capture must not wait for NumPy, a model or Qt.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.domain.changes import Announce, Changes, Topic
from assistant.domain.errors import EmptyCapture, StoreError
from assistant.domain.identity import new_id
from assistant.domain.intention import Fired
from assistant.domain.item import CaptureLine, Draft, Item, ItemKind, Kept, Provenance
from assistant.domain.reminder import Occurrence
from assistant.domain.settings import Settings
from assistant.language.capture_line import read_line
from assistant.language.patterns import lazy_pattern
from assistant.services.deadlines import MORNING_HOUR, first_reminder_ms
from assistant.services.repeating import wall_of, with_rule

if TYPE_CHECKING:
    from assistant.domain.ports import Clock, Drafts, Items, Spool

_LONE_SURROGATE = lazy_pattern("[\ud800-\udfff]")
_NOTHING = " \t\r\n\u00a0\u200b\u3000\ufeff"


class Capturing:
    """Note, task or question from one line, several lines or a whole page."""

    def __init__(
        self,
        items: Items,
        spool: Spool,
        drafts: Drafts,
        clock: Clock,
        settings: Callable[[], Settings],
        announce: Announce,
        notice: Callable[[Item], tuple[Fired, ...]] | None = None,
    ) -> None:
        """`notice` is told of what was kept and says which intentions it sets off (`Prospecting.noticed`)."""
        self._items = items
        self._spool = spool
        self._drafts = drafts
        self._clock = clock
        self._settings = settings
        self._announce = announce
        self._notice = notice

    def read(self, text: str, kind: ItemKind | None = None) -> CaptureLine:
        """What `text` would be kept as. Called at every key: about a millisecond, no disk."""
        settings = self._settings()
        return read_line(
            text,
            self._clock.local(),
            kind=kind,
            morning_hour=settings.morning_hour,
            evening_hour=settings.evening_hour,
        )

    def capture(
        self,
        text: str,
        kind: ItemKind | None = None,
        *,
        provenance: Provenance = Provenance.TYPED,
        has_time: bool = True,
        dropped: Collection[str] = (),
        item_id: str | None = None,
    ) -> Kept:
        """Keep `text`; it is durable when this returns. A task with a time gets its reminder in the same commit.

        `has_time` is False when the user took the recognised time back: it stays in the text and reminds of nothing.
        `dropped` are the keys of all marks that the user took back (`Mark.key`).
        `item_id` is given by a caller that may ask twice: the second time changes nothing.

        Text is kept as given, with one loss: halves of a surrogate pair are not text, UTF-8 cannot hold them, and
        each becomes U+FFFD.

        Raises:
            EmptyCapture: there is nothing but white space.
            SpoolFailed: neither the store nor the spool could take it; the caller still has the text.
        """
        text = storable(text)
        line = self.read(text, kind).without(dropped)
        line = line if has_time else replace(line, time=None)
        item = self._item(text, line, provenance, item_id)
        occurrence = first_occurrence(item, self._clock, self._settings().morning_hour)
        try:
            self._items.add(item, occurrence)
        except StoreError:
            return replace(self._keep_beside(item, occurrence), line=line)
        topics = [Topic.ITEMS, Topic.MIND] if occurrence is None else [Topic.ITEMS, Topic.MIND, Topic.REMINDERS]
        self._announce(Changes.of(*topics, ids=(item.id,)))
        return Kept(item, line=line, fired=self._notice(item) if self._notice is not None else ())

    def _item(self, text: str, line: CaptureLine, provenance: Provenance, item_id: str | None) -> Item:
        now_ms = self._clock.now_ms()
        item = Item(
            id=item_id or new_id(now_ms),
            kind=line.kind,
            text=text,
            created_at_ms=now_ms,
            provenance=provenance,
            language=line.language,
            due_at_ms=line.time.at_ms if line.time is not None else None,
            tags=line.tags,
            people=line.people,
            not_before_ms=line.start_at_ms,
            is_deadline=line.time is not None and line.time.is_deadline,
            waiting_for=line.waiting_for,
            effort_minutes=line.effort_minutes,
            is_insistent=line.is_insistent,
        )
        return with_rule(item, line.time, self._clock)

    def _keep_beside(self, item: Item, occurrence: Occurrence | None) -> Kept:
        """Into the spool. It is empty only before the first capture of an outage: then the user is told, and once."""
        is_first = self._spool.is_empty()
        self._spool.append(item, occurrence)
        self._announce(Changes.of(Topic.SPOOL, ids=(item.id,)))
        return Kept(item, is_spooled=True, first_spool_notice=is_first)

    def undo(self, item_id: str) -> str:
        """Forget a capture, wherever it lies by now, and give its text back.

        Raises:
            ItemMissing: there is no such item.
            StoreError: it lies in the store, and the store cannot be written now.
        """
        waiting = next((item for item, _ in self._spool.pending() if item.id == item_id), None)
        if waiting is None:
            text = self._items.get(item_id).text
            self._items.forget([item_id])
        else:
            text = waiting.text
            self._forget_replayed(item_id)
            self._spool.clear([item_id])
        topics = (Topic.ITEMS, Topic.MIND, Topic.REMINDERS, Topic.SPOOL, Topic.FORGOTTEN)
        self._announce(Changes.of(*topics, ids=(item_id,)))
        return text

    def _forget_replayed(self, item_id: str) -> None:
        """A replay may just have put it into the store as well. A store that cannot answer cannot have taken it."""
        try:
            self._items.forget([item_id])
        except StoreError:
            return

    def replay_spool(self) -> int:
        """Put what waits beside the store into it; how many got there. Stops quietly when the store still refuses."""
        if self._spool.is_empty():
            return 0
        taken: list[str] = []
        try:
            for item, occurrence in self._spool.pending():
                self._items.add(item, occurrence)
                taken.append(item.id)
        except StoreError:
            pass  # the outage goes on: what is not taken stays in the spool for the next replay
        if taken:
            self._spool.clear(taken)
            self._announce(Changes.of(*(frozenset(Topic) - {Topic.FORGOTTEN}), ids=tuple(taken)))
        return len(taken)

    def save_draft(self, draft: Draft) -> None:
        """Keep the unfinished text; durable when it returns. Raises `StoreError`."""
        self._drafts.save(Draft(_LONE_SURROGATE.sub("\ufffd", draft.text), draft.kind))

    def load_draft(self) -> Draft:
        """The unfinished text, empty when there is none."""
        return self._drafts.load()


def storable(text: str) -> str:
    """`text` as UTF-8 can hold it. Raises `EmptyCapture` when there is nothing but white space."""
    if not text.strip(_NOTHING):
        raise EmptyCapture
    return _LONE_SURROGATE.sub("\ufffd", text)


def first_occurrence(item: Item, clock: Clock, morning_hour: int = MORNING_HOUR) -> Occurrence | None:
    """The reminder of a task with a time, None for everything else. A deadline is reminded of before it."""
    at_ms = first_reminder_ms(item, clock, morning_hour)
    if at_ms is None or item.kind is not ItemKind.TASK:
        return None
    zone, wall_time = wall_of(item, at_ms, clock)
    return Occurrence(new_id(clock.now_ms()), item.id, at_ms, zone, wall_time)


def occurrence_at(item_id: str, due_at_ms: int, clock: Clock) -> Occurrence:
    """An armed occurrence at an instant, with the wall time the user means by it."""
    wall = clock.local(due_at_ms)
    return Occurrence(
        id=new_id(clock.now_ms()),
        item_id=item_id,
        due_at_ms=due_at_ms,
        zone=clock.zone(),
        wall_time=wall.strftime("%Y-%m-%dT%H:%M:%S"),
    )
