"""Which items a command line names: by ids, by the ends of ids, or by words of the item."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Literal, Protocol

from assistant.cli.call import Call
from assistant.cli.output import one_line
from assistant.cli.short_ids import short_ids
from assistant.domain.errors import ItemMissing, SeveralItems
from assistant.domain.item import Item
from assistant.language import tokens
from assistant.language.patterns import lazy_pattern

_END = lazy_pattern("[0-9A-HJKMNP-TV-Z]{4,26}", re.IGNORECASE)
_MOST_LISTED = 5

State = Literal["open", "done"]


class _Pool(Protocol):
    """Where items are looked for."""

    def by_ids(self, ids: Sequence[str]) -> dict[str, Item]:
        """Those that are there, by their ids."""
        ...

    def ending(self, end: str) -> Sequence[Item]:
        """Those whose id ends so, newest first."""
        ...

    def perhaps_holding(self, text: str, first: State | None) -> Iterable[Item]:
        """Those that may hold the words of a text: in this state first, then newest first."""
        ...


class _All:
    """Every item of the store."""

    def __init__(self, call: Call) -> None:
        self._app = call.app

    def by_ids(self, ids: Sequence[str]) -> dict[str, Item]:
        return self._app.items.get_many(ids)

    def ending(self, end: str) -> Sequence[Item]:
        return self._app.names.ending(end, _MOST_LISTED + 1)

    def perhaps_holding(self, text: str, first: State | None) -> Iterable[Item]:
        return self._app.names.perhaps_holding(text, first)


class _Some:
    """A few items: those in the trash, those that wait for an event."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = sorted(items, key=lambda item: (item.created_at_ms, item.id), reverse=True)

    def by_ids(self, ids: Sequence[str]) -> dict[str, Item]:
        return {item.id: item for item in self._items if item.id in ids}

    def ending(self, end: str) -> Sequence[Item]:
        return [item for item in self._items if item.id.upper().endswith(end.upper())]

    def perhaps_holding(self, text: str, first: State | None) -> Iterable[Item]:
        del text
        return sorted(self._items, key=lambda item: first is not None and not _is(item, first))


def named_items(call: Call, given: Sequence[str], first: State | None = None) -> list[Item]:
    """The items that are meant: every argument an id or an id's end, else all of them together words of one item.

    Nothing is guessed; of items with these words those that are `first` go before the others. Raises `ItemMissing`
    when nothing fits and `SeveralItems` when several items do.
    """
    return _named(_All(call), given, first)


def named_among(given: Sequence[str], items: Iterable[Item], first: State | None = None) -> list[Item]:
    """The same among some items only: those in the trash, those that wait for an event. Raises as `named_items`."""
    return _named(_Some(items), given, first)


def _named(pool: _Pool, given: Sequence[str], first: State | None) -> list[Item]:
    known = pool.by_ids(given)
    if all(each in known for each in given):
        return [known[each] for each in dict.fromkeys(given)]
    text = " ".join(given)
    by_end = [pool.ending(each) if _END.fullmatch(each) else () for each in given]
    if all(by_end):
        return _by_ends(pool, given, by_end)
    found = _preferred(_holding(pool, text, first), first)
    if not found:
        raise ItemMissing(id=one_line(text, 60))
    return [_only(text, found)]


def _by_ends(pool: _Pool, given: Sequence[str], by_end: Sequence[Sequence[Item]]) -> list[Item]:
    """What the ends of ids name, unless they are words of something else as well."""
    text = " ".join(given)
    ended = {item.id: item for fit in by_end for item in fit}
    others = [*_first_of(_holding(pool, text, None), 1, but=ended.keys())]
    if others:
        _only(text, [*ended.values(), *others])
    chosen = [_only(each, fit) for each, fit in zip(given, by_end, strict=True)]
    return list({item.id: item for item in chosen}.values())


def _holding(pool: _Pool, text: str, first: State | None) -> Iterator[Item]:
    """Items that hold all words of a text: whole ones, Chinese as parts of what is written without gaps."""
    wanted = tokens.words(text)
    if wanted:
        yield from (item for item in pool.perhaps_holding(text, first) if _holds(item.text, wanted))


def _holds(text: str, wanted: Sequence[str]) -> bool:
    there = tokens.words(text)
    return all(any(word in each if tokens.is_cjk(word) else word == each for each in there) for word in wanted)


def _first_of(items: Iterable[Item], count: int, *, but: Collection[str]) -> Iterator[Item]:
    for item in items:
        if item.id not in but:
            yield item
            count -= 1
        if not count:
            return


def _preferred(items: Iterable[Item], first: State | None) -> list[Item]:
    """Those of the state that goes first, else the others: as many as are listed, and one more to tell."""
    found: list[Item] = []
    for item in items:
        is_behind = found and first is not None and _is(found[0], first) and not _is(item, first)
        if is_behind or len(found) > _MOST_LISTED:
            break
        found.append(item)
    return found


def _is(item: Item, state: State) -> bool:
    return item.is_done is (state == "done")


def _only(given: str, found: Sequence[Item]) -> Item:
    """The one that fits. Raises `SeveralItems`, which lists the newest, when there are several."""
    if len(found) == 1:
        return found[0]
    newest = sorted(found, key=lambda item: (item.created_at_ms, item.id), reverse=True)
    ids = short_ids(item.id for item in newest)
    lines = [f"  {ids[item.id]}  {one_line(item.text)}" for item in newest[:_MOST_LISTED]]
    if len(newest) > _MOST_LISTED:
        lines.append("  …")
    raise SeveralItems(text=one_line(given, 60), usage="\n".join(lines))
