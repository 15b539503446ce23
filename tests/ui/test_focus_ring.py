"""Whoever uses the keyboard alone sees where it is: each stop of the Tab key looks different when it has the focus."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QWidget

from assistant.app import App
from assistant.ui.chat_composer import Composer
from assistant.ui.chat_view import ChatView
from assistant.ui.item_editor import ItemEditor
from assistant.ui.main_window import MainWindow, Page
from assistant.ui.memory_view import MemoryView
from assistant.ui.tasks import TaskRunner
from assistant.ui.theme import RING, colour
from assistant.ui.widgets import PrimaryButton
from tests.ui.conftest import Open, Wait
from tests.ui.test_memory_view import _answer


@pytest.fixture
def main(app: App, open_main: Open) -> MainWindow:
    for text in ("call Anna about the budget tomorrow at 9 #work", "the spare key is under the flower pot"):
        app.capturing.capture(text)
    return open_main(1_120, 740)


def ring_pixels(picture: QImage, part: QWidget) -> int:
    """How many pixels have the colour of the ring, which on the main button is that of the text."""
    wanted = colour("text" if isinstance(part, PrimaryButton) else "accent").rgb()
    return sum(picture.pixel(x, y) == wanted for y in range(picture.height()) for x in range(picture.width()))


def drawn(main: MainWindow, part: QWidget) -> QImage:
    """What stands there, with what is drawn around it by its frame."""
    shown = part.parentWidget() if isinstance(part.parentWidget(), Composer) else part
    assert shown is not None
    corner = shown.mapTo(main, QPoint(0, 0))
    return main.grab().toImage().copy(corner.x(), corner.y(), shown.width(), shown.height())


@pytest.mark.parametrize("page", list(Page))
def test_every_stop_of_the_tab_key_is_ringed(main: MainWindow, page: Page, tasks: TaskRunner, wait: Wait) -> None:
    screen = main.show_page(page)
    wait(lambda: tasks.is_idle and QApplication.focusWidget() is not screen)
    if isinstance(screen, MemoryView):
        screen.list.setCurrentIndex(screen.model.index(0))
        wait(lambda: tasks.is_idle and screen.inspector.item is not None)
    stops: list[QWidget] = []
    bare: list[str] = []
    while (stop := cast(QWidget, QApplication.focusWidget())) not in stops:
        stops.append(stop)
        with_focus = ring_pixels(drawn(main, stop), stop)
        QTest.keyClick(stop, Qt.Key.Key_Tab)
        if ring_pixels(drawn(main, stop), stop) + 2 * RING * min(stop.width(), stop.height()) // 2 > with_focus:
            bare.append(f"{type(stop).__name__} {stop.accessibleName()}")
        assert len(stops) < 200
    assert len(stops) >= 8
    assert not bare


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
@pytest.mark.parametrize("page", list(Page))
def test_the_tab_key_goes_round_the_whole_window(
    main: MainWindow, page: Page, key: Qt.Key, tasks: TaskRunner, wait: Wait
) -> None:
    screen = main.show_page(page)
    wait(lambda: tasks.is_idle and QApplication.focusWidget() is not screen)
    if isinstance(screen, MemoryView):
        screen.list.setCurrentIndex(screen.model.index(0))
        wait(lambda: tasks.is_idle and screen.inspector.item is not None)
    stops: list[QWidget] = []
    while (stop := cast(QWidget, QApplication.focusWidget())) not in stops:
        stops.append(stop)
        QTest.keyClick(stop, key)
    assert stop is stops[0]  # nothing holds the keyboard in a smaller circle
    assert main.navigation.capture in stops


def test_the_field_of_the_chat_keeps_its_place_when_the_ring_comes(main: MainWindow, wait: Wait) -> None:
    chat = cast(ChatView, main.show_page(Page.CHAT))
    wait(lambda: chat.composer.property("tone") == "focus")
    place = chat.composer._field.geometry()
    chat.header.new.setFocus()
    wait(lambda: chat.composer.property("tone") == "")
    assert chat.composer._field.geometry() == place


def test_the_chosen_row_of_the_memory_has_a_ring_as_thick_as_all(
    main: MainWindow, tasks: TaskRunner, wait: Wait
) -> None:
    memory = cast(MemoryView, main.show_page(Page.MEMORY))
    wait(lambda: tasks.is_idle)
    memory.list.setFocus()
    memory.list.setCurrentIndex(memory.model.index(0))
    wait(lambda: tasks.is_idle)
    row = QListView.visualRect(memory.list, memory.model.index(0))
    middle = memory.list.viewport().grab(row).toImage()
    accent = colour("accent").rgb()
    column = [middle.pixel(row.width() // 2, y) == accent for y in range(row.height() // 4)]
    assert sum(column) == RING


@pytest.mark.parametrize("where", ["field", "list"])
def test_the_chosen_memory_is_edited_by_key_wherever_the_keyboard_is(
    main: MainWindow, tasks: TaskRunner, wait: Wait, where: str
) -> None:
    memory = cast(MemoryView, main.show_page(Page.MEMORY))
    wait(lambda: tasks.is_idle)
    memory.list.setCurrentIndex(memory.model.index(0))
    wait(lambda: tasks.is_idle and memory.inspector.item is not None)
    field = memory.filters.field if where == "field" else memory.list
    field.setFocus()
    edited: list[str] = []

    def close(editor: ItemEditor) -> None:
        edited.append(editor.text)
        editor.reject()

    _answer(ItemEditor, close)
    QTest.keyClick(field, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    wait(lambda: edited)
    assert edited == ["the spare key is under the flower pot"]
