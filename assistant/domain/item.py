"""One thing to remember, verbatim, with where it came from."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from assistant.domain.settings import Language as Language  # noqa: PLC0414 - known here as well

if TYPE_CHECKING:
    from assistant.domain.intention import Cue, Fired


class ItemKind(StrEnum):
    """What an item is to its user."""

    NOTE = "note"
    TASK = "task"
    QUESTION = "question"
    MESSAGE = "message"
    PASSAGE = "passage"


class Provenance(StrEnum):
    """How an item reached the store. The assistant's own words never become items by themselves."""

    TYPED = "typed"
    PASTED = "pasted"
    IMPORTED = "imported"
    ASSISTANT = "assistant"


@dataclass(frozen=True, slots=True)
class Item:
    """One remembered thing.

    `id` is a 26-character sortable text, made before the commit so that a replay can never double it.
    Instants are UTC milliseconds since 1970. `text` is what the user gave, never rewritten by the program.
    `session` groups items that belong together (a conversation, an import file); `position` orders them there.
    `rrule` is the text of an RFC 5545 recurrence, empty when the item does not repeat; it is counted from the wall time
    `first_wall` ("2026-11-23T09:00:00") in the IANA zone `zone`, and `due_at_ms` is then the occurrence to come.
    With `is_deadline` the due instant is the last moment ("by Friday"), not an appointment. `waiting_for` is who owes
    the user something: empty when nobody does, None when nobody looked (then the text is asked). `rolls` counts the
    days to which an undone task moved on by itself, the last one at `rolled_at_ms`; `set_aside_at_ms` is when it went
    to the shelf, out of Today, the mind and the reminders.
    With `repeats_after_done` the rule is counted from the day on which the last occurrence was done, and nothing is
    armed before that; `except_days` are local dates that the rule leaves out. A wall time follows its user into another
    zone unless it `is_absolute`. What `is_insistent` is reminded of again and again until it is answered.
    """

    id: str
    kind: ItemKind
    text: str
    created_at_ms: int
    provenance: Provenance = Provenance.TYPED
    language: Language = Language.ENGLISH
    updated_at_ms: int | None = None
    due_at_ms: int | None = None
    done_at_ms: int | None = None
    is_pinned: bool = False
    not_before_ms: int | None = None  # its start, or "not now": kept out of the mind and Today until then
    session: str | None = None
    position: int | None = None
    speaker: str | None = None
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    rrule: str = ""
    first_wall: str = ""
    zone: str = ""
    is_deadline: bool = False
    waiting_for: str | None = None
    effort_minutes: int | None = None
    rolls: int = 0
    rolled_at_ms: int | None = None
    set_aside_at_ms: int | None = None
    repeats_after_done: bool = False
    except_days: tuple[str, ...] = ()
    is_absolute: bool = False
    is_insistent: bool = False

    @property
    def is_done(self) -> bool:
        """Whether a task was completed."""
        return self.done_at_ms is not None

    @property
    def is_set_aside(self) -> bool:
        """Whether it lies on the shelf."""
        return self.set_aside_at_ms is not None


@dataclass(frozen=True, slots=True)
class ItemVersion:
    """An earlier text of an item and the instant at which another text took its place."""

    text: str
    replaced_at_ms: int


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A recognised time in a text: `start` and `end` are character offsets, `at_ms` a UTC instant.

    `has_clock` is False when only a day was named (`at_ms` is then the default hour of that day).
    `rrule` is the text of an RFC 5545 recurrence ("FREQ=WEEKLY;BYDAY=MO") in local wall time, empty when the time
    does not repeat; `at_ms` is then its first occurrence. With `repeats_after_done` the rule counts from the instant
    at which the task was done ("3 days after I finish"). `except_days` are local dates ("2026-12-25") left out of it.
    `is_deadline` marks "by Friday" against "on Friday"; `is_absolute` an instant that no change of the user's zone
    moves: "in 20 minutes", "at 9 am PST". `zone` is the IANA name of the zone in whose wall time a rule is meant, empty
    for the user's own. `beside` are further stretches of the text that belong to it ("Friday dinner at 7").
    """

    start: int
    end: int
    at_ms: int
    has_clock: bool
    rrule: str = ""
    repeats_after_done: bool = False
    except_days: tuple[str, ...] = ()
    is_deadline: bool = False
    is_absolute: bool = False
    zone: str = ""
    beside: tuple[tuple[int, int], ...] = ()


class MarkKind(StrEnum):
    """What can be recognised in a line and waved away."""

    TIME = "time"
    START = "start"
    WAITING = "waiting"
    EFFORT = "effort"
    INSIST = "insist"
    PERSON = "person"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a line that mean something: where they stand (character offsets) and what names the thing."""

    kind: MarkKind
    start: int
    end: int
    words: str

    @property
    def key(self) -> str:
        """What identifies it while the line is being typed."""
        return f"{self.kind}:{self.words.casefold()}"


@dataclass(frozen=True, slots=True)
class CaptureLine:
    """What one typed line means: its kind, its title without the recognised parts, and those parts.

    `start_at_ms` is before when a task is to stay out of sight, `waiting_for` who owes the user something (empty for
    nobody), `marks` are the recognised things in the order in which they are shown. `is_insistent` asks to be reminded
    until it is answered.
    """

    kind: ItemKind
    text: str
    title: str
    language: Language
    time: TimeSpan | None = None
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    cue: Cue | None = None
    start_at_ms: int | None = None
    waiting_for: str = ""
    effort_minutes: int | None = None
    marks: tuple[Mark, ...] = ()
    is_insistent: bool = False

    def without(self, keys: Collection[str]) -> CaptureLine:
        """The same line when the user waved these marks away: their words are only text."""
        gone = [mark for mark in self.marks if mark.key in keys]
        if not gone:
            return self
        kinds = {mark.kind for mark in gone}
        names = {(mark.kind, mark.words) for mark in gone}
        return replace(
            self,
            time=None if MarkKind.TIME in kinds else self.time,
            start_at_ms=None if MarkKind.START in kinds else self.start_at_ms,
            waiting_for="" if MarkKind.WAITING in kinds else self.waiting_for,
            effort_minutes=None if MarkKind.EFFORT in kinds else self.effort_minutes,
            people=tuple(name for name in self.people if (MarkKind.PERSON, name) not in names),
            tags=tuple(tag for tag in self.tags if (MarkKind.TAG, tag) not in names),
            is_insistent=self.is_insistent and MarkKind.INSIST not in kinds,
            marks=tuple(mark for mark in self.marks if mark not in gone),
        )


@dataclass(frozen=True, slots=True)
class Kept:
    """The receipt of a capture. `is_spooled` means that it lies safely beside the store and will be replayed.

    `first_spool_notice` is True only once per outage: the moment to tell the user. `line` is what was recognised,
    `fired` are the intentions that this capture set off.
    """

    item: Item
    is_spooled: bool = False
    first_spool_notice: bool = False
    line: CaptureLine | None = None
    fired: tuple[Fired, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """One search hit. `score` is higher for better; `snippet` is a short part of the text around the match."""

    item: Item
    score: float
    snippet: str = ""


@dataclass(frozen=True, slots=True)
class SearchFilter:
    """What a search is limited to. Empty fields do not limit."""

    kinds: frozenset[ItemKind] = field(default_factory=frozenset[ItemKind])
    tag: str | None = None
    pinned_only: bool = False
    open_only: bool = False
    set_aside_only: bool = False
    after_ms: int | None = None
    before_ms: int | None = None

    def admits(self, item: Item) -> bool:
        """Whether an item is among those that the search is limited to."""
        created_at_ms = item.created_at_ms
        return (
            (not self.kinds or item.kind in self.kinds)
            and (self.tag is None or self.tag in item.tags)
            and (not self.pinned_only or item.is_pinned)
            and (not self.open_only or (item.kind is ItemKind.TASK and not item.is_done))
            and (not self.set_aside_only or item.is_set_aside)
            and (self.after_ms is None or created_at_ms >= self.after_ms)
            and (self.before_ms is None or created_at_ms < self.before_ms)
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """The unfinished text of the capture window."""

    text: str = ""
    kind: ItemKind | None = None  # None: guessed
