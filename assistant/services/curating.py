"""Care for what was kept: open, edit, complete, postpone, pin, put off, forget.

A change of an item and of its reminders are two commits. They stand in the order in which a crash between them leaves
a reminder too many, never one too few.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from assistant.domain.action import ActionKind
from assistant.domain.changes import Announce, Changes, Topic
from assistant.domain.item import CaptureLine, Item, ItemKind, ItemVersion, MarkKind
from assistant.domain.memory import Use, UseKind
from assistant.domain.reminder import ON_SCREEN, OccurrenceState
from assistant.domain.settings import Settings
from assistant.language.capture_line import read_line
from assistant.services.capturing import occurrence_at, storable
from assistant.services.deadlines import first_reminder_ms
from assistant.services.repeating import follower, with_rule, without_rule
from assistant.services.user_day import day_of

if TYPE_CHECKING:
    from assistant.domain.ports import Clock, Items, Occurrences, Residents
    from assistant.services.journal import Journal

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
        journal: Journal | None = None,
    ) -> None:
        """Store the ports; `withdraw` takes a reminder off the screen, by its occurrence.

        With a `journal` every change can be taken back (`Undoing`).
        """
        self._journal = journal
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
        with self._changing, self._noting(ActionKind.EDITED, item_id):
            before = self._items.get(item_id)
            if text == before.text:
                return before
            after = self._with_text(before, text)
            self._items.save(after)
            if after.due_at_ms != before.due_at_ms:
                self.rearm(after)
            self._use(item_id, UseKind.EDITED)
        self._tell(item_id)
        return after

    def _with_text(self, before: Item, text: str) -> Item:
        old = self._read(before.text, self._clock.local(before.created_at_ms), None)
        new = self._read(text, self._clock.local(), None)
        kind = before.kind
        if kind is ItemKind.NOTE and old.kind is ItemKind.NOTE and new.time is not None:
            kind = ItemKind.TASK  # it was a note only because it had no time
        if kind is ItemKind.TASK:
            old = self._read(before.text, self._clock.local(before.created_at_ms), kind)
            new = self._read(text, self._clock.local(), kind)
            if _words(old, MarkKind.TIME) != _words(new, MarkKind.TIME):
                time = new.time
                before = with_rule(replace(before, kind=kind), time, self._clock)
                at_ms, is_deadline = (time.at_ms, time.is_deadline) if time is not None else (None, False)
                before = replace(before, due_at_ms=at_ms, is_deadline=is_deadline, rolls=0, rolled_at_ms=None)
            if old.is_insistent != new.is_insistent:
                before = replace(before, is_insistent=new.is_insistent)
            if _words(old, MarkKind.START) != _words(new, MarkKind.START):
                before = replace(before, not_before_ms=new.start_at_ms)
        return replace(
            before,
            kind=kind,
            text=text,
            language=new.language,
            updated_at_ms=self._clock.now_ms(),
            tags=new.tags,
            people=new.people,
            waiting_for=new.waiting_for,
            effort_minutes=new.effort_minutes,
        )

    def _read(self, text: str, now: datetime, kind: ItemKind | None) -> CaptureLine:
        settings = self._settings()
        hours = {"morning_hour": settings.morning_hour, "evening_hour": settings.evening_hour}
        return read_line(text, now, kind=kind, **hours)

    def done(self, item_id: str, is_done: bool = True) -> Item:
        """Complete an item, which ends its reminders; or take that back, which arms a reminder still ahead.

        Of a repeating item the occurrence is completed, the one shown or else the one to come; the item with the last.
        """
        kind = ActionKind.DONE if is_done else ActionKind.REOPENED
        with self._changing, self._noting(kind, item_id):
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
                self.close_reminders(item_id, answered=OccurrenceState.DONE)
                self._use(item_id, UseKind.DONE)
            else:
                self.rearm(after)
        self._tell(item_id)
        return after

    def _done_once(self, item: Item, now_ms: int, *, is_done: bool) -> bool:
        """Complete one occurrence of a repeating item, or open the last completed one again. False: the rule ended."""
        if is_done:
            for row in self._occurrences.for_item(item.id, ON_SCREEN):
                self._withdraw(row.id)
            has_next = self._occurrences.complete(item, now_ms, self._following)
            if has_next:
                self._use(item.id, UseKind.DONE)
            return has_next
        done = self._occurrences.for_item(item.id, (OccurrenceState.DONE,))
        last = max(done, key=lambda row: row.answered_at_ms or 0, default=None)
        if last is not None and last.due_at_ms > now_ms:
            self._occurrences.mark(last.id, OccurrenceState.CANCELLED, now_ms)
            again = replace(item, due_at_ms=last.due_at_ms)
            self._items.save(again)
            self.rearm(again)
        elif last is not None:
            self._occurrences.mark(last.id, OccurrenceState.SHOWN, now_ms)
        return True

    def stop_repeating(self, item_id: str) -> Item:
        """Let the occurrence to come be the last one. Raises `ItemMissing`."""
        with self._changing, self._noting(ActionKind.STOPPED_REPEATING, item_id):
            after = without_rule(self._items.get(item_id))
            self._items.save(after)
        self._tell(item_id)
        return after

    def postpone(self, item_id: str, until_ms: int) -> Item:
        """A task gets a new due instant and reminder; anything else is put off until then.

        A deadline stays where it is when `until_ms` is before it: the task comes back then, with a reminder.
        """
        item = self._items.get(item_id)
        if item.kind is not ItemKind.TASK:
            return self.not_now(item_id, until_ms)
        if item.is_deadline and item.due_at_ms is not None and until_ms < item.due_at_ms:
            return self._put_off(item_id, until_ms)
        return self.set_due(item_id, until_ms)

    def _put_off(self, item_id: str, until_ms: int) -> Item:
        with self._changing, self._noting(ActionKind.MOVED, item_id):
            after = replace(self._items.get(item_id), not_before_ms=until_ms, set_aside_at_ms=None)
            self._items.save(after)
            self._remind_at(after, until_ms)
        self._tell(item_id)
        return after

    def set_due(self, item_id: str, at_ms: int | None, *, is_deadline: bool | None = None) -> Item:
        """Set or take away the due instant and its reminder. A note with a due instant becomes a task.

        Of a repeating item only the occurrence to come is moved; without a due instant it repeats no more.
        `is_deadline` says whether it is a last moment; None leaves that as it is.
        """
        with self._changing, self._noting(ActionKind.MOVED, item_id):
            before = self._items.get(item_id)
            kind = ItemKind.TASK if at_ms is not None and before.kind is ItemKind.NOTE else before.kind
            is_deadline = before.is_deadline if is_deadline is None else is_deadline
            after = replace(
                before,
                kind=kind,
                due_at_ms=at_ms,
                is_deadline=is_deadline and at_ms is not None,
                is_absolute=before.is_absolute and bool(before.rrule),  # its rule keeps its zone
                not_before_ms=None,
                rolls=0,
                rolled_at_ms=None,
                set_aside_at_ms=None,
            )
            if at_ms is None:
                after = without_rule(after)
            self._items.save(after)
            self.rearm(after)
        self._tell(item_id)
        return after

    def pin(self, item_id: str, is_pinned: bool = True) -> Item:
        """Keep an item on the mind, whatever else comes; or let it find its own place again."""
        with self._changing, self._noting(ActionKind.PINNED if is_pinned else ActionKind.UNPINNED, item_id):
            before = self._items.get(item_id)
            after = replace(before, is_pinned=is_pinned)
            if is_pinned:
                after = replace(after, not_before_ms=None, set_aside_at_ms=None)
            self._items.save(after)
            if is_pinned and not before.is_pinned:
                self._use(item_id, UseKind.PINNED)
        self._tell(item_id)
        return after

    def not_now(self, item_id: str, until_ms: int | None = None) -> Item:
        """Keep an item out of the mind and Today until then: tomorrow morning unless said. A past instant ends that."""
        with self._changing, self._noting(ActionKind.NOT_NOW, item_id):
            before = self._items.get(item_id)
            now_ms = self._clock.now_ms()
            until_ms = self.tomorrow_morning_ms() if until_ms is None else until_ms
            after = replace(before, not_before_ms=until_ms if until_ms > now_ms else None)
            self._items.save(after)
            if after.not_before_ms is not None:
                self._use(item_id, UseKind.NOT_NOW)
        self._tell(item_id)
        return after

    def tomorrow_morning_ms(self) -> int:
        """The next morning by the user's own day: at two at night, before the day begins, it is the coming one."""
        settings = self._settings()
        now = self._clock.local()
        day = day_of(now, settings.day_start_hour) + timedelta(days=1)
        morning = datetime(day.year, day.month, day.day, settings.morning_hour, tzinfo=now.tzinfo)
        return round(morning.astimezone(UTC).timestamp() * 1000)

    def preview_forget(self, item_ids: Sequence[str]) -> ForgetPreview:
        """What forgetting takes with these items."""
        known = self._items.get_many(item_ids)
        reminders = sum(len(self._occurrences.for_item(item_id, _OPEN_STATES)) for item_id in known)
        residents = len(self._residents.load().keys() & known.keys())
        return ForgetPreview(len(known), reminders, residents, self._items.count_citations(list(known)))

    def forget(self, item_ids: Sequence[str]) -> int:
        """Erase items with every trace; how many there were. This cannot be undone."""
        on_screen = [row.id for item_id in item_ids for row in self._occurrences.for_item(item_id, ON_SCREEN)]
        forgotten = self._items.forget(item_ids)
        for occurrence_id in on_screen:
            self._withdraw(occurrence_id)
        topics = (Topic.ITEMS, Topic.MIND, Topic.REMINDERS, Topic.CONVERSATIONS, Topic.FORGOTTEN)
        self._announce(Changes.of(*topics, ids=tuple(item_ids)))
        return forgotten

    def rearm(self, item: Item) -> None:
        """Arm the item's reminder when it is ahead, and end every other reminder of it."""
        now_ms = self._clock.now_ms()
        at_ms = first_reminder_ms(item, self._clock, self._settings().morning_hour)
        is_over = at_ms is None or at_ms <= now_ms or item.is_done or item.is_set_aside
        self._remind_at(item, None if is_over else at_ms)

    def _remind_at(self, item: Item, at_ms: int | None) -> None:
        if at_ms is not None:
            self._occurrences.add(occurrence_at(item.id, at_ms, self._clock))
        self.close_reminders(item.id, answered=OccurrenceState.SNOOZED, but=at_ms)

    def close_reminders(
        self, item_id: str, *, answered: OccurrenceState, but: int | None = None, is_shown_only: bool = False
    ) -> None:
        """End open reminders: one that waits is cancelled, one on the screen counts as answered and leaves it."""
        now_ms = self._clock.now_ms()
        for row in self._occurrences.for_item(item_id, _OPEN_STATES):
            is_waiting = row.state is OccurrenceState.ARMED
            if row.due_at_ms == but or (is_waiting and is_shown_only):
                continue
            self._occurrences.mark(row.id, OccurrenceState.CANCELLED if is_waiting else answered, now_ms)
            if not is_waiting:
                self._withdraw(row.id)

    def _noting(self, kind: ActionKind, item_id: str) -> AbstractContextManager[None]:
        return nullcontext() if self._journal is None else self._journal.noting(kind, [item_id])

    def _use(self, item_id: str, kind: UseKind) -> None:
        self._residents.record([Use(item_id, kind, self._clock.now_ms())])

    def _tell(self, item_id: str) -> None:
        self._announce(Changes.of(Topic.ITEMS, Topic.MIND, Topic.REMINDERS, ids=(item_id,)))


def _words(line: CaptureLine, kind: MarkKind) -> str | None:
    return next((mark.words.casefold() for mark in line.marks if mark.kind is kind), None)
