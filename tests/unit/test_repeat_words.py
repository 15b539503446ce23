"""How something repeats, in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.item import Item, ItemKind, Language
from assistant.language.repeat_words import repeat_words


def item(rrule, first="2026-11-24T09:00:00"):
    return Item("i", ItemKind.TASK, "x", 0, rrule=rrule, first_wall=first, zone="UTC")


@pytest.mark.parametrize(
    ("rrule", "english", "chinese"),
    [
        ("", "", ""),
        ("FREQ=DAILY", "repeats every day", "每天重复"),
        ("FREQ=DAILY;INTERVAL=3", "repeats every 3 days", "每 3 天重复"),
        ("FREQ=WEEKLY;BYDAY=MO", "repeats every Monday", "每周一重复"),
        ("FREQ=WEEKLY", "repeats every Tuesday", "每周二重复"),
        ("FREQ=WEEKLY;BYDAY=MO,WE,FR", "repeats every Monday, Wednesday and Friday", "每周一、周三、周五重复"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "repeats every weekday", "每个工作日重复"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "repeats every other Tuesday", "隔周周二重复"),
        (
            "FREQ=DAILY;BYHOUR=9,13,18;BYMINUTE=0",
            "repeats every day at 9:00, 13:00 and 18:00",
            "每天的 9:00、13:00、18:00 重复",
        ),
        (
            "FREQ=DAILY;BYHOUR=8,9,10,11;BYMINUTE=0,30;BYSETPOS=1,2,3,4,5,6,7",
            "repeats every day, every 30 minutes from 8:00 to 11:00",
            "每天 8:00 到 11:00，每 30 分钟重复",
        ),
        ("FREQ=DAILY;INTERVAL=3;COUNT=2", "on 2026-11-24 and 2026-11-27", "2026-11-24 和 2026-11-27 各一次"),
        (
            "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9,17;BYMINUTE=0,30;BYSETPOS=1,4",
            "repeats every weekday at 9:00 and 17:30",
            "每个工作日的 9:00、17:30 重复",
        ),
        (
            "FREQ=DAILY;BYMONTH=1,2,3,4,5,6,9,10,11,12",
            "repeats every day, not in July and August",
            "除7月、8月外，每天重复",
        ),
        ("FREQ=WEEKLY;BYMONTH=6;BYDAY=MO", "repeats every Monday in June", "6月里每周一重复"),
        ("FREQ=YEARLY;BYWEEKNO=12;BYDAY=FR", "repeats every year on Friday of week 12", "每年第 12 周的周五重复"),
        ("FREQ=YEARLY;BYYEARDAY=100", "repeats every year on day 100 of the year", "每年当年的第 100 天重复"),
        ("FREQ=MONTHLY;BYMONTHDAY=22", "repeats every month on the 22nd", "每月22日重复"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "repeats every month on the last day", "每月最后一天重复"),
        ("FREQ=MONTHLY;BYDAY=1MO", "repeats every month on the first Monday", "每月第一个周一重复"),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "repeats every month on the last working day",
            "每月最后一个工作日重复",
        ),
        (
            "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1",
            "repeats every month on the last day in March, June, September and December",
            "3月、6月、9月、12月里每月最后一天重复",
        ),
        ("FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=3", "repeats every year on the 3rd of May", "每年5月3日重复"),
        ("FREQ=DAILY;COUNT=5", "repeats every day, 5 times in all", "每天重复，共 5 次"),
        ("FREQ=DAILY;UNTIL=20270105T235959", "repeats every day until 2027-01-05", "每天重复，到2027-01-05为止"),
        ("FREQ=YEARLY;BYMONTH=5,6", "repeats by a rule of its own", "按自己的规则重复"),
    ],
)
def test_rules_in_words(rrule, english, chinese):
    assert repeat_words(item(rrule), Language.ENGLISH) == english
    assert repeat_words(item(rrule), Language.CHINESE) == chinese


@given(st.text(alphabet="FREQ=WDAILY;BYMONTHDAY,0123456789-BYSETPOSMOTU"), st.text())
def test_no_rule_raises(rrule, first):
    for language in Language:
        repeat_words(item(rrule, first), language)
        repeat_words(item(f"FREQ=MONTHLY;{rrule}", first), language)
