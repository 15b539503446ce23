"""What the doctor says about the memory's models: weights, who weighs when they fail, vectors, what was learned."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from assistant.domain.diagnosis import Fact, Health
from assistant.domain.errors import ModelError
from assistant.language.weight_table import broken_tables

if TYPE_CHECKING:
    from assistant.domain.memory import Footing
    from assistant.domain.ports import Clock, Encoder, Scorer, Vectors
    from assistant.services.learning import Learning
    from assistant.services.recalling import Recalling


class MemoryFacts:
    """Facts about recall and learning; called by the doctor."""

    def __init__(
        self,
        scorer: Scorer,
        recalling: Recalling,
        learning: Learning,
        clock: Clock,
        encoder: Encoder,
        vectors: Vectors,
        footing: Footing | None,
    ) -> None:
        """Nothing is looked at before it is called. `footing`: of the scorer, None when it has none of its own."""
        self._footing = footing
        self._encoder = encoder
        self._vectors = vectors
        self._scorer = scorer
        self._recalling = recalling
        self._learning = learning
        self._clock = clock

    def __call__(self) -> Iterable[Fact]:
        """Which weights are used, or that the formula takes their place, and what was learned. Raises `StoreError`."""
        yield self._weights()
        yield self._meanings()
        yield from self._tables()
        yield self._learned()
        yield self._rehearsed()
        yield from self._written()

    def _weights(self) -> Fact:
        problem = self._recalling.scorer_problem
        try:
            _ = self._scorer.provider
        except ModelError as error:
            problem = error
        if problem is not None:
            return Fact("scorer", Health.NOTE, word="doctor.scorer.formula")
        used = self._learning.calibration()
        if used is not None and used.is_formula:
            return Fact("scorer", Health.NOTE, word="doctor.scorer.taken_over")
        if self._footing is None:
            return Fact("scorer", Health.NOTE, self._scorer.name, reason="no_footing")
        return Fact("scorer", Health.GOOD, self._scorer.name)

    def _meanings(self) -> Fact:
        """How many passages are known by their meaning; a broken encoder leaves the words alone."""
        try:
            _ = self._encoder.provider
        except ModelError as error:
            detail = str(error.facts.get("path", ""))
            return Fact("encoder", Health.BAD, word="unavailable", reason="unusable", detail=detail)
        known, passages = self._vectors.counts(self._encoder.name)
        return Fact("encoder", Health.GOOD, f"{known:,}/{passages:,}", reason="pending" if known < passages else "")

    def _tables(self) -> Iterable[Fact]:
        """Nothing while the learned tables that read lines are sound."""
        if broken := broken_tables():
            yield Fact("tables", Health.BAD, word="unavailable", reason="unusable", detail=", ".join(broken))

    def _learned(self) -> Fact:
        state = self._learning.state()
        if not state.is_on:
            return Fact("learned", Health.NOTE, word="doctor.learned.off")
        if state.use is None or not state.use.count:
            return Fact("learned", Health.GOOD, word="none")
        reason = "unchanged" if state.use.is_neutral else "in_force"
        return Fact("learned", Health.GOOD, str(state.use.count), reason=reason)

    def _rehearsed(self) -> Fact:
        at_ms, rehearsal = self._learning.rehearsed_at_ms(), self._learning.state().rehearsal
        if at_ms is None or rehearsal is None:
            return Fact("rehearsed", Health.GOOD, word="none")
        reason = "unchanged" if rehearsal.is_neutral else "in_force"
        return Fact("rehearsed", Health.GOOD, f"{self._clock.local(at_ms):%Y-%m-%d %H:%M}", reason=reason)

    def _written(self) -> Iterable[Fact]:
        """Told only where a language model wrote any."""
        count = self._learning.state().written
        if count:
            yield Fact("written", Health.GOOD, str(count), reason="for_rehearsal")
