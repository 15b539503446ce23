"""Writes the encoder (graph and vocabulary) to a models folder, with its entry in the manifest."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.training.corpus import SOURCES
from assistant.training.encoder_graph import OPSET, EncoderWeights, encoder_graph
from assistant.training.entries import write_entry

ENCODER_FILE = "encoder.onnx"
VOCABULARY_FILE = "encoder.spm"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an encoder came from: how it was trained, with which command and seed, and what it measures."""

    how: str
    seed: int
    metrics: dict[str, float]


def export_encoder(
    weights: EncoderWeights, vocabulary: bytes, folder: Path, origin: Origin, precision: str = "int8"
) -> int:
    """Write both files (`precision`: see `encoder_graph`) and the manifest's entry. How many bytes the files have."""
    data = encoder_graph(weights, precision).SerializeToString(deterministic=True)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / ENCODER_FILE).write_bytes(data)
    (folder / VOCABULARY_FILE).write_bytes(vocabulary)
    pieces, dimension = weights.table.shape
    entry: dict[str, Any] = {
        "file": ENCODER_FILE,
        "sha256": hashlib.sha256(data).hexdigest(),
        "vocabulary": VOCABULARY_FILE,
        "vocabulary_sha256": hashlib.sha256(vocabulary).hexdigest(),
        "version": VERSION,
        "dimension": dimension,
        "pieces": pieces,
        "precision": precision,
        "opset": OPSET,
        "origin": origin.how,
        "seed": origin.seed,
        "training_data": [{"name": source.name, "licence": source.licence} for source in SOURCES],
        "metrics": {name: round(value, 4) for name, value in origin.metrics.items()},
    }
    write_entry(folder, "encoder", entry)
    return len(data) + len(vocabulary)
