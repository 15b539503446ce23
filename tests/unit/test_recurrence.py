"""The next occurrence of a rule: wall times, month ends, clock changes, and rules that nobody should follow."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.memory.recurrence import is_rule, next_occurrence


def ms(text: str) -> int:
    return round(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000)


def walls(rrule, first, zone="UTC", *, after="2026-01-01T00:00", count=4):
    found, at_ms = [], ms(after)
    for _ in range(count):
        at_ms = next_occurrence(rrule, first, zone, at_ms)
        if at_ms is None:
            break
        found.append(datetime.fromtimestamp(at_ms / 1000, ZoneInfo(zone)).strftime("%m-%d %H:%M"))
    return found


def test_a_wall_time_that_the_clocks_skip_moves_forward():
    found = walls("FREQ=DAILY", "2026-03-28T02:30:00", "Europe/Berlin", count=3)
    assert found == ["03-28 02:30", "03-29 03:30", "03-30 02:30"]


def test_a_wall_time_that_comes_twice_means_the_first():
    at_ms = next_occurrence("FREQ=DAILY", "2026-10-01T02:30:00", "Europe/Berlin", ms("2026-10-24T12:00"))
    assert at_ms == ms("2026-10-25T00:30")
    assert next_occurrence("FREQ=DAILY", "2026-10-01T02:30:00", "Europe/Berlin", at_ms) == ms("2026-10-26T01:30")


@pytest.mark.parametrize(
    ("rrule", "first", "expected"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=31", "2026-01-31T09:00:00", ["01-31 09:00", "02-28 09:00", "03-31 09:00"]),
        ("FREQ=MONTHLY", "2026-01-30T09:00:00", ["01-30 09:00", "02-28 09:00", "03-30 09:00"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-31T09:00:00", ["01-31 09:00", "02-28 09:00", "03-31 09:00"]),
        ("FREQ=YEARLY", "2024-02-29T09:00:00", ["02-28 09:00", "02-28 09:00", "02-29 09:00"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2025-12-30T09:00:00", ["01-13 09:00", "01-27 09:00", "02-10 09:00"]),
        ("FREQ=MONTHLY;BYDAY=-1FR", "2026-01-30T09:00:00", ["01-30 09:00", "02-27 09:00", "03-27 09:00"]),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "2026-01-30T09:00:00",
            ["01-30 09:00", "02-27 09:00", "03-31 09:00"],
        ),
    ],
)
def test_months_and_weeks(rrule, first, expected):
    assert walls(rrule, first, count=3) == expected


@pytest.mark.parametrize(
    ("rrule", "first", "expected"),
    [
        ("FREQ=DAILY;BYHOUR=9,13,18;BYMINUTE=0", "2026-01-01T09:00:00", ["01-01 09:00", "01-01 13:00", "01-01 18:00"]),
        (
            "FREQ=DAILY;BYHOUR=9,13;BYMINUTE=0,30;BYSETPOS=1,4",
            "2026-01-01T09:00:00",
            ["01-01 09:00", "01-01 13:30", "01-02 09:00"],
        ),
        ("FREQ=WEEKLY;BYDAY=MO;BYHOUR=0,12", "2026-01-05T00:00:00", ["01-05 00:00", "01-05 12:00", "01-12 00:00"]),
        ("FREQ=YEARLY;BYYEARDAY=100", "2026-04-10T09:00:00", ["04-10 09:00", "04-10 09:00", "04-09 09:00"]),
        ("FREQ=YEARLY;BYWEEKNO=20", "2026-01-06T09:00:00", ["05-12 09:00", "05-18 09:00", "05-16 09:00"]),
    ],
)
def test_several_times_a_day_and_weeks_of_the_year(rrule, first, expected):
    assert walls(rrule, first, count=3) == expected


def test_days_are_left_out():
    at_ms = next_occurrence("FREQ=DAILY", "2026-12-01T09:00:00", "UTC", ms("2026-12-24T10:00"), ("2026-12-25",))
    assert at_ms == ms("2026-12-26T09:00")


def test_rules_end():
    assert walls("FREQ=DAILY;COUNT=2", "2026-01-01T09:00:00") == ["01-01 09:00", "01-02 09:00"]
    assert walls("FREQ=DAILY;UNTIL=20260102T235959", "2026-01-01T09:00:00") == ["01-01 09:00", "01-02 09:00"]


@pytest.mark.parametrize(
    "rrule",
    [
        "",
        "nonsense",
        "FREQ=SECONDLY",
        "FREQ=MINUTELY",
        "FREQ=MINUTELY;INTERVAL=14",
        "FREQ=HOURLY;BYMINUTE=0,5,10",
        "FREQ=HOURLY;BYDAY=MO;BYSETPOS=1",
        "FREQ=HOURLY;INTERVAL=0",
        "FREQ=HOURLY;INTERVAL=-8",
        "FREQ=DAILY;BYMINUTE=" + ",".join(map(str, range(12))),
        "FREQ=DAILY;BYHOUR=9,10,11;BYMINUTE=" + ",".join(map(str, range(12))),
        "FREQ=DAILY;BYHOUR=" + ",".join(map(str, range(24))) + ";BYMINUTE=0,15,30,45",
        "FREQ=DAILY;BYHOUR=24",
        "FREQ=DAILY;BYHOUR=9,13;BYMINUTE=0,30;BYSETPOS=5",
        "FREQ=MONTHLY;BYHOUR=9,13",
        "FREQ=DAILY;BYHOUR=9;BYSECOND=" + ",".join(map(str, range(60))),
        "FREQ=WEEKLY;BYWEEKNO=20",
        "FREQ=YEARLY;BYWEEKNO=20;BYMONTHDAY=1",
        "FREQ=YEARLY;BYWEEKNO=54",
        "FREQ=DAILY;BYYEARDAY=100",
        "FREQ=YEARLY;BYYEARDAY=100;BYMONTH=2",
        "FREQ=YEARLY;BYYEARDAY=367",
        "FREQ=YEARLY;BYYEARDAY=" + ",".join(map(str, range(1, 366))),
        "FREQ=DAILY;FREQ=SECONDLY",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=20",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=99999999999",
        "FREQ=DAILY;COUNT=999999999",
        "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
        "FREQ=DAILY;BYMONTH=0",
        "FREQ=DAILY\nDTSTART:19700101",
        "FREQ=DAILY;UNTIL=20269999T000000",
    ],
)
def test_hostile_and_impossible_rules_give_nothing_at_once(rrule):
    began = time.perf_counter()
    assert next_occurrence(rrule, "2026-01-01T09:00:00", "UTC", ms("2026-01-01T00:00")) is None
    assert time.perf_counter() - began < 10


def test_a_rule_that_is_followed_is_told_from_one_that_is_not():
    assert is_rule("FREQ=WEEKLY;BYDAY=MO")
    assert is_rule("RRULE:FREQ=WEEKLY;BYDAY=MO")
    assert is_rule("FREQ=HOURLY;INTERVAL=8")
    assert is_rule("FREQ=MINUTELY;INTERVAL=15")
    assert not is_rule("FREQ=MINUTELY;INTERVAL=5")


parts = st.dictionaries(
    st.sampled_from(
        [
            "INTERVAL",
            "BYDAY",
            "BYMONTHDAY",
            "BYMONTH",
            "BYSETPOS",
            "COUNT",
            "UNTIL",
            "WKST",
            "BYHOUR",
            "BYMINUTE",
            "BYWEEKNO",
            "BYYEARDAY",
        ]
    ),
    st.one_of(
        st.integers(-40, 1200).map(str),
        st.lists(st.sampled_from(["MO", "TU", "5SU", "-5SA", "2WE", "29", "31", "-31", "2"]), max_size=6).map(",".join),
        st.sampled_from(["20260201", "20300101T000000Z"]),
    ),
    max_size=4,
)


@settings(max_examples=300, deadline=3000)
@given(
    st.sampled_from(["MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    parts,
    st.dates(),
    st.integers(-(10**14), 10**14),
)
def test_no_rule_raises_or_takes_long_or_goes_back(frequency, values, first, after_ms):
    rrule = ";".join([f"FREQ={frequency}", *(f"{name}={value}" for name, value in values.items())])
    at_ms = next_occurrence(rrule, f"{first.isoformat()}T02:30:00", "Europe/Berlin", after_ms)
    assert at_ms is None or at_ms > after_ms


@given(st.text(), st.text(), st.text())
def test_no_text_raises(rrule, first, zone):
    assert next_occurrence(rrule, first, zone, 0) is None
