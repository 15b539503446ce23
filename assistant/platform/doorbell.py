"""The asking side of the owner's socket; kept apart because a capture beside a running desktop imports only this.

One request is one line of JSON, {"version", "argv", "stdin", ...}; the answers are lines of JSON too: any number of
{"piece": text} while the work goes on, then one {"status", "stdout", "stderr"}.
"""

from __future__ import annotations

import json
import os
import socket
import struct
import sys
import time

PROTOCOL = 1
LONGEST_LINE = 64 * 1024 * 1024

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any


class NobodyAnswers(Exception):
    """The socket is absent, refuses, belongs to somebody else, or fell silent."""


class FellSilent(NobodyAnswers):
    """The owner took the request and did not answer in time. It may still carry it out later."""


def peer_uid(connection: socket.socket) -> int:
    """The user on the other side; our own where the system cannot tell (the folder is ours alone anyway)."""
    option = getattr(socket, "SO_PEERCRED", None)
    if option is None:
        return os.getuid()
    return struct.unpack("3i", connection.getsockopt(socket.SOL_SOCKET, option, struct.calcsize("3i")))[1]


def connect(path: str, timeout_s: float) -> socket.socket:
    """A connection to the owner. Raises `NobodyAnswers`."""
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.settimeout(timeout_s)
    try:
        connection.connect(path)
        is_ours = peer_uid(connection) == os.getuid()
    except OSError as error:
        connection.close()
        raise NobodyAnswers(path) from error
    if not is_ours:
        connection.close()
        raise NobodyAnswers(path)
    return connection


def ask(
    path: str,
    request: dict[str, Any],
    *,
    connect_s: float = 2.0,
    answer_s: float | None = 20.0,
    on_piece: Callable[[str], None] | None = None,
) -> dict[str, Any]:
    """Have the owner at `path` carry out `request`; its last answer. Raises `NobodyAnswers`."""
    with connect(path, connect_s) as connection:
        connection.settimeout(answer_s)
        try:
            connection.sendall(json.dumps({"version": PROTOCOL, **request}).encode("ascii") + b"\n")
            with connection.makefile("rb") as answers:
                for line in answers:
                    answer: dict[str, Any] = json.loads(line)
                    if "piece" not in answer:
                        return answer
                    if on_piece is not None:
                        on_piece(answer["piece"])
        except TimeoutError as error:
            raise FellSilent(path) from error
        except (OSError, ValueError) as error:
            raise NobodyAnswers(path) from error
    raise NobodyAnswers(path)


def request_for(argv: list[str], stdin: str | None, environ: Mapping[str, str]) -> dict[str, Any]:
    """What the owner must know to answer as if the command ran here: where, in which language, on what.

    The mark names what the request keeps. When the owner falls silent and the caller keeps it itself under the same
    mark, an owner that wakes up later cannot keep it twice.
    """
    locale = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANGUAGE") or environ.get("LANG") or ""
    try:
        folder = os.getcwd()  # noqa: PTH109 - pathlib costs 10 ms of the 300 that a capture may take
    except OSError:
        folder = "/"
    return {
        "argv": argv,
        "stdin": stdin,
        "folder": folder,
        "locale": locale,
        "is_terminal": sys.stdout.isatty(),
        "mark": f"{time.time_ns() // 1_000_000}-{os.urandom(10).hex()}",
    }
