"""Conversations, turns, answers and their citations."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.domain.intention import Fired


class Role(StrEnum):
    """Who speaks in a turn."""

    USER = "user"
    ASSISTANT = "assistant"


class TurnState(StrEnum):
    """Whether a turn is whole."""

    COMPLETE = "complete"
    INTERRUPTED = "interrupted"  # stopped by the user or by a crash; the partial text is kept


class AnswerNotice(StrEnum):
    """What the user must know about how an answer was made. `language/wording.py` has the sentences."""

    NONE = "none"
    NO_MODEL = "no_model"  # no language model installed: made of the cited items
    MODEL_CRASHED = "model_crashed"  # the model failed on this question
    MODEL_UNUSABLE = "model_unusable"  # its file is gone, changed, or cannot be loaded
    MODEL_SET_ASIDE = "model_set_aside"
    NOTHING_FOUND = "nothing_found"


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered source of an answer. `number` starts at 1 and appears in the text as [1]."""

    number: int
    item_id: str
    text: str
    created_at_ms: int


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of a conversation. `item_id` links a user's turn to the item that keeps it."""

    id: str
    conversation_id: str
    role: Role
    text: str
    created_at_ms: int
    state: TurnState = TurnState.COMPLETE
    citations: tuple[Citation, ...] = ()
    model: str | None = None
    notice: AnswerNotice = AnswerNotice.NONE
    item_id: str | None = None


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation in the list of conversations."""

    id: str
    title: str
    created_at_ms: int
    updated_at_ms: int


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer with sources. `model` is None when no language model wrote it."""

    text: str
    citations: tuple[Citation, ...]
    model: str | None
    milliseconds: int
    conversation_id: str = ""
    notice: AnswerNotice = AnswerNotice.NONE
    state: TurnState = TurnState.COMPLETE
    fired: tuple[Fired, ...] = ()


@dataclass(frozen=True, slots=True)
class Message:
    """One message to the language model. `text` is data: it is never tokenised with control tokens."""

    role: str  # "system", "user" or "assistant"
    text: str


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A language model the user added. `path` points to the user's own file; it is never copied or changed."""

    name: str
    path: str
    size_bytes: int
    sha256: str
    family: str  # chat template family, see models/chat_templates.py
    is_current: bool = False
    is_set_aside: bool = False


@dataclass(frozen=True, slots=True)
class ReadingSources:
    """Progress of an answer: how many items it is going to read. Reported before the first piece."""

    count: int


@dataclass(frozen=True, slots=True)
class AnswerPiece:
    """Progress of an answer: the next piece of its text, and the language model that writes it, if one does."""

    text: str
    model: str | None = None
