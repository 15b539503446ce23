"""English times of day and distances: 3pm, half past three, noon, in the evening, in an hour and a half."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache

from assistant.language.numbers import ENGLISH_AMOUNT, ENGLISH_WORD, english_number
from assistant.language.time_clues import (
    AM_PM,
    AT,
    DAYTIME,
    DIGIT,
    FOUR_DIGITS,
    FRACTION,
    IN,
    LATER,
    NEAR,
    NOON,
    NOW,
    NUMBER,
    OCLOCK,
    PAST,
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
    is_followed,
    part,
)
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
    Value,
    add_months,
)

_UNIT = (
    r"(seconds?|secs?|minutes?|mins?|hours?|hrs?|hr|h|days?|nights?|weeks?|wks?|fortnights?|months?|mths?|years?|yrs?)"
)
_UNIT_SECONDS = {"s": 1, "mi": 60, "h": 3600}
_HOUR = rf"(\d{{1,2}}|{ENGLISH_WORD})"
_LISTED = r"\d{1,2}(?::[0-5]\d)?(?: ?[ap]\.?m\.?)?"
_NOT_MORE = r"(?![:.]\d|/|%| ?[ap]\.?m\b)(?!(?<=at one) with)"
_NOT_A_TIME_BEFORE = re.compile(
    r"\b(?:look(?:s|ed|ing)?|star(?:e|ed|ing)|aim(?:s|ed)?|pric(?:ed|e)|valued|capped|rat(?:ed|e)|ranked|aged?|level"
    r"|least|most|stands|stood|score[ds]?|good|laugh(?:ed)?|point(?:s|ed)?|set|stays?|stuck|gate|room|chapter|page"
    r"|version)\s$"
)
_SINGLE = "(?:one|two|three|four|five|six|seven|eight|nine)"


@cache
def clock_rules() -> tuple[Finder, ...]:
    """The rules of times of day and distances."""
    amount, to = ENGLISH_AMOUNT, r"\s?(?:-|to|until|till)\s?"
    about, oclock = "(?:about |around |another |exactly |just )?", "(?: ?o'?clock| o clock)"
    minute = (
        "(?:[ -](?:at )?((?:zero|oh)[ -]" + _SINGLE + "|(?:twenty|thirty|forty|fifty)(?:[ -]" + _SINGLE + ")?"
        "|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)|(?<=\\d) ([0-5]\\d))"
    )
    past = (
        rf"(half|(?:a )?quarter|{ENGLISH_WORD}(?: minutes?)?|\d{{1,2}}(?: minutes?)?) (past|after|to|before|till|from) "
    )
    return compiled((
        (rf"(?:in|after) {about}({amount})(?: more(?= |-))?[ -]?{_UNIT}(?:'s?)?(?: time)?"
         rf"(?: and (a half|a quarter|({amount})[ -]?{_UNIT}))?", _offset, (UNIT, IN | PAST)),
        (rf"in ({amount}) and (?:a|an) half {_UNIT}", _offset_and_half, (UNIT, IN)),
        (rf"({amount}) (and an? half )?{_UNIT}( and an? half)? (from now|from today|from right now"
         rf"|hence|later|from (tomorrow)|from ({WEEKDAY})|ago|back)", _offset_from, (UNIT, LATER)),
        (rf"(at |@ ?)?{_HOUR}(?:[:.](\d\d)|{minute})?{oclock}?(?:ish)?(?: in the)?{MERIDIEM}",
         _clock_meridiem, (AM_PM, DIGIT | NUMBER)),
        (rf"(?:from )?{_HOUR}(?::(\d\d))?(?:{MERIDIEM})?{to}{_HOUR}(?::(\d\d))?{MERIDIEM}",
         _clock_range, (AM_PM, DIGIT | NUMBER)),
        (rf"(at |@ ?|by |around |before |until |till |from )?{_HOUR}{minute}?({oclock})?(?:ish)?(?: sharp)?{_NOT_MORE}",
         _clock_bare, (DIGIT | NUMBER, AT | OCLOCK | NUMBER)),
        (rf"(?:at |@ ?){_LISTED}(?:(?:, ?(?:and )?| and | & )(?:at )?{_LISTED}){{1,11}}", _clock_list, (DIGIT, AT)),
        (rf"{_HOUR}(?= (?:tomorrow|tonight|(?:this|in the) (?:morning|afternoon|evening)){RIGHT})",
         _clock_weak, (DIGIT | NUMBER, NEAR | DAYTIME)),
        (r"(?:at |@ ?)(\d{1,2})h(\d\d)?|(\d{1,2})h(\d\d)?", _clock_h, (DIGIT, H)),
        (rf"(at |by |@ ?|for )?{past}(?:{_HOUR}|(noon|midday|midnight)){oclock}?(?:{MERIDIEM})?",
         _clock_past, (PAST, DIGIT | NUMBER | FRACTION)),
        (r"(at |by |before |until |till |around )?(noon|midday|mid day|mid ?night|lunchtime)(?:ish)?",
         _named_clock, (NOON,)),
        (r"at ([01]\d|2[0-3])([0-5]\d)(?: ?(?:hours|hrs|h))?", _clock_military, (FOUR_DIGITS, AT)),
        (rf"(in the |this |early |late |at )?(?:early |late )?({'|'.join(DAYTIMES)})", _daytime, (DAYTIME,)),
        (r"right now|(?<!from )now", _now, (NOW,)),
    ))  # fmt: skip


def _offset(match: re.Match[str], frame: Frame) -> Part | None:
    amount = english_number(match[1])
    if amount is None or (match[2] in ("second", "sec") and match[1] == "a"):
        return None  # "back in a second" is no distance
    if match[0].startswith("after") and not is_followed(match):
        return None
    if match[4]:
        return part(match, _on_exactly(frame, ((amount, match[2]), (english_number(match[4]) or 0, match[5]))))
    extra = {"a half": 0.5, "a quarter": 0.25}.get(match[3] or "", 0.0)
    return part(match, _on(frame, match[2], amount + extra))


def _offset_and_half(match: re.Match[str], frame: Frame) -> Part | None:
    amount = english_number(match[1])
    return None if amount is None else part(match, _on(frame, match[2], amount + 0.5))


def _offset_from(match: re.Match[str], frame: Frame) -> Part | None:
    """From now, from tomorrow, from Friday, or ago."""
    amount = english_number(match[1])
    if amount is None:
        return None
    amount += 0.5 if match[2] or match[4] else 0
    if match[5] in ("ago", "back"):
        return part(match, _on(frame, match[3], -amount))
    start = frame.day(1) if match[6] else frame.weekday(WEEKDAYS[match[7]]) if match[7] else None
    value = _on(frame, match[3], amount)
    if start is None:
        return part(match, value)
    if not isinstance(value, Days):
        return None
    day = value.first + (start.first - frame.today)
    return part(match, Days(day, day))


def _seconds(unit: str) -> int | None:
    return next((seconds for start, seconds in _UNIT_SECONDS.items() if unit.startswith(start)), None)


def _on(frame: Frame, unit: str, amount: float) -> Value:
    """So many units from now: exact for hours and less, a day for days and more."""
    seconds = _seconds(unit)
    if seconds is not None:
        grain = Grain.SECOND if seconds == 1 else Grain.MINUTE
        return Exact(frame.later(seconds=amount * seconds), grain)
    if unit.startswith("y"):
        day = add_months(frame.today, round(amount * 12))
    elif unit.startswith("m"):
        day = add_months(frame.today, int(amount)) + timedelta(days=round(amount % 1 * 30))
    else:
        days = amount * (14 if unit.startswith("f") else 7 if unit.startswith("w") else 1)
        if days != int(days) and unit.startswith("d"):
            return Exact(frame.later(days=days), Grain.HOUR)
        day = frame.today + timedelta(days=round(days))
    return Days(day, day)


def _on_exactly(frame: Frame, distances: tuple[tuple[float, str], ...]) -> Value | None:
    """Several distances in one: in 2 days and 3 hours. None for months and years beside smaller units."""
    total = 0.0
    for amount, unit in distances:
        seconds = _seconds(unit) or {"d": 86_400, "n": 86_400, "w": 604_800}.get(unit[0])
        if seconds is None:
            return None
        total += amount * seconds
    return Exact(frame.later(seconds=total), Grain.MINUTE)


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
    minute = _minute(match[3], match[4], match[5])
    is_short = "m" not in match[0][match.start(6) - match.start() :]  # 7p is a time at a time, else perhaps a page
    clock = _clock(_hour(match[2]), minute, match[6])
    return part(match, clock, is_weak=is_short and match[1] is None and minute is None)


def _minute(*texts: str | None) -> int | None:
    """Minutes in digits or words, None when there are none."""
    text = next((text for text in texts if text), None)
    if text is None:
        return None
    return int(text) if text.isdecimal() else int(english_number(re.sub("^(?:zero|oh)[ -]", "", text)) or 0)


def _clock_range(match: re.Match[str], frame: Frame) -> Part | None:
    """From 3 to 5pm begins at three in the afternoon, 11-2pm at eleven in the morning."""
    del frame
    first, last = _hour(match[1]), _hour(match[4])
    if first is None or last is None:
        return None
    meridiem = match[3] or ("a" if match[6] == "p" and first % 12 > last % 12 else match[6])
    end = _clock(last, match[5], match[6])
    return None if end is None else part(match, _clock(first, match[2], meridiem), Through(end))


def _clock_bare(match: re.Match[str], frame: Frame) -> Part | None:
    """At 3, at three thirty, 8 o'clock. Believed when nothing follows that it could count."""
    del frame
    minute, cue = _minute(match[3], match[4]), (match[1] or "").strip()
    if not cue and match[5] is None and match[3] is None:
        return None
    is_sure = match[5] is not None or (
        cue in ("at", "@") and is_followed(match) and not is_after(match, _NOT_A_TIME_BEFORE)
    )
    return part(match, _clock(_hour(match[2]), minute), is_weak=not is_sure)


def _clock_list(match: re.Match[str], frame: Frame) -> Part | None:
    """At 9, 13 and 18: the first is the time, the others count where something repeats."""
    del frame
    if not is_followed(match):
        return None
    found: list[Clock] = []
    for time in re.finditer(r"(\d{1,2})(?::(\d\d))?(?: ?([ap])\.?m)?", match[0]):
        clock = _clock(_hour(time[1]), time[2], time[3])
        if clock is None:
            return None
        found.append(clock)
    return part(match, found[0], Times(tuple(found[1:])))


def _clock_h(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    hour, minute = match[1] or match[3], match[2] or match[4]
    clock = _clock(_hour(hour), minute)
    is_weak = minute is None and match[1] is None
    return None if clock is None else part(match, Clock(clock.hour, clock.minute, grain=clock.grain), is_weak=is_weak)


def _clock_past(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    words = match[2].removesuffix("s").removesuffix(" minute")
    minutes = 30 if words == "half" else 15 if "quarter" in words else int(english_number(words) or 0)
    hour = _hour(match[4]) if match[4] else {"midnight": 24}.get(match[5], 12)
    if hour is None or not 0 < minutes < 60 or (words == "half" and match[3] not in ("past", "after")):
        return None
    is_named = words in ("half", "quarter", "a quarter") or "minute" in match[2] or bool(match[5])
    is_sure = is_named or (match[1] is not None and not words.isdecimal())
    if match[3] in ("to", "before", "till"):
        hour, minutes = (hour - 1 if hour > 1 else 12), 60 - minutes
    clock = _clock(hour, minutes, match[6])
    if clock is not None and match[5]:
        clock = Clock(clock.hour, clock.minute, grain=Grain.MINUTE)
    return part(match, clock, is_weak=not is_sure)


def _named_clock(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    hour = 24 if match[2].startswith("mid") and match[2].endswith("night") else 12
    return part(match, Clock(hour), is_weak=match[1] is None and match[2] != "noon")


def _daytime(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    cue, word = match[1], match[2]
    daytime = Daytime.TONIGHT if word == "night" and cue == "this " else DAYTIMES[word]
    is_sure = cue in ("in the ", "this ") or (cue == "at " and word == "night")
    return part(match, daytime, is_weak=not is_sure)


def _clock_weak(match: re.Match[str], frame: Frame) -> Part | None:
    """A plain number beside a part of the day: 9 tomorrow morning."""
    del frame
    return part(match, _clock(_hour(match[1]), None), is_weak=True)


def _clock_military(match: re.Match[str], frame: Frame) -> Part | None:
    """At 1530. Numbers that are more likely a year need the word hours behind them."""
    del frame
    has_unit = match[0][-1].isalpha()
    if not has_unit and match[1] in ("19", "20"):
        return None
    return part(match, Clock(int(match[1]), int(match[2]), grain=Grain.MINUTE), is_weak=not has_unit)


def _now(match: re.Match[str], frame: Frame) -> Part | None:
    return part(match, Exact(frame.now, Grain.SECOND))
