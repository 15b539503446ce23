"""Golden recurrences, written by us. Now is Wednesday 30 September 2026, 10:00; mornings are 9, evenings 18."""

from __future__ import annotations

from datetime import date, datetime
from itertools import islice
from zoneinfo import ZoneInfo

import pytest

from assistant.domain.item import ItemKind
from assistant.language.capture_line import read_line
from assistant.language.time import find_time, find_times
from assistant.language.time_rule import WORKDAYS, Rule

ENGLISH = """
every monday at 9 | 2026-10-05 09:00 | FREQ=WEEKLY;BYDAY=MO
every Monday at 9 | 2026-10-05 09:00 | FREQ=WEEKLY;BYDAY=MO
each Friday | 2026-10-02 09:00 | FREQ=WEEKLY;BYDAY=FR
daily stand-up at 9:30 | 2026-10-01 09:30 | FREQ=DAILY
on Mondays at 9 | 2026-10-05 09:00 | FREQ=WEEKLY;BYDAY=MO
every 2 weeks | 2026-10-01 09:00 | FREQ=WEEKLY;INTERVAL=2
water my plants every tuesday, thursday and saturday | 2026-10-01 09:00 | FREQ=WEEKLY;BYDAY=TU,TH,SA
every day at 8am | 2026-10-01 08:00 | FREQ=DAILY
weekdays at 9 | 2026-10-01 09:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
weekdays at 7:30 walk the dog | 2026-10-01 07:30 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
every weekday at 6pm close the shop | 2026-09-30 18:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
every other Tuesday | 2026-10-06 09:00 | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU
every second thursday call Mum | 2026-10-01 09:00 | FREQ=WEEKLY;INTERVAL=2;BYDAY=TH
every day | 2026-10-01 09:00 | FREQ=DAILY
pay rent monthly | 2026-10-01 09:00 | FREQ=MONTHLY
take the pills daily | 2026-10-01 09:00 | FREQ=DAILY
every 3 days | 2026-10-01 09:00 | FREQ=DAILY;INTERVAL=3
every three days water the ferns | 2026-10-01 09:00 | FREQ=DAILY;INTERVAL=3
every 4 hours drink water | 2026-09-30 14:00 | FREQ=HOURLY;INTERVAL=4
every 20 minutes stretch | 2026-09-30 10:20 | FREQ=MINUTELY;INTERVAL=20
every hour | 2026-09-30 11:00 | FREQ=HOURLY
every week | 2026-10-01 09:00 | FREQ=WEEKLY
every other week | 2026-10-01 09:00 | FREQ=WEEKLY;INTERVAL=2
every other week on mon and fri | 2026-10-02 09:00 | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR
every month | 2026-10-01 09:00 | FREQ=MONTHLY
every quarter | 2026-10-01 09:00 | FREQ=MONTHLY;INTERVAL=3
every year | 2026-10-01 09:00 | FREQ=YEARLY
every 6 months dentist | 2026-10-01 09:00 | FREQ=MONTHLY;INTERVAL=6
monthly on the 1st | 2026-10-01 09:00 | FREQ=MONTHLY;BYMONTHDAY=1
every month on the 15th at noon | 2026-10-15 12:00 | FREQ=MONTHLY;BYMONTHDAY=15
the 1st of every month | 2026-10-01 09:00 | FREQ=MONTHLY;BYMONTHDAY=1
on the 5th of each month pay the card | 2026-10-05 09:00 | FREQ=MONTHLY;BYMONTHDAY=5
every 10th and 25th of the month | 2026-10-10 09:00 | FREQ=MONTHLY;BYMONTHDAY=10,25
last day of every month | 2026-10-31 09:00 | FREQ=MONTHLY;BYMONTHDAY=-1
every last friday | 2026-10-30 09:00 | FREQ=MONTHLY;BYDAY=-1FR
every first monday | 2026-10-05 09:00 | FREQ=MONTHLY;BYDAY=1MO
first Monday of every month at 10 | 2026-10-05 10:00 | FREQ=MONTHLY;BYDAY=1MO
the last Friday of every month | 2026-10-30 09:00 | FREQ=MONTHLY;BYDAY=-1FR
second and fourth tuesday of each month | 2026-10-13 09:00 | FREQ=MONTHLY;BYDAY=2TU,4TU
last working day of every month | 2026-10-30 09:00 | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1
every year on May 3 | 2027-05-03 09:00 | FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=3
every May 3 | 2027-05-03 09:00 | FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=3
every december 24th | 2026-12-24 09:00 | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24
every year on the fourth thursday in november | 2026-11-26 09:00 | FREQ=YEARLY;BYMONTH=11;BYDAY=4TH
every morning | 2026-10-01 09:00 | FREQ=DAILY
every evening at 7 | 2026-09-30 19:00 | FREQ=DAILY
every night at 10 | 2026-09-30 22:00 | FREQ=DAILY
every Sunday evening | 2026-10-04 18:00 | FREQ=WEEKLY;BYDAY=SU
Friday mornings | 2026-10-02 09:00 | FREQ=WEEKLY;BYDAY=FR
on Tuesday evenings yoga | 2026-10-06 18:00 | FREQ=WEEKLY;BYDAY=TU
tuesdays and thursdays at 6pm gym | 2026-10-01 18:00 | FREQ=WEEKLY;BYDAY=TU,TH
mondays, wednesdays and fridays at 7am | 2026-10-02 07:00 | FREQ=WEEKLY;BYDAY=MO,WE,FR
every Mon-Fri at 8 | 2026-10-01 08:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
every weekend | 2026-10-03 09:00 | FREQ=WEEKLY;BYDAY=SA,SU
every other weekend | 2026-10-03 09:00 | FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU
once a week on sunday | 2026-10-04 09:00 | FREQ=WEEKLY;BYDAY=SU
once a month | 2026-10-01 09:00 | FREQ=MONTHLY
take vitamins every morning | 2026-10-01 09:00 | FREQ=DAILY
every Monday standup at 9 | 2026-10-05 09:00 | FREQ=WEEKLY;BYDAY=MO
every day at 10 for 5 days | 2026-10-01 10:00 | FREQ=DAILY;UNTIL=20261005T235959
every friday at 5pm until december | 2026-10-02 17:00 | FREQ=WEEKLY;BYDAY=FR;UNTIL=20261201T235959
every day starting tomorrow at 8am | 2026-10-01 08:00 | FREQ=DAILY
every monday from november at 9 | 2026-11-02 09:00 | FREQ=WEEKLY;BYDAY=MO
every tuesday for 6 weeks | 2026-10-06 09:00 | FREQ=WEEKLY;BYDAY=TU;UNTIL=20261111T235959
fortnightly | 2026-10-01 09:00 | FREQ=WEEKLY;INTERVAL=2
biweekly on Thursdays | 2026-10-01 09:00 | FREQ=WEEKLY;INTERVAL=2;BYDAY=TH
quarterly | 2026-10-01 09:00 | FREQ=MONTHLY;INTERVAL=3
yearly on March 1st | 2027-03-01 09:00 | FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1
each weekday at 12:30 lunch walk | 2026-09-30 12:30 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
remind me every day at 9pm to journal | 2026-09-30 21:00 | FREQ=DAILY
every single day | 2026-10-01 09:00 | FREQ=DAILY
at 9 every monday | 2026-10-05 09:00 | FREQ=WEEKLY;BYDAY=MO
10am on the 15th of every month | 2026-10-15 10:00 | FREQ=MONTHLY;BYMONTHDAY=15
9pm every night | 2026-09-30 21:00 | FREQ=DAILY
"""

CHINESE = """
每周一开会 | 2026-10-05 09:00 | FREQ=WEEKLY;BYDAY=MO
每天早上八点吃药 | 2026-10-01 08:00 | FREQ=DAILY
每个月15号还款 | 2026-10-15 09:00 | FREQ=MONTHLY;BYMONTHDAY=15
每周五下午三点例会 | 2026-10-02 15:00 | FREQ=WEEKLY;BYDAY=FR
工作日早上九点打卡 | 2026-10-01 09:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
天天跑步 | 2026-10-01 09:00 | FREQ=DAILY
每两周一次 | 2026-10-01 09:00 | FREQ=WEEKLY;INTERVAL=2
每天 | 2026-10-01 09:00 | FREQ=DAILY
每两天 | 2026-10-01 09:00 | FREQ=DAILY;INTERVAL=2
每周三下午三点 | 2026-09-30 15:00 | FREQ=WEEKLY;BYDAY=WE
每周一九点 | 2026-10-05 09:00 | FREQ=WEEKLY;BYDAY=MO
每周三九点半 | 2026-10-07 09:30 | FREQ=WEEKLY;BYDAY=WE
每个工作日 | 2026-10-01 09:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
每个工作日早上八点半 | 2026-10-01 08:30 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
每隔一天 | 2026-10-01 09:00 | FREQ=DAILY;INTERVAL=2
每隔两天浇一次花 | 2026-10-01 09:00 | FREQ=DAILY;INTERVAL=3
隔天浇花 | 2026-10-01 09:00 | FREQ=DAILY;INTERVAL=2
隔周开例会 | 2026-10-01 09:00 | FREQ=WEEKLY;INTERVAL=2
每两周 | 2026-10-01 09:00 | FREQ=WEEKLY;INTERVAL=2
每三天 | 2026-10-01 09:00 | FREQ=DAILY;INTERVAL=3
每月1号 | 2026-10-01 09:00 | FREQ=MONTHLY;BYMONTHDAY=1
每月一号交房租 | 2026-10-01 09:00 | FREQ=MONTHLY;BYMONTHDAY=1
每月1号和15号交房租 | 2026-10-01 09:00 | FREQ=MONTHLY;BYMONTHDAY=1,15
每月最后一个工作日 | 2026-10-30 09:00 | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1
每月最后一天 | 2026-10-31 09:00 | FREQ=MONTHLY;BYMONTHDAY=-1
每月第一个周一 | 2026-10-05 09:00 | FREQ=MONTHLY;BYDAY=1MO
每个月第二个星期五下午四点 | 2026-10-09 16:00 | FREQ=MONTHLY;BYDAY=2FR
每月底对账 | 2026-10-31 09:00 | FREQ=MONTHLY;BYMONTHDAY=-1
每月初 | 2026-10-01 09:00 | FREQ=MONTHLY;BYMONTHDAY=1
每年5月3日 | 2027-05-03 09:00 | FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=3
每年五月三号给妈妈打电话 | 2027-05-03 09:00 | FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=3
每年十二月二十四日 | 2026-12-24 09:00 | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24
每年十一月的第四个星期四 | 2026-11-26 09:00 | FREQ=YEARLY;BYMONTH=11;BYDAY=4TH
每周一三五早上八点跑步 | 2026-10-02 08:00 | FREQ=WEEKLY;BYDAY=MO,WE,FR
每周一、三、五晚上七点健身 | 2026-09-30 19:00 | FREQ=WEEKLY;BYDAY=MO,WE,FR
每周二和周四晚上七点练琴 | 2026-10-01 19:00 | FREQ=WEEKLY;BYDAY=TU,TH
每周一到周五早上9点打卡 | 2026-10-01 09:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
每周末 | 2026-10-03 09:00 | FREQ=WEEKLY;BYDAY=SA,SU
每个周末 | 2026-10-03 09:00 | FREQ=WEEKLY;BYDAY=SA,SU
每周六上午 | 2026-10-03 09:00 | FREQ=WEEKLY;BYDAY=SA
每星期天早上十点 | 2026-10-04 10:00 | FREQ=WEEKLY;BYDAY=SU
每个星期三 | 2026-10-07 09:00 | FREQ=WEEKLY;BYDAY=WE
每逢周五 | 2026-10-02 09:00 | FREQ=WEEKLY;BYDAY=FR
每晚十点睡觉 | 2026-09-30 22:00 | FREQ=DAILY
每天晚上九点半 | 2026-09-30 21:30 | FREQ=DAILY
每天早上 | 2026-10-01 09:00 | FREQ=DAILY
每天中午12点 | 2026-09-30 12:00 | FREQ=DAILY
每天下午三点半 | 2026-09-30 15:30 | FREQ=DAILY
每日一练 | 2026-10-01 09:00 | FREQ=DAILY
每小时 | 2026-09-30 11:00 | FREQ=HOURLY
每半小时喝水 | 2026-09-30 10:30 | FREQ=MINUTELY;INTERVAL=30
每隔两小时喝水 | 2026-09-30 12:00 | FREQ=HOURLY;INTERVAL=2
每20分钟休息一下 | 2026-09-30 10:20 | FREQ=MINUTELY;INTERVAL=20
每季度 | 2026-10-01 09:00 | FREQ=MONTHLY;INTERVAL=3
每半年体检 | 2026-10-01 09:00 | FREQ=MONTHLY;INTERVAL=6
每年 | 2026-10-01 09:00 | FREQ=YEARLY
每两周的周五下午三点 | 2026-10-02 15:00 | FREQ=WEEKLY;INTERVAL=2;BYDAY=FR
提醒我每天晚上十点吃药 | 2026-09-30 22:00 | FREQ=DAILY
從明天起每天早上七點 | 2026-10-01 07:00 | FREQ=DAILY
每週一上午十點 | 2026-10-05 10:00 | FREQ=WEEKLY;BYDAY=MO
每個月十五號 | 2026-10-15 09:00 | FREQ=MONTHLY;BYMONTHDAY=15
每個工作日早上九點 | 2026-10-01 09:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
每禮拜五 | 2026-10-02 09:00 | FREQ=WEEKLY;BYDAY=FR
从下周一开始每天早上七点 | 2026-10-05 07:00 | FREQ=DAILY
每天早上六点半起床 | 2026-10-01 06:30 | FREQ=DAILY
"""

SINGLE = """
weekly report due Friday
daily stand-up tomorrow 9am
every report is due 2026-10-05
tomorrow at 3pm
每次开会前三天
明天下午三点
下周一开会
"""

NO_RULE = """
the daily news
weekly review
monthly magazine
a yearly tradition
every time I call
every person counts
each of us
everybody knows
Mondays are hard
every bit helps
Friday's leftovers
每个人都知道
每次都这样
每位同学
每件事
隔壁老王
隔年陈酒的故事
天天向上的精神
三个工作日内回复
一周三次
"""


def rows(table: str) -> list[list[str]]:
    return [line.split(" | ") for line in table.strip().splitlines()]


def now(zone: str) -> datetime:
    return datetime(2026, 9, 30, 10, 0, tzinfo=ZoneInfo(zone))


@pytest.mark.parametrize(
    ("zone", "text", "first", "rule"),
    [("America/New_York", *row) for row in rows(ENGLISH)] + [("Asia/Shanghai", *row) for row in rows(CHINESE)],
)
def test_a_recurrence_has_a_rule_and_a_first_occurrence(zone: str, text: str, first: str, rule: str):
    found = find_time(text, now(zone))

    assert found is not None
    at = datetime.fromtimestamp(found.at_ms / 1000, ZoneInfo(zone))
    assert (f"{at:%Y-%m-%d %H:%M}", found.rrule) == (first, rule)


@pytest.mark.parametrize("text", SINGLE.strip().splitlines())
def test_a_single_time_has_no_rule(text: str):
    found = find_time(text, now("Asia/Shanghai"))

    assert found is None or not found.rrule


@pytest.mark.parametrize("text", NO_RULE.strip().splitlines())
def test_what_does_not_repeat_has_no_rule(text: str):
    assert [reading for reading in find_times(text, now("Asia/Shanghai")) if reading.rrule] == []


def test_a_capture_line_passes_the_rule_on():
    line = read_line("water the plants every other Tuesday at 7pm", now("America/New_York"))

    assert line.kind is ItemKind.TASK
    assert line.title == "water the plants"
    assert line.time is not None
    assert line.time.rrule == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"
    assert line.time.has_clock


@pytest.mark.parametrize("text", ["every Feb 30", "每年2月30日"])
def test_an_impossible_day_never_repeats(text: str):
    assert [reading for reading in find_times(text, now("Asia/Shanghai")) if reading.rrule] == []


def test_nobody_is_reminded_every_second():
    assert find_time("every second", now("Asia/Shanghai")) is None


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Rule("MONTHLY", weekdays=WORKDAYS, set_position=-1), ["2026-10-30", "2026-11-30", "2026-12-31"]),
        (Rule("MONTHLY", weekdays=((-1, 4),)), ["2026-10-30", "2026-11-27", "2026-12-25"]),
        (Rule("MONTHLY", month_days=(-1,)), ["2026-10-31", "2026-11-30", "2026-12-31"]),
        (Rule("MONTHLY", month_days=(31,)), ["2026-10-31", "2026-12-31", "2027-01-31"]),
        (Rule("YEARLY", months=(2,), month_days=(29,)), ["2028-02-29", "2032-02-29"]),
    ],
)
def test_a_rule_knows_its_days(rule: Rule, expected: list[str]):
    found = islice(rule.days_from(date(2026, 10, 1)), len(expected))

    assert [day.isoformat() for day in found] == expected
