"""The mind follows captures, questions, uses and the clock."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.domain.item import Item, ItemKind
from assistant.domain.memory import LetGoCause, ReasonKind, Use, UseKind, Weighed
from assistant.domain.reminder import Occurrence
from assistant.domain.settings import Settings
from assistant.services.remembering import Remembering
from tests.fakes import FakeItems, FakeOccurrences, FakeResidents, FixedClock

HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS


class FakeRecalling:
    """Brings to mind what it is told to."""

    def __init__(self):
        self.hits = []

    def recall(self, focus, *, limit=20, kinds=None, exclude=(), now_ms=None):
        del focus, kinds, now_ms
        return [hit for hit in self.hits if hit.item.id not in exclude][:limit]


class World:
    def __init__(self):
        self.clock = FixedClock()
        self.items = FakeItems()
        self.occurrences = FakeOccurrences(self.items)
        self.residents = FakeResidents()
        self.recalling = FakeRecalling()
        self.settings = Settings()
        self.told = []
        self.start()

    def start(self):
        self.remembering = Remembering(
            self.items,
            self.residents,
            self.recalling,
            self.occurrences,
            self.clock,
            lambda: self.settings,
            self.told.append,
        )

    def add(self, name, *, kind=ItemKind.NOTE, age_ms=0, **fields):
        item = Item(name, kind, fields.pop("text", name), self.clock.now_ms() - age_ms, **fields)
        self.items.add(item)
        return item

    def ids(self):
        self.remembering.tick()
        return [resident.item.id for resident in self.remembering.mind().residents]


@pytest.fixture
def world():
    return World()


def test_a_capture_is_on_the_mind_at_once(world):
    world.remembering.captured(world.add("new"))
    assert world.ids() == ["new"]
    assert world.residents.load().keys() == {"new"}
    assert world.told[-1].ids == {"new"}


def test_a_capture_that_nobody_told_is_seen_by_the_clock(world):
    world.add("from another process")
    world.remembering.tick()
    assert [use.kind for use in world.residents.log] == [UseKind.CAPTURED]
    world.remembering.tick()
    assert len(world.residents.log) == 1


def test_reading_the_mind_writes_nothing_and_respects_what_the_user_just_did(world):
    done, pinned = world.add("done"), world.add("pinned", age_ms=300 * DAY_MS)
    world.remembering.tick()
    told = len(world.told)
    world.items.save(replace(done, done_at_ms=world.clock.now_ms()))
    world.items.save(replace(pinned, is_pinned=True))
    assert [each.item.id for each in world.remembering.mind().residents] == ["pinned"]
    assert world.residents.load().keys() == {"done"}
    assert len(world.told) == told


def test_a_tick_at_the_same_instant_changes_and_tells_nothing(world):
    world.remembering.captured(world.add("a"))
    before, told = world.residents.load(), len(world.told)
    world.remembering.tick()
    assert (world.residents.load(), len(world.told)) == (before, told)


def test_the_list_is_the_same_after_a_restart(world):
    for number in range(12):
        world.remembering.captured(world.add(f"note {number}", age_ms=number * HOUR_MS))
    world.remembering.used([Use("note 9", UseKind.OPENED, world.clock.now_ms())])
    before = world.remembering.mind()
    world.start()
    assert world.remembering.mind() == before


def test_the_list_has_no_more_than_the_settings_allow(world):
    world.settings = replace(world.settings, mind_items=3, mind_tokens=100)
    for number in range(9):
        world.remembering.captured(world.add(f"n{number}", text="word " * 200))
    mind = world.remembering.mind()
    assert len(mind.residents) <= 3
    assert mind.used_tokens <= 100


def test_a_very_long_item_still_fits_on_a_small_mind(world):
    world.settings = replace(world.settings, mind_tokens=100)
    world.remembering.captured(world.add("long", text="字" * 1_000_000))
    assert world.ids() == ["long"]


def test_what_fades_is_let_go_and_stays_in_the_archive(world):
    world.remembering.captured(world.add("old"))
    world.clock.advance(60 * DAY_MS)
    world.remembering.tick()
    assert world.ids() == []
    assert [(stone.item_id, stone.cause) for stone in world.residents.tombstones()] == [("old", LetGoCause.FADED)]
    assert world.items.get("old").text == "old"


def test_a_pinned_item_never_fades(world):
    world.remembering.captured(world.add("pinned", is_pinned=True))
    world.clock.advance(4000 * DAY_MS)
    world.remembering.tick()
    assert world.ids() == ["pinned"]


def test_not_now_comes_back_at_its_time(world):
    item = world.add("later", kind=ItemKind.TASK)
    world.remembering.captured(item)
    world.items.save(replace(item, not_before_ms=world.clock.now_ms() + DAY_MS))
    assert world.ids() == []
    world.remembering.tick()
    assert world.residents.tombstones()[0].cause is LetGoCause.NOT_NOW
    world.clock.advance(DAY_MS)
    assert world.ids() == ["later"]


def test_done_items_are_let_go(world):
    item = world.add("task", kind=ItemKind.TASK)
    world.remembering.captured(item)
    world.items.save(replace(item, done_at_ms=world.clock.now_ms()))
    world.remembering.tick()
    assert world.ids() == []
    assert world.residents.tombstones()[0].cause is LetGoCause.DONE


def test_a_forgotten_item_leaves_no_trace(world):
    world.remembering.captured(world.add("secret"))
    world.items.forget(["secret"])
    world.remembering.tick()
    assert world.ids() == []
    assert world.residents.load() == {}
    assert world.residents.tombstones() == []


def test_what_a_question_matched_comes_to_mind_with_the_scorers_reasons(world):
    old = world.add("anna", age_ms=90 * DAY_MS)
    assert world.ids() == []
    world.remembering.asked("what does Anna want?", [Weighed(old, 0.8, 3.0)])
    resident = world.remembering.mind().residents[0]
    assert resident.item.id == "anna"
    assert (resident.reasons[0].kind, resident.reasons[0].detail) == (ReasonKind.ASKED, "what does Anna want?")


def test_a_weak_match_does_not_come_to_mind(world):
    old = world.add("anna", age_ms=90 * DAY_MS)
    world.remembering.asked("anything", [Weighed(old, 0.01, 0.0)])
    assert world.ids() == []


def test_the_only_match_is_not_on_the_mind_when_it_meets_little_of_the_question(world):
    old = world.add("milk", age_ms=90 * DAY_MS)
    question = "which milk did the nurse, the doctor and the midwife recommend for small children last winter?"
    world.remembering.asked(question, [Weighed(old, 1.0, 1.0)])
    assert world.ids() == []


def test_a_capture_brings_related_things_to_mind(world):
    old = world.add("old", text="budget meeting of last year", age_ms=90 * DAY_MS)
    world.recalling.hits = [Weighed(old, 0.9, 5.0)]
    world.remembering.captured(world.add("new", text="prepare the budget meeting"))
    assert set(world.ids()) == {"old", "new"}


def test_one_shared_word_is_chance_and_brings_nothing_to_mind(world):
    old = world.add("old", text="buy milk", age_ms=90 * DAY_MS)
    world.recalling.hits = [Weighed(old, 1.0, 5.0)]
    world.remembering.captured(world.add("new", text="buy shoes"))
    assert world.ids() == ["new"]


def test_captures_of_another_process_bring_related_things_to_mind_too(world):
    old = world.add("old", text="预算会议的材料", age_ms=90 * DAY_MS)
    world.recalling.hits = [Weighed(old, 0.9, 5.0)]
    world.add("new", text="准备预算会议")
    world.remembering.tick(with_recall=True)
    assert set(world.ids()) == {"old", "new"}


def test_a_citation_strengthens(world):
    item = world.add("cited", age_ms=20 * DAY_MS)
    before = world.remembering.weigh([item])["cited"].weight
    world.remembering.used([Use("cited", UseKind.CITED, world.clock.now_ms())])
    assert world.remembering.weigh([item])["cited"].weight > before


def test_a_snoozed_reminder_counts_from_its_new_time(world):
    now_ms = world.clock.now_ms()
    world.add("task", kind=ItemKind.TASK, due_at_ms=now_ms - HOUR_MS)
    world.occurrences.add(Occurrence("o", "task", now_ms + HOUR_MS, "UTC", ""))
    world.remembering.tick()
    kinds = {reason.kind: reason.detail for reason in world.remembering.mind().residents[0].reasons}
    assert kinds[ReasonKind.DUE] == str(now_ms + HOUR_MS)
    assert ReasonKind.OVERDUE not in kinds


def test_a_due_task_comes_to_the_top_as_its_time_comes(world):
    world.add("report", kind=ItemKind.TASK, age_ms=5 * DAY_MS, due_at_ms=world.clock.now_ms() + 3 * DAY_MS)
    world.add("idea")
    assert world.ids()[0] == "idea"
    world.clock.advance(3 * DAY_MS - HOUR_MS)
    assert world.ids()[0] == "report"


def test_an_update_looks_at_a_few_hundred_items_however_many_are_kept(world):
    for number in range(5000):
        world.add(f"n{number:04}", kind=ItemKind.TASK if number % 2 else ItemKind.NOTE, age_ms=number * HOUR_MS)
    looked_at = []
    uses = world.residents.uses
    world.residents.uses = lambda ids: looked_at.append(len(ids)) or uses(ids)
    world.remembering.tick()
    assert max(looked_at) <= 400
    looked_at.clear()
    world.remembering.mind()
    assert max(looked_at) <= 60
