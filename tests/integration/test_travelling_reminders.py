"""Suspend in Berlin, wake in Tokyo: wall times follow their user, instants stay, and nothing is missed or doubled."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.domain.item import Item, ItemKind, TimeSpan
from assistant.services.capturing import first_occurrence
from assistant.services.repeating import follower, with_rule
from tests.integration.reminder_place import DAY_MS, HOUR_MS, MINUTE_MS, Place


@pytest.fixture
def place(tmp_path: Path):
    place = Place(tmp_path / "sidemind.db")
    yield place
    place.database.close()


def test_every_day_at_nine_is_nine_o_clock_there(place: Place):
    item = place.capture("take the pill every day at 9")
    place.go_to("2026-11-24T08:00", "Asia/Tokyo")
    assert place.sweep() == [item.text]  # the 23rd at nine is over in Tokyo, and nobody told it
    assert "23 h late" in place.screen.shown[0][2]
    assert place.armed(item) == ["2026-11-24T09:00"]
    place.go_to("2026-11-24T09:00")
    assert place.sweep() == [item.text]
    assert place.armed(item) == ["2026-11-25T09:00"]


def test_a_wall_time_that_was_told_is_not_told_again_further_west(place: Place):
    item = place.capture("take the pill every day at 9")
    place.go_to("2026-11-23T09:00")
    assert place.sweep() == [item.text]
    place.go_to("2026-11-23T06:00", "America/New_York")
    assert place.sweep() == []
    place.go_to("2026-11-23T09:00")
    assert place.sweep() == []
    assert place.armed(item) == ["2026-11-24T09:00"]
    assert place.items.get(item.id).due_at_ms == place.clock.now_ms() + DAY_MS


def test_there_and_back_again_loses_nothing(place: Place):
    item = place.capture("call the office tomorrow at 10")
    for zone in ("Pacific/Kiritimati", "Pacific/Honolulu", "Europe/Berlin"):
        place.clock.move_to(zone)
        assert place.sweep() == []
        assert place.armed(item) == ["2026-11-24T10:00"]
    place.go_to("2026-11-24T10:00")
    assert place.sweep() == [item.text]


def test_in_twenty_minutes_stays_an_instant(place: Place):
    item = place.capture("leave in 20 minutes")
    assert item.is_absolute
    place.clock.move_to("Asia/Tokyo")
    assert place.sweep() == []
    place.clock.advance(20 * MINUTE_MS)
    assert place.sweep() == [item.text]


def test_a_repeat_of_an_explicit_zone_stays_there(place: Place):
    time = TimeSpan(0, 0, place.clock.now_ms() + HOUR_MS, has_clock=True, rrule="FREQ=DAILY", is_absolute=True)
    item = Item("i1", ItemKind.TASK, "call the head office", place.clock.now_ms(), due_at_ms=time.at_ms)
    item = with_rule(item, time, place.clock)
    place.items.add(item, first_occurrence(item, place.clock))
    place.clock.move_to("Asia/Tokyo")
    for _ in range(2):
        place.clock.set(place.ledger.next_due_ms() or 0)
        assert place.sweep() == [item.text]
        assert place.clock.local().hour == 17  # nine in Berlin


def test_minutes_of_a_snooze_stay_and_a_morning_travels(place: Place):
    for text in ("one at 9", "two at 9"):
        place.capture(text)
    place.go_to("2026-11-23T09:00")
    first, second = (each.reminder for each in place.reminding.sweep())
    place.reminding.snooze(first.occurrence.id, 60)
    place.reminding.answer(second.occurrence.id, "later.morning")
    place.clock.move_to("Europe/London")
    place.reminding.sweep()
    assert place.armed(first.item) == ["2026-11-23T09:00"]  # ten in Berlin
    assert place.armed(second.item) == ["2026-11-24T09:00"]


def test_a_deadline_and_its_warning_travel_together(place: Place):
    item = place.capture("send the report by Friday 17:00")
    assert item.is_deadline
    before = place.clock.local(item.due_at_ms).strftime("%Y-%m-%dT%H:%M")
    warned = place.armed(item)
    place.clock.move_to("Asia/Tokyo")
    place.sweep()
    assert place.armed(item) == warned
    moved = place.items.get(item.id)
    assert place.clock.local(moved.due_at_ms).strftime("%Y-%m-%dT%H:%M") == before


def test_the_clocks_that_change_on_the_way_are_those_of_the_new_zone(place: Place):
    place.go_to("2026-03-28T12:00", "Asia/Tokyo")
    item = place.capture("check the oven every day at 2:30am")
    place.clock.move_to("Europe/Berlin")
    place.sweep()
    assert place.armed(item) == ["2026-03-29T03:30"]  # half past two does not exist that night
    place.go_to("2026-03-29T03:30")
    assert place.sweep() == [item.text]
    assert place.armed(item) == ["2026-03-30T02:30"]


def test_a_month_end_stays_one(place: Place):
    place.go_to("2026-01-31T08:00")
    time = TimeSpan(0, 0, place.clock.now_ms() + HOUR_MS, has_clock=True, rrule="FREQ=MONTHLY;BYMONTHDAY=31")
    item = with_rule(Item("i1", ItemKind.TASK, "pay", place.clock.now_ms(), due_at_ms=time.at_ms), time, place.clock)
    place.items.add(item, first_occurrence(item, place.clock))
    place.go_to("2026-01-31T09:00")
    assert place.sweep() == ["pay"]
    place.clock.move_to("Asia/Tokyo")
    place.sweep()
    assert place.armed(item) == ["2026-02-28T09:00"]


def test_days_left_out_and_several_times_a_day(place: Place):
    item = place.capture("stretch every day at 9")
    rule = "FREQ=DAILY;BYHOUR=9,15;BYMINUTE=0"
    place.items.save(replace(place.items.get(item.id), rrule=rule, except_days=("2026-11-24",)))
    following = follower(place.clock)
    found, at_ms = [], place.clock.now_ms()
    for _ in range(3):
        upcoming = following(place.items.get(item.id), at_ms)
        assert upcoming is not None
        at_ms = upcoming.due_at_ms
        found.append(upcoming.wall_time)
    assert found == ["2026-11-23T09:00:00", "2026-11-23T15:00:00", "2026-11-25T09:00:00"]
