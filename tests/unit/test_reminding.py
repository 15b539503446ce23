"""Each due reminder is shown once, and answers are carried out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.domain.errors import ItemMissing
from assistant.domain.item import Item, ItemKind
from assistant.domain.reminder import Occurrence, OccurrenceState
from assistant.domain.settings import LanguageChoice, Settings
from assistant.services.reminding import Reminding
from tests.fakes import FakeItems, FakeOccurrences, FixedClock

MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS


class Screen:
    """A notification server that remembers what it was asked to show."""

    def __init__(self):
        self.is_available = True
        self.plays_sounds = False
        self.shown = []
        self.notices = []
        self.withdrawn = []

    def show(self, reminder, notice):
        if self.is_available:
            self.notices.append(notice)
            self.shown.append(
                (reminder.occurrence.id, notice.title, notice.body, *(name for _, name in notice.buttons))
            )
        return self.is_available

    def withdraw(self, occurrence_id):
        self.withdrawn.append(occurrence_id)

    def close(self):
        pass


class World:
    def __init__(self):
        self.clock = FixedClock.at("2026-11-24T10:00", "Europe/Berlin")
        self.items = FakeItems()
        self.occurrences = FakeOccurrences(self.items)
        self.screen = Screen()
        self.settings = Settings(language=LanguageChoice.ENGLISH)
        self.told = []
        self.reminding = Reminding(
            self.occurrences, self.items, self.screen, self.clock, lambda: self.settings, self.told.append
        )

    def arm(self, name, in_ms=0, text="call Anna"):
        due_at_ms = self.clock.now_ms() + in_ms
        item = Item(f"i{name}", ItemKind.TASK, text, self.clock.now_ms(), due_at_ms=due_at_ms)
        self.items.add(item, Occurrence(f"o{name}", item.id, due_at_ms, "Europe/Berlin", ""))
        return item

    def state(self, name):
        return self.occurrences.get(name).state


@pytest.fixture
def world():
    return World()


def test_a_due_reminder_is_shown_once(world):
    world.arm("1")
    assert [each.was_notified for each in world.reminding.sweep()] == [True]
    assert world.reminding.sweep() == []
    assert world.state("o1") is OccurrenceState.SHOWN
    assert [shown[0] for shown in world.screen.shown] == ["o1"]


def test_what_is_not_due_waits(world):
    world.arm("1", in_ms=1)
    assert world.reminding.sweep() == []
    assert world.reminding.next_due_ms() == world.clock.now_ms() + 1
    assert [each.occurrence.id for each in world.reminding.upcoming()] == ["o1"]


def test_on_time_it_says_now_and_names_its_buttons(world):
    world.arm("1")
    world.reminding.sweep()
    assert world.screen.shown == [("o1", "call Anna", "Now", "Done", "Snooze 10 min", "Later…")]


def test_a_late_one_says_how_late(world):
    world.arm("1")
    world.clock.advance(12 * MINUTE_MS)
    world.reminding.sweep()
    assert world.screen.shown[0][2] == "12 min late · It was for today 10:00"


def test_in_chinese(world):
    world.settings = replace(world.settings, language=LanguageChoice.CHINESE)
    world.arm("1", text="给安娜打电话")
    world.clock.advance(12 * MINUTE_MS)
    world.reminding.sweep()
    assert world.screen.shown[0][1:] == (
        "给安娜打电话",
        "晚了 12 分钟 · 原定于今天 10:00",
        "完成",
        "10 分钟后再提醒",
        "稍后…",
    )


def test_the_text_can_be_hidden(world):
    world.settings = replace(world.settings, hide_reminder_text=True)
    for name in "12345":
        world.arm(name, text="secret plan")
    world.reminding.sweep()
    world.arm("6", text="secret plan")
    world.clock.advance(HOUR_MS)
    world.reminding.sweep()
    assert world.screen.shown
    assert "secret" not in str(world.screen.shown)


def test_many_late_ones_come_as_one_group_and_all_are_shown(world):
    for number in range(12):
        world.arm(f"{number:02}", in_ms=number, text=f"thing {number}")
    world.clock.advance(3 * HOUR_MS)
    assert [each.was_notified for each in world.reminding.sweep()] == [True] * 12
    ((_, title, body, *buttons),) = world.screen.shown
    assert title == "12 reminders came due while you were away"
    assert body.splitlines()[0] == "thing 0, 3 h late"
    assert body.splitlines()[-1] == "4 more"
    assert not buttons
    assert world.screen.notices[0].is_group
    assert len(world.reminding.missed()) == 12


def test_without_a_notification_server_the_caller_shows_it_and_says_so(world):
    world.screen.is_available = False
    world.arm("1")
    (presented,) = world.reminding.sweep()
    assert not presented.was_notified
    assert world.state("o1") is OccurrenceState.PRESENTING
    assert world.reminding.sweep() == []
    world.reminding.shown("o1")
    assert world.state("o1") is OccurrenceState.SHOWN


def test_one_interrupted_while_being_shown_comes_once_more_and_says_so(world):
    world.screen.is_available = False
    world.arm("1")
    world.reminding.sweep()
    world.occurrences.restart()
    world.screen.is_available = True
    (presented,) = world.reminding.sweep()
    assert presented.reminder.may_repeat
    assert "You may have seen this one already" in world.screen.shown[0][2]
    world.occurrences.restart()
    assert world.reminding.sweep() == []


def test_done_completes_the_item_and_takes_back_its_other_reminders(world):
    item = world.arm("1")
    world.occurrences.add(Occurrence("later", item.id, world.clock.now_ms() + HOUR_MS, "UTC", ""))
    world.reminding.sweep()
    world.reminding.done("o1")
    assert world.items.get("i1").done_at_ms == world.clock.now_ms()
    assert (world.state("o1"), world.state("later")) == (OccurrenceState.DONE, OccurrenceState.CANCELLED)
    assert world.reminding.missed() == []


def test_done_twice_is_done_once(world):
    world.arm("1")
    world.reminding.sweep()
    world.reminding.done("o1")
    first = world.items.get("i1")
    world.clock.advance(MINUTE_MS)
    world.reminding.done("o1")
    assert world.items.get("i1") == first


def test_snooze_is_a_new_deadline_of_its_own(world):
    world.arm("1")
    world.reminding.sweep()
    world.reminding.snooze("o1")
    assert world.state("o1") is OccurrenceState.SNOOZED
    assert world.reminding.sweep() == []
    (upcoming,) = world.reminding.upcoming()
    assert upcoming.occurrence.due_at_ms == world.clock.now_ms() + 10 * MINUTE_MS
    assert upcoming.occurrence.wall_time == "2026-11-24T10:10:00"
    world.clock.advance(10 * MINUTE_MS)
    (again,) = world.reminding.sweep()
    assert (again.reminder.late_ms, again.reminder.may_repeat) == (0, False)


def test_snooze_takes_the_minutes_it_is_given_but_never_comes_straight_back(world):
    world.arm("1")
    world.reminding.sweep()
    world.reminding.snooze("o1", 0)
    assert world.reminding.sweep() == []
    assert world.reminding.next_due_ms() == world.clock.now_ms() + MINUTE_MS


def test_snoozing_twice_makes_one_new_reminder(world):
    world.arm("1")
    world.reminding.sweep()
    world.reminding.snooze("o1")
    world.reminding.snooze("o1")
    assert len(world.reminding.upcoming()) == 1


def test_snooze_after_done_changes_nothing(world):
    world.arm("1")
    world.reminding.sweep()
    world.reminding.done("o1")
    world.reminding.snooze("o1")
    assert world.reminding.upcoming() == []


def test_snooze_onto_an_instant_that_is_taken_is_not_lost(world):
    item = world.arm("1")
    world.occurrences.add(Occurrence("same", item.id, world.clock.now_ms() + 10 * MINUTE_MS, "UTC", ""))
    world.reminding.sweep()
    world.reminding.snooze("o1")
    assert len(world.reminding.upcoming()) == 2


def test_an_item_done_in_between_is_not_shown(world):
    item = world.arm("1")
    world.items.save(replace(item, done_at_ms=world.clock.now_ms()))
    assert world.reminding.sweep() == []
    assert world.state("o1") is OccurrenceState.CANCELLED
    assert world.screen.shown == []


def test_a_forgotten_item_is_not_shown_and_its_buttons_say_so(world):
    world.arm("1")
    world.items.forget(["i1"])
    assert world.reminding.sweep() == []
    for answer in (world.reminding.done, world.reminding.snooze, world.reminding.shown):
        with pytest.raises(ItemMissing):
            answer("o1")


def test_an_item_forgotten_between_claim_and_show_is_not_shown(world):
    world.arm("1")
    claim_due = world.occurrences.claim_due

    def claim_and_forget(now_ms, *following, **only):
        claimed = claim_due(now_ms, *following, **only)
        world.items.forget(["i1"])
        return claimed

    world.occurrences.claim_due = claim_and_forget
    assert world.reminding.sweep() == []
    assert world.screen.shown == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("call Anna tomorrow 3pm about the budget", "call Anna about the budget"),
        ("明天下午三点给安娜打电话", "给安娜打电话"),
        ("tomorrow 9am", "tomorrow 9am"),
    ],
)
def test_the_words_for_the_time_are_not_repeated_when_it_has_come(world, text, title):
    world.arm("1", text=text)
    world.reminding.sweep()
    assert world.screen.shown[0][1] == title


@pytest.mark.parametrize("text", ["\n\n  first line\nsecond", "first line" + "\n" * 9])
def test_the_title_is_the_first_line(world, text):
    world.arm("1", text=text)
    world.reminding.sweep()
    assert world.screen.shown[0][1] == "first line"


def test_a_megabyte_has_a_short_title(world):
    world.arm("1", text="word " * 200_000)
    world.reminding.sweep()
    assert len(world.screen.shown[0][1]) <= 90


def test_an_answered_reminder_leaves_the_screen(world):
    for name in "12":
        world.arm(name)
    world.reminding.sweep()
    world.reminding.done("o1")
    world.reminding.snooze("o2")
    assert world.screen.withdrawn == ["o1", "o2"]


def test_a_repeat_in_a_group_is_labelled(world):
    world.screen.is_available = False
    for name in "12345":
        world.arm(name, text=f"thing {name}")
    world.clock.advance(HOUR_MS)
    world.reminding.sweep()
    world.occurrences.restart()
    world.screen.is_available = True
    world.reminding.sweep()
    assert world.screen.shown[0][2].splitlines()[0] == "thing 1, 60 min late, You may have seen this one already"


def test_in_quiet_hours_it_waits_and_then_says_why_it_is_late(world):
    world.settings = replace(world.settings, quiet_from_hour=22, quiet_to_hour=7)
    world.arm("1", in_ms=13 * HOUR_MS)  # 23:00
    world.clock.advance(13 * HOUR_MS)
    assert world.reminding.sweep() == []
    assert world.state("o1") is OccurrenceState.ARMED
    assert world.reminding.next_due_ms() == world.clock.now_ms() + 8 * HOUR_MS
    world.clock.advance(8 * HOUR_MS)
    assert len(world.reminding.sweep()) == 1
    assert world.screen.shown[0][2].startswith("8 h late · It was for yesterday 23:00 · It waited for the quiet hours")


def test_quiet_hours_are_off_unless_they_differ(world):
    world.settings = replace(world.settings, quiet_from_hour=10, quiet_to_hour=10)
    world.arm("1")
    assert len(world.reminding.sweep()) == 1
