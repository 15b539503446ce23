"""Care for what was kept: open, edit, complete, postpone, pin, put off, forget.

A change of an item and of its reminders are two commits. They stand in the order in which a crash between them leaves
a reminder too many, never one too few.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from assistant.domain.changes import Announce, Changes, Topic
from assistant.domain.item import CaptureLine, Item, ItemKind, ItemVersion
from assistant.domain.memory import Use, UseKind
from assistant.domain.reminder import OccurrenceState
from assistant.domain.settings import Settings
from assistant.language.capture_line import read_line
from assistant.services.capturing import occurrence_at, storable
from assistant.services.repeating import follower, with_rule

if TYPE_CHECKING:
    from assistant.domain.ports import Clock, Items, Occurrences, Residents

_SHOWN_STATES = (OccurrenceState.PRESENTING, OccurrenceState.SHOWN)
_OPEN_STATES = (OccurrenceState.ARMED, OccurrenceState.PRESENTING, OccurrenceState.SHOWN)


def _nothing(_: str) -> None:
    pass


@dataclass(frozen=True, slots=True)
class ForgetPreview:
    """What forgetting would erase: how many items, open reminders, residents of the mind and citations in answers."""

    items: int
    reminders: int
    residents: int
    citations: int


class Curating:
    """The user's hand on single items. Methods that change an item return it as it is then."""

    def __init__(
        self,
        items: Items,
        occurrences: Occurrences,
        residents: Residents,
        clock: Clock,
        settings: Callable[[], Settings],
        announce: Announce,
        withdraw: Callable[[str], None] = _nothing,
    ) -> None:
        """Store the ports; `withdraw` takes a reminder off the screen, by its occurrence."""
        self._withdraw = withdraw
        self._items = items
        self._occurrences = occurrences
        self._residents = residents
        self._clock = clock
        self._following = follower(clock)
        self._settings = settings
        self._announce = announce
        self._changing = threading.RLock()  # an item is read, changed and saved whole: one change at a time

    def get(self, item_id: str) -> Item:
        """One item. Raises `ItemMissing`."""
        return self._items.get(item_id)

    def open(self, item_id: str) -> Item:
        """One item, noting that the user looked at it. Raises `ItemMissing`."""
        item = self._items.get(item_id)
        self._use(item_id, UseKind.OPENED)
        self._announce(Changes.of(Topic.MIND, ids=(item_id,)))
        return item

    def history(self, item_id: str) -> list[ItemVersion]:
        """Earlier texts, latest first. Raises `ItemMissing`."""
        return self._items.history(item_id)

    def edit(self, item_id: str, text: str) -> Item:
        """Replace the text. Its time is read again only when the words for it changed.

        "Tomorrow" written on Monday stays Tuesday when a typing error is mended on Tuesday.

        Raises:
            EmptyCapture: there is nothing but white space.
            ItemMissing: no such item.
        """
        text = storable(text)
        with self._changing:
            before = self._items.get(item_id)
            if text == before.text:
                return before
            after = self._with_text(before, text)
            self._items.save(after)
            if after.due_at_ms != before.due_at_ms:
                self._rearm(after)
            self._use(item_id, UseKind.EDITED)
        self._tell(item_id)
        return after

    def _with_text(self, before: Item, text: str) -> Item:
        old = self._read(before.text, self._clock.local(before.created_at_ms), None)
        new = self._read(text, self._clock.local(), None)
        kind = before.kind
        if kind is ItemKind.NOTE and old.kind is ItemKind.NOTE and new.time is not None:
            kind = ItemKind.TASK  # it was a note only because it had no time
        due_at_ms = before.due_at_ms
        if kind is ItemKind.TASK:
            old = self._read(before.text, self._clock.local(before.created_at_ms), kind)
            new = self._read(text, self._clock.local(), kind)
            if _time_words(old) != _time_words(new):
                due_at_ms = new.time.at_ms if new.time is not None else None
                before = with_rule(replace(before, kind=kind), new.time, self._clock)
        return replace(
            before,
            kind=kind,
            text=text,
            language=new.language,
            updated_at_ms=self._clock.now_ms(),
            due_at_ms=due_at_ms,
            tags=new.tags,
            people=new.people,
        )

    def _read(self, text: str, now: datetime, kind: ItemKind | None) -> CaptureLine:
        settings = self._settings()
        hours = {"morning_hour": settings.morning_hour, "evening_hour": settings.evening_hour}
        return read_line(text, now, kind=kind, **hours)

    def done(self, item_id: str, is_done: bool = True) -> Item:
        """Complete an item, which ends its reminders; or take that back, which arms a reminder still ahead.

        Of a repeating item the occurrence is completed, the one shown or else the one to come; the item with the last.
        """
        with self._changing:
            before = self._items.get(item_id)
            now_ms = self._clock.now_ms()
            if before.rrule and not before.is_done and self._done_once(before, now_ms, is_done=is_done):
                self._tell(item_id)
                return self._items.get(item_id)
            if before.is_done == is_done:
                return before
            after = replace(before, done_at_ms=now_ms if is_done else None)
            self._items.save(after)
            if is_done:
                self._close(item_id, now_ms, answered=OccurrenceState.DONE)
                self._use(item_id, UseKind.DONE)
            else:
                self._rearm(after)
        self._tell(item_id)
        return after

    def _done_once(self, item: Item, now_ms: int, *, is_done: bool) -> bool:
        """Complete one occurrence of a repeating item, or open the last completed one again. False: the rule ended."""
        rows = self._occurrences.for_item(item.id)
        if is_done:
            for row in rows:
                if row.state in _SHOWN_STATES:
                    self._withdraw(row.id)
            has_next = self._occurrences.complete(item, now_ms, self._following)
            if has_next:
                self._use(item.id, UseKind.DONE)
            return has_next
        done = [row for row in rows if row.state is OccurrenceState.DONE]
        last = max(done, key=lambda row: row.answered_at_ms or 0, default=None)
        if last is not None and last.due_at_ms > now_ms:
            self._occurrences.mark(last.id, OccurrenceState.CANCELLED, now_ms)
            again = replace(item, due_at_ms=last.due_at_ms)
            self._items.save(again)
            self._rearm(again)
        elif last is not None:
            self._occurrences.mark(last.id, OccurrenceState.SHOWN, now_ms)
        return True

    def stop_repeating(self, item_id: str) -> Item:
        """Let the occurrence to come be the last one. Raises `ItemMissing`."""
        with self._changing:
            after = replace(self._items.get(item_id), rrule="", first_wall="", zone="")
            self._items.save(after)
        self._tell(item_id)
        return after

    def postpone(self, item_id: str, until_ms: int) -> Item:
        """A task gets a new due instant and reminder; anything else is put off until then."""
        item = self._items.get(item_id)
        return self.set_due(item_id, until_ms) if item.kind is ItemKind.TASK else self.not_now(item_id, until_ms)

    def set_due(self, item_id: str, at_ms: int | None) -> Item:
        """Set or take away the due instant and its reminder. A note with a due instant becomes a task.

        Of a repeating item only the occurrence to come is moved; without a due instant it repeats no more.
        """
        with self._changing:
            before = self._items.get(item_id)
            kind = ItemKind.TASK if at_ms is not None and before.kind is ItemKind.NOTE else before.kind
            after = replace(before, kind=kind, due_at_ms=at_ms, not_before_ms=None)
            if at_ms is None:
                after = replace(after, rrule="", first_wall="", zone="")
            self._items.save(after)
            self._rearm(after)
        self._tell(item_id)
        return after

    def pin(self, item_id: str, is_pinned: bool = True) -> Item:
        """Keep an item on the mind, whatever else comes; or let it find its own place again."""
        with self._changing:
            before = self._items.get(item_id)
            not_before_ms = None if is_pinned else before.not_before_ms
            after = replace(before, is_pinned=is_pinned, not_before_ms=not_before_ms)
            self._items.save(after)
        self._tell(item_id)
        return after

    def not_now(self, item_id: str, until_ms: int | None = None) -> Item:
        """Keep an item out of the mind and Today until then: tomorrow morning unless said. A past instant ends that."""
        with self._changing:
            before = self._items.get(item_id)
            now_ms = self._clock.now_ms()
            until_ms = self._tomorrow_morning_ms() if until_ms is None else until_ms
            after = replace(before, not_before_ms=until_ms if until_ms > now_ms else None)
            self._items.save(after)
            if after.not_before_ms is not None:
                self._use(item_id, UseKind.NOT_NOW)
        self._tell(item_id)
        return after

    def _tomorrow_morning_ms(self) -> int:
        """The next morning by the user's own day: at two at night, before the day begins, it is the coming one."""
        settings = self._settings()
        now = self._clock.local()
        day = (now - timedelta(hours=settings.day_start_hour)).date() + timedelta(days=1)
        morning = datetime(day.year, day.month, day.day, settings.morning_hour, tzinfo=now.tzinfo)
        return round(morning.astimezone(UTC).timestamp() * 1000)

    def preview_forget(self, item_ids: Sequence[str]) -> ForgetPreview:
        """What `forget` would erase."""
        known = self._items.get_many(item_ids)
        reminders = sum(row.state in _OPEN_STATES for item_id in known for row in self._occurrences.for_item(item_id))
        residents = len(self._residents.load().keys() & known.keys())
        return ForgetPreview(len(known), reminders, residents, self._items.count_citations(list(known)))

    def forget(self, item_ids: Sequence[str]) -> int:
        """Erase items with every trace; how many there were. This cannot be undone."""
        on_screen = [
            row.id for item_id in item_ids for row in self._occurrences.for_item(item_id) if row.state in _SHOWN_STATES
        ]
        forgotten = self._items.forget(item_ids)
        for occurrence_id in on_screen:
            self._withdraw(occurrence_id)
        topics = (Topic.ITEMS, Topic.MIND, Topic.REMINDERS, Topic.CONVERSATIONS, Topic.FORGOTTEN)
        self._announce(Changes.of(*topics, ids=tuple(item_ids)))
        return forgotten

    def _rearm(self, item: Item) -> None:
        """Arm the item's due instant when it is ahead, and end every other reminder of it."""
        now_ms = self._clock.now_ms()
        due_at_ms = item.due_at_ms
        if due_at_ms is not None and (due_at_ms <= now_ms or item.is_done):
            due_at_ms = None
        if due_at_ms is not None:
            self._occurrences.add(occurrence_at(item.id, due_at_ms, self._clock))
        self._close(item.id, now_ms, answered=OccurrenceState.SNOOZED, but=due_at_ms)

    def _close(self, item_id: str, now_ms: int, *, answered: OccurrenceState, but: int | None = None) -> None:
        """End open reminders: one that waits is cancelled, one on the screen counts as answered and leaves it."""
        for row in self._occurrences.for_item(item_id):
            if row.state in _OPEN_STATES and row.due_at_ms != but:
                state = OccurrenceState.CANCELLED if row.state is OccurrenceState.ARMED else answered
                self._occurrences.mark(row.id, state, now_ms)
                if row.state in _SHOWN_STATES:
                    self._withdraw(row.id)

    def _use(self, item_id: str, kind: UseKind) -> None:
        self._residents.record([Use(item_id, kind, self._clock.now_ms())])

    def _tell(self, item_id: str) -> None:
        self._announce(Changes.of(Topic.ITEMS, Topic.MIND, Topic.REMINDERS, ids=(item_id,)))


def _time_words(line: CaptureLine) -> str | None:
    return None if line.time is None else line.text[line.time.start : line.time.end].casefold()
