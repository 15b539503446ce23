"""What becomes of a task that was not done: it moves on quietly, and after some days it goes to the shelf.

No guilt: nothing is counted up, nothing turns red. What lies on the shelf is out of Today, the mind and the reminders,
is found by search as before, and comes back with one word.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from assistant.domain.action import ActionKind
from assistant.domain.changes import Announce, Changes, Topic
from assistant.domain.item import Item, ItemKind
from assistant.domain.reminder import OccurrenceState
from assistant.domain.settings import Settings
from assistant.services.user_day import day_start

if TYPE_CHECKING:
    from assistant.domain.ports import Clock, Items
    from assistant.services.curating import Curating
    from assistant.services.journal import Journal


class ClearTo(StrEnum):
    """Where everything left today goes."""

    TOMORROW = "tomorrow"
    SHELF = "shelf"
    DATE = "date"


class Shelving:
    """Roll-over, the shelf, and clearing the day."""

    def __init__(
        self,
        items: Items,
        curating: Curating,
        journal: Journal,
        clock: Clock,
        settings: Callable[[], Settings],
        announce: Announce,
    ) -> None:
        """Store the ports."""
        self._items = items
        self._curating = curating
        self._journal = journal
        self._clock = clock
        self._settings = settings
        self._announce = announce

    def roll_over(self) -> int:
        """Move the undone tasks of days gone by to today, once a day; those that moved too often go to the shelf.

        Cheap when there is nothing to do. How many moved.
        """
        settings = self._settings()
        start = day_start(self._clock.local(), settings.day_start_hour)
        moved = self._items.roll_over(_at_ms(start), self._clock.now_ms(), settings.set_aside_after_days)
        if moved:
            self._announce(Changes.of(Topic.ITEMS, Topic.MIND, Topic.REMINDERS, ids=tuple(moved)))
        return len(moved)

    def set_aside(self, item_ids: Sequence[str]) -> int:
        """Put items on the shelf; their reminders end. How many."""
        with self._journal.noting(ActionKind.SET_ASIDE, item_ids):
            known = self._items.get_many(item_ids)
            for item in known.values():
                self._shelve(item)
        self._tell(item_ids)
        return len(known)

    def _shelve(self, item: Item) -> None:
        self._items.save(replace(item, set_aside_at_ms=self._clock.now_ms(), is_pinned=False))
        self._curating.close_reminders(item.id, answered=OccurrenceState.SNOOZED)

    def bring_back(self, item_ids: Sequence[str]) -> int:
        """Take items from the shelf to today; a reminder that is still ahead is armed again. How many."""
        now_ms = self._clock.now_ms()
        with self._journal.noting(ActionKind.BROUGHT_BACK, item_ids):
            known = self._items.get_many(item_ids)
            for item in known.values():
                back = replace(item, set_aside_at_ms=None, not_before_ms=None, rolls=0, rolled_at_ms=now_ms)
                self._items.save(back)
                self._curating.rearm(back)
        self._tell(item_ids)
        return len(known)

    def clear_day(self, item_ids: Sequence[str], to: ClearTo, until_ms: int | None = None) -> int:
        """Move everything at once; one undo brings all back. How many moved.

        An appointment keeps its time of day; a deadline and what repeats keep their dates and are put off. With DATE
        `until_ms` is the instant to move to.
        """
        with self._journal.noting(ActionKind.DAY_CLEARED, item_ids):
            known = self._items.get_many(item_ids)
            for item in known.values():
                self._clear(item, to, until_ms)
        self._tell(item_ids)
        return len(known)

    def _clear(self, item: Item, to: ClearTo, until_ms: int | None) -> None:
        if to is ClearTo.SHELF and not item.rrule:
            self._shelve(item)
            return
        target_ms = until_ms if to is ClearTo.DATE and until_ms is not None else self._curating.tomorrow_morning_ms()
        is_dated = item.kind is ItemKind.TASK and item.due_at_ms is not None
        if not is_dated or item.rrule or item.is_deadline:
            self._curating.not_now(item.id, target_ms)
            self._curating.close_reminders(item.id, answered=OccurrenceState.SNOOZED, is_shown_only=True)
            return
        self._curating.set_due(item.id, self._same_time(item, target_ms))

    def _same_time(self, item: Item, target_ms: int) -> int:
        """The target's day at the item's own time of day, when that is ahead."""
        if item.due_at_ms is None:
            return target_ms
        day, wall = self._clock.local(target_ms), self._clock.local(item.due_at_ms)
        moment = day.replace(hour=wall.hour, minute=wall.minute, second=0, microsecond=0)
        at_ms = _at_ms(moment)
        return at_ms if at_ms > self._clock.now_ms() else target_ms

    def _tell(self, item_ids: Sequence[str]) -> None:
        self._announce(Changes.of(Topic.ITEMS, Topic.MIND, Topic.REMINDERS, ids=tuple(item_ids)))


def _at_ms(moment: datetime) -> int:
    return round(moment.astimezone(UTC).timestamp() * 1000)
