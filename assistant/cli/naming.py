"""Which items a command line names: by ids, by the ends of ids, or by words of the item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from assistant.cli.call import Call
from assistant.cli.output import one_line
from assistant.cli.phrases import phrase
from assistant.cli.short_ids import short_ids
from assistant.domain.errors import ItemMissing, UsageError
from assistant.domain.item import Item
from assistant.language import tokens

_END = re.compile("[0-9A-HJKMNP-TV-Z]{4,26}", re.IGNORECASE)
_MOST_LISTED = 10


def named_items(call: Call, given: Sequence[str], first: Literal["open", "done"] | None = None) -> list[Item]:
    """The items that are meant: every argument an id or an id's end, else all of them together words of one item.

    Nothing is guessed; of items with these words those that are `first` go before the others. Raises `ItemMissing`
    when nothing fits and `UsageError` when several items do.
    """
    known = call.app.items.get_many(given)
    if all(each in known for each in given):
        return [known[each] for each in dict.fromkeys(given)]
    return named_among(call, given, list(call.app.items.everything()), first)


def named_among(
    call: Call, given: Sequence[str], items: Sequence[Item], first: Literal["open", "done"] | None = None
) -> list[Item]:
    """The same among some items only: those in the trash, those that wait for an event. Raises as `named_items`."""
    by_id = {item.id: item for item in items}
    if all(each in by_id for each in given):
        return [by_id[each] for each in dict.fromkeys(given)]
    text = " ".join(given)
    wanted = tokens.words(text)
    found = [item for item in items if wanted and _holds(item.text, wanted)]
    by_end = [[item for item in items if _ends(item, each)] for each in given]
    if all(by_end):
        ended = {item.id: item for fit in by_end for item in fit}
        others = [item for item in found if item.id not in ended]
        if others:  # a word that happens to be the end of an id
            _only(call, text, [*ended.values(), *others])
        chosen = [_only(call, each, fit) for each, fit in zip(given, by_end, strict=True)]
        return list({item.id: item for item in chosen}.values())
    if not found:
        raise ItemMissing(id=one_line(text, 60))
    if first is not None:
        found = [item for item in found if item.is_done is (first == "done")] or found
    return [_only(call, text, found)]


def _ends(item: Item, given: str) -> bool:
    return _END.fullmatch(given) is not None and item.id.upper().endswith(given.upper())


def _holds(text: str, wanted: Sequence[str]) -> bool:
    """Whether a text has all these words: whole ones, Chinese as parts of what is written without gaps."""
    there = tokens.words(text)
    return all(any(word in each if tokens.is_cjk(word) else word == each for each in there) for word in wanted)


def _only(call: Call, given: str, found: Sequence[Item]) -> Item:
    """The one that fits. Raises `UsageError`, which lists them, when there are several."""
    if len(found) == 1:
        return found[0]
    ids = short_ids(item.id for item in found)
    lines = [f"  {ids[item.id]}  {one_line(item.text)}" for item in found[:_MOST_LISTED]]
    if len(found) > _MOST_LISTED:
        lines.append("  …")
    reason = phrase("item.several", call.language, given=one_line(given, 60))
    raise UsageError(reason=reason, usage="\n".join(lines))
