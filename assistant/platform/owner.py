"""One process owns the store: it holds a lock for its whole life and answers others on a local socket.

The lock decides, never the socket file: a socket file without a lock holder is a leftover and is replaced; a lock
holder whose socket does not answer yet is starting, and is waited for. The lock is `flock`, which the system
releases however the process ends.
"""

from __future__ import annotations

import fcntl
import json
import logging
import os
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.domain.errors import OwnerUnreachable
from assistant.platform.doorbell import LONGEST_LINE, PROTOCOL, NobodyAnswers, connect, peer_uid

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

_log = logging.getLogger(__name__)

Send = Callable[[str], None]
Handler = Callable[[dict[str, Any], Send], dict[str, Any]]
"""Carries out one request; the second argument sends a piece of text while the work goes on."""

_WORKERS = 4  # an answer being written must not hold up a capture
_REQUEST_S = 10.0


def is_held(lock: Path) -> bool:
    """Whether some process owns the store now."""
    try:
        descriptor = os.open(lock, os.O_RDWR | os.O_CLOEXEC)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


class Owner:
    """The owning side: `acquire`, then `serve`, then `close`."""

    def __init__(self, lock: Path, socket_path: Path) -> None:
        """Store where the lock and the socket are."""
        self._lock_path = lock
        self._socket_path = socket_path
        self._descriptor: int | None = None
        self._listener: socket.socket | None = None
        self._thread: threading.Thread | None = None
        self._pool: ThreadPoolExecutor | None = None

    def acquire(self, patience_s: float = 5.0) -> bool:
        """Become the owner. False when another process is, and answers.

        Raises:
            OwnerUnreachable: Another process holds the lock for longer than `patience_s` and does not answer.
        """
        descriptor = os.open(self._lock_path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        until = time.monotonic() + patience_s
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if self._somebody_answers():
                    os.close(descriptor)
                    return False
                if time.monotonic() > until:
                    os.close(descriptor)
                    raise OwnerUnreachable(path=str(self._lock_path)) from None
                time.sleep(0.02)  # between two looks at another process's lock, for at most `patience_s`
            else:
                self._descriptor = descriptor
                with suppress(OSError):  # a full disk: the number is for people, the lock is what counts
                    os.truncate(descriptor, 0)
                    os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
                return True

    def _somebody_answers(self) -> bool:
        try:
            connect(str(self._socket_path), 1.0).close()
        except NobodyAnswers:
            return False
        return True

    def serve(self, handler: Handler) -> None:
        """Answer requests with `handler`, on threads of its own, until `close`."""
        assert self._descriptor is not None, "acquire() first"  # noqa: S101 - a bug of ours
        with suppress(FileNotFoundError):
            self._socket_path.unlink()
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        listener.bind(str(self._socket_path))
        self._socket_path.chmod(0o600)
        listener.listen(64)
        self._listener = listener
        self._thread = threading.Thread(target=self._accept, args=(listener, handler), name="owner", daemon=True)
        self._thread.start()

    def _accept(self, listener: socket.socket, handler: Handler) -> None:
        pool: ThreadPoolExecutor | None = None
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return  # closed
            if pool is None:
                pool = self._pool = _workers()
            with suppress(RuntimeError):  # the pool was shut down meanwhile
                pool.submit(_answer, connection, handler)
                continue
            connection.close()

    def close(self) -> None:
        """Stop answering and give the lock back. Requests being answered are finished first."""
        if self._listener is not None:
            with suppress(OSError):
                self._listener.shutdown(socket.SHUT_RDWR)
            self._listener.close()
            with suppress(FileNotFoundError):
                self._socket_path.unlink()
            self._listener = None
        if self._thread is not None:
            self._thread.join(2)
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _answer(connection: socket.socket, handler: Handler) -> None:
    """Answer one connection. A request that cannot be answered must never end the owner."""
    with connection:
        try:
            if peer_uid(connection) != os.getuid():
                return
            connection.settimeout(_REQUEST_S)
            with connection.makefile("rb") as lines:
                line = lines.readline(LONGEST_LINE)
            if not line.endswith(b"\n"):
                return  # a bare knock (is anybody there?), or more than any capture can be
            _send(connection, _carry_out(line, connection, handler))
        except OSError:
            _log.info("a caller went away before its answer")
        except Exception:  # noqa: BLE001 - the border of the request loop
            _log.exception("a request failed")


def _carry_out(line: bytes, connection: socket.socket, handler: Handler) -> dict[str, Any]:
    try:
        request: dict[str, Any] = json.loads(line)
        version = request["version"]
    except (ValueError, KeyError, TypeError):
        return {"status": 2, "stdout": "", "stderr": "sidemind: not a request\n"}
    if version != PROTOCOL:
        return {"status": 2, "stdout": "", "stderr": "sidemind: another version of Sidemind is running; restart it\n"}
    return handler(request, lambda piece: _send(connection, {"piece": piece}))


def _send(connection: socket.socket, answer: dict[str, Any]) -> None:
    connection.settimeout(_REQUEST_S)
    connection.sendall(json.dumps(answer).encode("ascii") + b"\n")


def _workers() -> ThreadPoolExecutor:
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - the first window does not wait for it

    return ThreadPoolExecutor(_WORKERS, thread_name_prefix="owner")
