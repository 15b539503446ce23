"""Starts the desktop: the first window before any heavy work, and a clean way out.

Order: QApplication, language, theme, main window on the screen; then tray, capture window, shortcut, store. The
store, NumPy and onnxruntime are touched only on the lanes, after the first paint.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
from functools import partial
from types import FrameType

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

from assistant.app import App
from assistant.ui.crash import CrashWatch
from assistant.ui.icons import app_icon
from assistant.ui.main_window import Page
from assistant.ui.shell import Shell
from assistant.ui.tasks import TaskRunner
from assistant.ui.theme import Theme
from assistant.ui.translations import Translations

DESKTOP_FILE = "sidemind"


def run(app: App, *, start: str) -> int:
    """Run the desktop until the user quits; the exit status.

    `start` is "main", "capture", "today" or "background" (in the tray, when there is one). The caller closes `app`.
    """
    qt = _application()
    tasks = TaskRunner(qt)
    crash = CrashWatch(app.paths.state, tasks)
    crash.install()
    translations, theme = Translations(qt), Theme(qt)
    settings = app.settings.current
    translations.apply(settings.language)
    theme.apply(settings.theme)
    shell = Shell(app, qt, tasks, theme, translations)
    shell.main.first_painted.connect(partial(_trace, "first-window"))
    shell.capture_opened.connect(_trace_capture)
    quit_on = _QuitOnSignals(shell)
    _show_first(shell, start)
    QTimer.singleShot(0, shell.start_parts)
    status = qt.exec()
    quit_on.close()
    shell.close()
    crash.uninstall()
    return status


def _application() -> QApplication:
    qt = QApplication.instance()
    if not isinstance(qt, QApplication):
        qt = QApplication(["sidemind"])
    qt.setApplicationName("sidemind")
    qt.setApplicationDisplayName("Sidemind")
    qt.setDesktopFileName(DESKTOP_FILE)
    qt.setQuitOnLastWindowClosed(False)
    qt.setWindowIcon(app_icon())
    return qt


def _show_first(shell: Shell, start: str) -> None:
    """The window that was asked for. In the background nothing is shown while a tray may still come."""
    if start == "capture":
        shell.open_capture()
    elif start != "background":
        shell.main.show_page(Page.TODAY if start == "today" else shell.main.remembered_page())
        shell.open_main()


def _trace_capture(took_ms: float) -> None:
    _trace(f"capture-shown {took_ms:.1f}")


def _trace(what: str) -> None:
    if os.environ.get("SIDEMIND_TRACE") == "1":
        sys.stderr.write(f"sidemind: {what} {time.time():.4f}\n")
        sys.stderr.flush()


def _ignore(number: int, frame: FrameType | None) -> None:
    """The wake-up descriptor does the work."""
    del number, frame


class _QuitOnSignals:
    """Turns SIGINT and SIGTERM into an orderly way out; Python's handlers alone would wait for the next event."""

    def __init__(self, shell: Shell) -> None:
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(shell.leave)
        self._old_descriptor = signal.set_wakeup_fd(self._writer.fileno())
        self._old = {each: signal.signal(each, _ignore) for each in (signal.SIGINT, signal.SIGTERM)}

    def close(self) -> None:
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._old_descriptor)
        for each, handler in self._old.items():
            signal.signal(each, handler)
        self._reader.close()
        self._writer.close()
