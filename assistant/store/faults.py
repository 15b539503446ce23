"""The world's fault or ours: one table from SQLite result codes and OS errors to `StoreError` children.

A code that is not in the table is a mistake in our SQL and stays what it is.
"""

from __future__ import annotations

import errno
import os
from enum import IntEnum
from pathlib import Path

from assistant.domain.errors import StoreBusy, StoreCorrupt, StoreError, StoreFull, StoreReadOnly
from assistant.store.linking import NO_TEXT


class _Code(IntEnum):
    """Primary result codes (https://sqlite.org/rescode.html)."""

    PERM = 3
    BUSY = 5
    LOCKED = 6
    READONLY = 8
    IOERR = 10
    CORRUPT = 11
    FULL = 13
    CANTOPEN = 14
    PROTOCOL = 15
    AUTH = 23
    NOTADB = 26


_PRIMARY_CODE = 0xFF
_IS_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_IS_READ_ONLY = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def is_busy(error: BaseException) -> bool:
    """Whether another connection holds the lock that was wanted."""
    return _code(error) in {_Code.BUSY, _Code.LOCKED}


def store_error(error: BaseException, path: Path) -> StoreError | None:
    """The error to raise instead of SQLite's, None when the fault is in our SQL.

    SQLite says "disk I/O error" for a file size limit and for a quota, so that case is tried out on the disk.
    """
    code = _code(error)
    if is_busy(error) or code == _Code.PROTOCOL:
        return StoreBusy(path=str(path))
    if code == _Code.FULL:
        return StoreFull(path=str(path))
    if code in {_Code.READONLY, _Code.PERM, _Code.AUTH}:
        return StoreReadOnly(path=str(path))
    if code in {_Code.CORRUPT, _Code.NOTADB} or _is_no_text(error):
        return StoreCorrupt(path=str(path), reason=str(error))
    if code in {_Code.IOERR, _Code.CANTOPEN}:
        return _tried_on_disk(path) or StoreError(path=str(path), reason=str(error))
    return None


def file_error(error: OSError, path: Path) -> StoreError:
    """The error to raise for an operation on a file of ours."""
    if error.errno in _IS_FULL:
        return StoreFull(path=str(path))
    if error.errno in _IS_READ_ONLY:
        return StoreReadOnly(path=str(path))
    return StoreError(path=str(path), reason=os.strerror(error.errno) if error.errno else str(error))


def _is_no_text(error: BaseException) -> bool:
    """Whether a text column held what is no UTF-8: only damage puts that there, and the driver gives it no code."""
    return str(error).startswith(NO_TEXT)


def _code(error: BaseException) -> int:
    return getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE


def _tried_on_disk(path: Path) -> StoreError | None:
    """Write where SQLite could not, in a file of our own, and see what the system says."""
    trial = path.with_name(f".{path.name}.trial-{os.getpid()}")
    try:
        size = max(_size(path), _size(path.with_name(f"{path.name}-wal")))
        descriptor = os.open(trial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            os.pwrite(descriptor, b"\0" * 65536, size)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
            trial.unlink()
    except OSError as error:
        return file_error(error, path)
    return None


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
