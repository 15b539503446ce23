"""Times in everyday text, English and Chinese, alone or mixed: spans with the instant each of them means.

Two steps. The grammar files find parts (a day, a clock time, a part of the day, a distance from now). Here parts that
stand side by side, with nothing but a connecting word between them, are joined and settled into one reading. A weak
part ("sat", 三点, 15号) counts only when it is joined with another. Everything is linear in the length of the text, and
only its first line is read. Text in double quotes, addresses and #tags are not read at all. What repeats becomes one
reading with its rule; the time of day may stand elsewhere in the line ("every Monday stand-up at 9").
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache

from assistant.domain.item import TimeSpan
from assistant.language.detect import has_han
from assistant.language.patterns import lazy_pattern
from assistant.language.telling import is_timetable, is_told
from assistant.language.time_apart import on_both, repeated, together
from assistant.language.time_bounds import bounds, is_deadline, moved_bounds, with_deadline
from assistant.language.time_chains import Chain, chained
from assistant.language.time_chinese import chinese_rules
from assistant.language.time_chinese_habits import chinese_habit_rules
from assistant.language.time_clues import Finder, can_match, clues_of, parts_of
from assistant.language.time_digits import digit_rules
from assistant.language.time_english import english_rules, sure_of_weekday
from assistant.language.time_exceptions import find_exceptions
from assistant.language.time_holidays import holiday_rules
from assistant.language.time_parts import (
    Clock,
    Days,
    Exact,
    Frame,
    Grain,
    Lasting,
    Part,
    Repeating,
    Stretch,
    Zone,
    add_months,
    first_of,
    holds,
)
from assistant.language.time_places import place_rules
from assistant.language.time_places_chinese import chinese_place_rules
from assistant.language.time_reading import Reading, with_hint, word_before
from assistant.language.time_recurring import with_repeats
from assistant.language.time_repeats_chinese import chinese_repeat_rules
from assistant.language.time_repeats_english import english_repeat_rules
from assistant.language.time_rule import is_followed_rule
from assistant.language.time_seasons import season_rules
from assistant.language.time_settle import settle
from assistant.language.time_stretches import stretch_rules
from assistant.language.time_text import BLANK, readable
from assistant.language.time_weekday_lists import weekday_list_rules
from assistant.language.time_zones import in_zone, zone_rules

READ_CHARACTERS = 2_000
"""How much of the first line is read for times."""

_NOUN = lazy_pattern(r"(?:lunch|night) (?=\S)")
_AFTER = lazy_pattern(
    r"的?(?:之前|以前|前|之后|以后|后|左右|那天|当天|的时候)(?![面台往后进端景途来]|续集)|的?截止|为止|之内|以内"
    r"| ?deadline(?![a-z])|的| at the latest"
)


def find_times(
    text: str,
    now: datetime,
    *,
    morning_hour: int = 9,
    evening_hour: int = 18,
    is_day_first: bool = False,
    is_past: bool = False,
) -> list[Reading]:
    """All times in the first line of `text`, in order, past ones too. `now` is aware, in the user's zone.

    Never raises on any text. A recurrence ("every Monday") is one reading; other days named in its line are still read.
    With `is_past` a bare weekday or date is the last one and not the next.
    """
    line = _first_line(text)
    if not line.strip():
        return []
    now = now if now.tzinfo is not None else now.replace(tzinfo=UTC)
    frame = Frame(now, morning_hour, evening_hour, is_day_first, is_past)
    folded = readable(line)
    parts = _parts(folded, line, frame)
    if not parts:
        return []
    left_out = None
    if any(isinstance(value, Repeating) for part in parts for value in part.values):
        left_out = find_exceptions(folded)
        if left_out is not None:  # its days are no days of their own
            folded = folded[: left_out.start] + BLANK * (left_out.end - left_out.start) + folded[left_out.end :]
            parts = _parts(folded, line, frame)
    try:
        chains = chained(parts, folded, frame.today)
    except (OverflowError, ValueError):  # a distance beyond the calendar
        return []
    readings = [reading for chain in chains if (reading := _read_safely(chain, folded, frame)) is not None]
    if any(isinstance(value, Repeating) for chain in chains for value in chain.values):
        return with_repeats(chains, readings, folded, frame, left_out)
    return readings


def find_past(text: str, now: datetime) -> tuple[datetime, datetime, str] | None:
    """The first days that a question about the past names: where they begin, their exclusive end, and their words."""
    try:
        readings = find_times(text, now, is_past=True)
        reading = next((reading for reading in readings if reading.has_day and not reading.rrule), None)
        return None if reading is None else (*_whole_days(reading), text[reading.start : reading.end])
    except (ArithmeticError, ValueError, LookupError, RecursionError):
        return None


def _whole_days(reading: Reading) -> tuple[datetime, datetime]:
    """From the midnight before a time to the one after it, by its grain."""
    begins = reading.begins.replace(hour=0, minute=0, second=0, microsecond=0)
    months = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.YEAR: 12}.get(reading.grain)
    if reading.ends is not None:
        last = (reading.ends - timedelta(microseconds=1)).date()
    elif months is not None:
        last = add_months(begins.date(), months) - timedelta(days=1)
    else:
        last = begins.date() + timedelta(days=6 if reading.grain is Grain.WEEK else 0)
    return begins, begins.replace(year=last.year, month=last.month, day=last.day) + timedelta(days=1)


def find_time(text: str, now: datetime, *, morning_hour: int = 9, evening_hour: int = 18) -> TimeSpan | None:
    """The first time still ahead: when a task with this text is due. None when the text names none.

    In a line that tells what happened ("met Anna at 3", 昨天…) a clock time without a day is not ahead of anybody.
    A fault of the grammar costs the time of a line and never the line: it reads as one without a time.
    """
    try:
        return _find_time(text, now, morning_hour, evening_hour)
    except (ArithmeticError, ValueError, LookupError, RecursionError):
        return None


def _find_time(text: str, now: datetime, morning_hour: int, evening_hour: int) -> TimeSpan | None:
    readings = find_times(text, now, morning_hour=morning_hour, evening_hour=evening_hour)
    if not readings:
        return None
    line = readable(_first_line(text))

    def read(line: str) -> list[Reading]:
        return find_times(line, now, morning_hour=morning_hour, evening_hour=evening_hour)

    readings = on_both(repeated(together(readings, line, read), line, read), line, now)
    instant = now.timestamp()  # datetimes of one zone would compare by their wall times, which a fold doubles
    ahead = [reading for reading in readings if reading.at.timestamp() > instant and not _is_idle(reading)]
    if any(reading.at.timestamp() < instant and reading.has_day for reading in readings):
        ahead = [reading for reading in ahead if reading.has_day]
    if not ahead:
        return None
    told_apart = (reading for reading in ahead if not _is_over(reading, line))
    first = next(told_apart, None)
    if first is None:
        return None
    found = next((reading for reading in told_apart if not reading.is_vague), first) if first.is_vague else first
    if found.rrule.startswith("FREQ=SECONDLY"):
        return None  # nobody wants to be reminded every second
    rrule = found.rrule if is_followed_rule(found.rrule) else ""
    return TimeSpan(
        _begins(found, line),
        found.end,
        round(found.at.timestamp() * 1000),
        found.has_clock,
        rrule,
        repeats_after_done=found.repeats_after_done,
        except_days=found.except_days,
        is_deadline=found.is_deadline,
        is_absolute=found.is_absolute,
        zone=found.zone if rrule else "",
        beside=found.beside,
    )


def _begins(reading: Reading, line: str) -> int:
    """Where the words of a time begin: lunch on Monday, a date night on Friday are something to do, and no time."""
    noun = _NOUN.match(line, reading.start, reading.end)
    return reading.start if noun is None else noun.end()


def _is_over(reading: Reading, line: str) -> bool:
    """Whether its sentence tells what happened: "got there by 9"; 月底前把房租交了 is still to be done."""
    is_repeating = bool(reading.rrule)
    if (is_repeating or not reading.has_day) and is_timetable(line, reading.start, is_repeating=is_repeating):
        return True
    return not (reading.is_deadline and reading.has_day) and is_told(line, reading.start, reading.end)


def _is_idle(reading: Reading) -> bool:
    return reading.grain is Grain.YEAR or reading.is_duration


def _first_line(text: str) -> str:
    """The first line with something on it, at its own offset: what precedes it is kept as spaces."""
    start = text[:READ_CHARACTERS]
    blank = len(start) - len(start.lstrip())
    end = start.find("\n", blank)
    return " " * blank + start[blank : end if end >= 0 else len(start)]


@lru_cache(maxsize=512)
def _finders(clues: int) -> tuple[Finder, ...]:
    """The rules that can match a text with these clues, in the order in which they win."""
    return tuple(finder for finder in all_finders() if can_match(finder, clues))


@cache
def all_finders() -> tuple[Finder, ...]:
    """All rules of the grammar; of two that match the same words the earlier wins."""
    return (
        *english_repeat_rules(),
        *chinese_repeat_rules(),
        *weekday_list_rules(),
        *stretch_rules(is_chinese=False),
        *place_rules(),
        *chinese_place_rules(),
        *season_rules(),
        *stretch_rules(is_chinese=True),
        *digit_rules(),
        *zone_rules(),
        *holiday_rules(),
        *english_rules(),
        *chinese_rules(),
        *chinese_habit_rules(),
    )


def _parts(folded: str, line: str, frame: Frame) -> list[Part]:
    """Parts that do not overlap, in order; of those that begin together the longest."""
    found = [
        sure_of_weekday(part, folded, line) if part.is_weak else part
        for finder in _finders(clues_of(folded))
        for part in parts_of(finder, folded, frame)
    ]
    if len(found) < 2:
        return found
    found.sort(key=lambda part: (part.start, -part.end, part.is_weak))
    kept: list[Part] = []
    for part in found:
        if not kept or part.start >= kept[-1].end:
            kept.append(part)
        elif kept[-1].is_weak and not part.is_weak and part.end > kept[-1].end:
            kept[-1] = part
    return kept


def _read_safely(chain: Chain, folded: str, frame: Frame) -> Reading | None:
    try:
        return _read(chain, folded, frame)
    except (OverflowError, ValueError):  # year 10000, year 0
        return None


def _read(chain: Chain, folded: str, frame: Frame) -> Reading | None:
    if not _counts(chain, folded):
        return None
    values = with_hint(chain.values, folded)
    if all(isinstance(value, Lasting) for value in values):
        return _duration(chain, frame)
    settled = settle(values, frame)
    if settled is None:
        return None
    before = word_before(folded, chain.start, chain.floor)
    after = _AFTER.match(folded, chain.end)
    if after is not None and after.end() > chain.limit:
        after = None  # 明天后天 are two days, not one and a word behind it
    has_day = holds(values, Days, Exact, Stretch)
    zone = first_of(values, Zone)
    named = bounds(values, settled, frame, is_chinese=has_han(folded))
    if zone is not None:
        settled, named = in_zone(settled, zone, frame, has_day=has_day), moved_bounds(named, zone, frame)
    end = after.end() if after else chain.end
    if "(" in folded[chain.start : end] and folded.startswith(")", end):
        end += 1
    words = folded[before.start() if before else chain.start : end]
    if before is not None or after is not None or (words.startswith("by ") and not settled.has_clock):
        settled, named = with_deadline(words, settled, named, values, frame)
    return Reading(
        before.start() if before else chain.start,
        end,
        settled.at,
        named.begins if named is not None else settled.begins,
        named.grain if named is not None else settled.grain,
        settled.has_clock,
        has_day,
        is_vague=not has_day and not holds(values, Clock),
        is_weekday=any(isinstance(value, Days) and value.is_weekday for value in values),
        ends=named.ends if named is not None else None,
        last_grain=named.last if named is not None else None,
        is_deadline=is_deadline(words),
        is_absolute=zone is not None or holds(values, Exact),
        confidence=0.7 if chain.is_weak else 0.9 if chain.count == 1 else 1.0,
    )


def _counts(chain: Chain, folded: str) -> bool:
    """Whether a chain names a time by itself: not a recurrence, no zone without a clock time, nothing weak alone."""
    if holds(chain.values, Repeating):
        return False
    has_zone = holds(chain.values, Zone)
    if has_zone and not holds(chain.values, Clock):
        return False
    is_whole_line = not (folded[: chain.start] + folded[chain.end :]).strip(" .,，。!！?？")
    return not chain.is_weak or chain.count > 1 or is_whole_line


def _duration(chain: Chain, frame: Frame) -> Reading:
    """How long something takes is no time at which to remind."""
    grain = next(value.grain for value in chain.values if isinstance(value, Lasting))
    now = frame.now
    return Reading(chain.start, chain.end, now, now, grain, has_clock=False, has_day=False, is_duration=True)
