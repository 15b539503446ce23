"""What an operation touched, so that open screens know whether to refresh."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum


class Topic(StrEnum):
    """Kinds of things that change."""

    ITEMS = "items"
    MIND = "mind"
    CONVERSATIONS = "conversations"
    REMINDERS = "reminders"
    SETTINGS = "settings"
    MODELS = "models"
    SPOOL = "spool"
    INTENTIONS = "intentions"
    LEARNING = "learning"
    FORGOTTEN = "forgotten"  # text that no memory may hold any longer, not even a process's


@dataclass(frozen=True, slots=True)
class Changes:
    """Topics and, where known, the ids that changed."""

    topics: frozenset[Topic]
    ids: frozenset[str] = field(default_factory=frozenset[str])

    @classmethod
    def of(cls, *topics: Topic, ids: tuple[str, ...] = ()) -> Changes:
        """Changes to these topics and ids."""
        return cls(frozenset(topics), frozenset(ids))


Announce = Callable[[Changes], None]
"""How a service tells the world what it touched. Called after the commit, on the working thread."""
