"""Starts the desktop: the first window before any heavy work, and a clean way out.

Order: QApplication, language, theme, the frame of the main window on the screen; then its page; then tray, capture
window, shortcut and store. What the frame does not need is imported after its first paint, and work on the lanes
is held until then, because two processors and one interpreter lock are all there may be.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QApplication

from assistant.ui.crash import CrashWatch
from assistant.ui.icons import app_icon
from assistant.ui.main_window import MainWindow, Page
from assistant.ui.pages import Pages
from assistant.ui.state import WindowState
from assistant.ui.tasks import TaskRunner
from assistant.ui.theme import Theme
from assistant.ui.translations import Translations

if TYPE_CHECKING:
    from assistant.app import App
    from assistant.ui.shell import Shell

DESKTOP_FILE = "sidemind"


def run(app: App, *, start: str, when_up: Callable[[], None] = lambda: None) -> int:
    """Run the desktop until the user quits; the exit status.

    `start` is "main", "capture", "today" or "background" (in the tray, when there is one); `when_up` is called once,
    before any work begins but after the first window is on the screen. The caller closes `app`.
    """
    qt = application()
    tasks = TaskRunner(qt)
    crash = CrashWatch(app.paths.state, tasks)
    crash.install()
    begin = _Beginning(app, qt, tasks, start, when_up)
    quit_on = _QuitOnSignals()
    quit_on.asked.connect(begin.leave)
    begin.begin()
    status = qt.exec()
    quit_on.close()
    begin.close()
    crash.uninstall()
    return status


class _Beginning:
    """From nothing to a running shell, in steps between which the window stays alive."""

    def __init__(self, app: App, qt: QApplication, tasks: TaskRunner, start: str, when_up: Callable[[], None]) -> None:
        self._when_up = when_up
        self._app = app
        self._qt = qt
        self._tasks = tasks
        self._start = start
        self._translations, self._theme = Translations(qt), Theme(qt)
        self._shell: Shell | None = None
        settings = app.settings.current
        self._translations.apply(settings.language)
        self._theme.apply(settings.theme)
        self._pages = Pages(app, tasks, self._join)
        self._state = WindowState(app.paths.state)
        self._main = MainWindow(self._pages.makers(), self._state)
        self._is_running = False
        self._wished: list[SignalInstance] = []
        for asked in (self._main.capture_asked, self._main.close_asked, self._main.quit_asked):
            asked.connect(partial(self._note_wish, asked))

    def begin(self) -> None:
        """Show the window that was asked for; in the background nothing is shown while a tray may still come."""
        self._tasks.hold()
        if self._start in {"main", "today"}:
            self._main.first_painted.connect(self._painted)
            self._main.show_frame(Page.TODAY if self._start == "today" else self._main.remembered_page())
        else:
            self._join()

    def leave(self) -> None:
        """End the program, however far it has come."""
        if self._shell is not None:
            self._shell.leave()
        else:
            self._qt.quit()

    def close(self) -> None:
        """Stop everything."""
        if self._shell is not None:
            self._shell.close()
        else:
            self._tasks.close()

    def _painted(self) -> None:
        _trace("first-window")
        QTimer.singleShot(0, self._fill)

    def _fill(self) -> None:
        QTimer.singleShot(0, self._join)  # first: a page that fails must not keep the rest from starting
        self._main.show_page(self._main.page)

    def _join(self) -> None:
        """Make the shell, once; Settings needs it earlier when the window opens there."""
        if self._shell is not None:
            return
        self._when_up()
        from assistant.ui.shell import Shell  # noqa: PLC0415 - the first window must not wait for it

        shell = Shell(self._app, self._qt, self._tasks, self._main, (self._theme, self._translations, self._state))
        self._shell = self._pages.shell = shell
        shell.capture_opened.connect(_trace_capture)
        if self._start == "capture":
            shell.open_capture()
        QTimer.singleShot(0, partial(self._start_parts, shell))

    def _start_parts(self, shell: Shell) -> None:
        shell.start_parts()
        self._tasks.release()
        self._is_running = True
        for asked in self._wished:
            asked.emit()

    def _note_wish(self, asked: SignalInstance) -> None:
        """What the user asks of a window that nothing stands behind yet is done as soon as it does."""
        if not self._is_running and asked not in self._wished:
            self._wished.append(asked)


def application() -> QApplication:
    """The one QApplication of this process, made when there is none yet."""
    qt = QApplication.instance()
    if not isinstance(qt, QApplication):
        qt = QApplication(["sidemind"])
    qt.setApplicationName("sidemind")
    qt.setApplicationDisplayName("Sidemind")
    qt.setDesktopFileName(DESKTOP_FILE)
    qt.setQuitOnLastWindowClosed(False)
    qt.setWindowIcon(app_icon())
    return qt


def _trace_capture(took_ms: float) -> None:
    _trace(f"capture-shown {took_ms:.1f}")


def _trace(what: str) -> None:
    if os.environ.get("SIDEMIND_TRACE") == "1":
        sys.stderr.write(f"sidemind: {what} {time.process_time():.4f} {time.time():.4f}\n")
        sys.stderr.flush()


def _ignore(number: int, frame: FrameType | None) -> None:
    """The wake-up descriptor does the work."""
    del number, frame


class _QuitOnSignals(QObject):
    """Turns SIGINT and SIGTERM into an orderly way out; Python's handlers alone would wait for the next event."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._on_signal)
        self._old_descriptor = signal.set_wakeup_fd(self._writer.fileno())
        self._old = {each: signal.signal(each, _ignore) for each in (signal.SIGINT, signal.SIGTERM)}

    def close(self) -> None:
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._old_descriptor)
        for each, handler in self._old.items():
            signal.signal(each, handler)
        self._reader.close()
        self._writer.close()

    def _on_signal(self) -> None:
        self._reader.recv(64)
        self.asked.emit()
