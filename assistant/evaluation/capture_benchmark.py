"""What keeping one line costs, from the typed text to the durable commit, against a bare SQLite commit."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from assistant.app import Paths, build
from assistant.evaluation.benchmark import Figure
from assistant.evaluation.world import World
from assistant.store.linking import connect

ROUNDS = 400
RATIO_AT_MOST = 3.0
P99_AT_MOST_MS = 20.0
_WARM_UP = 20


def capture(rounds: int = ROUNDS) -> Iterator[Figure]:
    """Both sides take turns on the same disk, so that what else the machine does falls on both.

    A capture is durable when it is announced, right behind its commit; what it sets off is looked for after that.
    """
    texts = [item.text for item in World(3).items(rounds + _WARM_UP)]
    with tempfile.TemporaryDirectory(prefix="sidemind-benchmark-") as folder:
        app = build(Paths.under(Path(folder) / "home"))
        bare = connect(Path(folder) / "bare.db")
        bare.execute("PRAGMA journal_mode = WAL")
        bare.execute("CREATE TABLE items (number INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
        try:
            ours: list[float] = []
            told: list[float] = []
            theirs: list[float] = []
            durable: list[float] = []
            app.hub.subscribe(lambda _: durable.append(time.perf_counter()))
            for text in texts:
                theirs.append(_timed(lambda text=text: bare.execute("INSERT INTO items (text) VALUES (?)", (text,))))
                durable.clear()
                began = time.perf_counter()
                app.capturing.capture(text)
                told.append((time.perf_counter() - began) * 1000)
                ours.append((durable[0] - began) * 1000)
        finally:
            bare.close()
            app.close()
    ours, theirs, told = ours[_WARM_UP:], theirs[_WARM_UP:], told[_WARM_UP:]
    median, bare_median = float(np.median(ours)), float(np.median(theirs))
    yield Figure("capture to durable, median", median, "ms")
    yield Figure("bare SQLite commit (WAL, synchronous=FULL), median", bare_median, "ms")
    yield Figure("capture to durable", median / bare_median, "x", of="a bare SQLite commit", at_most=RATIO_AT_MOST)
    yield Figure("capture to the answer, with what it sets off, median", float(np.median(told)), "ms")
    yield Figure("capture to durable, p99", float(np.percentile(ours, 99)), "ms", at_most=P99_AT_MOST_MS)


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000
