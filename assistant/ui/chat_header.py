"""The line above the chat: which conversation this is, the recent ones, a new one, and the rail's switch."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from assistant.domain.conversation import Conversation
from assistant.ui import shortcuts
from assistant.ui.dialogs import confirm
from assistant.ui.icons import icon
from assistant.ui.shown_text import button_text
from assistant.ui.theme import SIZE, SPACE
from assistant.ui.widgets import IconButton

_TITLE_LENGTH = 44


class ChatHeader(QWidget):
    """Signals carry a conversation's id; `rail_toggled` whether the rail is wanted."""

    new_asked = Signal()
    conversation_asked = Signal(str)
    delete_asked = Signal(str)
    rail_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Without conversations."""
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._conversations: list[Conversation] = []
        self._current: str | None = None
        self._wish: bool | None = None
        self._words = ""
        self.title = QToolButton(self)
        self.title.setProperty("role", "heading")
        self.title.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.title.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.new = IconButton("compose", "", parent=self)
        self.delete = IconButton("forget", "", parent=self)
        self.rail = IconButton("mind", "", parent=self)
        self.rail.setCheckable(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.l, SPACE.m, SPACE.m, SPACE.s)
        row.setSpacing(SPACE.xs)
        row.addWidget(self.title)
        row.addStretch(1)
        for button in (self.new, self.delete, self.rail):
            row.addWidget(button)
        self.title.clicked.connect(self._pop_up)
        self.new.clicked.connect(self.new_asked)
        self.delete.clicked.connect(self._ask_delete)
        self.rail.clicked.connect(self._toggle)

    def wants_rail(self, *, is_wide: bool) -> bool:
        """Whether the rail is shown: as the user said, else when there is room."""
        wanted = is_wide if self._wish is None else self._wish
        self.rail.setChecked(wanted)
        return wanted

    def show_conversations(self, conversations: list[Conversation], current: str | None) -> None:
        """Offer these, newest first."""
        self._conversations = conversations
        self.set_current(current)

    def set_current(self, current: str | None) -> None:
        """Say which conversation is shown; None for a new one."""
        self._current = current
        found = next((each for each in self._conversations if each.id == current), None)
        title = button_text(found.title, _TITLE_LENGTH) if found else ""
        self._words = title or self.tr("New conversation")
        self._show_title()
        self.title.setIcon(icon("chevron-down", "muted"))
        name = self.tr("Conversation: {title}. Opens the list of recent ones.")
        self.title.setAccessibleName(name.format(title=self._words))
        self.delete.setEnabled(current is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The title has what the buttons leave."""
        super().resizeEvent(event)
        self._show_title()

    def _show_title(self) -> None:
        taken = sum(button.sizeHint().width() + SPACE.xs for button in (self.new, self.delete, self.rail))
        room = self.width() - taken - 2 * SPACE.l - SIZE.icon - 3 * SPACE.s  # its arrow, padding and border
        elided = self.title.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, max(SPACE.xxl, room))
        self.title.setText(elided)

    def retranslate(self) -> None:
        """Put every text in the current language."""
        self.new.set_name(self.tr("New conversation (Ctrl+Shift+N)"))
        self.new.setShortcut(QKeySequence(shortcuts.NEW_CONVERSATION.keys[0]))
        self.delete.set_name(self.tr("Delete this conversation"))
        self.rail.set_name(self.tr("Show what is on my mind"))
        self.title.setToolTip(self.tr("Recent conversations"))
        self.set_current(self._current)

    def _toggle(self, is_wanted: bool) -> None:
        self._wish = is_wanted
        self.rail_toggled.emit(is_wanted)

    def _pop_up(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("compose", "muted"), self.tr("New conversation")).triggered.connect(self.new_asked)
        if self._conversations:
            menu.addSeparator()
        for each in self._conversations:
            title = button_text(each.title, _TITLE_LENGTH) or self.tr("Without words")
            action = menu.addAction(title)
            action.setCheckable(True)
            action.setChecked(each.id == self._current)
            action.triggered.connect(lambda _=False, wanted=each.id: self.conversation_asked.emit(wanted))
        menu.popup(self.title.mapToGlobal(QPoint(0, self.title.height())))

    def _ask_delete(self) -> None:
        current = self._current
        if current is None:
            return
        text = self.tr("The conversation goes. What you wrote in it stays in your memory.")
        if confirm(self, self.tr("Delete this conversation?"), text, self.tr("Delete")):
            self.delete_asked.emit(current)
