"""What the four screens have in common: the app, the lanes, the words, and what they ask of the window around them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from assistant.app import App
from assistant.domain.action import Action
from assistant.domain.changes import Changes
from assistant.domain.errors import ExportFailed, StoreError
from assistant.domain.item import Language
from assistant.domain.job import Job
from assistant.language import wording
from assistant.language.task_words import action_words, redone_words, undone_words
from assistant.ui.tasks import Lane, TaskRunner

_Result = TypeVar("_Result")


class Screen(QWidget):
    """A page of the main window.

    `acted` carries an action that can be taken back and the words for it: the window says them and offers to.
    `item_asked` carries the id of an item to open in Memory, `settings_asked` the settings group to show,
    `told` a sentence for a passing message; `capture_asked` opens quick capture; `broken` says that showing what was
    read has failed by a fault of ours; `trouble` carries an error of the store, which is more than this screen's own.
    """

    item_asked = Signal(str)
    settings_asked = Signal(str)
    told = Signal(str)
    acted = Signal(object, str)
    capture_asked = Signal()
    broken = Signal()
    trouble = Signal(object)

    def __init__(self, app: App, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        """Keeps what it is given."""
        super().__init__(parent)
        self.setProperty("role", "page")
        self.foot: QWidget | None = None  # where the user types or presses, at the bottom: no message covers it
        self._app = app
        self._tasks = tasks

    def refresh(self, changes: Changes | None = None) -> None:
        """Read again what `changes` touched; everything when None."""

    def retranslate(self) -> None:
        """Put every text in the current language."""

    def leave(self) -> None:
        """The program is about to end: write what is not written yet. Raises `StoreError`."""

    @property
    def unfinished(self) -> str:
        """What was typed and is not kept."""
        return ""

    def focus_first(self) -> None:
        """Put the keyboard where the user will type first."""

    @property
    def language(self) -> Language:
        """The language of the interface."""
        return wording.interface_language(self._app.settings.current.language, QLocale.system().name())

    def now(self) -> datetime:
        """The present instant in the user's zone."""
        return self._app.clock.local()

    def say(self, key: str, **facts: object) -> str:
        """A sentence that both front ends share."""
        return wording.words(key, self.language, **facts)

    def when(self, at_ms: int) -> str:
        """An instant as a person says it."""
        return wording.when_words(at_ms, self.now(), self.language)

    def run(
        self,
        work: Callable[[Job], _Result],
        done: Callable[[_Result], None] | None = None,
        *,
        lane: Lane = Lane.QUERY,
        failed: Callable[[Exception], None] | None = None,
    ) -> Job:
        """Run `work` off the UI thread for this screen; without `failed` an error becomes a passing message."""

        def show(result: _Result) -> None:
            is_well = False
            try:
                if done is not None:
                    done(result)
                is_well = True
            finally:
                if not is_well:
                    self.broken.emit()

        return self._tasks.submit(lane, work, owner=self, done=show, failed=failed or self.tell_error)

    def act(
        self,
        work: Callable[[Job], object],
        done: Callable[[], None] | None = None,
        *,
        said: str | Callable[[], str] = "",
    ) -> Job:
        """Run what changes items; what was done is told, as `said` or in general, with the offer to take it back."""
        app = self._app

        def noted(job: Job) -> Action | None:
            before = app.undoing.last()
            work(job)
            after = app.undoing.last()
            return after if after is not None and (before is None or after.number > before.number) else None

        def tell(action: Action | None) -> None:
            if done is not None:
                done()
            if action is not None:
                words = said() if callable(said) else said
                self.acted.emit(action, words or action_words(action, self.language))

        return self.run(noted, tell)

    def undo_action(self, number: int | None = None) -> None:
        """Take an action back, the latest when None, and say which."""
        app = self._app

        def tell(action: Action | None) -> None:
            self.told.emit(self.say("undo.nothing") if action is None else undone_words(action, self.language))
            self._turned(action, is_done=False)

        self.run(lambda _: app.undoing.undo(number), tell)

    def redo_action(self) -> None:
        """Do again what was taken back last, and say what."""
        app = self._app

        def tell(action: Action | None) -> None:
            self.told.emit(self.say("redo.nothing") if action is None else redone_words(action, self.language))
            self._turned(action, is_done=True)

        self.run(lambda _: app.undoing.redo(), tell)

    def _turned(self, action: Action | None, *, is_done: bool) -> None:
        if action is not None:
            self.follow(action, is_done=is_done)
        self.refresh()

    def follow(self, action: Action, *, is_done: bool) -> None:
        """An action was taken back, or done again: for a screen that shows what is in no store."""

    def tell_error(self, error: Exception) -> None:
        """Say an error in one sentence; what ails the store is said for the whole window."""
        if isinstance(error, StoreError) and not isinstance(error, ExportFailed):
            self.trouble.emit(error)
            return
        self.told.emit(wording.error_sentence(error, self.language))
