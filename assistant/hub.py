"""How parts of a running program tell each other something without knowing each other."""

from __future__ import annotations

import threading
from collections.abc import Callable

from assistant.domain.changes import Changes


class Hub:
    """Tells everybody who asked what an operation touched. Callbacks run on the thread that announces."""

    def __init__(self) -> None:
        self._callbacks: dict[int, Callable[[Changes], None]] = {}
        self._next = 0
        self._lock = threading.Lock()

    def subscribe(self, callback: Callable[[Changes], None]) -> Callable[[], None]:
        """Call `callback` on every announcement; the returned function ends that."""
        with self._lock:
            number = self._next
            self._next += 1
            self._callbacks[number] = callback

        def unsubscribe() -> None:
            with self._lock:
                self._callbacks.pop(number, None)

        return unsubscribe

    def announce(self, changes: Changes) -> None:
        """Tell the subscribers."""
        with self._lock:
            callbacks = list(self._callbacks.values())
        for callback in callbacks:
            callback(changes)


class Doorbell:
    """Requests to show a screen, from another process or a notification; kept until a desktop listens.

    A request is the name of a start: "main", "capture", "today", or "item:<id>".
    """

    def __init__(self) -> None:
        self._listener: Callable[[str], None] | None = None
        self._waiting: list[str] = []
        self._lock = threading.Lock()

    def listen(self, listener: Callable[[str], None]) -> None:
        """Hand every request to `listener`, which may be called on any thread; first those that waited."""
        with self._lock:
            self._listener = listener
            waiting, self._waiting = self._waiting, []
        for request in waiting:
            listener(request)

    def ring(self, request: str) -> None:
        """Ask for a screen."""
        with self._lock:
            listener = self._listener
            if listener is None:
                self._waiting.append(request)
                return
        listener(request)
