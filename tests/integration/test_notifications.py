"""The desktop notifier against a real bus with a small notification server on it."""

from __future__ import annotations

import queue
import shutil
import socket
import threading
import time

import pytest

from assistant.app import build
from assistant.domain.errors import StoreBusy
from assistant.domain.item import Item, ItemKind
from assistant.domain.reminder import DueReminder, Notice, Occurrence, OccurrenceState
from assistant.domain.settings import LanguageChoice, Settings
from assistant.paths import Paths
from assistant.platform.notifications import DesktopNotifier
from assistant.platform.wake import WakeWatch
from assistant.services.reminding import Reminding
from tests.desktop_bus import NotificationServer, PrivateBus, SleepAnnouncer
from tests.fakes import FakeItems, FakeOccurrences, FixedClock

pytestmark = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="needs dbus-daemon")

MINUTE_MS = 60_000


@pytest.fixture
def bus(tmp_path, monkeypatch):
    bus = PrivateBus(tmp_path)
    bus.start()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", bus.address)
    yield bus
    bus.stop()


@pytest.fixture
def server(bus):
    server = NotificationServer(bus.path)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def pressed():
    return queue.Queue()


@pytest.fixture
def notifier(pressed):
    notifier = DesktopNotifier(lambda occurrence_id, action: pressed.put((occurrence_id, action)))
    yield notifier
    notifier.close()


def reminder(name="o1"):
    item = Item(f"i-{name}", ItemKind.TASK, "call Anna", 0)
    return DueReminder(Occurrence(name, item.id, 0, "UTC", ""), item, 0)


BUTTONS = (("done", "Done"), ("snooze", "Snooze 10 min"), ("later", "Later…"))


def show(notifier, name="o1", title="call Anna", body="Now", **more):
    return notifier.show(reminder(name), Notice(title, body, BUTTONS, **more))


@pytest.mark.parametrize(("key", "action"), [("done", "done"), ("later.monday", "later.monday"), ("default", "open")])
def test_a_pressed_button_reaches_the_program_with_its_occurrence(server, notifier, pressed, key, action):
    assert show(notifier, "o1")
    assert show(notifier, "o2")
    server.press(2, key)
    assert pressed.get(timeout=10) == ("o2", action)


def test_a_notification_has_two_buttons_stays_and_names_its_program(server, notifier):
    assert notifier.is_available
    assert show(notifier)
    shown = server.shown[0]
    assert shown.signature == "susssasa{sv}i"
    assert shown.actions == ["default", "Sidemind", "done", "Done", "snooze", "Snooze 10 min", "later", "Later…"]
    assert (shown.summary, shown.expire, shown.hints["desktop-entry"]) == ("call Anna", 0, ("s", "sidemind"))


def test_markup_in_a_text_is_shown_as_text(server, notifier):
    assert show(notifier, body='<img src="file:///etc/passwd"> & <b>x</b>')
    assert server.shown[0].body == '&lt;img src="file:///etc/passwd"&gt; &amp; &lt;b&gt;x&lt;/b&gt;'


def test_a_server_without_markup_is_sent_none(bus, notifier):
    server = NotificationServer(bus.path, capabilities=("body",))
    server.start()
    try:
        assert show(notifier, body="<b> & y")
        assert (server.shown[0].body, server.shown[0].actions) == ("‹b› & y", [])
    finally:
        server.stop()


@pytest.mark.parametrize("text", ["nul \0 here", "lone \ud83d surrogate", "\u202eright to left", "x" * 100_000, ""])
@pytest.mark.usefixtures("server")
def test_any_text_can_be_shown(notifier, text):
    assert show(notifier, title=text, body=text)


def test_a_reminder_answered_elsewhere_leaves_the_screen(server, notifier):
    assert show(notifier, "o1")
    assert show(notifier, "o2")
    notifier.withdraw("o2")
    notifier.withdraw("never shown")
    assert server.closed == [2]


def test_withdrawing_before_anything_was_shown_opens_no_bus(notifier):
    notifier.withdraw("o1")
    assert notifier._thread is None


def test_a_group_has_no_buttons_but_opens(server, notifier):
    assert notifier.show(reminder(), Notice("5 reminders", "a\nb", is_group=True))
    assert server.shown[0].actions == ["default", "Sidemind"]
    notifier.withdraw("o1")  # the first one was answered, the others were not
    assert server.closed == []


def test_without_a_bus_it_says_unavailable_at_once(tmp_path, monkeypatch, notifier):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/nothing")
    assert not notifier.is_available
    assert not show(notifier)


def test_without_a_bus_address_it_says_unavailable(tmp_path, monkeypatch, notifier):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert not show(notifier)


def test_a_bus_is_found_in_its_usual_place(server, tmp_path, monkeypatch, notifier):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert show(notifier)
    assert len(server.shown) == 1


@pytest.mark.parametrize("address", ["tcp:host=localhost,port=1", "rubbish", "unix:abstract=nothing-here-at-all", ";"])
def test_an_address_that_leads_nowhere_says_unavailable(monkeypatch, notifier, address):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    assert not show(notifier)


@pytest.mark.parametrize("answers", [b"", b"ERROR\r\n", b"OK 1234\r\n", b"nonsense\r\n" * 9])
def test_something_that_is_no_bus_holds_nobody_for_more_than_a_second(tmp_path, monkeypatch, notifier, answers):
    path = tmp_path / "no-bus"
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(path))
        listener.listen()

        def serve():
            connection, _ = listener.accept()
            with connection:
                connection.recv(1024)
                connection.sendall(answers)
                connection.settimeout(5)
                try:
                    while connection.recv(1024):
                        pass
                except TimeoutError:
                    return

        server = threading.Thread(target=serve)
        server.start()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={path}")
        started_s = time.monotonic()
        assert not show(notifier)
        assert time.monotonic() - started_s < 10
        notifier.close()
        server.join(10)


@pytest.mark.usefixtures("bus")
def test_without_a_server_it_says_unavailable(notifier):
    assert not notifier.is_available
    assert not show(notifier)


def test_a_server_that_does_not_answer_holds_nobody_for_more_than_a_second(bus, notifier):
    server = NotificationServer(bus.path, is_silent=True)
    server.start()
    try:
        started_s = time.monotonic()
        assert not show(notifier)
        assert time.monotonic() - started_s < 10
        server.is_silent = False
        assert show(notifier)
    finally:
        server.stop()


def test_it_connects_again_after_the_bus_was_gone(bus, server, notifier, pressed):
    assert show(notifier)
    server.stop()
    bus.stop()
    assert not show(notifier)
    bus.start()
    server.start()
    assert show(notifier, "o9")
    server.press(len(server.shown), "done")
    assert pressed.get(timeout=10) == ("o9", "done")


def test_a_new_server_counts_anew_and_old_numbers_mean_nothing(bus, server, notifier, pressed):
    assert show(notifier, "old")
    server.stop()
    other = NotificationServer(bus.path)
    other.start()
    try:
        other.press(1, "done")
        assert show(notifier, "new")  # its number is 1 again
        other.press(1, "snooze")
        assert pressed.get(timeout=10) == ("new", "snooze")
        assert pressed.empty()
    finally:
        other.stop()
        server.start()


def test_a_button_may_show_something_itself(server):
    answers = queue.Queue()
    notifier = DesktopNotifier(lambda name, _: answers.put(show(notifier, name + "+")))
    try:
        assert show(notifier)
        server.press(1, "done")
        assert answers.get(timeout=10)
        server.press(2, "done")
        assert answers.get(timeout=10)
    finally:
        notifier.close()


def test_a_button_that_cannot_be_carried_out_does_not_end_the_listening(server):
    pressed = queue.Queue()

    def answer(occurrence_id, _):
        pressed.put(occurrence_id)
        raise StoreBusy(path="x")

    notifier = DesktopNotifier(answer)
    try:
        assert show(notifier, "o1")
        assert show(notifier, "o2")
        server.press(1, "done")
        server.press(2, "done")
        assert [pressed.get(timeout=10), pressed.get(timeout=10)] == ["o1", "o2"]
    finally:
        notifier.close()


def test_a_request_that_waited_too_long_is_withdrawn_and_never_shown(server):
    is_busy, may_go_on = threading.Event(), threading.Event()

    def answer(*_):
        is_busy.set()
        may_go_on.wait(10)

    notifier = DesktopNotifier(answer)
    try:
        assert show(notifier, "o1")
        server.press(1, "done")
        assert is_busy.wait(10)
        started_s = time.monotonic()
        assert not show(notifier, "too late")
        assert time.monotonic() - started_s < 10
        may_go_on.set()
        assert show(notifier, "o3")
        assert len(server.shown) == 2
    finally:
        may_go_on.set()
        notifier.close()


@pytest.mark.usefixtures("server")
def test_close_ends_the_thread_and_later_calls_say_no(notifier):
    assert show(notifier)
    thread = notifier._thread
    notifier.close()
    assert not thread.is_alive()
    assert not show(notifier)


def test_done_and_snooze_on_the_desktop_settle_the_reminder(server):
    clock = FixedClock()
    items = FakeItems([Item(name, ItemKind.TASK, name, 0) for name in ("i1", "i2")])
    occurrences = FakeOccurrences(items)
    for name in ("1", "2"):
        occurrences.add(Occurrence(f"o{name}", f"i{name}", clock.now_ms(), "UTC", ""))
    settled = queue.Queue()

    def answer(occurrence_id, action):
        getattr(reminding, action)(occurrence_id)
        settled.put(occurrence_id)

    notifier = DesktopNotifier(answer)
    reminding = Reminding(occurrences, items, notifier, clock, Settings, lambda _: None)
    try:
        assert [each.was_notified for each in reminding.sweep()] == [True, True]
        server.press(1, "done")
        server.press(2, "snooze")
        assert {settled.get(timeout=10), settled.get(timeout=10)} == {"o1", "o2"}
    finally:
        notifier.close()
    assert items.get("i1").done_at_ms == clock.now_ms()
    assert occurrences.get("o2").state is OccurrenceState.SNOOZED
    assert reminding.next_due_ms() == clock.now_ms() + 10 * MINUTE_MS


@pytest.fixture
def desktop(server):
    """Reminding over a real bus, with a button's answer carried out as the app does it."""
    clock = FixedClock.at("2026-11-24T10:00", "Europe/Berlin")
    items = FakeItems([Item("i1", ItemKind.TASK, "call Anna", 0)])
    occurrences = FakeOccurrences(items)
    occurrences.add(Occurrence("o1", "i1", clock.now_ms(), "Europe/Berlin", "2026-11-24T10:00:00"))
    settled = queue.Queue()

    def answer(occurrence_id, action):
        reminding.answer(occurrence_id, action)
        settled.put(action)

    notifier = DesktopNotifier(answer)
    settings = Settings(language=LanguageChoice.ENGLISH)
    reminding = Reminding(occurrences, items, notifier, clock, lambda: settings, lambda _: None)
    yield reminding, occurrences, clock, settled
    notifier.close()


@pytest.mark.parametrize(
    ("key", "wall"),
    [
        ("hour", "2026-11-24T11:00"),
        ("evening", "2026-11-24T18:00"),
        ("morning", "2026-11-25T09:00"),
        ("monday", "2026-11-30T09:00"),
    ],
)
def test_later_asks_when_and_the_choice_is_carried_out(server, desktop, key, wall):
    reminding, occurrences, clock, settled = desktop
    reminding.sweep()
    server.press(1, "later")
    assert settled.get(timeout=10) == "later"
    question = server.shown[1]
    assert (question.summary, question.body) == ("call Anna", "When shall I remind you again?")
    assert question.actions[2:] == [
        *("later.hour", "In 1 hour", "later.evening", "This evening"),
        *("later.morning", "Tomorrow morning", "later.monday", "Next Monday"),
    ]
    server.press(2, f"later.{key}")
    assert settled.get(timeout=10) == f"later.{key}"
    assert occurrences.get("o1").state is OccurrenceState.SNOOZED
    assert clock.local(reminding.next_due_ms()).strftime("%Y-%m-%dT%H:%M") == wall


def test_later_works_in_the_whole_program_with_no_window(server, tmp_path):
    clock = FixedClock.at("2026-11-24T10:00", "Europe/Berlin")
    app = build(Paths.under(tmp_path / "home"), clock=clock)
    app.settings.set("language", "zh_CN")
    try:
        item = app.capturing.capture("二十分钟后给安娜打电话").item
        clock.advance(20 * MINUTE_MS)
        app.reminding.sweep()
        server.press(1, "later")
        assert server.wait_for(lambda: len(server.shown) == 2)
        assert server.shown[1].body == "什么时候再提醒你？"
        assert server.shown[1].actions[3::2] == ["一小时后", "今晚", "明早", "下周一"]
        told = queue.Queue()
        app.hub.subscribe(told.put)
        server.press(2, "later.evening")
        told.get(timeout=10)
        assert clock.local(app.reminding.next_due_ms()).strftime("%d %H:%M") == "24 18:00"
        assert not app.items.get(item.id).is_done
    finally:
        app.close()


def test_a_later_that_is_waved_away_leaves_the_reminder_among_the_missed(server, desktop):
    reminding, _, _, settled = desktop
    reminding.sweep()
    server.press(1, "later")
    assert settled.get(timeout=10) == "later"
    assert [each.occurrence.id for each in reminding.missed()] == ["o1"]
    assert reminding.next_due_ms() is None


def test_asking_again_takes_the_place_of_the_earlier_asking(server, notifier):
    item = Item("i1", ItemKind.TASK, "call Anna", 0)
    for name in ("o1", "o2"):
        due = DueReminder(Occurrence(name, item.id, 0, "UTC", ""), item, 0)
        assert notifier.show(due, Notice("call Anna", "Now", BUTTONS))
    assert show(notifier, "of another item")
    assert server.closed == [1]


def test_without_a_listener_nothing_can_be_pressed(server, notifier):
    assert notifier.show(reminder(), Notice("call Anna", "Now"))
    assert server.shown[0].actions == []


@pytest.mark.parametrize(
    ("more", "hint", "value"),
    [
        ({"has_sound": True}, "sound-name", ("s", "message-new-instant")),
        ({}, "suppress-sound", ("b", True)),
        ({"is_urgent": True}, "urgency", ("y", 2)),
        ({}, "urgency", ("y", 1)),
    ],
)
def test_sound_and_urgency_are_hints(server, notifier, more, hint, value):
    assert show(notifier, **more)
    assert server.shown[0].hints[hint] == value


@pytest.mark.parametrize("can", [True, False])
def test_whether_the_server_plays_sounds_is_known_after_the_first_one(bus, notifier, can):
    server = NotificationServer(bus.path, capabilities=("body", "actions", *(["sound"] if can else [])))
    server.start()
    try:
        assert show(notifier)
        assert notifier.plays_sounds is can
    finally:
        server.stop()


def test_waking_up_is_noticed_and_going_to_sleep_is_not(bus):
    woken = queue.Queue()
    watch = WakeWatch(lambda: woken.put("awake"))
    announcer = SleepAnnouncer(bus.path)
    announcer.start()
    watch.start()
    try:
        announcer.say(is_going_to_sleep=True)
        deadline_s = time.monotonic() + 10
        while woken.empty() and time.monotonic() < deadline_s:  # the watch may not listen yet
            announcer.say(is_going_to_sleep=False)
            announcer.round_trip()
        assert woken.get(timeout=1) == "awake"
    finally:
        watch.close()
        announcer.stop()


def test_without_a_system_bus_the_watch_is_silent(tmp_path, monkeypatch):
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path}/nothing")
    watch = WakeWatch(lambda: None)
    watch.start()
    watch.close()
    assert not watch._thread.is_alive()
