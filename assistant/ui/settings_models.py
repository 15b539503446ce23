"""The part of Settings about language models: the files the user added, which one answers, adding and removing."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assistant.domain.conversation import ModelFile
from assistant.domain.item import Language
from assistant.language import wording
from assistant.ui.shown_text import isolated, one_line
from assistant.ui.theme import SPACE, set_role
from assistant.ui.widgets import Chip, IconButton, IconLabel, PlainLabel, PrimaryButton

_GB = 1_000_000_000


class ModelRow(QWidget):
    """One model file. Its signals carry the model's name."""

    use_asked = Signal(str)
    remove_asked = Signal(str)

    def __init__(
        self, model: ModelFile, language: Language, *, is_there: bool = True, parent: QWidget | None = None
    ) -> None:
        """Shows `model` for good; `is_there` is False when its file is gone or another one."""
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE.xs, 0, SPACE.xs)
        row.setSpacing(SPACE.s)
        row.addWidget(IconLabel("model", tone="accent" if model.is_current else "muted"))
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(PlainLabel(one_line(model.name, 80), lines=1))
        size = (
            f"{model.size_bytes / _GB:.1f} GB" if model.size_bytes >= _GB / 10 else f"{model.size_bytes / 1e6:.1f} MB"
        )
        facts = " · ".join((size, one_line(model.family, 30), one_line(model.path, 200)))
        text.addWidget(PlainLabel(facts, role="caption", lines=2))
        row.addLayout(text, 1)
        if not is_there:
            row.addWidget(Chip(self.tr("File missing or changed"), "warning", tone="warn"))
        elif model.is_set_aside:
            row.addWidget(Chip(wording.words("models.set_aside", language), "warning", tone="warn"))
        elif model.is_current:
            row.addWidget(Chip(wording.words("models.current", language), "done", tone="good"))
        if model.is_set_aside or not model.is_current:
            use = QPushButton(self.tr("Try it again") if model.is_set_aside else self.tr("Use"))
            use.setAccessibleName(f"{use.text()}: {one_line(model.name, 80)}")
            use.clicked.connect(lambda: self.use_asked.emit(model.name))
            row.addWidget(use)
        name = self.tr("Take {name} off the list").format(name=isolated(one_line(model.name, 60)))
        remove = IconButton("close", name)
        remove.clicked.connect(lambda: self.remove_asked.emit(model.name))
        row.addWidget(remove)


class ModelsPart(QWidget):
    """The list with its Add button. `add_asked` carries a path."""

    add_asked = Signal(str)
    use_asked = Signal(str)
    remove_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty before `show_models`."""
        super().__init__(parent)
        self._models: list[ModelFile] | None = None
        self._missing: Collection[str] = ()
        self._language = Language.ENGLISH
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._none = PlainLabel(role="muted")
        self._status = PlainLabel(role="caption")
        self.add = PrimaryButton("", "attach")
        self.add.clicked.connect(self._choose)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.m)
        foot.addWidget(self.add)
        foot.addWidget(self._status, 1)
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(self._none)
        column.addLayout(self._rows)
        column.addLayout(foot)
        self.say("")

    def show_models(self, models: list[ModelFile], language: Language, missing: Collection[str] = ()) -> None:
        """Show the files the user added; `missing` are the names of those that are not in their place."""
        self._models, self._language, self._missing = models, language, missing
        while (entry := self._rows.takeAt(0)) is not None:
            widget = entry.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for model in models:
            row = ModelRow(model, language, is_there=model.name not in missing)
            row.use_asked.connect(self.use_asked)
            row.remove_asked.connect(self.remove_asked)
            self._rows.addWidget(row)
        self._none.setVisible(not models)
        gap = "" if language is Language.CHINESE else " "
        self._none.setText(
            wording.words("models.none", language)
            + gap
            + self.tr("Any chat model in a GGUF file works. It stays where it is and runs on this computer alone.")
        )

    def say(self, text: str, *, tone: str = "", is_busy: bool = False) -> None:
        """What is going on with a file; the Add button waits while busy."""
        self._status.setText(text)
        self._status.setVisible(bool(text))
        set_role(self._status, tone=tone)
        self.add.setEnabled(not is_busy)

    def retranslate(self, language: Language) -> None:
        """Put every text in the language in force."""
        self.add.setText(self.tr("Add a model file…"))
        self.add.setAccessibleName(self.add.text())
        if self._models is not None:
            self.show_models(self._models, language, self._missing)

    def _choose(self) -> None:
        kinds = self.tr("Language models (*.gguf);;All files (*)")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a model file"), str(Path.home()), kinds)
        if path:
            self.add_asked.emit(path)
