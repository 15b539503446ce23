"""Buttons of notifications whose process was killed: the next one carries them out, or shows them anew."""

from __future__ import annotations

import queue
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.app import App, build
from assistant.domain.errors import StoreFull
from assistant.domain.reminder import OccurrenceState, OnScreen
from assistant.paths import Paths
from assistant.store.database import Database
from assistant.store.screen import SqliteScreen
from tests.desktop_bus import NotificationServer, PrivateBus
from tests.e2e.sidemind import wait_until
from tests.fakes import FixedClock

pytestmark = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="needs dbus-daemon")

MINUTE_MS = 60_000


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrivateBus]:
    bus = PrivateBus(tmp_path)
    bus.start()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
    yield bus
    bus.stop()


@pytest.fixture
def server(bus: PrivateBus) -> Iterator[NotificationServer]:
    server = NotificationServer(bus.path)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock.at("2026-11-24T10:00", "Europe/Berlin")


@pytest.fixture
def start(tmp_path: Path, clock: FixedClock) -> Iterator[Callable[[], App]]:
    """Makes one process after another over the same store; a killed one is one that is no longer asked."""
    apps: list[App] = []

    def made() -> App:
        app = build(Paths.under(tmp_path / "home"), clock=clock)
        app.settings.set("language", "en")
        app.is_staying = True
        apps.append(app)
        return app

    yield made
    for app in apps:
        app.close()


def shown_by_one_that_is_killed(start: Callable[[], App], clock: FixedClock, *texts: str) -> App:
    """A process shows these reminders and is killed: its connection is gone, and it has written nothing of its end."""
    app = start()
    for text in texts:
        app.capturing.capture(text)
    clock.advance(20 * MINUTE_MS)
    app.reminding.sweep()
    wait_until("what is on the screen is written down", lambda: len(app.screen.rows()) == len(texts))
    app.notifier.close()
    return app


def only_state(app: App) -> OccurrenceState:
    [item] = app.items.recent(limit=10)
    return app.occurrences.for_item(item.id)[-1].state


def test_a_button_works_after_the_process_that_showed_it_is_gone(
    server: NotificationServer, start: Callable[[], App], clock: FixedClock
) -> None:
    shown_by_one_that_is_killed(start, clock, "call Anna in 20 minutes")
    app = start()
    app.resume_notifications()
    server.press(1, "done")
    wait_until("the task is done", lambda: app.items.recent(limit=1)[0].is_done)
    assert len(server.shown) == 1
    wait_until("it is no longer remembered", lambda: not app.screen.rows())


def test_without_its_being_resumed_the_button_is_dead(
    server: NotificationServer, start: Callable[[], App], clock: FixedClock
) -> None:
    shown_by_one_that_is_killed(start, clock, "call Anna in 20 minutes")
    app = start()
    assert app.notifier.is_available  # it listens, and knows of nothing
    server.press(1, "done")
    assert app.notifier.is_available
    assert not app.items.recent(limit=1)[0].is_done


def test_what_was_answered_meanwhile_leaves_the_screen(
    server: NotificationServer, start: Callable[[], App], clock: FixedClock
) -> None:
    app = shown_by_one_that_is_killed(start, clock, "call Anna in 20 minutes", "water the plants in 20 minutes")
    app.curating.done(app.items.recent(limit=1)[0].id)
    later = start()
    later.resume_notifications()
    assert server.closed in ([1], [2])
    wait_until("one is remembered", lambda: len(later.screen.rows()) == 1)


def test_what_is_waved_away_is_forgotten(
    server: NotificationServer, start: Callable[[], App], clock: FixedClock
) -> None:
    app = start()
    app.capturing.capture("call Anna in 20 minutes")
    clock.advance(20 * MINUTE_MS)
    app.reminding.sweep()
    wait_until("it is written down", lambda: len(app.screen.rows()) == 1)
    server.wave_away(1)
    wait_until("it is forgotten", lambda: not app.screen.rows())
    assert only_state(app) is OccurrenceState.SHOWN


def test_numbers_of_another_run_of_the_server_mean_nothing(
    bus: PrivateBus, server: NotificationServer, start: Callable[[], App], clock: FixedClock
) -> None:
    shown_by_one_that_is_killed(start, clock, "call Anna in 20 minutes")
    server.stop()
    other = NotificationServer(bus.path)
    other.start()
    try:
        app = start()
        app.resume_notifications()
        other.press(1, "done")  # somebody else's first notification
        assert app.notifier.is_available  # what the server said before this answer has arrived
        assert only_state(app) is OccurrenceState.SHOWN
        item = app.capturing.capture("water the plants in 20 minutes").item
        clock.advance(20 * MINUTE_MS)
        app.reminding.sweep()
        wait_until("the old number is forgotten", lambda: [row.item_id for row in app.screen.rows()] == [item.id])
    finally:
        other.stop()
        server.start()


def test_where_only_the_sender_hears_the_buttons_it_is_shown_anew_in_its_place(
    server: NotificationServer, start: Callable[[], App], clock: FixedClock
) -> None:
    server.name, server.to_sender_alone = "dunst", True
    shown_by_one_that_is_killed(start, clock, "call Anna in 20 minutes")
    app = start()
    app.resume_notifications()
    assert server.wait_for(lambda: server.closed == [1])
    assert [each.summary for each in server.shown] == ["call Anna", "call Anna"]
    assert "may have seen" in server.shown[1].body
    server.press(2, "snooze")
    wait_until("it is put off", lambda: only_state(app) is OccurrenceState.SNOOZED)


def test_many_of_them_come_as_one(server: NotificationServer, start: Callable[[], App], clock: FixedClock) -> None:
    server.name, server.to_sender_alone = "gnome-shell", True
    texts = [f"task {number} in 20 minutes" for number in range(5)]
    shown_by_one_that_is_killed(start, clock, *texts)
    start().resume_notifications()
    assert server.wait_for(lambda: sorted(server.closed) == [1, 2, 3, 4, 5])
    assert len(server.shown) == 6
    assert server.shown[5].summary.startswith("5 reminders")


def test_with_nothing_left_no_bus_is_opened(start: Callable[[], App]) -> None:
    app = start()
    app.resume_notifications()
    assert app.notifier._thread is None


@pytest.mark.usefixtures("bus")
def test_with_no_server_nothing_is_forgotten(
    server: NotificationServer, start: Callable[[], App], clock: FixedClock
) -> None:
    shown_by_one_that_is_killed(start, clock, "call Anna in 20 minutes")
    server.stop()
    app = start()
    app.resume_notifications()
    assert len(app.screen.rows()) == 1
    server.start()


def test_a_notification_of_an_intention_keeps_its_button(
    server: NotificationServer, start: Callable[[], App], clock: FixedClock
) -> None:
    app = start()
    app.settings.set("notify_intentions", "true")
    item = app.capturing.capture("When I talk to Anna, ask about the budget").item
    clock.advance(60 * MINUTE_MS)
    app.capturing.capture("Anna just rang")
    assert app.coming_up.tell([item.id]) == 1
    wait_until("it is written down", lambda: len(app.screen.rows()) == 1)
    app.notifier.close()
    later = start()
    later.resume_notifications()
    server.press(1, "done")
    wait_until("it is done", lambda: later.prospecting.of(item.id).state.value == "done")


def test_the_screen_keeps_one_server_and_forgets_when_told(tmp_path: Path) -> None:
    screen = SqliteScreen(Database(tmp_path / "store.db"))
    for number in (2, 1):
        screen.add(OnScreen("one", number, f"o{number}", "i"))
    assert [row.number for row in screen.rows()] == [1, 2]
    screen.remove("other", [1])
    screen.remove("one", [1])
    assert screen.rows() == [OnScreen("one", 2, "o2", "i")]
    screen.add(OnScreen("two", 2, "o3", ""))
    assert screen.rows() == [OnScreen("two", 2, "o3", "")]
    screen.clear()
    assert screen.rows() == []


def test_a_store_that_cannot_be_written_keeps_no_reminder_from_being_shown(
    server: NotificationServer, start: Callable[[], App], clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, tried = start(), queue.Queue[object]()

    def refuse(_: SqliteScreen, shown: OnScreen) -> None:
        tried.put(shown)
        raise StoreFull(path="x")

    monkeypatch.setattr(SqliteScreen, "add", refuse)
    app.capturing.capture("call Anna in 20 minutes")
    clock.advance(20 * MINUTE_MS)
    assert [each.was_notified for each in app.reminding.sweep()] == [True]
    tried.get(timeout=10)
    server.press(1, "done")
    wait_until("the button works", lambda: app.items.recent(limit=1)[0].is_done)
