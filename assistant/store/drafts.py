"""The unfinished text of the capture window, in a file that is replaced whole."""

from __future__ import annotations

import json
from pathlib import Path

from assistant.domain.item import Draft, ItemKind
from assistant.store.files import write_whole
from assistant.store.item_json import object_of


class FileDrafts:
    """`ports.Drafts` in a file."""

    def __init__(self, path: Path) -> None:
        """`path` need not exist."""
        self._path = path

    def save(self, draft: Draft) -> None:
        """Durable when it returns. Raises `StoreError`."""
        fields = {"text": draft.text, "kind": draft.kind.value if draft.kind else None}
        write_whole(self._path, json.dumps(fields).encode("ascii"))

    def load(self) -> Draft:
        """The last draft, empty when there is none or it cannot be read."""
        try:
            fields = object_of(json.loads(self._path.read_bytes()))
            text, kind = fields.get("text"), fields.get("kind")
            return Draft(text if isinstance(text, str) else "", ItemKind(kind) if kind else None)
        except (OSError, ValueError, TypeError):
            return Draft()
