"""One of several writers on one store: `python -m tests.integration.writing_process FILE NAME SECONDS`.

Adds one to a counter in a read-then-write transaction and keeps an item, without end; says how often, how long.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from assistant.domain.identity import new_id
from assistant.domain.item import Item, ItemKind
from assistant.store.database import Database
from assistant.store.items import SqliteItems


def main() -> None:
    path, name, seconds = Path(sys.argv[1]), sys.argv[2], float(sys.argv[3])
    database = Database(path)
    items = SqliteItems(database)
    items.count()
    print("ready", flush=True)  # noqa: T201
    sys.stdin.readline()
    end, turns, waits = time.monotonic() + seconds, 0, []
    while time.monotonic() < end:
        start = time.monotonic()
        items.add(Item(new_id(turns), ItemKind.NOTE, f"{name} {turns}", turns))
        waits.append(time.monotonic() - start)
        with database.writing() as connection:
            [[count]] = connection.execute("SELECT removals FROM index_state").fetchall()
            connection.execute("UPDATE index_state SET removals = ?", (count + 1,))
        turns += 1
    waits.sort()
    print(turns, round(waits[len(waits) * 99 // 100] * 1000), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
