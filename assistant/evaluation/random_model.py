"""Writes a language model with random weights, so that speed can be measured where no model is installed.

The file is GGUF version 3 (https://github.com/ggml-org/ggml/blob/master/docs/gguf.md), a llama with a vocabulary of
bytes. What it writes is noise; how fast it is written is not.
"""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import numpy.typing as npt

_ALIGNMENT = 32
_UINT32, _FLOAT32, _STRING, _ARRAY, _INT32 = 4, 6, 8, 9, 5
_F16 = 1
_NORMAL, _UNKNOWN, _CONTROL, _BYTE = 1, 2, 3, 6
_HEADS = 8
_SPECIAL = (b"<unk>", b"<s>", b"</s>")

FloatArray = npt.NDArray[np.float32]


def write_random_model(path: Path, *, width: int = 512, layers: int = 8, context_tokens: int = 2048) -> Path:
    """Write the model to `path`; the default has about 25 million weights (50 MB)."""
    vocabulary = [*_SPECIAL, *(f"<0x{byte:02X}>".encode() for byte in range(256)), b"\xe2\x96\x81"]
    kinds = [_UNKNOWN, _CONTROL, _CONTROL, *[_BYTE] * 256, _NORMAL]
    keys = [
        _text("general.architecture", b"llama"),
        _number("llama.context_length", context_tokens),
        _number("llama.embedding_length", width),
        _number("llama.block_count", layers),
        _number("llama.feed_forward_length", width * 3),
        _number("llama.attention.head_count", _HEADS),
        _number("llama.attention.head_count_kv", _HEADS),
        _number("llama.rope.dimension_count", width // _HEADS),
        _key("llama.attention.layer_norm_rms_epsilon", _FLOAT32) + struct.pack("<f", 1e-5),
        _text("tokenizer.ggml.model", b"llama"),
        _list("tokenizer.ggml.tokens", _STRING, [_string(token) for token in vocabulary]),
        _list("tokenizer.ggml.scores", _FLOAT32, [struct.pack("<f", 0.0) for _ in vocabulary]),
        _list("tokenizer.ggml.token_type", _INT32, [struct.pack("<i", kind) for kind in kinds]),
        _number("tokenizer.ggml.bos_token_id", 1),
        _number("tokenizer.ggml.eos_token_id", 2),
    ]
    tensors = _tensors(width, layers, len(vocabulary))
    with path.open("wb") as file:
        file.write(struct.pack("<4sIQQ", b"GGUF", 3, len(tensors), len(keys)))
        file.write(b"".join(keys))
        offset = 0
        for name, values in tensors:
            shape = values.shape[::-1]  # GGUF names the fastest dimension first
            file.write(_string(name.encode()) + struct.pack(f"<I{len(shape)}Q", len(shape), *shape))
            file.write(struct.pack("<IQ", _F16 if values.dtype == np.float16 else 0, offset))
            offset += -(-values.nbytes // _ALIGNMENT) * _ALIGNMENT
        file.write(b"\0" * (-file.tell() % _ALIGNMENT))
        for _, values in tensors:
            file.write(values.tobytes())
            file.write(b"\0" * (-values.nbytes % _ALIGNMENT))
    return path


def _tensors(width: int, layers: int, words: int) -> list[tuple[str, npt.NDArray[np.generic]]]:
    random = np.random.default_rng(1)

    def weights(*shape: int) -> npt.NDArray[np.float16]:
        return (random.standard_normal(shape, dtype=np.float32) * 0.05).astype(np.float16)

    output = weights(words, width)
    output[: len(_SPECIAL)] = 0  # the end of the text is never the likeliest token
    one: FloatArray = np.ones(width, np.float32)
    tensors: list[tuple[str, npt.NDArray[np.generic]]] = [
        ("token_embd.weight", weights(words, width)),
        ("output_norm.weight", one),
        ("output.weight", output),
    ]
    for layer in range(layers):
        block = f"blk.{layer}"
        tensors += [(f"{block}.attn_norm.weight", one), (f"{block}.ffn_norm.weight", one)]
        tensors += [(f"{block}.attn_{part}.weight", weights(width, width)) for part in ("q", "k", "v", "output")]
        tensors += [(f"{block}.ffn_{part}.weight", weights(width * 3, width)) for part in ("gate", "up")]
        tensors.append((f"{block}.ffn_down.weight", weights(width, width * 3)))
    return tensors


def _string(value: bytes) -> bytes:
    return struct.pack("<Q", len(value)) + value


def _key(name: str, kind: int) -> bytes:
    return _string(name.encode()) + struct.pack("<I", kind)


def _text(name: str, value: bytes) -> bytes:
    return _key(name, _STRING) + _string(value)


def _number(name: str, value: int) -> bytes:
    return _key(name, _UINT32) + struct.pack("<I", value)


def _list(name: str, kind: int, values: list[bytes]) -> bytes:
    return _key(name, _ARRAY) + struct.pack("<IQ", kind, len(values)) + b"".join(values)
