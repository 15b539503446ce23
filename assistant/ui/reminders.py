"""Shows the reminders that no notification server took, and carries out their answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from assistant.app import App
from assistant.domain.job import Job
from assistant.domain.reminder import DueReminder, Presented
from assistant.language.wording import words
from assistant.ui.main_window import MainWindow
from assistant.ui.reminder_card import ReminderCard, ReminderStack
from assistant.ui.shown_text import showable
from assistant.ui.tasks import Lane, TaskRunner
from assistant.ui.tray import Tray

_MOST_CALLED = 5  # titles in one message of the tray; the cards and Today have them all


class Reminders(QObject):
    """Cards in the window; beside them a message of the tray icon when the window is not in sight."""

    def __init__(self, app: App, tasks: TaskRunner, main: MainWindow, tray: Tray, parent: QObject) -> None:
        """`main` carries the cards."""
        super().__init__(parent)
        self._app = app
        self._tasks = tasks
        self._main = main
        self._tray = tray
        self.stack = ReminderStack(main.centre)
        self.stack.answered.connect(self._answer)
        self.stack.put_off.connect(self.stack.remove)
        self.stack.item_asked.connect(main.item_asked)
        main.installEventFilter(self)

    def present(self, presented: list[Presented]) -> None:
        """Show what the desktop did not, and say that it was shown; ring when the desktop cannot."""
        is_silent = not any(each.was_notified for each in presented) or not self._app.notifier.plays_sounds
        if presented and is_silent and self._app.settings.current.has_reminder_sound:
            QApplication.beep()
        unseen = [each.reminder for each in presented if not each.was_notified]
        for reminder in unseen:
            self._show(reminder)
        if unseen and not (self._main.isVisible() and not self._main.isMinimized()):
            self._call(unseen)

    def drop_answered(self) -> None:
        """Take away the cards of reminders that were answered elsewhere."""
        if not self.stack.cards:
            return
        app = self._app

        def work(job: Job) -> frozenset[str]:
            job.check()
            return frozenset(each.occurrence.id for each in app.reminding.missed())

        shown = {card.occurrence_id for card in self.stack.cards}

        def settle(open_ids: frozenset[str]) -> None:
            for occurrence_id in shown - open_ids:
                self.stack.remove(occurrence_id)

        self._tasks.submit(Lane.REMIND, work, owner=self, done=settle)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the cards in their corner."""
        if event.type() is QEvent.Type.Resize:
            self.stack.place()
        return super().eventFilter(watched, event)

    def _show(self, reminder: DueReminder) -> None:
        reminding, minutes = self._app.reminding, self._app.settings.current.snooze_minutes
        words = (reminding.title(reminder.item), reminding.explanation(reminder))
        self.stack.add(ReminderCard(reminder, *words, minutes, self._choices))
        self._submit(partial(_mark_shown, self._app, reminder.occurrence.id))

    def _call(self, unseen: list[DueReminder]) -> None:
        """The window is not in sight: let the tray icon speak, else bring the window up without taking the focus."""
        hides_text = self._app.settings.current.hide_reminder_text
        title = self._app.reminding.title
        text = "" if hides_text else "\n".join(showable(title(each.item)) for each in unseen[:_MOST_CALLED])
        if not self._tray.say(self.tr("Reminder"), text):
            self._main.come_quietly()

    def _choices(self) -> list[tuple[str, str]]:
        language = self._app.reminding.language()
        return [(f"later.{each.key}", words(each.phrase, language)) for each in self._app.reminding.later_choices()]

    def _answer(self, occurrence_id: str, answer: str) -> None:
        card = next((each for each in self.stack.cards if each.occurrence_id == occurrence_id), None)
        if card is None:
            return  # it was answered elsewhere while its menu was open
        app, item_id = self._app, card.item_id
        if answer == "stop":  # the reminder itself still waits for its answer
            self._submit(lambda _: _stop(app, item_id))
            return
        self.stack.remove(occurrence_id)
        self._submit(lambda _: app.reminding.answer(occurrence_id, answer))

    def _submit(self, work: Callable[[Job], None]) -> None:
        self._tasks.submit(Lane.REMIND, work, owner=self)


def _stop(app: App, item_id: str) -> None:
    app.curating.stop_repeating(item_id)


def _mark_shown(app: App, occurrence_id: str, job: Job) -> None:
    job.check()
    app.reminding.shown(occurrence_id)
