"""The Today view: at most seven lines, each with its source and its reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assistant.domain.item import Item
from assistant.domain.memory import Reason


class SectionKind(StrEnum):
    """The sections, in the order in which they are shown."""

    NOW = "now"
    NEXT = "next"
    WAITING = "waiting"
    REMEMBER = "remember"
    MISSED = "missed"
    DONE = "done"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class DigestLine:
    """One line. `occurrence_id` is set when the line comes from a reminder that was missed, or from one that was done.

    `title` is the text without the words for its time: "tomorrow" is wrong the day after.
    """

    item: Item
    reasons: tuple[Reason, ...]
    due_at_ms: int | None = None
    occurrence_id: str | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A section: the lines that are shown, and those folded away behind "n more"."""

    kind: SectionKind
    lines: tuple[DigestLine, ...]
    folded: tuple[DigestLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Digest:
    """One day on one screen. Over all sections at most seven lines are not folded.

    `has_newly_aside` on the day on which undone tasks went to the shelf by themselves: the moment to say so, once.
    """

    made_at_ms: int
    sections: tuple[Section, ...]
    has_newly_aside: bool = False
