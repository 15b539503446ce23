"""Writing down what the user does to items, so that it can be taken back."""

from __future__ import annotations

import threading
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from assistant.domain.action import ActionKind

if TYPE_CHECKING:
    from assistant.domain.ports import Actions, Clock


class Journal:
    """One action is one block: what is done inside it is taken back together."""

    def __init__(self, actions: Actions, clock: Clock) -> None:
        """Store the ports."""
        self._actions = actions
        self._clock = clock
        self._inside = threading.local()

    @contextmanager
    def noting(self, kind: ActionKind, item_ids: Sequence[str]) -> Generator[None, None, None]:
        """Note an action on these items. A block inside another one belongs to the outer. Raises `StoreError`."""
        if getattr(self._inside, "is_noting", False):
            yield
            return
        number = self._actions.begin(kind, item_ids, self._clock.now_ms())
        self._inside.is_noting = True
        try:
            yield
        finally:
            self._inside.is_noting = False
            self._actions.settle(number)
