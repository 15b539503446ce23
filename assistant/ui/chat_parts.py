"""Quiet parts of the chat: what stands there before the first question, what waits, and the line about the model."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assistant.domain.conversation import ModelFile
from assistant.ui.reading_column import ReadingColumn
from assistant.ui.shown_text import one_line
from assistant.ui.theme import RING, SIZE, SPACE
from assistant.ui.widgets import EmptyState, IconButton, IconLabel, PlainLabel, quiet_button


class ChatEmpty(QWidget):
    """An invitation with questions that work from the first day. `suggested` carries the chosen one."""

    suggested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Without words before `retranslate`."""
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._words = EmptyState("chat", parent=self)
        self._questions = [QPushButton(self) for _ in range(3)]
        column = QVBoxLayout(self)
        column.addWidget(self._words, 1)
        for button in self._questions:
            button.setProperty("role", "source")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda _=False, button=button: self.suggested.emit(button.accessibleName()))
            self._words.add(button)

    def retranslate(self) -> None:
        """Put every text in the current language."""
        self._words.set_words(
            self.tr("What would you like to know?"),
            self.tr("Answers come from what you kept, and every one names its sources."),
        )
        questions = (
            self.tr("What is on my plate today?"),
            self.tr("What did I promise?"),
            self.tr("What did I keep this week?"),
        )
        for button, question in zip(self._questions, questions, strict=True):
            button.setText(question)
            button.setAccessibleName(question)


class WaitingLine(QFrame):
    """The questions that wait for the answer under way. Signals say what the user wants done with them."""

    take_back_asked = Signal()
    drop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hidden until something waits."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setProperty("tone", "sunken")
        self._texts: list[str] = []
        self._label = PlainLabel(role="caption", lines=2, parent=self)
        self.take_back = IconButton("edit", "", parent=self)
        self.drop = IconButton("close", "", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.m, SPACE.xs, SPACE.s, SPACE.xs)
        row.setSpacing(SPACE.s)
        row.addWidget(IconLabel("later", width=14, parent=self))
        row.addWidget(self._label, 1)
        row.addWidget(self.take_back)
        row.addWidget(self.drop)
        self.take_back.clicked.connect(self.take_back_asked)
        self.drop.clicked.connect(self.drop_asked)
        self.hide()

    def show_waiting(self, texts: list[str]) -> None:
        """Show what waits, first come first; nothing when there is none."""
        self._texts = texts
        self.setVisible(bool(texts))
        if not texts:
            return
        if len(texts) == 1:
            words = self.tr("Next: {question}").format(question=one_line(texts[0], 120))
        else:
            words = self.tr("Next: {question} (and {count} more)")
            words = words.format(question=one_line(texts[0], 120), count=len(texts) - 1)
        self._label.setText(words)
        self.setAccessibleName(words)

    def retranslate(self) -> None:
        """Put every text in the current language."""
        self.take_back.set_name(self.tr("Take back into the field"))
        self.drop.set_name(self.tr("Do not ask"))
        self.show_waiting(self._texts)


class ModelLine(QWidget):
    """Says who writes the answers; without a model, why they look the way they do, and where to add one."""

    add_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Without words before `show_model`."""
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._none_words = ""
        self._model: ModelFile | None = None
        self._is_there = True
        self._is_known = False
        self._icon = IconLabel("info", width=14, parent=self)
        self._label = PlainLabel(role="caption", lines=2, parent=self)
        self.add = quiet_button("", self, role="source")
        self.add.clicked.connect(self.add_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.xs, 0, 0, 0)
        row.setSpacing(SPACE.s)
        row.addWidget(self._icon)
        row.addWidget(self._label, 1)
        row.addWidget(self.add)

    def show_model(self, model: ModelFile | None, is_there: bool = True) -> None:
        """Say which model writes (None: there is none), or why it does not. A slot: Qt passes by position."""
        self._model, self._is_there, self._is_known = model, is_there, True
        self._show()

    def retranslate(self, none_words: str) -> None:
        """Put every text in the current language; `none_words` are said without a model."""
        self._none_words = none_words
        self._show()

    def _show(self) -> None:
        model = self._model
        does_write = model is not None and self._is_there and not model.is_set_aside
        self.add.setVisible(self._is_known and not does_write)
        self.add.setText(self.tr("Add a model…") if model is None else self.tr("Models…"))
        self.add.setAccessibleName(self.add.text())
        self._icon.set_icon("model" if does_write else "info")
        self._icon.setVisible(self._is_known)
        self.setMinimumHeight(self.add.sizeHint().height())  # else the field above moves when the words come
        self._label.setText(self._words() if self._is_known else "")

    def _words(self) -> str:
        model = self._model
        if model is None:
            return self._none_words
        if not self._is_there:
            text = self.tr("The file of {model} is missing or changed. Answers are made of your own notes.")
        elif model.is_set_aside:
            text = self.tr("{model} stopped three times and is set aside. Answers are made of your own notes.")
        else:
            text = self.tr("{model} answers, on this computer")
        return text.format(model=one_line(model.name, 60))


def lay_out_chat(view: QWidget, middle: tuple[QWidget, ...], foot: tuple[QWidget, ...], rail: QWidget) -> QWidget:
    """The conversation at the left, as wide as reads well; what belongs to typing under it; the rail at the right.

    The part under the conversation.
    """
    bottom = ReadingColumn(bottom=SPACE.m, side=SPACE.xl + RING, parent=view)  # the transcript has its ring around it
    bottom.body.setSpacing(SPACE.xs)
    for part in foot:
        bottom.body.addWidget(part)
    left = QVBoxLayout()
    left.setSpacing(0)
    header, *rest = middle
    left.addWidget(header)
    for part in rest:
        left.addWidget(part, 1)
    left.addWidget(bottom)
    whole = QHBoxLayout(view)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addLayout(left, 1)
    whole.addWidget(rail)
    return bottom


def stand_rail(view: QWidget, rail: QWidget, *, is_below: bool) -> None:
    """The rail beside the conversation, or under it where the window is too narrow for both."""
    whole = view.layout()
    assert isinstance(whole, QBoxLayout)  # noqa: S101 - made by `lay_out_chat`
    whole.setDirection(QBoxLayout.Direction.TopToBottom if is_below else QBoxLayout.Direction.LeftToRight)
    whole.setStretch(1, 1 if is_below else 0)
    rail.setMinimumWidth(0 if is_below else SIZE.rail_width)
    rail.setMaximumWidth(view.maximumWidth() if is_below else SIZE.rail_width)
