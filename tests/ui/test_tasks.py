"""The lanes: order, owners that are gone, stopping, failures, and a UI thread that is never held up."""

from __future__ import annotations

import threading
import time
from itertools import pairwise

import pytest
import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from assistant.domain.errors import StoreBusy
from assistant.domain.job import Job
from assistant.ui.tasks import Lane, TaskRunner
from tests.ui.conftest import Wait


def test_results_and_streamed_pieces_arrive_in_order(tasks: TaskRunner, wait: Wait) -> None:
    results: list[int] = []
    pieces: list[int] = []

    def stream(job: Job) -> None:
        for number in range(20_000):
            job.report(number)

    for number in range(1_000):
        tasks.submit(Lane.QUERY, lambda _, n=number: n, owner=None, done=results.append)
    tasks.submit(Lane.CHAT, stream, owner=None, progress=pieces.append)
    wait(lambda: tasks.is_idle)

    assert results == list(range(1_000))
    assert pieces == list(range(20_000))


def test_a_flood_of_pieces_leaves_room_for_other_events(tasks: TaskRunner, wait: Wait, qt: QApplication) -> None:
    beats: list[float] = []
    timer = QTimer()
    timer.setInterval(5)
    timer.timeout.connect(lambda: beats.append(time.thread_time()))  # its own time: a busy machine makes no gap

    def flood(job: Job) -> None:
        for number in range(30_000):
            job.report(number)

    timer.start()
    tasks.submit(Lane.CHAT, flood, owner=None, progress=lambda _: sum(range(100)))
    wait(lambda: tasks.is_idle)
    timer.stop()

    assert len(beats) >= 2
    assert max(later - earlier for earlier, later in pairwise(beats)) < 0.05


def test_callbacks_run_on_the_ui_thread(tasks: TaskRunner, wait: Wait) -> None:
    seen: list[threading.Thread] = []
    tasks.submit(Lane.INGEST, lambda _: None, owner=None, done=lambda _: seen.append(threading.current_thread()))
    wait(lambda: seen)
    assert seen == [threading.main_thread()]


def test_nothing_is_called_when_the_owner_is_gone(tasks: TaskRunner, wait: Wait) -> None:
    owner, called, may_end = QObject(), [], threading.Event()
    tasks.submit(Lane.QUERY, lambda _: may_end.wait(5), owner=owner, done=called.append, failed=called.append)
    shiboken6.delete(owner)
    may_end.set()
    wait(lambda: tasks.is_idle)
    assert not called


def test_a_stopped_job_says_stopped_and_nothing_else(tasks: TaskRunner, wait: Wait) -> None:
    called: list[str] = []
    started = threading.Event()

    def work(job: Job) -> None:
        started.set()
        while True:
            job.check()
            time.sleep(0.001)

    job = tasks.submit(
        Lane.CHAT,
        work,
        owner=None,
        done=lambda _: called.append("done"),
        failed=lambda _: called.append("failed"),
        stopped=lambda: called.append("stopped"),
    )
    started.wait(5)
    job.cancel()
    wait(lambda: called)
    assert called == ["stopped"]


def test_an_unheard_error_reaches_the_shell(tasks: TaskRunner, wait: Wait) -> None:
    heard: list[object] = []
    tasks.failed_unheard.connect(heard.append)

    def work(_: Job) -> None:
        raise StoreBusy(path="x")

    tasks.submit(Lane.QUERY, work, owner=None)
    wait(lambda: heard)
    assert isinstance(heard[0], StoreBusy)


def test_a_bug_is_reported_and_the_lane_goes_on(qt: QApplication, wait: Wait, caplog: pytest.LogCaptureFixture) -> None:
    runner, crashes, failures, results = TaskRunner(), [], [], []
    runner.crashed.connect(crashes.append)

    def work(_: Job) -> None:
        raise ZeroDivisionError

    runner.submit(Lane.QUERY, work, owner=None, failed=failures.append)
    runner.submit(Lane.QUERY, lambda _: 1, owner=None, done=results.append)
    wait(lambda: results)
    assert runner.close()
    assert isinstance(crashes[0], ZeroDivisionError)
    assert isinstance(failures[0], ZeroDivisionError)
    assert "a task crashed" in caplog.text


def test_closing_with_a_running_loop_and_a_full_queue_is_quick(qt: QApplication) -> None:
    runner = TaskRunner()
    started = threading.Event()

    def loop(job: Job) -> None:
        started.set()
        while True:
            job.check()
            time.sleep(0.001)

    for _ in range(100):
        runner.submit(Lane.INGEST, loop, owner=None)
    started.wait(5)
    begun = time.monotonic()
    assert runner.close()
    assert time.monotonic() - begun < 10


def test_closing_carries_out_every_capture(qt: QApplication) -> None:
    runner, kept = TaskRunner(), []
    runner.hold()

    def keep(job: Job, number: int) -> None:
        time.sleep(0.001)
        job.check()
        kept.append(number)

    for number in range(50):
        runner.submit(Lane.CAPTURE, lambda job, n=number: keep(job, n), owner=None)
    assert runner.close()
    assert kept == list(range(50))


def test_no_qobject_dies_on_a_worker_thread(tasks: TaskRunner, wait: Wait) -> None:
    deaths: list[threading.Thread] = []

    class Owner(QObject):
        def __del__(self) -> None:
            deaths.append(threading.current_thread())

    for _ in range(2_000):
        owner = Owner()
        tasks.submit(Lane.QUERY, lambda _: None, owner=owner, done=lambda _: None)
        del owner
    wait(lambda: tasks.is_idle and len(deaths) == 2_000)
    assert set(deaths) == {threading.main_thread()}


def test_call_soon_runs_on_the_ui_thread_from_any_thread(tasks: TaskRunner, wait: Wait) -> None:
    seen: list[threading.Thread] = []
    caller = threading.Thread(target=tasks.call_soon, args=(lambda: seen.append(threading.current_thread()),))
    caller.start()
    caller.join()
    wait(lambda: seen)
    assert seen == [threading.main_thread()]
