"""What stands in the chat's field, or was asked and is not kept yet, survives a crash: it is back in the field then."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from assistant.app import App
from assistant.domain.conversation import Role
from assistant.domain.errors import StoreError
from assistant.domain.item import Draft
from assistant.ui.chat_composer import Composer
from assistant.ui.draft_keeper import DraftKeeper
from assistant.ui.tasks import TaskRunner

_SAVE_MS = 300  # after the last key; the promise is 500


class ChatDraft(QObject):
    """Writes a moment after the last key, and at once when a question is sent."""

    def __init__(self, app: App, tasks: TaskRunner, composer: Composer, waiting: Callable[[], list[str]]) -> None:
        """`waiting` says which questions wait; they come before what stands in the field."""
        super().__init__(composer)
        self._composer = composer
        self._waiting = waiting
        self._asked = ""
        self._keeper = _QuestionKeeper(app, tasks, self)
        self._timer = QTimer(self, singleShot=True, interval=_SAVE_MS)
        self._timer.timeout.connect(self._save)
        composer.edited.connect(self.touch)

    def load(self) -> None:
        """Read what was left behind, once; it comes into the field, in front of what was typed meanwhile."""
        self._keeper.prepare(self._take, self._on_trouble)

    def _take(self, draft: Draft) -> None:
        if draft.text:
            self._composer.set_text("\n".join(text for text in (draft.text, self._composer.text) if text))
        self.touch()

    def touch(self) -> None:
        """The field was changed."""
        if not self._timer.isActive():
            self._timer.start()

    def hold(self, question: str) -> None:
        """A question was sent: it belongs to what must survive until `release`."""
        self._asked = question
        self._save()

    def release(self) -> None:
        """The question is kept by now."""
        if self._asked:
            self._asked = ""
            self.touch()

    def save_last(self) -> None:
        """On the way out. Raises `StoreError`."""
        self._keeper.save_last(self._draft())

    @property
    def text(self) -> str:
        """What must survive."""
        return self._draft().text

    def _save(self) -> None:
        self._timer.stop()
        self._keeper.save(self._draft(), self._on_trouble)

    def _draft(self) -> Draft:
        return Draft("\n".join(text for text in (self._asked, *self._waiting(), self._composer.unsent) if text))

    def _on_trouble(self, _: Exception) -> None:
        """A disk that takes no draft is told of by everything else that writes."""


class _QuestionKeeper(DraftKeeper):
    """Keeps it in a file of its own."""

    def _load(self) -> Draft:
        return _unkept(self._app)

    def _write(self, draft: Draft) -> None:
        self._app.question_drafts.save(draft)


def _unkept(app: App) -> Draft:
    """The old draft without a question that was kept before the program died."""
    draft = app.question_drafts.load()
    if not draft.text:
        return draft
    try:
        newest = app.conversations.recent(1)
        turns = app.conversations.turns(newest[0].id) if newest else []
    except StoreError:
        return draft
    last = next((turn.text for turn in reversed(turns) if turn.role is Role.USER), "")
    is_kept = last and (draft.text == last or draft.text.startswith(f"{last}\n"))
    if not is_kept:
        return draft
    rest = Draft(draft.text[len(last) :].lstrip("\n"))
    app.question_drafts.save(rest)
    return rest
