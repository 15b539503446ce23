"""The intentions' table: derived from items in the same transaction, so that neither is ever there alone."""

from __future__ import annotations

import json
from collections.abc import Sequence

from assistant.domain.errors import ItemMissing
from assistant.domain.intention import COOL_DOWN_MS, MOST_SHOWN, Cue, Intention, IntentionKind, IntentionState
from assistant.domain.item import Item, Language, Provenance
from assistant.language.intentions import read_intention
from assistant.store.connection import Connection, Row
from assistant.store.database import Database
from assistant.store.rows import storable

_DAY_MS = 86_400_000
_COLUMNS = (
    'intentions.item_id, intentions.kind, intentions.start, intentions."end", occasion, action,'
    " intentions.people, topic, is_repeating, intentions.language, intentions.created_at,"
    " CASE WHEN items.done_at IS NOT NULL AND state IN ('armed', 'fired') THEN 'done' ELSE state END, expires_at,"
    " shown_at, shown_count, episode, settled_at, items.text"
)
_ROWS = f"SELECT {_COLUMNS} FROM intentions JOIN items ON items.id = intentions.item_id"
_INSERT = (
    'INSERT INTO intentions (item_id, kind, start, "end", occasion, action, people, topic, is_repeating, language,'
    " created_at, state, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'armed', ?) ON CONFLICT DO NOTHING"
)
_MAY_FIRE = (
    "state IN ('armed', 'fired') AND kind <> 'rule' AND (expires_at IS NULL OR expires_at > ?)"
    " AND (shown_at IS NULL OR shown_at <= ? OR shown_at > ?) AND (episode IS NULL OR episode = '' OR episode <> ?)"
)


def cue_of(item: Item) -> Cue | None:
    """What an item's own words ask to be reminded of. Only what the user typed: pasted text is others' words."""
    return read_intention(item.text) if item.provenance is Provenance.TYPED else None


def write_intention(connection: Connection, item: Item, cue: Cue | None) -> None:
    """Add the intention of an item, inside the caller's transaction."""
    if cue is None:
        return
    # With a time ("when I see Anna tomorrow") it is over a day later.
    expires_at_ms = item.due_at_ms + _DAY_MS if item.due_at_ms is not None and not cue.is_repeating else None
    connection.execute(
        _INSERT,
        (
            storable(item.id),
            cue.kind.value,
            cue.start,
            cue.end,
            storable(cue.occasion),
            storable(cue.action),
            json.dumps([storable(name) for name in cue.people], ensure_ascii=False),
            storable(cue.topic),
            int(cue.is_repeating),
            item.language.value,
            item.created_at_ms,
            expires_at_ms,
        ),
    )


def rewrite_intention(connection: Connection, item: Item, cue: Cue | None) -> None:
    """Derive the intention anew after the item's text changed; what was settled about the old words goes with them."""
    connection.execute("DELETE FROM intentions WHERE item_id = ?", (storable(item.id),))
    write_intention(connection, item, cue)


class SqliteIntentions:
    """`ports.Intentions` over SQLite."""

    def __init__(self, database: Database) -> None:
        """Nothing is opened before the first call."""
        self._database = database

    def open(self, now_ms: int) -> list[Intention]:
        """Those that can be shown, and the standing rules, newest first; none of an item that is done."""
        return self._intentions(
            "state IN ('armed', 'fired') AND items.done_at IS NULL AND (expires_at IS NULL OR expires_at > ?)"
            " ORDER BY intentions.created_at DESC, intentions.item_id DESC",
            [now_ms],
        )

    def recent(self, limit: int = 500) -> list[Intention]:
        """All of them, newest first, whatever their state."""
        return self._intentions("1 ORDER BY intentions.created_at DESC, intentions.item_id DESC LIMIT ?", [limit])

    def get(self, item_id: str) -> Intention:
        """One intention. Raises `ItemMissing`."""
        found = self._intentions("intentions.item_id = ?", [storable(item_id)])
        if not found:
            raise ItemMissing(id=item_id)
        return found[0]

    def fire(self, item_ids: Sequence[str], episode: str, now_ms: int) -> list[str]:
        """Mark them shown in one transaction; those that may be shown now, the others were shown a moment ago."""
        fired: list[str] = []
        with self._database.writing() as connection:
            for item_id in item_ids:
                marked = connection.execute(
                    "UPDATE intentions SET shown_at = ?, episode = ?, shown_count = shown_count + 1, state = CASE"
                    " WHEN is_repeating THEN 'armed' WHEN shown_count + 1 >= ? THEN 'expired' ELSE 'fired' END"
                    f" WHERE item_id = ? AND {_MAY_FIRE}",
                    (now_ms, episode, MOST_SHOWN, storable(item_id), now_ms, now_ms - COOL_DOWN_MS, now_ms, episode),
                )
                fired += [item_id] * marked.rowcount
        return fired

    def settle(self, item_id: str, state: IntentionState, at_ms: int) -> None:
        """Move one to DONE or EXPIRED, or back to ARMED as if it had never been shown. Raises `ItemMissing`."""
        is_back = state is IntentionState.ARMED
        change = (
            "state = ?, settled_at = NULL, shown_at = NULL, shown_count = 0, episode = NULL"
            if is_back
            else "state = ?, settled_at = ?"
        )
        values = [state.value] if is_back else [state.value, at_ms]
        with self._database.writing() as connection:
            found = connection.execute(
                f"UPDATE intentions SET {change} WHERE item_id = ?", (*values, storable(item_id))
            )
            if found.rowcount == 0:
                raise ItemMissing(id=item_id)

    def frequencies(self, terms: Sequence[str]) -> tuple[dict[str, int], int]:
        """In how many passages of the store each term stands, and how many passages there are."""
        with self._database.reading() as connection:
            count = connection.execute("SELECT count(*) FROM passages").fetchone()
            found = {
                term: connection.execute(
                    "SELECT count(*) FROM passage_terms WHERE passage_terms MATCH ?", (_quoted(term),)
                ).fetchone()
                for term in dict.fromkeys(terms)
            }
        return {term: int(row[0]) if row else 0 for term, row in found.items()}, int(count[0]) if count else 0

    def _intentions(self, condition: str, parameters: Sequence[object]) -> list[Intention]:
        with self._database.reading() as connection:
            rows = connection.execute(f"{_ROWS} WHERE {condition}", parameters).fetchall()
        return [_intention(row) for row in rows]


def _quoted(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'


def _intention(row: Row) -> Intention:
    cue = Cue(
        kind=IntentionKind(row[1]),
        start=row[2],
        end=row[3],
        occasion=row[4],
        action=row[5],
        people=tuple(str(name) for name in json.loads(row[6])),
        topic=row[7],
        is_repeating=bool(row[8]),
    )
    return Intention(
        item_id=row[0],
        cue=cue,
        language=Language(row[9]),
        created_at_ms=row[10],
        state=IntentionState(row[11]),
        expires_at_ms=row[12],
        shown_at_ms=row[13],
        shown_count=row[14],
        episode=row[15],
        settled_at_ms=row[16],
        text=row[17],
    )
