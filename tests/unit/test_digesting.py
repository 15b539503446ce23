"""The day on one screen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.digest import SectionKind
from assistant.domain.item import Item, ItemKind
from assistant.domain.memory import ReasonKind
from assistant.domain.reminder import Occurrence, OccurrenceState
from assistant.domain.settings import Settings
from assistant.services.digesting import Digesting
from assistant.services.remembering import Remembering
from tests.fakes import FakeItems, FakeOccurrences, FakeResidents, FixedClock

MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS
DAY_MS = 24 * HOUR_MS


class World:
    def __init__(self, wall="2026-11-24T10:00", zone="Europe/Berlin"):
        self.clock = FixedClock.at(wall, zone)
        self.items = FakeItems()
        self.occurrences = FakeOccurrences(self.items)
        self.settings = Settings()
        self.remembering = Remembering(
            self.items,
            FakeResidents(),
            None,
            self.occurrences,
            self.clock,
            lambda: self.settings,
            lambda _: None,
        )
        self.digesting = Digesting(self.items, self.occurrences, self.remembering, self.clock, lambda: self.settings)

    def add(self, name, *, kind=ItemKind.TASK, due_in_ms=None, age_ms=HOUR_MS, is_armed=True, **fields):
        now_ms = self.clock.now_ms()
        due_at_ms = None if due_in_ms is None else now_ms + due_in_ms
        item = Item(name, kind, fields.pop("text", name), now_ms - age_ms, due_at_ms=due_at_ms, **fields)
        is_armed = is_armed and due_at_ms is not None
        self.items.add(item, Occurrence(f"o-{name}", name, due_at_ms, "UTC", "") if is_armed else None)
        return item

    def sections(self):
        self.remembering.tick()
        return {section.kind: section for section in self.digesting.digest().sections}

    def names(self, kind):
        section = self.sections().get(kind)
        return [] if section is None else [line.item.id for line in (*section.lines, *section.folded)]


@pytest.fixture
def world():
    return World()


def test_an_empty_day_has_no_sections(world):
    assert world.sections() == {}


def test_what_is_due_within_two_hours_is_now_and_the_week_is_next(world):
    world.add("soon", due_in_ms=HOUR_MS)
    world.add("today", due_in_ms=5 * HOUR_MS)
    world.add("thursday", due_in_ms=2 * DAY_MS)
    world.add("next month", due_in_ms=30 * DAY_MS)
    assert world.names(SectionKind.NOW) == ["soon"]
    assert world.names(SectionKind.NEXT) == ["today", "thursday"]


def test_with_nothing_pressing_there_is_one_thing_to_begin_with(world):
    world.add("a")
    world.add("b")
    assert len(world.names(SectionKind.NOW)) == 1
    assert len(world.names(SectionKind.NEXT)) == 1


def test_waiting_for_others_is_told_apart_in_both_languages(world):
    world.add("w1", text="waiting for Li Wei's contract")
    world.add("w2", text="等王老师回复", kind=ItemKind.NOTE)
    assert set(world.names(SectionKind.WAITING)) == {"w1", "w2"}


def test_waiting_that_is_due_now_is_now(world):
    world.add("w", text="asked Anna for the figures", due_in_ms=HOUR_MS)
    assert world.names(SectionKind.NOW) == ["w"]


def test_notes_on_the_mind_are_to_remember(world):
    world.add("note", kind=ItemKind.NOTE)
    assert world.names(SectionKind.REMEMBER) == ["note"]


def test_a_reminder_nobody_answered_is_missed_and_can_be_answered(world):
    world.add("call", due_in_ms=-3 * HOUR_MS)
    world.occurrences.mark("o-call", OccurrenceState.SHOWN, world.clock.now_ms() - 2 * HOUR_MS)
    (line,) = world.sections()[SectionKind.MISSED].lines
    assert (line.occurrence_id, line.reasons[0].kind) == ("o-call", ReasonKind.OVERDUE)


def test_a_reminder_shown_just_now_is_now(world):
    world.add("call", due_in_ms=-5 * MINUTE_MS)
    world.occurrences.mark("o-call", OccurrenceState.SHOWN, world.clock.now_ms())
    assert world.names(SectionKind.NOW) == ["call"]
    assert world.sections()[SectionKind.NOW].lines[0].occurrence_id == "o-call"


def test_a_snoozed_reminder_is_not_missed(world):
    item = world.add("call", due_in_ms=-3 * HOUR_MS)
    world.occurrences.mark("o-call", OccurrenceState.SNOOZED, world.clock.now_ms())
    world.occurrences.add(Occurrence("again", item.id, world.clock.now_ms() + 10 * MINUTE_MS, "UTC", ""))
    assert world.names(SectionKind.NOW) == ["call"]
    assert world.names(SectionKind.MISSED) == []


def test_many_missed_ones_fold_away(world):
    for number in range(9):
        world.add(f"m{number}", due_in_ms=-number * HOUR_MS - 2 * DAY_MS, is_armed=False, age_ms=5 * DAY_MS)
    section = world.sections()[SectionKind.MISSED]
    assert section.lines == ()
    assert len(section.folded) == 9


def test_done_today_is_told_from_the_start_of_the_users_day(world):
    early = World("2026-11-24T02:00")  # before five it is still yesterday
    early.add("late work", done_at_ms=early.clock.now_ms() - 4 * HOUR_MS)
    assert early.names(SectionKind.DONE) == ["late work"]
    world.add("yesterday", done_at_ms=world.clock.now_ms() - 6 * HOUR_MS)
    assert world.names(SectionKind.DONE) == []


def test_an_occurrence_done_today_is_told_and_the_next_one_stands_ahead(world):
    now_ms = world.clock.now_ms()
    world.add("stretch", due_in_ms=DAY_MS, rrule="FREQ=DAILY")
    for name, ago_ms in (("yesterday", DAY_MS), ("today", HOUR_MS)):
        row = Occurrence(f"o-{name}", "stretch", now_ms - ago_ms, "UTC", "", OccurrenceState.DONE)
        world.occurrences.add(replace(row, answered_at_ms=now_ms - ago_ms))
    world.add("call", done_at_ms=now_ms - 2 * HOUR_MS)
    assert world.names(SectionKind.DONE) == ["stretch", "call"]
    assert world.names(SectionKind.NEXT) == ["stretch"]
    [line, _] = world.sections()[SectionKind.DONE].lines
    assert (line.occurrence_id, line.due_at_ms) == ("o-today", now_ms - HOUR_MS)


def test_not_now_is_nowhere(world):
    world.add("later", due_in_ms=HOUR_MS, not_before_ms=world.clock.now_ms() + DAY_MS)
    assert world.sections() == {}


def test_a_day_with_a_clock_change_is_still_one_day():
    world = World("2026-10-25T23:30")  # the clocks went back at three
    world.add("tomorrow morning", due_in_ms=7 * DAY_MS - 24 * HOUR_MS)
    start_ms = world.digesting._day().start_ms
    assert world.clock.local(start_ms).hour == 5
    assert world.digesting._day().end_ms - start_ms == DAY_MS


@st.composite
def days(draw):
    world = World()
    for number in range(draw(st.integers(0, 25))):
        kind = draw(st.sampled_from(ItemKind))
        due_in_ms = draw(st.one_of(st.none(), st.integers(-10 * DAY_MS, 10 * DAY_MS)))
        item = world.add(
            f"i{number}",
            kind=kind,
            text=draw(st.sampled_from(["buy milk", "waiting for Bob", "等王老师回复", "idea"])),
            due_in_ms=due_in_ms,
            is_pinned=draw(st.booleans()),
            done_at_ms=draw(st.sampled_from([None, None, world.clock.now_ms() - HOUR_MS])),
            not_before_ms=draw(st.sampled_from([None, None, world.clock.now_ms() + HOUR_MS])),
        )
        if due_in_ms is not None and due_in_ms <= 0:
            world.occurrences.mark(f"o-{item.id}", OccurrenceState.SHOWN, world.clock.now_ms() + due_in_ms)
    return world


@settings(max_examples=40, deadline=None)
@given(days())
def test_at_most_seven_lines_and_each_item_once_and_always_a_reason(world):
    world.remembering.tick()
    digest = world.digesting.digest()
    assert sum(len(section.lines) for section in digest.sections) <= 7
    lines = [line for section in digest.sections for line in (*section.lines, *section.folded)]
    assert len({line.item.id for line in lines}) == len(lines)
    assert all(sum(reason.share for reason in line.reasons) == pytest.approx(1) for line in lines)
    assert [section.kind for section in digest.sections] == [
        kind for kind in SectionKind if any(section.kind is kind for section in digest.sections)
    ]


@settings(max_examples=40, deadline=None)
@given(days())
def test_open_work_of_this_week_is_always_somewhere(world):
    world.remembering.tick()
    day = world.digesting._day()
    shown = {
        line.item.id for section in world.digesting.digest().sections for line in (*section.lines, *section.folded)
    }
    for item in world.items.recent(limit=100):
        is_open = item.kind is ItemKind.TASK and not item.is_done and item.not_before_ms is None
        if is_open and (item.due_at_ms is None or item.due_at_ms < day.week_end_ms):
            assert item.id in shown


def test_the_reason_of_a_pin_is_told(world):
    world.add("pinned", kind=ItemKind.NOTE, is_pinned=True)
    line = world.sections()[SectionKind.REMEMBER].lines[0]
    assert ReasonKind.PINNED in {reason.kind for reason in line.reasons}


def test_a_done_item_says_when(world):
    item = world.add("task")
    world.items.save(replace(item, done_at_ms=world.clock.now_ms()))
    (line,) = world.sections()[SectionKind.DONE].lines
    assert (line.reasons[0].kind, line.reasons[0].detail) == (ReasonKind.DONE, str(world.clock.now_ms()))


def test_why_a_line_is_in_its_section_is_said_first(world):
    world.add("soon", due_in_ms=90 * MINUTE_MS, age_ms=0)
    world.add("w", kind=ItemKind.NOTE, text="等王老师回复", age_ms=0, people=("王老师",))
    sections = world.sections()
    assert sections[SectionKind.NOW].lines[0].reasons[0].kind is ReasonKind.DUE
    reason = sections[SectionKind.WAITING].lines[0].reasons[0]
    assert (reason.kind, reason.detail) == (ReasonKind.WAITING, "王老师")


def test_a_line_does_not_say_tomorrow_when_that_is_over(world):
    world.add("call", text="Call the bank tomorrow at 10am", due_in_ms=HOUR_MS, age_ms=DAY_MS)
    world.add("note", text="a plain task")
    sections = world.sections().values()
    titles = {line.item.id: line.title for section in sections for line in (*section.lines, *section.folded)}
    assert titles == {"call": "Call the bank", "note": "a plain task"}


def test_nothing_ahead_is_folded_while_there_is_room(world):
    for number in range(9):
        world.add(f"task {number}", due_in_ms=(3 + number) * HOUR_MS)
    section = world.sections()[SectionKind.NEXT]
    assert (len(section.lines), len(section.folded)) == (7, 2)


# Tasks that start later, deadlines, what was carried over and what lies on the shelf


def test_what_starts_later_is_not_in_today(world):
    world.add("later", not_before_ms=world.clock.now_ms() + DAY_MS)
    world.add("now")

    assert world.names(SectionKind.NOW) == ["now"]
    world.clock.advance(DAY_MS)
    assert set(world.names(SectionKind.NOW) + world.names(SectionKind.NEXT)) == {"now", "later"}


def test_a_deadline_is_shown_by_its_date_and_not_by_its_reminder(world):
    item = world.add("report", due_in_ms=3 * DAY_MS, is_armed=False, is_deadline=True)
    world.occurrences.add(Occurrence("o", "report", world.clock.now_ms() + HOUR_MS, "UTC", ""))

    (line,) = world.sections()[SectionKind.NEXT].lines
    assert line.due_at_ms == item.due_at_ms
    assert (line.reasons[0].kind, line.reasons[0].detail) == (ReasonKind.DEADLINE, str(item.due_at_ms))


def test_a_warning_that_nobody_answered_is_not_missed(world):
    item = world.add("report", due_in_ms=2 * DAY_MS, is_armed=False, is_deadline=True)
    shown_at_ms = world.clock.now_ms() - 3 * HOUR_MS
    world.occurrences.add(Occurrence("o", "report", shown_at_ms, "UTC", ""))
    world.occurrences.mark("o", OccurrenceState.SHOWN, shown_at_ms)

    (line,) = world.sections()[SectionKind.NEXT].lines
    assert (line.due_at_ms, line.occurrence_id) == (item.due_at_ms, "o")
    world.clock.advance(3 * DAY_MS)
    (line,) = world.sections()[SectionKind.MISSED].lines
    assert line.reasons[0].detail == str(item.due_at_ms)


def test_an_undone_task_moves_quietly_into_today(world):
    world.add("yesterday", due_in_ms=-DAY_MS, is_armed=False)
    assert world.names(SectionKind.MISSED) == ["yesterday"]

    world.items.roll_over(world.clock.now_ms() - 5 * HOUR_MS, world.clock.now_ms(), 5)
    world.add("tomorrow", due_in_ms=DAY_MS)

    sections = world.sections()
    assert SectionKind.MISSED not in sections
    assert world.names(SectionKind.NEXT) == ["tomorrow"]
    (carried,) = sections[SectionKind.NOW].lines  # nothing presses: one thing to begin with
    assert carried.item.id == "yesterday"
    assert (carried.due_at_ms, carried.reasons[0].kind) == (None, ReasonKind.OVERDUE)
    world.add("soon", due_in_ms=HOUR_MS)
    world.add("this evening", due_in_ms=8 * HOUR_MS)
    assert world.names(SectionKind.NOW) == ["soon"]
    assert world.names(SectionKind.NEXT) == ["this evening", "yesterday", "tomorrow"]


def test_the_shelf_is_folded_away_and_told_once(world):
    world.add("old", due_in_ms=-9 * DAY_MS, is_armed=False, rolls=5)
    world.add("by hand", set_aside_at_ms=world.clock.now_ms())
    world.items.roll_over(world.clock.now_ms() - 5 * HOUR_MS, world.clock.now_ms(), 5)

    digest = world.digesting.digest()
    assert digest.has_newly_aside
    (aside,) = (section for section in digest.sections if section.kind is SectionKind.ASIDE)
    assert aside.lines == ()
    assert {line.item.id for line in aside.folded} == {"old", "by hand"}
    world.clock.advance(DAY_MS)
    assert not world.digesting.digest().has_newly_aside


def test_what_was_set_aside_by_hand_is_not_told(world):
    world.add("by hand", due_in_ms=-DAY_MS, is_armed=False, rolls=2, set_aside_at_ms=world.clock.now_ms())

    assert not world.digesting.digest().has_newly_aside
    assert world.names(SectionKind.NEXT) == world.names(SectionKind.MISSED) == []


def test_what_is_left_today(world):
    world.add("appointment", due_in_ms=HOUR_MS)
    world.add("next week", due_in_ms=5 * DAY_MS)
    world.add("undated")
    world.add("late", due_in_ms=-DAY_MS, is_armed=False)
    world.add("done", done_at_ms=world.clock.now_ms())
    world.add("owed", waiting_for="Anna")
    world.add("a note", kind=ItemKind.NOTE)

    assert {item.id for item in world.digesting.left_today()} == {"appointment", "undated", "late"}


def test_waiting_is_what_the_item_says_when_somebody_looked(world):
    world.add("owed", waiting_for="Anna", text="contract")
    world.add("waved away", waiting_for="", text="waiting for Anna")
    world.add("never read", text="waiting for Bob")

    assert set(world.names(SectionKind.WAITING)) == {"owed", "never read"}


def test_a_title_goes_without_start_and_effort(world):
    world.add("x", text="write the report ~30m", effort_minutes=30)

    assert world.sections()[SectionKind.NOW].lines[0].title == "write the report"
