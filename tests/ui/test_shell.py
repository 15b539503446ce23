"""The desktop joined together: windows, tray, reminders, sweep, pauses, requests, languages, ways out."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSystemTrayIcon,
    QTextEdit,
    QWidget,
)

from assistant.app import App, Paths, build
from assistant.domain.changes import Changes, Topic
from assistant.domain.errors import StoreFull
from assistant.domain.item import ItemKind
from assistant.domain.settings import LanguageChoice, ThemeChoice
from assistant.platform.hotkey import HotkeyState
from assistant.ui.main_window import MainWindow, Page
from assistant.ui.memory_view import MemoryView
from assistant.ui.pages import Pages
from assistant.ui.shell import Shell
from assistant.ui.state import WindowState
from assistant.ui.tasks import TaskRunner
from assistant.ui.theme import Theme
from assistant.ui.translations import Translations
from assistant.ui.widgets import Banner
from tests.fakes import FakeNotifier, FixedClock
from tests.ui.conftest import Wait

MINUTE_MS = 60_000


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def app(tmp_path: Path, notifier: FakeNotifier, clock: FixedClock) -> Iterator[App]:
    made = build(Paths.under(tmp_path), notifier=notifier, clock=clock)
    made.settings.set("language", "en")
    yield made
    made.close()


@pytest.fixture
def shell(app: App, qt: QApplication, wait: Wait) -> Iterator[Shell]:
    tasks = TaskRunner()
    theme, translations = Theme(qt), Translations(qt)
    theme.apply(ThemeChoice.LIGHT)
    translations.apply(LanguageChoice.ENGLISH)
    pages, state = Pages(app, tasks, lambda: None), WindowState(app.paths.state)
    main = MainWindow(pages.makers(), state)
    made = pages.shell = Shell(app, qt, tasks, main, (theme, translations, state))
    main.show_page(Page.TODAY)
    made.open_main()
    made.start_parts()
    wait(lambda: tasks.is_idle)
    yield made
    wait(lambda: tasks.is_idle)
    assert made.close()
    made.capture.notice.hide()
    theme.apply(ThemeChoice.LIGHT)
    translations.apply(LanguageChoice.ENGLISH)
    for window in (made.capture.notice, made.capture, main):
        window.deleteLater()
    made.deleteLater()
    tasks.deleteLater()


@pytest.fixture
def tray_is_there(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    def set_there(there: bool) -> None:
        monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: there))
        monkeypatch.setattr(QSystemTrayIcon, "isVisible", lambda _: there)

    return set_there


def remind(app: App, shell: Shell, clock: FixedClock, text: str = "call Anna in 5 minutes") -> None:
    app.capturing.capture(text)
    clock.advance(6 * MINUTE_MS)
    shell.sweep.sweep()


# Pages and requests


def test_every_page_opens_by_its_key(shell: Shell, qt: QApplication) -> None:
    for number, page in enumerate(Page, start=1):
        shell.main.activateWindow()
        QTest.keySequence(shell.main, f"Ctrl+{number}")
        qt.processEvents()
        assert shell.main.page is page


def test_the_window_comes_back_to_its_page_and_place(shell: Shell) -> None:
    shell.main.show_page(Page.MEMORY)
    shell.main.resize(720, 600)
    shell.main.keep_place()
    other = MainWindow({}, shell.state)
    assert other.remembered_page() is Page.MEMORY
    assert other.size() == shell.main.size()
    other.deleteLater()


def test_other_processes_can_ask_for_windows(shell: Shell, app: App, wait: Wait) -> None:
    shell.main.hide()
    threading.Thread(target=app.doorbell.ring, args=("capture",)).start()
    wait(shell.capture.isVisible)
    assert not shell.main.isVisible()
    threading.Thread(target=app.doorbell.ring, args=("today",)).start()
    wait(shell.main.isVisible)
    assert shell.main.page is Page.TODAY
    shell.main.hide()
    app.doorbell.ring("main")
    wait(shell.main.isVisible)


def test_an_item_can_be_asked_for(shell: Shell, app: App, wait: Wait) -> None:
    item = app.capturing.capture("the blue folder").item
    app.doorbell.ring(f"item:{item.id}")
    wait(lambda: shell.main.page is Page.MEMORY)


def test_a_question_among_many_captures_brings_no_window_between(
    shell: Shell, app: App, wait: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.open_page(Page.MEMORY)
    shell.open_capture()
    capture, brought = shell.capture, list[bool]()
    monkeypatch.setattr(MainWindow, "bring_up", lambda _: brought.append(True))
    for line in ("where is the key?", "buy milk"):
        QTest.keyClicks(capture.edit, line)
        QTest.keyClick(capture.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wait(lambda: app.answering.conversations(1) and shell._tasks.is_idle)
    assert not brought
    assert shell.main.page is Page.MEMORY
    assert {item.text for item in app.items.recent(limit=5)} == {"where is the key?", "buy milk"}
    capture.hide()


def test_a_captured_question_is_asked_in_the_chat_and_kept_once(shell: Shell, app: App, wait: Wait) -> None:
    shell.capture.open("what did I promise Anna?")
    shell.capture.keep()
    wait(lambda: shell.main.page is Page.CHAT)
    wait(lambda: app.answering.conversations() and shell._tasks.is_idle)
    assert [item.kind for item in app.items.recent(limit=10)] == [ItemKind.QUESTION]


# The tray


def test_closing_quits_when_there_is_no_tray(
    shell: Shell, tray_is_there: Callable[[bool], None], monkeypatch: pytest.MonkeyPatch, wait: Wait
) -> None:
    tray_is_there(False)
    left: list[bool] = []
    monkeypatch.setattr(shell._qt, "quit", lambda: left.append(True))
    shell.main.close()
    wait(lambda: left)


def test_closing_hides_into_a_visible_tray_and_explains_once(
    shell: Shell, tray_is_there: Callable[[bool], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    tray_is_there(True)
    told: list[str] = []
    monkeypatch.setattr(shell.tray, "say", lambda title, text: told.append(f"{title}: {text}") or True)
    for _ in range(2):
        shell.main.show()
        shell.main.close()
        assert not shell.main.isVisible()
    assert len(told) == 1


def test_a_tray_that_goes_away_brings_the_window_back(shell: Shell, tray_is_there: Callable[[bool], None]) -> None:
    tray_is_there(True)
    shell.sweep.beat.emit()
    shell.main.close()
    shell.capture.hide()
    tray_is_there(False)
    shell.sweep.beat.emit()
    assert shell.main.isVisible()


def test_a_tray_that_comes_late_is_found(shell: Shell, tray_is_there: Callable[[bool], None]) -> None:
    tray_is_there(False)
    assert not shell.tray.check()
    tray_is_there(True)
    assert shell.tray.check()


def test_the_menu_has_everything(shell: Shell) -> None:
    words = [action.text() for action in shell.tray.menu.actions() if not action.isSeparator()]
    assert words == ["Capture", "Open Sidemind", "Today", "Pause reminders for an hour", "Quit"]
    assert all(not action.icon().isNull() for action in shell.tray.menu.actions() if not action.isSeparator())


# Reminders


def test_a_reminder_without_a_server_is_a_card_and_counts_as_shown(
    shell: Shell, app: App, clock: FixedClock, wait: Wait
) -> None:
    remind(app, shell, clock)
    wait(lambda: shell.reminders.stack.cards)
    wait(app.reminding.missed)
    shell.sweep.sweep()
    wait(lambda: shell._tasks.is_idle)
    assert len(shell.reminders.stack.cards) == 1


def test_a_card_and_the_tray_say_the_title_and_the_card_opens_the_whole_text(
    shell: Shell,
    app: App,
    clock: FixedClock,
    wait: Wait,
    tray_is_there: Callable[[bool], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tray_is_there(True)
    told: list[str] = []
    monkeypatch.setattr(shell.tray, "say", lambda _, text: told.append(text) or True)
    shell.main.hide()
    remind(app, shell, clock, "remind me in 5 minutes to call Anna\n" + "and tell her everything about it " * 20)
    wait(lambda: shell.reminders.stack.cards)
    card = shell.reminders.stack.cards[0]
    assert card.accessibleName().startswith("call Anna")
    assert len(card.accessibleName()) <= 90
    assert told == [card.accessibleName()]
    card._open.click()
    wait(lambda: shell.main.page is Page.MEMORY and shell._tasks.is_idle)
    memory = cast(MemoryView, shell.main.page_screen(Page.MEMORY))
    wait(lambda: memory.inspector.item is not None and memory.inspector.item.id == card.item_id)
    assert shell.reminders.stack.cards == [card]


def test_done_on_a_card_completes_the_task(shell: Shell, app: App, clock: FixedClock, wait: Wait) -> None:
    remind(app, shell, clock)
    wait(lambda: shell.reminders.stack.cards)
    shell.reminders.stack.cards[0]._done.click()
    wait(lambda: app.items.recent(limit=1)[0].is_done)
    assert not shell.reminders.stack.cards


def test_snooze_on_a_card_reminds_again(shell: Shell, app: App, clock: FixedClock, wait: Wait) -> None:
    remind(app, shell, clock)
    wait(lambda: shell.reminders.stack.cards and shell._tasks.is_idle)
    shell.reminders.stack.cards[0]._snooze.click()
    wait(app.reminding.upcoming)
    assert app.reminding.upcoming()[0].occurrence.due_at_ms == clock.now_ms() + 10 * MINUTE_MS
    clock.advance(11 * MINUTE_MS)
    shell.sweep.sweep()
    wait(lambda: shell.reminders.stack.cards)


def test_later_offers_times_in_the_future(shell: Shell, app: App, clock: FixedClock, wait: Wait) -> None:
    remind(app, shell, clock)
    wait(lambda: shell.reminders.stack.cards)
    menu = shell.reminders.stack.cards[0].later_menu()
    assert menu.actions()[0].text() == "In 1 hour"
    assert len(menu.actions()) >= 3
    assert all(choice.at_ms > clock.now_ms() for choice in app.reminding.later_choices())
    menu.actions()[0].trigger()
    wait(app.reminding.upcoming)
    assert app.reminding.upcoming()[0].occurrence.due_at_ms == clock.now_ms() + 60 * MINUTE_MS
    assert not shell.reminders.stack.cards


def test_a_reminder_does_not_wait_for_the_shortcut(
    shell: Shell, app: App, clock: FixedClock, wait: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    has_answered = threading.Event()

    def grab(*_: object, **__: object) -> HotkeyState:
        has_answered.wait(10)
        return HotkeyState.ACTIVE

    monkeypatch.setattr(shell.hotkey, "set", grab)
    shell.apply_shortcut()
    remind(app, shell, clock)
    wait(lambda: shell.reminders.stack.cards or has_answered.is_set())
    assert shell.reminders.stack.cards
    has_answered.set()


def test_a_repeating_task_can_be_stopped_from_its_card(shell: Shell, app: App, clock: FixedClock, wait: Wait) -> None:
    item = app.capturing.capture("stretch every day at 11").item
    clock.set(item.due_at_ms)
    shell.sweep.sweep()
    wait(lambda: shell.reminders.stack.cards and shell._tasks.is_idle)
    shell.reminders.stack.cards[0].later_menu().actions()[-1].trigger()
    wait(lambda: not app.items.get(item.id).rrule)
    shell.reminders.stack.cards[0]._done.click()
    wait(lambda: app.items.get(item.id).is_done)


def test_asking_again_replaces_the_card_and_rings_when_wished(
    shell: Shell, app: App, clock: FixedClock, wait: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    rung: list[int] = []
    monkeypatch.setattr("assistant.ui.reminders.QApplication.beep", lambda: rung.append(1))
    item = app.capturing.capture("take the pill at 11 !!").item
    clock.set(item.due_at_ms)
    shell.sweep.sweep()
    wait(lambda: shell.reminders.stack.cards and shell._tasks.is_idle)
    assert not rung
    app.settings.set("has_reminder_sound", "true")
    first = shell.reminders.stack.cards[0].occurrence_id
    clock.advance(5 * MINUTE_MS)
    shell.sweep.sweep()
    wait(lambda: [card.occurrence_id for card in shell.reminders.stack.cards] not in ([], [first]))
    assert len(shell.reminders.stack.cards) == 1
    assert rung == [1]


def test_what_comes_up_is_notified_where_the_window_is_away(
    shell: Shell, app: App, notifier: FakeNotifier, clock: FixedClock, wait: Wait
) -> None:
    app.settings.set("notify_intentions", "true")
    notifier.is_available = True
    app.capturing.capture("When I talk to Anna, ask about the budget")
    clock.advance(60 * MINUTE_MS)
    shell.main.hide()
    app.capturing.capture("Anna just rang")
    wait(lambda: bool(notifier.shown))
    assert notifier.shown[0][1] == "ask about the budget"


def test_closing_a_card_leaves_the_reminder_in_today(shell: Shell, app: App, clock: FixedClock, wait: Wait) -> None:
    remind(app, shell, clock)
    wait(lambda: shell.reminders.stack.cards and shell._tasks.is_idle)
    shell.reminders.stack.cards[0]._close.click()
    wait(lambda: shell._tasks.is_idle)
    assert not shell.reminders.stack.cards
    assert len(app.reminding.missed()) == 1


def test_an_answer_elsewhere_takes_the_card_away(shell: Shell, app: App, clock: FixedClock, wait: Wait) -> None:
    remind(app, shell, clock)
    wait(lambda: shell.reminders.stack.cards and shell._tasks.is_idle)
    app.reminding.done(shell.reminders.stack.cards[0].occurrence_id)
    wait(lambda: not shell.reminders.stack.cards)


def test_a_paused_reminder_waits_and_then_comes_late(shell: Shell, app: App, clock: FixedClock, wait: Wait) -> None:
    shell.pause_reminders(True)
    remind(app, shell, clock)
    wait(lambda: shell._tasks.is_idle)
    assert not shell.reminders.stack.cards
    assert "paused" in shell.tray._icon.toolTip()
    assert shell.state.number("reminders/paused_until_ms") > 0
    shell.pause_reminders(False)
    wait(lambda: shell.reminders.stack.cards)
    assert "paused" not in shell.tray._icon.toolTip()


def test_a_pause_ends_by_itself(shell: Shell, app: App, clock: FixedClock, wait: Wait) -> None:
    shell.pause_reminders(True)
    remind(app, shell, clock)
    clock.advance(61 * MINUTE_MS)
    shell.sweep.sweep()
    wait(lambda: shell.reminders.stack.cards)


def test_a_notified_reminder_makes_no_card(
    shell: Shell, app: App, clock: FixedClock, notifier: FakeNotifier, wait: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notifier, "show", lambda *_, **__: True)
    remind(app, shell, clock)
    wait(lambda: app.reminding.missed() and shell._tasks.is_idle)
    assert not shell.reminders.stack.cards


# Trouble


def test_a_store_problem_stays_as_a_banner_with_a_way_out(shell: Shell, wait: Wait) -> None:
    shell.tell_trouble(StoreFull(path="/x/sidemind.db"))
    assert shell.main.banner_text("store")
    shell._try_again()
    wait(lambda: shell._tasks.is_idle)
    assert not shell.main.banner_text("store")


def test_a_store_problem_of_a_page_is_the_windows_and_goes_when_the_store_works(
    shell: Shell, app: App, wait: Wait
) -> None:
    shell.main.page_screen(Page.TODAY).tell_error(StoreFull(path="/x/sidemind.db"))
    assert "full" in shell.main.banner_text("store")
    assert shell.main.toast.isHidden()
    shell.sweep.catch_up()
    wait(lambda: not shell.main.banner_text("store"))


def test_a_damaged_store_is_restored_from_the_window(
    shell: Shell, app: App, wait: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.capturing.capture("the spare key is with Mrs Novak")
    app.maintaining.backup()
    app.database.close()
    for tail in ("-wal", "-shm"):
        app.paths.database.with_name(app.paths.database.name + tail).unlink(missing_ok=True)
    app.paths.database.write_bytes(b"not a database" * 1000)
    shell.sweep.catch_up()
    wait(lambda: "damaged" in shell.main.banner_text("store"))
    asked: list[str] = []
    monkeypatch.setattr("assistant.ui.shell.confirm", lambda _, title, *__: bool(asked.append(title)))
    shell.main.centre.findChild(Banner)._button.click()
    assert asked == ["Restore your memory?"]
    assert "damaged" in shell.main.banner_text("store")
    monkeypatch.setattr("assistant.ui.shell.confirm", lambda *_: True)
    shell.main.centre.findChild(Banner)._button.click()
    wait(lambda: "is back" in shell.main.banner_text("store"))
    assert [item.text for item in app.items.recent(limit=9)] == ["the spare key is with Mrs Novak"]
    wait(lambda: shell._tasks.is_idle)
    assert "is back" in shell.main.banner_text("store")


def test_what_a_banner_says_is_not_said_again_in_passing(shell: Shell) -> None:
    shell.tell_trouble(StoreFull(path="x"))
    shell.main.say(shell.main.banner_text("store"))
    assert shell.main.toast.isHidden()
    shell.main.hide_banner("store")
    shell.main.say("something else")
    assert not shell.main.toast.isHidden()


def test_a_bug_is_said_once_and_the_program_goes_on(shell: Shell) -> None:
    shell._tasks.crashed.emit(ZeroDivisionError())
    assert shell.main.banner_text("crash")


def test_a_spooled_capture_is_told_once_as_a_banner(
    shell: Shell, app: App, wait: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise StoreFull(path="x")

    with monkeypatch.context() as patched:
        patched.setattr(app.items, "add", full)
        shell.capture.open("one")
        shell.capture.keep()
        wait(lambda: shell.main.banner_text("spool"))
    shell.capture.open("two")
    shell.capture.keep()
    wait(lambda: not shell.main.banner_text("spool"))
    wait(lambda: {item.text for item in app.items.recent(limit=9)} == {"one", "two"})


# Looks and words


def controls(window: QWidget) -> list[QWidget]:
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView)
    return [
        control
        for kind in kinds
        for control in window.findChildren(kind)
        if not control.objectName().startswith("qt_")  # the inside of a Qt control
        and not isinstance(control.parent(), QComboBox | QAbstractSpinBox)
        and not type(control).__name__.startswith("QComboBoxPrivate")
        and control.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and control.isVisible()
    ]


@pytest.mark.parametrize("page", list(Page))
def test_every_control_of_every_page_has_a_name(shell: Shell, page: Page, wait: Wait) -> None:
    shell.main.show_page(page)
    wait(lambda: shell._tasks.is_idle)
    nameless = [repr(control) for control in controls(shell.main) if not control.accessibleName().strip()]
    assert not nameless


def test_the_language_changes_while_the_program_runs(shell: Shell, app: App, wait: Wait) -> None:
    app.settings.set("language", "zh_CN")
    app.hub.announce(Changes.of(Topic.SETTINGS))
    wait(lambda: shell.main.navigation.buttons[Page.CHAT].text().strip() != "Chat")
    assert shell.tray._quit.text() == "退出"
    assert shell.capture.edit.placeholderText() != "What is on your mind?"
    app.settings.set("language", "en")
    app.hub.announce(Changes.of(Topic.SETTINGS))
    wait(lambda: shell.main.navigation.buttons[Page.CHAT].text().strip() == "Chat")


def test_the_theme_changes_while_the_program_runs(shell: Shell, app: App, wait: Wait) -> None:
    app.settings.set("theme", "dark")
    app.hub.announce(Changes.of(Topic.SETTINGS))
    wait(lambda: shell._theme.is_dark)
    light_again = shell.main.palette().window().color()
    app.settings.set("theme", "light")
    app.hub.announce(Changes.of(Topic.SETTINGS))
    wait(lambda: not shell._theme.is_dark)
    assert shell.main.palette().window().color() != light_again


# Speed


def test_the_scorer_is_ready_before_the_first_question(shell: Shell, app: App, wait: Wait) -> None:
    app.capturing.capture("call Anna today")
    shell._warm()
    wait(lambda: shell._tasks.is_idle)
    assert "scorer" in app.parts
    assert app.recalling.scorer_problem is None


def test_the_ui_thread_is_never_held_up_while_the_lanes_work(shell: Shell, app: App, wait: Wait) -> None:
    for number in range(300):
        app.capturing.capture(f"note {number} about the budget and Anna #work")
    for page in Page:  # built once before: making a page is not what this measures
        shell.main.show_page(page)
        wait(lambda: shell._tasks.is_idle)
    gaps: list[float] = []  # of the thread's own time: a busy machine makes none
    last = [time.thread_time()]
    timer = QTimer()
    timer.setInterval(5)

    def beat() -> None:
        now = time.thread_time()
        gaps.append(now - last[0])
        last[0] = now

    timer.timeout.connect(beat)
    timer.start()
    last[0] = time.thread_time()
    for _ in range(3):
        app.capturing.capture("x" * 200_000)
        shell.sweep.catch_up()
        app.hub.announce(Changes(frozenset(Topic)))
        wait(lambda: shell._tasks.is_idle and not shell.changes._queue)
    timer.stop()
    assert len(gaps) > 10
    assert max(gaps) < 0.25
