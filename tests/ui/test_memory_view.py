"""Memory: finding, reading, editing and forgetting, with many rows and with texts of every kind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from assistant.app import App
from assistant.domain.item import Found, Item, ItemKind, SearchFilter
from assistant.ui.dialogs import ConfirmDialog
from assistant.ui.due_picker import DuePicker
from assistant.ui.item_editor import ItemEditor
from assistant.ui.memory_presenter import PAGE, Place
from assistant.ui.memory_view import MemoryView
from assistant.ui.tasks import TaskRunner
from tests.ui.conftest import Wait


class ManyItems:
    """A search over 100,000 items that are made when asked for."""

    COUNT = 100_000

    def __init__(self) -> None:
        self.asked: list[int] = []

    def search(self, text: str, *, limit: int = 50, offset: int = 0, where: SearchFilter | None = None) -> list[Found]:
        self.asked.append(offset)
        numbers = range(offset, min(self.COUNT, offset + limit))
        return [Found(Item(f"id{n}", ItemKind.NOTE, f"note {n}", n), 1.0) for n in numbers]


@pytest.fixture
def memory(app: App, tasks: TaskRunner, wait: Wait) -> Iterator[MemoryView]:
    view = MemoryView(app, tasks)
    view.resize(900, 600)
    view.show()
    view.activateWindow()
    wait(view.isActiveWindow)
    yield view
    wait(lambda: tasks.is_idle)
    view.hide()
    view.deleteLater()


def _shown(memory: MemoryView) -> list[str]:
    return [str(memory.model.data(memory.model.index(row))) for row in range(memory.model.rowCount())]


def _answer(kind: type[QDialog], act: object) -> None:
    """Have `act` done to the next dialog of this kind, which blocks until then."""

    def look() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, kind) and window.isVisible():
                act(window)  # type: ignore[operator]
                return
        QTimer.singleShot(5, look)

    QTimer.singleShot(5, look)


def test_everything_that_tab_stops_at_has_a_name(memory: MemoryView, app: App, wait: Wait) -> None:
    item = app.capturing.capture("call Anna tomorrow 3pm #work").item
    memory.refresh(None)
    memory.show_item(item.id)
    wait(lambda: memory.inspector.item is not None)
    stops = [each for each in memory.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    nameless = [each for each in stops if each.isVisible() and not (each.accessibleName() or each.property("text"))]
    assert len(stops) > 10
    assert not nameless


def test_words_and_filters_narrow_the_list(memory: MemoryView, app: App, wait: Wait) -> None:
    app.capturing.capture("Anna prefers figures #work", ItemKind.NOTE)
    app.capturing.capture("给李伟发合同", ItemKind.TASK)
    memory.refresh(None)
    wait(lambda: len(_shown(memory)) == 2)
    memory.filters.field.setText("合同")
    wait(lambda: _shown(memory) == ["给李伟发合同"])
    memory.filters.field.setText("tag:work")
    wait(lambda: len(_shown(memory)) == 1 and "Anna" in _shown(memory)[0])
    QTest.keyClick(memory.filters.field, Qt.Key.Key_Return)
    assert memory.filters.tag == "work"
    assert memory.filters.field.text() == ""
    memory.filters.set_tag(None)
    wait(lambda: len(_shown(memory)) == 2)
    memory.filters.kind.setCurrentIndex(1 + list(ItemKind).index(ItemKind.TASK))
    wait(lambda: _shown(memory) == ["给李伟发合同"])


@pytest.mark.parametrize("text", ['"', "a AND (", "*", "\x00", "\ud800", "' OR 1=1 --", "🎁", "x" * 50_000])
def test_no_search_text_breaks_anything(memory: MemoryView, tasks: TaskRunner, wait: Wait, text: str) -> None:
    told: list[str] = []
    memory.told.connect(told.append)
    memory.filters.field.setText(text)
    memory.filters.field.returnPressed.emit()
    wait(lambda: tasks.is_idle and not memory.presenter.is_fetching)
    assert told == []


def test_nothing_found_offers_the_way_back(memory: MemoryView, app: App, wait: Wait) -> None:
    app.capturing.capture("Something", ItemKind.NOTE)
    memory.filters.field.setText("zzz")
    wait(lambda: memory.presenter.text == "zzz" and not memory._empty.isHidden())
    wait(lambda: "zzz" in memory._empty._title.text())
    memory._empty._button.click()
    wait(lambda: len(_shown(memory)) == 1)
    assert memory.filters.field.text() == ""


def test_a_hundred_thousand_rows_come_a_page_at_a_time(memory: MemoryView, app: App, wait: Wait) -> None:
    many = ManyItems()
    app.parts["recalling"] = many
    memory.refresh(None)
    wait(lambda: memory.model.rowCount() >= PAGE)
    before = memory.model.rowCount()
    assert before <= 3 * PAGE
    memory.list.scrollToBottom()
    wait(lambda: memory.model.rowCount() > before)
    assert many.asked[:2] == [0, PAGE]
    assert _shown(memory) == [f"note {n}" for n in range(memory.model.rowCount())]


def test_the_inspector_shows_the_whole_item_as_text(memory: MemoryView, app: App, wait: Wait) -> None:
    text = "<img src='file:///etc/passwd'> first\n" + "word " * 20_000
    item = app.capturing.capture(text, ItemKind.NOTE).item
    memory.refresh(None)
    memory.show_item(item.id)
    wait(lambda: memory.inspector.item is not None)
    shown = memory.inspector.text.toPlainText()
    assert shown.startswith("<img src='file:///etc/passwd'> first\nword word")
    assert len(shown) < len(text)
    memory.inspector._more.click()
    assert len(memory.inspector.text.toPlainText()) > len(shown)
    assert "typed" in memory.inspector._facts.text()


def test_choosing_a_row_shows_it_and_the_keys_work(memory: MemoryView, app: App, wait: Wait) -> None:
    item = app.capturing.capture("Read this", ItemKind.NOTE).item
    memory.refresh(None)
    wait(lambda: _shown(memory) == ["Read this"])
    memory.focus_first()
    QTest.keyClick(memory.filters.field, Qt.Key.Key_Down)
    assert memory.list.hasFocus()
    wait(lambda: memory.inspector.item is not None)
    QTest.keyClick(memory.list, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    wait(lambda: app.curating.get(item.id).is_pinned)
    wait(lambda: memory.inspector.item is not None and memory.inspector.item.is_pinned)


def test_a_task_can_insist_and_stop_repeating(memory: MemoryView, app: App, wait: Wait) -> None:
    item = app.capturing.capture("stretch every day at 11", ItemKind.TASK).item
    memory.refresh(None)
    memory.show_item(item.id)
    wait(lambda: memory.inspector.item is not None)

    def found(name: str) -> list[QPushButton]:
        buttons = [each for each in memory.inspector.findChildren(QPushButton) if each.text() == name]
        return [each for each in buttons if not each.isHidden()]

    def press(name: str) -> None:
        wait(lambda: found(name))  # a button that was just made is shown by the next round of events
        found(name)[0].click()

    told: list[str] = []
    memory.acted.connect(lambda _, words: told.append(words))
    press("Insist: ask until it is answered")
    wait(lambda: app.curating.get(item.id).is_insistent)
    wait(lambda: "repeated until you answer" in memory.inspector._facts.text())
    press("Ask only once")
    wait(lambda: not app.curating.get(item.id).is_insistent)
    wait(lambda: "repeated until" not in memory.inspector._facts.text())
    press("Stop repeating")
    wait(lambda: not app.curating.get(item.id).rrule)
    wait(lambda: "repeats" not in memory.inspector._facts.text())
    assert told == [
        "Asks until it is answered",
        "Asks only once",
        "Repeats no more: stretch every day at 11",
    ]


def test_an_edit_is_kept_with_the_earlier_text(memory: MemoryView, app: App, wait: Wait) -> None:
    item = app.capturing.capture("Old words", ItemKind.NOTE).item
    memory.refresh(None)
    memory.show_item(item.id)
    wait(lambda: memory.inspector.item is not None)

    def change(editor: ItemEditor) -> None:
        assert not editor.save.isEnabled()
        editor.field.set_full_text("New words")
        editor.save.click()

    _answer(ItemEditor, change)
    memory.inspector.edit.click()
    wait(lambda: memory.inspector.item is not None and memory.inspector.item.text == "New words")
    wait(lambda: _shown(memory) == ["New words"])
    assert [version.text for version in app.curating.history(item.id)] == ["Old words"]


def test_a_time_in_words_sets_the_reminder(memory: MemoryView, app: App, wait: Wait) -> None:
    item = app.capturing.capture('"Water the plants"', ItemKind.TASK).item
    memory.show_item(item.id)
    wait(lambda: memory.inspector.item is not None)

    def choose(picker: DuePicker) -> None:
        picker.words.setText("tomorrow 15:30")
        assert "15:30" in picker.meaning.text()
        picker.words.setText("no time at all")
        assert "No time found" in picker.meaning.text()
        picker._accept()

    _answer(DuePicker, choose)
    memory.inspector.due.click()
    wait(lambda: app.curating.get(item.id).due_at_ms is not None)
    due = app.curating.get(item.id).due_at_ms
    assert app.clock.local(due).strftime("%H:%M") == "15:30"


def test_forgetting_asks_with_everything_that_goes(memory: MemoryView, app: App, wait: Wait) -> None:
    item = app.capturing.capture("Call <b>the bank</b> tomorrow 10:00", ItemKind.TASK).item
    memory.refresh(None)
    memory.show_item(item.id)
    wait(lambda: memory.inspector.item is not None)
    said: list[str] = []

    def refuse(dialog: ConfirmDialog) -> None:
        said.append(" ".join(label.text() for label in dialog.findChildren(type(memory._status))))
        dialog.reject()

    _answer(ConfirmDialog, refuse)
    memory.inspector.forget.click()
    wait(lambda: said)
    assert "1 item" in said[0]
    assert "1 reminder" in said[0]
    assert "<b>the bank</b>" in said[0]
    assert app.curating.get(item.id).text
    _answer(ConfirmDialog, lambda dialog: dialog.action_button.click())
    memory.inspector.forget.click()
    wait(lambda: memory.inspector.item is None and memory.model.rowCount() == 0)


def test_a_tag_of_an_item_becomes_the_filter(memory: MemoryView, app: App, wait: Wait) -> None:
    item = app.capturing.capture("Draft #work", ItemKind.NOTE).item
    app.capturing.capture("Other", ItemKind.NOTE)
    memory.refresh(None)
    wait(lambda: len(_shown(memory)) == 2)
    memory.show_item(item.id)
    wait(lambda: memory.inspector.item is not None)
    chips = [each for each in memory.inspector._tags.widgets if isinstance(each, QPushButton)]
    chips[0].click()
    wait(lambda: len(_shown(memory)) == 1)


def test_the_users_own_questions_do_not_crowd_the_list(memory: MemoryView, app: App, wait: Wait) -> None:
    app.capturing.capture("Anna prefers figures", ItemKind.NOTE)
    app.capturing.capture("what does Anna prefer?", ItemKind.QUESTION)
    memory.refresh(None)
    wait(lambda: _shown(memory) == ["Anna prefers figures"])
    assert not memory.presenter.is_filtered
    memory.filters.questions.click()
    wait(lambda: len(_shown(memory)) == 2)
    memory.filters.questions.click()
    wait(lambda: len(_shown(memory)) == 1)
    memory.filters.kind.setCurrentIndex(1 + list(ItemKind).index(ItemKind.QUESTION))
    wait(lambda: _shown(memory) == ["what does Anna prefer?"])
    assert memory.filters.questions.isHidden()


def test_forgetting_goes_to_the_trash_and_comes_back(memory: MemoryView, app: App, wait: Wait) -> None:
    item = app.capturing.capture("Call the bank", ItemKind.TASK).item
    memory.refresh(None)
    memory.show_item(item.id)
    wait(lambda: memory.inspector.item is not None)
    said: list[str] = []

    def agree(dialog: ConfirmDialog) -> None:
        said.append(" ".join(label.text() for label in dialog.findChildren(type(memory._status))))
        dialog.action_button.click()

    told: list[str] = []
    memory.acted.connect(lambda _, words: told.append(words))
    _answer(ConfirmDialog, agree)
    memory.inspector.forget.click()
    wait(lambda: memory.inspector.item is None and told)
    assert "30 days" in said[0]
    assert "Erase now" in said[0]
    assert "Backups" in said[0]
    assert told == ["Moved to the trash: Call the bank"]
    memory.filters.set_place(Place.TRASH)
    wait(lambda: _shown(memory) == ["Call the bank"])
    assert memory.filters.kind.isHidden()
    place = memory.list.visualRect(memory.model.index(0)).center()
    QTest.mouseClick(memory.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    wait(memory.inspector.restore.isVisible)
    assert memory.inspector.erase.isVisible()
    assert not memory.inspector.edit.isVisible()
    assert "erased" in memory.inspector._facts.text()
    memory.inspector.restore.click()
    wait(lambda: memory.model.rowCount() == 0 and not memory._empty.isHidden())
    assert memory._empty._title.text() == "The trash is empty"
    assert app.items.get(item.id) == item


def test_erase_now_is_in_the_same_dialog_and_leaves_nothing(memory: MemoryView, app: App, wait: Wait) -> None:
    item = app.capturing.capture("Call the bank", ItemKind.TASK).item
    memory.refresh(None)
    memory.show_item(item.id)
    wait(lambda: memory.inspector.item is not None)
    _answer(ConfirmDialog, lambda dialog: dialog.graver_button.click())
    memory.inspector.forget.click()
    wait(lambda: memory.inspector.item is None and memory.model.rowCount() == 0)
    assert app.trashing.list() == []
    assert app.undoing.last() is None


def test_the_trash_is_erased_one_by_one_or_at_once(memory: MemoryView, app: App, wait: Wait) -> None:
    ids = [app.capturing.capture(f"Thing {number}", ItemKind.NOTE).item.id for number in range(3)]
    app.trashing.forget(ids)
    memory.filters.set_place(Place.TRASH)
    wait(lambda: len(_shown(memory)) == 3)
    memory.filters.field.setText("thing 1")
    wait(lambda: _shown(memory) == ["Thing 1"])
    memory.list.setCurrentIndex(memory.model.index(0))
    wait(memory.inspector.erase.isVisible)
    _answer(ConfirmDialog, lambda dialog: dialog.action_button.click())
    memory.list.setFocus()
    wait(memory.list.hasFocus)
    QTest.keyClick(memory.list, Qt.Key.Key_Delete)
    wait(lambda: len(app.trashing.list()) == 2)
    memory.filters.field.clear()
    wait(lambda: len(_shown(memory)) == 2)
    _answer(ConfirmDialog, lambda dialog: dialog.action_button.click())
    memory.empty_trash.click()
    wait(lambda: not app.trashing.list() and memory.model.rowCount() == 0)


def test_the_shelf_is_a_part_of_the_memory(memory: MemoryView, app: App, wait: Wait) -> None:
    item = app.capturing.capture("Learn to juggle ~30m", ItemKind.TASK).item
    app.capturing.capture("Another thing", ItemKind.TASK)
    memory.refresh(None)
    memory.show_item(item.id)
    wait(lambda: memory.inspector.item is not None)
    assert "About 30 min" in memory.inspector._facts.text()
    memory.inspector.aside.click()
    wait(lambda: app.items.get(item.id).is_set_aside)
    memory.filters.set_place(Place.ASIDE)
    wait(lambda: len(_shown(memory)) == 1)
    assert memory.inspector.item is None  # what was chosen before need not be here
    memory.show_item(item.id)
    wait(lambda: memory.inspector.aside.accessibleName() == "Bring back to today")
    memory.inspector.aside.click()
    wait(lambda: memory.model.rowCount() == 0 and not memory._empty.isHidden())
    assert memory._empty._title.text() == "Nothing is set aside"
    memory._empty._button.click()
    wait(lambda: len(_shown(memory)) == 2)
    assert memory.filters.place_shown is Place.EVERYTHING


def test_the_picker_says_what_is_a_deadline(memory: MemoryView, app: App, wait: Wait) -> None:
    item = app.capturing.capture("Send the report", ItemKind.TASK).item
    memory.refresh(None)
    memory.show_item(item.id)
    wait(lambda: memory.inspector.item is not None)
    meanings: list[str] = []

    def choose(picker: DuePicker) -> None:
        picker.words.setText("by 31 December")
        meanings.append(picker.meaning.text())
        picker._accept()

    _answer(DuePicker, choose)
    memory.inspector.due.click()
    wait(lambda: app.items.get(item.id).is_deadline)
    assert meanings[0].startswith("by ")
    wait(lambda: "Due by" in memory.inspector._facts.text())


def test_an_empty_memory_does_not_ask_to_choose(memory: MemoryView, app: App, tasks: TaskRunner, wait: Wait) -> None:
    memory.refresh(None)
    wait(lambda: tasks.is_idle and memory._empty.isVisible())
    assert not memory.inspector.isVisible()
    app.capturing.capture("the first thing")
    memory.refresh(None)
    wait(lambda: tasks.is_idle and memory.list.isVisible())
    assert memory.inspector.isVisible()


def test_the_next_one_is_chosen_when_one_is_gone(memory: MemoryView, app: App, tasks: TaskRunner, wait: Wait) -> None:
    for number in range(3):
        app.capturing.capture(f"note {number}")
    memory.refresh(None)
    wait(lambda: tasks.is_idle and memory.model.rowCount() == 3)
    for left in (["note 2", "note 0"], ["note 2"]):
        memory.list.setCurrentIndex(memory.model.index(1))
        wait(lambda: tasks.is_idle and memory.inspector.item is not None)
        _answer(ConfirmDialog, lambda dialog: dialog.action_button.click())
        memory._ask_forget()
        wait(lambda left=left: tasks.is_idle and _shown(memory) == left)
        wait(lambda left=left: memory.inspector.item is not None and memory.inspector.item.text == left[-1])
        assert memory.list.currentIndex().row() == len(left) - 1
