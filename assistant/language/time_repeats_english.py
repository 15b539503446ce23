"""English recurrences: every other Tuesday, weekdays, monthly on the 1st, the last Friday of every month.

An anchor says that something repeats and how often; tails that follow it say on which days: "every month" + "on the
4th". Read on folded text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.language.numbers import ENGLISH_AMOUNT, ENGLISH_ORDINAL, ENGLISH_WORD, english_number, english_ordinal
from assistant.language.patterns import lazy_pattern
from assistant.language.time_clues import (
    AFTER,
    DIGIT,
    EVERY,
    MONTH_NAME,
    NUMBER,
    OFTEN,
    ORDINAL,
    STEP_WORD,
    UNIT,
    Build,
    Finder,
    compiled_pattern,
)
from assistant.language.time_clues import WEEKDAY_NAME as WEEKDAY_CLUE
from assistant.language.time_english_words import LEFT, MONTH, MONTHS, RIGHT, WEEKDAY, WEEKDAYS
from assistant.language.time_parts import Daytime, Frame, Part, Repeating
from assistant.language.time_rule import WEEKEND, WORKDAYS, Rule

_WD = rf"(?:{WEEKDAY}|wednsday|tues?day)s?"
_AND = r"(?: ?(?:,(?: ?(?:and|or|&)(?= ))?|&|-|/) ?| (?:and|or|to|through|thru) )(?:on |the )?"
_WDS = rf"{_WD}(?:{_AND}{_WD}{RIGHT}){{0,6}}"
_ORD = rf"(?:{ENGLISH_ORDINAL}|last|penultimate)"
_ORDS = rf"{_ORD}(?:(?:, ?(?:and )?| and | & )(?:the )?{_ORD}){{0,6}}"
_DATES = (
    rf"(?:{_ORD}|\d{{1,2}})(?:(?:, ?(?:and )?| and | & )(?:the )?(?:{_ORD}|\d{{1,2}})){{0,6}}(?![a-z0-9:]| ?[ap]\.?m)"
)
_STEP = rf"(?:(other|alternate|{ENGLISH_ORDINAL}|{ENGLISH_WORD}|\d{{1,3}}) )?"
_WORKDAY = r"weekdays?|work ?days?|working days?|business days?"
_UNITS = {
    "sec": "SECONDLY", "min": "MINUTELY", "hou": "HOURLY", "hr": "HOURLY", "hrs": "HOURLY", "day": "DAILY",
    "wee": "WEEKLY", "wk": "WEEKLY", "wks": "WEEKLY", "mon": "MONTHLY", "qua": "QUARTERLY", "yea": "YEARLY",
    "yr": "YEARLY", "yrs": "YEARLY",
}  # fmt: skip
_UNIT = r"(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|wk|month|quarter|year|yr|fortnight)s?"
_DAYTIMES = {
    "morning": Daytime.MORNING, "noon": Daytime.NOON, "afternoon": Daytime.AFTERNOON, "evening": Daytime.EVENING,
    "night": Daytime.NIGHT,
}  # fmt: skip
_EVERY = r"(?:every|each)!?(?: single)?"
_ADVERBS = {
    "daily": Rule("DAILY"), "everyday": Rule("DAILY"), "nightly": Rule("DAILY"), "weekly": Rule("WEEKLY"),
    "biweekly": Rule("WEEKLY", 2), "bi-weekly": Rule("WEEKLY", 2), "fortnightly": Rule("WEEKLY", 2),
    "monthly": Rule("MONTHLY"), "bimonthly": Rule("MONTHLY", 2), "quarterly": Rule("MONTHLY", 3),
    "semi-annually": Rule("MONTHLY", 6), "semiannually": Rule("MONTHLY", 6), "half-yearly": Rule("MONTHLY", 6),
    "yearly": Rule("YEARLY"), "annually": Rule("YEARLY"), "hourly": Rule("HOURLY"),
}  # fmt: skip

_PLACED = (
    rf"{LEFT}(?:on )?(?:the )?(?:({_EVERY}) )?"
    rf"({_ORDS}|beginning|start|end|2nd to(?: the)? last|second to(?: the)? last)"
    rf"(?: ({_WD}|{_WORKDAY}|day)(?: and (?:the )?({_ORDS}) ({_WD}))?)?"
    rf" (?:of|in) (?:({_EVERY}) {_STEP}months?|the month|({MONTH})){RIGHT}"
)
_MONTH_DATE = rf"{LEFT}(?:on )?{_EVERY} ({MONTH}) (?:the )?({_DATES})"
_LAST_OF = rf"{LEFT}(?:on )?{_EVERY} (first|last) ({_WD}|{_WORKDAY}){RIGHT}"
_EVERY_DATE = (
    rf"{LEFT}(?:on )?{_EVERY} ((?!last|penultimate|second|third|fourth|fifth){_ORDS})(?= ?(?:$|[.,;:!?)]| at ))"
)
_ON_WEEKDAYS = rf"{LEFT}(?:on )?{_EVERY} {_STEP}({_WDS}){RIGHT}(?! of )"
_UNIT_EVERY = (
    rf"{LEFT}(?:on |at )?(?:{_EVERY} {_STEP}({_UNIT}|{_WORKDAY}|weekends?|mornings?|noon|afternoons?|evenings?|nights?)"
    rf"|once (?:a|every|per) ({_UNIT})){RIGHT}"
)
_JOINED_UNIT = rf"{LEFT}{_EVERY} (\d{{1,3}}) ?(h|hrs?|m|mins?|d){RIGHT}"
_ADVERB = rf"{LEFT}({'|'.join(_ADVERBS)}){RIGHT}"
_PLURAL_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days"
_PLURALS = (
    rf"{LEFT}(on )?(?:(?:all )?(weekdays|weekends|workdays)"
    rf"|({_PLURAL_DAY}(?:{_AND}{_WD}{RIGHT}){{0,6}})|({WEEKDAY}) (mornings|afternoons|evenings|nights)){RIGHT}"
)
_TAIL_WEEKDAYS = rf",? on (?:({_WDS})|(weekends?)|(?:{_WORKDAY})){RIGHT}"
_TAIL_PLACED = (
    rf",?(?: on)? the ({_ORDS})(?: (?:({_WD}|{_WORKDAY})|day))?"
    rf"(?: (?:of|in) (?:(?:the|each|every) month|({MONTH})))?{RIGHT}"
)
_TAIL_DATE = rf",? on (?:({MONTH}) (?:the )?({_DATES})|(?:the )?({_ORDS}) (?:of )?({MONTH}){RIGHT})"
_TAIL_EDGE = rf",? (?:at|on) the (beginning|start|end)(?: of the month)?{RIGHT}"
_DONE = (
    r"(?:(?:i|i've|it|it's|its|is|was|been|have|the|each|last|having|task) ){0,3}"
    r"(?:finish(?:ed|ing)?|done|complet(?:e|ed|ing|ion)|doing (?:it|this|that)|do (?:it|this))(?= ?(?:$|[,.;:!?)\x00]))"
)
_AFTER_DONE = rf"{LEFT}(?:again )?(?:in )?({ENGLISH_AMOUNT}) (day|week|fortnight|month|year)s? after {_DONE}"
_TAIL_DONE = rf",? (?:after|from|since|once) {_DONE}"
_TIMES_A_DAY = rf"{LEFT}(?:(twice|thrice)|({ENGLISH_WORD}|\d) ?(?:times|x)) (?:(?:a|per|each|every) day|daily){RIGHT}"
_TAIL_WEEK = rf",? (?:in|of) (?:calendar )?week (?:no\.? |number )?(\d{{1,2}}){RIGHT}"
_TAIL_YEAR_DAY = rf",? on the ({ENGLISH_ORDINAL}|\d{{1,3}}(?:st|nd|rd|th))(?: day)?{RIGHT}(?! of)"
_FEW = lazy_pattern(r"(?<![:.])\b(?:last|past|next|previous|upcoming|coming|few|two|three|four|five|\d+) $")
_FOLLOW = lazy_pattern(
    r"\s*$|\s{0,2}(?:[\n.,;:!?)\]\x00]|[^\x00-\x7f]|@|\d)"
    r"|\s(?:on|at|from|until|till|for|to|in|starting|beginning|except|before|after|by|around|about|and|noon|midnight|twice)\b"
)


def _with_tails(match: re.Match[str], built: tuple[Rule, Daytime | None, bool]) -> Part:
    rule, daytime, is_strict = built
    end = match.end()
    for pattern, add in _TAILS:
        tail = compiled_pattern(pattern).match(match.string, end)
        added = add(tail, rule) if tail is not None else None
        if tail is not None and added is not None:
            rule, end, is_strict = added, tail.end(), True
    done = compiled_pattern(_TAIL_DONE).match(match.string, end)
    end = end if done is None else done.end()
    is_strict = is_strict or _FOLLOW.match(match.string, end) is not None
    repeating = Repeating(is_strict, rule, is_after_done=done is not None or "!" in match[0])
    return Part(match.start(), end, (repeating,) if daytime is None else (repeating, daytime))


def _placed(match: re.Match[str]) -> tuple[Rule, Daytime | None, bool] | None:
    every, ordinals, day, more, more_day, of_every, step, month = match.groups()
    if every is None and of_every is None:
        return None
    rule = _on_places(_places(ordinals), day)
    if rule is None:
        return None
    if more and rule.weekdays:
        other = _on_places(_places(more), more_day)
        rule = replace(rule, weekdays=rule.weekdays + (other.weekdays if other else ()))
    if month:
        return replace(rule, frequency="YEARLY", months=(MONTHS[month.rstrip(".")],)), None, True
    return replace(rule, interval=_interval(step)), None, True


def _on_places(places: tuple[int, ...], day: str | None) -> Rule | None:
    """Monthly on these days of the month, or on these Mondays of it."""
    if not places or any(not -31 <= place <= 31 for place in places):
        return None
    if day is None or day == "day":
        return Rule("MONTHLY", month_days=places)
    if re.fullmatch(_WORKDAY, day):
        return Rule("MONTHLY", weekdays=WORKDAYS, set_position=places[0]) if len(places) == 1 else None
    weekday = _weekday(day)
    return Rule("MONTHLY", weekdays=tuple((place, weekday) for place in places)) if max(places) <= 5 else None


def _places(text: str) -> tuple[int, ...]:
    if text in ("beginning", "start"):
        return (1,)
    if text == "end":
        return (-1,)
    if text.endswith(" last") and " to" in text:
        return (-2,)
    words = re.findall(rf"{_ORD}|\d{{1,2}}", text)
    return tuple(dict.fromkeys(place for word in words if (place := _place(word))))


def _place(word: str) -> int:
    if word.isdecimal():
        return int(word)
    return {"last": -1, "penultimate": -2}.get(word) or english_ordinal(word) or 0


def _interval(step: str | None) -> int:
    if step is None:
        return 1
    if step in ("other", "alternate"):
        return 2
    return max(1, english_ordinal(step) or int(english_number(step) or 1)) if step[:1].isalpha() else _digits(step)


def _digits(step: str) -> int:
    return max(1, int(re.sub(r"\D", "", step)))


def _weekday(word: str) -> int:
    if word in WEEKDAYS:
        return WEEKDAYS[word]
    return WEEKDAYS[word[:3]]


WEEKDAY_NAME = _WD
"""A regular expression for one weekday, some misspelt."""

WEEKDAY_LIST = _WDS
"""A regular expression for weekdays, ranges among them."""


def english_weekdays(text: str) -> set[int]:
    """The weekdays that a `WEEKDAY_LIST` names, Monday 0."""
    return {weekday for _, weekday in _weekdays(text)}


def _weekdays(text: str) -> tuple[tuple[int, int], ...]:
    """A list with ranges in it: "mon, wed-fri". Sorted from Monday."""
    found: set[int] = set()
    previous, position = None, 0
    for match in re.finditer(_WD, text):
        weekday = _weekday(match[0])
        between = text[position : match.start()]
        if previous is not None and re.search(r"-|\bto\b|thr", between):
            found |= {(previous + step) % 7 for step in range((weekday - previous) % 7 + 1)}
        found.add(weekday)
        previous, position = weekday, match.end()
    return tuple((0, weekday) for weekday in sorted(found))


def _month_date(match: re.Match[str]) -> tuple[Rule, Daytime | None, bool] | None:
    days = _places(match[2])
    if not days or max(days) > 31:
        return None
    return Rule("YEARLY", months=(MONTHS[match[1].rstrip(".")],), month_days=days), None, True


def _last_of(match: re.Match[str]) -> tuple[Rule, Daytime | None, bool] | None:
    rule = _on_places(_places(match[1]), match[2])
    return None if rule is None else (rule, None, True)


def _every_date(match: re.Match[str]) -> tuple[Rule, Daytime | None, bool] | None:
    """Every 1st and 15th: of the month."""
    rule = _on_places(_places(match[1]), None)
    return None if rule is None else (rule, None, True)


def _on_weekdays(match: re.Match[str]) -> tuple[Rule, Daytime | None, bool] | None:
    return Rule("WEEKLY", _interval(match[1]), _weekdays(match[2])), None, True


def _unit_every(match: re.Match[str]) -> tuple[Rule, Daytime | None, bool] | None:
    unit, interval = match[2] or match[3], _interval(match[1])
    daytime = _DAYTIMES.get(unit.rstrip("s"))
    if daytime is not None:
        return Rule("DAILY", interval), daytime, True
    if unit.startswith("weekend"):
        return Rule("WEEKLY", interval, WEEKEND), None, True
    if re.fullmatch(_WORKDAY, unit):
        return Rule("WEEKLY", interval, WORKDAYS), None, True
    if unit.startswith("fortnight"):
        return Rule("WEEKLY", 2 * interval), None, True
    frequency = _UNITS[unit[:3]]
    if frequency == "QUARTERLY":
        return Rule("MONTHLY", 3 * interval), None, True
    return Rule(frequency, interval), None, True


def _joined_unit(match: re.Match[str]) -> tuple[Rule, Daytime | None, bool] | None:
    """Every 6h, every 90min."""
    return Rule({"h": "HOURLY", "m": "MINUTELY", "d": "DAILY"}[match[2][0]], _digits(match[1])), None, True


def _adverb(match: re.Match[str]) -> tuple[Rule, Daytime | None, bool] | None:
    return _ADVERBS[match[1]], Daytime.NIGHT if match[1] == "nightly" else None, False


def _plurals(match: re.Match[str]) -> tuple[Rule, Daytime | None, bool] | None:
    is_strict = match[1] is not None
    if _FEW.search(match.string, max(0, match.start() - 12), match.start()):
        return None  # the last two weekends
    if match[2]:
        return Rule("WEEKLY", weekdays=WEEKEND if match[2] == "weekends" else WORKDAYS), None, is_strict
    if match[3]:
        return Rule("WEEKLY", weekdays=_weekdays(match[3])), None, is_strict
    return Rule("WEEKLY", weekdays=_weekdays(match[4])), _DAYTIMES[match[5].rstrip("s")], is_strict


def _tail_weekdays(match: re.Match[str], rule: Rule) -> Rule | None:
    if rule.weekdays or rule.month_days or rule.frequency not in ("DAILY", "WEEKLY", "MONTHLY"):
        return None
    weekdays = _weekdays(match[1]) if match[1] else WEEKEND if match[2] else WORKDAYS
    return replace(rule, weekdays=weekdays)


def _tail_placed(match: re.Match[str], rule: Rule) -> Rule | None:
    if rule.weekdays or rule.month_days or rule.frequency not in ("MONTHLY", "YEARLY"):
        return None
    placed = _on_places(_places(match[1]), match[2])
    if placed is None or (rule.frequency == "YEARLY") != bool(match[3]):
        return None
    months = (MONTHS[match[3].rstrip(".")],) if match[3] else ()
    return replace(placed, frequency=rule.frequency, interval=rule.interval, months=months)


def _tail_date(match: re.Match[str], rule: Rule) -> Rule | None:
    days = _places(match[2] or match[3])
    if rule.frequency != "YEARLY" or rule.months or not days or max(days) > 31:
        return None
    return replace(rule, months=(MONTHS[(match[1] or match[4]).rstrip(".")],), month_days=days)


def _tail_edge(match: re.Match[str], rule: Rule) -> Rule | None:
    if rule.frequency != "MONTHLY" or rule.month_days or rule.weekdays:
        return None
    return replace(rule, month_days=_places(match[1]))


def _tail_week(match: re.Match[str], rule: Rule) -> Rule | None:
    """Every year in week 12: on its Monday, unless days are named."""
    week = int(match[1])
    if rule.frequency not in ("WEEKLY", "YEARLY") or rule.interval != 1 or not 1 <= week <= 53:
        return None
    weekdays = rule.weekdays or ((0, 0),)
    return None if rule.months or rule.month_days else Rule("YEARLY", weekdays=weekdays, weeks=(week,))


def _tail_year_day(match: re.Match[str], rule: Rule) -> Rule | None:
    day = _digits(match[1]) if match[1][0].isdecimal() else english_ordinal(match[1]) or 0
    if rule.frequency != "YEARLY" or rule.months or rule.weeks or rule.weekdays or not 1 <= day <= 366:
        return None
    return replace(rule, year_days=(day,))


def _after_done(match: re.Match[str], frame: Frame) -> Part | None:
    """Three days after I finish: it counts from the last time it was done."""
    del frame
    amount = english_number(match[1]) or 0
    if amount != int(amount) or not 1 <= amount <= 999:
        return None
    frequency, size = {"fortnight": ("WEEKLY", 2)}.get(match[2]) or (_UNITS[match[2][:3]], 1)
    rule = Rule(frequency, int(amount) * size)
    return Part(match.start(), match.end(), (Repeating(rule=rule, is_after_done=True),))


def _times_a_day(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    number = {"twice": 2, "thrice": 3}.get(match[1] or "") or int(english_number(match[2]) or 0)
    if not 1 <= number <= 9:
        return None
    return Part(match.start(), match.end(), (Repeating(rule=Rule("DAILY"), times_a_day=number),))


_TAILS = (
    (_TAIL_WEEK, _tail_week),
    (_TAIL_WEEKDAYS, _tail_weekdays),
    (_TAIL_DATE, _tail_date),
    (_TAIL_PLACED, _tail_placed),
    (_TAIL_EDGE, _tail_edge),
    (_TAIL_YEAR_DAY, _tail_year_day),
)


def _repeat(build: Callable[[re.Match[str]], tuple[Rule, Daytime | None, bool] | None]) -> Build:
    def part(match: re.Match[str], frame: Frame) -> Part | None:
        del frame
        built = build(match)
        return None if built is None else _with_tails(match, built)

    return part


def english_repeat_rules() -> tuple[Finder, ...]:
    """The rules of recurrences."""
    return (
        Finder(_PLACED, _repeat(_placed), (EVERY,)),
        Finder(_MONTH_DATE, _repeat(_month_date), (EVERY, MONTH_NAME)),
        Finder(_LAST_OF, _repeat(_last_of), (EVERY,)),
        Finder(_EVERY_DATE, _repeat(_every_date), (EVERY, ORDINAL | DIGIT | STEP_WORD)),
        Finder(_ON_WEEKDAYS, _repeat(_on_weekdays), (EVERY, WEEKDAY_CLUE)),
        Finder(_UNIT_EVERY, _repeat(_unit_every), (EVERY,)),
        Finder(_JOINED_UNIT, _repeat(_joined_unit), (EVERY, DIGIT)),
        Finder(_AFTER_DONE, _after_done, (UNIT, AFTER)),
        Finder(_TIMES_A_DAY, _times_a_day, (UNIT | OFTEN, NUMBER | DIGIT | OFTEN)),
        Finder(_ADVERB, _repeat(_adverb), (OFTEN,)),
        Finder(_PLURALS, _repeat(_plurals), (OFTEN | WEEKDAY_CLUE,)),
    )
