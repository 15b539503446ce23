"""What happens when a bug reaches the top: it is written down, said once, and the program goes on.

Kinds of errors and places in the code are written, never messages: they may quote what the user wrote.
"""

from __future__ import annotations

import faulthandler
import gc
import logging
import os
import sys
import threading
import traceback
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer

from assistant.ui.tasks import TaskRunner

_log = logging.getLogger(__name__)
_LARGEST_BYTES = 1_000_000
_COLLECT_MS = 10_000
_LONGEST_CHAIN = 10


class CrashWatch:
    """Installs the hooks; `crashed` of the task runner carries what they caught to the screen."""

    def __init__(self, folder: Path, tasks: TaskRunner) -> None:
        """The file is `errors.log` in `folder`; native crashes write their stack there too."""
        self.path = folder / "errors.log"
        self._tasks = tasks
        try:
            if self.path.exists() and self.path.stat().st_size > _LARGEST_BYTES:
                self.path.replace(folder / "errors.old.log")
            self._file = self.path.open("a", encoding="utf-8", errors="backslashreplace")
        except OSError:  # a full or read-only disk: the window that says so must still come up
            self._file = Path(os.devnull).open("a", encoding="utf-8")  # noqa: SIM115 - open as long as the hooks are

    def install(self) -> None:
        """Catch from now on: exceptions in slots, in threads, and native crashes."""
        faulthandler.enable(self._file)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        faulthandler.disable()
        self._file.close()

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        with suppress(OSError):
            self._file.write(_record(error, trace))
            self._file.flush()
        _log.error("unexpected", exc_info=(kind, error, trace))
        self._tasks.call_soon(lambda: self._tasks.crashed.emit(error))

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)


def _record(error: BaseException, trace: TracebackType | None) -> str:
    """An error with what led to it, the first cause first, without their messages."""
    chain: list[tuple[BaseException, TracebackType | None]] = [(error, trace)]
    while (before := chain[0][0].__cause__ or chain[0][0].__context__) is not None and len(chain) < _LONGEST_CHAIN:
        chain.insert(0, (before, before.__traceback__))
    return "".join(
        "".join(traceback.format_list(traceback.extract_tb(place))) + f"{type(each).__qualname__}\n"
        for each, place in chain
    )


class UiCollector(QObject):
    """Runs the cyclic garbage collector on the UI thread only, where QObjects may be destroyed.

    Python collects on whichever thread allocates; a widget in a cycle would then be destroyed by a worker
    (design paper 6, section 2.1).
    """

    def __init__(self, parent: QObject) -> None:
        """Nothing changes before `start`."""
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_COLLECT_MS)
        self._timer.timeout.connect(self._collect)
        self._beats = 0

    def start(self) -> None:
        """Take over. What is alive now is taken for permanent, which keeps later collections short."""
        gc.collect()
        gc.freeze()
        gc.disable()
        self._timer.start()

    def close(self) -> None:
        """Give collection back to Python."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def _collect(self) -> None:
        self._beats += 1
        gc.collect(2 if self._beats % 30 == 0 else 1)
