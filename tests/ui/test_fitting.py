"""No window is larger than its screen: at 200 % a laptop's screen is 683 by 384, and what lies outside is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from assistant.app import App
from assistant.domain.item import Item, ItemKind
from assistant.ui.capture_window import CaptureWindow
from assistant.ui.dialogs import ConfirmDialog
from assistant.ui.item_editor import ItemEditor
from assistant.ui.main_window import FIRST_SIZE, MainWindow
from assistant.ui.pages import Pages
from assistant.ui.shortcuts_dialog import ShortcutsDialog
from assistant.ui.state import WindowState
from assistant.ui.tasks import TaskRunner
from assistant.ui.theme import SIZE
from tests.ui.conftest import Wait

TOO_LARGE = SIZE._replace(capture_width=2_000, toast_width=2_000, rail_width=2_000)


@pytest.fixture
def parent(qt: QApplication) -> Iterator[QWidget]:
    del qt
    window = QWidget()
    window.resize(2_000, 2_000)
    yield window
    window.deleteLater()


def is_on_screen(window: QWidget) -> bool:
    area = window.screen().availableGeometry()
    return window.width() <= area.width() and window.height() < area.height()  # the title bar needs room too


def test_the_first_window_is_no_larger_than_the_screen(qt: QApplication, app: App, tasks: TaskRunner) -> None:
    assert FIRST_SIZE.width() > qt.primaryScreen().availableGeometry().width()  # else nothing is tried here
    window = MainWindow(Pages(app, tasks, lambda: None).makers(), WindowState(app.paths.state))
    assert is_on_screen(window)
    window.deleteLater()


def test_quick_capture_is_no_wider_than_the_screen(
    app: App, tasks: TaskRunner, wait: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.ui.capture_window.SIZE", TOO_LARGE)
    window = CaptureWindow(app, tasks)
    window.open()
    wait(window.isVisible)
    assert is_on_screen(window)
    assert window.x() >= 0
    wait(lambda: tasks.is_idle)
    window.hide()
    window.deleteLater()


@pytest.mark.parametrize("kind", [ConfirmDialog, ItemEditor, ShortcutsDialog])
def test_a_dialog_is_no_larger_than_the_screen(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, kind: type[QWidget]
) -> None:
    for module in ("dialogs", "item_editor", "shortcuts_dialog"):
        monkeypatch.setattr(f"assistant.ui.{module}.SIZE", TOO_LARGE)
    if kind is ConfirmDialog:
        dialog: QWidget = ConfirmDialog(parent, "Forget it?", "It goes to the trash.", "Forget")
        dialog.resize(dialog.sizeHint())
    elif kind is ItemEditor:
        dialog = ItemEditor(parent, Item("1", ItemKind.NOTE, "a thought", 1))
    else:
        dialog = ShortcutsDialog(parent, "Ctrl+Alt+Space")
    assert is_on_screen(dialog)
    dialog.deleteLater()
