"""The text field of quick capture: which key does what, and what was recognised highlighted."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from assistant.ui.text_edit import PlainEdit
from assistant.ui.theme import colour
from assistant.ui.utf16 import to_units

_MOST_LINES = 9
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class CaptureEdit(PlainEdit):
    """Emits what the user means; `backspace_takes_mark` decides whether Backspace waves a mark away."""

    keep_asked = Signal(bool)  # whether to continue
    hide_asked = Signal()
    cycle_asked = Signal(int)
    last_dropped = Signal()
    drop_asked = Signal(int)  # the number of a chip
    undo_asked = Signal()

    def __init__(self, name: str, backspace_takes_mark: Callable[[], bool], parent: QWidget | None = None) -> None:
        """`name` is what a screen reader says."""
        super().__init__(name, role="capture", most_lines=_MOST_LINES, parent=parent)
        self._backspace_takes_mark = backspace_takes_mark

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, unless an input method is composing: then every key is its own."""
        if self.is_composing or not self._handled(event):
            super().keyPressEvent(event)

    def mark(self, spans: Sequence[tuple[int, int, bool]]) -> None:
        """Highlight these stretches (start, end, whether with a ground), and nothing else."""
        text = self.toPlainText()
        self.setExtraSelections([self._highlight(text, *span) for span in spans if span[0] < span[1]])

    def _highlight(self, text: str, start: int, end: int, has_ground: bool) -> QTextEdit.ExtraSelection:
        cursor = QTextCursor(self.document())
        cursor.setPosition(to_units(text, start))
        cursor.setPosition(to_units(text, end), QTextCursor.MoveMode.KeepAnchor)
        shown = QTextCharFormat()
        if has_ground:
            shown.setBackground(colour("accent_soft"))
        shown.setForeground(colour("accent_text"))
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor  # pyright: ignore[reportAttributeAccessIssue]
        selection.format = shown  # pyright: ignore[reportAttributeAccessIssue]
        return selection

    def _handled(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        none = Qt.KeyboardModifier.NoModifier
        if key in _ENTER and modifiers in {none, Qt.KeyboardModifier.ControlModifier}:
            self.keep_asked.emit(modifiers != none)
        elif key == Qt.Key.Key_Escape:
            self.hide_asked.emit()
        elif key == Qt.Key.Key_Tab and modifiers == none:
            self.cycle_asked.emit(1)
        elif key == Qt.Key.Key_Backtab:
            self.cycle_asked.emit(-1)
        elif key == Qt.Key.Key_Z and modifiers == Qt.KeyboardModifier.ControlModifier and not self.full_text():
            self.undo_asked.emit()
        elif key == Qt.Key.Key_Backspace and modifiers == none and self._takes_mark():
            self.last_dropped.emit()
        elif modifiers == Qt.KeyboardModifier.AltModifier and Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.drop_asked.emit(int(key) - int(Qt.Key.Key_0))
        else:
            return False
        return True

    def _takes_mark(self) -> bool:
        cursor = self.textCursor()
        return cursor.atEnd() and not cursor.hasSelection() and self._backspace_takes_mark()
