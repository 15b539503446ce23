"""Starting and leaving: what is shown first, what waits for it, and that nothing is left behind."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from assistant.app import App
from assistant.domain.item import Draft
from assistant.ui import main
from assistant.ui.crash import CrashWatch, UiCollector
from assistant.ui.leaving import Leaving
from assistant.ui.main_window import MainWindow, Page
from assistant.ui.shell import Shell
from assistant.ui.tasks import Lane, TaskRunner
from tests.ui.conftest import Wait


@pytest.fixture
def when_started(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Shell], None]], None]:
    """Do something once the desktop is complete."""

    def plan(do: Callable[[Shell], None]) -> None:
        start_parts = Shell.start_parts

        def started(shell: Shell) -> None:
            start_parts(shell)
            QTimer.singleShot(0, lambda: do(shell))

        monkeypatch.setattr(Shell, "start_parts", started)

    return plan


@pytest.mark.parametrize(
    ("start", "shown"), [("main", "main"), ("today", "main"), ("capture", "capture"), ("background", "")]
)
def test_the_window_that_was_asked_for_is_shown(
    start: str, shown: str, app: App, qt: QApplication, when_started: Callable[..., None]
) -> None:
    seen: list[tuple[bool, bool]] = []

    def look(shell: Shell) -> None:
        seen.append((shell.main.isVisible(), shell.capture.isVisible()))
        shell.leave()

    when_started(look)
    assert main.run(app, start=start) == 0
    assert seen == [(shown == "main", shown == "capture")]
    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith(("lane-", "hotkey", "wake"))]


@pytest.mark.parametrize("wish", ["capture", "close", "quit"])
def test_what_is_asked_of_a_window_in_its_first_moment_is_done(
    app: App, qt: QApplication, when_started: Callable[..., None], monkeypatch: pytest.MonkeyPatch, wish: str
) -> None:
    ask: dict[str, Callable[[MainWindow], object]] = {
        "capture": lambda window: window.capture_asked.emit(),
        "close": MainWindow.close,
        "quit": lambda window: window.quit_asked.emit(),
    }
    done: list[str] = []
    monkeypatch.setattr(Shell, "open_capture", lambda _: done.append("capture"))
    monkeypatch.setattr(Leaving, "close_window", lambda _: done.append("close"))
    monkeypatch.setattr(Leaving, "quit", lambda _: done.append("quit"))
    show_frame = MainWindow.show_frame

    def shown(window: MainWindow, page: Page) -> None:
        show_frame(window, page)
        ask[wish](window)
        ask[wish](window)

    monkeypatch.setattr(MainWindow, "show_frame", shown)
    when_started(lambda shell: shell.leave())
    assert main.run(app, start="main") == 0
    assert done == [wish]


def test_a_window_that_was_not_shown_at_first_comes_with_a_page(
    app: App, qt: QApplication, when_started: Callable[..., None]
) -> None:
    seen: list[str] = []

    def look(shell: Shell) -> None:
        shell.open_main()
        seen.extend(shell.main._built)
        shell.leave()

    when_started(look)
    assert main.run(app, start="background") == 0
    assert seen == ["today"]


def test_nothing_heavy_begins_before_the_first_window_is_painted(
    app: App, qt: QApplication, when_started: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    running: list[str] = []

    def painted(window: MainWindow) -> None:
        window.first_painted.connect(
            lambda: running.extend(each.name for each in threading.enumerate() if each.name.startswith("lane-"))
        )
        show(window)

    show = MainWindow.show
    monkeypatch.setattr(MainWindow, "show", painted)
    when_started(lambda shell: shell.leave())
    assert main.run(app, start="main") == 0
    assert running == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_leaves_in_order(
    number: signal.Signals, app: App, qt: QApplication, when_started: Callable[..., None]
) -> None:
    def ask(shell: Shell) -> None:
        shell.capture.open("half a sentence")
        os.kill(os.getpid(), number)

    when_started(ask)
    assert main.run(app, start="background") == 0
    assert app.capturing.load_draft() == Draft("half a sentence")


def test_a_capture_given_on_the_way_out_is_kept(app: App, qt: QApplication, when_started: Callable[..., None]) -> None:
    def keep_and_leave(shell: Shell) -> None:
        shell.capture.open("one last thing")
        shell.capture.keep()
        shell.leave()

    when_started(keep_and_leave)
    assert main.run(app, start="background") == 0
    assert [item.text for item in app.items.recent(limit=5)] == ["one last thing"]


def test_an_old_draft_is_not_lost_to_what_is_typed_at_once(
    app: App, qt: QApplication, when_started: Callable[..., None]
) -> None:
    app.capturing.save_draft(Draft("from yesterday "))

    def type_and_leave(shell: Shell) -> None:
        shell.capture.open("and today")
        shell.leave()

    when_started(type_and_leave)
    assert main.run(app, start="background") == 0
    assert app.capturing.load_draft().text == "from yesterday and today"


def test_the_first_window_is_traced_when_asked(
    app: App,
    qt: QApplication,
    when_started: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("SIDEMIND_TRACE", "1")
    when_started(lambda shell: shell.leave())
    main.run(app, start="main")
    assert "sidemind: first-window" in capsys.readouterr().err


def test_a_bug_in_a_slot_is_written_down_and_said(qt: QApplication, tmp_path: Path, wait: Wait) -> None:
    said: list[object] = []
    runner = TaskRunner()
    runner.crashed.connect(said.append)
    watch = CrashWatch(tmp_path, runner)
    watch.install()
    try:
        error = ZeroDivisionError("on purpose")
        sys.excepthook(type(error), error, None)
        wait(lambda: said)
    finally:
        watch.uninstall()
    assert "ZeroDivisionError" in watch.path.read_text()
    assert runner.close()


DIARY = "what the user wrote"


def test_what_is_written_down_quotes_nothing_of_the_user(tmp_path: Path, qt: QApplication) -> None:
    runner = TaskRunner()
    watch = CrashWatch(tmp_path, runner)
    watch.install()
    try:
        _stumble_over(DIARY)
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    finally:
        watch.uninstall()
    written = watch.path.read_text()
    assert written.index("KeyError") < written.index("ValueError")
    assert "_stumble_over" in written
    assert DIARY not in written
    assert runner.close()


def _stumble_over(text: str) -> None:
    try:
        {}[text]
    except KeyError as error:
        raise ValueError(text) from error


def test_a_bug_in_a_thread_is_said_too(tmp_path: Path, qt: QApplication, wait: Wait) -> None:
    said: list[object] = []
    runner = TaskRunner()
    runner.crashed.connect(said.append)
    watch = CrashWatch(tmp_path, runner)
    watch.install()
    try:
        thread = threading.Thread(target=lambda: 1 // 0)
        thread.start()
        thread.join()
        wait(lambda: said)
    finally:
        watch.uninstall()
    assert isinstance(said[0], ZeroDivisionError)
    assert runner.close()


def test_a_large_error_file_is_put_aside(tmp_path: Path, qt: QApplication) -> None:
    (tmp_path / "errors.log").write_text("x" * 1_100_000)
    runner = TaskRunner()
    watch = CrashWatch(tmp_path, runner)
    watch.install()
    watch.uninstall()
    assert (tmp_path / "errors.old.log").exists()
    assert watch.path.stat().st_size == 0
    runner.close()


def test_cycles_with_widgets_die_on_the_ui_thread(qt: QApplication, tasks: TaskRunner, wait: Wait) -> None:
    deaths: list[threading.Thread] = []

    class Knot(QObject):
        def __init__(self) -> None:
            super().__init__()
            self.itself = self

        def __del__(self) -> None:
            deaths.append(threading.current_thread())

    collector = UiCollector(tasks)
    collector.start()
    for _ in range(50):
        Knot()
    tasks.submit(Lane.QUERY, lambda _: [[object()] * 10 for _ in range(50_000)] and None, owner=None)
    wait(lambda: tasks.is_idle)
    collector._collect()
    collector.close()
    assert len(deaths) == 50
    assert set(deaths) == {threading.main_thread()}


def test_bugs_are_still_said_when_the_disk_takes_no_record(tmp_path: Path, qt: QApplication, wait: Wait) -> None:
    said: list[Exception] = []
    tasks = TaskRunner(qt)
    tasks.crashed.connect(said.append)
    watch = CrashWatch(tmp_path / "absent", tasks)
    watch.install()
    try:
        sys.excepthook(ZeroDivisionError, ZeroDivisionError(), None)
        wait(lambda: said)
    finally:
        watch.uninstall()
    assert tasks.close()
