"""Questions written in idle time: when, how many, and that they end as soon as the machine is wanted."""

from __future__ import annotations

import pytest

from assistant.domain.errors import ModelCrashed
from assistant.domain.item import Item, ItemKind
from assistant.domain.job import Cancelled, Job
from assistant.services.rehearsing import LEAST_ITEMS, MOST_WRITTEN
from assistant.services.writing_questions import MOST_A_NIGHT, MOST_TRIES, NIGHT_MS, WritingQuestions
from tests.fakes import FakeItems, FakeWrittenQuestions, FixedClock


class ScriptedModel:
    """Says what `say` makes of the note that it is given."""

    def __init__(self):
        self.model_name = "tiny"
        self.notes = []
        self.forgotten = 0
        self.say = lambda note: f"Which thing is number {note.split()[-1]} of the list?"
        self.before_piece = lambda: None

    def stream(self, messages, *, max_tokens, job, variation=0):
        self.notes.append(messages[-1].text)
        for word in self.say(self.notes[-1]).split(" ")[:max_tokens]:
            self.before_piece()
            job.check()
            yield word + " "

    def forget(self):
        self.forgotten += 1


class FakeRehearsing:
    is_ready = True

    def can_rehearse(self):
        return self.is_ready


class FakeLearning:
    has_uses = True

    def can_prove(self):
        return self.has_uses


class World:
    def __init__(self, count=LEAST_ITEMS):
        self.clock = FixedClock.at("2026-11-24T23:00")
        rows = [Item(f"id{n:04}", ItemKind.NOTE, f"some words of note {n}", n) for n in range(count)]
        self.items = FakeItems(rows)
        self.questions = FakeWrittenQuestions(self.items)
        self.model = ScriptedModel()
        self.rehearsing, self.learning = FakeRehearsing(), FakeLearning()
        self.on_mains = True
        self.pauses = []
        self.writing = WritingQuestions(
            self.items,
            self.questions,
            self.model,
            self.rehearsing,
            self.learning,
            self.clock,
            is_on_mains=lambda: self.on_mains,
        )

    def write(self, job=None, **options):
        return self.writing.write(job or Job(), **{"pause": self.pauses.append} | options)


def test_a_question_is_kept_for_each_item_of_a_night():
    world = World()
    assert world.writing.is_due()
    assert world.write() == MOST_A_NIGHT
    kept = world.questions.usable()
    assert len({one.item_id for one in kept}) == MOST_A_NIGHT
    assert all(str(int(one.item_id[2:])) in one.text for one in kept)
    assert not world.writing.is_due()


@pytest.mark.parametrize(
    ("change", "is_due"),
    [
        (lambda world: None, True),
        (lambda world: setattr(world.model, "model_name", None), False),
        (lambda world: setattr(world, "on_mains", False), False),
        (lambda world: setattr(world.rehearsing, "is_ready", False), False),
        (lambda world: setattr(world.learning, "has_uses", False), False),
    ],
)
def test_when_it_is_due(change, is_due):
    world = World()
    change(world)
    assert world.writing.is_due() is is_due
    assert world.model.notes == []


def test_the_next_nights_go_on_where_this_one_ended_until_there_are_enough():
    world = World(1_000)
    nights = 0
    while world.writing.is_due():
        world.write()
        nights += 1
        world.clock.advance(NIGHT_MS + 1)
    assert nights == MOST_TRIES // MOST_A_NIGHT
    assert len(world.model.notes) == len(set(world.model.notes)) == MOST_TRIES


def test_what_is_of_no_use_is_not_tried_again():
    world = World()
    world.model.say = lambda _: "I cannot help with that."
    assert world.write() == 0
    first = list(world.model.notes)
    world.clock.advance(NIGHT_MS + 1)
    world.write()
    assert not set(first) & set(world.model.notes[len(first) :])
    assert world.questions.usable() == []


def test_an_item_that_reads_otherwise_now_is_asked_for_anew():
    world = World()
    world.write()
    changed = world.questions.usable()[0].item_id
    world.items.rows[changed] = Item(changed, ItemKind.NOTE, "quite other words 7777", 0)
    assert changed not in {one.item_id for one in world.questions.usable()}
    while changed not in {one.item_id for one in world.questions.usable()}:
        world.clock.advance(NIGHT_MS + 1)
        assert world.writing.is_due()
        world.write()
    assert [note for note in world.model.notes if note.endswith("7777")] == ["quite other words 7777"]


def test_a_small_store_that_is_all_asked_for_is_left_alone():
    world = World(30)
    world.write()
    assert len(world.model.notes) == 30
    assert not world.writing.is_due()
    world.clock.advance(NIGHT_MS + 1)
    world.write()
    assert len(world.model.notes) == 30


def test_a_cancelled_job_stops_it_in_the_middle_of_a_question_and_keeps_the_earlier_ones():
    world = World()
    job = Job()
    world.model.before_piece = lambda: job.cancel() if len(world.model.notes) == 3 else None
    with pytest.raises(Cancelled):
        world.write(job)
    assert len(world.questions.usable()) == 2
    assert world.writing.is_due()  # what is left of the night


def test_somebody_who_comes_stops_it_in_the_middle_of_a_question():
    world = World()
    is_there = []
    world.model.before_piece = lambda: is_there.append(True) if len(world.model.notes) == 3 else None
    assert world.write(may_go_on=lambda: not is_there) == 2
    assert len(world.questions.rows) == 2


def test_it_stops_on_battery():
    world = World()

    def drained(_):
        world.on_mains = False

    assert world.write(pause=drained) == 1
    assert not world.writing.is_due()


def test_a_stop_is_noticed_while_it_rests(monkeypatch):
    world = World()
    now = [0.0]

    def tick():
        now[0] += 4.0
        return now[0]

    monkeypatch.setattr("assistant.services.writing_questions.time.monotonic", tick)
    job = Job()

    def pause(seconds):
        world.pauses.append(seconds)
        if len(world.pauses) == 3:
            job.cancel()

    with pytest.raises(Cancelled):
        world.write(job, pause=pause)
    assert world.pauses == [0.2] * 3  # of four seconds


def test_it_rests_as_long_as_it_works(monkeypatch):
    world = World(1)
    now = [0.0]

    def tick():
        now[0] += 4.0
        return now[0]

    monkeypatch.setattr("assistant.services.writing_questions.time.monotonic", tick)
    world.write()
    assert sum(world.pauses) == pytest.approx(4.0)


@pytest.mark.parametrize("ending", ["done", "cancelled", "broken"])
def test_the_models_process_is_let_go_before_and_afterwards(ending):
    world = World()
    job = Job()
    if ending == "cancelled":
        job.cancel()
    if ending == "broken":
        world.model.say = lambda _: (_ for _ in ()).throw(ModelCrashed(path="", reason="9"))
    try:
        world.write(job)
    except Cancelled:
        assert ending == "cancelled"
    assert world.model.forgotten == 2


def test_a_model_that_fails_is_left_alone_until_the_next_night():
    world = World()
    world.model.say = lambda _: (_ for _ in ()).throw(ModelCrashed(path="", reason="9"))
    assert world.write() == 0
    assert len(world.model.notes) == 1
    assert not world.writing.is_due()
    world.clock.advance(NIGHT_MS)
    assert world.writing.is_due()


def test_a_clock_that_was_set_back_does_not_end_it_for_good():
    world = World()
    world.model.say = lambda _: (_ for _ in ()).throw(ModelCrashed(path="", reason="9"))
    world.write()
    world.clock.set(world.clock.now_ms() - 365 * 2 * NIGHT_MS)
    assert world.writing.is_due()


def test_half_of_a_rehearsal_at_most_is_written():
    assert MOST_A_NIGHT < MOST_WRITTEN < MOST_TRIES
