"""The list of model files on a real disk."""

from __future__ import annotations

import json
import struct
import threading
from pathlib import Path

import pytest

from assistant.domain.errors import ModelInvalid, ModelMissing, StoreReadOnly
from assistant.models.model_files import ModelFilesJson
from assistant.models.model_probe import Probed, probe
from tests.tiny_gguf import write_killer, write_tiny_gguf


def fake_probe(path: str, file_name: str, memory_gb: int) -> Probed:
    del path, file_name, memory_gb
    return Probed("llama", "chatml")


@pytest.fixture
def files(tmp_path: Path) -> ModelFilesJson:
    return ModelFilesJson(tmp_path / "list" / "models.json", try_out=fake_probe)


def model(folder: Path, name: str, seed: int = 1) -> str:
    return str(write_tiny_gguf(folder / name, seed=seed, layers=1, width=32))


def test_a_new_list_is_empty(files: ModelFilesJson) -> None:
    assert files.all() == []
    assert files.current() is None


def test_the_first_model_is_the_current_one(files: ModelFilesJson, tmp_path: Path) -> None:
    first = files.add(model(tmp_path, "one.gguf"))
    second = files.add(model(tmp_path, "two.gguf", 2))
    assert (first.is_current, second.is_current) == (True, False)
    assert [file.name for file in files.all()] == ["one", "two"]
    assert files.current() == first
    assert files.use("two").is_current
    assert [file.name for file in files.all() if file.is_current] == ["two"]


def test_a_glance_tells_whether_a_file_is_in_its_place(files: ModelFilesJson, tmp_path: Path) -> None:
    path = Path(model(tmp_path, "one.gguf"))
    added = files.add(str(path))
    assert files.is_there(added)
    path.write_bytes(path.read_bytes()[:-1])
    assert not files.is_there(added)
    path.unlink()
    assert not files.is_there(added)


def test_adding_a_file_again_renews_its_entry(files: ModelFilesJson, tmp_path: Path) -> None:
    path = model(tmp_path, "one.gguf")
    first = files.add(path)
    model(tmp_path, "one.gguf", 2)
    second = files.add(path)
    assert files.all() == [second]
    assert second.sha256 != first.sha256
    assert second.is_current


def test_two_files_of_one_name_get_two_names(files: ModelFilesJson, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    files.add(model(tmp_path / "a", "same.gguf"))
    files.add(model(tmp_path / "b", "same.gguf"))
    assert [file.name for file in files.all()] == ["same", "same-2"]


def test_the_list_is_for_its_owner_alone_and_the_model_is_not_touched(files: ModelFilesJson, tmp_path: Path) -> None:
    path = Path(model(tmp_path, "one.gguf"))
    before = path.read_bytes()
    files.add(str(path))
    files.remove("one")
    assert path.read_bytes() == before
    assert (tmp_path / "list" / "models.json").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "list").stat().st_mode & 0o777 == 0o700
    assert [path.name for path in (tmp_path / "list").iterdir()] == ["models.json"]


@pytest.mark.parametrize("act", ["use", "remove", "set_aside", "add_death"])
def test_an_unknown_name_is_missing(files: ModelFilesJson, act: str) -> None:
    with pytest.raises(ModelMissing):
        getattr(files, act)("nobody")


def test_a_model_set_aside_comes_back_when_it_is_chosen(files: ModelFilesJson, tmp_path: Path) -> None:
    files.add(model(tmp_path, "one.gguf"))
    for _ in range(3):
        files.add_death("one")
    files.set_aside("one")
    current = files.current()
    assert current is not None
    assert current.is_set_aside
    assert not files.use("one").is_set_aside
    assert files.add_death("one") == 1


def test_deaths_count_for_five_minutes_and_over_restarts(tmp_path: Path) -> None:
    now = [1000.0]

    def opened() -> ModelFilesJson:
        return ModelFilesJson(tmp_path / "models.json", try_out=fake_probe, now_s=lambda: now[0])

    opened().add(model(tmp_path, "one.gguf"))
    assert opened().add_death("one") == 1
    now[0] += 200
    assert opened().add_death("one") == 2
    now[0] += 150
    assert opened().add_death("one") == 2
    now[0] -= 5000  # the clock was put back
    assert opened().add_death("one") == 1


@pytest.mark.parametrize("content", ["", "{", "[]", '{"models": 3}', '{"models": [{"name": 1}]}', "\0\xff", "null"])
def test_a_damaged_list_is_set_aside_and_a_new_one_begins(files: ModelFilesJson, tmp_path: Path, content: str) -> None:
    place = tmp_path / "list" / "models.json"
    place.parent.mkdir()
    place.write_bytes(content.encode("latin-1"))
    assert files.all() == []
    files.add(model(tmp_path, "one.gguf"))
    assert [file.name for file in files.all()] == ["one"]
    assert (tmp_path / "list" / "models.damaged").exists()


def test_a_list_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "blocked").write_text("a file where the folder should be")
    files = ModelFilesJson(tmp_path / "blocked" / "models.json", try_out=fake_probe)
    with pytest.raises(StoreReadOnly):
        files.add(model(tmp_path, "one.gguf"))


def test_changes_from_several_threads_are_all_kept(files: ModelFilesJson, tmp_path: Path) -> None:
    paths = [model(tmp_path, f"m{number}.gguf") for number in range(6)]
    threads = [threading.Thread(target=files.add, args=(path,)) for path in paths]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(files.all()) == 6
    assert len([file for file in files.all() if file.is_current]) == 1


@pytest.mark.parametrize("path", ["", "nowhere.gguf", "/", "\0", "a\0b", "~nobody/x.gguf", "/dev/null", "x" * 5000])
def test_a_path_that_leads_to_no_file_is_missing(files: ModelFilesJson, path: str) -> None:
    with pytest.raises(ModelMissing):
        files.add(path)


def header(magic: bytes = b"GGUF", version: int = 3, tensors: int = 1, keys: int = 1) -> bytes:
    return struct.pack("<4sIQQ", magic, version, tensors, keys)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GG",
        b"GGUF",
        b"PK\x03\x04 this is a zip file and not a model",
        header()[:20],
        header(magic=b"ggml") + b"\0" * 200,
        header(version=1) + b"\0" * 200,
        header(version=0x03000000) + b"\0" * 200,
        header(tensors=0) + b"\0" * 200,
        header(tensors=2**63) + b"\0" * 200,
        header(keys=2**64 - 1) + b"\0" * 200,
        header(tensors=1000) + b"\0" * 200,
    ],
)
def test_what_is_no_model_is_refused_before_any_process_sees_it(tmp_path: Path, content: bytes) -> None:
    def never(*_: object) -> Probed:
        raise AssertionError("it was tried")

    files = ModelFilesJson(tmp_path / "models.json", try_out=never)
    (tmp_path / "bad.gguf").write_bytes(content)
    with pytest.raises(ModelInvalid) as refusal:
        files.add(str(tmp_path / "bad.gguf"))
    assert refusal.value.facts["reason"]
    assert files.all() == []


def test_a_real_model_is_tried_and_its_family_read_from_its_own_tokens(tmp_path: Path) -> None:
    files = ModelFilesJson(tmp_path / "models.json")
    path = write_tiny_gguf(
        tmp_path / "qwen-by-name.gguf", layers=1, width=32, control_tokens=("<start_of_turn>", "<end_of_turn>")
    )
    assert files.add(str(path)).family == "gemma"


def test_a_truncated_model_is_refused_with_a_reason(tmp_path: Path) -> None:
    path = write_tiny_gguf(tmp_path / "cut.gguf", layers=1, width=32)
    whole = path.read_bytes()
    for size in (100, 2_000, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:size])
        with pytest.raises(ModelInvalid) as refusal:
            probe(str(path), path.name, 2)
        assert refusal.value.facts["reason"]


def test_a_model_that_kills_its_process_is_refused_and_we_live(tmp_path: Path) -> None:
    path = write_killer(tmp_path / "killer.gguf")
    with pytest.raises(ModelInvalid) as refusal:
        ModelFilesJson(tmp_path / "models.json").add(str(path))
    assert "crash" in str(refusal.value.facts["reason"])


def test_the_list_is_plain_json(files: ModelFilesJson, tmp_path: Path) -> None:
    files.add(model(tmp_path, "模型 one.gguf"))
    rows = json.loads((tmp_path / "list" / "models.json").read_text())["models"]
    assert rows[0]["name"] == "模型 one"
