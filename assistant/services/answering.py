"""Answer a question with sources: keep it, recall, let the model or the extractor write, keep the answer.

The user's words are durable before anything is computed, and the answer has its row from the moment it begins, so a
crash at any instant loses a sentence at most. What the model writes becomes a turn and never an item.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.domain.changes import Announce, Changes, Topic
from assistant.domain.conversation import (
    Answer,
    AnswerNotice,
    Conversation,
    ReadingSources,
    Role,
    Turn,
    TurnState,
)
from assistant.domain.errors import EmptyQuestion, ItemMissing, ModelError, ModelInvalid, ModelMissing, ModelSetAside
from assistant.domain.identity import new_id
from assistant.domain.intention import CameUp
from assistant.domain.item import Item, ItemKind, SearchFilter
from assistant.domain.job import Cancelled, Job
from assistant.domain.memory import Footing, Mind, Use, UseKind, Weighed
from assistant.domain.settings import Settings
from assistant.language.detect import detect
from assistant.language.questions import Wish, is_question, understand
from assistant.language.standing_rules import answer_language
from assistant.language.wording import words
from assistant.memory.answerable import odds
from assistant.memory.prompt import Context, assemble, make_messages
from assistant.services.answer_parts import Progress, Question, answer_turn, focus_of, grown, is_due
from assistant.services.citing import CitationFilter, citations_in

if TYPE_CHECKING:
    from assistant.domain.ports import Clock, Conversations, Extractor, Items
    from assistant.domain.ports import Generator as LanguageModel
    from assistant.services.prospecting import Prospecting
    from assistant.services.recalling import Recalling
    from assistant.services.remembering import Remembering

_TITLE_LENGTH = 60
_RECALLED = 20
_LISTED = 12  # items added because of their day
_VARIATIONS = 9_973  # of an answer that is asked for again; only that they differ matters
_KEEP_EVERY_S = 1.0  # how often the growing answer is written to the store


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
        footing: Footing | None = None,
    ) -> None:
        """Store the ports; `shown` is told what a question brought up. With no `footing` words decide."""
        self._footing = footing
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
        return self._answer(asked, job, started)

    def ask_again(self, conversation_id: str, job: Job, question: str | None = None) -> Answer:
        """Answer the last question of a conversation once more; when `question` is given, changed into that.

        The new answer takes the place of the old one, which stays until the new one has begun. Reports as `ask` does.

        Raises:
            EmptyQuestion: nothing but white space was asked.
            ItemMissing: nothing was asked in this conversation yet.
            Cancelled: the job was stopped; what was written is kept as interrupted.
            StoreError: the store cannot be read, or the changed question could not be kept.
        """
        if question is not None and not question.strip():
            raise EmptyQuestion
        started = time.monotonic()
        asked, old = self._asked_again(conversation_id, question)
        return self._answer(self._with_intentions(asked, is_kept=True), job, started, old)

    def _answer(self, asked: Question, job: Job, started: float, old: Turn | None = None) -> Answer:
        """Answer what is kept already, into a turn of its own or in the place of an `old` one."""
        weighed = self._recall(asked)
        mind = self._remembering.mind()
        self._remembering.asked(asked.text, weighed)
        if asked.item.kind is ItemKind.QUESTION:
            self._shown(weighed)
        job.check()
        turn = self._open_turn(asked) if old is None else _emptied(old)
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
                self._conversations.add_turn(answer_turn(turns[-1], self._clock.now_ms()))
                closed += 1
        if closed:
            self._announce(Changes.of(Topic.CONVERSATIONS))
        return closed

    # The question

    def _keep_question(self, text: str, conversation_id: str | None, kept: Item | None) -> Question:
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
        return Question(text, language, self._clock.local(now_ms), item, turn, earlier)

    def _asked_again(self, conversation_id: str, text: str | None) -> tuple[Question, Turn | None]:
        """The last question as it is now, and the turn of its answer."""
        turns = self._conversations.turns(conversation_id)
        place = max((place for place, turn in enumerate(turns) if turn.role is Role.USER), default=None)
        if place is None:
            raise ItemMissing(id=conversation_id)
        turn, now_ms = turns[place], self._clock.now_ms()
        item = self._items.get_many([turn.item_id]).get(turn.item_id) if turn.item_id else None
        variation = 1 + now_ms % _VARIATIONS
        if text is not None and text != turn.text:
            turn, item, variation = *self._changed(turn, item, text, now_ms), 0
        if item is None:  # forgotten meanwhile; the question still stands in the conversation
            item = Item(new_id(now_ms), ItemKind.QUESTION, turn.text, turn.created_at_ms)
        old = turns[place + 1] if place + 1 < len(turns) else None
        language, now = detect(turn.text), self._clock.local(now_ms)
        earlier = tuple(turns[:place])
        return Question(turn.text, language, now, item, turn, earlier, variation=variation), old

    def _changed(self, turn: Turn, item: Item | None, text: str, now_ms: int) -> tuple[Turn, Item | None]:
        """The question in other words, in the conversation and in memory; its history keeps the earlier ones."""
        turn = replace(turn, text=text)
        self._conversations.update_turn(turn)
        if item is not None:
            kind = ItemKind.QUESTION if is_question(text) else ItemKind.MESSAGE
            item = replace(item, text=text, kind=kind, language=detect(text), updated_at_ms=now_ms)
            self._items.save(item)
        self._announce(Changes.of(Topic.ITEMS, Topic.CONVERSATIONS, ids=(turn.id, turn.conversation_id)))
        return turn, item

    def _with_intentions(self, asked: Question, *, is_kept: bool) -> Question:
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

    def _recall(self, asked: Question) -> list[Weighed]:
        focus = focus_of(asked)
        found = self._recalling.recall(
            focus, limit=_RECALLED, exclude=(asked.item.id, *(rule.id for rule in asked.rules))
        )
        by_day = self._of_the_day(asked)
        known = {item.id for item in by_day}
        first = [Weighed(item, 1.0 - place * 0.01, 0.0) for place, item in enumerate(by_day)]
        return [*first, *(weighed for weighed in found if weighed.item.id not in known)]

    def _of_the_day(self, asked: Question) -> list[Item]:
        """What a question about days asks for; no word of it need stand in the question."""
        understood = understand(asked.text, asked.now)
        window = understood.window
        if understood.wish is Wish.AGENDA:
            return [item for item in self._items.open_tasks() if is_due(item, window)][:_LISTED]
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

    def _open_turn(self, asked: Question) -> Turn:
        turn = answer_turn(asked.turn, self._clock.now_ms())
        self._conversations.add_turn(turn)
        return turn

    def _write(self, asked: Question, turn: Turn, weighed: list[Weighed], mind: Mind, job: Job) -> Turn:
        settings = self._settings()
        context = assemble(asked.text, weighed, mind.residents, settings.context_tokens, asked.now, asked.language)
        progress = Progress(job)
        job.report(ReadingSources(len(context.sources)))
        try:
            return self._write_with_model(asked, turn, context, settings, job, progress)
        except ModelError as error:
            notice = self._notice(error)
        job.check()
        return self._extract(asked, turn, weighed, notice, progress)

    def _notice(self, error: ModelError) -> AnswerNotice:
        """What to say about an answer that no model wrote."""
        if isinstance(error, ModelSetAside):
            return AnswerNotice.MODEL_SET_ASIDE
        if isinstance(error, ModelMissing) and self._generator.model_name is None:
            return AnswerNotice.NO_MODEL
        is_unusable = isinstance(error, ModelMissing | ModelInvalid)
        return AnswerNotice.MODEL_UNUSABLE if is_unusable else AnswerNotice.MODEL_CRASHED

    def _write_with_model(
        self, asked: Question, turn: Turn, context: Context, settings: Settings, job: Job, progress: Progress
    ) -> Turn:
        rules = [rule.cue.action for rule in asked.rules]
        budget = settings.context_tokens
        messages = make_messages(asked.text, context, asked.earlier, budget, asked.now, asked.language, rules)
        name = self._generator.model_name
        pieces = self._generator.stream(messages, max_tokens=settings.answer_tokens, job=job, variation=asked.variation)
        numbers = CitationFilter(len(context.sources))
        turn = replace(turn, model=name)
        kept_at = time.monotonic()
        try:
            for piece in pieces:
                turn = grown(turn, numbers.feed(piece), context.sources, progress)
                if time.monotonic() - kept_at >= _KEEP_EVERY_S:
                    self._keep(turn)
                    kept_at = time.monotonic()
        except Cancelled:
            turn = grown(turn, numbers.finish(), context.sources, progress)
            if turn.text or not asked.variation:  # before its first word a new answer does not take the old one away
                self._settle(turn)
            self._announce(Changes.of(Topic.CONVERSATIONS, ids=(turn.conversation_id,)))
            raise
        finally:
            if isinstance(pieces, Generator):
                pieces.close()  # lets go of the model at once when the store fails half-way
        turn = grown(turn, numbers.finish(), context.sources, progress)
        notice = AnswerNotice.NONE if context.sources else AnswerNotice.NOTHING_FOUND
        return replace(turn, state=TurnState.COMPLETE, notice=notice)

    def _extract(
        self, asked: Question, turn: Turn, weighed: Sequence[Weighed], notice: AnswerNotice, progress: Progress
    ) -> Turn:
        text, indexes = self._extracted(asked, weighed)
        cited = [weighed[index].item for index in indexes]
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

    def _extracted(self, asked: Question, weighed: Sequence[Weighed]) -> tuple[str, list[int]]:
        if asked.item.kind is ItemKind.MESSAGE:  # told, not asked: there is nothing to answer
            return words("answer.noted", asked.language), []
        known = [odds(hit, detect(asked.text), self._footing) for hit in weighed]
        return self._extractor.answer(asked.text, [hit.item for hit in weighed], asked.now, known)

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


def _emptied(turn: Turn) -> Turn:
    """The turn of an answer before its first word."""
    return replace(turn, text="", citations=(), state=TurnState.INTERRUPTED, model=None, notice=AnswerNotice.NONE)
