"""The list of shortcuts says what the windows do: both take their keys from one table."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from assistant.domain.settings import LanguageChoice
from assistant.ui import shortcuts
from assistant.ui.shortcuts import Keys, pressed
from assistant.ui.shortcuts_dialog import ShortcutsDialog
from assistant.ui.translations import Translations
from assistant.ui.widgets import PlainLabel

UI = Path(shortcuts.__file__).parent
TABLE = {name: value for name, value in vars(shortcuts).items() if isinstance(value, Keys)}
FOR_QT = {"NEW_LINE"}  # what Qt's own text field does with these keys
UNLISTED = {"KIND_BEFORE"}  # the way back of a key that is listed


def key(code: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, code, modifiers)


def names_in(path: Path) -> set[str]:
    found = ast.walk(ast.parse(path.read_text("utf-8")))
    return {
        node.attr
        for node in found
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "shortcuts"
    }


def test_every_key_of_the_table_is_bound_somewhere_and_listed() -> None:
    bound = set[str]().union(*(names_in(path) for path in UI.glob("*.py") if path.name != "shortcuts_dialog.py"))
    assert set(TABLE) - bound - FOR_QT == set()
    assert set(TABLE) - names_in(UI / "shortcuts_dialog.py") == UNLISTED


def test_no_window_names_a_key_of_its_own() -> None:
    for path in UI.glob("*.py"):
        if path.name == "shortcuts.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            is_code = isinstance(node, ast.Attribute) and node.attr.startswith("Key_")
            is_shortcut = isinstance(node, ast.Name) and node.id == "QShortcut"
            assert not is_code, f"{path.name}:{node.lineno}"
            assert not is_shortcut, f"{path.name}:{node.lineno}"


@pytest.mark.parametrize("name", sorted(TABLE))
def test_every_key_is_one_that_qt_knows_by_this_name(name: str) -> None:
    for each in TABLE[name].keys:
        assert QKeySequence(each).toString(QKeySequence.SequenceFormat.PortableText) == each


def test_what_is_pressed_has_the_name_of_the_table() -> None:
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    assert shortcuts.KEEP.is_pressed(key(Qt.Key.Key_Return))
    assert shortcuts.KEEP.is_pressed(key(Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier))
    assert not shortcuts.KEEP.is_pressed(key(Qt.Key.Key_Return, control))
    assert shortcuts.KEEP_AND_GO_ON.is_pressed(key(Qt.Key.Key_Return, control))
    assert shortcuts.KIND_BEFORE.is_pressed(key(Qt.Key.Key_Backtab, shift))
    assert shortcuts.LINE.place(key(Qt.Key.Key_3)) == 2
    assert shortcuts.LINE.place(key(Qt.Key.Key_8)) is None
    assert shortcuts.DROP_ONE.place(key(Qt.Key.Key_9, Qt.KeyboardModifier.AltModifier)) == 8
    assert pressed(key(Qt.Key.Key_D)) == "D"
    assert not shortcuts.DONE.is_pressed(key(Qt.Key.Key_D, shift))
    assert pressed(key(0)) == ""


def test_rows_of_keys_are_shown_by_their_ends() -> None:
    assert shortcuts.PAGES.caps() == ["Ctrl+1", "–", "Ctrl+4"]
    assert shortcuts.KEEP.caps() == ["Enter"]
    assert shortcuts.HELP.caps() == ["F1", "Ctrl+/"]


def test_a_key_has_one_name_in_both_languages(translations: Translations) -> None:
    for language in (LanguageChoice.ENGLISH, LanguageChoice.CHINESE):
        translations.apply(language)
        assert shortcuts.MOVE.caps() == ["↑", "↓"]
        assert shortcuts.KEEP_AND_GO_ON.caps() == ["Ctrl+Enter"]
        assert Keys(("Ctrl+Alt+Space",)).caps() == ["Ctrl+Alt+Space"]


@pytest.fixture
def translations(qt: QApplication) -> Iterator[Translations]:
    made = Translations(qt)
    yield made
    made.apply(LanguageChoice.ENGLISH)


@pytest.mark.parametrize("width", [400, 1080])
@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (LanguageChoice.ENGLISH, {"Everywhere", "Take back what was done last", "Capture from any program"}),
        (LanguageChoice.CHINESE, {"任何地方", "撤销上一步", "在任何程序里记下"}),
    ],
)
def test_the_list_says_every_key_in_words(
    translations: Translations, width: int, language: LanguageChoice, expected: set[str]
) -> None:
    translations.apply(language)
    parent = QWidget()
    parent.resize(width, 720)
    dialog = ShortcutsDialog(parent, "Ctrl+Alt+Space")
    dialog.show()
    said = {label.text() for label in dialog.findChildren(PlainLabel)}
    assert expected <= said
    caps = {label.text() for label in dialog.findChildren(QLabel)}
    listed = [keys for name, keys in TABLE.items() if name not in UNLISTED]
    assert {cap for keys in (Keys(("Ctrl+Alt+Space",)), *listed) for cap in keys.caps()} <= caps
    assert dialog.width() <= 2 * parent.width()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    parent.deleteLater()
