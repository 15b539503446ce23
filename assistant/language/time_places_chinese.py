"""A part of something longer in Chinese: 十月第三周, 本月最后一天, 今年第二个季度, 下个月最后一个工作日."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache

from assistant.language.numbers import CHINESE_NUMBER, chinese_number
from assistant.language.time_clues import HAN_EDGE, HAN_LAST, HAN_ORDINAL, HAN_UNIT, Finder
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
    source = rf"{_CONTAINER}的?{_PLACE}个?(?:(天|日|周末|月|季度|工作日)|{_WEEK}([一二三四五六日天])?)"
    return (Finder(source, _placed, (HAN_ORDINAL | HAN_LAST, HAN_UNIT | HAN_EDGE)),)


def _placed(match: re.Match[str], frame: Frame) -> Part | None:
    container = _container(match, frame)
    from_start, from_end, last, unit, weekday = match.groups()[7:]
    number = 1 if last else chinese_number(from_start or from_end)
    if container is None or not number:
        return None
    place = -number if last or from_end else number
    name = _UNITS[unit] if unit else _DAYS[weekday] if weekday else "week"
    days = _workday(container, place) if name == "workday" else within(container, name, place)
    return None if days is None else Part(match.start(), match.end(), (days,))


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
