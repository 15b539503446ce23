"""Makes a real but tiny language model: a llama with random weights and a small vocabulary that has control tokens.

The same arguments give the same bytes. It writes nonsense, and that is enough: the tests are about the process that
holds it, not about what it says.
"""

from __future__ import annotations

from pathlib import Path

import gguf
import numpy as np

CONTROL_TOKENS = ("<|im_start|>", "<|im_end|>")
_LETTERS = "etaoinshrdlucmfwypvbgkjqxzETAOINSHRDLUCMFWYPVBGKJQXZ0123456789.,!?-:;'\"()[]<>|/\n"
_WORDS = ("▁the", "▁and", "▁you", "▁to", "▁note", "▁call", "▁today", "▁Anna", "今天", "会议", "明天", "的", "我")


def write_tiny_gguf(
    path: Path,
    *,
    seed: int = 1,
    layers: int = 2,
    width: int = 64,
    context_tokens: int = 512,
    control_tokens: tuple[str, ...] = CONTROL_TOKENS,
    control_type: gguf.TokenType = gguf.TokenType.CONTROL,
    never_ends: bool = True,
    architecture: str = "llama",
) -> Path:
    """Write the model to `path`. `never_ends` gives the end tokens no chance, so an answer has its full length."""
    heads, feed_forward = 4, width * 2
    tokens, scores, types = _vocabulary(control_tokens, control_type)
    writer = gguf.GGUFWriter(path, architecture)
    writer.add_name("tiny")
    writer.add_context_length(context_tokens)
    writer.add_embedding_length(width)
    writer.add_block_count(layers)
    writer.add_feed_forward_length(feed_forward)
    writer.add_head_count(heads)
    writer.add_head_count_kv(heads)
    writer.add_rope_dimension_count(width // heads)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_tokenizer_model("llama")
    writer.add_token_list(tokens)
    writer.add_token_scores(scores)
    writer.add_token_types(types)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_unk_token_id(0)
    writer.add_add_bos_token(True)
    writer.add_add_space_prefix(False)

    random = np.random.default_rng(seed)

    def weights(*shape: int) -> np.ndarray:
        return (random.standard_normal(shape) * 0.3).astype(np.float32)

    output = weights(len(tokens), width)
    if never_ends:
        output[: 3 + len(control_tokens) + 256] = 0.0  # end, markers and raw bytes are never the likeliest
    writer.add_tensor("token_embd.weight", weights(len(tokens), width))
    writer.add_tensor("output_norm.weight", np.ones(width, np.float32))
    writer.add_tensor("output.weight", output)
    for layer in range(layers):
        block = f"blk.{layer}"
        writer.add_tensor(f"{block}.attn_norm.weight", np.ones(width, np.float32))
        writer.add_tensor(f"{block}.ffn_norm.weight", np.ones(width, np.float32))
        for name in ("attn_q", "attn_k", "attn_v", "attn_output"):
            writer.add_tensor(f"{block}.{name}.weight", weights(width, width))
        writer.add_tensor(f"{block}.ffn_gate.weight", weights(feed_forward, width))
        writer.add_tensor(f"{block}.ffn_up.weight", weights(feed_forward, width))
        writer.add_tensor(f"{block}.ffn_down.weight", weights(width, feed_forward))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def write_killer(path: Path) -> Path:
    """A model that makes llama.cpp abort its process while it loads: one word stands twice in its vocabulary."""
    data = write_tiny_gguf(path, layers=1, width=32).read_bytes()
    path.write_bytes(data.replace(b"<0x06>", b"<0x05>", 1))
    return path


def _vocabulary(
    control_tokens: tuple[str, ...], control_type: gguf.TokenType
) -> tuple[list[bytes], list[float], list[gguf.TokenType]]:
    tokens = [b"<unk>", b"<s>", b"</s>", *(token.encode() for token in control_tokens)]
    types = [gguf.TokenType.UNKNOWN, gguf.TokenType.CONTROL, gguf.TokenType.CONTROL]
    types += [control_type] * len(control_tokens)
    scores = [0.0] * len(tokens)
    tokens += [f"<0x{byte:02X}>".encode() for byte in range(256)]
    types += [gguf.TokenType.BYTE] * 256
    scores += [0.0] * 256
    for place, text in enumerate(("▁", *_WORDS, *_LETTERS)):
        tokens.append(text.encode())
        types.append(gguf.TokenType.NORMAL)
        scores.append(-float(place) - (10.0 if len(text) == 1 else 0.0))
    return tokens, scores, types
