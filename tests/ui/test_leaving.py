"""Quitting and closing: no word is lost in silence, and no reminder is missed because there was no tray."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assistant.app import App
from assistant.domain.errors import StoreBusy, StoreFull
from assistant.domain.item import Draft
from assistant.ui.capture_window import CaptureWindow
from assistant.ui.chat_view import ChatView
from assistant.ui.dialogs import ConfirmDialog
from assistant.ui.leaving import Leaving
from assistant.ui.main_window import MainWindow, Page
from assistant.ui.pages import Pages
from assistant.ui.state import WindowState
from assistant.ui.tasks import TaskRunner
from assistant.ui.tray import Tray
from assistant.ui.widgets import PlainLabel
from tests.ui.conftest import Wait


class FakeTray:
    """A tray that is there or not."""

    def __init__(self) -> None:
        self.is_visible = False
        self.said: list[str] = []

    def say(self, title: str, text: str) -> bool:
        self.said.append(f"{title}: {text}")
        return True


@dataclass
class Desk:
    """The windows of a desktop, a tray, and what was asked."""

    main: MainWindow
    chat: ChatView
    capture: CaptureWindow
    tray: FakeTray
    leaving: Leaving
    asked: list[str] = field(default_factory=list)
    agreed: list[bool] = field(default_factory=list)

    def answer(self, choose: Callable[[ConfirmDialog], object]) -> None:
        """Do this to the next question, which blocks until then."""

        def look() -> None:
            for window in QApplication.topLevelWidgets():
                if isinstance(window, ConfirmDialog) and window.isVisible():
                    self.asked.append(" ".join(label.text() for label in window.findChildren(PlainLabel)))
                    choose(window)
                    return
            QTimer.singleShot(5, self.leaving, look)

        look()


@pytest.fixture
def desk(qt: QApplication, app: App, tasks: TaskRunner, wait: Wait) -> Iterator[Desk]:
    del qt
    state = WindowState(app.paths.state)
    main = MainWindow(Pages(app, tasks, lambda: None).makers(), state)
    chat, capture, tray = cast(ChatView, main.show_page(Page.CHAT)), CaptureWindow(app, tasks), FakeTray()
    leaving = Leaving(app, tasks, main, tray=cast(Tray, tray), state=state, screens=lambda: [*main.screens, capture])
    made = Desk(main, chat, capture, tray, leaving)
    leaving.agreed.connect(lambda: made.agreed.append(True))
    main.show()
    capture.prepare()
    wait(lambda: tasks.is_idle)
    yield made
    wait(lambda: tasks.is_idle)
    for window in (main, capture):
        window.hide()
        window.deleteLater()


@pytest.fixture
def full_disk(app: App, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """A disk without room for drafts; the result makes room again."""

    def refuse(draft: Draft) -> None:
        del draft
        raise StoreFull(path=str(app.paths.drafts))

    monkeypatch.setattr(app.capturing, "save_draft", refuse)
    monkeypatch.setattr(app.question_drafts, "save", refuse)
    return monkeypatch.undo


def test_quitting_asks_nothing_when_everything_is_on_the_disk(desk: Desk, app: App) -> None:
    QTest.keyClicks(desk.capture.edit, "half a thought")
    desk.chat.composer.set_text("half a question")
    desk.leaving.quit()
    assert desk.agreed == [True]
    assert app.capturing.load_draft().text == "half a thought"
    assert app.question_drafts.load().text == "half a question"


def test_what_a_full_disk_would_lose_is_shown_before(
    desk: Desk, tasks: TaskRunner, wait: Wait, full_disk: Callable[[], None], app: App
) -> None:
    QTest.keyClicks(desk.capture.edit, "half a thought")
    desk.chat.composer.set_text("half a question")
    desk.capture.save_draft()
    wait(lambda: tasks.is_idle)  # it has failed in its lane by now
    desk.answer(lambda question: question.reject())
    desk.leaving.quit()
    assert not desk.agreed
    [asked] = desk.asked
    assert "half a thought" in asked
    assert "half a question" in asked
    assert Path(app.paths.drafts).name in asked
    desk.answer(lambda question: question.action_button.click())
    desk.leaving.quit()
    assert desk.agreed == [True]


def test_what_failed_once_is_written_when_there_is_room_again(
    desk: Desk, tasks: TaskRunner, wait: Wait, full_disk: Callable[[], None], app: App
) -> None:
    QTest.keyClicks(desk.capture.edit, "half a thought")
    desk.capture.save_draft()
    wait(lambda: tasks.is_idle)
    full_disk()
    desk.leaving.quit()
    assert desk.agreed == [True]
    assert app.capturing.load_draft().text == "half a thought"


def test_with_a_tray_the_window_only_hides(desk: Desk) -> None:
    desk.tray.is_visible = True
    for _ in range(2):
        desk.main.show()
        desk.leaving.close_window()
        assert not desk.main.isVisible()
    assert len(desk.tray.said) == 1
    assert not desk.agreed


def test_without_a_tray_and_reminders_closing_quits(desk: Desk, wait: Wait) -> None:
    desk.leaving.close_window()
    wait(lambda: desk.agreed)
    assert not desk.asked


def test_without_a_tray_closing_says_what_would_be_missed(desk: Desk, app: App, tasks: TaskRunner, wait: Wait) -> None:
    app.capturing.capture("call Anna tomorrow at 9:00")
    desk.answer(lambda question: question.reject())
    desk.leaving.close_window()
    wait(lambda: desk.asked)
    wait(lambda: tasks.is_idle)
    assert "tomorrow 09:00" in desk.asked[0]
    assert not desk.agreed
    assert not desk.main.isMinimized()
    desk.answer(lambda question: question.graver_button.click())
    desk.leaving.close_window()
    wait(lambda: desk.agreed)


def test_closing_asks_when_what_will_be_due_cannot_be_read(
    desk: Desk, app: App, tasks: TaskRunner, wait: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise StoreBusy(path=str(app.paths.database))

    monkeypatch.setattr(app.occurrences, "next_due_ms", refuse)
    desk.answer(lambda question: question.reject())
    desk.leaving.close_window()
    wait(lambda: desk.asked)
    wait(lambda: tasks.is_idle)
    assert "cannot be read" in desk.asked[0]
    assert not desk.agreed


def test_who_minimised_once_is_not_asked_again(desk: Desk, app: App, wait: Wait) -> None:
    app.capturing.capture("call Anna tomorrow at 9:00")
    desk.answer(lambda question: question.action_button.click())
    desk.leaving.close_window()
    wait(desk.main.isMinimized)
    desk.main.showNormal()
    desk.leaving.close_window()
    assert desk.main.isMinimized()
    assert len(desk.asked) == 1
    assert not desk.agreed
