"""A look at the first bytes of a model file, before anything larger is trusted with it.

Only 24 bytes are read, by ourselves: the libraries that read all of such a header hang or crash on hostile ones
(ggml-org/llama.cpp#27188). The rest is for the model's own process to judge.
"""

from __future__ import annotations

import struct
from pathlib import Path

from assistant.domain.errors import ModelInvalid, ModelMissing

_HEADER = struct.Struct("<4sIQQ")  # magic, version, tensors, metadata keys: GGUF specification, version 2 and later
_VERSIONS = (2, 3)
_MOST_TENSORS = 1 << 17
_MOST_KEYS = 1 << 16
_LEAST_BYTES_PER_TENSOR = 24  # a name's length, dimensions, type and offset at the very least


def check_header(path: Path) -> int:
    """The file's size in bytes. Raises `ModelMissing`, or `ModelInvalid` with a reason."""
    try:
        if not path.is_file():
            raise ModelMissing(path=str(path))
        size_bytes = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(_HEADER.size)
    except (OSError, ValueError) as error:
        raise ModelMissing(path=str(path)) from error
    reason = _fault(start, size_bytes)
    if reason:
        raise ModelInvalid(path=str(path), reason=reason)
    return size_bytes


def _fault(start: bytes, size_bytes: int) -> str:
    if start[:4] != b"GGUF":
        return "not_gguf"
    if len(start) < _HEADER.size:
        return "truncated"
    _, version, tensors, keys = _HEADER.unpack(start)
    if version not in _VERSIONS:
        return "gguf_version"
    if not 0 < tensors <= _MOST_TENSORS or not 0 < keys <= _MOST_KEYS:
        return "damaged"
    if size_bytes < _HEADER.size + tensors * _LEAST_BYTES_PER_TENSOR:
        return "truncated"
    return ""
