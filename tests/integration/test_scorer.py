"""The graph does what the formula on paper says, and nothing but our own graph is run."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import replace

import numpy as np
import pytest
from onnx import TensorProto, helper, load, numpy_helper, save

from assistant.domain.errors import ModelInvalid, ModelMissing
from assistant.memory import attention, features
from assistant.memory.attention import Need, ScorerWeights
from assistant.models import providers
from assistant.models.scorer import OnnxScorer
from assistant.resources import resource
from assistant.training.__main__ import main
from assistant.training.export import export_scorer

WIDTH = len(features.FEATURES)


def random_weights(seed, heads=3, hidden=5, has_need=False):
    """Weights of every part drawn at random."""
    draw = np.random.default_rng(seed)
    anchors, context = len(attention.ANCHORS), WIDTH - features.EVIDENCE

    def some(*shape):
        return draw.normal(scale=0.2, size=shape).astype(np.float32)

    return ScorerWeights(
        anchor=some(anchors),
        gate=some(anchors, context),
        gate_bias=some(anchors),
        mean=some(WIDTH),
        spread=1 + abs(some(WIDTH)),
        projection=some(heads, hidden, WIDTH),
        bias=some(heads, hidden),
        value=some(heads, hidden),
        skip=some(WIDTH),
        bound=2.0,
        need=Need(some(hidden, context + 2), some(hidden), some(hidden), 0.4) if has_need else None,
    )


def some_features(count=20, seed=0):
    pairs = np.random.default_rng(seed).exponential(3, (count, WIDTH)).astype(np.float32)
    pairs[:, features.EVIDENCE :] = pairs[0, features.EVIDENCE :]  # context is the same for all candidates
    return pairs


@pytest.fixture
def folder(tmp_path):
    copied = tmp_path / "models"
    shutil.copytree(resource("models"), copied)
    return copied


def write(folder, data, **entry):
    """Put a file into the folder under a manifest that vouches for it."""
    (folder / "scorer.onnx").write_bytes(data)
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest["scorer"] |= {"sha256": hashlib.sha256(data).hexdigest(), **entry}
    (folder / "manifest.json").write_text(json.dumps(manifest))


def test_the_training_room_makes_the_free_baseline(tmp_path):
    assert main(["baseline", "--out", str(tmp_path)]) == 0
    pairs = some_features(40)
    made, formula = OnnxScorer(tmp_path).score(pairs), attention.score(attention.baseline_weights(), pairs)
    for ours, reference in zip(made, formula, strict=True):
        assert ours == pytest.approx(reference, abs=1e-4, rel=1e-5)


def test_the_shipped_scorer_says_where_it_comes_from():
    entry = json.loads(resource("models", "manifest.json").read_text("utf-8"))["scorer"]
    assert entry["feature_version"] == features.VERSION
    assert entry["features"] == [feature.name for feature in features.FEATURES]
    assert all(one["name"] and one["licence"] for one in entry["training_data"])
    assert not any("locomo" in one["name"].casefold() for one in entry["training_data"])


@pytest.mark.parametrize("seed", range(4))
def test_the_graph_agrees_with_the_reference_for_any_weights(tmp_path, seed):
    weights = random_weights(seed, has_need=seed % 2 == 1)
    export_scorer(weights, tmp_path, origin="test", training_data=[])
    pairs = some_features(seed=seed)
    for ours, reference in zip(OnnxScorer(tmp_path).score(pairs), attention.score(weights, pairs), strict=True):
        assert ours == pytest.approx(reference, abs=1e-5, rel=1e-5)


@pytest.mark.parametrize("may_be_masked", [True, False])
def test_what_is_not_explained_weighs_the_same(folder, may_be_masked):
    model = load(folder / "scorer.onnx")
    if not may_be_masked:  # a graph that was made before masks could be given
        del model.graph.input[1]
        write(folder, model.SerializeToString())
    scorer, pairs = OnnxScorer(folder), some_features(30)
    logits, weights, contributions = scorer.score(pairs)
    for ours, explained in zip(scorer.score(pairs, explain=False), (logits, weights, 0 * contributions), strict=True):
        assert ours == pytest.approx(explained, abs=1e-6)
    assert scorer.score(pairs[[3, 7]])[2] == pytest.approx(contributions[[3, 7]], abs=1e-6)


def test_the_weights_sum_to_the_probability_that_the_store_can_answer():
    pairs = some_features(7)
    logits, weights, _ = attention.score(random_weights(3, has_need=True), pairs)
    assert 0 < attention.answerable(weights) < 1
    assert np.log(np.exp(logits).sum()) == pytest.approx(np.log(weights.sum() / (1 - weights.sum())), abs=1e-4)
    assert attention.answerable(attention.score(random_weights(3), pairs)[1]) == pytest.approx(1)


def test_hardly_any_need_is_silence_unless_the_words_are_strange():
    little, enough = np.array([0.02, 0.005], np.float32), np.array([0.3, 0.1], np.float32)
    assert attention.is_silent(little)
    assert not attention.is_silent(enough)
    assert not attention.is_silent(little, unknown=1.0)
    assert attention.is_silent(little / 100, unknown=1.0)


def test_the_correction_never_overrules_the_anchor_by_more_than_its_bound():
    weights, pairs = random_weights(6), some_features(50)
    strong = replace(weights, value=weights.value * 1000, skip=weights.skip * 1000)
    silent = replace(weights, value=weights.value * 0, skip=weights.skip * 0)
    corrected, alone = (attention.score(one, pairs)[0] for one in (strong, silent))
    assert 0.5 < abs(corrected - alone).max() <= weights.bound + 1e-4


def test_a_contribution_is_what_leaving_its_group_out_takes_away():
    weights, pairs = random_weights(4), some_features(5)
    logits, _, contributions = attention.score(weights, pairs)
    for column, group in enumerate(features.GROUPS):
        left_out = pairs * [feature.group is not group for feature in features.FEATURES]
        without, _, _ = attention.score(weights, left_out.astype(np.float32))
        assert contributions[:, column] == pytest.approx(logits - without, abs=1e-4)


def test_it_says_what_it_runs_on_and_why(monkeypatch):
    assert OnnxScorer(resource("models"), prefer_cuda=False).provider == "CPU (CUDA not wanted)"
    monkeypatch.setattr(providers, "_has_device", lambda: False)
    assert OnnxScorer(resource("models")).provider.startswith("CPU (")


def test_no_candidates_give_empty_arrays():
    shapes = [one.shape for one in OnnxScorer(resource("models")).score(np.empty((0, WIDTH), np.float32))]
    assert shapes == [(0,), (0,), (0, len(features.GROUPS))]


def refused(folder):
    with pytest.raises(ModelInvalid) as caught:
        OnnxScorer(folder).score(some_features())
    return caught.value.facts["reason"]


def test_a_missing_file_and_a_missing_folder_are_missing(folder):
    (folder / "scorer.onnx").unlink()
    for place in (folder, folder / "nowhere"):
        with pytest.raises(ModelMissing):
            OnnxScorer(place).score(some_features())


def test_a_changed_file_is_refused(folder):
    data = bytearray((folder / "scorer.onnx").read_bytes())
    data[-1] ^= 1
    (folder / "scorer.onnx").write_bytes(data)
    assert refused(folder) == "hash"


@pytest.mark.parametrize("data", [b"", b"not a graph" * 100, b"\x08\x08" * 50, b"GGUF" + bytes(1000)])
def test_garbage_is_refused_even_when_the_manifest_vouches_for_it(folder, data):
    write(folder, data)
    assert refused(folder) == "not a usable ONNX graph"


def test_a_truncated_graph_is_refused(folder):
    write(folder, (folder / "scorer.onnx").read_bytes()[:-200])
    assert refused(folder)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"scorer": {"file": "../x"}}', '{"scorer": 3}', "\0"])
def test_a_bad_manifest_is_refused(folder, text):
    (folder / "manifest.json").write_text(text)
    assert refused(folder) == "manifest"


def test_a_manifest_may_not_point_elsewhere(folder):
    write(folder, (folder / "scorer.onnx").read_bytes(), file="../scorer.onnx")
    assert refused(folder) == "manifest"


def test_a_graph_with_external_data_is_refused(folder, tmp_path):
    model = load(folder / "scorer.onnx")
    save(model, tmp_path / "external.onnx", save_as_external_data=True, size_threshold=0, location="weights.bin")
    write(folder, (tmp_path / "external.onnx").read_bytes())
    assert refused(folder) == "external data"


def test_a_graph_of_another_shape_is_refused(folder):
    constant = numpy_helper.from_array(np.ones((WIDTH + 1, 1), np.float32), "w")
    nodes = [
        helper.make_node("MatMul", ["features", "w"], ["contributions"]),
        helper.make_node("ReduceSum", ["contributions"], ["logits"], keepdims=0),
        helper.make_node("Identity", ["logits"], ["weights"]),
    ]
    given = [helper.make_tensor_value_info("features", TensorProto.FLOAT, ["n", WIDTH + 1])]
    made = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in ("logits", "weights", "contributions")
    ]
    graph = helper.make_graph(nodes, "other", given, made, [constant])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    write(folder, model.SerializeToString())
    assert refused(folder) == "wrong shape"
    names = [f"f{place}" for place in range(WIDTH + 1)]
    write(folder, model.SerializeToString(), features=names)
    assert refused(folder)


def test_features_of_another_width_are_refused():
    with pytest.raises(ModelInvalid):
        OnnxScorer(resource("models")).score(np.ones((2, WIDTH + 1), np.float32))


def test_it_gives_its_memory_back_when_it_is_not_used_and_comes_back():
    scorer, pairs = OnnxScorer(resource("models")), some_features(5)
    assert not scorer.rest(0)
    before = scorer.score(pairs)

    assert not scorer.rest(3600)
    assert scorer.rest(0)
    assert not scorer.rest(0)
    for ours, earlier in zip(scorer.score(pairs), before, strict=True):
        assert ours.tolist() == earlier.tolist()
