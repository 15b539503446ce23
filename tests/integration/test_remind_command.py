"""The `remind` command over a real store: its answers in words, and notifications that nobody hears."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.app import App, build
from assistant.cli.output import Outcome
from assistant.cli.run import Request, run_command
from assistant.paths import Paths
from tests.fakes import FakeNotifier, FixedClock

Run = Callable[..., Outcome]
HOUR_MS = 3_600_000


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock.at("2026-11-24T09:00", "Europe/Berlin")


@pytest.fixture
def screen() -> FakeNotifier:
    return FakeNotifier()


@pytest.fixture
def app(tmp_path: Path, clock: FixedClock, screen: FakeNotifier):
    app = build(Paths.under(tmp_path / "home"), clock=clock, notifier=screen)
    yield app
    app.close()


@pytest.fixture
def run(app: App, tmp_path: Path) -> Run:
    def carry_out(*argv: str, locale: str = "en_GB.UTF-8") -> Outcome:
        outcome = run_command(app, Request(argv, None, str(tmp_path), locale))
        assert outcome.status == 0, outcome.stderr
        return outcome

    return carry_out


def one(outcome: Outcome):
    [due] = json.loads(outcome.stdout)
    return due


@pytest.mark.parametrize(("locale", "says"), [("en_GB.UTF-8", "has no buttons"), ("zh_CN.UTF-8", "没有按钮")])
def test_a_command_that_ends_offers_no_buttons_and_says_so(run: Run, clock: FixedClock, screen, locale, says):
    run("capture", "leave in 20 minutes")
    clock.advance(HOUR_MS)
    assert says in run("remind", locale=locale).stdout
    [notice] = screen.notices
    assert notice.buttons == ()


def test_in_the_desktop_the_same_command_offers_them(run: Run, app: App, clock: FixedClock, screen):
    app.is_staying = True
    run("capture", "leave in 20 minutes")
    clock.advance(HOUR_MS)
    assert "buttons" not in run("remind").stdout
    assert [key for key, _ in screen.notices[0].buttons] == ["done", "snooze", "later"]


def test_when_to_be_reminded_again_can_be_said_in_words(run: Run, clock: FixedClock):
    run("capture", "leave in 20 minutes")
    clock.advance(HOUR_MS)
    due = one(run("remind", "--json"))
    assert run("remind", "--snooze", due["id"], "--until", "tomorrow", "at", "8").stdout == (
        "Will remind again tomorrow 08:00.\n"
    )
    clock.advance(22 * HOUR_MS)
    assert one(run("remind", "--json"))["item_id"] == due["item_id"]


def test_a_reminder_is_named_by_its_words_or_the_end_of_its_id(run: Run, clock: FixedClock):
    run("capture", "leave for the dentist in 20 minutes")
    run("capture", "turn the oven off in 20 minutes")
    clock.advance(HOUR_MS)
    due = json.loads(run("remind", "--json").stdout)
    dentist, oven = sorted(due, key=lambda each: each["text"])  # both are due at the same instant
    run("remind", "--snooze", "dentist")
    run("remind", "--done", oven["id"][-6:].lower())
    clock.advance(HOUR_MS)
    assert one(run("remind", "--json"))["item_id"] == dentist["item_id"]
    run("remind", "--insist", "oven")


def test_words_that_name_no_time_are_one_sentence(app: App, tmp_path: Path):
    outcome = run_command(app, Request(("remind", "--snooze", "x", "--until", "blue"), None, str(tmp_path), ""))
    assert outcome.status == 2
    assert outcome.stderr.count("\n") == 1


def test_a_repeating_item_can_be_stopped_by_its_reminder(run: Run, app: App, clock: FixedClock):
    kept = json.loads(run("capture", "water the plants every day at 9:30", "--json").stdout)
    assert kept["rrule"] == "FREQ=DAILY"
    assert kept["recognised"]["repeat"]["words"] == "repeats every day"
    clock.advance(HOUR_MS)
    due = one(run("remind", "--json"))
    assert "no longer repeats" in run("remind", "--stop", due["id"]).stdout
    assert app.items.get(kept["id"]).rrule == ""


def test_an_item_can_insist_and_be_said_once_again(run: Run, app: App, clock: FixedClock):
    kept = json.loads(run("capture", "take the pill at 9:30 !!", "--json").stdout)
    assert kept["insists"]
    clock.advance(HOUR_MS)
    assert one(run("remind", "--json"))["asks"] == 0
    clock.advance(HOUR_MS // 12)
    assert one(run("remind", "--json"))["asks"] == 1
    run("remind", "--once", kept["id"])
    clock.advance(HOUR_MS)
    assert json.loads(run("remind", "--json").stdout) == []
    assert json.loads(run("remind", "--insist", kept["id"], "--json").stdout)["insists"]
    assert app.items.get(kept["id"]).is_insistent
    run("undo")
    assert not app.items.get(kept["id"]).is_insistent


def test_answers_are_json_when_asked(run: Run, clock: FixedClock):
    run("capture", "leave for the dentist in 20 minutes")
    clock.advance(20 * 60_000)
    [due] = json.loads(run("remind", "--json").stdout)

    snoozed = json.loads(run("remind", "--snooze", "dentist", "--minutes", "5", "--json").stdout)
    assert snoozed == {"id": due["id"], "item_id": due["item_id"], "again_at": "2026-11-24T08:25:00.000Z"}
    clock.advance(5 * 60_000)
    [again] = json.loads(run("remind", "--json").stdout)
    assert json.loads(run("remind", "--done", "dentist", "--json").stdout) == {"id": again["id"], "state": "done"}
