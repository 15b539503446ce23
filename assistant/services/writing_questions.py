"""In idle time, have the local language model write questions about the user's items, for the rehearsal to ask.

Bounded by the night and altogether, and over at the first sign of life: the machine is the user's. The model runs in
its own process as always; it starts at this thread's priority and ends with the last question, so that nothing stays
in memory. Where no language model is installed nothing happens at all.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import numpy as np

from assistant.domain.errors import ModelError
from assistant.domain.item import Item
from assistant.domain.job import Cancelled, Job
from assistant.memory.written_questions import LONGEST_REPLY, is_askable, question_messages, usable_question
from assistant.services.rehearsing import MOST_WRITTEN, sample

if TYPE_CHECKING:
    from assistant.domain.ports import Clock, Generator, Items, WrittenQuestions
    from assistant.services.learning import Learning
    from assistant.services.rehearsing import Rehearsing

MOST_A_NIGHT = 40
"""Items that are tried within `NIGHT_MS`."""

NIGHT_MS = 12 * 3_600_000
MOST_TRIES = 2 * MOST_WRITTEN
"""Items that are tried at all: a model whose every second question is of no use still fills a rehearsal."""

_REST_S = 0.2  # between two looks while it rests
_SEED = 20_261_130


class WritingQuestions:
    """Has questions written. Only one call at a time; in the lane that rehearses."""

    def __init__(
        self,
        items: Items,
        questions: WrittenQuestions,
        generator: Generator,
        rehearsing: Rehearsing,
        learning: Learning,
        clock: Clock,
        *,
        is_on_mains: Callable[[], bool],
    ) -> None:
        """Nothing is read before the first call."""
        self._items = items
        self._questions = questions
        self._generator = generator
        self._rehearsing = rehearsing
        self._learning = learning
        self._clock = clock
        self._is_on_mains = is_on_mains
        self._rested_at_ms: int | None = None

    def is_due(self) -> bool:
        """Whether to write now: there is a model, a rehearsal could be proven, and there is room for more tonight.

        Raises `StoreError`.
        """
        now_ms = self._clock.now_ms()
        is_resting = self._rested_at_ms is not None and 0 <= now_ms - self._rested_at_ms < NIGHT_MS
        if is_resting or self._generator.model_name is None or not self._is_on_mains():
            return False
        if not self._rehearsing.can_rehearse() or not self._learning.can_prove():
            return False
        return self._room(now_ms) > 0

    def write(
        self, job: Job, *, may_go_on: Callable[[], bool] = lambda: True, pause: Callable[[float], None] = time.sleep
    ) -> int:
        """Write tonight's questions; how many can be used. Each is kept as soon as it is written.

        After every question it rests as long as the question took. It stops when `may_go_on` says no, when the machine
        goes on battery and when `job` is cancelled, in the middle of a question too. A model that fails is left alone
        until the next night.

        Raises:
            Cancelled: the job was cancelled.
            StoreError: the store cannot be read or written.
        """
        watched = _Watched(job, lambda: may_go_on() and self._is_on_mains())
        written = 0
        self._generator.forget()  # a process of the user's answers has their priority
        try:
            for item in self._wanted(job):
                started = time.monotonic()
                question = usable_question(self._reply(item, watched), item)
                self._questions.add(item, question, self._clock.now_ms())
                written += bool(question)
                _rest(time.monotonic() - started, watched, pause)
            self._rested_at_ms = self._clock.now_ms()
        except ModelError:
            self._rested_at_ms = self._clock.now_ms()
        except Cancelled:
            job.check()  # somebody is there again: not the job's own end
        finally:
            self._generator.forget()
        return written

    def _wanted(self, job: Job) -> Iterator[Item]:
        """Items of the stretches that are rehearsed, in an order of chance, but those tried as they read now."""
        draw = np.random.default_rng(_SEED)
        found = [item for item in sample(self._items, draw, job) if is_askable(item)]
        tried = self._questions.tried(found)
        fresh = [item for item in found if item.id not in tried]
        chosen: list[int] = draw.permutation(len(fresh))[: self._room(self._clock.now_ms())].tolist()
        return (fresh[place] for place in chosen)

    def _room(self, now_ms: int) -> int:
        """How many items may still be tried now."""
        ever, tonight = self._questions.tries(now_ms - NIGHT_MS)
        return max(0, min(MOST_TRIES - ever, MOST_A_NIGHT - tonight))

    def _reply(self, item: Item, watched: Job) -> str:
        watched.check()
        return "".join(self._generator.stream(question_messages(item), max_tokens=LONGEST_REPLY, job=watched))


class _Watched(Job):
    """A job that also counts as cancelled when the machine is wanted: the model is asked at its every sign of life."""

    def __init__(self, job: Job, may_go_on: Callable[[], bool]) -> None:
        super().__init__()
        self._job = job
        self._may_go_on = may_go_on

    @property
    def is_cancelled(self) -> bool:
        return self._job.is_cancelled or not self._may_go_on()

    def on_cancel(self, wake: Callable[[], None] | None) -> None:
        self._job.on_cancel(wake)

    def check(self) -> None:
        if self.is_cancelled:
            raise Cancelled


def _rest(seconds: float, watched: Job, pause: Callable[[float], None]) -> None:
    """Wait in slices, so that a stop need not wait for the end of a nap."""
    for _ in range(math.ceil(seconds / _REST_S)):
        watched.check()
        pause(_REST_S)
