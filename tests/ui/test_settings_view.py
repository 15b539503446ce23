"""Settings: every option there, applied at once, wrong values explained, models and tests that really try."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QFileDialog, QLineEdit, QSpinBox

from assistant.app import App
from assistant.domain.changes import Changes, Topic
from assistant.domain.conversation import ModelFile
from assistant.domain.learning import Calibration, LearnedFrom
from assistant.domain.memory import ReasonKind
from assistant.domain.settings import Language, LanguageChoice, Settings, ThemeChoice
from assistant.platform.hotkey import HotkeyState
from assistant.ui.settings_fields import SettingRow, WholeField
from assistant.ui.settings_models import ModelRow
from assistant.ui.settings_view import SettingsView
from assistant.ui.tasks import TaskRunner
from assistant.ui.translations import Translations
from assistant.ui.widgets import Chip
from tests.ui.conftest import FakeShell, Wait


@pytest.fixture
def shell() -> FakeShell:
    return FakeShell()


@pytest.fixture
def view(app: App, tasks: TaskRunner, shell: FakeShell, wait: Wait) -> Iterator[SettingsView]:
    made = SettingsView(app, tasks, shell)
    made.resize(800, 700)
    made.show()
    made.refresh(Changes.of(Topic.SETTINGS, Topic.MODELS))
    wait(lambda: tasks.is_idle)
    yield made
    wait(lambda: tasks.is_idle)
    made.hide()
    made.deleteLater()


def _whole(row: SettingRow) -> WholeField:
    assert isinstance(row.control, WholeField)
    return row.control


def test_every_option_is_shown_with_name_hint_and_value(view: SettingsView) -> None:
    assert set(view.rows) == {entry.name for entry in fields(Settings)}
    for row in view.rows.values():
        assert row.control.accessibleName()
        assert row.control.accessibleDescription()
    assert _whole(view.rows["mind_items"]).value() == 7


def test_an_hour_is_written_as_everywhere(view: SettingsView, wait: Wait) -> None:
    control = view.rows["morning_hour"].control
    assert isinstance(control, QSpinBox)
    wait(lambda: control.text() == "09:00")


def test_a_changed_option_is_applied_at_once(view: SettingsView, app: App, wait: Wait) -> None:
    heard: list[Changes] = []
    app.hub.subscribe(heard.append)
    theme = view.rows["theme"].control
    assert isinstance(theme, QComboBox)
    theme.setCurrentIndex(theme.findData("dark"))
    theme.activated.emit(theme.currentIndex())
    wait(lambda: app.settings.current.theme is ThemeChoice.DARK)
    wait(lambda: any(Topic.SETTINGS in changes.topics for changes in heard))
    hide = view.rows["hide_reminder_text"].control
    assert isinstance(hide, QCheckBox)
    hide.click()
    wait(lambda: app.settings.current.hide_reminder_text)
    _whole(view.rows["mind_tokens"]).stepUp()
    wait(lambda: app.settings.current.mind_tokens == 900)


def test_a_number_out_of_range_is_explained_and_not_taken(view: SettingsView, app: App, wait: Wait) -> None:
    row = view.rows["mind_items"]
    field = _whole(row)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "500")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert row.problem == "Between 3 and 30, please. 7 stays in use."
    assert app.settings.current.mind_items == 7
    field.selectAll()
    QTest.keyClicks(field, "9")
    QTest.keyClick(field, Qt.Key.Key_Return)
    wait(lambda: app.settings.current.mind_items == 9)
    assert row.problem == ""
    for _ in range(40):
        field.stepUp()
    wait(lambda: app.settings.current.mind_items == 30)


def test_the_shortcut_says_how_it_is_and_can_be_tried(view: SettingsView, shell: FakeShell, wait: Wait) -> None:
    assert "Active" in view.shortcut_state.text()
    shell.capture_opened.emit(1.0)
    assert view.try_shortcut.result == ""
    view.try_shortcut.button.click()
    assert "Ctrl+Alt+Space" in view.try_shortcut.result
    shell.capture_opened.emit(1.0)
    assert view.try_shortcut.result == "It works."
    shell.shortcut_state = HotkeyState.UNSUPPORTED
    shell.shortcut_changed.emit()
    assert "sidemind gui --capture" in view.shortcut_state.text()
    assert not view.try_shortcut.button.isEnabled()
    enabled = view.rows["is_shortcut_enabled"].control
    assert isinstance(enabled, QCheckBox)
    enabled.click()
    wait(lambda: shell.applied == 1)


def test_a_file_that_is_no_model_is_refused_in_words(
    view: SettingsView, tmp_path: Path, wait: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = tmp_path / "note <b>.gguf"
    wrong.write_text("not a model")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(wrong), ""))
    view.models.add.click()
    assert not view.models.add.isEnabled()
    wait(view.models.add.isEnabled)
    assert "not a usable model" in view.models._status.text()
    assert view.findChildren(ModelRow) == []


def test_a_model_whose_file_is_gone_says_so(view: SettingsView) -> None:
    gone = ModelFile("gone", "/nowhere/gone.gguf", 5, "", "chatml", is_current=True)
    view.models.show_models([gone], Language.ENGLISH, {"gone"})
    [row] = view.findChildren(ModelRow)
    assert [chip.text() for chip in row.findChildren(Chip)] == ["File missing or changed"]


def test_the_reminder_test_makes_a_real_one_that_goes_away(
    view: SettingsView, app: App, tasks: TaskRunner, wait: Wait
) -> None:
    view.try_reminder.button.click()
    wait(lambda: view.try_reminder.result)
    due = app.reminding.next_due_ms()
    assert due is not None
    assert 0 < due - app.clock.now_ms() <= 10_000
    wait(lambda: tasks.is_idle)


def test_the_doctor_reports_here_too(view: SettingsView, wait: Wait) -> None:
    view.health.check.click()
    wait(view.health.as_text)
    assert "SQLite" in view.health.as_text()


def test_everything_can_be_exported(
    view: SettingsView, app: App, tmp_path: Path, wait: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.capturing.capture("Take me with you")
    target = tmp_path / "out"
    target.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(target))
    told: list[str] = []
    view.told.connect(told.append)
    view.export.click()
    wait(lambda: told)
    assert str(target) in told[0]
    assert "Take me with you" in (target / "items.jsonl").read_text(encoding="utf-8")


def test_a_group_can_be_asked_for(view: SettingsView) -> None:
    view.show_group("model")
    view.show_group("nothing like this")
    assert view._area.verticalScrollBar().value() > 0


def test_the_language_can_change_while_it_is_open(view: SettingsView, app: App) -> None:
    app.settings.set("language", LanguageChoice.CHINESE.value)
    view.retranslate()
    assert "尚未安装语言模型" in view.models._none.text()


def test_keys_have_the_same_names_in_every_language(qt: QApplication, view: SettingsView):
    translations = Translations(qt)
    line = view.rows["shortcut"].control.findChild(QLineEdit)
    try:
        translations.apply(LanguageChoice.CHINESE)
        view.rows["shortcut"].show_value("Ctrl+Alt+PgUp")
        view.rows["shortcut"].show_value("Ctrl+Alt+Space")
        assert line.text() == "Ctrl+Alt+Space"
    finally:
        translations.apply(LanguageChoice.ENGLISH)
    assert line.text() == "Ctrl+Alt+Space"


def test_what_was_learned_is_told_and_can_be_forgotten(
    view: SettingsView, app: App, tasks: TaskRunner, wait: Wait
) -> None:
    wait(lambda: tasks.is_idle)
    assert "Nothing learned" in view.learned.text
    assert not view.learned.reset.isEnabled()
    app.learning.keep(LearnedFrom.USE, Calibration(app.scorer.name, (1.0,), 0.0, ((ReasonKind.DATES, 1.0),), 34), 1)
    view.refresh(Changes.of(Topic.LEARNING))
    wait(lambda: view.learned.text == "Learned from 34 uses: dates count more.")
    view.learned.reset.click()
    wait(lambda: app.learning.state().use is None)
    view.refresh(Changes.of(Topic.LEARNING))
    wait(lambda: "Nothing learned" in view.learned.text)
