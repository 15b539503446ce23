"""Items and occurrences as JSON objects: the spool's lines and the export's. Lone surrogates survive, too."""

from __future__ import annotations

from typing import TypeAlias, cast

from assistant.domain.item import Item, ItemKind, Language, Provenance
from assistant.domain.reminder import Occurrence, OccurrenceState

JsonValue: TypeAlias = "bool | int | float | str | list[JsonValue] | dict[str, JsonValue] | None"
JsonObject: TypeAlias = dict[str, JsonValue]


def item_to_json(item: Item) -> JsonObject:
    """All fields of an item."""
    return {
        "id": item.id,
        "kind": item.kind.value,
        "text": item.text,
        "created_at_ms": item.created_at_ms,
        "provenance": item.provenance.value,
        "language": item.language.value,
        "updated_at_ms": item.updated_at_ms,
        "due_at_ms": item.due_at_ms,
        "done_at_ms": item.done_at_ms,
        "is_pinned": item.is_pinned,
        "not_before_ms": item.not_before_ms,
        "session": item.session,
        "position": item.position,
        "speaker": item.speaker,
        "tags": list(item.tags),
        "people": list(item.people),
        "rrule": item.rrule,
        "first_wall": item.first_wall,
        "zone": item.zone,
        "is_deadline": item.is_deadline,
        "waiting_for": item.waiting_for,
        "effort_minutes": item.effort_minutes,
        "rolls": item.rolls,
        "rolled_at_ms": item.rolled_at_ms,
        "set_aside_at_ms": item.set_aside_at_ms,
        "repeats_after_done": item.repeats_after_done,
        "except_days": list(item.except_days),
        "is_absolute": item.is_absolute,
        "is_insistent": item.is_insistent,
    }


def item_from_json(fields: JsonObject) -> Item:
    """The item of such an object. Raises KeyError, TypeError or ValueError when it is none."""
    return Item(
        id=_text(fields["id"]),
        kind=ItemKind(fields["kind"]),
        text=_text(fields["text"]),
        created_at_ms=_number(fields["created_at_ms"]),
        provenance=Provenance(fields["provenance"]),
        language=Language(fields["language"]),
        updated_at_ms=_number_or_none(fields.get("updated_at_ms")),
        due_at_ms=_number_or_none(fields.get("due_at_ms")),
        done_at_ms=_number_or_none(fields.get("done_at_ms")),
        is_pinned=fields.get("is_pinned") is True,
        not_before_ms=_number_or_none(fields.get("not_before_ms")),
        session=_text_or_none(fields.get("session")),
        position=_number_or_none(fields.get("position")),
        speaker=_text_or_none(fields.get("speaker")),
        tags=_texts(fields.get("tags")),
        people=_texts(fields.get("people")),
        rrule=_text_or_none(fields.get("rrule")) or "",
        first_wall=_text_or_none(fields.get("first_wall")) or "",
        zone=_text_or_none(fields.get("zone")) or "",
        is_deadline=fields.get("is_deadline") is True,
        waiting_for=_text_or_none(fields.get("waiting_for")),
        effort_minutes=_number_or_none(fields.get("effort_minutes")),
        rolls=_number_or_none(fields.get("rolls")) or 0,
        rolled_at_ms=_number_or_none(fields.get("rolled_at_ms")),
        set_aside_at_ms=_number_or_none(fields.get("set_aside_at_ms")),
        repeats_after_done=fields.get("repeats_after_done") is True,
        except_days=_texts(fields.get("except_days")),
        is_absolute=fields.get("is_absolute") is True,
        is_insistent=fields.get("is_insistent") is True,
    )


def occurrence_to_json(occurrence: Occurrence) -> JsonObject:
    """All fields of an occurrence."""
    return {
        "id": occurrence.id,
        "item_id": occurrence.item_id,
        "due_at_ms": occurrence.due_at_ms,
        "zone": occurrence.zone,
        "wall_time": occurrence.wall_time,
        "state": occurrence.state.value,
        "shown_at_ms": occurrence.shown_at_ms,
        "answered_at_ms": occurrence.answered_at_ms,
        "asks": occurrence.asks,
    }


def occurrence_from_json(fields: JsonObject) -> Occurrence:
    """The occurrence of such an object. Raises KeyError, TypeError or ValueError when it is none."""
    return Occurrence(
        id=_text(fields["id"]),
        item_id=_text(fields["item_id"]),
        due_at_ms=_number(fields["due_at_ms"]),
        zone=_text(fields["zone"]),
        wall_time=_text(fields["wall_time"]),
        state=OccurrenceState(fields["state"]),
        shown_at_ms=_number_or_none(fields.get("shown_at_ms")),
        answered_at_ms=_number_or_none(fields.get("answered_at_ms")),
        asks=_number_or_none(fields.get("asks")) or 0,
    )


def object_of(value: object) -> JsonObject:
    """The value, when it is a JSON object. Raises TypeError."""
    if not isinstance(value, dict):
        raise TypeError(type(value))
    return cast(JsonObject, value)


def _text(value: JsonValue) -> str:
    if not isinstance(value, str):
        raise TypeError(type(value))
    return value


def _text_or_none(value: JsonValue) -> str | None:
    return None if value is None else _text(value)


def _number(value: JsonValue) -> int:
    if not isinstance(value, int):
        raise TypeError(type(value))
    return value


def _number_or_none(value: JsonValue) -> int | None:
    return None if value is None else _number(value)


def _texts(value: JsonValue) -> tuple[str, ...]:
    return tuple(_text(part) for part in value) if isinstance(value, list) else ()
