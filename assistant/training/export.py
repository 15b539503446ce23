# pyright: basic
"""Writes a scorer to a models folder and proves that the program's own scorer agrees with the reference on it."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import numpy as np

from assistant.memory import attention, features
from assistant.memory.attention import ScorerWeights
from assistant.models.scorer import OnnxScorer
from assistant.training.entries import write_entry
from assistant.training.graph import OPSET, scorer_graph

SCORER_FILE = "scorer.onnx"
TOLERANCE = 1e-4


def export_scorer(
    weights: ScorerWeights,
    folder: Path,
    *,
    origin: str,
    training_data: list[dict[str, str]],
    more: dict[str, Any] | None = None,
) -> float:
    """Write `scorer.onnx` and `manifest.json`. The largest difference from the reference on 1,000 random rows."""
    data = scorer_graph(weights).SerializeToString(deterministic=True)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / SCORER_FILE).write_bytes(data)
    entry = {
        "file": SCORER_FILE,
        "sha256": hashlib.sha256(data).hexdigest(),
        "feature_version": features.VERSION,
        "features": [feature.name for feature in features.FEATURES],
        "groups": [group.value for group in features.GROUPS],
        "dimension": 0,
        "opset": OPSET,
        "origin": origin,
        "training_data": training_data,
        **(more or {}),
    }
    write_entry(folder, "scorer", entry)
    return _difference(weights, folder)


def _difference(weights: ScorerWeights, folder: Path) -> float:
    pairs = np.random.default_rng(0).exponential(4.0, (1000, len(features.FEATURES))).astype(np.float32)
    pairs[:, features.EVIDENCE :] = pairs[0, features.EVIDENCE :]  # context is the same for all candidates
    ours, reference = OnnxScorer(folder, prefer_cuda=False).score(pairs), attention.score(weights, pairs)
    difference = max(float(np.abs(one - other).max()) for one, other in zip(ours, reference, strict=True))
    if difference > TOLERANCE:
        raise AssertionError(f"the exported graph differs from the reference by {difference}")
    return difference
