"""What a rehearsal of the user's store costs: seconds of work, memory, and how soon it stops."""

from __future__ import annotations

import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from assistant.app import Paths, build
from assistant.domain.job import Job
from assistant.evaluation.benchmark import Figure
from assistant.evaluation.growing import fill
from assistant.evaluation.world import World

SIZE = 10_000
STOP_AT_MOST_MS = 100.0
_KB_IN_MB = 1024


class _SteppingJob(Job):
    """Notes how long it is from one look at the job to the next: so long a stop takes at most."""

    def __init__(self) -> None:
        super().__init__()
        self.longest_s = self.longest_busy_s = 0.0
        self._last_s, self._last_busy_s = time.perf_counter(), time.process_time()

    def rest(self, _: float) -> None:
        """The pause between two questions is not work."""
        self._last_s, self._last_busy_s = time.perf_counter(), time.process_time()

    def check(self) -> None:
        now_s, busy_s = time.perf_counter(), time.process_time()
        self.longest_s = max(self.longest_s, now_s - self._last_s)
        self.longest_busy_s = max(self.longest_busy_s, busy_s - self._last_busy_s)
        self._last_s, self._last_busy_s = now_s, busy_s
        super().check()


def rehearsal(size: int = SIZE) -> Iterator[Figure]:
    """One rehearsal without its pauses, over a store of so many items."""
    with tempfile.TemporaryDirectory(prefix="sidemind-benchmark-") as folder:
        app = build(Paths.under(Path(folder)))
        try:
            fill(app, World(size), size)
            app.encoding.catch_up(Job())
            app.recalling.recall("today")  # index and graphs are there before, as in a running desktop
            before_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            job = _SteppingJob()
            started = time.perf_counter()
            found = app.rehearsing.rehearse(job, pause=job.rest)
            took_s = time.perf_counter() - started
            grown_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before_kb
        finally:
            app.close()
    yield Figure(f"rehearsal at {size:,} items, work", took_s, "s")
    yield Figure(
        f"rehearsal at {size:,} items, questions learned from", float(found.count if found else 0), "questions"
    )
    yield Figure(f"rehearsal at {size:,} items, longest step", job.longest_s * 1000, "ms", at_most=STOP_AT_MOST_MS)
    yield Figure(f"rehearsal at {size:,} items, longest step, of the processor", job.longest_busy_s * 1000, "ms")
    yield Figure(f"rehearsal at {size:,} items, memory", grown_kb / _KB_IN_MB, "MB")
