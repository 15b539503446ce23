"""Show every due reminder once, and carry out what the user answers.

The protocol against both misses and doubles: a sweep *claims* what is due in one transaction (PRESENTING), then a
surface *presents* it, then it is marked SHOWN. A process that dies between the last two leaves the one case in
which a reminder may come twice; the next sweep claims it again and labels it. Deadlines are absolute instants, so
a suspend, a restart or a moved clock can only make a reminder late, and late ones say so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.domain.action import ActionKind
from assistant.domain.changes import Announce, Changes, Topic
from assistant.domain.identity import new_id
from assistant.domain.item import Item, Language
from assistant.domain.reminder import DueReminder, Occurrence, OccurrenceState, Presented
from assistant.domain.settings import Settings
from assistant.language.capture_line import read_line
from assistant.language.wording import interface_language, late_words, list_words, when_words, words
from assistant.services.repeating import follower

if TYPE_CHECKING:
    from assistant.domain.ports import Clock, Items, Notifier, Occurrences
    from assistant.services.journal import Journal

_MINUTE_MS = 60_000
_QUARTER_MS = 15 * _MINUTE_MS
_TITLE_LENGTH = 90
_READ_LENGTH = 2000
_LATE_MS = _MINUTE_MS  # from here on a reminder is late, and several late ones are told together
_MOST_SINGLE = 3  # late ones told one by one; more than these come as one group
_MOST_IN_GROUP = 8  # titles told in a group; Today lists them all


class Reminding:
    """Sweeps the ledger and settles the answers."""

    def __init__(
        self,
        occurrences: Occurrences,
        items: Items,
        notifier: Notifier,
        clock: Clock,
        settings: Callable[[], Settings],
        announce: Announce,
        *,
        system_locale: str = "",
        journal: Journal | None = None,
    ) -> None:
        """Store the ports; `system_locale` decides the language of notifications when the settings do not.

        With a `journal` every answer can be taken back (`Undoing`).
        """
        self._journal = journal
        self._occurrences = occurrences
        self._items = items
        self._notifier = notifier
        self._clock = clock
        self._settings = settings
        self._announce = announce
        self._system_locale = system_locale
        self._following = follower(clock)
        self._swept_at_ms: int | None = None

    def sweep(self) -> list[Presented]:
        """Claim what is due and present it on the desktop; run at start, on wake, on clock jumps, every 30 s.

        Those that no desktop took are returned with `was_notified` False: whoever swept shows them and calls
        `shown` for each. They are not returned again by this process.
        """
        now_ms = self._clock.now_ms()
        if self._swept_at_ms is None or now_ms < self._swept_at_ms:
            self._occurrences.realign(now_ms, self._following)
        self._swept_at_ms = now_ms
        if self._is_quiet(now_ms):
            return []  # what is due stays armed and comes late, with the reason
        wanted = self._still_wanted(self._occurrences.claim_due(now_ms, self._following), now_ms)
        late = [reminder for reminder in wanted if reminder.late_ms >= _LATE_MS]
        grouped = late if len(late) > _MOST_SINGLE else []
        presented: list[Presented] = []
        if grouped:
            was_notified = self._notify_group(grouped)
            presented += [self._settled(reminder, was_notified=was_notified) for reminder in grouped]
        for reminder in wanted:
            if reminder not in grouped:
                presented.append(self._settled(reminder, was_notified=self._notify(reminder)))
        if presented:
            self._tell(*(each.reminder for each in presented))
        return presented

    def shown(self, occurrence_id: str) -> None:
        """A surface has shown this reminder. Raises `ItemMissing` when it was forgotten meanwhile."""
        occurrence = self._occurrences.get(occurrence_id)
        if occurrence.state is OccurrenceState.PRESENTING:
            self._occurrences.mark(occurrence_id, OccurrenceState.SHOWN, self._clock.now_ms())
            self._announce(Changes.of(Topic.REMINDERS, ids=(occurrence.item_id,)))

    def done(self, occurrence_id: str) -> None:
        """Complete the item; its other reminders are taken back. Raises `ItemMissing`.

        Of a repeating item this occurrence is completed, and the item with the last one.
        """
        with self._noting(ActionKind.DONE, occurrence_id):
            self._done(occurrence_id)

    def _noting(self, kind: ActionKind, occurrence_id: str) -> AbstractContextManager[None]:
        """A block whose changes can be taken back together."""
        if self._journal is None:
            return nullcontext()
        return self._journal.noting(kind, [self._occurrences.get(occurrence_id).item_id])

    def _done(self, occurrence_id: str) -> None:
        occurrence = self._occurrences.get(occurrence_id)
        item = self._items.get(occurrence.item_id)
        now_ms = self._clock.now_ms()
        if item.rrule and not item.is_done:
            self._notifier.withdraw(occurrence_id)
            if occurrence.state is OccurrenceState.DONE or self._occurrences.complete(item, now_ms, self._following):
                self._announce(Changes.of(Topic.REMINDERS, Topic.ITEMS, ids=(item.id,)))
                return
        if not item.is_done:
            self._items.save(replace(item, done_at_ms=now_ms))
        for row in self._occurrences.for_item(item.id):
            if row.id == occurrence_id and row.state is not OccurrenceState.DONE:
                self._occurrences.mark(row.id, OccurrenceState.DONE, now_ms)
                self._notifier.withdraw(row.id)
            elif row.id != occurrence_id and row.state is OccurrenceState.ARMED:
                self._occurrences.mark(row.id, OccurrenceState.CANCELLED, now_ms)
        self._announce(Changes.of(Topic.REMINDERS, Topic.ITEMS, ids=(item.id,)))

    def snooze(self, occurrence_id: str, minutes: int | None = None) -> None:
        """Remind again in `minutes` (the settings' when None), by a new deadline of its own. Raises `ItemMissing`.

        An answer given already stands: snoozing twice, or after Done, changes nothing.
        """
        with self._noting(ActionKind.SNOOZED, occurrence_id):
            self._snooze(occurrence_id, minutes)

    def _snooze(self, occurrence_id: str, minutes: int | None) -> None:
        occurrence = self._occurrences.get(occurrence_id)
        if occurrence.state not in (OccurrenceState.PRESENTING, OccurrenceState.SHOWN):
            return
        now_ms = self._clock.now_ms()
        later_ms = now_ms + max(1, self._settings().snooze_minutes if minutes is None else minutes) * _MINUTE_MS
        taken = {row.due_at_ms for row in self._occurrences.for_item(occurrence.item_id)}
        while later_ms in taken:
            later_ms += 1
        wall_time = self._clock.local(later_ms).replace(tzinfo=None).isoformat(timespec="seconds")
        self._occurrences.add(  # before the mark: a crash in between may remind once more, never not at all
            Occurrence(new_id(now_ms), occurrence.item_id, later_ms, self._clock.zone(), wall_time)
        )
        self._occurrences.mark(occurrence_id, OccurrenceState.SNOOZED, now_ms)
        self._notifier.withdraw(occurrence_id)
        self._announce(Changes.of(Topic.REMINDERS, ids=(occurrence.item_id,)))

    def upcoming(self, limit: int = 20) -> list[DueReminder]:
        """What will be due, soonest first."""
        return self._occurrences.upcoming(self._clock.now_ms(), limit=limit)

    def missed(self) -> list[DueReminder]:
        """What was shown and not answered, newest first, of items that are still open."""
        return [reminder for reminder in self._occurrences.unanswered() if not reminder.item.is_done]

    def next_due_ms(self) -> int | None:
        """The soonest instant at which a sweep will find something; not before the quiet hours end."""
        next_ms = self._occurrences.next_due_ms()
        return None if next_ms is None else max(next_ms, self._loud_again_ms(max(next_ms, self._clock.now_ms())))

    def _is_quiet(self, at_ms: int) -> bool:
        """Whether an instant lies in the user's quiet hours, by the wall clock."""
        settings = self._settings()
        first, last = settings.quiet_from_hour, settings.quiet_to_hour
        return first != last and (self._clock.local(at_ms).hour - first) % 24 < (last - first) % 24

    def _loud_again_ms(self, at_ms: int) -> int:
        """The end of the quiet hours that an instant lies in; the instant itself outside of them."""
        while self._is_quiet(at_ms):
            at_ms = (at_ms // _QUARTER_MS + 1) * _QUARTER_MS  # zones begin their hours on quarters
        return at_ms

    def language(self) -> Language:
        """The language reminders are worded in."""
        return interface_language(self._settings().language, self._system_locale)

    def _still_wanted(self, claimed: Sequence[DueReminder], now_ms: int) -> list[DueReminder]:
        """Those not done or forgotten since they were armed; the others are taken back."""
        if not claimed:
            return []
        items: dict[str, Item] = self._items.get_many([reminder.item.id for reminder in claimed])
        wanted: list[DueReminder] = []
        for reminder in claimed:
            item = items.get(reminder.item.id)
            if item is None:
                continue  # forgotten: its rows went with it
            if item.is_done:
                self._occurrences.mark(reminder.occurrence.id, OccurrenceState.CANCELLED, now_ms)
            else:
                wanted.append(replace(reminder, item=item))
        return wanted

    def _settled(self, reminder: DueReminder, *, was_notified: bool) -> Presented:
        if was_notified:
            self._occurrences.mark(reminder.occurrence.id, OccurrenceState.SHOWN, self._clock.now_ms())
        return Presented(reminder, was_notified)

    def _notify(self, reminder: DueReminder) -> bool:
        settings, language = self._settings(), self.language()
        title = words("reminder.title", language) if settings.hide_reminder_text else self.title(reminder.item)
        return self._notifier.show(
            reminder,
            title=title,
            body=self.explanation(reminder),
            done=words("button.done", language),
            snooze=words("button.snooze", language, count=settings.snooze_minutes),
        )

    def title(self, item: Item) -> str:
        """What an item is about, in one line and without the words for its time: "tomorrow" is wrong by now."""
        written = self._clock.local(item.updated_at_ms or item.created_at_ms)
        title = " ".join(read_line(item.text[:_READ_LENGTH], written, kind=item.kind).title.split())
        return title if len(title) <= _TITLE_LENGTH else title[: _TITLE_LENGTH - 1] + "…"

    def explanation(self, reminder: DueReminder) -> str:
        """What a surface says under a reminder's title: how late it is, and whether it may be a repeat."""
        language = self.language()
        parts: list[str] = []
        if reminder.late_ms >= _LATE_MS:
            due = when_words(reminder.occurrence.due_at_ms, self._clock.local(), language)
            parts += [late_words(reminder.late_ms, language), words("reminder.was_due", language, when=due)]
            if self._is_quiet(reminder.occurrence.due_at_ms):
                parts.append(words("reminder.was_quiet", language))
        else:
            parts.append(words("reminder.now", language))
        if reminder.may_repeat:
            parts.append(words("reminder.may_repeat", language))
        if self._settings().hide_reminder_text:
            parts.append(words("reminder.hidden", language))
        return " · ".join(parts)

    def _notify_group(self, reminders: Sequence[DueReminder]) -> bool:
        """One notification for many late ones; without buttons, a click opens Today, where each has its own."""
        language = self.language()
        if self._settings().hide_reminder_text:
            body = words("reminder.hidden", language)
        else:
            lines = [self._line(each, language) for each in reminders[:_MOST_IN_GROUP]]
            if len(reminders) > _MOST_IN_GROUP:
                lines.append(words("today.more", language, count=len(reminders) - _MOST_IN_GROUP))
            body = "\n".join(lines)
        title = words("reminder.group", language, count=len(reminders))
        return self._notifier.show(reminders[0], title=title, body=body, done="", snooze="")

    def _line(self, reminder: DueReminder, language: Language) -> str:
        parts = [self.title(reminder.item), late_words(reminder.late_ms, language)]
        if reminder.may_repeat:
            parts.append(words("reminder.may_repeat", language))
        return list_words(parts, language)

    def _tell(self, *reminders: DueReminder) -> None:
        self._announce(Changes.of(Topic.REMINDERS, ids=tuple(sorted({each.item.id for each in reminders}))))
