"""A rehearsal over the real store, recall and scorer: what it changes, and what a stop or a kill leaves."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.app import Paths, build
from assistant.cli.run import Request, run_command
from assistant.domain.job import Job
from assistant.evaluation.rehearsal_benchmark import rehearsal
from assistant.evaluation.world import World
from assistant.services import rehearsing
from assistant.services.learning import Learning
from assistant.store.indexing import index_now
from assistant.store.items import insert_item

COUNT = rehearsing.LEAST_ITEMS + 40

KILLED = """
import sys
from assistant.app import Paths, build
from assistant.domain.job import Job
from pathlib import Path
import assistant.platform.quiet
assistant.platform.quiet.is_on_mains = lambda: True
app = build(Paths.under(Path(sys.argv[1])))
asked = 0
def pause(_):
    global asked
    asked += 1
    if asked == 20:
        print("asked", flush=True)
        sys.stdin.read()  # until it is killed
app.rehearsing.rehearse(Job(), pause=pause)
"""


@pytest.fixture
def app(tmp_path):
    made = build(Paths.under(tmp_path))
    with made.database.writing() as connection:
        for item in World(3).items(COUNT):
            insert_item(connection, item, index_now(item))
    yield made
    made.close()


@pytest.fixture(autouse=True)
def on_mains(monkeypatch):
    monkeypatch.setattr(rehearsing, "QUESTIONS", 90)
    monkeypatch.setattr("assistant.platform.quiet.is_on_mains", lambda: True)
    monkeypatch.setattr(Learning, "can_prove", lambda _: True)  # nothing was used in these stores


def test_a_rehearsal_is_kept_and_not_due_again(app):
    assert app.rehearsing.is_due()
    found = app.rehearsing.rehearse(Job(), pause=lambda _: None)
    assert found.count > rehearsing.QUESTIONS // 2
    assert found.is_neutral or found.after < found.before
    assert app.learning.state().rehearsal == found
    assert not app.rehearsing.is_due()


def test_the_same_store_teaches_the_same(app):
    first = app.rehearsing.rehearse(Job(), pause=lambda _: None)
    app.learning.reset()
    assert app.rehearsing.rehearse(Job(), pause=lambda _: None) == first


def test_questions_can_be_asked_while_it_rests(app):
    def pause(_):
        assert app.recalling.recall("the budget", limit=3)

    assert app.rehearsing.rehearse(Job(), pause=pause) is not None


def test_a_killed_rehearsal_leaves_the_store_as_it_was(app, tmp_path):
    app.close()
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout.readline() == b"asked\n"
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    again = build(Paths.under(tmp_path))
    assert again.database.check() == []
    assert again.items.count() == COUNT
    assert again.learning.state().rehearsal is None
    assert again.rehearsing.is_due()
    again.close()


def test_the_command_line_rehearses_now(app):
    told = run_command(app, Request(["mind", "--rehearse"], locale="en_GB.UTF-8"))
    assert told.status == 0
    assert "Rehearsed your notes with " in told.stdout


def test_a_switched_off_program_does_not_rehearse(app):
    app.settings.set("is_learning_enabled", "false")
    told = run_command(app, Request(["mind", "--rehearse"], locale="en_GB.UTF-8"))
    assert told.stdout == "Learning is switched off.\n"
    assert not app.rehearsing.is_due()


def test_the_benchmark_prints_how_soon_it_stops():
    figures = list(rehearsal(COUNT))
    assert [figure.unit for figure in figures] == ["s", "questions", "ms", "ms", "MB"]
    assert figures[2].at_most == 100
