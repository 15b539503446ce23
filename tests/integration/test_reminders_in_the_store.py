"""The same simulated days over the real store. SIDEMIND_DAYS sets how many; the table is printed with -s."""

from __future__ import annotations

import os
from collections import Counter

import pytest

from assistant.store.database import Database
from assistant.store.items import SqliteItems
from assistant.store.occurrences import SqliteOccurrences
from tests.simulated_days import World, is_kept, judge, story, tell

DAYS = int(os.environ.get("SIDEMIND_DAYS", "25"))
ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "Asia/Shanghai",
    "Pacific/Apia",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
)


@pytest.fixture
def database(tmp_path):
    database = Database(tmp_path / "sidemind.db")
    yield database
    database.close()


def test_days_of_suspends_moved_clocks_restarts_and_kills(database):
    items, total = SqliteItems(database), Counter()
    for seed in range(DAYS):
        items.forget([item.id for item in items.everything()])

        def open_ledger(process, day=seed):
            mark = f"{day}/{process}"
            return SqliteOccurrences(database, process=mark, is_alive=lambda other: other == mark)

        world = tell(World(items, open_ledger, zone=ZONES[seed % len(ZONES)]), story(seed))
        judged = judge(world)
        total.update(judged)
        total["armed"] += len(world.due_ms)
        total["processes"] += world.process
        total["kills"] += world.kills
        assert is_kept(judged), (seed, judged)
    print(f"\n{DAYS} days:", dict(total))  # noqa: T201 - the table that the figures are read from
