"""Text of any origin as wrapping, selectable plain text: nothing in it is markup, nothing is loaded.

`QTextEdit.setPlainText` never reads HTML; formats are only laid over the citation marks. The owner gives the width
(`lay_out`) and the height follows from the text, so a column of many such texts is laid out in one pass.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QTextCharFormat, QTextCursor, QTextOption, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from assistant.ui.shown_text import citation_spans, showable
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
        self._shown = ""
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
        self._shown, self._numbers = showable(text), numbers
        self.setPlainText(self._shown)
        self._mark_citations()

    def append_text(self, piece: str) -> None:
        """Add a piece at the end without laying out what stands already."""
        piece = showable(piece)
        self._shown += piece
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(piece)

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
        if event.type() is QEvent.Type.PaletteChange and self._numbers:
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

    def _mark_citations(self) -> None:
        for span in citation_spans(self._shown, self._numbers):
            cursor = QTextCursor(self.document())
            cursor.setPosition(to_units(self._shown, span.start))
            cursor.setPosition(to_units(self._shown, span.end), QTextCursor.MoveMode.KeepAnchor)
            mark = QTextCharFormat()
            mark.setAnchor(True)
            mark.setAnchorHref(str(span.number))
            mark.setForeground(self.palette().link())
            cursor.setCharFormat(mark)
