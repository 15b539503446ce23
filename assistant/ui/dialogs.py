"""Questions that stop the user for a moment, with plain text and buttons that say what they do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from assistant.ui.theme import SIZE, SPACE
from assistant.ui.widgets import PlainLabel


class ConfirmDialog(QDialog):
    """A title, what will happen, and two buttons; the safe one has the focus."""

    def __init__(
        self, parent: QWidget | None, title: str, text: str, action: str, *, details: tuple[str, ...] = ()
    ) -> None:
        """`details` are shown as a list under the text."""
        super().__init__(parent)
        self.setWindowTitle(action)
        self.setMinimumWidth(SIZE.toast_width)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.xl, SPACE.xl, SPACE.l)
        column.setSpacing(SPACE.m)
        column.addWidget(PlainLabel(title, role="heading"))
        column.addWidget(PlainLabel(text))
        for detail in details:
            column.addWidget(PlainLabel(f"•  {detail}", role="muted", lines=2))
        buttons = QDialogButtonBox(self)
        self.action_button = QPushButton(action)
        self.action_button.setProperty("role", "danger")
        self.action_button.setAccessibleName(action)
        self.action_button.setAutoDefault(False)
        buttons.addButton(self.action_button, QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addSpacing(SPACE.s)
        column.addWidget(buttons)
        without_icons(buttons)
        cancel.setDefault(True)
        cancel.setFocus(Qt.FocusReason.OtherFocusReason)


def without_icons(buttons: QDialogButtonBox) -> None:
    """Words alone on the buttons: the style's own coloured icons do not go with ours."""
    for button in buttons.buttons():
        button.setIcon(QIcon())


def confirm(parent: QWidget, title: str, text: str, action: str, *, details: tuple[str, ...] = ()) -> bool:
    """Whether the user agreed."""
    return ConfirmDialog(parent, title, text, action, details=details).exec() == QDialog.DialogCode.Accepted
