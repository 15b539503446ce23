"""Backups, quarantine and restore of the store's file, and the files of an export.

A damaged file is never deleted: it gets another name. A backup is trusted only after
a full check, both when it is made and when it is wanted back.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from assistant.domain.diagnosis import Restored
from assistant.domain.errors import ExportFailed, StoreBusy, StoreCorrupt, StoreError
from assistant.store.copying import FORMAT, copy_verified, stamp
from assistant.store.database import Database
from assistant.store.faults import file_error
from assistant.store.files import sync_folder, write_stream
from assistant.store.rows import storable
from assistant.store.salvaging import salvage

_PREFIX = "backup-"
_ALL_FOR = timedelta(days=2)
_DAYS, _WEEKS, _MONTHS = 12, 10, 9
_TAILS = ("", "-wal", "-shm")


def worth_keeping(made: Sequence[datetime], now: datetime) -> set[datetime]:
    """Which backups to keep: all of two days, then the last one of 12 days, 10 weeks and 9 months (as Anki does)."""
    kept = {instant for instant in made if now - instant < _ALL_FOR}
    older = sorted((instant for instant in made if instant not in kept), reverse=True)
    for count, key in ((_DAYS, "%Y-%j"), (_WEEKS, "%G-%V"), (_MONTHS, "%Y-%m")):
        latest: dict[str, datetime] = {}
        for instant in older:
            latest.setdefault(instant.strftime(key), instant)
        kept.update(list(latest.values())[:count])
    return kept


class StoreKeeper:
    """`ports.Keeper` over the store's file and its folder of backups."""

    def __init__(self, database: Database) -> None:
        """Backups lie in `database.backups`."""
        self._database = database

    def backup(self, now: datetime) -> Path:
        """Make a verified copy of the store, then thin out old ones. Raises `StoreError`; none is lost then."""
        self._database.connection()
        target = self._database.backups / f"{_PREFIX}{stamp(now)}.sqlite"
        self._database.backup_to(target)
        keep = worth_keeping(list(self._made()), now.astimezone(UTC))
        for instant, path in self._made().items():
            if instant not in keep:
                path.unlink(missing_ok=True)
        return target

    def last_backup(self) -> datetime | None:
        """When the newest backup was made."""
        return max(self._made(), default=None)

    def has_changed_since(self, instant: datetime) -> bool:
        """Whether the store was written after that."""
        files = [self._database.path.with_name(self._database.path.name + tail) for tail in ("", "-wal")]
        return any(path.exists() and path.stat().st_mtime > instant.timestamp() for path in files)

    def check(self) -> list[str]:
        """What a full check of the store finds; empty when all is well."""
        return self._database.check()

    def restore(self, now: datetime) -> Restored | None:
        """Put the newest sound backup in place of a damaged store, a new store without one. None: the store is sound.

        The damaged file is kept beside it under another name, and what can still be read there is taken over.

        Raises:
            StoreBusy: another process has the store open.
            StoreError: the disk refuses; the store is as it was.
        """
        if not self._is_damaged():
            return None
        path = self._database.path
        fresh = path.with_name(f".{path.name}.restored")
        made = self._copy_newest_sound(fresh)
        quarantined = self._quarantine(now)
        if made is not None:
            fresh.replace(path)
            sync_folder(path.parent)
        taken_over = salvage(quarantined, self._database)
        made_at_ms = None if made is None else round(made.timestamp() * 1000)
        return Restored(made_at_ms, taken_over, str(quarantined))

    def _copy_newest_sound(self, target: Path) -> datetime | None:
        """When the copy was made that now lies at `target`; None when no backup is sound."""
        for instant, backup in sorted(self._made().items(), reverse=True):
            try:
                copy_verified(backup, target)
            except StoreCorrupt:
                continue
            return instant
        return None

    def write_export(self, folder: Path, name: str, lines: Iterable[str]) -> Path:
        """Write the lines of one file of an export, private and whole. Raises `ExportFailed`, `StoreError`."""
        path = folder / name
        try:
            write_stream(path, (f"{storable(line)}\n".encode() for line in lines))
        except StoreError as error:
            if type(error) is StoreError and error.facts.get("path") != str(self._database.path):
                raise ExportFailed(path=str(folder), reason=error.facts.get("reason", "")) from error
            raise
        return path

    def _made(self) -> dict[datetime, Path]:
        """The backups by the instant in their names."""
        made: dict[datetime, Path] = {}
        for path in self._database.backups.glob(f"{_PREFIX}*.sqlite"):
            try:
                instant = datetime.strptime(path.stem.removeprefix(_PREFIX), FORMAT)  # noqa: DTZ007 - next line
            except ValueError:
                continue
            made[instant.replace(tzinfo=UTC)] = path
        return made

    def _is_damaged(self) -> bool:
        try:
            return bool(self._database.check())
        except StoreCorrupt:
            return True

    def _quarantine(self, now: datetime) -> Path:
        """Give the damaged file and its WAL another name. Only when nobody has it open: see `_refuse_company`."""
        self._database.close()
        path = self._database.path
        _refuse_company(path)
        aside = path.with_name(f"{path.name}.damaged-{stamp(now)}")
        try:
            for tail in reversed(_TAILS):
                part = path.with_name(path.name + tail)
                if part.exists():
                    part.rename(aside.with_name(aside.name + tail))
        except OSError as error:
            raise file_error(error, path) from error
        return aside


if sys.platform == "win32":

    def _refuse_company(path: Path) -> None:
        """Windows itself refuses to rename a file that is open."""
else:
    import fcntl

    _DMS_BYTE = 128  # of the -shm file: every connection to a WAL database holds it shared (sqlite.org/walformat.html)

    def _refuse_company(path: Path) -> None:
        """Raise `StoreBusy` when another process has the store open.

        Its connection would take the new file's WAL away when it closes, for it removes that file by name.
        """
        shared = path.with_name(f"{path.name}-shm")
        try:
            with shared.open("r+b") as file:
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, _DMS_BYTE)
        except FileNotFoundError:
            return
        except BlockingIOError:
            raise StoreBusy(path=str(path)) from None
        except OSError as error:
            raise StoreError(path=str(path), reason=str(error)) from error
