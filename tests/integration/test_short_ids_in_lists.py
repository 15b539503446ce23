"""Every list of the command line shows a short id, and every command takes it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.app import App, build
from assistant.cli.output import Outcome
from assistant.cli.run import Request, run_command
from assistant.paths import Paths
from tests.fakes import FakeNotifier, FixedClock

_SHORT = re.compile("[0-9A-HJKMNP-TV-Z]{6}")


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock.at("2026-11-24T09:00", "Europe/Berlin")


@pytest.fixture
def app(tmp_path: Path, clock: FixedClock) -> Iterator[App]:
    app = build(Paths.under(tmp_path / "home"), clock=clock, notifier=FakeNotifier())
    yield app
    app.close()


def run(app: App, *argv: str, stdin: str | None = None) -> Outcome:
    outcome = run_command(app, Request(argv, stdin, "/", "en_GB.UTF-8"))
    assert outcome.status == 0, outcome.stderr
    return outcome


def short_in(line: str) -> str:
    (found,) = _SHORT.findall(line)
    return str(found)


def test_what_a_capture_prints_names_the_item(app: App):
    line = run(app, "capture", "call Anna today 3pm").stdout.rstrip()
    (item,) = app.items.everything()

    assert line.endswith("  " + item.id[-6:])
    assert run(app, "done", short_in(line)).stdout == f"{item.id[-6:]}  Task · Done: call Anna today 3pm\n"
    assert app.items.get(item.id).is_done


def test_lines_that_are_kept_together_get_an_id_each(app: App):
    lines = run(app, "capture", "--lines", stdin="买牛奶\ncall the bank\n").stdout.splitlines()

    assert {short_in(line) for line in lines} == {item.id[-6:] for item in app.items.everything()}


@pytest.mark.parametrize("command", [["mind"], ["digest"], ["today"], ["search"], ["search", "anna"]])
def test_each_list_shows_the_id(app: App, command: list[str]):
    run(app, "capture", "call Anna today 3pm")
    (item,) = app.items.everything()

    (line,) = [line for line in run(app, *command).stdout.splitlines() if "call Anna" in line]

    assert short_in(line) == item.id[-6:]


@pytest.mark.parametrize(
    ("before", "shown_by", "after"),
    [
        ([], ["digest"], ["done", "{}"]),
        ([], ["mind"], ["later", "{}", "friday 4pm"]),
        ([], ["search"], ["aside", "{}"]),
        ([["aside", "anna"]], ["aside"], ["aside", "{}", "--back"]),
        ([], ["digest"], ["forget", "{}"]),
        ([["forget", "anna"]], ["trash"], ["trash", "restore", "{}"]),
        ([["forget", "anna"]], ["trash"], ["trash", "erase", "{}"]),
        ([], ["digest"], ["remind", "--insist", "{}"]),
    ],
)
def test_each_command_takes_the_id(app: App, before: list[list[str]], shown_by: list[str], after: list[str]):
    run(app, "capture", "call Anna today 3pm")
    run(app, "capture", "the cat is asleep")
    for command in before:
        run(app, *command)
    (line,) = [line for line in run(app, *shown_by).stdout.splitlines() if "call Anna" in line]

    run(app, *(word.format(short_in(line)) for word in after))


@pytest.mark.parametrize("answer", ["--done", "--snooze", "--once"])
def test_a_reminder_is_answered_by_the_id_of_its_item(app: App, clock: FixedClock, answer: str):
    run(app, "capture", "leave in 20 minutes")
    clock.advance(20 * 60_000)
    (line,) = [line for line in run(app, "remind").stdout.splitlines() if "leave" in line]
    (item,) = app.items.everything()

    assert short_in(line) == item.id[-6:]
    run(app, "remind", answer, short_in(line))


def test_an_intention_is_settled_by_the_id_in_its_list(app: App):
    run(app, "capture", "when I talk to Anna, ask about the budget")
    (line,) = run(app, "intentions").stdout.splitlines()

    run(app, "intentions", "done", short_in(line))

    assert json.loads(run(app, "intentions", "--json").stdout)[0]["state"] == "done"
