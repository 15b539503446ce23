"""Occurrences: one row per instant at which the user asked to be reminded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from assistant.domain.item import Item

SHORTEST_REPEAT_MINUTES = 15
"""A rule that comes more often is a timer, and is not followed."""


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


ON_SCREEN = frozenset({OccurrenceState.PRESENTING, OccurrenceState.SHOWN})
"""The states of an occurrence that may stand before the user."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One instant of one item. `due_at_ms` is absolute; `zone` and `wall_time` say what the user meant.

    With an empty `zone` the instant itself was meant ("in ten minutes"): it stays where it is when the user travels.
    `asks` counts how often the item was asked about before without an answer (`Item.is_insistent`).
    """

    id: str
    item_id: str
    due_at_ms: int
    zone: str
    wall_time: str
    state: OccurrenceState = OccurrenceState.ARMED
    shown_at_ms: int | None = None
    answered_at_ms: int | None = None
    asks: int = 0


@dataclass(frozen=True, slots=True)
class DueReminder:
    """A reminder to show now. `late_ms` is how late it is; `may_repeat` marks one interrupted while being shown."""

    occurrence: Occurrence
    item: Item
    late_ms: int
    may_repeat: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """What a notification says. `buttons` are pairs of an action's key and its words.

    A group stands for many reminders and has no buttons. An urgent one may break the desktop's own silence.
    """

    title: str
    body: str
    buttons: tuple[tuple[str, str], ...] = ()
    is_group: bool = False
    has_sound: bool = False
    is_urgent: bool = False


@dataclass(frozen=True, slots=True)
class OnScreen:
    """A notification that a server keeps on the screen, so that another process can answer for it.

    `server` names one run of one server, by which its own `number` is unique. A group has no `item_id`.
    """

    server: str
    number: int
    occurrence_id: str
    item_id: str


@dataclass(frozen=True, slots=True)
class LeftOnScreen:
    """What an earlier process left on the screen and this one answers for now.

    Without `hears_buttons` the server tells a button only to the process that showed it, and nobody hears it.
    """

    occurrence_ids: tuple[str, ...] = ()
    hears_buttons: bool = True


@dataclass(frozen=True, slots=True)
class Presented:
    """A reminder that a sweep claimed. With `was_notified` the desktop has shown it and it is settled.

    Otherwise a window or the terminal must show it and say so (`Reminding.shown`).
    """

    reminder: DueReminder
    was_notified: bool


Following: TypeAlias = Callable[[Item, int], Occurrence | None]
"""The next occurrence of a repeating item after an instant; None when it does not repeat or its rule has ended."""


Again: TypeAlias = Callable[[DueReminder], Occurrence | None]
"""When to ask again about a reminder that is being shown, should nobody answer; None when it is not insisted on."""


def once(reminder: DueReminder) -> None:
    """Nobody insists."""
    del reminder


def ends(item: Item, after_ms: int) -> None:
    """Nothing follows."""
    del item, after_ms
