"""Prospective memory: what was to be remembered when a person or a topic comes up, and the standing rules.

Every capture, chat turn and typed line is a chance. The decision is `memory/prospection.py`'s; here it is made once per
episode, kept, and told. An intention lives in its own table and is never looked for by similarity.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.domain.action import ActionKind
from assistant.domain.changes import Announce, Changes, Topic
from assistant.domain.errors import ItemMissing, StoreError
from assistant.domain.intention import Fired, Intention, IntentionKind, IntentionState
from assistant.domain.item import Item, ItemKind, Provenance
from assistant.domain.memory import Use, UseKind
from assistant.language.intentions import read_intention
from assistant.memory.inputs import prepare
from assistant.memory.prospection import Watch, may_meet, meets, watch

if TYPE_CHECKING:
    from assistant.domain.ports import Clock, Intentions, Items, Residents
    from assistant.services.journal import Journal

MOST_RULES = 16


class Prospecting:
    """Shows intentions when their occasion comes up, and settles them."""

    def __init__(
        self,
        intentions: Intentions,
        items: Items,
        residents: Residents,
        clock: Clock,
        announce: Announce,
        journal: Journal | None = None,
    ) -> None:
        """Store the ports; with a `journal` what the user settles can be taken back (`Undoing`)."""
        self._journal = journal
        self._intentions = intentions
        self._items = items
        self._residents = residents
        self._clock = clock
        self._announce = announce

    def noticed(self, item: Item, episode: str = "") -> tuple[Fired, ...]:
        """The intentions that an item just kept sets off, surest first; each once per episode and cool-down.

        `episode` is the conversation of a turn. What was imported or written by the assistant sets nothing off. A store
        that fails now fires nothing: the item itself is safe already.
        """
        if item.provenance in (Provenance.IMPORTED, Provenance.ASSISTANT):
            return ()
        try:
            return self._fire(self.glimpse(item.text, but=item.id), episode)
        except StoreError:
            return ()

    def glimpse(self, text: str, *, but: str = "") -> tuple[Fired, ...]:
        """What `text` would set off, surest first. Changes nothing: for a line that is still being typed.

        Raises:
            StoreError: the store cannot be read.
        """
        if not text.strip():
            return ()
        now_ms = self._clock.now_ms()
        watches = [
            _watch(_bare(one)) for one in self._intentions.open(now_ms) if one.cue.kind is not IntentionKind.RULE
        ]
        if not watches:
            return ()
        given = prepare(text, is_own=read_intention(text) is not None)
        if given.is_own:
            return ()
        likely = [one for one in watches if one.intention.id != but and may_meet(given, one)]
        frequencies, count = self._frequencies(likely)
        found = [(one, meets(given, one, frequencies, count)) for one in likely]
        fired = [Fired(one.intention, match.words, match.score) for one, match in found if match is not None]
        return tuple(sorted(fired, key=lambda one: (-one.score, one.intention.id)))

    def typed(self, text: str) -> tuple[Fired, ...]:
        """What a line that is still being typed would set off; nothing when the store cannot be read now."""
        try:
            return self.glimpse(text)
        except StoreError:
            return ()

    def _frequencies(self, watches: Sequence[Watch]) -> tuple[dict[str, int], int]:
        wanted = [term for one in watches if one.topic is not None for term in one.topic.terms]
        return self._intentions.frequencies(wanted) if wanted else ({}, 0)

    def _fire(self, found: Sequence[Fired], episode: str) -> tuple[Fired, ...]:
        if not found:
            return ()
        now_ms = self._clock.now_ms()
        fired_ids = self._intentions.fire([one.intention.id for one in found], episode, now_ms)
        if not fired_ids:
            return ()
        self._residents.record([Use(item_id, UseKind.CAME_UP, now_ms) for item_id in fired_ids])
        self._announce(Changes.of(Topic.INTENTIONS, Topic.MIND, ids=tuple(fired_ids)))
        texts = {item_id: item.text for item_id, item in self._items.get_many(fired_ids).items()}
        return tuple(
            replace(one, intention=replace(one.intention, text=texts.get(one.intention.id, "")))
            for one in found
            if one.intention.id in fired_ids
        )

    def rules(self) -> list[Intention]:
        """The standing rules in force, newest first, at most 16. Raises `StoreError`."""
        found = [one for one in self._intentions.open(self._clock.now_ms()) if one.cue.kind is IntentionKind.RULE]
        return found[:MOST_RULES]

    def list(self) -> list[Intention]:
        """All intentions, newest first, with their states as they are now. Raises `StoreError`."""
        return [self._now(one) for one in self._intentions.recent()]

    def of(self, item_id: str) -> Intention | None:
        """The intention of an item, if it has one. Raises `StoreError`."""
        try:
            return self._now(self._intentions.get(item_id))
        except ItemMissing:
            return None

    def _now(self, intention: Intention) -> Intention:
        is_over = intention.expires_at_ms is not None and intention.expires_at_ms <= self._clock.now_ms()
        return replace(intention, state=IntentionState.EXPIRED) if intention.is_open and is_over else intention

    def done(self, item_id: str) -> None:
        """Settle an intention for good: it is not shown again, a rule no longer holds; its task is done.

        Raises:
            ItemMissing: no such intention.
        """
        now_ms = self._clock.now_ms()
        item = self._items.get(item_id)
        completes = item.kind is ItemKind.TASK and not item.is_done
        with self._noting(item_id, ActionKind.DONE if completes else ActionKind.SETTLED):
            self._intentions.settle(item_id, IntentionState.DONE, now_ms)
            if completes:
                self._items.save(replace(item, done_at_ms=now_ms))
        self._tell(item_id)

    def _noting(self, item_id: str, kind: ActionKind) -> AbstractContextManager[None]:
        return nullcontext() if self._journal is None else self._journal.noting(kind, [item_id])

    def rearm(self, item_id: str) -> None:
        """Let an intention wait again, as if it had never been shown. Raises `ItemMissing`."""
        item = self._items.get(item_id)
        with self._noting(item_id, ActionKind.REOPENED if item.is_done else ActionKind.SETTLED):
            self._intentions.settle(item_id, IntentionState.ARMED, self._clock.now_ms())
            if item.is_done:
                self._items.save(replace(item, done_at_ms=None))
        self._tell(item_id)

    def _tell(self, item_id: str) -> None:
        self._announce(Changes.of(Topic.INTENTIONS, Topic.ITEMS, Topic.MIND, ids=(item_id,)))


def _bare(intention: Intention) -> Intention:
    """Without what changes: so that the prepared form is found again."""
    return replace(intention, state=IntentionState.ARMED, shown_at_ms=None, shown_count=0, episode=None, text="")


@lru_cache(maxsize=4096)
def _watch(intention: Intention) -> Watch:
    return watch(intention)
