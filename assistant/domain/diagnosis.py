"""What the doctor finds: one fact per thing that can work or not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Health(StrEnum):
    """Whether the user should care."""

    GOOD = "good"
    NOTE = "note"  # works, or is absent by choice
    BAD = "bad"


class Subject(StrEnum):
    """What a fact is about, in the order in which facts are shown."""

    PROGRAM = "program"
    PYTHON = "python"
    LIBRARIES = "libraries"
    FOLDERS = "folders"
    PERMISSIONS = "permissions"
    STORE = "store"
    SPOOL = "spool"
    BACKUPS = "backups"
    SETTINGS = "settings"
    SCORER = "scorer"
    MODEL = "model"
    DESKTOP = "desktop"
    TRAY = "tray"
    SHORTCUT = "shortcut"
    NOTIFICATIONS = "notifications"
    REMINDERS = "reminders"


@dataclass(frozen=True, slots=True)
class Fact:
    """One finding. `value` is data (a version, a path, a number); `reason` a key of `wording` that explains it."""

    subject: Subject
    health: Health
    value: str
    reason: str = ""
