"""When reminders are looked for: at start, at the next deadline, every 30 s, on wake and on clock jumps."""

from __future__ import annotations

import time
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from assistant.app import App
from assistant.domain.job import Job
from assistant.domain.reminder import Presented
from assistant.platform.wake import ClockJump, WakeWatch
from assistant.ui.tasks import Lane, TaskRunner

LONGEST_WAIT_MS = 30_000
_SHORTEST_WAIT_MS = 250
_CATCH_UP_EVERY = 2  # beats


@dataclass(frozen=True, slots=True)
class _Swept:
    presented: list[Presented]
    next_due_ms: int | None


class SweepDriver(QObject):
    """Beats at most every 30 s. `presented` carries what a sweep presented, `jumped` that the clock moved.

    `failed` carries an error of the store, `well` that it took in what waited.
    """

    presented = Signal(list)
    beat = Signal()
    jumped = Signal()
    failed = Signal(object)
    well = Signal()

    def __init__(self, app: App, tasks: TaskRunner, parent: QObject | None = None) -> None:
        """Nothing runs before `start`."""
        super().__init__(parent)
        self._app = app
        self._tasks = tasks
        self._jump = ClockJump()
        self._wake = WakeWatch(lambda: tasks.call_soon(self.sweep))
        self._paused_until_ms = 0
        self._beats = 0
        self._is_sweeping = False
        self._must_sweep_again = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self._on_beat)

    @property
    def paused_until_ms(self) -> int:
        """Until when reminders are held back; 0 when they are not."""
        return self._paused_until_ms

    def start(self) -> None:
        """Sweep now and keep on."""
        self._wake.start()
        self._jump.check(self._app.clock.now_ms(), _monotonic_ms())
        self._timer.start(0)

    def close(self) -> None:
        """Stop."""
        self._timer.stop()
        self._wake.close()

    def pause(self, until_ms: int) -> None:
        """Hold reminders back until then; 0 resumes at once, and what was due comes late."""
        self._paused_until_ms = until_ms
        self.sweep()

    def sweep(self) -> None:
        """Look for what is due, now."""
        now_ms = self._app.clock.now_ms()
        if self._paused_until_ms > now_ms:
            self._wait(min(LONGEST_WAIT_MS, self._paused_until_ms - now_ms))
            return
        self._paused_until_ms = 0
        if self._is_sweeping:
            self._must_sweep_again = True
            return
        self._is_sweeping = True
        app = self._app

        def work(job: Job) -> _Swept:
            job.check()
            return _Swept(app.reminding.sweep(), app.reminding.next_due_ms())

        self._tasks.submit(Lane.REMIND, work, owner=self, done=self._swept, failed=self._on_failed)

    def _on_beat(self) -> None:
        self._beats += 1
        if self._jump.check(self._app.clock.now_ms(), _monotonic_ms()):
            self.jumped.emit()
        self.sweep()
        if self._beats % _CATCH_UP_EVERY == 1:
            self.catch_up()
        self.beat.emit()

    def catch_up(self) -> None:
        """Replay the spool, index what waits, let the clock act on the mind."""
        app = self._app
        self._tasks.submit(
            Lane.INGEST,
            lambda job: app.catch_up(job, with_recall=True),
            owner=self,
            done=self._on_well,
            failed=self.failed.emit,
        )
        self._tasks.submit(Lane.INGEST, app.care, owner=self, failed=self.failed.emit)

    def _on_well(self, _: None) -> None:
        self.well.emit()

    def _swept(self, swept: _Swept) -> None:
        if swept.presented:
            self.presented.emit(swept.presented)
        wait_ms = LONGEST_WAIT_MS
        if swept.next_due_ms is not None:
            wait_ms = min(wait_ms, max(_SHORTEST_WAIT_MS, swept.next_due_ms - self._app.clock.now_ms()))
        self._end_sweep(wait_ms)

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)
        self._end_sweep(LONGEST_WAIT_MS)

    def _end_sweep(self, wait_ms: int) -> None:
        self._is_sweeping = False
        if self._must_sweep_again:
            self._must_sweep_again = False
            self.sweep()
            return
        self._wait(wait_ms)

    def _wait(self, wait_ms: int) -> None:
        self._timer.start(wait_ms)


def _monotonic_ms() -> int:
    return time.monotonic_ns() // 1_000_000
