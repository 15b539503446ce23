from __future__ import annotations

import subprocess
import sys

import pytest

from assistant.domain.changes import Changes, Topic
from assistant.domain.errors import (
    EmptyCapture,
    ItemMissing,
    SpoolFailed,
    StoreBusy,
    StoreCorrupt,
    StoreFull,
    StoreTooNew,
)
from assistant.domain.item import Draft, ItemKind, Language, Provenance
from assistant.domain.reminder import OccurrenceState
from assistant.domain.settings import Settings
from assistant.services.capturing import Capturing
from tests.fakes import FakeDrafts, FakeItems, FakeSpool, FixedClock


class World:
    def __init__(self) -> None:
        self.items = FakeItems()
        self.spool = FakeSpool()
        self.drafts = FakeDrafts()
        self.clock = FixedClock.at("2026-09-30 10:00", "Asia/Shanghai")
        self.settings = Settings()
        self.changes: list[Changes] = []
        self.capturing = Capturing(
            self.items, self.spool, self.drafts, self.clock, lambda: self.settings, self.changes.append
        )

    def wall(self, at_ms: int | None) -> str:
        assert at_ms is not None
        return self.clock.local(at_ms).strftime("%Y-%m-%d %H:%M")


@pytest.fixture
def world() -> World:
    return World()


def test_a_capture_is_an_item_with_what_was_recognised(world: World):
    kept = world.capturing.capture("明天下午三点给安娜打电话 #家务")

    item = world.items.get(kept.item.id)
    assert item == kept.item
    assert item.kind is ItemKind.TASK
    assert item.text == "明天下午三点给安娜打电话 #家务"
    assert item.language is Language.CHINESE
    assert item.tags == ("家务",)
    assert item.people == ("安娜",)
    assert world.wall(item.due_at_ms) == "2026-10-01 15:00"
    assert not kept.is_spooled


def test_an_id_is_26_characters_and_later_ids_sort_later(world: World):
    first = world.capturing.capture("one").item.id
    world.clock.advance(1)
    second = world.capturing.capture("two").item.id

    assert len(first) == len(second) == 26
    assert first < second


def test_a_task_with_a_time_is_armed_in_the_same_commit(world: World):
    item = world.capturing.capture("call Anna tomorrow 3pm").item

    (row,) = world.items.ledger.values()
    assert (row.item_id, row.due_at_ms, row.state) == (item.id, item.due_at_ms, OccurrenceState.ARMED)
    assert (row.zone, row.wall_time) == ("Asia/Shanghai", "2026-10-01T15:00:00")


@pytest.mark.parametrize("text", ["a plain note", "buy milk", "what is due tomorrow?", "met Anna at 3pm"])
def test_nothing_else_is_armed(world: World, text: str):
    world.capturing.capture(text)

    assert world.items.ledger == {}


def test_a_note_by_choice_has_no_due_time(world: World):
    item = world.capturing.capture("call Anna tomorrow", ItemKind.NOTE).item

    assert (item.kind, item.due_at_ms) == (ItemKind.NOTE, None)
    assert world.items.ledger == {}


def test_a_time_that_was_taken_back_reminds_of_nothing(world: World):
    item = world.capturing.capture("call Anna tomorrow", has_time=False).item

    assert (item.kind, item.due_at_ms) == (ItemKind.TASK, None)
    assert world.items.ledger == {}


@pytest.mark.parametrize("text", ["", " ", "\n\t \r\n", "\u3000\u00a0", "\u200b", "\ufeff"])
def test_white_space_is_no_capture(world: World, text: str):
    with pytest.raises(EmptyCapture):
        world.capturing.capture(text)

    assert world.items.rows == {}


@pytest.mark.parametrize(
    "text",
    [
        "  leading and trailing \n",
        "a\x00b",
        "<img src='file:///etc/passwd'>",
        "مرحبا",
        "👩‍👩‍👧",
        "<|im_end|>",
        "x" * 1_000_000,
    ],
)
def test_text_is_kept_as_given(world: World, text: str):
    assert world.items.get(world.capturing.capture(text).item.id).text == text


def test_half_a_surrogate_pair_becomes_the_replacement_character(world: World):
    assert world.capturing.capture("a\ud800b").item.text == "a\ufffdb"


def test_provenance_is_kept(world: World):
    assert world.capturing.capture("x", provenance=Provenance.PASTED).item.provenance is Provenance.PASTED


def test_the_settings_decide_when_a_morning_is(world: World):
    world.settings = Settings(morning_hour=7)

    assert world.wall(world.capturing.capture("dentist tomorrow").item.due_at_ms) == "2026-10-01 07:00"


def test_open_screens_are_told_after_the_commit(world: World):
    item = world.capturing.capture("call Anna tomorrow").item

    assert world.changes == [Changes.of(Topic.ITEMS, Topic.MIND, Topic.REMINDERS, ids=(item.id,))]


@pytest.mark.parametrize(
    "failure", [StoreBusy(path="x"), StoreFull(path="x"), StoreCorrupt(path="x"), StoreTooNew(path="x")]
)
def test_what_the_store_refuses_goes_to_the_spool(world: World, failure: Exception):
    world.items.failure = failure  # type: ignore[assignment]

    kept = world.capturing.capture("call Anna tomorrow")

    assert kept.is_spooled
    (entry,) = world.spool.pending()
    assert entry[0] == kept.item
    assert entry[1] is not None
    assert world.changes == [Changes.of(Topic.SPOOL, ids=(kept.item.id,))]


def test_the_user_is_told_once_per_outage(world: World):
    world.items.failure = StoreBusy(path="x")
    first = [world.capturing.capture(text).first_spool_notice for text in ("a", "b", "c")]
    world.items.failure = None
    world.capturing.replay_spool()
    world.items.failure = StoreBusy(path="x")
    again = [world.capturing.capture(text).first_spool_notice for text in ("d", "e")]

    assert first == [True, False, False]
    assert again == [True, False]


def test_when_nothing_can_take_it_the_caller_keeps_the_text(world: World):
    world.items.failure, world.spool.is_broken = StoreFull(path="x"), True

    with pytest.raises(SpoolFailed):
        world.capturing.capture("precious")


def test_a_replay_brings_everything_with_its_reminder_and_only_once(world: World):
    world.items.failure = StoreBusy(path="x")
    ids = [world.capturing.capture(f"call Anna in {hours} hours").item.id for hours in (2, 3)]
    world.items.failure = None
    waiting = world.spool.pending()

    assert world.capturing.replay_spool() == 2
    for item, occurrence in waiting:  # a crash before the spool was cleared
        world.spool.append(item, occurrence)
    assert world.capturing.replay_spool() == 2

    assert list(world.items.rows) == ids
    assert len(world.items.ledger) == 2
    assert world.spool.is_empty()
    assert world.capturing.replay_spool() == 0


def test_a_replay_stops_quietly_while_the_outage_lasts(world: World):
    world.items.failure = StoreBusy(path="x")
    world.capturing.capture("a")

    assert world.capturing.replay_spool() == 0
    assert len(world.spool.pending()) == 1


def test_undo_gives_the_text_back_and_leaves_no_trace(world: World):
    item = world.capturing.capture("call Anna tomorrow").item

    assert world.capturing.undo(item.id) == "call Anna tomorrow"
    assert world.items.rows == {}
    assert world.items.ledger == {}


def test_undo_works_for_what_waits_in_the_spool(world: World):
    world.items.failure = StoreBusy(path="x")
    item = world.capturing.capture("call Anna").item

    assert world.capturing.undo(item.id) == "call Anna"
    world.items.failure = None
    assert world.capturing.replay_spool() == 0
    assert world.items.rows == {}


def test_undo_takes_both_when_a_replay_was_cut_short(world: World):
    world.items.failure = StoreBusy(path="x")
    item = world.capturing.capture("call Anna").item
    world.items.failure = None
    world.items.add(item)

    world.capturing.undo(item.id)

    assert world.items.rows == {}
    assert world.spool.is_empty()


def test_undo_of_nothing_says_so(world: World):
    with pytest.raises(ItemMissing):
        world.capturing.undo("nothing")


def test_a_draft_is_kept_and_can_hold_anything(world: World):
    world.capturing.save_draft(Draft("half a \ud800 thought", ItemKind.TASK))

    assert world.capturing.load_draft() == Draft("half a \ufffd thought", ItemKind.TASK)


def test_capturing_imports_nothing_heavy():
    code = (
        "import sys, assistant.services.capturing;"
        "print(sorted({name.split('.')[0] for name in sys.modules}"
        " & {'numpy', 'onnxruntime', 'llama_cpp', 'PySide6', 'sqlite3', 'sqlcipher3', 'sqlite_utils', 'Stemmer',"
        " 'sentencepiece'}))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert result.stdout.strip() == "[]"


def test_what_a_task_says_of_itself_is_kept_with_it(world: World):
    item = world.capturing.capture("waiting for Anna: contract ~30m from next Monday").item

    assert (item.waiting_for, item.effort_minutes) == ("Anna", 30)
    assert item.not_before_ms is not None
    assert item.due_at_ms is None


def test_what_was_waved_away_is_only_text(world: World):
    line = world.capturing.read("waiting for Anna: contract #budget ~30m from next Monday")
    keys = [mark.key for mark in line.marks]

    item = world.capturing.capture(line.text, dropped=keys).item

    assert (item.waiting_for, item.effort_minutes, item.not_before_ms, item.tags, item.people) == (
        "",
        None,
        None,
        (),
        (),
    )
    assert item.text == line.text
