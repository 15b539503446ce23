"""Every option once: default, range and what it affects.

The settings dialog and the settings file are both built from these fields.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Language(StrEnum):
    """The two languages of the program."""

    ENGLISH = "en"
    CHINESE = "zh"


class LanguageChoice(StrEnum):
    """The interface language."""

    SYSTEM = "system"
    ENGLISH = "en"
    CHINESE = "zh_CN"


class ThemeChoice(StrEnum):
    """Light, dark, or as the desktop says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Settings:
    """All options. Hours are local wall-clock hours; tokens are the language model's.

    `field(metadata=...)` holds the allowed range as (lowest, highest) under "range".
    """

    language: LanguageChoice = LanguageChoice.SYSTEM
    theme: ThemeChoice = ThemeChoice.SYSTEM
    mind_tokens: int = field(default=800, metadata={"range": (100, 8000)})
    mind_items: int = field(default=7, metadata={"range": (3, 30)})
    forgetting_threshold: float = field(default=0.05, metadata={"range": (0.0, 0.9)})
    context_tokens: int = field(default=800, metadata={"range": (100, 8000)})
    answer_tokens: int = field(default=400, metadata={"range": (32, 4000)})
    model_memory_gb: int = field(default=8, metadata={"range": (1, 256)})
    day_start_hour: int = field(default=5, metadata={"range": (0, 12)})  # before this, it is still yesterday
    morning_hour: int = field(default=9, metadata={"range": (0, 23)})  # when only a day was named
    evening_hour: int = field(default=18, metadata={"range": (12, 23)})
    snooze_minutes: int = field(default=10, metadata={"range": (1, 240)})
    quiet_from_hour: int = field(default=0, metadata={"range": (0, 23)})  # no reminder from here
    quiet_to_hour: int = field(default=0, metadata={"range": (0, 23)})  # to here; off when the two are equal
    set_aside_after_days: int = field(default=5, metadata={"range": (0, 60)})  # of moving on by itself; 0: never
    shortcut: str = "Ctrl+Alt+Space"
    is_shortcut_enabled: bool = True
    hide_reminder_text: bool = False
    has_reminder_sound: bool = False
    notify_intentions: bool = False  # what comes up with a person or a topic, also as a notification
    is_insisting: bool = False  # every reminder is repeated until it is answered
    insist_minutes: int = field(default=5, metadata={"range": (1, 120)})  # between two askings
    is_learning_enabled: bool = True  # from use, and by rehearsing the store in idle time
