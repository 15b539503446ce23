"""The mind over the real store."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.domain.item import Item, ItemKind
from assistant.domain.memory import LetGoCause, Use, UseKind
from assistant.domain.reminder import Occurrence
from assistant.domain.settings import Settings
from assistant.services.digesting import Digesting
from assistant.services.remembering import Remembering
from assistant.store.database import Database
from assistant.store.items import SqliteItems
from assistant.store.occurrences import SqliteOccurrences
from assistant.store.residents import SqliteResidents
from tests.fakes import FixedClock

HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS


class Machine:
    """One start of the program over a file."""

    def __init__(self, path, clock):
        self.database = Database(path)
        self.items = SqliteItems(self.database)
        self.occurrences = SqliteOccurrences(self.database)
        self.residents = SqliteResidents(self.database)
        self.clock = clock
        self.remembering = Remembering(
            self.items, self.residents, None, self.occurrences, clock, Settings, lambda _: None
        )
        self.digesting = Digesting(self.items, self.occurrences, self.remembering, clock, Settings)

    def add(self, name, *, kind=ItemKind.NOTE, age_ms=0, **fields):
        item = Item(name, kind, fields.pop("text", name), self.clock.now_ms() - age_ms, **fields)
        due_at_ms = item.due_at_ms
        self.items.add(item, None if due_at_ms is None else Occurrence(f"o{name}", name, due_at_ms, "UTC", ""))
        self.remembering.captured(item, with_recall=False)
        return item


@pytest.fixture
def clock():
    return FixedClock()


@pytest.fixture
def start(tmp_path, clock):
    machines = []

    def start():
        machines.append(Machine(tmp_path / "sidemind.db", clock))
        return machines[-1]

    yield start
    for machine in machines:
        machine.database.close()


def fill(machine):
    now_ms = machine.clock.now_ms()
    for number in range(15):
        machine.add(f"note {number:02}", age_ms=number * 5 * HOUR_MS, is_pinned=number == 14)
    machine.add("report", kind=ItemKind.TASK, age_ms=2 * DAY_MS, due_at_ms=now_ms + 3 * HOUR_MS)
    machine.add("等王老师回复", kind=ItemKind.TASK, age_ms=DAY_MS)
    machine.remembering.used([Use("note 09", UseKind.CITED, now_ms), Use("note 09", UseKind.OPENED, now_ms)])
    machine.remembering.tick()


def test_the_mind_and_the_day_are_the_same_after_a_restart(start):
    first = start()
    fill(first)
    mind, day = first.remembering.mind(), first.digesting.digest()
    assert len(mind.residents) == 7
    first.database.close()
    second = start()
    assert second.remembering.mind() == mind
    assert second.digesting.digest() == day


def test_a_tick_at_the_same_instant_writes_nothing(start):
    machine = start()
    fill(machine)
    before = (machine.residents.load(), machine.residents.tombstones(1000))
    machine.remembering.tick()
    assert (machine.residents.load(), machine.residents.tombstones(1000)) == before


def test_years_later_only_the_pin_and_the_open_tasks_are_left(start, clock):
    machine = start()
    fill(machine)
    clock.advance(1000 * DAY_MS)
    machine.remembering.tick()
    assert {each.item.id for each in machine.remembering.mind().residents} == {"note 14", "report", "等王老师回复"}
    assert {stone.cause for stone in machine.residents.tombstones()} >= {LetGoCause.FADED}
    assert machine.items.count() == 17


def test_forgetting_leaves_no_trace_on_the_mind(start):
    machine = start()
    item = machine.add("secret")
    machine.items.save(replace(item, done_at_ms=machine.clock.now_ms()))
    machine.remembering.tick()
    assert [stone.item_id for stone in machine.residents.tombstones()] == ["secret"]
    machine.items.forget(["secret"])
    machine.remembering.tick()
    assert machine.residents.tombstones() == []
    assert machine.residents.uses(["secret"]) == {}
