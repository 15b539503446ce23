"""The small parts of answering: a question under way, its progress, and the turn of its answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from assistant.domain.conversation import AnswerPiece, Role, Turn, TurnState
from assistant.domain.identity import new_id
from assistant.domain.intention import Fired, Intention
from assistant.domain.item import Item, Language
from assistant.domain.job import Job
from assistant.language.questions import Window
from assistant.language.tokens import query_terms
from assistant.services.citing import citations_in

_FOCUS_LENGTH = 2_000
_FEW_TERMS = 3  # a question with fewer words of its own is read together with the one before


@dataclass(frozen=True, slots=True)
class Question:
    """One question under way. `variation` is 0 when it is answered for the first time."""

    text: str
    language: Language
    now: datetime
    item: Item
    turn: Turn
    earlier: tuple[Turn, ...]
    fired: tuple[Fired, ...] = ()
    rules: tuple[Intention, ...] = ()
    variation: int = 0


class Progress:
    """Reports the text of an answer under way."""

    def __init__(self, job: Job) -> None:
        """`job` hears of it."""
        self._job = job
        self._has_written = False

    def write(self, text: str, model: str | None = None) -> None:
        """The next piece, and which language model wrote it."""
        if text:
            self._has_written = True
            self._job.report(AnswerPiece(text, model))

    def begin_again(self) -> None:
        """Another text replaces what was written so far; who can only append sees it stand apart."""
        if self._has_written:
            self._job.report(AnswerPiece("\n\n"))


def answer_turn(question: Turn, now_ms: int) -> Turn:
    """The empty, interrupted turn that an answer begins as."""
    at_ms = max(now_ms, question.created_at_ms + 1)  # after its question, whatever the clock does
    return Turn(new_id(at_ms), question.conversation_id, Role.ASSISTANT, "", at_ms, state=TurnState.INTERRUPTED)


def grown(turn: Turn, text: str, sources: Sequence[Item], progress: Progress) -> Turn:
    """`turn` with the next piece of its text, and what it cites by now."""
    if not text:
        return turn
    progress.write(text, turn.model)
    whole = turn.text + text
    return replace(turn, text=whole, citations=citations_in(whole, sources))


def focus_of(asked: Question) -> str:
    """The question; a short one ("and on Friday?") together with the one before it."""
    text = asked.text[:_FOCUS_LENGTH]
    before = [turn.text for turn in asked.earlier if turn.role is Role.USER]
    if before and len(set(query_terms(text))) < _FEW_TERMS:
        return f"{text}\n{before[-1][:_FOCUS_LENGTH]}"
    return text


def is_due(item: Item, window: Window | None) -> bool:
    """Whether an item is due in these days; without days every one is."""
    if window is None:
        return True
    return item.due_at_ms is not None and window.start_ms <= item.due_at_ms < window.end_ms
