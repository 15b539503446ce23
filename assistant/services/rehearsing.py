"""In idle time, rehearse the user's own store: ask what its own items answer, and fit the scorer to its shape.

The questions are made from the items themselves, so no use is needed and nothing leaves the process. A rehearsal is
bounded, stops within one question when it is asked to, and goes on where it stopped. It is adopted only when it wins on
questions that the fit did not see and on what the user really used: questions made of a store's own words alone took a
trained scorer from .789 to .752 on LoCoMo in one store. A process that dies in between has written nothing.
Up to half of the questions are those that a language model wrote (`services/writing_questions.py`), where it wrote any.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING, Protocol

import numpy as np

from assistant.domain.item import Item, SearchFilter
from assistant.domain.learning import Calibration, LearnedFrom
from assistant.domain.memory import ReasonKind
from assistant.memory import features
from assistant.memory.learning import Exposure, learn
from assistant.services.learning import MOST_ROWS

if TYPE_CHECKING:
    from assistant.domain.job import Job
    from assistant.domain.ports import Clock, Items
    from assistant.services.learning import Learning
    from assistant.services.recalling import Recalling

LEAST_ITEMS = 200
"""Smaller stores are left alone: they say too little about their shape."""

QUESTIONS = 240
MOST_WRITTEN = QUESTIONS // 2
AGAIN_AFTER_MS = 7 * 86_400_000
MOST_SECONDS = 20.0
"""Of the processor in one rehearsal; with the pauses it takes twice as long, and longer where others work too."""

_SHAPE = frozenset({ReasonKind.NEIGHBOURS, ReasonKind.SESSION})
"""What the store's shape decides. Questions made of an item's own words say too much for words, and nothing of those
asked in other words: fitted too, they took a trained scorer's recall on LoCoMo from .789 to .756 in one store."""

_BLOCKS = 12
_BLOCK = 50  # neighbouring items: a conversation must be seen as one
_LEAST_LESSONS = 60
_SEED = 20_261_124


class Question(Protocol):
    """A question made from the store."""

    @property
    def text(self) -> str:
        """The question."""
        ...

    @property
    def item_id(self) -> str:
        """The item that it was made from, which answers it."""
        ...


class Asker(Protocol):
    """Makes questions about the items it was made with: `memory/rehearsal.py: Rehearsal`."""

    def questions(self, draw: np.random.Generator, count: int) -> Iterable[Question]:
        """So many questions; none when the items have too few words."""
        ...


@dataclass(slots=True)
class _Course:
    """A rehearsal under way: the questions still to come and what was seen so far."""

    model: str
    questions: Iterator[Question]
    exposures: list[Exposure] = field(default_factory=list[Exposure])
    spent_s: float = 0.0


class Rehearsing:
    """Rehearses. Only one call at a time; give it a lane of its own."""

    def __init__(
        self,
        items: Items,
        recalling: Recalling,
        learning: Learning,
        clock: Clock,
        asker: Callable[[Sequence[Item]], Asker],
        *,
        is_on_mains: Callable[[], bool],
        written: Callable[[], Sequence[Question]] = tuple,
    ) -> None:
        """Nothing is read before the first call; `written` gives the questions that the language model wrote."""
        self._items = items
        self._recalling = recalling
        self._learning = learning
        self._clock = clock
        self._asker = asker
        self._is_on_mains = is_on_mains
        self._written = written
        self._course: _Course | None = None

    def is_due(self) -> bool:
        """Whether to rehearse now: switched on, on mains, enough items and uses to judge it by, not done this week.

        Raises `StoreError`.
        """
        if not self._is_on_mains() or not self.can_rehearse() or not self._learning.can_prove():
            return False
        last_ms = self._learning.rehearsed_at_ms()
        return last_ms is None or not 0 <= self._clock.now_ms() - last_ms < AGAIN_AFTER_MS

    def can_rehearse(self) -> bool:
        """Whether it is switched on, and there is a scorer to fit and a store that says enough. Raises `StoreError`."""
        return self._learning.is_on and bool(self._learning.model) and self._items.count() >= LEAST_ITEMS

    def rehearse(
        self, job: Job, *, may_go_on: Callable[[], bool] = lambda: True, pause: Callable[[float], None] = time.sleep
    ) -> Calibration | None:
        """Rehearse to the end and keep the result; None when it stopped before, to be gone on with next time.

        After every question `pause` waits as long as the question took: at most half of a processor is taken.
        It stops when `may_go_on` says no, when the machine goes on battery, and when `job` is cancelled.

        Raises:
            Cancelled: the job was cancelled; what was seen so far is kept in memory.
            ModelError: the scorer cannot be used any more.
            StoreError: the store cannot be read or written.
        """
        course = self._course
        if course is None or course.model != self._learning.model:
            course = self._course = self._begin(job)
        while True:
            job.check()
            if not may_go_on() or not self._is_on_mains():
                return None
            question = next(course.questions, None)
            if question is None:
                break
            started, busy = time.monotonic(), time.thread_time()
            course.exposures += self._asked(question)
            took_s = time.monotonic() - started
            course.spent_s += time.thread_time() - busy
            if course.spent_s > MOST_SECONDS:
                break
            pause(took_s)
        columns = [feature.group if feature.group in _SHAPE else None for feature in features.FEATURES]
        found = learn(course.exposures, columns, course.model, least=_LEAST_LESSONS, check=job.check)
        found = replace(found, silence=0.0)  # a question made of an item's own words needs it more than a user's does
        if any(found.weights) and not self._learning.proves(found):
            found = replace(found, weights=(), effects=(), known=0.0)
        self._course = None
        self._learning.keep(LearnedFrom.REHEARSAL, found, self._clock.now_ms())
        return found

    def _begin(self, job: Job) -> _Course:
        draw = np.random.default_rng(_SEED)
        asker = self._asker(sample(self._items, draw, job))
        written = list(self._written())[:MOST_WRITTEN]
        return _Course(self._learning.model, chain(written, asker.questions(draw, QUESTIONS - len(written))))

    def _asked(self, question: Question) -> list[Exposure]:
        weighed = self._recalling.recall(question.text, limit=MOST_ROWS)
        seen = [(one, one.evidence) for one in weighed if one.evidence is not None]
        if not seen:
            return []
        wanted = np.array([one.item.id == question.item_id for one, _ in seen], np.float32)
        if not wanted.any():
            return []
        return [
            Exposure(
                features=np.array([evidence.features for _, evidence in seen], np.float32),
                logits=np.array([evidence.logit for _, evidence in seen], np.float32),
                wanted=wanted,
                rejected=np.zeros(len(seen), np.bool_),
                need=seen[0][1].need,
            )
        ]


def sample(items: Items, draw: np.random.Generator, job: Job) -> list[Item]:
    """Some stretches of the store, oldest first; all of a small one. Raises `StoreError` and `Cancelled`."""
    offsets = range(0, items.count(), _BLOCK)
    chosen: list[int] = sorted(draw.permutation(len(offsets))[:_BLOCKS].tolist(), reverse=True)
    found: list[Item] = []
    for number in chosen:
        job.check()
        block = items.recent(limit=_BLOCK, offset=offsets[number], where=SearchFilter())
        found += reversed(block)
    return found
