"""A small encoder with random weights, in the form of the shipped one and with its vocabulary."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import numpy as np

from assistant.resources import resource
from assistant.training.encoder_graph import EncoderWeights, encoder_graph

DIMENSION = 16


def write_encoder(folder: Path, *, seed: int = 0, precision: str = "int8", **entry: object) -> EncoderWeights:
    """Put graph, vocabulary and manifest into a folder; `entry` overrides what the manifest says. The weights."""
    folder.mkdir(exist_ok=True)
    shipped = json.loads(resource("models", "manifest.json").read_text("utf-8"))["encoder"]
    shutil.copy(resource("models", shipped["vocabulary"]), folder / "encoder.spm")
    draw = np.random.default_rng(seed)
    pieces = shipped["pieces"]
    table = draw.normal(size=(pieces, DIMENSION)).astype(np.float32)
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    magnitude, weight = (draw.uniform(0.1, 1, pieces).astype(np.float32) for _ in range(2))
    weights = EncoderWeights(table, magnitude, weight)
    data = encoder_graph(weights, precision).SerializeToString()
    (folder / "encoder.onnx").write_bytes(data)
    made = {
        "file": "encoder.onnx",
        "sha256": hashlib.sha256(data).hexdigest(),
        "vocabulary": "encoder.spm",
        "vocabulary_sha256": shipped["vocabulary_sha256"],
        "version": 1,
        "dimension": DIMENSION,
        "pieces": pieces,
        "origin": "random",
    }
    (folder / "manifest.json").write_text(json.dumps({"encoder": made | entry}))
    return weights
