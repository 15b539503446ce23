"""Seasons, and what is to happen within a length of time: next summer, 今年冬天, within three days, 一周之内."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from assistant.language.numbers import CHINESE_NUMBER, ENGLISH_AMOUNT, chinese_number, english_number
from assistant.language.time_chinese_words import HAPPENS
from assistant.language.time_clues import (
    FOUR_DIGITS,
    HAN_SEASON,
    HAN_UNIT,
    HAN_WITHIN,
    IN,
    SEASON,
    STEP_WORD,
    UNIT,
    WITHIN,
    Finder,
)
from assistant.language.time_english_words import STEP, STEPS, compiled, part
from assistant.language.time_parts import Days, Frame, Grain, Part, Stretch, add_months, at_wall

_BEGINS = {"spring": (3, 20), "summer": (6, 21), "fall": (9, 23), "autumn": (9, 23), "winter": (12, 21)}
_ENDS = {"spring": (6, 21), "summer": (9, 23), "fall": (12, 21), "autumn": (12, 21), "winter": (3, 20)}
_ORDER = ("winter", "spring", "summer", "fall")
_CHINESE = {"春": "spring", "夏": "summer", "秋": "fall", "冬": "winter"}
_YEARS = {"今": 0, "明": 1, "去": -1, "前": -2, "后": 2}
_SECONDS = {"s": 1, "mi": 60, "h": 3600, "秒": 1, "分": 60, "小": 3600, "钟": 3600}
_DAYS = {"d": 1, "w": 7, "天": 1, "日": 1, "周": 7, "星": 7, "礼": 7}
_MONTHS = {"mo": 1, "y": 12, "月": 1, "年": 12}


@cache
def season_rules() -> tuple[Finder, ...]:
    """The rules of seasons and of what is within a length."""
    name = "(spring|summer|fall|autumn|winter)"
    english = compiled((
        (rf"(?:in )?{STEP} {name}", _season, (SEASON, STEP_WORD)),
        (rf"(?:in )?{name} (?:of )?((?:19|20)\d\d)", _season_of, (SEASON, FOUR_DIGITS)),
        (rf"in (?:the )?{name}(?! ?time| (?:break|school|clothes|camp|olympics|tyres|tires))",
         _season_ahead, (SEASON, IN)),
        (rf"{STEP} seasons?", _any_season, (SEASON, STEP_WORD)),
        (rf"within (?:about )?({ENGLISH_AMOUNT})[ -]?(seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)",
         _within, (WITHIN, UNIT)),
    ))  # fmt: skip
    chinese = r"(?:([今明去前后])年?|(\d{4})年的?)([春夏秋冬])(?:天|季|(?![天季节装游运眠至分]))"
    within = (
        rf"(?<![第月\d])({CHINESE_NUMBER}|半)个?(半)?(秒钟?|分钟|小时|钟头|天|日|周|星期|礼拜|月|年)(?:之|以)?内"
        "(?![容部心科地蒙])"
    )
    return (
        *english,
        Finder(chinese, _chinese_season, (HAN_SEASON,)),
        Finder(within, _within_chinese, (HAN_WITHIN, HAN_UNIT)),
        Finder("这([两几])天(?:之?内)?", _these_days, (HAN_UNIT,)),
    )


def season_of(name: str, year: int) -> Days:
    """The season that begins in a year."""
    name = "fall" if name == "autumn" else name
    month, day = _ENDS[name]
    last = date(year + (name == "winter"), month, day)
    first = date(year, *_BEGINS[name])
    return Days(first, last, stretch=(first, last + timedelta(days=1)))


def _near(name: str, step: int, frame: Frame) -> Days:
    """The running season of a name or the next; one before or after it."""
    running = next(
        season
        for year in range(frame.today.year - 1, frame.today.year + 2)
        if (season := season_of(name, year)).last >= frame.today
    )
    year = running.first.year
    if step > 0:
        return running if running.first > frame.today else season_of(name, year + 1)
    return running if step == 0 else season_of(name, year - 1)


def _season(match: re.Match[str], frame: Frame) -> Part | None:
    return part(match, _near(match[2], STEPS[match[1]], frame))


def _season_of(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    return part(match, season_of(match[1], int(match[2])))


def _season_ahead(match: re.Match[str], frame: Frame) -> Part | None:
    return part(match, _near(match[1], 0, frame))


def _any_season(match: re.Match[str], frame: Frame) -> Part | None:
    """This season, last season: counted from the one that is running."""
    seasons = sorted(
        (season_of(name, year) for year in range(frame.today.year - 2, frame.today.year + 3) for name in _ORDER),
        key=lambda season: season.first,
    )
    running = max(place for place, season in enumerate(seasons) if season.first <= frame.today)
    return part(match, seasons[running + STEPS[match[1]]])


def _chinese_season(match: re.Match[str], frame: Frame) -> Part | None:
    year = int(match[2]) if match[2] else frame.today.year + _YEARS[match[1]]
    return part(match, season_of(_CHINESE[match[3]], year))


def _size(table: dict[str, int], unit: str) -> int | None:
    return next((size for start, size in table.items() if unit.startswith(start)), None)


def _until(frame: Frame, amount: float, unit: str) -> Stretch:
    """From now until so much later; days count to the end of the last."""
    seconds, days, months = (_size(table, unit) for table in (_SECONDS, _DAYS, _MONTHS))
    if seconds is not None:
        grain = Grain.SECOND if seconds == 1 else Grain.MINUTE if seconds == 60 else Grain.HOUR
        return Stretch(frame.now, frame.later(seconds=amount * seconds), grain)
    if days is not None:
        last = frame.today + timedelta(days=round(amount * days))
    else:
        whole = amount * (months or 1)
        last = add_months(frame.today, int(whole)) + timedelta(days=int(whole % 1 * 30))
    return Stretch(frame.now, at_wall(last + timedelta(days=1), 0, 0, 0, frame), Grain.DAY)


def _within(match: re.Match[str], frame: Frame) -> Part | None:
    amount = english_number(match[1])
    return part(match, _until(frame, amount, match[2])) if amount else None


def _these_days(match: re.Match[str], frame: Frame) -> Part | None:
    """这两天 before what is to be done: by tomorrow; 这几天 a day later. "These days" else describes."""
    is_plan = HAPPENS.match(match.string, match.end()) or match[0].endswith("内")
    return part(match, _until(frame, 1 if match[1] == "两" else 2, "天")) if is_plan else None


def _within_chinese(match: re.Match[str], frame: Frame) -> Part | None:
    amount = 0.5 if match[1] == "半" else chinese_number(match[1])
    return part(match, _until(frame, amount + (0.5 if match[2] else 0), match[3])) if amount else None
