"""Values put into a TOML text without disturbing what else stands in it."""

from __future__ import annotations

from enum import StrEnum

import tomlkit


def merged(before: bytes, values: dict[str, object]) -> bytes:
    """The TOML text `before` with these top-level values; other keys, comments and order stay."""
    document = tomlkit.parse(before.decode())
    for name, value in values.items():
        document[name] = value.value if isinstance(value, StrEnum) else value
    return tomlkit.dumps(document).encode()
