"""Stretches of time: the next three days, July 13-15, mid March, 上半年, 未来三天, and where an interval ends."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import cache

from assistant.language.numbers import (
    CHINESE_NUMBER,
    CHINESE_NUMBER_SIGNS,
    ENGLISH_AMOUNT,
    ENGLISH_ORDINAL,
    chinese_number,
    english_number,
    english_ordinal,
)
from assistant.language.time_clues import (
    AFTER,
    DIGIT,
    EARLY,
    EDGE,
    FOR,
    FOUR_DIGITS,
    HAN_EDGE,
    HAN_HALF,
    HAN_LAST,
    HAN_NUMBER,
    HAN_QUARTER,
    HAN_UNIT,
    HAN_YEAR,
    MONTH_NAME,
    ORDINAL,
    STEP_WORD,
    UNIT,
    WEEKDAY_NAME,
    WEEKEND,
    Build,
    Finder,
)
from assistant.language.time_english_words import MONTH, MONTHS, STEP, STEPS, WEEKDAY, WEEKDAYS, compiled
from assistant.language.time_parts import (
    Days,
    Frame,
    Grain,
    Lasting,
    Part,
    Shift,
    Stretch,
    Value,
    add_months,
    at_wall,
)
from assistant.language.time_places import unit_days, weekend

_SECONDS = {Grain.SECOND: 1, Grain.MINUTE: 60, Grain.HOUR: 3600, Grain.DAY: 86_400, Grain.WEEK: 604_800}
_UNIT = r"(sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|quarter|year)s?"
_ENGLISH_GRAINS = {
    "sec": Grain.SECOND, "min": Grain.MINUTE, "hou": Grain.HOUR, "hr": Grain.HOUR, "day": Grain.DAY,
    "wee": Grain.WEEK, "mon": Grain.MONTH, "qua": Grain.QUARTER, "yea": Grain.YEAR,
}  # fmt: skip
_CHINESE_GRAINS = {
    "秒": Grain.SECOND, "分": Grain.MINUTE, "小": Grain.HOUR, "钟": Grain.HOUR, "天": Grain.DAY, "日": Grain.DAY,
    "周": Grain.WEEK, "星": Grain.WEEK, "礼": Grain.WEEK, "月": Grain.MONTH, "季": Grain.QUARTER, "年": Grain.YEAR,
}  # fmt: skip
_CHINESE_UNIT = "(秒钟?|分钟|小时|钟头|天|日|周|星期|礼拜|月|季度|年)"
_PAST = ("last", "past", "previous", "上", "前", "过去", "最近", "过去的")
_CHINESE_YEARS = {"今": 0, "明": 1, "去": -1, "后": 2, "前": -2, "本": 0}


@cache
def _english() -> tuple[Finder, ...]:
    number, to = rf"({ENGLISH_ORDINAL}|\d{{1,2}})", r" ?(?:-|to|through|thru|until|untill|till) ?(?:the )?"
    year = r"(?:,? ((?:19|20)\d\d))?"
    return compiled((
        (rf"(?:(?:in|for|within|over|during) )?(?:the )?(last|past|previous|next|coming|following) ({ENGLISH_AMOUNT}) "
         rf"{_UNIT}", _counted, (STEP_WORD, UNIT)),
        (rf"(?:upcoming ({ENGLISH_AMOUNT})|({ENGLISH_AMOUNT}) upcoming) {_UNIT}", _upcoming, (STEP_WORD, UNIT)),
        (rf"(?:from |on )?({MONTH}) (?:the )?{number}{to}{number}{year}(?! ?(?:of )?{MONTH}|:|[ap]m)",
         _month_first, (MONTH_NAME, DIGIT | ORDINAL)),
        (rf"(?:from )?(?:the )?{number}{to}{number} (?:of )?({MONTH}){year}",
         _month_last, (MONTH_NAME, DIGIT | ORDINAL)),
        (r"(?:from )?((?:19|20)\d\d) ?(?:-|to|through) ?((?:19|20)\d\d)", _years, (FOUR_DIGITS, DIGIT)),
        (rf"(?:the )?week(end)? of (?:the )?({MONTH}) ?(?:the )?{number}", _week_of, (MONTH_NAME, UNIT | WEEKEND)),
        (rf"({WEEKDAY}|{MONTH}) after next", _after_next, (STEP_WORD, WEEKDAY_NAME | MONTH_NAME)),
        (rf"(?:in )?(early|mid|late)[ -]({MONTH}){year}", _third, (EARLY, MONTH_NAME)),
        (rf"(?:at )?(?:the )?(end|beginning|start) of (?:around )?(?:(?:the )?{STEP} |the )?(week|month|quarter|year)"
         rf"|(?:at )?(?:the )?(eow|eom|eoy|bom|boy)", _edge, (EDGE, UNIT)),
        (rf"(?:at |by )?(?:the )?(end|beginning|start) of (?:({MONTH}){year}|((?:19|20)\d\d))",
         _edge_named, (EDGE, MONTH_NAME | FOUR_DIGITS)),
        (rf"(?:({ENGLISH_AMOUNT})|the) (day|night|week|fortnight|month|year|(?:business|working|work) day|workday"
         r"|weekday)s? (after|before|from|since|prior to|following|preceding)(?: the)?",
         _shift, (UNIT, AFTER)),
        (rf"(?:for|lasting) (?:about |another )?({ENGLISH_AMOUNT})[ -]?{_UNIT}( and an? half)?", _lasting, (UNIT, FOR)),
    ))  # fmt: skip


@cache
def _chinese() -> tuple[Finder, ...]:
    sources: tuple[tuple[str, Build, tuple[int, ...]], ...] = (
        (
            rf"(?<!最)(上|前|过去的?|最近|下|后|未来的?|接下来的?|今后)({CHINESE_NUMBER})个?{_CHINESE_UNIT}(?![后前号])",
            _counted,
            (HAN_LAST, HAN_UNIT, HAN_NUMBER | DIGIT),
        ),
        (
            r"(?=[今明去后前本\d的上下])(?:(今|明|去|后|前|本)年|(\d{4})年)?的?(上|下)半年",
            _half_year,
            (HAN_HALF, HAN_YEAR),
        ),
        (
            r"(?:(今|明|去|后|前)年|(\d{4})年)?的?第?([一二三四1-4])季度([末底](?!清仓|大促|特卖|促销))?(?!报|财报|业绩|销|数据|营收|利润)",
            _quarter,
            (HAN_QUARTER,),
        ),
        (r"(上|这|本|下)个?季度?(?=度)度|(上|这|本|下)个?季(?!节|后|前)", _near_quarter, (HAN_QUARTER,)),
        (
            rf"(?=[上这本下{CHINESE_NUMBER_SIGNS}])(?:(\d{{4}})年)?(?:({CHINESE_NUMBER})月|(上|这个|本|下)个?月)份?的?(上旬|中旬|下旬)",
            _tenth,
            (HAN_EDGE,),
        ),
        (rf"(?:持续|历时|为期|共)({CHINESE_NUMBER}|半)个?(半)?{_CHINESE_UNIT}", _lasting_chinese, (HAN_LAST, HAN_UNIT)),
    )
    return tuple(Finder(source, build, needs) for source, build, needs in sources)


def stretch_rules(*, is_chinese: bool) -> tuple[Finder, ...]:
    """The rules of stretches in one language."""
    return _chinese() if is_chinese else _english()


def _part(match: re.Match[str], value: Value | None, *, is_weak: bool = False) -> Part | None:
    return None if value is None else Part(match.start(), match.end(), (value,), is_weak=is_weak)


def _amount(text: str) -> int:
    number = chinese_number(text) if not text.isascii() else int(english_number(text) or 0)
    return number or 0


def _grain(unit: str) -> Grain:
    return _ENGLISH_GRAINS[unit[:3]] if unit.isascii() else _CHINESE_GRAINS[unit[0]]


def _unit_start(frame: Frame, grain: Grain, distance: int) -> datetime:
    """Where a unit begins: distance 0 is the running one."""
    now = frame.now
    if grain is Grain.SECOND:
        return now.replace(microsecond=0) + timedelta(seconds=distance)
    if grain in (Grain.MINUTE, Grain.HOUR):
        floor = now.replace(second=0, microsecond=0)
        floor = floor.replace(minute=0) if grain is Grain.HOUR else floor
        return floor + timedelta(seconds=distance * _SECONDS[grain])
    if grain is Grain.QUARTER:
        day = frame.month(3 * distance - (frame.today.month - 1) % 3).first
    else:
        unit = {Grain.DAY: frame.day, Grain.WEEK: frame.week, Grain.MONTH: frame.month, Grain.YEAR: frame.year}[grain]
        day = unit(distance).first
    return at_wall(day, 0, 0, 0, frame)


def _counted(match: re.Match[str], frame: Frame) -> Part | None:
    """The last or next so many whole units."""
    count, grain = _amount(match[2]), _grain(match[3])
    if not 1 <= count <= 9999 or match[2] in ("a", "an", "half", "half a"):
        return None
    if count == 1 and match[1] in ("上", "下") and grain in (Grain.WEEK, Grain.MONTH, Grain.YEAR):
        return None  # 下一年 is next year, a unit of the calendar
    first = (-count, 0) if match[1] in _PAST else (1, count + 1)
    begins, ends = (_unit_start(frame, grain, distance) for distance in first)
    shift = _shift_of(grain, -count if match[1] == "前" else count) if match[1] in ("前", "后") else None
    return _part(match, Stretch(begins, ends, grain, shift))


def _shift_of(grain: Grain, count: int) -> Shift | None:
    if grain in (Grain.DAY, Grain.WEEK):
        return Shift(days=count * (7 if grain is Grain.WEEK else 1))
    return Shift(months=count * (12 if grain is Grain.YEAR else 1)) if grain in (Grain.MONTH, Grain.YEAR) else None


def _upcoming(match: re.Match[str], frame: Frame) -> Part | None:
    """Upcoming two weeks: reached with the second of them."""
    count, grain = _amount(match[1] or match[2]), _grain(match[3])
    if grain not in (Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR) or not 1 <= count <= 99:
        return None
    first, after = _unit_start(frame, grain, count).date(), _unit_start(frame, grain, count + 1).date()
    return _part(match, Days(first, after - timedelta(days=1), grain))


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else english_ordinal(text) or 0


def _days(frame: Frame, month: str, first: str, last: str, year: str | None) -> Days | None:
    number = MONTHS[month.rstrip(".")]
    begins = frame.date(number, _number(first), int(year) if year else None)
    ends = frame.date(number, _number(last), begins.first.year) if begins is not None else None
    if begins is None or ends is None or ends.first <= begins.first:
        return None
    return Days(begins.first, ends.first, stretch=(begins.first, ends.first + timedelta(days=1)))


def _month_first(match: re.Match[str], frame: Frame) -> Part | None:
    return _part(match, _days(frame, match[1], match[2], match[3], match[4]))


def _month_last(match: re.Match[str], frame: Frame) -> Part | None:
    return _part(match, _days(frame, match[3], match[1], match[2], match[4]))


def _years(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    first, last = int(match[1]), int(match[2])
    if last <= first:
        return None
    days = Days(date(first, 1, 1), date(last, 12, 31), Grain.YEAR, stretch=(date(first, 1, 1), date(last + 1, 1, 1)))
    return _part(match, days, is_weak=not match[0].startswith("from"))


def _week_of(match: re.Match[str], frame: Frame) -> Part | None:
    days = frame.date(MONTHS[match[2].rstrip(".")], _number(match[3]))
    if days is None:
        return None
    monday = days.first - timedelta(days=days.first.weekday())
    if match[1]:
        return _part(match, weekend(monday + timedelta(days=5)))
    return _part(match, Days(monday, monday + timedelta(days=6), Grain.WEEK))


def _after_next(match: re.Match[str], frame: Frame) -> Part | None:
    """The second such day or month to come."""
    name = match[1].rstrip(".")
    if name in WEEKDAYS:
        day = frame.weekday(WEEKDAYS[name]).first + timedelta(weeks=1)
        return _part(match, Days(day, day))
    month = frame.month_named(MONTHS[name])
    return None if month is None else _part(match, frame.month_named(month.first.month, month.first.year + 1))


def _third_of(month: Days, place: int) -> Days:
    begins = month.first.replace(day=(1, 11, 21)[place])
    ends = month.last + timedelta(days=1) if place == 2 else month.first.replace(day=(11, 21)[place])
    day = (month.first, begins, month.last)[place]
    return Days(day, day, stretch=(begins, ends))


def _third(match: re.Match[str], frame: Frame) -> Part | None:
    place = ("early", "mid", "late").index(match[1])
    month = frame.month_named(MONTHS[match[2].rstrip(".")], int(match[3]) if match[3] else None)
    return None if month is None else _part(match, frame.ahead(month, lambda month: _third_of(month, place)))


def _tenth(match: re.Match[str], frame: Frame) -> Part | None:
    if match[3]:
        month = frame.month({"上": -1, "下": 1}.get(match[3], 0))
    else:
        month = frame.month_named(chinese_number(match[2]) or 0, int(match[1]) if match[1] else None)
    place = "上中下".index(match[4][0])
    return None if month is None else _part(match, frame.ahead(month, lambda month: _third_of(month, place)))


def _edge(match: re.Match[str], frame: Frame) -> Part | None:
    short = match[4]
    is_end = (short[0] == "e") if short else match[1] == "end"
    unit = {"w": "week", "m": "month", "y": "year"}[short[2]] if short else match[3]
    step = STEPS[match[2]] if match[2] else 0
    return _part(match, _edge_of(unit_days(frame, unit, step), is_end))


def _edge_of(days: Days, is_end: bool) -> Days:
    """The first or last third of a month or year; of a week, Monday to Wednesday or Friday to Sunday."""
    if days.grain is Grain.MONTH:
        return _third_of(days, 2 if is_end else 0)
    after = days.last + timedelta(days=1)
    if days.grain is Grain.QUARTER:
        first, last = days.first, days.last
        stretch = (add_months(first, 2), after) if is_end else (first, add_months(first, 1))
        return Days(last if is_end else first, last if is_end else first, stretch=stretch)
    if days.grain is Grain.YEAR:
        first, last = days.first, days.last
        stretch = (first.replace(month=9), after) if is_end else (first, first.replace(month=4))
        return Days(last if is_end else first, last if is_end else first, stretch=stretch)
    friday = days.first + timedelta(days=4)
    day = friday if is_end else days.first
    return Days(day, day, stretch=(friday, after) if is_end else (days.first, days.first + timedelta(days=3)))


def _edge_named(match: re.Match[str], frame: Frame) -> Part | None:
    if match[4]:
        days = frame.year(int(match[4]) - frame.today.year)
    else:
        named = frame.month_named(MONTHS[match[2].rstrip(".")], int(match[3]) if match[3] else None)
        if named is None:
            return None
        days = named
    return _part(match, frame.ahead(days, lambda days: _edge_of(days, match[1] == "end")))


def _year_of(step: str | None, digits: str | None, frame: Frame) -> int:
    return int(digits) if digits else frame.today.year + _CHINESE_YEARS.get(step or "今", 0)


def _half_year(match: re.Match[str], frame: Frame) -> Part | None:
    year = _year_of(match[1], match[2], frame)
    first = date(year, 1 if match[3] == "上" else 7, 1)
    after = add_months(first, 6)
    return _part(match, Days(first, after - timedelta(days=1), Grain.MONTH, stretch=(first, after)))


def _quarter(match: re.Match[str], frame: Frame) -> Part | None:
    first = date(_year_of(match[1], match[2], frame), 3 * ("一二三四1234".index(match[3]) % 4) + 1, 1)
    last = add_months(first, 3) - timedelta(days=1)
    return _part(match, Days(last, last) if match[4] else Days(first, last, Grain.QUARTER))


def _near_quarter(match: re.Match[str], frame: Frame) -> Part | None:
    step = {"上": -1, "下": 1}.get(match[1] or match[2], 0)
    first = _unit_start(frame, Grain.QUARTER, step).date()
    return _part(match, Days(first, add_months(first, 3) - timedelta(days=1), Grain.QUARTER))


def _shift(match: re.Match[str], frame: Frame) -> Part | None:
    """Two weeks before, three days after, the day after: of the day that follows."""
    del frame
    amount = (_amount(match[1]) if match[1] else 1) * (-1 if match[3] in ("before", "prior to", "preceding") else 1)
    if match[2].endswith("day") and match[2] != "day":
        return _part(match, Shift(workdays=amount))
    if match[2] in ("day", "night", "week", "fortnight"):
        return _part(match, Shift(days=amount * {"week": 7, "fortnight": 14}.get(match[2], 1)))
    return _part(match, Shift(months=amount * (12 if match[2] == "year" else 1)))


def _lasting(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    return _part(match, _length(english_number(match[1]), _grain(match[2]), has_half=match[3] is not None))


def _lasting_chinese(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    amount = 0.5 if match[1] == "半" else chinese_number(match[1])
    return _part(match, _length(amount, _grain(match[3]), has_half=match[2] is not None))


def _length(amount: float | None, grain: Grain, *, has_half: bool) -> Lasting | None:
    if not amount or grain not in _SECONDS:
        return None
    return Lasting(timedelta(seconds=(amount + (0.5 if has_half else 0)) * _SECONDS[grain]), grain)
