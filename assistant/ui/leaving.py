"""How the program ends: nothing typed is lost without a word, and no reminder is missed for want of a tray."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLocale, QObject, Signal

from assistant.app import App
from assistant.domain.errors import StoreError
from assistant.domain.item import Language
from assistant.language import wording
from assistant.ui.dialogs import ask_twofold, confirm
from assistant.ui.main_window import MainWindow
from assistant.ui.screen import Screen
from assistant.ui.shown_text import one_line
from assistant.ui.state import WindowState
from assistant.ui.tasks import Lane, TaskRunner
from assistant.ui.tray import Tray

_CLOSING = "main/closing"
_MINIMISES = "minimises"


class Leaving(QObject):
    """`agreed` says that the program may end."""

    agreed = Signal()

    def __init__(
        self,
        app: App,
        tasks: TaskRunner,
        main: MainWindow,
        *,
        tray: Tray,
        state: WindowState,
        screens: Callable[[], Sequence[Screen]],
    ) -> None:
        """`screens` are those built so far; they know what was typed."""
        super().__init__(main)
        self._app = app
        self._tasks = tasks
        self._main = main
        self._tray = tray
        self._state = state
        self._screens = screens
        self._is_asking = False

    def quit(self) -> None:
        """The user wants to quit. What cannot be written down is shown first."""
        unkept: list[str] = []
        reason = ""
        for screen in self._screens():
            try:
                screen.leave()
            except StoreError as error:
                unkept.append(one_line(screen.unfinished, 120))
                reason = wording.error_sentence(error, self._language)
        if not unkept or self._would_lose(reason, unkept):
            self.agreed.emit()

    def close_window(self) -> None:
        """The user closed the window: hide it in the tray. Without a tray ask, when there is anything to remind of."""
        if self._tray.is_visible:
            self._hide()
        elif self._state.text(_CLOSING) == _MINIMISES:
            self._main.showMinimized()
        elif not self._is_asking:
            self._is_asking = True
            app = self._app
            self._tasks.submit(
                Lane.QUERY,
                lambda _: app.occurrences.next_due_ms(),
                owner=self,
                done=self._ask_about,
                failed=lambda _: self._ask(self._unknown()),
            )

    def _hide(self) -> None:
        if self._state.first_time("close-to-tray"):
            words = self.tr("Sidemind stays in the tray and keeps reminding you. Quit from the icon's menu.")
            if not self._tray.say(self.tr("Still here"), words):
                self._main.say(words)
        self._main.hide()

    def _ask_about(self, due_ms: int | None) -> None:
        """Quit at once when nothing will be due; else say what would be missed."""
        if due_ms is None:
            self._is_asking = False
            self.quit()
            return
        text = self.tr(
            "This desktop has no tray to stay in. After quitting, nothing reminds you until you open Sidemind again; "
            "the next reminder is {when}. Minimised it goes on, and Ctrl+Q quits."
        )
        self._ask(text.format(when=wording.when_words(due_ms, self._app.clock.local(), self._language)))

    def _unknown(self) -> str:
        """What is asked when the store cannot say what will be due."""
        return self.tr(
            "This desktop has no tray to stay in. After quitting, nothing reminds you until you open Sidemind again, "
            "and what will be due cannot be read just now. Minimised it goes on, and Ctrl+Q quits."
        )

    def _ask(self, text: str) -> None:
        self._is_asking = False
        chosen = ask_twofold(self._main, self.tr("Quit Sidemind?"), text, self.tr("Minimise"), self.tr("Quit"))
        if chosen == 1:
            self._state.keep_text(_CLOSING, _MINIMISES)
            self._main.showMinimized()
        elif chosen:
            self.quit()

    def _would_lose(self, reason: str, texts: Sequence[str]) -> bool:
        """Whether the user quits all the same."""
        gap = "" if self._language is Language.CHINESE else " "
        text = reason + gap + self.tr("What you typed last cannot be kept, and would be lost:")
        title, action = self.tr("Quit and lose what you typed?"), self.tr("Quit all the same")
        return confirm(self._main, title, text, action, details=tuple(texts))

    @property
    def _language(self) -> Language:
        return wording.interface_language(self._app.settings.current.language, QLocale.system().name())
