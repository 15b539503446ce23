"""Ctrl+Z belongs to a text field while it has something to take back there, and to the window otherwise."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence


def leaves_undo_to_window(event: QEvent, *, can_undo: bool) -> bool:
    """Whether a field must let this event go: it asks whether Ctrl+Z is the field's, and there is nothing to undo."""
    if can_undo or event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if not event.matches(QKeySequence.StandardKey.Undo):
        return False
    event.ignore()
    return True
