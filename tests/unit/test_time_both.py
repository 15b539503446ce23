"""Two days in one line come twice; what is annual comes each year; a window of hours keeps its hours, however many."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from assistant.language.time import find_time
from assistant.memory.recurrence import is_rule, next_occurrence

NOW = datetime(2026, 9, 30, 10, 0, tzinfo=ZoneInfo("Europe/London"))


def read(text: str) -> tuple[str, str] | None:
    found = find_time(text, NOW)
    return (
        None
        if found is None
        else (f"{datetime.fromtimestamp(found.at_ms / 1000, NOW.tzinfo):%m-%d %H:%M}", found.rrule)
    )


def days_of(text: str) -> list[str]:
    """The occurrences that follow from a reading, three at most."""
    found = find_time(text, NOW)
    assert found is not None
    first = datetime.fromtimestamp(found.at_ms / 1000, NOW.tzinfo)
    days, at_ms = [], found.at_ms - 1
    while len(days) < 3:
        after_ms = next_occurrence(found.rrule, first.replace(tzinfo=None).isoformat(), "Europe/London", at_ms)
        if after_ms is None:
            break
        at_ms = after_ms
        days.append(f"{datetime.fromtimestamp(at_ms / 1000, NOW.tzinfo):%m-%d %H:%M}")
    return days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("call bob on monday and tuesday", ["10-05 09:00", "10-06 09:00"]),
        ("physio on monday and thursday at 9:30", ["10-05 09:30", "10-08 09:30"]),
        ("tomorrow and friday feed the cat", ["10-01 09:00", "10-02 09:00"]),
        ("pay on the 3rd and the 5th", ["10-03 09:00", "10-05 09:00"]),
        ("rehearsal oct 30 and nov 2 at 7pm", ["10-30 19:00", "11-02 19:00"]),
        ("周一和周二值班", ["10-05 09:00", "10-06 09:00"]),
        ("周日、周一上午十点彩排", ["10-04 10:00", "10-05 10:00"]),
        ("10月3日和5日交材料", ["10-03 09:00", "10-05 09:00"]),
        ("明天和后天浇花", ["10-01 09:00", "10-02 09:00"]),
        ("1月3日和5日交材料", ["01-03 09:00", "01-05 09:00"]),
        ("12月30日和5号值班", ["12-30 09:00", "01-05 09:00"]),
        ("rent on the 30th of november and the 12th", ["11-30 09:00", "12-12 09:00"]),
    ],
)
def test_two_days_in_one_line_come_twice(text: str, days: list[str]):
    assert days_of(text) == days


@pytest.mark.parametrize(
    "text",
    ["ask on tuesday or wednesday", "monday at 9 and tuesday at 3", "周二或周三问一下", "friday and anna's party"],
)
def test_an_or_and_two_times_of_day_are_no_pair(text: str):
    found = read(text)

    assert found is not None
    assert found[1] == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("annual checkup in may", ("05-01 09:00", "FREQ=YEARLY")),
        ("yearly fire drill on 5 june", ("06-05 09:00", "FREQ=YEARLY")),
        ("annual leave in august", ("08-01 09:00", "")),
        ("annual report, call ann in march", ("03-01 09:00", "")),
    ],
)
def test_what_is_annual_comes_each_year(text: str, expected: tuple[str, str]):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("drink every 30 minutes from 8 to 18", 21),
        ("check the tank every hour from 8 to 22", 15),
        ("stretch every 15 minutes from 9 to 17", 33),
        ("早上8点到下午6点每半小时喝水", 21),
    ],
)
def test_a_long_window_is_kept_and_followed(text: str, times: int):
    found = read(text)

    assert found is not None
    rule = dict(part.split("=") for part in found[1].split(";"))
    crossed = len(rule["BYHOUR"].split(",")) * len(rule["BYMINUTE"].split(","))
    assert len(rule.get("BYSETPOS", ",".join("1" * crossed)).split(",")) == times
    assert is_rule(found[1])
