"""What is measured: the program as it ships, the free baseline, plain BM25, and each of them without a part.

A system is a change of the parts of an app, made before its first use, so that every system goes through the same
store, index and recall. Leaving a feature group out means that the scorer sees 0 there: no evidence of that kind.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from assistant.app import App
from assistant.domain.memory import ReasonKind
from assistant.domain.ports import FloatArray, Scorer
from assistant.memory import attention, features

ENCODER = "encoder"

SHIPPED, FORMULA, BM25 = "shipped", "formula", "bm25"
SCORERS = (SHIPPED, FORMULA, BM25)
"""shipped: the graph in `resources/models`. formula: the free baseline in NumPy. bm25: words and dates alone."""


def ablations() -> tuple[str, ...]:
    """What can be left out: the feature groups, by the names of their reasons, and the encoder with all it finds."""
    return (*(group.value for group in features.GROUPS), ENCODER)


@dataclass(frozen=True, slots=True)
class System:
    """One way to rank. `without` are names of `ablations()`; `is_own` leaves the assistant's words out of the store.

    `learn` is a way of `first_half.WAYS`: learn from those questions, rank the others; empty for ranking all.
    `is_rehearsed`: rehearse every store that is large enough before its first question, as in idle time.
    """

    scorer: str = SHIPPED
    without: frozenset[str] = frozenset()
    is_own: bool = False
    learn: str = ""
    is_rehearsed: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether recall is blind to neighbours and sessions from its first stage on."""
        return self.scorer == BM25

    @property
    def name(self) -> str:
        """What stands in a report."""
        left_out = "".join(f" without {part}" for part in sorted(self.without))
        learned = f"{' rehearsed' if self.is_rehearsed else ''}{f' learned {self.learn}' if self.learn else ''}"
        return f"{self.scorer}{left_out}{learned}{' (own words)' if self.is_own else ''}"

    def install(self, app: App) -> None:
        """Put this system's parts into an app that was not used yet."""
        scorer: Scorer = app.scorer if self.scorer == SHIPPED else FormulaScorer()
        masked = self.without - {ENCODER}
        app.parts["scorer"] = MaskedScorer(scorer, masked) if masked else scorer
        if ENCODER in self.without or self.is_plain:
            app.parts["encoder"] = NoEncoder()


class NoEncoder:
    """Stands for a program without an encoder: nobody asks more of it than its name."""

    name = ""


class FormulaScorer:
    """The free baseline as a `ports.Scorer`."""

    name = f"{features.VERSION}-formula"
    groups = features.GROUPS
    provider = "NumPy"

    def score(self, features: FloatArray, *, explain: bool = True) -> tuple[FloatArray, FloatArray, FloatArray]:
        """See `ports.Scorer`."""
        del explain
        return attention.score(attention.baseline_weights(), features)


class MaskedScorer:
    """A scorer that sees no evidence of some feature groups."""

    def __init__(self, scorer: Scorer, without: frozenset[str]) -> None:
        """`without` holds values of `ReasonKind`."""
        self._scorer = scorer
        kept = [feature.group is None or feature.group.value not in without for feature in features.FEATURES]
        self._kept = np.array(kept, np.float32)

    @property
    def name(self) -> str:
        """See `ports.Scorer`."""
        return f"{self._scorer.name}-masked"

    @property
    def groups(self) -> tuple[ReasonKind, ...]:
        """See `ports.Scorer`."""
        return self._scorer.groups

    @property
    def provider(self) -> str:
        """See `ports.Scorer`."""
        return self._scorer.provider

    def score(self, features: FloatArray, *, explain: bool = True) -> tuple[FloatArray, FloatArray, FloatArray]:
        """See `ports.Scorer`."""
        return self._scorer.score(features * self._kept, explain=explain)
