"""What Later offers: instants ahead, none twice, in the words of both languages."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.item import Language
from assistant.domain.settings import Settings
from assistant.language.wording import words
from assistant.services.later import LaterKey, later_choice, later_choices
from tests.fakes import FixedClock


def offered(wall: str, zone: str = "Europe/Berlin", settings: Settings | None = None) -> dict[str, str]:
    clock = FixedClock.at(wall, zone)
    choices = later_choices(clock, settings or Settings())
    return {words(each.phrase, Language.ENGLISH): clock.local(each.at_ms).strftime("%a %d %H:%M") for each in choices}


def test_in_the_morning_all_are_offered():
    assert offered("2026-11-24T10:00") == {
        "In 1 hour": "Tue 24 11:00",
        "This evening": "Tue 24 18:00",
        "Tomorrow morning": "Wed 25 09:00",
        "Next Monday": "Mon 30 09:00",
    }


@pytest.mark.parametrize("wall", ["2026-11-24T17:45", "2026-11-24T18:00", "2026-11-24T23:00"])
def test_an_evening_that_is_near_or_over_is_not(wall):
    assert "This evening" not in offered(wall)


def test_at_night_the_morning_is_the_coming_one():
    assert offered("2026-11-25T01:30") == {
        "In 1 hour": "Wed 25 02:30",
        "This morning": "Wed 25 09:00",
        "Next Monday": "Mon 30 09:00",
    }


def test_on_sunday_tomorrow_is_monday_and_said_once():
    assert "Next Monday" not in offered("2026-11-29T10:00")


def test_on_monday_next_monday_is_a_week_away():
    assert offered("2026-11-30T10:00")["Next Monday"] == "Mon 07 09:00"


def test_an_hour_over_a_clock_change_is_an_hour():
    assert offered("2026-10-25T02:30")["In 1 hour"] == "Sun 25 02:30"


def test_they_are_said_in_chinese():
    choices = later_choices(FixedClock.at("2026-11-24T10:00", "Asia/Shanghai"), Settings())
    assert [words(each.phrase, Language.CHINESE) for each in choices] == ["一小时后", "今晚", "明早", "下周一"]


@given(
    st.datetimes(datetime.fromisoformat("2000-01-01"), datetime.fromisoformat("2090-01-01")),
    st.sampled_from(["Pacific/Apia", "Asia/Kathmandu", "America/St_Johns", "Europe/Berlin"]),
    st.integers(0, 12),
    st.integers(0, 23),
    st.integers(12, 23),
)
def test_every_choice_is_ahead_and_none_comes_twice(moment, zone, day_start, morning, evening):
    clock = FixedClock(round(moment.replace(tzinfo=UTC).timestamp() * 1000), zone)
    settings = Settings(day_start_hour=day_start, morning_hour=morning, evening_hour=evening)
    choices = later_choices(clock, settings)
    assert all(each.at_ms > clock.now_ms() for each in choices)
    assert len({each.at_ms for each in choices}) >= len(choices) - 1  # the hour may end when the morning begins
    assert all(later_choice(key, clock, settings).at_ms > clock.now_ms() for key in LaterKey)
