"""Files of our own beside the database: private, written whole, durable when the call returns."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from pathlib import Path

from assistant.store.faults import file_error

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


def make_private_folder(folder: Path) -> None:
    """Make a folder, and what is missing above it, readable by its owner alone.

    Raises:
        StoreError: it cannot be made.
    """
    if folder.is_dir():
        return
    make_private_folder(folder.parent)
    try:
        folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    except OSError as error:
        raise file_error(error, folder) from error


def make_private(path: Path, mode: int) -> None:
    """Take away what others may do with a file or folder of ours. What is not ours stays as it is."""
    try:
        now = path.stat()
    except OSError:
        return
    if now.st_uid == os.geteuid() and not now.st_mode & stat.S_ISVTX and stat.S_IMODE(now.st_mode) & 0o077:
        path.chmod(mode)


def sync_folder(folder: Path) -> None:
    """Make new and renamed names in a folder durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_whole(path: Path, data: bytes) -> None:
    """Replace a file by `data`: afterwards there is the old content or the new, never a part of it.

    Raises:
        StoreError: it cannot be written; the old content is untouched.
    """
    write_stream(path, (data,))


def write_stream(path: Path, parts: Iterable[bytes]) -> None:
    """As `write_whole`, for what is made piece by piece."""
    make_private_folder(path.parent)
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE_FILE)
        try:
            for part in parts:
                write_all(descriptor, part)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        fresh.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise file_error(error, path) from error


def write_all(descriptor: int, data: bytes) -> None:
    """Write every byte: a single write may stop half way when the disk fills."""
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


@contextmanager
def locked(path: Path) -> Generator[None, None, None]:
    """Hold a lock file against other processes and threads. Blocks; the lock dies with its process.

    Raises:
        StoreError: the lock file cannot be opened.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
    except OSError as error:
        raise file_error(error, path) from error
    try:
        _lock(descriptor)
        yield
    finally:
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
