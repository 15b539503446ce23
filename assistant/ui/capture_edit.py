"""The text field of quick capture: which key does what, and what was recognised highlighted."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from assistant.ui import shortcuts
from assistant.ui.text_edit import PlainEdit
from assistant.ui.theme import colour
from assistant.ui.utf16 import to_units

_MOST_LINES = 9


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
        if shortcuts.KEEP.is_pressed(event) or shortcuts.KEEP_AND_GO_ON.is_pressed(event):
            self.keep_asked.emit(shortcuts.KEEP_AND_GO_ON.is_pressed(event))
        elif shortcuts.HIDE.is_pressed(event):
            self.hide_asked.emit()
        elif shortcuts.KIND.is_pressed(event):
            self.cycle_asked.emit(1)
        elif shortcuts.KIND_BEFORE.is_pressed(event):
            self.cycle_asked.emit(-1)
        elif shortcuts.UNDO_KEPT.is_pressed(event) and not self.full_text():
            self.undo_asked.emit()
        elif shortcuts.DROP_LAST.is_pressed(event) and self._takes_mark():
            self.last_dropped.emit()
        elif (place := shortcuts.DROP_ONE.place(event)) is not None:
            self.drop_asked.emit(place + 1)
        else:
            return False
        return True

    def _takes_mark(self) -> bool:
        cursor = self.textCursor()
        return cursor.atEnd() and not cursor.hasSelection() and self._backspace_takes_mark()
