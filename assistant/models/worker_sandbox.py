"""What the model's process gives up before it reads a model file: network, new rights, core files, endless memory.

llama.cpp's own security notes ask for an isolated environment for files of unknown origin. Everything here is
best effort and reported, because containers and old kernels refuse some of it.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys

if sys.platform != "win32":
    import resource

_PR_SET_PDEATHSIG = 1
_PR_SET_NO_NEW_PRIVS = 38
_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000


def enter(parent_pid: int) -> dict[str, bool]:
    """Die with `parent_pid`, gain no rights, write no core, have no network. Which of these hold.

    Must run while the process has one thread: the kernel gives new namespaces to nobody else.
    """
    if sys.platform != "linux":
        return {"dies_with_parent": False, "no_new_rights": False, "no_core": False, "no_network": False}
    libc = ctypes.CDLL(None, use_errno=True)
    state = {
        "dies_with_parent": libc.prctl(_PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0) == 0,
        "no_new_rights": libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0,
        "no_core": _limit("RLIMIT_CORE", 0),
        "no_network": libc.unshare(_CLONE_NEWNET) == 0 or libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) == 0,
    }
    if os.getppid() != parent_pid:  # it died before the kernel was told to watch it
        os._exit(0)
    return state


def limit_memory(size_bytes: int) -> bool:
    """Cap the address space, so that too large a model is an error here and no swapping of the whole desktop."""
    return _limit("RLIMIT_AS", size_bytes)


def major_faults() -> int:
    """How often this process had to wait for a page from the disk: it grows while a model file is being read."""
    return 0 if sys.platform == "win32" else resource.getrusage(resource.RUSAGE_SELF).ru_majflt


def _limit(name: str, amount: int) -> bool:
    if sys.platform == "win32":
        return False
    try:
        _, highest = resource.getrlimit(getattr(resource, name))
        if highest != resource.RLIM_INFINITY:
            amount = min(amount, highest)
        resource.setrlimit(getattr(resource, name), (amount, amount))
    except (OSError, ValueError):
        return False
    return True
