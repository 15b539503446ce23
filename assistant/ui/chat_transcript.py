"""The column of turns: follows the newest text only while the reader is at the bottom."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from assistant.domain.conversation import Role
from assistant.domain.item import Language
from assistant.ui import shortcuts
from assistant.ui.chat_presenter import Bubble
from assistant.ui.chat_turn import TurnView, When
from assistant.ui.reading_column import ReadingColumn
from assistant.ui.theme import HANG, SPACE
from assistant.ui.widgets import IconButton, quiet_button

_NEAR_BOTTOM = 32


class Transcript(QScrollArea):
    """Shows bubbles. `item_asked` carries an item's id, `earlier_asked` asks for the turns left out.

    `again_asked` and `change_asked` are about the newest question.
    """

    item_asked = Signal(str)
    intention_done = Signal(str)
    earlier_asked = Signal()
    again_asked = Signal()
    change_asked = Signal()

    def __init__(self, language: Language, when: When, parent: QWidget | None = None) -> None:
        """An empty column."""
        super().__init__(parent)
        self._language = language
        self._when = when
        self._turns: list[TurnView] = []
        self._is_following = True
        self._is_moving = False
        self.setProperty("role", "reader")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._page = ReadingColumn(top=SPACE.l, bottom=SPACE.xl, hang=HANG)
        self._earlier = quiet_button("", self._page)
        self._column = self._page.body
        self._column.setSpacing(SPACE.l)
        self._column.addWidget(self._earlier, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        self._page.fill(self)
        self._latest = IconButton("chevron-down", "", parent=self)
        self._latest.setProperty("role", "floating")
        self._latest.hide()
        self._earlier.clicked.connect(self.earlier_asked)
        self._latest.clicked.connect(self.jump_to_latest)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._range_changed)
        self.retranslate(language)

    @property
    def is_following(self) -> bool:
        """Whether new text scrolls into view by itself."""
        return self._is_following

    @property
    def turns(self) -> tuple[TurnView, ...]:
        """The turns shown, oldest first."""
        return tuple(self._turns)

    def show_bubbles(self, bubbles: list[Bubble], hidden: int, *, is_answering: bool = False) -> None:
        """Show these turns; those that stand already are kept."""
        while len(self._turns) > len(bubbles):
            self._drop(self._turns.pop())
        for number, bubble in enumerate(bubbles):
            if number < len(self._turns):
                self._update(number, bubble)
            else:
                self._add(bubble)
        newest = max((number for number, bubble in enumerate(bubbles) if bubble.role is Role.USER), default=0)
        for number, turn in enumerate(self._turns):
            turn.set_newest(number >= newest and not is_answering)
        self._earlier.setVisible(hidden > 0)
        self._earlier.setText(self.tr("Show {count} earlier").format(count=hidden))
        self._earlier.setAccessibleName(self._earlier.text())

    def update_last(self, bubble: Bubble, status: str = "") -> None:
        """Show another state of the newest turn."""
        if self._turns:
            self._turns[-1].show_bubble(bubble, self._language)
            if status:
                self._turns[-1].say(status)

    def say_last(self, status: str) -> None:
        """A line under the newest turn."""
        if self._turns:
            self._turns[-1].say(status)

    def jump_to_latest(self) -> None:
        """Scroll to the end and follow from there."""
        self._is_following = True
        self._to_bottom()
        self._latest.hide()

    def retranslate(self, language: Language) -> None:
        """Put every text in the current language."""
        self._language = language
        self.setAccessibleName(self.tr("Conversation"))
        self._latest.set_name(self.tr("Jump to the latest"))
        for turn in self._turns:
            turn.retranslate(language)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give every turn the new width."""
        super().resizeEvent(event)
        width = self._page.column_width
        for turn in self._turns:
            turn.lay_out(width)
        corner = self.viewport().rect()
        size = self._latest.sizeHint()
        self._latest.setGeometry(
            (corner.width() - size.width()) // 2, corner.height() - size.height() - SPACE.s, size.width(), size.height()
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End jumps to the latest; the other keys scroll."""
        if shortcuts.LATEST.is_pressed(event):
            self.jump_to_latest()
        elif shortcuts.FIRST.is_pressed(event):
            self.verticalScrollBar().setValue(0)
        else:
            super().keyPressEvent(event)

    def _add(self, bubble: Bubble) -> None:
        turn = self._made(bubble)
        self._turns.append(turn)
        self._column.insertWidget(self._column.count() - 1, turn)
        turn.lay_out(self._page.column_width)

    def _update(self, number: int, bubble: Bubble) -> None:
        turn = self._turns[number]
        if turn.bubble == bubble:
            return
        if turn.bubble.role is bubble.role:
            turn.show_bubble(bubble, self._language)
            return
        self._drop(self._turns.pop(number))
        fresh = self._made(bubble)
        self._turns.insert(number, fresh)
        self._column.insertWidget(number + 1, fresh)
        fresh.lay_out(self._page.column_width)

    def _made(self, bubble: Bubble) -> TurnView:
        turn = TurnView(bubble, self._language, self._when, self.widget())
        turn.item_asked.connect(self.item_asked)
        turn.intention_done.connect(self.intention_done)
        turn.again_asked.connect(self.again_asked)
        turn.change_asked.connect(self.change_asked)
        return turn

    def _drop(self, turn: TurnView) -> None:
        self._column.removeWidget(turn)
        turn.hide()
        turn.deleteLater()

    def _scrolled(self, value: int) -> None:
        if self._is_moving:
            return
        self._is_following = value >= self.verticalScrollBar().maximum() - _NEAR_BOTTOM
        self._latest.setVisible(not self._is_following)

    def _range_changed(self, _low: int, _high: int) -> None:
        if self._is_following:
            self._to_bottom()

    def _to_bottom(self) -> None:
        self._is_moving = True
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
        self._is_moving = False
