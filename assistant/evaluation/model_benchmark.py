"""Tokens per second through the worker process against llama-cpp-python alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from assistant.evaluation.benchmark import Figure
from assistant.evaluation.benchmark_generator import measure

RATIO_AT_LEAST = 0.95
STOP_AT_MOST_MS = 200.0


def language_model(model: Path | None = None) -> Iterator[Figure]:
    """With a GGUF file, or with one of random weights that is made for it."""
    figures = measure(model)
    yield Figure("language model through the worker", figures.worker_tokens_per_s, "tokens/s")
    yield Figure("llama-cpp-python alone", figures.alone_tokens_per_s, "tokens/s")
    yield Figure(
        "language model through the worker", figures.ratio, "x", of="llama-cpp-python alone", at_least=RATIO_AT_LEAST
    )
    yield Figure("stop, median", figures.stop_p50_s * 1000, "ms")
    yield Figure("stop, worst", figures.stop_worst_s * 1000, "ms", at_most=STOP_AT_MOST_MS)
    yield Figure("killed model to its next token", figures.restart_s * 1000, "ms")
