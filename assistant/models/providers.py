# pyright: basic
"""What an ONNX graph runs on here: CUDA when a device answers, else the CPU, and why."""

from __future__ import annotations

import ctypes
import os
from types import ModuleType

CPU = "CPUExecutionProvider"
CUDA = "CUDAExecutionProvider"
THREADS = 1
"""Our graphs take well under a millisecond, and onnxruntime loses sums when two threads scatter into one row."""


def runtime() -> ModuleType:
    """The onnxruntime module, imported with its telemetry switched off."""
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
    import onnxruntime  # noqa: PLC0415 - takes .2 s and 40 MB: not before the first use

    return onnxruntime


def choose(prefer_cuda: bool) -> tuple[list[str], str]:
    """Providers to ask for, and what to tell: "CUDA", "CPU (no CUDA device)"."""
    if not prefer_cuda:
        return [CPU], "CPU (CUDA not wanted)"
    if CUDA not in runtime().get_available_providers():
        return [CPU], "CPU (this onnxruntime is built without CUDA)"
    if not _has_device():
        return [CPU], "CPU (no CUDA device)"
    return [CUDA, CPU], "CUDA"


def _has_device() -> bool:
    """Ask the driver itself: onnxruntime only finds out after loading its libraries, with warnings on stderr."""
    for name in ("libcuda.so.1", "nvcuda.dll"):
        try:
            driver = ctypes.CDLL(name)
        except OSError:
            continue
        count = ctypes.c_int(0)
        return driver.cuInit(0) == 0 and driver.cuDeviceGetCount(ctypes.byref(count)) == 0 and count.value > 0
    return False


def options(onnxruntime: ModuleType) -> object:
    """Session options: few threads that sleep when idle, silence but for errors."""
    made = onnxruntime.SessionOptions()
    made.intra_op_num_threads = min(THREADS, os.cpu_count() or 1)
    made.inter_op_num_threads = 1
    made.add_session_config_entry("session.intra_op.allow_spinning", "0")
    made.log_severity_level = 4
    return made
