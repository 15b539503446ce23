"""What other words keep apart: "Friday dinner with Bob at 7", 下周二高铁G102 08:15出发, "monthly report on the 3rd".

A day and a time of day are one time when the line names one of each and no clause ends between them; so is a day that
an adjective before it repeats.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from assistant.language.patterns import lazy_pattern
from assistant.language.time_parts import Grain, add_months
from assistant.language.time_reading import Reading

_CLAUSE_ENDS = lazy_pattern(r"[,，;；。.!！?？、](?!\d)|\b(?:then|and|but|or)\b|然后|再|并")
_MOST_APART = 60
_DESCRIBES = lazy_pattern(r"\b(?:the|a|an|my|his|her|our|their|that|this) $|[那这]班? ?$")
_HOW_OFTEN = lazy_pattern(rf"\b(weekly|fortnightly|biweekly|monthly|quarterly|yearly)\b(?=[ \w'-]{{1,{_MOST_APART}}}$)")

_EACH_YEAR = lazy_pattern(r"\b(?:annual|annually|yearly)\b(?! (?:leave|pass|ticket|income|salary|rate|fee))|一年一度")
_AND = lazy_pattern(r" ?(?:,? and(?: on)?(?: the)?|&|和|跟|及|与|、) ?")
_MOST_DAYS_BETWEEN = 366
_DAY_NUMBER = lazy_pattern(r"(?:on )?(?:the )?\d{1,2}(?:st|nd|rd|th)|[\d一二三四五六七八九十廿]{1,3}[日号]")
_BEGINS = lazy_pattern(
    r"[,，;；] ?(?:the )?(?:doors?|gates?|starts?|begins?|kick-?off|boarding|departs?|arrives?|leaves)"
    r"(?: (?:open|opens|close|closes|up|is|at))* ?$"
)
_PAUSE = lazy_pattern(r"[,，;；] ?$")
_BEGINS_BEHIND = lazy_pattern(
    "(?:准时)?(?:入场|进场|开场|开演|开席|开始|开赛|出发|集合|起飞|发车|检票|到场|登机|报到|签到)"
)

ReadAgain = Callable[[str], "list[Reading]"]
"""Reads a line for its times."""


def together(readings: list[Reading], folded: str, read: ReadAgain) -> list[Reading]:
    """The readings, a day and a time of day made one where they belong together."""
    readings = _once_a_day(readings)
    days = [reading for reading in readings if _is_bare_day(reading) or _is_part_of_day(reading)]
    clocks = [reading for reading in readings if _is_bare_clock(reading)]
    if len(days) != 1 or len(clocks) != 1 or any(each.has_day and each is not days[0] for each in readings):
        return readings
    day, clock = days[0], clocks[0]
    first, last = sorted((day, clock), key=lambda reading: reading.start)
    between = folded[first.end : last.start]
    is_one = _is_of_event(folded, between, last) or _is_alone_behind(folded, between, last)
    if len(between) > _MOST_APART or (_CLAUSE_ENDS.search(between) and not is_one):
        return readings
    rest = f"{folded[: first.start]} {between} {folded[last.end :]}"
    day_words = folded[day.start : day.end].strip().removesuffix("'s")
    words = f"{day_words} {folded[clock.start : clock.end].strip().lstrip('到于')}"
    joined = next((each for each in read(f"{words} \x00 {rest}") if each.start == 0), None)
    if joined is None or not joined.has_clock or not joined.has_day or joined.at < min(day.at, clock.at):
        return readings
    if day.has_clock and (_DESCRIBES.search(between) or not _is_within(joined, day)):
        return readings
    one = replace(joined, start=day.start, end=day.end, beside=((clock.start, clock.end),))
    return [one if reading is day else reading for reading in readings if reading is not clock]


def _is_yearly(day: Reading, folded: str) -> bool:
    """Whether an adjective says that a day or a month comes every year: the annual checkup in May."""
    is_named = day.grain is Grain.MONTH or _is_bare_day(day)
    if not is_named or day.rrule or day.is_deadline or day.is_weekday or not day.has_day or day.ends is not None:
        return False
    how = _EACH_YEAR.search(folded, 0, day.start)
    return how is not None and _CLAUSE_ENDS.search(folded, how.end(), day.start) is None


def _is_of_event(folded: str, between: str, clock: Reading) -> bool:
    """Whether a clause says when what is on that day begins: "concert on the 23rd, doors 19:30", 19:30入场."""
    has_clock_last = clock.has_clock and not clock.has_day
    begins = _BEGINS.search(between) or (_PAUSE.search(between) and _BEGINS_BEHIND.match(folded, clock.end))
    return has_clock_last and len(_CLAUSE_ENDS.findall(between)) == 1 and begins is not None


def _is_alone_behind(folded: str, between: str, last: Reading) -> bool:
    """Whether nothing but a day or a time follows a comma: 早八点体检，后天; lunch on Sunday with Gran, 1 o'clock."""
    is_last = not folded[last.end :].strip(" .。!！")
    return is_last and len(_CLAUSE_ENDS.findall(between)) == 1 and _PAUSE.search(between) is not None


def repeated(readings: list[Reading], folded: str, read: ReadAgain) -> list[Reading]:
    """The readings, a single day made a recurrence where "monthly … on the 3rd", "weekly … on Friday" says so."""
    if len(readings) == 1 and _is_yearly(readings[0], folded):
        return [replace(readings[0], rrule="FREQ=YEARLY")]
    if len(readings) != 1 or not _is_bare_day(readings[0]):
        return readings
    day = readings[0]
    how = _HOW_OFTEN.search(folded, 0, day.start)
    words = folded[day.start : day.end].strip()
    if how is None or not words.startswith("on ") or _CLAUSE_ENDS.search(folded, how.end(), day.start):
        return readings
    again = next((each for each in read(f"{how[1]} {words}") if each.start == 0), None)
    if again is None or not again.rrule:
        return readings
    return [replace(again, start=day.start, end=day.end)]


def on_both(readings: list[Reading], folded: str, now: datetime) -> list[Reading]:
    """The readings, two days of one line made one that comes twice: on Monday and Tuesday at 9, 3号和5号."""
    if len(readings) != 2 or not _AND.fullmatch(folded, readings[0].end, readings[1].start):
        return readings
    first, second = readings
    if not all(_is_day(each) for each in readings) or (
        first.has_clock and second.has_clock and first.at.time() != second.at.time()
    ):
        return readings
    clock = first.at if first.has_clock or not second.has_clock else second.at
    at = first.at.replace(hour=clock.hour, minute=clock.minute, second=clock.second)
    days = (_second_day(first, second, folded) - first.at.date()).days
    if not 1 <= days <= _MOST_DAYS_BETWEEN or at.timestamp() <= now.timestamp():
        return readings
    rrule = "FREQ=DAILY;COUNT=2" if days == 1 else f"FREQ=DAILY;INTERVAL={days};COUNT=2"
    has_clock = first.has_clock or second.has_clock
    return [replace(first, end=second.end, at=at, begins=at, has_clock=has_clock, rrule=rrule)]


def _second_day(first: Reading, second: Reading, folded: str) -> date:
    """The second of two days: Thursday comes after Monday, and the 5th has the month of 3 January before it."""
    day = second.at.date()
    if _DAY_NUMBER.fullmatch(folded, second.start, second.end):
        month = add_months(first.at.date().replace(day=1), 0 if day.day > first.at.day else 1)
        same = month + timedelta(days=day.day - 1)
        return same if same.month == month.month else day
    return day + timedelta(days=7) if second.is_weekday and day < first.at.date() else day


def _is_day(reading: Reading) -> bool:
    is_exact = (reading.grain is Grain.DAY or reading.has_clock) and reading.ends is None
    is_single = reading.has_day and not reading.rrule and not reading.is_deadline
    return is_single and (is_exact or _is_part_of_day(reading))


def _once_a_day(readings: list[Reading]) -> list[Reading]:
    """Without a day that the line names again together with its time: "Christmas dinner Dec 25 1:30pm"."""
    timed = {each.at.date() for each in readings if each.has_day and each.has_clock and not each.rrule}
    return [each for each in readings if not (_is_bare_day(each) and each.at.date() in timed)]


def _is_part_of_day(reading: Reading) -> bool:
    """Tomorrow afternoon, Friday lunch: a time of day behind it says when."""
    if not (reading.has_day and reading.has_clock) or reading.ends is None or reading.rrule or reading.is_deadline:
        return False
    lasts = reading.ends - reading.begins
    return reading.grain is Grain.HOUR and reading.last_grain is None and lasts < timedelta(days=1)


def _is_within(joined: Reading, day: Reading) -> bool:
    return day.ends is not None and day.begins <= joined.begins < day.ends


def _is_bare_day(reading: Reading) -> bool:
    is_whole = reading.grain is Grain.DAY and reading.ends is None and not reading.rrule
    return reading.has_day and not reading.has_clock and is_whole and not reading.is_deadline


def _is_bare_clock(reading: Reading) -> bool:
    has_time = reading.has_clock and not reading.is_vague and reading.ends is None
    return has_time and not reading.has_day and not reading.rrule and not reading.is_duration
