"""The text field of quick capture: which key does what, and the recognised time highlighted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from assistant.ui.text_edit import PlainEdit
from assistant.ui.theme import colour
from assistant.ui.utf16 import to_units

_MOST_LINES = 9
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class CaptureEdit(PlainEdit):
    """Emits what the user means; `backspace_takes_time` decides whether Backspace waves a time away."""

    keep_asked = Signal(bool)  # whether to continue
    hide_asked = Signal()
    cycle_asked = Signal(int)
    time_dismissed = Signal()
    undo_asked = Signal()

    def __init__(self, name: str, backspace_takes_time: Callable[[], bool], parent: QWidget | None = None) -> None:
        """`name` is what a screen reader says."""
        super().__init__(name, role="capture", most_lines=_MOST_LINES, parent=parent)
        self._backspace_takes_time = backspace_takes_time

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, unless an input method is composing: then every key is its own."""
        if self.is_composing or not self._handled(event):
            super().keyPressEvent(event)

    def mark(self, start: int, end: int) -> None:
        """Highlight these characters; equal ends take the highlight away."""
        if start == end:
            self.setExtraSelections([])
            return
        text = self.toPlainText()
        cursor = QTextCursor(self.document())
        cursor.setPosition(to_units(text, start))
        cursor.setPosition(to_units(text, end), QTextCursor.MoveMode.KeepAnchor)
        shown = QTextCharFormat()
        shown.setBackground(colour("accent_soft"))
        shown.setForeground(colour("accent_text"))
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor  # pyright: ignore[reportAttributeAccessIssue]
        selection.format = shown  # pyright: ignore[reportAttributeAccessIssue]
        self.setExtraSelections([selection])

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
        elif key == Qt.Key.Key_Backspace and modifiers == none and self._takes_time():
            self.time_dismissed.emit()
        else:
            return False
        return True

    def _takes_time(self) -> bool:
        cursor = self.textCursor()
        return cursor.atEnd() and not cursor.hasSelection() and self._backspace_takes_time()
