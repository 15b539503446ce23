"""Capturing and curating over a real SQLite file and a real spool."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.domain.errors import StoreBusy
from assistant.domain.item import ItemKind
from assistant.domain.reminder import OccurrenceState
from assistant.domain.settings import Settings
from assistant.services.capturing import Capturing
from assistant.services.curating import Curating, ForgetPreview
from assistant.store.drafts import FileDrafts
from assistant.store.spool import FileSpool
from tests.fakes import FixedClock
from tests.integration.stores import Store


class World:
    def __init__(self, folder: Path) -> None:
        self.store = Store(folder / "sidemind.db")
        self.spool = FileSpool(folder / "spool.jsonl")
        self.clock = FixedClock.at("2026-09-30 10:00", "Asia/Shanghai")
        ports = (self.clock, Settings, lambda changes: None)
        self.capturing = Capturing(self.store.items, self.spool, FileDrafts(folder / "draft.json"), *ports)
        self.curating = Curating(self.store.items, self.store.occurrences, self.store.residents, *ports)

    def states(self, item_id: str) -> list[tuple[str, OccurrenceState]]:
        return [(row.wall_time, row.state) for row in self.store.occurrences.for_item(item_id)]


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


@pytest.mark.parametrize("text", ["a\x00b", "مرحبا 😀", "<|im_end|>", "  two\n\nlines ", "明天" * 400_000])
def test_any_text_comes_back_as_it_was_given(world: World, text: str):
    item = world.capturing.capture(text).item

    assert world.curating.get(item.id) == item
    assert item.text == text


def test_half_a_surrogate_pair_does_not_stop_a_capture(world: World):
    item = world.capturing.capture("a\ud800b").item

    assert world.curating.get(item.id).text == "a\ufffdb"


def test_a_task_is_stored_with_its_armed_reminder(world: World):
    item = world.capturing.capture("明天下午三点给安娜打电话").item

    assert item.kind is ItemKind.TASK
    assert world.states(item.id) == [("2026-10-01T15:00:00", OccurrenceState.ARMED)]


def test_an_outage_loses_nothing(world: World, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> bool:
        raise StoreBusy(path="sidemind.db")

    with monkeypatch.context() as outage:
        outage.setattr(world.store.items, "add", refuse)
        kept = [world.capturing.capture(text) for text in ("call Anna tomorrow 3pm", "一条笔记")]
        assert [each.first_spool_notice for each in kept] == [True, False]
        assert world.capturing.replay_spool() == 0

    assert world.capturing.replay_spool() == 2
    assert world.spool.is_empty()
    assert [world.curating.get(each.item.id) for each in kept] == [each.item for each in kept]
    assert world.states(kept[0].item.id) == [("2026-10-01T15:00:00", OccurrenceState.ARMED)]


def test_undo_leaves_no_trace(world: World):
    item = world.capturing.capture("call Anna tomorrow").item

    assert world.capturing.undo(item.id) == "call Anna tomorrow"
    assert world.store.items.count() == 0
    assert world.store.occurrences.next_due_ms() is None


def test_postponing_there_and_back_arms_the_first_instant_again(world: World):
    item = world.capturing.capture("call Anna tomorrow 3pm").item
    assert item.due_at_ms is not None

    world.curating.postpone(item.id, item.due_at_ms + 3_600_000)
    world.curating.postpone(item.id, item.due_at_ms)

    assert sorted(world.states(item.id)) == [
        ("2026-10-01T15:00:00", OccurrenceState.ARMED),
        ("2026-10-01T16:00:00", OccurrenceState.CANCELLED),
    ]


def test_an_edit_is_found_in_the_history_and_in_the_ledger(world: World):
    item = world.capturing.capture("call Anna tomorrow 3pm").item
    world.curating.edit(item.id, "call Anna friday 4pm")

    assert [version.text for version in world.curating.history(item.id)] == ["call Anna tomorrow 3pm"]
    assert sorted(world.states(item.id)) == [
        ("2026-10-01T15:00:00", OccurrenceState.CANCELLED),
        ("2026-10-02T16:00:00", OccurrenceState.ARMED),
    ]


def test_forgetting_does_what_its_preview_says(world: World):
    item = world.capturing.capture("call Anna tomorrow 3pm").item
    world.store.residents.replace({item.id: 1.0}, [])

    assert world.curating.preview_forget([item.id]) == ForgetPreview(1, 1, 1, 0)
    assert world.curating.forget([item.id]) == 1
    assert world.curating.preview_forget([item.id]) == ForgetPreview(0, 0, 0, 0)
