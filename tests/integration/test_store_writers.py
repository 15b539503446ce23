"""Many writers at once: processes that start together on no file at all, and threads of one process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from threading import Thread

from tests.integration.stores import Store

WRITERS = int(os.environ.get("SIDEMIND_WRITERS", "4"))
SECONDS = os.environ.get("SIDEMIND_WRITER_SECONDS", "1.5")


def test_processes_lose_nothing_and_none_is_starved(tmp_path: Path) -> None:
    path = tmp_path / "home" / "store.db"
    command = [sys.executable, "-m", "tests.integration.writing_process", str(path)]
    writers = [
        subprocess.Popen([*command, str(name), SECONDS], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for name in range(WRITERS)
    ]
    for writer in writers:
        assert writer.stdout
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        assert writer.stdin
        writer.stdin.write("\n")
        writer.stdin.flush()
    answers = [writer.communicate()[0].split() for writer in writers]
    assert all(writer.returncode == 0 for writer in writers)
    turns = [int(answer[0]) for answer in answers]
    print(f"turns {turns}, p99 of a capture in ms {[int(answer[1]) for answer in answers]}")  # noqa: T201
    store = Store(path)
    assert store.items.count() == sum(turns)
    with store.database.reading() as connection:
        assert connection.execute("SELECT removals FROM index_state").fetchall() == [(sum(turns),)]
    assert (
        min(turns) >= sum(turns) / len(turns) / 10
    )  # who is starved gets one or two; beside other work shares differ widely
    assert store.database.check() == []


def test_threads_lose_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.db")
    failures: list[BaseException] = []

    def work(name: int) -> None:
        try:
            for turn in range(30):
                item = store.keep(f"{name} {turn}")
                assert store.items.get(item.id) == item
                store.found("7")
        except BaseException as error:  # noqa: BLE001 - shown by the test
            failures.append(error)

    threads = [Thread(target=work, args=(name,)) for name in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert store.items.count() == 180
    assert store.database.check() == []
