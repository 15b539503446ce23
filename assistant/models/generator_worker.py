"""The child process that holds the language model: `python -m assistant.models.generator_worker`.

One JSON object a line on standard input and output, one request at a time, no port. It ends when standard input
ends, and the kernel ends it when its parent dies. `model_service` says what the lines hold.

This module stays small and imports nothing large: the sandbox must be entered before any library starts a thread.
"""

from __future__ import annotations

import json
import os
import sys
import threading

from assistant.models import worker_sandbox


class Channel:
    """Lines to the parent. Takes standard output away from everybody else, llama.cpp's own prints included."""

    def __init__(self) -> None:
        self._fd = os.dup(1)
        os.dup2(2, 1)
        self._lock = threading.Lock()

    def send(self, event: str, **facts: object) -> None:
        """Write one line, whole. A parent that is gone ends this process."""
        line = json.dumps({"event": event, **facts}, ensure_ascii=True).encode() + b"\n"
        with self._lock:
            try:
                while line:
                    line = line[os.write(self._fd, line) :]
            except OSError:
                os._exit(0)


def main(arguments: list[str]) -> None:
    """Enter the sandbox, say hello, serve. `arguments`: the parent's process id, the memory cap in bytes (0: none)."""
    parent_pid, memory_bytes = int(arguments[0]), int(arguments[1])
    channel = Channel()
    state = worker_sandbox.enter(parent_pid)
    from assistant.models.model_service import ModelService  # noqa: PLC0415 - only now: the library starts threads

    service = ModelService(channel.send)
    state["memory_capped"] = service.limit_memory(memory_bytes)
    channel.send("hello", sandbox=state)
    threading.Thread(target=service.listen, args=(sys.stdin.buffer,), daemon=True).start()
    threading.Thread(target=service.beat, daemon=True).start()
    service.serve()


if __name__ == "__main__":
    main(sys.argv[1:])
