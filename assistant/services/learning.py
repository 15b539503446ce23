"""Learning from use: note what was shown, see what was used, keep a small correction of the scorer, and take it back.

Everything is replayed from a log of numbers, so the same log always teaches the same. Only what the user does counts:
what an answer cites by itself is the program's own choice, and learning from it would only confirm itself.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from assistant.domain.changes import Announce, Changes, Topic
from assistant.domain.errors import ModelError
from assistant.domain.learning import Calibration, LearnedFrom, LearnedState, LearningLog, Shown, ShownRow
from assistant.domain.memory import ReasonKind, Use, UseKind, Weighed
from assistant.domain.settings import Settings
from assistant.memory import features
from assistant.memory.learning import (
    LEAST_USES,
    Exposure,
    combined,
    correction,
    formula_energies,
    known_cover,
    learn,
    proves,
)
from assistant.memory.taking_over import takes_over

if TYPE_CHECKING:
    from assistant.domain.ports import Clock, FloatArray, Learned, Scorer

MOST_ROWS = 24
"""Items of one answer that are noted."""

WITHIN_MS = 30 * 60_000
"""So long after an answer a use still belongs to it."""

LEAST_NEW_USES = 5
"""So many uses are waited for before the log is gone through again."""

_NEW_SHARE = 8  # and an eighth of what was gone through: the more is known, the less a few uses say

AMOUNTS: Mapping[UseKind, float] = {
    UseKind.OPENED: 1.0,
    UseKind.EDITED: 1.0,
    UseKind.PINNED: 1.0,
    UseKind.DONE: 0.5,
}
"""How clearly each use says that the item was wanted. Others say nothing."""


class Learning:
    """Keeps the log and what it taught. May be called from several lanes at once."""

    def __init__(
        self,
        learned: Learned,
        scorer: Scorer,
        clock: Clock,
        settings: Callable[[], Settings],
        announce: Announce,
    ) -> None:
        """Store the ports; the scorer is asked for its name, and for logits when an older one's log is gone through."""
        self._learned = learned
        self._scorer = scorer
        self._clock = clock
        self._settings = settings
        self._announce = announce
        self._lock = threading.Lock()
        self._known: dict[LearnedFrom, tuple[Calibration, int] | None] | None = None

    @property
    def is_on(self) -> bool:
        """Whether the user lets the program learn."""
        return self._settings().is_learning_enabled

    @property
    def model(self) -> str:
        """What names the scorer in use with its features; empty when there is none to learn for."""
        return self._scorer.name

    def calibration(self) -> Calibration | None:
        """What corrects the scorer now; None when it is switched off or nothing was learned for this scorer."""
        if not self._settings().is_learning_enabled:
            return None
        rehearsed, used = (self._in_force(source) for source in (LearnedFrom.REHEARSAL, LearnedFrom.USE))
        if rehearsed is None or used is None or used.is_formula:  # a rehearsal was fitted to the scorer
            return used or rehearsed
        return combined(rehearsed, used)

    def shown(self, weighed: Sequence[Weighed]) -> None:
        """Note what a question brought up, best first. No word of it is kept. Raises `StoreError`."""
        model = self.model
        seen = [(one.item.id, one.evidence) for one in weighed[:MOST_ROWS] if one.evidence is not None]
        if not seen or not model or not self._settings().is_learning_enabled:
            return
        rows = [ShownRow(item_id, evidence.logit, evidence.features) for item_id, evidence in seen]
        self._learned.add(Shown(self._clock.now_ms(), model, seen[0][1].need, rows))

    def relearn_when_due(self) -> bool:
        """Go through the log when enough was used since the last time, or when the scorer is another one since.

        Whether it did. Without a usable scorer nothing is learned. Raises `StoreError`.
        """
        model = self.model
        if not self._settings().is_learning_enabled or not model:
            return False
        last = self._load()[LearnedFrom.USE]
        shown, used = self._learned.count(last[1] + 1 if last is not None else 0)
        count, is_renewed = (last[0].count, last[0].model != model) if last is not None else (0, False)
        if not shown or not (is_renewed or used >= max(LEAST_NEW_USES, count // _NEW_SHARE)):
            return False
        try:
            self.relearn()
        except ModelError:  # recall has met it too, and the doctor tells
            return False
        return True

    def relearn(self) -> Calibration:
        """Go through the whole log now and keep what it teaches. Raises `StoreError` and `ModelError`."""
        model, now_ms = self.model, self._clock.now_ms()
        rehearsed, before = self._in_force(LearnedFrom.REHEARSAL), self._in_force(LearnedFrom.USE)
        log = self._learned.log()
        plain = exposures(log, model, None, self._rescored)
        if takes_over(plain, is_in_force=before is not None and before.is_formula):
            found = learn([replace(one, logits=formula_energies(one.features)) for one in plain], _columns(), model)
            lessons = [one for one in plain if one.teaches]
            found = replace(found, is_formula=True, known=known_cover(lessons))
        else:
            found = learn(exposures(log, model, rehearsed, self._rescored), _columns(), model)
        self.keep(LearnedFrom.USE, found, now_ms)
        return found

    def keep(self, source: LearnedFrom, calibration: Calibration, at_ms: int) -> None:
        """Put what was learned in force. What was learned from use is fitted anew on a new rehearsal.

        Raises `StoreError`.
        """
        self._learned.keep(source, calibration, at_ms)
        self._forget_known()
        if source is LearnedFrom.REHEARSAL and self._in_force(LearnedFrom.USE) is not None:
            self.relearn()
        self._announce(Changes.of(Topic.LEARNING))

    def state(self) -> LearnedState:
        """What there is to say about it. Raises `StoreError`."""
        use, rehearsal = (self._in_force(source) for source in (LearnedFrom.USE, LearnedFrom.REHEARSAL))
        shown, _ = self._learned.count(0)
        at_ms, written = self.rehearsed_at_ms(), self._learned.written()
        return LearnedState(self._settings().is_learning_enabled, shown, use, rehearsal, at_ms, written)

    def can_prove(self) -> bool:
        """Whether enough was used to tell whether a rehearsal is worth anything. Raises `StoreError`."""
        return self._learned.count(0)[1] >= LEAST_USES

    def proves(self, rehearsed: Calibration) -> bool:
        """Whether what a rehearsal taught wins on what the user really used. Raises `StoreError` and `ModelError`."""
        return proves(rehearsed, exposures(self._learned.log(), self.model, None, self._rescored))

    def rehearsed_at_ms(self) -> int | None:
        """When the store was rehearsed last for this scorer. Raises `StoreError`."""
        known = self._load()[LearnedFrom.REHEARSAL]
        return known[1] if known is not None and known[0].model == self.model else None

    def reset(self) -> None:
        """Forget the log, what was written for rehearsals and all that was learned. Raises `StoreError`."""
        self._learned.reset()
        self._forget_known()
        self._announce(Changes.of(Topic.LEARNING))

    def _in_force(self, source: LearnedFrom) -> Calibration | None:
        known = self._load()[source]
        return known[0] if known is not None and known[0].model == self.model else None

    def _rescored(self, pairs: FloatArray) -> FloatArray:
        """What the scorer in use gives rows that another one weighed. Raises `ModelMissing` or `ModelInvalid`."""
        return self._scorer.score(pairs, explain=False)[0]

    def _load(self) -> dict[LearnedFrom, tuple[Calibration, int] | None]:
        with self._lock:
            if self._known is None:
                self._known = {source: self._learned.load(source) for source in LearnedFrom}
            return self._known

    def _forget_known(self) -> None:
        with self._lock:
            self._known = None


def exposures(
    log: LearningLog,
    model: str,
    rehearsed: Calibration | None = None,
    rescored: Callable[[FloatArray], FloatArray] | None = None,
) -> list[Exposure]:
    """The log as exposures, with each use at the latest answer before it that showed the item.

    The rehearsed correction is part of what the correction by use is added to. What was shown by another scorer of the
    same features gets the logits that `rescored` gives; of other features it teaches nothing.
    """
    answers = [shown for shown in log.shown if shown.rows and _is_like(shown.model, model, can_rescore=bool(rescored))]
    places: dict[str, list[tuple[int, int]]] = {}
    for number, shown in enumerate(answers):
        for place, row in enumerate(shown.rows):
            places.setdefault(row.item_id, []).append((number, place))
    wanted = [np.zeros(len(shown.rows), np.float32) for shown in answers]
    rejected = [np.zeros(len(shown.rows), np.bool_) for shown in answers]
    for use in log.uses:
        found = _answer_of(use, answers, places.get(use.item_id, ()))
        if found is not None and use.kind is UseKind.NOT_NOW:
            rejected[found[0]][found[1]] = True
        elif found is not None:
            number, place = found
            wanted[number][place] = max(wanted[number][place], AMOUNTS.get(use.kind, 0.0))
    made: list[Exposure] = []
    for number, shown in enumerate(answers):
        pairs = np.array([row.features for row in shown.rows], np.float32)
        logits, need = np.array([row.logit for row in shown.rows], np.float32), shown.need
        if shown.model != model and rescored is not None:
            logits, need = rescored(pairs), 1.0
        if rehearsed is not None:
            logits = logits + correction(rehearsed, pairs)
        made.append(Exposure(pairs, logits, wanted[number], rejected[number], need))
    return made


def _is_like(one: str, other: str, *, can_rescore: bool) -> bool:
    """Whether rows of the one scorer can teach about the other: the same, or one that reads the same features."""
    return one == other or (can_rescore and one.partition("-")[0] == other.partition("-")[0])


def _answer_of(use: Use, answers: Sequence[Shown], places: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The number of the answer and the place in it that a use belongs to."""
    before = [found for found in places if 0 <= use.at_ms - answers[found[0]].at_ms <= WITHIN_MS]
    return before[-1] if before else None


def _columns() -> list[ReasonKind | None]:
    return [feature.group for feature in features.FEATURES]
