"""Pictures of the real screens over a real app, for the demo; with or without a display."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEventLoop, QMessageLogContext, QSize, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QWidget

from assistant.app import App
from assistant.domain.reminder import Presented
from assistant.ui.main import application
from assistant.ui.main_window import MainWindow, Page
from assistant.ui.pages import Pages
from assistant.ui.shell import Shell
from assistant.ui.state import WindowState
from assistant.ui.tasks import TaskRunner
from assistant.ui.theme import Theme
from assistant.ui.translations import Translations

if TYPE_CHECKING:
    from assistant.ui.chat_view import ChatView

_SIZE = QSize(1120, 740)
_SETTLED_S = 0.25  # nothing has run and nothing was painted anew for this long
_PATIENCE_S = 20.0


def prepare(has_display: bool) -> None:
    """Say before Qt is started whether there is a display."""
    if not has_display:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(_say)


def _say(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Qt's messages, without those that say that there is no screen."""
    del kind, context
    if not message.startswith("This plugin does not support"):
        sys.stderr.write(f"{message}\n")


class Camera:
    """The desktop's own windows over an app, without tray, shortcut and sweep; `close` before the next one."""

    def __init__(self, app: App, folder: Path) -> None:
        """Pictures go to `folder`."""
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        qt = application()
        self._qt = qt
        self._tasks = TaskRunner(qt)
        translations, theme = Translations(qt), Theme(qt)
        translations.apply(app.settings.current.language)
        theme.apply(app.settings.current.theme)
        pages, state = Pages(app, self._tasks), WindowState(app.paths.state)
        main = MainWindow(pages.makers(), state)
        self._shell = pages.shell = Shell(app, qt, self._tasks, main, (theme, translations, state))
        self._shell.main.resize(_SIZE)

    def page(self, page: str, name: str) -> Path:
        """A page of the main window: chat, today, memory or settings."""
        self._shell.open_page(Page(page))
        self._shell.main.resize(_SIZE)
        return self._take(self._shell.main, name)

    def conversation(self, conversation_id: str, name: str) -> Path:
        """Chat, opened on a conversation."""
        self._shell.open_page(Page.CHAT)
        cast("ChatView", self._shell.main.page_screen(Page.CHAT)).open_conversation(conversation_id)
        return self._take(self._shell.main, name)

    def capture(self, text: str, name: str) -> Path:
        """Quick capture with a text being typed; the text becomes its draft."""
        window = self._shell.capture
        window.prepare()
        self._settle()
        window.open(text)
        path = self._take(window, name)
        window.hide()
        return path

    def reminders(self, presented: Sequence[Presented], name: str) -> Path:
        """The window with the reminders that no notification server took."""
        self._shell.open_page(Page.TODAY)
        self._settle()
        self._shell.reminders.present(list(presented))
        return self._take(self._shell.main, name)

    def close(self) -> None:
        """End the threads and hide the windows. The app stays open."""
        self._settle()
        self._shell.close()
        self._qt.processEvents()

    def _take(self, window: QWidget, name: str) -> Path:
        window.show()
        self._settle()
        path = self._folder / f"{name}.png"
        window.grab().save(str(path), "PNG")
        return path

    def _settle(self) -> None:
        """Let work and painting come to rest."""
        until = time.monotonic() + _PATIENCE_S
        quiet_since = time.monotonic()
        while time.monotonic() < until and time.monotonic() - quiet_since < _SETTLED_S:
            _turn()
            if not self._tasks.is_idle:
                quiet_since = time.monotonic()


def _turn() -> None:
    """One short turn of the event loop."""
    loop = QEventLoop()
    leave: Callable[[], None] = loop.quit
    QTimer.singleShot(20, leave)
    loop.exec()
