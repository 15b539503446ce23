"""The inspector of Memory: the whole item, where it came from, its reminders, earlier texts, and what to do with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from assistant.domain.intention import Intention
from assistant.domain.item import Item, ItemKind, ItemVersion, Language
from assistant.domain.reminder import Occurrence
from assistant.language import wording
from assistant.language.repeat_words import repeat_words
from assistant.language.task_words import due_words, task_facts
from assistant.ui import shortcuts
from assistant.ui.flow_box import FlowBox
from assistant.ui.mind_rail import KIND_ICONS
from assistant.ui.plain_text import PlainText
from assistant.ui.reading_column import empty, inset
from assistant.ui.shown_text import INSPECTOR_CHARACTERS, button_text, one_line, shown
from assistant.ui.theme import HANG, SPACE, set_role
from assistant.ui.widgets import (
    EmptyState,
    IconButton,
    IconLabel,
    PlainLabel,
    SectionTitle,
    clipboard_put,
    quiet_button,
)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class ItemDetails:
    """An item with its earlier texts and its reminders, newest first; and when it is erased, if it is in the trash."""

    item: Item
    history: tuple[ItemVersion, ...] = ()
    reminders: tuple[Occurrence, ...] = ()
    intention: Intention | None = None
    erased_at_ms: int | None = None


class ItemInspector(QFrame):
    """Shows one item. Every signal is a wish about it; the view around carries it out."""

    edit_asked = Signal()
    due_asked = Signal()
    done_asked = Signal(bool)
    intention_asked = Signal(bool)
    pin_asked = Signal(bool)
    not_now_asked = Signal()
    aside_asked = Signal(bool)
    insist_asked = Signal(bool)
    stop_asked = Signal()
    forget_asked = Signal()
    restore_asked = Signal()
    erase_asked = Signal()
    tag_asked = Signal(str)
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing is shown before `show_details`."""
        super().__init__(parent)
        self.setProperty("role", "rail")
        self._details: ItemDetails | None = None
        self._language = Language.ENGLISH
        self._now = _EPOCH
        self._limit = INSPECTOR_CHARACTERS
        self._empty = EmptyState("memory", parent=self)
        self._area = QScrollArea(self)
        self.back = IconButton("chevron-left", "")
        self.back.hide()
        self._kind_icon = IconLabel("note")
        self._kind = PlainLabel(role="heading", lines=1)
        self._facts = PlainLabel(role="caption")
        self.text = PlainText()
        self._more = quiet_button("")
        self._tags = FlowBox(spacing=SPACE.xs)
        self._extra = QVBoxLayout()
        self.edit = QPushButton()
        self.due = QPushButton()
        self.done = QPushButton()
        self.forget = quiet_button("", role="danger")
        self.restore = QPushButton()
        self.erase = quiet_button("", role="danger")
        self.aside = IconButton("folder", "")
        self.pin = IconButton("pin", "")
        self.not_now = IconButton("not-now", "")
        self.copy = IconButton("copy", "")
        self._build()
        self._connect()
        self._show_presence()

    @property
    def item(self) -> Item | None:
        """The item shown."""
        return self._details.item if self._details else None

    @property
    def is_trashed(self) -> bool:
        """Whether the item shown lies in the trash."""
        return self._details is not None and self._details.erased_at_ms is not None

    def set_alone(self, is_alone: bool) -> None:
        """Whether the list is hidden behind it: then there is a way back. A slot: Qt passes by position."""
        self.back.setVisible(is_alone)
        set_role(self, tone="alone" if is_alone else "")

    def show_details(self, details: ItemDetails | None, language: Language, now: datetime) -> None:
        """Show an item, or the hint to choose one."""
        is_same = self.item is not None and details is not None and self.item.id == details.item.id
        self._details, self._language, self._now = details, language, now
        self._show_presence()
        if details is None:
            return
        if not is_same:
            self._limit = INSPECTOR_CHARACTERS
            self._area.verticalScrollBar().setValue(0)
        self._show_text()
        self._show_facts(details)
        self._show_tags(details.item)
        self._show_extra(details)
        self._show_buttons(details)

    def retranslate(self, language: Language) -> None:
        """Put every text in the current language."""
        self._language = language
        self.setAccessibleName(self.tr("The chosen memory"))
        self._area.setAccessibleName(self.accessibleName())
        self._empty.set_words(self.tr("Nothing chosen"), self.tr("Choose a memory to read, edit or forget it."))
        self.edit.setText(self.tr("Edit"))
        self.due.setText(self.tr("When…"))
        self.forget.setText(self.tr("Forget…"))
        self.restore.setText(self.tr("Restore"))
        self.restore.setAccessibleName(self.tr("Restore this memory"))
        self.erase.setText(self.tr("Erase now…"))
        self.erase.setAccessibleName(self.tr("Erase this memory for good"))
        self.back.set_name(self.tr("Back to the list (Esc)"))
        self.not_now.set_name(self.tr("Not now: comes back tomorrow morning"))
        self.copy.set_name(self.tr("Copy the whole text"))
        self.edit.setAccessibleName(self.tr("Edit this memory"))
        self.due.setAccessibleName(self.tr("Set or change its time"))
        self.forget.setAccessibleName(self.tr("Forget this memory"))
        if self._details is not None:
            self.show_details(self._details, language, self._now)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the text to the new width."""
        super().resizeEvent(event)
        self._lay_out()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(HANG, 0, HANG, 0)
        head.setSpacing(SPACE.s)
        head.addWidget(self.back)
        head.addWidget(self._kind_icon)
        head.addWidget(self._kind, 1)
        for button in (self.pin, self.not_now, self.aside, self.copy):
            head.addWidget(button)
        content = QWidget()
        content.setProperty("role", "clear")
        column = QVBoxLayout(content)
        column.setContentsMargins(SPACE.l - HANG, SPACE.l, SPACE.l - HANG, SPACE.l)
        column.setSpacing(SPACE.s)
        column.addLayout(head)
        column.addLayout(inset(self._facts))
        column.addSpacing(SPACE.s)
        column.addLayout(inset(self.text))
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(inset(self._tags))
        column.addLayout(self._extra)
        column.addStretch(1)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setProperty("role", "reader")
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(content)
        self.setFocusProxy(self._area)
        self.bar = QWidget(self)
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(SPACE.l, SPACE.s, SPACE.l, SPACE.m)
        row.setSpacing(SPACE.s)
        for button in (self.edit, self.due, self.done, self.restore):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.forget)
        row.addWidget(self.erase)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._empty, 1)
        whole.addWidget(self._area, 1)
        whole.addWidget(self.bar)

    def _connect(self) -> None:
        self.edit.clicked.connect(self.edit_asked)
        self.due.clicked.connect(self.due_asked)
        self.forget.clicked.connect(self.forget_asked)
        self.not_now.clicked.connect(self.not_now_asked)
        self.restore.clicked.connect(self.restore_asked)
        self.erase.clicked.connect(self.erase_asked)
        self.aside.clicked.connect(self._ask_aside)
        self.done.clicked.connect(self._ask_done)
        self.pin.clicked.connect(self._ask_pin)
        self.copy.clicked.connect(self._copy)
        self.back.clicked.connect(self.back_asked)
        shortcuts.bind(self, shortcuts.BACK, self._go_back, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._more.clicked.connect(self._show_further)

    def _go_back(self) -> None:
        if self.back.isVisible():
            self.back_asked.emit()

    def _show_presence(self) -> None:
        is_chosen = self._details is not None
        self._empty.setVisible(not is_chosen)
        self._area.setVisible(is_chosen)
        self.bar.setVisible(is_chosen)

    def _show_text(self) -> None:
        item = self.item
        if item is None:
            return
        part = shown(item.text, self._limit)
        self.text.show_text(part.text)
        self.text.setAccessibleName(one_line(item.text, 200))
        self._more.setVisible(part.is_capped)
        self._more.setText(self.tr("Show more ({count} characters left)").format(count=f"{part.hidden:,}"))
        self._more.setAccessibleName(self._more.text())
        self._lay_out()

    def _lay_out(self) -> None:
        self.text.lay_out(max(SPACE.xxl, self._area.viewport().width() - 2 * SPACE.l))

    def _show_further(self) -> None:
        self._limit += INSPECTOR_CHARACTERS
        self._show_text()

    def _show_facts(self, details: ItemDetails) -> None:
        item = details.item
        self._kind_icon.set_icon(KIND_ICONS[item.kind])
        self._kind.setText(wording.kind_words(item.kind, self._language))
        origin = wording.words(f"provenance.{item.provenance}", self._language)
        lines = [self.tr("Kept {when}, {origin}").format(when=self._when(item.created_at_ms), origin=origin)]
        if item.due_at_ms is not None:
            due = due_words(item.due_at_ms, self._now, self._language, is_deadline=item.is_deadline)
            lines.append((self.tr("Due {when}") if item.is_deadline else self.tr("For {when}")).format(when=due))
        lines.extend(filter(None, [repeat_words(item, self._language)]))
        if item.is_insistent and not item.is_done:
            lines.append(wording.words("insist.on", self._language))
        if item.done_at_ms is not None:
            lines.append(self.tr("Done {when}").format(when=self._when(item.done_at_ms)))
        if item.not_before_ms is not None:
            lines.append(wording.words("not_now.until", self._language, when=self._when(item.not_before_ms)))
        if item.set_aside_at_ms is not None:
            since = self._when(item.set_aside_at_ms, has_clock=False)
            lines.append(wording.words("aside.since", self._language, when=since))
        facts = " · ".join(task_facts(replace(item, not_before_ms=None), self._now, self._language))
        lines += [facts[:1].upper() + facts[1:]] if facts else []
        if details.erased_at_ms is not None:
            when = self._when(details.erased_at_ms, has_clock=False)
            trash = wording.words("trash", self._language)
            lines.append(f"{trash} · {wording.words('trash.until', self._language, when=when)}")
        if item.people:
            lines.append(self.tr("People: {names}").format(names=", ".join(one_line(name, 40) for name in item.people)))
        if details.intention is not None:
            state = wording.intention_state_words(details.intention.state, self._language)
            lines.append(f"{wording.cue_words(details.intention.cue, self._language)} · {state}")
        self._facts.setText("\n".join(lines))

    def _show_tags(self, item: Item) -> None:
        self._tags.clear()
        for tag in item.tags:
            button = QPushButton("#" + button_text(tag, 40), self._tags)
            button.setProperty("role", "source")
            button.setAccessibleName(self.tr("Show everything tagged {tag}").format(tag=one_line(tag, 40)))
            button.clicked.connect(lambda _=False, tag=tag: self.tag_asked.emit(tag))
            self._tags.add(button)
        self._tags.setVisible(bool(item.tags))

    def _show_extra(self, details: ItemDetails) -> None:
        empty(self._extra)
        if details.intention is not None:
            self._extra.addWidget(self._intention_button(details.intention), 0, Qt.AlignmentFlag.AlignLeft)
        if details.reminders:
            self._extra.addSpacing(SPACE.m)
            self._extra.addLayout(inset(SectionTitle(self.tr("Reminders"))))
        for reminder in details.reminders[:10]:
            state = wording.words(f"state.{reminder.state}", self._language)
            self._extra.addLayout(inset(PlainLabel(f"{self._when(reminder.due_at_ms)} · {state}")))
        for button in self._reminder_buttons(details):
            self._extra.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if details.history:
            self._extra.addSpacing(SPACE.m)
            self._extra.addLayout(inset(SectionTitle(self.tr("Earlier texts"))))
        for version in details.history[:20]:
            self._extra.addLayout(inset(PlainLabel(self._when(version.replaced_at_ms), role="caption")))
            self._extra.addLayout(inset(PlainLabel(one_line(version.text), role="muted", lines=4)))

    def _intention_button(self, intention: Intention) -> QPushButton:
        """Disarm what waits or holds; let what is settled wait again."""
        key = "intention.disarm" if intention.is_open else "intention.rearm"
        button = quiet_button(wording.words(key, self._language))
        button.clicked.connect(lambda: self.intention_asked.emit(intention.is_open))
        return button

    def _reminder_buttons(self, details: ItemDetails) -> list[QPushButton]:
        """How an open task is reminded of: until it is answered or once, and whether it goes on repeating."""
        item = details.item
        if item.is_done or item.due_at_ms is None or details.erased_at_ms is not None:
            return []
        is_on = item.is_insistent
        insist = quiet_button(self.tr("Ask only once") if is_on else self.tr("Insist: ask until it is answered"))
        insist.clicked.connect(lambda: self.insist_asked.emit(not is_on))
        if not item.rrule:
            return [insist]
        stop = quiet_button(self.tr("Stop repeating"))
        stop.clicked.connect(self.stop_asked)
        return [insist, stop]

    def _when(self, at_ms: int, *, has_clock: bool = True) -> str:
        return wording.when_words(at_ms, self._now, self._language, has_clock=has_clock)

    def _show_buttons(self, details: ItemDetails) -> None:
        item, is_trashed = details.item, details.erased_at_ms is not None
        for button in (self.edit, self.due, self.forget, self.pin, self.not_now):
            button.setVisible(not is_trashed)
        self.restore.setVisible(is_trashed)
        self.erase.setVisible(is_trashed)
        may_rest = item.kind is ItemKind.TASK and not item.is_done and not item.rrule
        self.aside.setVisible(not is_trashed and (may_rest or item.is_set_aside))
        self.aside.set_icon("folder", "accent_text" if item.is_set_aside else "muted")
        self.aside.set_name(self.tr("Bring back to today") if item.is_set_aside else self.tr("Set aside"))
        self.pin.set_icon("pinned" if item.is_pinned else "pin", "accent_text" if item.is_pinned else "muted")
        self.pin.set_name(self.tr("Unpin") if item.is_pinned else self.tr("Keep on my mind"))
        self.done.setVisible(item.kind is ItemKind.TASK and not is_trashed)
        self.done.setText(self.tr("Not done") if item.is_done else self.tr("Done"))
        self.done.setAccessibleName(self.done.text())

    def _ask_done(self) -> None:
        if self.item is not None:
            self.done_asked.emit(not self.item.is_done)

    def _ask_aside(self) -> None:
        if self.item is not None:
            self.aside_asked.emit(not self.item.is_set_aside)

    def _ask_pin(self) -> None:
        if self.item is not None:
            self.pin_asked.emit(not self.item.is_pinned)

    def _copy(self) -> None:
        if self.item is not None:
            clipboard_put(self.item.text)
