"""The rail beside the chat: what is on the user's mind, how heavy, why, and the few things to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from assistant.domain.item import ItemKind, Language
from assistant.domain.memory import Mind, ReasonKind, Resident
from assistant.language import wording
from assistant.ui import shortcuts
from assistant.ui.rows import Row, ShareBar, move_focus
from assistant.ui.shown_text import first_line
from assistant.ui.theme import SIZE, SPACE
from assistant.ui.widgets import EmptyState, IconButton, IconLabel, PlainLabel, SectionTitle, beside_line

_SHOWN_REASONS = 2
_BAR_WIDTH = 96
KIND_ICONS = {
    ItemKind.NOTE: "note",
    ItemKind.TASK: "task",
    ItemKind.QUESTION: "question",
    ItemKind.MESSAGE: "message",
    ItemKind.PASSAGE: "quote",
}


def reason_sentence(resident: Resident, language: Language, now: datetime) -> str:
    """The strongest reasons in words, strongest first. That it is fresh is only said when there is nothing else."""
    reasons = sorted(resident.reasons, key=lambda reason: (reason.kind is ReasonKind.FRESH, -reason.share))
    telling = [reason for reason in reasons if reason.kind is not ReasonKind.FRESH] or reasons
    said = [wording.reason_words(reason, language, now) for reason in telling]
    return " · ".join(list(dict.fromkeys(said))[:_SHOWN_REASONS])


class MindRow(Row):
    """One resident. Its signals carry the item's id; `pin_asked` also the wanted state.

    The buttons come when the mouse is over the row or the keyboard in it; a pin that is set stays in sight.
    """

    open_asked = Signal(str)
    pin_asked = Signal(str, bool)
    not_now_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until `show_resident`."""
        super().__init__(parent)
        self._id = ""
        self._is_pinned = False
        self._kind = IconLabel("note", parent=self)
        self._title = PlainLabel(lines=2, parent=self)
        self._weight = ShareBar(self)
        self._why = PlainLabel(role="caption", lines=2, parent=self)
        self._tools = QFrame(self)
        self._not_now = IconButton("not-now", "", parent=self._tools)  # in the order of the Tab key
        self._open = IconButton("open", "", parent=self._tools)
        self._pin = IconButton("pin", "", parent=self._tools)
        self._build()
        self.activated.connect(self._ask_open)
        self._open.clicked.connect(self._ask_open)
        self._pin.clicked.connect(self._ask_pin)
        self._not_now.clicked.connect(self._ask_not_now)
        self.on_key(shortcuts.PIN, self._ask_pin)
        self.on_key(shortcuts.NOT_NOW, self._ask_not_now)

    @property
    def item_id(self) -> str:
        """The item shown."""
        return self._id

    def show_resident(self, resident: Resident, language: Language, now: datetime, title: str = "") -> None:
        """Show a resident; `title` is its text without the words for its time."""
        item = resident.item
        title, why = first_line(title or item.text), reason_sentence(resident, language, now)
        self._id, self._is_pinned = item.id, item.is_pinned
        self._kind.set_icon(KIND_ICONS[item.kind])
        self._title.setText(title)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        percent = round(resident.weight * 100)
        weight = self.tr("Weight {percent} of 100").format(percent=percent)
        self._weight.set_share(resident.weight, weight)
        self._weight.setToolTip(weight)
        self._pin.set_icon("pinned" if item.is_pinned else "pin", "accent_text" if item.is_pinned else "muted")
        self._pin.set_name(self.tr("Unpin (P)") if item.is_pinned else self.tr("Keep on my mind (P)"))
        self._not_now.set_name(self.tr("Not now: comes back tomorrow (N)"))
        self._open.set_name(self.tr("Open (Enter)"))
        self.setAccessibleName(f"{title}. {weight}. {why}")
        self._show_tools()

    @property
    def tools(self) -> QFrame:
        """What holds the buttons."""
        return self._tools

    def enterEvent(self, event: QEnterEvent) -> None:
        """The mouse came."""
        super().enterEvent(event)
        self._show_tools()

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse left."""
        super().leaveEvent(event)
        self._show_tools()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard came."""
        super().focusInEvent(event)
        self._show_tools()

    def focus_moved(self) -> None:
        """The keyboard is somewhere else in the window now, perhaps in one of the buttons."""
        self._show_tools()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons stay in the corner."""
        super().resizeEvent(event)
        self._place_tools()

    def _show_tools(self) -> None:
        focused = QApplication.focusWidget()
        is_here = self.underMouse() or focused is self or (focused is not None and self.isAncestorOf(focused))
        for button in (self._not_now, self._open):
            button.setVisible(is_here)
        self._tools.setVisible(is_here or self._is_pinned)
        self._place_tools()

    def _place_tools(self) -> None:
        self._tools.adjustSize()
        self._tools.move(self.width() - self._tools.width() - SPACE.xs, SPACE.xs)
        self._tools.raise_()

    def _build(self) -> None:
        text = QVBoxLayout()
        text.setSpacing(SPACE.xs // 2)
        text.addWidget(self._title)
        text.addWidget(self._why)
        self._weight.setFixedWidth(_BAR_WIDTH)
        text.addSpacing(SPACE.xs // 2)
        text.addWidget(self._weight, 0, Qt.AlignmentFlag.AlignLeft)
        self._tools.setProperty("role", "tools")
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(0)
        for button in (self._not_now, self._open, self._pin):
            tools.addWidget(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.s, SPACE.s, SPACE.s, SPACE.s)
        row.setSpacing(SPACE.s)
        row.addLayout(beside_line(self._kind, self._title))
        row.addLayout(text, 1)

    def _ask_open(self) -> None:
        self.open_asked.emit(self._id)

    def _ask_pin(self) -> None:
        self.pin_asked.emit(self._id, not self._is_pinned)

    def _ask_not_now(self) -> None:
        self.not_now_asked.emit(self._id)


class MindRail(QFrame):
    """All residents with the bounds they live under. Signals as in `MindRow`."""

    open_asked = Signal(str)
    pin_asked = Signal(str, bool)
    not_now_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until `show_mind`."""
        super().__init__(parent)
        self.setProperty("role", "rail")
        self.setFixedWidth(SIZE.rail_width)
        self._rows: list[MindRow] = []
        self._title = SectionTitle(parent=self)
        self._count = PlainLabel(role="caption", parent=self)
        self._budget = ShareBar(self)
        self._empty = EmptyState("mind", parent=self)
        self._area = QScrollArea(self)
        self._column = QVBoxLayout()
        self._build()
        self._empty.hide()
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._focus_moved)

    def _focus_moved(self, *_: object) -> None:
        for row in self.rows:
            row.focus_moved()

    @property
    def rows(self) -> list[MindRow]:
        """The rows in use, heaviest first."""
        return [row for row in self._rows if not row.isHidden()]

    def retranslate(self, language: Language) -> None:
        """Say what this is, also before it is known what is in it."""
        self._title.setText(wording.words("mind.title", language))
        self.setAccessibleName(self._title.text())

    def show_mind(self, mind: Mind, language: Language, now: datetime, titles: Mapping[str, str]) -> None:
        """Show what is on the mind now, under `titles` by item id; rows are reused, so the focus stays where it is."""
        for number, resident in enumerate(mind.residents):
            if number == len(self._rows):
                self._add_row()
            self._rows[number].show_resident(resident, language, now, titles.get(resident.item.id, ""))
            self._rows[number].show()
        for row in self._rows[len(mind.residents) :]:
            row.hide()
        self._show_bounds(mind, language)

    def _show_bounds(self, mind: Mind, language: Language) -> None:
        held, places = len(mind.residents), mind.capacity_items
        self.retranslate(language)
        self._count.setText(self.tr("{held} of {places}").format(held=held, places=places))
        share = mind.used_tokens / max(1, mind.capacity_tokens)
        room = wording.words("mind.room", language, percent=round(share * 100))
        self._budget.set_share(max(share, held / max(1, places)), room)  # as full as its scarcer bound
        self._budget.setToolTip(room)
        self._empty.set_words(self.tr("A free mind"), wording.words("mind.empty", language))
        self._empty.setVisible(held == 0)
        self._area.setVisible(held > 0)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        bounds = QVBoxLayout()
        bounds.setContentsMargins(0, 0, SPACE.s, 0)
        bounds.setSpacing(SPACE.s)
        bounds.addLayout(head)
        bounds.addWidget(self._budget)
        content = QWidget()
        content.setProperty("role", "clear")
        content.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.xs)
        self._column.addStretch(1)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(content)
        whole = QVBoxLayout(self)
        self._title.setMinimumHeight(SIZE.control)  # stands in line with the head of the chat
        whole.setContentsMargins(SPACE.m, SPACE.m, SPACE.xs, SPACE.s)  # at the right the scroll bar has its room
        whole.setSpacing(SPACE.s)
        whole.addLayout(bounds)
        whole.addWidget(self._area, 1)
        whole.addWidget(self._empty, 1)

    def _move(self, row: MindRow, step: int) -> None:
        move_focus(self._rows, row, step, self._area)

    def _add_row(self) -> None:
        row = MindRow(self._area.widget())
        row.open_asked.connect(self.open_asked)
        row.pin_asked.connect(self.pin_asked)
        row.not_now_asked.connect(self.not_now_asked)
        row.moved.connect(partial(self._move, row))
        self._rows.append(row)
        self._column.insertWidget(self._column.count() - 1, row)
