"""Words and small helpers that the English grammar's files share."""

from __future__ import annotations

import re

from assistant.language.time_clues import Build, Finder
from assistant.language.time_parts import Daytime, Part, Value

LEFT = r"(?<![a-z0-9_'.$€£¥-])"
RIGHT = r"(?![a-z0-9_'])"
WEEKDAYS = {
    "monday": 0,
    "tuesday": 1,
    "wednesday": 2,
    "thursday": 3,
    "friday": 4,
    "saturday": 5,
    "sunday": 6,
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "weds": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}
UNSURE_WEEKDAYS = frozenset({"mon", "wed", "sat", "sun"})
"""Also words of another meaning: they need a cue beside them."""

_MONTH_NAMES = [
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
]
MONTHS = {
    **{name: number for number, name in enumerate(_MONTH_NAMES, start=1)},
    **{name[:3]: number for number, name in enumerate(_MONTH_NAMES, start=1)},
    "sept": 9,
}
WEEKDAY = "(?:" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + ")"
MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?![a-z])\.?"
STEPS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this past": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "nxt": 1,
    "coming": 1,
    "following": 1,
    "upcoming": 1,
    "this coming": 1,
}
STEP = "(?:the )?(" + "|".join(sorted(STEPS, key=len, reverse=True)) + ")"
DAYTIMES = {
    "dawn": Daytime.DAWN,
    "morning": Daytime.MORNING,
    "noon": Daytime.NOON,
    "midday": Daytime.NOON,
    "lunchtime": Daytime.NOON,
    "lunch": Daytime.NOON,
    "afternoon": Daytime.AFTERNOON,
    "evening": Daytime.EVENING,
    "night": Daytime.NIGHT,
    "morn": Daytime.MORNING,
    "arvo": Daytime.AFTERNOON,
    "eve": Daytime.EVENING,
}

_FOLLOW = re.compile(
    r"\s*$|\s*(?:[\n.,;:!?)\]\x00-]|[^\x00-\x7f])"
    r"|\s+(?:on|to|with|for|about|and|or|in|sharp|this|next|tomorrow|today|tonight|but|then|please|pls|before"
    rf"|after|until|till|from|near|when|if|because|so|re|via|by|at|latest|{WEEKDAY})\b"
)


def part(match: re.Match[str], *values: Value | None, is_weak: bool = False) -> Part | None:
    """The part that a match stands for; None when one of its values is none."""
    known = tuple(value for value in values if value is not None)
    return Part(match.start(), match.end(), known, is_weak=is_weak) if len(known) == len(values) else None


def is_after(match: re.Match[str], pattern: re.Pattern[str]) -> bool:
    """Whether `pattern` ends where the match begins."""
    return pattern.search(match.string, max(0, match.start() - 14), match.start()) is not None


def is_followed(match: re.Match[str]) -> bool:
    """Whether nothing follows that the matched number could count: "at 5" and not "at 5 Main Street"."""
    return _FOLLOW.match(match.string, match.end()) is not None


def compiled(sources: tuple[tuple[str, Build, tuple[int, ...]], ...]) -> tuple[Finder, ...]:
    """The rules with their patterns, held to whole words."""
    return tuple(Finder(f"{LEFT}(?:{source}){RIGHT}", build, needs) for source, build, needs in sources)
