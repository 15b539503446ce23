"""What an export looks like: one JSON object per item or conversation, and one Markdown text per month.

The form is for people and other programs: ids, plain names, instants as ISO 8601 in UTC. Nothing is left out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from assistant.domain.action import TRASH_DAYS, Trashed
from assistant.domain.conversation import Conversation, Turn
from assistant.domain.intention import Intention
from assistant.domain.item import Item, ItemVersion
from assistant.domain.reminder import Occurrence

ToTime = Callable[[int], datetime]
"""An instant in milliseconds as a local time."""


def _iso(at_ms: int | None, local: ToTime) -> str | None:
    return None if at_ms is None else local(at_ms).isoformat(timespec="milliseconds")


def as_line(fields: dict[str, object]) -> str:
    """One line of JSON that UTF-8 can hold, whatever the strings are."""
    line = json.dumps(fields, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:
        return json.dumps(fields)
    return line


def item_fields(
    item: Item,
    history: Sequence[ItemVersion],
    reminders: Sequence[Occurrence],
    local: ToTime,
    *,
    is_spooled: bool = False,
) -> dict[str, object]:
    """An item with its earlier texts and its reminders."""
    return {
        "id": item.id,
        "kind": item.kind.value,
        "text": item.text,
        "created_at": _iso(item.created_at_ms, local),
        "updated_at": _iso(item.updated_at_ms, local),
        "due_at": _iso(item.due_at_ms, local),
        "done_at": _iso(item.done_at_ms, local),
        "not_before": _iso(item.not_before_ms, local),
        "is_pinned": item.is_pinned,
        "is_deadline": item.is_deadline,
        "rrule": item.rrule,
        "waiting_for": item.waiting_for or None,
        "effort_minutes": item.effort_minutes,
        "set_aside_at": _iso(item.set_aside_at_ms, local),
        "provenance": item.provenance.value,
        "language": item.language.value,
        "session": item.session,
        "position": item.position,
        "speaker": item.speaker,
        "tags": list(item.tags),
        "people": list(item.people),
        "history": [{"text": past.text, "replaced_at": _iso(past.replaced_at_ms, local)} for past in history],
        "reminders": [_reminder_fields(reminder, local) for reminder in reminders],
        "is_spooled": is_spooled,
    }


def trashed_fields(trashed: Trashed, local: ToTime) -> dict[str, object]:
    """What lies in the trash, with the instant at which it got there and the one at which it is erased."""
    erased_at_ms = trashed.trashed_at_ms + TRASH_DAYS * 86_400_000
    return {
        **item_fields(trashed.item, [], [], local),
        "trashed_at": _iso(trashed.trashed_at_ms, local),
        "erased_at": _iso(erased_at_ms, local),
    }


def _reminder_fields(reminder: Occurrence, local: ToTime) -> dict[str, object]:
    return {
        "id": reminder.id,
        "due_at": _iso(reminder.due_at_ms, local),
        "zone": reminder.zone,
        "wall_time": reminder.wall_time,
        "state": reminder.state.value,
        "shown_at": _iso(reminder.shown_at_ms, local),
        "answered_at": _iso(reminder.answered_at_ms, local),
    }


def intention_fields(intention: Intention, local: ToTime) -> dict[str, object]:
    """What an item waits for, and where that stands."""
    cue = intention.cue
    return {
        "kind": cue.kind.value,
        "occasion": cue.occasion,
        "action": cue.action,
        "people": list(cue.people),
        "topic": cue.topic,
        "repeats": cue.is_repeating,
        "state": intention.state.value,
        "shown_at": _iso(intention.shown_at_ms, local),
        "settled_at": _iso(intention.settled_at_ms, local),
    }


def conversation_fields(conversation: Conversation, turns: Sequence[Turn], local: ToTime) -> dict[str, object]:
    """A conversation with its turns and their sources."""
    return {
        "id": conversation.id,
        "title": conversation.title,
        "created_at": _iso(conversation.created_at_ms, local),
        "updated_at": _iso(conversation.updated_at_ms, local),
        "turns": [
            {
                "id": turn.id,
                "role": turn.role.value,
                "text": turn.text,
                "created_at": _iso(turn.created_at_ms, local),
                "state": turn.state.value,
                "model": turn.model,
                "item": turn.item_id,
                "citations": [
                    {"number": source.number, "item": source.item_id, "text": source.text} for source in turn.citations
                ],
            }
            for turn in turns
        ],
    }


def month_of(item: Item, local: ToTime) -> str:
    """The month in whose Markdown file an item stands: "2026-11"."""
    return f"{local(item.created_at_ms):%Y-%m}"


def markdown_lines(month: str, items: Iterator[Item], local: ToTime) -> Iterator[str]:
    """The Markdown text of a month: a heading per day and per item, the item's text quoted as it is."""
    yield f"# {month}"
    day = ""
    for item in items:
        created_at = local(item.created_at_ms)
        if f"{created_at:%Y-%m-%d}" != day:
            day = f"{created_at:%Y-%m-%d}"
            yield f"\n## {day}"
        yield f"\n### {created_at:%H:%M} {' · '.join(_facts(item, local))}\n"
        for line in item.text.split("\n"):
            yield f"> {line}"


def _facts(item: Item, local: ToTime) -> list[str]:
    facts: list[str] = [item.kind.value]
    if item.due_at_ms is not None:
        facts.append(f"due {local(item.due_at_ms):%Y-%m-%d %H:%M}")
    if item.done_at_ms is not None:
        facts.append(f"done {local(item.done_at_ms):%Y-%m-%d %H:%M}")
    if item.is_pinned:
        facts.append("pinned")
    if item.speaker:
        facts.append(item.speaker)
    return [*facts, *(f"#{tag}" for tag in item.tags)]
