"""Writes one model's entry into `manifest.json` and leaves the entries of the others as they are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from assistant.models.manifest import FILE_NAME


def write_entry(folder: Path, name: str, entry: dict[str, Any]) -> None:
    """Add or replace the entry `name`. Raises `OSError` or `ValueError` (a manifest that is not JSON)."""
    path = folder / FILE_NAME
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    content[name] = entry
    path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
