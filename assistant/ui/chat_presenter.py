"""What the chat shows and in which state the answer is, decided without a screen.

An answer passes through LOOKING (asked, nothing known yet), READING (so many memories found) and WRITING (text
arrives), and back to IDLE. Stopping keeps what was written. Reports of an answer that is no longer the current
one are ignored, so a late piece can never land in another conversation.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from assistant.domain.conversation import (
    Answer,
    AnswerNotice,
    AnswerPiece,
    Citation,
    ReadingSources,
    Role,
    Turn,
    TurnState,
)
from assistant.domain.intention import CameUp, Fired
from assistant.domain.item import Item
from assistant.ui.shown_text import ShownText, shown

SHOWN_TURNS = 60  # older turns are one click away; each bubble is a widget


class AnswerPhase(StrEnum):
    """How far the current answer is."""

    IDLE = "idle"
    LOOKING = "looking"
    READING = "reading"
    WRITING = "writing"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A question that waits for the answer under way; `kept` is its item when it was captured already."""

    text: str
    kept: Item | None = None


@dataclass(frozen=True, slots=True)
class Bubble:
    """One turn as shown. `text` is the whole text, `shown` the part that is laid out."""

    role: Role
    text: str
    created_at_ms: int = 0
    state: TurnState = TurnState.COMPLETE
    citations: tuple[Citation, ...] = ()
    notice: AnswerNotice = AnswerNotice.NONE
    model: str | None = None
    item_id: str | None = None
    fired: tuple[Fired, ...] = ()

    @property
    def shown(self) -> ShownText:
        """The part of the text that the transcript lays out."""
        return shown(self.text)


class ChatPresenter:
    """The transcript and the state of its newest answer."""

    def __init__(self) -> None:
        self.conversation_id: str | None = None
        self.bubbles: list[Bubble] = []
        self.phase = AnswerPhase.IDLE
        self.sources = 0
        self.hidden_turns = 0
        self.waiting: list[Waiting] = []
        self._asked = 0
        self._fired: dict[str, tuple[Fired, ...]] = {}  # what the questions of this conversation set off
        self._settled: set[str] = set()  # the intentions among them that are done with

    @property
    def is_answering(self) -> bool:
        """Whether an answer is being made."""
        return self.phase is not AnswerPhase.IDLE

    @property
    def last_question(self) -> str:
        """The newest question, to ask it again; empty when there is none."""
        return next((bubble.text for bubble in reversed(self.bubbles) if bubble.role is Role.USER), "")

    def start_new(self) -> None:
        """An empty transcript; the next question starts a conversation."""
        self.open(None, [])

    def open(self, conversation_id: str | None, turns: list[Turn], *, show_all: bool = False) -> None:
        """Show a conversation's turns, the newest ones unless `show_all`."""
        self._asked += 1
        if conversation_id != self.conversation_id:
            self._fired.clear()
            self._settled.clear()
        self.conversation_id = conversation_id
        self.phase = AnswerPhase.IDLE
        self.hidden_turns = 0 if show_all else max(0, len(turns) - SHOWN_TURNS)
        self.bubbles = [_bubble(turn) for turn in turns[self.hidden_turns :]]
        self._show_fired()

    def ask(self, question: str, now_ms: int) -> int | None:
        """Begin an answer. The number that its reports must carry, or None when there is nothing to ask."""
        if self.is_answering or not question.strip():
            return None
        self._asked += 1
        self.phase, self.sources = AnswerPhase.LOOKING, 0
        self.bubbles.append(Bubble(Role.USER, question, now_ms))
        self.bubbles.append(Bubble(Role.ASSISTANT, "", now_ms))
        return self._asked

    def again(self, now_ms: int, question: str | None = None) -> int | None:
        """Begin another answer to the newest question, in other words when `question` is given.

        The number that its reports must carry, or None when there is nothing to answer.
        """
        place = max((n for n, bubble in enumerate(self.bubbles) if bubble.role is Role.USER), default=None)
        if self.is_answering or place is None or self.conversation_id is None:
            return None
        if question is not None:
            if not question.strip():
                return None
            self.bubbles[place] = replace(self.bubbles[place], text=question)
        self._asked += 1
        self.phase, self.sources = AnswerPhase.LOOKING, 0
        self.bubbles[place + 1 :] = [Bubble(Role.ASSISTANT, "", now_ms)]
        return self._asked

    def wait(self, question: str, kept: Item | None = None) -> None:
        """Have a question wait for the answer under way."""
        if question.strip():
            self.waiting.append(Waiting(question, kept))

    def next_waiting(self) -> Waiting | None:
        """The question whose turn it is, out of the line."""
        return self.waiting.pop(0) if self.waiting and not self.is_answering else None

    def take_back(self) -> str:
        """The texts that wait, out of the line; those that are kept already need no second asking."""
        texts = self.unkept()
        self.waiting.clear()
        return "\n".join(texts)

    def unkept(self) -> list[str]:
        """The texts that wait and are not kept yet."""
        return [each.text for each in self.waiting if each.kept is None]

    def is_current(self, asked: int) -> bool:
        """Whether reports with this number belong to what is on the screen."""
        return asked == self._asked

    def report(self, asked: int, progress: object) -> bool:
        """Take in progress of an answer; whether anything on the screen changes."""
        if not self.is_current(asked) or not self.is_answering:
            return False
        match progress:
            case CameUp(fired=fired):
                self._fired[self.last_question] = fired
                self._replace_last(fired=fired)
            case ReadingSources(count=count):
                self.phase, self.sources = AnswerPhase.READING, count
            case AnswerPiece(text=piece, model=model):
                self.phase = AnswerPhase.WRITING
                self._replace_last(text=self.bubbles[-1].text + piece, model=model)
            case _:
                return False
        return True

    def finish(self, asked: int, answer: Answer) -> bool:
        """Put the whole answer in place; whether it belongs to what is on the screen."""
        if not self.is_current(asked):
            return False
        self.phase = AnswerPhase.IDLE
        self.conversation_id = answer.conversation_id or self.conversation_id
        self._replace_last(
            text=answer.text,
            citations=answer.citations,
            notice=answer.notice,
            model=answer.model,
            state=answer.state,
        )
        return True

    def settle(self, intention_id: str, *, is_done: bool = True) -> None:
        """Take the card of an intention that is done off the screen, or put it back."""
        if is_done:
            self._settled.add(intention_id)
        else:
            self._settled.discard(intention_id)
        self._show_fired()

    def _show_fired(self) -> None:
        """Every answer has the cards that its question set off, but for those that are done with."""
        for place, (before, bubble) in enumerate(pairwise(self.bubbles), start=1):
            if bubble.role is Role.ASSISTANT and before.text in self._fired:
                left = tuple(one for one in self._fired[before.text] if one.intention.id not in self._settled)
                self.bubbles[place] = replace(bubble, fired=left)

    def stop(self) -> None:
        """Keep what was written and call it interrupted."""
        if self.is_answering:
            self.phase = AnswerPhase.IDLE
            self._replace_last(state=TurnState.INTERRUPTED)

    def fail(self, asked: int) -> bool:
        """The answer failed: keep what was written, drop an empty bubble. Whether it belongs to the screen."""
        if not self.is_current(asked):
            return False
        self.phase = AnswerPhase.IDLE
        if self.bubbles and self.bubbles[-1].role is Role.ASSISTANT:
            if self.bubbles[-1].text:
                self._replace_last(state=TurnState.INTERRUPTED)
            else:
                self.bubbles.pop()
        return True

    def _replace_last(self, **changes: object) -> None:
        if self.bubbles and self.bubbles[-1].role is Role.ASSISTANT:
            self.bubbles[-1] = replace(self.bubbles[-1], **changes)  # pyright: ignore[reportArgumentType]


def _bubble(turn: Turn) -> Bubble:
    return Bubble(
        role=turn.role,
        text=turn.text,
        created_at_ms=turn.created_at_ms,
        state=turn.state,
        citations=turn.citations,
        notice=turn.notice,
        model=turn.model,
        item_id=turn.item_id,
    )
