"""Stop and progress for long work, without threads.

A long core function takes a `Job`, calls `check()` in every turn of its loop and `report()` for progress.
Only `ui/tasks.py` knows that the two sides live on different threads.
"""

from __future__ import annotations

from collections.abc import Callable


class Cancelled(Exception):
    """The user asked to stop. Not an `AssistantError`, so nothing swallows it."""


def _ignore(_: object) -> None:
    pass


class Job:
    """One piece of work that can be stopped and that can report."""

    def __init__(self, on_report: Callable[[object], None] = _ignore) -> None:
        """`on_report` receives what the work reports, on the working thread."""
        self._on_report = on_report
        self._cancelled = False
        self._on_cancel: Callable[[], None] | None = None

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody asked to stop."""
        return self._cancelled

    def cancel(self) -> None:
        """Ask the work to stop. May be called from any thread, any number of times."""
        self._cancelled = True
        wake = self._on_cancel
        if wake is not None:
            wake()

    def on_cancel(self, wake: Callable[[], None] | None) -> None:
        """Have `wake` called on cancel: for work that blocks and cannot poll `check()`. None takes it back."""
        self._on_cancel = wake
        if wake is not None and self._cancelled:
            wake()

    def check(self) -> None:
        """Raise `Cancelled` when somebody asked to stop."""
        if self._cancelled:
            raise Cancelled

    def report(self, progress: object) -> None:
        """Tell the other side something: a piece of text, a count."""
        self._on_report(progress)
