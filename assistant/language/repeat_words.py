"""How something repeats, in words: "repeats every Monday", "每周一重复"."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from itertools import pairwise

from assistant.domain.item import Item, Language
from assistant.language.phrases import PHRASES
from assistant.language.wording import words

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAY_NAMES = {
    Language.ENGLISH: ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    Language.CHINESE: ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
}
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_PLACES = {
    Language.ENGLISH: {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last", -2: "last but one"},
    Language.CHINESE: {
        1: "第一",
        2: "第二",
        3: "第三",
        4: "第四",
        5: "第五",
        -1: "最后一",
        -2: "倒数第二",
    },
}
_MOST_LISTED = 6
_WORKDAYS, _WEEKEND = ["MO", "TU", "WE", "TH", "FR"], ["SA", "SU"]


def repeat_words(item: Item, language: Language) -> str:
    """How an item repeats; empty when it does not. A rule that has no short words is called one of its own."""
    if not item.rrule:
        return ""
    parts = {name: value for name, _, value in (part.partition("=") for part in item.rrule.upper().split(";"))}
    try:
        first = datetime.fromisoformat(item.first_wall)
        if parts.keys() <= {"FREQ", "INTERVAL", "COUNT"} and (parts["FREQ"], parts.get("COUNT")) == ("DAILY", "2"):
            second = first + timedelta(days=int(parts.get("INTERVAL", "1")))
            return words("repeat.both_days", language, first=f"{first:%Y-%m-%d}", second=f"{second:%Y-%m-%d}")
        how = _with_times(_with_months(_how(parts, first, language), parts, language), parts, language)
    except (ValueError, KeyError, IndexError):
        how = words("repeat.other", language)
    if item.is_absolute and item.zone and parts.get("FREQ") not in ("HOURLY", "MINUTELY"):
        how = words("repeat.in_zone", language, how=how, zone=item.zone.rsplit("/", 1)[-1].replace("_", " "))
    if item.repeats_after_done:
        how = words("repeat.after_done", language, how=how)
    if parts.get("COUNT", "").isdecimal():
        return words("repeat.count", language, how=how, count=int(parts["COUNT"]))
    until = re.match(r"(\d{4})(\d\d)(\d\d)", parts.get("UNTIL", ""))
    if until is not None:
        return words("repeat.until", language, how=how, day="-".join(until.groups()))
    return words("repeat", language, how=how)


def _how(parts: dict[str, str], first: datetime, language: Language) -> str:
    frequency, count = parts["FREQ"], int(parts.get("INTERVAL", "1"))
    days = parts["BYDAY"].split(",") if "BYDAY" in parts else []
    if frequency in ("HOURLY", "MINUTELY"):
        unit = "hour" if frequency == "HOURLY" else "minute"
        return words(f"repeat.{unit}" if count == 1 else f"repeat.{unit}s", language, count=count)
    if frequency == "DAILY" and not days:
        return words("repeat.day" if count == 1 else "repeat.days", language, count=count)
    if frequency in ("DAILY", "WEEKLY"):
        return _weekly(days or [_DAYS[first.weekday()]], count, language)
    if frequency == "YEARLY" and parts.keys() & {"BYWEEKNO", "BYYEARDAY"}:
        return _of_year(parts, days, count, language)
    in_month = _days_of_month(parts, days, first, language)
    is_of_months = frequency == "MONTHLY" and "," in parts.get("BYMONTH", "")  # the first day of each quarter
    if frequency == "YEARLY" or ("BYMONTH" in parts and not is_of_months):
        month = int(parts.get("BYMONTH", str(first.month)))
        is_chinese = language is Language.CHINESE
        in_month = f"{month}月{in_month}" if is_chinese else f"{in_month} of {_MONTHS[month - 1]}"
        return words("repeat.year" if count == 1 else "repeat.years", language, days=in_month, count=count)
    return words("repeat.month" if count == 1 else "repeat.months", language, days=in_month, count=count)


def _of_year(parts: dict[str, str], days: list[str], count: int, language: Language) -> str:
    if "BYWEEKNO" in parts:
        named = _joined([_DAY_NAMES[language][_DAYS.index(day)] for day in days], language)
        when = words("repeat.week_number", language, days=named, week=int(parts["BYWEEKNO"]))
    else:
        when = words("repeat.year_day", language, day=int(parts["BYYEARDAY"]))
    return words("repeat.year" if count == 1 else "repeat.years", language, days=when, count=count)


def _with_months(how: str, parts: dict[str, str], language: Language) -> str:
    """The months of a rule of days; where most of them are named, those that are left out."""
    months = parts.get("BYMONTH", "")
    if not months or (parts["FREQ"] not in ("DAILY", "WEEKLY") and (parts["FREQ"] != "MONTHLY" or "," not in months)):
        return how
    named = {int(month) for month in months.split(",")}
    is_most = len(named) > 6
    told = [month for month in range(1, 13) if (month in named) != is_most]
    names = [f"{month}月" if language is Language.CHINESE else _MONTHS[month - 1] for month in told]
    return words(f"repeat.{'not_in' if is_most else 'in'}_months", language, how=how, months=_joined(names, language))


def _with_times(how: str, parts: dict[str, str], language: Language) -> str:
    """The several times of a day: hours crossed with minutes, of which BYSETPOS names some."""
    if "BYHOUR" not in parts or parts["FREQ"] not in ("DAILY", "WEEKLY"):
        return how
    hours, minutes = (sorted(map(int, parts.get(name, "0").split(","))) for name in ("BYHOUR", "BYMINUTE"))
    times = [f"{hour}:{minute:02}" for hour in hours for minute in minutes]
    if "BYSETPOS" in parts:
        times = [times[int(place) - 1] for place in parts["BYSETPOS"].split(",")]
    if len(times) > _MOST_LISTED and (step := _step(times)):
        every = words("repeat.hour" if step == 60 else "repeat.minutes", language, count=step)
        return words("repeat.window", language, how=how, step=every, first=times[0], last=times[-1])
    return words("repeat.at", language, how=how, times=_joined(times, language))


def _step(times: list[str]) -> int:
    """The minutes between times of a day that are equally far apart, else 0."""
    minutes = [int(hour) * 60 + int(minute) for hour, minute in (time.split(":") for time in times)]
    steps = {after - before for before, after in pairwise(minutes)}
    return steps.pop() if len(steps) == 1 else 0


def _weekly(days: list[str], count: int, language: Language) -> str:
    if count == 1 and sorted(days) == sorted(_WORKDAYS):
        return words("repeat.workday", language)
    if count == 1 and sorted(days) == sorted(_WEEKEND):
        return words("repeat.weekend", language)
    if count == 1 and len(set(days)) == 7:
        return words("repeat.day", language)
    named = _joined([_DAY_NAMES[language][_DAYS.index(day)] for day in days], language)
    key = {1: "repeat.week", 2: "repeat.two_weeks"}.get(count, "repeat.weeks")
    return words(key, language, days=named, count=count)


def _days_of_month(parts: dict[str, str], days: list[str], first: datetime, language: Language) -> str:
    if not days:
        return _joined([_numbered(int(day), language) for day in parts.get("BYMONTHDAY", str(first.day)).split(",")],
                       language)  # fmt: skip
    if "BYSETPOS" in parts:
        name = words("repeat.working_day", language) if sorted(days) == sorted(_WORKDAYS) else ""
        name = name or _joined([_DAY_NAMES[language][_DAYS.index(day)] for day in days], language)
        return words("repeat.place", language, place=_PLACES[language][int(parts["BYSETPOS"])], day=name)
    placed = [(int(day[:-2]), _DAY_NAMES[language][_DAYS.index(day[-2:])]) for day in days]
    return _joined(
        [words("repeat.place", language, place=_PLACES[language][place], day=day) for place, day in placed], language
    )


def _numbered(day: int, language: Language) -> str:
    if day == -1:
        return words("repeat.last_day", language)
    if day < 0:
        raise ValueError(day)
    if language is Language.CHINESE:
        return f"{day}日"
    ending = "th" if day // 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"the {day}{ending}"


def _joined(names: list[str], language: Language) -> str:
    if language is Language.CHINESE:
        return PHRASES["comma"][1].join(names)
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]
