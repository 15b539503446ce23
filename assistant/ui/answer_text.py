"""The simple Markdown that language models write, as plain text with styled stretches. Nothing in it is ever loaded.

Read are **strong** and *emphasised* words, `code`, fenced code, headings, lists, quotes and rules. Everything else is
text as it stands: HTML, images, tables. A link keeps its words and shows its address, and neither can be followed.
The reading is forgiving, because an answer is shown while it is written: a mark without its partner is text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

_FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.*?)[ \t#]*$")
_BULLET = re.compile(r"^([ \t]*)[-*+][ \t]+(?=\S)")
_NUMBER = re.compile(r"^([ \t]*)(\d{1,3})[.)][ \t]+(?=\S)")
_QUOTE = re.compile(r"^ {0,3}>[ \t]?")
_RULE = re.compile(r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_INLINE = re.compile(
    r"(?P<tick>`{1,4})(?P<code>[^`\n]+)(?P=tick)"
    r"|\*\*(?=\S)(?P<strong>[^*\n]+?)(?<=\S)\*\*"
    r"|(?<!\w)__(?=\S)(?P<under>[^_\n]+?)(?<=\S)__(?!\w)"
    r"|(?<![\w*])\*(?=[^\s*])(?P<emphasis>[^*\n]+?)(?<=\S)\*(?![\w*])"
    r"|!?\[(?P<words>[^\[\]\n]{1,200})\]\((?P<address>[^()\s]{1,500})\)"
)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|])")
_MOST_DEPTH = 4


class Look(Enum):
    """How a stretch of an answer looks."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    HEADING = "heading"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters `start` to `end` of the shown text."""

    start: int
    end: int
    look: Look


@dataclass(frozen=True, slots=True)
class Entry:
    """A line that belongs to a list: where it starts in the shown text, and how deep it lies, from 0."""

    start: int
    depth: int


@dataclass(frozen=True, slots=True)
class AnswerText:
    """What is shown, and how."""

    text: str
    stretches: tuple[Stretch, ...] = ()
    entries: tuple[Entry, ...] = ()


def read_answer(source: str) -> AnswerText:
    """Read the Markdown of an answer."""
    reader = _Reader()
    for line in source.split("\n"):
        reader.take(line)
    return AnswerText("\n".join(reader.lines), tuple(reader.stretches), tuple(reader.entries))


class _Reader:
    """Line by line; a fence is the only thing that reaches over a line end."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.stretches: list[Stretch] = []
        self.entries: list[Entry] = []
        self._at = 0
        self._finished = 0  # lines that are whole
        self._is_in_code = False

    def take(self, line: str) -> None:
        if _FENCE.match(line):
            self._is_in_code = not self._is_in_code
        elif self._is_in_code:
            self._add(line)
            self._mark(0, len(line), Look.CODE)
            self._next()
        elif not line.strip():
            self._line(line)
        elif _RULE.match(line):
            self._line("\u2500" * 12)
        else:
            self._text_line(line)

    def _text_line(self, line: str) -> None:
        heading = _HEADING.match(line)
        if heading:
            self._inline(heading[1], Look.HEADING)
            return
        quoted = _QUOTE.match(line)
        if quoted:
            self._inline(line[quoted.end() :], Look.QUOTE)
            return
        bullet, number = _BULLET.match(line), _NUMBER.match(line)
        if bullet:
            self._entry(bullet[1], "\u2022 ")
            self._inline(line[bullet.end() :])
        elif number:
            self._entry(number[1], f"{number[2]}. ")
            self._inline(line[number.end() :])
        else:
            self._inline(line)

    def _entry(self, indent: str, mark: str) -> None:
        depth = min(len(indent.expandtabs(4)) // 2, _MOST_DEPTH)
        self.entries.append(Entry(self._at, depth))
        self._add(mark)

    def _inline(self, text: str, whole: Look | None = None) -> None:
        started = len(self.lines[-1]) if self._is_open else 0
        last = 0
        for found in _INLINE.finditer(text):
            self._add(_plain(text[last : found.start()]))
            last = found.end()
            self._styled(found)
        self._add(_plain(text[last:]))
        if whole is not None:
            self._mark(started, len(self.lines[-1]), whole)
        self._next()

    def _styled(self, found: re.Match[str]) -> None:
        start = len(self.lines[-1]) if self._is_open else 0
        if found["code"] is not None:
            self._add(found["code"])
            self._mark(start, len(self.lines[-1]), Look.CODE)
        elif found["words"] is not None:
            self._add(f"{found['words']} ({found['address']})")
        else:
            words = found["strong"] or found["under"] or found["emphasis"]
            self._add(_plain(words))
            is_strong = found["emphasis"] is None
            self._mark(start, len(self.lines[-1]), Look.STRONG if is_strong else Look.EMPHASIS)

    # The line under way

    @property
    def _is_open(self) -> bool:
        return len(self.lines) > self._finished

    def _add(self, text: str) -> None:
        if self._is_open:
            self.lines[-1] += text
        else:
            self.lines.append(text)

    def _mark(self, start: int, end: int, look: Look) -> None:
        if end > start:
            self.stretches.append(Stretch(self._at + start, self._at + end, look))

    def _next(self) -> None:
        self._at += len(self.lines[-1]) + 1
        self._finished = len(self.lines)

    def _line(self, text: str) -> None:
        self._add(text)
        self._next()


def _plain(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)
