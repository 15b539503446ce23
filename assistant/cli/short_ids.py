"""Ids short enough to be typed: the end of an id, which every command takes in place of the whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from assistant.cli.output import columns

SHORT = 6
"""Characters of an id's random end: among 100,000 items one of 10,000 has such an end in common with another."""

_WIDEST = 76  # columns up to which the ids at the ends of lines stand below each other


def short_id(item_id: str) -> str:
    """The end of an id."""
    return item_id[-SHORT:]


def short_ids(item_ids: Iterable[str]) -> Mapping[str, str]:
    """The ends of ids, all of one length and long enough to tell these ids apart, by the whole ids."""
    ids = list(dict.fromkeys(item_ids))
    size, longest = SHORT, max((len(each) for each in ids), default=SHORT)
    while size < longest and len({each[-size:] for each in ids}) < len(ids):
        size += 1
    return {each: each[-size:] for each in ids}


def with_ids_at_end(lines: Sequence[tuple[str, str]]) -> list[str]:
    """Lines with their ids (empty: none) behind them, below each other as far as the lines are short enough."""
    short = short_ids(item_id for _, item_id in lines if item_id)
    widths = [columns(line) for line, item_id in lines if item_id]
    edge = max((width for width in widths if width <= _WIDEST), default=0)
    return [
        f"{line}{' ' * max(0, edge - columns(line))}  {short[item_id]}" if item_id else line for line, item_id in lines
    ]
