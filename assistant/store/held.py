"""What stands for the items' table while the store cannot be had."""

from __future__ import annotations

from pathlib import Path

from assistant.domain.errors import StoreBusy
from assistant.domain.item import Item


class HeldItems:
    """Stands for the store while a process that does not answer holds it: every capture goes to the spool."""

    def __init__(self, path: Path) -> None:
        """`path` is the store that is held elsewhere."""
        self._path = path

    def add(self, item: Item, occurrence: object = None) -> bool:
        """Raises `StoreBusy`, always."""
        del item, occurrence
        raise StoreBusy(path=str(self._path))
