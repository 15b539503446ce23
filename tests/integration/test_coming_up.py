"""Notifications of what comes up with a person or a topic: only if chosen, once, with a button that works."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.app import App, Paths, build
from assistant.domain.intention import IntentionState
from assistant.services.coming_up import JUST_NOW_MS
from tests.fakes import FakeNotifier, FixedClock

LATER_MS = 60 * 60_000


@pytest.fixture
def notifier() -> FakeNotifier:
    return FakeNotifier()


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def app(tmp_path: Path, clock: FixedClock, notifier: FakeNotifier) -> Iterator[App]:
    app = build(Paths.under(tmp_path / "home"), clock=clock, notifier=notifier)
    app.settings.set("language", "en")
    yield app
    app.close()


def _come_up(app: App, clock: FixedClock) -> str:
    kept = app.capturing.capture("When I talk to Anna, ask about the budget")
    clock.advance(LATER_MS)
    assert app.capturing.capture("Lunch with Anna at one").fired
    return kept.item.id


def test_nothing_is_notified_unless_chosen(app: App, clock: FixedClock, notifier: FakeNotifier) -> None:
    item_id = _come_up(app, clock)
    assert app.coming_up.tell([item_id]) == 0
    assert not notifier.shown


def test_what_comes_up_is_notified_once(app: App, clock: FixedClock, notifier: FakeNotifier) -> None:
    app.settings.set("notify_intentions", "true")
    item_id = _come_up(app, clock)
    assert app.coming_up.tell([item_id]) == 1
    assert app.coming_up.tell([item_id]) == 0
    (_, title, body), notice = notifier.shown[0], notifier.notices[0]
    assert title == "ask about the budget"
    assert "I talk to Anna" in body
    assert [key for key, _ in notice.buttons] == ["done"]


def test_old_news_is_not_notified(app: App, clock: FixedClock, notifier: FakeNotifier) -> None:
    app.settings.set("notify_intentions", "true")
    item_id = _come_up(app, clock)
    clock.advance(JUST_NOW_MS + 1)
    assert app.coming_up.tell([item_id]) == 0


def test_an_ordinary_item_is_not_notified(app: App, notifier: FakeNotifier) -> None:
    app.settings.set("notify_intentions", "true")
    kept = app.capturing.capture("the key is upstairs")
    assert app.coming_up.tell([kept.item.id]) == 0
    assert not notifier.shown


def test_hidden_text_stays_hidden(app: App, clock: FixedClock, notifier: FakeNotifier) -> None:
    app.settings.set("notify_intentions", "true")
    app.settings.set("hide_reminder_text", "true")
    app.coming_up.tell([_come_up(app, clock)])
    _, title, body = notifier.shown[0]
    assert "budget" not in title + body
    assert "Anna" not in title + body


def test_the_done_button_settles_the_intention(app: App, clock: FixedClock, notifier: FakeNotifier) -> None:
    app.settings.set("notify_intentions", "true")
    item_id = _come_up(app, clock)
    app.coming_up.tell([item_id])
    app.answer_reminder(notifier.shown[0][0].occurrence.id, "done")
    intention = app.prospecting.of(item_id)
    assert intention is not None
    assert intention.state is IntentionState.DONE
    assert app.items.get(item_id).is_done
