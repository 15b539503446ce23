"""What is on the user's mind now, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assistant.domain.item import Item


class ReasonKind(StrEnum):
    """Why an item weighs something. The first group are the scorer's feature groups."""

    WORDS = "words"  # shares words with the focus
    DATES = "dates"  # shares date words with the focus
    NEIGHBOURS = "neighbours"  # what stands beside it matches
    NAMES = "names"  # shares names of people or things, or numbers
    SPEAKER = "speaker"  # said by somebody whom the focus names
    MEANING = "meaning"  # means much the same
    RECENT = "recent"  # one of the latest, where those are wanted
    SESSION = "session"  # its conversation matches
    DUE = "due"
    DEADLINE = "deadline"
    OVERDUE = "overdue"
    PINNED = "pinned"
    FRESH = "fresh"  # captured a moment ago
    USED = "used"  # cited, opened or answered from
    OPEN = "open"  # an open task
    ASKED = "asked"  # part of what was just talked about
    WAITING = "waiting"  # somebody owes the user an answer
    CAME_UP = "came_up"  # the occasion of an intention came up
    DONE = "done"  # completed today (in the digest only)


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason with its share of the weight (0 to 1) and a detail for the sentence (a word, an instant in ms)."""

    kind: ReasonKind
    share: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the scorer saw of a candidate: its pair features, its logit, and the probability of any need (0 to 1).

    The logit and the need are the scorer's own, before anything that was learned on this machine.
    """

    features: tuple[float, ...]
    logit: float
    need: float = 1.0


@dataclass(frozen=True, slots=True)
class Footing:
    """Log-odds that an item answers, as fitted for one scorer: start, for a unit of log-odds of its weight, of cosine.

    other, other_meaning: what is added where the item is in another language and shares no word with the question.
    quoted: for a unit of the score of its best sentence, once that is read.
    """

    start: float
    weight: float
    meaning: float
    other: float
    other_meaning: float
    quoted: float


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate weighed by the attention scorer against a focus.

    `weight` is its softmax weight among the candidates (0 to 1); `score` the logit before the softmax. `evidence` is
    what the scorer saw of it, None where nobody asked the scorer.
    """

    item: Item
    weight: float
    score: float
    reasons: tuple[Reason, ...] = ()
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Resident:
    """An item on the user's mind. `weight` is 0 to 1, 1 = most; `tokens` its cost in the budget."""

    item: Item
    weight: float
    reasons: tuple[Reason, ...]
    tokens: int


@dataclass(frozen=True, slots=True)
class Mind:
    """The dynamic memory as shown: residents, heaviest first, and the bounds they live under."""

    residents: tuple[Resident, ...]
    capacity_tokens: int
    capacity_items: int

    @property
    def used_tokens(self) -> int:
        """Tokens taken by the residents."""
        return sum(resident.tokens for resident in self.residents)


class UseKind(StrEnum):
    """Events that change what matters."""

    CAPTURED = "captured"
    ASKED = "asked"  # matched the user's question
    CITED = "cited"
    OPENED = "opened"
    EDITED = "edited"
    FIRED = "fired"  # its reminder was shown
    CAME_UP = "came_up"  # the occasion that it waited for came up
    NOT_NOW = "not_now"
    DONE = "done"
    PINNED = "pinned"


@dataclass(frozen=True, slots=True)
class Use:
    """One event in an item's life; the log from which strength is computed. `amount` is 0 to 1."""

    item_id: str
    kind: UseKind
    at_ms: int
    amount: float = 1.0


class LetGoCause(StrEnum):
    """Why a resident went to the archive. Nothing is erased; the archive stays searchable."""

    FADED = "faded"  # fell under the forgetting threshold
    CROWDED = "crowded"  # others mattered more
    DONE = "done"
    NOT_NOW = "not_now"


@dataclass(frozen=True, slots=True)
class Tombstone:
    """When and why an item was let go."""

    item_id: str
    let_go_at_ms: int
    cause: LetGoCause
    weight: float
