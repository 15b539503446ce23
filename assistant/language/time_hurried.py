"""What people type in a hurry: mtg 1530, lunch sat, 9 till late, now+30min, call back in 5.

A number that is no time by itself becomes one behind the name of something that happens at a time.
"""

from __future__ import annotations

import re
from functools import cache

from assistant.language.patterns import lazy_pattern
from assistant.language.time_clues import (
    AFTERWARDS,
    AM_PM,
    AT,
    DAYTIME,
    DIGIT,
    EARLY,
    FOUR_DIGITS,
    FRACTION,
    IN,
    JOINED,
    NOW,
    NUMBER,
    PRESENT,
    SCHEDULED,
    UNIT,
    WEEKDAY_NAME,
    Finder,
    H,
)
from assistant.language.time_english_clock import HOUR, clock_of, hour_of
from assistant.language.time_english_words import (
    ACTIONS,
    BEHIND_EVENT,
    RIGHT,
    WEEKDAY,
    WEEKDAYS,
    compiled,
    is_after,
    is_followed,
    part,
)
from assistant.language.time_lengths import LENGTH, from_now
from assistant.language.time_parts import Clock, Daytime, Exact, Frame, Grain, Part, Through

_SCHEDULE = (
    "closes|shuts|opens|starts|begins|ends|finishes|leaves|departs|arrives|lands|boards|boarding|doors(?: open)?"
)
_MEETS = lazy_pattern(
    r"^\W*(?:meet|mtg|meeting|call|zoom|sync|stand-?up|interview|appointment|appt|dentist|doctor|gp|physio|vet)"
    r"\b[^\d,]*, $"
)
"""What has a time and no price: coffee, 12.50 does not."""
_PAUSE = r"(?= ?(?:$|[,.;!?)]))"
_FREE = r"(?= ?(?:$|[,.;!?)])| (?:with|w|at|in|on|for)\b)"
_SWITCHES = (
    "call|ring|text|ping|phone|check|leave|go|wake|remind|turn|start|stop|take|be|back|brb|meet|join|reply|switch|try"
    "|ask|come|move|flip|stir|baste|unplug|plug|drain|remove|empty|rinse"
)
_IN_MINUTES = lazy_pattern(rf"^\W*(?:pls |please )?(?:{_SWITCHES})\b[^\d,;.]{{0,30}}$")


_HABITS = {
    "breakfast": (Daytime.EARLY_MORNING, Daytime.MORNING), "lunch": (Daytime.NOON, Daytime.AFTER_LUNCH),
    "dinner": (Daytime.EVENING, Daytime.EVENING), "supper": (Daytime.EVENING, Daytime.EVENING),
    "tea": (Daytime.EVENING, Daytime.EVENING), "bed": (Daytime.NIGHT, Daytime.NIGHT),
    "bedtime": (Daytime.NIGHT, Daytime.NIGHT), "work": (Daytime.EARLY_MORNING, Daytime.AFTER_WORK),
    "school": (Daytime.EARLY_MORNING, Daytime.AFTER_WORK),
}  # fmt: skip
"""What is before and what after the habits of a day."""


@cache
def hurried_rules() -> tuple[Finder, ...]:
    """First thing, in the AM, 0900 beside a day, and what the word before a number makes a time of."""
    return _event_rules() + compiled((
        (r"at lunch", _at_lunch, (DAYTIME, AT)),
        (rf"(?:between|from) {HOUR} ?(?:and|to|-|till|until) ?{HOUR}(?![:.]\d|/|%| ?[ap]\.?m\b)", _hours_weak,
         (DIGIT | NUMBER,)),
        (rf"(?:first|1st) thing(?: in the morning)?(?= (?:on )?(?:tomorrow|tmrw|{WEEKDAY})|{RIGHT})", _first_thing,
         (EARLY,)),
        (r"in the ([ap])\.?m\.?", _half_day, (AM_PM,)),
        (r"(?<=[a-z] )([ap])m(?= ?(?:$|[,.;!?)]))", _half_day_behind, (AM_PM,)),
        (r"(?<=[a-z] )(1?\d|2[0-3])\.([0-5]\d)(?= ?(?:$|[,;!?)]))", _dotted_weak, (JOINED,)),
        (rf"([01]\d|2[0-3])([0-5]\d)(?= {WEEKDAY}{RIGHT})|(?<={'[a-z] '})([01]\d|2[0-3])([0-5]\d)(?= [a-z]|$)",
         _military_weak, (FOUR_DIGITS,)),
    ))  # fmt: skip


def _event_rules() -> tuple[Finder, ...]:
    return compiled((
        (rf"([01]\d|2[0-3])([0-5]\d){_FREE}", _military_event, (FOUR_DIGITS,)),
        (rf"(1?\d)([ap]){_FREE}", _short_meridiem_event, (AM_PM, DIGIT)),
        (rf"(1\d|2[0-3])h{_FREE}", _hour_event, (DIGIT, H)),
        (rf"(?:{_SCHEDULE}) (1[0-2]|[1-9])(?:[:.]([0-5]\d))?{_PAUSE}", _scheduled, (SCHEDULED, DIGIT)),
        (rf"(?<!the )(?<!my )(?<!your )first thing{_PAUSE}", _first_thing_next, (EARLY,)),
        (rf"(sat|sun|wed|mon){_PAUSE}", _weekday_event, (WEEKDAY_NAME,)),
        (r"(sat|sun|wed|mon)(?=: | - )", _weekday_label, (WEEKDAY_NAME,)),
        (rf"(1?\d|2[0-3])\.([0-5]\d){_PAUSE}", _dotted_event, (JOINED,)),
        (r"(1[0-2]|[1-9])(?:[:.]([0-5]\d))? ?(?:till?|until|'til) late", _till_late, (EARLY, DIGIT)),
        (rf"now ?\+ ?({LENGTH})", _from_now, (NOW, UNIT)),
        (rf"in (\d{{1,2}})(?:{_PAUSE}|(?= (?:{ACTIONS})\b))", _in_minutes, (IN, DIGIT)),
        (r"half (1[0-2]|[1-9])(?= (?:at|in|with|w|for|then)\b)", _half_first, (FRACTION, DIGIT)),
        (r"(after) (breakfast|dinner|supper|tea)|(before) (breakfast|lunch|dinner|supper|tea|bed(?:time)?|work|school)",
         _by_habit, (AFTERWARDS,)),
        (r"(?:at )?(?:the )?same time(?! (?:as|every|each)\b)", _same_time, (PRESENT,)),
    ))  # fmt: skip


def _military_event(match: re.Match[str], frame: Frame) -> Part | None:
    """Mtg 1530."""
    del frame
    if match[1] in ("19", "20") or not is_after(match, BEHIND_EVENT):
        return None  # a year
    return part(match, Clock(int(match[1]), int(match[2]), grain=Grain.MINUTE))


def _short_meridiem_event(match: re.Match[str], frame: Frame) -> Part | None:
    """Mtg 3p."""
    del frame
    if not is_after(match, BEHIND_EVENT):
        return None
    return part(match, clock_of(hour_of(match[1] or match[3]), None, match[2] or match[4]))


def _hour_event(match: re.Match[str], frame: Frame) -> Part | None:
    """Dinner 19h; below noon it may be how long."""
    del frame
    return part(match, Clock(int(match[1]))) if is_after(match, BEHIND_EVENT) else None


def _scheduled(match: re.Match[str], frame: Frame) -> Part | None:
    """The library closes 6."""
    del frame
    clock = clock_of(int(match[1]), match[2])
    return None if clock is None else Part(match.start(1), match.end(), (clock,))


def _first_thing_next(match: re.Match[str], frame: Frame) -> Part | None:
    """Ring the council first thing."""
    del frame
    return part(match, Daytime.MORNING)


def _weekday_event(match: re.Match[str], frame: Frame) -> Part | None:
    """Mum's bday sat."""
    return part(match, frame.weekday(WEEKDAYS[match[1]])) if is_after(match, BEHIND_EVENT) else None


def _weekday_label(match: re.Match[str], frame: Frame) -> Part | None:
    """Sat: car boot sale."""
    return None if match.string[: match.start()].strip() else part(match, frame.weekday(WEEKDAYS[match[1]]))


def _dotted_event(match: re.Match[str], frame: Frame) -> Part | None:
    """Meet Olu by the fountain, 12.45: at the end of a line that begins with who meets or what happens."""
    del frame
    if _MEETS.match(match.string[: match.start()]) is None:
        return None
    return part(match, clock_of(int(match[1]), match[2]))


def _till_late(match: re.Match[str], frame: Frame) -> Part | None:
    """A party from 9 till late."""
    del frame
    return part(match, clock_of(int(match[1]), match[2], "p"))


def _from_now(match: re.Match[str], frame: Frame) -> Part | None:
    return part(match, from_now(frame, match[1], 1))


def _in_minutes(match: re.Match[str], frame: Frame) -> Part | None:
    """Call back in 5, in 30 take the bread out: minutes."""
    before = match.string[: match.start()]
    is_order = _IN_MINUTES.match(before) is not None if before.strip() else match.end() < len(match.string)
    minutes = int(match[1])
    return part(match, Exact(frame.later(minutes=minutes), Grain.MINUTE)) if is_order and minutes > 1 else None


def _half_first(match: re.Match[str], frame: Frame) -> Part | None:
    """Half 8 at the pub: at the beginning of the line."""
    del frame
    return None if match.string[: match.start()].strip() else part(match, clock_of(int(match[1]), 30))


def _by_habit(match: re.Match[str], frame: Frame) -> Part | None:
    """Ring Mum after tea, pills before bed; an after dinner speech is none."""
    del frame
    before, after = _HABITS[match[2] or match[4]]
    return part(match, before if match[3] else after) if is_followed(match) else None


def _same_time(match: re.Match[str], frame: Frame) -> Part | None:
    """Tomorrow, same time: beside a day."""
    return part(match, Clock(frame.now.hour, frame.now.minute, grain=Grain.MINUTE), is_weak=True)


def _at_lunch(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    return part(match, Daytime.NOON)


def _hours_weak(match: re.Match[str], frame: Frame) -> Part | None:
    """Between 8 and 10: beside a day."""
    del frame
    first, last = clock_of(hour_of(match[1]), None), clock_of(hour_of(match[2]), None)
    if first is None or last is None or not is_followed(match):
        return None
    return part(match, first, Through(last), is_weak=True)


def _first_thing(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    return part(match, Daytime.MORNING, is_weak="morning" not in match[0])


def _half_day(match: re.Match[str], frame: Frame) -> Part | None:
    """In the AM."""
    del frame
    return part(match, Daytime.MORNING if match[1] == "a" else Daytime.AFTERNOON)


def _half_day_behind(match: re.Match[str], frame: Frame) -> Part | None:
    """Mon am: of a day that stands before it."""
    del frame
    return part(match, Daytime.MORNING if match[1] == "a" else Daytime.AFTERNOON, is_weak=True)


def _dotted_weak(match: re.Match[str], frame: Frame) -> Part | None:
    """Tomorrow 12.30: beside a day."""
    del frame
    return part(match, clock_of(int(match[1]), match[2]), is_weak=True)


def _military_weak(match: re.Match[str], frame: Frame) -> Part | None:
    """0900 Monday: beside a day; a year is none."""
    del frame
    hour, minute = match[1] or match[3], match[2] or match[4]
    if hour in ("19", "20"):
        return None
    return part(match, Clock(int(hour), int(minute), grain=Grain.MINUTE), is_weak=True)
