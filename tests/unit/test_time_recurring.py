# ruff: noqa: E501 - a table row is read best on one line
"""Recurrences of several times a day, with exceptions, and counted from Done; golden lines written by us."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from assistant.language.time import find_time


def now(zone: str) -> datetime:
    """Wednesday."""
    return datetime(2026, 9, 30, 10, 0, tzinfo=ZoneInfo(zone))


SEVERAL = """
take the pills every day at 9, 13 and 18 | FREQ=DAILY;BYHOUR=9,13,18;BYMINUTE=0 | every day at 9, 13 and 18
at 9am, 1pm and 6:30pm every day stretch | FREQ=DAILY;BYHOUR=9,13,18;BYMINUTE=0,30;BYSETPOS=1,3,6 | at 9am, 1pm and 6:30pm every day
stand-up on weekdays at 9 and 17:30 | FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9,17;BYMINUTE=0,30;BYSETPOS=1,4 | on weekdays at 9 and 17:30
every Monday at 8 and 20:00 call in | FREQ=WEEKLY;BYDAY=MO;BYHOUR=8,20;BYMINUTE=0 | every Monday at 8 and 20:00
drink every 30 minutes from 6 to 23 | FREQ=DAILY;BYHOUR=6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23;BYMINUTE=0,30;BYSETPOS=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35 | every 30 minutes from 6 to 23
eye drops twice a day | FREQ=DAILY;BYHOUR=9,18;BYMINUTE=0 | twice a day
antibiotics three times daily | FREQ=DAILY;BYHOUR=9,14,18;BYMINUTE=0 | three times daily
每天9点、13点和18点吃药 | FREQ=DAILY;BYHOUR=9,13,18;BYMINUTE=0 | 每天9点、13点和18点
每天三次9点13点18点吃药 | FREQ=DAILY;BYHOUR=9,13,18;BYMINUTE=0 | 每天三次9点13点18点
每天早上八点和晚上十点打卡 | FREQ=DAILY;BYHOUR=8,22;BYMINUTE=0 | 每天早上八点和晚上十点
一天两次滴眼药水 | FREQ=DAILY;BYHOUR=9,18;BYMINUTE=0 | 一天两次
"""


@pytest.mark.parametrize(("text", "rrule", "words"), [line.split(" | ") for line in SEVERAL.strip().splitlines()])
def test_several_times_a_day_are_one_rule(text: str, rrule: str, words: str):
    found = find_time(text, now("Asia/Shanghai"))

    assert found is not None
    assert (found.rrule, text[found.start : found.end]) == (rrule, words)


EXCEPT = """
every weekday except Friday | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH
daily at 9 except Sundays | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA
every day but not on weekends | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
every day excluding Mon and Wed | FREQ=WEEKLY;BYDAY=TU,TH,FR,SA,SU
every day except in June and July | FREQ=DAILY;BYMONTH=1,2,3,4,5,8,9,10,11,12
每天（周末除外）跑步 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
除了周五，每个工作日八点站会 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH
每天除了周三以外浇花 | FREQ=WEEKLY;BYDAY=MO,TU,TH,FR,SA,SU
每天除了七月和八月练琴 | FREQ=DAILY;BYMONTH=1,2,3,4,5,6,9,10,11,12
"""


@pytest.mark.parametrize(("text", "rrule"), [line.split(" | ") for line in EXCEPT.strip().splitlines()])
def test_what_is_excepted_is_left_out_of_the_rule(text: str, rrule: str):
    found = find_time(text, now("Asia/Shanghai"))

    assert found is not None
    assert (found.rrule, found.except_days) == (rrule, ())


@pytest.mark.parametrize(
    "text", ["daily except tomorrow", "every day at 9 except 2 October and Christmas", "每天除了明天"]
)
def test_dates_left_out_are_told_and_skipped(text: str):
    found = find_time(text, now("Asia/Shanghai"))

    assert found is not None
    day = datetime.fromtimestamp(found.at_ms / 1000, ZoneInfo("Asia/Shanghai")).date()
    assert found.except_days
    assert day.isoformat() not in found.except_days


AFTER_DONE = """
water the cactus every! 3 days | FREQ=DAILY;INTERVAL=3
clean the filter 2 weeks after I finish | FREQ=WEEKLY;INTERVAL=2
change the sheets every 10 days after completion | FREQ=DAILY;INTERVAL=10
a month after it's done | FREQ=MONTHLY
浇花，完成后三天 | FREQ=DAILY;INTERVAL=3
擦窗户，做完两周后再做 | FREQ=WEEKLY;INTERVAL=2
每次完成后一个月换滤芯 | FREQ=MONTHLY
"""


@pytest.mark.parametrize(("text", "rrule"), [line.split(" | ") for line in AFTER_DONE.strip().splitlines()])
def test_a_repeat_may_count_from_when_it_was_done(text: str, rrule: str):
    found = find_time(text, now("Asia/Shanghai"))

    assert found is not None
    assert (found.rrule, found.repeats_after_done) == (rrule, True)


@pytest.mark.parametrize(
    "text", ["every 3 days water the cactus", "3 days after finishing school we move", "每三天浇花"]
)
def test_other_repeats_do_not_wait_for_it(text: str):
    found = find_time(text, now("Asia/Shanghai"))

    assert found is None or not found.repeats_after_done


@pytest.mark.parametrize(
    ("text", "zone", "first"),
    [
        ("call HQ every day at 9am PST", "America/New_York", "2026-09-30 12:00"),
        ("stand-up every weekday at 9:30 London time", "America/New_York", "2026-10-01 04:30"),
        ("每天美西时间早上9点开会", "Asia/Shanghai", "2026-10-01 00:00"),
        ("call HQ every day at 8am GMT", "Asia/Shanghai", "2026-09-30 16:00"),
        ("every Monday at 9am EST", "Asia/Shanghai", "2026-10-05 21:00"),
    ],
)
def test_a_repeat_may_name_its_zone(text: str, zone: str, first: str):
    found = find_time(text, now(zone))

    assert found is not None
    assert found.is_absolute
    assert found.zone
    assert f"{datetime.fromtimestamp(found.at_ms / 1000, ZoneInfo(zone)):%Y-%m-%d %H:%M}" == first
