"""One Qt application for all UI tests, lanes that are closed, and waiting for conditions instead of time."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from assistant.app import App, Paths, build
from assistant.domain.settings import LanguageChoice, ThemeChoice
from assistant.ui.tasks import TaskRunner
from assistant.ui.theme import Theme
from assistant.ui.translations import Translations
from tests.fakes import FakeNotifier

Wait = Callable[[Callable[[], object]], None]

_KNOWN_MESSAGES = ("This plugin does not support",)  # what the offscreen platform says of itself


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
