# pyright: basic
"""Whether this is a good moment for work that can wait: on mains power, and nobody at the machine."""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from pathlib import Path

from assistant.platform.display import answers_x11

_POWER = Path("/sys/class/power_supply")
_NICE = 5  # not more: this thread may hold the interpreter's lock, and a starved holder would stall every other thread


def is_on_mains(power: Path = _POWER) -> bool:
    """Whether the machine draws no power from a battery. A machine without one is on mains."""
    has_battery = False
    for supply in sorted(power.glob("*")):
        kind = _read(supply / "type")
        if kind in ("Mains", "USB") and _read(supply / "online") == "1":
            return True
        is_own = _read(supply / "scope") != "Device"  # a mouse has a battery too
        has_battery = has_battery or (kind == "Battery" and is_own and _read(supply / "status") != "Full")
    return not has_battery


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""


def user_idle_s() -> float | None:
    """Seconds since the last key or mouse movement anywhere on this X display; None where nobody can say."""
    if not os.environ.get("DISPLAY", "").startswith((":", "unix:")) or not answers_x11(os.environ):
        return None  # Xlib would try the network next
    from Xlib import error  # noqa: PLC0415 - 20 ms that only a desktop with an X server needs to spend
    from Xlib.display import Display  # noqa: PLC0415
    from Xlib.ext import screensaver  # noqa: PLC0415

    try:
        display = Display()
    except (error.DisplayError, OSError):
        return None
    try:
        if not display.has_extension("MIT-SCREEN-SAVER"):
            return None
        return screensaver.query_info(display.screen().root).idle / 1000
    except (error.XError, error.ConnectionClosedError, OSError):
        return None
    finally:
        with suppress(error.ConnectionClosedError, OSError):
            display.close()


def lower_priority() -> None:
    """Let this thread give way to everything else. It stays so."""
    with suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICE)
