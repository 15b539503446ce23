"""English times: tomorrow at 3pm, next Friday, 30 November, half past three, in an hour and a half. Read on folded text."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from functools import cache

from assistant.language.numbers import ENGLISH_AMOUNT, ENGLISH_ORDINAL, ENGLISH_WORD, english_number, english_ordinal
from assistant.language.time_digits import MERIDIEM, with_meridiem
from assistant.language.time_parts import Clock, Days, Daytime, Exact, Frame, Grain, Part, Repeating, Value, add_months

_LEFT = r"(?<![\w'.$€£¥-])"
_RIGHT = r"(?![\w'])"
_WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
_UNSURE_WEEKDAYS = {"mon", "wed", "sat", "sun"}
_MONTH_NAMES = [
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
]
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, start=1)}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_UNSURE_MONTHS = {"may", "march", "mar"}
_WEEKDAY = "(?:" + "|".join(sorted(_WEEKDAYS, key=len, reverse=True)) + ")"
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}
_STEPS |= {"upcoming": 1, "this coming": 1, "this past": -1}
_STEP = "(?:the )?(this coming|this past|" + "|".join(step for step in _STEPS if " " not in step) + ")"
_DAYTIMES = {
    "dawn": Daytime.DAWN,
    "morning": Daytime.MORNING,
    "noon": Daytime.NOON,
    "midday": Daytime.NOON,
    "lunchtime": Daytime.NOON,
    "afternoon": Daytime.AFTERNOON,
    "evening": Daytime.EVENING,
    "night": Daytime.NIGHT,
}
_UNIT = (
    r"(seconds?|secs?|minutes?|mins?|hours?|hrs?|hr|h|days?|nights?|weeks?|wks?|fortnights?|months?|mths?|years?|yrs?)"
)
_UNIT_SECONDS = {"s": 1, "mi": 60, "h": 3600}
_HOUR = rf"(\d{{1,2}}|{ENGLISH_WORD})"
_FOLLOW = re.compile(
    r"\s{0,2}(?:$|[\n.,;:!?)\]\x00—-]|[^\x00-\x7f])|\s{1,2}(?:on|to|with|for|about|and|or|in|sharp|this|next|tomorrow|today"
    r"|tonight|but|then|please|pls|before|after|until|till|from|near|when|if|because|so|re|via|by|at|latest"
    rf"|{_WEEKDAY})\b"
)
_NOT_A_TIME_BEFORE = re.compile(
    r"\b(?:look(?:s|ed|ing)?|star(?:e|ed|ing)|aim(?:s|ed)?|pric(?:ed|e)|valued|capped|rat(?:ed|e)|ranked|aged?|level|least"
    r"|most|stands|stood|score[ds]?|good|laugh(?:ed)?|point(?:s|ed)?|set|stays?|stuck|gate|room|chapter|page|version)\s$"
)
_PRONOUN_BEFORE = re.compile(r"\b(?:i|you|we|they|he|she|it|that|who|which|this|there|one|what|as|and|or)\s$")
_WEEKDAY_CUE = re.compile(r"\b(?:on|by|until|till|before|due|every|for|from|since)\s$")
_AT = re.compile(r"(?:\bat|@)\s?$")


def english_parts(text: str, original: str, frame: Frame) -> list[Part]:
    """The English parts. `text` is folded; `original` has the capitals that tell Sat from sat."""
    parts: list[Part] = []
    for pattern, build in _rules():
        for match in pattern.finditer(text):
            part = build(match, frame)
            if part is not None:
                parts.append(_sure_of_weekday(part, match, original))
    return parts


Build = Callable[[re.Match[str], Frame], Part | None]


@cache
def _rules() -> tuple[tuple[re.Pattern[str], Build], ...]:
    amount, ordinal = ENGLISH_AMOUNT, ENGLISH_ORDINAL
    year = r"(?:,?\s{1,2}(\d{4})(?![\w:]|[.,]\d))?"
    sources: tuple[tuple[str, Build], ...] = (
        (rf"(?:every|each)(?: other| second| {ENGLISH_WORD}| \d{{1,2}})?(?: (?:single|last|first))? ?(?:{_WEEKDAY}s?|days?"
         r"|mornings?|afternoons?|evenings?|nights?|weeks?|weekdays?|weekends?|months?|years?|hours?|minutes?|time)"
         rf"|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)days|daily|weekly|monthly|yearly|weekdays|weekends", _repeating),
        (r"(?:the )?(day after tomorrow|day before yesterday|today|tonight|tomorrow|tmrw|tmr|tomorow|tommorow|yesterday)"
         r"|(this|last|yesterday) (morning|afternoon|evening|night)", _relative_day),
        (rf"(?<!black )(?<!good )(?:{_STEP} )?({_WEEKDAY})\b\.?(?! (?:times|best|roast|school))(?: (?:the )?({ordinal}))?",
         _weekday),
        (rf"(?:{_STEP} )?weekend|(?:the )?(weekend)", _weekend),
        (rf"(?:in )?{_STEP} (week|month|quarter|qtr|year|yr)", _stretch),
        (r"(?:the )?(end|beginning|start) of (?:the |this )?(next )?(day|week|month|year)|(eod|eow|eom|eoy)", _edge),
        (rf"(?:the )?(first|second|third|fourth|last|1st|2nd|3rd|4th) ({_WEEKDAY}) (?:of|in) (?:(?:{_STEP} month)"
         rf"|({_MONTH}){year})", _weekday_of_month),
        (rf"(?:the )?({ordinal}|\d{{1,2}}) (?:day )?of (?:{_STEP} month|({_MONTH}){year})", _day_of),
        (rf"({ordinal}|\d{{1,2}})(?: |-)({_MONTH})(?:-(\d{{4}}|\d\d)(?!\d)|{year})", _day_month),
        (rf"({_MONTH})\s?(?:the )?({ordinal}|\d{{1,2}})(?![\w:%]|[.,/]\d|st|nd|rd|th){year}", _month_day),
        (rf"(in |by |during )?(?:(?:early|mid|late)[ -])?(?:{_STEP} )?({_MONTH})(?:,? (\d{{4}})(?!\d))?(?! ?\d)", _month),
        (r"in ((?:19|20)\d\d)(?![\d:])", _year),
        (rf"(on |by |before )?the ({ordinal}|\d{{1,2}}(?=\s?$))", _day_of_month),
        (rf"in (?:about |around |another |exactly |just )?({amount})(?: more)?[ -]?{_UNIT}(?:'s?)?(?: time)?"
         rf"(?: and (a half|an? quarter|({amount})[ -]?{_UNIT}))?", _offset),
        (rf"({amount}) (and a half|and an half)? ?{_UNIT} (from now|from today|hence|from (tomorrow)|from ({_WEEKDAY})"
         r"|ago|back)", _offset_from),
        (rf"in ({amount}) and (?:a|an) half {_UNIT}", _offset_and_half),
        (rf"(at |@ ?)?{_HOUR}(?:[:.](\d\d))?{MERIDIEM}", _clock_meridiem),
        (rf"(?:from )?{_HOUR}(?::(\d\d))?(?:{MERIDIEM})?\s?(?:-|to|until|till)\s?{_HOUR}(?::\d\d)?{MERIDIEM}", _clock_range),
        (rf"(at |@ ?|by |around |before |until |till |from )?{_HOUR}(?:[ -](fifteen|thirty|forty[ -]five))?"
         r"( ?o'?clock)?(?:ish)?(?: sharp)?(?! ?[ap]\.?m\b)", _clock_bare),
        (r"(?:at |@ ?)(\d{1,2})h(\d\d)?|(\d{1,2})h(\d\d)", _clock_h),
        (rf"(at |by |@ ?)?(half|(?:a )?quarter|{ENGLISH_WORD}(?: minutes?)?|\d{{1,2}} minutes?) (past|after|to|before|till) "
         rf"(?:{_HOUR}|(noon|midday|midnight))(?: ?o'?clock)?(?:{MERIDIEM})?", _clock_past),
        (r"(at |by |before |until |till |around )?(noon|midday|midnight|lunchtime)", _named_clock),
        (rf"(in the |this |early |late |at )?(?:early |late )?({'|'.join(_DAYTIMES)})", _daytime),
    )  # fmt: skip
    return tuple((re.compile(f"{_LEFT}(?:{source}){_RIGHT}"), build) for source, build in sources)


def _part(match: re.Match[str], *values: Value | None, is_weak: bool = False) -> Part | None:
    known = tuple(value for value in values if value is not None)
    return Part(match.start(), match.end(), known, is_weak=is_weak) if len(known) == len(values) else None


def _before(match: re.Match[str], pattern: re.Pattern[str]) -> bool:
    return pattern.search(match.string, max(0, match.start() - 14), match.start()) is not None


def _followed(match: re.Match[str]) -> bool:
    return _FOLLOW.match(match.string, match.end()) is not None


def _sure_of_weekday(part: Part, match: re.Match[str], original: str) -> Part:
    """A weak Sat, Sun, Wed or May is believed when it is written with a capital inside a sentence and ends it."""
    if not part.is_weak or match.string[part.start : part.end].rstrip(".") not in _UNSURE_WEEKDAYS:
        return part
    before = original[: part.start].rstrip(" ")
    has_capital = original[part.start : part.start + 1].isupper() and bool(before) and before[-1] not in ".!?\n"
    is_article = re.search(r"\b(?:the|a|an)$", before) is not None
    if has_capital and not is_article and re.match(r"\s{0,2}(?:$|[\n.,;!?])", match.string[part.end : part.end + 3]):
        return Part(part.start, part.end, part.values)
    return part


def _repeating(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    return _part(match, Repeating())


_RELATIVE_DAYS = {"day after tomorrow": 2, "day before yesterday": -2, "today": 0, "yesterday": -1}


def _relative_day(match: re.Match[str], frame: Frame) -> Part | None:
    if match[1] == "tonight":
        return _part(match, frame.day(0), Daytime.EVENING)
    if match[1]:
        return _part(match, frame.day(_RELATIVE_DAYS.get(match[1], 1)))
    return _part(match, frame.day(0 if match[2] == "this" else -1), _DAYTIMES[match[3]])


def _weekday(match: re.Match[str], frame: Frame) -> Part | None:
    """Friday and this Friday are the coming one; next Friday is that of the next calendar week."""
    weekday = _WEEKDAYS[match[2]]
    ordinal = english_ordinal(match[3]) if match[3] else None
    if ordinal is not None:
        return _part(match, _weekday_on(frame, weekday, ordinal))
    is_weak = match[2] in _UNSURE_WEEKDAYS and match[1] is None and not _before(match, _WEEKDAY_CUE)
    if match[1] == "next":
        day = frame.week(1).first + timedelta(days=weekday)
        return _part(match, Days(day, day, is_weekday=True))
    if match[1] in ("last", "past", "previous", "this past"):
        day = frame.today - timedelta(days=(frame.today.weekday() - weekday - 1) % 7 + 1)
        return _part(match, Days(day, day, is_weekday=True))
    return _part(match, frame.weekday(weekday), is_weak=is_weak)


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
    return _part(match, Days(saturday, saturday + timedelta(days=1), Grain.WEEK), is_weak=match[0] == "weekend")


def _stretch(match: re.Match[str], frame: Frame) -> Part | None:
    step, unit = _STEPS[match[1]], match[2]
    if unit == "week":
        return _part(match, frame.week(step))
    if unit == "month":
        return _part(match, frame.month(step))
    if unit in ("year", "yr"):
        return _part(match, frame.year(step))
    first = frame.month((step * 3) - (frame.today.month - 1) % 3).first
    return _part(match, Days(first, add_months(first, 3) - timedelta(days=1), Grain.QUARTER))


def _edge(match: re.Match[str], frame: Frame) -> Part | None:
    edge, unit = match[1] or "end", match[3] or {"d": "day", "w": "week", "m": "month", "y": "year"}[match[4][2]]
    step = 1 if match[2] else 0
    if unit == "day":
        return _part(match, frame.day(step), Daytime.ALL_DAY) if edge == "end" else None
    days = {"week": frame.week, "month": frame.month, "year": frame.year}[unit](step)
    if edge == "end":
        day = days.first + timedelta(days=4) if unit == "week" else days.last
    else:
        day = days.first
    return _part(match, Days(day, day))


def _month_of(name: str) -> int:
    return _MONTHS[name.rstrip(".")]


def _weekday_of_month(match: re.Match[str], frame: Frame) -> Part | None:
    weekday = _WEEKDAYS[match[2]]
    if match[3]:
        month = frame.month(_STEPS[match[3]])
    else:
        month = frame.month_named(_month_of(match[4]), int(match[5]) if match[5] else None)
    if month is None:
        return None
    if match[1] == "last":
        day = month.last - timedelta(days=(month.last.weekday() - weekday) % 7)
    else:
        place = english_ordinal(match[1]) or 1
        day = month.first + timedelta(days=(weekday - month.first.weekday()) % 7 + 7 * (place - 1))
    return _part(match, Days(day, day))


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() else english_ordinal(text)


def _day_of(match: re.Match[str], frame: Frame) -> Part | None:
    day = _number(match[1])
    if day is None:
        return None
    if match[2]:
        month = frame.month(_STEPS[match[2]]).first
        return _part(match, frame.date(month.month, day, month.year))
    return _part(match, frame.date(_month_of(match[3]), day, int(match[4]) if match[4] else None))


def _day_month(match: re.Match[str], frame: Frame) -> Part | None:
    day, year = _number(match[1]), match[3] or match[4]
    if day is None:
        return None
    full_year = None if year is None else int(year) + (0 if len(year) == 4 else 1900 if int(year) >= 70 else 2000)
    return _part(match, frame.date(_month_of(match[2]), day, full_year))


_MEASURE = re.compile(
    r"\s(?:miles?|km|kilometers?|people|persons?|hours?|steps?|times|days|weeks|months|years|minutes)\b"
)


def _month_day(match: re.Match[str], frame: Frame) -> Part | None:
    name, day = match[1].rstrip("."), _number(match[2])
    if day is None or _MEASURE.match(match.string, match.end()):
        return None
    if name in _UNSURE_MONTHS and _before(match, _PRONOUN_BEFORE):
        return None
    return _part(match, frame.date(_MONTHS[name], day, int(match[3]) if match[3] else None))


def _month(match: re.Match[str], frame: Frame) -> Part | None:
    cue, step, year = match[1], match[2], match[4]
    number = _month_of(match[3])
    if year is None and step is not None and _STEPS[step]:
        ahead = frame.today.year + (1 if number <= frame.today.month else 0)
        month = frame.month_named(number, ahead if _STEPS[step] > 0 else ahead - 1)
    else:
        month = frame.month_named(number, int(year) if year else None)
    is_plain = cue is None and step is None and year is None
    return _part(match, month, is_weak=is_plain or (match[3] == "march" and cue is None))


def _year(match: re.Match[str], frame: Frame) -> Part | None:
    return _part(match, frame.year(int(match[1]) - frame.today.year))


def _day_of_month(match: re.Match[str], frame: Frame) -> Part | None:
    day = _number(match[2])
    days = frame.day_of_month(day) if day is not None and 1 <= day <= 31 else None
    is_word = not match[2][:1].isdecimal()
    return _part(
        match, days, is_weak=is_word or not _followed(match) or (match[1] is None and day is not None and day < 4)
    )


def _offset(match: re.Match[str], frame: Frame) -> Part | None:
    amount = english_number(match[1])
    if amount is None or (match[2] in ("second", "sec") and match[1] == "a"):
        return None
    extra = {"a half": 0.5, "a quarter": 0.25, "an quarter": 0.25}.get(match[3] or "", 0.0)
    if match[4]:
        more = english_number(match[4])
        if more is None or _seconds(match[5]) is None or _seconds(match[2]) is None:
            return None
        return _part(match, _on(frame, match[2], amount, more * (_seconds(match[5]) or 0)))
    return _part(match, _on(frame, match[2], amount + extra))


def _offset_and_half(match: re.Match[str], frame: Frame) -> Part | None:
    amount = english_number(match[1])
    return None if amount is None else _part(match, _on(frame, match[2], amount + 0.5))


def _offset_from(match: re.Match[str], frame: Frame) -> Part | None:
    amount = english_number(match[1])
    if amount is None:
        return None
    amount += 0.5 if match[2] else 0
    if match[4] in ("ago", "back"):
        return _part(match, _on(frame, match[3], -amount))
    start = frame.day(1) if match[5] else frame.weekday(_WEEKDAYS[match[6]]) if match[6] else None
    value = _on(frame, match[3], amount)
    if start is None:
        return _part(match, value)
    if not isinstance(value, Days):
        return None
    day = value.first + (start.first - frame.today)
    return _part(match, Days(day, day))


def _seconds(unit: str) -> int | None:
    return next((seconds for start, seconds in _UNIT_SECONDS.items() if unit.startswith(start)), None)


def _on(frame: Frame, unit: str, amount: float, more_seconds: float = 0) -> Value:
    """So many units from now: exact for hours and less, a day for days and more."""
    seconds = None if unit.startswith("mo") or unit.startswith("mth") else _seconds(unit)
    if seconds is not None:
        grain = Grain.SECOND if seconds == 1 else Grain.MINUTE
        return Exact(frame.now + timedelta(seconds=amount * seconds + more_seconds), grain)
    if unit.startswith("y"):
        day = add_months(frame.today, round(amount * 12))
    elif unit.startswith("m"):
        day = add_months(frame.today, int(amount)) + timedelta(days=round(amount % 1 * 30))
    else:
        days = amount * (14 if unit.startswith("f") else 7 if unit.startswith("w") else 1)
        if days != int(days) and unit.startswith("d"):
            return Exact(frame.now + timedelta(days=days), Grain.HOUR)
        day = frame.today + timedelta(days=round(days))
    return Days(day, day)


def _hour(text: str) -> int | None:
    number = english_number(text)
    return int(number) if number is not None and 0 <= number <= 24 else None


def _clock(hour: int | None, minute: str | int | None, meridiem: str | None = None) -> Clock | None:
    minutes = int(minute or 0)
    if hour is None or minutes > 59 or (meridiem is not None and not 0 <= hour <= 12):
        return None
    grain = Grain.MINUTE if minute else Grain.HOUR
    return with_meridiem(Clock(hour, minutes, is_open=1 <= hour <= 12, grain=grain), meridiem)


def _clock_meridiem(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    return _part(match, _clock(_hour(match[2]), match[3], match[4]))


def _clock_range(match: re.Match[str], frame: Frame) -> Part | None:
    """From 3 to 5pm begins at three in the afternoon, 11-2pm at eleven in the morning."""
    del frame
    first, last = _hour(match[1]), _hour(match[4])
    if first is None or last is None:
        return None
    meridiem = match[3] or ("a" if match[5] == "p" and first % 12 > last % 12 else match[5])
    return _part(match, _clock(first, match[2], meridiem))


def _clock_bare(match: re.Match[str], frame: Frame) -> Part | None:
    """At 3, at three thirty, 8 o'clock. Believed when nothing follows that it could count."""
    del frame
    minute = None if match[3] is None else {"fif": 15, "thi": 30, "for": 45}[match[3][:3]]
    hour = _hour(match[2])
    if hour is None or (match[4] is None and minute is None and match[1] is None):
        return None
    is_sure = bool(match[4]) or (
        (match[1] or "").strip() in ("at", "@") and _followed(match) and not _before(match, _NOT_A_TIME_BEFORE)
    )
    return _part(match, _clock(hour, minute), is_weak=not is_sure)


def _clock_h(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    hour, minute = match[1] or match[3], match[2] or match[4]
    clock = _clock(_hour(hour), minute)
    return None if clock is None else _part(match, Clock(clock.hour, clock.minute, grain=clock.grain))


def _clock_past(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    words = match[2].removesuffix("s").removesuffix(" minute")
    minutes = 30 if words == "half" else 15 if "quarter" in words else int(english_number(words) or 0)
    hour = _hour(match[4]) if match[4] else {"midnight": 24}.get(match[5], 12)
    if hour is None or not 0 < minutes < 60 or (words == "half" and match[3] in ("to", "before", "till")):
        return None
    is_sure = (
        words in ("half", "quarter", "a quarter") or "minute" in match[2] or match[1] is not None or bool(match[5])
    )
    if match[3] in ("to", "before", "till"):
        hour, minutes = (hour - 1 if hour > 1 else 12), 60 - minutes
    clock = _clock(hour, minutes, match[6])
    if clock is not None and match[5]:
        clock = Clock(clock.hour, clock.minute, grain=Grain.MINUTE)
    return _part(match, clock, is_weak=not is_sure)


def _named_clock(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    hour = 24 if match[2] == "midnight" else 12
    return _part(match, Clock(hour), is_weak=match[1] is None and match[2] != "noon")


def _daytime(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    cue, word = match[1], match[2]
    daytime = Daytime.EVENING if word == "night" and cue == "this " else _DAYTIMES[word]
    is_sure = cue in ("in the ", "this ") or (cue == "at " and word == "night")
    return _part(match, daytime, is_weak=not is_sure)
