"""One turn of the transcript: a question in a bubble at the right, an answer with its sources at the left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assistant.domain.conversation import AnswerNotice, Citation, Role, TurnState
from assistant.domain.intention import Fired
from assistant.domain.item import Language
from assistant.language import wording
from assistant.ui.answer_text import AnswerText, read_answer
from assistant.ui.chat_presenter import Bubble
from assistant.ui.flow_box import FlowBox
from assistant.ui.intention_card import IntentionCard
from assistant.ui.line_pitch import line_pitch
from assistant.ui.plain_text import PlainText
from assistant.ui.reading_column import inset
from assistant.ui.shown_text import button_text, one_line
from assistant.ui.theme import HANG, ICON_HANG, SPACE, set_role
from assistant.ui.widgets import IconButton, PlainLabel, clipboard_put, quiet_button

_BUBBLE_SHARE = 0.82  # of the column, so that questions and answers are told apart at a glance
_SOURCE_LENGTH = 36
When = Callable[[int], str]


class TurnView(QWidget):
    """Shows a `Bubble`. `item_asked` carries the id of the item behind a source or a question.

    `intention_done` carries the id of an intention that the user settled on its card. Of the newest question and answer
    `change_asked` wants the question in other words and `again_asked` another answer.
    """

    item_asked = Signal(str)
    intention_done = Signal(str)
    again_asked = Signal()
    change_asked = Signal()

    def __init__(self, bubble: Bubble, language: Language, when: When, parent: QWidget | None = None) -> None:
        """`when` says an instant in words."""
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._bubble = bubble
        self._language = language
        self._when = when
        self._width = 0
        self._text = PlainText(self)
        self._status = PlainLabel(role="caption", parent=self)
        self._more = quiet_button("", self)
        self._copy = IconButton("copy", "", parent=self)
        self.again = IconButton("refresh", "", parent=self)
        self.change = IconButton("edit", "", parent=self)
        self._is_newest = False
        self._sources = FlowBox(self, spacing=SPACE.xs)
        self._cards = QVBoxLayout()
        self._below = QHBoxLayout()
        self._shown_fired: tuple[Fired, ...] = ()
        self._frame = QFrame(self)
        self._copy.clicked.connect(lambda: clipboard_put(self._bubble.text))
        self.again.clicked.connect(self.again_asked)
        self.change.clicked.connect(self.change_asked)
        self._more.clicked.connect(self._open_whole)
        self._text.citation_clicked.connect(self._open_citation)
        self._build()
        self.show_bubble(bubble, language)

    @property
    def bubble(self) -> Bubble:
        """What is shown."""
        return self._bubble

    def show_bubble(self, bubble: Bubble, language: Language) -> None:
        """Show another state of the turn; text that only grew is only added to."""
        old, self._bubble, self._language = self._bubble, bubble, language
        numbers = frozenset(citation.number for citation in bubble.citations)
        shown = bubble.shown.text
        written = read_answer(shown) if bubble.model is not None else AnswerText(shown)
        had = frozenset(citation.number for citation in old.citations)
        if not self._width or (old.text, old.model is None, had) != (bubble.text, bubble.model is None, numbers):
            self._text.show_answer(written, numbers)
        self._show_around()
        if self._width:
            self.lay_out(self._width)

    def set_newest(self, is_newest: bool) -> None:
        """Offer what can only be done with the newest question and answer, while nothing is being answered."""
        self._is_newest = is_newest
        self._show_tools()

    def say(self, status: str) -> None:
        """A line under the text about how it is going; empty for none."""
        self._status.setText(status)
        set_role(self._status, role="caption" if self._bubble.text else "muted")
        self._status.setVisible(bool(status))

    def lay_out(self, width: int) -> None:
        """Take the width of the column, which this is wider than by `HANG` at both sides."""
        self._width = width
        is_user = self._bubble.role is Role.USER
        inner = round(width * _BUBBLE_SHARE) - 2 * SPACE.m if is_user else width
        self._text.lay_out(inner, shrink=is_user)
        self._text.setVisible(bool(self._bubble.text))

    def retranslate(self, language: Language) -> None:
        """Put every text in the current language."""
        self._language = language
        self._show_around()

    def _build(self) -> None:
        is_user = self._bubble.role is Role.USER
        self._frame.setProperty("role", "bubble" if is_user else "clear")
        inner = QVBoxLayout(self._frame)
        lifted = line_pitch(self.font()).height - self.fontMetrics().lineSpacing()  # a low line has this air above it
        inner.setContentsMargins(*((SPACE.m, SPACE.s - lifted, SPACE.m, SPACE.s) if is_user else (0, 0, 0, 0)))
        inner.addWidget(self._text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        self._cards.setContentsMargins(HANG, 0, HANG, SPACE.xs)
        around = QHBoxLayout()
        around.setContentsMargins(HANG, 0, HANG, 0)
        around.setSpacing(SPACE.xs)
        below = self._below
        below.setSpacing(SPACE.xs)
        if is_user:
            around.addStretch(1)
            around.addWidget(self.change, 0, Qt.AlignmentFlag.AlignVCenter)
            around.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignVCenter)
            around.addWidget(self._frame)
            below.addStretch(1)
            below.addWidget(self._status)
            below.addWidget(self._more)
        else:
            around.addWidget(self._frame)
            around.addStretch(1)
            below.addWidget(self._copy)
            below.addWidget(self.again)
            below.addWidget(self._more)
            below.addWidget(self._status, 1)
            below.addStretch()
        column.addLayout(self._cards)
        column.addLayout(around)
        column.addLayout(inset(self._sources))
        column.addLayout(below)

    def _show_around(self) -> None:
        bubble = self._bubble
        who = wording.words("you" if bubble.role is Role.USER else "assistant", self._language)
        self._text.setAccessibleName(f"{who}: {one_line(bubble.text, 200)}")
        self._copy.set_name(self.tr("Copy"))
        self._copy.setVisible(bool(bubble.text))
        begin = HANG - ICON_HANG if bubble.text else HANG  # its drawing, or the words of how it is going
        self._below.setContentsMargins(begin, 0, HANG, 0)
        self.again.set_name(self.tr("Answer again (Ctrl+R)"))
        self.change.set_name(self.tr("Change the question (Up in the empty field)"))
        self._show_tools()
        self._show_more(bubble)
        self._show_cards(bubble.fired)
        self._show_sources(bubble.citations)
        self.say(self._status_words(bubble))

    def _show_tools(self) -> None:
        bubble = self._bubble
        is_question = bubble.role is Role.USER
        self.change.setVisible(self._is_newest and is_question)
        self.again.setVisible(self._is_newest and not is_question and may_differ(bubble))

    def _show_more(self, bubble: Bubble) -> None:
        part = bubble.shown
        self._more.setVisible(part.is_capped)
        if part.is_capped:
            text = self.tr("{count} more characters: show in Memory") if bubble.item_id else self.tr("Copy all")
            self._more.setText(text.format(count=f"{part.hidden:,}"))
            self._more.setAccessibleName(self._more.text())

    def _status_words(self, bubble: Bubble) -> str:
        parts: list[str] = []
        if bubble.state is TurnState.INTERRUPTED:
            parts.append(wording.words("answer.interrupted", self._language))
        if bubble.notice not in (AnswerNotice.NONE, AnswerNotice.NO_MODEL):
            parts.append(wording.notice_words(bubble.notice, self._language))
        elif bubble.model:
            parts.append(one_line(bubble.model, 60))
        return " ".join(parts)

    def _show_cards(self, fired: tuple[Fired, ...]) -> None:
        if fired == self._shown_fired:
            return
        self._shown_fired = fired
        while (entry := self._cards.takeAt(0)) is not None:
            old = entry.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for one in fired:
            card = IntentionCard(one, self._language, self)
            card.done_asked.connect(self.intention_done)
            card.open_asked.connect(self.item_asked)
            self._cards.addWidget(card)

    def _show_sources(self, citations: tuple[Citation, ...]) -> None:
        self._sources.clear()
        for citation in citations:
            self._sources.add(self._source_button(citation))
        self._sources.setVisible(bool(citations))

    def _source_button(self, citation: Citation) -> QPushButton:
        gone = wording.words("answer.source_gone", self._language)
        day = self._when(citation.created_at_ms) if citation.text.strip() else ""
        text = button_text(citation.text, _SOURCE_LENGTH) or gone
        if day and " ".join(citation.text.split()) in " ".join(self._bubble.text.split()):
            text = day  # the answer quotes it whole: its words need not be read twice
        button = QPushButton(f"{citation.number}  {text}", self._sources)
        button.setProperty("role", "source")
        button.setEnabled(bool(citation.text.strip()))
        name = self.tr("Source {number}, {when}: {text}")
        button.setAccessibleName(
            name.format(number=citation.number, when=day, text=one_line(citation.text, 120) or gone)
        )
        button.setToolTip(day)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.item_asked.emit(citation.item_id))
        return button

    def _open_citation(self, number: int) -> None:
        for citation in self._bubble.citations:
            if citation.number == number:
                self.item_asked.emit(citation.item_id)

    def _open_whole(self) -> None:
        if self._bubble.item_id:
            self.item_asked.emit(self._bubble.item_id)
        else:
            clipboard_put(self._bubble.text)


def may_differ(bubble: Bubble) -> bool:
    """Whether another answer to the same question may be another one: a language model writes it, or could not."""
    is_from_notes = bubble.model is None and bubble.notice in (AnswerNotice.NO_MODEL, AnswerNotice.NOTHING_FOUND)
    return not is_from_notes or bubble.state is TurnState.INTERRUPTED
