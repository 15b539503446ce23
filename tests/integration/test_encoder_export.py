"""The exported encoder says what its weights say, and the measures are what they claim to be."""

from __future__ import annotations

import hashlib
import json

import numpy as np
import onnxruntime
import pytest

from assistant.models import providers
from assistant.resources import resource
from assistant.training.corpus import SOURCES
from assistant.training.encoder_bags import Bags
from assistant.training.encoder_check import maximal, pooled, spearman
from assistant.training.encoder_export import Origin, export_encoder
from assistant.training.encoder_graph import EncoderWeights, encoder_graph, quantised, rounded

PIECES, DIMENSION = 50, 16
TEXTS = Bags.of([[3, 4, 5], [6], [7, 3, 3, 8, 49]])


def some_weights(seed: int = 0) -> EncoderWeights:
    draw = np.random.default_rng(seed)
    table = draw.normal(size=(PIECES, DIMENSION)).astype(np.float32)
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    table[0] = 0
    return EncoderWeights(table, draw.random(PIECES).astype(np.float32), draw.random(PIECES).astype(np.float32))


def run(weights: EncoderWeights, precision: str, outputs: list[str], bags: Bags = TEXTS) -> list[np.ndarray]:
    graph = encoder_graph(weights, precision).SerializeToString()
    session = onnxruntime.InferenceSession(graph, providers=[providers.CPU])
    return session.run(outputs, {"pieces": bags.pieces, "offsets": bags.offsets})


@pytest.mark.parametrize(("precision", "tolerance"), [("int8", 0.02), ("int4", 0.2), ("fp16", 0.001)])
@pytest.mark.parametrize("seed", range(3))
def test_the_graph_pools_as_the_formula_does(precision, tolerance, seed):
    weights = some_weights(seed)
    (vectors,) = run(weights, precision, ["vectors"])
    assert np.abs(vectors - pooled(weights, TEXTS)).max() < tolerance
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(3), abs=1e-5)


@pytest.mark.parametrize("precision", ["int8", "int4", "fp16"])
def test_the_graph_is_what_rounding_says(precision):
    weights = some_weights()
    (vectors,) = run(weights, precision, ["vectors"])
    assert vectors == pytest.approx(pooled(rounded(weights, precision), TEXTS), abs=1e-5)


def test_a_table_in_four_bits_comes_out_as_bytes_and_is_stored_in_half():
    weights = some_weights()
    table, scale = run(weights, "int4", ["table", "scale"])
    assert table.dtype == np.int8
    assert np.abs(table).max() <= 7
    assert table * scale[:, None] == pytest.approx(rounded(weights, "int4").table, abs=1e-6)
    sizes = [len(encoder_graph(wide(), precision).SerializeToString()) for precision in ("int4", "int8")]
    assert sizes[0] < 0.65 * sizes[1]


def wide() -> EncoderWeights:
    table = np.random.default_rng(0).normal(size=(2000, 64)).astype(np.float32)
    return EncoderWeights(table, np.ones(2000, np.float32), np.ones(2000, np.float32))


def test_a_text_has_the_same_vector_alone_and_among_others():
    weights = some_weights()
    (together,) = run(weights, "int8", ["vectors"])
    for row in range(len(TEXTS)):
        (alone,) = run(weights, "int8", ["vectors"], TEXTS.take(np.array([row])))
        assert alone[0] == pytest.approx(together[row], abs=1e-6)


def test_a_text_of_unknown_pieces_has_no_direction_and_no_nan():
    (vectors,) = run(some_weights(), "int8", ["vectors"], Bags.of([[0], [0, 0]]))
    assert (vectors == 0).all()


def test_the_table_comes_out_of_the_graph_with_unit_rows():
    weights = some_weights()
    table, scale, weight = run(weights, "int8", ["table", "scale", "weight"])
    assert table.dtype == np.int8
    rows = table * scale[:, None]
    assert np.linalg.norm(rows[1:], axis=1) == pytest.approx(np.ones(PIECES - 1), abs=1e-5)
    assert scale[0] == 0
    assert np.abs(rows - weights.table).max() < 0.01
    assert weight == pytest.approx(weights.weight)


def test_quantising_twice_changes_nothing():
    table, scale = quantised(some_weights().table)
    again, _ = quantised(table * scale[:, None])
    assert (again == table).all()


def test_both_files_and_the_entry_are_written_and_other_entries_stay(tmp_path):
    (tmp_path / "manifest.json").write_text('{"scorer": {"file": "scorer.onnx"}}')
    size = export_encoder(some_weights(), b"pieces", tmp_path, Origin("test", 7, {"rho": 0.5}))
    content = json.loads((tmp_path / "manifest.json").read_text())
    entry = content["encoder"]
    assert content["scorer"] == {"file": "scorer.onnx"}
    assert (entry["pieces"], entry["dimension"], entry["seed"]) == (PIECES, DIMENSION, 7)
    for name, digest in (("file", "sha256"), ("vocabulary", "vocabulary_sha256")):
        assert hashlib.sha256((tmp_path / entry[name]).read_bytes()).hexdigest() == entry[digest]
    assert size == sum((tmp_path / entry[name]).stat().st_size for name in ("file", "vocabulary"))
    assert {"CC-CEDICT", "WordNet 3.1"} <= {source["name"] for source in entry["training_data"]}


def test_the_same_weights_give_the_same_files(tmp_path):
    for place in ("one", "two"):
        export_encoder(some_weights(), b"pieces", tmp_path / place, Origin("test", 0, {}))
    assert (tmp_path / "one/encoder.onnx").read_bytes() == (tmp_path / "two/encoder.onnx").read_bytes()


def test_max_sim_takes_the_best_partner_of_each_piece():
    weights = some_weights()
    weights.weight[:] = 0
    weights.weight[[3, 4]] = 1, 3
    cosines = weights.table @ weights.table.T
    scores = maximal(weights, [3, 4], TEXTS)
    assert scores[0] == pytest.approx(1.0, abs=1e-5)
    assert scores[1] == pytest.approx((cosines[3, 6] + 3 * cosines[4, 6]) / 4, abs=1e-5)


def test_rank_correlation_shares_the_ranks_of_equals():
    assert spearman(np.array([1, 2, 3, 4]), np.array([10, 20, 30, 99])) == pytest.approx(1)
    assert spearman(np.array([1, 2, 3]), np.array([3, 2, 1])) == pytest.approx(-1)
    assert spearman(np.array([1, 2, 2, 3]), np.array([1, 2, 3, 4])) == pytest.approx(0.9486832980505138)


def test_the_shipped_notice_names_every_work_that_the_encoder_learned_from():
    notice = resource("models", "NOTICE.md").read_text("utf-8")
    entry = json.loads(resource("models", "manifest.json").read_text("utf-8"))["encoder"]
    assert {source["name"] for source in entry["training_data"]} == {source.name for source in SOURCES}
    for source in SOURCES:
        assert source.name in notice
