"""A reminder inside the window: what no notification server took, with the same answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from assistant.domain.reminder import DueReminder
from assistant.ui.line_pitch import line_pitch
from assistant.ui.shown_text import showable
from assistant.ui.theme import SIZE, SPACE
from assistant.ui.widgets import IconButton, IconLabel, PlainLabel, PrimaryButton, quiet_button

_MOST_CARDS = 3


Choices = Callable[[], Sequence[tuple[str, str]]]
"""What "Later…" offers at the moment of asking: the key of each choice and its words."""


class ReminderCard(QFrame):
    """One reminder. `answered` carries the occurrence and what the user wants, `put_off` one left for Today.

    The answers are those of a notification ("done", "snooze", "later.evening") and "stop": no longer repeat.
    `item_asked` carries the item whose whole text the user wants to see.
    """

    answered = Signal(str, str)
    put_off = Signal(str)
    item_asked = Signal(str)

    def __init__(self, reminder: DueReminder, title: str, explanation: str, minutes: int, choices: Choices) -> None:
        """`title` and `explanation` are `Notices`'; `minutes` is the usual snooze, `choices` what "Later…" offers."""
        super().__init__()
        self.occurrence_id = reminder.occurrence.id
        self.item_id = reminder.item.id
        self._repeats = bool(reminder.item.rrule)
        self._minutes, self._choices = minutes, choices
        self.setProperty("role", "floating")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.l, SPACE.m, SPACE.m, SPACE.m)
        column.setSpacing(SPACE.xs)
        top = QHBoxLayout()
        top.setSpacing(SPACE.s)
        self._open = IconButton("open", "")
        self.bell = IconLabel("bell", tone="accent")
        self.title = words = PlainLabel(showable(title), role="strong", lines=3)
        words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        words.ensurePolished()  # its type is known only then
        line = self._open.sizeHint().height()  # bell, first line and buttons have one middle, whatever the font
        words.setContentsMargins(0, max(0, line // 2 - line_pitch(words.font()).middle), 0, 0)
        bell = QVBoxLayout()
        bell.addSpacing((line - SIZE.icon) // 2)
        bell.addWidget(self.bell)
        bell.addStretch(1)
        top.addLayout(bell)
        top.addWidget(words, 1)
        self._open.clicked.connect(lambda: self.item_asked.emit(self.item_id))
        top.addWidget(self._open, alignment=Qt.AlignmentFlag.AlignTop)
        self._close = IconButton("close", "")
        self._close.clicked.connect(lambda: self.put_off.emit(self.occurrence_id))
        top.addWidget(self._close, alignment=Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        self._explanation = PlainLabel(explanation, role="caption", lines=2)
        column.addWidget(self._explanation)
        column.addSpacing(SPACE.xs)
        column.addLayout(self._buttons())
        self.setAccessibleName(title)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._done.setText(self.tr("Done"))
        self._snooze.setText(self.tr("Snooze {minutes} min").format(minutes=self._minutes))
        self._later.setText(self.tr("Later…"))
        self._open.set_name(self.tr("Show the whole note in Memory"))
        self._close.set_name(self.tr("Close; it stays in Today"))
        for button in (self._done, self._snooze, self._later):
            button.setAccessibleName(button.text())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def later_menu(self) -> QMenu:
        """What "Later…" offers now; of a repeating task also that it no longer repeats."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for answer, words in self._choices():
            menu.addAction(words).triggered.connect(lambda _=False, answer=answer: self._answer(answer))
        if self._repeats:
            menu.addSeparator()
            menu.addAction(self.tr("Stop repeating")).triggered.connect(lambda: self._answer("stop"))
        return menu

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        self._done = PrimaryButton("", "done")
        self._snooze = QPushButton()
        self._later = quiet_button("")
        self._done.clicked.connect(lambda: self._answer("done"))
        self._snooze.clicked.connect(lambda: self._answer("snooze"))
        self._later.clicked.connect(self._offer_later)
        for button in (self._done, self._snooze, self._later):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _answer(self, answer: str) -> None:
        self.answered.emit(self.occurrence_id, answer)

    def _offer_later(self) -> None:
        self.later_menu().popup(self._later.mapToGlobal(self._later.rect().bottomLeft()))


class ReminderStack(QWidget):
    """The cards, newest above, at the top right of the window; at most three, the rest wait behind."""

    answered = Signal(str, str)
    put_off = Signal(str)
    item_asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """Hidden while there is nothing to remind of."""
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.s)
        self._cards: dict[str, ReminderCard] = {}
        self.hide()

    @property
    def cards(self) -> list[ReminderCard]:
        """The cards, oldest first."""
        return list(self._cards.values())

    def add(self, card: ReminderCard) -> None:
        """Show one more; a card of the same item is replaced."""
        for other in [each for each in self._cards.values() if each.item_id == card.item_id]:
            self.remove(other.occurrence_id)
        self._cards[card.occurrence_id] = card
        card.answered.connect(self.answered)
        card.put_off.connect(self.put_off)
        card.item_asked.connect(self.item_asked)
        self._column.insertWidget(0, card)
        self._settle()

    def remove(self, occurrence_id: str) -> None:
        """Take a card away."""
        card = self._cards.pop(occurrence_id, None)
        if card is not None:
            card.hide()
            self._column.removeWidget(card)
            card.deleteLater()
            self._settle()

    def keep_only(self, occurrence_ids: frozenset[str]) -> None:
        """Take away the cards of reminders that were answered elsewhere."""
        for occurrence_id in [each for each in self._cards if each not in occurrence_ids]:
            self.remove(occurrence_id)

    def place(self) -> None:
        """Stand at the top right of the parent; call it when the parent was resized."""
        parent = self.parentWidget()
        if parent is None:
            return
        width = min(SIZE.toast_width, parent.width() - 2 * SPACE.l)
        self.setFixedWidth(max(width, SPACE.xxl))
        height = self._column.heightForWidth(self.width()) if self._column.hasHeightForWidth() else -1
        self.resize(self.width(), height if height >= 0 else self.sizeHint().height())
        self.move(parent.width() - self.width() - SPACE.l, SPACE.l)

    def _settle(self) -> None:
        for place, card in enumerate(reversed(self._cards.values())):
            card.setVisible(place < _MOST_CARDS)
        self.setVisible(bool(self._cards))
        self.place()
        self.raise_()
