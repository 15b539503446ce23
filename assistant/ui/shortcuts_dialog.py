"""The list of shortcuts: the table of `shortcuts.py` in words, place by place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from assistant.ui import shortcuts
from assistant.ui.dialogs import without_icons
from assistant.ui.theme import RING, SIZE, SPACE
from assistant.ui.widgets import PlainLabel, SectionTitle
from assistant.ui.window_shape import fitting

Line: TypeAlias = tuple[shortcuts.Keys, str]
"""Keys, and what they do."""

Group: TypeAlias = tuple[str, tuple[Line, ...]]
"""A place, and its lines."""


class ShortcutsDialog(QDialog):
    """Two columns of groups, one where there is no room for two; Esc closes."""

    def __init__(self, parent: QWidget, global_keys: str = "") -> None:
        """`global_keys` is the shortcut that opens quick capture over any program, when it works."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        is_wide = parent.width() >= 2 * SIZE.rail_width + 2 * SPACE.xxl + SPACE.xl
        self._global_keys = (global_keys,) if global_keys else ()
        columns = [self._of_windows(), self._of_pages()] if is_wide else [self._of_windows() + self._of_pages()]
        content = QWidget()
        content.setProperty("role", "clear")
        row = QHBoxLayout(content)
        row.setContentsMargins(SPACE.xl - RING, 0, SPACE.xl, 0)
        row.setSpacing(SPACE.xxl)
        for groups in columns:
            column = QVBoxLayout()
            column.setSpacing(SPACE.xs)
            for name, lines in groups:
                self._add_group(column, name, lines)
            column.addStretch(1)
            row.addLayout(column, 1)
        self.area = QScrollArea()
        self.area.setProperty("role", "reader")
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(content)
        self.area.setAccessibleName(self.windowTitle())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        without_icons(buttons)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE.xl, 0, SPACE.xl, 0)
        foot.addWidget(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, SPACE.xl, 0, SPACE.l)
        whole.setSpacing(SPACE.m)
        title = PlainLabel(self.windowTitle(), role="heading")
        title.setContentsMargins(SPACE.xl, 0, SPACE.xl, 0)
        whole.addWidget(title)
        whole.addWidget(self.area, 1)
        whole.addLayout(foot)
        wanted = content.sizeHint()
        width = len(columns) * (SIZE.rail_width + SPACE.xxl) + SPACE.xl
        height = wanted.height() + self.fontMetrics().height() + 2 * SPACE.xl + SPACE.xxl + SIZE.control
        self.resize(fitting(self, QSize(width, min(height, max(parent.height() - SPACE.xl, SIZE.toast_width)))))

    def _of_windows(self) -> tuple[Group, ...]:
        anywhere = (shortcuts.Keys(self._global_keys), self.tr("Capture from any program"))
        everywhere = (anywhere,) if self._global_keys else ()
        return (
            (
                self.tr("Everywhere"),
                (
                    *everywhere,
                    (shortcuts.CAPTURE, self.tr("Capture a thought")),
                    (shortcuts.PAGES, self.tr("Go to Chat, Today, Memory or Settings")),
                    (shortcuts.UNDO, self.tr("Take back what was done last")),
                    (shortcuts.REDO, self.tr("Do again what was taken back")),
                    (shortcuts.HELP, self.tr("Show this list")),
                    (shortcuts.CLOSE, self.tr("Close the window")),
                    (shortcuts.QUIT, self.tr("Quit Sidemind")),
                ),
            ),
            (
                self.tr("Capture"),
                (
                    (shortcuts.KEEP, self.tr("Keep it")),
                    (shortcuts.KEEP_AND_GO_ON, self.tr("Keep it and write the next")),
                    (shortcuts.NEW_LINE, self.tr("Start a new line")),
                    (shortcuts.KIND, self.tr("Note, task or question")),
                    (shortcuts.DROP_ONE, self.tr("Leave a recognised part as plain text")),
                    (shortcuts.DROP_LAST, self.tr("At the end: leave the last one as plain text")),
                    (shortcuts.UNDO_KEPT, self.tr("In an empty field: take back what was kept")),
                    (shortcuts.HIDE, self.tr("Hide; the draft stays")),
                ),
            ),
        )

    def _of_pages(self) -> tuple[Group, ...]:
        return (
            (
                self.tr("Today and On my mind"),
                (
                    (shortcuts.LINE, self.tr("Go to a line")),
                    (shortcuts.MOVE, self.tr("Line up, line down")),
                    (shortcuts.OPEN, self.tr("Open")),
                    (shortcuts.DONE, self.tr("Done, or not done after all")),
                    (shortcuts.LATER, self.tr("Later")),
                    (shortcuts.PIN, self.tr("Keep on my mind, or no longer")),
                    (shortcuts.NOT_NOW, self.tr("On my mind: not now")),
                    (shortcuts.SET_ASIDE, self.tr("Set aside")),
                    (shortcuts.BRING_BACK, self.tr("Bring back to today")),
                    (shortcuts.CLEAR_DAY, self.tr("Clear the day")),
                ),
            ),
            (
                self.tr("Chat"),
                (
                    (shortcuts.SEND, self.tr("Ask")),
                    (shortcuts.NEW_LINE, self.tr("Start a new line")),
                    (shortcuts.STOP, self.tr("Stop the answer")),
                    (shortcuts.CHANGE_LAST, self.tr("In an empty field: change the last question")),
                    (shortcuts.ANSWER_AGAIN, self.tr("Answer again")),
                    (shortcuts.NEW_CONVERSATION, self.tr("New conversation")),
                    (shortcuts.LATEST, self.tr("Go to the latest answer")),
                    (shortcuts.FIRST, self.tr("Go to the start")),
                ),
            ),
            (
                self.tr("Memory"),
                (
                    (shortcuts.SEARCH, self.tr("Search")),
                    (shortcuts.TO_LIST, self.tr("From the search to the list")),
                    (shortcuts.EMPTY_SEARCH, self.tr("Empty the search")),
                    (shortcuts.EDIT, self.tr("Edit")),
                    (shortcuts.SAVE, self.tr("Save what was edited")),
                    (shortcuts.PIN_ITEM, self.tr("Keep on my mind, or no longer")),
                    (shortcuts.FORGET, self.tr("Forget")),
                    (shortcuts.BACK, self.tr("In a narrow window: back to the list")),
                ),
            ),
        )

    def _add_group(self, column: QVBoxLayout, name: str, lines: Sequence[Line]) -> None:
        if column.count():
            column.addSpacing(SPACE.l)
        column.addWidget(SectionTitle(name))
        for keys, words in lines:
            column.addLayout(_line(words, keys.caps()))


def _line(words: str, caps: Sequence[str]) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(SPACE.xs)
    label = PlainLabel(words)
    label.setAccessibleName(f"{words}: {' '.join(caps)}")
    line.addWidget(label, 1)
    for cap in caps:
        key = QLabel(cap)
        key.setTextFormat(Qt.TextFormat.PlainText)
        key.setProperty("role", "caption" if cap == "–" else "key")
        line.addWidget(key, alignment=Qt.AlignmentFlag.AlignTop)
    return line
