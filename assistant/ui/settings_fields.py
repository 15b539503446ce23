"""The controls of the Settings screen, one per kind of value. They say what was entered; nobody else decides here."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QKeySequenceEdit,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from assistant.ui.icons import draw_clear_button
from assistant.ui.settings_presenter import FieldForm, FieldSpec, value_text
from assistant.ui.settings_words import SettingWords
from assistant.ui.theme import SIZE, SPACE, set_role
from assistant.ui.widgets import PlainLabel

_ANY = 10_000_000  # a number out of range can be typed, so that it can be explained
_STEPS = {"mind_tokens": 100, "context_tokens": 100, "answer_tokens": 50, "snooze_minutes": 5}


class WholeField(QSpinBox):
    """A whole number; steps stay in range, typing may leave it."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        """Without a value yet."""
        super().__init__(parent)
        self._allowed = spec.allowed or (-_ANY, _ANY)
        self._digits = 2 if spec.name.endswith("_hour") else 1  # a clock time is 09:00 everywhere
        self.setRange(-_ANY, _ANY)
        self.setSingleStep(_STEPS.get(spec.name, 1))
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def textFromValue(self, val: int) -> str:
        """The number, an hour with two digits."""
        return f"{val:0{self._digits}d}"

    def stepBy(self, steps: int) -> None:
        """Up or down inside the range."""
        low, high = (round(bound) for bound in self._allowed)
        self.setValue(min(high, max(low, self.value() + steps * self.singleStep())))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page never changes a value by accident."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class FractionField(QDoubleSpinBox):
    """A fraction; steps stay in range, typing may leave it."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        """Without a value yet."""
        super().__init__(parent)
        self._allowed = spec.allowed or (-_ANY, _ANY)
        self.setRange(-_ANY, _ANY)
        self.setDecimals(2)
        self.setSingleStep(0.01)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def stepBy(self, steps: int) -> None:
        """Up or down inside the range."""
        low, high = self._allowed
        self.setValue(min(high, max(low, self.value() + steps * self.singleStep())))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page never changes a value by accident."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ChoiceField(QComboBox):
    """One of a few; the wheel scrolls the page unless the field has the focus."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page never changes a value by accident."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class KeysField(QKeySequenceEdit):
    """Keys that are held down together, named as everywhere in the program and on the keyboard: Space, Enter, Esc.

    Qt would translate some of the names and leave the others as they are.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Without keys yet."""
        super().__init__(parent)
        self.setMaximumSequenceLength(1)
        self.setClearButtonEnabled(True)
        line = self.findChild(QLineEdit)
        assert line is not None, "Qt shows the keys in a line edit"  # noqa: S101 - a part of Qt's own widget
        self._line: QLineEdit = line
        self._line.textChanged.connect(self._name_keys)
        draw_clear_button(line)

    def changeEvent(self, event: QEvent) -> None:
        """Tint again when the theme changed."""
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_line"):
            draw_clear_button(self._line)
        super().changeEvent(event)

    def _name_keys(self, text: str) -> None:
        keys = self.keySequence()
        if text == keys.toString(QKeySequence.SequenceFormat.NativeText):
            self._line.setText(keys.toString(QKeySequence.SequenceFormat.PortableText))


class SettingRow(QWidget):
    """Name, hint and control of one option. `entered` carries the name and the value as the settings file's text."""

    entered = Signal(str, str)

    def __init__(self, spec: FieldSpec, words: SettingWords, parent: QWidget | None = None) -> None:
        """Without a value yet."""
        super().__init__(parent)
        self.spec = spec
        self._words = words
        self._kept: object = spec.default
        self._name = PlainLabel()
        self._hint = PlainLabel(role="caption")
        self._problem = PlainLabel(role="caption")
        self._problem.hide()
        self.control = self._make_control()
        if spec.form is not FieldForm.SWITCH:
            self.control.setFixedWidth(SIZE.navigation)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(self._name)
        text.addWidget(self._hint)
        text.addWidget(self._problem)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE.xs, 0, SPACE.xs)
        row.addLayout(text, 1)
        row.addWidget(self.control, 0, Qt.AlignmentFlag.AlignVCenter)
        self._stand(is_below=False)
        set_role(self._problem, tone="warn")
        self.retranslate()

    @property
    def problem(self) -> str:
        """Why the last value was not taken; empty when it was."""
        return self._problem.text() if not self._problem.isHidden() else ""

    def show_value(self, value: object) -> None:
        """Show the value in use; a value being typed is left alone."""
        self._kept = value
        control = self.control
        if control.hasFocus() and isinstance(control, QSpinBox | QDoubleSpinBox):
            return
        control.blockSignals(True)
        if isinstance(control, QCheckBox):
            control.setChecked(bool(value))
        elif isinstance(control, QComboBox):
            control.setCurrentIndex(max(0, control.findData(value_text(value))))
        elif isinstance(control, WholeField):
            control.setValue(int(str(value)))
        elif isinstance(control, FractionField):
            control.setValue(float(str(value)))
        elif isinstance(control, QKeySequenceEdit):
            control.setKeySequence(QKeySequence(str(value)))
        control.blockSignals(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside the words, the control stands under them."""
        super().resizeEvent(event)
        self._stand(is_below=self.spec.form is not FieldForm.SWITCH and self.width() < 2 * SIZE.navigation)

    def _stand(self, *, is_below: bool) -> None:
        direction = QHBoxLayout.Direction.TopToBottom if is_below else QHBoxLayout.Direction.LeftToRight
        self._row.setDirection(direction)
        self._row.setSpacing(SPACE.xs if is_below else SPACE.l)

    def say_problem(self, text: str) -> None:
        """Explain why a value was not taken; empty when all is well."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def retranslate(self) -> None:
        """Put every text in the language in force."""
        name, hint = self._words.name(self.spec.name), self._words.hint(self.spec.name)
        self._name.setText(name)
        self._hint.setText(hint)
        self.control.setAccessibleName(name)
        self.control.setAccessibleDescription(hint)
        if isinstance(self.control, QSpinBox):
            self.control.setSuffix(self._words.unit(self.spec.name))
        if isinstance(self.control, QComboBox):
            for row in range(self.control.count()):
                self.control.setItemText(row, self._words.choice(str(self.control.itemData(row))))

    def _make_control(self) -> QWidget:
        match self.spec.form:
            case FieldForm.SWITCH:
                switch = QCheckBox(self)
                switch.setProperty("role", "switch")
                switch.toggled.connect(self._take)
                return switch
            case FieldForm.CHOICE:
                choice = ChoiceField(self)
                for option in type(self.spec.default):  # pyright: ignore[reportGeneralTypeIssues, reportUnknownVariableType]
                    choice.addItem("", value_text(option))  # pyright: ignore[reportUnknownArgumentType]
                choice.activated.connect(lambda: self._take(choice.currentData()))
                return choice
            case FieldForm.WHOLE:
                whole = WholeField(self.spec, self)
                whole.valueChanged.connect(self._take_number)
                return whole
            case FieldForm.FRACTION:
                fraction = FractionField(self.spec, self)
                fraction.valueChanged.connect(self._take_number)
                return fraction
            case FieldForm.KEYS:
                keys = KeysField(self)
                keys.editingFinished.connect(lambda: self._take_keys(keys))
                return keys

    def _take(self, value: object) -> None:
        self.say_problem("")
        self.entered.emit(self.spec.name, value_text(value))

    def _take_number(self, value: float) -> None:
        if self.spec.is_allowed(value):
            self._take(round(value, 4) if isinstance(value, float) else value)
        else:
            self.say_problem(self._words.out_of_range(self.spec, self._kept))

    def _take_keys(self, field: QKeySequenceEdit) -> None:
        keys = field.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        if keys and keys != self._kept:
            self._take(keys)
        elif not keys:
            self.show_value(self._kept)
