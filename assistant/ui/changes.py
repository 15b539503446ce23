"""From the hub, which announces on any thread, to one Qt signal on the UI thread."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from assistant.domain.changes import Announce, Changes, Topic

_GATHER_MS = 30


class Announcer(Protocol):
    """What is needed of the hub."""

    def subscribe(self, callback: Announce) -> Callable[[], None]:
        """Have `callback` called, on the announcing thread; the result takes it back."""
        ...


class ChangesBridge(QObject):
    """Gathers announcements for a moment and emits their union, so that a burst refreshes a screen once."""

    changed = Signal(object)
    _rung = Signal()

    def __init__(self, hub: Announcer, parent: QObject | None = None) -> None:
        """Listens from now on, until `close`."""
        super().__init__(parent)
        self._queue: deque[Changes] = deque()
        self._gathering = QTimer(self)
        self._gathering.setSingleShot(True)
        self._gathering.setInterval(_GATHER_MS)
        self._gathering.timeout.connect(self._emit)
        self._rung.connect(self._gather, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe = hub.subscribe(self._receive)

    def close(self) -> None:
        """Stop listening."""
        self._unsubscribe()
        self._gathering.stop()

    def _receive(self, changes: Changes) -> None:
        self._queue.append(changes)
        self._rung.emit()

    def _gather(self) -> None:
        if not self._gathering.isActive():
            self._gathering.start()

    def _emit(self) -> None:
        topics: set[Topic] = set()
        ids: set[str] = set()
        while self._queue:
            changes = self._queue.popleft()
            topics |= changes.topics
            ids |= changes.ids
        if topics:
            self.changed.emit(Changes(frozenset(topics), frozenset(ids)))
