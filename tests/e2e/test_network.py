"""No internet socket and no listener, over the whole demo and over a desktop in use, as the system sees it (strace).

The variables that tell libraries that they run in a CI are unset: onnxruntime, for one, is silent when they are there.
"""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.e2e.sidemind import ROOT, Sidemind, wait_until
from tests.tiny_gguf import write_tiny_gguf

CALLS = "trace=socket,connect,listen,bind,accept,accept4,sendto,sendmsg"


def traced(sidemind: Sidemind, trace: Path, *argv: str) -> list[str]:
    return ["strace", "-f", "-qq", "-o", str(trace), "-e", CALLS, "-e", "signal=none", *sidemind.command(*argv)]


def internet(trace: Path) -> list[str]:
    return [line for line in trace.read_text("utf-8", "replace").splitlines() if re.search(r"AF_INET6?\b", line)]


def listeners(trace: Path) -> list[str]:
    return [line for line in trace.read_text("utf-8", "replace").splitlines() if re.search(r"\blisten\(", line)]


def new_files_outside(home: Path, allowed: str) -> list[str]:
    return [str(path) for path in home.rglob("*") if path.is_file() and not path.is_relative_to(home / allowed)]


def test_the_demo_opens_no_internet_socket_and_listens_nowhere(sidemind: Sidemind, tmp_path: Path):
    trace = tmp_path / "trace.txt"
    pictures = tmp_path / "demo"
    sidemind.environment = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": "", "TMPDIR": str(tmp_path)}
    done = subprocess.run(
        traced(sidemind, trace, "demo", str(pictures)),
        env=sidemind.environ,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=500,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    assert internet(trace) == []
    assert listeners(trace) == []
    assert "socket(" in trace.read_text("utf-8", "replace"), "strace saw nothing at all"
    names = sorted(path.name for path in pictures.glob("*.png"))
    assert [name.partition("-")[0] for name in names] == ["en"] * 6 + ["zh"] * 6
    assert all(path.stat().st_size > 3_000 for path in pictures.glob("*.png"))
    assert "Traceback" not in done.stderr


def test_the_command_line_with_a_model_opens_no_internet_socket(sidemind: Sidemind, tmp_path: Path):
    model = write_tiny_gguf(tmp_path / "tiny.gguf", context_tokens=2048)
    sidemind.run("models", "add", str(model))
    sidemind.run("capture", "the spare key is with Mrs Novak")
    trace = tmp_path / "trace.txt"
    done = subprocess.run(
        traced(sidemind, trace, "ask", "where is the spare key?", "--json"),
        env=sidemind.environ,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    assert '"model": "tiny"' in done.stdout
    assert internet(trace) == []
    assert listeners(trace) == []
    assert new_files_outside(tmp_path, "sidemind") == [str(model), str(trace)]


@pytest.mark.desktop
def test_a_desktop_in_use_listens_on_its_own_socket_only(sidemind: Sidemind, tmp_path: Path):
    if not os.environ.get("DISPLAY"):
        assert "SIDEMIND_TEST_DESKTOP" not in os.environ, "the virtual desktop did not start"
        pytest.skip("no display: bash packaging/virtual-desktop.sh runs this on a desktop of its own")
    sidemind.environment = {"QT_QPA_PLATFORM": "xcb"}
    trace = tmp_path / "trace.txt"
    with (tmp_path / "desktop.log").open("w") as output:
        child = subprocess.Popen(
            traced(sidemind, trace, "gui"), env=sidemind.environ, cwd=ROOT, stdout=output, stderr=output, text=True
        )
    sidemind.children.append(child)
    wait_until("the desktop answers", sidemind.answers)
    sidemind.run("capture", "the spare key is with Mrs Novak")
    sidemind.run("ask", "where is the spare key?")
    sidemind.run("gui", "--today")
    sidemind.run("gui", "--capture")
    sidemind.end()
    assert internet(trace) == []
    assert len(listeners(trace)) == 1
    assert "owner.sock" in trace.read_text("utf-8", "replace")
