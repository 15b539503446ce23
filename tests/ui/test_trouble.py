"""The window of a program that could not start."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assistant.cli import desktop
from assistant.domain.errors import StoreReadOnly
from assistant.paths import Paths
from assistant.ui import trouble
from assistant.ui.dialogs import ConfirmDialog
from assistant.ui.plain_label import PlainLabel
from assistant.ui.trouble import TroubleWindow


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_enter_and_escape_close_it(qt: QApplication, key: Qt.Key) -> None:
    window = TroubleWindow("could not start", "a sentence", "Close")
    window.show()
    QTest.keyClick(window, key)
    assert not window.isVisible()


def test_a_screen_reader_hears_why(qt: QApplication) -> None:
    window = TroubleWindow("could not start", "a sentence", "Close")
    assert window.accessibleName() == "could not start"
    assert window.accessibleDescription() == "a sentence"
    assert window.close_button.accessibleName() == "Close"


def test_a_long_sentence_is_seen_to_its_end(qt: QApplication) -> None:
    for dialog in (
        TroubleWindow("could not start", "a long sentence " * 40, "Close"),
        ConfirmDialog(None, "title", "a long sentence " * 40, "Do it", graver="Do worse"),
    ):
        dialog.show()
        qt.processEvents()
        labels = [label for label in dialog.findChildren(PlainLabel) if "long" in label.text()]
        assert [label.height() >= label.heightForWidth(label.width()) for label in labels] == [True]
        dialog.close()


def test_a_home_that_cannot_be_written_is_told_in_a_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[str] = []
    monkeypatch.setattr(trouble, "show_trouble", lambda *words: told.extend(words))
    monkeypatch.setattr(desktop, "has_screen", lambda: True)
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    blocked = tmp_path / "home"
    blocked.write_text("a file")
    outcome = desktop.start(Paths.under(blocked), "main")
    assert outcome.status == 1
    assert told[0] == "Sidemind 未能启动"
    assert str(blocked) in told[1]
    assert told[1] in capsys.readouterr().err


def test_without_a_screen_it_is_said_by_the_caller(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desktop, "has_screen", lambda: False)
    blocked = tmp_path / "home"
    blocked.write_text("a file")
    with pytest.raises(StoreReadOnly):
        desktop.start(Paths.under(blocked), "main")
