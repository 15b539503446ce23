"""The words of the Settings screen: each option's name and what it does, in the language in force."""

from __future__ import annotations

from PySide6.QtCore import QObject

from assistant.platform.hotkey import CAPTURE_COMMAND, HotkeyState
from assistant.ui.settings_presenter import FieldSpec, Group


class SettingWords(QObject):
    """Names, hints and explanations."""

    def group(self, group: Group) -> str:
        """The title of a group."""
        return {
            Group.LOOKS: self.tr("Language and looks"),
            Group.MIND: self.tr("What is on my mind"),
            Group.MODEL: self.tr("Language model"),
            Group.DAY: self.tr("My day"),
            Group.SHORTCUT: self.tr("Shortcut"),
            Group.REMINDERS: self.tr("Reminders"),
        }[group]

    def name(self, field: str) -> str:
        """The name of an option."""
        return {
            "language": self.tr("Language"),
            "theme": self.tr("Colours"),
            "mind_items": self.tr("Places"),
            "mind_tokens": self.tr("Room for text"),
            "forgetting_threshold": self.tr("Forgetting threshold"),
            "is_learning_enabled": self.tr("Learn from what I use"),
            "context_tokens": self.tr("Memory given with a question"),
            "answer_tokens": self.tr("Longest answer"),
            "model_memory_gb": self.tr("Memory for the model"),
            "day_start_hour": self.tr("The day begins at"),
            "morning_hour": self.tr("Morning is at"),
            "evening_hour": self.tr("Evening is at"),
            "set_aside_after_days": self.tr("Set aside after"),
            "is_shortcut_enabled": self.tr("Capture from any program"),
            "shortcut": self.tr("Keys"),
            "snooze_minutes": self.tr("Snooze for"),
            "quiet_from_hour": self.tr("Quiet from"),
            "quiet_to_hour": self.tr("Quiet until"),
            "is_insisting": self.tr("Repeat until I answer"),
            "insist_minutes": self.tr("Repeat every"),
            "has_reminder_sound": self.tr("Sound"),
            "notify_intentions": self.tr("Notify of what comes up"),
            "hide_reminder_text": self.tr("Hide the text in notifications"),
        }[field]

    def hint(self, field: str) -> str:
        """What an option does."""
        return {
            "language": self.tr("Of the windows; your notes can be in any language"),
            "theme": self.tr("Light, dark, or as the desktop says"),
            "mind_items": self.tr("How many things may be on your mind at once"),
            "mind_tokens": self.tr("How much they may hold together; 800 is about a page"),
            "forgetting_threshold": self.tr("What weighs less leaves the mind for the archive; nothing is deleted"),
            "is_learning_enabled": self.tr("What you open, correct and pin is found sooner; it stays on this computer"),
            "context_tokens": self.tr("More finds more and takes longer; 800 is about a page"),
            "answer_tokens": self.tr("The model stops there; 400 is about half a page"),
            "model_memory_gb": self.tr("The model's process never takes more"),
            "day_start_hour": self.tr("Before that, it is still yesterday"),
            "morning_hour": self.tr("When you name a day without a time"),
            "evening_hour": self.tr("What “this evening” means"),
            "set_aside_after_days": self.tr("A task left undone moves to the next day this often; 0 means always"),
            "is_shortcut_enabled": self.tr("One key press opens the capture window over whatever you do"),
            "shortcut": self.tr("Click, then press the keys you want"),
            "snooze_minutes": self.tr("What the Snooze button of a reminder does"),
            "quiet_from_hour": self.tr("What comes due in the quiet hours is told when they end"),
            "quiet_to_hour": self.tr("The same hour twice means no quiet hours"),
            "is_insisting": self.tr("Every reminder comes again, twelve times at most; the quiet hours still hold"),
            "insist_minutes": self.tr("Also for a task with “!!”, which is told even in the quiet hours"),
            "notify_intentions": self.tr("“When I see Anna, …” also as a notification, while the window is away"),
            "has_reminder_sound": self.tr("A short sound with each reminder, where the desktop plays one"),
            "hide_reminder_text": self.tr("Others at your screen then see only that there is a reminder"),
        }[field]

    def unit(self, field: str) -> str:
        """What stands behind a number."""
        return {
            "model_memory_gb": self.tr(" GB"),
            "snooze_minutes": self.tr(" minutes"),
            "insist_minutes": self.tr(" minutes"),
            "set_aside_after_days": self.tr(" days"),
            "day_start_hour": self.tr(":00"),
            "quiet_from_hour": self.tr(":00"),
            "quiet_to_hour": self.tr(":00"),
            "morning_hour": self.tr(":00"),
            "evening_hour": self.tr(":00"),
        }.get(field, "")

    def choice(self, value: str) -> str:
        """The name of a choice."""
        return {
            "system": self.tr("As the desktop says"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "en": "English",
            "zh_CN": "简体中文",
        }.get(value, value)

    def out_of_range(self, spec: FieldSpec, kept: object) -> str:
        """Why a number was not taken."""
        low, high = spec.allowed if spec.allowed is not None else (0, 0)
        text = self.tr("Between {low} and {high}, please. {kept} stays in use.")
        return text.format(low=f"{low:g}", high=f"{high:g}", kept=kept)

    def shortcut_state(self, state: HotkeyState, keys: str) -> tuple[str, str]:
        """Which way capturing works now, and the tone to say it in."""
        if state is HotkeyState.ACTIVE:
            return self.tr("Active: {keys} works in every program").format(keys=keys), "good"
        bind = self.tr("Bind a key to “{command}” in your desktop's keyboard settings.").format(command=CAPTURE_COMMAND)
        said = {
            HotkeyState.OFF: self.tr("Switched off."),
            HotkeyState.TAKEN: self.tr("Another program uses {keys}. Choose other keys here.").format(keys=keys),
            HotkeyState.INVALID: self.tr("{keys} cannot be used: it needs Ctrl, Alt or Super and one more key.").format(
                keys=keys
            ),
            HotkeyState.UNSUPPORTED: self.tr("This desktop lets no program take keys by itself.") + " " + bind,
        }[state]
        return said, "muted" if state is HotkeyState.OFF else "warn"
