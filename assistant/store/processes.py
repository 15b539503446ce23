"""Marks for processes, so that a claim left by a dead one can be told from a claim that is being worked on."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def _boot() -> str:
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return ""


def _started(process_id: int) -> str | None:
    """The start time of a running process in clock ticks; ids are used again, id and start time are not.

    "" where the system does not tell; None when there is no such process (a zombie is none).
    """
    try:
        fields = (
            Path(f"/proc/{process_id}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        )
    except (FileNotFoundError, ProcessLookupError):
        return None if Path("/proc/self/stat").exists() else _started_without_proc(process_id)
    return None if fields[0] in "ZX" else fields[19]


def _started_without_proc(process_id: int) -> str | None:
    if os.name == "nt":
        return ""
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return None
    except PermissionError:
        return ""
    return ""


def this_process() -> str:
    """The mark of this process."""
    return f"{_boot()}/{os.getpid()}/{_started(os.getpid())}"


def is_running(mark: str) -> bool:
    """Whether the process behind a mark still runs, on this boot of the machine."""
    boot, _, rest = mark.partition("/")
    number, _, started = rest.partition("/")
    return boot == _boot() and number.isdecimal() and _started(int(number)) == started
