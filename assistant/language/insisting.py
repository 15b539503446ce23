"""What asks to be reminded until it is answered: "!!", "keep reminding me to", 一定提醒我.

Two marks count wherever they stand, alone or after a word (吃药!!, "call mum!! tomorrow"): in a task nobody needs them
for anything else, and a note ("What a day!!") is not reminded of. Three are a shout, and so are two after "great".
"""

from __future__ import annotations

from dataclasses import dataclass

from assistant.language.patterns import lazy_pattern

_MARKS = lazy_pattern(r"(?<![!?])!!(?![!?a-z0-9_(=])|^\s*!!(?=\w)")
_SHOUT = lazy_pattern(
    r"(?:\b(?:great|wow|yay|hooray|congrats|congratulations|thanks|thank you|awesome|nice|birthday"
    r"|omg|yes|no|lol|finally)"
    r"|太好了|太棒了|真棒|好棒|加油|哈哈|恭喜|谢谢|快乐|[耶哇啊])$"
)
_REQUEST = lazy_pattern(
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
    if marks is not None and not _SHOUT.search(folded, max(0, marks.start() - 16), marks.start()):
        return Insist(marks.end() - 2, marks.end(), is_request=False)
    request = _REQUEST.search(folded)
    return None if request is None else Insist(request.start(), request.end(), is_request=True)
