"""A label for text that somebody else wrote."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from assistant.ui.line_pitch import line_pitch
from assistant.ui.theme import SIZE, SPACE
from assistant.ui.utf16 import from_units, to_units

_MOST_SHOWN = 2_000  # characters a label lays out; longer text belongs in an edit
_ELLIPSIS = "\u2026"


class PlainLabel(QLabel):
    """Text shown exactly as it is: no markup, no image, wraps anywhere, at most `lines` lines (0: all)."""

    def __init__(self, text: str = "", *, role: str = "", lines: int = 0, parent: QWidget | None = None) -> None:
        """`role` is a text role of `app.qss`: display, title, heading, section, caption, muted, strong."""
        super().__init__(parent)
        self._lines = lines
        self._heights: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.setProperty("role", role)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show `text`; what a label cannot hold sensibly is cut with an ellipsis."""
        self._heights.clear()
        shown = text if len(text) <= _MOST_SHOWN else text[:_MOST_SHOWN] + _ELLIPSIS
        super().setText(shown.replace("\0", "\u2400"))
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Always: it wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height its lines need at this width."""
        self.ensurePolished()  # else a role's larger type is measured only after the window has its size
        known = self._heights.get(width)
        if known is None:
            margins = self.contentsMargins()
            inner = width - margins.left() - margins.right()
            known = self._lay_out(inner)[1] + margins.top() + margins.bottom()
            self._heights[width] = known
        return known

    def sizeHint(self) -> QSize:
        """One line's width, as far as that is reasonable."""
        self.ensurePolished()
        metrics = self.fontMetrics()
        margins = self.contentsMargins()
        first = max(self.text()[:400].split("\n"), key=len, default="")
        width = min(metrics.horizontalAdvance(first) + 2, SIZE.page_width) + margins.left() + margins.right()
        return QSize(width, self.heightForWidth(max(width, 1)))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough to never push a layout wider; one line high."""
        return QSize(min(self.sizeHint().width(), SPACE.xxl), line_pitch(self.font()).height)

    def changeEvent(self, event: QEvent) -> None:
        """Forget measured heights when the font changes."""
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._heights.clear()
            self.updateGeometry()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask the layout again for the height at the new width."""
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the lines; the last one ends in an ellipsis when text is left over."""
        area = self.contentsRect()
        layout, used, is_cut = self._lay_out(area.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.setFont(self.font())
        free = 0 if self.alignment() & Qt.AlignmentFlag.AlignTop else max(0, area.height() - used) // 2
        corner = area.topLeft() + QPoint(0, free)
        for row in range(layout.lineCount()):
            line = layout.lineAt(row)
            if is_cut and row == layout.lineCount() - 1:
                self._draw_cut(painter, line.textStart(), corner + QPoint(0, round(line.y() + line.ascent())))
            else:
                line.draw(painter, corner)
        painter.end()

    def _draw_cut(self, painter: QPainter, start: int, foot: QPoint) -> None:
        """The rest of the text from `start` on, as far as there is room; its letters stand on the height of `foot`."""
        width, begin = self.contentsRect().width(), from_units(self.text(), start)
        rest = self.text()[begin : begin + 600].replace("\n", " ")
        cut = self.fontMetrics().elidedText(rest + _ELLIPSIS, Qt.TextElideMode.ElideRight, width)
        layout = QTextLayout(cut, self.font())
        layout.setTextOption(QTextOption(self.alignment()))
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(width)
        layout.endLayout()
        line.draw(painter, foot - QPoint(0, round(line.ascent())))

    def _lay_out(self, width: int) -> tuple[QTextLayout, int, bool]:
        """The lines in their places, how high they are together, and whether text is left over."""
        text = self.text().replace("\n", "\u2028")
        layout = QTextLayout(text, self.font())
        option = QTextOption(self.alignment())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        pitch = line_pitch(self.font())
        height, end = 0, 0
        layout.beginLayout()
        while not self._lines or layout.lineCount() < self._lines:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(1, width))
            lowered = max(0, pitch.ascent - round(line.ascent()))
            line.setPosition(QPoint(0, height + lowered))
            height += max(pitch.height, lowered + math.ceil(line.height()))  # a script may be higher still
            end = line.textStart() + line.textLength()
        layout.endLayout()
        return layout, max(height, pitch.height), end < to_units(text, len(text))
