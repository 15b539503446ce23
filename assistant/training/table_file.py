"""Writes the tables that `language/weight_table.py` reads."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "language"
MOST = 127
"""The largest number that a signed byte holds."""


def write_table(path: Path, names: Sequence[str], numbers: npt.NDArray[np.floating], told: Mapping[str, object]) -> int:
    """Write numbers (names, columns), each at most `MOST`, without the rows that are all 0; the size in bytes."""
    rounded = np.clip(np.rint(numbers), -MOST, MOST).astype(np.int8)
    is_kept = np.abs(rounded).max(1) > 0
    spelled = "\n".join(name for name, kept in zip(names, is_kept, strict=True) if kept).encode("utf-8")
    path.parent.mkdir(parents=True, exist_ok=True)
    head = json.dumps({**told, "columns": rounded.shape[1], "names_bytes": len(spelled)}).encode()
    path.write_bytes(head + b"\n" + spelled + rounded[is_kept].tobytes())
    return path.stat().st_size
