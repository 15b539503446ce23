"""Which settings stand where on the Settings screen, and whether a value may be taken.

The form is made from the fields of `Settings`: a field that is in no group is a mistake that a test finds.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import Enum, StrEnum

from assistant.domain.settings import Settings


class Group(StrEnum):
    """The groups of the Settings screen that hold fields."""

    LOOKS = "looks"
    MIND = "mind"
    MODEL = "model"
    DAY = "day"
    SHORTCUT = "shortcut"
    REMINDERS = "reminders"


FIELDS: dict[Group, tuple[str, ...]] = {
    Group.LOOKS: ("language", "theme"),
    Group.MIND: ("mind_items", "mind_tokens", "forgetting_threshold", "is_learning_enabled"),
    Group.MODEL: ("context_tokens", "answer_tokens", "model_memory_gb"),
    Group.DAY: ("day_start_hour", "morning_hour", "evening_hour", "set_aside_after_days"),
    Group.SHORTCUT: ("is_shortcut_enabled", "shortcut"),
    Group.REMINDERS: (
        "snooze_minutes",
        "is_insisting",
        "insist_minutes",
        "quiet_from_hour",
        "quiet_to_hour",
        "has_reminder_sound",
        "notify_intentions",
        "hide_reminder_text",
    ),
}


class FieldForm(StrEnum):
    """The control that a field needs."""

    CHOICE = "choice"
    SWITCH = "switch"
    WHOLE = "whole"
    FRACTION = "fraction"
    KEYS = "keys"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One setting: its control, default and range (lowest, highest), None when it has none."""

    name: str
    form: FieldForm
    default: object
    allowed: tuple[float, float] | None = None

    def is_allowed(self, value: float) -> bool:
        """Whether a number is in range."""
        return self.allowed is None or self.allowed[0] <= value <= self.allowed[1]


def specs() -> dict[str, FieldSpec]:
    """Every setting by name."""
    result: dict[str, FieldSpec] = {}
    for entry in fields(Settings):
        result[entry.name] = FieldSpec(entry.name, _form(entry.default), entry.default, entry.metadata.get("range"))
    return result


def value_text(value: object) -> str:
    """A value as the settings file's text, which is what `SettingsFile.set` takes."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value.value) if isinstance(value, Enum) else str(value)


def _form(default: object) -> FieldForm:
    if isinstance(default, bool):
        return FieldForm.SWITCH
    if isinstance(default, Enum):
        return FieldForm.CHOICE
    if isinstance(default, int):
        return FieldForm.WHOLE
    return FieldForm.FRACTION if isinstance(default, float) else FieldForm.KEYS
