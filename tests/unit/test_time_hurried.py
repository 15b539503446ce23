"""What people type in a hurry, and the numbers beside which the same words are no time."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from assistant.language.time import find_time

NOW = datetime(2026, 9, 30, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


def due(text: str) -> str | None:
    found = find_time(text, NOW)
    return None if found is None else f"{datetime.fromtimestamp(found.at_ms / 1000, NOW.tzinfo):%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dinner 19h", "09-30 19:00"),
        ("meet olu by the fountain, 12.45", "09-30 12:45"),
        ("now+30min", "09-30 10:30"),
        ("call back in 5", "09-30 10:05"),
        ("in 30 take the bread out", "09-30 10:30"),
        ("mtg 1530 with ops", "09-30 15:30"),
        ("mtg 3p", "09-30 15:00"),
        ("mum's bday sat", "10-03 09:00"),
        ("party at bo's, 9 till late", "09-30 21:00"),
        ("half 8 at the pub", "09-30 20:30"),
        ("tomorrow same time call ben", "10-01 10:00"),
        ("coffee w rita this aft", "09-30 15:00"),
        ("call dad tmw evening", "10-01 18:00"),
        ("movie night saturday", "10-03 18:00"),
        ("vet wed 7 oct 10.20", "10-07 10:20"),
        ("friday下午两点review", "10-02 14:00"),
        ("new year's eve at kim's 8pm", "12-31 20:00"),
        ("10.15交材料", "10-15 09:00"),
        ("8.30开会", "09-30 20:30"),
        ("晚八点直播", "09-30 20:00"),
        ("晚饭前浇花", "09-30 18:00"),
        ("等下三点给王总打电话", "09-30 15:00"),
        ("午夜前交作业", "10-01 00:00"),
        ("明后天打扫", "10-01 09:00"),
        ("四季度末盘点", "12-31 09:00"),
        ("ddl周五", "10-02 18:00"),
        ("library closes 6, return atlas", "09-30 18:00"),
        ("ring council first thing", "10-01 09:00"),
        ("ring the vet b4 5", "09-30 17:00"),
        ("timesheet end of play friday", "10-02 18:00"),
        ("water bill by the 20th", "10-20 18:00"),
        ("concert 10/10 doors 7", "10-10 09:00"),
        ("dentist 14.10. 8:30", "10-14 08:30"),
        ("午饭前发给我", "09-30 12:00"),
        ("最迟12号交", "10-12 18:00"),
        ("loft wifi man coming thurs 10-12", "10-01 10:00"),
        ("tyres booked for 9.15 on the 8th", "10-08 09:15"),
        ("ring mum after tea", "09-30 18:00"),
        ("pills before bed", "09-30 21:00"),
        ("gym tomorrow before work", "10-01 07:00"),
        ("22号爷爷九十大寿", "10-22 09:00"),
        ("standup 9:30 on weekdays", "10-01 09:30"),
        ("周四瑜伽六点", "10-01 18:00"),
        ("周四下班喝一杯", "10-01 18:00"),
        ("四点再给水管工打电话", "09-30 16:00"),
        ("周五八点和国庆他们吃饭", "10-02 20:00"),
        ("sat: car boot sale 6am", "10-03 06:00"),
        ("revise ch 3-5 by friday", "10-02 18:00"),
        ("unplug charger in 45", "09-30 10:45"),
        ("thu 1/10 parents' eve 18:10", "10-01 18:10"),
        ("stand-up 9.15 every weekday", "10-01 09:15"),
        ("mot runs out 12/11", "12-11 09:00"),
        ("10-05 复诊", "10-05 09:00"),
        ("下班路上买电池", "09-30 18:00"),
        ("吃完午饭给客户回电话", "09-30 14:00"),
        ("睡前吃药", "09-30 21:00"),
        ("隔周二开例会", "10-06 09:00"),
    ],
)
def test_what_is_typed_in_a_hurry_is_read(text: str, expected: str):
    assert due(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "battery 19h", "coffee, 12.50", "one in 5", "the dog sat", "party 2019", "half 8 eggs", "page 3p",
        "same time as ever", "下班路上看到彩虹", "after dinner speeches are dull",
        "睡前故事听完", "h264 at 24",
        "版本8.30修复", "12.8一斤", "然后儿子哭", "cut it in 5",
    ],
)  # fmt: skip
def test_a_number_that_no_event_takes_is_no_time(text: str):
    assert due(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("明天六点一刻叫我", "10-01 06:15"),
        ("帮我设一个明天六点的闹钟", "10-01 06:00"),
        ("明天六点叫我开会", "10-01 18:00"),
        ("明天下午六点叫我", "10-01 18:00"),
        ("六点叫我", "09-30 18:00"),
        ("闹钟5:45", "10-01 05:45"),
        ("闹钟6点", "10-01 06:00"),
    ],
)
def test_to_be_woken_on_another_day_is_in_the_morning(text: str, expected: str):
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("早八点体检，后天", "10-02 08:00"),
        ("晚上七点半擦窗户，周一", "10-05 19:30"),
        ("meet sam at 3, tomorrow", "10-01 15:00"),
        ("早上八点交第三章，月底", "10-01 08:00"),
        ("sunday lunch with gran, 1 o'clock", "10-04 13:00"),
        ("周五晚上的高铁，18:46", "10-02 18:46"),
        ("thursday's yoga is at 6", "10-01 18:00"),
        ("oct 12: dentist by 6", "10-12 18:00"),
        ("call sam at 3, then tomorrow the bank", "09-30 15:00"),
    ],
)
def test_a_day_alone_behind_a_comma_is_that_of_the_time(text: str, expected: str):
    assert due(text) == expected
