"""What the user did to items, kept so that it can be taken back; and what lies in the trash."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assistant.domain.item import Item

TRASH_DAYS = 30
"""So long what was forgotten can be restored; then it is erased with every trace."""


class ActionKind(StrEnum):
    """What was done."""

    CAPTURED = "captured"
    DONE = "done"
    REOPENED = "reopened"
    MOVED = "moved"
    PINNED = "pinned"
    UNPINNED = "unpinned"
    NOT_NOW = "not_now"
    EDITED = "edited"
    FORGOTTEN = "forgotten"
    RESTORED = "restored"
    SET_ASIDE = "set_aside"
    BROUGHT_BACK = "brought_back"
    DAY_CLEARED = "day_cleared"
    SNOOZED = "snoozed"
    STOPPED_REPEATING = "stopped_repeating"
    INSISTED = "insisted"  # asked until it is answered, or only once again
    SETTLED = "settled"  # an intention: done with, or waiting again


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the user did. `title` is the text of the first of its items, empty when none of them is left."""

    number: int
    kind: ActionKind
    at_ms: int
    item_ids: tuple[str, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Trashed:
    """An item in the trash and the instant at which it got there."""

    item: Item
    trashed_at_ms: int
