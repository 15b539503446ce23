"""Forgetting in two steps: into the trash at once, and out of every file after thirty days or on the user's word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.domain.action import TRASH_DAYS, ActionKind, Trashed
from assistant.domain.changes import Announce, Changes, Topic
from assistant.domain.reminder import ON_SCREEN

if TYPE_CHECKING:
    from assistant.domain.ports import Clock, Items, Occurrences, Trash
    from assistant.services.journal import Journal

_DAY_MS = 86_400_000
_EVERYTHING = 2**31
_TOUCHED = (Topic.ITEMS, Topic.MIND, Topic.REMINDERS, Topic.CONVERSATIONS, Topic.INTENTIONS, Topic.FORGOTTEN)


@dataclass(frozen=True, slots=True)
class _Screen:
    """Takes reminders off the screen."""

    occurrences: Occurrences
    withdraw: Callable[[str], None]

    def shown(self, item_ids: Sequence[str]) -> list[str]:
        """Reminders of these items that stand there now."""
        return [row.id for item_id in item_ids for row in self.occurrences.for_item(item_id, ON_SCREEN)]


class Trashing:
    """The trash. What lies there is out of search, memory, answers and Today, and can be restored as it was."""

    def __init__(
        self,
        items: Items,
        trash: Trash,
        occurrences: Occurrences,
        journal: Journal,
        clock: Clock,
        announce: Announce,
        withdraw: Callable[[str], None],
    ) -> None:
        """Store the ports; `withdraw` takes a reminder off the screen, by its occurrence."""
        self._items = items
        self._trash = trash
        self._screen = _Screen(occurrences, withdraw)
        self._journal = journal
        self._clock = clock
        self._announce = announce

    def forget(self, item_ids: Sequence[str]) -> int:
        """Move items to the trash. How many there were."""
        on_screen = self._screen.shown(item_ids)
        with self._journal.noting(ActionKind.FORGOTTEN, list(self._items.get_many(item_ids))):
            count = self._trash.put(item_ids, self._clock.now_ms())
        for occurrence_id in on_screen:
            self._screen.withdraw(occurrence_id)
        self._announce(Changes.of(*_TOUCHED, ids=tuple(item_ids)))
        return count

    def restore(self, item_ids: Sequence[str]) -> int:
        """Bring items back with their history, reminders and places in answers. How many were there."""
        there = [item_id for item_id in item_ids if self._trash.get(item_id) is not None]
        with self._journal.noting(ActionKind.RESTORED, there):
            restored = self._trash.restore(there)
        self._announce(Changes.of(*_TOUCHED, ids=tuple(restored)))
        return len(restored)

    def list(self, *, limit: int = _EVERYTHING, offset: int = 0) -> list[Trashed]:
        """What lies in the trash, latest first."""
        return self._trash.list(limit=limit, offset=offset)

    def search(self, text: str, *, limit: int, offset: int = 0) -> list[Trashed]:
        """What lies in the trash and holds every word of `text`, latest first."""
        words = text.casefold().split()
        found = [each for each in self.list() if all(word in each.item.text.casefold() for word in words)]
        return found[offset : offset + limit]

    def get(self, item_id: str) -> Trashed | None:
        """One of them, None when it is not there."""
        return self._trash.get(item_id)

    def erases_at_ms(self, trashed: Trashed) -> int:
        """When it is erased for good."""
        return trashed.trashed_at_ms + TRASH_DAYS * _DAY_MS

    def erase(self, item_ids: Sequence[str]) -> int:
        """Erase items with every trace, in the trash or not yet there. This cannot be undone. How many there were."""
        on_screen = self._screen.shown(item_ids)
        count = self._items.forget(item_ids)
        for occurrence_id in on_screen:
            self._screen.withdraw(occurrence_id)
        self._announce(Changes.of(*_TOUCHED, ids=tuple(item_ids)))
        return count

    def empty(self) -> int:
        """Erase everything in the trash. This cannot be undone. How many there were."""
        return self.erase([each.item.id for each in self.list()])

    def erase_old(self) -> int:
        """Erase what has lain in the trash for thirty days. How many."""
        old = self._trash.older_than(self._clock.now_ms() - TRASH_DAYS * _DAY_MS)
        return self.erase(old) if old else 0
