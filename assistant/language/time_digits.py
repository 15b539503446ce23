"""Times written in digits, the same in both languages: 2026-10-01, 2026-10-01T15:30Z, 10/31/2026, 31.10.2026, 15:30."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from functools import cache

from assistant.language.patterns import lazy_pattern
from assistant.language.time_chinese_words import HAPPENS
from assistant.language.time_clues import JOINED, Finder
from assistant.language.time_english_words import BEHIND_EVENT, MONTH, WEEKDAY, WEEKDAYS, is_after
from assistant.language.time_parts import Clock, Days, Exact, Frame, Grain, Part, Through

_LEFT = r"(?<![a-z0-9_./$€£¥#+\-])(?<![a-z0-9\s][,:])(?<!no\. )"
_RIGHT = r"(?![\d/:%]|[.,-]\d|-?[a-z])"
MERIDIEM = r"(?:\s?(?=[ap]\s?\.?\s?m(?![a-z0-9]))|(?<=\d)(?=[ap](?![a-z0-9])))([ap])(?:\s?\.?\s?m(?:\s?\.(?!\w))?)?"
"""A regular expression for am and pm; its group is a or p."""

_ISO = (
    rf"{_LEFT}(\d{{4}})-(\d{{1,2}})-(\d{{1,2}})"
    r"(?:(?:t|\s(?=\d\d:\d\d(?::\d\d)?\s?(?:z|[+-]\d\d)))(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,6})?)?"
    rf"(?:\s?(z(?![a-z])|[+-]\d\d:?\d\d))?)?{_RIGHT}"
)
_YEAR_FIRST = rf"{_LEFT}(\d{{4}})([/.])(\d{{1,2}})\2(\d{{1,2}}){_RIGHT}"
_YEAR_LAST = rf"{_LEFT}(\d{{1,2}})([/.-])(\d{{1,2}})\2(\d{{4}}|(?<=/)\d\d){_RIGHT}"
_YEAR_MONTH = rf"{_LEFT}((?:19|20)\d\d)[/-](\d{{1,2}}){_RIGHT}"
_SHORT = rf"{_LEFT}(\d{{1,2}})(?:\s?/\s?|\s-\s|-|\.)(\d{{1,2}})(?:\.(?=\s\d{{1,2}}:\d\d)|{_RIGHT})"
_CLOCK = (
    rf"(?<![a-z0-9_./$€£¥#+第])(?<![a-z0-9\s][,:])(?<![a-z0-9]-)(\d{{1,2}}):(\d\d)(?::(\d\d))?(?![\d:%]|[.,]\d)(?:{MERIDIEM})?"
    rf"(?:\s?(?:-|~|到|至|to|until|till)\s?(\d{{1,2}}):(\d\d)(?!\d)(?:{MERIDIEM})?)?(?:h(?![a-z0-9])|(?![a-z]))"
)
_NO_CLOCK_BEFORE = lazy_pattern(
    r"(?:matthew|mark|luke|john|acts|romans|corinthians|genesis|exodus|psalms?|proverbs|isaiah|hebrews|ratio|score|scale"
    r"|odds|aspect|比分|比例|比)[:\s]?$|\b(?:marathon|\d+ ?k|lap|race|mile) in $"
    r"|\btrack \d{1,2} (?:is|lasts) $|\b(?:song|tune|album): ?$"
    r"|(?:配速|用时|时长|成绩|全程)[:：]?[是为]? ?$"
)
_NO_CLOCK_AFTER = lazy_pattern(
    r"\s?(?:ratio|aspect|scale|odds|mix|split|dilution|long(?= ?(?:$|[,.;!?)]))|比|战胜|击败|领先|落后|大胜|险胜)"
)
_NEAR = timedelta(days=45)
_SOON = timedelta(days=92)  # a date in months is written out; 8.30 then is a time of day
_WORD_BEHIND = lazy_pattern(r":? [a-z]{3}")
_HAN_BEHIND = lazy_pattern(r" ?[\u4e00-\u9fff](?<![杯勺的个分米斤片])")
_NEAR_DAY = rf"({WEEKDAY}|today|tonight|tomorrow)"
_DAY_BEHIND = lazy_pattern(rf" (?:on )?{_NEAR_DAY}\b")
_REPEATED = lazy_pattern(r" (?:every|each|daily|(?:on )?weekdays|on the \d{1,2}(?:st|nd|rd|th))\b")
_DAY_BEFORE = lazy_pattern(rf"\b{_NEAR_DAY},? (?:at )?$")
_COUNTED_BEFORE = lazy_pattern(
    r"\b(?:ch|chapters?|pp?|pages?|units?|lessons?|ages?|aged|rows?|weeks?|sections?|exercises?|questions?|sizes?|grades?"
    r"|years?|ep|episodes?|levels?|floors?|rooms?)\.? $"
)
_DATE_BEFORE = lazy_pattern(rf"\d(?:st|nd|rd|th)? {MONTH},? (?:at )?$")
_DAY_CUE = lazy_pattern(r"(?:生日|纪念日|birthday)(?:是|:)? ?$")
_BEGINS = lazy_pattern(r",? (?:doors|at \d|@|from \d|\d{1,2}(?::\d\d| ?[ap]m\b))")
_DATE_CUE = lazy_pattern(
    r"(?:\b(?:on|by|due|before|until|till|since|from|expires?|runs? out|due|ends?|starts?)|在|到|于|前|截止)\s?$"
)


def _part(match: re.Match[str], days: Days | None, *, is_weak: bool = False) -> Part | None:
    return None if days is None else Part(match.start(), match.end(), (days,), is_weak=is_weak)


def _iso(match: re.Match[str], frame: Frame) -> Part | None:
    year, month, day = (int(match[group]) for group in (1, 2, 3))
    days = frame.date(month, day, year)
    if days is None or match[4] is None:
        return _part(match, days)
    hour, minute, second = int(match[4]), int(match[5]), int(match[6] or 0)
    if hour > 24 or minute > 59 or second > 59:
        return None
    if match[7] is None:
        clock = Clock(hour, minute, second, grain=Grain.SECOND if match[6] else Grain.MINUTE)
        return Part(match.start(), match.end(), (days, clock))
    wall = datetime(year, month, day, tzinfo=_zone(match[7])) + timedelta(hours=hour, minutes=minute, seconds=second)
    return Part(match.start(), match.end(), (Exact(wall.astimezone(frame.now.tzinfo), Grain.MINUTE),))


def _zone(text: str) -> timezone:
    if text == "z":
        return timezone.utc  # noqa: UP017 - `UTC` here would read as a name of the grammar
    minutes = int(text[1:3]) * 60 + int(text[-2:])
    if minutes >= 24 * 60:
        raise OverflowError("no such zone")
    return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes))


def _year_first(match: re.Match[str], frame: Frame) -> Part | None:
    return _part(match, frame.date(int(match[3]), int(match[4]), int(match[1])))


def _year_last(match: re.Match[str], frame: Frame) -> Part | None:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if year < 100:
        year += 1900 if year >= 70 else 2000
    is_day_first = (match[2] == "." or frame.is_day_first) and second <= 12
    month, day = (second, first) if is_day_first or first > 12 else (first, second)
    return _part(match, frame.date(month, day, year))


def _year_month(match: re.Match[str], frame: Frame) -> Part | None:
    return _part(match, frame.month_named(int(match[2]), int(match[1])), is_weak=True)


def _short(match: re.Match[str], frame: Frame) -> Part | None:
    if "-" in match[0] and is_after(match, _COUNTED_BEFORE):
        return None  # chapters 3-5
    first, second = int(match[1]), int(match[2])
    month, day = (second, first) if first > 12 or (frame.is_day_first and second <= 12) else (first, second)
    beside = _DAY_BEHIND.match(match.string, match.end()) or _DAY_BEFORE.search(
        match.string, max(0, match.start() - 16), match.start()
    )
    is_time = "." in match[0] and first < 24 and second < 60 and len(match[2]) == 2
    is_beside = _DATE_BEFORE.search(match.string, max(0, match.start() - 20), match.start()) is not None
    if is_time and (is_beside or _REPEATED.match(match.string, match.end())):
        return _dotted_clock(match)
    if beside is not None and (is_time or ("-" in match[0] and first < second <= 24)):
        return _beside_day(match, frame, beside[1])
    if (
        beside is not None and beside[1] in WEEKDAYS and "/" in match[0]
    ):  # Sun 4/10 is the order in which that is a Sunday
        month, day = _on_weekday(frame, month, day, WEEKDAYS[beside[1]])
    has_cue = _DATE_CUE.search(match.string, max(0, match.start() - 10), match.start()) is not None
    has_cue = has_cue or (max(first, second) > 12 and match[0] != "24/7" and _is_at_edge(match))
    has_cue = has_cue or (
        not match.string[: match.start()].strip() and _HAN_BEHIND.match(match.string, match.end()) is not None
    )
    if "." in match[0] and _begins_chinese_plan(match):
        days = frame.date(month, day)
        is_near = days is not None and days.first - frame.today <= _SOON
        return _part(match, days) if is_near else _dotted_clock(match, is_weak=False) if is_time else None
    has_cue = has_cue or (is_after(match, BEHIND_EVENT) and _BEGINS.match(match.string, match.end()) is not None)
    is_padded = re.fullmatch(r"(?:0\d-\d\d|\d\d-0\d)", match[0]) is not None  # 10-05 复诊
    is_dotted = "." in match[0] and _DAY_CUE.search(match.string, max(0, match.start() - 6), match.start()) is not None
    return _part(match, frame.date(month, day), is_weak=not (is_dotted or (has_cue and ("/" in match[0] or is_padded))))


def _on_weekday(frame: Frame, month: int, day: int, weekday: int) -> tuple[int, int]:
    """Month and day as they are, or the other way round where only that falls on the weekday."""
    falls = [found is not None and found.first.weekday() == weekday
             for found in (frame.date(month, day), frame.date(day, month))]  # fmt: skip
    return (day, month) if falls == [False, True] else (month, day)


def _beside_day(match: re.Match[str], frame: Frame, name: str) -> Part | None:
    """8.15 on Monday is a time of day and 10-12 a range, unless one of the dates that it may be falls on that day."""
    first, second = int(match[1]), int(match[2])
    wanted = frame.weekday(WEEKDAYS[name]) if name in WEEKDAYS else frame.day(name == "tomorrow")
    for month, day in ((first, second), (second, first)):
        found = frame.date(month, day)
        is_near = found is not None and found.first - frame.today <= _NEAR  # Thursday 10-12 is no day in December
        if found is not None and is_near and found.first.weekday() == wanted.first.weekday() and name in WEEKDAYS:
            return _part(match, found)
        if found is not None and found.first == wanted.first:
            return _part(match, found)
    if "-" in match[0]:
        hours = (Clock(hour, is_open=1 <= hour <= 12) for hour in (first, second))
        return Part(match.start(), match.end(), (next(hours), Through(next(hours))), is_weak=True)
    return _dotted_clock(match)


def _dotted_clock(match: re.Match[str], *, is_weak: bool = True) -> Part:
    hour, minute = int(match[1]), int(match[2])
    clock = Clock(hour, minute, is_open=1 <= hour <= 12, grain=Grain.MINUTE)
    return Part(match.start(), match.end(), (clock,), is_weak=is_weak)


def _begins_chinese_plan(match: re.Match[str]) -> bool:
    """10.15交材料: a date soon, else perhaps a time; 12.8一斤 is a price."""
    is_first = not match.string[: match.start()].strip()
    return is_first and len(match[2]) == 2 and HAPPENS.match(match.string, match.end()) is not None


def _is_at_edge(match: re.Match[str]) -> bool:
    """Whether a date that is certain by its numbers begins the line before a word, or ends it."""
    before, after = match.string[: match.start()].strip(), match.string[match.end() :]
    return (not before and _WORD_BEHIND.match(after) is not None) or (bool(before) and not after.strip(" .!,"))


def _clock(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
    if hour > 24 or minute > 59 or second > 59 or (hour == 24 and minute):
        return None
    if _NO_CLOCK_BEFORE.search(match.string, max(0, match.start() - 14), match.start()):
        return None
    if _NO_CLOCK_AFTER.match(match.string, match.end()):
        return None
    meridiem = match[4] or match[7]
    is_open = (1 <= hour <= 12 and len(match[1]) < 2) or 10 <= hour <= 12
    clock = Clock(hour, minute, second, is_open=is_open, grain=Grain.SECOND if match[3] else Grain.MINUTE)
    begins = with_meridiem(clock, meridiem)
    if match[5] is None or int(match[5]) > 24 or int(match[6]) > 59:
        return Part(match.start(), match.end(), (begins,))
    last = Clock(int(match[5]), int(match[6]), is_open=begins.is_open, grain=clock.grain)
    return Part(match.start(), match.end(), (begins, Through(with_meridiem(last, match[7]))))


def with_meridiem(clock: Clock, meridiem: str | None) -> Clock:
    """The clock time before noon ("a") or after it ("p"); as it is without either."""
    if meridiem is None or clock.hour > 12:
        return clock
    hour = clock.hour % 12 + (12 if meridiem == "p" else 0)
    return Clock(hour, clock.minute, clock.second, is_open=False, grain=clock.grain)


@cache
def digit_rules() -> tuple[Finder, ...]:
    """The rules of times in digits."""
    return (
        Finder(_ISO, _iso, (JOINED,)),
        Finder(_YEAR_FIRST, _year_first, (JOINED,)),
        Finder(_YEAR_LAST, _year_last, (JOINED,)),
        Finder(_YEAR_MONTH, _year_month, (JOINED,)),
        Finder(_SHORT, _short, (JOINED,)),
        Finder(_CLOCK, _clock, (JOINED,)),
    )
