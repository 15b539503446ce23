"""Show every due reminder once, and carry out what the user answers.

The protocol against both misses and doubles: a sweep *claims* what is due in one transaction (PRESENTING), then a
surface *presents* it, then it is marked SHOWN. A process that dies between the last two leaves the one case in
which a reminder may come twice; the next sweep claims it again and labels it. Deadlines are absolute instants, so
a suspend, a restart or a moved clock can only make a reminder late, and late ones say so. What is insisted on is asked
again by the same ledger: the next asking is armed with the claim, and taken back by the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.domain.action import ActionKind
from assistant.domain.changes import Announce, Changes, Topic
from assistant.domain.errors import ItemMissing
from assistant.domain.identity import new_id
from assistant.domain.item import Item, Language
from assistant.domain.reminder import ON_SCREEN, DueReminder, Occurrence, OccurrenceState, Presented
from assistant.domain.settings import Settings
from assistant.memory.recurrence import wall_ms
from assistant.services.later import LaterChoice, LaterKey, later_choice, later_choices
from assistant.services.notices import LATE_MS, Notices
from assistant.services.quiet_hours import is_quiet, loud_again_ms
from assistant.services.repeating import follower

if TYPE_CHECKING:
    from assistant.domain.ports import Clock, Items, Notifier, Occurrences
    from assistant.services.journal import Journal

MOST_ASKS = 12
"""How often an item that insists is asked about again before it waits among the missed."""

_MINUTE_MS = 60_000
_MOST_SINGLE = 3  # late ones told one by one; more than these come as one group


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
        self._notices = Notices(clock, settings, system_locale)
        self._following = follower(clock)
        self._swept_at_ms: int | None = None
        self._swept_zone: str | None = None

    def sweep(self, *, has_listener: bool = True) -> list[Presented]:
        """Claim what is due and present it on the desktop; run at start, on wake, on clock jumps, every 30 s.

        Those that no desktop took are returned with `was_notified` False: whoever swept shows them and calls
        `shown` for each. They are not returned again by this process. In the quiet hours only what insists is shown.
        Without a listener, a process that ends before a button can be pressed, notifications have none.
        """
        now_ms = self._clock.now_ms()
        self._follow_clock(now_ms)
        claimed = self._occurrences.claim_due(
            now_ms, self._following, self._again, insistent_only=self._is_quiet(now_ms)
        )
        wanted = self._still_wanted(claimed, now_ms)
        late = [reminder for reminder in wanted if reminder.late_ms >= LATE_MS]
        grouped = late if len(late) > _MOST_SINGLE else []
        presented: list[Presented] = []
        if grouped:
            was_notified = self._notifier.show(grouped[0], self._notices.group(grouped))
            presented += [self._settled(reminder, was_notified=was_notified) for reminder in grouped]
        for reminder in wanted:
            if reminder not in grouped:
                notice = self._notices.single(reminder, has_listener=has_listener)
                presented.append(self._settled(reminder, was_notified=self._notifier.show(reminder, notice)))
        if presented:
            self._tell(*(each.reminder for each in presented))
        return presented

    def resume(self, occurrence_ids: Sequence[str], *, hears_buttons: bool) -> None:
        """Answer for reminders that an earlier process left on the screen. Run once, before the first sweep.

        What needs no answer any more is taken down. Where nobody hears the buttons, the others are shown anew in
        their place, labelled, because the user may have seen them; many of them as one group.
        """
        waiting: list[DueReminder] = []
        for occurrence_id in dict.fromkeys(occurrence_ids):
            reminder = self._unanswered(occurrence_id)
            if reminder is None:
                self._notifier.withdraw(occurrence_id)
            elif reminder.occurrence.state is OccurrenceState.SHOWN:  # what was being shown is the sweep's to claim
                waiting.append(reminder)
        if hears_buttons or not waiting:
            return
        if len(waiting) > _MOST_SINGLE:
            if self._notifier.show(waiting[0], self._notices.group(waiting)):
                for reminder in waiting:
                    self._notifier.withdraw(reminder.occurrence.id)
            return
        for reminder in waiting:
            self._notifier.show(reminder, self._notices.single(reminder))

    def _unanswered(self, occurrence_id: str) -> DueReminder | None:
        """A reminder that still waits for its answer, as it may be shown again."""
        try:
            occurrence = self._occurrences.get(occurrence_id)
            item = self._items.get(occurrence.item_id)
        except ItemMissing:
            return None
        if item.is_done or occurrence.state not in ON_SCREEN:
            return None
        late_ms = max(0, self._clock.now_ms() - occurrence.due_at_ms)
        return DueReminder(occurrence, item, late_ms, may_repeat=True)

    def _follow_clock(self, now_ms: int) -> None:
        """Set right what is armed when the user has travelled, or the clock was moved back."""
        zone = self._clock.zone()
        if zone != self._swept_zone:
            self._occurrences.travel(zone, wall_ms)
            self._swept_zone = zone
        if self._swept_at_ms is None or now_ms < self._swept_at_ms:
            self._occurrences.realign(now_ms, self._following)
        self._swept_at_ms = now_ms

    def _again(self, reminder: DueReminder) -> Occurrence | None:
        """When to ask again, should nobody answer; by its own instant, and at most so often."""
        settings, asks = self._settings(), reminder.occurrence.asks + 1
        if not (reminder.item.is_insistent or settings.is_insisting) or asks > MOST_ASKS:
            return None
        now_ms = self._clock.now_ms()
        at_ms = now_ms + max(1, settings.insist_minutes) * _MINUTE_MS
        return Occurrence(
            new_id(now_ms), reminder.item.id, at_ms, zone="", wall_time=reminder.occurrence.wall_time, asks=asks
        )

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
        return self._noting_item(kind, self._occurrences.get(occurrence_id).item_id)

    def _noting_item(self, kind: ActionKind, item_id: str) -> AbstractContextManager[None]:
        return nullcontext() if self._journal is None else self._journal.noting(kind, [item_id])

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

    def answer(self, occurrence_id: str, action: str) -> None:
        """Carry out a notification's button: "done", "snooze", "later" or "later." and a `LaterKey`.

        Raises `ItemMissing`, and ValueError for anything else.
        """
        if action == "done":
            self.done(occurrence_id)
        elif action == "snooze":
            self.snooze(occurrence_id)
        elif action == "later":
            self.offer_later(occurrence_id)
        else:
            self.later(occurrence_id, LaterKey(action.removeprefix("later.")))

    def snooze(self, occurrence_id: str, minutes: int | None = None) -> None:
        """Remind again in `minutes` (the settings' when None), by a new deadline of its own. Raises `ItemMissing`.

        An answer given already stands: snoozing twice, or after Done, changes nothing.
        """
        minutes = max(1, self._settings().snooze_minutes if minutes is None else minutes)
        self._put_off(occurrence_id, self._clock.now_ms() + minutes * _MINUTE_MS, follows_wall=False)

    def snooze_until(self, occurrence_id: str, at_ms: int, *, follows_wall: bool = True) -> None:
        """Remind again at a wall time, which travels with the user. As `snooze` otherwise. Raises `ItemMissing`."""
        self._put_off(occurrence_id, max(at_ms, self._clock.now_ms() + 1), follows_wall=follows_wall)

    def later(self, occurrence_id: str, key: LaterKey) -> None:
        """Remind again at one of the instants that `later_choices` names. Raises `ItemMissing`."""
        choice = later_choice(key, self._clock, self._settings())
        self._put_off(occurrence_id, choice.at_ms, follows_wall=choice.follows_wall)

    def later_choices(self) -> list[LaterChoice]:
        """What "Later…" offers now."""
        return later_choices(self._clock, self._settings())

    def offer_later(self, occurrence_id: str) -> None:
        """Ask on the desktop when to remind again, in place of the reminder. Raises `ItemMissing`.

        Left unanswered, the reminder waits among the missed.
        """
        occurrence = self._occurrences.get(occurrence_id)
        if occurrence.state in ON_SCREEN:
            reminder = DueReminder(occurrence, self._items.get(occurrence.item_id), late_ms=0)
            self._notifier.show(reminder, self._notices.later(reminder))

    def _put_off(self, occurrence_id: str, later_ms: int, *, follows_wall: bool) -> None:
        with self._noting(ActionKind.SNOOZED, occurrence_id):
            self._put_off_until(occurrence_id, later_ms, follows_wall=follows_wall)

    def _put_off_until(self, occurrence_id: str, later_ms: int, *, follows_wall: bool) -> None:
        occurrence = self._occurrences.get(occurrence_id)
        if occurrence.state not in ON_SCREEN:
            return
        now_ms = self._clock.now_ms()
        taken = {row.due_at_ms for row in self._occurrences.for_item(occurrence.item_id, since_ms=later_ms)}
        while later_ms in taken:
            later_ms += 1
        wall_time = self._clock.local(later_ms).replace(tzinfo=None).isoformat(timespec="seconds")
        zone = self._clock.zone() if follows_wall else ""
        self._occurrences.add(  # before the mark: a crash in between may remind once more, never not at all
            Occurrence(new_id(now_ms), occurrence.item_id, later_ms, zone, wall_time)
        )
        self._occurrences.mark(occurrence_id, OccurrenceState.SNOOZED, now_ms)
        self._stop_asking(occurrence.item_id)
        self._notifier.withdraw(occurrence_id)
        self._announce(Changes.of(Topic.REMINDERS, ids=(occurrence.item_id,)))

    def _stop_asking(self, item_id: str) -> None:
        for row in self._occurrences.for_item(item_id, (OccurrenceState.ARMED,)):
            if row.asks:
                self._occurrences.mark(row.id, OccurrenceState.CANCELLED, self._clock.now_ms())

    def insist(self, item_id: str, is_insistent: bool = True) -> Item:
        """Ask about an item until it is answered, also in the quiet hours; or only once again. Raises `ItemMissing`."""
        after = replace(self._items.get(item_id), is_insistent=is_insistent)
        with self._noting_item(ActionKind.INSISTED, item_id):
            self._items.save(after)
            if not is_insistent:
                self._stop_asking(item_id)
        self._announce(Changes.of(Topic.REMINDERS, Topic.ITEMS, ids=(item_id,)))
        return after

    def upcoming(self, limit: int = 20) -> list[DueReminder]:
        """What will be due, soonest first."""
        return self._occurrences.upcoming(self._clock.now_ms(), limit=limit)

    def missed(self) -> list[DueReminder]:
        """What was shown and not answered, newest first, of items that are still open."""
        return [reminder for reminder in self._occurrences.unanswered() if not reminder.item.is_done]

    def next_due_ms(self) -> int | None:
        """The soonest instant at which a sweep will find something: in the quiet hours only what insists."""
        loud_ms = self._occurrences.next_due_ms()
        if loud_ms is None:
            return None
        now_ms = self._clock.now_ms()
        at_ms = max(loud_ms, loud_again_ms(self._settings(), self._clock, max(loud_ms, now_ms)))
        if at_ms == loud_ms:
            return at_ms
        insistent_ms = self._occurrences.next_due_ms(insistent_only=True)
        return at_ms if insistent_ms is None else min(at_ms, insistent_ms)

    def _is_quiet(self, at_ms: int) -> bool:
        """Whether an instant lies in the user's quiet hours, by the wall clock."""
        return is_quiet(self._settings(), self._clock.local(at_ms))

    def language(self) -> Language:
        """The language reminders are worded in."""
        return self._notices.language()

    def title(self, item: Item) -> str:
        """What an item is about, in one line and without the words for its time."""
        return self._notices.title(item)

    def explanation(self, reminder: DueReminder) -> str:
        """What a surface says under a reminder's title: how late it is, and whether it may be a repeat."""
        return self._notices.explanation(reminder)

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

    def _tell(self, *reminders: DueReminder) -> None:
        self._announce(Changes.of(Topic.REMINDERS, ids=tuple(sorted({each.item.id for each in reminders}))))
