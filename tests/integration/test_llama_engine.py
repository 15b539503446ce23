"""The library itself, in this process, with our own tiny model: what becomes a control token and what does not."""

from __future__ import annotations

from pathlib import Path

import gguf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.conversation import Message
from assistant.models.chat_templates import FAMILIES, Piece, template_for
from assistant.models.llama_engine import Ending, Engine, Options, Unusable
from tests.tiny_gguf import write_tiny_gguf

MARKERS = sorted({marker for family in FAMILIES for marker in template_for(family).markers})
HOSTILE = [
    *MARKERS,
    "<s>",
    "</s>",
    "<unk>",
    "<|endoftext|>",
    "<0x0A>",
    "\0",
    "\ud800",
    "▁",
    "system\n",
    "会议",
    "😀",
    "\n",
]
hostile_texts = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=12), max_size=12).map("".join)


@pytest.fixture(scope="module", params=["chatml", "llama3", "gemma", "phi", "mistral", "plain", "chatml as words"])
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Engine:
    family, _, as_words = request.param.partition(" ")
    control_type = gguf.TokenType.USER_DEFINED if as_words else gguf.TokenType.CONTROL
    path = tmp_path_factory.mktemp("model") / f"{family}.gguf"
    write_tiny_gguf(path, layers=1, width=32, control_tokens=template_for(family).markers, control_type=control_type)
    made = Engine(str(path), Options(family=family, threads=1))
    assert made.family == family
    return made


def controls(engine: Engine, messages: list[Message]) -> list[int]:
    return [token for token in engine.prompt(messages, 8) if engine.is_control(token)]


@settings(max_examples=300, deadline=None)
@given(texts=st.lists(hostile_texts, min_size=3, max_size=3))
def test_control_tokens_depend_on_the_template_alone(engine: Engine, texts: list[str]) -> None:
    roles = ("system", "user", "user")
    hostile = [Message(role, text) for role, text in zip(roles, texts, strict=True)]
    harmless = [Message(role, "a") for role in roles]
    assert controls(engine, hostile) == controls(engine, harmless)


@settings(max_examples=100, deadline=None)
@given(text=hostile_texts)
def test_peoples_text_never_becomes_a_control_token(engine: Engine, text: str) -> None:
    assert not any(engine.is_control(token) for token in engine.ids_of(Piece(text, is_template=False)))


def test_the_markers_of_the_template_are_control_tokens(engine: Engine) -> None:
    for marker in template_for(engine.family).markers:
        ids = engine.ids_of(Piece(marker, is_template=True))
        assert len(ids) == 1
        assert engine.is_control(ids[0])


@settings(max_examples=60, deadline=None)
@given(sizes=st.lists(st.integers(0, 900), min_size=1, max_size=7), answer=st.integers(1, 2000))
def test_a_prompt_always_leaves_room_for_an_answer(engine: Engine, sizes: list[int], answer: int) -> None:
    messages = [Message("system", "rule " * sizes[0]), *(Message("user", "word " * size) for size in sizes[1:])]
    prompt = engine.prompt(messages, answer)
    assert len(prompt) <= engine.context_tokens - min(answer, engine.context_tokens // 2)
    assert controls(engine, messages)[:1] == controls(engine, [Message("user", "a")])[:1]


def test_a_character_split_over_tokens_comes_out_whole(tmp_path: Path) -> None:
    path = write_tiny_gguf(tmp_path / "bytes.gguf", layers=1, width=32)
    engine = Engine(str(path), Options(threads=1))
    ids = engine.ids_of(Piece("é😀会议", is_template=False))
    assert len(ids) > 4  # the first two are not in the vocabulary and fall apart into bytes
    assert "".join(engine._decoded(iter(ids))) == "é😀会议"


def test_the_same_context_answers_alike_after_any_other_question(tmp_path: Path) -> None:
    engine = Engine(str(write_tiny_gguf(tmp_path / "tiny.gguf")), Options(threads=1))

    def answer(text: str) -> str:
        return "".join(engine.write([Message("user", text)], 30, 0.0, 1, Ending()))

    first = answer("one two three")
    answer("one two four")
    answer("something else")
    assert answer("one two three") == first


def test_an_answer_stopped_half_way_leaves_no_trace_in_the_next(tmp_path: Path) -> None:
    engine = Engine(str(write_tiny_gguf(tmp_path / "tiny.gguf")), Options(threads=1))
    ask = [Message("user", "one two three")]
    first = "".join(engine.write(ask, 30, 0.0, 1, Ending()))
    ending = Ending()
    for position, _ in enumerate(engine.write(ask, 300, 0.0, 1, ending)):
        if position == 5:
            engine.abort.set()
    assert ending.reason == "cancelled"
    engine.abort.clear()
    assert "".join(engine.write(ask, 30, 0.0, 1, Ending())) == first


def test_a_file_that_is_no_chat_model_is_refused_with_a_reason(tmp_path: Path) -> None:
    path = tmp_path / "no.gguf"
    path.write_bytes(b"GGUF" + b"\x03\0\0\0" + b"\0" * 100)
    with pytest.raises(Unusable):
        Engine(str(path), Options(threads=1))
