"""Take back what was done to items, the latest first, and do it again, also after a restart."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from assistant.domain.action import Action, ActionKind
from assistant.domain.changes import Announce, Changes, Topic
from assistant.domain.item import ItemKind, Provenance, SearchFilter
from assistant.domain.reminder import ON_SCREEN

if TYPE_CHECKING:
    from assistant.domain.ports import Actions, Clock, Items, Occurrences, Trash


_FRESH_MS = 10 * 60_000  # so long a capture is the last thing that was done; later it is a memory
_TITLE_LENGTH = 200
_CAPTURED = frozenset({ItemKind.NOTE, ItemKind.TASK})
_OWN = (Provenance.TYPED, Provenance.PASTED)


class Undoing:
    """The log of actions, seen by the user. A capture is a record of its own; taken back, it goes to the trash."""

    def __init__(
        self,
        actions: Actions,
        clock: Clock,
        announce: Announce,
        items: Items | None = None,
        trash: Trash | None = None,
        occurrences: Occurrences | None = None,
        withdraw: Callable[[str], None] | None = None,
    ) -> None:
        """Store the ports; with items and trash a capture of the last minutes can be taken back, too.

        `withdraw` takes a reminder off the screen, by its occurrence.
        """
        self._items = items
        self._trash = trash
        self._actions = actions
        self._clock = clock
        self._announce = announce
        self._occurrences = occurrences
        self._withdraw = withdraw

    def recent(self, limit: int = 20) -> list[Action]:
        """What can be taken back, latest first."""
        capture = self._last_capture()
        return ([] if capture is None else [capture]) + self._actions.recent(limit)

    def last(self) -> Action | None:
        """The latest action in the log; None when there is none."""
        return next(iter(self._actions.recent(1)), None)

    def undo(self, number: int | None = None) -> Action | None:
        """Take an action back, the latest when None. Which it was; None when there is no such action any more.

        What changed since in another way (a reminder that came, another edit) stays as it is.
        """
        capture = self._last_capture() if number is None else None
        if capture is not None:
            with self._screen_of(capture.item_ids):
                self._actions.undo_capture(capture.item_ids[0], capture.at_ms, self._clock.now_ms())
            self._tell(capture.item_ids)
            return capture
        recent = self._actions.recent()
        action = next((each for each in recent if number is None or each.number == number), None)
        if action is None:
            return None
        with self._screen_of(action.item_ids):
            changed = self._actions.undo(action.number, self._clock.now_ms())
        self._tell(changed or action.item_ids)
        return action

    def undone(self, limit: int = 20) -> list[Action]:
        """What was taken back and can be done again, the latest first; nothing once something else was done or kept."""
        return self._actions.undone(limit)

    def redo(self) -> Action | None:
        """Do again what was taken back last. Which it was; None when there is nothing."""
        action = next(iter(self._actions.undone(1)), None)
        if action is None:
            return None
        with self._screen_of(action.item_ids):
            changed = self._actions.redo(action.number, self._clock.now_ms())
        self._tell(changed or action.item_ids)
        return action

    @contextmanager
    def _screen_of(self, item_ids: Sequence[str]) -> Generator[None, None, None]:
        """Take the reminders off the screen that wait for no answer any more after the block."""
        before = self._on_screen(item_ids)
        yield
        for occurrence_id in before - self._on_screen(item_ids):
            if self._withdraw is not None:
                self._withdraw(occurrence_id)

    def _on_screen(self, item_ids: Sequence[str]) -> set[str]:
        ports = self._occurrences
        return set() if ports is None else {row.id for each in item_ids for row in ports.for_item(each, ON_SCREEN)}

    def _last_capture(self) -> Action | None:
        """What was kept last, when nothing was done since and it was a moment ago."""
        if self._items is None or self._trash is None:
            return None
        newest = next(iter(self._items.recent(limit=1, where=SearchFilter(_CAPTURED))), None)
        if newest is None or newest.provenance not in _OWN or newest.session is not None:
            return None
        last = self.last()
        is_last = last is None or newest.created_at_ms > last.at_ms
        is_fresh = self._clock.now_ms() - newest.created_at_ms < _FRESH_MS
        title = newest.text[:_TITLE_LENGTH]
        return (
            Action(0, ActionKind.CAPTURED, newest.created_at_ms, (newest.id,), title) if is_last and is_fresh else None
        )

    def _tell(self, item_ids: Sequence[str]) -> None:
        topics = (Topic.ITEMS, Topic.MIND, Topic.REMINDERS, Topic.CONVERSATIONS, Topic.INTENTIONS, Topic.FORGOTTEN)
        self._announce(Changes.of(*topics, ids=tuple(item_ids)))
