"""What only looks like a time, and what must stay one although a word beside it is that of a look-alike."""

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
    "text",
    [
        "my sunday best needs ironing", "what is the friday mood", "friday vibes playlist by tom",
        "happy friday everyone",
        "their dog is called sunday", "sunday (the singer) has a great voice", "quote came back at 1,250 plus vat",
        "周末心情很好", "周一情绪不好",
    ],
)  # fmt: skip
def test_a_name_or_a_number_is_no_time(text: str):
    assert due(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wednesday look at the car", "10-07 09:00"),
        ("tuesday mix the concrete", "10-06 09:00"),
        ("friday papers due", "10-02 09:00"),
        ("thursday clothes to charity", "10-01 09:00"),
        ("friday girl scouts meeting", "10-02 09:00"),
        ("friday learn the guitar tab", "10-02 09:00"),
        ("wednesday pick up the box set", "10-07 09:00"),
        ("meeting called friday at 3", "10-02 15:00"),
        ("周一情绪管理课", "10-05 09:00"),
        ("星期天音乐会", "10-04 09:00"),
        ("wish them happy friday at 8", "10-02 08:00"),
        ("say happy friday to the new team", "10-02 09:00"),
        ("friday record the new lyrics at 5pm", "10-02 17:00"),
        ("friday concert on dvd", "10-02 09:00"),
        ("is that friday person coming at 3", "10-02 15:00"),
        ("周三林医生", "10-07 09:00"),
        ("周五江经理打来电话", "10-02 09:00"),
        ("星期三餐厅的位子订好", "10-07 09:00"),
        ("评分会八点三十分开始", "09-30 20:30"),
        ("均分报告3点20分交", "09-30 15:20"),
        ("账号 2026-12-01 到期", "12-01 09:00"),
    ],
)
def test_a_day_stays_one_where_something_is_done(text: str, expected: str):
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tmrw lunch w/ sara 12:30pm", "10-01 12:30"),
        ("tomorrow evening dinner with sam 7pm", "10-01 19:00"),
        ("下周四下午驾照科目二 两点", "10-08 14:00"),
        ("christmas dinner dec 25 1:30pm at the inn", "12-25 13:30"),
        ("friday morning call ann about the 9:30 train", "10-02 09:00"),
    ],
)
def test_a_time_behind_a_part_of_the_day_says_when(text: str, expected: str):
    assert due(text) == expected
