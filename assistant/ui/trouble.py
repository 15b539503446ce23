"""The one window of a program that could not start: what keeps it from it, and a way to close it.

It needs no app: neither store nor settings could be had. Whoever starts Sidemind from a menu sees no terminal.
"""

from __future__ import annotations

import signal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QVBoxLayout

from assistant.domain.settings import ThemeChoice
from assistant.ui.dialogs import SentenceDialog
from assistant.ui.icons import app_icon
from assistant.ui.main import application
from assistant.ui.theme import SPACE, Theme
from assistant.ui.widgets import PlainLabel


class TroubleWindow(SentenceDialog):
    """A heading, a sentence, one button; Enter and Esc close it."""

    def __init__(self, heading: str, sentence: str, close_name: str) -> None:
        """All words are translated already."""
        super().__init__()
        self.setWindowTitle("Sidemind")
        self.setAccessibleName(heading)
        self.setWindowIcon(app_icon())
        self.setAccessibleDescription(sentence)
        self.close_button = QPushButton(close_name)
        self.close_button.setProperty("role", "primary")
        self.close_button.setAccessibleName(close_name)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.close_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.xl, SPACE.xl, SPACE.l)
        column.setSpacing(SPACE.m)
        column.addWidget(PlainLabel(heading, role="heading"))
        column.addWidget(PlainLabel(sentence))
        column.addSpacing(SPACE.s)
        column.addWidget(buttons)
        self.close_button.setDefault(True)
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)


def show_trouble(heading: str, sentence: str, close_name: str) -> None:
    """Show the window in the desktop's own colours until it is closed."""
    theme = Theme(application())
    theme.apply(ThemeChoice.SYSTEM)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Python's own handler would wait for the next event
    TroubleWindow(heading, sentence, close_name).exec()
