"""What insists is asked again by the ledger until it is answered; what repeats after Done begins anew with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.domain.item import Item, ItemKind, TimeSpan
from assistant.services.capturing import first_occurrence
from assistant.services.reminding import MOST_ASKS
from assistant.services.repeating import with_rule
from tests.integration.reminder_place import DAY_MS, HOUR_MS, MINUTE_MS, Killed, Place


@pytest.fixture
def place(tmp_path: Path):
    place = Place(tmp_path / "sidemind.db")
    yield place
    place.database.close()


def later(place: Place, milliseconds: int) -> list[str]:
    place.clock.advance(milliseconds)
    return place.sweep()


def test_it_comes_again_until_it_is_done(place: Place):
    pill = place.capture("take the pill at 9 !!")
    assert later(place, HOUR_MS) == [pill.text]
    assert later(place, 4 * MINUTE_MS) == []
    assert later(place, MINUTE_MS) == [pill.text]
    assert place.screen.shown[-1][2] == "Again, until you answer · It was for today 09:00"
    assert len(place.reminding.missed()) == 1
    place.reminding.done(place.reminding.missed()[0].occurrence.id)
    assert later(place, DAY_MS) == []


def test_an_answer_to_an_earlier_asking_counts(place: Place):
    place.capture("take the pill at 9 !!")
    later(place, HOUR_MS)
    first = place.screen.shown[0][0].occurrence.id
    later(place, 5 * MINUTE_MS)
    place.reminding.done(first)
    assert later(place, DAY_MS) == []


def test_a_snooze_is_an_answer_and_then_it_insists_anew(place: Place):
    pill = place.capture("take the pill at 9 !!")
    later(place, HOUR_MS)
    place.reminding.snooze(place.screen.shown[0][0].occurrence.id, 30)
    assert later(place, 29 * MINUTE_MS) == []
    assert later(place, MINUTE_MS) == [pill.text]
    assert later(place, 5 * MINUTE_MS) == [pill.text]


def test_it_does_not_go_on_for_ever(place: Place):
    place.capture("take the pill at 9 !!")
    later(place, HOUR_MS)
    for _ in range(MOST_ASKS + 5):
        later(place, 5 * MINUTE_MS)
    assert len(place.screen.shown) == 1 + MOST_ASKS
    assert place.ledger.next_due_ms() is None


def test_a_night_asleep_is_one_late_asking(place: Place):
    pill = place.capture("take the pill at 9 !!")
    later(place, HOUR_MS)
    assert later(place, 9 * HOUR_MS) == [pill.text]
    assert len(place.reminding.missed()) == 1


def test_it_breaks_the_quiet_hours_and_a_setting_for_all_does_not(place: Place):
    place.settings = replace(place.settings, quiet_from_hour=22, quiet_to_hour=7, is_insisting=True)
    pill, call = place.capture("take the pill at 23:00 !!"), place.capture("call the office at 23:00")
    place.go_to("2026-11-23T23:00")
    assert place.sweep() == [pill.text]
    assert place.screen.notices[-1].is_urgent
    assert place.reminding.next_due_ms() == place.clock.now_ms() + 5 * MINUTE_MS
    assert later(place, 5 * MINUTE_MS) == [pill.text]
    place.reminding.done(place.reminding.missed()[0].occurrence.id)
    assert later(place, 5 * MINUTE_MS) == []
    place.go_to("2026-11-24T07:00")
    assert place.sweep() == [call.text]
    assert later(place, 5 * MINUTE_MS) == [call.text]


def test_a_repeating_one_is_asked_about_until_its_next_occurrence(place: Place):
    place.settings = replace(place.settings, insist_minutes=120)
    pill = place.capture("take the pill every day at 9 !!")
    later(place, HOUR_MS)
    for _ in range(11):
        assert later(place, 2 * HOUR_MS) == [pill.text]
    assert later(place, 2 * HOUR_MS) == [pill.text]
    assert place.screen.shown[-1][0].occurrence.asks == 0  # nine o'clock of the next day stands for it all
    assert len(place.reminding.missed()) == 1


@pytest.mark.parametrize("kill", ["before show", "after show"])
@pytest.mark.parametrize("asking", [0, 1])
@pytest.mark.parametrize("away_ms", [0, 30_000, 6 * MINUTE_MS])
@pytest.mark.parametrize("text", ["take the pill at 9 !!", "take the pill every day at 9 !!"])
def test_a_kill_between_claim_and_commit_loses_nothing_and_doubles_nothing(
    place: Place, kill: str, asking: int, away_ms: int, text: str
):
    place.capture(text)
    place.clock.advance(HOUR_MS)
    for _ in range(asking):
        place.sweep()
        place.clock.advance(5 * MINUTE_MS)
    place.screen.kill = kill
    seen_before = len(place.screen.shown)
    with pytest.raises(Killed):
        place.sweep()
    place.start()
    place.clock.advance(away_ms)
    [presented] = place.reminding.sweep()
    assert place.sweep() == []
    was_asked_anew = away_ms >= 5 * MINUTE_MS
    assert presented.reminder.may_repeat is not was_asked_anew
    assert len(place.screen.shown) == seen_before + (2 if kill == "after show" else 1)
    armed = [row for row in place.ledger.for_item(presented.reminder.item.id) if row.state == "armed" and row.asks]
    assert len(armed) == 1


def test_a_wall_time_that_was_told_further_east_does_not_silence_it(place: Place):
    pill = place.capture("take the pill every day at 9 !!")
    later(place, HOUR_MS)
    place.reminding.snooze(place.screen.shown[0][0].occurrence.id, 6 * 60 - 2)
    place.clock.move_to("America/New_York")
    assert later(place, (6 * 60 - 2) * MINUTE_MS) == [pill.text]  # 08:58 there
    assert later(place, 5 * MINUTE_MS) == [pill.text]


def test_insisting_can_be_switched_off(place: Place):
    pill = place.capture("take the pill at 9 !!")
    later(place, HOUR_MS)
    place.reminding.insist(pill.id, is_insistent=False)
    assert later(place, HOUR_MS) == []


# After Done


def after_done(place: Place, rrule: str = "FREQ=DAILY;INTERVAL=3") -> Item:
    at_ms = place.clock.now_ms() + HOUR_MS
    time = TimeSpan(0, 0, at_ms, has_clock=True, rrule=rrule, repeats_after_done=True)
    item = with_rule(Item("i1", ItemKind.TASK, "water the plants", 0, due_at_ms=at_ms), time, place.clock)
    place.items.add(item, first_occurrence(item, place.clock))
    return item


def test_done_arms_the_next_from_its_own_day(place: Place):
    item = after_done(place)
    later(place, HOUR_MS)
    assert place.armed(item) == []
    assert later(place, 5 * DAY_MS) == []  # nothing comes before it is done
    place.start()
    assert place.sweep() == []
    place.go_to("2026-11-29T17:30")
    place.reminding.done(place.reminding.missed()[0].occurrence.id)
    assert place.armed(item) == ["2026-12-02T09:00"]
    assert not place.items.get(item.id).is_done


@pytest.mark.parametrize("way", ["notification", "today"])
def test_done_twice_skips_nothing(place: Place, way: str):
    for item in (after_done(place), place.capture("stretch every day at 9")):
        place.go_to("2026-11-23T09:00")
        place.sweep()
        shown = [each for each in place.reminding.missed() if each.item.id == item.id]
        for _ in range(2):
            if way == "notification":
                place.reminding.done(shown[0].occurrence.id)
            else:
                place.curating.done(item.id)
            place.clock.advance(700)
    assert place.armed(place.items.get("i1")) == ["2026-11-26T09:00"]
    assert place.armed(item) == ["2026-11-24T09:00"]


def test_done_ahead_of_time_counts_from_then(place: Place):
    item = after_done(place)
    place.curating.done(item.id)
    assert place.armed(item) == ["2026-11-26T09:00"]
    place.clock.advance(DAY_MS)
    place.curating.done(item.id)
    assert place.armed(item) == ["2026-11-27T09:00"]


def test_done_again_on_the_same_day_or_after_taking_it_back_still_comes(place: Place):
    item = after_done(place)
    later(place, HOUR_MS)
    place.curating.done(item.id)
    place.clock.advance(HOUR_MS)
    place.curating.done(item.id)  # nothing was shown since: it is the same day's Done
    assert place.armed(item) == ["2026-11-26T09:00"]
    place.curating.done(item.id, is_done=False)
    place.clock.advance(HOUR_MS)
    place.curating.done(item.id)
    assert place.armed(item) == ["2026-11-26T09:00"]


def test_a_snoozed_one_is_done_all_the_same(place: Place):
    item = after_done(place, "FREQ=WEEKLY")
    later(place, HOUR_MS)
    place.reminding.snooze(place.reminding.missed()[0].occurrence.id, 60)
    later(place, HOUR_MS)
    place.reminding.done(place.reminding.missed()[0].occurrence.id)
    assert place.armed(item) == ["2026-11-30T09:00"]


def test_one_that_no_longer_repeats_is_done_for_good(place: Place):
    item = after_done(place)
    later(place, HOUR_MS)
    place.curating.stop_repeating(item.id)
    place.reminding.done(place.reminding.missed()[0].occurrence.id)
    assert place.items.get(item.id).is_done
    assert place.ledger.next_due_ms() is None


def test_a_completed_occurrence_is_among_what_was_done(place: Place):
    item = place.capture("stretch every day at 9")
    later(place, HOUR_MS)
    place.reminding.done(place.reminding.missed()[0].occurrence.id)
    [done] = place.ledger.done_since(place.clock.now_ms() - 1)
    assert (done.item.id, done.occurrence.wall_time) == (item.id, "2026-11-23T09:00:00")
    assert place.ledger.done_since(place.clock.now_ms() + 1) == []
