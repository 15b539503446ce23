"""Whether a window can be opened here. Asked before Qt is, because Qt ends the process when it cannot."""

from __future__ import annotations

import ctypes
import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

_SCREENLESS = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")
_XCB_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libEGL.so.1": "libegl1",
}


def why_no_window(environ: Mapping[str, str] | None = None) -> str | None:
    """What is missing for a window, in words; None when nothing is."""
    environ = os.environ if environ is None else environ
    if not sys.platform.startswith("linux") or environ.get("QT_QPA_PLATFORM", "").startswith(_SCREENLESS):
        return None
    if not _answers_wayland(environ) and not answers_x11(environ):
        return "no display"
    missing = [package for library, package in _XCB_LIBRARIES.items() if not _loads(library)]
    if missing:
        return "sudo apt-get install " + " ".join(missing)
    return None


def has_screen(environ: Mapping[str, str] | None = None) -> bool:
    """Whether somebody can see a window that is opened here."""
    environ = os.environ if environ is None else environ
    return not environ.get("QT_QPA_PLATFORM", "").startswith(_SCREENLESS) and why_no_window(environ) is None


def _answers_wayland(environ: Mapping[str, str]) -> bool:
    name = environ.get("WAYLAND_DISPLAY", "")
    if not name:
        return False
    return (Path(environ.get("XDG_RUNTIME_DIR", "/nonexistent")) / name).is_socket()


def answers_x11(environ: Mapping[str, str]) -> bool:
    """Whether an X server listens where `DISPLAY` says; a display on another machine is believed."""
    display = environ.get("DISPLAY", "")
    if not display:
        return False
    host, _, number = display.rpartition(":")
    if host not in ("", "unix"):
        return True  # a display on another machine: only Qt can tell
    number = number.partition(".")[0]
    for address in (f"\0/tmp/.X11-unix/X{number}", f"/tmp/.X11-unix/X{number}"):  # noqa: S108 - X11's own place
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            connection.settimeout(1)
            try:
                connection.connect(address)
            except OSError:
                continue
            return True
    return False


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
