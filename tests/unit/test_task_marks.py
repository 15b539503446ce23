"""What a line says of a task besides its time: start, effort, waiting, and how each is waved away."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.item import CaptureLine, ItemKind, MarkKind
from assistant.language.capture_line import read_line
from assistant.language.waiting import SOMEBODY, waiting_for

ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=ZONE)  # a Tuesday


def read(text: str, kind: ItemKind | None = None) -> CaptureLine:
    return read_line(text, NOW, kind=kind)


def wall(at_ms: int | None) -> str | None:
    return None if at_ms is None else datetime.fromtimestamp(at_ms / 1000, ZONE).strftime("%m-%d %H:%M")


@pytest.mark.parametrize(
    ("text", "start", "title"),
    [
        ("from Monday water the plants", "11-30 00:00", "water the plants"),
        ("start: 1 Dec write the paper", "12-01 00:00", "write the paper"),
        ("not before Monday buy shoes", "11-30 00:00", "buy shoes"),
        ("call Anna from Monday on", "11-30 00:00", "call Anna"),
        ("start: tomorrow 10am fix the bike", "11-25 10:00", "fix the bike"),
        ("从周一开始跑步", "11-30 00:00", "跑步"),
        ("从12月1日起写论文", "12-01 00:00", "写论文"),
        ("不早于周一 买鞋", "11-30 00:00", "买鞋"),
        ("开始：12月1日 写论文", "12-01 00:00", "写论文"),
    ],
)
def test_a_start_hides_and_does_not_remind(text: str, start: str, title: str):
    line = read(text)

    assert (wall(line.start_at_ms), line.time, line.title, line.kind) == (start, None, title, ItemKind.TASK)


@pytest.mark.parametrize(
    "text",
    [
        "from Monday to Friday conference",
        "meeting from 3pm to 5pm tomorrow",
        "order from Monday's menu",
        "every Monday from December call mum",
        "buy milk from Anna tomorrow",
        '"from Monday" is the title of a song to buy',
        "从周一到周五开会",
        "从早上开始下雨",
        "周一起床早一点",
    ],
)
def test_what_only_looks_like_a_start_is_none(text: str):
    assert read(text).start_at_ms is None


def test_a_start_and_a_deadline_stand_side_by_side():
    line = read("ask Anna about the draft by Friday ~2h from Wednesday")

    assert line.time is not None
    assert wall(line.start_at_ms) == "11-25 00:00"
    assert line.text[line.time.start : line.time.end] == "by Friday"
    assert line.title == "ask Anna about the draft"


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("write the report ~30m", 30),
        ("clean the kitchen (2h)", 120),
        ("read the book ~1h30m tomorrow", 90),
        ("write the plan ~1.5 h", 90),
        ("fix the sink, takes about 45 min", 45),
        ("写报告 约半小时", 30),
        ("写报告（2小时）", 120),
        ("大概一个半小时 写周报", 90),
        ("写信 约20分钟", 20),
        ("打扫房间 预计两小时", 120),
        ("写信 ～40分钟", 40),
    ],
)
def test_an_effort_is_read_and_is_no_time(text: str, minutes: int):
    line = read(text, ItemKind.TASK)

    assert line.effort_minutes == minutes
    assert not any(sign in line.title for sign in "~(（约～")


@pytest.mark.parametrize(
    "text",
    [
        "pay ~30 euros",
        "约两小时后见面",
        "约王老师",
        "需要两小时的会",
        "~0m nothing",
        "call in 30m",
    ],
)
def test_what_only_looks_like_an_effort_is_none(text: str):
    assert read(text, ItemKind.TASK).effort_minutes is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("waiting for Anna: contract", "Anna"),
        ("waiting for Anna's reply by Friday", "Anna"),
        ("Still waiting on the landlord", "landlord"),
        ("asked Anna for the figures", "Anna"),
        ("Bob owes me 20 euros", "Bob"),
        ("no reply from the bank yet", "bank"),
        ("awaiting approval from finance", "finance"),
        ("waiting for Dr. Smith to confirm", "Dr. Smith"),
        ("the bank will get back to me by Tuesday", SOMEBODY),
        ("等王老师回复", "王老师"),
        ("等李伟的合同", "李伟"),
        ("小张还没回复我", "小张"),
        ("老陈答应我周五给报告", "老陈"),
        ("催了供应商两次", "供应商"),
        ("buy milk", ""),
        ("买牛奶", ""),
    ],
)
def test_who_owes_something_is_named(text: str, who: str):
    assert waiting_for(text) == who


@pytest.mark.parametrize("text", ["waiting for Anna: contract", "等王老师回复", "还在等李伟的合同"])
def test_waiting_for_a_person_is_a_task(text: str):
    assert read(text).kind is ItemKind.TASK


def test_waiting_for_a_bus_is_a_remark():
    assert read("waiting for the bus").kind is ItemKind.NOTE


def test_only_a_task_starts_and_takes_time():
    line = read("from Monday ~30m", ItemKind.NOTE)

    assert (line.start_at_ms, line.effort_minutes) == (None, None)


def test_every_mark_says_where_it_stands():
    text = "ask Anna about #budget by Friday ~2h from Wednesday"
    line = read(text)

    places = {mark.kind: text[mark.start : mark.end] for mark in line.marks}
    assert places == {
        MarkKind.TIME: "by Friday",
        MarkKind.START: "from Wednesday",
        MarkKind.EFFORT: "~2h",
        MarkKind.PERSON: "Anna",
        MarkKind.TAG: "#budget",
    }


@pytest.mark.parametrize("kind", list(MarkKind))
def test_every_mark_can_be_waved_away(kind: MarkKind):
    line = read("waiting for Anna: ask Bob about #budget by Friday ~2h from Wednesday !!")
    marks = [mark for mark in line.marks if mark.kind is kind]
    assert marks

    less = line.without({mark.key for mark in marks})

    values = {
        MarkKind.TIME: (line.time, less.time),
        MarkKind.START: (line.start_at_ms, less.start_at_ms),
        MarkKind.WAITING: (line.waiting_for, less.waiting_for),
        MarkKind.EFFORT: (line.effort_minutes, less.effort_minutes),
        MarkKind.INSIST: (line.is_insistent, less.is_insistent),
        MarkKind.PERSON: (line.people, less.people),
        MarkKind.TAG: (line.tags, less.tags),
    }
    assert {each for each, (before, after) in values.items() if before != after} == {kind}
    assert not any(mark.kind is kind for mark in less.marks)


def test_waving_nothing_away_changes_nothing():
    line = read("call Anna tomorrow")

    assert line.without(()) is line
    assert line.without({"time:next year"}) is line


def test_a_name_with_its_apostrophe_is_the_name():
    assert read("ask Anna about Tom's draft").people == ("Anna", "Tom")


_PIECES = (
    *(
        "from ",
        "not before ",
        "start: ",
        "~",
        "(",
        "2h",
        ")",
        "30m",
        "Monday",
        "to ",
        "Friday",
        "by ",
        "every ",
        "~9999h",
    ),
    *("waiting for ", "Anna", "'s ", "owes me", "asked ", "#a", "@b", " ", "\n", "\x00", "\ud800", "🎉", '"', ":", "*"),
    *(
        "约",
        "半",
        "个",
        "小时",
        "分钟",
        "刻钟",
        "从",
        "自",
        "开始",
        "起",
        "周一",
        "等",
        "王老师",
        "回复",
        "没",
        "欠我",
        "一百",
        "：",
    ),
)


@given(st.lists(st.sampled_from(_PIECES), max_size=25))
def test_no_line_breaks_the_reading_and_every_mark_lies_in_it(pieces: list[str]):
    line = read("".join(pieces))

    for mark in line.marks:
        assert 0 <= mark.start <= mark.end <= len(line.text)
        assert mark not in line.without({mark.key}).marks
    assert line.effort_minutes is None or 1 <= line.effort_minutes <= 6000
