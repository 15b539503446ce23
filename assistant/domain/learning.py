"""What the program learns on this machine: from use, and from rehearsing the user's own store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.domain.memory import ReasonKind, Use


class LearnedFrom(StrEnum):
    """Where a calibration comes from."""

    USE = "use"
    REHEARSAL = "rehearsal"


@dataclass(frozen=True, slots=True)
class Calibration:
    """A correction of the scorer. `model` names the scorer and features that it was made for; for others it is nothing.

    weights: logits for a unit of each pair feature, in the order of the features. silence: logits off the odds of any
    need. effects: for each feature group, what a standard deviation of its features is worth now, strongest first; for
    words about it. count: the uses or rehearsed questions it was learned from. before, after: losses on parts of them
    that the fit did not see, without it and with it (0 when there was no fit). known: how well the store's words cover
    nearly all focuses that it was learned from, 0 to 1; of one that they cover less it says less (0: the same of any).
    is_formula: whether the formula takes the scorer's place, for it ranked what was used better.
    """

    model: str
    weights: tuple[float, ...] = ()
    silence: float = 0.0
    effects: tuple[tuple[ReasonKind, float], ...] = ()
    count: int = 0
    before: float = 0.0
    after: float = 0.0
    known: float = 0.0
    is_formula: bool = False

    @property
    def is_neutral(self) -> bool:
        """Whether it changes nothing."""
        return not any(self.weights) and not self.silence and not self.is_formula


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One item that was shown: what the scorer gave it, and its pair features."""

    item_id: str
    logit: float
    features: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What was shown for one question, best first, without text. need: the probability of any need, 1 = not known."""

    at_ms: int
    model: str
    need: float
    rows: Sequence[ShownRow]


@dataclass(frozen=True, slots=True)
class LearningLog:
    """What was shown, oldest first, and what the user did with any of it, oldest first."""

    shown: Sequence[Shown]
    uses: Sequence[Use]


@dataclass(frozen=True, slots=True)
class WrittenQuestion:
    """A question that the local language model wrote about an item, which answers it."""

    text: str
    item_id: str


@dataclass(frozen=True, slots=True)
class LearnedState:
    """What Settings and the doctor say: whether it is on, how many answers are in the log, and what is in force.

    rehearsed_at_ms: when the store was rehearsed last; None when it never was. written: how many questions the local
    language model wrote for it.
    """

    is_on: bool
    shown: int
    use: Calibration | None
    rehearsal: Calibration | None
    rehearsed_at_ms: int | None = None
    written: int = 0
