"""Undone tasks: moved on quietly, set aside after some days, cleared in one go; and all of it taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.domain.action import TRASH_DAYS, ActionKind
from assistant.domain.changes import Changes, Topic
from assistant.domain.errors import ItemMissing
from assistant.domain.item import Item, ItemKind, Provenance
from assistant.domain.reminder import OccurrenceState
from assistant.domain.settings import Settings
from assistant.services.capturing import Capturing
from assistant.services.curating import Curating
from assistant.services.journal import Journal
from assistant.services.shelving import ClearTo, Shelving
from assistant.services.trashing import Trashing
from assistant.services.undoing import Undoing
from tests.fakes import (
    FakeActions,
    FakeDrafts,
    FakeItems,
    FakeOccurrences,
    FakeResidents,
    FakeSpool,
    FakeTrash,
    FixedClock,
)

HOUR = 3_600_000
DAY = 24 * HOUR
ARMED, SHOWN, CANCELLED = OccurrenceState.ARMED, OccurrenceState.SHOWN, OccurrenceState.CANCELLED


class World:
    def __init__(self) -> None:
        self.items = FakeItems()
        self.occurrences = FakeOccurrences(self.items)
        self.trash = FakeTrash(self.items)
        self.clock = FixedClock.at("2026-11-24 10:00", "Europe/Berlin")  # a Tuesday
        self.settings = Settings()
        self.changes: list[Changes] = []
        self.withdrawn: list[str] = []
        actions = self.actions = FakeActions(self.items, self.trash)
        journal = Journal(actions, self.clock)
        told = self.changes.append
        ports = (self.clock, lambda: self.settings, told)
        self.capturing = Capturing(self.items, FakeSpool(), FakeDrafts(), *ports)
        residents = FakeResidents()
        self.curating = Curating(
            self.items, self.occurrences, residents, *ports, withdraw=self.withdrawn.append, journal=journal
        )
        self.shelving = Shelving(self.items, self.curating, journal, *ports)
        self.undoing = Undoing(actions, self.clock, told)
        self.trashing = Trashing(
            self.items, self.trash, self.occurrences, journal, self.clock, told, self.withdrawn.append
        )

    def capture(self, text: str, kind: ItemKind | None = None) -> Item:
        return self.capturing.capture(text, kind).item

    def get(self, item: Item) -> Item:
        return self.items.get(item.id)

    def wall(self, at_ms: int | None) -> str | None:
        return None if at_ms is None else self.clock.local(at_ms).strftime("%m-%d %H:%M")

    def ledger(self, item: Item) -> dict[str | None, OccurrenceState]:
        return {self.wall(row.due_at_ms): row.state for row in self.occurrences.for_item(item.id)}

    def show_due(self) -> None:
        for due in self.occurrences.claim_due(self.clock.now_ms()):
            self.occurrences.mark(due.occurrence.id, SHOWN, self.clock.now_ms())

    def state(self) -> tuple[object, ...]:
        rows = sorted(self.items.ledger.values(), key=lambda row: row.id)
        return dict(self.items.rows), [replace(row, answered_at_ms=None) for row in rows]


@pytest.fixture
def world() -> World:
    return World()


# Roll-over


def test_an_undone_task_moves_to_today_once_a_day(world: World):
    item = world.capture("call Anna today 3pm")
    world.clock.advance(6 * HOUR)
    world.show_due()
    assert world.shelving.roll_over() == 0  # its own day is not over

    world.clock.advance(15 * HOUR)
    assert world.shelving.roll_over() == 1
    assert world.shelving.roll_over() == 0

    after = world.get(item)
    assert (after.rolls, after.is_set_aside, after.due_at_ms) == (1, False, item.due_at_ms)
    assert list(world.ledger(item).values()) == [CANCELLED]
    assert world.changes[-1].topics >= {Topic.ITEMS, Topic.MIND}


def test_after_five_days_it_goes_to_the_shelf(world: World):
    item = world.capture("call Anna today 3pm")
    moved: list[int] = []
    for _ in range(8):
        world.clock.advance(DAY)
        world.shelving.roll_over()
        moved.append(world.get(item).rolls)
    assert moved == [1, 2, 3, 4, 5, 6, 6, 6]
    assert world.get(item).is_set_aside


def test_days_on_which_the_program_slept_are_one_day(world: World):
    item = world.capture("call Anna today 3pm")
    world.clock.advance(30 * DAY)

    assert world.shelving.roll_over() == 1
    assert world.get(item).rolls == 1


def test_nothing_is_set_aside_when_the_user_wants_that(world: World):
    world.settings = replace(world.settings, set_aside_after_days=0)
    item = world.capture("call Anna today 3pm")
    for _ in range(20):
        world.clock.advance(DAY)
        world.shelving.roll_over()
    assert not world.get(item).is_set_aside


@pytest.mark.parametrize("text", ["call Anna", "call Anna tomorrow 3pm", "every day water the plants"])
def test_what_is_not_late_or_repeats_does_not_move(world: World, text: str):
    world.capture(text)
    world.clock.advance(8 * HOUR)

    assert world.shelving.roll_over() == 0


def test_before_the_day_begins_it_is_still_yesterday(world: World):
    world.capture("call Anna today 3pm")
    world.clock.advance(16 * HOUR)  # two at night

    assert world.shelving.roll_over() == 0


# The shelf


def test_what_is_set_aside_has_no_reminders_and_comes_back_with_them(world: World):
    item = world.capture("call Anna tomorrow 3pm")

    assert world.shelving.set_aside([item.id, "nothing"]) == 1
    assert world.get(item).set_aside_at_ms == world.clock.now_ms()
    assert world.ledger(item) == {"11-25 15:00": CANCELLED}

    assert world.shelving.bring_back([item.id]) == 1
    assert not world.get(item).is_set_aside
    assert world.ledger(item) == {"11-25 15:00": ARMED}


def test_a_new_time_takes_it_off_the_shelf(world: World):
    item = world.capture("call Anna tomorrow 3pm")
    world.shelving.set_aside([item.id])

    world.curating.set_due(item.id, world.clock.now_ms() + HOUR)

    assert not world.get(item).is_set_aside


# Clearing the day


def test_clearing_moves_everything_to_tomorrow_and_one_undo_brings_all_back(world: World):
    appointment = world.capture("call Anna today 3pm")
    late = world.capture("buy milk today 11am")
    undated = world.capture("buy shoes")
    world.clock.advance(2 * HOUR)
    world.show_due()
    before = world.state()

    ids = [appointment.id, late.id, undated.id]
    assert world.shelving.clear_day(ids, ClearTo.TOMORROW) == 3

    assert [world.wall(world.get(item).due_at_ms) for item in (appointment, late)] == ["11-25 15:00", "11-25 11:00"]
    assert world.wall(world.get(undated).not_before_ms) == "11-25 09:00"
    assert len(world.withdrawn) == 1
    action = world.undoing.undo()
    assert action is not None
    assert (action.kind, set(action.item_ids)) == (ActionKind.DAY_CLEARED, set(ids))
    assert world.state() == before
    assert world.undoing.last() is None


def test_a_deadline_keeps_its_date_when_the_day_is_cleared(world: World):
    item = world.capture("call Anna today 3pm")
    world.items.save(replace(item, is_deadline=True))

    world.shelving.clear_day([item.id], ClearTo.TOMORROW)

    assert world.get(item).due_at_ms == item.due_at_ms
    assert world.wall(world.get(item).not_before_ms) == "11-25 09:00"


def test_the_day_can_be_cleared_onto_the_shelf_but_what_repeats_stays(world: World):
    item, repeating = world.capture("call Anna today 3pm"), world.capture("every day water the plants at 4pm")

    world.shelving.clear_day([item.id, repeating.id], ClearTo.SHELF)

    assert world.get(item).is_set_aside
    assert not world.get(repeating).is_set_aside
    assert world.wall(world.get(repeating).not_before_ms) == "11-25 09:00"


def test_the_day_can_be_cleared_to_a_date(world: World):
    item = world.capture("call Anna today 3pm")
    monday = FixedClock.at("2026-11-30 09:00", "Europe/Berlin").now_ms()

    world.shelving.clear_day([item.id], ClearTo.DATE, monday)

    assert world.wall(world.get(item).due_at_ms) == "11-30 15:00"


# Postponing a deadline


def test_a_deadline_that_is_put_off_stays_where_it_is(world: World):
    item = world.capture("send the report friday 6pm")
    world.items.save(replace(item, is_deadline=True))
    until_ms = world.clock.now_ms() + DAY

    after = world.curating.postpone(item.id, until_ms)

    assert (after.due_at_ms, after.not_before_ms) == (item.due_at_ms, until_ms)
    assert [state for state in world.ledger(item).values() if state is ARMED] == [ARMED]


# Undo


ACTIONS = {
    "done": lambda world, item: world.curating.done(item.id),
    "move": lambda world, item: world.curating.set_due(item.id, world.clock.now_ms() + HOUR),
    "postpone": lambda world, item: world.curating.postpone(item.id, world.clock.now_ms() + DAY),
    "pin": lambda world, item: world.curating.pin(item.id),
    "not now": lambda world, item: world.curating.not_now(item.id),
    "edit": lambda world, item: world.curating.edit(item.id, "call Bob friday 5pm"),
    "forget": lambda world, item: world.trashing.forget([item.id]),
    "set aside": lambda world, item: world.shelving.set_aside([item.id]),
    "clear": lambda world, item: world.shelving.clear_day([item.id], ClearTo.SHELF),
}


@pytest.mark.parametrize("name", ACTIONS)
def test_every_action_can_be_taken_back(world: World, name: str):
    item = world.capture("call Anna tomorrow 3pm")
    before = world.state()

    ACTIONS[name](world, item)
    assert world.state() != before
    assert len(world.undoing.recent()) == 1
    assert world.undoing.undo() is not None

    assert world.state() == before
    assert world.undoing.undo() is None


def test_many_actions_are_taken_back_one_after_another(world: World):
    item = world.capture("call Anna tomorrow 3pm")
    states: list[object] = []
    for number in range(20):
        states.append(world.state())
        world.clock.advance(1000)
        if number % 2:
            world.curating.pin(item.id, number % 4 == 1)
        else:
            world.curating.set_due(item.id, world.clock.now_ms() + (number + 1) * HOUR)
    while states:
        assert world.undoing.undo() is not None
        assert world.state() == states.pop()


def test_one_action_of_several_can_be_chosen(world: World):
    first, second = world.capture("call Anna"), world.capture("call Bob")
    world.curating.pin(first.id)
    number = world.undoing.recent()[0].number
    world.curating.pin(second.id)

    assert world.undoing.undo(number) is not None
    assert (world.get(first).is_pinned, world.get(second).is_pinned) == (False, True)
    assert world.undoing.undo(number) is None


def test_a_fresh_capture_is_taken_back_into_the_trash_before_older_actions(world: World):
    undoing = Undoing(world.actions, world.clock, world.changes.append, world.items, world.trash)
    old = world.capture("call Anna")
    world.clock.advance(1)
    world.curating.pin(old.id)
    world.clock.advance(1)
    new = world.capture("call Bob")
    assert [action.kind for action in undoing.recent()] == [ActionKind.CAPTURED, ActionKind.PINNED]

    first, second = undoing.undo(), undoing.undo()

    assert first is not None
    assert second is not None
    assert (first.kind, first.item_ids, second.kind) == (ActionKind.CAPTURED, (new.id,), ActionKind.PINNED)
    assert world.trash.get(new.id) is not None
    assert not world.get(old).is_pinned


def test_an_old_capture_and_what_came_from_elsewhere_stay(world: World):
    undoing = Undoing(world.actions, world.clock, world.changes.append, world.items, world.trash)
    world.capture("call Anna")
    world.clock.advance(11 * 60_000)
    assert undoing.undo() is None
    world.capturing.capture("an imported page", provenance=Provenance.IMPORTED)
    world.capture("who is Anna?", ItemKind.QUESTION)
    assert undoing.undo() is None


# The trash


def test_what_is_forgotten_can_be_restored(world: World):
    item = world.capture("call Anna tomorrow 3pm")

    assert world.trashing.forget([item.id, "nothing"]) == 1
    with pytest.raises(ItemMissing):
        world.items.get(item.id)
    assert Topic.FORGOTTEN in world.changes[-1].topics
    (trashed,) = world.trashing.list()
    assert world.trashing.get(item.id) == trashed
    assert world.trashing.erases_at_ms(trashed) == world.clock.now_ms() + TRASH_DAYS * DAY

    assert world.trashing.restore([item.id, "nothing"]) == 1
    assert world.get(item) == item
    assert world.ledger(item) == {"11-25 15:00": ARMED}
    assert world.undoing.undo() is not None
    assert world.trash.count() == 1


def test_a_forgotten_reminder_leaves_the_screen(world: World):
    item = world.capture("call Anna today 11am")
    world.clock.advance(2 * HOUR)
    world.show_due()

    world.trashing.forget([item.id])

    assert len(world.withdrawn) == 1


def test_the_trash_is_searched_by_words(world: World):
    for text in ("call Anna", "call Bob", "buy milk"):
        world.trashing.forget([world.capture(text).id])

    assert [each.item.text for each in world.trashing.search("CALL bob", limit=9)] == ["call Bob"]
    assert len(world.trashing.search("", limit=2)) == 2
