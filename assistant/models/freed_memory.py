"""Memory that was freed and that the C library keeps: loading a model leaves tens of megabytes of it behind."""

from __future__ import annotations

import ctypes
import sys


def give_back() -> None:
    """Hand freed memory back to the system; only glibc keeps much of it, and only there something happens."""
    if not sys.platform.startswith("linux"):
        return
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # https://man7.org/linux/man-pages/man3/malloc_trim.3.html
    if trim is not None:
        trim(0)
