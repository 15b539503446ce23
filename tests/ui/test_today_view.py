"""Today: lines with reasons, done and postponed in place, keys, folding."""

from __future__ import annotations

from collections.abc import Iterator

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
