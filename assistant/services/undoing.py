"""Take back what was done to items, the latest first, also after a restart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.domain.action import Action, ActionKind
from assistant.domain.changes import Announce, Changes, Topic
from assistant.domain.item import ItemKind, Provenance, SearchFilter

if TYPE_CHECKING:
    from assistant.domain.ports import Actions, Clock, Items, Trash


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
    ) -> None:
        """Store the ports; with items and trash a capture of the last minutes can be taken back, too."""
        self._items = items
        self._trash = trash
        self._actions = actions
        self._clock = clock
        self._announce = announce

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
        if capture is not None and self._trash is not None:
            self._trash.put(capture.item_ids, self._clock.now_ms())
            self._tell(capture.item_ids)
            return capture
        recent = self._actions.recent()
        action = next((each for each in recent if number is None or each.number == number), None)
        if action is None:
            return None
        changed = self._actions.undo(action.number, self._clock.now_ms())
        self._tell(changed or action.item_ids)
        return action

    def _last_capture(self) -> Action | None:
        """What was kept last, when nothing was done since and it was a moment ago."""
        if self._items is None:
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
