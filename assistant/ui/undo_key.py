"""Ctrl+Z is a text field's while it has something to take back there, and the window's otherwise; so is redo."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from assistant.ui import shortcuts


def leaves_undo_to_window(event: QEvent, *, can_undo: bool, can_redo: bool) -> bool:
    """Whether a field must let this event go: it asks whether the key is the field's, and there is nothing to do."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    is_left = (shortcuts.UNDO.is_pressed(event) and not can_undo) or (shortcuts.REDO.is_pressed(event) and not can_redo)
    if is_left:
        event.ignore()
    return is_left


def redone_in_field(focus: QWidget | None) -> bool:
    """Do again what was taken back in the field that has the keyboard. Whether there was anything.

    Qt's fields know one of our keys by themselves, Ctrl+Shift+Z; which one is the platform's.
    """
    if isinstance(focus, QLineEdit):
        can_redo = focus.isRedoAvailable() and not focus.isReadOnly()
    elif isinstance(focus, QPlainTextEdit | QTextEdit):
        can_redo = focus.document().isRedoAvailable() and not focus.isReadOnly()
    else:
        return False
    if can_redo:
        focus.redo()
    return can_redo
