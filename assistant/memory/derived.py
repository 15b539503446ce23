"""What follows from a table of passages alone, computed once for each table and not for each question."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from assistant.domain.ports import PassageTable

T = TypeVar("T")


def derived(table: PassageTable, make: Callable[[PassageTable], T]) -> T:
    """What `make` gives for the table, kept with the table; `make` must be one and the same function every time."""
    if make not in table.derived:
        table.derived[make] = make(table)
    return cast("T", table.derived[make])
