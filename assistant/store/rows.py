"""Between rows and the domain's values: every column once."""

from __future__ import annotations

import json
from datetime import datetime

from assistant.domain.item import Item, ItemKind, Language, Provenance, SearchFilter
from assistant.domain.reminder import Occurrence, OccurrenceState
from assistant.store.connection import Row

ITEM_COLUMNS = (
    "items.id, items.kind, items.text, items.created_at, items.provenance, items.language, items.updated_at,"
    " items.due_at, items.done_at, items.is_pinned, items.not_before_at, items.session, items.position,"
    " items.speaker, items.tags, items.people, items.rrule, items.first_wall, items.zone, items.is_deadline,"
    " items.waiting_for, items.effort_minutes, items.rolls, items.rolled_at, items.set_aside_at,"
    " items.repeats_after_done, items.except_days, items.is_absolute, items.is_insistent"
)
ITEM_WIDTH = 29

OCCURRENCE_COLUMNS = (
    "occurrences.id, occurrences.item_id, occurrences.due_at, occurrences.zone, occurrences.wall_time,"
    " occurrences.state, occurrences.shown_at, occurrences.answered_at, occurrences.asks"
)
OCCURRENCE_WIDTH = 9


def storable(text: str) -> str:
    """The text as UTF-8 can hold it: halves of a surrogate pair are joined, a lone half becomes U+FFFD.

    Lone halves are no text and reach a program only by mistake (a broken paste); NUL is text and stays.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def storable_or_none(text: str | None) -> str | None:
    """As `storable`, for what may be missing."""
    return None if text is None else storable(text)


def item_values(item: Item) -> tuple[object, ...]:
    """The values of `ITEM_COLUMNS`, in order."""
    return (
        storable(item.id),
        item.kind.value,
        storable(item.text),
        item.created_at_ms,
        item.provenance.value,
        item.language.value,
        item.updated_at_ms,
        item.due_at_ms,
        item.done_at_ms,
        int(item.is_pinned),
        item.not_before_ms,
        storable_or_none(item.session),
        item.position,
        storable_or_none(item.speaker),
        _listed(item.tags),
        _listed(item.people),
        storable(item.rrule),
        storable(item.first_wall),
        storable(item.zone),
        int(item.is_deadline),
        storable_or_none(item.waiting_for),
        item.effort_minutes,
        item.rolls,
        item.rolled_at_ms,
        item.set_aside_at_ms,
        int(item.repeats_after_done),
        _listed(item.except_days),
        int(item.is_absolute),
        int(item.is_insistent),
    )


def item_of(row: Row) -> Item:
    """The item of a row that begins with `ITEM_COLUMNS`."""
    return Item(
        id=row[0],
        kind=ItemKind(row[1]),
        text=row[2],
        created_at_ms=row[3],
        provenance=Provenance(row[4]),
        language=Language(row[5]),
        updated_at_ms=row[6],
        due_at_ms=row[7],
        done_at_ms=row[8],
        is_pinned=bool(row[9]),
        not_before_ms=row[10],
        session=row[11],
        position=row[12],
        speaker=row[13],
        tags=_unlisted(row[14]),
        people=_unlisted(row[15]),
        rrule=row[16],
        first_wall=row[17],
        zone=row[18],
        is_deadline=bool(row[19]),
        waiting_for=row[20],
        effort_minutes=row[21],
        rolls=row[22] or 0,
        rolled_at_ms=row[23],
        set_aside_at_ms=row[24],
        repeats_after_done=bool(row[25]),
        except_days=_unlisted(row[26]),
        is_absolute=bool(row[27]),
        is_insistent=bool(row[28]),
    )


def _listed(names: tuple[str, ...]) -> str:
    return json.dumps([storable(name) for name in names], ensure_ascii=False) if names else "[]"


def _unlisted(text: str) -> tuple[str, ...]:
    return tuple(str(name) for name in json.loads(text)) if text != "[]" else ()


def occurrence_of(row: Row) -> Occurrence:
    """The occurrence of a row that begins with `OCCURRENCE_COLUMNS`."""
    return Occurrence(
        id=row[0],
        item_id=row[1],
        due_at_ms=row[2],
        zone=row[3],
        wall_time=row[4],
        state=OccurrenceState(row[5]),
        shown_at_ms=row[6],
        answered_at_ms=row[7],
        asks=row[8],
    )


def wanted(where: SearchFilter | None) -> tuple[str, list[object]]:
    """A condition on `items` for a filter, to stand after WHERE, and its parameters."""
    if where is None:
        return "1", []
    conditions: list[str] = ["1"]
    parameters: list[object] = []
    if where.kinds:
        conditions.append(f"items.kind IN ({', '.join('?' * len(where.kinds))})")
        parameters += sorted(kind.value for kind in where.kinds)
    if where.tag is not None:
        conditions.append("items.tags <> '[]' AND EXISTS (SELECT 1 FROM json_each(items.tags) WHERE value = ?)")
        parameters.append(storable(where.tag))
    if where.pinned_only:
        conditions.append("items.is_pinned = 1")
    if where.open_only:
        conditions.append("items.kind = 'task' AND items.done_at IS NULL")
    if where.set_aside_only:
        conditions.append("items.set_aside_at IS NOT NULL")
    if where.after_ms is not None:
        conditions.append("items.created_at >= ?")
        parameters.append(where.after_ms)
    if where.before_ms is not None:
        conditions.append("items.created_at < ?")
        parameters.append(where.before_ms)
    return " AND ".join(conditions), parameters


def local_time(at_ms: int) -> datetime | None:
    """An instant in the machine's zone; None when it lies outside the calendar."""
    try:
        return datetime.fromtimestamp(at_ms / 1000).astimezone()
    except (OverflowError, OSError, ValueError):
        return None
