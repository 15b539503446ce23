"""What repeats by the hour, or by the clocks of another place, over the real ledger: clock changes and journeys."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from assistant.domain.item import Item, ItemKind, Language
from assistant.domain.settings import LanguageChoice, Settings
from assistant.language.capture_line import read_line
from assistant.language.repeat_words import repeat_words
from assistant.services.capturing import first_occurrence
from assistant.services.reminding import Reminding
from assistant.services.repeating import with_rule
from assistant.store.database import Database
from assistant.store.items import SqliteItems
from assistant.store.occurrences import SqliteOccurrences
from tests.fakes import FakeNotifier, FixedClock


class Place:
    def __init__(self, path, now, zone):
        self.database = Database(path)
        self.items = SqliteItems(self.database)
        self.clock = FixedClock.at(now, zone)
        self.ledger = SqliteOccurrences(self.database, process="here", is_alive=lambda other: other == "here")
        settings = Settings(language=LanguageChoice.ENGLISH)
        self.reminding = Reminding(
            self.ledger, self.items, FakeNotifier(), self.clock, lambda: settings, lambda _: None
        )

    def keep(self, text):
        line = read_line(text, self.clock.local())
        assert line.time is not None
        bare = Item("i1", ItemKind.TASK, text, self.clock.now_ms(), due_at_ms=line.time.at_ms)
        item = with_rule(bare, line.time, self.clock)
        self.items.add(item, first_occurrence(item, self.clock))
        return item

    def told(self, count):
        """The next reminders, as UTC instants, each swept at its own and answered at once."""
        found = []
        for _ in range(count):
            next_ms = self.reminding.next_due_ms()
            assert next_ms is not None
            self.clock.advance(next_ms - self.clock.now_ms())
            (shown,) = self.reminding.sweep()
            self.reminding.done(shown.reminder.occurrence.id)
            found.append(f"{datetime.fromtimestamp(next_ms / 1000, UTC):%d %H:%M}")
        return found


@pytest.fixture
def place(tmp_path):
    made = []

    def build(now, zone):
        made.append(Place(tmp_path / "sidemind.db", now, zone))
        return made[-1]

    yield build
    for one in made:
        one.database.close()


def test_a_medicine_keeps_its_hours_when_the_clocks_go_back(place):
    here = place("2026-10-24T14:00", "Europe/Berlin")
    here.keep("take the antibiotics every 8 hours")

    assert here.told(4) == ["24 20:00", "25 05:00", "25 13:00", "25 21:00"]  # 22:00, 06:00, 14:00, 22:00


def test_every_hour_is_told_in_both_hours_of_the_same_name(place):
    here = place("2026-10-24T23:30", "Europe/Berlin")
    here.keep("check the oven every hour")

    assert here.told(5) == ["24 22:30", "24 23:30", "25 00:30", "25 01:30", "25 02:30"]


def test_a_journey_brings_no_dose_early_or_late(place):
    here = place("2026-11-24T06:00", "Europe/Berlin")
    here.keep("take the antibiotics every 8 hours")
    assert here.told(1) == ["24 13:00"]

    here.clock.move_to("Asia/Tokyo")

    assert here.told(3) == ["24 21:00", "25 05:00", "25 13:00"]


def test_a_time_of_another_place_stays_by_its_clocks_in_summer_and_winter(place):
    here = place("2026-03-06T10:00", "Asia/Shanghai")
    item = here.keep("stand-up every day at 9am PST")

    assert here.told(4) == ["06 17:00", "07 17:00", "08 16:00", "09 16:00"]  # the clocks there change on the 8th
    here.clock.move_to("Europe/Berlin")
    assert here.told(1) == ["10 16:00"]
    assert repeat_words(item, Language.ENGLISH) == "repeats every day by the time of Los Angeles"


def test_a_rule_that_would_never_leave_alone_reminds_once(place):
    here = place("2026-11-24T06:00", "Europe/Berlin")

    assert here.keep("check the oven every 5 minutes").rrule == ""


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("pill every 8 hours", Language.ENGLISH, "repeats every 8 hours"),
        ("每半小时起来活动", Language.CHINESE, "每 30 分钟重复"),
        ("check the oven every hour", Language.ENGLISH, "repeats every hour"),
        (
            "drink water every 3 hours from 9am to 6pm",
            Language.ENGLISH,
            "repeats every day at 9:00, 12:00, 15:00 and 18:00",
        ),
        ("周一三五晚上8点健身", Language.CHINESE, "每周一、周三、周五重复"),
    ],
)
def test_how_it_repeats_is_said(place, text, language, said):
    assert repeat_words(place("2026-11-24T06:00", "Europe/Berlin").keep(text), language) == said


def test_zones_are_those_of_the_line():
    now = datetime(2026, 11, 24, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
    line = read_line("每周一美东时间上午9点例会", now)
    assert line.time is not None
    assert (line.time.zone, line.time.rrule, line.title) == ("America/New_York", "FREQ=WEEKLY;BYDAY=MO", "例会")
