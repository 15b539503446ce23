"""Redo over a real store: random ways through actions, undo and redo, restarts and kills between."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.app import App, build
from assistant.domain.action import ActionKind
from assistant.domain.reminder import ON_SCREEN
from assistant.paths import Paths
from assistant.services.shelving import ClearTo
from assistant.store.rows import ITEM_COLUMNS, OCCURRENCE_COLUMNS
from tests.fakes import FakeNotifier, FixedClock

_HOUR = 3_600_000
_KEPT = ("call Anna today 3pm", "when I see Bob, ask about tea", "water plants every day 10am", "leave at 9:10")
_COLUMNS = {
    "items": ITEM_COLUMNS,
    "occurrences": OCCURRENCE_COLUMNS,
    "intentions": "item_id, kind, occasion, action, state",
    "item_versions": "text",
    "passage_terms": "terms",
}


State = dict[str, list[tuple[object, ...]]]
Step = str | tuple[str, int]


def state_of(app: App) -> State:
    """Everything that actions change."""
    with app.database.reading() as connection:
        return {
            table: sorted(connection.execute(f"SELECT {names} FROM {table}").fetchall(), key=repr)
            for table, names in _COLUMNS.items()
        }


def acts(app: App) -> dict[str, Callable[[str], object]]:
    """What a user does to an item."""
    later = app.clock.now_ms() + 5 * _HOUR
    return {
        "done": app.curating.done,
        "reopen": lambda item_id: app.curating.done(item_id, False),
        "pin": app.curating.pin,
        "unpin": lambda item_id: app.curating.pin(item_id, False),
        "move": lambda item_id: app.curating.set_due(item_id, later),
        "never": lambda item_id: app.curating.set_due(item_id, None),
        "not now": app.curating.not_now,
        "edit": lambda item_id: app.curating.edit(item_id, f"when I see Li Wei, ask for {later}"),
        "edit back": lambda item_id: app.curating.edit(item_id, "call Anna"),
        "aside": lambda item_id: app.shelving.set_aside([item_id]),
        "back": lambda item_id: app.shelving.bring_back([item_id]),
        "clear": lambda item_id: app.shelving.clear_day([item_id], ClearTo.TOMORROW),
        "insist": lambda item_id: app.reminding.insist(item_id, True),
        "forget": lambda item_id: app.trashing.forget([item_id]),
        "restore": lambda item_id: app.trashing.restore([item_id]),
        "stop": app.curating.stop_repeating,
        "settle": app.prospecting.done,
        "rearm": app.prospecting.rearm,
        "snooze": lambda item_id: [app.reminding.snooze(each) for each in on_screen(app, item_id)],
        "answer": lambda item_id: [app.reminding.done(each) for each in on_screen(app, item_id)],
    }


def on_screen(app: App, item_id: str) -> list[str]:
    """The reminders of an item that wait for an answer."""
    return [row.id for row in app.occurrences.for_item(item_id, ON_SCREEN)]


@dataclass
class Model:
    """States in the order in which they were reached: undo goes back in it, redo forth, an action cuts the rest off."""

    behind: list[State] = field(default_factory=list["State"])
    ahead: list[State] = field(default_factory=list["State"])


_STEPS = st.lists(
    st.one_of(
        st.sampled_from(["undo", "redo", "capture", "restart"]),
        st.tuples(st.sampled_from(sorted(acts(build(Paths.under(Path(tempfile.mkdtemp())))))), st.integers(0, 3)),
    ),
    max_size=14,
)


@settings(max_examples=120, deadline=None)
@given(_STEPS)
def test_undo_and_redo_walk_through_the_states(steps: list[Step]):
    with tempfile.TemporaryDirectory() as folder:
        walk(Path(folder), steps)


def walk(folder: Path, steps: list[Step]) -> None:
    clock = FixedClock.at("2026-11-24T09:00", "Europe/Berlin")
    app = build(Paths.under(folder), clock=clock, notifier=FakeNotifier())
    ids = [app.capturing.capture(text).item.id for text in _KEPT]
    clock.advance(_HOUR // 2)  # what was kept is a memory by now, no action to be taken back
    app.reminding.sweep(has_listener=True)
    model = Model()
    for step in steps:
        clock.advance(1000)
        before = state_of(app)
        if step == "restart":
            app.close()
            app = build(Paths.under(folder), clock=clock, notifier=FakeNotifier())
        elif step == "undo":
            action = app.undoing.undo()
            assert (action is None) == (not model.behind)
            if model.behind:
                model.ahead.append(before)
                assert state_of(app) == model.behind.pop()
        elif step == "redo":
            action = app.undoing.redo()
            assert (action is None) == (not model.ahead)
            if model.ahead:
                model.behind.append(before)
                assert state_of(app) == model.ahead.pop()
        else:
            if isinstance(step, str):
                ids.append(app.capturing.capture("buy oat milk tomorrow 3pm").item.id)
            else:
                do(app, step[0], ids[step[1]])
            if state_of(app) != before:
                model.behind.append(before)
                model.ahead.clear()
        assert len(app.undoing.undone(99)) == len(model.ahead)
    app.close()


def do(app: App, what: str, item_id: str) -> None:
    is_trashed = app.trash.get(item_id) is not None
    waits = item_id in {one.id for one in app.prospecting.list()}
    if (what == "restore") != is_trashed or (what in ("settle", "rearm") and not waits):
        return  # what lies in the trash can only be restored, and only what waits for an event be settled
    acts(app)[what](item_id)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock.at("2026-11-24T09:00", "Europe/Berlin")


@pytest.fixture
def app(tmp_path: Path, clock: FixedClock) -> Iterator[App]:
    app = build(Paths.under(tmp_path / "home"), clock=clock, notifier=FakeNotifier())
    yield app
    app.close()


def test_an_action_that_changes_nothing_leaves_what_can_be_done_again(app: App):
    item = app.capturing.capture("call Anna").item
    app.curating.pin(item.id)
    app.undoing.undo()

    app.curating.pin(item.id, False)

    assert [each.kind for each in app.undoing.undone()] == [ActionKind.PINNED]
    app.curating.done(item.id)
    assert app.undoing.undone() == []
    assert app.undoing.redo() is None


def test_a_process_that_dies_in_an_action_leaves_nothing_to_do_again(app: App):
    item = app.capturing.capture("call Anna").item
    app.curating.pin(item.id)
    app.undoing.undo()

    app.actions.begin(ActionKind.DONE, [item.id], app.clock.now_ms())  # and never settles

    assert app.undoing.undone() == []


def test_what_changed_since_in_another_way_stays_when_done_again(app: App):
    item = app.capturing.capture("call Anna").item
    app.curating.pin(item.id)
    app.undoing.undo()
    app.items.save(replace(app.items.get(item.id), due_at_ms=5))

    app.undoing.redo()

    assert app.items.get(item.id) == replace(item, is_pinned=True, due_at_ms=5)


def test_done_again_takes_the_reminder_off_the_screen(app: App, clock: FixedClock):
    notifier = app.notifier
    assert isinstance(notifier, FakeNotifier)
    item = app.capturing.capture("call Anna in 20 minutes").item
    clock.advance(20 * 60_000)
    [shown] = app.reminding.sweep(has_listener=True)
    app.curating.done(item.id)
    app.undoing.undo()
    assert [each.occurrence.id for each in app.reminding.missed()] == [shown.reminder.occurrence.id]
    notifier.withdrawn.clear()

    app.undoing.redo()

    assert app.reminding.missed() == []
    assert notifier.withdrawn == [shown.reminder.occurrence.id]


def test_what_is_erased_cannot_be_done_again(app: App):
    item = app.capturing.capture("call Anna").item
    app.curating.edit(item.id, "call Zyzzyva")
    app.undoing.undo()
    assert "Zyzzyva" in str(everything_in(app))

    app.trashing.erase([item.id])

    assert app.undoing.redo() is None
    assert "Zyzzyva" not in str(everything_in(app))


def everything_in(app: App) -> list[Any]:
    with app.database.reading() as connection:
        return connection.execute("SELECT * FROM action_items").fetchall()


def test_going_back_and_forth_does_not_use_up_the_log(app: App):
    item = app.capturing.capture("call Anna").item
    app.curating.pin(item.id)
    app.curating.done(item.id)
    for _ in range(120):
        app.undoing.undo()
        app.undoing.redo()

    assert [each.kind for each in app.undoing.recent()] == [ActionKind.DONE, ActionKind.PINNED]
