"""What a file says about its own shape, read without sqlite-utils so that opening an up-to-date store is quick."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.store.connection import Connection

APPLICATION_ID = 0x51DE314D
"""Marks a file as ours, see https://sqlite.org/pragma.html#pragma_application_id."""

MIGRATION_SET = "sidemind"

STEPS = (
    "m0001_initial",
    "m0002_intentions",
    "m0003_repeats",
    "m0004_tasks",
    "m0005_learning",
    "m0006_reminding",
    "m0007_vectors",
    "m0008_on_screen",
    "m0009_redo",
    "m0010_rehearsal_questions",
)
"""The names in `migrations.py`, in order; a test keeps the two equal."""


def taken_steps(connection: Connection) -> list[str] | None:
    """The steps that this file has seen; None when it is another program's database."""
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables is None or tables[0] == 0:
        return []
    mark = connection.execute("PRAGMA application_id").fetchone()
    if mark is None or mark[0] != APPLICATION_ID:
        return None
    rows = connection.execute(
        "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id", (MIGRATION_SET,)
    )
    return [str(row[0]) for row in rows]
