"""Try a model file in a throw-away process: does it load and write, and which chat family does it speak?"""

from __future__ import annotations

import queue
import time
from dataclasses import dataclass

from assistant.domain.errors import ModelInvalid
from assistant.models.chat_templates import guess_family
from assistant.models.worker_process import Event, WorkerProcess

_SILENCE_S = 60.0
_CONTEXT_TOKENS = 512
_GIB = 1 << 30


@dataclass(frozen=True, slots=True)
class Probed:
    """What the process found: the model's architecture and the family whose control tokens it has."""

    architecture: str
    family: str


def probe(path: str, file_name: str, memory_gb: int) -> Probed:
    """Load the file and write two tokens. Raises `ModelInvalid` with the reason."""
    process = WorkerProcess(memory_gb * _GIB)
    process.start()
    try:
        process.send("load", path=path, family=guess_family(file_name), context_tokens=_CONTEXT_TOKENS, threads=0)
        loaded = _answer(process, path, "loaded")
        probed = Probed(str(loaded.facts.get("architecture", "")), str(loaded.facts.get("family", "plain")))
        process.send("generate", id=1, messages=[["user", "?"]], max_tokens=2, temperature=0, seed=1)
        _answer(process, path, "done")
    finally:
        process.close()
    return probed


def _answer(process: WorkerProcess, path: str, wanted: str) -> Event:
    moved_at, work = time.monotonic(), ""
    while True:
        try:
            event = process.events.get(timeout=max(0.0, moved_at + _SILENCE_S - time.monotonic()))
        except queue.Empty:
            raise ModelInvalid(path=path, reason="no_answer") from None
        if event.name == wanted:
            return event
        if event.name == "failed":
            raise ModelInvalid(path=path, reason=str(event.facts.get("reason", "")))
        if event.name == "exit":
            raise ModelInvalid(path=path, reason="crashes")
        if event.facts.get("work", work) != work:
            moved_at, work = time.monotonic(), str(event.facts.get("work"))
