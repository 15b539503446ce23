"""Roll-over, the shelf, the trash and undo over real SQLite, through the app's own services."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.app import App, build
from assistant.domain.action import TRASH_DAYS, ActionKind
from assistant.domain.errors import ItemMissing
from assistant.domain.item import SearchFilter
from assistant.domain.job import Job
from assistant.domain.reminder import OccurrenceState
from assistant.paths import Paths
from assistant.services.shelving import ClearTo
from assistant.store.database import Database
from tests.fakes import FakeNotifier, FixedClock

DAY = 86_400_000


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock.at("2026-11-24 10:00", "Europe/Berlin")


@pytest.fixture
def app(tmp_path: Path, clock: FixedClock) -> Iterator[App]:
    app = build(Paths.under(tmp_path), clock=clock, notifier=FakeNotifier())
    yield app
    app.close()


def _wall(app: App, at_ms: int | None) -> str | None:
    return None if at_ms is None else app.clock.local(at_ms).strftime("%m-%d %H:%M")


def test_what_a_line_says_survives_the_store(app: App):
    item = app.capturing.capture("waiting for Anna: contract by Friday ~30m from tomorrow").item

    assert app.items.get(item.id) == item
    assert (item.waiting_for, item.effort_minutes, _wall(app, item.not_before_ms)) == ("Anna", 30, "11-25 00:00")


def test_undone_tasks_move_on_and_go_to_the_shelf(app: App, clock: FixedClock):
    item = app.capturing.capture("call Anna today 3pm").item
    repeating = app.capturing.capture("every day water the plants at 4pm").item
    for _ in range(6):
        clock.advance(DAY)
        app.catch_up(Job())
        app.catch_up(Job())

    after = app.items.get(item.id)
    assert (after.rolls, after.set_aside_at_ms, after.due_at_ms) == (6, clock.now_ms(), item.due_at_ms)
    assert {row.state for row in app.occurrences.for_item(item.id)} == {OccurrenceState.CANCELLED}
    assert not app.items.get(repeating.id).is_set_aside
    assert [each.id for each in app.items.recent(limit=9, where=SearchFilter(set_aside_only=True))] == [item.id]
    app.shelving.bring_back([item.id])
    assert app.items.recent(limit=9, where=SearchFilter(set_aside_only=True)) == []


def test_a_day_without_anything_left_writes_nothing(app: App):
    app.capturing.capture("call Anna tomorrow 3pm")
    before = app.database.connection().execute("PRAGMA data_version").fetchone()
    changes = app.database.connection().execute("SELECT total_changes()").fetchone()

    assert app.shelving.roll_over() == 0
    assert app.database.connection().execute("SELECT total_changes()").fetchone() == changes
    assert app.database.connection().execute("PRAGMA data_version").fetchone() == before


def test_the_cleared_day_comes_back_after_a_restart(app: App, clock: FixedClock):
    kept = [app.capturing.capture(line).item for line in ("call Anna today 3pm", "buy shoes", "write to Bob by 6pm")]
    before = [app.items.get(item.id) for item in kept]
    armed = [[replace(row, answered_at_ms=None) for row in app.occurrences.for_item(item.id)] for item in kept]
    app.shelving.clear_day([item.id for item in kept], ClearTo.TOMORROW)
    assert [app.items.get(item.id) for item in kept] != before
    app.close()

    again = build(app.paths, clock=clock, notifier=FakeNotifier())
    action = again.undoing.undo()
    assert action is not None
    assert action.kind is ActionKind.DAY_CLEARED
    assert [again.items.get(item.id) for item in kept] == before
    after = [[replace(row, answered_at_ms=None) for row in again.occurrences.for_item(item.id)] for item in kept]
    assert after == armed
    again.close()


def test_what_lies_in_the_trash_for_thirty_days_is_erased_by_the_hourly_care(app: App, clock: FixedClock):
    item = app.capturing.capture("the quibblewort is under the doormat").item
    app.trashing.forget([item.id])
    clock.advance(TRASH_DAYS * DAY)
    app.trashing.erase_old()
    assert app.trashing.get(item.id) is not None
    clock.advance(1)

    app.care(Job())

    assert app.trashing.get(item.id) is None
    assert app.undoing.undo() is None
    files = [file for file in app.paths.database.parent.glob(f"{app.paths.database.name}*") if "shm" not in file.name]
    assert not any(b"quibblewort" in file.read_bytes() for file in files)


def test_what_is_in_the_trash_is_not_answered_from(app: App):
    item = app.capturing.capture("the quibblewort is under the doormat").item
    other = app.capturing.capture("Anna likes tulips").item
    assert "doormat" in app.answering.ask("where is the quibblewort?", Job()).text

    app.trashing.forget([item.id])

    assert "doormat" not in app.answering.ask("where is the quibblewort?", Job()).text
    assert all("doormat" not in hit.item.text for hit in app.recalling.search("quibblewort", limit=9))
    assert item.id not in {line.item.id for section in app.digesting.digest().sections for line in section.lines}
    app.trashing.restore([item.id])
    assert "doormat" in app.answering.ask("where is the quibblewort?", Job()).text
    assert app.items.get(other.id).text == "Anna likes tulips"


def test_erasing_at_once_needs_no_trash(app: App):
    item = app.capturing.capture("the quibblewort is under the doormat").item

    assert app.trashing.erase([item.id]) == 1
    with pytest.raises(ItemMissing):
        app.items.get(item.id)
    assert app.trashing.list() == []
    assert app.undoing.last() is None


def test_other_readers_see_no_half_of_an_undo(app: App):
    items = [app.capturing.capture(f"task {number} today 3pm").item for number in range(5)]
    app.shelving.set_aside([item.id for item in items])
    count = "SELECT count(*) FROM items WHERE set_aside_at IS NOT NULL"
    with Database(app.paths.database).reading() as reader:
        assert reader.execute(count).fetchone() == (5,)
        app.undoing.undo()
        assert reader.execute(count).fetchone() == (5,)
    assert app.items.recent(limit=9, where=SearchFilter(set_aside_only=True)) == []


@pytest.mark.parametrize("answer", ["done", "snooze"])
def test_the_answer_to_a_reminder_can_be_taken_back(app: App, clock: FixedClock, answer: str):
    item = app.capturing.capture("call Anna today 3pm").item
    clock.advance(6 * 3_600_000)
    (presented,) = app.reminding.sweep()
    rows, before = app.occurrences.for_item(item.id), app.items.get(item.id)

    getattr(app.reminding, answer)(presented.reminder.occurrence.id)
    assert app.occurrences.for_item(item.id) != rows

    assert app.undoing.undo() is not None
    assert app.items.get(item.id) == before
    assert app.occurrences.for_item(item.id) == rows


def test_a_settled_intention_can_be_taken_back(app: App):
    item = app.capturing.capture("when I talk to Anna, ask about the budget").item
    before = app.intentions.get(item.id), app.items.get(item.id)

    app.prospecting.done(item.id)
    assert app.intentions.get(item.id) != before[0]

    assert app.undoing.undo() is not None
    assert (app.intentions.get(item.id), app.items.get(item.id)) == before


def test_a_deadline_warns_by_its_date_and_is_not_called_late(app: App, clock: FixedClock):
    app.capturing.capture("send the report by Friday")
    clock.advance(2 * DAY)
    (presented,) = app.reminding.sweep()

    assert app.reminding.explanation(presented.reminder) == "by tomorrow"
    clock.advance(DAY)
    (presented,) = app.reminding.sweep()
    assert app.reminding.explanation(presented.reminder) == "by today"
    clock.advance(DAY)
    assert app.reminding.sweep() == []
