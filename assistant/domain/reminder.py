"""Occurrences: one row per instant at which the user asked to be reminded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from assistant.domain.item import Item


class OccurrenceState(StrEnum):
    """The life of an occurrence.

    ARMED waits; PRESENTING was claimed and is being shown; SHOWN was seen by some surface; the rest are answers.
    A process that dies between PRESENTING and SHOWN leaves the one case that may repeat, once and labelled.
    """

    ARMED = "armed"
    PRESENTING = "presenting"
    SHOWN = "shown"
    DONE = "done"
    SNOOZED = "snoozed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One instant of one item. `due_at_ms` is absolute; `zone` and `wall_time` say what the user meant."""

    id: str
    item_id: str
    due_at_ms: int
    zone: str
    wall_time: str
    state: OccurrenceState = OccurrenceState.ARMED
    shown_at_ms: int | None = None
    answered_at_ms: int | None = None


@dataclass(frozen=True, slots=True)
class DueReminder:
    """A reminder to show now. `late_ms` is how late it is; `may_repeat` marks one interrupted while being shown."""

    occurrence: Occurrence
    item: Item
    late_ms: int
    may_repeat: bool = False


@dataclass(frozen=True, slots=True)
class Presented:
    """A reminder that a sweep claimed. With `was_notified` the desktop has shown it and it is settled.

    Otherwise a window or the terminal must show it and say so (`Reminding.shown`).
    """

    reminder: DueReminder
    was_notified: bool


Following: TypeAlias = Callable[[Item, int], Occurrence | None]
"""The next occurrence of a repeating item after an instant; None when it does not repeat or its rule has ended."""


def ends(item: Item, after_ms: int) -> None:
    """Nothing follows."""
    del item, after_ms
