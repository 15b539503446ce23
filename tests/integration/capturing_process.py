"""Captures through the real path until it is killed: `python -m tests.integration.capturing_process FOLDER`.

For every line on standard input a child is forked that captures without end and says "kept <id>" after each; the parent
says "child <pid>", waits for its death and says "dead". Forking spares the two hundred imports.
"""

from __future__ import annotations

import os
import sys
from itertools import count
from pathlib import Path

import assistant.store.migrations  # noqa: F401 - before the fork, so that a child starts in a millisecond
from assistant.domain.changes import Changes
from assistant.domain.job import Job
from assistant.domain.settings import Settings
from assistant.platform.clock import SystemClock
from assistant.services.capturing import Capturing
from assistant.store.database import Database
from assistant.store.drafts import FileDrafts
from assistant.store.items import SqliteItems
from assistant.store.spool import FileSpool


def _ignore(changes: Changes) -> None:
    del changes


def _say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def _text(turn: int) -> str:
    who = f"{os.getpid()}-{turn}"
    if turn % 10 == 9:
        return f"{who} long " + "words of a long text that is indexed later " * 600
    return f"{who} todo call Bob tomorrow at 9am" if turn % 3 else f"{who} 明天下午3点开会"


def _capture_until_killed(folder: Path) -> None:
    items = SqliteItems(Database(folder / "store.db"))
    spool, drafts = FileSpool(folder / "spool.jsonl"), FileDrafts(folder / "draft.json")
    capturing = Capturing(items, spool, drafts, SystemClock(), Settings, _ignore)
    capturing.replay_spool()
    for turn in count():
        kept = capturing.capture(_text(turn))
        _say(f"kept {kept.item.id}")
        if turn % 12 == 11:
            items.index_pending(Job())


def main() -> None:
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            _capture_until_killed(Path(sys.argv[1]))
        _say(f"child {child}")
        os.waitpid(child, 0)
        _say("dead")


if __name__ == "__main__":
    main()
