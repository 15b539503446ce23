"""Chat templates of our own, by model family.

The template inside a model file is a program (Jinja) written by a stranger: it can run for ever or slip in a system
turn, so it is never run. A prompt is a list of pieces instead: what the template says, where control tokens are
meant, and what people wrote, where they never are. The worker tokenises the two differently, so no text can speak
with the model's control tokens (ChatInject, arXiv 2509.22830).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.domain.conversation import Message


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a prompt. Only where `is_template` may text become control tokens."""

    text: str
    is_template: bool


@dataclass(frozen=True, slots=True)
class Template:
    """How one family marks turns: text before and after each role's words.

    `markers` are texts that are one control token each in a model of this family. `stops` end an answer in families
    whose turns end without a control token. `system` None: the first user turn carries the system's words.
    """

    family: str
    user: tuple[str, str]
    assistant: tuple[str, str]
    system: tuple[str, str] | None = None
    markers: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()


_TEMPLATES = (
    Template(
        "phi4",
        user=("<|im_start|>user<|im_sep|>", "<|im_end|>"),
        assistant=("<|im_start|>assistant<|im_sep|>", "<|im_end|>"),
        system=("<|im_start|>system<|im_sep|>", "<|im_end|>"),
        markers=("<|im_start|>", "<|im_sep|>", "<|im_end|>"),
    ),
    Template(
        "chatml",
        user=("<|im_start|>user\n", "<|im_end|>\n"),
        assistant=("<|im_start|>assistant\n", "<|im_end|>\n"),
        system=("<|im_start|>system\n", "<|im_end|>\n"),
        markers=("<|im_start|>", "<|im_end|>"),
    ),
    Template(
        "llama3",
        user=("<|start_header_id|>user<|end_header_id|>\n\n", "<|eot_id|>"),
        assistant=("<|start_header_id|>assistant<|end_header_id|>\n\n", "<|eot_id|>"),
        system=("<|start_header_id|>system<|end_header_id|>\n\n", "<|eot_id|>"),
        markers=("<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>"),
    ),
    Template(
        "gemma",
        user=("<start_of_turn>user\n", "<end_of_turn>\n"),
        assistant=("<start_of_turn>model\n", "<end_of_turn>\n"),
        markers=("<start_of_turn>", "<end_of_turn>"),
    ),
    Template(
        "phi",
        user=("<|user|>\n", "<|end|>\n"),
        assistant=("<|assistant|>\n", "<|end|>\n"),
        system=("<|system|>\n", "<|end|>\n"),
        markers=("<|user|>", "<|assistant|>", "<|end|>"),
    ),
    Template(
        "mistral",
        user=("[INST] ", " [/INST]"),
        assistant=("", "</s>"),
        markers=("[INST]", "[/INST]"),
        stops=("[INST]",),
    ),
    Template(
        "plain",
        user=("\nUser: ", "\n"),
        assistant=("Assistant:", "\n"),
        system=("", "\n"),
        stops=("\nUser:", "\nAssistant:"),
    ),
)
_BY_FAMILY = {template.family: template for template in _TEMPLATES}
FAMILIES = tuple(_BY_FAMILY)
"""Every family there is a template for; "plain" is the one that any model can follow."""

_NAME_CLUES = (
    ("phi-4", "phi4"),
    ("phi4", "phi4"),
    ("phi", "phi"),
    ("qwen", "chatml"),
    ("smollm", "chatml"),
    ("hermes", "chatml"),
    ("chatml", "chatml"),
    ("minicpm", "chatml"),
    ("internlm", "chatml"),
    ("yi-", "chatml"),
    ("gemma", "gemma"),
    ("mixtral", "mistral"),
    ("mistral", "mistral"),
    ("ministral", "mistral"),
    ("llama-2", "mistral"),
    ("llama2", "mistral"),
    ("llama-3", "llama3"),
    ("llama3", "llama3"),
    ("llama_3", "llama3"),
)


def template_for(family: str) -> Template:
    """The template of a family; that of "plain" for one we do not know."""
    return _BY_FAMILY.get(family, _BY_FAMILY["plain"])


def guess_family(file_name: str, architecture: str = "") -> str:
    """The likely family from a file's name, else from the architecture that the worker read in it."""
    for clues in (file_name.casefold(), architecture.casefold()):
        for clue, family in _NAME_CLUES:
            if clue in clues:
                return family
    return "plain"


def choose_family(hint: str, is_control_token: Callable[[str], bool]) -> str:
    """The family whose markers the model really has as control tokens; `hint` wins among those.

    The Llama 2 and early Mistral models spell their markers as ordinary text, so that hint needs no markers.
    """
    fitting = [
        template.family
        for template in _TEMPLATES
        if template.markers and all(is_control_token(marker) for marker in template.markers)
    ]
    if hint in fitting or (hint == "mistral" and not fitting):
        return hint
    return fitting[0] if fitting else "plain"


def render(family: str, messages: Sequence[Message]) -> list[list[Piece]]:
    """One list of pieces per turn, the last one opening the assistant's answer.

    Neighbouring messages of one role become one turn, because many families demand that the roles alternate.
    """
    template = template_for(family)
    turns = [_turn(template, role, texts) for role, texts in _merged(template, messages)]
    opening, _ = template.assistant
    return [*turns, [Piece(opening, is_template=True)] if opening else []]


def _merged(template: Template, messages: Sequence[Message]) -> list[tuple[str, list[str]]]:
    merged: list[tuple[str, list[str]]] = []
    for message in messages:
        role = message.role if message.role in ("system", "assistant") else "user"
        if role == "system" and template.system is None:
            role = "user"
        if merged and merged[-1][0] == role:
            merged[-1][1].append(message.text)
        else:
            merged.append((role, [message.text]))
    return merged


def _turn(template: Template, role: str, texts: list[str]) -> list[Piece]:
    marks = {"system": template.system or template.user, "assistant": template.assistant, "user": template.user}
    before, after = marks[role]
    pieces = [Piece(before, is_template=True)]
    for position, text in enumerate(texts):
        if position:
            pieces.append(Piece("\n\n", is_template=True))
        pieces.append(Piece(text, is_template=False))
    pieces.append(Piece(after, is_template=True))
    return [piece for piece in pieces if piece.text or not piece.is_template]
