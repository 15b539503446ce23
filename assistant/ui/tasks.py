"""Work off the UI thread: lanes of one worker each, and the only bridge back to the screen.

The idea: a worker thread never holds a QObject. It knows a number; what to call with the result stays in a dictionary
on the UI side. (Keeping the owner in a future's callback destroyed QObjects on worker threads, see design paper 3.)
Workers leave messages in a queue and ring one signal; the UI thread empties the queue in slices, so a flood of
streamed pieces neither blocks it nor comes out of order.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from enum import Enum
from functools import partial
from queue import SimpleQueue
from typing import Any, NamedTuple, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from assistant.domain.errors import AssistantError
from assistant.domain.job import Cancelled, Job

_log = logging.getLogger(__name__)
_SLICE_S = 0.008
_Result = TypeVar("_Result")


class Lane(Enum):
    """Who waits for whom. One worker per lane keeps its work in order without locks."""

    QUERY = "query"  # list, search, open: short
    INGEST = "ingest"  # capture, index, maintain, sweep
    CHAT = "chat"  # answers: one at a time
    CAPTURE = "capture"  # keep, draft, undo: nothing else may stand in their way
    REMIND = "remind"  # the sweep: never behind an import
    DESKTOP = "desktop"  # the shortcut: an X server may answer after seconds
    IDLE = "idle"  # what may wait until nobody is there, and gives way to everything


class _Waiting(NamedTuple):
    """What the UI thread remembers of a submitted work."""

    lane: Lane
    owner: QObject | None
    job: Job
    done: Callable[[Any], None] | None
    failed: Callable[[Exception], None] | None
    progress: Callable[[Any], None] | None
    stopped: Callable[[], None] | None


class _Progress(NamedTuple):
    payload: object


class _Done(NamedTuple):
    result: object


class _Failed(NamedTuple):
    error: Exception


_Report = _Progress | _Done | _Failed | Callable[[], None]


class _LaneWorker:
    """One daemon thread and its queue; the thread starts with the first work."""

    def __init__(self, name: str) -> None:
        self._queue: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._work, name=f"lane-{name}", daemon=True)

    def put(self, work: Callable[[], None]) -> None:
        if not self._thread.is_alive():
            self._thread.start()
        self._queue.put(work)

    def join(self, timeout_s: float) -> bool:
        """Whether the thread has ended in time; what waits in the queue must return at once."""
        if not self._thread.is_alive():
            return True
        self._queue.put(None)
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _work(self) -> None:
        while (work := self._queue.get()) is not None:
            work()
            del work  # hold nothing while waiting for the next


class TaskRunner(QObject):
    """Runs plain Python on the lanes and calls back on the UI thread.

    `failed_unheard` carries an `AssistantError` whose work had no `failed` callback; `crashed` anything that is a bug.
    """

    failed_unheard = Signal(object)
    crashed = Signal(object)
    _rung = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Threads start with the first work of their lane."""
        super().__init__(parent)
        self._lanes = {lane: _LaneWorker(lane.value) for lane in Lane}
        self._waiting: dict[int, _Waiting] = {}
        self._last_number = 0
        self._reports: deque[tuple[int, _Report]] = deque()
        self._guard = threading.Lock()
        self._is_rung = False
        self._is_closed = False
        self._held: list[tuple[Lane, Callable[[], None]]] | None = None
        self._rung.connect(self._empty, Qt.ConnectionType.QueuedConnection)

    @property
    def is_idle(self) -> bool:
        """Whether nothing runs, waits or is still to be called back."""
        return not self._waiting and not self._reports

    def submit(
        self,
        lane: Lane,
        work: Callable[[Job], _Result],
        *,
        owner: QObject | None,
        done: Callable[[_Result], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        progress: Callable[[Any], None] | None = None,
        stopped: Callable[[], None] | None = None,
    ) -> Job:
        """Run `work(job)` on a lane; call `done(result)`, `failed(error)` or `stopped()`, all on the UI thread.

        `work` is plain Python and must not hold a widget. Nothing is called once `owner` is gone (None: always call).
        `failed` gets `AssistantError`s and bugs alike, so that a screen can stop waiting; bugs are also reported by
        `crashed`. Call only on the UI thread.
        """
        self._last_number += 1
        number = self._last_number
        job = Job(partial(self._report_progress, number))
        if self._is_closed:
            job.cancel()
            return job
        self._waiting[number] = _Waiting(lane, owner, job, done, failed, progress, stopped)
        start = partial(self._run, number, work, job)
        if self._held is None:
            self._lanes[lane].put(start)
        else:
            self._held.append((lane, start))
        return job

    def hold(self) -> None:
        """Let no work begin before `release`: until the first window is painted the machine belongs to it."""
        self._held = []

    def release(self) -> None:
        """Begin what was held, in order."""
        held, self._held = self._held or [], None
        for lane, start in held:
            self._lanes[lane].put(start)

    def call_soon(self, callback: Callable[[], None]) -> None:
        """Have `callback` called on the UI thread. May be called from any thread."""
        self._report(0, callback)

    def close(self, timeout_s: float = 5.0) -> bool:
        """Cancel everything, drop what waits, join the workers. False when one did not end in time.

        What the user gave is carried out to its end: the capture lane is emptied, not dropped.
        """
        self._is_closed = True
        for waiting in list(self._waiting.values()):
            if waiting.lane is not Lane.CAPTURE:
                waiting.job.cancel()
        self.release()
        deadline = time.monotonic() + timeout_s
        ended = [lane.join(max(0.0, deadline - time.monotonic())) for lane in self._lanes.values()]
        self._waiting.clear()
        self._reports.clear()
        return all(ended)

    # On the worker's thread

    def _run(self, number: int, work: Callable[[Job], object], job: Job) -> None:
        try:
            job.check()
            result = work(job)
        except Cancelled as cancelled:
            self._report(number, _Failed(cancelled))
        except Exception as error:  # noqa: BLE001 - the task boundary: a bug must reach the screen, not vanish
            self._report(number, _Failed(error))
        else:
            self._report(number, _Done(result))

    def _report_progress(self, number: int, payload: object) -> None:
        self._report(number, _Progress(payload))

    def _report(self, number: int, report: _Report) -> None:
        if self._is_closed:
            return
        with self._guard:
            self._reports.append((number, report))
            must_ring, self._is_rung = not self._is_rung, True
        if must_ring:
            self._rung.emit()

    # On the UI thread

    def _empty(self) -> None:
        with self._guard:
            self._is_rung = False
        ends_at = time.monotonic() + _SLICE_S
        try:
            while self._reports and time.monotonic() <= ends_at:
                number, report = self._reports.popleft()
                self._hand_over(number, report)
        finally:  # also when a callback failed: who waits behind it is not to suffer for that
            with self._guard:
                must_ring = bool(self._reports) and not self._is_rung
                self._is_rung = self._is_rung or must_ring
            if must_ring:
                self._rung.emit()

    def _hand_over(self, number: int, report: _Report) -> None:
        if not isinstance(report, _Progress | _Done | _Failed):
            report()
            return
        waiting = self._waiting.get(number)
        if waiting is None:
            return
        is_owned = waiting.owner is None or shiboken6.isValid(waiting.owner)
        if isinstance(report, _Progress):
            if is_owned and waiting.progress is not None and not waiting.job.is_cancelled:
                waiting.progress(report.payload)
            return
        del self._waiting[number]
        if isinstance(report, _Done):
            if is_owned and waiting.done is not None:
                waiting.done(report.result)
            return
        self._hand_over_failure(waiting, report.error, is_owned=is_owned)

    def _hand_over_failure(self, waiting: _Waiting, error: Exception, *, is_owned: bool) -> None:
        if isinstance(error, Cancelled):
            if is_owned and waiting.stopped is not None:
                waiting.stopped()
            return
        is_heard = is_owned and waiting.failed is not None
        if isinstance(error, AssistantError):
            if not is_heard:
                self.failed_unheard.emit(error)
        else:
            _log.error("a task crashed", exc_info=error)
            self.crashed.emit(error)
        if is_heard and waiting.failed is not None:
            waiting.failed(error)
