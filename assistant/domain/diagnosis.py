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
    """One finding. `subject` names it ("sqlite"; `wording` has "doctor.sqlite"), `value` is data: a version, a path.

    `reason` is a plain word or sentence from the part itself, such as why the scorer runs on the CPU.
    """

    subject: str
    health: Health
    value: str
    reason: str = ""
