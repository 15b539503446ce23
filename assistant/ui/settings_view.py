"""Settings: every option, applied at once; models, what works here, and where the data lies."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from assistant.app import App
from assistant.domain.changes import Changes, Topic
from assistant.domain.conversation import ModelFile
from assistant.domain.item import Item, ItemKind
from assistant.domain.job import Job
from assistant.language import wording
from assistant.platform.hotkey import HotkeyState
from assistant.ui.flow_box import FlowBox
from assistant.ui.reading_column import ReadingColumn
from assistant.ui.screen import Screen
from assistant.ui.settings_fields import SettingRow
from assistant.ui.settings_health import HealthPart, TryPart
from assistant.ui.settings_learned import LearnedPart
from assistant.ui.settings_models import ModelsPart
from assistant.ui.settings_presenter import FIELDS, Group, specs
from assistant.ui.settings_words import SettingWords
from assistant.ui.shell_port import ShellPort
from assistant.ui.tasks import Lane, TaskRunner
from assistant.ui.theme import SPACE, set_role
from assistant.ui.widgets import Card, IconLabel, PlainLabel

_TEST_IN_MS = 10_000
_TEST_STAYS_MS = 120_000
_MIND_FIELDS = frozenset(FIELDS[Group.MIND])
_SHORTCUT_FIELDS = frozenset(FIELDS[Group.SHORTCUT])


class SettingsView(Screen):
    """One page of cards."""

    def __init__(self, app: App, tasks: TaskRunner, shell: ShellPort, parent: QWidget | None = None) -> None:
        """Reads nothing before `refresh`."""
        super().__init__(app, tasks, parent)
        self._shell = shell
        self._is_awaiting = False
        self._words = SettingWords(self)
        self._area = QScrollArea(self)
        self._title = PlainLabel(role="title")
        self._group_titles: dict[str, PlainLabel] = {}
        self._cards: dict[str, Card] = {}
        self.rows: dict[str, SettingRow] = {}
        self.models = ModelsPart()
        self.learned = LearnedPart()
        self.health = HealthPart()
        self.shortcut_state = PlainLabel(role="caption")
        self.try_shortcut = TryPart()
        self.try_reminder = TryPart()
        self._privacy = PlainLabel()
        self._folder = PlainLabel(role="caption", lines=2)
        self.open_folder = QPushButton()
        self.export = QPushButton()
        self._build()
        self._connect()
        self.retranslate()

    def refresh(self, changes: Changes | None = None) -> None:
        """Read again what `changes` touched; everything when None."""
        topics = frozenset(Topic) if changes is None else changes.topics
        if Topic.SETTINGS in topics:
            self._show_values()
        if Topic.MODELS in topics:
            self._read_models()
        if topics & {Topic.LEARNING, Topic.SETTINGS}:
            self._read_learned()
        if changes is None:
            self._read_health()

    def retranslate(self) -> None:
        """Put every text in the language in force."""
        self.setAccessibleName(self.tr("Settings"))
        self._title.setText(self.tr("Settings"))
        for group in Group:
            self._group_titles[group].setText(self._words.group(group))
        self._group_titles["health"].setText(self.tr("What works here"))
        self._group_titles["data"].setText(self.tr("Privacy and data"))
        for row in self.rows.values():
            row.retranslate()
        self.models.retranslate(self.language)
        self.learned.retranslate(self.language)
        self.health.retranslate(self.language)
        self.try_shortcut.set_words(self.tr("Try the shortcut"))
        self.try_reminder.set_words(self.tr("Remind me in 10 seconds"))
        self._privacy.setText(
            self.tr("Everything stays on this computer. Sidemind has no account and never uses the network.")
        )
        self.open_folder.setText(self.tr("Open the data folder"))
        self.open_folder.setAccessibleName(self.open_folder.text())
        self.export.setText(self.tr("Export everything…"))
        self.export.setAccessibleName(self.export.text())
        self._show_values()

    def focus_first(self) -> None:
        """Start at the first option."""
        self.rows["language"].control.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_group(self, name: str) -> None:
        """Bring a group into view and put the focus into it."""
        card = self._cards.get(name)
        if card is None:
            return
        self._area.verticalScrollBar().setValue(max(0, card.y() - SPACE.l))
        first = {Group.MODEL: self.models.add, **{group: self.rows[FIELDS[group][0]].control for group in Group}}
        first[Group.MODEL] = self.models.add
        target = first.get(Group(name)) if name in set(Group) else self.health.check
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        page = ReadingColumn(top=SPACE.xl, bottom=SPACE.xl)
        self._page = page.body
        self._page.setSpacing(SPACE.m)
        self._page.addWidget(self._title)
        for group in Group:
            self._add_group(group)
        self._add_card("health", [self.health])
        self._add_data_card()
        self._page.addStretch(1)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.fill(self._area)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def _add_group(self, group: Group) -> None:
        by_name = specs()
        parts: list[QWidget] = [self.models] if group is Group.MODEL else []
        for name in FIELDS[group]:
            self.rows[name] = SettingRow(by_name[name], self._words)
            parts.append(self.rows[name])
        if group is Group.MIND:
            parts.append(self.learned)
        if group is Group.SHORTCUT:
            parts.extend((self.shortcut_state, self.try_shortcut))
        if group is Group.REMINDERS:
            parts.append(self.try_reminder)
        self._add_card(group, parts)

    def _add_card(self, name: str, parts: list[QWidget]) -> Card:
        title = self._group_titles[name] = PlainLabel(role="heading")
        card = self._cards[name] = Card()
        card.body.addWidget(title)
        for part in parts:
            card.body.addWidget(part)
        self._page.addWidget(card)
        return card

    def _add_data_card(self) -> None:
        card = self._add_card("data", [])
        line = QHBoxLayout()
        line.setSpacing(SPACE.s)
        line.addWidget(IconLabel("shield", tone="good"))
        line.addWidget(self._privacy, 1)
        card.body.addLayout(line)
        card.body.addWidget(self._folder)
        buttons = FlowBox(spacing=SPACE.s)
        buttons.add(self.open_folder)
        buttons.add(self.export)
        card.body.addWidget(buttons)

    def _connect(self) -> None:
        for row in self.rows.values():
            row.entered.connect(self._set)
        self.models.add_asked.connect(self._add_model)
        self.models.use_asked.connect(self._use_model)
        self.models.remove_asked.connect(self._remove_model)
        self.learned.reset_asked.connect(self._reset_learned)
        self.health.asked.connect(self._read_health)
        self.try_shortcut.asked.connect(self._await_shortcut)
        self.try_reminder.asked.connect(self._test_reminder)
        self.open_folder.clicked.connect(self._open_folder)
        self.export.clicked.connect(self._choose_export)
        self._shell.shortcut_changed.connect(self._show_shortcut)
        self._shell.capture_opened.connect(self._shortcut_came)

    # The options

    def _show_values(self) -> None:
        settings = self._app.settings.current
        for name, row in self.rows.items():
            row.show_value(getattr(settings, name))
        self.rows["shortcut"].control.setEnabled(settings.is_shortcut_enabled)
        self._folder.setText(str(self._app.paths.data))
        self._show_shortcut()

    def _show_shortcut(self) -> None:
        state = self._shell.shortcut_state
        text, tone = self._words.shortcut_state(state, self._app.settings.current.shortcut)
        self.shortcut_state.setText(text)
        set_role(self.shortcut_state, tone=tone)
        self.try_shortcut.button.setEnabled(state is HotkeyState.ACTIVE)

    def _set(self, name: str, value: str) -> None:
        app = self._app

        def work(_: Job) -> None:
            app.settings.set(name, value)
            app.hub.announce(Changes.of(Topic.SETTINGS))
            if name in _MIND_FIELDS:
                app.remembering.tick()

        def failed(error: Exception) -> None:
            self.rows[name].show_value(getattr(self._app.settings.current, name))
            self.rows[name].say_problem(wording.error_sentence(error, self.language))

        def done(_: None) -> None:
            self._show_values()
            if name in _SHORTCUT_FIELDS:
                self._shell.apply_shortcut()

        self.run(work, done, failed=failed)

    # What was learned

    def _read_learned(self) -> None:
        app = self._app
        self.run(lambda _: app.learning.state(), lambda state: self.learned.show_state(state, self.language))

    def _reset_learned(self) -> None:
        app = self._app
        self.run(lambda _: app.learning.reset(), lambda _: self.told.emit(self.say("learned.reset")))

    # Models

    def _read_models(self) -> None:
        app = self._app

        def read(_: Job) -> tuple[list[ModelFile], set[str]]:
            models = app.model_files.all()
            return models, {model.name for model in models if not app.model_files.is_there(model)}

        self.run(read, lambda found: self.models.show_models(found[0], self.language, found[1]))

    def _add_model(self, path: str) -> None:
        app = self._app
        self.models.say(self.tr("Checking the file…"), is_busy=True)

        def work(_: Job) -> str:
            model = app.model_files.add(path)
            app.hub.announce(Changes.of(Topic.MODELS))
            return model.name

        self.run(work, self._model_added, lane=Lane.INGEST, failed=self._model_failed)

    def _model_added(self, name: str) -> None:
        self.models.say(self.say("models.added", name=name), tone="good")
        self._read_models()

    def _model_failed(self, error: Exception) -> None:
        self.models.say(wording.error_sentence(error, self.language), tone="bad")

    def _use_model(self, name: str) -> None:
        app = self._app

        def work(_: Job) -> None:
            app.model_files.use(name)
            app.hub.announce(Changes.of(Topic.MODELS))

        self.run(work, partial(self._model_changed, "models.using", name), failed=self._model_failed)

    def _remove_model(self, name: str) -> None:
        app = self._app

        def work(_: Job) -> None:
            app.model_files.remove(name)
            app.hub.announce(Changes.of(Topic.MODELS))

        self.run(work, partial(self._model_changed, "models.removed", name), failed=self._model_failed)

    def _model_changed(self, key: str, name: str, _: object) -> None:
        self.models.say(self.say(key, name=name))
        self._read_models()

    # Trying out

    def _read_health(self) -> None:
        app = self._app
        self.health.set_busy(is_busy=True)

        def failed(error: Exception) -> None:
            self.health.set_busy(is_busy=False)
            self.tell_error(error)

        self.run(
            lambda _: app.diagnosing.facts(), lambda facts: self.health.show_facts(facts, self.language), failed=failed
        )

    def _await_shortcut(self) -> None:
        keys = self._app.settings.current.shortcut
        self.try_shortcut.say(self.tr("Press {keys} now…").format(keys=keys))
        self._is_awaiting = True

    def _shortcut_came(self, _: float) -> None:
        if self._is_awaiting:
            self._is_awaiting = False
            self.try_shortcut.say(self.tr("It works."), "good")

    def _test_reminder(self) -> None:
        app, text = self._app, self.tr("This is a test reminder")
        self.try_reminder.button.setEnabled(False)

        def work(_: Job) -> Item:
            item = app.capturing.capture(text, ItemKind.TASK).item
            app.curating.set_due(item.id, app.clock.now_ms() + _TEST_IN_MS)
            return item

        self.run(work, self._reminder_armed, failed=self._reminder_failed)

    def _reminder_armed(self, item: Item) -> None:
        self.try_reminder.say(self.tr("Wait for it… It goes away by itself two minutes later."))
        app = self._app
        QTimer.singleShot(_TEST_IN_MS, self, lambda: self.try_reminder.button.setEnabled(True))
        QTimer.singleShot(
            _TEST_STAYS_MS, self, lambda: self.run(lambda _: app.curating.forget([item.id]), self._test_is_over)
        )

    def _test_is_over(self, _: int) -> None:
        self.try_reminder.say("")

    def _reminder_failed(self, error: Exception) -> None:
        self.try_reminder.button.setEnabled(True)
        self.try_reminder.say(wording.error_sentence(error, self.language), "warn")

    # Data

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._app.paths.data)))

    def _choose_export(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Where should everything go?"), str(Path.home()))
        if not folder:
            return
        app = self._app
        self.export.setEnabled(False)

        def failed(error: Exception) -> None:
            self.export.setEnabled(True)
            self.tell_error(error)

        self.run(lambda job: app.maintaining.export(Path(folder), job), self._exported, lane=Lane.INGEST, failed=failed)

    def _exported(self, paths: list[Path]) -> None:
        self.export.setEnabled(True)
        folder = str(paths[0].parent) if paths else ""
        self.told.emit(self.say("export.done", folder=folder))
