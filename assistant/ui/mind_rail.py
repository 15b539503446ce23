"""The rail beside the chat: what is on the user's mind, how heavy, why, and the few things to do about it."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from assistant.domain.item import ItemKind, Language
from assistant.domain.memory import Mind, Resident
from assistant.language import wording
from assistant.ui.rows import Row, ShareBar, move_focus
from assistant.ui.shown_text import first_line
from assistant.ui.theme import SIZE, SPACE
from assistant.ui.widgets import EmptyState, IconButton, IconLabel, PlainLabel, SectionTitle

_SHOWN_REASONS = 3
KIND_ICONS = {
    ItemKind.NOTE: "note",
    ItemKind.TASK: "task",
    ItemKind.QUESTION: "question",
    ItemKind.MESSAGE: "message",
    ItemKind.PASSAGE: "quote",
}


def reason_sentence(resident: Resident, language: Language, now: datetime) -> str:
    """The strongest reasons in words, strongest first."""
    reasons = sorted(resident.reasons, key=lambda reason: -reason.share)[:_SHOWN_REASONS]
    said = [wording.reason_words(reason, language, now) for reason in reasons]
    return " · ".join(dict.fromkeys(said))


class MindRow(Row):
    """One resident. Its signals carry the item's id; `pin_asked` also the wanted state."""

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
        self._why = PlainLabel(role="caption", lines=3, parent=self)
        self._pin = IconButton("pin", "", parent=self)
        self._not_now = IconButton("not-now", "", parent=self)
        self._open = IconButton("open", "", parent=self)
        self._build()
        self.activated.connect(self._ask_open)
        self._open.clicked.connect(self._ask_open)
        self._pin.clicked.connect(self._ask_pin)
        self._not_now.clicked.connect(self._ask_not_now)
        self.on_key(Qt.Key.Key_P, self._ask_pin)
        self.on_key(Qt.Key.Key_N, self._ask_not_now)

    @property
    def item_id(self) -> str:
        """The item shown."""
        return self._id

    def show_resident(self, resident: Resident, language: Language, now: datetime) -> None:
        """Show a resident."""
        item = resident.item
        title, why = first_line(item.text), reason_sentence(resident, language, now)
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

    def _build(self) -> None:
        text = QVBoxLayout()
        text.setSpacing(SPACE.xs // 2)
        text.addWidget(self._title)
        text.addWidget(self._why)
        foot = QHBoxLayout()
        foot.setSpacing(0)
        foot.addWidget(self._weight, 1)
        foot.addSpacing(SPACE.s)
        for button in (self._pin, self._not_now, self._open):
            foot.addWidget(button)
        text.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.s, SPACE.s, SPACE.s, SPACE.xs)
        row.setSpacing(SPACE.s)
        row.addWidget(self._kind, 0, Qt.AlignmentFlag.AlignTop)
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
        self._tokens = PlainLabel(role="caption", parent=self)
        self._empty = EmptyState("mind", parent=self)
        self._area = QScrollArea(self)
        self._column = QVBoxLayout()
        self._build()
        self._empty.hide()

    @property
    def rows(self) -> list[MindRow]:
        """The rows in use, heaviest first."""
        return [row for row in self._rows if not row.isHidden()]

    def show_mind(self, mind: Mind, language: Language, now: datetime) -> None:
        """Show what is on the mind now; rows are reused, so the focus stays where it is."""
        for number, resident in enumerate(mind.residents):
            if number == len(self._rows):
                self._add_row()
            self._rows[number].show_resident(resident, language, now)
            self._rows[number].show()
        for row in self._rows[len(mind.residents) :]:
            row.hide()
        self._show_bounds(mind, language)

    def _show_bounds(self, mind: Mind, language: Language) -> None:
        held, places = len(mind.residents), mind.capacity_items
        self._title.setText(wording.words("mind.title", language))
        self.setAccessibleName(self._title.text())
        self._count.setText(self.tr("{held} of {places}").format(held=held, places=places))
        tokens = wording.words("mind.budget", language, used=mind.used_tokens, capacity=mind.capacity_tokens)
        self._tokens.setText(tokens)
        self._budget.set_share(mind.used_tokens / max(1, mind.capacity_tokens), tokens)
        self._empty.set_words(self.tr("A free mind"), wording.words("mind.empty", language))
        self._empty.setVisible(held == 0)
        self._area.setVisible(held > 0)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
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
        whole.setContentsMargins(SPACE.m, SPACE.l, SPACE.s, SPACE.s)
        whole.setSpacing(SPACE.s)
        whole.addLayout(head)
        whole.addWidget(self._budget)
        whole.addWidget(self._tokens)
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
