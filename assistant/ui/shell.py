"""Joins windows, tray, shortcut, sweep and app: who shows what when something happens.

Everything here runs on the UI thread. Other threads (the owner's socket, the shortcut, D-Bus) only ask through
`TaskRunner.call_soon`.
"""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QLocale, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from assistant.app import App
from assistant.domain.changes import Changes, Topic
from assistant.domain.diagnosis import Fact, Health, Restored
from assistant.domain.errors import ModelError, StoreCorrupt, StoreError
from assistant.domain.item import Kept, Language
from assistant.domain.job import Job
from assistant.language import wording
from assistant.platform.hotkey import CAPTURE_COMMAND, Hotkey, HotkeyState
from assistant.ui.capture_window import CaptureWindow
from assistant.ui.changes import ChangesBridge
from assistant.ui.crash import UiCollector
from assistant.ui.dialogs import confirm
from assistant.ui.idle_work import IdleWork
from assistant.ui.leaving import Leaving
from assistant.ui.main_window import MainWindow, Page
from assistant.ui.reminders import Reminders
from assistant.ui.state import WindowState
from assistant.ui.sweep import SweepDriver
from assistant.ui.tasks import Lane, TaskRunner
from assistant.ui.theme import Theme
from assistant.ui.translations import Translations
from assistant.ui.tray import Tray

if TYPE_CHECKING:
    from assistant.ui.chat_view import ChatView
    from assistant.ui.memory_view import MemoryView
    from assistant.ui.screen import Screen
    from assistant.ui.settings_view import SettingsView

_PAUSE_MS = 3_600_000
_WARM_AFTER_MS = 4_000


class Shell(QObject):
    """The running desktop. Settings asks it for the shortcut's state and lets it apply language and theme."""

    shortcut_changed = Signal()
    capture_opened = Signal(float)

    def __init__(
        self,
        app: App,
        qt: QApplication,
        tasks: TaskRunner,
        main: MainWindow,
        looks: tuple[Theme, Translations, WindowState],
    ) -> None:
        """Joins what is there; what works by itself comes with `start_parts`."""
        super().__init__(qt)
        self._app = app
        self._qt = qt
        self._tasks = tasks
        self._theme, self._translations, self.state = looks
        self._is_leaving = False
        self._has_store_trouble = False
        self._capture: CaptureWindow | None = None
        self._facts: list[Fact] = []
        self.main = main
        self.tray = Tray(self)
        self.sweep = SweepDriver(app, tasks, self)
        self.reminders = Reminders(app, tasks, self.main, self.tray, self)
        self.changes = ChangesBridge(app.hub, self)
        self.idle = IdleWork(lambda: app.rehearsing, lambda: app.writing_questions, tasks, self)
        self.hotkey = Hotkey(partial(tasks.call_soon, self.open_capture))
        self.leaving = Leaving(app, tasks, main, tray=self.tray, state=self.state, screens=self._screens)
        self._collector = UiCollector(self)
        self._connect()

    @property
    def capture(self) -> CaptureWindow:
        """The capture window, built now if it was not yet."""
        if self._capture is None:
            self._capture = CaptureWindow(self._app, self._tasks)
            self._capture.kept.connect(self._on_kept)
            self._capture.question_kept.connect(self._on_question_kept)
            self._capture.trouble.connect(self.tell_trouble)
            self._capture.shown.connect(self.capture_opened)
        return self._capture

    @property
    def language(self) -> Language:
        """The language of the interface."""
        return wording.interface_language(self._app.settings.current.language, QLocale.system().name())

    @property
    def shortcut_state(self) -> HotkeyState:
        """Whether the global shortcut works, and if not, why."""
        return self.hotkey.state

    @property
    def capture_command(self) -> str:
        """What the user can bind to a key in the desktop's own settings."""
        return CAPTURE_COMMAND

    def start_parts(self) -> None:
        """Everything that may wait until the first window is on the screen."""
        self.tray.start()
        self.main.capture_asked.connect(self.open_capture)
        self.main.close_asked.connect(self.leaving.close_window)  # what becomes of the window, the tray decides
        self.main.quit_asked.connect(self.leaving.quit)
        self._note_facts()
        self._app.desktop_facts = self.facts
        self.capture.prepare()
        app = self._app
        self._tasks.submit(
            Lane.REMIND, lambda _: app.resume_notifications(), owner=self, failed=self.tell_trouble
        )  # before the first sweep shows anything
        self.sweep.pause(self.state.number("reminders/paused_until_ms"))
        self._show_pause()
        self.sweep.start()
        self.apply_shortcut()
        self._app.doorbell.listen(lambda request: self._tasks.call_soon(partial(self.show_request, request)))
        self._tasks.submit(Lane.INGEST, self._first_work, owner=self, failed=self.tell_trouble)
        self._collector.start()
        self.idle.start()
        QTimer.singleShot(_WARM_AFTER_MS, self, self._warm)

    def _warm(self) -> None:
        """Recall once, so that the user's first question need not wait for the index and the scorer's graph."""
        app = self._app

        def work(job: Job) -> None:
            job.check()
            app.recalling.recall("today")
            with suppress(ModelError):  # the formula takes the graph's place, and the doctor says so
                _ = app.scorer.provider

        self._tasks.submit(Lane.INGEST, work, owner=self, failed=self.tell_trouble)

    def facts(self) -> list[Fact]:
        """What the doctor cannot know without a desktop. May be called on any thread."""
        return list(self._facts)

    def _note_facts(self) -> None:
        has_tray = self.tray.is_visible
        word = "available" if has_tray else "unavailable"
        state = self.hotkey.state
        is_active = state is HotkeyState.ACTIVE
        health = Health.GOOD if is_active else Health.NOTE
        keys = self._app.settings.current.shortcut if is_active else CAPTURE_COMMAND
        self._facts = [
            Fact("tray", Health.GOOD if has_tray else Health.NOTE, word=word, reason="" if has_tray else "none"),
            Fact("shortcut", health, keys, reason="" if is_active else state.value),
        ]

    def show_request(self, request: str) -> None:
        """Show what another process or a notification asked for: main, capture, today or item:<id>."""
        if request == "capture":
            self.open_capture()
        elif request == "today":
            self.open_page(Page.TODAY)
        elif request.startswith("item:"):
            self.open_item(request.removeprefix("item:"))
        elif request != "background":
            self.open_main()

    def open_main(self) -> None:
        """Bring the main window up."""
        self.main.bring_up()

    def open_page(self, page: Page) -> None:
        """Bring the main window up on this page."""
        self.main.show_page(page)
        self.main.bring_up()

    def open_item(self, item_id: str) -> None:
        """Show one item in Memory."""
        screen = self.main.show_page(Page.MEMORY, focus=False)
        self.main.bring_up()
        cast("MemoryView", screen).show_item(item_id)

    def open_capture(self) -> None:
        """Show quick capture over whatever is in front."""
        self.capture.open()

    def open_settings(self, group: str) -> None:
        """Show a group of the settings."""
        screen = self.main.show_page(Page.SETTINGS)
        cast("SettingsView", screen).show_group(group)

    def apply_language(self) -> None:
        """Speak the language of the settings from now on."""
        if self._translations.apply(self._app.settings.current.language):
            self.tray.retranslate()
            self._show_pause()
            self._show_shortcut()

    def apply_theme(self) -> None:
        """Draw in the theme of the settings from now on."""
        self._theme.apply(self._app.settings.current.theme)

    def apply_shortcut(self) -> None:
        """Grab the shortcut of the settings, off the UI thread; `shortcut_changed` says when the state is known."""
        settings, hotkey = self._app.settings.current, self.hotkey
        self._tasks.submit(
            Lane.DESKTOP,
            lambda _: hotkey.set(settings.shortcut, is_enabled=settings.is_shortcut_enabled),
            owner=self,
            done=self._on_shortcut_set,
        )

    def _on_shortcut_set(self, _: HotkeyState) -> None:
        self._show_shortcut()
        self._note_facts()
        self.shortcut_changed.emit()

    def pause_reminders(self, is_paused: bool) -> None:
        """Hold reminders back for an hour, or resume. A slot: Qt passes by position."""
        until_ms = self._app.clock.now_ms() + _PAUSE_MS if is_paused else 0
        self.state.keep_text("reminders/paused_until_ms", str(until_ms))
        self.sweep.pause(until_ms)
        self._show_pause()

    def tell_trouble(self, error: Exception) -> None:
        """Say an error where it will be seen: store problems stay as a banner, others pass."""
        sentence = wording.error_sentence(error, self.language)
        if isinstance(error, StoreCorrupt):  # damage does not pass by itself
            self._has_store_trouble = False
            self.main.show_banner("store", sentence, tone="bad", action=self.tr("Restore…"), on_action=self._restore)
        elif isinstance(error, StoreError):
            self._has_store_trouble = True
            self.main.show_banner("store", sentence, tone="bad", action=self.tr("Try again"), on_action=self._try_again)
        else:
            self.main.say(sentence)

    def leave(self) -> None:
        """End the program."""
        self._is_leaving = True
        self.main.keep_place()
        self.main.may_close = True
        self._qt.quit()

    def close(self) -> bool:
        """Stop everything that runs; False when a thread did not end in time. The app stays open."""
        self._collector.close()
        self.idle.close()
        self.hotkey.close()
        self.sweep.close()
        self.changes.close()
        self.state.save()
        self.tray.close()
        has_ended = self._tasks.close()
        for screen in self._screens():
            with suppress(StoreError):  # who quit by hand was asked
                screen.leave()
        for window in (self._capture, self.main):
            if window is not None:
                window.hide()
        return has_ended

    def _screens(self) -> list[Screen]:
        """Every window and page where something can be typed, of those built so far."""
        return [*self.main.screens, *((self._capture,) if self._capture is not None else ())]

    def _connect(self) -> None:
        main, tray = self.main, self.tray
        main.item_asked.connect(self.open_item)
        main.settings_asked.connect(self.open_settings)
        tray.capture_asked.connect(self.open_capture)
        tray.open_asked.connect(self.open_main)
        tray.today_asked.connect(partial(self.open_page, Page.TODAY))
        tray.message_clicked.connect(partial(self.open_page, Page.TODAY))
        tray.pause_asked.connect(self.pause_reminders)
        tray.appeared.connect(self._note_facts)
        tray.gave_up.connect(self._on_no_tray)
        tray.quit_asked.connect(self.leaving.quit)
        self.leaving.agreed.connect(self.leave)
        self.sweep.presented.connect(self.reminders.present)
        self.sweep.failed.connect(self.tell_trouble)
        self.sweep.well.connect(self._on_well)
        main.trouble.connect(self.tell_trouble)
        self.sweep.beat.connect(self._on_beat)
        self.sweep.jumped.connect(self._refresh_all)
        self.changes.changed.connect(self._on_changes)
        self._theme.changed.connect(tray.tint)
        self._tasks.failed_unheard.connect(self.tell_trouble)
        self._tasks.crashed.connect(self._on_crashed)

    def _first_work(self, job: Job) -> None:
        """The store is opened and what waits is taken in."""
        self._app.answering.recover()
        self._app.catch_up(job)

    def _try_again(self) -> None:
        self.main.hide_banner("store")
        self._tasks.submit(Lane.INGEST, self._first_work, owner=self, failed=self.tell_trouble)
        self._refresh_all()

    def _restore(self) -> None:
        """Ask, then put the newest sound copy, or what can be read, in the place of a damaged store."""
        text = self.tr(
            "The newest backup comes back, with everything that can still be read. The damaged file is kept beside it."
        )
        if not confirm(self.main, self.tr("Restore your memory?"), text, self.tr("Restore")):
            return
        app, first_work = self._app, self._first_work

        def work(job: Job) -> Restored | None:
            restored = app.maintaining.restore()
            first_work(job)
            return restored

        self._tasks.submit(Lane.INGEST, work, owner=self, done=self._restored, failed=self.tell_trouble)

    def _restored(self, restored: Restored | None) -> None:
        words = wording.restored_words(restored, self._app.clock.local(), self.language)
        self.main.show_banner("store", words, tone="good")
        self._refresh_all()

    def _refresh_all(self) -> None:
        self.main.refresh(Changes(frozenset(Topic)))

    def _on_well(self) -> None:
        """The store works: a trouble of before is over."""
        if self._has_store_trouble:
            self._has_store_trouble = False
            self.main.hide_banner("store")
            self._refresh_all()

    def _on_no_tray(self) -> None:
        if not self._any_window():
            self.main.come_quietly()

    def _on_changes(self, changes: Changes) -> None:
        if Topic.REMINDERS in changes.topics or Topic.ITEMS in changes.topics:
            self.reminders.drop_answered()
            self.sweep.sweep()
        if Topic.INTENTIONS in changes.topics and self._app.settings.current.notify_intentions:
            self._tell_what_came_up(changes.ids)
        if Topic.SETTINGS in changes.topics:
            self.apply_language()
            self.apply_theme()
        self.main.refresh(changes)  # last: a page that fails keeps nothing else from being done

    def _tell_what_came_up(self, item_ids: frozenset[str]) -> None:
        if not self.main.isActiveWindow():  # there, the card says it
            work = partial(_told, self._app, item_ids)
            self._tasks.submit(Lane.REMIND, work, owner=self, failed=self.tell_trouble)

    def _on_beat(self) -> None:
        self._note_facts()
        has_way_in = self.tray.check() or self.tray.is_waited_for or self._any_window()
        if not has_way_in and not self._is_leaving:
            self.main.come_quietly()  # the tray went away
        if self.sweep.paused_until_ms == 0:
            self._show_pause()

    def _any_window(self) -> bool:
        return self.main.isVisible() or (self._capture is not None and self._capture.isVisible())

    def _on_kept(self, receipt: Kept) -> None:
        if receipt.first_spool_notice:
            self.main.show_banner("spool", wording.words("kept.first_spool", self.language))
        if not receipt.is_spooled:
            self.main.hide_banner("spool")
            self.sweep.catch_up()

    def _on_question_kept(self, receipt: Kept, goes_on: bool) -> None:
        """Show the answer; to who is writing the next line it comes quietly, where it is found later."""
        if goes_on:
            chat = self.main.page_screen(Page.CHAT)
        else:
            chat = self.main.show_page(Page.CHAT)
            self.main.bring_up()
        cast("ChatView", chat).ask(receipt.item.text, None if receipt.is_spooled else receipt.item)

    def _on_crashed(self, error: Exception) -> None:
        self.main.show_banner("crash", wording.error_sentence(error, self.language), tone="bad")

    def _show_pause(self) -> None:
        until_ms = self.sweep.paused_until_ms
        until = f"{self._app.clock.local(until_ms):%H:%M}" if until_ms else ""
        self.tray.set_paused(is_paused=bool(until_ms), until=until)

    def _show_shortcut(self) -> None:
        is_active = self.hotkey.state is HotkeyState.ACTIVE
        self.main.set_capture_hint(self._app.settings.current.shortcut if is_active else "")


def _told(app: App, item_ids: frozenset[str], job: Job) -> int:
    del job  # at most a second for each
    return app.coming_up.tell(item_ids)
