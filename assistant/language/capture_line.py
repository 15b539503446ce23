"""One typed line: note, task or question, with its time, tags, people and the title without what was recognised.

The kind is guessed as a person would: what asks is a question, what has a time ahead or tells somebody to do something
is a task, everything else is a note. A kind that the user chose wins over the guess. Only the first line decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

from assistant.domain.intention import IntentionKind
from assistant.domain.item import CaptureLine, ItemKind, Mark, MarkKind, TimeSpan
from assistant.language.detect import detect
from assistant.language.insisting import Insist, find_insist
from assistant.language.intentions import read_intention
from assistant.language.kinds import MARKER, REMIND, guess_kind
from assistant.language.patterns import lazy_pattern
from assistant.language.people import find_people
from assistant.language.task_marks import Effort, Start, find_effort, find_start, may_hold_marks
from assistant.language.time import READ_CHARACTERS, find_time
from assistant.language.time_text import fold, readable
from assistant.language.waiting import begins_waiting, waiting_for

if TYPE_CHECKING:
    from assistant.domain.intention import Cue

_Span: TypeAlias = "Start | Effort | Insist"
_LONGEST_TITLE = 200
_LEADS_ON = lazy_pattern(
    r"(?i)(?:(?<![\w#])(?:about|for|on|with|of|the|to|from|by|a|an|my|our|and|or|in|at)\s+|(?:关于|關於|和|跟|给|給|的)\s*)\Z"
)
"""Words that want another behind them."""
_TAG = lazy_pattern(r"(?:(?<![\w#&/])|(?<=[\u3400-\u9fff])(?<!号))#(?=[^\s#\d]|\d+[^\W\d])([\w/-]{1,64})(?:#(?!\w))?")
"""Chinese needs no space before one (买燕麦奶#购物); but 编号#A3 is a number, and #话题#正文 holds one."""
_HANGING = lazy_pattern(r"(?i)(?<=\w)\s+(?:is|are)\Z")
"""What "the report is due today" would leave behind."""
_SPACES = lazy_pattern(r"[ \t\u3000]{2,}")
_SPACE_BEFORE_MARK = lazy_pattern(r" (?=[,.;:!?，。；：！？、](?:\s|$))")
_DOUBLE_MARK = lazy_pattern(r"([,，、;；])\s?[,，、;；](?=\s|$)")
_EDGES = " \t\u3000,，;；、:：-–—"


def read_line(
    text: str, now: datetime, *, kind: ItemKind | None = None, morning_hour: int = 9, evening_hour: int = 18
) -> CaptureLine:
    """What `text` means; `now` is aware, in the user's zone. Never raises on any text.

    Only a task has a time. Of a long text the first line (2,000 characters at most) is read. A fault of what reads
    costs what would have been recognised and never the line: it is then a note, or of the kind that was chosen.
    """
    try:
        return _read_line(text, now, kind, morning_hour, evening_hour)
    except (ArithmeticError, ValueError, LookupError, RecursionError):
        title = text[:READ_CHARACTERS].strip().split("\n", 1)[0]
        return CaptureLine(kind or ItemKind.NOTE, text, title[:_LONGEST_TITLE], detect(text))


def _read_line(text: str, now: datetime, kind: ItemKind | None, morning_hour: int, evening_hour: int) -> CaptureLine:
    beginning = text[:READ_CHARACTERS]
    offset = len(beginning) - len(beginning.lstrip())
    line = beginning[offset:].split("\n", 1)[0].rstrip()
    hours = _Hours(now, morning_hour, evening_hour)
    start, effort = _start_and_effort(line, hours)
    insist = find_insist(readable(line))
    rest = _blanked(text, offset, (start, effort, insist))
    time = hours.find_time(rest)
    if start is not None and time is not None and time.rrule:  # "every Monday from December": the rule has it all
        start = None
        rest = _blanked(text, offset, (effort, insist))
        time = hours.find_time(rest)
    cue = read_intention(text)
    who = waiting_for(line)
    if kind is None:
        words = text[time.start : time.end] if time is not None else None
        is_task = start is not None or begins_waiting(line, who) or (insist is not None and insist.is_request)
        kind = _kind(rest[offset : offset + len(line)], words, cue, is_task=is_task)
    if kind is not ItemKind.TASK:
        time = start = effort = insist = None
    people, tags = find_people(line), find_tags(text)
    return CaptureLine(
        kind=kind,
        text=text,
        title=_title(line, time, offset, (start, effort, insist)),
        language=detect(text),
        time=time,
        tags=tags,
        people=people,
        cue=cue,
        start_at_ms=None if start is None else start.at_ms,
        waiting_for=who,
        effort_minutes=None if effort is None else effort.minutes,
        marks=_marks(text, offset, line, time, (start, effort, insist), who, people, tags),
        is_insistent=insist is not None,
    )


@dataclass(frozen=True, slots=True)
class _Hours:
    """By what the times of a line are read."""

    now: datetime
    morning: int
    evening: int

    def find_time(self, text: str) -> TimeSpan | None:
        """The first time still ahead."""
        return find_time(text, self.now, morning_hour=self.morning, evening_hour=self.evening)


def _start_and_effort(line: str, hours: _Hours) -> tuple[Start | None, Effort | None]:
    folded = readable(line)
    if not may_hold_marks(folded):
        return None, None
    return find_start(folded, line, hours.now, hours.find_time), find_effort(folded)


def _blanked(text: str, offset: int, spans: tuple[_Span | None, ...]) -> str:
    """The text with these stretches as spaces, so that offsets stay; without spaces that would be left at its end."""
    for span in spans:
        if span is not None:
            first, last = offset + span.start, offset + span.end
            text = text[:first] + " " * (last - first) + text[last:]
    return text.rstrip(" ")


def _kind(line: str, time_words: str | None, cue: Cue | None, *, is_task: bool) -> ItemKind:
    if cue is not None:
        return ItemKind.NOTE if cue.kind is IntentionKind.RULE else ItemKind.TASK
    if is_task:
        return ItemKind.TASK
    line = line.strip()
    time_words = fold(time_words) if time_words is not None else None
    return guess_kind(line, readable(line), fold(line), time_words)


def _marks(
    text: str,
    offset: int,
    line: str,
    time: TimeSpan | None,
    spans: tuple[Start | None, Effort | None, Insist | None],
    who: str,
    people: tuple[str, ...],
    tags: tuple[str, ...],
) -> tuple[Mark, ...]:
    """Everything recognised, with its place."""
    marks: list[Mark] = []
    if time is not None:
        marks.append(Mark(MarkKind.TIME, time.start, time.end, text[time.start : time.end]))
    for kind, span in zip((MarkKind.START, MarkKind.EFFORT, MarkKind.INSIST), spans, strict=True):
        if span is not None:
            words = line[span.start : span.end]
            marks.append(Mark(kind, offset + span.start, offset + span.end, words))
    names = [(MarkKind.WAITING, who)] if who else []
    names += [(MarkKind.PERSON, name) for name in people]
    for kind, name in names:
        place = max(0, text.find(name))
        marks.append(Mark(kind, place, place + (len(name) if text.startswith(name, place) else 0), name))
    for tag in tags:
        place = max(0, text.find(f"#{tag}"))
        marks.append(Mark(MarkKind.TAG, place, place + len(tag) + 1, tag))
    return tuple(marks)


def find_tags(text: str) -> tuple[str, ...]:
    """The #tags in the first 2,000 characters, without the sign, each once."""
    tags = (match[1].rstrip("-/") for match in _tag_matches(text[:READ_CHARACTERS]))
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def _tag_matches(text: str) -> list[re.Match[str]]:
    matches = list(_TAG.finditer(text))
    ends = {match.end() for match in matches}
    return [match for match in matches if match.start() not in ends and not _in_address(text, match.start())]


def _in_address(text: str, place: int) -> bool:
    return "://" in text[text.rfind(" ", 0, place) + 1 : place]


def _title(line: str, time: TimeSpan | None, offset: int, spans: tuple[_Span | None, ...]) -> str:
    """The line without time, marks, tags, marker and "remind me to"; the whole line when nothing would be left."""
    cuts = [(span.start, span.end) for span in spans if span is not None]
    if time is not None:
        spans_of_time = ((time.start, time.end), *time.beside)
        cuts += [(start - offset, end - offset) for start, end in spans_of_time]
    title = _without(line, cuts + _tag_cuts(line, cuts))
    marker = MARKER.match(title)
    if marker is not None:
        title = title[marker.end() :]
    cue = REMIND.match(fold(title))
    if cue is not None:
        title = title[cue.end() :]
    title = title.strip().strip(_EDGES).strip()
    if time is not None and not line[time.end - offset :].strip():
        title = _HANGING.sub("", title)
    title = title or line
    return title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1].rstrip() + "…"


def _tag_cuts(line: str, others: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What of the tags is no part of the sentence: of one between words, or behind "about", the sign alone."""
    tags = _tag_matches(line)
    if not tags:
        return []
    bare = [" "] * len(line)
    for place, character in enumerate(line):
        if character.isalnum():
            bare[place] = character
    for start, end in (*others, *(match.span() for match in tags)):
        bare[start:end] = " " * (end - start)
    first, last = len(line) - len("".join(bare).lstrip()), len("".join(bare).rstrip())
    cuts: list[tuple[int, int]] = []
    for match in tags:
        is_within = first < match.start() < last or _LEADS_ON.search(line[: match.start()]) is not None
        cuts += [(match.start(), match.start(1)), (match.end(1), match.end())] if is_within else [match.span()]
    return cuts


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
