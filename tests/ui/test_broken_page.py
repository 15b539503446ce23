"""A fault of ours in one screen stays in that screen: it says so, can be tried again, and everything else goes on."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from assistant.app import App
from assistant.domain.changes import Changes, Topic
from assistant.domain.settings import LanguageChoice
from assistant.ui.broken_page import BrokenPage
from assistant.ui.main_window import MainWindow, Page
from assistant.ui.pages import Pages
from assistant.ui.state import WindowState
from assistant.ui.tasks import Lane, TaskRunner
from assistant.ui.today_view import TodayView
from assistant.ui.translations import Translations
from tests.ui.conftest import Wait


class Fault(Exception):
    """A bug of ours, planted."""


def fail(*_: object, **__: object) -> None:
    raise Fault


@pytest.fixture
def caught(monkeypatch: pytest.MonkeyPatch) -> list[type[BaseException]]:
    """What reached the crash watch."""
    found: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: found.append(kind))
    return found


@pytest.fixture
def window(app: App, tasks: TaskRunner, wait: Wait) -> Iterator[MainWindow]:
    pages = Pages(app, tasks, lambda: None)
    made = MainWindow(pages.makers(), WindowState(app.paths.state))
    yield made
    wait(lambda: tasks.is_idle)
    made.deleteLater()


def in_front(window: MainWindow) -> object:
    return window.centralWidget().findChild(type(window._stack)).currentWidget()


def go_to(window: MainWindow, page: Page) -> None:
    window.navigation.buttons[page].click()


@pytest.mark.parametrize("part", ["__init__", "refresh", "focus_first"])
def test_a_page_that_fails_says_so_and_the_others_work(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, caught: list[type[BaseException]], part: str
) -> None:
    window.show_page(Page.CHAT)
    with monkeypatch.context() as fault:
        fault.setattr(TodayView, part, fail)
        go_to(window, Page.TODAY)
        assert caught == [Fault]
        assert isinstance(in_front(window), BrokenPage)
        go_to(window, Page.MEMORY)
        assert not isinstance(in_front(window), BrokenPage)
        go_to(window, Page.TODAY)
        assert isinstance(in_front(window), BrokenPage)
    [again] = [button for button in in_front(window).findChildren(QPushButton) if not button.isHidden()]
    again.click()
    assert isinstance(in_front(window), TodayView)
    assert caught == [Fault, Fault]


def test_a_page_that_fails_on_what_was_read_says_so(
    window: MainWindow, tasks: TaskRunner, wait: Wait, monkeypatch: pytest.MonkeyPatch, caught: list[object]
) -> None:
    monkeypatch.setattr("assistant.ui.today_view.TodayView._show_digest", fail)
    window.show_page(Page.TODAY)
    wait(lambda: isinstance(in_front(window), BrokenPage))
    assert set(caught) == {Fault}
    go_to(window, Page.CHAT)
    assert not isinstance(in_front(window), BrokenPage)


def test_a_page_that_fails_in_the_background_leaves_the_one_in_front(
    window: MainWindow, tasks: TaskRunner, wait: Wait
) -> None:
    broken = window.show_page(Page.TODAY)
    window.show_page(Page.CHAT)
    broken.broken.emit()
    assert not isinstance(in_front(window), BrokenPage)
    wait(lambda: tasks.is_idle)
    assert window.show_page(Page.TODAY) is not broken


def test_the_window_comes_up_although_its_first_page_fails(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, caught: list[object]
) -> None:
    monkeypatch.setattr(TodayView, "__init__", fail)
    with pytest.raises(Fault):
        window.bring_up()
    assert window.isVisible()
    assert isinstance(in_front(window), BrokenPage)


def test_a_page_that_fails_to_translate_leaves_no_other_behind(
    window: MainWindow, qt: QApplication, monkeypatch: pytest.MonkeyPatch, caught: list[object], wait: Wait
) -> None:
    translations = Translations(qt)
    window.show_page(Page.TODAY)
    chat = window.show_page(Page.CHAT)
    monkeypatch.setattr(TodayView, "retranslate", fail)
    try:
        translations.apply(LanguageChoice.CHINESE)
        wait(lambda: chat.accessibleName() == "对话")
    finally:
        translations.apply(LanguageChoice.ENGLISH)


def test_what_waits_behind_a_callback_that_fails_is_still_called(
    tasks: TaskRunner, wait: Wait, caught: list[type[BaseException]]
) -> None:
    heard: list[int] = []
    gate: list[Callable[[], None]] = [fail, lambda: heard.append(1), fail, lambda: heard.append(2)]
    for each in gate:
        tasks.call_soon(each)
    tasks.submit(Lane.QUERY, lambda _: 3, owner=None, done=heard.append)
    wait(lambda: len(heard) == 3)
    assert heard == [1, 2, 3]
    assert caught == [Fault, Fault]


def test_a_refresh_that_fails_shows_in_the_page(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window.show_page(Page.TODAY)
    monkeypatch.setattr(TodayView, "refresh", fail)
    with pytest.raises(Fault):
        window.refresh(Changes.of(Topic.ITEMS))
    assert isinstance(in_front(window), BrokenPage)


def test_the_words_follow_the_language(qt: QApplication, wait: Wait) -> None:
    translations = Translations(qt)
    page = BrokenPage()
    english = page.accessibleName()
    try:
        translations.apply(LanguageChoice.CHINESE)
        wait(lambda: page.accessibleName() not in ("", english))
    finally:
        translations.apply(LanguageChoice.ENGLISH)
    page.deleteLater()
