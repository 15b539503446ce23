"""A deadline is reminded of before it, an appointment at its instant."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.domain.item import Item, ItemKind
from assistant.services.capturing import first_occurrence
from assistant.services.deadlines import first_reminder_ms, next_warning_ms
from assistant.services.repeating import follower
from tests.fakes import FakeItems, FakeOccurrences, FixedClock


def task(clock: FixedClock, wall: str, *, is_deadline: bool = True) -> Item:
    due_at_ms = FixedClock.at(wall, clock.zone()).now_ms()
    return Item("1", ItemKind.TASK, "send the report", clock.now_ms(), due_at_ms=due_at_ms, is_deadline=is_deadline)


def wall(clock: FixedClock, at_ms: int | None) -> str | None:
    return None if at_ms is None else clock.local(at_ms).strftime("%m-%d %H:%M")


@pytest.mark.parametrize(
    ("now", "due", "first"),
    [
        ("2026-11-24 10:00", "2026-11-27 18:00", "11-26 09:00"),
        ("2026-11-26 12:00", "2026-11-27 18:00", "11-27 09:00"),
        ("2026-11-27 12:00", "2026-11-27 18:00", "11-27 17:00"),
        ("2026-11-27 17:30", "2026-11-27 18:00", "11-27 18:00"),
        ("2026-11-27 08:30", "2026-11-27 09:00", "11-27 09:00"),
        ("2026-10-24 08:00", "2026-10-26 18:00", "10-25 09:00"),  # the day on which clocks go back
    ],
)
def test_the_first_reminder_comes_before_the_deadline(now: str, due: str, first: str):
    clock = FixedClock.at(now, "Europe/Berlin")

    assert wall(clock, first_reminder_ms(task(clock, due), clock)) == first


def test_an_appointment_is_reminded_of_at_its_instant():
    clock = FixedClock.at("2026-11-24 10:00", "Europe/Berlin")
    item = task(clock, "2026-11-27 09:00", is_deadline=False)

    assert first_reminder_ms(item, clock) == item.due_at_ms
    assert next_warning_ms(item, clock.now_ms(), clock) is None
    occurrence = first_occurrence(item, clock)
    assert occurrence is not None
    assert occurrence.due_at_ms == item.due_at_ms


def test_both_mornings_warn_and_then_it_is_over():
    clock = FixedClock.at("2026-11-24 10:00", "Europe/Berlin")
    item = task(clock, "2026-11-27 18:00")
    items = FakeItems()
    occurrences = FakeOccurrences(items)
    items.add(item, first_occurrence(item, clock))
    told: list[str | None] = []
    for _ in range(24 * 5):
        clock.advance(3_600_000)
        told += [
            wall(clock, each.occurrence.due_at_ms) for each in occurrences.claim_due(clock.now_ms(), follower(clock))
        ]
    assert told == ["11-26 09:00", "11-27 09:00"]


def test_a_deadline_that_is_done_warns_no_more():
    clock = FixedClock.at("2026-11-26 09:00", "Europe/Berlin")
    item = replace(task(clock, "2026-11-27 18:00"), done_at_ms=clock.now_ms())

    assert follower(clock)(replace(item, due_at_ms=None), clock.now_ms()) is None
