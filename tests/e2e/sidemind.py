"""Runs the real program as a process, in a home of its own."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

ROOT = Path(__file__).parent.parent.parent
ARTEFACTS = ROOT / "artefacts"
PATIENCE_S = 60.0

T = TypeVar("T")


def wait_until(what: str, look: Callable[[], T | bool | None], patience_s: float = PATIENCE_S) -> T:
    """The first true value of `look`, asked again and again; fails with `what` when it never comes."""
    until = time.monotonic() + patience_s
    while True:
        value = look()
        if value:
            return value  # type: ignore[return-value]
        if time.monotonic() > until:
            raise AssertionError(f"waited {patience_s:.0f} s in vain for: {what}")
        time.sleep(0.02)


def quiet_environment(home: Path, **more: str) -> dict[str, str]:
    """This environment without the variables that tell libraries that they run in a CI, and with a fresh HOME."""
    dropped = ("CI", "GITHUB_ACTIONS", "PYTEST_CURRENT_TEST", "ORT_DISABLE_TELEMETRY", "SIDEMIND_HOME")
    kept = {name: value for name, value in os.environ.items() if name not in dropped and not name.startswith("XDG_")}
    runtime = {name: os.environ[name] for name in ("XDG_RUNTIME_DIR", "XDG_SESSION_TYPE") if name in os.environ}
    return {**kept, **runtime, "HOME": str(home), "LANG": "en_GB.UTF-8", "LC_ALL": "C.UTF-8", **more}


@dataclass
class Sidemind:
    """The program over one home."""

    home: Path
    environment: dict[str, str] = field(default_factory=dict)
    children: list[subprocess.Popen[str]] = field(default_factory=list)

    @property
    def environ(self) -> dict[str, str]:
        return quiet_environment(self.home, SIDEMIND_HOME=str(self.home / "sidemind"), **self.environment)

    def command(self, *argv: str) -> list[str]:
        return [sys.executable, "-m", "assistant", *argv]

    def run(self, *argv: str, stdin: bytes | None = None, **options: Any) -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        done = subprocess.run(
            self.command(*argv),
            input=stdin,
            stdin=subprocess.DEVNULL if stdin is None else None,
            capture_output=True,
            env=self.environ,
            cwd=options.pop("cwd", ROOT),
            timeout=120,
            check=False,
            **options,
        )
        text = [stream.decode("utf-8", "backslashreplace") for stream in (done.stdout, done.stderr)]
        return subprocess.CompletedProcess(done.args, done.returncode, *text)

    def data(self, *argv: str, **options: Any) -> Any:
        """Run a command with --json; its data."""
        done = self.run(*argv, "--json", **options)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def start(self, *argv: str, **options: Any) -> subprocess.Popen[str]:
        """Start a command that stays."""
        log = self.home / f"output-{len(self.children)}.log"
        with log.open("w") as output:
            child = subprocess.Popen(
                self.command(*argv),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=self.environ,
                cwd=ROOT,
                text=True,
                **options,
            )
        self.children.append(child)
        return child

    def output(self) -> str:
        """What the started commands have printed."""
        return "".join(log.read_text("utf-8", "replace") for log in sorted(self.home.glob("output-*.log")))

    def answers(self) -> bool:
        """Whether a desktop answers on its socket."""
        with socket.socket(socket.AF_UNIX) as caller:
            try:
                caller.connect(str(self.home / "sidemind" / "data" / "owner.sock"))
            except OSError:
                return False
        return True

    def end(self) -> None:
        """End what was started, politely first."""
        for child in self.children:
            if child.poll() is None:
                child.terminate()
        for child in self.children:
            try:
                child.wait(20)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
