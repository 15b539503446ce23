"""Text of any origin as wrapping, selectable plain text: nothing in it is markup, nothing is loaded.

Text is only ever inserted as text, so no HTML is read; formats are laid over the citation marks, and over what
`answer_text` has found in the Markdown of an answer. The owner gives the width (`lay_out`) and the height follows from
the text, so a column of many such texts is laid out in one pass.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QMouseEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from assistant.ui.answer_text import AnswerText, Entry, Look, Stretch
from assistant.ui.line_pitch import line_pitch
from assistant.ui.shown_text import citation_spans, showable
from assistant.ui.theme import SPACE, TYPE, colour
from assistant.ui.utf16 import to_units


class PlainText(QTextEdit):
    """Read-only text that is as high as it needs to be. `citation_clicked` carries the number of the mark."""

    citation_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty text."""
        super().__init__(parent)
        self.setProperty("role", "bare")
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)  # else QTextEdit puts its own old width back
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.document().setDocumentMargin(0)
        self._answer = AnswerText("")
        self._numbers: frozenset[int] = frozenset()
        self._laid_out = QSize(0, 0)
        self._laid_out_for = (0, 0, 0)

    def sizeHint(self) -> QSize:
        """The size of the last `lay_out`."""
        return self._laid_out

    def minimumSizeHint(self) -> QSize:
        """The size of the last `lay_out`."""
        return self._laid_out

    def show_text(self, text: str, numbers: frozenset[int] = frozenset()) -> None:
        """Replace the text; marks [n] with n among `numbers` can be clicked."""
        self.show_answer(AnswerText(showable(text)), numbers)

    def show_answer(self, answer: AnswerText, numbers: frozenset[int] = frozenset()) -> None:
        """Replace the text by an answer with its looks. What only grew is only added to, so that a selection stays."""
        old, self._answer = self._answer, answer
        is_grown = not numbers and not self._numbers and _is_grown(old, answer)
        self._numbers = numbers
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        if not is_grown:
            old = AnswerText("")
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.removeSelectedText()
            cursor.setBlockFormat(self._lines())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(answer.text[len(old.text) :], QTextCharFormat())
        self._lay_looks(answer.stretches[len(old.stretches) :], answer.entries[len(old.entries) :])
        self._mark_citations()
        cursor.endEditBlock()

    def append_text(self, piece: str) -> None:
        """Add a piece at the end without laying out what stands already."""
        self.show_answer(replace(self._answer, text=self._answer.text + showable(piece)), self._numbers)

    def lay_out(self, width: int, *, shrink: bool = False) -> None:
        """Take this width, or less with `shrink` when the text is short, and the height that follows."""
        document = self.document()
        asked = (width, document.revision(), self.fontMetrics().height())
        if asked == self._laid_out_for:
            return
        self._laid_out_for = asked
        self.setLineWrapColumnOrWidth(width)
        ideal = math.ceil(document.idealWidth()) + 2
        if shrink and ideal < width:
            width = ideal
            self.setLineWrapColumnOrWidth(width)
        self._laid_out = QSize(width, math.ceil(document.size().height()) + 1)
        self.setFixedSize(self._laid_out)

    def changeEvent(self, event: QEvent) -> None:
        """Take over the colours of a new theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_answer"):
            self._lay_looks(self._answer.stretches, self._answer.entries)
            self._mark_citations()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain text only."""
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        return data

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The column around scrolls, not this text."""
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over a citation."""
        super().mouseMoveEvent(event)
        over = bool(self.anchorAt(event.position().toPoint()))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a citation opens it; a selection that ends on one does not."""
        super().mouseReleaseEvent(event)
        anchor = self.anchorAt(event.position().toPoint())
        if anchor and event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.citation_clicked.emit(int(anchor))

    def _lay_looks(self, stretches: Sequence[Stretch], entries: Sequence[Entry]) -> None:
        for stretch in stretches:
            self._selected(stretch.start, stretch.end).mergeCharFormat(self._format(stretch.look))
        for entry in entries:
            lines = self._lines()
            lines.setLeftMargin(SPACE.l * (entry.depth + 1))
            lines.setTextIndent(-SPACE.m)
            lines.setTopMargin(SPACE.xs // 2)
            self._selected(entry.start, entry.start).mergeBlockFormat(lines)

    def _lines(self) -> QTextBlockFormat:
        """Lines of both scripts equally far apart."""
        lines = QTextBlockFormat()
        pitch = line_pitch(self.font()).height
        lines.setLineHeight(pitch, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        return lines

    def _format(self, look: Look) -> QTextCharFormat:
        form = QTextCharFormat()
        match look:
            case Look.STRONG:
                form.setFontWeight(QFont.Weight.DemiBold)
            case Look.EMPHASIS:
                form.setFontItalic(True)
            case Look.CODE:
                families = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).families()
                form.setFontFamilies([*families, *self.font().families()])
                form.setFontStyleHint(QFont.StyleHint.Monospace)
                form.setFontFixedPitch(True)
                form.setBackground(colour("sunken"))
            case Look.HEADING:
                form.setFontWeight(QFont.Weight.DemiBold)
                form.setProperty(QTextCharFormat.Property.FontPixelSize, self._scaled(TYPE.heading))
            case Look.QUOTE:
                form.setForeground(colour("muted"))
        return form

    def _scaled(self, size: int) -> int:
        """A size of the type scale as it is drawn here, where the desktop's font may be larger."""
        return round(size * self.fontInfo().pixelSize() / TYPE.body)

    def _selected(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(to_units(self._answer.text, start))
        cursor.setPosition(to_units(self._answer.text, end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _mark_citations(self) -> None:
        for span in citation_spans(self._answer.text, self._numbers):
            cursor = self._selected(span.start, span.end)
            mark = QTextCharFormat()
            mark.setAnchor(True)
            mark.setAnchorHref(str(span.number))
            mark.setForeground(self.palette().link())
            cursor.mergeCharFormat(mark)


def _is_grown(old: AnswerText, new: AnswerText) -> bool:
    """Whether `new` is `old` with more at its end, in a line that is no list entry's."""
    return (
        bool(old.text)
        and new.text.startswith(old.text)
        and new.stretches[: len(old.stretches)] == old.stretches
        and new.entries == old.entries
        and not new.entries
    )
