from __future__ import annotations

import pytest

from assistant.domain.changes import Changes, Topic
from assistant.domain.errors import EmptyCapture, ItemMissing
from assistant.domain.item import Item, ItemKind
from assistant.domain.memory import UseKind
from assistant.domain.reminder import OccurrenceState
from assistant.domain.settings import Settings
from assistant.services.capturing import Capturing
from assistant.services.curating import Curating, ForgetPreview
from tests.fakes import FakeDrafts, FakeItems, FakeOccurrences, FakeResidents, FakeSpool, FixedClock

HOUR = 3_600_000
ARMED, SHOWN, DONE, SNOOZED, CANCELLED = (
    OccurrenceState.ARMED,
    OccurrenceState.SHOWN,
    OccurrenceState.DONE,
    OccurrenceState.SNOOZED,
    OccurrenceState.CANCELLED,
)


class World:
    def __init__(self) -> None:
        self.items = FakeItems()
        self.occurrences = FakeOccurrences(self.items)
        self.residents = FakeResidents()
        self.clock = FixedClock.at("2026-09-30 10:00", "Asia/Shanghai")
        self.settings = Settings()
        self.changes: list[Changes] = []
        self.withdrawn: list[str] = []
        ports = (self.clock, lambda: self.settings, self.changes.append)
        self.capturing = Capturing(self.items, FakeSpool(), FakeDrafts(), *ports)
        self.curating = Curating(self.items, self.occurrences, self.residents, *ports, withdraw=self.withdrawn.append)

    def capture(self, text: str, kind: ItemKind | None = None) -> Item:
        return self.capturing.capture(text, kind).item

    def show(self, item: Item) -> None:
        for due in self.occurrences.claim_due(self.clock.now_ms()):
            assert due.item.id == item.id
            self.occurrences.mark(due.occurrence.id, SHOWN, self.clock.now_ms())

    def wall(self, at_ms: int | None) -> str | None:
        return None if at_ms is None else self.clock.local(at_ms).strftime("%m-%d %H:%M")

    def ledger(self, item: Item) -> dict[str | None, OccurrenceState]:
        return {self.wall(row.due_at_ms): row.state for row in self.occurrences.for_item(item.id)}


@pytest.fixture
def world() -> World:
    return World()


def test_opening_is_noted_as_a_use(world: World):
    item = world.capture("a note")

    assert world.curating.get(item.id) == world.curating.open(item.id) == item
    assert [use.kind for use in world.residents.log] == [UseKind.OPENED]


@pytest.mark.parametrize("verb", ["get", "open", "history", "done", "pin", "not_now"])
def test_what_is_not_there_is_missing(world: World, verb: str):
    with pytest.raises(ItemMissing):
        getattr(world.curating, verb)("nothing")


def test_an_edit_keeps_the_earlier_text_in_the_history(world: World):
    item = world.capture("a note")
    world.clock.advance(1000)

    edited = world.curating.edit(item.id, "a better note")

    assert world.items.get(item.id) == edited
    assert edited.updated_at_ms == world.clock.now_ms()
    (version,) = world.curating.history(item.id)
    assert (version.text, version.replaced_at_ms) == ("a note", world.clock.now_ms())


def test_an_edit_reads_the_time_anew(world: World):
    item = world.capture("call Anna tomorrow 3pm")

    world.curating.edit(item.id, "call Anna friday 4pm")

    assert world.ledger(item) == {"10-02 16:00": ARMED, "10-01 15:00": CANCELLED}
    assert world.wall(world.items.get(item.id).due_at_ms) == "10-02 16:00"


def test_mending_a_typing_error_does_not_move_tomorrow(world: World):
    item = world.capture("call Ana tomorrow 3pm")
    world.clock.advance(24 * HOUR)

    edited = world.curating.edit(item.id, "call Anna tomorrow 3pm")

    assert edited.due_at_ms == item.due_at_ms
    assert world.ledger(item) == {"10-01 15:00": ARMED}


def test_an_edit_without_a_time_takes_the_reminder_away(world: World):
    item = world.capture("call Anna tomorrow 3pm")

    assert world.curating.edit(item.id, "call Anna some day").due_at_ms is None
    assert world.ledger(item) == {"10-01 15:00": CANCELLED}


def test_an_edit_leaves_a_postponed_time_alone_when_its_words_stay(world: World):
    item = world.capture("call Anna tomorrow 3pm")
    until_ms = world.clock.now_ms() + 5 * HOUR
    world.curating.postpone(item.id, until_ms)

    assert world.curating.edit(item.id, "call Anna Lee tomorrow 3pm").due_at_ms == until_ms


def test_a_note_that_gains_a_time_becomes_a_task(world: World):
    item = world.capture("Anna's figures")

    edited = world.curating.edit(item.id, "Anna's figures tomorrow 3pm")

    assert edited.kind is ItemKind.TASK
    assert world.ledger(item) == {"10-01 15:00": ARMED}


def test_a_note_by_choice_stays_one(world: World):
    item = world.capture("call Anna tomorrow", ItemKind.NOTE)

    assert world.curating.edit(item.id, "call Anna tomorrow 3pm").kind is ItemKind.NOTE
    assert world.ledger(item) == {}


def test_an_edit_finds_tags_and_people_again(world: World):
    item = world.capture("call Anna #tea")

    edited = world.curating.edit(item.id, "call Bo #coffee")

    assert (edited.tags, edited.people) == (("coffee",), ("Bo",))


def test_an_edit_to_nothing_is_refused(world: World):
    item = world.capture("a note")

    with pytest.raises(EmptyCapture):
        world.curating.edit(item.id, " \n")
    assert world.items.get(item.id).text == "a note"


def test_an_edit_that_changes_nothing_leaves_no_version(world: World):
    item = world.capture("a note")

    assert world.curating.edit(item.id, "a note") == item
    assert world.curating.history(item.id) == []
    assert world.residents.log == []


def test_done_ends_the_reminders_that_wait(world: World):
    item = world.capture("call Anna tomorrow 3pm")

    done = world.curating.done(item.id)

    assert done.done_at_ms == world.clock.now_ms()
    assert world.ledger(item) == {"10-01 15:00": CANCELLED}
    assert [use.kind for use in world.residents.log] == [UseKind.DONE]


def test_done_answers_a_reminder_that_was_shown(world: World):
    item = world.capture("call Anna in 1 hour")
    world.clock.advance(HOUR)
    world.show(item)

    world.curating.done(item.id)

    assert world.ledger(item) == {"09-30 11:00": DONE}


def test_done_twice_keeps_the_first_instant(world: World):
    item = world.capture("call Anna")
    first = world.curating.done(item.id)
    world.clock.advance(1000)

    assert world.curating.done(item.id) == first


def test_undone_arms_a_reminder_still_ahead(world: World):
    item = world.capture("call Anna tomorrow 3pm")
    world.curating.done(item.id)

    assert world.curating.done(item.id, is_done=False) == item
    assert world.ledger(item) == {"10-01 15:00": ARMED}


def test_undone_does_not_remind_of_the_past(world: World):
    item = world.capture("call Anna in 1 hour")
    world.clock.advance(HOUR)
    world.show(item)
    world.curating.done(item.id)
    world.clock.advance(HOUR)

    world.curating.done(item.id, is_done=False)

    assert world.occurrences.next_due_ms() is None


def test_postponing_arms_the_new_instant_and_ends_the_old(world: World):
    item = world.capture("call Anna in 1 hour")
    world.clock.advance(HOUR)
    world.show(item)

    world.curating.postpone(item.id, world.clock.now_ms() + 2 * HOUR)

    assert world.ledger(item) == {"09-30 13:00": ARMED, "09-30 11:00": SNOOZED}
    assert world.wall(world.items.get(item.id).due_at_ms) == "09-30 13:00"


def test_postponing_there_and_back_arms_again(world: World):
    item = world.capture("call Anna tomorrow 3pm")
    assert item.due_at_ms is not None

    world.curating.postpone(item.id, item.due_at_ms + HOUR)
    world.curating.postpone(item.id, item.due_at_ms)

    assert world.ledger(item) == {"10-01 15:00": ARMED, "10-01 16:00": CANCELLED}


def test_postponing_a_note_keeps_it_away_until_then(world: World):
    item = world.capture("a thought")
    until_ms = world.clock.now_ms() + HOUR

    assert world.curating.postpone(item.id, until_ms).not_before_ms == until_ms
    assert world.ledger(item) == {}


def test_a_due_instant_makes_a_note_a_task(world: World):
    item = world.capture("a thought")

    dated = world.curating.set_due(item.id, world.clock.now_ms() + HOUR)

    assert dated.kind is ItemKind.TASK
    assert world.ledger(item) == {"09-30 11:00": ARMED}


def test_a_due_instant_can_be_taken_away(world: World):
    item = world.capture("call Anna tomorrow 3pm")

    assert world.curating.set_due(item.id, None).due_at_ms is None
    assert world.ledger(item) == {"10-01 15:00": CANCELLED}


def test_a_pin_brings_back_what_was_put_off(world: World):
    item = world.capture("a thought")
    world.curating.not_now(item.id)

    pinned = world.curating.pin(item.id)

    assert (pinned.is_pinned, pinned.not_before_ms) == (True, None)
    assert not world.curating.pin(item.id, is_pinned=False).is_pinned


def test_not_now_means_tomorrow_morning(world: World):
    item = world.capture("a thought")

    assert world.wall(world.curating.not_now(item.id).not_before_ms) == "10-01 09:00"
    assert [use.kind for use in world.residents.log] == [UseKind.NOT_NOW]


def test_at_two_at_night_tomorrow_is_after_getting_up(world: World):
    item = world.capture("a thought")
    world.clock.set(FixedClock.at("2026-10-01 02:00", "Asia/Shanghai").now_ms())

    assert world.wall(world.curating.not_now(item.id).not_before_ms) == "10-01 09:00"


def test_not_now_ends_with_a_past_instant(world: World):
    item = world.capture("a thought")
    world.curating.not_now(item.id)

    assert world.curating.not_now(item.id, 0).not_before_ms is None


def test_the_preview_counts_what_forgetting_erases(world: World):
    first, second = world.capture("call Anna tomorrow 3pm"), world.capture("a note")
    world.residents.weights = {first.id: 1.0, "other": 0.5}
    world.items.cited = {second.id: 2}

    preview = world.curating.preview_forget([first.id, second.id, "nothing"])

    assert preview == ForgetPreview(items=2, reminders=1, residents=1, citations=2)
    assert world.items.count() == 2


def test_forgetting_erases_items_with_their_reminders(world: World):
    item, other = world.capture("call Anna tomorrow 3pm"), world.capture("a note")
    world.changes.clear()

    assert world.curating.forget([item.id]) == 1
    assert list(world.items.rows) == [other.id]
    assert world.items.ledger == {}
    topics = (Topic.ITEMS, Topic.MIND, Topic.REMINDERS, Topic.CONVERSATIONS, Topic.FORGOTTEN)
    assert world.changes == [Changes.of(*topics, ids=(item.id,))]


@pytest.mark.parametrize("answer", ["done", "forget", "set_due"])
def test_what_was_answered_here_leaves_the_desktop_too(answer: str) -> None:
    world = World()
    item = world.capture("Call Bob tomorrow 10:00")
    assert item.due_at_ms is not None
    world.clock.set(item.due_at_ms)
    world.show(item)
    shown = [row.id for row in world.occurrences.for_item(item.id)]
    if answer == "done":
        world.curating.done(item.id)
    elif answer == "forget":
        world.curating.forget([item.id])
    else:
        world.curating.set_due(item.id, None)
    assert world.withdrawn == shown


def test_a_reminder_that_was_never_shown_is_not_taken_off_the_screen() -> None:
    world = World()
    world.curating.done(world.capture("Call Bob tomorrow 10:00").id)
    assert world.withdrawn == []


@pytest.fixture
def plants(world: World) -> Item:
    return world.capture("water the plants every day at 9am")


def test_a_repeating_task_is_armed_once_and_keeps_its_rule(world: World, plants: Item):
    assert (plants.rrule, plants.first_wall, plants.zone) == ("FREQ=DAILY", "2026-10-01T09:00:00", "Asia/Shanghai")
    assert world.ledger(plants) == {"10-01 09:00": ARMED}


def test_done_before_it_is_due_goes_on_to_the_next_and_can_be_taken_back(world: World, plants: Item):
    done = world.curating.done(plants.id)
    assert not done.is_done
    assert world.wall(done.due_at_ms) == "10-02 09:00"
    assert world.ledger(plants) == {"10-01 09:00": DONE, "10-02 09:00": ARMED}
    back = world.curating.done(plants.id, is_done=False)
    assert world.wall(back.due_at_ms) == "10-01 09:00"
    assert world.ledger(plants) == {"10-01 09:00": ARMED, "10-02 09:00": CANCELLED}


def test_other_words_for_the_time_are_another_rule(world: World, plants: Item):
    after = world.curating.edit(plants.id, "water the plants every Monday at 9am")
    assert after.rrule == "FREQ=WEEKLY;BYDAY=MO"
    assert world.ledger(plants) == {"10-01 09:00": CANCELLED, "10-05 09:00": ARMED}
    assert world.curating.edit(plants.id, "water the plants").rrule == ""
    assert ARMED not in world.ledger(plants).values()


def test_a_text_without_new_words_for_the_time_keeps_the_rule(world: World, plants: Item):
    world.curating.done(plants.id)
    after = world.curating.edit(plants.id, "water all plants every day at 9am")
    assert (after.rrule, world.wall(after.due_at_ms)) == ("FREQ=DAILY", "10-02 09:00")


def test_it_can_be_moved_once_or_stop(world: World, plants: Item):
    moved = world.curating.set_due(plants.id, (plants.due_at_ms or 0) + HOUR)
    assert moved.rrule == "FREQ=DAILY"
    assert world.curating.stop_repeating(plants.id).rrule == ""
    assert world.ledger(plants) == {"10-01 09:00": CANCELLED, "10-01 10:00": ARMED}
    assert world.curating.set_due(plants.id, None).rrule == ""


def test_without_its_time_it_repeats_no_more(world: World, plants: Item):
    assert world.curating.set_due(plants.id, None).rrule == ""
    assert ARMED not in world.ledger(plants).values()
