"""What follows from a table of passages alone, computed once for each table and not for each question.

A table grows with every capture, and what a question needs of a very large one takes a while to compute anew: where
it can be, it is grown from what was computed for the table before.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from assistant.domain.ports import PassageTable

T = TypeVar("T")


def derived(
    table: PassageTable, make: Callable[[PassageTable], T], grow: Callable[[T, PassageTable], T] | None = None
) -> T:
    """What `make` gives for the table, kept with the table; `make` must be one and the same function every time.

    `grow` makes the same from what `make` gave for a table that was the beginning of this one; it must not change that.
    """
    if make not in table.derived:
        earlier = table.earlier.pop(make, None) if grow is not None else None
        table.derived[make] = make(table) if earlier is None or grow is None else grow(cast("T", earlier), table)
    return cast("T", table.derived[make])
