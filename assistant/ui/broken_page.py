"""What stands in the place of a screen that could not be built or shown. The other screens go on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistant.ui.widgets import EmptyState


class BrokenPage(QWidget):
    """Says that this one screen failed and offers another try; `again` is that wish."""

    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Ready to be shown."""
        super().__init__(parent)
        self.setProperty("role", "page")
        self._words = EmptyState("warning", parent=self)
        self._words.acted.connect(self.again)
        column = QVBoxLayout(self)
        column.addWidget(self._words)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        title = self.tr("This page could not be shown")
        hint = self.tr("What you kept is safe, and the other pages work.")
        self._words.set_words(title, hint, self.tr("Try again"))
        self.setAccessibleName(f"{title}. {hint}")
