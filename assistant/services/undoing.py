"""Take back what was done to items, the latest first, also after a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.domain.action import Action
from assistant.domain.changes import Announce, Changes, Topic

if TYPE_CHECKING:
    from assistant.domain.ports import Actions, Clock


class Undoing:
    """The log of actions, seen by the user."""

    def __init__(self, actions: Actions, clock: Clock, announce: Announce) -> None:
        """Store the ports."""
        self._actions = actions
        self._clock = clock
        self._announce = announce

    def recent(self, limit: int = 20) -> list[Action]:
        """What can be taken back, latest first."""
        return self._actions.recent(limit)

    def last(self) -> Action | None:
        """What would be taken back next; None when there is nothing."""
        return next(iter(self._actions.recent(1)), None)

    def undo(self, number: int | None = None) -> Action | None:
        """Take an action back, the latest when None. Which it was; None when there is no such action any more.

        What changed since in another way (a reminder that came, another edit) stays as it is.
        """
        recent = self._actions.recent()
        action = next((each for each in recent if number is None or each.number == number), None)
        if action is None:
            return None
        changed = self._actions.undo(action.number, self._clock.now_ms())
        topics = (Topic.ITEMS, Topic.MIND, Topic.REMINDERS, Topic.CONVERSATIONS, Topic.INTENTIONS)
        self._announce(Changes.of(*topics, ids=tuple(changed or action.item_ids)))
        return action
