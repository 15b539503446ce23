"""In-memory stand-ins for the ports of `assistant/domain/ports.py`, faithful to what the protocols promise."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Literal
from zoneinfo import ZoneInfo

import numpy as np

from assistant.domain.action import Action, ActionKind, Trashed
from assistant.domain.conversation import Conversation, Message, ModelFile, Turn
from assistant.domain.errors import AssistantError, ItemMissing, ModelMissing, SpoolFailed, StoreError
from assistant.domain.intention import COOL_DOWN_MS, MOST_SHOWN, Intention, IntentionKind, IntentionState
from assistant.domain.item import Draft, Found, Item, ItemKind, ItemVersion, SearchFilter
from assistant.domain.job import Job
from assistant.domain.learning import Calibration, LearnedFrom, LearningLog, Shown, WrittenQuestion
from assistant.domain.memory import Mind, Resident, Tombstone, Use, UseKind, Weighed
from assistant.domain.ports import FloatArray, IntArray, PassageTable, PieceArray, PieceBags
from assistant.domain.reminder import (
    Again,
    DueReminder,
    Following,
    LeftOnScreen,
    Notice,
    Occurrence,
    OccurrenceState,
    ends,
    once,
)
from assistant.language import tokens
from assistant.language.tokens import terms
from assistant.memory import attention
from assistant.memory.features import GROUPS
from assistant.memory.features import VERSION as FEATURES_VERSION


class FixedClock:
    """A clock that moves only when told."""

    def __init__(self, now_ms: int = 1_790_000_000_000, zone: str = "UTC") -> None:
        self._now_ms = now_ms
        self._zone = zone

    @classmethod
    def at(cls, wall: str, zone: str = "UTC") -> FixedClock:
        """A clock at an ISO wall time of a zone."""
        moment = datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(zone))
        return cls(round(moment.timestamp() * 1000), zone)

    def now_ms(self) -> int:
        return self._now_ms

    def local(self, at_ms: int | None = None) -> datetime:
        instant = self._now_ms if at_ms is None else at_ms
        return datetime.fromtimestamp(instant / 1000, UTC).astimezone(ZoneInfo(self._zone))

    def zone(self) -> str:
        return self._zone

    def advance(self, milliseconds: int) -> None:
        self._now_ms += milliseconds

    def set(self, now_ms: int) -> None:
        self._now_ms = now_ms

    def move_to(self, zone: str) -> None:
        self._zone = zone


def is_wanted(item: Item, where: SearchFilter | None) -> bool:
    """Whether an item passes a filter."""
    if where is None:
        return True
    return not (
        (where.kinds and item.kind not in where.kinds)
        or (where.tag is not None and where.tag not in item.tags)
        or (where.pinned_only and not item.is_pinned)
        or (where.open_only and (item.kind is not ItemKind.TASK or item.is_done))
        or (where.set_aside_only and not item.is_set_aside)
        or (where.after_ms is not None and item.created_at_ms < where.after_ms)
        or (where.before_ms is not None and item.created_at_ms >= where.before_ms)
    )


class FakeItems:
    """The items, with their history and the ledger's rows. Set `failure` to make every call raise it."""

    def __init__(self, items: Sequence[Item] = ()) -> None:
        self.rows: dict[str, Item] = {item.id: item for item in items}
        self.versions: dict[str, list[ItemVersion]] = {}
        self.cited: dict[str, int] = {}
        self.ledger: dict[str, Occurrence] = {}
        self.failure: AssistantError | None = None

    def _check(self) -> None:
        if self.failure is not None:
            raise self.failure

    def add(self, item: Item, occurrence: Occurrence | None = None) -> bool:
        self._check()
        if item.id in self.rows:
            return False
        self.rows[item.id] = item
        if occurrence is not None:
            arm(self.ledger, occurrence)
        return True

    def get(self, item_id: str) -> Item:
        self._check()
        try:
            return self.rows[item_id]
        except KeyError:
            raise ItemMissing(id=item_id) from None

    def get_many(self, item_ids: Sequence[str]) -> dict[str, Item]:
        self._check()
        return {item_id: self.rows[item_id] for item_id in item_ids if item_id in self.rows}

    def save(self, item: Item) -> None:
        before = self.get(item.id)
        if before.text != item.text:
            replaced_at_ms = item.updated_at_ms or item.created_at_ms
            self.versions.setdefault(item.id, []).append(ItemVersion(before.text, replaced_at_ms))
        self.rows[item.id] = item

    def forget(self, item_ids: Sequence[str]) -> int:
        self._check()
        gone = [item_id for item_id in dict.fromkeys(item_ids) if self.rows.pop(item_id, None) is not None]
        for item_id in gone:
            self.versions.pop(item_id, None)
        for occurrence in list(self.ledger.values()):
            if occurrence.item_id in gone:
                del self.ledger[occurrence.id]
        return len(gone)

    def _newest_first(self) -> list[Item]:
        self._check()
        return sorted(self.rows.values(), key=lambda item: (item.created_at_ms, item.id), reverse=True)

    def recent(self, *, limit: int, offset: int = 0, where: SearchFilter | None = None) -> list[Item]:
        return [item for item in self._newest_first() if is_wanted(item, where)][offset : offset + limit]

    def open_tasks(self, *, limit: int = 500) -> list[Item]:
        tasks = [item for item in self._newest_first() if item.kind is ItemKind.TASK and not item.is_done]
        return sorted(tasks, key=lambda item: (item.due_at_ms is None, item.due_at_ms or 0))[:limit]

    def done_since(self, since_ms: int) -> list[Item]:
        done = [item for item in self._newest_first() if item.done_at_ms is not None and item.done_at_ms >= since_ms]
        return sorted(done, key=lambda item: item.done_at_ms or 0, reverse=True)

    def roll_over(self, day_start_ms: int, now_ms: int, most_rolls: int) -> Sequence[str]:
        moved: list[str] = []
        for item in self.open_tasks():
            is_hidden = item.is_set_aside or (item.not_before_ms or 0) > now_ms or bool(item.rrule)
            is_past = item.due_at_ms is not None and item.due_at_ms < day_start_ms
            if is_hidden or not is_past or (item.rolled_at_ms or 0) >= day_start_ms:
                continue
            rolls = item.rolls + 1
            set_aside_at_ms = now_ms if 0 < most_rolls < rolls else None
            self.rows[item.id] = replace(item, rolls=rolls, rolled_at_ms=now_ms, set_aside_at_ms=set_aside_at_ms)
            for row in list(self.ledger.values()):
                if row.item_id == item.id and (row.state is OccurrenceState.SHOWN or set_aside_at_ms is not None):
                    self.ledger[row.id] = replace(row, state=OccurrenceState.CANCELLED, answered_at_ms=now_ms)
            moved.append(item.id)
        return moved

    def pinned(self) -> list[Item]:
        return [item for item in self._newest_first() if item.is_pinned]

    def count(self) -> int:
        self._check()
        return len(self.rows)

    def everything(self) -> Iterator[Item]:
        yield from reversed(self._newest_first())

    def history(self, item_id: str) -> list[ItemVersion]:
        self.get(item_id)
        return list(reversed(self.versions.get(item_id, [])))

    def count_citations(self, item_ids: Sequence[str]) -> int:
        self._check()
        return sum(self.cited.get(item_id, 0) for item_id in set(item_ids))


class FakeTrash:
    """Forgotten items over `FakeItems`, each with its rows of the ledger."""

    def __init__(self, items: FakeItems) -> None:
        self._items = items
        self.rows: dict[str, tuple[Trashed, list[Occurrence]]] = {}

    def put(self, item_ids: Sequence[str], at_ms: int) -> int:
        known = self._items.get_many(item_ids)
        for item_id, item in known.items():
            ledger = [row for row in self._items.ledger.values() if row.item_id == item_id]
            self.rows[item_id] = (Trashed(item, at_ms), ledger)
        self._items.forget(list(known))
        return len(known)

    def restore(self, item_ids: Sequence[str]) -> list[str]:
        found = [item_id for item_id in item_ids if item_id in self.rows]
        for item_id in found:
            trashed, ledger = self.rows.pop(item_id)
            self._items.rows[item_id] = trashed.item
            self._items.ledger.update({row.id: row for row in ledger})
        return found

    def list(self, *, limit: int, offset: int = 0) -> list[Trashed]:
        latest = sorted((trashed for trashed, _ in self.rows.values()), key=lambda each: -each.trashed_at_ms)
        return latest[offset : offset + limit]

    def get(self, item_id: str) -> Trashed | None:
        return self.rows[item_id][0] if item_id in self.rows else None

    def older_than(self, at_ms: int) -> Sequence[str]:
        return [item_id for item_id, (trashed, _) in self.rows.items() if trashed.trashed_at_ms < at_ms]

    def count(self) -> int:
        return len(self.rows)


class FakeActions:
    """The log of actions over `FakeItems` and `FakeTrash`: whole states, put back as they were."""

    def __init__(self, items: FakeItems, trash: FakeTrash) -> None:
        self._items = items
        self._trash = trash
        self._log: dict[int, tuple[Action, dict[str, Item], dict[str, Occurrence]]] = {}
        self._undone: list[tuple[Action, dict[str, Item], dict[str, Occurrence], str | None]] = []
        self._next = 1

    def begin(self, kind: ActionKind, item_ids: Sequence[str], at_ms: int) -> int:
        number, self._next = self._next, self._next + 1
        before = self._items.get_many(item_ids)
        title = next((item.text for item in before.values()), "")
        action = Action(number, kind, at_ms, tuple(item_ids), title)
        self._log[number] = (action, before, dict(self._items.ledger))
        return number

    def settle(self, number: int) -> None:
        action, before, ledger = self._log[number]
        if self._items.get_many(action.item_ids) == before and self._items.ledger == ledger:
            del self._log[number]
        else:
            self._undone.clear()

    def recent(self, limit: int = 100) -> list[Action]:
        return [action for action, _, _ in reversed(self._log.values())][:limit]

    def undo(self, number: int, at_ms: int) -> list[str]:
        if number not in self._log:
            return []
        action, before, ledger = self._log.pop(number)
        self._undone.append((action, self._items.get_many(action.item_ids), dict(self._items.ledger), None))
        changed = self._turn(action, before, ledger, at_ms, is_away=action.kind is not ActionKind.FORGOTTEN)
        self._undone[-1] = (*self._undone[-1][:3], self._newest())
        return changed

    def undo_capture(self, item_id: str, captured_at_ms: int, at_ms: int) -> bool:
        if item_id not in self._items.rows:
            return False
        number, self._next = self._next, self._next + 1
        title = self._items.rows[item_id].text
        self._trash.put([item_id], at_ms)
        action = Action(number, ActionKind.CAPTURED, captured_at_ms, (item_id,), title)
        self._undone.append((action, {}, {}, self._newest()))
        return True

    def undone(self, limit: int = 100) -> list[Action]:
        if not self._undone or self._undone[-1][3] != self._newest():
            return []
        return [action for action, _, _, _ in reversed(self._undone)][:limit]

    def redo(self, number: int, at_ms: int) -> list[str]:
        if all(action.number != number for action in self.undone()):
            return []
        place = next(place for place, each in enumerate(self._undone) if each[0].number == number)
        action, after, ledger, _ = self._undone.pop(place)
        last, self._next = self._next, self._next + 1
        self._log[last] = (
            replace(action, number=last),
            self._items.get_many(action.item_ids),
            dict(self._items.ledger),
        )
        return self._turn(action, after, ledger, at_ms, is_away=action.kind is ActionKind.FORGOTTEN)

    def _turn(
        self, action: Action, items: dict[str, Item], ledger: dict[str, Occurrence], at_ms: int, *, is_away: bool
    ) -> list[str]:
        """Make items and reminders as they were, or move them into the trash or out of it."""
        if action.kind in (ActionKind.FORGOTTEN, ActionKind.RESTORED, ActionKind.CAPTURED):
            if not is_away:
                return self._trash.restore(action.item_ids)
            self._trash.put(action.item_ids, at_ms)
            return list(action.item_ids)
        for item_id, item in items.items():
            if item_id in self._items.rows:
                self._items.rows[item_id] = item
        rows = {row.id: row for row in ledger.values() if row.item_id in items}
        others = {row.id: row for row in self._items.ledger.values() if row.item_id not in items}
        self._items.ledger.clear()
        self._items.ledger.update(others | rows)
        return [item_id for item_id in items if item_id in self._items.rows]

    def _newest(self) -> str | None:
        kept = (ItemKind.NOTE, ItemKind.TASK)
        newest = self._items.recent(limit=1, where=SearchFilter(kinds=frozenset(kept)))
        return newest[0].id if newest else None


class FakeSearch:
    """Finds items that contain every word of the query. Set `is_bounded` to make it say that it looks at some only."""

    def __init__(self, items: FakeItems) -> None:
        self._items = items
        self.is_bounded = False

    def is_partial(self, text: str) -> bool:
        return self.is_bounded and bool(text.strip())

    def search(self, text: str, *, limit: int, offset: int = 0, where: SearchFilter | None = None) -> list[Found]:
        words = text.casefold().split()
        if not words:
            return []
        found = [
            Found(item, float(sum(item.text.casefold().count(word) for word in words)), item.text[:80])
            for item in self._items.recent(limit=len(self._items.rows), where=where)
            if all(word in item.text.casefold() for word in words)
        ]
        return sorted(found, key=lambda hit: -hit.score)[offset : offset + limit]


class FakeNames:
    """Looks at every item."""

    def __init__(self, items: FakeItems) -> None:
        self._items = items

    def ending(self, end: str, limit: int) -> list[Item]:
        newest = self._items.recent(limit=len(self._items.rows))
        return [item for item in newest if item.id.upper().endswith(end.upper())][:limit]

    def perhaps_holding(self, text: str, first: Literal["open", "done"] | None = None) -> Iterator[Item]:
        del text
        newest = self._items.recent(limit=len(self._items.rows))
        yield from sorted(newest, key=lambda item: first is not None and item.is_done is not (first == "done"))


def arm(ledger: dict[str, Occurrence], occurrence: Occurrence) -> None:
    """Arm an occurrence unless the same item and instant is there (a cancelled or snoozed one is armed again)."""
    for row in ledger.values():
        if (row.item_id, row.due_at_ms) == (occurrence.item_id, occurrence.due_at_ms):
            if row.state in (OccurrenceState.CANCELLED, OccurrenceState.SNOOZED):
                ledger[row.id] = replace(
                    row, state=OccurrenceState.ARMED, zone=occurrence.zone, wall_time=occurrence.wall_time
                )
            return
    ledger[occurrence.id] = occurrence


class FakeOccurrences:
    """The ledger over the rows that `FakeItems` holds. `restart()` imitates a new process."""

    def __init__(self, items: FakeItems) -> None:
        self._items = items
        self._claimed: set[str] = set()

    @property
    def rows(self) -> dict[str, Occurrence]:
        return self._items.ledger

    def restart(self) -> None:
        self._claimed.clear()

    def add(self, occurrence: Occurrence) -> None:
        self._items.get(occurrence.item_id)
        arm(self.rows, occurrence)

    def _due(self, row: Occurrence, late_ms: int, *, may_repeat: bool = False) -> DueReminder:
        return DueReminder(row, self._items.get(row.item_id), late_ms, may_repeat)

    def claim_due(
        self, now_ms: int, following: Following = ends, again: Again = once, *, insistent_only: bool = False
    ) -> list[DueReminder]:
        claimed: list[DueReminder] = []
        told: set[str] = set()
        for row in sorted(self.rows.values(), key=lambda row: (row.due_at_ms, row.id), reverse=True):
            is_due = row.state is OccurrenceState.ARMED and row.due_at_ms <= now_ms
            is_left_over = row.state is OccurrenceState.PRESENTING and row.id not in self._claimed
            is_quiet = insistent_only and not self._items.get(row.item_id).is_insistent
            if is_quiet or not (is_due or is_left_over):
                continue
            if row.item_id in told:
                self.mark(row.id, OccurrenceState.CANCELLED, now_ms)
                continue
            self._claimed.add(row.id)
            self.rows[row.id] = replace(row, state=OccurrenceState.PRESENTING)
            claimed.append(self._due(self.rows[row.id], max(0, now_ms - row.due_at_ms), may_repeat=is_left_over))
            item = self._items.get(row.item_id)
            if item.rrule and not item.is_done:
                told.add(item.id)
                for other in self.for_item(item.id):
                    if other.due_at_ms < row.due_at_ms and other.state in (
                        OccurrenceState.ARMED,
                        OccurrenceState.SHOWN,
                    ):
                        self.mark(other.id, OccurrenceState.CANCELLED, now_ms)
                self._go_on(item, now_ms, following)
            elif item.is_deadline and not item.is_done:
                upcoming = following(item, max(now_ms, row.due_at_ms))
                if upcoming is not None:
                    arm(self.rows, upcoming)
            if not item.is_done:
                self._ask_again(claimed[-1], now_ms, again)
        return claimed[::-1]

    def _ask_again(self, reminder: DueReminder, now_ms: int, again: Again) -> None:
        for other in self.for_item(reminder.item.id):
            if other.state is OccurrenceState.ARMED and other.asks:
                del self.rows[other.id]
            elif reminder.occurrence.asks and other.state is OccurrenceState.SHOWN:
                self.mark(other.id, OccurrenceState.CANCELLED, now_ms)
        upcoming = again(reminder)
        if upcoming is not None:
            arm(self.rows, upcoming)

    def travel(self, zone: str, instant_of: Callable[[str, str], int | None]) -> int:
        del zone, instant_of  # travel is tested over the real store
        return 0

    def done_since(self, since_ms: int, limit: int = 50) -> list[DueReminder]:
        done = [row for row in self.rows.values() if row.state is OccurrenceState.DONE]
        latest = sorted(done, key=lambda row: row.answered_at_ms or 0)
        found = {row.item_id: self._due(row, 0) for row in latest if (row.answered_at_ms or 0) >= since_ms}
        open_ones = [each for each in found.values() if each.item.rrule and not each.item.is_done]
        return open_ones[::-1][:limit]

    def _at(self, item_id: str, due_at_ms: int | None) -> OccurrenceState | None:
        found = [row.state for row in self.for_item(item_id) if row.due_at_ms == due_at_ms]
        return found[0] if found else None

    def _arm_next(self, item: Item, upcoming: Occurrence | None) -> bool:
        if upcoming is None:
            return False
        arm(self.rows, upcoming)
        self._items.rows[item.id] = replace(item, due_at_ms=upcoming.due_at_ms)
        return True

    def _go_on(self, item: Item, now_ms: int, following: Following) -> bool:
        due_at_ms = item.due_at_ms or now_ms
        if due_at_ms > now_ms:
            if self._at(item.id, due_at_ms) is OccurrenceState.ARMED:
                return True
            return self._arm_next(item, following(item, due_at_ms - 1))
        return self._arm_next(item, following(item, now_ms))

    def complete(self, item: Item, now_ms: int, following: Following) -> bool:
        due_at_ms, was_shown = item.due_at_ms or now_ms, False
        for row in self.for_item(item.id):
            if row.state in (OccurrenceState.PRESENTING, OccurrenceState.SHOWN) or (
                row.state is OccurrenceState.ARMED and row.due_at_ms <= now_ms
            ):
                self.mark(row.id, OccurrenceState.DONE, now_ms)
                was_shown = True
            elif row.state is OccurrenceState.ARMED and row.due_at_ms != due_at_ms:
                self.mark(row.id, OccurrenceState.CANCELLED, now_ms)
                was_shown = True
        if was_shown:
            return self._go_on(item, now_ms, following)
        for row in self.for_item(item.id):
            if row.state is OccurrenceState.ARMED:
                self.mark(row.id, OccurrenceState.DONE, now_ms)
        return self._arm_next(item, following(item, max(now_ms, due_at_ms)))

    def realign(self, now_ms: int, following: Following) -> int:
        del now_ms, following  # the clock of the fakes' users goes back in the tests over the real store
        return 0

    def mark(self, occurrence_id: str, state: OccurrenceState, at_ms: int) -> None:
        row = self.get(occurrence_id)
        if state is OccurrenceState.SHOWN:
            row = replace(row, state=state, shown_at_ms=at_ms)
        else:
            row = replace(row, state=state, answered_at_ms=at_ms)
        self.rows[occurrence_id] = row
        self._claimed.discard(occurrence_id)

    def get(self, occurrence_id: str) -> Occurrence:
        try:
            return self.rows[occurrence_id]
        except KeyError:
            raise ItemMissing(id=occurrence_id) from None

    def _armed(self) -> list[Occurrence]:
        rows = [row for row in self.rows.values() if row.state is OccurrenceState.ARMED]
        return sorted(rows, key=lambda row: (row.due_at_ms, row.id))

    def upcoming(self, now_ms: int, limit: int = 20) -> list[DueReminder]:
        return [self._due(row, 0) for row in self._armed() if row.due_at_ms > now_ms][:limit]

    def unanswered(self, limit: int = 500) -> list[DueReminder]:
        rows = [row for row in self.rows.values() if row.state is OccurrenceState.SHOWN]
        rows = sorted(rows, key=lambda row: row.due_at_ms, reverse=True)[:limit]
        return [self._due(row, max(0, (row.shown_at_ms or row.due_at_ms) - row.due_at_ms)) for row in rows]

    def for_item(
        self, item_id: str, states: Collection[OccurrenceState] = (), *, since_ms: int | None = None
    ) -> list[Occurrence]:
        rows = [row for row in self.rows.values() if row.item_id == item_id and (not states or row.state in states)]
        rows = [row for row in rows if since_ms is None or row.due_at_ms >= since_ms]
        return sorted(rows, key=lambda row: row.due_at_ms, reverse=True)

    def next_due_ms(self, *, insistent_only: bool = False) -> int | None:
        armed = [row for row in self._armed() if not insistent_only or self._items.get(row.item_id).is_insistent]
        return armed[0].due_at_ms if armed else None


class FakeResidents:
    """The dynamic memory's rows."""

    def __init__(self) -> None:
        self.log: list[Use] = []
        self.weights: dict[str, float] = {}
        self.stones: list[Tombstone] = []

    def record(self, uses: Sequence[Use]) -> None:
        self.log.extend(uses)

    def uses(self, item_ids: Sequence[str]) -> dict[str, list[Use]]:
        found: dict[str, list[Use]] = {}
        for use in sorted(self.log, key=lambda use: use.at_ms):
            if use.item_id in item_ids:
                found.setdefault(use.item_id, []).append(use)
        return found

    def recently_used(self, since_ms: int, limit: int) -> list[str]:
        latest = [use for use in sorted(self.log, key=lambda use: -use.at_ms) if use.at_ms >= since_ms]
        return list(dict.fromkeys(use.item_id for use in latest))[:limit]

    def load(self) -> dict[str, float]:
        return dict(self.weights)

    def replace(self, weights: dict[str, float], let_go: Sequence[Tombstone]) -> None:
        self.weights = dict(weights)
        self.stones.extend(let_go)

    def tombstones(self, limit: int = 100) -> list[Tombstone]:
        return sorted(self.stones, key=lambda stone: stone.let_go_at_ms, reverse=True)[:limit]


class FakeLearned:
    """The log of what was shown, and what was learned; the uses are those of `residents`."""

    def __init__(self, residents: FakeResidents | None = None) -> None:
        self.residents = residents or FakeResidents()
        self.shown: list[Shown] = []
        self.kept: dict[LearnedFrom, tuple[Calibration, int]] = {}
        self.written_count = 0

    def add(self, shown: Shown) -> None:
        self.shown = [*self.shown, shown][-400:]

    def log(self) -> LearningLog:
        return LearningLog(list(self.shown), self._uses(min((one.at_ms for one in self.shown), default=0)))

    def _uses(self, since_ms: int) -> list[Use]:
        ids = {row.item_id for one in self.shown for row in one.rows}
        found = [use for uses in self.residents.uses(sorted(ids)).values() for use in uses]
        told = [use for use in found if use.kind not in (UseKind.CAPTURED, UseKind.ASKED) and use.at_ms >= since_ms]
        return sorted(told, key=lambda use: use.at_ms)

    def count(self, since_ms: int) -> tuple[int, int]:
        return len(self.shown), len(self._uses(since_ms))

    def keep(self, source: LearnedFrom, calibration: Calibration, at_ms: int) -> None:
        self.kept[source] = (calibration, at_ms)

    def load(self, source: LearnedFrom) -> tuple[Calibration, int] | None:
        return self.kept.get(source)

    def written(self) -> int:
        return self.written_count

    def reset(self) -> None:
        self.shown.clear()
        self.kept.clear()
        self.written_count = 0


class FakeWrittenQuestions:
    """What was written about items, over `items`: a question goes with its item."""

    def __init__(self, items: FakeItems) -> None:
        self.items = items
        self.rows: dict[str, tuple[str, str, int]] = {}

    def _there(self) -> dict[str, tuple[str, str, int]]:
        self.rows = {item_id: row for item_id, row in self.rows.items() if item_id in self.items.rows}
        return self.rows

    def add(self, item: Item, question: str, at_ms: int) -> None:
        self.rows[item.id] = (item.text, question, at_ms)

    def usable(self) -> list[WrittenQuestion]:
        now = sorted(self._there().items(), key=lambda pair: (pair[1][2], pair[0]))
        return [
            WrittenQuestion(question, item_id)
            for item_id, (text, question, _) in now
            if question and self.items.rows[item_id].text == text
        ]

    def tried(self, items: Sequence[Item]) -> set[str]:
        rows = self._there()
        return {item.id for item in items if item.id in rows and rows[item.id][0] == item.text}

    def tries(self, since_ms: int) -> tuple[int, int]:
        rows = self._there().values()
        return len(rows), sum(at_ms >= since_ms for _, _, at_ms in rows)


class FakeIntentions:
    """Intentions in a dictionary; `add` takes the place of keeping their items."""

    def __init__(self, *intentions: Intention) -> None:
        self._intentions = {intention.item_id: intention for intention in intentions}

    def add(self, intention: Intention) -> None:
        self._intentions[intention.item_id] = intention

    def open(self, now_ms: int) -> list[Intention]:
        return [each for each in self.recent() if each.is_open and not self._is_over(each, now_ms)]

    def recent(self, limit: int = 500) -> list[Intention]:
        ordered = sorted(self._intentions.values(), key=lambda each: (each.created_at_ms, each.item_id), reverse=True)
        return ordered[:limit]

    def get(self, item_id: str) -> Intention:
        if item_id not in self._intentions:
            raise ItemMissing(id=item_id)
        return self._intentions[item_id]

    def fire(self, item_ids: Sequence[str], episode: str, now_ms: int) -> list[str]:
        fired = [each for each in item_ids if self._may_fire(self._intentions.get(each), episode, now_ms)]
        for item_id in fired:
            shown = self._intentions[item_id]
            state = IntentionState.FIRED if shown.shown_count + 1 < MOST_SHOWN else IntentionState.EXPIRED
            self._intentions[item_id] = replace(
                shown,
                state=IntentionState.ARMED if shown.cue.is_repeating else state,
                shown_at_ms=now_ms,
                shown_count=shown.shown_count + 1,
                episode=episode,
            )
        return fired

    def settle(self, item_id: str, state: IntentionState, at_ms: int) -> None:
        settled = replace(self.get(item_id), state=state, settled_at_ms=at_ms)
        if state is IntentionState.ARMED:
            settled = replace(settled, settled_at_ms=None, shown_at_ms=None, shown_count=0, episode=None)
        self._intentions[item_id] = settled

    def frequencies(self, terms: Sequence[str]) -> tuple[dict[str, int], int]:
        kept = [set(tokens.terms(each.text)) for each in self._intentions.values()]
        return {term: sum(term in words for words in kept) for term in terms}, len(kept)

    @staticmethod
    def _is_over(intention: Intention, now_ms: int) -> bool:
        return intention.expires_at_ms is not None and intention.expires_at_ms <= now_ms

    def _may_fire(self, intention: Intention | None, episode: str, now_ms: int) -> bool:
        if intention is None or not intention.is_open or intention.cue.kind is IntentionKind.RULE:
            return False
        is_cooling = intention.shown_at_ms is not None and now_ms - COOL_DOWN_MS < intention.shown_at_ms <= now_ms
        is_same_episode = bool(intention.episode) and intention.episode == episode
        return not (self._is_over(intention, now_ms) or is_cooling or is_same_episode)


class FakeConversations:
    """Conversations and turns; a user's item goes into `items`."""

    def __init__(self, items: FakeItems) -> None:
        self._items = items
        self.rows: dict[str, Conversation] = {}
        self.all_turns: dict[str, Turn] = {}

    def start(self, conversation: Conversation) -> None:
        self.rows[conversation.id] = conversation

    def add_turn(self, turn: Turn, item: Item | None = None) -> None:
        if item is not None:
            self._items.add(item)
        self.all_turns[turn.id] = turn
        conversation = self.rows[turn.conversation_id]
        self.rows[conversation.id] = replace(conversation, updated_at_ms=turn.created_at_ms)

    def update_turn(self, turn: Turn) -> None:
        if turn.id not in self.all_turns:
            raise ItemMissing(id=turn.id)
        self.all_turns[turn.id] = turn

    def turns(self, conversation_id: str) -> list[Turn]:
        return [turn for turn in self.all_turns.values() if turn.conversation_id == conversation_id]

    def recent(self, limit: int = 50) -> list[Conversation]:
        return sorted(self.rows.values(), key=lambda row: row.updated_at_ms, reverse=True)[:limit]

    def delete(self, conversation_id: str) -> None:
        self.rows.pop(conversation_id, None)
        for turn in self.turns(conversation_id):
            del self.all_turns[turn.id]


class FakeSpool:
    """The spool. Set `is_broken` to make appending fail."""

    def __init__(self) -> None:
        self.entries: dict[str, tuple[Item, Occurrence | None]] = {}
        self.is_broken = False

    def append(self, item: Item, occurrence: Occurrence | None) -> None:
        if self.is_broken:
            raise SpoolFailed(path="spool", reason="broken")
        self.entries[item.id] = (item, occurrence)

    def pending(self) -> list[tuple[Item, Occurrence | None]]:
        return list(self.entries.values())

    def clear(self, item_ids: Sequence[str]) -> None:
        for item_id in item_ids:
            self.entries.pop(item_id, None)

    def is_empty(self) -> bool:
        return not self.entries


class FakeDrafts:
    """The draft of the capture window."""

    def __init__(self, draft: Draft | None = None) -> None:
        self.draft = draft or Draft()

    def save(self, draft: Draft) -> None:
        self.draft = draft

    def load(self) -> Draft:
        return self.draft


class FakeNotifier:
    """A notification server. Set `is_available` to False for a desktop without one."""

    def __init__(self, *, is_available: bool = True) -> None:
        self.is_available = is_available
        self.plays_sounds = False
        self.shown: list[tuple[DueReminder, str, str]] = []
        self.notices: list[Notice] = []
        self.withdrawn: list[str] = []
        self.left = LeftOnScreen()
        self.is_closed = False

    def show(self, reminder: DueReminder, notice: Notice) -> bool:
        if not self.is_available:
            return False
        self.shown.append((reminder, notice.title, notice.body))
        self.notices.append(notice)
        return True

    def withdraw(self, occurrence_id: str) -> None:
        self.withdrawn.append(occurrence_id)

    def resume(self) -> LeftOnScreen:
        return self.left

    def close(self) -> None:
        self.is_closed = True


class FakeGenerator:
    """A language model that says the given pieces. Without pieces there is no model; `failure` is raised half-way."""

    def __init__(self, pieces: Sequence[str] | None = None, *, failure: AssistantError | None = None) -> None:
        self.pieces = pieces
        self.failure = failure
        self.prompts: list[list[Message]] = []
        self.variations: list[int] = []
        self.is_closed = False

    @property
    def model_name(self) -> str | None:
        return None if self.pieces is None else "fake"

    def stream(self, messages: Sequence[Message], *, max_tokens: int, job: Job, variation: int = 0) -> Iterator[str]:
        self.variations.append(variation)
        if self.pieces is None:
            raise ModelMissing(path="")
        self.prompts.append(list(messages))
        for position, piece in enumerate(self.pieces[:max_tokens]):
            job.check()
            if self.failure is not None and position == len(self.pieces) // 2:
                raise self.failure
            yield piece
        if self.failure is not None and not self.pieces:
            raise self.failure

    def count_tokens(self, text: str) -> int:
        return max(1, len(text) // 4)

    def forget(self) -> None:
        self.prompts.clear()

    def close(self) -> None:
        self.is_closed = True


class FakeModelFiles:
    """The registry of language models; any path that ends in .gguf is a model."""

    def __init__(self) -> None:
        self.files: dict[str, ModelFile] = {}
        self.deaths: list[str] = []

    def all(self) -> list[ModelFile]:
        return sorted(self.files.values(), key=lambda file: file.name)

    def add(self, path: str) -> ModelFile:
        if not path.endswith(".gguf"):
            raise ModelMissing(path=path)
        name = path.rsplit("/", 1)[-1].removesuffix(".gguf")
        self.files[name] = ModelFile(name, path, 1000, "0" * 64, "chatml", is_current=not self.files)
        return self.files[name]

    def _known(self, name: str) -> ModelFile:
        if name not in self.files:
            raise ModelMissing(path=name)
        return self.files[name]

    def use(self, name: str) -> ModelFile:
        self._known(name)
        for other in self.all():
            self.files[other.name] = replace(other, is_current=other.name == name)
        self.files[name] = replace(self.files[name], is_set_aside=False)
        return self.files[name]

    def remove(self, name: str) -> None:
        self._known(name)
        del self.files[name]

    def current(self) -> ModelFile | None:
        return next((file for file in self.all() if file.is_current), None)

    def set_aside(self, name: str) -> None:
        self.files[name] = replace(self._known(name), is_set_aside=True)

    def add_death(self, name: str) -> int:
        self.deaths = [*self.deaths, name]
        return self.deaths.count(name)

    def is_there(self, file: ModelFile) -> bool:
        return True

    def check(self, file: ModelFile) -> None:
        self._known(file.name)


def store_failure() -> StoreError:
    """What a locked store raises."""
    return StoreError(path="store", reason="locked")


class FakeRecalling:
    """Recalls the items that share a word with the focus, the best match first."""

    def __init__(self, items: FakeItems) -> None:
        self._items = items
        self.focuses: list[str] = []

    def recall(
        self,
        focus: str,
        *,
        limit: int = 20,
        kinds: Collection[ItemKind] | None = None,
        exclude: Collection[str] = (),
        now_ms: int | None = None,
    ) -> list[Weighed]:
        del kinds, now_ms
        self.focuses.append(focus)
        wanted = set(terms(focus))
        counts = {
            item.id: len(wanted & set(terms(item.text)))
            for item in self._items.everything()
            if item.kind is not ItemKind.QUESTION and item.id not in exclude
        }
        total = sum(counts.values()) or 1
        best = sorted((item_id for item_id in counts if counts[item_id]), key=lambda item_id: -counts[item_id])
        return [Weighed(self._items.get(found), counts[found] / total, float(counts[found])) for found in best[:limit]]

    def search(self, text: str, *, limit: int = 50, offset: int = 0, where: SearchFilter | None = None) -> list[Found]:
        return FakeSearch(self._items).search(text, limit=limit, offset=offset, where=where)


class FakeRemembering:
    """Holds the residents it was given and notes what it is told."""

    def __init__(self, residents: Sequence[Resident] = ()) -> None:
        self.residents = tuple(residents)
        self.questions: list[str] = []
        self.uses: list[Use] = []
        self.captures: list[Item] = []

    def mind(self) -> Mind:
        return Mind(self.residents, capacity_tokens=800, capacity_items=7)

    def captured(self, item: Item, *, with_recall: bool = True) -> None:
        del with_recall
        self.captures.append(item)

    def asked(self, question: str, weighed: Sequence[Weighed]) -> None:
        del weighed
        self.questions.append(question)

    def used(self, uses: Sequence[Use]) -> None:
        self.uses.extend(uses)

    def tick(self) -> None:
        return


class FakePassages:
    """Every item is one passage, in the order of the items; made anew for every call."""

    def __init__(self, items: FakeItems) -> None:
        self._items = items

    def _terms(self) -> list[list[str]]:
        return [tokens.index_terms(item.text, speaker=item.speaker) for item in self._items.rows.values()]

    def table(self) -> PassageTable:
        rows = list(self._items.rows.values())
        count, names = len(rows), [item.session or item.id for item in rows]
        sessions = {name: place for place, name in enumerate(dict.fromkeys(names))}
        speakers = {
            name: place for place, name in enumerate(dict.fromkeys(item.speaker for item in rows if item.speaker))
        }
        previous, following = np.full(count, -1, np.int64), np.full(count, -1, np.int64)
        for row, item in enumerate(rows):
            before = [other for other in range(row) if rows[other].session == item.session is not None]
            if before:
                previous[row], following[before[-1]] = before[-1], row
        return PassageTable(
            numbers=np.arange(1, count + 1),
            item_ids=[item.id for item in rows],
            item_rows=np.arange(count),
            lengths=np.array([len(terms) for terms in self._terms()], np.float32),
            sessions=np.array([sessions[name] for name in names], np.int64),
            positions=np.array([item.position or 0 for item in rows], np.int64),
            previous=previous,
            following=following,
            kinds=np.array([list(ItemKind).index(item.kind) for item in rows], np.int64),
            created_at_ms=np.array([item.created_at_ms for item in rows], np.int64),
            speakers=np.array([speakers.get(item.speaker or "", -1) for item in rows], np.int64),
            speaker_names=tuple(speakers),
        )

    def postings(self, term: str) -> tuple[IntArray, FloatArray]:
        counts = np.array([terms.count(term) for terms in self._terms()], np.float32)
        rows = np.flatnonzero(counts)
        return rows, counts[rows]


class FakeEncoder:
    """Every distinct word is one piece; words that `alike` names together are the same piece. Weights are 1.

    Set `failure` to make it raise.
    """

    provider = "CPU (fake)"
    dimension = 64

    def __init__(self, *alike: tuple[str, ...], name: str = "fake") -> None:
        self.name = name
        self.failure: AssistantError | None = None
        self._numbers: dict[str, int] = {}
        for number, words in enumerate(alike, start=1):
            self._numbers |= dict.fromkeys(words, number)
        draw = np.random.default_rng(7)
        rows = draw.normal(size=(4096, self.dimension))
        self._table = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)

    def pieces(self, text: str) -> PieceArray:
        if self.failure is not None:
            raise self.failure
        words = tokens.words(text.lower()) or [""]
        found = [self._numbers.setdefault(word, len(self._numbers) + 1) for word in words]
        return np.array(found, np.uint16)

    def vectors(self, texts: Sequence[PieceArray]) -> FloatArray:
        if self.failure is not None:
            raise self.failure
        sums = np.array([self._table[pieces].sum(axis=0) for pieces in texts], np.float32).reshape(-1, self.dimension)
        return sums / np.linalg.norm(sums, axis=1, keepdims=True)

    def similarities(self, left: PieceArray, right: PieceArray) -> FloatArray:
        return self._table[left] @ self._table[right].T

    def weights(self, pieces: PieceArray) -> FloatArray:
        return np.ones(len(pieces), np.float32)

    def rest(self, unused_s: float) -> bool:
        return False


def bags_of(texts: Sequence[PieceArray]) -> PieceBags:
    lengths = np.array([len(pieces) for pieces in texts], np.int64)
    return PieceBags(np.concatenate([*texts, np.empty(0, np.uint16)]), lengths)


class FakeVectors:
    """Vectors in a dictionary; the passages are those of `FakePassages`, in the order of the items."""

    def __init__(self, items: FakeItems) -> None:
        self._items = items
        self._kept: dict[int, tuple[str, PieceArray, FloatArray]] = {}
        self.is_estimating = False
        self._settled = ("", 0)

    def _of_model(self, model: str) -> dict[int, tuple[PieceArray, FloatArray]]:
        return {number: (pieces, row) for number, (made_by, pieces, row) in self._kept.items() if made_by == model}

    def has(self, model: str) -> bool:
        return bool(self._of_model(model))

    def cosines(self, model: str, numbers: IntArray, vector: FloatArray) -> FloatArray:
        kept = self._of_model(model)
        found = [float(kept[number][1] @ vector) if number in kept else 0.0 for number in numbers.tolist()]
        return np.array(found, np.float32)

    def closer(self, model: str, numbers: IntArray, vector: FloatArray) -> tuple[PieceBags, FloatArray]:
        kept, nothing = self._of_model(model), np.empty(0, np.uint16)
        pieces = [kept[number][0] if number in kept else nothing for number in numbers.tolist()]
        return bags_of(pieces), self.cosines(model, numbers, vector)

    def pending(self, model: str, limit: int, *, below: int | None = None) -> list[tuple[int, str]]:
        kept, above = self._of_model(model), self._settled[1] if self._settled[0] == model else 0
        texts = list(enumerate((item.text for item in self._items.rows.values()), start=1))
        missing = [(number, text) for number, text in texts if number not in kept and number > above]
        return [pair for pair in reversed(missing) if below is None or pair[0] < below][:limit]

    def newest(self) -> int:
        return len(self._items.rows)

    def settle(self, model: str, newest: int) -> None:
        self._settled = (model, newest)

    def add(self, model: str, numbers: Sequence[int], pieces: Sequence[PieceArray], vectors: FloatArray) -> int:
        before = len(self._kept)
        for number, some, row in zip(numbers, pieces, vectors, strict=True):
            if number <= self.newest():
                self._kept[number] = (model, some, row)
        return len(self._kept) - before

    def counts(self, model: str) -> tuple[int, int]:
        return len(self._of_model(model)), len(self._items.rows)


class FakeScorer:
    """The free baseline without a graph. Set `failure` to make it raise."""

    name = f"{FEATURES_VERSION}-fake"
    groups = GROUPS
    provider = "CPU (fake)"

    def __init__(self) -> None:
        self.failure: AssistantError | None = None

    def score(self, features: FloatArray, *, explain: bool = True) -> tuple[FloatArray, FloatArray, FloatArray]:
        del explain
        if self.failure is not None:
            raise self.failure
        return attention.score(attention.baseline_weights(), features)
