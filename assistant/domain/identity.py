"""Ids: 26 sortable characters (a ULID), made before anything is committed, so that a replay can never double.

The first 10 characters are the instant in milliseconds, the other 16 are random (https://github.com/ulid/spec).
"""

from __future__ import annotations

import secrets

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_TIME_LENGTH = 10
_RANDOM_LENGTH = 16
_RANDOM_BITS = 5 * _RANDOM_LENGTH


def new_id(at_ms: int) -> str:
    """A new id for something made at `at_ms`. Ids of later milliseconds sort after it."""
    return numbered_id(at_ms, secrets.randbits(_RANDOM_BITS))


def numbered_id(at_ms: int, number: int) -> str:
    """The id with this instant and this random part: what two processes agree on is one thing, not two."""
    at_ms = max(0, min(at_ms, 2**48 - 1))
    time_part = "".join(_ALPHABET[(at_ms >> (5 * place)) & 31] for place in reversed(range(_TIME_LENGTH)))
    random_part = "".join(_ALPHABET[(number >> (5 * place)) & 31] for place in reversed(range(_RANDOM_LENGTH)))
    return time_part + random_part
