"""English times of day and distances: 3pm, half past three, noon, in the evening, in an hour and a half."""

from __future__ import annotations

import re
from functools import cache

from assistant.language.numbers import ENGLISH_WORD, english_number
from assistant.language.patterns import lazy_pattern
from assistant.language.time_clues import (
    AFTERWARDS,
    AM_PM,
    AT,
    DAYTIME,
    DIGIT,
    FOUR_DIGITS,
    FRACTION,
    IN,
    JOINED,
    LATER,
    NEAR,
    NOON,
    NOW,
    NUMBER,
    OCLOCK,
    PAST,
    PRESENT,
    UNIT,
    Finder,
    H,
)
from assistant.language.time_digits import MERIDIEM, with_meridiem
from assistant.language.time_english_words import (
    DAYTIMES,
    RIGHT,
    WEEKDAY,
    WEEKDAYS,
    compiled,
    is_after,
    is_bound,
    is_followed,
    part,
)
from assistant.language.time_lengths import LENGTH, from_now
from assistant.language.time_parts import (
    Clock,
    Days,
    Daytime,
    Exact,
    Frame,
    Grain,
    Part,
    Through,
    Times,
)

HOUR = rf"(\d{{1,2}}|{ENGLISH_WORD})"
"""A regular expression for an hour in digits or words, its group."""

_LISTED = r"\d{1,2}(?::[0-5]\d)?(?: ?[ap]\.?m\.?)?"
_NOT_MORE = r"(?![:.]\d|/|%| ?[ap]\.?m\b)(?!(?<=at one) with)"
_NOT_A_TIME_BEFORE = lazy_pattern(
    r"\b(?:look(?:s|ed|ing)?|star(?:e|ed|ing)|aim(?:s|ed)?|pric(?:ed|e)|valued|capped|rat(?:ed|e)|ranked|aged?|level"
    r"|least|most|battery|volume|thermostat|temperature|brightness|stands|stood|score[ds]?|good|laugh(?:ed)?|point(?:s|ed)?|set|stays?|stuck|gate|room|chapter|page"
    r"|version)\s$"
)
_NIGHT_OF = lazy_pattern(r"\b(?:movie|film|date|game|games|quiz|trivia|poker|pizza|parents'?|curry|karaoke|opening) $")
_HOW_MANY = lazy_pattern(r"\b(?:seconds|minutes|hours|days|weeks|months|times|once|twice)\s$")
_NUMBERED = lazy_pattern(
    r"\b(?:chapters?|pages?|lessons?|units?|rooms?|gate|contract|invoice|exercises?|questions?|episodes?|parts?|volumes?"
    r"|season|grade|levels?|version|floors?|platform|apartment|flat|building|case|ticket|steps?)\s$"
)
_TOLD_APART = lazy_pattern(r" (?:tomorrow|tonight|this \w+|in the \w+)(?: \w+)? (?:at |@ ?)\d")
_COUNTED = lazy_pattern(
    r" ?(?:%|per|each|percent|dollars?|euros?|pounds?|usd|eur|gbp|yuan|cents?|million|billion|thousand|points?|stars?"
    r"|km|kg|miles?|met(?:er|re)s?|volts?|degrees?)\b|\d| ?[$€£¥%]"
)
_SINGLE = "(?:one|two|three|four|five|six|seven|eight|nine)"


@cache
def clock_rules() -> tuple[Finder, ...]:
    """The rules of times of day and distances."""
    to = r"\s?(?:-|to|until|untill|till)\s?"
    about, oclock = "(?:about |around |another |exactly |just )?", "(?: ?o'?clock| o clock)"
    minute = (
        "(?:[ -](?:at )?((?:zero|oh|ou|o)[ -]" + _SINGLE + "|(?:twenty|thirty|forty|fifty)(?:[ -]" + _SINGLE + ")?"
        "|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)|(?<=\\d) ([0-5]\\d))"
    )
    past = (
        rf"(half|(?:a )?quarter|{ENGLISH_WORD}(?: min(?:ute)?s?)?|\d{{1,2}}(?: min(?:ute)?s?)?)"
        " (past|after|to|before|till|from) "
    )
    return compiled((
        (rf"(?:in|after) {about}({LENGTH})(?: more(?= |-))?(?: time)?", _offset, (UNIT, IN | PAST)),
        (r"in (\d{1,3}) ?(?:'|′|(\"|″))", _offset_primes, (IN, DIGIT)),
        (rf"({LENGTH}) (from now|from today|from right now|hence|later|from (tomorrow)|from ({WEEKDAY})|ago|back)",
         _offset_from, (UNIT, LATER)),
        (r"at (?:the|this) (?:present )?(?:moment|time|minute)|at present", _now, (AT, PRESENT)),
        (r"(at |@ ?|around |about |for )?(1[0-2]|0?[1-9])([0-5]\d)\s?([ap])\.?m\.?", _clock_joined, (AM_PM, DIGIT)),
        (r"(?:at |@ ?)(\d{1,2})\.([0-5]\d)", _clock_dotted, (AT, JOINED)),
        (rf"(at |by |around )?half {HOUR}(?: ?o'?clock)?(?:{MERIDIEM})?", _clock_half, (FRACTION, DIGIT | NUMBER)),
        (rf"(at |@ ?)?{HOUR}(?:[:.](\d\d)|{minute})?{oclock}?(?:ish(?![a-z]))?(?: in the)?{MERIDIEM}",
         _clock_meridiem, (AM_PM, DIGIT | NUMBER)),
        (rf"(between |from )?{HOUR}(?::(\d\d))?(?:{MERIDIEM})?(?:{to}|( and )){HOUR}(?::(\d\d))?{MERIDIEM}",
         _clock_range, (AM_PM, DIGIT | NUMBER)),
        (rf"(at |@ ?|by |around |before |b4 |after |until |till |from )?{HOUR}{minute}?({oclock})?(ish)?( sharp)?"
         rf"{_NOT_MORE}",
         _clock_bare, (DIGIT | NUMBER, AT | OCLOCK | NUMBER)),
        (rf"(?:at |@ ?){_LISTED}(?:(?:, ?(?:and )?| and | & )(?:at )?{_LISTED}){{1,11}}", _clock_list, (DIGIT, AT)),
        (rf"(tomorrow|today|tonight|tmrw?) {HOUR}(?![:.]\d|/|%| ?[ap]\.?m\b)", _clock_after_day,
         (DIGIT | NUMBER, NEAR)),
        (rf"{HOUR}(?= (?:tomorrow|tonight|(?:this|in the) (?:morning|afternoon|evening)){RIGHT})",
         _clock_weak, (DIGIT | NUMBER, NEAR | DAYTIME)),
        (r"(?:at |@ ?|from )?(\d{1,2})h(\d\d)? ?(?:-|to|until) ?(\d{1,2})h(\d\d)?"
         r"|(?:at |@ ?)(\d{1,2})h(\d\d)?|(\d{1,2})h(\d\d)?", _clock_h, (DIGIT, H)),
        (rf"(at |by |@ ?|for )?{past}(?:{HOUR}|(noon|midday|midnight))({oclock}|(?<=\d)h(?![a-z0-9]))?(?:{MERIDIEM})?",
         _clock_past, (PAST, DIGIT | NUMBER | FRACTION)),
        (r"(at |by |before |until |till |around )?(?:12 )?(noon|midday|mid day|mid ?night|lunchtime)(?:ish)?",
         _named_clock, (NOON,)),
        (r"at ([01]\d|2[0-3])([0-5]\d)(?: ?(?:hours|hrs|h))?", _clock_military, (FOUR_DIGITS, AT)),
        (r"([01]\d|2[0-3])([0-5]\d) ?(?:hours|hrs)", _clock_military, (FOUR_DIGITS, UNIT)),
        (rf"(?:at |around )?this time(?= (?:tomorrow|on|next|{WEEKDAY}))", _this_time, (PRESENT,)),
        (rf"(in the |this |early |late |at )?(early |late )?({'|'.join(DAYTIMES)})(?:ish)?", _daytime, (DAYTIME,)),
        (r"after (lunch|work|school)(?! (?:break|box|hour|experience|permit|life|trip|club|menu|order|out))",
         _afterwards, (AFTERWARDS,)),
        (r"right now|(?<!from )now", _now, (NOW,)),
    ))  # fmt: skip


def _offset(match: re.Match[str], frame: Frame) -> Part | None:
    if match[1] in ("a second", "a sec", "a minute") and not match[0].startswith(("in about", "in a minute")):
        return None  # "back in a second" is no distance
    if match[0].startswith("after") and not is_followed(match):
        return None
    if match[1].startswith(("a ", "an ")) and is_after(match, _HOW_MANY):
        return None  # 24 hours in a day
    return part(match, from_now(frame, match[1], 1))


def _offset_primes(match: re.Match[str], frame: Frame) -> Part | None:
    seconds = int(match[1]) * (1 if match[2] else 60)
    return part(match, Exact(frame.later(seconds=seconds), Grain.SECOND if match[2] else Grain.MINUTE))


def _offset_from(match: re.Match[str], frame: Frame) -> Part | None:
    """From now, from tomorrow, from Friday, or ago."""
    if match[2] in ("ago", "back"):
        return part(match, from_now(frame, match[1], -1))
    start = frame.day(1) if match[3] else frame.weekday(WEEKDAYS[match[4]]) if match[4] else None
    value = from_now(frame, match[1], 1)
    if start is None:
        return part(match, value)
    if not isinstance(value, Days):
        return None
    day = value.first + (start.first - frame.today)
    return part(match, Days(day, day))


def hour_of(text: str) -> int | None:
    """The hour that digits or words name, 0 to 24; None for what names none."""
    number = english_number(text)
    return int(number) if number is not None and 0 <= number <= 24 else None


def clock_of(hour: int | None, minute: str | int | None, meridiem: str | None = None) -> Clock | None:
    """A time of day, open where it may be before or after noon; None where there is no such time."""
    minutes = int(minute or 0)
    if hour is None or minutes > 59 or (meridiem is not None and not 0 <= hour <= 12):
        return None
    grain = Grain.MINUTE if minute else Grain.HOUR
    return with_meridiem(Clock(hour, minutes, is_open=1 <= hour <= 12, grain=grain), meridiem)


def _clock_meridiem(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    minute = _minute(match[3], match[4], match[5])
    is_short = "m" not in match[0][match.start(6) - match.start() :]  # 7p is a time at a time, else perhaps a page
    clock = clock_of(hour_of(match[2]), minute, match[6])
    return part(match, clock, is_weak=is_short and match[1] is None and minute is None)


def _minute(*texts: str | None) -> int | None:
    """Minutes in digits or words, None when there are none."""
    text = next((text for text in texts if text), None)
    if text is None:
        return None
    return int(text) if text.isdecimal() else int(english_number(re.sub("^(?:zero|oh|ou|o)[ -]", "", text)) or 0)


def _clock_range(match: re.Match[str], frame: Frame) -> Part | None:
    """From 3 to 5pm begins at three in the afternoon, 11-2pm at eleven in the morning."""
    del frame
    first, last = hour_of(match[2]), hour_of(match[6])
    if first is None or last is None or (match[5] and match[1] != "between "):
        return None
    meridiem = match[4] or ("a" if match[8] == "p" and first % 12 > last % 12 else match[8])
    end = clock_of(last, match[7], match[8])
    return None if end is None else part(match, clock_of(first, match[3], meridiem), Through(end))


def _clock_bare(match: re.Match[str], frame: Frame) -> Part | None:
    """At 3, at three thirty, 8 o'clock. Believed when nothing follows that it could count."""
    del frame
    minute, cue = _minute(match[3], match[4]), (match[1] or "").strip()
    if not cue and match[5] is None and match[3] is None and match[6] is None:
        return None
    is_sure = (
        any(match.group(5, 6, 7))
        or (cue in ("at", "@") and match[2] != "24" and is_followed(match) and not is_after(match, _NOT_A_TIME_BEFORE))
        or is_bound(match, cue, hour_of(match[2]))
    )
    return part(match, clock_of(hour_of(match[2]), minute), is_weak=not is_sure)


def _clock_joined(match: re.Match[str], frame: Frame) -> Part | None:
    """1140 am."""
    del frame
    return part(match, clock_of(int(match[2]), match[3], match[4]))


def _clock_dotted(match: re.Match[str], frame: Frame) -> Part | None:
    """At 6.45, where nothing follows that it could count and nothing before has a price."""
    del frame
    if _COUNTED.match(match.string, match.end()) or is_after(match, _NOT_A_TIME_BEFORE):
        return None
    return part(match, clock_of(hour_of(match[1]), match[2]))


def _clock_half(match: re.Match[str], frame: Frame) -> Part | None:
    """Half three is half past three; alone it is more often a number."""
    del frame
    hour = hour_of(match[2])
    is_weak = match[1] is None and match[3] is None
    return part(match, clock_of(hour, 30, match[3]) if hour else None, is_weak=is_weak)


def _clock_list(match: re.Match[str], frame: Frame) -> Part | None:
    """At 9, 13 and 18: the first is the time, the others count where something repeats."""
    del frame
    if not is_followed(match):
        return None
    found: list[Clock] = []
    for time in re.finditer(r"(\d{1,2})(?::(\d\d))?(?: ?([ap])\.?m)?", match[0]):
        clock = clock_of(hour_of(time[1]), time[2], time[3])
        if clock is None:
            return None
        found.append(clock)
    return part(match, found[0], Times(tuple(found[1:])))


def _clock_h(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    first, minute, last, last_minute = match.groups()[:4]
    if last is not None:
        begins, ends = clock_of(hour_of(first), minute), clock_of(hour_of(last), last_minute)
        return None if begins is None or ends is None else part(match, _closed(begins), Through(_closed(ends)))
    hour, minute = match[5] or match[7], match[6] or match[8]
    clock = clock_of(hour_of(hour), minute)
    return None if clock is None else part(match, _closed(clock), is_weak=minute is None and match[5] is None)


def _closed(clock: Clock) -> Clock:
    """Hours with an h count to 24."""
    return Clock(clock.hour, clock.minute, grain=clock.grain)


def _clock_past(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    words = re.sub(r" min(?:ute)?s?$", "", match[2])
    minutes = 30 if words == "half" else 15 if "quarter" in words else int(english_number(words) or 0)
    hour = hour_of(match[4]) if match[4] else {"midnight": 24}.get(match[5], 12)
    if hour is None or not 0 < minutes < 60 or (words == "half" and match[3] not in ("past", "after")):
        return None
    is_named = words in ("half", "quarter", "a quarter") or words != match[2] or bool(match[5] or match[6])
    has_cue = match[1] is not None and match[1] != "for "
    is_sure = is_named or (match[1] is not None and not words.isdecimal()) or (has_cue and match[3] != "from")
    if match[3] in ("to", "before", "till"):
        hour, minutes = (hour - 1 if hour > 1 else 12), 60 - minutes
    clock = clock_of(hour, minutes, match[7])
    if clock is not None and match[5]:
        clock = Clock(clock.hour, clock.minute, grain=Grain.MINUTE)
    return part(match, clock, is_weak=not is_sure)


def _named_clock(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    hour = 24 if match[2].startswith("mid") and match[2].endswith("night") else 12
    return part(match, Clock(hour), is_weak=match[1] is None and match[2] != "noon")


def _daytime(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    cue, word = match[1], match[3]
    daytime = Daytime.TONIGHT if word == "night" and cue == "this " else DAYTIMES[word]
    if word == "night" and is_after(match, _NIGHT_OF):
        daytime = Daytime.EVENING
    if "early " in (cue, match[2]) and daytime is Daytime.MORNING:
        daytime = Daytime.EARLY_MORNING
    elif "late " in (cue, match[2]) and daytime is Daytime.NIGHT:
        daytime = Daytime.LATE
    is_sure = cue in ("in the ", "this ") or (cue == "at " and word == "night")
    return part(match, daytime, is_weak=not is_sure)


def _afterwards(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    return part(match, Daytime.AFTER_LUNCH if match[1] == "lunch" else Daytime.AFTER_WORK)


def _clock_weak(match: re.Match[str], frame: Frame) -> Part | None:
    """A plain number beside a part of the day: 9 tomorrow morning; not what numbers a thing or stands beside a time."""
    del frame
    if is_after(match, _NUMBERED) or _TOLD_APART.match(match.string, match.end()):
        return None
    return part(match, clock_of(hour_of(match[1]), None), is_weak=True)


def _clock_after_day(match: re.Match[str], frame: Frame) -> Part | None:
    """Tomorrow three: a plain number behind a day that nothing follows which it could count."""
    clock = clock_of(hour_of(match[2]), None)
    if not is_followed(match):
        return None
    if match[1] == "tonight":
        return part(match, frame.day(0), Daytime.TONIGHT, clock)
    return part(match, frame.day(0 if match[1] == "today" else 1), clock)


def _clock_military(match: re.Match[str], frame: Frame) -> Part | None:
    """At 1530. Numbers that are more likely a year need the word hours behind them."""
    del frame
    has_unit = match[0][-1].isalpha()
    if not has_unit and match[1] in ("19", "20"):
        return None
    is_sure = has_unit or (match[1][0] == "0" and is_followed(match))
    return part(match, Clock(int(match[1]), int(match[2]), grain=Grain.MINUTE), is_weak=not is_sure)


def _this_time(match: re.Match[str], frame: Frame) -> Part | None:
    return part(match, Clock(frame.now.hour, frame.now.minute, grain=Grain.MINUTE))


def _now(match: re.Match[str], frame: Frame) -> Part | None:
    return part(match, Exact(frame.now, Grain.SECOND))
