"""The clock of this machine, and the name of the zone the user lives in."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LOOK_AGAIN_S = 10.0  # the zone changes when the user travels; a look costs three small files


class SystemClock:
    """The real time. The zone is looked up again every few seconds, so a traveller's clock follows."""

    def __init__(self, root: Path = Path("/"), environ: Mapping[str, str] | None = None) -> None:
        """`root` and `environ` are other ones in tests."""
        self._root = root
        self._environ = os.environ if environ is None else environ
        self._zone = ZoneInfo("UTC")
        self._looked_at_s: float | None = None

    def now_ms(self) -> int:
        """UTC milliseconds since 1970."""
        return time.time_ns() // 1_000_000

    def local(self, at_ms: int | None = None) -> datetime:
        """That instant (now when None) as an aware datetime in the user's zone; clamped to the calendar's years."""
        instant = self.now_ms() if at_ms is None else at_ms
        try:
            return (_EPOCH + timedelta(milliseconds=instant)).astimezone(self._current_zone())
        except OverflowError:
            return datetime(9999 if instant > 0 else 1, 1, 1, tzinfo=self._current_zone())

    def zone(self) -> str:
        """The user's IANA zone name, "UTC" when the system does not say."""
        return self._current_zone().key

    def _current_zone(self) -> ZoneInfo:
        now_s = time.monotonic()
        if self._looked_at_s is None or now_s - self._looked_at_s >= _LOOK_AGAIN_S:
            found = find_zone(self._root, self._environ)
            self._zone = found or self._zone  # while the system's zone is being replaced nothing names one
            self._looked_at_s = now_s
        return self._zone


def find_zone(root: Path, environ: Mapping[str, str]) -> ZoneInfo | None:
    """The zone by TZ, the link /etc/localtime or /etc/timezone, the first that names one; None when none does.

    The link comes before the written name because the C library and the desktop's own clock follow it, and some
    systems leave a stale name behind when the zone is changed.
    """
    for name in (environ.get("TZ", ""), _linked_name(root), _written_name(root / "etc" / "timezone")):
        zone = _zone(name)
        if zone is not None:
            return zone
    return None


def _written_name(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _linked_name(root: Path) -> str:
    try:
        return str((root / "etc" / "localtime").readlink())
    except OSError:
        return ""


def _zone(name: str) -> ZoneInfo | None:
    """The zone of a name as TZ and links write it: ":Europe/Paris", "/usr/share/zoneinfo/Europe/Paris"."""
    key = name.removeprefix(":").partition("zoneinfo/")[2] or name.removeprefix(":")
    key = key.removeprefix("posix/").removeprefix("right/")
    if not key:
        return None
    try:
        return ZoneInfo(key)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
