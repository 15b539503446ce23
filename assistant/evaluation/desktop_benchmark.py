"""How quickly the real desktop shows its windows and how little it uses when idle. Needs an X display.

The program is started as a user starts it; with SIDEMIND_TRACE=1 it says on stderr when its first window was painted
("sidemind: first-window CPU-SECONDS WALL-SECONDS") and how long the capture window took from the key to its first
painting ("sidemind: capture-shown MILLISECONDS ...").
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from assistant.evaluation.benchmark import Figure

ROUNDS = 8
FIRST_WINDOW_AT_MOST = 2.0
CAPTURE_WINDOW_AT_MOST_MS = 30.0
IDLE_MEMORY_AT_MOST_MB = 180.0
IDLE_CPU_AT_MOST = 1.0
_KEY = "ctrl+alt+space"
_PATIENCE_S = 60.0
_SETTLE_S = 8.0
_IDLE_S = 20.0

_BARE_WINDOW = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        sys.stderr.write(f"bare: first-window {time.process_time():.4f} {time.time():.4f}\\n")
        sys.stderr.flush()
        QTimer.singleShot(0, QApplication.quit)
application = QApplication(sys.argv)
window = Window()
window.setCentralWidget(QLabel("hello"))
window.resize(900, 600)
window.show()
sys.exit(application.exec())
"""


class NoDisplay(Exception):
    """There is no X display, or a tool for it is missing; says which."""


def first_window(rounds: int = ROUNDS) -> Iterator[Figure]:
    """Process start to first painted window, against a window that does nothing. Both sides take turns."""
    _need_display()
    ours: list[tuple[float, float]] = []
    bare: list[tuple[float, float]] = []
    with tempfile.TemporaryDirectory(prefix="sidemind-benchmark-") as home:
        for _ in range(rounds + 1):
            bare.append(_started([sys.executable, "-c", _BARE_WINDOW], home))
            ours.append(_started([sys.executable, "-m", "assistant", "gui"], home))
    wall, cpu = (np.median(np.array(ours[1:]), axis=0) / np.median(np.array(bare[1:]), axis=0)).tolist()
    yield Figure("first window, median", float(np.median([one[0] for one in ours[1:]])), "ms")
    yield Figure("bare PySide6 window, median", float(np.median([one[0] for one in bare[1:]])), "ms")
    yield Figure("first window", wall, "x", of="a bare PySide6 window", at_most=FIRST_WINDOW_AT_MOST)
    yield Figure("first window, processor time", cpu, "x", of="a bare PySide6 window")


def capture_window(rounds: int = 20) -> Iterator[Figure]:
    """From the pressed shortcut to the painted capture window, the program's own part."""
    _need_display("xdotool")
    with _desktop() as (_, log):
        _wait(log, "first-window")
        time.sleep(_SETTLE_S)
        for count in range(1, rounds + 1):
            _press(_KEY)
            _wait(log, "capture-shown", count)
            _press("Escape")
            time.sleep(0.3)
        times = [float(line[0]) for line in _traced(log, "capture-shown")]
    yield Figure("capture window by shortcut, first", times[0], "ms")
    yield Figure("capture window by shortcut, median", float(np.median(times)), "ms", at_most=CAPTURE_WINDOW_AT_MOST_MS)
    yield Figure("capture window by shortcut, p95", float(np.percentile(times, 95)), "ms")


def idle() -> Iterator[Figure]:
    """Memory and processor time of the desktop that nobody touches, without a language model."""
    _need_display()
    with _desktop() as (process, log):
        _wait(log, "first-window")
        time.sleep(_SETTLE_S)
        before = _cpu_s(process.pid)
        time.sleep(_IDLE_S)
        used = (_cpu_s(process.pid) - before) / _IDLE_S * 100
        memory = _status_mb(process.pid, "VmRSS")
    yield Figure("idle memory without a model", memory, "MB", at_most=IDLE_MEMORY_AT_MOST_MB)
    yield Figure("idle processor time", used, "%", at_most=IDLE_CPU_AT_MOST)


def _press(key: str) -> None:
    subprocess.run(["xdotool", "key", key], check=True)  # noqa: S603, S607 - our own key


def _need_display(*tools: str) -> None:
    if not os.environ.get("DISPLAY"):
        raise NoDisplay("no X display; run it through packaging/virtual-desktop.sh")
    for tool in tools:
        if shutil.which(tool) is None:
            raise NoDisplay(f"{tool} is not installed")


def _environment(home: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    return {**kept, "HOME": home, "SIDEMIND_HOME": str(Path(home) / "sidemind"), "SIDEMIND_TRACE": "1"}


def _started(command: list[str], home: str) -> tuple[float, float]:
    """Wall and processor milliseconds from the start of a process to its first painted window; then it is ended."""
    log = Path(home) / "trace.log"
    with log.open("w") as errors:
        started = time.time()
        process = subprocess.Popen(command, env=_environment(home), stderr=errors, stdout=subprocess.DEVNULL)  # noqa: S603
    try:
        cpu, wall = (float(word) for word in _wait(log, "first-window"))
    finally:
        _end(process)
    return (wall - started) * 1000, cpu * 1000


@contextmanager
def _desktop() -> Generator[tuple[subprocess.Popen[bytes], Path]]:
    """The running desktop in a new home, and the file of its trace."""
    with tempfile.TemporaryDirectory(prefix="sidemind-benchmark-") as home:
        log = Path(home) / "trace.log"
        with log.open("w") as errors:
            command = [sys.executable, "-m", "assistant", "gui"]
            process = subprocess.Popen(command, env=_environment(home), stderr=errors, stdout=subprocess.DEVNULL)  # noqa: S603
        try:
            yield process, log
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _traced(log: Path, event: str) -> list[list[str]]:
    words = [line.split() for line in log.read_text("utf-8", "replace").splitlines()]
    return [line[2:] for line in words if len(line) > 2 and line[1] == event]


def _wait(log: Path, event: str, count: int = 1) -> list[str]:
    """What the trace says at the `count`-th time an event happened."""
    until = time.monotonic() + _PATIENCE_S
    while time.monotonic() < until:
        lines = _traced(log, event)
        if len(lines) >= count:
            return lines[count - 1]
        time.sleep(0.005)
    raise NoDisplay(f"'{event}' never came; the program said: {log.read_text('utf-8', 'replace')[-400:]}")


def _cpu_s(process_id: int) -> float:
    fields = Path(f"/proc/{process_id}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _status_mb(process_id: int, name: str) -> float:
    for line in Path(f"/proc/{process_id}/status").read_text().splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) / 1024
    return 0.0
