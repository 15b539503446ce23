"""The ports of learning: its log and what it taught, and the questions written for a rehearsal. Part of `ports.py`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from assistant.domain.item import Item
from assistant.domain.learning import Calibration, LearnedFrom, LearningLog, Shown, WrittenQuestion


class Learned(Protocol):
    """The log that learning from use is replayed from, and what was learned. No text that was typed is in it."""

    def add(self, shown: Shown) -> None:
        """Append what was shown; the oldest goes when there is too much."""
        ...

    def log(self) -> LearningLog:
        """What was shown, and the uses of it since."""
        ...

    def count(self, since_ms: int) -> tuple[int, int]:
        """How many times something was shown, and how many uses of what was shown there are since an instant."""
        ...

    def keep(self, source: LearnedFrom, calibration: Calibration, at_ms: int) -> None:
        """Replace what was learned from this source."""
        ...

    def load(self, source: LearnedFrom) -> tuple[Calibration, int] | None:
        """What was learned from this source, and when."""
        ...

    def written(self) -> int:
        """How many questions the local language model wrote for the rehearsal."""
        ...

    def reset(self) -> None:
        """Forget the log, the questions that were written for a rehearsal, and everything learned."""
        ...


class WrittenQuestions(Protocol):
    """Questions that the local language model wrote about items for the rehearsal. Each goes with its item."""

    def add(self, item: Item, question: str, at_ms: int) -> None:
        """Keep what was written about an item as it reads now, in place of what was before; empty: nothing of use."""
        ...

    def usable(self) -> list[WrittenQuestion]:
        """The questions about items that still read as they did then, oldest first."""
        ...

    def tried(self, items: Sequence[Item]) -> set[str]:
        """The ids of those items that were tried as they read now."""
        ...

    def tries(self, since_ms: int) -> tuple[int, int]:
        """How many items were tried at all, and since an instant."""
        ...
