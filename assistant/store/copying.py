"""Copies of the store: made by SQLite's online backup, checked, and only then given their name."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from assistant.domain.errors import StoreCorrupt
from assistant.store.connection import Connection
from assistant.store.faults import file_error, store_error
from assistant.store.files import PRIVATE_FILE, make_private_folder, sync_folder
from assistant.store.linking import SqliteError, connect, copy_pages

FORMAT = "%Y%m%dT%H%M%S%fZ"
"""Of the instant in a copy's name: UTC, sortable."""


def stamp(now: datetime | None = None) -> str:
    """An instant for a file name."""
    return (now or datetime.now(UTC)).astimezone(UTC).strftime(FORMAT)


def copy_verified(source: Path, target: Path) -> None:
    """Copy a store that may be in use to `target`, a single file. There is no `target` unless the copy is sound.

    Raises:
        StoreCorrupt: the source, and so the copy, is damaged.
        StoreError: it cannot be read or written.
    """
    make_private_folder(target.parent)
    fresh = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        os.close(os.open(fresh, os.O_RDWR | os.O_CREAT | os.O_EXCL, PRIVATE_FILE))
        _copy(source, fresh)
        with fresh.open("rb") as file:
            os.fsync(file.fileno())
        fresh.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        raise file_error(error, target) from error
    except SqliteError as error:
        ours = store_error(error, target)
        if ours is None:
            raise
        raise ours from error
    finally:
        fresh.unlink(missing_ok=True)
        for tail in ("-journal", "-wal", "-shm"):
            fresh.with_name(fresh.name + tail).unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> None:
    reader = connect(source)
    try:
        writer = connect(target)
        try:
            copy_pages(reader, writer)
            writer.execute("PRAGMA journal_mode = DELETE")  # one file, without a -wal that could get lost
            damage = damage_of(writer)
        finally:
            writer.close()
    finally:
        reader.close()
    if damage:
        raise StoreCorrupt(path=str(source), reason=damage[0])


def damage_of(connection: Connection) -> list[str]:
    """What a full check finds: pages, indexes, the full-text index and references. Empty when all is well."""
    rows = connection.execute("PRAGMA integrity_check(20)").fetchall()
    return [str(row[0]) for row in rows if row[0] != "ok"]


def keep_newest(folder: Path, pattern: str, count: int) -> None:
    """Delete all but the newest files of a pattern; their names sort by time."""
    for old in sorted(folder.glob(pattern), reverse=True)[count:]:
        old.unlink(missing_ok=True)
