"""The ledger of reminders: one row per instant, and who is showing it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from assistant.domain.errors import ItemMissing
from assistant.domain.item import Item
from assistant.domain.reminder import Again, DueReminder, Following, Occurrence, OccurrenceState, ends, once
from assistant.store import repeating
from assistant.store.arming import arm
from assistant.store.connection import Connection, Row
from assistant.store.database import Database
from assistant.store.processes import is_running, this_process
from assistant.store.rows import ITEM_COLUMNS, OCCURRENCE_COLUMNS, OCCURRENCE_WIDTH, item_of, occurrence_of, storable
from assistant.store.travelling import InstantOf, travel

_MOST_CLAIMS = 2
"""A reminder that took two processes down while it was shown is not shown a third time; it waits among the missed."""

_DUE = "((state = 'armed' AND occurrences.due_at <= ?) OR state = 'presenting')"
_ROWS = f"SELECT {OCCURRENCE_COLUMNS}, {ITEM_COLUMNS} FROM occurrences JOIN items ON items.id = occurrences.item_id"


class SqliteOccurrences:
    """`ports.Occurrences` over SQLite."""

    def __init__(
        self, database: Database, process: str | None = None, is_alive: Callable[[str], bool] = is_running
    ) -> None:
        """`process` marks what this process claims; `is_alive` tells whether the one behind a mark still runs."""
        self._database = database
        self._process = process
        self._is_alive = is_alive

    def add(self, occurrence: Occurrence) -> None:
        """Arm an occurrence; the same item and instant is armed only once. Raises `ItemMissing`."""
        with self._database.writing() as connection:
            item = connection.execute("SELECT 1 FROM items WHERE id = ?", (storable(occurrence.item_id),)).fetchone()
            if item is None:
                raise ItemMissing(id=occurrence.item_id)
            arm(connection, occurrence)

    def claim_due(
        self, now_ms: int, following: Following = ends, again: Again = once, *, insistent_only: bool = False
    ) -> list[DueReminder]:
        """In one transaction mark what is due as PRESENTING and return it, oldest first, then by item.

        Rows left PRESENTING by a dead process are returned once more with `may_repeat`. Of a repeating item only the
        latest is returned, and what `following` says comes next is armed in the same transaction; so is what `again`
        says of each, in place of what it said before. With `insistent_only` the others wait.
        """
        if not self._is_anything_due(now_ms, insistent_only=insistent_only):
            return []
        claimed: list[DueReminder] = []
        with self._database.writing() as connection:
            rows = connection.execute(
                f"{_ROWS.replace(' FROM ', ', occurrences.claimed_by, occurrences.claims FROM ', 1)}"
                f" WHERE {_DUE} AND items.is_insistent >= ?"
                " ORDER BY occurrences.due_at DESC, occurrences.item_id DESC",
                (now_ms, int(insistent_only)),
            ).fetchall()
            told: set[str] = set()
            for row in rows:
                reminder = self._claimed(connection, row, now_ms, told)
                if reminder is not None:
                    claimed.append(reminder)
                    if not reminder.item.is_done:
                        self._go_on(connection, reminder, now_ms, following, told)
                        repeating.ask_again(connection, reminder, now_ms, again(reminder))
        return claimed[::-1]

    def _go_on(
        self, connection: Connection, reminder: DueReminder, now_ms: int, following: Following, told: set[str]
    ) -> None:
        item = reminder.item
        if reminder.occurrence.asks:
            told.add(item.id)  # asked again, it stands for what was asked first
        if item.rrule:
            told.add(item.id)
            repeating.end_earlier(connection, item.id, reminder.occurrence.due_at_ms, now_ms)
            repeating.go_on(connection, item, now_ms, following)
        elif item.is_deadline:
            repeating.warn_again(connection, reminder, now_ms, following)

    def travel(self, zone: str, instant_of: InstantOf) -> int:
        """Move what is armed by wall time to another zone, where `instant_of` says when it is. How many."""
        return travel(self._database, zone, instant_of)

    def complete(self, item: Item, now_ms: int, following: Following) -> bool:
        """Answer this occurrence of a repeating item and arm the next. False when its rule has ended."""
        with self._database.writing() as connection:
            return repeating.complete(connection, item, now_ms, following)

    def realign(self, now_ms: int, following: Following) -> int:
        """Set right which occurrence comes next after the clock was moved back. How many items that changed."""
        with self._database.reading() as connection:
            if not repeating.astray(connection, now_ms):
                return 0
        with self._database.writing() as connection:
            items = repeating.astray(connection, now_ms)
            return sum(repeating.realign(connection, item, now_ms, following) for item in items)

    def _is_anything_due(self, now_ms: int, *, insistent_only: bool) -> bool:
        """Looked at every 30 s, so without a write when there is nothing to do."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT state, claimed_by FROM occurrences JOIN items ON items.id = occurrences.item_id"
                f" WHERE {_DUE} AND items.is_insistent >= ?",
                (now_ms, int(insistent_only)),
            ).fetchall()
        return any(state == "armed" or self._is_abandoned(claimed_by) for state, claimed_by in rows)

    def _mark(self) -> str:
        if self._process is None:
            self._process = this_process()
        return self._process

    def _is_abandoned(self, claimed_by: str | None) -> bool:
        return claimed_by != self._mark() and (claimed_by is None or not self._is_alive(claimed_by))

    def _claimed(self, connection: Connection, row: Row, now_ms: int, told: set[str]) -> DueReminder | None:
        reminder = _reminder(row)
        occurrence, (claimed_by, claims) = reminder.occurrence, row[-2:]
        is_repeat = occurrence.state is OccurrenceState.PRESENTING
        if is_repeat and not self._is_abandoned(claimed_by):
            return None
        if occurrence.item_id in told:  # a later occurrence of the same item stands for it
            _set_state(connection, occurrence.id, OccurrenceState.CANCELLED, now_ms)
            return None
        if claims >= _MOST_CLAIMS:
            _set_state(connection, occurrence.id, OccurrenceState.SHOWN, now_ms)
            return None
        connection.execute(
            "UPDATE occurrences SET state = 'presenting', claimed_by = ?, claims = claims + 1 WHERE id = ?",
            (self._mark(), occurrence.id),
        )
        presenting = Occurrence(
            id=occurrence.id,
            item_id=occurrence.item_id,
            due_at_ms=occurrence.due_at_ms,
            zone=occurrence.zone,
            wall_time=occurrence.wall_time,
            state=OccurrenceState.PRESENTING,
            asks=occurrence.asks,
        )
        return DueReminder(presenting, reminder.item, max(0, now_ms - occurrence.due_at_ms), may_repeat=is_repeat)

    def mark(self, occurrence_id: str, state: OccurrenceState, at_ms: int) -> None:
        """Move a row to SHOWN, DONE, SNOOZED or CANCELLED. Raises `ItemMissing`."""
        with self._database.writing() as connection:
            if _set_state(connection, storable(occurrence_id), state, at_ms) == 0:
                raise ItemMissing(id=occurrence_id)

    def get(self, occurrence_id: str) -> Occurrence:
        """One row. Raises `ItemMissing`."""
        found = self._reminders("occurrences.id = ?", [storable(occurrence_id)])
        if not found:
            raise ItemMissing(id=occurrence_id)
        return found[0].occurrence

    def upcoming(self, now_ms: int, limit: int = 20) -> list[DueReminder]:
        """ARMED rows after now, soonest first (late_ms = 0)."""
        return self._reminders(
            "state = 'armed' AND occurrences.due_at > ? ORDER BY occurrences.due_at, occurrences.id LIMIT ?",
            [now_ms, limit],
        )

    def unanswered(self, limit: int = 500) -> list[DueReminder]:
        """SHOWN rows nobody answered, newest first; `late_ms` = shown_at - due_at."""
        return self._reminders("state = 'shown' ORDER BY occurrences.due_at DESC, occurrences.id DESC LIMIT ?", [limit])

    def for_item(
        self, item_id: str, states: Collection[OccurrenceState] = (), *, since_ms: int | None = None
    ) -> list[Occurrence]:
        """The rows of an item, newest first: all, or those in some states, or due from an instant on.

        A repeat leaves a row behind each time, so whoever asks for open ones says so: rows that are read cost.
        """
        query, parameters = f"SELECT {OCCURRENCE_COLUMNS} FROM occurrences WHERE item_id = ?", [storable(item_id)]
        if states:
            query += f" AND state IN ({', '.join('?' * len(states))})"
            parameters += [state.value for state in states]
        if since_ms is not None:
            query, parameters = f"{query} AND due_at >= ?", [*parameters, since_ms]
        with self._database.reading() as connection:
            rows = connection.execute(f"{query} ORDER BY due_at DESC, id DESC", parameters).fetchall()
        return [occurrence_of(row) for row in rows]

    def done_since(self, since_ms: int, limit: int = 50) -> list[DueReminder]:
        """Completed occurrences of repeating items that go on, latest answer first (late_ms = 0)."""
        found = self._reminders(
            "state = 'done' AND answered_at >= ? AND items.rrule <> '' AND items.done_at IS NULL"
            " ORDER BY answered_at DESC, occurrences.id DESC LIMIT ?",
            [since_ms, limit],
        )
        return list({each.item.id: each for each in reversed(found)}.values())[::-1]

    def next_due_ms(self, *, insistent_only: bool = False) -> int | None:
        """The soonest ARMED instant."""
        query = "SELECT min(occurrences.due_at) FROM occurrences"
        if insistent_only:
            query += " JOIN items ON items.id = occurrences.item_id AND items.is_insistent = 1"
        with self._database.reading() as connection:
            row = connection.execute(f"{query} WHERE state = 'armed'").fetchone()
        return row[0] if row else None

    def _reminders(self, condition: str, parameters: Sequence[object]) -> list[DueReminder]:
        with self._database.reading() as connection:
            rows = connection.execute(f"{_ROWS} WHERE {condition}", parameters).fetchall()
        return [_reminder(row) for row in rows]


def _reminder(row: Row) -> DueReminder:
    occurrence = occurrence_of(row)
    late_ms = max(0, (occurrence.shown_at_ms or occurrence.due_at_ms) - occurrence.due_at_ms)
    return DueReminder(occurrence, item_of(row[OCCURRENCE_WIDTH:]), late_ms)


def _set_state(connection: Connection, occurrence_id: str, state: OccurrenceState, at_ms: int) -> int:
    """How many rows were moved. Being shown and being answered are two instants."""
    column = "shown_at" if state is OccurrenceState.SHOWN else "answered_at"
    return connection.execute(
        f"UPDATE occurrences SET state = ?, {column} = ?, claimed_by = NULL WHERE id = ?",
        (state.value, at_ms, occurrence_id),
    ).rowcount
