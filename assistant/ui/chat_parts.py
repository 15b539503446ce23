"""Two quiet parts of the chat: what stands there before the first question, and the line about the model."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assistant.ui.flow_box import FlowBox
from assistant.ui.shown_text import one_line
from assistant.ui.theme import SIZE, SPACE
from assistant.ui.widgets import EmptyState, IconLabel, PlainLabel, quiet_button


class ChatEmpty(QWidget):
    """An invitation with questions that work from the first day. `suggested` carries the chosen one."""

    suggested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Without words before `retranslate`."""
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._words = EmptyState("chat", parent=self)
        self._questions = [QPushButton(self) for _ in range(3)]
        row = FlowBox(self, spacing=SPACE.s)
        row.setMaximumWidth(SIZE.page_width)
        for button in self._questions:
            button.setProperty("role", "source")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda _=False, button=button: self.suggested.emit(button.accessibleName()))
            row.add(button)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(row, 4)
        centred.addStretch(1)
        column = QVBoxLayout(self)
        column.addWidget(self._words, 1)
        column.addLayout(centred)
        column.addStretch(1)

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


class ModelLine(QWidget):
    """Says who writes the answers; without a model, why they look the way they do, and where to add one."""

    add_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Without words before `show_model`."""
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._none_words = ""
        self._model: str | None = None
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

    def show_model(self, name: str | None) -> None:
        """Name the model that writes, None when there is none."""
        self._model, self._is_known = name, True
        self._show()

    def retranslate(self, none_words: str) -> None:
        """Put every text in the current language; `none_words` are said without a model."""
        self._none_words = none_words
        self.add.setText(self.tr("Add a model…"))
        self.add.setAccessibleName(self.add.text())
        self._show()

    def _show(self) -> None:
        self.add.setVisible(self._is_known and self._model is None)
        self._icon.set_icon("model" if self._model else "info")
        if not self._is_known:
            self._label.setText("")
        elif self._model is None:
            self._label.setText(self._none_words)
        else:
            text = self.tr("{model} answers, on this computer")
            self._label.setText(text.format(model=one_line(self._model, 60)))
