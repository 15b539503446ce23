"""The append-only file beside the store for captures that the store cannot take now.

One line of JSON per capture, with a checksum. A line is durable before it is acknowledged. A line cut short by a crash
or a full disk was never acknowledged; it is moved aside all the same, because it may hold most of a text.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path

from assistant.domain.errors import SpoolFailed, StoreError
from assistant.domain.item import Item
from assistant.domain.reminder import Occurrence
from assistant.store.files import PRIVATE_FILE, locked, make_private_folder, sync_folder, write_all, write_whole
from assistant.store.item_json import item_from_json, item_to_json, object_of, occurrence_from_json, occurrence_to_json

Entry = tuple[Item, Occurrence | None]


class FileSpool:
    """`ports.Spool` in a file. Several processes may use it at once."""

    def __init__(self, path: Path) -> None:
        """`path` need not exist."""
        self._path = path
        self._damaged = path.with_name(f"{path.name}.damaged")
        self._lock = path.with_name(f"{path.name}.lock")

    def append(self, item: Item, occurrence: Occurrence | None) -> None:
        """Durable (fsync) when it returns. Raises `SpoolFailed` when even this is impossible."""
        line = _line(item, occurrence)
        try:
            make_private_folder(self._path.parent)
            with locked(self._lock):
                _append(self._path, line)
        except (OSError, StoreError) as error:
            raise SpoolFailed(path=str(self._path), reason=_reason(error)) from error

    def pending(self) -> list[Entry]:
        """Everything not yet replayed, oldest first; damaged lines are set aside, never dropped."""
        if self.is_empty():
            return []
        with self._held():
            good, bad = self._read()
            if bad:
                self._set_aside(good, bad)
        return [entry for _, entry in good]

    def clear(self, item_ids: Sequence[str]) -> None:
        """Forget the entries that are safely in the store."""
        if self.is_empty() or not item_ids:
            return
        gone = set(item_ids)
        with self._held():
            good, bad = self._read()
            if bad:
                self._set_aside(good, bad)
            left = [line for line, (item, _) in good if item.id not in gone]
            if len(left) < len(good):
                self._rewrite(left)

    def is_empty(self) -> bool:
        """Cheap check."""
        try:
            return self._path.stat().st_size == 0
        except OSError:
            return True

    @contextmanager
    def _held(self) -> Generator[None, None, None]:
        with locked(self._lock):
            yield

    def _read(self) -> tuple[list[tuple[bytes, Entry]], list[bytes]]:
        """The sound lines with their entries (of a doubled id the first), and the damaged lines."""
        try:
            lines = self._path.read_bytes().split(b"\n")
        except FileNotFoundError:
            return [], []
        good: dict[str, tuple[bytes, Entry]] = {}
        bad: list[bytes] = []
        for line in lines:
            if not line.strip(b"\0 \r"):
                continue
            entry = _entry(line)
            if entry is None:
                bad.append(line)
            else:
                good.setdefault(entry[0].id, (line, entry))
        return list(good.values()), bad

    def _set_aside(self, good: list[tuple[bytes, Entry]], bad: list[bytes]) -> None:
        _append(self._damaged, b"\n".join(bad) + b"\n")
        self._rewrite([line for line, _ in good])

    def _rewrite(self, lines: list[bytes]) -> None:
        write_whole(self._path, b"".join(line + b"\n" for line in lines))


def _reason(error: OSError | StoreError) -> str:
    """What the system said, without numbers and paths."""
    said = error if isinstance(error, OSError) else error.__cause__
    return (said.strerror or "") if isinstance(said, OSError) else ""


def _line(item: Item, occurrence: Occurrence | None) -> bytes:
    fields = {
        "item": item_to_json(item),
        "occurrence": None if occurrence is None else occurrence_to_json(occurrence),
    }
    body = json.dumps(fields, separators=(",", ":")).encode("ascii")
    return b"%08x %s\n" % (zlib.crc32(body), body)


def _entry(line: bytes) -> Entry | None:
    """What a line holds, None when it is damaged."""
    checksum, _, body = line.partition(b" ")
    if checksum != b"%08x" % zlib.crc32(body):
        return None
    try:
        fields = object_of(json.loads(body))
        occurrence = fields["occurrence"]
        return (
            item_from_json(object_of(fields["item"])),
            None if occurrence is None else occurrence_from_json(object_of(occurrence)),
        )
    except (KeyError, TypeError, ValueError):
        return None


def _append(path: Path, line: bytes) -> None:
    """Add a line durably. What could only be written in part is taken back, so that the next line is whole."""
    is_new = not path.exists()
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, PRIVATE_FILE)
    try:
        size = os.fstat(descriptor).st_size
        is_torn = size > 0 and os.pread(descriptor, 1, size - 1) != b"\n"
        try:
            write_all(descriptor, b"\n" + line if is_torn else line)
            os.fsync(descriptor)
        except OSError:
            os.ftruncate(descriptor, size)
            raise
    finally:
        os.close(descriptor)
    if is_new:
        sync_folder(path.parent)
