"""English days: tomorrow, next Friday, 30 November, the end of the month, the first Monday of October."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache

from assistant.language.numbers import ENGLISH_ORDINAL, ENGLISH_WORD, english_number, english_ordinal
from assistant.language.time_clues import (
    DAYTIME,
    DIGIT,
    EVERY,
    FOUR_DIGITS,
    IN,
    LATER,
    MONTH_NAME,
    NEAR,
    ORDINAL,
    STEP_WORD,
    THE,
    UNIT,
    WEEKDAY_NAME,
    WEEKEND,
    Finder,
)
from assistant.language.time_english_words import (
    DAYTIMES,
    MONTH,
    MONTHS,
    STEP,
    STEPS,
    UNSURE_WEEKDAYS,
    WEEKDAY,
    WEEKDAYS,
    compiled,
    is_after,
    is_followed,
    part,
)
from assistant.language.time_parts import Days, Daytime, Frame, Grain, Part, Repeating, add_months
from assistant.language.time_stretches import weekend

_RELATIVE_DAYS = {"day after tomorrow": 2, "day before yesterday": -2, "today": 0, "yesterday": -1}
_UNSURE_MONTHS = frozenset({"may", "march", "mar"})
_PRONOUN_BEFORE = re.compile(r"\b(?:i|you|we|they|he|she|it|that|who|which|this|there|one|what|as|and|or)\s$")
_WEEKDAY_CUE = re.compile(r"\b(?:on|by|until|till|before|due|every|for|from|since)\s$")
_MEASURE = re.compile(
    r"\s(?:miles?|km|kilometers?|people|persons?|hours?|steps?|times|days|weeks|months|years|minutes)\b"
)
_COUNTED = re.compile(
    r"[\s-](?:floor|century|time|place|street|st|avenue|ave|edition|anniversary|chapter|grade|hole|page|row|attempt|day|hour"
    r"|minute|lap|try|round|level|platform|track|version|month|week|year|birthday|amendment|hand)\b"
)


@cache
def day_rules() -> tuple[Finder, ...]:
    """The rules of days."""
    date, year = ENGLISH_ORDINAL, r"(?:\s?,?\s{1,2}(?:of )?(\d{4})(?![a-z0-9:]|[.,]\d))?"
    place = "(first|second|third|fourth|last|1st|2nd|3rd|4th)"
    return compiled((
        (r"(?:every|each) time", _repeating, (EVERY,)),
        (r"(?:the )?(day after tomorrow|day before yesterday|today|tonight|tomorrow|tmrw|tmr|tomm?orr?ow|yesterday)"
         r"|(this|last|yesterday) (morning|afternoon|evening|night)", _relative_day, (NEAR | DAYTIME,)),
        (rf"(?<!black )(?<!good )(?:{STEP} )?({WEEKDAY})\b(?!\.[a-z])\.?"
         rf"(?! (?:times|best|roast|school))(?: (?:the )?({date}))?", _weekday, (WEEKDAY_NAME,)),
        (rf"({ENGLISH_WORD}|\d{{1,2}}) ({WEEKDAY})s? from now", _weekdays_from_now, (WEEKDAY_NAME, LATER)),
        (rf"(?:{STEP} )?weekend|(?:the )?(weekend)", _weekend, (WEEKEND,)),
        (rf"(?:in )?{STEP} (week|month|quarter|qtr|year|yr)", _stretch, (STEP_WORD, UNIT)),
        (r"(?:the )?(?:(1st|2nd|3rd|4th|first|second|third|fourth) (?:quarter|qtr)|q([1-4]))"
         r"(?: (?:of )?((?:19|20)\d\d))?", _quarter, (UNIT, ORDINAL | DIGIT)),
        (r"(?:the )?end of (?:the |this )?(next )?day|eod", _end_of_day, (UNIT,)),
        (rf"(?:the )?{place} ({WEEKDAY}) (?:of|in) (?:(?:{STEP} month)|({MONTH}){year})",
         _weekday_of_month, (WEEKDAY_NAME, MONTH_NAME | UNIT)),
        (rf"(?:the )?last day of (?:({MONTH}){year}|{STEP} month|(?:the )?month)", _last_day, (UNIT, STEP_WORD)),
        (rf"(?:(?:on |by |before )?the )?({date}|\d{{1,2}}) (?:day )?of (?:{STEP} month|({MONTH}){year})",
         _day_of, (MONTH_NAME | UNIT, DIGIT | ORDINAL)),
        (rf"({date}|\d{{1,2}})(?: |-|/)({MONTH})(?:[-/](\d{{4}}|\d\d)(?!\d)|{year})",
         _day_month, (MONTH_NAME, DIGIT | ORDINAL)),
        (rf"({MONTH})(?:,? |/|-)?(?:the )?({date}|\d{{1,2}})(?![a-z0-9:%]|[.,/]\d|st|nd|rd|th){year}",
         _month_day, (MONTH_NAME, DIGIT | ORDINAL)),
        (rf"(in |by |during )?(?:(?:early|mid|late)[ -])?(?:{STEP} )?({MONTH})(?:,? (\d{{4}})(?!\d))?(?! ?\d)",
         _month, (MONTH_NAME,)),
        (r"in ((?:19|20)\d\d)(?![\d:])", _year, (FOUR_DIGITS, IN)),
        (rf"(on |by |before )?the ({date}|\d{{1,2}}(?=\s?$))", _day_of_month, (THE, DIGIT | ORDINAL)),
    ))  # fmt: skip


def _repeating(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    return part(match, Repeating())


def _relative_day(match: re.Match[str], frame: Frame) -> Part | None:
    if match[1] == "tonight":
        return part(match, frame.day(0), Daytime.TONIGHT)
    if match[1]:
        return part(match, frame.day(_RELATIVE_DAYS.get(match[1], 1)))
    return part(match, frame.day(0 if match[2] == "this" else -1), DAYTIMES[match[3]])


def _weekday(match: re.Match[str], frame: Frame) -> Part | None:
    """Friday and this Friday are the coming one; next Friday is that of the next calendar week."""
    weekday = WEEKDAYS[match[2]]
    ordinal = english_ordinal(match[3]) if match[3] else None
    if ordinal is not None:
        return part(match, _weekday_on(frame, weekday, ordinal))
    is_weak = match[2] in UNSURE_WEEKDAYS and match[1] is None and not is_after(match, _WEEKDAY_CUE)
    if match[1] == "next":
        day = frame.week(1).first + timedelta(days=weekday)
        return part(match, Days(day, day, is_weekday=True))
    if match[1] in ("last", "past", "previous", "this past"):
        day = frame.today - timedelta(days=(frame.today.weekday() - weekday - 1) % 7 + 1)
        return part(match, Days(day, day, is_weekday=True))
    return part(match, frame.weekday(weekday), is_weak=is_weak)


def _weekday_on(frame: Frame, weekday: int, day: int) -> Days | None:
    """Tuesday the 19th: the next month in which that day is that weekday."""
    for distance in range(48):
        month = frame.month(distance)
        if day <= month.last.day:
            found = month.first.replace(day=day)
            if found >= frame.today and found.weekday() == weekday:
                return Days(found, found)
    return None


def _weekend(match: re.Match[str], frame: Frame) -> Part | None:
    step = match[1]
    distance = {"next": 1, "last": -1, "past": -1, "previous": -1, "this past": -1}.get(step or "", 0)
    saturday = frame.week(distance).first + timedelta(days=5)
    return part(match, weekend(saturday), is_weak=match[0] == "weekend")


def _stretch(match: re.Match[str], frame: Frame) -> Part | None:
    step, unit = STEPS[match[1]], match[2]
    if unit == "week":
        return part(match, frame.week(step))
    if unit == "month":
        return part(match, frame.month(step))
    if unit in ("year", "yr"):
        return part(match, frame.year(step))
    first = frame.month((step * 3) - (frame.today.month - 1) % 3).first
    return part(match, Days(first, add_months(first, 3) - timedelta(days=1), Grain.QUARTER))


def _end_of_day(match: re.Match[str], frame: Frame) -> Part | None:
    return part(match, frame.day(1 if match[1] else 0), Daytime.ALL_DAY)


def _month_of(name: str) -> int:
    return MONTHS[name.rstrip(".")]


def _weekday_of_month(match: re.Match[str], frame: Frame) -> Part | None:
    weekday = WEEKDAYS[match[2]]
    if match[3]:
        month = frame.month(STEPS[match[3]])
    else:
        month = frame.month_named(_month_of(match[4]), int(match[5]) if match[5] else None)
    if month is None:
        return None
    if match[1] == "last":
        day = month.last - timedelta(days=(month.last.weekday() - weekday) % 7)
    else:
        place = english_ordinal(match[1]) or 1
        day = month.first + timedelta(days=(weekday - month.first.weekday()) % 7 + 7 * (place - 1))
    return part(match, Days(day, day))


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() else english_ordinal(text)


def _day_of(match: re.Match[str], frame: Frame) -> Part | None:
    day = _number(match[1])
    if day is None:
        return None
    if match[2]:
        month = frame.month(STEPS[match[2]]).first
        return part(match, frame.date(month.month, day, month.year))
    return part(match, frame.date(_month_of(match[3]), day, int(match[4]) if match[4] else None))


def _day_month(match: re.Match[str], frame: Frame) -> Part | None:
    day, year = _number(match[1]), match[3] or match[4]
    if day is None:
        return None
    full_year = None if year is None else int(year) + (0 if len(year) == 4 else 1900 if int(year) >= 70 else 2000)
    return part(match, frame.date(_month_of(match[2]), day, full_year))


def _month_day(match: re.Match[str], frame: Frame) -> Part | None:
    name, day = match[1].rstrip("."), _number(match[2])
    if day is None or _MEASURE.match(match.string, match.end()):
        return None
    if name in _UNSURE_MONTHS and is_after(match, _PRONOUN_BEFORE):
        return None
    return part(match, frame.date(MONTHS[name], day, int(match[3]) if match[3] else None))


def _month(match: re.Match[str], frame: Frame) -> Part | None:
    cue, step, year = match[1], match[2], match[4]
    number = _month_of(match[3])
    if year is None and step is not None and STEPS[step]:
        ahead = frame.today.year + (1 if number <= frame.today.month else 0)
        month = frame.month_named(number, ahead if STEPS[step] > 0 else ahead - 1)
    else:
        month = frame.month_named(number, int(year) if year else None)
    is_plain = cue is None and (step is None or (step == "this" and match[3] in _UNSURE_MONTHS)) and year is None
    return part(match, month, is_weak=is_plain or (match[3] == "march" and cue is None))


def _year(match: re.Match[str], frame: Frame) -> Part | None:
    return part(match, frame.year(int(match[1]) - frame.today.year))


def _day_of_month(match: re.Match[str], frame: Frame) -> Part | None:
    day = _number(match[2])
    days = frame.day_of_month(day) if day is not None and 1 <= day <= 31 else None
    is_clear = is_followed(match) and (day or 0) > 3
    if match[1] is not None:
        is_clear = _COUNTED.match(match.string, match.end()) is None
    return part(match, days, is_weak=not (is_clear and match[2][:1].isdecimal()))


def _weekdays_from_now(match: re.Match[str], frame: Frame) -> Part | None:
    """Three Fridays from now: the third one to come."""
    count = int(english_number(match[1]) or 0)
    if not 1 <= count <= 99:
        return None
    day = frame.weekday(WEEKDAYS[match[2]]).first + timedelta(weeks=count - 1)
    return part(match, Days(day, day))


def _quarter(match: re.Match[str], frame: Frame) -> Part | None:
    place = int(match[2]) if match[2] else english_ordinal(match[1]) or 1
    month = frame.month_named(3 * place - 2, int(match[3]) if match[3] else frame.today.year)
    if month is None:
        return None
    last = add_months(month.first, 3) - timedelta(days=1)
    return part(match, Days(month.first, last, Grain.QUARTER), is_weak=match[3] is None)


def _last_day(match: re.Match[str], frame: Frame) -> Part | None:
    if match[1]:
        month = frame.month_named(_month_of(match[1]), int(match[2]) if match[2] else None)
    else:
        month = frame.month(STEPS[match[3]] if match[3] else 0)
    return None if month is None else part(match, Days(month.last, month.last))
