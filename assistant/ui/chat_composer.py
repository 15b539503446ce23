"""Where a question is typed: grows with the text, Enter sends, Shift+Enter breaks the line, an IME is never cut off."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from assistant.ui import shortcuts
from assistant.ui.text_edit import PlainEdit
from assistant.ui.theme import SPACE, set_role
from assistant.ui.widgets import IconButton, PlainLabel

_MOST_LINES = 8


class QuestionField(PlainEdit):
    """The text field itself; `sent`, `stopped` and `recalled` are key presses."""

    sent = Signal()
    stopped = Signal()
    recalled = Signal()
    focused = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        """One line high, growing to a few."""
        super().__init__("", role="bare", most_lines=_MOST_LINES, parent=parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter sends unless Shift is held or an input method composes; Esc stops; Up in an empty field recalls."""
        if shortcuts.SEND.is_pressed(event):
            if not self.is_composing:
                self.sent.emit()
        elif shortcuts.STOP.is_pressed(event):
            self.stopped.emit()
        elif shortcuts.CHANGE_LAST.is_pressed(event) and not self.toPlainText() and not self.is_composing:
            self.recalled.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard came."""
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard left."""
        super().focusOutEvent(event)
        self.focused.emit(False)


class Composer(QFrame):
    """The field, what is kept beside it, and the button that sends or stops.

    `submitted` carries a question, `changed` the last question in other words; `recalled` asks for that one.
    """

    submitted = Signal(str)
    changed = Signal(str)
    recalled = Signal()
    edited = Signal()
    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty and ready."""
        super().__init__(parent)
        self.setProperty("role", "composer")
        self._is_answering = False
        self._is_changing = False
        self._put_by = ""  # what stood in the field before the last question was taken into it
        self._change_row = QWidget(self)
        self._change_label = PlainLabel(role="caption", lines=1, parent=self._change_row)
        self._leave = IconButton("close", "", parent=self._change_row)
        self._rest_row = QWidget(self)
        self._rest_label = PlainLabel(role="caption", lines=1, parent=self._rest_row)
        self._drop = IconButton("close", "", parent=self._rest_row)
        self._field = QuestionField(self)
        self._send = IconButton("send", "", tone="accent_text", parent=self)
        self.setFocusProxy(self._field)
        self._build()
        self._field.focused.connect(self._show_focus)
        self._field.sent.connect(self._submit)
        self._field.stopped.connect(self.escape)
        self._field.recalled.connect(self.recalled)
        self._leave.clicked.connect(self.end_change)
        self._field.rest_changed.connect(self._show_rest)
        self._field.text_changed.connect(self._show_state)
        self._field.text_changed.connect(self.edited)
        self._drop.clicked.connect(self._field.drop_rest)
        self._send.clicked.connect(self._press)
        self.retranslate()

    @property
    def text(self) -> str:
        """What would be asked."""
        return self._field.full_text().strip()

    @property
    def unsent(self) -> str:
        """What the user wrote and nobody keeps: while the last question is changed, what stood here before."""
        return self._put_by if self._is_changing else self._field.full_text()

    def set_text(self, text: str) -> None:
        """Put a question into the field, the cursor behind it."""
        self._field.set_full_text(text)

    def clear(self) -> None:
        """Empty everything."""
        self._field.set_full_text("")

    @property
    def is_changing(self) -> bool:
        """Whether the last question is being changed."""
        return self._is_changing

    def begin_change(self, question: str) -> None:
        """Take the last question into the field, to be asked in other words."""
        if not self._is_changing:
            self._put_by = self._field.full_text()
        self._is_changing = True
        self._change_row.show()
        self._field.set_full_text(question)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def end_change(self) -> None:
        """Leave the last question as it is."""
        if self._is_changing:
            self._is_changing = False
            self._change_row.hide()
            self._field.set_full_text(self._put_by)
            self._put_by = ""

    def set_answering(self, is_answering: bool) -> None:
        """Offer Stop instead of Send, or Send again."""
        self._is_answering = is_answering
        self._show_state()

    def retranslate(self) -> None:
        """Put every text in the current language."""
        self._field.setPlaceholderText(self.tr("Ask about anything you kept"))
        self._field.setAccessibleName(self.tr("Your question"))
        self._field.setAccessibleDescription(
            self.tr("Enter sends, Shift+Enter starts a line, Esc stops the answer, Up changes the last question")
        )
        self._change_label.setText(self.tr("Changing your last question"))
        self._leave.set_name(self.tr("Leave it as it is (Esc)"))
        self._drop.set_name(self.tr("Leave out the rest of the text"))
        self._show_rest(len(self._field.rest))
        self._show_state()

    def _build(self) -> None:
        rest = QHBoxLayout(self._rest_row)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.setSpacing(SPACE.xs)
        rest.addWidget(self._rest_label, 1)
        rest.addWidget(self._drop)
        change = QHBoxLayout(self._change_row)
        change.setContentsMargins(0, 0, 0, 0)
        change.setSpacing(SPACE.xs)
        change.addWidget(self._change_label, 1)
        change.addWidget(self._leave)
        self._change_row.hide()
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        row.addWidget(self._field, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._send, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.m, SPACE.s, SPACE.s, SPACE.s)
        column.setSpacing(SPACE.xs)
        column.addWidget(self._change_row)
        column.addLayout(row)
        column.addWidget(self._rest_row)

    def _show_focus(self, has_focus: bool) -> None:
        set_role(self, tone="focus" if has_focus else "")

    def _show_rest(self, count: int) -> None:
        self._rest_row.setVisible(count > 0)
        text = self.tr("and {count} more characters, asked along")
        self._rest_label.setText(text.format(count=f"{count:,}"))

    def _press(self) -> None:
        if self._is_answering:
            self.stop_asked.emit()
        else:
            self._submit()

    def _submit(self) -> None:
        text = self.text
        if text and self._is_changing:
            self.end_change()
            self.changed.emit(text)
        elif text:
            self.submitted.emit(text)

    def escape(self) -> None:
        """Leave the change of the last question, else stop the answer."""
        if self._is_changing:
            self.end_change()
        else:
            self.stop_asked.emit()

    def _show_state(self) -> None:
        if self._is_answering:
            self._send.set_icon("stop")
            self._send.set_name(self.tr("Stop (Esc)"))
        else:
            self._send.set_icon("send")
            self._send.set_name(self.tr("Send (Enter)"))
        self._send.setEnabled(self._is_answering or bool(self._field.toPlainText().strip()))
