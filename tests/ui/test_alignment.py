"""What stands under each other begins and ends at the same pixel, and stays there."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QPushButton, QScrollArea, QWidget

from assistant.app import App
from assistant.domain.item import Item, ItemKind, Language
from assistant.domain.job import Job
from assistant.domain.reminder import DueReminder, Occurrence
from assistant.ui.chat_view import ChatView
from assistant.ui.line_pitch import line_pitch
from assistant.ui.main_window import FIRST_SIZE, MainWindow, Page
from assistant.ui.memory_view import MemoryView
from assistant.ui.reading_column import ReadingColumn, empty, inset
from assistant.ui.reminder_card import ReminderCard
from assistant.ui.settings_view import SettingsView
from assistant.ui.tasks import TaskRunner
from assistant.ui.theme import HANG, ICON_HANG, RING, SIZE
from assistant.ui.today_view import TodayView
from assistant.ui.widgets import Card, PlainLabel, quiet_button
from tests.ui.conftest import FakeShell, Open, Wait

Edges = tuple[int, int]


@pytest.fixture
def main(open_main: Open) -> MainWindow:
    return open_main(1_120, 740)


def edges(window: QWidget, part: QWidget) -> Edges:
    left = part.mapTo(window, QPoint(0, 0)).x()
    return left, left + part.width()


@pytest.mark.parametrize("width", [840, 1120, 1700])
def test_the_chat_has_one_left_and_one_right_edge(
    main: MainWindow, app: App, tasks: TaskRunner, wait: Wait, width: int
) -> None:
    app.capturing.capture("the spare key is under the flower pot")
    app.answering.ask("where is the spare key?", Job())
    main.resize(width, 740)
    chat = cast(ChatView, main.show_page(Page.CHAT))
    wait(lambda: tasks.is_idle)
    chat.open_conversation(app.answering.conversations(1)[0].id)
    wait(lambda: len(chat.transcript.turns) == 2 and tasks.is_idle)
    question, answer = chat.transcript.turns
    left, right = edges(main, chat.composer)
    wait(lambda: edges(main, answer._frame)[0] == left and edges(main, question._frame)[1] == right)
    assert edges(main, answer._copy)[0] + ICON_HANG == left
    assert answer.rect().contains(answer._copy.geometry())  # with its ring
    answer.show_bubble(replace(answer.bubble, text=""), Language.ENGLISH)
    answer.say("Looking…")
    wait(lambda: edges(main, answer._status)[0] == left)
    main.resize(width, 360)  # now the transcript scrolls
    for _ in range(6):
        app.answering.ask("where is the spare key?", Job(), conversation_id=app.answering.conversations(1)[0].id)
    chat.open_conversation(app.answering.conversations(1)[0].id)
    wait(lambda: len(chat.transcript.turns) > 2 and tasks.is_idle)
    wait(chat.transcript.verticalScrollBar().isVisible)
    wait(lambda: edges(main, chat.transcript.turns[1]._frame)[0] == edges(main, chat.composer)[0])


def test_a_column_keeps_its_place_when_the_scroll_bar_comes(qt: QApplication, wait: Wait) -> None:
    del qt
    area, column = QScrollArea(), ReadingColumn()
    label = PlainLabel("a line")
    column.body.addWidget(label)
    column.fill(area)
    area.resize(1000, 300)
    area.show()
    wait(lambda: label.width() == SIZE.page_width)
    before = edges(area, label)
    label.setMinimumHeight(900)
    wait(area.verticalScrollBar().isVisible)
    wait(lambda: edges(area, label) == before)
    assert before[0] == area.width() - before[1]
    area.deleteLater()


def test_the_words_of_a_quiet_button_begin_where_the_column_does(
    main: MainWindow, app: App, tasks: TaskRunner, wait: Wait
) -> None:
    for number in range(9):
        app.capturing.capture(f"task {number} tomorrow at 9")
    today = cast(TodayView, main.show_page(Page.TODAY))
    wait(lambda: len(today.rows) > 3 and tasks.is_idle)
    section = next(part for part in today._parts.values() if part._more.isVisible())
    wait(lambda: edges(main, section._more)[0] + HANG == edges(main, section._card)[0])
    wait(lambda: edges(main, today.clear)[1] - HANG == edges(main, section._card)[1])
    assert edges(main, section._title)[0] == edges(main, section._card)[0] == edges(main, today._title)[0]
    assert section.rect().contains(section._more.geometry())  # nothing is cut off


def test_controls_of_the_settings_end_together(app: App, tasks: TaskRunner, wait: Wait) -> None:
    main = SettingsView(app, tasks, FakeShell())
    main.resize(900, 700)
    main.show()
    wait(lambda: tasks.is_idle)
    ends = {
        edges(main, control)[1] - (RING if isinstance(control, QCheckBox) else 0)
        for control in (row.control for row in main.rows.values())
        if isinstance(control, QCheckBox | QComboBox) and control.isVisible()
    }
    assert len(ends) <= 2
    assert max(ends) - min(ends) <= RING
    switch = next(row.control for row in main.rows.values() if isinstance(row.control, QCheckBox))
    assert switch.width() <= 18 + 2 * RING  # the box and its ring, and no room for words
    main.deleteLater()


def test_a_message_stands_in_the_middle_of_the_page_and_is_as_wide_as_its_words(main: MainWindow, wait: Wait) -> None:
    today = main.show_page(Page.TODAY)
    main.say("Kept")
    wait(main.toast.isVisible)
    left, right = edges(main, main.toast)
    page_left, page_right = edges(main, today)
    assert abs((left + right) - (page_left + page_right)) <= 1
    assert main.toast.width() < SIZE.toast_width // 2
    main.say("a long sentence that says what went wrong and what to do about it " * 3)
    assert main.toast.width() == SIZE.toast_width


def test_a_message_over_the_chat_stands_in_the_middle_of_the_conversation(
    main: MainWindow, tasks: TaskRunner, wait: Wait
) -> None:
    chat = cast(ChatView, main.show_page(Page.CHAT))
    wait(lambda: tasks.is_idle and chat.rail.isVisible())
    main.say("Kept")
    wait(lambda: abs(sum(edges(main, main.toast)) - sum(edges(main, chat.composer))) <= 1)
    chat.rail.hide()
    wait(lambda: abs(sum(edges(main, main.toast)) - sum(edges(main, chat))) <= 1)


def test_a_message_covers_no_button_of_the_chosen_memory(
    main: MainWindow, app: App, tasks: TaskRunner, wait: Wait
) -> None:
    item = app.capturing.capture("the blue folder").item
    memory = cast(MemoryView, main.show_page(Page.MEMORY))
    main.say("Kept")
    low = main.toast.geometry().bottom()
    memory.show_item(item.id)
    wait(lambda: memory.inspector.item is not None and tasks.is_idle)
    bar = memory.inspector.bar  # it came while the message was there
    wait(bar.isVisible)
    assert main.toast.geometry().bottom() < bar.mapTo(main, QPoint(0, 0)).y()
    assert main.toast.geometry().bottom() < low


def test_the_chosen_memory_has_one_left_edge(main: MainWindow, app: App, tasks: TaskRunner, wait: Wait) -> None:
    item = app.capturing.capture("call Anna tomorrow at 9").item
    memory = cast(MemoryView, main.show_page(Page.MEMORY))
    memory.show_item(item.id)
    wait(lambda: memory.inspector.item is not None and tasks.is_idle)
    inspector = memory.inspector
    quiet = [each for each in inspector.findChildren(QPushButton) if each.property("role") == "quiet"]
    [insist] = [each for each in quiet if each.text().startswith("Insist")]
    wait(insist.isVisible)
    wait(lambda: edges(main, insist)[0] + HANG == edges(main, inspector.text)[0])
    said = inspector.findChildren(PlainLabel)
    [title, line] = [each for each in said if each.text() == "Reminders" or each.text().endswith("waiting")]
    assert edges(main, title)[0] == edges(main, line)[0] == edges(main, inspector.text)[0]
    assert line.mapTo(main, QPoint(0, 0)).y() < insist.mapTo(main, QPoint(0, 0)).y()


def test_a_banner_over_the_memory_ends_where_its_field_does(main: MainWindow, tasks: TaskRunner, wait: Wait) -> None:
    memory = cast(MemoryView, main.show_page(Page.MEMORY))
    main.show_banner("store", "the store cannot be read")
    wait(lambda: tasks.is_idle)
    wait(lambda: edges(main, main._banner["store"]) == edges(main, memory.filters.field))


def test_the_filters_of_the_memory_stand_in_one_line_of_a_first_window(
    main: MainWindow, app: App, tasks: TaskRunner, wait: Wait
) -> None:
    item = app.capturing.capture("send the tax papers by Friday ~30m #home").item
    main.resize(FIRST_SIZE)
    memory = cast(MemoryView, main.show_page(Page.MEMORY))
    memory.show_item(item.id)
    wait(lambda: tasks.is_idle and memory.inspector.bar.isVisible())
    QApplication.processEvents()
    assert memory.filters.open.y() == memory.filters.place.y()


def test_a_layout_is_emptied_with_what_is_nested_in_it(qt: QApplication) -> None:
    del qt
    card = Card()
    button = quiet_button("Stop")
    card.body.addLayout(inset(button))
    card.body.addWidget(PlainLabel("a line"))
    empty(card.body)
    assert card.body.count() == 0
    assert button.isHidden()
    card.deleteLater()


@pytest.mark.parametrize("family", ["Noto Sans CJK SC", "DejaVu Sans", "Cantarell"])
def test_a_reminder_has_bell_title_and_buttons_on_one_line(qt: QApplication, family: str, wait: Wait) -> None:
    usual = qt.font()
    font = QFont(usual)
    font.setFamilies([family])
    qt.setFont(font)
    due = DueReminder(Occurrence("1", "2", 0, "", ""), Item("2", ItemKind.TASK, "call Anna", 0), 0)
    card = ReminderCard(due, "call Anna", "Now", 10, list)
    card.show()
    wait(card.isVisible)
    line = card.title.contentsRect()
    middle = card.title.y() + line.y() + line_pitch(card.title.font()).middle
    bell, button = (part.y() + part.height() / 2 for part in (card.bell, card._open))
    assert abs(bell - middle) <= 1
    assert abs(button - middle) <= 1
    card.deleteLater()
    qt.setFont(usual)
