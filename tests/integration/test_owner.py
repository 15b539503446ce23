"""One process owns the store, whoever starts when, and however the last owner ended."""

from __future__ import annotations

import json
import os
import signal
import socket
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from assistant.domain.errors import OwnerUnreachable
from assistant.platform import doorbell
from assistant.platform.owner import Owner, is_held

START = """
import sys, threading
from pathlib import Path
from assistant.platform.owner import Owner
owner = Owner(Path(sys.argv[1]), Path(sys.argv[2]))
if owner.acquire(10):
    owner.serve(lambda request, send: {"status": 0, "stdout": "", "stderr": ""})
    print("owner", flush=True)
    sys.stdin.read()
else:
    print("second", flush=True)
"""


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path]:
    return tmp_path / "owner.lock", tmp_path / "owner.sock"


@pytest.fixture
def owner(places: tuple[Path, Path]):
    owner = Owner(*places)
    assert owner.acquire()
    yield owner
    owner.close()


def start(places: tuple[Path, Path]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", START, *map(str, places)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def end(process: subprocess.Popen[str]) -> None:
    process.communicate("", timeout=20)


def test_a_request_is_carried_out_and_answered(owner: Owner, places: tuple[Path, Path]):
    owner.serve(lambda request, send: {"status": 3, "stdout": request["argv"][0], "stderr": request["stdin"]})
    answer = doorbell.ask(str(places[1]), {"argv": ["你好"], "stdin": "lone \udc80 surrogate, NUL \0"})
    assert answer == {"status": 3, "stdout": "你好", "stderr": "lone \udc80 surrogate, NUL \0"}


def test_pieces_arrive_before_the_answer_and_in_order(owner: Owner, places: tuple[Path, Path]):
    def handler(request, send):
        for number in range(50):
            send(str(number))
        return {"status": 0, "stdout": "", "stderr": ""}

    owner.serve(handler)
    pieces: list[str] = []
    doorbell.ask(str(places[1]), {"argv": []}, on_piece=pieces.append)
    assert pieces == [str(number) for number in range(50)]


def test_a_megabyte_passes(owner: Owner, places: tuple[Path, Path]):
    owner.serve(lambda request, send: {"status": 0, "stdout": request["stdin"], "stderr": ""})
    text = "汉" * 400_000
    assert doorbell.ask(str(places[1]), {"argv": [], "stdin": text})["stdout"] == text


def test_the_socket_is_for_this_user_alone(owner: Owner, places: tuple[Path, Path]):
    owner.serve(lambda request, send: {})
    assert stat.S_IMODE(places[1].stat().st_mode) == 0o600
    assert stat.S_IMODE(places[0].stat().st_mode) == 0o600


def test_a_second_owner_learns_that_there_is_one(owner: Owner, places: tuple[Path, Path]):
    owner.serve(lambda request, send: {})
    assert not Owner(*places).acquire()


def test_an_owner_that_does_not_answer_is_told_of(owner: Owner, places: tuple[Path, Path]):
    with pytest.raises(OwnerUnreachable):
        Owner(*places).acquire(patience_s=0.1)


def test_nobody_answers_without_an_owner(places: tuple[Path, Path]):
    with pytest.raises(doorbell.NobodyAnswers):
        doorbell.ask(str(places[1]), {"argv": []})
    assert not is_held(places[0])


def test_many_starts_at_once_make_one_owner(places: tuple[Path, Path]):
    processes = [start(places) for _ in range(6)]
    answers = sorted(said(process) for process in processes)
    for process in processes:
        end(process)
    assert answers == ["owner"] + ["second"] * 5


def test_a_killed_owner_leaves_nothing_in_the_way(places: tuple[Path, Path]):
    first = start(places)
    assert said(first) == "owner"
    assert is_held(places[0])
    first.send_signal(signal.SIGKILL)
    first.communicate()
    assert places[1].exists()  # the stale socket file
    second = start(places)
    assert said(second) == "owner"
    end(second)


@pytest.mark.parametrize("line", [b"", b"\n", b"{}\n", b"not json\n", b'{"version": 99}\n', b"[1]\n", b"\xff\xfe\n"])
def test_nonsense_does_not_end_the_owner(owner: Owner, places: tuple[Path, Path], line: bytes):
    owner.serve(lambda request, send: {"status": 0, "stdout": "", "stderr": ""})
    with socket.socket(socket.AF_UNIX) as caller:
        caller.connect(str(places[1]))
        caller.sendall(line)
        caller.shutdown(socket.SHUT_WR)
        reply = caller.makefile("rb").readline()
    assert reply == b"" or json.loads(reply)["status"] == 2
    assert doorbell.ask(str(places[1]), {"argv": []})["status"] == 0


def test_a_failing_handler_does_not_end_the_owner(owner: Owner, places: tuple[Path, Path], caplog):
    def handler(request, send):
        if request["argv"]:
            raise ZeroDivisionError
        return {"status": 0, "stdout": "", "stderr": ""}

    owner.serve(handler)
    with pytest.raises(doorbell.NobodyAnswers):
        doorbell.ask(str(places[1]), {"argv": ["fail"]})
    assert doorbell.ask(str(places[1]), {"argv": []})["status"] == 0
    assert "a request failed" in caplog.text


def test_a_slow_request_does_not_hold_up_another(owner: Owner, places: tuple[Path, Path]):
    go_on = threading.Event()

    def handler(request, send):
        if request["argv"]:
            go_on.wait(20)
        return {"status": 0, "stdout": "", "stderr": ""}

    owner.serve(handler)
    slow = threading.Thread(target=doorbell.ask, args=(str(places[1]), {"argv": ["slow"]}))
    slow.start()
    assert doorbell.ask(str(places[1]), {"argv": []})["status"] == 0
    go_on.set()
    slow.join(20)
    assert not slow.is_alive()


def test_another_user_is_refused(owner: Owner, places: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch):
    owner.serve(lambda request, send: {"status": 0, "stdout": "secret", "stderr": ""})
    monkeypatch.setattr("assistant.platform.owner.peer_uid", lambda connection: os.getuid() + 1)
    with pytest.raises(doorbell.NobodyAnswers):
        doorbell.ask(str(places[1]), {"argv": []})
