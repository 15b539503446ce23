"""A part of something longer in Chinese: 十月第三周, 本月最后一天, 3月底, 今年第二个季度, 下个月最后一个工作日."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache

from assistant.language.numbers import CHINESE_NUMBER, CHINESE_NUMBER_SIGNS, chinese_number
from assistant.language.time_clues import HAN_DATE, HAN_EDGE, HAN_LAST, HAN_MONTH, HAN_ORDINAL, HAN_UNIT, JOINED, Finder
from assistant.language.time_parts import Days, Frame, Part, workday_from
from assistant.language.time_places import unit_days, within

_N = CHINESE_NUMBER
_WEEK = "(?:周|星期|礼拜)"
_STEPS = {"下下": 2, "下": 1, "上": -1, "上上": -2, "这": 0, "本": 0, "今": 0, "明": 1, "去": -1, "前": -2, "后": 2}
_CONTAINER = (
    rf"(?:(?:(\d{{4}})年|([今明去前后])年)?的?({_N})月份?|(下下|上上|上|下|这|本)一?个?(月|季度?|{_WEEK})"
    r"|([今明去前后本])年|(\d{4})年)"
)
_PLACE = rf"(?:第({_N})|倒数第({_N})|(最后)(?:一|1)?)"
_UNITS = {"天": "day", "日": "day", "周末": "weekend", "月": "month", "季度": "quarter", "工作日": "workday"}
_DAYS = {
    "一": "monday", "二": "tuesday", "三": "wednesday", "四": "thursday", "五": "friday", "六": "saturday",
    "日": "sunday", "天": "sunday",
}  # fmt: skip


@cache
def chinese_place_rules() -> tuple[Finder, ...]:
    """The rule of parts of something longer."""
    first = f"(?=[今明去前后本的下上这{CHINESE_NUMBER_SIGNS}])"
    source = rf"{first}{_CONTAINER}的?{_PLACE}个?(?:(天|日|周末|月|季度|工作日)|{_WEEK}([一二三四五六日天])?)"
    edge = rf"{first}(?<![\d.])(?:([今明后])年)?({_N})月份?的?(底|末|初|中(?![旬国文心午介间毕等学性断途]))"
    dotted = r"(?<![\d.])(1[0-2]|0?[1-9])[./](3[01]|[12]\d|0?[1-9])[日号](?![线楼店院机桌电房车线门])"
    return (
        Finder(source, _placed, (HAN_ORDINAL | HAN_LAST, HAN_UNIT | HAN_EDGE)),
        Finder(edge, _named_month_edge, (HAN_MONTH, HAN_EDGE)),
        Finder(dotted, _dotted_date, (JOINED, HAN_DATE)),
    )


def _days(match: re.Match[str], days: Days | None) -> Part | None:
    return None if days is None else Part(match.start(), match.end(), (days,))


def _named_month_edge(match: re.Match[str], frame: Frame) -> Part | None:
    """3月底, 明年一月初."""
    number = chinese_number(match[2])
    year = frame.today.year + _STEPS[match[1]] if match[1] else None
    month = frame.month_named(number, year) if number is not None else None
    if month is None:
        return None

    def edge(month: Days) -> Days:
        day = month.last if match[3] in ("底", "末") else month.first.replace(day=1 if match[3] == "初" else 15)
        return Days(day, day)

    return _days(match, frame.ahead(month, edge))


def _dotted_date(match: re.Match[str], frame: Frame) -> Part | None:
    """12.5号."""
    return _days(match, frame.date(int(match[1]), int(match[2])))


def _placed(match: re.Match[str], frame: Frame) -> Part | None:
    container = _container(match, frame)
    from_start, from_end, last, unit, weekday = match.groups()[7:]
    number = 1 if last else chinese_number(from_start or from_end)
    if container is None or not number:
        return None
    place = -number if last or from_end else number
    name = _UNITS[unit] if unit else _DAYS[weekday] if weekday else "week"

    def placed(container: Days) -> Days | None:
        return _workday(container, place) if name == "workday" else within(container, name, place)

    return _days(match, frame.ahead(container, placed))


def _container(match: re.Match[str], frame: Frame) -> Days | None:
    year, step, month, near, unit, near_year, bare_year = match.groups()[:7]
    if month:
        named = int(year) if year else frame.today.year + _STEPS[step] if step else None
        return frame.month_named(chinese_number(month) or 0, named)
    if near:
        name = "month" if unit == "月" else "quarter" if unit.startswith("季") else "week"
        return unit_days(frame, name, _STEPS[near])
    return frame.year(_STEPS[near_year]) if near_year else frame.year(int(bare_year) - frame.today.year)


def _workday(container: Days, place: int) -> Days | None:
    start = container.first - timedelta(days=1) if place > 0 else container.last + timedelta(days=1)
    day = workday_from(start, place)
    return Days(day, day) if container.first <= day <= container.last else None
