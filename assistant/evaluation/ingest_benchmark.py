"""How long it takes to keep conversations with all indexes and vectors, and what the first stage of recall loses.

The turns are LoCoMo's where a file of it is given, else made up. Every turn is a durable commit of its own, as when
somebody writes them; the encoder's vectors follow in the background's batches and are counted in.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from assistant.app import App, Paths, build
from assistant.domain.item import Item
from assistant.domain.job import Job
from assistant.evaluation import locomo
from assistant.evaluation.benchmark import Figure
from assistant.evaluation.cases import Case, DataInvalid
from assistant.evaluation.world import World
from assistant.memory import ranking
from assistant.store.linking import connect

TURNS = 5_882
"""Of LoCoMo as published; other systems' times are told for all of them."""

SECONDS_AT_MOST = 60.0
LOSS_AT_MOST = 1.0
_MADE_UP = 2_000
_AT = 10
_EVERYTHING = 1_000_000


def ingest(data: Path | None = None) -> Iterator[Figure]:
    """Turns kept in a second, and the same for bare commits of their texts on the same disk in the same run."""
    if data is None:
        cases: list[Sequence[Item]] = [list(World(3).items(_MADE_UP))]
    else:
        cases = [[event for event in case.events if isinstance(event, Item)] for case in locomo.read(data)]
    kept = vectors = bare = 0.0
    for items in cases:
        with tempfile.TemporaryDirectory(prefix="sidemind-benchmark-") as folder:
            bare += _bare(Path(folder) / "bare.db", items)
            app = build(Paths.under(Path(folder) / "home"))
            try:
                kept += _keep(app, items)
                vectors += _encode(app)
            finally:
                app.close()
    turns = sum(map(len, cases))
    total = kept + vectors
    yield Figure(f"ingest of {turns:,} turns, kept and indexed", turns / kept, "turns/s")
    yield Figure(f"ingest of {turns:,} turns, vectors alone", turns / vectors, "turns/s")
    yield Figure(f"ingest, scaled to {TURNS:,} turns", total / turns * TURNS, "s", at_most=SECONDS_AT_MOST)
    yield Figure("ingest with all indexes and vectors", total / bare, "x", of="bare SQLite commits of the texts")


def first_stage(data: Path | None) -> Iterator[Figure]:
    """Recall@10 of the whole ranking with the first stage's candidates, and with every passage scored instead.

    Raises `DataInvalid` without a file of questions.
    """
    if data is None:
        raise DataInvalid("first-stage needs a LoCoMo file: --data FILE")
    chosen: list[float] = []
    everything: list[float] = []
    for case in locomo.read(data):
        with tempfile.TemporaryDirectory(prefix="sidemind-benchmark-") as folder:
            app = build(Paths.under(Path(folder)))
            try:
                _keep(app, [event for event in case.events if isinstance(event, Item)])
                _encode(app)
                chosen += _recalls(app, case)
                app.recalling.candidates, app.recalling.near = _EVERYTHING, _EVERYTHING
                everything += _recalls(app, case)
            finally:
                app.close()
    best, ours = sum(everything) / len(everything), sum(chosen) / len(chosen)
    yield Figure(f"recall@{_AT}, every passage scored", best * 100, "%")
    yield Figure(f"recall@{_AT}, {ranking.CANDIDATES} by words and {ranking.NEAR} by meaning", ours * 100, "%")
    yield Figure(f"recall@{_AT} lost by the first stage", (best - ours) * 100, "points", at_most=LOSS_AT_MOST)


def _recalls(app: App, case: Case) -> list[float]:
    found: list[float] = []
    for question in case.questions:
        if question.gold and question.is_headline:
            best = {one.item.id for one in app.recalling.rank(question.text, limit=_AT)}
            found.append(len(question.gold & best) / len(question.gold))
    return found


def _bare(path: Path, items: Sequence[Item]) -> float:
    connection = connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE items (number INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
    started = time.perf_counter()
    for item in items:
        connection.execute("INSERT INTO items (text) VALUES (?)", (item.text,))
    took_s = time.perf_counter() - started
    connection.close()
    return took_s


def _keep(app: App, items: Sequence[Item]) -> float:
    started = time.perf_counter()
    for item in items:
        app.items.add(item)
    app.items.index_pending(Job())
    return time.perf_counter() - started


def _encode(app: App) -> float:
    started = time.perf_counter()
    app.encoding.catch_up(Job())
    return time.perf_counter() - started
