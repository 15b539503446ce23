"""Rehearsing in idle time: only when nobody is there, in its own lane, and over at the first key."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from assistant.domain.job import Cancelled
from assistant.ui import idle_work
from assistant.ui.idle_work import IDLE_S, IdleWork
from assistant.ui.tasks import TaskRunner
from tests.ui.conftest import Wait


class FakeRehearsing:
    """Asks questions until it is stopped, or comes to its end."""

    def __init__(self) -> None:
        self.is_asked = threading.Event()
        self.may_end = threading.Event()
        self.is_ready = True
        self.runs = 0
        self.outcomes: list[str] = []

    def is_due(self) -> bool:
        return self.is_ready

    def rehearse(self, job, *, may_go_on) -> None:
        self.runs += 1
        self.is_asked.set()
        try:
            while not self.may_end.wait(0.005):
                job.check()
                if not may_go_on():
                    self.outcomes.append("somebody came")
                    return
        except Cancelled:
            self.outcomes.append("cancelled")
            raise
        self.outcomes.append("ended")


class FakeWriting:
    """Writes as long as it is let, or has nothing to write."""

    def __init__(self) -> None:
        self.is_ready = False
        self.runs = 0
        self.outcomes: list[str] = []

    def is_due(self) -> bool:
        return self.is_ready

    def write(self, job, *, may_go_on) -> int:
        self.runs += 1
        while may_go_on():
            job.check()
            time.sleep(0.005)
        self.outcomes.append("somebody came")
        return 0


class World:
    def __init__(self, tasks: TaskRunner) -> None:
        self.rehearsing = FakeRehearsing()
        self.writing = FakeWriting()
        self.idle_s: float | None = IDLE_S + 1
        self.is_active = False
        self.tasks = tasks
        self.work = IdleWork(
            lambda: self.rehearsing,  # type: ignore[arg-type, return-value]
            lambda: self.writing,  # type: ignore[arg-type, return-value]
            tasks,
            idle_s=lambda: self.idle_s,
            is_active=lambda: self.is_active,
        )
        self.work._touched_s = time.monotonic() - IDLE_S - 1


@pytest.fixture
def world(tasks: TaskRunner, wait: Wait) -> Iterator[World]:
    made = World(tasks)
    yield made
    made.work.close()
    made.rehearsing.may_end.set()
    wait(lambda: not made.work.is_running)


def test_it_rehearses_to_the_end_when_nobody_is_there(world: World, wait: Wait) -> None:
    world.work.look()
    world.work.look()  # once is enough
    wait(world.rehearsing.is_asked.is_set)
    world.rehearsing.may_end.set()
    wait(lambda: not world.work.is_running)
    assert world.rehearsing.outcomes == ["ended"]


def test_a_key_stops_it_and_it_does_not_begin_again_at_once(world: World, wait: Wait) -> None:
    line = QLineEdit()
    line.show()
    wait(line.isActiveWindow)
    world.work.look()
    wait(world.rehearsing.is_asked.is_set)
    QTest.keyClick(line, Qt.Key.Key_A)
    wait(lambda: not world.work.is_running)
    assert world.rehearsing.outcomes == ["cancelled"]
    assert line.text() == "a"
    world.work.look()
    assert not world.work.is_running
    line.hide()
    line.deleteLater()


def test_somebody_in_another_window_stops_it(world: World, wait: Wait, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(idle_work, "_POLL_S", 0.0)
    world.work.look()
    wait(world.rehearsing.is_asked.is_set)
    world.idle_s = 0.5
    wait(lambda: not world.work.is_running)
    assert world.rehearsing.outcomes == ["somebody came"]


@pytest.mark.parametrize("idle_s", [0.0, IDLE_S - 1])
def test_nothing_begins_while_somebody_is_there(world: World, wait: Wait, idle_s: float) -> None:
    world.idle_s = idle_s
    world.work.look()
    wait(lambda: not world.work.is_running)
    assert world.rehearsing.runs == 0


def test_nothing_begins_before_it_is_due(world: World, wait: Wait) -> None:
    world.rehearsing.is_ready = False
    world.work.look()
    wait(lambda: not world.work.is_running)
    assert world.rehearsing.runs == 0


def test_without_a_display_that_tells_it_is_enough_that_no_window_of_ours_is_in_use(world: World, wait: Wait) -> None:
    world.idle_s = None
    world.is_active = True
    world.work.look()
    wait(lambda: not world.work.is_running)
    assert world.rehearsing.runs == 0
    world.is_active = False
    world.work.look()
    wait(world.rehearsing.is_asked.is_set)
    world.work.close()
    wait(lambda: not world.work.is_running)
    assert world.rehearsing.outcomes == ["cancelled"]


def test_questions_are_written_before_it_rehearses(world: World, wait: Wait, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(world.writing, "write", lambda job, may_go_on: world.rehearsing.outcomes.append("written"))
    world.writing.is_ready = True
    world.rehearsing.may_end.set()
    world.work.look()
    wait(lambda: not world.work.is_running)
    assert world.rehearsing.outcomes == ["written", "ended"]


def test_somebody_who_comes_while_questions_are_written_ends_both(
    world: World, wait: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(idle_work, "_POLL_S", 0.0)
    world.writing.is_ready = True
    world.work.look()
    wait(lambda: world.writing.runs == 1)
    world.idle_s = 0.5
    wait(lambda: not world.work.is_running)
    assert world.writing.outcomes == ["somebody came"]
    assert world.rehearsing.runs == 0
