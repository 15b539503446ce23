"""Real processes over one store: killed in the gap between showing and committing, or sweeping at the same instant."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from assistant.domain.item import Item, ItemKind
from assistant.domain.reminder import Occurrence
from assistant.store.database import Database
from assistant.store.items import SqliteItems

SWEEP = """
import os, signal, sys
from pathlib import Path
from assistant.domain.settings import LanguageChoice, Settings
from assistant.services.reminding import Reminding
from assistant.store.database import Database
from assistant.store.items import SqliteItems
from assistant.store.occurrences import SqliteOccurrences
from tests.fakes import FixedClock

class Screen:
    is_available = True

    def show(self, reminder, notice):
        with open(sys.argv[2], "a", encoding="utf-8") as seen:
            seen.write(f"{notice.title}|{notice.body}\\n")
        if sys.argv[3] == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        return True

    def withdraw(self, occurrence_id):
        pass

database = Database(Path(sys.argv[1]))
settings = Settings(language=LanguageChoice.ENGLISH)
ledger, items, clock = SqliteOccurrences(database), SqliteItems(database), FixedClock(2_000)
reminding = Reminding(ledger, items, Screen(), clock, lambda: settings, lambda _: None)
sys.stdin.readline()
reminding.sweep()
"""


@pytest.fixture
def store(tmp_path):
    path = tmp_path / "sidemind.db"
    database = Database(path)
    items = SqliteItems(database)
    for number in range(3):
        item = Item(f"i{number}", ItemKind.TASK, f"thing {number}", 0, due_at_ms=1_000 + number)
        items.add(item, Occurrence(f"o{number}", item.id, 1_000 + number, "UTC", ""))
    database.close()
    return path


def begin(store, seen, how):
    command = [sys.executable, "-c", SWEEP, str(store), str(seen), how]
    return subprocess.Popen(command, stdin=subprocess.PIPE, text=True)


def sweep(store, seen, how="live"):
    process = begin(store, seen, how)
    process.communicate("go\n", timeout=60)
    return process.returncode


def test_a_process_killed_while_showing_leaves_one_labelled_repeat_and_no_miss(store, tmp_path):
    seen = tmp_path / "seen"
    assert sweep(store, seen, "die") == -signal.SIGKILL
    assert sweep(store, seen) == 0
    assert sweep(store, seen) == 0
    lines = seen.read_text().splitlines()
    assert [line.partition("|")[0] for line in lines] == ["thing 0", "thing 0", "thing 1", "thing 2"]
    assert ["already" in line for line in lines][:2] == [False, True]


def test_processes_that_sweep_at_the_same_instant_show_each_reminder_once(store, tmp_path):
    seen = tmp_path / "seen"
    processes = [begin(store, seen, "live") for _ in range(4)]
    for process in processes:
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in processes:
        process.communicate(timeout=60)
        assert process.returncode == 0
    assert sorted(line.partition("|")[0] for line in seen.read_text().splitlines()) == ["thing 0", "thing 1", "thing 2"]
