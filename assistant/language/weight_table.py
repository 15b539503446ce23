"""Shipped tables of learned numbers: a line of JSON, the names in lines, then a row of signed bytes for each name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assistant.resources import resource


@dataclass(frozen=True, slots=True)
class WeightTable:
    """`rows` has the row of each name in `numbers` (names x columns, signed bytes); `told` is what the head says."""

    rows: Mapping[str, int]
    numbers: memoryview
    told: Mapping[str, Any]


def read_table(file: str, version: int) -> WeightTable:
    """The table of `resources/language` in this file.

    Raises:
        OSError: it is missing.
        ValueError: it belongs to another version of the program.
    """
    head, _, rest = resource("language", file).read_bytes().partition(b"\n")
    told = json.loads(head)
    if told["version"] != version:
        raise ValueError(f"{file} is of version {told['version']}, not {version}")
    names = rest[: told["names_bytes"]].decode("utf-8").split("\n")
    return WeightTable(
        {name: row for row, name in enumerate(names)}, memoryview(rest[told["names_bytes"] :]).cast("b"), told
    )
