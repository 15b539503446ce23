"""Repeating reminders over the real store: a sample of the simulated years, and a real kill between show and commit."""

from __future__ import annotations

import pytest

from assistant.domain.item import Item, ItemKind
from assistant.domain.reminder import Occurrence, OccurrenceState
from assistant.domain.settings import LanguageChoice, Settings
from assistant.evaluation import reminders
from assistant.evaluation.reminder_expectations import Told
from assistant.services.reminding import Reminding
from assistant.services.repeating import follower
from assistant.store.database import Database
from assistant.store.items import SqliteItems
from assistant.store.occurrences import SqliteOccurrences
from tests.fakes import FakeNotifier, FixedClock

DAY_MS = 86_400_000


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Australia/Lord_Howe"])
def test_a_simulated_year_misses_and_doubles_nothing(zone):
    lived = reminders.measure([zone], years=1, seed=7, processes=1)
    counts = lived.counts
    assert lived.classes == {zone: [zone]}
    assert lived.broken == []
    assert {name: counts[name] for name in reminders.PROMISED} == dict.fromkeys(reminders.PROMISED, 0)
    assert counts["shown"] > 500
    assert counts["asked again"] > 50
    assert counts["labelled repeats"] <= counts["kills"]


@pytest.mark.parametrize(
    ("told", "asking", "may_ask"),
    [("settled", True, False), ("collapsed", False, True), ("", False, False)],
)
def test_the_simulation_expects_an_asking_when_nothing_untold_comes_before_it(told, asking, may_ask):
    owed = Told(("08:15",), None, 1, insists=True)
    fourth_day = 3
    now_ms = owed.instants("Europe/Berlin")[fourth_day] - 180_000
    if told:  # further east, before its user went west
        getattr(owed, told).add(fourth_day)
    owed.asks_again(Occurrence("o1", "i1", now_ms, "", "2026-01-04T16:12:10"), now_ms, "Europe/Berlin")
    again_ms = now_ms + 300_000
    assert owed.asking == (again_ms if asking else None)
    assert owed.may_ask == (again_ms if may_ask else None)


class Place:
    def __init__(self, path):
        self.database = Database(path)
        self.items = SqliteItems(self.database)
        self.clock = FixedClock.at("2026-11-23T08:00", "Europe/Berlin")
        self.settings = Settings(language=LanguageChoice.ENGLISH)
        self.screen = FakeNotifier()
        item = Item(
            "i1",
            ItemKind.TASK,
            "water the plants",
            self.clock.now_ms(),
            due_at_ms=self.clock.now_ms() + 3_600_000,
            rrule="FREQ=DAILY",
            first_wall="2026-11-23T09:00:00",
            zone="Europe/Berlin",
        )
        first = follower(self.clock)(item, self.clock.now_ms())
        self.items.add(item, first)
        self.start("first")

    def start(self, mark):
        self.ledger = SqliteOccurrences(self.database, process=mark, is_alive=lambda other: other == mark)
        self.reminding = Reminding(
            self.ledger, self.items, self.screen, self.clock, lambda: self.settings, lambda _: None
        )

    def states(self):
        return [(row.wall_time[:10], row.state.value) for row in self.ledger.for_item("i1")]


@pytest.fixture
def place(tmp_path):
    place = Place(tmp_path / "sidemind.db")
    yield place
    place.database.close()


def test_the_next_one_is_armed_with_the_claim(place):
    place.clock.advance(3_600_000)
    place.reminding.sweep()
    assert place.states() == [("2026-11-24", "armed"), ("2026-11-23", "shown")]
    assert place.items.get("i1").due_at_ms == place.clock.now_ms() + DAY_MS


def test_a_month_asleep_comes_as_one_late_reminder(place):
    place.clock.advance(30 * DAY_MS + 3_600_000)
    [presented] = place.reminding.sweep()
    assert presented.reminder.late_ms == 30 * DAY_MS
    assert "30 days late" in place.screen.shown[0][2]
    assert place.states() == [("2026-12-24", "armed"), ("2026-11-23", "shown")]


def test_done_answers_this_one_and_not_the_item(place):
    place.clock.advance(3_600_000)
    [presented] = place.reminding.sweep()
    for _ in range(2):
        place.reminding.done(presented.reminder.occurrence.id)
    assert place.states() == [("2026-11-24", "armed"), ("2026-11-23", "done")]
    assert not place.items.get("i1").is_done


def test_one_nobody_answered_gives_way_to_the_next(place):
    place.clock.advance(3_600_000)
    place.reminding.sweep()
    place.clock.advance(DAY_MS)
    place.reminding.sweep()
    assert place.states()[1:] == [("2026-11-24", "shown"), ("2026-11-23", "cancelled")]
    assert len(place.reminding.missed()) == 1


def test_the_last_one_of_a_rule_completes_the_item(place):
    item = place.items.get("i1")
    place.items.save(Item(**{name: getattr(item, name) for name in item.__slots__} | {"rrule": "FREQ=DAILY;COUNT=1"}))
    place.clock.advance(3_600_000)
    [presented] = place.reminding.sweep()
    place.reminding.done(presented.reminder.occurrence.id)
    assert place.items.get("i1").is_done
    assert place.ledger.next_due_ms() is None


def test_a_process_that_dies_while_showing_loses_and_doubles_nothing(place):
    place.clock.advance(3_600_000)
    claimed = place.ledger.claim_due(place.clock.now_ms(), follower(place.clock))
    assert len(claimed) == 1
    place.start("second")
    [again] = place.reminding.sweep()
    assert again.reminder.may_repeat
    assert place.states() == [("2026-11-24", "armed"), ("2026-11-23", "shown")]


def test_a_clock_that_was_ahead_does_not_silence_the_days_between(place):
    place.clock.advance(700 * DAY_MS)
    place.reminding.sweep()
    place.clock.advance(-699 * DAY_MS)
    place.reminding.sweep()
    place.clock.advance(3_600_000)
    [presented] = place.reminding.sweep()
    assert presented.reminder.late_ms == 0
    assert [row.state for row in place.ledger.for_item("i1")].count(OccurrenceState.ARMED) == 1
