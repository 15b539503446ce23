"""The chat: the conversation at the left, what is on the user's mind at the right.

Asking shows a state at once, streamed text is repainted at most every 40 ms, and Stop acts on the screen at once,
whatever the model is doing. Without a language model it works too, and says so under the field.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from assistant.app import App
from assistant.domain.action import Action, ActionKind
from assistant.domain.changes import Changes, Topic
from assistant.domain.conversation import Answer, AnswerNotice, Conversation, ModelFile, Turn
from assistant.domain.errors import StoreError
from assistant.domain.item import Item
from assistant.domain.job import Job
from assistant.language import wording
from assistant.ui import shortcuts
from assistant.ui.chat_composer import Composer
from assistant.ui.chat_draft import ChatDraft
from assistant.ui.chat_header import ChatHeader
from assistant.ui.chat_mind import ChatMind
from assistant.ui.chat_parts import ChatEmpty, ModelLine, WaitingLine, lay_out_chat, stand_rail
from assistant.ui.chat_presenter import AnswerPhase, ChatPresenter
from assistant.ui.chat_transcript import Transcript
from assistant.ui.chat_turn import may_differ
from assistant.ui.mind_rail import MindRail
from assistant.ui.screen import Screen
from assistant.ui.tab_order import order_tabs
from assistant.ui.tasks import Lane, TaskRunner
from assistant.ui.theme import SIZE

_REPAINT_MS = 40
_RECENT = 30
_RESUME_WITHIN_MS = 6 * 3_600_000
_RAIL_FROM = SIZE.toast_width + SIZE.rail_width  # a narrower window gives all its room to the conversation
_BESIDE_FROM = SIZE.rail_width * 3 // 2  # and where the rail is asked for all the same, it stands below


class ChatView(Screen):
    """Ask, read, stop; the mind at the side."""

    def __init__(self, app: App, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        """Reads nothing before `refresh`."""
        super().__init__(app, tasks, parent)
        self._chat = ChatPresenter()
        self._job: Job | None = None
        self._turns: list[Turn] = []
        self._has_resumed = False
        self._repaint = QTimer(self)
        self._repaint.setSingleShot(True)
        self._repaint.setInterval(_REPAINT_MS)
        self.header = ChatHeader(self)
        self.transcript = Transcript(self.language, self.when, self)
        self.empty = ChatEmpty(self)
        self.waiting = WaitingLine(self)
        self.composer = Composer(self)
        self.draft = ChatDraft(app, tasks, self.composer, self._chat.unkept)
        self.model_line = ModelLine(self)
        self.rail = MindRail(self)
        self.mind = ChatMind(app, self, self.rail)
        self._build()
        self._connect()
        self.retranslate()
        self._show()

    @property
    def presenter(self) -> ChatPresenter:
        """What the transcript holds."""
        return self._chat

    def refresh(self, changes: Changes | None = None) -> None:
        """Read again what `changes` touched; everything when None."""
        self.draft.load()
        topics = frozenset(Topic) if changes is None else changes.topics
        if topics & {Topic.MIND, Topic.ITEMS, Topic.SETTINGS}:
            self.mind.read()
        if topics & {Topic.CONVERSATIONS}:
            self._read_conversations()
        if topics & {Topic.CONVERSATIONS, Topic.ITEMS} and self._chat.conversation_id:
            self._read_turns(self._chat.conversation_id)
        if topics & {Topic.MODELS, Topic.SETTINGS}:
            self._read_model()

    def retranslate(self) -> None:
        """Put every text in the current language."""
        self.setAccessibleName(self.tr("Chat"))
        self.header.retranslate()
        self.transcript.retranslate(self.language)
        self.empty.retranslate()
        self.waiting.retranslate()
        self.composer.retranslate()
        self.model_line.retranslate(self.say("models.none"))
        self.rail.retranslate(self.language)
        self.mind.read()

    def leave(self) -> None:
        """Write what stands in the field."""
        self.draft.save_last()

    @property
    def unfinished(self) -> str:
        """What stands in the field, or was asked and is not kept."""
        return self.draft.text

    def focus_first(self) -> None:
        """Type at once."""
        self.composer.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self, question: str, kept: Item | None = None) -> None:
        """Ask a question in the current conversation; `kept` is its item when it was captured already.

        While another is being answered it waits for its turn.
        """
        if self._chat.is_answering:
            self._chat.wait(question, kept)
            self.draft.touch()
            self._show()
            return
        asked = self._chat.ask(question, self._app.clock.now_ms())
        if asked is None:
            return
        self.draft.hold(question)
        app, conversation_id = self._app, self._chat.conversation_id
        self._begin(
            lambda job: app.answering.ask(question, job, conversation_id=conversation_id, kept=kept),
            asked,
            partial(self._failed, asked, question, None),
        )

    def _ask_typed(self, question: str) -> None:
        """The one question that leaves the field; what is typed while others have their turn stays there."""
        self.composer.clear()
        self.ask(question)

    def ask_again(self, question: str | None = None) -> None:
        """Have the last question answered once more; in other words when `question` is given."""
        asked = self._chat.again(self._app.clock.now_ms(), question)
        conversation_id = self._chat.conversation_id
        if asked is None or conversation_id is None:
            return
        app = self._app
        self._begin(
            lambda job: app.answering.ask_again(conversation_id, job, question),
            asked,
            partial(self._failed, asked, question or "", conversation_id),
        )

    def change_last(self) -> None:
        """Take the last question into the field, to be asked in other words."""
        if self._chat.last_question and self._chat.conversation_id and not self._chat.is_answering:
            self.composer.begin_change(self._chat.last_question)

    def _begin(self, work: Callable[[Job], Answer], asked: int, failed: Callable[[Exception], None]) -> None:
        self._show()
        self.transcript.jump_to_latest()
        self._job = self._tasks.submit(
            Lane.CHAT,
            work,
            owner=self,
            done=partial(self._answered, asked),
            failed=failed,
            progress=partial(self._progressed, asked),
            stopped=partial(self._stopped, asked),
        )

    def stop(self) -> None:
        """Stop the answer; what is written stays. A question that waits for it has its turn then."""
        self._stop()
        self._ask_waiting()

    def _stop(self) -> None:
        if not self._chat.is_answering:
            return
        self._repaint.stop()
        self._chat.stop()
        self._show()
        if self._job is not None:
            self._job.cancel()

    def _leave(self) -> None:
        """Before another conversation comes: nothing goes on, and nothing that was typed is lost."""
        self.composer.end_change()
        self._take_back()
        self._stop()

    def start_new(self) -> None:
        """Leave this conversation and begin another with the next question."""
        self._leave()
        self._chat.start_new()
        self._turns = []
        self._show()
        self.focus_first()

    def open_conversation(self, conversation_id: str) -> None:
        """Show a conversation from the list."""
        self._leave()
        self._chat.open(conversation_id, [])
        self._read_turns(conversation_id, is_opening=True)
        self.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window hides the rail unless it was asked for."""
        super().resizeEvent(event)
        self.rail.setVisible(self.header.wants_rail(is_wide=self.width() >= _RAIL_FROM))
        stand_rail(self, self.rail, is_below=self.width() < _BESIDE_FROM)

    def _build(self) -> None:
        middle = (self.header, self.transcript, self.empty)
        self.foot = lay_out_chat(self, middle, (self.waiting, self.composer, self.model_line), self.rail)

    def _connect(self) -> None:
        self._repaint.timeout.connect(self._show_streaming)
        self.composer.submitted.connect(self._ask_typed)
        self.composer.stop_asked.connect(self.stop)
        self.composer.changed.connect(self.ask_again)
        self.composer.recalled.connect(self.change_last)
        self.waiting.take_back_asked.connect(partial(self._take_back, ""))
        self.waiting.drop_asked.connect(self._drop_waiting)
        self.transcript.again_asked.connect(self.ask_again)
        self.transcript.change_asked.connect(self.change_last)
        self.empty.suggested.connect(self.ask)
        self.header.new_asked.connect(self.start_new)
        self.header.conversation_asked.connect(self.open_conversation)
        self.header.delete_asked.connect(self._delete)
        self.header.rail_toggled.connect(self.rail.setVisible)
        self.transcript.item_asked.connect(self.item_asked)
        self.transcript.intention_done.connect(self._settle_intention)
        self.transcript.earlier_asked.connect(self._show_earlier)
        self.model_line.add_asked.connect(lambda: self.settings_asked.emit("model"))
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        shortcuts.bind(self, shortcuts.STOP, self.composer.escape, context=here)
        shortcuts.bind(self, shortcuts.ANSWER_AGAIN, self._again_by_key, context=here)

    # The answer

    def _progressed(self, asked: int, progress: object) -> None:
        self.draft.release()  # it is kept before it is answered
        if self._chat.report(asked, progress) and not self._repaint.isActive():
            self._repaint.start()

    def _answered(self, asked: int, answer: Answer) -> None:
        self.draft.release()
        if not self._chat.finish(asked, answer):
            return
        self._repaint.stop()
        self._show()
        self._read_conversations()
        if answer.notice not in (AnswerNotice.NONE, AnswerNotice.NO_MODEL):
            self._read_model()
        if self._chat.waiting:
            self._ask_waiting()
        elif self._chat.conversation_id:
            self._read_turns(self._chat.conversation_id)  # with the items that keep the questions

    def _again_by_key(self) -> None:
        if self._chat.bubbles and may_differ(self._chat.bubbles[-1]):
            self.ask_again()

    def _ask_waiting(self) -> None:
        following = self._chat.next_waiting()
        if following is not None:
            self.ask(following.text, following.kept)

    def _take_back(self, *before: str) -> None:
        """What waits goes back into the field, behind `before` and in front of what stands there."""
        texts = (*before, self._chat.take_back(), self.composer.text)
        self.composer.set_text("\n".join(text for text in texts if text))
        self._show()

    def _drop_waiting(self) -> None:
        self._chat.take_back()
        self._show()

    def _failed(self, asked: int, question: str, conversation_id: str | None, error: Exception) -> None:
        """`conversation_id` is given when the question was asked again."""
        self.draft.release()  # it goes back into the field
        sentence = wording.error_sentence(error, self.language)
        if not self._chat.fail(asked):
            self.told.emit(sentence)
            return
        self._repaint.stop()
        self._take_back(question)
        if isinstance(error, StoreError) or conversation_id is not None:
            self.tell_error(error)
            sentence = self.tr("Not answered yet. The question is back in the field below.")
        if conversation_id is not None:
            self._read_turns(conversation_id)  # what stood there before still does
        else:
            self.transcript.say_last(sentence)

    def _stopped(self, asked: int) -> None:
        self.draft.release()
        if self._chat.is_current(asked) and self._chat.conversation_id is None:
            app = self._app
            self.run(lambda _: app.answering.conversations(1), partial(self._adopt, asked))
        self._read_conversations()

    def _adopt(self, asked: int, newest: list[Conversation]) -> None:
        """A stopped first answer tells no conversation; its question has begun the newest one."""
        if newest and self._chat.is_current(asked):
            self._chat.conversation_id = newest[0].id

    def _show(self) -> None:
        self.transcript.show_bubbles(self._chat.bubbles, self._chat.hidden_turns, is_answering=self._chat.is_answering)
        self.waiting.show_waiting([each.text for each in self._chat.waiting])
        is_empty = not self._chat.bubbles
        self.transcript.setVisible(not is_empty)
        self.empty.setVisible(is_empty)
        self.composer.set_answering(self._chat.is_answering)
        self.header.set_current(self._chat.conversation_id)
        order_tabs((self.header, self.transcript, self.empty, self.waiting, self.composer, self.model_line, self.rail))
        if self._chat.is_answering:
            self._show_streaming()

    def _show_streaming(self) -> None:
        if self._chat.is_answering:
            self.transcript.update_last(self._chat.bubbles[-1], self._phase_words())

    def _phase_words(self) -> str:
        if self._chat.phase is AnswerPhase.LOOKING:
            return self.tr("Looking through your memory…")
        if self._chat.phase is AnswerPhase.READING:
            return self.say("answer.reading", count=self._chat.sources)
        return self.tr("Writing…")

    # What is read from the store

    def _read_conversations(self) -> None:
        app = self._app
        self.run(lambda _: app.answering.conversations(_RECENT), self._show_conversations)

    def _show_conversations(self, conversations: list[Conversation]) -> None:
        self.header.show_conversations(conversations, self._chat.conversation_id)
        if self._has_resumed:
            return
        self._has_resumed = True
        since_ms = self._app.clock.now_ms() - _RESUME_WITHIN_MS
        if conversations and conversations[0].updated_at_ms > since_ms and not self._chat.bubbles:
            self.open_conversation(conversations[0].id)

    def _read_turns(self, conversation_id: str, *, is_opening: bool = False, show_all: bool = False) -> None:
        app = self._app

        def show(turns: list[Turn]) -> None:
            if self._chat.conversation_id == conversation_id and not self._chat.is_answering:
                self._chat.open(conversation_id, turns, show_all=show_all or self._is_showing_all(turns))
                self._show()
                if is_opening:
                    self.transcript.jump_to_latest()

        self.run(lambda _: app.answering.turns(conversation_id), show)

    def _is_showing_all(self, turns: list[Turn]) -> bool:
        return self._chat.hidden_turns == 0 and 0 < len(turns) <= len(self._chat.bubbles)

    def _show_earlier(self) -> None:
        if self._chat.conversation_id:
            self._read_turns(self._chat.conversation_id, show_all=True)

    def _read_model(self) -> None:
        app = self._app

        def look(_: Job) -> tuple[ModelFile | None, bool]:
            current = app.model_files.current()
            return current, current is None or app.model_files.is_there(current)

        self.run(look, lambda found: self.model_line.show_model(*found))

    # What is done

    def _delete(self, conversation_id: str) -> None:
        app = self._app
        if conversation_id == self._chat.conversation_id:
            self.start_new()
        self.run(lambda _: app.answering.delete(conversation_id), lambda _: self._read_conversations())

    def _settle_intention(self, item_id: str) -> None:
        app = self._app

        def settled() -> None:
            self._chat.settle(item_id)
            self._show()
            self.mind.read()

        self.act(lambda _: app.prospecting.done(item_id), settled)

    def follow(self, action: Action, *, is_done: bool) -> None:
        """The card of an intention goes and comes with what settled it."""
        if action.kind in {ActionKind.DONE, ActionKind.SETTLED}:
            self._chat.settle(action.item_ids[0], is_done=is_done)
            self._show()
