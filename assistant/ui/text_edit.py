"""A text field that a paste of any size cannot freeze and that never shows anything but plain text.

What does not fit on the screen sensibly is kept beside the widget: `full_text()` is what is shown followed by that
rest. (QPlainTextEdit's default wrapping blocks 5 s on one line of 300,000 characters, design paper 6, section 0.5.)
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from assistant.ui.line_pitch import line_pitch
from assistant.ui.theme import set_role
from assistant.ui.undo_key import leaves_undo_to_window
from assistant.ui.utf16 import from_units

SHOWN_CHARACTERS = 10_000


class PlainEdit(QPlainTextEdit):
    """Shows at most `SHOWN_CHARACTERS`; `rest_changed` says how many characters are kept beside it."""

    rest_changed = Signal(int)
    text_changed = Signal()

    def __init__(self, name: str, *, role: str = "", most_lines: int = 0, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader says. With `most_lines` the field grows with its text up to that height."""
        super().__init__(parent)
        self._rest = ""
        self._most_lines = most_lines
        self._is_composing = False
        self.setAccessibleName(name)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTabChangesFocus(True)
        if role:
            set_role(self, role=role)
        if most_lines:
            self.document().setDocumentMargin(2)
            self.document().clearUndoRedoStacks()  # the margin counts as a step
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.document().documentLayout().documentSizeChanged.connect(self._grow)
            self._grow()
        self.textChanged.connect(self._on_text_changed)

    @property
    def is_composing(self) -> bool:
        """Whether an input method has text that is not committed yet: Enter then belongs to it."""
        return self._is_composing

    @property
    def rest(self) -> str:
        """The text that is kept beside the widget."""
        return self._rest

    def full_text(self) -> str:
        """Everything: what is shown and the rest."""
        return self.toPlainText() + self._rest

    def set_full_text(self, text: str) -> None:
        """Replace everything; the cursor goes to the end of what is shown."""
        self._set_rest(text[SHOWN_CHARACTERS:])
        self.setPlainText(text[:SHOWN_CHARACTERS])
        self.moveCursor(QTextCursor.MoveOperation.End)

    def drop_rest(self) -> None:
        """Let go of what is kept beside the widget."""
        self._set_rest("")
        self.text_changed.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Only text is taken, by paste or by drop."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert as plain text; what is too much to show goes to the rest, in order."""
        self.insert_text(source.text())

    def insert_text(self, text: str) -> None:
        """Insert at the cursor as if pasted."""
        cursor = self.textCursor()
        shown = len(self.toPlainText()) - (cursor.selectionEnd() - cursor.selectionStart())
        if shown + len(text) <= SHOWN_CHARACTERS:
            cursor.insertText(text)
            self.ensureCursorVisible()
            return
        whole = self.toPlainText()
        start, end = from_units(whole, cursor.selectionStart()), from_units(whole, cursor.selectionEnd())
        self.set_full_text(whole[:start] + text + whole[end:] + self._rest)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Note whether the input method is in the middle of a word."""
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window when nothing was typed that they could turn."""
        can_undo, can_redo = self.document().isUndoAvailable(), self.document().isRedoAvailable()
        if leaves_undo_to_window(event, can_undo=can_undo, can_redo=can_redo):
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """An input method lets go of its text when the focus leaves."""
        self._is_composing = False
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Emptying the field also empties the rest."""
        super().keyPressEvent(event)
        if self._rest and not self.toPlainText():
            self.drop_rest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap again and grow."""
        super().resizeEvent(event)
        if self._most_lines:
            self._grow()

    def sizeHint(self) -> QSize:
        """As high as its lines when it grows with them."""
        hint = super().sizeHint()
        return QSize(hint.width(), self.height()) if self._most_lines else hint

    def _grow(self, *_: object) -> None:
        lines = max(1, min(self._most_lines, round(self.document().size().height())))
        frame = self.contentsMargins()
        chrome = frame.top() + frame.bottom() + round(2 * self.document().documentMargin()) + 2
        pitch = line_pitch(self.font()).height
        lowered = (pitch - self.fontMetrics().lineSpacing()) // 2 + 1  # else a line of low letters hangs from the top
        self.setViewportMargins(0, lowered, 0, 0)
        height = lines * pitch + lowered + chrome
        if height != self.height():
            self.setFixedHeight(height)

    def _set_rest(self, rest: str) -> None:
        if rest == self._rest:
            return
        self._rest = rest
        self.document().clearUndoRedoStacks()  # an undo could not put the rest back in its place
        self.rest_changed.emit(len(rest))

    def _on_text_changed(self) -> None:
        self.text_changed.emit()
