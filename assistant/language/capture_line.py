"""One typed line: note, task or question, with its time, tags, people and the title without what was recognised.

The kind is guessed as a person would: what asks is a question, what has a time ahead or tells somebody to do something
is a task, everything else is a note. A kind that the user chose wins over the guess. Only the first line decides.
"""

from __future__ import annotations

import re
from datetime import datetime

from assistant.domain.intention import IntentionKind
from assistant.domain.item import CaptureLine, ItemKind, TimeSpan
from assistant.language.detect import detect
from assistant.language.intentions import read_intention
from assistant.language.kinds import MARKER, REMIND, guess_kind
from assistant.language.people import find_people
from assistant.language.time import READ_CHARACTERS, find_time
from assistant.language.time_text import fold, readable

_LONGEST_TITLE = 200
_TAG = re.compile(r"(?<![\w#&/])#(?=[^\s#\d]|\d+[^\W\d])([\w/-]{1,64})(?:#(?!\w))?")
_SPACES = re.compile(r"[ \t\u3000]{2,}")
_SPACE_BEFORE_MARK = re.compile(r" (?=[,.;:!?，。；：！？、](?:\s|$))")
_DOUBLE_MARK = re.compile(r"([,，、;；])\s?[,，、;；](?=\s|$)")
_EDGES = " \t\u3000,，;；、:：-–—"


def read_line(
    text: str, now: datetime, *, kind: ItemKind | None = None, morning_hour: int = 9, evening_hour: int = 18
) -> CaptureLine:
    """What `text` means; `now` is aware, in the user's zone. Never raises on any text.

    Only a task has a time. Of a long text the first line (2,000 characters at most) is read.
    """
    start = text[:READ_CHARACTERS]
    offset = len(start) - len(start.lstrip())
    line = start[offset:].split("\n", 1)[0].rstrip()
    time = find_time(text, now, morning_hour=morning_hour, evening_hour=evening_hour)
    cue = read_intention(text)
    if kind is None and cue is not None:
        kind = ItemKind.NOTE if cue.kind is IntentionKind.RULE else ItemKind.TASK
    if kind is None:
        time_words = fold(text[time.start : time.end]) if time is not None else None
        kind = guess_kind(line, readable(line), fold(line), time_words)
    if kind is not ItemKind.TASK:
        time = None
    return CaptureLine(
        kind=kind,
        text=text,
        title=_title(line, time, offset),
        language=detect(text),
        time=time,
        tags=find_tags(text),
        people=find_people(line),
        cue=cue,
    )


def find_tags(text: str) -> tuple[str, ...]:
    """The #tags in the first 2,000 characters, without the sign, each once."""
    tags = (match[1].rstrip("-/") for match in _TAG.finditer(text[:READ_CHARACTERS]))
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def _title(line: str, time: TimeSpan | None, offset: int) -> str:
    """The line without time, tags, marker and "remind me to"; the whole line when nothing would be left."""
    cuts = [(match.start(), match.end()) for match in _TAG.finditer(line)]
    if time is not None:
        cuts.append((time.start - offset, time.end - offset))
    title = _without(line, cuts)
    marker = MARKER.match(title)
    if marker is not None:
        title = title[marker.end() :]
    cue = REMIND.match(fold(title))
    if cue is not None:
        title = title[cue.end() :]
    title = title.strip().strip(_EDGES).strip() or line
    return title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1].rstrip() + "…"


def _without(line: str, cuts: list[tuple[int, int]]) -> str:
    """The line without these stretches, and with no doubled space where they were."""
    joined, position = "", 0
    for start, end in sorted(cuts):
        joined = _joined(joined, line[position : max(position, start)])
        position = max(position, end)
    joined = _joined(joined, line[position:])
    if not cuts:
        return line
    return _DOUBLE_MARK.sub(r"\1", _SPACE_BEFORE_MARK.sub("", _SPACES.sub(" ", joined)))


def _joined(before: str, after: str) -> str:
    has_gap = before[-1:].isspace() or after[:1].isspace()
    if has_gap and before.strip() and after.strip():
        return f"{before.rstrip()} {after.lstrip()}"
    return before + after
