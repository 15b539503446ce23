"""English days: tomorrow, next Friday, 30 November, the end of the month, the first Monday of October."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache

from assistant.language.numbers import (
    ENGLISH_ORDINAL,
    ENGLISH_WORD,
    ENGLISH_YEAR,
    english_number,
    english_ordinal,
    english_year,
)
from assistant.language.patterns import lazy_pattern
from assistant.language.time_clues import (
    BUSINESS,
    DAYTIME,
    DIGIT,
    EARLY,
    EDGE,
    EVERY,
    FOUR_DIGITS,
    LATER,
    MONTH_NAME,
    NEAR,
    NEAREST,
    NUMBER,
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
from assistant.language.time_parts import Clock, Days, Daytime, Frame, Grain, Part, Repeating
from assistant.language.time_places import each_quarter, quarter_of, unit_days, weekend

_RELATIVE_DAYS = {"day after tomorrow": 2, "day before yesterday": -2, "today": 0, "2day": 0, "yesterday": -1}
_LESSON = lazy_pattern(r" (?:period|class|lesson|shift|slot|thing)\b")
_SCHOOL = "school(?! (?:play|trip|run|fair|concert|meeting|show|party|board))"
_SOON = timedelta(days=40)  # who names a weekday with its date means one of these months
_UNSURE_MONTHS = frozenset({"may", "march", "mar"})
_PRONOUN_BEFORE = lazy_pattern(r"\b(?:i|you|we|they|he|she|it|that|who|which|this|there|one|what|as|and|or)\s$")
_WEEKDAY_CUE = lazy_pattern(r"\b(?:on|by|until|till|before|due|every|for|from|since)\s$")
_MEASURE = lazy_pattern(
    r"\s(?:miles?|km|kilometers?|people|persons?|hours?|steps?|times|days|weeks|months|years|minutes)\b"
)
_COUNTED = lazy_pattern(
    r"[\s-](?:floor|century|time|place|street|st|avenue|ave|edition|anniversary|chapter|grade|hole|page|row|attempt|day|hour"
    r"|minute|lap|try|round|level|platform|track|version|month|week|year|birthday|amendment|hand)\b"
)
_STREET = lazy_pattern(
    r" (?:street|road|avenue|lane|drive|terrace|crescent|gardens|(?:st|rd|ave)(?= ?(?:$|[,.;])))(?![a-z])"
)


@cache
def day_rules() -> tuple[Finder, ...]:
    """The rules of days."""
    date = ENGLISH_ORDINAL
    year = rf"(?:\s?,?\s{{1,2}}(?:of |in )?({ENGLISH_YEAR})(?![a-z0-9:]|[.,]\d)|,? of '?(\d\d)(?![\d:]))?"
    day = rf"({date}|\d{{1,2}}|{ENGLISH_WORD})"
    return compiled((
        (r"(?:every|each) time", _repeating, (EVERY,)),
        (r"(?:the )?(day after tomorrow|day before yesterday|today|tonight|2nite|tonite|tomorrow|tmrw|tmr"
         r"|2moro|2morrow|2mrw|2day|tomm?orr?ow|tmw|tomoz|tmoro|yesterday)"
         r"(?! show\b)|(this|last|yesterday) (morning|afternoon|evening|night)", _relative_day, (NEAR | DAYTIME,)),
        (r"late (tonight|last night)|the day (after|before)(?= ?(?:$|[.,;:!?)]))", _late_or_next,
         (NEAR | DAYTIME | UNIT,)),
        (rf"(early|late) (?:(tomorrow|this)|({WEEKDAY})) (morning|night|evening)", _early_or_late, (EARLY, DAYTIME)),
        (rf"(?<!black )(?<!good )(?:{STEP} )?({WEEKDAY})(?![a-z]|\.[a-z])\.?"
         rf"(?! (?:times|best|roast|{_SCHOOL}))(?: (?:the )?({date})(?! (?:day )?(?:of\b|{MONTH}))"
         r"| (\d{1,2})(?![\d:/%.-]|(?:\s?(?:[ap]\.?m?|h|o'?clock))\b))?",
         _weekday, (WEEKDAY_NAME,)),
        (rf"({ENGLISH_WORD}|\d{{1,2}}) ({WEEKDAY})s? (?:from now|(ago|back))", _weekdays_from_now,
         (WEEKDAY_NAME, LATER)),
        (rf"(?:the )?(?:({date})(?: (closest|nearest))?|(closest|nearest)) ({WEEKDAY})"
         r"(?= (?:after|before|following|preceding|since|to|prior to)\b)", _placed_weekday,
         (WEEKDAY_NAME, ORDINAL | DIGIT | NEAREST)),
        (rf"(?:{STEP} )?weekend|(?:the )?(weekend)", _weekend, (WEEKEND,)),
        (rf"(?:in |around )?{STEP} (week|month|quarter|qtr|year|yr)", _stretch, (STEP_WORD, UNIT)),
        (rf"(?:a (week|fortnight) (?:on )?(?:(today|tomorrow)|({WEEKDAY}))"
         rf"|(?:(today|tomorrow)|({WEEKDAY})) (week|fortnight)(?! \w))", _week_on, (NEAR | WEEKDAY_NAME, UNIT)),
        (r"((?:19|20)\d\d)-?w([0-5]\d)", _iso_week, (FOUR_DIGITS,)),
        (r"(?:the )?(week|wk|weekend|month|quarter|year) after next", _unit_after_next, (STEP_WORD, UNIT | WEEKEND)),
        (r"(?:the )?(?:(1st|2nd|3rd|4th|first|second|third|fourth) (?:quarter|qtr)|q([1-4])|([1-4])q)"
         r"(?:(?: of | |-|/)?((?:19|20)\d\d)| (?:of )?'?(\d\d))?|((?:19|20)\d\d)[ -]?q([1-4])", _quarter,
         (UNIT, ORDINAL | DIGIT)),
        (r"(?:the )?end of (?:the |this )?(next )?day|(?:the )?eod", _end_of_day, (UNIT,)),
        (rf"(?:the )?end of (?:the )?(?:(today|tomorrow)|(?:{STEP} )?({WEEKDAY}))", _end_of, (EDGE,)),
        (rf"(?:the )?last day of (?:({MONTH}){year}|{STEP} month|(?:the )?month)", _last_day, (UNIT, STEP_WORD)),
        (rf"(?:(?:on |by |before )?the )?({date}|\d{{1,2}}) (?:day )?of (?:{STEP} month|({MONTH}){year})", _day_of,
         (MONTH_NAME | UNIT, DIGIT | ORDINAL)),
        (rf"{day}(?: |-|/)({MONTH})(?:[-/](\d{{4}}|\d\d)(?!\d)|{year})", _day_month,
         (MONTH_NAME, DIGIT | ORDINAL | NUMBER)),
        (rf"({MONTH})(?:,? |/|-)?(?:the )?{day}(?![a-z0-9%]|[:.,/]\d|st|nd|rd|th)(?:[-/](\d{{4}})|{year})", _month_day,
         (MONTH_NAME, DIGIT | ORDINAL | NUMBER)),
        (rf"(?:((?:19|20)\d\d)[-/. ]({MONTH})[-/. ](\d{{1,2}})|((?:19|20)\d\d)[-/](\d{{1,2}})[-/]({MONTH})"
         rf"|({MONTH})[-/]((?:19|20)\d\d)[-/](\d{{1,2}})|(\d{{1,2}})[-/]((?:19|20)\d\d)[-/]({MONTH}))(?!\d)",
         _mixed_date, (MONTH_NAME, FOUR_DIGITS)),
        (rf"(in |by |before |until |till |during )?(?:(?:early|mid|late)[ -])?(?:{STEP} )?({MONTH})"
         r"(?:,? (\d{4})(?!\d))?(?! ?\d)", _month, (MONTH_NAME,)),
        (r"(?:in|since|through|throughout|by|until|till|during|after|before) (?:the year )?((?:19|20)\d\d)(?![\d:])"
         r"|(?:the )?year ((?:19|20)\d\d)", _year, (FOUR_DIGITS,)),
        (rf"(on |by |before )?the ({date}|\d{{1,2}}(?=\s?$))", _day_of_month, (THE, DIGIT | ORDINAL)),
    )) + _month_and_day_rules(date)  # fmt: skip


def _month_and_day_rules(date: str) -> tuple[Finder, ...]:
    """Days by their place: EOD Friday, due 28th, the last working day of the month. `date` is an ordinal's pattern."""
    return compiled((
        (rf"(?:(?:by )?(?:the )?(?:end of (?:the )?day|eod) (?:on )?({WEEKDAY})|({WEEKDAY}) (?:eod|end of day))",
         _end_of_weekday, (UNIT, WEEKDAY_NAME)),
        (r"(?:the )?(?:close|end) of (?:business|play)|cob|eob", _business_end, (BUSINESS,)),
        (r"(due (?:on |by )?|by |(?<=(?:st|nd|rd|th) and ))(\d{1,2}(?:st|nd|rd|th))(?= ?(?:$|[.,;!?)]))",
         _day_of_month, (DIGIT,)),
        (rf"(?:on )?(?:the )?({date}|last) ({WEEKDAY}|(?:work|working|business|week) ?day)"
         r" (?:of|in) (?:the|this|(next)) month",
         _placed_in_month, (UNIT, ORDINAL | STEP_WORD | DIGIT)),
    ))  # fmt: skip


def _repeating(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    return part(match, Repeating())


def _relative_day(match: re.Match[str], frame: Frame) -> Part | None:
    if match[1] in ("tonight", "2nite", "tonite"):
        return part(match, frame.day(0), Daytime.TONIGHT)
    if match[1]:
        return part(match, frame.day(_RELATIVE_DAYS.get(match[1], 1)))
    return part(match, frame.day(0 if match[2] == "this" else -1), DAYTIMES[match[3]])


def _weekday(match: re.Match[str], frame: Frame) -> Part | None:
    """Friday and this Friday are the coming one; next Friday is that of the next calendar week."""
    weekday = WEEKDAYS[match[2]]
    ordinal = english_ordinal(match[3]) if match[3] else int(match[4]) if match[4] else None
    if ordinal is not None:
        if match[4] and not is_followed(match):
            return None  # Monday 3 people come
        return _weekday_numbered(match, frame, ordinal)
    is_weak = match[2] in UNSURE_WEEKDAYS and match[1] is None and not is_after(match, _WEEKDAY_CUE)
    return part(match, _named_weekday(frame, match[1], weekday), is_weak=is_weak)


def _weekday_numbered(match: re.Match[str], frame: Frame, number: int) -> Part | None:
    """Tuesday the 19th is a date; Sunday 10 is ten o'clock when no Sunday the 10th is near; Thursday 1st period."""
    weekday = WEEKDAYS[match[2]]
    found = _weekday_on(frame, weekday, number)
    day = _named_weekday(frame, match[1], weekday)
    if match[3]:
        is_lesson = _LESSON.match(match.string, match.end()) is not None
        return Part(match.start(), match.end(2), (day,)) if is_lesson else part(match, found)
    is_near = found is not None and found.first - frame.today < _SOON
    return part(match, found) if is_near or not 1 <= number <= 12 else part(match, day, Clock(number, is_open=True))


def _named_weekday(frame: Frame, step: str | None, weekday: int) -> Days:
    if step in ("next", "nxt", "following"):
        day = frame.week(1).first + timedelta(days=weekday)
        return Days(day, day, is_weekday=True)
    if step in ("last", "past", "previous", "this past"):
        day = frame.today - timedelta(days=(frame.today.weekday() - weekday - 1) % 7 + 1)
        return Days(day, day, is_weekday=True)
    return frame.weekday(weekday)


def _weekday_on(frame: Frame, weekday: int, day: int) -> Days | None:
    """Tuesday the 19th: the next month in which that day is that weekday."""
    for distance in range(48):
        month = frame.month(distance)
        if day <= month.last.day:
            found = month.first.replace(day=day)
            if found >= frame.today and found.weekday() == weekday:
                return Days(found, found)
    return None


def _end_of_weekday(match: re.Match[str], frame: Frame) -> Part | None:
    """EOD Friday: when its work ends."""
    return part(match, frame.weekday(WEEKDAYS[match[1] or match[2]]), Daytime.ALL_DAY)


def _placed_in_month(match: re.Match[str], frame: Frame) -> Part | None:
    """The last working day of the month: of this one, or of the next when it is over."""
    place, day, is_next = match[1], match[2], match[3]
    number = -1 if place == "last" else english_ordinal(place) or 0
    for distance in (1,) if is_next else (0, 1):
        month = frame.month(distance)
        length = (month.last - month.first).days + 1
        days = [month.first + timedelta(days=step) for step in range(length)]
        wanted = [each for each in days if (each.weekday() == WEEKDAYS[day] if day in WEEKDAYS else each.weekday() < 5)]
        if not number or abs(number) > len(wanted):
            return None
        found = wanted[number if number < 0 else number - 1]
        if found >= frame.today:
            return part(match, Days(found, found))
    return None


def _late_or_next(match: re.Match[str], frame: Frame) -> Part | None:
    if match[2]:
        return part(match, frame.day(1 if match[2] == "after" else -1), is_weak=True)
    return part(match, frame.day(0 if match[1] == "tonight" else -1), Daytime.LATE)


def _early_or_late(match: re.Match[str], frame: Frame) -> Part | None:
    """Early tomorrow morning, late Friday evening."""
    day = frame.weekday(WEEKDAYS[match[3]]) if match[3] else frame.day(1 if match[2] == "tomorrow" else 0)
    is_early = match[1] == "early" and match[4] == "morning"
    is_late = match[1] == "late" and match[4] != "morning"
    daytime = Daytime.EARLY_MORNING if is_early else Daytime.LATE if is_late else DAYTIMES[match[4]]
    return part(match, day, daytime)


def _placed_weekday(match: re.Match[str], frame: Frame) -> Part | None:
    """The third Tuesday, the closest Tuesday: of the day that follows."""
    place = english_ordinal(match[1]) if match[1] else 1
    found = frame.weekday(WEEKDAYS[match[4]])
    return part(match, replace(found, place=place or 1, is_nearest=bool(match[2] or match[3])), is_weak=True)


def _end_of(match: re.Match[str], frame: Frame) -> Part | None:
    if match[1]:
        return part(match, frame.day(0 if match[1] == "today" else 1), Daytime.ALL_DAY)
    return part(match, _named_weekday(frame, match[2], WEEKDAYS[match[3]]), Daytime.ALL_DAY)


def _week_on(match: re.Match[str], frame: Frame) -> Part | None:
    """A week on Tuesday, tomorrow week."""
    near, name = match[2] or match[4], match[3] or match[5]
    day = frame.day(0 if near == "today" else 1) if near else frame.weekday(WEEKDAYS[name])
    found = day.first + timedelta(weeks=1 if (match[1] or match[6]) == "week" else 2)
    return part(match, Days(found, found))


def _iso_week(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    monday = datetime.fromisocalendar(int(match[1]), int(match[2]), 1).date()
    return part(match, Days(monday, monday + timedelta(days=6), Grain.WEEK))


def _unit_after_next(match: re.Match[str], frame: Frame) -> Part | None:
    if match[1] == "weekend":
        return part(match, weekend(frame.week(2).first + timedelta(days=5)))
    return part(match, unit_days(frame, match[1], 2))


def _mixed_date(match: re.Match[str], frame: Frame) -> Part | None:
    """A date with its month as a word, in one of the orders in which files are named: 2020-Sep-23."""
    groups = match.groups()
    orders = ((0, 1, 2), (3, 5, 4), (7, 6, 8), (10, 11, 9))
    year, month, day = next((tuple(groups[at] for at in order) for order in orders if groups[order[0]]), ("", "", ""))
    return part(match, frame.date(_month_of(month or ""), int(day or 0), int(year or 0)))


def _weekend(match: re.Match[str], frame: Frame) -> Part | None:
    step = match[1]
    distance = {"next": 1, "last": -1, "past": -1, "previous": -1, "this past": -1}.get(step or "", 0)
    saturday = frame.week(distance).first + timedelta(days=5)
    return part(match, weekend(saturday), is_weak=match[0] == "weekend")


def _stretch(match: re.Match[str], frame: Frame) -> Part | None:
    return part(match, unit_days(frame, match[2], STEPS[match[1]]))


def _end_of_day(match: re.Match[str], frame: Frame) -> Part | None:
    return part(match, frame.day(1 if match[1] else 0), Daytime.ALL_DAY)


def _business_end(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    return part(match, Daytime.ALL_DAY)


def _month_of(name: str) -> int:
    return MONTHS[name.rstrip(".")]


def _number(text: str) -> int | None:
    if text.isdecimal():
        return int(text)
    worded = english_number(text) if english_ordinal(text) is None else None
    return int(worded) if worded is not None else english_ordinal(text)


def _day_of(match: re.Match[str], frame: Frame) -> Part | None:
    day = _number(match[1])
    if day is None:
        return None
    if match[2]:
        month = frame.month(STEPS[match[2]]).first
        return part(match, frame.date(month.month, day, month.year))
    return part(match, frame.date(_month_of(match[3]), day, _year_of(match[4] or match[5])))


def _year_of(text: str | None) -> int | None:
    return english_year(text) if text else None


def _day_month(match: re.Match[str], frame: Frame) -> Part | None:
    day, year = _number(match[1]), match[3] or match[4] or match[5]
    if day is None or _STREET.match(match.string, match.end()):
        return None  # 12 March Street
    return part(match, frame.date(_month_of(match[2]), day, _year_of(year)), is_weak=_is_counting(match[1], year))


def _is_counting(day: str, year: str | None) -> bool:
    """Whether a day in words may just be a number: one March, may three."""
    return day.isalpha() and (english_number(day) or 31) <= 12 and english_ordinal(day) is None and year is None


def _month_day(match: re.Match[str], frame: Frame) -> Part | None:
    name, day = match[1].rstrip("."), _number(match[2])
    if day is None or _MEASURE.match(match.string, match.end()):
        return None
    if name in _UNSURE_MONTHS and is_after(match, _PRONOUN_BEFORE):
        return None
    year = match[3] or match[4] or match[5]
    return part(match, frame.date(MONTHS[name], day, _year_of(year)), is_weak=_is_counting(match[2], year))


def _month(match: re.Match[str], frame: Frame) -> Part | None:
    cue, step, year = match[1], match[2], match[4]
    if match[3] in _UNSURE_MONTHS and cue is None and is_after(match, _PRONOUN_BEFORE):
        return None  # we march
    number = _month_of(match[3])
    if year is None and step is not None and STEPS[step]:
        ahead = frame.today.year + (1 if number <= frame.today.month else 0)
        month = frame.month_named(number, ahead if STEPS[step] > 0 else ahead - 1)
    else:
        month = frame.month_named(number, int(year) if year else None)
    is_plain = cue is None and (step is None or (step == "this" and match[3] in _UNSURE_MONTHS)) and year is None
    return part(match, month, is_weak=is_plain or (match[3] == "march" and cue is None))


def _year(match: re.Match[str], frame: Frame) -> Part | None:
    return part(match, frame.year(int(match[1] or match[2]) - frame.today.year))


def _day_of_month(match: re.Match[str], frame: Frame) -> Part | None:
    day = _number(match[2])
    days = frame.day_of_month(day) if day is not None and 1 <= day <= 31 else None
    days = replace(days, month_day=day) if days is not None and day is not None else None
    is_clear = is_followed(match) and (day or 0) > 3
    if match[1] is not None:
        is_clear = _COUNTED.match(match.string, match.end()) is None
    return part(match, days, is_weak=not (is_clear and match[2][:1].isdecimal()))


def _weekdays_from_now(match: re.Match[str], frame: Frame) -> Part | None:
    """Three Fridays from now: the third one to come; two Fridays ago: the last but one."""
    count = int(english_number(match[1]) or 0)
    if not 1 <= count <= 99:
        return None
    if match[3]:
        past = frame.weekday(WEEKDAYS[match[2]]).first - timedelta(weeks=count)
        past = past - timedelta(weeks=1) if past + timedelta(weeks=count) == frame.today else past
        return part(match, Days(past, past))
    day = frame.weekday(WEEKDAYS[match[2]]).first + timedelta(weeks=count - 1)
    return part(match, Days(day, day))


def _quarter(match: re.Match[str], frame: Frame) -> Part | None:
    place = int(match[2] or match[3] or match[7] or 0) or english_ordinal(match[1]) or 1
    year = _year_of(match[4] or match[5] or match[6])
    days = quarter_of(year or frame.today.year, place)
    if year is None:
        days = replace(days, yearly=each_quarter(place))
    return part(match, days, is_weak=year is None)


def _last_day(match: re.Match[str], frame: Frame) -> Part | None:
    if match[1]:
        month = frame.month_named(_month_of(match[1]), _year_of(match[2] or match[3]))
    else:
        month = frame.month(STEPS[match[4]] if match[4] else 0)
    return None if month is None else part(match, Days(month.last, month.last))
