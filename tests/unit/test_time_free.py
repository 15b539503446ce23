"""Where a Chinese time stands free, and where the same words count or name something."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from assistant.language.time import find_time

NOW = datetime(2026, 9, 30, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.mark.parametrize(
    "text",
    [
        "三点建议写在后面", "三点水旁的字", "两点之间直线最短", "四点要求都合理", "五点修改意见", "六点补充说明",
        "三点提示", "三月是我表妹的小名", "五月花餐厅的菜太咸", "六月雪的叶子发黄了", "七月与安生这部电影不错",
        "九月的花店卖干花", "八月瓜是一种水果", "中秋是我家的猫", "端午的粽子太甜", "元旦是老李女儿的名字",
        "母亲节贺卡", "万圣节糖果", "冬至是姐姐养的狗",
    ],
)  # fmt: skip
def test_what_is_counted_or_named_is_no_time(text: str):
    assert find_time(text, NOW) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [("15号周四交表", "10-15"), ("31号周六搬家", "10-31"), ("13号周五聚餐", "11-13"), ("5号周日爬山", "10-05")],
)
def test_a_weekday_beside_a_number_picks_the_month_and_a_slip_of_a_day_does_not(text: str, day: str):
    found = find_time(text, NOW)

    assert found is not None
    assert f"{datetime.fromtimestamp(found.at_ms / 1000, NOW.tzinfo):%m-%d}" == day


@pytest.mark.parametrize(
    "text",
    [
        "reduce it by 5", "we won by 2", "count until 10", "the price went up by 7", "a board of 4 by 6",
        "it weighs around 9", "sold at 1200", "at 0930 feet the air is thin", "the rent rose by 3", "late by 5",
        "stop after 5 tries",
    ],
)  # fmt: skip
def test_a_measure_behind_by_or_until_is_no_hour(text: str):
    assert find_time(text, NOW) is None
