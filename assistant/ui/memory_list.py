"""The rows of Memory as model and delegate: a page at a time, painted, so that 100,000 items cost what 60 do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from assistant.domain.item import Found, Item, Language
from assistant.language import wording
from assistant.language.repeat_words import repeat_words
from assistant.language.task_words import due_words, task_facts
from assistant.ui.icons import pixmap
from assistant.ui.line_pitch import line_pitch
from assistant.ui.memory_presenter import MemoryPresenter
from assistant.ui.mind_rail import KIND_ICONS
from assistant.ui.shown_text import first_line, one_line
from assistant.ui.theme import RADIUS, RING, SIZE, SPACE, TYPE, colour

FOUND_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_Index = QModelIndex | QPersistentModelIndex


class MemoryModel(QAbstractListModel):
    """The presenter's rows. `more_asked` is emitted when the view comes near the end of what arrived."""

    more_asked = Signal()

    def __init__(self, presenter: MemoryPresenter, say: Callable[[Item], str], parent: QWidget | None = None) -> None:
        """`say` gives the words for a screen reader."""
        super().__init__(parent)
        self._presenter = presenter
        self._say = say
        self._count = 0

    def rowCount(self, parent: _Index | None = None) -> int:
        """The rows that arrived so far."""
        return 0 if parent is not None and parent.isValid() else self._count

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Title, accessible words, or the `Found` itself."""
        if not index.isValid() or index.row() >= self._count:
            return None
        found = self._presenter.rows[index.row()]
        if role == int(Qt.ItemDataRole.DisplayRole):
            return first_line(found.item.text)
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            return self._say(found.item)
        return found if role == FOUND_ROLE else None

    def canFetchMore(self, parent: _Index) -> bool:
        """Whether there may be more rows."""
        return not parent.isValid() and not self._presenter.is_whole and self._count > 0

    def fetchMore(self, parent: _Index) -> None:
        """Ask for the next page; it arrives later."""
        if not parent.isValid():
            self.more_asked.emit()

    def show_all(self) -> None:
        """The presenter's rows were replaced."""
        self.beginResetModel()
        self._count = len(self._presenter.rows)
        self.endResetModel()

    def show_added(self, count: int) -> None:
        """The presenter got `count` rows more."""
        if count:
            self.beginInsertRows(QModelIndex(), self._count, self._count + count - 1)
            self._count += count
            self.endInsertRows()

    def show_changed(self, row: int) -> None:
        """A row holds another state of its item."""
        self.dataChanged.emit(self.index(row), self.index(row))


class MemoryDelegate(QStyledItemDelegate):
    """Paints a row: kind, title, and under it when, what is due, tags and the words around the match."""

    def __init__(self, parent: QWidget, now: Callable[[], datetime]) -> None:
        """`now` is asked while painting: what is said of an instant depends on it."""
        super().__init__(parent)
        self._now = now
        self.language = Language.ENGLISH

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002 - Qt's signature
        """Two lines of text and the space around."""
        lines = line_pitch(option.font).height + line_pitch(_caption(option.font)).height
        return QSize(SPACE.xxl, lines + 2 * SPACE.s + SPACE.xs)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the row."""
        found = index.data(FOUND_ROLE)
        if not isinstance(found, Found):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        area = option.rect.adjusted(SPACE.m, SPACE.s, -SPACE.m, -SPACE.s)
        kind = "done-circle" if found.item.is_done else KIND_ICONS[found.item.kind]
        top = area.top() + line_pitch(option.font).beside(SIZE.icon)
        painter.drawPixmap(QPoint(area.left(), top), pixmap(kind, "muted"))
        if found.item.is_pinned:
            painter.drawPixmap(QPoint(area.right() - SIZE.icon, top), pixmap("pinned", "accent_text"))
        inner = area.adjusted(SIZE.icon + SPACE.m, 0, -(SIZE.icon + SPACE.s) if found.item.is_pinned else 0, 0)
        self._paint_words(painter, option.font, inner, found)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = option.rect.adjusted(SPACE.xs, 1, -SPACE.xs, -1)
        if is_selected or is_hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent_soft" if is_selected else "hover"))
            painter.drawRoundedRect(ground, RADIUS.small, RADIUS.small)
        if bool(option.state & QStyle.StateFlag.State_HasFocus):
            painter.setPen(QPen(colour("accent"), RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), RADIUS.small, RADIUS.small)

    def _paint_words(self, painter: QPainter, font: QFont, area: QRect, found: Found) -> None:
        tone = "muted" if found.item.is_done else "text"
        self._paint_line(painter, font, area, first_line(found.item.text), tone)
        below = area.adjusted(0, line_pitch(font).height + SPACE.xs, 0, 0)
        self._paint_line(painter, _caption(font), below, self._facts(found), "muted")

    @staticmethod
    def _paint_line(painter: QPainter, font: QFont, area: QRect, text: str, tone: str) -> None:
        """Along the top of `area`, its letters on the same height whatever the script."""
        cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.setFont(font)
        painter.setPen(colour(tone))
        painter.drawText(area.topLeft() + QPoint(0, line_pitch(font).ascent), cut)

    def _facts(self, found: Found) -> str:
        return " · ".join(facts_of(found.item, self.language, self._now(), snippet=found.snippet))


def facts_of(item: Item, language: Language, now: datetime, *, snippet: str = "") -> list[str]:
    """The small line under a title: kept when, due when, what a task says of itself, tags, and words around a match."""
    facts = [wording.when_words(item.created_at_ms, now, language)]
    if item.due_at_ms is not None and not item.is_done:
        when = wording.when_words(item.due_at_ms, now, language)
        is_deadline = item.is_deadline
        due = due_words(item.due_at_ms, now, language, is_deadline=True) if is_deadline else ""
        facts.append(due or wording.words("reason.due", language, detail=when))
        facts.extend(filter(None, [repeat_words(item, language)]))
    if item.set_aside_at_ms is not None and not item.is_done:
        since = wording.when_words(item.set_aside_at_ms, now, language, has_clock=False)
        facts.append(wording.words("aside.since", language, when=since))
    if not item.is_done:
        facts.extend(task_facts(item, now, language))
    facts.extend(f"#{one_line(tag, 24)}" for tag in item.tags[:3])
    found = one_line(snippet, 120)
    if found and found.strip("…. ")[:30] not in first_line(item.text):
        facts.append(found)
    return facts


def _caption(font: QFont) -> QFont:
    small = QFont(font)
    size = font.pixelSize()
    small.setPixelSize(max(1, round(size * TYPE.caption / TYPE.body)) if size > 0 else TYPE.caption)
    return small
