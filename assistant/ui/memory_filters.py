"""The line above the list of Memory: words, kind, pinned, open, and a tag when one was chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from assistant.domain.item import ItemKind, Language
from assistant.language import wording
from assistant.ui import shortcuts
from assistant.ui.flow_box import FlowBox
from assistant.ui.icons import draw_clear_button, icon
from assistant.ui.memory_presenter import Place, tags_in
from assistant.ui.mind_rail import KIND_ICONS
from assistant.ui.shown_text import one_line, showable
from assistant.ui.theme import SPACE
from assistant.ui.undo_key import leaves_undo_to_window
from assistant.ui.widgets import Chip

_DEBOUNCE_MS = 120
_LONGEST_QUERY = 2_000  # a longer paste is cut: words beyond it would not change what is found


class SearchField(QLineEdit):
    """The words to look for; the down arrow goes to the list, Esc empties it."""

    left_down = Signal()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window when nothing was typed that they could turn, and the keys of an item."""
        if leaves_undo_to_window(event, can_undo=self.isUndoAvailable(), can_redo=self.isRedoAvailable()):
            return False
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_of_chosen(event):
            event.ignore()  # Qt's own field would go to its end with Ctrl+E
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leaves to the list, Esc empties."""
        if shortcuts.TO_LIST.is_pressed(event):
            self.left_down.emit()
        elif shortcuts.EMPTY_SEARCH.is_pressed(event) and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


def _is_of_chosen(event: QKeyEvent) -> bool:
    return shortcuts.EDIT.is_pressed(event) or shortcuts.PIN_ITEM.is_pressed(event)


class MemoryFilters(QWidget):
    """`changed` comes once the user pauses; the properties say what is wanted."""

    changed = Signal()
    left_down = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing is filtered."""
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._language = Language.ENGLISH
        self._tag: str | None = None
        self.field = SearchField(self)
        self.field.setMaxLength(_LONGEST_QUERY)
        self.field.setClearButtonEnabled(True)
        draw_clear_button(self.field)
        self._glass = self.field.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.place = QComboBox(self)
        self.kind = QComboBox(self)
        self.questions = QPushButton(self)
        self.pinned = QPushButton(self)
        self.open = QPushButton(self)
        self._tag_row = QWidget(self)
        self._tag_place = QHBoxLayout(self._tag_row)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_DEBOUNCE_MS)
        self._build()
        self._pause.timeout.connect(self.changed)
        self.field.textChanged.connect(self._wait)
        self.field.returnPressed.connect(self._take_now)
        self.field.left_down.connect(self.left_down)
        self.kind.currentIndexChanged.connect(self._tell)
        self.place.currentIndexChanged.connect(self._tell)
        for button in (self.questions, self.pinned, self.open):
            button.setCheckable(True)
            button.toggled.connect(self._tell)

    @property
    def text(self) -> str:
        """The words to look for."""
        return tags_in(showable(self.field.text()))[0].strip()

    @property
    def tag(self) -> str | None:
        """The tag to look for: the typed one, else the chosen one."""
        return tags_in(showable(self.field.text()))[1] or self._tag

    @property
    def kinds(self) -> frozenset[ItemKind]:
        """The kinds to look for; empty for all."""
        chosen = self.kind.currentData()
        return frozenset({ItemKind(chosen)}) if chosen else frozenset()

    @property
    def place_shown(self) -> Place:
        """Everything, what is set aside, or the trash."""
        return Place(self.place.currentData() or Place.EVERYTHING)

    def set_place(self, place: Place) -> None:
        """Show another part of the memory."""
        self.place.setCurrentIndex(list(Place).index(place))

    def set_tag(self, tag: str | None) -> None:
        """Look for a tag, or for all."""
        if tag != self._tag:
            self._tag = tag
            self._show_tag()
            self.changed.emit()

    def clear(self) -> None:
        """Take every filter away, without a signal."""
        widgets = (self.field, self.place, self.kind, self.questions, self.pinned, self.open)
        for widget in widgets:
            widget.blockSignals(True)
        self.field.clear()
        self.place.setCurrentIndex(0)
        self.kind.setCurrentIndex(0)
        for button in (self.questions, self.pinned, self.open):
            button.setChecked(False)
        for widget in widgets:
            widget.blockSignals(False)
        self._show_sense()
        self._tag = None
        self._show_tag()

    def retint(self) -> None:
        """Draw the icons in the colours in force."""
        self._glass.setIcon(icon("search", "muted"))
        draw_clear_button(self.field)
        for row in range(1, self.kind.count()):
            self.kind.setItemIcon(row, icon(KIND_ICONS[ItemKind(self.kind.itemData(row))], "muted"))

    def retranslate(self, language: Language) -> None:
        """Put every text in the current language."""
        self._language = language
        self.field.setPlaceholderText(self.tr("Search everything you kept"))
        self.field.setAccessibleName(self.tr("Search"))
        self.field.setToolTip(self.tr("Words in any order; tag:name looks for a tag"))
        self.kind.setAccessibleName(self.tr("Kind"))
        self.place.setAccessibleName(self.tr("What is shown"))
        self.questions.setText(self.tr("Questions"))
        self.questions.setAccessibleName(self.tr("Show the questions you asked, too"))
        self.questions.setToolTip(self.questions.accessibleName())
        self.pinned.setText(self.tr("Pinned"))
        self.pinned.setAccessibleName(self.tr("Only pinned"))
        self.open.setText(self.tr("Open"))
        self.open.setAccessibleName(self.tr("Only open tasks"))
        self._fill_places()
        self._fill_kinds()
        self._show_tag()

    def _build(self) -> None:
        self._tag_place.setContentsMargins(0, 0, 0, 0)
        row = FlowBox(self, spacing=SPACE.s)
        for widget in (self.place, self.kind, self.questions, self.pinned, self.open):
            row.add(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, SPACE.s, 0)  # the field ends where a banner above it does
        top.addWidget(self.field)
        column.addLayout(top)
        column.addWidget(row)
        column.addWidget(self._tag_row)
        self._tag_row.hide()

    def _fill_places(self) -> None:
        chosen = self.place.currentIndex()
        self.place.blockSignals(True)
        self.place.clear()
        names = {
            Place.EVERYTHING: self.tr("Everything"),
            Place.ASIDE: wording.words("section.aside", self._language),
            Place.TRASH: wording.words("trash", self._language),
        }
        for place in Place:
            self.place.addItem(names[place], place.value)
        self.place.setCurrentIndex(max(0, chosen))
        self.place.blockSignals(False)

    def _show_sense(self) -> None:
        """Only what makes a difference is shown."""
        place = self.place_shown
        for widget in (self.kind, self.pinned, self.open):
            widget.setVisible(place is Place.EVERYTHING)
        self.questions.setVisible(place is Place.EVERYTHING and not self.kinds)

    def _fill_kinds(self) -> None:
        chosen = self.kind.currentIndex()
        self.kind.blockSignals(True)
        self.kind.clear()
        self.kind.addItem(self.tr("Every kind"), "")
        for kind in ItemKind:
            self.kind.addItem(icon(KIND_ICONS[kind], "muted"), wording.kind_words(kind, self._language), kind.value)
        self.kind.setCurrentIndex(max(0, chosen))
        self.kind.blockSignals(False)

    def _show_tag(self) -> None:
        while (entry := self._tag_place.takeAt(0)) is not None:
            widget = entry.widget()
            if widget is not None:
                widget.deleteLater()
        self._tag_row.setVisible(self._tag is not None)
        if self._tag is not None:
            chip = Chip(f"#{one_line(self._tag, 40)}", "tag", tone="accent", remove_name=self.tr("Every tag"))
            chip.removed.connect(lambda: self.set_tag(None))
            self._tag_place.addWidget(chip)
            self._tag_place.addStretch(1)

    def _wait(self, _: str) -> None:
        self._pause.start()

    def _tell(self, _: int) -> None:
        self._show_sense()
        self.changed.emit()

    def _take_now(self) -> None:
        """Enter makes a typed tag a chip and does not wait for the pause."""
        words, tag = tags_in(showable(self.field.text()))
        if tag is not None:
            self.field.setText(words)
            self._tag = tag
            self._show_tag()
        self._pause.stop()
        self.changed.emit()
