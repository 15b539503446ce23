"""Every eight hours, every 20 minutes: through changes of the clocks, from any instant, and for how long."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.memory.recurrence import next_wall
from assistant.memory.short_repeats import counts_real_time, step_of

BERLIN = ZoneInfo("Europe/Berlin")
FORWARD, BACK = "2026-03-28T20:00", "2026-10-24T20:00"  # the evenings before the clocks change


def told(rrule: str, first: str, after: str, *, count: int = 4, except_days: tuple[str, ...] = ()) -> list[str]:
    """The next occurrences after a wall time of Berlin, as the clocks there show them."""
    at_ms = round(datetime.fromisoformat(after).replace(tzinfo=BERLIN).timestamp() * 1000)
    found: list[str] = []
    while len(found) < count:
        following = next_wall(rrule, first, "Europe/Berlin", at_ms, except_days)
        if following is None:
            break
        at_ms = following[1]
        found.append(f"{datetime.fromtimestamp(at_ms / 1000, BERLIN):%d %H:%M}")
    return found


@pytest.mark.parametrize(
    ("rrule", "after", "expected"),
    [
        ("FREQ=HOURLY;INTERVAL=8", FORWARD, ["28 22:00", "29 06:00", "29 14:00", "29 22:00"]),
        ("FREQ=HOURLY;INTERVAL=8", BACK, ["24 22:00", "25 06:00", "25 14:00", "25 22:00"]),
        ("FREQ=HOURLY;INTERVAL=4", FORWARD, ["28 22:00", "29 03:00", "29 06:00", "29 10:00"]),
    ],
)
def test_what_divides_a_day_keeps_its_wall_times(rrule: str, after: str, expected: list[str]):
    assert told(rrule, "2026-01-01T06:00:00", after) == expected


def test_every_hour_and_less_count_real_time():
    assert told("FREQ=HOURLY", "2026-01-01T06:00:00", "2026-10-25T00:30") == [
        "25 01:00",
        "25 02:00",
        "25 02:00",
        "25 03:00",
    ]
    assert told("FREQ=MINUTELY;INTERVAL=30", "2026-01-01T06:00:00", "2026-03-29T01:00", count=3) == [
        "29 01:30", "29 03:00", "29 03:30",
    ]  # fmt: skip


def test_what_does_not_divide_a_day_counts_real_time():
    assert counts_real_time("FREQ=HOURLY;INTERVAL=5")
    assert not counts_real_time("FREQ=HOURLY;INTERVAL=8")
    assert not counts_real_time("FREQ=DAILY")


def test_it_ends_and_leaves_days_out():
    assert told("FREQ=HOURLY;INTERVAL=12;COUNT=3", "2026-01-01T06:00:00", "2026-01-01T05:00") == [
        "01 06:00", "01 18:00", "02 06:00",
    ]  # fmt: skip
    assert told("FREQ=HOURLY;INTERVAL=12;UNTIL=20260101T235959", "2026-01-01T06:00:00", "2026-01-01T07:00") == [
        "01 18:00"
    ]
    left_out = told("FREQ=MINUTELY;INTERVAL=15", "2026-01-01T06:00:00", "2026-01-01T23:45", count=1,
                    except_days=("2026-01-02", "2026-01-03"))  # fmt: skip
    assert left_out == ["04 00:00"]


@given(
    st.sampled_from(["FREQ=HOURLY", "FREQ=HOURLY;INTERVAL=8", "FREQ=HOURLY;INTERVAL=7", "FREQ=MINUTELY;INTERVAL=15"]),
    st.integers(0, 366 * 24),
    st.integers(0, 400 * 24 * 60),
)
def test_the_next_one_is_ahead_and_never_further_than_a_step_and_a_change_of_the_clocks(
    rrule: str, hours: int, minutes: int
):
    start = datetime.fromisoformat("2026-01-01T06:10:00") + timedelta(hours=hours)
    after = start.replace(tzinfo=BERLIN).astimezone(UTC) + timedelta(minutes=minutes)
    after_ms = round(after.timestamp() * 1000)

    found = next_wall(rrule, start.isoformat(), "Europe/Berlin", after_ms)

    assert found is not None
    step = step_of(rrule)
    assert step is not None
    assert 0 < found[1] - after_ms <= (step + timedelta(hours=1)).total_seconds() * 1000
