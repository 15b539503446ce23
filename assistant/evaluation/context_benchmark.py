"""How long a question's context takes at 1,000 items to a million, through the real store, encoder and scorer.

The time of a machine that others use says little by itself: it is also given as a ratio to reading every text once, the
least that a search without an index would do, measured in the same run, and as the processor's.
"""

from __future__ import annotations

import resource
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import numpy as np

from assistant.app import App, Paths, build
from assistant.domain.item import Item, Language
from assistant.domain.job import Job
from assistant.domain.settings import Settings
from assistant.evaluation.benchmark import Figure
from assistant.evaluation.growing import fill, grow
from assistant.evaluation.world import World
from assistant.memory import prompt

SIZES = (1_000, 10_000, 100_000)
GROWN = (1_000_000,)
QUESTIONS = 200
P95_AT_MOST_MS = {1_000: 10.0, 10_000: 10.0, 100_000: 30.0, 1_000_000: 80.0}
SEARCHES = 150
SEARCH_P95_AT_MOST_MS = 100.0
_FOUND = 50  # as Memory asks for
_RECALLED = 20  # as an answer recalls
_READINGS = 5
_STORE_BYTES = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
_READ_ALL = "SELECT count(*) FROM items WHERE instr(text, ?)"


def context(sizes: tuple[int, ...] = SIZES) -> Iterator[Figure]:
    """Percentiles over questions that were never asked before, the first question apart, and after a capture."""
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="sidemind-benchmark-") as folder:
            app = build(Paths.under(Path(folder)))
            try:
                yield from _measure(app, size)
            finally:
                app.close()


def search(sizes: tuple[int, ...] = SIZES[-1:]) -> Iterator[Figure]:
    """Full-text search for eight of the commonest words, and for words and Chinese as they are asked for."""
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="sidemind-benchmark-") as folder:
            app = build(Paths.under(Path(folder)))
            try:
                world = World(size)
                fill(app, world, size)
                for name, query in (("common words", world.common_words), ("questions", world.question)):
                    times = [_search(app, query()) for _ in range(SEARCHES)]
                    p50, p95 = (float(np.percentile(times, part)) for part in (50, 95))
                    yield Figure(f"search at {size:,} items, {name}, median", p50, "ms")
                    limit = SEARCH_P95_AT_MOST_MS
                    yield Figure(f"search at {size:,} items, {name}, p95", p95, "ms", at_most=limit)
            finally:
                app.close()


def _measure(app: App, size: int) -> Iterator[Figure]:
    world = World(size)
    size = grow(app, world, size)
    first, _ = _ask(app, world.question())
    asked = [_ask(app, world.question()) for _ in range(QUESTIONS)]
    times = [wall for wall, _ in asked]
    after_capture: list[float] = []
    newest: Iterator[Item] = World(size + 1).items(QUESTIONS // 4)
    for item in newest:
        app.items.add(item)
        app.encoding.catch_up(Job())
        after_capture.append(_ask(app, world.question())[0])
    p50, p95 = (float(np.percentile(times, part)) for part in (50, 95))
    yield Figure(f"context at {size:,} items, first question of a process", first, "ms")
    yield Figure(f"context at {size:,} items, median", p50, "ms")
    limit = next((P95_AT_MOST_MS[known] for known in sorted(P95_AT_MOST_MS) if size <= known), None)
    yield Figure(f"context at {size:,} items, p95", p95, "ms", at_most=limit)
    cpu = float(np.percentile([used for _, used in asked], 95))
    yield Figure(f"context at {size:,} items, p95 of processor time", cpu, "ms")
    reading = float(np.median([_read_all(app, world.question()) for _ in range(_READINGS)]))
    yield Figure(f"context at {size:,} items, p95", p95 / reading, "x", of="reading every text once")
    yield Figure(f"context at {size:,} items just after a capture, p95", float(np.percentile(after_capture, 95)), "ms")
    yield Figure(f"memory at {size:,} items", _memory_mb(), "MB")
    yield Figure(f"store at {size:,} items, bytes an item", _store_bytes(app) / size, "bytes")


def _ask(app: App, question: str) -> tuple[float, float]:
    """Milliseconds by the wall and of the processor."""
    now = datetime.fromtimestamp(app.clock.now_ms() / 1000).astimezone()
    started, used = time.perf_counter(), time.process_time()
    weighed = app.recalling.recall(question, limit=_RECALLED)
    prompt.assemble(question, weighed, (), Settings().context_tokens, now, Language.ENGLISH)
    return (time.perf_counter() - started) * 1000, (time.process_time() - used) * 1000


def _read_all(app: App, question: str) -> float:
    started = time.perf_counter()
    with app.database.reading() as connection:
        connection.execute(_READ_ALL, (question,)).fetchone()
    return (time.perf_counter() - started) * 1000


def _memory_mb() -> float:
    """What the process holds now; the most that it ever held where the system does not say."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def _store_bytes(app: App) -> int:
    with app.database.reading() as connection:
        row = connection.execute(
            "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
        ).fetchone()
    return int(row[0]) if row else 0


def _search(app: App, query: str) -> float:
    started = time.perf_counter()
    app.recalling.search(query, limit=_FOUND)
    return (time.perf_counter() - started) * 1000
