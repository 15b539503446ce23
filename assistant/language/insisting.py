"""What asks to be reminded until it is answered: "!!" at an end of the line, "keep reminding me to", 一定提醒我.

Two marks that stand alone at the beginning or the end are nobody's punctuation; after a word they are ("Great!!").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARKS = re.compile(r"^\s*(!!)(?=\s)|(?<=\s)(!!)\s*$")
_REQUEST = re.compile(
    r"\b(?:keep reminding me|nag me)(?: (?:to|about|of|that))?\b[ ,:]*"
    r"|[ ,]*\b(?:remind me )?until i (?:answer|have answered|have done it|do it|react)[.!]*\s*$"
    r"|(?:一定要?|务必要?|必须)提醒(?:我|一下我?)?[ ,:]*"
    r"|[ ,]*(?:一直|反复|不停地?)提醒我?(?:直到我?(?:处理|回应|完成)(?:为止)?)?[ ,:]*"
)


@dataclass(frozen=True, slots=True)
class Insist:
    """Where it stands (character offsets), and whether it is a request in words, which only a task has."""

    start: int
    end: int
    is_request: bool


def find_insist(folded: str) -> Insist | None:
    """The first sign in a folded line (see `time_text.readable`), None without one."""
    marks = _MARKS.search(folded) if "!!" in folded else None
    if marks is not None:
        group = 1 if marks[1] is not None else 2
        return Insist(marks.start(group), marks.end(group), is_request=False)
    request = _REQUEST.search(folded)
    return None if request is None else Insist(request.start(), request.end(), is_request=True)
