"""The encoder computes what its weights say, on whatever device, and nothing but our own graph is run."""

from __future__ import annotations

import hashlib
import json

import numpy as np
import pytest
from onnx import TensorProto, helper, load, save

from assistant.domain.errors import ModelInvalid, ModelMissing
from assistant.memory.likeness import likeness
from assistant.models import providers
from assistant.models.encoder import MOST_PIECES, OnnxEncoder
from assistant.resources import resource
from tests.fakes import bags_of
from tests.tiny_encoder import DIMENSION, write_encoder

TEXTS = ["Anna likes oolong tea", "the meeting moved to Friday", "", "会议改到星期五", "tea"]


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "models"


def vouch_for(folder, file, key, data):
    (folder / file).write_bytes(data)
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest["encoder"][key] = hashlib.sha256(data).hexdigest()
    (folder / "manifest.json").write_text(json.dumps(manifest))


@pytest.mark.parametrize("precision", ["int8", "fp16"])
def test_a_vector_is_the_weighed_sum_of_its_pieces(folder, precision):
    weights = write_encoder(folder, precision=precision)
    encoder = OnnxEncoder(folder)
    pieces = [encoder.pieces(text) for text in TEXTS]

    sums = np.stack([weights.magnitude[some] @ weights.table[some] for some in pieces])
    expected = sums / np.linalg.norm(sums, axis=1, keepdims=True)

    assert encoder.vectors(pieces) == pytest.approx(expected, abs=0.03)


def test_many_texts_have_the_vectors_that_each_has_alone(folder):
    write_encoder(folder)
    encoder = OnnxEncoder(folder)
    pieces = [encoder.pieces(f"note {number} about tea") for number in range(700)]

    together = encoder.vectors(pieces)

    assert together.shape == (700, DIMENSION)
    assert encoder.vectors([]).shape == (0, DIMENSION)
    for place in (0, 255, 256, 699):
        assert encoder.vectors([pieces[place]])[0] == pytest.approx(together[place], abs=1e-6)


def test_the_same_texts_have_the_same_vectors_every_time():
    encoder = OnnxEncoder(resource("models"), prefer_cuda=False)
    texts = [
        encoder.pieces(f"note {number} about the boat, the budget and {number * 7} other things")
        for number in range(256)
    ]
    first = encoder.vectors(texts)
    for _ in range(200):  # with two threads one run in forty lost a sum
        assert np.array_equal(encoder.vectors(texts), first)


def test_likeness_is_the_best_of_the_passage_for_every_piece_of_the_focus(folder):
    weights = write_encoder(folder)
    encoder = OnnxEncoder(folder)
    focus = encoder.pieces("which tea does Anna like")
    passages = [encoder.pieces(text) for text in TEXTS] + [np.empty(0, np.uint16)]

    found = likeness(encoder, focus, bags_of(passages))

    for value, passage in zip(found[:-1], passages[:-1], strict=True):
        best = (weights.table[focus] @ weights.table[passage].T).max(axis=1)
        assert value == pytest.approx(np.average(best, weights=weights.weight[focus]), abs=0.02)
    assert found[-1] == 0


def test_every_text_has_pieces_and_a_long_one_counts_with_its_beginning(folder):
    write_encoder(folder)
    encoder = OnnxEncoder(folder)

    assert len(encoder.pieces("")) == len(encoder.pieces(" \n")) == 1
    assert len(encoder.pieces("tea " * 100_000)) == MOST_PIECES
    assert encoder.pieces("tea " * 100_000).tolist() == encoder.pieces("tea " * 1_000).tolist()
    assert encoder.pieces("half a \ud800 thought").dtype == np.uint16


def test_the_shipped_encoder_brings_languages_together():
    encoder = OnnxEncoder(resource("models"))
    english, chinese, other = encoder.vectors(
        [encoder.pieces(text) for text in ("I drink tea with milk", "我喝牛奶茶", "the printer is broken again")]
    )

    assert english @ chinese > english @ other
    assert english @ chinese > chinese @ other


def test_it_gives_its_memory_back_when_it_is_not_used_and_comes_back(folder):
    write_encoder(folder)
    encoder = OnnxEncoder(folder)
    assert not encoder.rest(0)
    before = encoder.vectors([encoder.pieces("tea")])

    assert not encoder.rest(3600)
    assert encoder.rest(0)
    assert not encoder.rest(0)
    assert encoder.vectors([encoder.pieces("tea")]).tolist() == before.tolist()


def test_it_says_what_it_runs_on(folder):
    write_encoder(folder)

    assert OnnxEncoder(folder, prefer_cuda=False).provider == "CPU (CUDA not wanted)"
    assert OnnxEncoder(folder).provider == providers.choose(prefer_cuda=True)[1]


def test_cuda_and_cpu_agree(folder):
    write_encoder(folder)
    cuda, cpu = OnnxEncoder(folder), OnnxEncoder(folder, prefer_cuda=False)
    if cuda.provider != "CUDA":
        pytest.skip(f"nothing to compare with the CPU here: {cuda.provider}")
    pieces = [cpu.pieces(f"{text} {number}") for text in TEXTS for number in range(100)]

    assert cuda.vectors(pieces) == pytest.approx(cpu.vectors(pieces), abs=1e-3)
    assert cuda.similarities(pieces[0], pieces[1]) == pytest.approx(cpu.similarities(pieces[0], pieces[1]), abs=1e-3)


def test_another_file_has_another_name(folder):
    write_encoder(folder, seed=0)
    first = OnnxEncoder(folder).name
    write_encoder(folder, seed=1)

    assert len({first, OnnxEncoder(folder).name, ""}) == 3


def test_without_an_entry_or_a_file_there_is_no_encoder(folder):
    write_encoder(folder)
    (folder / "encoder.spm").unlink()
    with pytest.raises(ModelMissing):
        OnnxEncoder(folder).pieces("tea")

    (folder / "manifest.json").write_text("{}")
    assert OnnxEncoder(folder).name == ""
    with pytest.raises(ModelMissing):
        OnnxEncoder(folder).pieces("tea")


@pytest.mark.parametrize("file", ["encoder.onnx", "encoder.spm"])
def test_a_file_whose_hash_is_not_the_manifests_is_refused(folder, file):
    write_encoder(folder)
    (folder / file).write_bytes((folder / file).read_bytes() + b"\n")

    with pytest.raises(ModelInvalid, match="hash"):
        OnnxEncoder(folder).pieces("tea")


@pytest.mark.parametrize(("file", "key"), [("encoder.onnx", "sha256"), ("encoder.spm", "vocabulary_sha256")])
def test_a_file_that_is_no_model_is_refused(folder, file, key):
    write_encoder(folder)
    vouch_for(folder, file, key, b"not a model")

    with pytest.raises(ModelInvalid):
        OnnxEncoder(folder).pieces("tea")


@pytest.mark.parametrize("entry", [{"dimension": 8}, {"pieces": 31_000}, {"version": 2}, {"pieces": 70_000}])
def test_a_graph_of_another_shape_is_refused(folder, entry):
    write_encoder(folder, **entry)

    with pytest.raises(ModelInvalid):
        OnnxEncoder(folder).vectors([np.array([1], np.uint16)])


def test_a_graph_that_reads_other_files_is_refused(folder):
    write_encoder(folder)
    (folder / "secret.bin").write_bytes(bytes(64))
    model = load(folder / "encoder.onnx")
    outside = helper.make_tensor("outside", TensorProto.FLOAT, [16], bytes(64), raw=True)
    outside.ClearField("raw_data")
    outside.data_location = TensorProto.EXTERNAL
    outside.external_data.add(key="location", value="secret.bin")
    model.graph.initializer.append(outside)
    save(model, folder / "encoder.onnx")
    vouch_for(folder, "encoder.onnx", "sha256", (folder / "encoder.onnx").read_bytes())

    with pytest.raises(ModelInvalid, match="external data"):
        OnnxEncoder(folder).pieces("tea")


def test_a_manifest_may_not_lead_out_of_its_folder(folder):
    write_encoder(folder, vocabulary="../encoder.spm")

    with pytest.raises(ModelInvalid, match="manifest"):
        OnnxEncoder(folder).pieces("tea")
