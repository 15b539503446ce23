"""kill -9 at random instants during captures: nothing acknowledged is lost, nothing is doubled, the file stays sound.

`SIDEMIND_KILLS=1000 SIDEMIND_SEED=3 pytest tests/integration/test_kill.py` for more of it.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path
from threading import Event

from assistant.store.spool import FileSpool
from tests.integration.stores import Store

KILLS = int(os.environ.get("SIDEMIND_KILLS", "200"))
SEED = int(os.environ.get("SIDEMIND_SEED", "1"))
LONGEST_LIFE_S = 0.15


def test_what_was_acknowledged_survives_kill_9(tmp_path: Path) -> None:
    chance = random.Random(SEED)
    kept = _kill_again_and_again(tmp_path, chance)
    store, spool = Store(tmp_path / "store.db"), FileSpool(tmp_path / "spool.jsonl")
    there = {item.id: item.text for item in store.items.everything()}
    waiting = {item.id for item, _ in spool.pending()}
    print(f"{KILLS} kills, seed {SEED}: {len(kept)} acknowledged, {len(there)} kept, {len(waiting)} in the spool")  # noqa: T201
    assert len(kept) >= KILLS // 2
    assert [item_id for item_id in kept if item_id not in there and item_id not in waiting] == []
    assert len(set(there.values())) == len(there)
    assert store.database.check() == []


def _kill_again_and_again(folder: Path, chance: random.Random) -> list[str]:
    kept: list[str] = []
    command = [sys.executable, "-m", "tests.integration.capturing_process", str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1) as process:
        assert process.stdin
        assert process.stdout
        for life in range(KILLS):
            process.stdin.write("\n")
            process.stdin.flush()
            line = process.stdout.readline()
            while not line.startswith("child "):
                kept.append(_id(line))
                line = process.stdout.readline()
            if life % 2:  # every other life has kept something, however slow the machine is
                kept.append(_id(process.stdout.readline()))
            Event().wait(chance.uniform(0, LONGEST_LIFE_S))
            os.kill(int(line.split()[1]), signal.SIGKILL)
            line = process.stdout.readline()
            while line.strip() != "dead":
                kept.append(_id(line))
                line = process.stdout.readline()
        process.stdin.close()
    return kept


def _id(line: str) -> str:
    assert line.startswith("kept "), line
    return line.split()[1]
