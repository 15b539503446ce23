"""How much the process around the language model costs: its speed against llama-cpp-python alone, stop and restart.

Both sides use the same file, prompt, context, threads and greedy sampling, keep the prompt that they have read, and
take turns, so that what else the machine does falls on both. The clock runs from the request to the last token.
"""

from __future__ import annotations

import os
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from assistant.domain.conversation import Message
from assistant.domain.errors import ModelCrashed
from assistant.domain.job import Cancelled, Job
from assistant.evaluation.random_model import write_random_model
from assistant.models.generator import Limits, LlamaGenerator
from assistant.models.model_files import ModelFilesJson

_CONTEXT = 2048
_PROMPT = "note " * 20
_RENDERED = f"\nUser: {_PROMPT}\nAssistant:"  # what the plain template makes of it
_ALONE = """
import sys, time, llama_cpp
path, tokens, context, threads, prompt = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), sys.argv[5]
llama = llama_cpp.Llama(path, n_ctx=context, n_threads=threads, n_threads_batch=threads, verbose=False)
ids = llama.tokenize(prompt.encode())
for line in sys.stdin:
    written, started = 0, time.perf_counter()
    for token in llama.generate(ids, temp=0.0):
        text = llama.detokenize([token])
        written += 1
        if written == tokens:
            break
    print(written / (time.perf_counter() - started), flush=True)
"""


@dataclass(frozen=True, slots=True)
class Figures:
    """Tokens a second on both sides in the least disturbed round, as `timeit` advises; seconds for the rest."""

    worker_tokens_per_s: float
    alone_tokens_per_s: float
    ratio: float
    stop_p50_s: float
    stop_worst_s: float
    restart_s: float


def measure(model: Path | None = None, *, tokens: int = 200, rounds: int = 12, stops: int = 20) -> Figures:
    """Measure with `model`, or with one of random weights."""
    with tempfile.TemporaryDirectory() as folder:
        path = model or write_random_model(Path(folder) / "random.gguf")
        files = ModelFilesJson(Path(folder) / "models.json")
        files.add(str(path))
        threads = max(1, (os.cpu_count() or 2) // 2)
        limits = Limits(context_tokens=_CONTEXT, threads=threads, temperature=0.0, backoff_s=0.0, deaths=1000)
        generator = LlamaGenerator(files, lambda: 64, limits)
        try:
            speeds = _speeds(generator, path, tokens, rounds, threads)
            stop_s = sorted(_stop_s(generator) for _ in range(stops))
            restart_s = statistics.median(_restart_s(generator) for _ in range(3))
        finally:
            generator.close()
    worker, alone = (max(side) for side in zip(*speeds, strict=True))
    return Figures(
        worker_tokens_per_s=worker,
        alone_tokens_per_s=alone,
        ratio=worker / alone,
        stop_p50_s=statistics.median(stop_s),
        stop_worst_s=stop_s[-1],
        restart_s=restart_s,
    )


def report(figures: Figures) -> str:
    """The figures in lines, with the goals."""
    return "\n".join(
        [
            f"language model, tokens/s through the worker    {figures.worker_tokens_per_s:10.1f}",
            f"language model, tokens/s llama-cpp-python      {figures.alone_tokens_per_s:10.1f}",
            f"ratio (goal >= 0.95)                           {figures.ratio:10.3f}",
            f"stop, median / worst in ms (goal <= 200)       {figures.stop_p50_s * 1000:10.1f}"
            f" / {figures.stop_worst_s * 1000:.1f}",
            f"killed to first new token in s (goal <= 2)     {figures.restart_s:10.2f}",
        ]
    )


def _speeds(generator: LlamaGenerator, path: Path, tokens: int, rounds: int, threads: int) -> list[tuple[float, float]]:
    """Pairs of tokens a second, worker first; one round to warm up is thrown away."""
    arguments = [str(path), str(tokens), str(_CONTEXT), str(threads), _RENDERED]
    alone = subprocess.Popen(  # noqa: S603 - our own script, no shell
        [sys.executable, "-c", _ALONE, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with alone:
        assert alone.stdin is not None  # noqa: S101 - pipes were asked for
        assert alone.stdout is not None  # noqa: S101
        pairs: list[tuple[float, float]] = []
        for _ in range(rounds + 1):
            mine = _worker_speed(generator, tokens)
            alone.stdin.write("go\n")
            alone.stdin.flush()
            pairs.append((mine, float(alone.stdout.readline())))
        alone.stdin.close()
    return pairs[1:]


def _worker_speed(generator: LlamaGenerator, tokens: int) -> float:
    """Tokens a second from the request to the last piece, as the worker's caller sees them."""
    started = time.perf_counter()
    for _ in generator.stream([Message("user", _PROMPT)], max_tokens=tokens, job=Job()):
        pass
    return generator.tokens_written / (time.perf_counter() - started)


def _stop_s(generator: LlamaGenerator) -> float:
    """From the wish to stop until the caller has control again and the model is silent."""
    job = Job()
    wished: list[float] = []

    def stop() -> None:
        wished.append(time.perf_counter())
        job.cancel()

    timer = threading.Timer(0.05, stop)
    try:
        for position, _ in enumerate(generator.stream([Message("user", "x")], max_tokens=_CONTEXT, job=job)):
            if position == 0:
                timer.start()
    except Cancelled:
        return time.perf_counter() - wished[0]
    finally:
        timer.cancel()
    return 0.0  # it had written all it could before the timer rang


def _restart_s(generator: LlamaGenerator) -> float:
    """From a kill -9 in the middle of an answer to the first piece of the next one."""
    killed = 0.0
    try:
        for _ in generator.stream([Message("user", "x")], max_tokens=_CONTEXT, job=Job()):
            process_id = generator.process_id
            if not killed and process_id is not None:
                killed = time.perf_counter()
                os.kill(process_id, signal.SIGKILL)
    except ModelCrashed:
        next(iter(generator.stream([Message("user", "x")], max_tokens=1, job=Job())))
    return time.perf_counter() - killed


if __name__ == "__main__":
    print(report(measure(Path(sys.argv[1]) if len(sys.argv) > 1 else None)))
