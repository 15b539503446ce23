"""One child process with a language model, and the threads that belong to it.

The reading thread starts the process, reads what it says and reaps it, so it lives exactly as long as the process does.
That matters: on Linux "die with the parent" means the parent's *thread* that started the process.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import assistant

_KEPT_ENVIRONMENT = ("PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR", "LD_LIBRARY_PATH", "SYSTEMROOT")
_KEPT_PREFIXES = ("CUDA_", "HIP_", "ROCR_", "GGML_", "OMP_")
_LONGEST_LINE = 1 << 20


@dataclass(frozen=True, slots=True)
class Event:
    """One line from the process. `name` "exit" is ours: the process ended, with `facts["status"]`."""

    name: str
    facts: Mapping[str, Any] = field(default_factory=dict[str, Any])


WAKE = Event("wake")
"""Put among the events by whoever wants the reader to look up."""


class WorkerProcess:
    """Start with `start()`; then `events` gives what the process says until an "exit"."""

    def __init__(self, memory_bytes: int) -> None:
        """`memory_bytes` caps what the process may take."""
        self.events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self.has_ended = False
        self._memory_bytes = memory_bytes
        self._process: subprocess.Popen[bytes] | None = None
        self._is_up = threading.Event()
        self._requests: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._live, name="model process", daemon=True)

    @property
    def pid(self) -> int | None:
        """The process id; None when it could not be started."""
        return self._process.pid if self._process is not None else None

    def start(self) -> None:
        """Start the process."""
        self._thread.start()
        self._is_up.wait()

    def _live(self) -> None:
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own module, no shell
                _command(self._memory_bytes),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=Path(sys.executable).anchor,
                env=_environment(),
                close_fds=True,
            )
        except OSError as error:
            self.has_ended = True
            self.events.put(Event("exit", {"status": error.strerror or "not started"}))
            return
        finally:
            self._is_up.set()
        self._read(self._process)

    def _read(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdout is not None  # noqa: S101 - a pipe was asked for
        writer = threading.Thread(target=self._write, args=(process,), daemon=True)
        writer.start()
        with process.stdout as lines:
            while line := lines.readline(_LONGEST_LINE):
                event = _parse(line)
                if event is None:  # whatever it is now, it is not our worker any more
                    process.kill()
                    break
                self.events.put(event)
        status = process.wait()
        self._requests.put(b"")
        writer.join()
        self.has_ended = True
        self.events.put(Event("exit", {"status": f"signal {-status}" if status < 0 else f"status {status}"}))

    def send(self, op: str, **facts: object) -> None:
        """Write one request. Never blocks, even when the process has stopped reading."""
        self._requests.put(json.dumps({"op": op, **facts}, ensure_ascii=True).encode() + b"\n")

    def _write(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin is not None  # noqa: S101 - a pipe was asked for
        try:
            with process.stdin as requests:
                while line := self._requests.get():
                    requests.write(line)
                    requests.flush()
        except OSError:  # it is gone; the reading thread says so
            return

    def kill(self) -> None:
        """End it at once, whatever it does. When this returns it is reaped."""
        if self._process is not None and not self.has_ended:
            self._process.kill()
            self._thread.join()

    def close(self, grace_s: float = 0.5) -> None:
        """End it: by the end of its input, else by force. When this returns it is reaped."""
        self._requests.put(b"")
        self._thread.join(grace_s)
        self.kill()


def _parse(line: bytes) -> Event | None:
    try:
        facts = json.loads(line)
    except ValueError:
        return None
    if not isinstance(facts, dict) or not isinstance(facts.get("event"), str):  # pyright: ignore[reportUnknownMemberType]
        return None
    known = cast("dict[str, Any]", facts)
    return Event(known["event"], known)


def _command(memory_bytes: int) -> list[str]:
    # -P: the current folder is no place to import from
    return [sys.executable, "-P", "-m", "assistant.models.generator_worker", str(os.getpid()), str(memory_bytes)]


def _environment() -> dict[str, str]:
    """What the process needs and no more: no tokens, no sockets of the desktop, no debugger on a crash."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name in _KEPT_ENVIRONMENT or name.startswith(_KEPT_PREFIXES)
    }
    source = str(Path(assistant.__file__).parent.parent)
    return {**kept, "GGML_NO_BACKTRACE": "1", "PYTHONPATH": source, "PYTHONUTF8": "1"}
