"""What is on the user's mind: gather who may be, let `memory/residency.py` decide, keep the result.

The list is a function of what the store holds and of the clock, so it is the same after a restart. It follows every
capture, turn, use and clock tick, and stays cheap however much is stored: only what is open, pinned, due, new, lately
used or already resident is looked at, never the whole archive.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import sqrt
from typing import TYPE_CHECKING

from assistant.domain.changes import Announce, Changes, Topic
from assistant.domain.item import Item, ItemKind, Provenance, SearchFilter
from assistant.domain.memory import Mind, Reason, ReasonKind, Use, UseKind, Weighed
from assistant.domain.settings import Settings
from assistant.language.token_estimate import estimate_tokens
from assistant.language.tokens import terms
from assistant.language.waiting import is_waiting
from assistant.memory.residency import Bounds, Candidate, Settlement, Strength, settle, strength

if TYPE_CHECKING:
    from assistant.domain.ports import Clock, Items, Occurrences, Residents
    from assistant.services.recalling import Recalling

_DAY_MS = 86_400_000
_USED_WITHIN_MS = 30 * _DAY_MS
_MOST_USED = 100
_MOST_OPEN = 100
_MOST_RECENT = 40
_MOST_DUE = 30
_MOST_MATCHED = 5  # of what a question or a capture brought to mind
_LEAST_AMOUNT = 0.15  # a match that counts less is not brought to mind
_LEAST_SHARED = 2  # words that a capture must share with what it brings to mind; one is nearly always chance
_CAPTURE_ECHO = 0.5  # a capture brings to mind half as strongly as a question does
_FOCUS_LENGTH = 600  # characters of a capture that are the focus
_MATCHED_LENGTH = 4000  # characters of a match in which shared words are looked for
_QUESTION_LENGTH = 60  # of a question, when it is told as a reason
_EXCERPT_LENGTH = 360  # characters of an item that stand for it on the mind
_EXCERPT_TOKENS = 96  # and what they cost at most, so that one long item never fills a small budget
_VISIBLE_CHANGE = 0.01  # in weight; less is neither written nor told

_FIRST_AMOUNTS = {
    ItemKind.NOTE: 1.0,
    ItemKind.TASK: 1.0,
    ItemKind.QUESTION: 0.6,
    ItemKind.MESSAGE: 0.3,
    ItemKind.PASSAGE: 0.2,
}
"""What being captured is worth by kind: said in passing is less than noted down."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What the store says at one instant: the residents, and the instants that count for reminders."""

    current: dict[str, float]
    due_at_ms: dict[str, int]
    items: dict[str, Item]


class Remembering:
    """Keeps the dynamic memory. `mind()` reads; everything else updates it and tells whom it concerns."""

    def __init__(
        self,
        items: Items,
        residents: Residents,
        recalling: Recalling,
        occurrences: Occurrences,
        clock: Clock,
        settings: Callable[[], Settings],
        announce: Announce,
    ) -> None:
        """Store the ports; `recalling` is only asked by `captured`."""
        self._items = items
        self._residents = residents
        self._recalling = recalling
        self._occurrences = occurrences
        self._clock = clock
        self._settings = settings
        self._announce = announce
        self._matched: dict[str, tuple[Reason, ...]] = {}  # the scorer's reasons for the latest focus
        self._lock = threading.Lock()  # two threads must not both let the same resident go

    def mind(self) -> Mind:
        """The residents, heaviest first, with reasons, as the last update left them. Writes nothing, and is quick.

        What the user pinned, finished or put off since then is respected already; newcomers come with an update.
        """
        settings, now_ms = self._settings(), self._clock.now_ms()
        known = self._known(now_ms)
        residents = self._settled(known, self._near_ids(known), now_ms).residents
        return Mind(residents, capacity_tokens=settings.mind_tokens, capacity_items=settings.mind_items)

    def weigh(self, items: Sequence[Item]) -> dict[str, Strength]:
        """How needed these items are now and why, resident or not."""
        now_ms = self._clock.now_ms()
        known = self._known(now_ms)
        uses = self._residents.uses([item.id for item in items])
        return {item.id: strength(self._candidate(item, uses, known), now_ms) for item in items}

    def captured(self, item: Item, *, with_recall: bool = True) -> None:
        """Follow a capture. With recall, what it brings to mind is strengthened too (this loads the scorer)."""
        self._residents.record([_first_use(item)])
        echoes = self._echoes(item) if with_recall else []
        self._update([item.id, *(use.item_id for use in echoes)])

    def asked(self, question: str, weighed: Sequence[Weighed]) -> None:
        """Follow a question: what the scorer matched to it comes to mind, by its attention weight."""
        about = (Reason(ReasonKind.ASKED, 1.0, " ".join(question.split())[:_QUESTION_LENGTH]),)
        hits = sorted(weighed, key=lambda hit: -hit.weight)[:_MOST_MATCHED]
        uses = self._match(
            question, [replace(hit, reasons=hit.reasons or about) for hit in hits], strength_of_match=1.0
        )
        self._update([use.item_id for use in uses])

    def used(self, uses: Sequence[Use]) -> None:
        """Follow what the user did with items: cited, opened, edited, fired."""
        self._residents.record(uses)
        self._update([use.item_id for use in uses])

    def tick(self, *, with_recall: bool = False) -> None:
        """Follow the clock, and captures that came in by any way and were not told by `captured`.

        A second tick at the same instant changes nothing.
        """
        new = self._log_untold_captures()
        if new and with_recall:
            self._echoes(new[0])
        self._update(None)

    def _log_untold_captures(self) -> list[Item]:
        """Newest first; those of days gone by count as captured when they were created, without a row in the log."""
        with self._lock:
            since_ms = self._clock.now_ms() - _DAY_MS
            recent = [item for item in self._items.recent(limit=_MOST_RECENT) if item.created_at_ms >= since_ms]
            uses = self._residents.uses([item.id for item in recent])
            new = [item for item in recent if not _is_captured(uses.get(item.id, []))]
            if new:
                self._residents.record([_first_use(item) for item in new])
            return new

    def _echoes(self, item: Item) -> list[Use]:
        """Strengthen what a capture brings to mind."""
        focus = item.text[:_FOCUS_LENGTH]
        hits = self._recalling.recall(focus, limit=_MOST_MATCHED, exclude=(item.id,)) if focus.strip() else []
        about = set(terms(focus))
        hits = [hit for hit in hits if len(about.intersection(_terms(hit.item))) >= _LEAST_SHARED]
        return self._match(focus, hits, strength_of_match=_CAPTURE_ECHO)

    def _match(self, focus: str, hits: Sequence[Weighed], *, strength_of_match: float) -> list[Use]:
        """Log what a focus matched: each by its attention and by how much of the focus it meets.

        Attention alone compares the candidates with one another: the best of poor matches has nearly all of it.
        """
        now_ms, about = self._clock.now_ms(), set(terms(focus[:_FOCUS_LENGTH]))
        uses: list[Use] = []
        matched: dict[str, tuple[Reason, ...]] = {}
        for hit in hits:
            met = len(about.intersection(_terms(hit.item))) / len(about) if about else 1.0
            amount = strength_of_match * met * sqrt(min(1.0, hit.weight))
            if amount >= _LEAST_AMOUNT:
                uses.append(Use(hit.item.id, UseKind.ASKED, now_ms, amount))
                matched[hit.item.id] = hit.reasons
        if uses:
            self._residents.record(uses)
            self._matched = matched
        return uses

    def _update(self, touched: Sequence[str] | None) -> None:
        """Settle anew and keep the result. None: everybody who may be on the mind has a say, not only the touched."""
        with self._lock:
            now_ms = self._clock.now_ms()
            known = self._known(now_ms)
            ids = self._all_ids(known, now_ms) if touched is None else [*self._near_ids(known), *touched]
            settlement = self._settled(known, ids, now_ms)
            weights = {resident.item.id: resident.weight for resident in settlement.residents}
            changed = _changed(known.current, weights)
            if changed:
                self._residents.replace(weights, settlement.let_go)
        if changed:
            self._announce(Changes.of(Topic.MIND, ids=tuple(sorted(changed))))

    def _settled(self, known: _Known, ids: Sequence[str], now_ms: int) -> Settlement:
        settings = self._settings()
        ids = list(dict.fromkeys(ids))
        missing = [item_id for item_id in ids if item_id not in known.items]
        known.items.update(self._items.get_many(missing))
        items = [known.items[item_id] for item_id in ids if item_id in known.items]
        uses = self._residents.uses([item.id for item in items])
        candidates = [self._candidate(item, uses, known) for item in items]
        bounds = Bounds(settings.mind_tokens, settings.mind_items, settings.forgetting_threshold)
        return settle(candidates, known.current, bounds, now_ms)

    def _known(self, now_ms: int) -> _Known:
        due: dict[str, int] = {}
        items: dict[str, Item] = {}
        shown = self._occurrences.unanswered(limit=_MOST_DUE)
        for reminder in [*shown, *reversed(self._occurrences.upcoming(now_ms, limit=_MOST_DUE))]:
            due[reminder.item.id] = reminder.occurrence.due_at_ms  # the soonest armed one counts, then the shown one
            items[reminder.item.id] = reminder.item
        return _Known(self._residents.load(), due, items)

    def _near_ids(self, known: _Known) -> list[str]:
        """The residents and what is pinned."""
        known.items.update({item.id: item for item in self._items.pinned()})
        return [*known.current, *(item.id for item in known.items.values() if item.is_pinned)]

    def _all_ids(self, known: _Known, now_ms: int) -> list[str]:
        """Who may be on the mind: never the whole archive, so that this stays cheap however much is kept."""
        near = self._near_ids(known)
        for item in (
            *self._items.recent(limit=_MOST_OPEN, where=SearchFilter(open_only=True)),
            *self._items.recent(limit=_MOST_RECENT),
        ):
            known.items[item.id] = item
        return [*near, *known.items, *self._residents.recently_used(now_ms - _USED_WITHIN_MS, _MOST_USED)]

    def _candidate(self, item: Item, uses: dict[str, list[Use]], known: _Known) -> Candidate:
        log = uses.get(item.id, [])
        if not _is_captured(log):
            log = [_first_use(item), *log]
        return Candidate(
            item,
            tokens=_cost(item.text[:_EXCERPT_LENGTH]),
            uses=log,
            due_at_ms=item.due_at_ms if item.is_deadline else known.due_at_ms.get(item.id, item.due_at_ms),
            is_waiting=_waits(item),
            matched=self._matched.get(item.id, ()),
        )


@lru_cache(maxsize=1024)  # the same few hundred texts are weighed at every tick
def _cost(excerpt: str) -> int:
    return min(_EXCERPT_TOKENS, max(1, estimate_tokens(excerpt)))


def _waits(item: Item) -> bool:
    return bool(item.waiting_for) if item.waiting_for is not None else _is_waiting(item.text[:_EXCERPT_LENGTH])


@lru_cache(maxsize=1024)
def _is_waiting(excerpt: str) -> bool:
    return is_waiting(excerpt)


def _terms(item: Item) -> list[str]:
    return terms(item.text[:_MATCHED_LENGTH])


def _first_use(item: Item) -> Use:
    """Being captured; what others wrote counts less than what the user noted down."""
    is_others = item.provenance in (Provenance.IMPORTED, Provenance.ASSISTANT)
    amount = _FIRST_AMOUNTS[item.kind] * (0.3 if is_others else 1.0)
    return Use(item.id, UseKind.CAPTURED, item.created_at_ms, amount)


def _is_captured(log: Sequence[Use]) -> bool:
    return any(use.kind is UseKind.CAPTURED for use in log)


def _changed(before: dict[str, float], after: dict[str, float]) -> set[str]:
    changed = before.keys() ^ after.keys()
    return changed | {key for key in before.keys() & after.keys() if abs(before[key] - after[key]) > _VISIBLE_CHANGE}
