"""What the doctor finds: one fact per thing that can work or not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assistant.domain.errors import AssistantError


class Health(StrEnum):
    """Whether the user should care."""

    GOOD = "good"
    NOTE = "note"  # works in another way, or is absent by choice
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Restored:
    """How a damaged store was mended.

    `made_at_ms` is when the copy now in its place was made, None when there was no sound copy and the store began anew;
    `taken_over` counts the items read from the damaged file, which is kept as `damaged`.
    """

    made_at_ms: int | None
    taken_over: int
    damaged: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One finding about `subject` ("sqlite"; `wording` calls it "doctor.sqlite").

    `value` is data, such as a version or a path; `word` a key of `wording` that stands for it ("available").
    `reason` is why: a word of `wording` ("no_display" is "why.display.no_display"), whose `{detail}` is in `detail`, or
    what the part itself said. `errors` are what went wrong, when our own errors say it.
    """

    subject: str
    health: Health
    value: str = ""
    word: str = ""
    reason: str = ""
    detail: str = ""
    errors: tuple[AssistantError, ...] = ()
