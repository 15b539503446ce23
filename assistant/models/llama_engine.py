# pyright: basic
"""llama.cpp with one model and one context: tokenise, read a prompt, write token by token.

Only `generator_worker` uses it, in a process of its own: llama.cpp answers a bad file or a wrong call by ending the
process. It talks to the library's C interface, which is also faster than the high-level class.
"""

from __future__ import annotations

import codecs
import ctypes
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import llama_cpp

from assistant.models import chat_templates

if TYPE_CHECKING:
    from assistant.domain.conversation import Message

_BATCH_TOKENS = 256  # one step of reading a prompt; between steps the watchdog hears that work goes on
_LEAST_CONTEXT = 512
_ERROR_LEVEL = 4  # GGML_LOG_LEVEL_ERROR
_MEMORY_WORDS = ("allocate", "alloc buffer", "bad_alloc", "out of memory", "mmap failed")
_CUT_WORDS = ("not within the file bounds", "failed to read key-value pairs", "failed to read tensor")
_UNSEEN = {code: None for code in range(32) if chr(code) not in "\n\t"}  # control characters say nothing to a reader
_REFUSED = ("bert", "t5", "clip", "wav", "whisper")  # encoders: they embed and do not write


class Unusable(Exception):
    """The file is not a model that can write. The text is one of the reasons that the program has words for."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to load a model. `context_tokens` is an upper limit: the model's own may be smaller."""

    family: str = "plain"
    context_tokens: int = 8192
    threads: int = 0  # 0: as many as this machine suggests


@dataclass(slots=True)
class Ending:
    """Why an answer ended ("stop", "length" or "cancelled") and how long prompt and answer were, in tokens."""

    reason: str = "stop"
    prompt_tokens: int = 0
    tokens: int = 0


class _Log:
    """The library's complaints, kept instead of printed. The first one says why, the later ones that it failed."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._callback = llama_cpp.llama_log_callback(self._note)

    def listen(self) -> None:
        self.lines.clear()
        llama_cpp.llama_log_set(self._callback, ctypes.c_void_p(0))

    def _note(self, level: int, text: bytes, _: object) -> None:
        if level == _ERROR_LEVEL and text.strip() and len(self.lines) < 20:
            self.lines.append(text.decode("utf-8", "replace").strip())

    def reason(self, otherwise: str) -> str:
        """Why something failed, in a few words."""
        if any(word in line.casefold() for line in self.lines for word in _MEMORY_WORDS):
            return "memory"
        if any(word in line for line in self.lines for word in _CUT_WORDS):
            return "truncated"
        return self.lines[0].rpartition(": ")[2][:120] if self.lines else otherwise


_log = _Log()


def offloads() -> bool:
    """Whether this build of the library puts models on a GPU."""
    return bool(llama_cpp.llama_supports_gpu_offload())


class AbortFlag:
    """A flag that llama.cpp looks at between any two nodes of its graph, from any of its threads.

    The callback is the C library's `strlen` over two bytes: it says 0 while the first byte is 0 and needs no Python,
    where a Python callback would take the interpreter's lock a thousand times for each token.
    """

    def __init__(self) -> None:
        self._bytes = ctypes.create_string_buffer(2)
        strlen = ctypes.CDLL(None).strlen
        address: Any = ctypes.cast(strlen, ctypes.c_void_p).value
        self.callback = llama_cpp.ggml_abort_callback(address)
        self.data = ctypes.cast(self._bytes, ctypes.c_void_p)

    @property
    def is_set(self) -> bool:
        """Whether somebody asked to stop."""
        return self._bytes[0] != b"\0"

    def set(self) -> None:
        """Ask to stop; from any thread."""
        self._bytes[0] = b"\x01"

    def clear(self) -> None:
        """Go on."""
        self._bytes[0] = b"\0"


class Engine:
    """One model in memory with its context. Not for several threads, but for `abort`."""

    def __init__(self, path: str, options: Options, on_progress: Callable[[], None] = lambda: None) -> None:
        """Load the model. Raises `Unusable`. `on_progress` is called as loading and reading go on."""
        self.abort = AbortFlag()
        self._on_progress = on_progress
        self._cores = options.threads or len(os.sched_getaffinity(0))
        self._past: list[int] = []
        self._held: list[object] = []
        _log.listen()
        llama_cpp.llama_backend_init()
        self._model: Any = self._load(path)
        self._vocab: Any = llama_cpp.llama_model_get_vocab(self._model)
        self.architecture = self._meta("general.architecture")
        self._check_kind()
        self._context: Any = self._make_context(options)
        self.context_tokens = llama_cpp.llama_n_ctx(self._context)
        self._markers = self._marker_ids()
        self.family = chat_templates.choose_family(options.family, self._is_one_token)

    def _load(self, path: str) -> object:
        params = llama_cpp.llama_model_default_params()
        if offloads():
            params.n_gpu_layers = -1

        def go_on(_: float, __: object) -> bool:
            self._on_progress()
            return True

        callback = llama_cpp.llama_progress_callback(go_on)
        self._held.append(callback)
        params.progress_callback = callback
        model = llama_cpp.llama_model_load_from_file(os.fsencode(path), params)
        if not model:
            raise Unusable(_log.reason("unreadable"))
        return model

    def _check_kind(self) -> None:
        if llama_cpp.llama_vocab_n_tokens(self._vocab) <= 0 or llama_cpp.llama_vocab_type(self._vocab) == 0:
            raise Unusable("no_vocabulary")
        is_encoder = llama_cpp.llama_model_has_encoder(self._model) or not llama_cpp.llama_model_has_decoder(
            self._model
        )
        if is_encoder or any(name in self.architecture for name in _REFUSED):
            raise Unusable("not_chat")

    def _make_context(self, options: Options) -> object:
        wanted = options.context_tokens
        trained = llama_cpp.llama_model_n_ctx_train(self._model)
        size = max(_LEAST_CONTEXT, min(wanted, trained if trained > 0 else wanted))
        while size >= _LEAST_CONTEXT:
            params = llama_cpp.llama_context_default_params()
            params.n_ctx = size
            params.n_batch = params.n_ubatch = min(_BATCH_TOKENS, size)
            # Writing is bound by memory and its threads wait for each other: half of the logical cores write as fast
            # as all of them, and the desktop keeps the others. The library's own class chooses the same.
            params.n_threads = options.threads or max(1, self._cores // 2)
            params.n_threads_batch = self._cores
            params.no_perf = True
            if not offloads():
                # Measured on 2 cores, 25 million weights, 24 Nov 2026: 200 tokens cost .66 s without and .87 s with it.
                params.flash_attn_type = llama_cpp.LLAMA_FLASH_ATTN_TYPE_DISABLED
            params.abort_callback = self.abort.callback
            params.abort_callback_data = self.abort.data
            context = llama_cpp.llama_init_from_model(self._model, params)
            if context:
                return context
            size //= 2  # a smaller memory for the conversation is better than no answer
        raise Unusable("memory")

    def _meta(self, key: str) -> str:
        buffer: Any = ctypes.create_string_buffer(256)
        length = llama_cpp.llama_model_meta_val_str(self._model, key.encode(), buffer, len(buffer))
        return buffer.value.decode("utf-8", "replace") if length > 0 else ""

    def _marker_ids(self) -> frozenset[int]:
        """Tokens that text must never become: control tokens, end tokens, and any family's markers."""
        texts = {marker for family in chat_templates.FAMILIES for marker in chat_templates.template_for(family).markers}
        ids = {self._one_token(text) for text in texts}
        return frozenset(token for token in ids if token is not None)

    def _one_token(self, text: str) -> int | None:
        ids = self._tokenise(text, may_control=True)
        return ids[0] if len(ids) == 1 else None

    def _is_one_token(self, text: str) -> bool:
        return self._one_token(text) is not None

    def is_control(self, token: int) -> bool:
        """Whether a token is one that only a template may use."""
        return (
            token in self._markers
            or llama_cpp.llama_vocab_is_control(self._vocab, token)
            or llama_cpp.llama_vocab_is_eog(self._vocab, token)
        )

    def _tokenise(self, text: str, *, may_control: bool) -> list[int]:
        raw = text.encode("utf-8", "replace")
        room = len(raw) + 8
        tokens = (llama_cpp.llama_token * room)()
        count = llama_cpp.llama_tokenize(self._vocab, raw, len(raw), tokens, room, False, may_control)
        if count < 0:
            tokens = (llama_cpp.llama_token * -count)()
            count = llama_cpp.llama_tokenize(self._vocab, raw, len(raw), tokens, -count, False, may_control)
        return list(tokens[: max(count, 0)])

    def ids_of(self, piece: chat_templates.Piece) -> list[int]:
        """The tokens of a piece; those of people's text hold no control token, whatever it says."""
        if piece.is_template:
            return self._tokenise(piece.text, may_control=True)
        ids = self._tokenise(piece.text, may_control=False)
        if any(self.is_control(token) for token in ids):  # models that declare their markers as ordinary words
            pieces = (self._tokenise(character, may_control=False) for character in piece.text)
            ids = [token for one in pieces for token in one if not self.is_control(token)]
        return ids

    def prompt(self, messages: Sequence[Message], answer_tokens: int) -> list[int]:
        """The tokens of a conversation that leave room for the answer.

        What does not fit is left out: the oldest turns first, then the end of the longest text that remains. The
        system's words and the last turn stay.
        """
        room = self.context_tokens - min(answer_tokens, self.context_tokens // 2) - 1
        bos = int(llama_cpp.llama_vocab_bos(self._vocab))  # pyright: ignore[reportArgumentType]
        start = [bos] if llama_cpp.llama_vocab_get_add_bos(self._vocab) and bos >= 0 else []
        turns = [
            [(self.ids_of(piece), piece.is_template) for piece in turn]
            for turn in chat_templates.render(self.family, messages)
        ]

        def excess() -> int:
            return len(start) + sum(len(ids) for turn in turns for ids, _ in turn) - room

        first = 1 if messages and messages[0].role == "system" else 0
        while excess() > 0 and len(turns) > first + 2:
            del turns[first]
        while (over := excess()) > 0:
            texts = [ids for turn in turns for ids, is_template in turn if not is_template and ids]
            if not texts:
                break
            longest = max(texts, key=len)
            del longest[max(0, len(longest) - over) :]
        return start + [token for turn in turns for ids, _ in turn for token in ids]

    def _read(self, tokens: list[int]) -> bool:
        """Decode tokens in steps. False when aborted. Raises `Unusable` when the library cannot."""
        for start in range(0, len(tokens), _BATCH_TOKENS):
            part = tokens[start : start + _BATCH_TOKENS]
            array = (llama_cpp.llama_token * len(part))(*part)
            status = llama_cpp.llama_decode(self._context, llama_cpp.llama_batch_get_one(array, len(part)))
            if status == 2 or self.abort.is_set:
                return False
            if status != 0:
                raise Unusable(_log.reason("no_answer"))
            self._past.extend(part)
            self._on_progress()
        return True

    def _rewind(self, tokens: list[int]) -> list[int]:
        """Keep what the context already holds of this prompt. Gives the tokens still to read."""
        same = 0
        for old, new in zip(self._past, tokens[:-1], strict=False):
            if old != new:
                break
            same += 1
        memory: Any = llama_cpp.llama_get_memory(self._context)
        if not llama_cpp.llama_memory_seq_rm(memory, 0, same, -1):
            llama_cpp.llama_memory_clear(memory, True)
            same = 0
        self._past = tokens[:same]
        return tokens[same:]

    def write(
        self, messages: Sequence[Message], max_tokens: int, temperature: float, seed: int, ending: Ending
    ) -> Iterator[str]:
        """The answer, piece by piece; `ending` is filled in as it goes."""
        template = chat_templates.template_for(self.family)
        prompt = self.prompt(messages, max_tokens)
        ending.prompt_tokens = len(prompt)
        sampler = self._sampler(temperature, seed)
        try:
            if not self._read(self._rewind(prompt)):
                ending.reason = "cancelled"
                return
            tokens = self._tokens(sampler, min(max_tokens, self.context_tokens - len(prompt)), ending)
            yield from until_stop(self._decoded(tokens), template.stops, ending)
        finally:
            llama_cpp.llama_sampler_free(sampler)

    def _tokens(self, sampler: Any, limit: int, ending: Ending) -> Iterator[int]:  # noqa: ANN401
        step = (llama_cpp.llama_token * 1)()
        ending.reason = "length"
        while ending.tokens < limit:
            token = llama_cpp.llama_sampler_sample(sampler, self._context, -1)
            if self.is_control(token):
                ending.reason = "stop"
                return
            ending.tokens += 1
            yield token
            if ending.tokens == limit:
                return
            step[0] = token
            status = llama_cpp.llama_decode(self._context, llama_cpp.llama_batch_get_one(step, 1))
            if status == 2 or self.abort.is_set:
                ending.reason = "cancelled"
                return
            if status != 0:
                raise Unusable(_log.reason("no_answer"))
            self._past.append(token)
            self._on_progress()

    def _decoded(self, tokens: Iterator[int]) -> Iterator[str]:
        decoder = codecs.getincrementaldecoder("utf-8")("replace")  # a character may be split over tokens
        buffer = ctypes.create_string_buffer(512)
        for token in tokens:
            length = llama_cpp.llama_token_to_piece(self._vocab, token, buffer, len(buffer), 0, False)
            yield decoder.decode(buffer.raw[: max(length, 0)]).translate(_UNSEEN)
        yield decoder.decode(b"", final=True)

    def _sampler(self, temperature: float, seed: int) -> Any:  # noqa: ANN401 - a pointer of the library
        chain = llama_cpp.llama_sampler_chain_init(llama_cpp.llama_sampler_chain_default_params())
        if temperature <= 0:
            steps = [llama_cpp.llama_sampler_init_greedy()]
        else:
            steps = [
                llama_cpp.llama_sampler_init_top_k(40),
                llama_cpp.llama_sampler_init_top_p(0.9, 1),
                llama_cpp.llama_sampler_init_min_p(0.05, 1),
                llama_cpp.llama_sampler_init_temp(temperature),
                llama_cpp.llama_sampler_init_dist(seed),
            ]
        for step in steps:
            llama_cpp.llama_sampler_chain_add(chain, step)
        return chain


def until_stop(pieces: Iterator[str], stops: Sequence[str], ending: Ending) -> Iterator[str]:
    """The pieces up to the first of `stops`; text that may be the beginning of one is held back until it is not."""
    held = ""
    for piece in pieces:
        held += piece
        found = [held.index(stop) for stop in stops if stop in held]
        if found:
            ending.reason = "stop"
            if held[: min(found)]:
                yield held[: min(found)]
            return
        keep = max((size for stop in stops for size in range(1, len(stop)) if held.endswith(stop[:size])), default=0)
        if len(held) > keep:
            yield held[: len(held) - keep]
            held = held[len(held) - keep :]
    if held:
        yield held
