"""Lets the program rehearse the user's store while nobody is at the machine, and stops it at the first sign of life.

Where there is a language model, it first writes some of the questions.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from assistant.domain.job import Job
from assistant.domain.learning import Calibration
from assistant.platform import quiet
from assistant.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from assistant.services.rehearsing import Rehearsing
    from assistant.services.writing_questions import WritingQuestions

IDLE_S = 300.0
_LOOK_EVERY_MS = 60_000
_POLL_S = 0.4  # between two looks at the display meanwhile; own windows are noticed at once
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.WindowActivate,
    }
)


def _is_active() -> bool:
    return QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive


class IdleWork(QObject):
    """Looks once a minute.

    Where the display cannot say how long nobody was there, it is enough that none of our windows is in use.
    """

    def __init__(
        self,
        rehearsing: Callable[[], Rehearsing],
        writing: Callable[[], WritingQuestions],
        tasks: TaskRunner,
        parent: QObject | None = None,
        *,
        idle_s: Callable[[], float | None] = quiet.user_idle_s,
        is_active: Callable[[], bool] = _is_active,
    ) -> None:
        """Nothing runs before `start`; `rehearsing` and `writing` make the services when needed, in their lane."""
        super().__init__(parent)
        self._rehearsing = rehearsing
        self._writing = writing
        self._tasks = tasks
        self._idle_s = idle_s
        self._is_active = is_active
        self._job: Job | None = None
        self._touched_s = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    @property
    def is_running(self) -> bool:
        """Whether a rehearsal, or what it needs, runs now."""
        return self._job is not None

    def start(self) -> None:
        """Begin to look."""
        self._timer.start()

    def close(self) -> None:
        """Stop looking, and what runs."""
        self._timer.stop()
        self.stop()

    def touched(self) -> None:
        """The user did something in the program: not idle, and what runs has to stop."""
        self._touched_s = time.monotonic()
        self.stop()

    def stop(self) -> None:
        """End what runs, within one question of the rehearsal; the language model is stopped in the middle of one."""
        if self._job is not None:
            self._job.cancel()

    def look(self) -> None:
        """Write and rehearse when nobody is there and it is due; in its own lane, with all looks at the machine."""
        if self._job is not None or time.monotonic() - self._touched_s < IDLE_S:
            return
        write, make = self._writing, self._rehearsing
        watch = _Watch(self._idle_s, is_active=self._is_active())

        def work(job: Job) -> Calibration | None:
            job.check()
            if not watch.is_idle():
                return None
            writing, rehearsing = write(), make()
            if writing.is_due():
                quiet.lower_priority()
                writing.write(job, may_go_on=watch.may_go_on)
            if not watch.may_go_on() or not rehearsing.is_due():
                return None
            quiet.lower_priority()
            return rehearsing.rehearse(job, may_go_on=watch.may_go_on)

        application = QCoreApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self._job = self._tasks.submit(
            Lane.IDLE, work, owner=self, done=self._ended, stopped=self._ended, failed=self._ended
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Any input into one of our windows ends a rehearsal."""
        del watched
        if event.type() in _INPUT:
            self.touched()
        return False

    def _ended(self, _: object = None) -> None:
        """Also after a failure: a store in trouble is told by those who need it now."""
        self._job = None
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)


class _Watch:
    """Asks the display now and then, on the working thread, whether somebody came back."""

    def __init__(self, idle_s: Callable[[], float | None], *, is_active: bool) -> None:
        self._idle_s = idle_s
        self._is_active = is_active
        self._looked_s = 0.0
        self._is_over = False

    def is_idle(self) -> bool:
        """Whether nobody was at the display for long enough, as far as anybody can say."""
        idle_s = self._idle_s()
        return not self._is_active if idle_s is None else idle_s >= IDLE_S

    def may_go_on(self) -> bool:
        """The same, asked now and then; once somebody came, it is over."""
        now_s = time.monotonic()
        if not self._is_over and now_s - self._looked_s >= _POLL_S:
            self._looked_s = now_s
            self._is_over = not self.is_idle()
        return not self._is_over
