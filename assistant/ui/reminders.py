"""Shows the reminders that no notification server took, and carries out their answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject

from assistant.app import App
from assistant.domain.job import Job
from assistant.domain.reminder import DueReminder, Presented
from assistant.ui.main_window import MainWindow
from assistant.ui.reminder_card import ReminderCard, ReminderStack
from assistant.ui.tasks import Lane, TaskRunner
from assistant.ui.tray import Tray


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
        self.stack.done.connect(self._done)
        self.stack.snoozed.connect(self._snooze)
        self.stack.put_off.connect(self.stack.remove)
        main.installEventFilter(self)

    def present(self, presented: list[Presented]) -> None:
        """Show what the desktop did not, and say that it was shown."""
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
        settings = self._app.settings.current
        hours = (settings.snooze_minutes, settings.morning_hour, settings.evening_hour)
        explanation = self._app.reminding.explanation(reminder)
        self.stack.add(ReminderCard(reminder, explanation, self._app.clock.local(), hours))
        self._submit(partial(_mark_shown, self._app, reminder.occurrence.id))

    def _call(self, unseen: list[DueReminder]) -> None:
        """The window is not in sight: let the tray icon speak, else bring the window up without taking the focus."""
        hides_text = self._app.settings.current.hide_reminder_text
        text = "" if hides_text else "\n".join(each.item.text.strip().partition("\n")[0][:90] for each in unseen[:5])
        if not self._tray.say(self.tr("Reminder"), text):
            self._main.come_quietly()

    def _done(self, occurrence_id: str) -> None:
        self.stack.remove(occurrence_id)
        app = self._app
        self._submit(lambda _: app.reminding.done(occurrence_id))

    def _snooze(self, occurrence_id: str, minutes: int) -> None:
        self.stack.remove(occurrence_id)
        app = self._app
        self._submit(lambda _: app.reminding.snooze(occurrence_id, minutes or None))

    def _submit(self, work: Callable[[Job], None]) -> None:
        self._tasks.submit(Lane.REMIND, work, owner=self)


def _mark_shown(app: App, occurrence_id: str, job: Job) -> None:
    job.check()
    app.reminding.shown(occurrence_id)
