"""Undo in the window: the toast's button, and Ctrl+Z wherever the keyboard is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from assistant.app import App
from assistant.domain.item import Item, ItemKind
from assistant.ui.chat_view import ChatView
from assistant.ui.intention_card import IntentionCard
from assistant.ui.main_window import FIRST_SIZE, MainWindow, Page
from assistant.ui.memory_view import MemoryView
from assistant.ui.tasks import TaskRunner
from assistant.ui.today_view import TodayView
from tests.ui.conftest import Open, Wait

CTRL_Z = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def items(app: App) -> list[Item]:
    return [app.capturing.capture(f"call number {number}", ItemKind.TASK).item for number in range(3)]


@pytest.fixture
def main(open_main: Open, tasks: TaskRunner, items: list[Item], wait: Wait) -> MainWindow:
    made = open_main(FIRST_SIZE.width(), FIRST_SIZE.height())
    made.show_page(Page.TODAY)
    wait(lambda: tasks.is_idle)
    return made


def _today(main: MainWindow) -> TodayView:
    screen = main.page_screen(Page.TODAY)
    assert isinstance(screen, TodayView)
    return screen


def test_a_passing_message_does_not_cover_the_field_of_the_chat(main: MainWindow, wait: Wait) -> None:
    chat = main.show_page(Page.CHAT)
    wait(lambda: chat.foot is not None and chat.foot.height() > 0 and chat.isVisible())
    main.say("Kept")
    assert chat.foot is not None
    assert main.toast.mapToGlobal(main.toast.rect().bottomLeft()).y() < chat.foot.mapToGlobal(QPoint(0, 0)).y()
    main.show_page(Page.TODAY)
    main.say("Kept")
    assert main.toast.geometry().bottom() > main.centre.height() - main.toast.height() - 40


def test_the_toast_takes_back_what_it_tells(main: MainWindow, app: App, items: list[Item], wait: Wait) -> None:
    today = _today(main)
    wait(lambda: len(today.rows) == 3)
    item_id = today.rows[0].shown.line.item.id
    today.rows[0].done.click()
    wait(lambda: not main.toast.isHidden())
    assert main.toast.text().startswith("Done: call number")
    app.curating.pin(items[0].id)  # something else came after it
    main.toast._button.click()
    wait(lambda: not app.items.get(item_id).is_done)
    wait(lambda: main.toast.text().startswith("Taken back (Done): call number"))
    assert app.items.get(items[0].id).is_pinned


def test_control_z_takes_back_the_last_twenty(main: MainWindow, app: App, items: list[Item], wait: Wait) -> None:
    for number in range(20):
        app.curating.pin(items[number % 3].id, not app.items.get(items[number % 3].id).is_pinned)
    for left in reversed(range(20)):
        QTest.keyClick(main, *CTRL_Z)
        wait(lambda left=left: len(app.actions.recent()) == left)
    assert not any(app.items.get(item.id).is_pinned for item in items)
    for left in (2, 1, 0):  # the captures themselves
        QTest.keyClick(main, *CTRL_Z)
        wait(lambda left=left: app.items.count() == left)
    QTest.keyClick(main, *CTRL_Z)
    wait(lambda: main.toast.text() == "There is nothing to take back.")
    assert app.trash.count() == 3


def test_control_z_in_an_empty_search_is_the_windows(main: MainWindow, app: App, items: list[Item], wait: Wait) -> None:
    app.curating.pin(items[0].id)
    memory = main.show_page(Page.MEMORY)
    assert isinstance(memory, MemoryView)
    wait(memory.filters.field.hasFocus)
    QTest.keyClicks(memory.filters.field, "call")
    QTest.keyClick(memory.filters.field, *CTRL_Z)
    assert memory.filters.field.text() == ""
    assert app.items.get(items[0].id).is_pinned
    QTest.keyClick(memory.filters.field, *CTRL_Z)
    wait(lambda: not app.items.get(items[0].id).is_pinned)


def test_control_z_in_an_empty_question_is_the_windows(
    main: MainWindow, app: App, items: list[Item], wait: Wait
) -> None:
    app.curating.pin(items[0].id)
    chat = main.show_page(Page.CHAT)
    wait(lambda: chat.isAncestorOf(main.focusWidget() or main))
    QTest.keyClick(main.focusWidget(), *CTRL_Z)
    wait(lambda: not app.items.get(items[0].id).is_pinned)


@pytest.mark.parametrize(
    "keys",
    [
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_redo_does_again_what_was_taken_back(
    main: MainWindow, app: App, items: list[Item], wait: Wait, keys: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    app.curating.pin(items[0].id)
    QTest.keyClick(main, *CTRL_Z)
    wait(lambda: not app.items.get(items[0].id).is_pinned)
    QTest.keyClick(main, *keys)
    wait(lambda: app.items.get(items[0].id).is_pinned)
    wait(lambda: main.toast.text() == "Done again (Pinned): call number 0")
    QTest.keyClick(main, *keys)
    wait(lambda: main.toast.text() == "There is nothing to do again.")


@pytest.mark.parametrize(
    "keys",
    [
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier),
    ],
)
@pytest.mark.parametrize("page", [Page.MEMORY, Page.CHAT])
def test_redo_belongs_to_a_field_while_it_can_redo(
    main: MainWindow,
    app: App,
    items: list[Item],
    wait: Wait,
    keys: tuple[Qt.Key, Qt.KeyboardModifier],
    page: Page,
) -> None:
    app.curating.pin(items[0].id)
    app.undoing.undo()
    screen = main.show_page(page)
    wait(lambda: screen.isAncestorOf(main.focusWidget() or main))
    field = main.focusWidget()
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    QTest.keyClicks(field, "call")
    QTest.keyClick(field, *CTRL_Z)
    assert _text(field) == ""
    QTest.keyClick(field, *keys)
    assert _text(field) == "call"
    assert not app.items.get(items[0].id).is_pinned
    QTest.keyClick(field, *keys)  # nothing is left to be done again here: it is the window's
    wait(lambda: app.items.get(items[0].id).is_pinned)


def _text(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def test_the_card_of_an_intention_comes_back_when_its_done_is_taken_back(
    main: MainWindow, app: App, tasks: TaskRunner, wait: Wait
) -> None:
    app.capturing.capture("when I talk to Anna, ask about the budget")
    chat = main.show_page(Page.CHAT)
    assert isinstance(chat, ChatView)
    wait(lambda: tasks.is_idle)
    chat.ask("I am on the phone with Anna, what was it?")
    wait(lambda: chat.findChildren(IntentionCard) and tasks.is_idle)

    def cards() -> list[IntentionCard]:
        return [card for card in chat.findChildren(IntentionCard) if card.isVisible()]

    QTest.mouseClick(cards()[0].done, Qt.MouseButton.LeftButton)
    wait(lambda: not cards() and tasks.is_idle)
    assert main.toast.text() == "Done: when I talk to Anna, ask about the budget"
    QTest.mouseClick(main.toast._button, Qt.MouseButton.LeftButton)
    wait(lambda: cards() and tasks.is_idle)
    assert main.toast.text().startswith("Taken back (Done)")
    assert not app.items.get(cards()[0].fired.intention.id).is_done
    QTest.keyClick(main, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    wait(lambda: not cards() and tasks.is_idle)
