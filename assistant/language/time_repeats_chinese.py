"""Chinese recurrences: 每天, 每周一三五, 每隔一天, 每月1号, 每月最后一个工作日, 每年5月3日. Read on folded text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.language.numbers import CHINESE_NUMBER, chinese_number
from assistant.language.time_clues import (
    HAN_DAY,
    HAN_DONE,
    HAN_EVERY,
    HAN_MONTH,
    HAN_QUARTER,
    HAN_WEEK,
    HAN_YEAR,
    Build,
    Finder,
)
from assistant.language.time_parts import Daytime, Frame, Part, Repeating
from assistant.language.time_rule import SUB_DAILY, WEEKEND, WORKDAYS, Rule

_N = CHINESE_NUMBER
_WEEK = "(?:周|星期|礼拜)"
_SIGN = "[一二三四五六日天1-7]"
_NEXT_SIGN = rf"(?:[、,，和及与跟到至~-]?{_WEEK}?{_SIGN}(?![\d个点:月号日小分刻次半]))"
_SIGNS = rf"{_SIGN}(?![个\d点:小分刻次半]){_NEXT_SIGN}{{0,6}}"
_WEEKDAYS = (
    {sign: place for place, sign in enumerate("一二三四五六日")} | {"天": 6} | {str(n): n - 1 for n in range(1, 8)}
)
_UNITS = {
    "秒": "SECONDLY", "分": "MINUTELY", "小": "HOURLY", "钟": "HOURLY", "天": "DAILY", "日": "DAILY",
    "周": "WEEKLY", "星": "WEEKLY", "礼": "WEEKLY", "月": "MONTHLY", "季": "MONTHLY", "年": "YEARLY",
}  # fmt: skip
_EACH = "每个?"
_DAYS = rf"{_N}[号日](?:[、,，和及与跟]?{_N}[号日]){{0,6}}"
_PLACED = rf"第?(一|二|三|四|五|1|2|3|4|5|最后一|最后1|倒数第一|倒数第二)个?({_WEEK}{_SIGN}|工作日|天)"
_EVERY_MONTH = rf"每(?:隔)?({_N})?个?月"

_MONTHLY = rf"{_EVERY_MONTH}的?(?:({_DAYS})|{_PLACED}|(初|底|末))"
_YEARLY = rf"每年的?({_N})月份?的?(?:({_DAYS})|({_N})(?!\d|[个点月])|{_PLACED})"
_QUARTERLY = rf"{_EACH}季度?的?(?:第?(一|二|三|最后一|倒数第一)个?(工作日|天)|(初|底|末))"
_WEEKLY = rf"(?:每?逢|每|(?=隔周))(隔)?(?:({_N})?个?)?(?<!第){_WEEK}的?(?:{_WEEK})?({_SIGNS})"
_PLAIN = rf"每(隔)?(?:(半|{_N})?个?)?(工作日|周末|季度|小时|钟头|分钟?|秒钟?|天|日|{_WEEK}|月|年)(?![假级纪龄刊报])"
_DAYTIME = r"每个?(早上|早晨|清晨|早|上午|中午|下午|傍晚|晚上|晚)(?![餐饭])"
_OTHER = (
    r"天天(?!向上)|日日(?!夜夜)|隔[天日周月年](?![空壁离阂陈])|(?<![0-9个两三四五六七八九十])工作日(?![内后前志程常])"
    r"|平日里?(?=[早晚上下\d])"
)
_LONG_UNIT = rf"(天|日|{_WEEK}|月|年)"
_AFTER_DONE = (
    rf"(?:每次)?(?:完成|做完|办完)(?:(?:之|以)?后(?:每隔?|再过|再|过)?({_N})个?{_LONG_UNIT}(?:(?:之|以)?后)?"
    rf"|({_N})个?{_LONG_UNIT}(?:之|以)?后)(?:再次?|重复)?"
)
_TIMES_A_DAY = rf"(?:每[天日]|[一1][天日])(?:吃|服|做|打卡)?({_N})[次回遍顿]"
_DAYTIMES = {
    "早": Daytime.MORNING, "清": Daytime.MORNING, "上": Daytime.MORNING, "中": Daytime.NOON, "下": Daytime.AFTERNOON,
    "傍": Daytime.EVENING, "晚": Daytime.TONIGHT,
}  # fmt: skip


def _interval(number: str | None, *, is_skipping: bool, frequency: str = "DAILY") -> int:
    """每两天 is every two days; 每隔一天 leaves one out, 每隔一小时 none."""
    amount = (chinese_number(number) if number else None) or 1
    is_skipped = is_skipping and frequency not in SUB_DAILY
    return min(amount + 1 if is_skipped else amount, 999)


def _placed(place: str, day: str) -> Rule | None:
    number = {"最后一": -1, "最后1": -1, "倒数第一": -1, "倒数第二": -2}.get(place) or chinese_number(place) or 1
    if day == "工作日":
        return Rule("MONTHLY", weekdays=WORKDAYS, set_position=number)
    if day == "天":
        return Rule("MONTHLY", month_days=(number,))
    return Rule("MONTHLY", weekdays=((number, _WEEKDAYS[day[-1]]),))


def _day_numbers(text: str) -> tuple[int, ...] | None:
    numbers = tuple(chinese_number(word) or 0 for word in re.findall(rf"({_N})[号日]?", text))
    return numbers if numbers and all(1 <= number <= 31 for number in numbers) else None


def _monthly(match: re.Match[str]) -> Rule | None:
    interval = _interval(match[1], is_skipping="隔" in match[0])
    if match[2]:
        days = _day_numbers(match[2])
        return None if days is None else Rule("MONTHLY", interval, month_days=days)
    if match[5]:
        return Rule("MONTHLY", interval, month_days=(1 if match[5] == "初" else -1,))
    rule = _placed(match[3], match[4])
    return None if rule is None else Rule("MONTHLY", interval, rule.weekdays, rule.month_days, (), rule.set_position)


def _yearly(match: re.Match[str]) -> Rule | None:
    month = chinese_number(match[1])
    if month is None or not 1 <= month <= 12:
        return None
    if match[4]:
        rule = _placed(match[4], match[5])
        if rule is None or rule.set_position:
            return None
        return Rule("YEARLY", weekdays=rule.weekdays, month_days=rule.month_days, months=(month,))
    days = _day_numbers(match[2] or match[3])
    return None if days is None else Rule("YEARLY", month_days=days, months=(month,))


def _quarterly(match: re.Match[str]) -> Rule | None:
    """每季度第一天, 每季度末, 每个季度最后一个工作日: a day of the first or of the last month of a quarter."""
    is_last = match[3] in ("底", "末") if match[3] else match[1] in ("最后一", "倒数第一")
    rule = _placed(match[1], match[2]) if match[1] else Rule("MONTHLY", month_days=(-1 if is_last else 1,))
    return None if rule is None else replace(rule, months=(3, 6, 9, 12) if is_last else (1, 4, 7, 10))


SIGNS = _SIGNS
"""A regular expression for the signs of weekdays that follow 周, ranges among them."""


def chinese_weekdays(signs: str) -> set[int]:
    """The weekdays that `SIGNS` name, Monday 0."""
    found: set[int] = set()
    previous, is_range = None, False
    for sign in signs:
        if sign in "到至~-":
            is_range = True
        weekday = _WEEKDAYS.get(sign)
        if weekday is None:
            continue
        if is_range and previous is not None:
            found |= {(previous + step) % 7 for step in range((weekday - previous) % 7 + 1)}
        found.add(weekday)
        previous, is_range = weekday, False
    return found


def _weekly(match: re.Match[str]) -> Rule | None:
    found = chinese_weekdays(match[3])
    interval = _interval(match[2], is_skipping=match[1] is not None)
    return Rule("WEEKLY", interval, tuple((0, weekday) for weekday in sorted(found)))


def _plain(match: re.Match[str]) -> Rule | None:
    unit = match[3]
    if unit == "工作日":
        return Rule("WEEKLY", weekdays=WORKDAYS)
    frequency = "WEEKLY" if unit == "周末" else _UNITS[unit[0]]
    if match[2] == "半":
        return {"HOURLY": Rule("MINUTELY", 30), "YEARLY": Rule("MONTHLY", 6)}.get(frequency)
    interval = _interval(match[2], is_skipping=match[1] is not None, frequency=frequency)
    if unit == "周末":
        return Rule("WEEKLY", interval, WEEKEND)
    return Rule(frequency, interval * 3 if unit == "季度" else interval)


def _other(match: re.Match[str]) -> Rule | None:
    word = match[0]
    if word.startswith("隔"):
        return Rule(_UNITS[word[1]], 2)
    return Rule("DAILY") if word in ("天天", "日日") else Rule("WEEKLY", weekdays=WORKDAYS)


def _every_daytime(match: re.Match[str], frame: Frame) -> Part:
    del frame
    return Part(match.start(), match.end(), (Repeating(rule=Rule("DAILY")), _DAYTIMES[match[1][0]]))


def _repeat(build: Callable[[re.Match[str]], Rule | None]) -> Build:
    def part(match: re.Match[str], frame: Frame) -> Part | None:
        del frame
        rule = build(match)
        return None if rule is None else Part(match.start(), match.end(), (Repeating(rule=rule),))

    return part


def _after_done(match: re.Match[str], frame: Frame) -> Part | None:
    """完成后三天: it counts from the last time it was done."""
    del frame
    amount, unit = chinese_number(match[1] or match[3]) or 0, match[2] or match[4]
    if not 1 <= amount <= 999:
        return None
    return Part(match.start(), match.end(), (Repeating(rule=Rule(_UNITS[unit[0]], amount), is_after_done=True),))


def _times_a_day(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    number = chinese_number(match[1]) or 0
    if not 1 <= number <= 9:
        return None
    return Part(match.start(), match.end(), (Repeating(rule=Rule("DAILY"), times_a_day=number),))


def chinese_repeat_rules() -> tuple[Finder, ...]:
    """The rules of recurrences."""
    return (
        Finder(_QUARTERLY, _repeat(_quarterly), (HAN_EVERY, HAN_QUARTER)),
        Finder(_MONTHLY, _repeat(_monthly), (HAN_EVERY, HAN_MONTH)),
        Finder(_YEARLY, _repeat(_yearly), (HAN_EVERY, HAN_YEAR)),
        Finder(_WEEKLY, _repeat(_weekly), (HAN_EVERY, HAN_WEEK)),
        Finder(_AFTER_DONE, _after_done, (HAN_DONE,)),
        Finder(_TIMES_A_DAY, _times_a_day, (HAN_DAY,)),
        Finder(_PLAIN, _repeat(_plain), (HAN_EVERY,)),
        Finder(_OTHER, _repeat(_other), (HAN_EVERY,)),
        Finder(_DAYTIME, _every_daytime, (HAN_EVERY,)),
    )
