"""Words and small helpers that the English grammar's files share."""

from __future__ import annotations

import re

from assistant.language.patterns import lazy_pattern
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
    "aft": Daytime.AFTERNOON,
    "eve": Daytime.EVENING,
}

ACTIONS = (
    "apply|arrange|ask|back up|bake|book|bring|buy|call|cancel|charge|chase|check|clean|clear|close|collect|confirm"
    "|cook|defrost|deliver|download|draft|drop|email|e-mail|empty|feed|fetch|fill|find|finish|fix|follow|get|give|go|help"
    "|install|invite|iron|leave|listen|lock|look|make|meet|message|mow|open|order|organi[sz]e|pack|pay|phone|pick|ping"
    "|plan|practi[sc]e|prepare|prep|print|record|refill|register|remember|remind|renew|repair|reply|reserve|respond"
    "|return|review|ring|schedule|sell|send|ship|show|sign|start|stop|submit|sweep|switch|take|talk|tell|text|thank|tidy"
    "|transfer|turn|update|upload|vacuum|visit|wait|wake|walk|wash|watch|water|write"
)
"""Verbs with which a line says what is to be done; none of them is its own past."""

_EVENT = (
    r"meeting|mtg|call|zoom|sync|stand-?up|interview|appointment|appt|dentist|doctor|gp|physio|vet|haircut|class|lesson|training"
    r"|gym|yoga|pilates|swimming|football|practice|rehearsal|recital|choir|concert|gig|show|movie|film|party|wedding|bbq"
    r"|barbecue|picnic|breakfast|brunch|lunch|dinner|supper|tea|drinks|beers|coffee|date|b-?day|birthday|match|game"
    r"|kick-?off|ko|doors|webinar|exam|viewing|playdate|sleepover|pick-?up|drop-?off"
)
BEHIND_EVENT = lazy_pattern(rf"\b(?:{_EVENT})s?,? $")
"""The name of what happens at a time, right before a number: lunch, mtg, the match."""

_BOUNDS = ("by", "before", "b4", "after", "until", "till", "around")
_CLAUSE_ENDS = lazy_pattern(rf"\s*(?:$|[.,;:!?)](?!\d))|\s(?:{ACTIONS}|today|tonight|tomorrow|on|please|pls)\b")
_MEASURED = lazy_pattern(
    r"\b(?:(?:in|de)creas|reduc|rais|lower|multipl|divid|count|scor|grow|grew|rise|rising|rose|fell|fall|drop|cut|won|win"
    r"|lost|lead|led|beat|went up|go(?:es|ne)? up|down|off|over|under|short|ahead|behind|late|costs?|weigh|measur|is"
    r"|was|are|were)[a-z]*\b[^,;.]*$|\d\s$"
)

_FOLLOW = lazy_pattern(
    r"\s*$|\s*(?:[\n.,;:!?)\]\x00-]|[^\x00-\x7f])"
    r"|\s+(?:on|to|with|for|about|and|or|in|sharp|this|next|tomorrow|today|tonight|but|then|please|pls|before"
    rf"|after|until|till|from|near|when|if|because|so|re|via|by|at|latest|every|each|daily|{WEEKDAY}|{ACTIONS})\b"
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


def is_bound(match: re.Match[str], cue: str, hour: int | None) -> bool:
    """Whether an hour behind "by" or "before" is when something is to be done: it ends its clause, or a verb follows.

    "Reduce it by 5", "count until 10" and "won by 2" only count.
    """
    if cue not in _BOUNDS or hour is None or not 1 <= hour <= 12:
        return False
    if _MEASURED.search(match.string, max(0, match.start() - 40), match.start()):
        return False
    return _CLAUSE_ENDS.match(match.string, match.end()) is not None


def compiled(sources: tuple[tuple[str, Build, tuple[int, ...]], ...]) -> tuple[Finder, ...]:
    """The rules with their patterns, held to whole words."""
    return tuple(Finder(f"{LEFT}(?:{source}){RIGHT}", build, needs) for source, build, needs in sources)
