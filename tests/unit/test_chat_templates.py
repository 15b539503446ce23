"""Prompts as pieces: what a template says and what people wrote never mix."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.conversation import Message
from assistant.models.chat_templates import FAMILIES, Piece, choose_family, guess_family, render, template_for

messages = st.lists(
    st.builds(Message, st.sampled_from(["system", "user", "assistant", "odd"]), st.text(max_size=20)), max_size=6
)
family_names = st.sampled_from(FAMILIES)


def spoken(turns: list[list[Piece]]) -> list[str]:
    return [piece.text for turn in turns for piece in turn if not piece.is_template]


def marked(turns: list[list[Piece]]) -> str:
    return "".join(piece.text for turn in turns for piece in turn if piece.is_template)


@given(family=family_names, said=messages)
def test_every_message_is_there_once_in_order_and_as_it_was_written(family: str, said: list[Message]) -> None:
    assert spoken(render(family, said)) == [message.text for message in said]


@given(family=family_names, said=messages, other=st.text())
def test_what_the_template_says_depends_on_the_roles_alone(family: str, said: list[Message], other: str) -> None:
    replaced = [Message(message.role, other) for message in said]
    assert marked(render(family, said)) == marked(render(family, replaced))


@given(family=st.sampled_from(["phi4", "chatml", "llama3", "gemma", "phi"]), said=messages)
def test_neighbouring_turns_never_have_the_same_role(family: str, said: list[Message]) -> None:
    turns = render(family, [*said, Message("user", "?")])
    assert all(one[0] != other[0] for one, other in pairwise(turns))  # these families open every turn with its role


def test_a_chatml_prompt_reads_as_the_family_expects() -> None:
    turns = render("chatml", [Message("system", "S"), Message("user", "A"), Message("user", "B")])
    whole = "".join(piece.text for turn in turns for piece in turn)
    assert whole == "<|im_start|>system\nS<|im_end|>\n<|im_start|>user\nA\n\nB<|im_end|>\n<|im_start|>assistant\n"


def test_a_family_without_a_system_turn_gives_its_words_to_the_user() -> None:
    turns = render("gemma", [Message("system", "S"), Message("user", "A")])
    whole = "".join(piece.text for turn in turns for piece in turn)
    assert whole == "<start_of_turn>user\nS\n\nA<end_of_turn>\n<start_of_turn>model\n"


@pytest.mark.parametrize(
    ("name", "architecture", "family"),
    [
        ("Qwen2.5-7B-Instruct-Q4_K_M.gguf", "qwen2", "chatml"),
        ("Meta-Llama-3.1-8B-Instruct.Q5.gguf", "llama", "llama3"),
        ("gemma-2-2b-it.gguf", "gemma2", "gemma"),
        ("Mistral-7B-Instruct-v0.3.gguf", "llama", "mistral"),
        ("Phi-3.5-mini-instruct.gguf", "phi3", "phi"),
        ("phi-4-Q4.gguf", "phi3", "phi4"),
        ("Nous-Hermes-2-Mistral.gguf", "llama", "chatml"),
        ("model.gguf", "gemma3", "gemma"),
        ("model.gguf", "", "plain"),
        ("stories260K.gguf", "llama", "plain"),
    ],
)
def test_the_family_is_guessed_from_name_and_architecture(name: str, architecture: str, family: str) -> None:
    assert guess_family(name, architecture) == family


@given(
    hint=st.text(max_size=8) | family_names, known=st.sets(st.sampled_from([*template_for("chatml").markers, "[INST]"]))
)
def test_a_family_is_never_chosen_whose_markers_the_model_lacks(hint: str, known: set[str]) -> None:
    chosen = choose_family(hint, known.__contains__)
    assert chosen == "mistral" or all(marker in known for marker in template_for(chosen).markers)


def test_a_name_that_promises_too_much_gives_way_to_the_models_own_tokens() -> None:
    gemma = set(template_for("gemma").markers)
    assert choose_family("llama3", gemma.__contains__) == "gemma"
    assert choose_family("gemma", set().__contains__) == "plain"
    assert choose_family("mistral", set().__contains__) == "mistral"
