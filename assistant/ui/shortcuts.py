"""Every key of the windows, named once.

The windows bind their keys from this table alone, and the list of shortcuts (F1, `shortcuts_dialog.py`) finds the words
for the same table, so that it says what is true. A test demands both.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut


class Keys(NamedTuple):
    """One thing that keys do. `keys` are Qt's portable names; any of them does it."""

    keys: tuple[str, ...]

    def is_pressed(self, event: QKeyEvent) -> bool:
        """Whether the event is one of these keys."""
        return pressed(event) in self.keys

    def place(self, event: QKeyEvent) -> int | None:
        """Which of these keys was pressed, from 0; None when it was another one."""
        key = pressed(event)
        return self.keys.index(key) if key in self.keys else None

    def caps(self) -> list[str]:
        """What is printed on the keys: all, of a row of keys the first and the last with a dash between.

        Keys bear the same names in every language; Qt would say 上方向 for an arrow where a hint beside it says Enter.
        """
        shown = [key for key in self.keys if not key.endswith("Return")]  # the two Enter keys are one to their user
        names = [_ARROWS.get(key, key) for key in shown]
        return names if len(names) <= _MOST_CAPS else [names[0], "–", names[-1]]


_MOST_CAPS = 2
_ARROWS = {"Up": "↑", "Down": "↓"}
_ENTER = ("Enter", "Return")
_CTRL_ENTER = ("Ctrl+Enter", "Ctrl+Return")

CAPTURE = Keys(("Ctrl+N",))
PAGES = Keys(("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4"))
UNDO = Keys(("Ctrl+Z",))
REDO = Keys(("Ctrl+Shift+Z", "Ctrl+Y"))
HELP = Keys(("F1", "Ctrl+/"))
CLOSE = Keys(("Ctrl+W",))
QUIT = Keys(("Ctrl+Q",))

KEEP = Keys(_ENTER)
KEEP_AND_GO_ON = Keys(_CTRL_ENTER)
NEW_LINE = Keys(("Shift+Enter", "Shift+Return"))
KIND = Keys(("Tab",))
KIND_BEFORE = Keys(("Shift+Backtab", "Backtab"))
DROP_ONE = Keys(tuple(f"Alt+{number}" for number in range(1, 10)))
DROP_LAST = Keys(("Backspace",))
UNDO_KEPT = Keys(("Ctrl+Z",))
HIDE = Keys(("Esc",))

SEND = Keys((*_ENTER, *_CTRL_ENTER))
STOP = Keys(("Esc",))
CHANGE_LAST = Keys(("Up",))
ANSWER_AGAIN = Keys(("Ctrl+R",))
NEW_CONVERSATION = Keys(("Ctrl+Shift+N",))
LATEST = Keys(("End",))
FIRST = Keys(("Home",))

LINE = Keys(tuple(str(number) for number in range(1, 8)))
MOVE = Keys(("Up", "Down"))
OPEN = Keys(_ENTER)
DONE = Keys(("D",))
LATER = Keys(("L",))
PIN = Keys(("P",))
NOT_NOW = Keys(("N",))
SET_ASIDE = Keys(("S",))
BRING_BACK = Keys(("B",))
CLEAR_DAY = Keys(("C",))

SEARCH = Keys(("Ctrl+F",))
TO_LIST = Keys(("Down",))
EMPTY_SEARCH = Keys(("Esc",))
EDIT = Keys(("Ctrl+E",))
SAVE = Keys(_CTRL_ENTER)
PIN_ITEM = Keys(("Ctrl+P",))
FORGET = Keys(("Del",))
BACK = Keys(("Esc",))


def pressed(event: QKeyEvent) -> str:
    """Qt's portable name of what was pressed; keys of the number block are like the others."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeySequence(event.key() | modifiers.value).toString(QKeySequence.SequenceFormat.PortableText)


def bind(
    owner: QObject,
    keys: Keys,
    act: Callable[[], object],
    *,
    context: Qt.ShortcutContext = Qt.ShortcutContext.WindowShortcut,
) -> None:
    """Have `act` called when one of `keys` is pressed in `owner`, as far around it as `context` says."""
    for key in keys.keys:
        shortcut = QShortcut(QKeySequence(key), owner)
        shortcut.setContext(context)
        shortcut.activated.connect(act)
