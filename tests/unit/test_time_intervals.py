"""Golden intervals, deadlines, zones and holidays, written by us. Now is Wednesday 30 September 2026, 10:00.

A line has the text, where the named time begins, its exclusive end, and the instant at which it is due.
"""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from assistant.language import capture_line
from assistant.language import time as time_grammar
from assistant.language.capture_line import read_line
from assistant.language.time import find_time, find_times
from assistant.language.time_calendars import easter

ENGLISH = """
3-5pm | 2026-09-30 15:00 | 2026-09-30 17:00 | 2026-09-30 15:00
3-5pm on Friday | 2026-10-02 15:00 | 2026-10-02 17:00 | 2026-10-02 15:00
from 9 to 11 am tomorrow | 2026-10-01 09:00 | 2026-10-01 11:00 | 2026-10-01 09:00
tomorrow from 3 to 5pm | 2026-10-01 15:00 | 2026-10-01 17:00 | 2026-10-01 15:00
between 9:30 and 11:00 on Thursday | 2026-10-01 09:30 | 2026-10-01 11:00 | 2026-10-01 09:30
9:30 - 11:00 on Friday | 2026-10-02 09:30 | 2026-10-02 11:00 | 2026-10-02 09:30
8am until 6 | 2026-10-01 08:00 | 2026-10-01 18:00 | 2026-10-01 08:00
this weekend | 2026-10-02 18:00 | 2026-10-05 00:00 | 2026-10-03 09:00
next weekend | 2026-10-09 18:00 | 2026-10-12 00:00 | 2026-10-10 09:00
next 3 days | 2026-10-01 00:00 | 2026-10-04 00:00 | 2026-10-03 18:00
in the next two weeks | 2026-10-05 00:00 | 2026-10-19 00:00 | 2026-10-18 18:00
the last two months | 2026-07-01 00:00 | 2026-09-01 00:00 | 2026-08-31 18:00
next three hours | 2026-09-30 11:00 | 2026-09-30 14:00 | 2026-09-30 14:00
July 13-15 | 2027-07-13 00:00 | 2027-07-16 00:00 | 2027-07-13 09:00
from 13 to 15 July | 2027-07-13 00:00 | 2027-07-16 00:00 | 2027-07-13 09:00
March 3 - March 8 | 2027-03-03 00:00 | 2027-03-09 00:00 | 2027-03-03 09:00
the 1-8 september | 2027-09-01 00:00 | 2027-09-09 00:00 | 2027-09-01 09:00
mid March | 2027-03-11 00:00 | 2027-03-21 00:00 | 2027-03-11 09:00
late October | 2026-10-21 00:00 | 2026-11-01 00:00 | 2026-10-31 09:00
early November | 2026-11-01 00:00 | 2026-11-11 00:00 | 2026-11-01 09:00
end of the month | 2026-09-21 00:00 | 2026-10-01 00:00 | 2026-09-30 18:00
beginning of next week | 2026-10-05 00:00 | 2026-10-08 00:00 | 2026-10-05 09:00
end of the year | 2026-09-01 00:00 | 2027-01-01 00:00 | 2026-12-31 09:00
the end of April | 2027-04-21 00:00 | 2027-05-01 00:00 | 2027-04-30 09:00
tomorrow afternoon | 2026-10-01 12:00 | 2026-10-01 19:00 | 2026-10-01 15:00
monday morning | 2026-10-05 00:00 | 2026-10-05 12:00 | 2026-10-05 09:00
tonight | 2026-09-30 18:00 | 2026-10-01 00:00 | 2026-09-30 18:00
from 4pm for thirty minutes | 2026-09-30 16:00 | 2026-09-30 16:30 | 2026-09-30 16:00
18 December for 10 days | 2026-12-18 00:00 | 2026-12-28 00:00 | 2026-12-18 09:00
by 5pm | 2026-09-30 10:00 | 2026-09-30 17:00 | 2026-09-30 17:00
by Friday | 2026-09-30 10:00 | 2026-10-03 00:00 | 2026-10-02 18:00
by the end of next month | 2026-09-30 10:00 | 2026-11-01 00:00 | 2026-10-31 18:00
three days after January 12 | 2027-01-15 00:00 | point | 2027-01-15 09:00
2 weeks before Christmas | 2026-12-11 00:00 | point | 2026-12-11 09:00
by Thanksgiving | 2026-09-30 10:00 | 2026-11-27 00:00 | 2026-11-26 18:00
Thursday 8:00 GMT | 2026-10-01 04:00 | point | 2026-10-01 04:00
Thursday 9 am PST | 2026-10-01 13:00 | point | 2026-10-01 13:00
15:00 +02:00 tomorrow | 2026-10-01 09:00 | point | 2026-10-01 09:00
first week of October | 2026-10-05 00:00 | point | 2026-10-05 09:00
friday after next | 2026-10-09 00:00 | point | 2026-10-09 09:00
upcoming 2 weeks | 2026-10-12 00:00 | point | 2026-10-12 09:00
tomorrow at seven twenty-five | 2026-10-01 07:25 | point | 2026-10-01 07:25
Oct/2 | 2026-10-02 00:00 | point | 2026-10-02 09:00
4th of July of 2027 | 2027-07-04 00:00 | point | 2027-07-04 09:00
on new year's eve | 2026-12-31 00:00 | point | 2026-12-31 09:00
30 minutes later | 2026-09-30 10:30 | point | 2026-09-30 10:30
at 7p | 2026-09-30 19:00 | point | 2026-09-30 19:00
next quarter | 2026-10-01 00:00 | point | 2026-10-01 09:00
the second quarter of 2027 | 2027-04-01 00:00 | point | 2027-04-01 09:00
from Monday to Friday | 2026-10-05 00:00 | 2026-10-10 00:00 | 2026-10-05 09:00
on the 21st | 2026-10-21 00:00 | point | 2026-10-21 09:00
"""

CHINESE = """
三点到五点开会 | 2026-09-30 15:00 | 2026-09-30 17:00 | 2026-09-30 15:00
下午三点到五点 | 2026-09-30 15:00 | 2026-09-30 17:00 | 2026-09-30 15:00
明天下午三点到五点 | 2026-10-01 15:00 | 2026-10-01 17:00 | 2026-10-01 15:00
周五上午9:00到11:30 | 2026-10-02 09:00 | 2026-10-02 11:30 | 2026-10-02 09:00
周末 | 2026-10-02 18:00 | 2026-10-05 00:00 | 2026-10-03 09:00
这个周末 | 2026-10-02 18:00 | 2026-10-05 00:00 | 2026-10-03 09:00
下周末 | 2026-10-09 18:00 | 2026-10-12 00:00 | 2026-10-10 09:00
下个月 | 2026-10-01 00:00 | point | 2026-10-01 09:00
未来三天 | 2026-10-01 00:00 | 2026-10-04 00:00 | 2026-10-03 18:00
接下来两周 | 2026-10-05 00:00 | 2026-10-19 00:00 | 2026-10-18 18:00
过去两个月 | 2026-07-01 00:00 | 2026-09-01 00:00 | 2026-08-31 18:00
前两天 | 2026-09-28 00:00 | 2026-09-30 00:00 | 2026-09-29 18:00
最近三天 | 2026-09-27 00:00 | 2026-09-30 00:00 | 2026-09-29 18:00
上半年 | 2026-01-01 00:00 | 2026-07-01 00:00 | 2026-01-01 09:00
明年下半年 | 2027-07-01 00:00 | 2028-01-01 00:00 | 2027-07-01 09:00
第三季度 | 2026-07-01 00:00 | point | 2026-09-30 18:00
明年第一季度 | 2027-01-01 00:00 | point | 2027-01-01 09:00
下季度 | 2026-10-01 00:00 | point | 2026-10-01 09:00
十月上旬 | 2026-10-01 00:00 | 2026-10-11 00:00 | 2026-10-01 09:00
下个月中旬 | 2026-10-11 00:00 | 2026-10-21 00:00 | 2026-10-11 09:00
本月下旬 | 2026-09-21 00:00 | 2026-10-01 00:00 | 2026-09-30 18:00
3月5日到8日 | 2027-03-05 00:00 | 2027-03-09 00:00 | 2027-03-05 09:00
三月五日至三月八日 | 2027-03-05 00:00 | 2027-03-09 00:00 | 2027-03-05 09:00
周一到周三 | 2026-10-05 00:00 | 2026-10-08 00:00 | 2026-10-05 09:00
明天下午 | 2026-10-01 12:00 | 2026-10-01 19:00 | 2026-10-01 15:00
周一早晨 | 2026-10-05 04:00 | 2026-10-05 12:00 | 2026-10-05 09:00
今天晚上 | 2026-09-30 18:00 | 2026-10-01 00:00 | 2026-09-30 18:00
周五之前交报告 | 2026-10-02 00:00 | point | 2026-10-02 18:00
明天下午三点之前 | 2026-10-01 15:00 | point | 2026-10-01 15:00
十一月三十号前 | 2026-11-30 00:00 | point | 2026-11-30 18:00
北京时间明天早上8点 | 2026-10-01 08:00 | point | 2026-10-01 08:00
国庆节之前订票 | 2026-10-01 00:00 | point | 2026-10-01 18:00
圣诞节前 | 2026-12-25 00:00 | point | 2026-12-25 18:00
元旦那天 | 2027-01-01 00:00 | point | 2027-01-01 09:00
明年劳动节 | 2027-05-01 00:00 | point | 2027-05-01 09:00
月底 | 2026-09-30 00:00 | point | 2026-09-30 18:00
年底 | 2026-12-31 00:00 | point | 2026-12-31 09:00
下周一上午十点到十二点 | 2026-10-05 10:00 | 2026-10-05 12:00 | 2026-10-05 10:00
后三天 | 2026-10-01 00:00 | 2026-10-04 00:00 | 2026-10-03 18:00
明天9:00-10:30 | 2026-10-01 09:00 | 2026-10-01 10:30 | 2026-10-01 09:00
"""

NO_TIME = """
Christmas tree lights
Halloween costume ideas
apartment 7a
exhibit 5p
upcoming two features
between us
for 2 people
for a few reasons
later
half the team
the week of fasting
first week on the job
Easter egg hunt rules
Thanksgiving turkey recipe
GMT is a standard
CST and PST
the end of an era
by hand
by far the best
by chance
March on
may I ask
a boy and a girl
the boy who lived
two weeks before
three days after
from A to B
from 3 to 5 people
5-10 servings
pages 13-15
rows 1-8
2-3 cups of rice
mid-level manager
early bird
late fee
next of kin
last of us
国庆节快乐
圣诞节礼物清单
母亲节卡片
五一路口
最后三天
北京时间
前三名
后三位
下三滥
上两级台阶
后两句话
前两章
上半场
下半身
季节
共三人
隔壁
每个人
"""


def rows(table: str) -> list[list[str]]:
    return [line.split(" | ") for line in table.strip().splitlines()]


def now(zone: str) -> datetime:
    return datetime(2026, 9, 30, 10, 0, tzinfo=ZoneInfo(zone))


@pytest.mark.parametrize(
    ("zone", "text", "begins", "ends", "at"),
    [("America/New_York", *row) for row in rows(ENGLISH)] + [("Asia/Shanghai", *row) for row in rows(CHINESE)],
)
def test_a_stretch_has_a_beginning_an_end_and_a_moment_to_remind(zone: str, text: str, begins: str, ends: str, at: str):
    (found,) = find_times(text, now(zone))

    assert f"{found.begins:%Y-%m-%d %H:%M}" == begins
    assert (f"{found.ends:%Y-%m-%d %H:%M}" if found.ends else "point") == ends
    assert f"{found.at:%Y-%m-%d %H:%M}" == at


@pytest.mark.parametrize("text", NO_TIME.strip().splitlines())
def test_what_only_looks_like_a_stretch_is_left_alone(text: str):
    assert find_time(text, now("Asia/Shanghai")) is None


def test_a_length_is_no_time_to_remind():
    (found,) = find_times("book the room for two hours", now("Asia/Shanghai"))

    assert found.kind == "duration"
    assert find_time("book the room for two hours", now("Asia/Shanghai")) is None


def test_easter_is_that_of_the_western_churches():
    assert [easter(year).isoformat() for year in (2019, 2024, 2027)] == ["2019-04-21", "2024-03-31", "2027-03-28"]


@pytest.mark.parametrize(
    "text",
    [
        *("the report by Friday", "tax return due 10/31", "deadline: Friday", "pay before Friday", "by 5pm tomorrow"),
        *(
            "no later than Friday",
            "send it Friday at the latest",
            "周五之前交报告",
            "截止周五",
            "报名周五截止",
            "最晚周五交",
        ),
    ],
)
def test_a_last_moment_is_told_from_a_date(text: str):
    found = find_time(text, now("Asia/Shanghai"))

    assert found is not None
    assert found.is_deadline


@pytest.mark.parametrize("text", ["the party on Friday", "Friday at 5", "周五开会", "三天后交房租", "from Friday on"])
def test_a_date_is_no_last_moment(text: str):
    found = find_time(text, now("Asia/Shanghai"))

    assert found is not None
    assert not found.is_deadline


def test_only_what_counts_from_now_or_names_its_zone_is_absolute():
    def is_absolute(text: str) -> bool:
        found = find_time(text, now("Asia/Shanghai"))
        return found is not None and found.is_absolute

    assert [is_absolute(text) for text in ("in 20 minutes", "20分钟后", "9 am PST tomorrow", "明天北京时间8点")] == [
        True
    ] * 4
    assert [is_absolute(text) for text in ("tomorrow at 9", "in 3 days", "明天八点", "三天后")] == [False] * 4


@pytest.mark.parametrize("fault", [ZeroDivisionError, ValueError, IndexError, KeyError, RecursionError])
def test_a_fault_of_the_grammar_costs_no_line(fault: type[Exception], monkeypatch: pytest.MonkeyPatch):
    def broken(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr(time_grammar, "find_times", broken)

    assert find_time("call Anna tomorrow", now("Asia/Shanghai")) is None
    assert read_line("call Anna tomorrow", now("Asia/Shanghai")).title == "call Anna tomorrow"


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("what did I do on Monday", "2026-09-28", "2026-09-29"),
        ("what did I note on 3 May", "2026-05-03", "2026-05-04"),
        ("who was here on the 12th", "2026-09-12", "2026-09-13"),
        ("what did I do in March", "2026-03-01", "2026-04-01"),
        ("what did I do in November", "2025-11-01", "2025-12-01"),
        ("what did we decide before Christmas", "2025-12-25", "2025-12-26"),
        ("what was last week about", "2026-09-21", "2026-09-28"),
        ("周五我做了什么", "2026-09-25", "2026-09-26"),
        ("3月5号记了什么", "2026-03-05", "2026-03-06"),
        ("春节前做了什么", "2026-02-17", "2026-02-18"),
    ],
)
def test_a_question_about_the_past_looks_back(text: str, begins: str, ends: str):
    found = time_grammar.find_past(text, now("Asia/Shanghai"))

    assert found is not None
    assert (f"{found[0]:%Y-%m-%d}", f"{found[1]:%Y-%m-%d}") == (begins, ends)


def test_a_question_that_names_no_day_has_none():
    assert time_grammar.find_past("what did I do with the key", now("Asia/Shanghai")) is None


@pytest.mark.parametrize("part", ["read_intention", "find_people", "waiting_for", "find_insist"])
def test_a_fault_in_any_reader_costs_no_line(part: str, monkeypatch: pytest.MonkeyPatch):
    def broken(*_: object) -> None:
        raise KeyError(part)

    monkeypatch.setattr(capture_line, part, broken)
    line = read_line("call Anna\nabout tea", now("Asia/Shanghai"))

    assert (line.text, line.title, line.time) == ("call Anna\nabout tea", "call Anna", None)
