"""What a screen shows of a text that may be anything: capped, on one line, with its citation marks found.

A text can be a megabyte, hold HTML, control characters, half a surrogate pair or bidirectional overrides. Screens
show it as text, never more of it than a widget lays out in a few milliseconds (design paper 6, finding 5).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

TRANSCRIPT_CHARACTERS = 4_000  # measured in October 2026: laid out in about 5 ms by QTextDocument
INSPECTOR_CHARACTERS = 20_000
LINE_LIMIT = 400
_CITATION = re.compile(r"\[(\d{1,3})\]")
_UNSHOWABLE = re.compile("[\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SPACES = re.compile(r"\s+")
_FIRST_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"


@dataclass(frozen=True, slots=True)
class ShownText:
    """The part of a text that is shown; `hidden` counts the characters that are not."""

    text: str
    hidden: int = 0

    @property
    def is_capped(self) -> bool:
        """Whether something is left out."""
        return self.hidden > 0


@dataclass(frozen=True, slots=True)
class CitationSpan:
    """A mark like [2] in a text: character offsets and the number of the source."""

    start: int
    end: int
    number: int


def shown(text: str, limit: int = TRANSCRIPT_CHARACTERS) -> ShownText:
    """At most `limit` characters of `text`, cut between words where one is near."""
    head = text[:limit]
    hidden = len(text) - len(head)
    if hidden > 0:
        gap = max(head.rfind(" "), head.rfind("\n"))
        if gap > limit - 80:
            head, hidden = head[:gap], len(text) - gap
    return ShownText(showable(head), hidden)


def showable(text: str) -> str:
    """`text` with what no font can show (NUL, control characters, half surrogate pairs) as a replacement mark."""
    return _UNSHOWABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str, limit: int = LINE_LIMIT) -> str:
    """The start of `text` on a single line; widgets elide it to their width."""
    head = _SPACES.sub(" ", showable(text[: limit * 2])).strip()
    return head if len(head) <= limit else head[: limit - 1].rstrip() + "…"


def isolated(text: str) -> str:
    """`text` for the middle of a sentence: its writing direction does not spill into the rest."""
    return f"{_FIRST_ISOLATE}{text}{_POP_ISOLATE}"


def button_text(text: str, limit: int = 60) -> str:
    """`text` for a button or a menu: one line, with no character read as a shortcut mark."""
    return one_line(text, limit).replace("&", "&&")


def citation_spans(text: str, numbers: frozenset[int]) -> list[CitationSpan]:
    """The citation marks in `text` that name one of `numbers`."""
    spans = (CitationSpan(found.start(), found.end(), int(found.group(1))) for found in _CITATION.finditer(text))
    return [span for span in spans if span.number in numbers]


def first_line(text: str, limit: int = LINE_LIMIT) -> str:
    """The first line of `text` that holds anything, as a title."""
    for line in text[: limit * 4].splitlines():
        title = one_line(line, limit)
        if title:
            return title
    return one_line(text, limit)
