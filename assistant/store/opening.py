"""How a store file is opened: refused, made, checked, saved aside, upgraded - in this order, and never half."""

from __future__ import annotations

import os
import stat
import time
from contextlib import suppress
from pathlib import Path

from assistant.domain.errors import LibraryTooOld, StoreCorrupt, StoreTooNew
from assistant.store.connection import Connection
from assistant.store.copying import copy_verified, keep_newest, stamp
from assistant.store.faults import file_error, is_busy
from assistant.store.files import PRIVATE_FILE, PRIVATE_FOLDER, make_private, make_private_folder, sync_folder
from assistant.store.linking import SQLITE_VERSION, SqliteError, connect
from assistant.store.schema import STEPS, taken_steps

OLDEST_SQLITE = (3, 51, 3)
"""Before this, two connections that write and checkpoint at once can corrupt a WAL file (the "WAL-reset" bug)."""

KEPT_BEFORE_MIGRATION = 3
_PRECIOUS = ("items", "item_versions", "occurrences", "conversations", "turns", "citations", "uses")
_WAL_TIMEOUT_S = 5.0


def prepare(path: Path, backups: Path) -> Connection:
    """Open a store file that may be missing, old, newer or damaged; what comes back is sound and up to date.

    Raises:
        LibraryTooOld: SQLite is older than `OLDEST_SQLITE`.
        StoreTooNew: a newer program wrote the file. Nothing was changed.
        StoreCorrupt: the file is damaged or not ours. Nothing was changed.
        StoreError: it cannot be made or written.
    """
    _refuse_old_library()
    make_private_folder(path.parent)
    is_new = _make(path)
    if not is_new:
        _free_tails(path)
    connection = connect(path)
    try:
        steps = _refuse_strangers(connection, path)
        if steps:
            _refuse_damage(connection, path)
        if not is_new:
            _repair_modes(path)
        _use_wal(connection)
        if len(steps) < len(STEPS):
            _migrate(connection, path, backups)
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse_old_library() -> None:
    if SQLITE_VERSION < OLDEST_SQLITE:
        raise LibraryTooOld(version=".".join(map(str, SQLITE_VERSION)), needed=".".join(map(str, OLDEST_SQLITE)))


def _make(path: Path) -> bool:
    """Make an empty file that only its owner can read; SQLite gives -wal and -shm the mode of the file."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, PRIVATE_FILE))
        sync_folder(path.parent)
    except FileExistsError:
        return False
    except OSError as error:
        raise file_error(error, path) from error
    return True


def _repair_modes(path: Path) -> None:
    make_private(path.parent, PRIVATE_FOLDER)
    for file in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        make_private(file, PRIVATE_FILE)


def _free_tails(path: Path) -> None:
    """Let -wal and -shm be written again: a file that was read-only when they were made left them its mode."""
    if not os.access(path, os.W_OK):
        return
    for tail in (path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        with suppress(OSError):
            if tail.stat().st_uid == os.geteuid() and not tail.stat().st_mode & stat.S_IWUSR:
                tail.chmod(PRIVATE_FILE)


def _refuse_strangers(connection: Connection, path: Path) -> list[str]:
    steps = taken_steps(connection)
    if steps is None:
        raise StoreCorrupt(path=str(path), reason="another program's database")
    unknown = [step for step in steps if step not in STEPS]
    if unknown:
        raise StoreTooNew(path=str(path), version=unknown[-1])
    return steps


def _refuse_damage(connection: Connection, path: Path) -> None:
    """A quick check of what the user gave. The index is derived, and ten times as slow to check."""
    for table in _PRECIOUS:
        found = connection.execute(f"PRAGMA quick_check('{table}')").fetchone()
        if found is None or found[0] != "ok":
            raise StoreCorrupt(path=str(path), reason=str(found[0] if found else "no answer"))


def _use_wal(connection: Connection) -> None:
    """Switch to WAL; two first starts at once may get in each other's way, and SQLite does not wait here."""
    deadline = time.monotonic() + _WAL_TIMEOUT_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except SqliteError as error:
            if not is_busy(error) or time.monotonic() >= deadline:
                raise
            time.sleep(0.01)
        else:
            return


def _migrate(connection: Connection, path: Path, backups: Path) -> None:
    """Take the missing steps in one transaction. The write lock is held from before the copy to the commit.

    Foreign keys are off meanwhile (a table that others refer to may be made anew) and checked before the commit.
    """
    from assistant.store import migrations  # noqa: PLC0415 - sqlite-utils is slow to import; seldom needed

    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        steps = _refuse_strangers(connection, path)
        if steps and len(steps) < len(STEPS):
            copy_verified(path, backups / f"before-{STEPS[-1]}-{stamp()}.sqlite")
            keep_newest(backups, "before-*.sqlite", KEPT_BEFORE_MIGRATION)
        migrations.apply(connection)
        _refuse_broken_references(connection, path)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("PRAGMA foreign_keys = ON")


def _refuse_broken_references(connection: Connection, path: Path) -> None:
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise StoreCorrupt(path=str(path), reason=f"foreign key of {broken[0]}")
