"""Notice that the machine slept or that its clock was moved, so that reminders are swept at once."""

from __future__ import annotations

import logging
import selectors
import socket
import threading
from collections.abc import Callable

from assistant.platform.bus import BusGone, BusLink

_log = logging.getLogger(__name__)

TOLERANCE_MS = 5_000
_OPEN_S = 1.0
_JOIN_S = 1.5


class ClockJump:
    """Compares the wall clock with the monotonic one, which neither suspends nor is set. Pure: it is told both.

    On Linux the monotonic clock stands still while the machine sleeps, so a sleep shows as a jump forward.
    """

    def __init__(self, tolerance_ms: int = TOLERANCE_MS) -> None:
        """A difference of up to `tolerance_ms` is drift, not a jump."""
        self._tolerance_ms = tolerance_ms
        self._last: tuple[int, int] | None = None

    def check(self, wall_ms: int, monotonic_ms: int) -> int:
        """By how many milliseconds the wall clock jumped since the last check; 0 when it did not."""
        last, self._last = self._last, (wall_ms, monotonic_ms)
        if last is None:
            return 0
        jump_ms = (wall_ms - last[0]) - (monotonic_ms - last[1])
        return jump_ms if abs(jump_ms) > self._tolerance_ms else 0


class WakeWatch:
    """Calls back when logind says that the machine woke. Silent where there is no logind: the sweep goes on anyway."""

    def __init__(self, callback: Callable[[], None]) -> None:
        """`callback` is called on the watch's own thread."""
        self._callback = callback
        self._ring: socket.socket | None = None
        self._thread: threading.Thread | None = None
        self._is_closed = False

    def start(self) -> None:
        """Begin to watch."""
        if self._thread is None:
            bell, self._ring = socket.socketpair()
            self._thread = threading.Thread(target=self._run, args=(bell,), name="wake", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """End the watch."""
        self._is_closed = True
        if self._ring is not None:
            self._ring.close()  # the other end becomes readable
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(_JOIN_S)

    def _run(self, bell: socket.socket) -> None:
        link = BusLink(is_system=True)
        try:
            with bell:
                link.open(_OPEN_S)
                link.listen("org.freedesktop.login1.Manager", "PrepareForSleep", timeout_s=_OPEN_S)
                self._watch(link, bell)
        except BusGone as error:
            _log.info("sleep is not announced here: %s", error)
        finally:
            link.close()

    def _watch(self, link: BusLink, bell: socket.socket) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(bell, selectors.EVENT_READ)
            selector.register(link.fileno(), selectors.EVENT_READ)
            while not self._is_closed:
                selector.select()
                for signal in link.signals():
                    if signal.member == "PrepareForSleep" and signal.body[:1] == (False,):
                        self._callback()
