"""What the model's process does: read requests, load, write, stop. Runs in the child process only.

Requests and what they are answered with:

    {"op": "load", "path", "family", "context_tokens", "threads"} -> "loaded" or "failed"
    {"op": "generate", "id", "messages": [[role, text]...], "max_tokens", "temperature", "seed"}
        -> "piece"..., then "done" or "failed"
    {"op": "cancel", "id"} -> that request ends with "done"

Once a second during a request comes a "beat" whose `work` changes as long as the model gets on with something.
"""

from __future__ import annotations

import json
import os
import queue
import threading
import time
from typing import IO, Any, Protocol

from assistant.domain.conversation import Message
from assistant.models import worker_sandbox
from assistant.models.llama_engine import Ending, Engine, Options, Unusable, offloads

_BEAT_S = 1.0
_GATHER_S = 0.02  # pieces that follow each other faster than this travel together; no screen shows more


class Send(Protocol):
    """Says something to the parent."""

    def __call__(self, event: str, **facts: object) -> None:
        """One event with its facts."""
        ...


class ModelService:
    """Reads requests on one thread and carries them out, one at a time, on the main thread."""

    def __init__(self, send: Send) -> None:
        """See the module."""
        self._send = send
        self._requests: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
        self._engine: Engine | None = None
        self._work = 0
        self._is_busy = threading.Event()
        self._guard = threading.Lock()
        self._running: int | None = None
        self._cancelled: set[int] = set()

    def limit_memory(self, size_bytes: int) -> bool:
        """Cap this process's memory. False on a GPU build, which reserves far more addresses than it uses memory."""
        return size_bytes > 0 and not offloads() and worker_sandbox.limit_memory(size_bytes)

    def listen(self, requests: IO[bytes]) -> None:
        """Read requests until there are no more, then end the process."""
        for line in requests:
            request = json.loads(line)
            if request["op"] == "cancel":
                self._cancel(int(request["id"]))
            else:
                self._requests.put(request)
        os._exit(0)

    def _cancel(self, number: int) -> None:
        with self._guard:
            self._cancelled.add(number)
            if self._running == number and self._engine is not None:
                self._engine.abort.set()

    def beat(self) -> None:
        """During a request, say that this process lives and how far its work is (page faults: a file being read)."""
        while True:
            self._is_busy.wait()  # an idle process wakes nobody
            self._send("beat", work=f"{self._work}.{worker_sandbox.major_faults()}")
            time.sleep(_BEAT_S)

    def _progress(self) -> None:
        self._work += 1

    def serve(self) -> None:
        """Carry out requests for ever."""
        while True:
            request = self._requests.get()
            self._is_busy.set()
            if request["op"] == "load":
                self._load(request)
            else:
                self._generate(request)
            self._is_busy.clear()

    def _load(self, request: dict[str, Any]) -> None:
        options = Options(request["family"], int(request["context_tokens"]), int(request["threads"]))
        try:
            engine = Engine(request["path"], options, self._progress)
        except (Unusable, MemoryError) as error:
            self._send("failed", reason=str(error) or "memory")
            return
        self._engine = engine
        self._send(
            "loaded", architecture=engine.architecture, family=engine.family, context_tokens=engine.context_tokens
        )

    def _generate(self, request: dict[str, Any]) -> None:
        number = int(request["id"])
        engine = self._engine
        if engine is None:
            self._send("failed", id=number, reason="not loaded")
            return
        with self._guard:
            engine.abort.clear()
            self._running = number
            if number in self._cancelled:
                engine.abort.set()
        try:
            self._write(engine, number, request)
        except (Unusable, MemoryError) as error:
            self._send("failed", id=number, reason=str(error) or "memory")
        finally:
            with self._guard:
                self._running = None
                self._cancelled.discard(number)

    def _write(self, engine: Engine, number: int, request: dict[str, Any]) -> None:
        messages = [Message(role, text) for role, text in request["messages"]]
        ending = Ending()
        started = time.monotonic()
        pieces = engine.write(
            messages, int(request["max_tokens"]), float(request["temperature"]), int(request["seed"]), ending
        )
        gathered, sent_at = "", 0.0
        for piece in pieces:
            gathered += piece
            if gathered and time.monotonic() - sent_at >= _GATHER_S:
                self._send("piece", id=number, text=gathered)
                gathered, sent_at = "", time.monotonic()
        if gathered:
            self._send("piece", id=number, text=gathered)
        self._send(
            "done",
            id=number,
            reason=ending.reason,
            prompt_tokens=ending.prompt_tokens,
            tokens=ending.tokens,
            milliseconds=round((time.monotonic() - started) * 1000),
        )
