"""Intentions that wait for an event: a person, a topic, or every answer (a standing rule).

An intention is derived from an item and linked to it; the item's text, the user's own words, is never changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assistant.domain.item import Language

COOL_DOWN_MS = 30 * 60_000
"""How long an intention that was shown stays quiet, whatever comes up: what belongs together is one episode."""

MOST_SHOWN = 3
"""How often a once-only intention is shown without an answer before it expires."""


class IntentionKind(StrEnum):
    """What an intention waits for."""

    PERSON = "person"
    TOPIC = "topic"
    RULE = "rule"  # never fires: it holds for every answer


class IntentionState(StrEnum):
    """The life of an intention. FIRED was shown and waits for an answer; a repeating one is armed again at once."""

    ARMED = "armed"
    FIRED = "fired"
    DONE = "done"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Cue:
    """What a text asks to be reminded of, and when. `start` and `end` are where the occasion stands in the text.

    `occasion` are the user's words for the occasion, `action` those for what to do then; `topic` is the part of the
    occasion that names no person, empty when only the person counts.
    """

    kind: IntentionKind
    start: int
    end: int
    occasion: str
    action: str
    people: tuple[str, ...] = ()
    topic: str = ""
    is_repeating: bool = False


@dataclass(frozen=True, slots=True)
class Intention:
    """A cue that was kept. It has the id of the item whose words it is; one item has one intention at most.

    `episode` is where it was shown last (a conversation, or empty for captures). `text` is the item's text.
    """

    item_id: str
    cue: Cue
    language: Language
    created_at_ms: int
    state: IntentionState = IntentionState.ARMED
    expires_at_ms: int | None = None
    shown_at_ms: int | None = None
    shown_count: int = 0
    episode: str | None = None
    settled_at_ms: int | None = None
    text: str = ""

    @property
    def id(self) -> str:
        """The item's id."""
        return self.item_id

    @property
    def is_open(self) -> bool:
        """Whether it can still be shown."""
        return self.state in (IntentionState.ARMED, IntentionState.FIRED)


@dataclass(frozen=True, slots=True)
class Fired:
    """An intention that an input set off. `match` is what in the input did: a name or the shared words."""

    intention: Intention
    match: str
    score: float


@dataclass(frozen=True, slots=True)
class CameUp:
    """Progress of an answer: the intentions that the question set off. Reported before the first piece."""

    fired: tuple[Fired, ...]
