"""What the doctor finds: one fact per thing that can work or not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Health(StrEnum):
    """Whether the user should care."""

    GOOD = "good"
    NOTE = "note"  # works in another way, or is absent by choice
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Fact:
    """One finding about `subject` ("sqlite"; `wording` calls it "doctor.sqlite").

    `value` is data, such as a version or a path; `word` a key of `wording` that stands for it ("available").
    `reason` is what the part itself said, such as why the scorer runs on the CPU.
    """

    subject: str
    health: Health
    value: str = ""
    word: str = ""
    reason: str = ""
