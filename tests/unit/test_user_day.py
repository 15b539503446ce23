"""The user's day, around midnight and around a change of the clocks."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from assistant.services.user_day import day_of, day_start

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("now", "day"),
    [
        ("2026-11-24T02:00", date(2026, 11, 23)),
        ("2026-11-24T03:59", date(2026, 11, 23)),
        ("2026-11-24T04:00", date(2026, 11, 24)),
        ("2026-11-24T23:59", date(2026, 11, 24)),
        ("2026-01-01T01:00", date(2025, 12, 31)),
    ],
)
def test_the_night_belongs_to_the_day_before(now: str, day: date):
    assert day_of(datetime.fromisoformat(now).replace(tzinfo=BERLIN), 4) == day


@pytest.mark.parametrize("changed", [date(2026, 3, 29), date(2026, 10, 25)])
def test_a_day_with_a_clock_change_begins_at_its_hour(changed: date):
    noon = datetime(changed.year, changed.month, changed.day, 12, tzinfo=BERLIN)
    assert day_start(noon, 4).hour == 4
    assert day_start(noon - timedelta(hours=10), 4).date() == changed - timedelta(days=1)
