"""One Qt application for all UI tests, lanes that are closed, and waiting for conditions instead of time."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from assistant.app import App, Paths, build
from assistant.domain.settings import LanguageChoice, ThemeChoice
from assistant.platform.hotkey import HotkeyState
from assistant.ui.main_window import MainWindow
from assistant.ui.pages import Pages
from assistant.ui.state import WindowState
from assistant.ui.tasks import TaskRunner
from assistant.ui.theme import Theme
from assistant.ui.translations import Translations
from tests.fakes import FakeNotifier

Wait = Callable[[Callable[[], object]], None]
Open = Callable[[int, int], MainWindow]

_KNOWN_MESSAGES = ("This plugin does not support",)  # what the offscreen platform says of itself


class FakeShell(QObject):
    """A shell whose shortcut works unless told otherwise."""

    shortcut_changed = Signal()
    capture_opened = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.shortcut_state = HotkeyState.ACTIVE
        self.applied = 0

    def apply_shortcut(self) -> None:
        self.applied += 1


@pytest.fixture(scope="session")
def qt() -> QApplication:
    """The application in light colours and English, whatever the machine's own are."""
    app = QApplication.instance() or QApplication(["sidemind-tests"])
    assert isinstance(app, QApplication)
    Theme(app).apply(ThemeChoice.LIGHT)
    Translations(app).apply(LanguageChoice.ENGLISH)
    gc.disable()  # as `ui/crash.py` does: a widget in a cycle must not be destroyed on a lane
    return app


@pytest.fixture
def wait(qt: QApplication) -> Wait:
    """Run the event loop until a condition holds."""

    def until(condition: Callable[[], object], timeout_s: float = 10.0) -> None:
        ends_at = time.monotonic() + timeout_s
        while not condition():
            qt.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            assert time.monotonic() < ends_at, "the condition did not come true in time"
            time.sleep(0.001)  # lets the lanes have the interpreter; the condition decides

    return until


@pytest.fixture
def tasks(qt: QApplication) -> Iterator[TaskRunner]:
    """Lanes that must end in time and must not crash."""
    crashes: list[object] = []
    runner = TaskRunner()
    runner.crashed.connect(crashes.append)
    yield runner
    assert runner.close()
    assert not crashes, crashes


@pytest.fixture
def notifier() -> FakeNotifier:
    """No notification server, so that the window has to show reminders."""
    return FakeNotifier(is_available=False)


@pytest.fixture
def app(tmp_path: Path, notifier: FakeNotifier) -> Iterator[App]:
    """The real services over a store of their own."""
    made = build(Paths.under(tmp_path), notifier=notifier)
    made.settings.set("language", "en")
    yield made
    made.close()


@pytest.fixture
def open_main(qt: QApplication, app: App, tasks: TaskRunner, wait: Wait) -> Iterator[Open]:
    """Opens the main window in a size, active and with all its pages."""
    del qt
    opened: list[MainWindow] = []

    def show(width: int, height: int) -> MainWindow:
        pages = Pages(app, tasks, lambda: None)
        pages.shell = FakeShell()  # type: ignore[assignment] - what Settings asks of it
        window = MainWindow(pages.makers(), WindowState(app.paths.state))
        opened.append(window)
        window.resize(width, height)
        window.show()
        window.activateWindow()
        wait(window.isActiveWindow)
        return window

    yield show
    wait(lambda: tasks.is_idle)
    for window in opened:
        window.hide()
        window.deleteLater()


@pytest.fixture(autouse=True)
def qt_says_nothing(qt: QApplication) -> Iterator[None]:
    """A Qt warning is a failure."""
    said: list[str] = []

    def hear(kind: QtMsgType, _: object, message: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not message.startswith(_KNOWN_MESSAGES):
            said.append(message)

    gc.disable()  # a test may have given collection back
    qInstallMessageHandler(hear)
    yield
    qt.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    qInstallMessageHandler(None)
    assert not said, said
