"""Keeps the unfinished text of a window on the disk, whatever happens, and brings the old one back.

The old draft is read on the capture lane. Whoever types before it is there is saved behind it, so that a program that
dies in its first moments loses neither.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from assistant.domain.errors import StoreError
from assistant.domain.item import Draft
from assistant.domain.job import Job
from assistant.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from assistant.app import App


class DraftKeeper:
    """The draft of one window, used on the UI thread only; `owner` is that window."""

    def __init__(self, app: App, tasks: TaskRunner, owner: QObject) -> None:
        """Reads nothing before `prepare`."""
        self._app = app
        self._tasks = tasks
        self._owner = owner
        self._is_prepared = False
        self._is_loaded = False
        self._old: list[Draft] = []  # filled on the capture lane, read there until the draft has arrived here
        self._saved: Draft | None = Draft()  # None: the disk has something else

    def _load(self) -> Draft:
        """The old draft; on the capture lane, where the parts behind it may be made.

        A program that died between the commit and the emptying of the draft has left what is kept: it is no draft.
        """
        app = self._app
        draft = app.capturing.load_draft()
        if not draft.text:
            return draft
        try:
            newest = [item.text for item in app.items.recent(limit=1)]
        except StoreError:
            return draft  # better twice than not at all
        if draft.text not in newest:
            return draft
        app.capturing.save_draft(Draft())
        return Draft()

    def _write(self, draft: Draft) -> None:
        """Make it durable; on the capture lane. Raises `StoreError`."""
        self._app.capturing.save_draft(draft)

    def prepare(self, done: Callable[[Draft], None], failed: Callable[[Exception], None]) -> None:
        """Read the old draft and call `done` with it, or `failed`. Once, and before anything is kept or saved."""
        if self._is_prepared:
            return
        self._is_prepared = True
        load, old = self._load, self._old

        def work(job: Job) -> Draft:
            job.check()
            old.append(load())
            return old[0]

        def take(draft: Draft) -> None:
            self._is_loaded = True
            done(draft)

        def give_up(error: Exception) -> None:
            self._is_loaded = True
            failed(error)

        self._tasks.submit(Lane.CAPTURE, work, owner=self._owner, done=take, failed=give_up)

    def emptied(self) -> Callable[[], None]:
        """What the capture lane does when the text is kept: only an old draft that was not shown yet stays.

        The window takes the draft for empty from now on.
        """
        self._saved = Draft()
        write, old = self._write, self._old
        is_shown = not self._is_prepared or self._is_loaded
        return lambda: write(Draft() if is_shown or not old else old[0])

    def expect(self, draft: Draft) -> None:
        """Take it that this is on the disk."""
        self._saved = draft

    def save(self, draft: Draft, failed: Callable[[Exception], None]) -> None:
        """Write it now, on the capture lane; behind the old one when that has not arrived yet."""
        if draft == self._saved:
            return
        self._saved = draft
        write, old = self._write, self._old
        must_join = self._is_prepared and not self._is_loaded

        def work(_: Job) -> None:
            if not must_join:
                write(draft)
            elif old:  # else it could not be read, and must not be written over
                write(_joined(old[0], draft))

        def give_up(error: Exception) -> None:
            if self._saved == draft:
                self._saved = None
            failed(error)

        self._tasks.submit(Lane.CAPTURE, work, owner=self._owner, failed=give_up)

    def save_last(self, draft: Draft) -> None:
        """Write, at once, what the disk does not have, behind an unread old draft. Raises `StoreError`."""
        if draft == self._saved:
            return
        typed = draft
        if self._is_prepared and not self._is_loaded:
            old = self._old[0] if self._old else self._load()
            draft = _joined(old, draft)
        self._write(draft)
        self._saved = typed


def _joined(old: Draft, new: Draft) -> Draft:
    return Draft(old.text + new.text, new.kind or old.kind)
