"""English times, found as parts: tomorrow at 3pm is a day and a clock time. Read on folded text."""

from __future__ import annotations

import re

from assistant.language.patterns import lazy_pattern
from assistant.language.time_clues import NEAR, WEEKDAY_NAME, Finder
from assistant.language.time_english_clock import clock_rules
from assistant.language.time_english_days import day_rules
from assistant.language.time_english_words import UNSURE_WEEKDAYS, WEEKDAY, WEEKDAYS, compiled, part
from assistant.language.time_hurried import hurried_rules
from assistant.language.time_parts import Daytime, Frame, Part

_ARTICLE = lazy_pattern(r"\b(?:the|a|an)$", re.IGNORECASE)
_SENTENCE_ENDS = lazy_pattern(r"\s*$|\s{0,2}[\n.,;!?]")


def english_rules() -> tuple[Finder, ...]:
    """The rules of days, clock times and distances."""
    day, clock = rf"(?:({WEEKDAY})|(tomorrow|tonight))'s(?= [a-z]", r"[^,;.!?]{1,40} (?:at |is |to |@ ?|from )\d"
    source = rf"(?:before|by|for|until|till|after) {day})|{day}{clock})"
    return (
        *day_rules(),
        *clock_rules(),
        *hurried_rules(),
        *compiled(((source, _owner, (NEAR | WEEKDAY_NAME,)),)),
    )


def _owner(match: re.Match[str], frame: Frame) -> Part | None:
    """The day of what something is done before or for, or at a time: before Sunday's ride, Thursday's yoga at 6."""
    weekday, near = match[1] or match[3], match[2] or match[4]
    if weekday:
        return part(match, frame.weekday(WEEKDAYS[weekday]))
    return part(match, frame.day(1)) if near == "tomorrow" else part(match, frame.day(0), Daytime.TONIGHT)


def sure_of_weekday(part: Part, text: str, original: str) -> Part:
    """Sat, Sun, Wed or Mon is believed when it has a capital inside a sentence and ends it: "Lunch at the sea, Sat".

    `text` is folded; `original` has the capitals that tell Sat from sat.
    """
    if not part.is_weak or text[part.start : part.end].rstrip(".") not in UNSURE_WEEKDAYS:
        return part
    before = original[max(0, part.start - 8) : part.start].rstrip(" ")
    is_inside = bool(before) and before[-1] not in ".!?\n"
    has_capital = original[part.start : part.start + 1].isupper()
    if has_capital and is_inside and not _ARTICLE.search(before) and _SENTENCE_ENDS.match(text, part.end):
        return Part(part.start, part.end, part.values)
    return part
