"""Intentions that have just come up, as desktop notifications; only where the user chose so.

The quiet card in the window is the usual way. A notification is for those who capture with every window closed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from assistant.domain.intention import Intention, IntentionState
from assistant.domain.reminder import DueReminder, Notice, Occurrence
from assistant.domain.settings import Settings
from assistant.language.wording import cue_words, words

if TYPE_CHECKING:
    from assistant.domain.ports import Clock, Items, Notifier
    from assistant.services.notices import Notices
    from assistant.services.prospecting import Prospecting

JUST_NOW_MS = 15_000
"""An intention that came up longer ago than this is no news."""

_MARK = "intention:"  # before the item's id, where a notification of a reminder has its occurrence's id


class ComingUp:
    """Notifications of intentions, and what their buttons do."""

    def __init__(
        self,
        prospecting: Prospecting,
        items: Items,
        notifier: Notifier,
        notices: Notices,
        clock: Clock,
        settings: Callable[[], Settings],
    ) -> None:
        """`notices` decides the language."""
        self._prospecting = prospecting
        self._items = items
        self._notifier = notifier
        self._notices = notices
        self._clock = clock
        self._settings = settings
        self._told: dict[str, int] = {}

    def tell(self, item_ids: Iterable[str]) -> int:
        """Show those of these items whose intention has just come up, each time once. How many a server took.

        Raises:
            StoreError: the store cannot be read.
        """
        if not self._settings().notify_intentions:
            return 0
        now_ms = self._clock.now_ms()
        found = [intention for item_id in item_ids if (intention := self._prospecting.of(item_id)) is not None]
        return sum(self._show(one) for one in found if self._is_news(one, now_ms))

    def _is_news(self, intention: Intention, now_ms: int) -> bool:
        shown_ms = intention.shown_at_ms
        if shown_ms is None or not 0 <= now_ms - shown_ms <= JUST_NOW_MS:
            return False
        if intention.state is IntentionState.DONE or self._told.get(intention.item_id) == shown_ms:
            return False
        self._told[intention.item_id] = shown_ms
        return True

    def _show(self, intention: Intention) -> bool:
        settings, language = self._settings(), self._notices.language()
        is_hidden = settings.hide_reminder_text
        now_ms = self._clock.now_ms()
        occurrence = Occurrence(f"{_MARK}{intention.item_id}", intention.item_id, now_ms, "", "")
        notice = Notice(
            title=words("intention.card", language) if is_hidden else intention.cue.action,
            body=words("reminder.hidden", language) if is_hidden else cue_words(intention.cue, language),
            buttons=(("done", words("intention.done", language)),),
            has_sound=settings.has_reminder_sound,
        )
        return self._notifier.show(DueReminder(occurrence, self._items.get(intention.item_id), 0), notice)

    @staticmethod
    def is_mark(shown_id: str) -> bool:
        """Whether what a notification stands for is an intention, and no occurrence."""
        return shown_id.startswith(_MARK)

    def answer(self, shown_id: str, action: str) -> bool:
        """Carry out a pressed button. False when the notification was not one of these.

        Raises:
            ItemMissing: the item was forgotten meanwhile.
            StoreError: the store cannot be written.
        """
        if not self.is_mark(shown_id):
            return False
        if action == "done":
            self._prospecting.done(shown_id.removeprefix(_MARK))
        return True
