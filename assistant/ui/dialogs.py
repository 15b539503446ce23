"""Questions that stop the user for a moment, with plain text and buttons that say what they do."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from assistant.ui.theme import SIZE, SPACE, TYPE
from assistant.ui.widgets import PlainLabel
from assistant.ui.window_shape import fitting


class SentenceDialog(QDialog):
    """A dialog as wide as sentences are read with ease, whatever the size of the type, and as high as they need.

    Qt by itself measures the height of a new window for one width and then narrows it to two thirds of the screen.
    """

    def sizeHint(self) -> QSize:
        """The fixed width, and the height that follows from it."""
        wanted = round(SIZE.toast_width * self.fontInfo().pixelSize() / TYPE.body) + 2 * SPACE.xl
        width = fitting(self, QSize(wanted, wanted)).width()
        self.setFixedWidth(width)
        layout = self.layout()
        return QSize(width, layout.totalHeightForWidth(width)) if layout is not None else super().sizeHint()


class ConfirmDialog(SentenceDialog):
    """A title, what will happen, and two buttons, or three; the safe one has the focus.

    `chosen` is 0 for nothing, 1 for the action, 2 for the graver one beside it.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        text: str,
        action: str,
        *,
        graver: str = "",
        details: tuple[str, ...] = (),
    ) -> None:
        """`details` are shown as a list under the text; with `graver` there is a second, graver way."""
        super().__init__(parent)
        self.chosen = 0
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.xl, SPACE.xl, SPACE.l)
        column.setSpacing(SPACE.m)
        column.addWidget(PlainLabel(title, role="heading"))
        column.addWidget(PlainLabel(text))
        for detail in details:
            column.addWidget(PlainLabel(f"•  {detail}", role="muted", lines=2))
        buttons = QDialogButtonBox(self)
        self.action_button = QPushButton(action)
        self.action_button.setProperty("role", "primary" if graver else "danger")
        self.action_button.setAccessibleName(action)
        self.action_button.setAutoDefault(False)
        buttons.addButton(self.action_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.graver_button = QPushButton(graver)
        if graver:
            self.graver_button.setProperty("role", "danger")
            self.graver_button.setAccessibleName(graver)
            self.graver_button.setAutoDefault(False)
            buttons.addButton(self.graver_button, QDialogButtonBox.ButtonRole.DestructiveRole)
            self.graver_button.clicked.connect(partial(self._choose, 2))
        cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(partial(self._choose, 1))
        buttons.rejected.connect(self.reject)
        column.addSpacing(SPACE.s)
        column.addWidget(buttons)
        without_icons(buttons)
        cancel.setDefault(True)
        cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, chosen: int, _: bool = False) -> None:
        self.chosen = chosen
        self.accept()


def without_icons(buttons: QDialogButtonBox) -> None:
    """Words alone on the buttons: the style's own coloured icons do not go with ours."""
    for button in buttons.buttons():
        button.setIcon(QIcon())


def confirm(parent: QWidget, title: str, text: str, action: str, *, details: tuple[str, ...] = ()) -> bool:
    """Whether the user agreed."""
    return ConfirmDialog(parent, title, text, action, details=details).exec() == QDialog.DialogCode.Accepted


def ask_twofold(parent: QWidget, title: str, text: str, action: str, graver: str) -> int:
    """0 when the user wants neither, 1 for the action, 2 for the graver one."""
    dialog = ConfirmDialog(parent, title, text, action, graver=graver)
    dialog.exec()
    return dialog.chosen
