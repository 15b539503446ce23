"""Care for what was kept: export everything, back up, restore."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from heapq import merge
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.domain.diagnosis import Restored
from assistant.domain.item import Item
from assistant.domain.job import Job
from assistant.services.exporting import (
    as_line,
    conversation_fields,
    intention_fields,
    item_fields,
    markdown_lines,
    month_of,
    trashed_fields,
)

if TYPE_CHECKING:
    from assistant.domain.ports import Clock, Conversations, Intentions, Items, Keeper, Occurrences, Spool, Trash
    from assistant.domain.reminder import Occurrence

BACKUP_EVERY = timedelta(hours=1)
CHECK_EVERY = timedelta(days=1)
_ALL_CONVERSATIONS = _ALL_INTENTIONS = _ALL_TRASHED = 2**31


class Maintaining:
    """Export, backup and restore."""

    def __init__(
        self,
        items: Items,
        occurrences: Occurrences,
        conversations: Conversations,
        spool: Spool,
        keeper: Keeper,
        clock: Clock,
        intentions: Intentions | None = None,
        trash: Trash | None = None,
    ) -> None:
        """Nothing is read before the first call."""
        self._items = items
        self._intentions = intentions
        self._trash = trash
        self._occurrences = occurrences
        self._conversations = conversations
        self._spool = spool
        self._keeper = keeper
        self._clock = clock
        self._tried_at: datetime | None = None
        self._checked_at: datetime | None = None

    def export(self, folder: Path, job: Job | None = None) -> list[Path]:
        """Write everything the user ever gave into a folder: JSON lines, and Markdown by month. The files written.

        Archived and done items, earlier texts, reminders, conversations and what waits in the spool are all there; what
        lies in the trash stands in a file of its own, `trash.jsonl`.

        Raises:
            StoreError: the store cannot be read or the folder cannot be written.
        """
        job = job or Job()
        paths = [
            self._keeper.write_export(folder, "items.jsonl", self._item_lines(job)),
            self._keeper.write_export(folder, "conversations.jsonl", self._conversation_lines(job)),
        ]
        if self._trash is not None and self._trash.count():
            paths.append(self._keeper.write_export(folder, "trash.jsonl", self._trash_lines(self._trash)))
        for month, items in groupby(self._everything(job), key=lambda item: month_of(item, self._local)):
            name = f"markdown/{month}.md"
            paths.append(self._keeper.write_export(folder, name, markdown_lines(month, items, self._local)))
        return paths

    def backup(self) -> Path:
        """Make a verified copy of the store now. Raises `StoreError`."""
        return self._keeper.backup(self._now())

    def backup_when_due(self) -> Path | None:
        """Make a copy when the store has changed and the last copy is an hour old; None when it is not yet time.

        A copy that fails is tried again after an hour. Raises `StoreError`.
        """
        now = self._now()
        instants = [instant for instant in (self._keeper.last_backup(), self._tried_at) if instant is not None]
        if any(timedelta(0) <= now - instant < BACKUP_EVERY for instant in instants):
            return None
        last = self._keeper.last_backup()
        if last is not None and not self._keeper.has_changed_since(last):
            return None
        self._tried_at = now
        return self.backup()

    def check_when_due(self) -> list[str]:
        """What the daily full check finds: damage that no reading has met yet. Empty when it is not yet time."""
        now = self._now()
        if self._checked_at is not None and timedelta(0) <= now - self._checked_at < CHECK_EVERY:
            return []
        self._checked_at = now
        return self.check()

    def check(self) -> list[str]:
        """What a full check of the store finds; empty when all is well."""
        return self._keeper.check()

    def restore(self) -> Restored | None:
        """Put the newest sound copy, or else a new store, in place of a damaged one, and take over what can be read.

        None when the store is sound: nothing was changed. The damaged file is kept.

        Raises:
            StoreBusy: another process has the store open.
            StoreError: the disk refuses.
        """
        return self._keeper.restore(self._now())

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock.now_ms() / 1000, UTC)

    def _local(self, at_ms: int) -> datetime:
        return self._clock.local(at_ms)

    def _everything(self, job: Job) -> Iterator[Item]:
        """What the store holds and what waits to get there, oldest first."""
        waiting = sorted((item for item, _ in self._waiting()), key=_created_at_ms)
        for item in merge(self._items.everything(), waiting, key=_created_at_ms):
            job.check()
            yield item

    def _waiting(self) -> list[tuple[Item, Occurrence | None]]:
        """What lies in the spool alone."""
        pending = self._spool.pending()
        kept = self._items.get_many([item.id for item, _ in pending])
        return [(item, occurrence) for item, occurrence in pending if item.id not in kept]

    def _item_lines(self, job: Job) -> Iterator[str]:
        kept = self._intentions.recent(_ALL_INTENTIONS) if self._intentions is not None else []
        intentions = {one.id: one for one in kept}
        for item in self._items.everything():
            job.check()
            reminders = self._occurrences.for_item(item.id)
            fields = item_fields(item, self._items.history(item.id), reminders, self._local)
            if item.id in intentions:
                fields["intention"] = intention_fields(intentions[item.id], self._local)
            yield as_line(fields)
        for item, occurrence in self._waiting():
            reminders = [occurrence] if occurrence else []
            yield as_line(item_fields(item, [], reminders, self._local, is_spooled=True))

    def _trash_lines(self, trash: Trash) -> Iterator[str]:
        for each in trash.list(limit=_ALL_TRASHED):
            yield as_line(trashed_fields(each, self._local))

    def _conversation_lines(self, job: Job) -> Iterator[str]:
        for conversation in reversed(self._conversations.recent(_ALL_CONVERSATIONS)):
            job.check()
            turns = self._conversations.turns(conversation.id)
            yield as_line(conversation_fields(conversation, turns, self._local))


def _created_at_ms(item: Item) -> int:
    return item.created_at_ms
