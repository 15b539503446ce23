"""Shipped tables of learned numbers: a line of JSON, the names in lines, then a row of signed bytes for each name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from assistant.resources import resource


@dataclass(frozen=True, slots=True)
class WeightTable:
    """`rows` has the row of each name in `numbers` (names x columns, signed bytes); `told` is what the head says."""

    rows: Mapping[str, int]
    numbers: memoryview
    told: Mapping[str, Any]


TABLES = ("rules_en.table", "rules_zh.table", "spans_en.table", "spans_zh.table", "vectors.table")
"""All that ship, in `resources/language`."""


def read_table(file: str, version: int | None = None) -> WeightTable:
    """The table of this file; of any version when none is named.

    Raises:
        OSError: it is missing.
        ValueError: it is damaged, or belongs to another version of the program.
    """
    head, _, rest = resource("language", file).read_bytes().partition(b"\n")
    told = json.loads(head)
    if not isinstance(told, dict) or not {"version", "columns", "names_bytes"} <= told.keys():
        raise ValueError(f"{file} has no head")
    told = cast("dict[str, Any]", told)
    if version is not None and told["version"] != version:
        raise ValueError(f"{file} is of version {told['version']}, not {version}")
    names = rest[: told["names_bytes"]].decode("utf-8").split("\n")
    numbers = rest[told["names_bytes"] :]
    if not numbers or len(numbers) != len(names) * int(told["columns"]):
        raise ValueError(f"{file} is cut off")
    return WeightTable({name: row for row, name in enumerate(names)}, memoryview(numbers).cast("b"), told)


@cache
def find_table(file: str, version: int) -> WeightTable | None:
    """The table of this file; None where it cannot be used: a line is kept without it, and read by rules alone."""
    try:
        return read_table(file, version)
    except (OSError, ValueError):
        return None


def broken_tables() -> tuple[str, ...]:
    """The files of the tables that cannot be used."""
    return tuple(file for file in TABLES if not _is_sound(file))


def _is_sound(file: str) -> bool:
    try:
        read_table(file)
    except (OSError, ValueError):
        return False
    return True
