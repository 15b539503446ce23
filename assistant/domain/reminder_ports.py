"""What the core asks of the ledger of reminders and of the desktop's notifications; part of `domain/ports.py`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Protocol

from assistant.domain.item import Item
from assistant.domain.reminder import (
    Again,
    DueReminder,
    Following,
    LeftOnScreen,
    Notice,
    Occurrence,
    OccurrenceState,
    OnScreen,
    ends,
    once,
)


class Occurrences(Protocol):
    """The ledger of reminders."""

    def add(self, occurrence: Occurrence) -> None:
        """Arm an occurrence; the same item and instant is armed only once.

        A row of this item and instant that was cancelled or snoozed away is armed again under its old id.
        """
        ...

    def claim_due(
        self, now_ms: int, following: Following = ends, again: Again = once, *, insistent_only: bool = False
    ) -> list[DueReminder]:
        """In one transaction mark all due ARMED rows PRESENTING and return them, oldest first.

        Rows left PRESENTING by a dead process are returned once more with `may_repeat`; a row that this process
        claimed and has not settled is not returned again.

        Of a repeating item only the latest is returned; the earlier ones are CANCELLED. What `following` says comes
        next is armed in the same transaction and becomes the item's due instant. What `again` says of a reminder is
        armed as well, in place of what it said before. With `insistent_only` only `Item.is_insistent` ones are claimed.
        """
        ...

    def complete(self, item: Item, now_ms: int, following: Following) -> bool:
        """Answer what was shown of a repeating item, or what is to come when nothing was; arm what follows.

        All in one transaction. False when the rule has ended: nothing is armed. Within ten seconds of an answer, when
        nothing is shown, it is taken for the same answer and changes nothing.
        """
        ...

    def travel(self, zone: str, instant_of: Callable[[str, str], int | None]) -> int:
        """Move what is armed by wall time to the zone its user is in now, in one transaction. How many.

        `instant_of` gives the instant of a wall time of a zone. Occurrences without a zone stay, and so does the due
        instant of an absolute item.
        """
        ...

    def done_since(self, since_ms: int, limit: int = 50) -> list[DueReminder]:
        """The last completed occurrence of each repeating item that goes on, latest answer first."""
        ...

    def realign(self, now_ms: int, following: Following) -> int:
        """Arm the right next occurrence of repeating items after the clock was moved back. How many changed."""
        ...

    def mark(self, occurrence_id: str, state: OccurrenceState, at_ms: int) -> None:
        """Move a row to SHOWN, DONE, SNOOZED or CANCELLED."""
        ...

    def get(self, occurrence_id: str) -> Occurrence:
        """One row. Raises `ItemMissing`."""
        ...

    def upcoming(self, now_ms: int, limit: int = 20) -> list[DueReminder]:
        """ARMED rows after now, soonest first (late_ms = 0)."""
        ...

    def unanswered(self, limit: int = 500) -> list[DueReminder]:
        """SHOWN rows nobody answered, newest first; `late_ms` = shown_at - due_at."""
        ...

    def for_item(
        self, item_id: str, states: Collection[OccurrenceState] = (), *, since_ms: int | None = None
    ) -> list[Occurrence]:
        """The rows of an item, newest first: all, or those in some states, or due from an instant on."""
        ...

    def next_due_ms(self, *, insistent_only: bool = False) -> int | None:
        """The soonest ARMED instant; with `insistent_only` of the items that insist."""
        ...


class Screen(Protocol):
    """The notifications on the screen, kept for the process that comes after this one. Raises `StoreError`."""

    def rows(self) -> list[OnScreen]:
        """All, oldest first."""
        ...

    def add(self, shown: OnScreen) -> None:
        """One more; those of other servers are forgotten, because they are gone."""
        ...

    def remove(self, server: str, numbers: Sequence[int]) -> None:
        """These have left the screen."""
        ...

    def clear(self) -> None:
        """The server is gone, and all that it showed."""
        ...


class Notifier(Protocol):
    """Desktop notifications."""

    @property
    def is_available(self) -> bool:
        """Whether a notification server answers now."""
        ...

    @property
    def plays_sounds(self) -> bool:
        """Whether the server that took the last notification can play a sound by itself."""
        ...

    def show(self, reminder: DueReminder, notice: Notice) -> bool:
        """Show, in place of what is on the screen of the same item; False when no server took it.

        Then another surface must show it. Only a notice that is no group leaves the screen with its reminder.
        """
        ...

    def withdraw(self, occurrence_id: str) -> None:
        """Take an answered reminder off the screen, if it is there."""
        ...

    def resume(self) -> LeftOnScreen:
        """Answer for what an earlier process left on the screen; groups are answered for and not returned.

        Raises `StoreError`.
        """
        ...

    def close(self) -> None:
        """Stop listening for buttons."""
        ...
