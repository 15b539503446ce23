"""What a reminder says: its title, how late it is, its buttons. The same words for notifications and windows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from assistant.domain.item import Item, Language
from assistant.domain.reminder import DueReminder, Notice
from assistant.domain.settings import Settings
from assistant.language.capture_line import read_line
from assistant.language.task_words import due_words
from assistant.language.wording import interface_language, late_words, list_words, when_words, words
from assistant.memory.recurrence import wall_ms
from assistant.services.later import later_choices
from assistant.services.quiet_hours import is_quiet

if TYPE_CHECKING:
    from assistant.domain.ports import Clock

LATE_MS = 60_000
"""From here on a reminder is late, and several late ones are told together."""

_TITLE_LENGTH = 90
_READ_LENGTH = 2000
_MOST_IN_GROUP = 8  # titles told in a group; Today lists them all


class Notices:
    """Words reminders in the language in force."""

    def __init__(self, clock: Clock, settings: Callable[[], Settings], system_locale: str = "") -> None:
        """`system_locale` decides the language when the settings do not."""
        self._clock = clock
        self._settings = settings
        self._system_locale = system_locale

    def language(self) -> Language:
        """The language reminders are worded in."""
        return interface_language(self._settings().language, self._system_locale)

    def title(self, item: Item) -> str:
        """What an item is about, in one line and without the words for its time: "tomorrow" is wrong by now."""
        written = self._clock.local(item.updated_at_ms or item.created_at_ms)
        title = " ".join(read_line(item.text[:_READ_LENGTH], written, kind=item.kind).title.split())
        return title if len(title) <= _TITLE_LENGTH else title[: _TITLE_LENGTH - 1] + "…"

    def explanation(self, reminder: DueReminder) -> str:
        """What a surface says under a reminder's title: how late it is, and whether it may be a repeat."""
        language = self.language()
        parts = self._lateness(reminder, language)
        if reminder.may_repeat:
            parts.append(words("reminder.may_repeat", language))
        if self._settings().hide_reminder_text:
            parts.append(words("reminder.hidden", language))
        return " · ".join(parts)

    def _lateness(self, reminder: DueReminder, language: Language) -> list[str]:
        occurrence = reminder.occurrence
        if occurrence.asks:
            meant_ms = wall_ms(occurrence.wall_time, self._clock.zone())
            due = when_words(occurrence.due_at_ms if meant_ms is None else meant_ms, self._clock.local(), language)
            return [words("reminder.again", language), words("reminder.was_due", language, when=due)]
        deadline_ms = reminder.item.due_at_ms if reminder.item.is_deadline else None
        if deadline_ms is not None and deadline_ms > self._clock.now_ms():  # it warns; it is not late
            return [due_words(deadline_ms, self._clock.local(), language, is_deadline=True)]
        if reminder.late_ms < LATE_MS:
            return [words("reminder.now", language)]
        due = when_words(occurrence.due_at_ms, self._clock.local(), language)
        parts = [late_words(reminder.late_ms, language), words("reminder.was_due", language, when=due)]
        if is_quiet(self._settings(), self._clock.local(occurrence.due_at_ms)) and not reminder.item.is_insistent:
            parts.append(words("reminder.was_quiet", language))
        return parts

    def single(self, reminder: DueReminder, *, has_listener: bool = True) -> Notice:
        """One reminder with its buttons; without them, and saying so, when nobody would hear them pressed."""
        settings, language = self._settings(), self.language()
        body = self.explanation(reminder)
        buttons = (
            ("done", words("button.done", language)),
            ("snooze", words("button.snooze", language, count=settings.snooze_minutes)),
            ("later", words("button.later", language)),
        )
        return Notice(
            title=self._shown_title(reminder.item, language),
            body=body if has_listener else f"{body} · {words('reminder.no_buttons', language)}",
            buttons=buttons if has_listener else (),
            has_sound=settings.has_reminder_sound,
            is_urgent=reminder.item.is_insistent,
        )

    def later(self, reminder: DueReminder) -> Notice:
        """The question when to remind again, with its choices as buttons."""
        language = self.language()
        choices = later_choices(self._clock, self._settings())
        return Notice(
            title=self._shown_title(reminder.item, language),
            body=words("later.when", language),
            buttons=tuple((f"later.{choice.key}", words(choice.phrase, language)) for choice in choices),
        )

    def group(self, reminders: Sequence[DueReminder]) -> Notice:
        """One notice for many late ones; without buttons, a click opens Today, where each has its own."""
        settings, language = self._settings(), self.language()
        if settings.hide_reminder_text:
            body = words("reminder.hidden", language)
        else:
            lines = [self._line(each, language) for each in reminders[:_MOST_IN_GROUP]]
            if len(reminders) > _MOST_IN_GROUP:
                lines.append(words("today.more", language, count=len(reminders) - _MOST_IN_GROUP))
            body = "\n".join(lines)
        title = words("reminder.group", language, count=len(reminders))
        return Notice(title, body, is_group=True, has_sound=settings.has_reminder_sound)

    def _shown_title(self, item: Item, language: Language) -> str:
        return words("reminder.title", language) if self._settings().hide_reminder_text else self.title(item)

    def _line(self, reminder: DueReminder, language: Language) -> str:
        parts = [self.title(reminder.item), late_words(reminder.late_ms, language)]
        if reminder.may_repeat:
            parts.append(words("reminder.may_repeat", language))
        return list_words(parts, language)
