"""Golden lines, written by us: what is read in both languages, what must not be, and how much of all of it is right.

Now is Wednesday 30 September 2026, 10:00, in New York for English and in Shanghai for Chinese; mornings are 9, evenings
18. Some lines without a time are read as one all the same: "3 am by Matchbox Twenty". They are counted.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from assistant.language.time import find_time
from tests.unit import test_time_chinese, test_time_english, test_time_repeats

DATA = Path(__file__).parent.parent / "data"
ENGLISH = (DATA / "time_english.txt").read_text("utf-8")
CHINESE = (DATA / "time_chinese.txt").read_text("utf-8")
NO_ENGLISH = (DATA / "time_not_english.txt").read_text("utf-8")
NO_CHINESE = (DATA / "time_not_chinese.txt").read_text("utf-8")
KNOWN_FALSE = {
    "fri is short for friction in these notes",
    "the weekend australian has the crossword",
    "room 12:30 is what the sign said, odd",
    "fourth of july by springsteen, the live version",
    "saturday job at the bakery paid badly",
    "the day after tomorrow is a disaster film",
    "cut the plank to 11/16",
    "tomorrow people was a tv series",
    "fri is how she signs her mails",
    "saturday girl wanted, sign in the window",
    "train due 10:15 left 10:50",
    "is noon 12pm or 12am",
    "who opens at 7 on sundays",
    "school runs from 8:50 to 3:15",
    "3 am by matchbox twenty",
    "sunday morning by maroon 5",
    "in the air tonight drum fill",
    "tonight by west side story cast",
    "lap 3 was my fastest, 1:58",
    "周四那帮人真吵",
    "今天挺好的谢谢",
    "多美的夜晚啊",
    "你周五上班吗",
    "noon sun is too strong for the ferns",
    "every day is a school day",
    "周四那节课讲蝙蝠",
    "正午太阳太毒",
    "星期三或礼拜三",
    "三月三广西人多",
    "microwave it for 2:30",
    "从早上八点等到下午",
    "火车10:15晚点到10:50",
    "i told her on tuesday that it broke",
    "call the tuesday morning store about the lamp",
    "september 5 film poster",
    "19:10 is the odd screen shape, not 16:10",
    "清晨的粥“歌名”",
    "十三号星期五电影“黑色星期五”",
    "日日鲜超市的鸡蛋",
    "星期三乐队的新歌",
    "给星期五咖啡馆打个好评",
    "张明天是我同学",
    "周一围是演员",
    "周日升是新来的同事",
    "明天系的股票跌了",
    "周五彩票站的老板很热情",
    "星期天妈妈做的饼最香",
    "七点半剧场的票根",
    "周六福的金戒指",
    "星期六服装店的牛仔裤掉色",
    "周三多写的管理学教材",
}

ZONES = {"en": "America/New_York", "zh": "Asia/Shanghai"}
POSITIVE = {
    "en": [ENGLISH, test_time_english.DUE, test_time_repeats.ENGLISH],
    "zh": [CHINESE, test_time_chinese.DUE, test_time_repeats.CHINESE],
}
NEGATIVE = {"en": [NO_ENGLISH, test_time_english.NOT_DUE], "zh": [NO_CHINESE, test_time_chinese.NOT_DUE]}


def due(text: str, language: str) -> str | None:
    zone = ZoneInfo(ZONES[language])
    found = find_time(text, datetime(2026, 9, 30, 10, 0, tzinfo=zone))
    return None if found is None else f"{datetime.fromtimestamp(found.at_ms / 1000, zone):%Y-%m-%d %H:%M}"


def positive(language: str) -> list[tuple[str, str]]:
    lines = (line.split(" | ") for table in POSITIVE[language] for line in table.strip().splitlines())
    return [(line[0].strip(), line[1].strip()) for line in lines]


def negative(language: str) -> list[str]:
    return [line for table in NEGATIVE[language] for line in table.strip().splitlines()]


@pytest.mark.parametrize(("language", "table"), [("en", ENGLISH), ("zh", CHINESE)])
def test_every_golden_line_is_read_as_a_person_would(language: str, table: str):
    rows = [line.split(" | ") for line in table.strip().splitlines()]

    assert {text: due(text, language) for text, _ in rows} == dict(rows)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_time_is_read_where_there_is_none(language: str):
    read = {text for text in negative(language) if due(text, language) is not None}

    assert read == KNOWN_FALSE & set(negative(language))


@pytest.mark.parametrize(("language", "asked", "without"), [("en", 974, 1449), ("zh", 973, 1469)])
def test_recall_and_precision_are_those_that_we_publish(language: str, asked: int, without: int):
    right = sum(due(text, language) == expected for text, expected in positive(language))
    read = sum(due(text, language) is not None for text in negative(language))

    assert (right, len(positive(language))) == (asked, asked)
    assert (read, len(negative(language))) == ({"en": 26, "zh": 25}[language], without)
