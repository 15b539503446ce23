"""The log that learning from use is replayed from, and what was learned.

A row holds numbers: which item was shown, what the scorer gave it, and its pair features as float16. The question is
not kept here. A forgotten item takes its rows along. A reset also erases the questions written for rehearsals.
"""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Sequence
from dataclasses import asdict

from assistant.domain.learning import Calibration, LearnedFrom, LearningLog, Shown, ShownRow
from assistant.domain.memory import ReasonKind, Use, UseKind
from assistant.store.database import Database
from assistant.store.rows import storable

MOST_SHOWN = 400
"""So many of the latest answers are learned from, some 60 bytes for each item shown."""

_LARGEST = 65_504.0  # of a float16
_ADD_ROW = (
    "INSERT INTO exposure_rows (exposure_number, place, item_id, logit, features)"
    " SELECT ?, ?, id, ?, ? FROM items WHERE id = ?"
)
_USES = """
SELECT item_id, kind, at, amount FROM uses
WHERE at >= ? AND kind NOT IN (?, ?) AND item_id IN (SELECT item_id FROM exposure_rows) ORDER BY at, number
"""


class SqliteLearned:
    """`ports.Learned` over SQLite."""

    def __init__(self, database: Database) -> None:
        """Nothing is opened before the first call."""
        self._database = database

    def add(self, shown: Shown) -> None:
        """See `ports.Learned`. Raises `StoreError`."""
        with self._database.writing() as connection:
            row = connection.execute(
                "INSERT INTO exposures (at, model, need) VALUES (?, ?, ?) RETURNING number",
                (shown.at_ms, storable(shown.model), float(shown.need)),
            ).fetchone()
            number = int(row[0]) if row else 0
            connection.executemany(
                _ADD_ROW,
                [
                    (number, place, float(one.logit), _packed(one.features), storable(one.item_id))
                    for place, one in enumerate(shown.rows)
                ],
            )
            connection.execute("DELETE FROM exposures WHERE number <= ?", (number - MOST_SHOWN,))

    def log(self) -> LearningLog:
        """See `ports.Learned`. Raises `StoreError`."""
        with self._database.reading() as connection:
            heads = connection.execute("SELECT number, at, model, need FROM exposures ORDER BY number").fetchall()
            rows = connection.execute(
                "SELECT exposure_number, item_id, logit, features FROM exposure_rows ORDER BY exposure_number, place"
            ).fetchall()
            since = (heads[0][1] if heads else 0, UseKind.CAPTURED.value, UseKind.ASKED.value)
            uses = connection.execute(_USES, since).fetchall()
        by_number: dict[int, list[ShownRow]] = {}
        for number, item_id, logit, features in rows:
            by_number.setdefault(number, []).append(ShownRow(item_id, logit, _unpacked(features)))
        return LearningLog(
            shown=[Shown(at_ms, model, need, by_number.get(number, [])) for number, at_ms, model, need in heads],
            uses=[Use(item_id, UseKind(kind), at_ms, amount) for item_id, kind, at_ms, amount in uses],
        )

    def count(self, since_ms: int) -> tuple[int, int]:
        """See `ports.Learned`. Raises `StoreError`."""
        with self._database.reading() as connection:
            row = connection.execute(
                f"SELECT count(*), (SELECT count(*) FROM ({_USES})) FROM exposures",
                (since_ms, UseKind.CAPTURED.value, UseKind.ASKED.value),
            ).fetchone()
        return (int(row[0]), int(row[1])) if row else (0, 0)

    def keep(self, source: LearnedFrom, calibration: Calibration, at_ms: int) -> None:
        """See `ports.Learned`. Raises `StoreError`."""
        content = json.dumps(asdict(calibration), separators=(",", ":"))
        with self._database.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO calibrations (source, model, at, content) VALUES (?, ?, ?, ?)",
                (source.value, storable(calibration.model), at_ms, content),
            )

    def load(self, source: LearnedFrom) -> tuple[Calibration, int] | None:
        """See `ports.Learned`. Raises `StoreError`."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT content, at FROM calibrations WHERE source = ?", (source.value,)
            ).fetchone()
        return None if row is None else (_calibration(row[0]), int(row[1]))

    def written(self) -> int:
        """See `ports.Learned`. Raises `StoreError`."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT count(*) FROM rehearsal_questions WHERE question <> ''").fetchone()
        return int(row[0]) if row else 0

    def reset(self) -> None:
        """See `ports.Learned`. Raises `StoreError`."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM exposures")
            connection.execute("DELETE FROM calibrations")
            has_texts = connection.execute("DELETE FROM rehearsal_questions").rowcount > 0
        if has_texts:
            self._database.erase_wal()


def _packed(features: Sequence[float]) -> bytes:
    finite = (value if math.isfinite(value) else 0.0 for value in features)
    bounded = [max(-_LARGEST, min(_LARGEST, value)) for value in finite]
    return struct.pack(f"<{len(bounded)}e", *bounded)


def _unpacked(data: bytes) -> tuple[float, ...]:
    return struct.unpack(f"<{len(data) // 2}e", data)


def _calibration(content: str) -> Calibration:
    data = json.loads(content)
    known = {kind.value: kind for kind in ReasonKind}
    return Calibration(
        model=str(data["model"]),
        weights=tuple(float(weight) for weight in data["weights"]),
        silence=float(data["silence"]),
        effects=tuple((known[name], float(effect)) for name, effect in data["effects"] if name in known),
        count=int(data["count"]),
        before=float(data["before"]),
        after=float(data["after"]),
        known=float(data.get("known", 0.0)),
        is_formula=bool(data.get("is_formula", False)),
    )
