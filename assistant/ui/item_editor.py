"""Editing an item: its text, whatever its length, and its time. What was there before stays in the history."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from assistant.domain.item import Item
from assistant.ui import shortcuts
from assistant.ui.dialogs import without_icons
from assistant.ui.text_edit import PlainEdit
from assistant.ui.theme import SIZE, SPACE, set_role
from assistant.ui.widgets import PlainLabel
from assistant.ui.window_shape import fitting


class ItemEditor(QDialog):
    """A field with the text; Ctrl+Enter saves, Esc leaves it as it was."""

    def __init__(self, parent: QWidget | None, item: Item) -> None:
        """Shows the item's text."""
        super().__init__(parent)
        self._item = item
        self.setWindowTitle(self.tr("Edit"))
        self.resize(fitting(self, QSize(SIZE.capture_width, SIZE.capture_width * 2 // 3)))
        self.field = PlainEdit(self.tr("Text"), parent=self)
        self._hint = PlainLabel(role="caption", parent=self)
        buttons = QDialogButtonBox(self)
        self.save = buttons.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        set_role(self.save, role="primary")
        self.save.setAutoDefault(False)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        without_icons(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.xl, SPACE.xl, SPACE.l)
        column.setSpacing(SPACE.m)
        column.addWidget(PlainLabel(self.tr("Edit this memory"), role="heading"))
        column.addWidget(self.field, 1)
        column.addWidget(self._hint)
        column.addWidget(buttons)
        shortcuts.bind(self, shortcuts.SAVE, self._save_if_changed)
        self.field.rest_changed.connect(self._show_hint)
        self.field.text_changed.connect(self._show_state)
        self.field.set_full_text(item.text)
        self._show_hint(len(self.field.rest))
        self._show_state()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def text(self) -> str:
        """The text as edited."""
        return self.field.full_text()

    def _save_if_changed(self) -> None:
        if self.save.isEnabled():
            self.accept()

    def _show_hint(self, rest: int) -> None:
        kept = self.tr("{count} more characters follow; they stay as they are. Ctrl+Enter saves.")
        hint = (
            kept.format(count=f"{rest:,}")
            if rest
            else self.tr("Ctrl+Enter saves. The earlier text stays in the history.")
        )
        self._hint.setText(hint)

    def _show_state(self) -> None:
        self.save.setEnabled(bool(self.text.strip()) and self.text != self._item.text)


def edit_text(parent: QWidget, item: Item) -> str | None:
    """The new text; None when the user left it as it was."""
    editor = ItemEditor(parent, item)
    return editor.text if editor.exec() == QDialog.DialogCode.Accepted else None
