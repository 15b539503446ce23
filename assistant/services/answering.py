"""Answer a question with sources: keep it, recall, let the model or the extractor write, keep the answer.

The user's words are durable before anything is computed, and the answer has its row from the moment it begins, so a
crash at any instant loses a sentence at most. What the model writes becomes a turn and never an item.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from assistant.domain.changes import Announce, Changes, Topic
from assistant.domain.conversation import (
    Answer,
    AnswerNotice,
    AnswerPiece,
    Conversation,
    ReadingSources,
    Role,
    Turn,
    TurnState,
)
from assistant.domain.errors import EmptyQuestion, ItemMissing, ModelError, ModelInvalid, ModelMissing, ModelSetAside
from assistant.domain.identity import new_id
from assistant.domain.intention import CameUp, Fired, Intention
from assistant.domain.item import Item, ItemKind, Language, SearchFilter
from assistant.domain.job import Cancelled, Job
from assistant.domain.memory import Mind, Use, UseKind, Weighed
from assistant.domain.settings import Settings
from assistant.language.detect import detect
from assistant.language.questions import Window, Wish, is_question, understand
from assistant.language.standing_rules import answer_language
from assistant.language.tokens import query_terms
from assistant.language.wording import words
from assistant.memory.prompt import Context, assemble, make_messages
from assistant.services.citing import CitationFilter, citations_in

if TYPE_CHECKING:
    from assistant.domain.ports import Clock, Conversations, Extractor, Items
    from assistant.domain.ports import Generator as LanguageModel
    from assistant.services.prospecting import Prospecting
    from assistant.services.recalling import Recalling
    from assistant.services.remembering import Remembering

_TITLE_LENGTH = 60
_RECALLED = 20
_FOCUS_LENGTH = 2_000
_FEW_TERMS = 3  # a question with fewer words of its own is read together with the one before
_LISTED = 12  # items added because of their day
_KEEP_EVERY_S = 1.0  # how often the growing answer is written to the store


@dataclass(frozen=True, slots=True)
class _Question:
    """One question under way."""

    text: str
    language: Language
    now: datetime
    item: Item
    turn: Turn
    earlier: tuple[Turn, ...]
    fired: tuple[Fired, ...] = ()
    rules: tuple[Intention, ...] = ()


class _Progress:
    """Reports the text of an answer under way."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._has_written = False

    def write(self, text: str) -> None:
        if text:
            self._has_written = True
            self._job.report(AnswerPiece(text))

    def begin_again(self) -> None:
        """Another text replaces what was written so far; who can only append sees it stand apart."""
        if self._has_written:
            self._job.report(AnswerPiece("\n\n"))


class Answering:
    """Answers questions and keeps the conversations."""

    def __init__(  # noqa: PLR0913, PLR0917 - one port a line, and `app.py` alone calls it
        self,
        items: Items,
        recalling: Recalling,
        remembering: Remembering,
        conversations: Conversations,
        generator: LanguageModel,
        extractor: Extractor,
        clock: Clock,
        settings: Callable[[], Settings],
        announce: Announce,
        prospecting: Prospecting | None = None,
        shown: Callable[[Sequence[Weighed]], None] = lambda _: None,
    ) -> None:
        """Store the ports; `shown` is told what a question brought up."""
        self._shown = shown
        self._prospecting = prospecting
        self._items = items
        self._recalling = recalling
        self._remembering = remembering
        self._conversations = conversations
        self._generator = generator
        self._extractor = extractor
        self._clock = clock
        self._settings = settings
        self._announce = announce

    def ask(self, question: str, job: Job, *, conversation_id: str | None = None, kept: Item | None = None) -> Answer:
        """Keep the question, answer it, keep the answer. Reports `CameUp`, `ReadingSources`, then `AnswerPiece`s.

        `kept` is the item of a question that was captured already: it is not kept twice.

        Raises:
            EmptyQuestion: nothing but white space was asked.
            Cancelled: the job was stopped; what was written is kept as interrupted.
            StoreError: the question could not be kept; nothing was computed.
        """
        if not question.strip():
            raise EmptyQuestion
        started = time.monotonic()
        asked = self._with_intentions(self._keep_question(question, conversation_id, kept), is_kept=kept is not None)
        if asked.fired:
            job.report(CameUp(asked.fired))
        if asked.item.kind is ItemKind.MESSAGE:
            self._remembering.captured(asked.item, with_recall=False)
        weighed = self._recall(asked)
        mind = self._remembering.mind()
        self._remembering.asked(question, weighed)
        if asked.item.kind is ItemKind.QUESTION:
            self._shown(weighed)
        job.check()
        turn = self._open_turn(asked)
        turn = self._write(asked, turn, weighed, mind, job)
        self._settle(turn)
        return Answer(
            text=turn.text,
            citations=turn.citations,
            model=turn.model,
            milliseconds=round((time.monotonic() - started) * 1000),
            conversation_id=turn.conversation_id,
            notice=turn.notice,
            state=turn.state,
            fired=asked.fired,
        )

    def turns(self, conversation_id: str) -> list[Turn]:
        """The turns of a conversation, oldest first."""
        return self._conversations.turns(conversation_id)

    def conversations(self, limit: int = 50) -> list[Conversation]:
        """The conversations, latest used first."""
        return self._conversations.recent(limit)

    def delete(self, conversation_id: str) -> None:
        """Erase a conversation with its turns; the user's own items stay."""
        self._conversations.delete(conversation_id)
        self._announce(Changes.of(Topic.CONVERSATIONS, Topic.FORGOTTEN, ids=(conversation_id,)))

    def recover(self) -> int:
        """Close what a crash left open: a question without an answer gets an interrupted, empty one. How many.

        A half-written answer is stored as interrupted from its first moment, so it needs nothing.
        """
        closed = 0
        for conversation in self._conversations.recent(20):
            turns = self._conversations.turns(conversation.id)
            if turns and turns[-1].role is Role.USER:
                self._conversations.add_turn(_answer_turn(turns[-1], self._clock.now_ms()))
                closed += 1
        if closed:
            self._announce(Changes.of(Topic.CONVERSATIONS))
        return closed

    # The question

    def _keep_question(self, text: str, conversation_id: str | None, kept: Item | None) -> _Question:
        now_ms = self._clock.now_ms()
        language = detect(text)
        earlier: tuple[Turn, ...] = ()
        if conversation_id is None:
            conversation_id = new_id(now_ms)
            title = " ".join(text.split())[:_TITLE_LENGTH]
            self._conversations.start(Conversation(conversation_id, title, now_ms, now_ms))
        else:
            earlier = tuple(self._conversations.turns(conversation_id))
        item = kept or Item(
            id=new_id(now_ms),
            kind=ItemKind.QUESTION if is_question(text) else ItemKind.MESSAGE,
            text=text,
            created_at_ms=now_ms,
            language=language,
            session=conversation_id,
            position=len(earlier),
        )
        turn = Turn(new_id(now_ms), conversation_id, Role.USER, text, now_ms, item_id=item.id)
        self._conversations.add_turn(turn, None if kept else item)
        self._announce(Changes.of(Topic.ITEMS, Topic.CONVERSATIONS, ids=(item.id, conversation_id)))
        return _Question(text, language, self._clock.local(now_ms), item, turn, earlier)

    def _with_intentions(self, asked: _Question, *, is_kept: bool) -> _Question:
        """With what the question sets off and the rules that hold; a rule may say in which language to answer.

        What was captured already (`is_kept`) had its chance then.
        """
        if self._prospecting is None:
            return asked
        fired = () if is_kept else self._prospecting.noticed(asked.item, asked.turn.conversation_id)
        rules = tuple(self._prospecting.rules())
        wanted = [language for rule in rules if (language := answer_language(rule.cue.action)) is not None]
        return replace(asked, fired=fired, rules=rules, language=wanted[0] if wanted else asked.language)

    # What belongs to it

    def _recall(self, asked: _Question) -> list[Weighed]:
        focus = _focus(asked)
        found = self._recalling.recall(
            focus, limit=_RECALLED, exclude=(asked.item.id, *(rule.id for rule in asked.rules))
        )
        by_day = self._of_the_day(asked)
        known = {item.id for item in by_day}
        first = [Weighed(item, 1.0 - place * 0.01, 0.0) for place, item in enumerate(by_day)]
        return [*first, *(weighed for weighed in found if weighed.item.id not in known)]

    def _of_the_day(self, asked: _Question) -> list[Item]:
        """What a question about days asks for; no word of it need stand in the question."""
        understood = understand(asked.text, asked.now)
        window = understood.window
        if understood.wish is Wish.AGENDA:
            return [item for item in self._items.open_tasks() if _is_due(item, window)][:_LISTED]
        if window is None:
            return []
        if understood.wish is Wish.DONE:
            done = self._items.done_since(window.start_ms)
            return [item for item in done if (item.done_at_ms or 0) < window.end_ms][:_LISTED]
        if understood.wish is Wish.NOTED:
            where = SearchFilter(after_ms=window.start_ms, before_ms=window.end_ms)
            noted = self._items.recent(limit=_LISTED * 2, where=where)
            return [item for item in noted if item.kind not in (ItemKind.QUESTION, ItemKind.MESSAGE)][:_LISTED]
        return []

    # The answer

    def _open_turn(self, asked: _Question) -> Turn:
        turn = _answer_turn(asked.turn, self._clock.now_ms())
        self._conversations.add_turn(turn)
        return turn

    def _write(self, asked: _Question, turn: Turn, weighed: list[Weighed], mind: Mind, job: Job) -> Turn:
        settings = self._settings()
        context = assemble(asked.text, weighed, mind.residents, settings.context_tokens, asked.now, asked.language)
        progress = _Progress(job)
        job.report(ReadingSources(len(context.sources)))
        try:
            return self._write_with_model(asked, turn, context, settings, job, progress)
        except ModelError as error:
            notice = self._notice(error)
        job.check()
        return self._extract(asked, turn, [hit.item for hit in weighed], notice, progress)

    def _notice(self, error: ModelError) -> AnswerNotice:
        """What to say about an answer that no model wrote."""
        if isinstance(error, ModelSetAside):
            return AnswerNotice.MODEL_SET_ASIDE
        if isinstance(error, ModelMissing) and self._generator.model_name is None:
            return AnswerNotice.NO_MODEL
        is_unusable = isinstance(error, ModelMissing | ModelInvalid)
        return AnswerNotice.MODEL_UNUSABLE if is_unusable else AnswerNotice.MODEL_CRASHED

    def _write_with_model(
        self, asked: _Question, turn: Turn, context: Context, settings: Settings, job: Job, progress: _Progress
    ) -> Turn:
        rules = [rule.cue.action for rule in asked.rules]
        budget = settings.context_tokens
        messages = make_messages(asked.text, context, asked.earlier, budget, asked.now, asked.language, rules)
        name = self._generator.model_name
        pieces = self._generator.stream(messages, max_tokens=settings.answer_tokens, job=job)
        numbers = CitationFilter(len(context.sources))
        turn = replace(turn, model=name)
        kept_at = time.monotonic()
        try:
            for piece in pieces:
                turn = _grown(turn, numbers.feed(piece), context.sources, progress)
                if time.monotonic() - kept_at >= _KEEP_EVERY_S:
                    self._keep(turn)
                    kept_at = time.monotonic()
        except Cancelled:
            self._settle(_grown(turn, numbers.finish(), context.sources, progress))
            raise
        finally:
            if isinstance(pieces, Generator):
                pieces.close()  # lets go of the model at once when the store fails half-way
        turn = _grown(turn, numbers.finish(), context.sources, progress)
        notice = AnswerNotice.NONE if context.sources else AnswerNotice.NOTHING_FOUND
        return replace(turn, state=TurnState.COMPLETE, notice=notice)

    def _extract(
        self, asked: _Question, turn: Turn, sources: Sequence[Item], notice: AnswerNotice, progress: _Progress
    ) -> Turn:
        text, indexes = self._extracted(asked, sources)
        cited = [sources[index] for index in indexes]
        progress.begin_again()
        progress.write(text)
        return replace(
            turn,
            text=text,
            citations=citations_in(text, cited),
            state=TurnState.COMPLETE,
            model=None,
            notice=notice if text or notice is not AnswerNotice.NO_MODEL else AnswerNotice.NOTHING_FOUND,
        )

    def _extracted(self, asked: _Question, sources: Sequence[Item]) -> tuple[str, list[int]]:
        if asked.item.kind is ItemKind.MESSAGE:  # told, not asked: there is nothing to answer
            return words("answer.noted", asked.language), []
        return self._extractor.answer(asked.text, sources, asked.now)

    def _keep(self, turn: Turn) -> None:
        with contextlib.suppress(ItemMissing):  # its conversation was erased meanwhile, and the answer goes with it
            self._conversations.update_turn(turn)

    def _settle(self, turn: Turn) -> None:
        """Keep the answer as it is and tell the memory what was cited."""
        self._keep(turn)
        now_ms = self._clock.now_ms()
        cited = list(dict.fromkeys(citation.item_id for citation in turn.citations))
        self._announce(Changes.of(Topic.CONVERSATIONS, ids=(turn.conversation_id,)))
        if cited:
            self._remembering.used([Use(item_id, UseKind.CITED, now_ms) for item_id in cited])


def _answer_turn(question: Turn, now_ms: int) -> Turn:
    at_ms = max(now_ms, question.created_at_ms + 1)  # after its question, whatever the clock does
    return Turn(new_id(at_ms), question.conversation_id, Role.ASSISTANT, "", at_ms, state=TurnState.INTERRUPTED)


def _grown(turn: Turn, text: str, sources: Sequence[Item], progress: _Progress) -> Turn:
    if not text:
        return turn
    progress.write(text)
    whole = turn.text + text
    return replace(turn, text=whole, citations=citations_in(whole, sources))


def _focus(asked: _Question) -> str:
    """The question; a short one ("and on Friday?") together with the one before it."""
    text = asked.text[:_FOCUS_LENGTH]
    before = [turn.text for turn in asked.earlier if turn.role is Role.USER]
    if before and len(set(query_terms(text))) < _FEW_TERMS:
        return f"{text}\n{before[-1][:_FOCUS_LENGTH]}"
    return text


def _is_due(item: Item, window: Window | None) -> bool:
    if window is None:
        return True
    return item.due_at_ms is not None and window.start_ms <= item.due_at_ms < window.end_ms
