"""The local language model as the program sees it: a stream of text from a child process that may die.

llama.cpp ends its process on a bad file or a wrong call, so the process is not ours. It is started by the first
answer, watched, killed when it falls silent or does not stop, started again after a pause that doubles, and put
aside with its model after three deaths in five minutes.
"""

from __future__ import annotations

import itertools
import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.conversation import Message, ModelFile
from assistant.domain.errors import ModelCrashed, ModelInvalid, ModelMissing, ModelSetAside
from assistant.domain.job import Cancelled, Job
from assistant.domain.ports import ModelFiles
from assistant.language.token_estimate import estimate_tokens
from assistant.models.worker_process import WAKE, Event, WorkerProcess

_GIB = 1 << 30
_LOOK_S = 0.25  # between two looks at a job, which may be one that learns of its end only by being asked
_VARIED = 0.7  # temperature of an answer that is asked for again: at our usual one it would hardly change


@dataclass(frozen=True, slots=True)
class Limits:
    """How patient the supervisor is, in seconds, and how it asks the model to write."""

    start_s: float = 30.0  # until the process says hello: a cold disk is slow
    beat_s: float = 6.0  # no word at all during a request: stopped or dead
    silence_s: float = 60.0  # alive, but its work does not move
    stop_s: float = 0.15  # between the wish to stop and the kill
    idle_s: float = 600.0  # unused for this long: memory is given back
    backoff_s: float = 1.0  # before the second start; doubles with each death
    deaths: int = 3
    context_tokens: int = 8192
    threads: int = 0
    temperature: float = 0.2
    seed: int = 7


class LlamaGenerator:
    """Carries out the `Generator` port. Callers on several threads wait for each other."""

    def __init__(self, model_files: ModelFiles, memory_gb: Callable[[], int], limits: Limits | None = None) -> None:
        """`memory_gb` caps what the child process may take; read when one is started."""
        self._model_files = model_files
        self._memory_gb = memory_gb
        self._limits = limits or Limits()
        self._turn = threading.Lock()
        self._process: WorkerProcess | None = None
        self._loaded: ModelFile | None = None
        self._numbers = itertools.count(1)
        self._not_before = 0.0
        self._idle: threading.Timer | None = None
        self._is_closed = False
        self._must_forget = False
        self._written = 0

    @property
    def model_name(self) -> str | None:
        """The current model's name; None when none is installed or it was set aside."""
        file = self._model_files.current()
        return None if file is None or file.is_set_aside else file.name

    @property
    def process_id(self) -> int | None:
        """The child process, when there is one."""
        process = self._process
        return process.pid if process is not None and not process.has_ended else None

    @property
    def tokens_written(self) -> int:
        """How many tokens the last whole answer had, as the process counted them."""
        return self._written

    def count_tokens(self, text: str) -> int:
        """An estimate that needs no model, on the safe side for English and Chinese."""
        return estimate_tokens(text)

    def stream(self, messages: Sequence[Message], *, max_tokens: int, job: Job, variation: int = 0) -> Iterator[str]:
        """Pieces of the answer. See the port."""
        self._take_turn(job)
        try:
            job.check()
            self._stop_idle_clock()
            if self._must_forget:
                self._end_forgetful()
            file = self._wanted()
            process = self._ready(file, job)
            yield from self._pieces(process, file, messages, max_tokens, job, variation)
        finally:
            job.on_cancel(None)
            self._start_idle_clock()
            self._turn.release()
            if self._must_forget:
                self.forget()

    def forget(self) -> None:
        """End the process that read the user's texts; the next answer starts another. See the port.

        Emptying its cache would not do: the texts also lie in what the process has freed but not given back.
        """
        self._must_forget = True
        if not self._turn.acquire(blocking=False):
            return  # whoever has the turn does it when the answer ends
        try:
            self._end_forgetful()
        finally:
            self._turn.release()

    def _end_forgetful(self) -> None:
        self._must_forget = False
        self._end_process(is_forced=True)

    def close(self) -> None:
        """End the child process. A stream that still runs ends as a crash."""
        self._is_closed = True
        self._stop_idle_clock()
        self._end_process()

    # One at a time

    def _take_turn(self, job: Job) -> None:
        while not self._turn.acquire(timeout=0.05):
            job.check()

    def _start_idle_clock(self) -> None:
        if self._process is None or self._is_closed:
            return
        self._idle = threading.Timer(self._limits.idle_s, self._unload_when_idle)
        self._idle.daemon = True
        self._idle.start()

    def _stop_idle_clock(self) -> None:
        if self._idle is not None:
            self._idle.cancel()

    def _unload_when_idle(self) -> None:
        if self._turn.acquire(blocking=False):
            try:
                self._end_process()
            finally:
                self._turn.release()

    # A process with the right model in it

    def _wanted(self) -> ModelFile:
        file = self._model_files.current()
        if file is None:
            raise ModelMissing(path="")
        if file.is_set_aside:
            raise ModelSetAside(path=file.path)
        return file

    def _ready(self, file: ModelFile, job: Job) -> WorkerProcess:
        process = self._process
        if process is not None and not process.has_ended and self._loaded == file:
            return process
        self._end_process()
        self._model_files.check(file)
        self._wait_for_backoff(job)
        process = WorkerProcess(self._memory_gb() * _GIB)
        self._process, self._loaded = process, None
        process.start()
        if self._is_closed:  # while it started
            raise self._death(file, "closed")
        self._load(process, file, job)
        self._loaded = file
        return process

    def _wait_for_backoff(self, job: Job) -> None:
        waiting = threading.Event()
        job.on_cancel(waiting.set)
        waiting.wait(max(0.0, self._not_before - time.monotonic()))
        job.check()

    def _load(self, process: WorkerProcess, file: ModelFile, job: Job) -> None:
        process.send(
            "load",
            path=file.path,
            family=file.family,
            context_tokens=self._limits.context_tokens,
            threads=self._limits.threads,
        )
        is_loaded = False
        try:
            for event in self._events(process, file, job):
                if event.name == "failed":
                    raise ModelInvalid(path=file.path, reason=str(event.facts.get("reason", "")))
                if event.name == "loaded":
                    is_loaded = True
                    return
        finally:
            if not is_loaded:
                self._end_process(is_forced=True)

    # One answer

    def _pieces(
        self,
        process: WorkerProcess,
        file: ModelFile,
        messages: Sequence[Message],
        max_tokens: int,
        job: Job,
        variation: int,
    ) -> Iterator[str]:
        number = next(self._numbers)
        process.send(
            "generate",
            id=number,
            messages=[[message.role, message.text] for message in messages],
            max_tokens=max_tokens,
            temperature=max(self._limits.temperature, _VARIED) if variation else self._limits.temperature,
            seed=self._limits.seed + variation,
        )
        is_done = False
        try:
            for event in self._events(process, file, job):
                if event.facts.get("id") != number:
                    continue
                if event.name == "piece":
                    yield str(event.facts.get("text", ""))
                elif event.name == "done":
                    self._written = int(event.facts.get("tokens", 0))
                    is_done = True
                    return
                elif event.name == "failed":
                    is_done = True
                    raise ModelCrashed(path=file.path, reason=str(event.facts.get("reason", "")))
        finally:
            if not is_done:
                self._stop(process, number)

    def _events(self, process: WorkerProcess, file: ModelFile, job: Job) -> Iterator[Event]:
        """What the process says, while it is alive and gets on with something.

        Raises `Cancelled` as soon as the job is, and `ModelCrashed` or `ModelSetAside` when the process is lost.
        """
        job.on_cancel(lambda: process.events.put(WAKE))
        heard_at = moved_at = time.monotonic()
        beat_s = self._limits.beat_s if self._loaded else self._limits.start_s
        work = ""
        while True:
            patience = min(heard_at + beat_s, moved_at + self._limits.silence_s) - time.monotonic()
            try:
                event = process.events.get(timeout=max(0.0, min(patience, _LOOK_S)))
            except queue.Empty:
                event = None
            if job.is_cancelled:
                raise Cancelled
            if event is None:
                if patience > _LOOK_S:
                    continue
                raise self._death(file, "silent")
            heard_at, beat_s = time.monotonic(), self._limits.beat_s
            if event.name == "exit":
                raise self._death(file, str(event.facts.get("status", "")))
            if event.name != "beat" or event.facts.get("work") != work:
                moved_at = heard_at
            if event.name == "beat":
                work = str(event.facts.get("work", ""))
            elif event is not WAKE:
                yield event

    def _stop(self, process: WorkerProcess, number: int) -> None:
        """Have the process drop a request: it is asked, and killed when it does not obey at once."""
        if process.has_ended:
            return
        process.send("cancel", id=number)
        until = time.monotonic() + self._limits.stop_s
        while (left := until - time.monotonic()) > 0:
            try:
                event = process.events.get(timeout=left)
            except queue.Empty:
                break
            if event.name in ("done", "failed", "exit") and event.facts.get("id", number) == number:
                return
        self._end_process(is_forced=True)

    def _death(self, file: ModelFile, reason: str) -> ModelCrashed | ModelSetAside:
        self._end_process(is_forced=True)
        if self._is_closed:
            return ModelCrashed(path=file.path, reason="closed")
        deaths = self._model_files.add_death(file.name)
        self._not_before = time.monotonic() + self._limits.backoff_s * 2 ** (deaths - 1)
        if deaths >= self._limits.deaths:
            self._model_files.set_aside(file.name)
            return ModelSetAside(path=file.path)
        return ModelCrashed(path=file.path, reason=reason)

    def _end_process(self, *, is_forced: bool = False) -> None:
        process, self._process, self._loaded = self._process, None, None
        if process is None:
            return
        if is_forced:
            process.kill()
        else:
            process.close()
