"""A window of 360 pixels: everything is there, nothing is cut off at the side, and the keyboard finds its way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from assistant.app import App
from assistant.domain.settings import LanguageChoice
from assistant.ui.chat_view import ChatView
from assistant.ui.main_window import SMALLEST, MainWindow, Page
from assistant.ui.memory_view import MemoryView
from assistant.ui.settings_view import SettingsView
from assistant.ui.tasks import TaskRunner
from assistant.ui.theme import SIZE
from assistant.ui.today_view import TodayView
from assistant.ui.translations import Translations
from tests.ui.conftest import Open, Wait


@pytest.fixture(params=[LanguageChoice.ENGLISH, LanguageChoice.CHINESE])
def main(qt: QApplication, app: App, open_main: Open, request: pytest.FixtureRequest) -> Iterator[MainWindow]:
    translations = Translations(qt)
    translations.apply(request.param)
    app.settings.set("language", request.param.value)
    for text in ("call Anna about the budget tomorrow at 9, and about all the other things", "明天九点给安娜打电话"):
        app.capturing.capture(text)
    yield open_main(SMALLEST.width(), 640)
    translations.apply(LanguageChoice.ENGLISH)


def cut_off(main: MainWindow) -> list[str]:
    found: list[str] = []
    for part in main.centre.findChildren(QWidget):
        left = part.mapTo(main, QPoint(0, 0)).x()
        if part.isVisible() and (left < 0 or left + part.width() > main.width()):
            found.append(f"{type(part).__name__} {part.accessibleName()} {left} to {left + part.width()}")
        is_ours = isinstance(part, QAbstractButton) and not isinstance(part.parent(), QLineEdit)
        wanted = part.sizeHint().width() if is_ours else 0
        if part.isVisible() and part.width() < wanted:
            found.append(f"{type(part).__name__} {part.accessibleName()} {part.width()} of {wanted}")
    return found


@pytest.mark.parametrize("page", list(Page))
def test_nothing_is_cut_off_at_the_side(main: MainWindow, page: Page, tasks: TaskRunner, wait: Wait) -> None:
    main.show_page(page)
    wait(lambda: tasks.is_idle)
    wait(lambda: main.width() == SMALLEST.width() and not cut_off(main))


def test_the_navigation_is_icons_with_names(main: MainWindow) -> None:
    button = main.navigation.buttons[Page.CHAT]
    assert main.navigation.width() < SIZE.navigation // 2
    assert button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    assert button.accessibleName()
    assert main.navigation.capture.text() == ""
    assert main.navigation.capture.accessibleName()
    main.resize(1_000, 640)
    assert main.navigation.width() == SIZE.navigation
    assert main.navigation.capture.text() == main.navigation.capture.accessibleName()


def test_memory_shows_the_list_or_what_was_chosen(main: MainWindow, tasks: TaskRunner, wait: Wait) -> None:
    memory = cast(MemoryView, main.show_page(Page.MEMORY))
    wait(lambda: tasks.is_idle and memory.model.rowCount() == 2)
    assert memory.list.isVisible()
    assert not memory.inspector.isVisible()
    memory.list.setFocus()
    memory.list.setCurrentIndex(memory.model.index(1))
    assert memory.list.isVisible()
    QTest.keyClick(memory.list, Qt.Key.Key_Return)
    assert memory.inspector.isVisible()
    assert not memory.list.isVisible()
    wait(lambda: tasks.is_idle)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert memory.inspector.isAncestorOf(focused)
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert memory.list.isVisible()
    assert not memory.inspector.isVisible()
    assert memory.list.hasFocus()
    assert memory.list.currentIndex().row() == 1
    main.resize(1_000, 640)
    assert memory.list.isVisible()
    assert memory.inspector.isVisible()
    assert not memory.inspector.back.isVisible()


def test_an_item_opened_from_elsewhere_is_in_view(main: MainWindow, app: App, tasks: TaskRunner, wait: Wait) -> None:
    memory = cast(MemoryView, main.show_page(Page.MEMORY))
    wait(lambda: tasks.is_idle)
    memory.show_item(app.items.recent(limit=1)[0].id)
    wait(lambda: tasks.is_idle and memory.inspector.isVisible())
    memory.inspector.back.click()
    assert memory.list.isVisible()


def test_what_is_on_the_mind_stands_below_the_conversation(main: MainWindow, tasks: TaskRunner, wait: Wait) -> None:
    chat = cast(ChatView, main.show_page(Page.CHAT))
    wait(lambda: tasks.is_idle)
    assert not chat.rail.isVisible()
    chat.header.rail.click()
    wait(chat.rail.isVisible)
    wait(lambda: chat.rail.width() == chat.width() and not cut_off(main))
    assert chat.rail.y() > chat.composer.mapTo(chat, QPoint(0, 0)).y()
    main.resize(1_000, 640)
    wait(lambda: chat.rail.width() == SIZE.rail_width and chat.rail.y() == 0)


def test_buttons_and_controls_stand_under_their_words(main: MainWindow, tasks: TaskRunner, wait: Wait) -> None:
    today = cast(TodayView, main.show_page(Page.TODAY))
    wait(lambda: tasks.is_idle and today.rows)
    row = today.rows[0]
    wait(lambda: row.done.y() > row.title.y() + row.title.height())
    settings = cast(SettingsView, main.show_page(Page.SETTINGS))
    wait(lambda: tasks.is_idle)
    option = settings.rows["theme"]
    wait(lambda: option.control.y() > option._name.y() + option._name.height())
    main.resize(1_000, 640)
    wait(lambda: option.control.x() > option._name.x())
    wait(lambda: option.control.y() < option._name.y() + option._name.height())
