"""Faults of the world at the command line: one clear sentence, a status that is not 0, and nothing lost."""

from __future__ import annotations

import fcntl
import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.e2e.sidemind import ROOT, Sidemind, wait_until


def database(sidemind: Sidemind) -> Path:
    return sidemind.home / "sidemind" / "data" / "sidemind.db"


def assert_one_sentence(done: subprocess.CompletedProcess[str]) -> None:
    assert done.returncode not in (0, 70), done.stdout + done.stderr
    assert done.stderr.startswith("sidemind: "), done.stderr
    assert done.stderr.count("\n") == 1, done.stderr
    assert "Traceback" not in done.stderr


def texts(sidemind: Sidemind) -> list[str]:
    return [item["text"] for item in sidemind.data("search")]


def test_arguments_that_are_not_utf8_are_kept(sidemind: Sidemind):
    done = subprocess.run(
        [*sidemind.command("capture"), b"caf\xe9 latin", "--json"],
        env=sidemind.environ,
        capture_output=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["text"].startswith("caf")


def test_a_megabyte_with_a_nul_from_a_pipe_is_kept(sidemind: Sidemind):
    text = ("线 line \0" + "x" * 90 + "\n") * 10_000
    done = sidemind.run("capture", stdin=text.encode())
    assert done.returncode == 0, done.stderr
    assert texts(sidemind) == [text.removesuffix("\n")]


def test_a_closed_pipe_is_no_error_message(sidemind: Sidemind):
    sidemind.run("capture", "something")
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m assistant search --json | true"],
        env=sidemind.environ,
        capture_output=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0
    assert done.stderr == b""


def test_a_damaged_store_takes_captures_beside_it_and_is_restored(sidemind: Sidemind):
    sidemind.run("capture", "before the damage")
    path = database(sidemind)
    damaged = b"not a database at all" * 1000
    for tail in ("", "-wal", "-shm"):
        path.with_name(path.name + tail).unlink(missing_ok=True)
    path.write_bytes(damaged)
    assert_one_sentence(sidemind.run("search", "before"))
    kept = sidemind.data("capture", "after the damage")
    assert kept["spooled"]
    restored = sidemind.run("doctor", "--restore")
    assert restored.returncode == 0
    assert "new store" in restored.stdout
    assert texts(sidemind) == ["after the damage"]  # nothing could be read from the file, and no copy was made yet
    quarantined = [each for each in path.parent.rglob("*") if each.is_file() and each.read_bytes() == damaged]
    assert quarantined, "the damaged file must be kept"


def test_a_store_of_a_newer_program_is_left_alone(sidemind: Sidemind):
    sidemind.run("capture", "from the future")
    path = database(sidemind)
    with sqlite3.connect(path) as connection:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")]
        [migrations] = [name for name in tables if "migration" in name]
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({migrations})")]
        row = dict(zip(columns, connection.execute(f"SELECT * FROM {migrations}").fetchone(), strict=True))
        row["name"] = "m9999_from_the_future"
        marks = ", ".join("?" for _ in row)
        if "id" in row:
            row["id"] = 9999
        connection.execute(f"INSERT INTO {migrations} ({', '.join(row)}) VALUES ({marks})", list(row.values()))
    connection.close()
    done = sidemind.run("search", "future")
    assert_one_sentence(done)
    assert "newer" in done.stderr
    kept = sidemind.data("capture", "still kept")
    assert kept["spooled"]


def test_a_full_disk_is_said_and_the_store_stays_sound(sidemind: Sidemind):
    sidemind.run("capture", "before")
    size = max(path.stat().st_size for path in database(sidemind).parent.iterdir())

    def fill() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    done = sidemind.run("capture", stdin=b"y" * 4_000_000, preexec_fn=fill)
    assert_one_sentence(done)
    assert texts(sidemind) == ["before"]
    facts = {fact["subject"]: fact for fact in json.loads(sidemind.run("doctor", "--json").stdout)}
    assert facts["integrity"]["health"] == "good"


def test_a_home_that_cannot_be_made_is_said(sidemind: Sidemind):
    (sidemind.home / "sidemind").write_text("a file where the folder should be")
    assert_one_sentence(sidemind.run("capture", "x"))
    assert_one_sentence(sidemind.run("digest"))


def test_a_silent_owner_lets_captures_through_to_the_spool(sidemind: Sidemind):
    sidemind.run("capture", "before")
    lock = database(sidemind).with_name("owner.lock")
    descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    try:
        assert_one_sentence(sidemind.run("search", "before"))
        kept = sidemind.data("capture", "kept beside")
        assert kept["spooled"]
    finally:
        os.close(descriptor)
    assert sorted(texts(sidemind)) == ["before", "kept beside"]


def test_the_user_is_told_once_that_captures_go_beside_the_store(sidemind: Sidemind):
    lock = database(sidemind).with_name("owner.lock")
    lock.parent.mkdir(parents=True)
    descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    try:
        first, second = (sidemind.run("capture", text) for text in ("one", "two"))
    finally:
        os.close(descriptor)
    assert first.returncode == second.returncode == 0
    assert first.stderr
    assert not second.stderr


def test_a_desktop_without_a_display_is_one_sentence(sidemind: Sidemind):
    sidemind.environment = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    assert_one_sentence(sidemind.run("gui"))
    sidemind.environment["DISPLAY"] = ":4711"
    assert_one_sentence(sidemind.run("gui"))


@pytest.mark.parametrize("fault", ["truncated", "changed", "absent"])
def test_a_wrong_scorer_graph_does_not_stop_an_answer(sidemind: Sidemind, tmp_path: Path, fault: str):
    copy = tmp_path / "copy"
    shutil.copytree(ROOT / "assistant", copy / "assistant", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "resources", copy / "resources")
    for graph in (copy / "resources" / "models").glob("*.onnx"):
        data = graph.read_bytes()
        if fault == "absent":
            graph.unlink()
        else:
            graph.write_bytes(data[: len(data) // 2] if fault == "truncated" else b"x" * 64 + data[64:])
    sidemind.environment = {"PYTHONPATH": str(copy)}
    assert sidemind.run("capture", "the spare key is with Mrs Novak", cwd=copy).returncode == 0
    done = sidemind.run("ask", "where is the spare key?", cwd=copy)
    assert done.returncode == 0, done.stderr
    assert "Novak" in done.stdout
    facts = json.loads(sidemind.run("doctor", "--json", cwd=copy).stdout)
    [provider] = [fact for fact in facts if fact["subject"] == "provider"]
    assert provider["health"] == "bad"


def test_every_folder_and_file_is_for_this_user_alone(sidemind: Sidemind):
    sidemind.run("capture", "private")
    sidemind.run("ask", "what is private?")
    for path in [sidemind.home / "sidemind", *(sidemind.home / "sidemind").rglob("*")]:
        assert path.stat().st_mode & 0o077 == 0, path


@pytest.mark.parametrize("variable", ["XDG_DATA_HOME", "HOME"])
def test_without_a_home_of_its_own_it_keeps_to_the_systems_folders(tmp_path: Path, variable: str):
    sidemind = Sidemind(tmp_path)
    environ = {**sidemind.environ, variable: str(tmp_path / "elsewhere")}
    del environ["SIDEMIND_HOME"]
    done = subprocess.run(sidemind.command("capture", "x"), env=environ, capture_output=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    assert list((tmp_path / "elsewhere").rglob("sidemind.db"))


def test_a_stopped_owner_neither_hangs_a_capture_nor_doubles_it_later(sidemind: Sidemind):
    serving = (
        "from assistant.app import build; from assistant.cli.desktop import Reception;"
        "from assistant.paths import Paths;"
        "from assistant.platform.owner import Owner; import sys; paths = Paths.from_environment();"
        "owner = Owner(paths.lock, paths.socket); paths.create(); assert owner.acquire();"
        "owner.serve(Reception(build(paths))); sys.stdin.read(); owner.close()"
    )
    owner = subprocess.Popen([sys.executable, "-c", serving], env=sidemind.environ, cwd=ROOT, stdin=subprocess.PIPE)
    try:
        wait_until("the owner answers", sidemind.answers)
        sidemind.run("capture", "before")
        owner.send_signal(signal.SIGSTOP)
        started = time.monotonic()
        kept = [sidemind.data("capture", "argued"), sidemind.data("capture", "--lines", stdin=b"one\ntwo\n")]
        assert time.monotonic() - started < 120
        assert kept[0]["spooled"]
        assert all(each["spooled"] for each in kept[1])
        assert_one_sentence(sidemind.run("ask", "before"))
        owner.send_signal(signal.SIGCONT)  # it now carries out what it was asked meanwhile
        wait_until("the owner is awake", lambda: sidemind.run("search", "before").returncode == 0)
    finally:
        owner.send_signal(signal.SIGCONT)
        owner.communicate(timeout=60)
    assert sorted(texts(sidemind)) == ["argued", "before", "one", "two"]


def test_a_desktop_that_can_take_no_lock_says_why(sidemind: Sidemind):
    lock = database(sidemind).with_name("owner.lock")
    lock.mkdir(parents=True)
    sidemind.environment = {"QT_QPA_PLATFORM": "offscreen"}  # with a screen a window says it too, until it is closed
    assert_one_sentence(sidemind.run("gui"))


def test_a_home_that_cannot_be_written_is_told_in_a_window_too(sidemind: Sidemind):
    if "SIDEMIND_TEST_DESKTOP" not in os.environ:
        pytest.skip("a window needs a desktop: packaging/virtual-desktop.sh")
    sidemind.environment = {"QT_QPA_PLATFORM": "xcb"}
    (sidemind.home / "sidemind").write_text("a file where the folder should be")
    started = subprocess.Popen(
        sidemind.command("gui"), env=sidemind.environ, cwd=ROOT, stderr=subprocess.PIPE, text=True
    )
    sidemind.children.append(started)
    title = ["xdotool", "search", "--onlyvisible", "--name", "^Sidemind$"]
    window = wait_until(
        "a window that says it", lambda: subprocess.run(title, capture_output=True, text=True, check=False).stdout
    )
    subprocess.run(["xdotool", "windowactivate", "--sync", window.split()[0], "key", "Return"], check=True)
    _, said = started.communicate(timeout=60)
    assert started.returncode == 1
    assert said.startswith("sidemind: ")
    assert "cannot be written" in said


def test_an_owner_that_dies_before_its_answer_leaves_one_capture(sidemind: Sidemind):
    serving = (
        "from assistant.app import build; from assistant.cli.desktop import Reception;"
        "from assistant.paths import Paths; from assistant.platform.owner import Owner; import os, sys;"
        "paths = Paths.from_environment(); paths.create(); owner = Owner(paths.lock, paths.socket);"
        "assert owner.acquire(); reception = Reception(build(paths));"
        "owner.serve(lambda request, send: (reception(request, send), os._exit(9)));"
        "sys.stdin.read()"
    )
    owner = subprocess.Popen([sys.executable, "-c", serving], env=sidemind.environ, cwd=ROOT, stdin=subprocess.PIPE)
    wait_until("the owner answers", sidemind.answers)
    assert sidemind.run("capture", "kept once").returncode == 0
    owner.communicate(timeout=60)
    assert texts(sidemind) == ["kept once"]


@pytest.mark.parametrize("kind", ["full", "absent"])
def test_a_log_that_the_disk_refuses_is_not_talked_about(tmp_path: Path, kind: str):
    if kind == "full":
        (tmp_path / "sidemind.log").symlink_to("/dev/full")
    folder = tmp_path if kind == "full" else tmp_path / "absent"
    code = (
        "import logging, sys; from pathlib import Path; from assistant.cli.records import keep_records;"
        "keep_records(Path(sys.argv[1])); logging.getLogger('x').info('y')"
    )
    done = subprocess.run([sys.executable, "-c", code, folder], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
