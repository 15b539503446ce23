"""Today: lines with reasons, done and postponed in place, keys, folding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton

from assistant.app import App
from assistant.domain.item import Item, ItemKind
from assistant.ui.tasks import TaskRunner
from assistant.ui.today_view import TodayView
from tests.ui.conftest import Wait

_HOUR_MS = 3_600_000


def _keep(app: App, text: str, in_hours: float | None = None) -> Item:
    item = app.capturing.capture(text, ItemKind.TASK).item
    if in_hours is not None:
        app.curating.set_due(item.id, app.clock.now_ms() + round(in_hours * _HOUR_MS))
    return item


@pytest.fixture
def today(app: App, tasks: TaskRunner, wait: Wait) -> Iterator[TodayView]:
    view = TodayView(app, tasks)
    view.resize(800, 700)
    view.show()
    view.activateWindow()
    wait(view.isActiveWindow)
    yield view
    view.hide()
    view.deleteLater()


def _titles(today: TodayView) -> list[str]:
    return [row.title.text() for row in today.rows]


def test_an_empty_day_helps_instead_of_staying_blank(today: TodayView, tasks: TaskRunner, wait: Wait) -> None:
    today.refresh(None)
    wait(lambda: not today._empty.isHidden())
    asked: list[bool] = []
    today.capture_asked.connect(lambda: asked.append(True))
    today._empty._button.click()
    assert asked
    wait(lambda: tasks.is_idle)


def test_before_anything_is_known_the_day_is_not_called_quiet(today: TodayView) -> None:
    assert not today._subtitle.text()


def test_a_line_says_why_and_opens_its_source(today: TodayView, app: App, tasks: TaskRunner, wait: Wait) -> None:
    item = _keep(app, "Send the draft", 1)
    today.refresh(None)
    wait(lambda: _titles(today) == ["Send the draft"])
    assert "due" in today.rows[0].why.text()
    opened: list[str] = []
    today.item_asked.connect(opened.append)
    QTest.keyClick(today, Qt.Key.Key_1)
    wait(today.rows[0].hasFocus)
    QTest.keyClick(today.rows[0], Qt.Key.Key_Return)
    assert opened == [item.id]
    wait(lambda: tasks.is_idle)


def test_d_finishes_a_line_and_the_focus_stays_in_the_list(
    today: TodayView, app: App, tasks: TaskRunner, wait: Wait
) -> None:
    first, _ = _keep(app, "First", 0.5), _keep(app, "Second", 1)
    today.refresh(None)
    wait(lambda: len(today.rows) == 2)
    today.focus_first()
    QTest.keyClick(today.rows[0], Qt.Key.Key_D)
    wait(lambda: app.curating.get(first.id).is_done)
    wait(lambda: "Second" in _titles(today)[0])
    wait(lambda: tasks.is_idle)
    assert any(row.hasFocus() for row in today.rows)


def test_d_on_a_finished_line_takes_that_back(today: TodayView, app: App, tasks: TaskRunner, wait: Wait) -> None:
    item = _keep(app, "Finished too early", 1)
    app.curating.done(item.id)
    today.refresh(None)
    wait(lambda: len(today.rows) == 1)
    assert today.rows[0].done.accessibleName() == "Not done after all (D)"
    today.focus_first()
    QTest.keyClick(today.rows[0], Qt.Key.Key_D)
    wait(lambda: not app.curating.get(item.id).is_done)
    wait(lambda: len(today.rows) == 1 and today.rows[0].done.accessibleName() == "Done (D)")
    wait(lambda: tasks.is_idle)


def test_the_arrow_keys_walk_through_all_sections(today: TodayView, app: App, tasks: TaskRunner, wait: Wait) -> None:
    _keep(app, "Soon", 1), _keep(app, "This week", 50)
    today.refresh(None)
    wait(lambda: len(today.rows) == 2)
    today.focus_first()
    QTest.keyClick(today.rows[0], Qt.Key.Key_Down)
    assert today.rows[1].hasFocus()
    QTest.keyClick(today.rows[1], Qt.Key.Key_Down)
    assert today.rows[1].hasFocus()
    wait(lambda: tasks.is_idle)


def test_later_offers_instants_and_moves_the_line(today: TodayView, app: App, tasks: TaskRunner, wait: Wait) -> None:
    item = _keep(app, "Call & ask", 1)
    today.refresh(None)
    wait(lambda: len(today.rows) == 1)
    QTest.keyClick(today.rows[0], Qt.Key.Key_L)
    wait(lambda: today.findChildren(QMenu))
    menu = today.findChildren(QMenu)[0]
    names = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert names[0] == "In 1 hour"
    assert names[-1] == "Pick a date…"
    assert "Tomorrow morning" in names
    tomorrow = next(action for action in menu.actions() if action.text().startswith("Tomorrow"))
    told: list[str] = []
    today.acted.connect(lambda _, words: told.append(words))
    tomorrow.trigger()
    wait(lambda: told)
    assert told[0].startswith("Moved to tomorrow")
    after = app.curating.get(item.id)
    assert (after.due_at_ms or 0) > app.clock.now_ms() + _HOUR_MS or after.not_before_ms is not None
    menu.close()
    wait(lambda: tasks.is_idle)


def test_what_does_not_fit_is_folded_and_unfolds(today: TodayView, app: App, tasks: TaskRunner, wait: Wait) -> None:
    for number in range(12):
        _keep(app, f"Task {number}", 3 + number)
    today.refresh(None)
    wait(lambda: today.rows)
    assert len(today.rows) <= 7
    more = [button for button in today.findChildren(QPushButton) if "more" in button.text()]
    more[0].click()
    assert len(today.rows) > 7
    assert [row.shown.number for row in today.rows][:7] == [1, 2, 3, 4, 5, 6, 7]
    wait(lambda: tasks.is_idle)


def test_many_lines_unfold_little_by_little(today: TodayView, app: App, tasks: TaskRunner, wait: Wait) -> None:
    for number in range(30):
        _keep(app, f"Task {number}", 3 + number)
    today.refresh(None)
    wait(lambda: today.rows)
    before = len(today.rows)
    more = next(button for button in today.findChildren(QPushButton) if "more" in button.text())
    more.click()
    assert before < len(today.rows) <= before + 10
    wait(lambda: len(today.rows) == 30)
    assert len(set(_titles(today))) == 30
    wait(lambda: tasks.is_idle)


def test_a_new_digest_is_drawn_into_the_same_rows(today: TodayView, app: App, tasks: TaskRunner, wait: Wait) -> None:
    items = [_keep(app, f"Task {number}", 1 + number) for number in range(3)]
    today.refresh(None)
    wait(lambda: len(today.rows) == 3)
    before = today.rows
    app.curating.pin(items[0].id)
    app.curating.done(items[2].id)
    today.refresh(None)
    wait(lambda: any("Unpin" in row.pin.toolTip() for row in today.rows))
    wait(lambda: [row.done.accessibleName() for row in today.rows].count("Done (D)") == 2)
    assert today.rows[:2] == before[:2]
    assert before[2].isHidden()
    assert [row.title.text() for row in today.rows if row.done.accessibleName() != "Done (D)"] == ["Task 2"]
    wait(lambda: tasks.is_idle)


def test_c_clears_the_day_and_says_so_with_undo(today: TodayView, app: App, tasks: TaskRunner, wait: Wait) -> None:
    for number in range(3):
        _keep(app, f"Task {number}", 0.1 + number / 100)
    tomorrow = _keep(app, "Another day", 48)
    today.refresh(None)
    wait(lambda: len(today.rows) == 4)
    told: list[str] = []
    today.acted.connect(lambda _, words: told.append(words))
    QTest.keyClick(today, Qt.Key.Key_C)
    wait(lambda: today.findChildren(QMenu))
    menu = today.findChildren(QMenu)[0]
    assert [action.text() for action in menu.actions()] == [
        "Everything to tomorrow",
        "Set everything aside",
        "Pick a date…",
    ]
    menu.actions()[0].trigger()
    wait(lambda: told)
    assert told == ["3 things moved to tomorrow"]
    wait(lambda: tasks.is_idle)
    assert app.items.get(tomorrow.id) == tomorrow or app.items.get(tomorrow.id).not_before_ms is None
    today.undo_action()
    wait(lambda: not app.undoing.recent(1) or app.undoing.recent(1)[0].kind.value != "day_cleared")
    menu.close()
    wait(lambda: tasks.is_idle)


def test_the_shelf_is_one_quiet_line_and_gives_back_with_one_click(
    today: TodayView, app: App, tasks: TaskRunner, wait: Wait
) -> None:
    item = _keep(app, "Some day")
    today.refresh(None)
    wait(lambda: len(today.rows) == 1)
    QTest.keyClick(today.rows[0], Qt.Key.Key_S)
    wait(lambda: app.items.get(item.id).is_set_aside)
    wait(lambda: not today.rows)
    assert not today._empty.isHidden()
    assert today.clear.isHidden()
    show = [button for button in today.findChildren(QPushButton) if button.text() == "Show"]
    show[0].click()
    wait(lambda: len(today.rows) == 1)
    assert today.rows[0].why.text() == "Set aside today"
    assert today.rows[0].done.isHidden()
    today.rows[0].back.click()
    wait(lambda: not app.items.get(item.id).is_set_aside)
    wait(lambda: len(today.rows) == 1 and not today.rows[0].done.isHidden())
    wait(lambda: tasks.is_idle)


def test_what_went_to_the_shelf_by_itself_is_told_until_closed(
    today: TodayView, app: App, tasks: TaskRunner, wait: Wait
) -> None:
    item = _keep(app, "Old thing")
    now_ms = app.clock.now_ms()
    app.items.save(replace(item, rolls=6, rolled_at_ms=now_ms, set_aside_at_ms=now_ms))
    today.refresh(None)
    wait(lambda: not today.note.isHidden())
    assert today.note.text() == today.say("aside.note")
    assert not any(character.isdigit() for character in today.note.text())
    today.note.close_button.click()
    assert today.note.isHidden()
    today.refresh(None)
    wait(lambda: tasks.is_idle)
    assert today.note.isHidden()


def test_a_line_says_its_deadline_its_effort_and_who_owes_it(
    today: TodayView, app: App, tasks: TaskRunner, wait: Wait
) -> None:
    item = app.capturing.capture("write the report ~30m in 3 hours").item
    app.items.save(replace(item, is_deadline=True))
    app.capturing.capture("waiting for Anna: contract")
    today.refresh(None)
    wait(lambda: len(today.rows) == 2)
    by_title = {row.title.text(): row.why.text() for row in today.rows}
    assert by_title["write the report"].startswith("by ")
    assert by_title["write the report"].endswith("about 30 min")
    assert by_title["waiting for Anna: contract"].count("waiting for Anna") == 1
    wait(lambda: tasks.is_idle)
