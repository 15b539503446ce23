"""The store's file: one connection per thread, one kind of write, and errors in our own words.

A write is one `with database.writing() as connection:` around SQL only. It opens BEGIN IMMEDIATE, because a plain BEGIN
that reads and then writes fails with "database is locked" whenever another writer came between, whatever the timeout.
The file is opened, checked and brought up to date on first use, so that building the program costs nothing.
"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from weakref import WeakSet

from assistant.domain.errors import StoreBusy
from assistant.store.connection import Connection
from assistant.store.copying import copy_verified, damage_of
from assistant.store.faults import is_busy, store_error
from assistant.store.linking import BUSY_TIMEOUT_S, SqliteError, connect
from assistant.store.opening import prepare

_TIDY_FROM_BYTES = 2_000_000
_ERASING_TIMEOUT_S = 0.1


class _Held:
    """A thread's connection. It is closed when its thread ends (the last reference goes) or by `Database.close()`."""

    __slots__ = ("__weakref__", "connection")

    def __init__(self, connection: Connection) -> None:
        self.connection = connection


class Database:
    """The store's file. Safe to share between threads; every thread gets a connection of its own."""

    def __init__(self, path: Path, backups: Path | None = None) -> None:
        """`backups` is where the copy before a migration goes (default: `backups` beside the file)."""
        self.path = path
        self.backups = backups or path.parent / "backups"
        self._local = threading.local()
        self._held: WeakSet[_Held] = WeakSet()
        self._opening = threading.Lock()
        self._write_lock = threading.Lock()
        self._is_prepared = False
        self._owes_erasing = False
        self.generation = 0
        """Grows when the file may have become another one: what was read from it and kept is then void."""

    def connection(self) -> Connection:
        """This thread's connection. The first call opens, checks and upgrades the file.

        Raises:
            StoreError: the file cannot be used; the next call tries again.
            LibraryTooOld: SQLite has a known corruption bug.
        """
        held: _Held | None = getattr(self._local, "held", None)
        if held is not None:
            return held.connection
        with self._opening, self._own_errors():
            held = _Held(connect(self.path) if self._is_prepared else prepare(self.path, self.backups))
            self._is_prepared = True
            self._local.held = held
            self._held.add(held)
        return held.connection

    @contextmanager
    def reading(self) -> Generator[Connection, None, None]:
        """A connection on which all statements see the store as it is at the first of them.

        Raises:
            StoreError: as `connection()`, or reading fails.
        """
        connection = self.connection()
        with self._own_errors():
            if connection.in_transaction:
                yield connection
                return
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                if connection.in_transaction:
                    connection.execute("COMMIT")

    @contextmanager
    def writing(self) -> Generator[Connection, None, None]:
        """One durable transaction: committed when the block ends, undone when it raises. Blocks do not nest.

        Raises:
            StoreError: as `connection()`, or the write lock was not had in time, or the disk refuses.
        """
        connection = self.connection()
        deadline = time.monotonic() + BUSY_TIMEOUT_S
        if not self._write_lock.acquire(timeout=BUSY_TIMEOUT_S):
            raise StoreBusy(path=str(self.path))
        try:
            with self._own_errors():
                _begin(connection, deadline)
                try:
                    yield connection
                    connection.execute("COMMIT")
                except BaseException:
                    # A full disk may have undone the transaction already.
                    if connection.in_transaction:
                        connection.execute("ROLLBACK")
                    raise
        finally:
            self._write_lock.release()

    def erase_wal(self) -> None:
        """Empty the WAL into the file: erased text is gone from it too. If others read now, `tidy` does it later."""
        with self._own_errors():
            connection = self.connection()
            with _waiting_at_most(connection, _ERASING_TIMEOUT_S):
                row = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        self._owes_erasing = row is None or row[0] != 0

    def tidy(self) -> None:
        """Move a grown WAL into the file where nobody waits for it; a commit that has to do it is slow."""
        if self._owes_erasing:
            self.erase_wal()
            return
        try:
            size = self.path.with_name(f"{self.path.name}-wal").stat().st_size
        except OSError:
            return
        if size > _TIDY_FROM_BYTES:
            with self._own_errors():
                self.connection().execute("PRAGMA wal_checkpoint(PASSIVE)")

    def check(self) -> list[str]:
        """What a full check finds: pages, indexes, full-text index, references. Empty when all is well."""
        with self._own_errors():
            return damage_of(self.connection())

    def backup_to(self, path: Path) -> None:
        """Copy the store, while it is in use, to a single file that was checked. Raises `StoreError`."""
        copy_verified(self.path, path)

    def close(self) -> None:
        """Close the connections of all threads. A later call opens the file again."""
        with self._opening:
            for held in list(self._held):
                held.connection.close()
            self._held.clear()
            self._local = threading.local()
            self._is_prepared = False
            self.generation += 1

    @contextmanager
    def _own_errors(self) -> Generator[None, None, None]:
        try:
            yield
        except SqliteError as error:
            ours = store_error(error, self.path)
            if ours is None:
                raise
            raise ours from error


def _begin(connection: Connection, deadline: float) -> None:
    """BEGIN IMMEDIATE. SQLite waits up to 100 ms at a time and starves one of many; ours is short and random."""
    with _waiting_at_most(connection, 0):
        while True:
            try:
                connection.execute("BEGIN IMMEDIATE")
            except SqliteError as error:
                if not is_busy(error) or time.monotonic() >= deadline:
                    raise
                time.sleep(random.uniform(0.0005, 0.008))  # noqa: S311
            else:
                return


@contextmanager
def _waiting_at_most(connection: Connection, timeout_s: float) -> Generator[None, None, None]:
    connection.execute(f"PRAGMA busy_timeout = {round(timeout_s * 1000)}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA busy_timeout = {round(BUSY_TIMEOUT_S * 1000)}")
