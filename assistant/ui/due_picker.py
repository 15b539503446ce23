"""Choosing an instant: in words ("tomorrow 3pm", 下周五) or in the calendar; the one shows what the other means."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime
from PySide6.QtWidgets import QDateTimeEdit, QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from assistant.app import App
from assistant.domain.item import Language, TimeSpan
from assistant.domain.settings import Settings
from assistant.language import wording
from assistant.language.task_words import due_words
from assistant.language.time import find_time
from assistant.ui.dialogs import without_icons
from assistant.ui.theme import SIZE, SPACE, set_role
from assistant.ui.widgets import PlainLabel


@dataclass(frozen=True, slots=True)
class DueChoice:
    """What the user chose. Accepted with `at_ms` None means: no time any more.

    `is_deadline` says whether it is a last moment; None leaves that as it was.
    """

    is_accepted: bool = False
    at_ms: int | None = None
    is_deadline: bool | None = None


class DuePicker(QDialog):
    """The dialog. `choice` holds the answer after it closed."""

    def __init__(
        self, parent: QWidget | None, now: datetime, settings: Settings, language: Language, at_ms: int | None
    ) -> None:
        """Starts at `at_ms`, or tomorrow morning when None."""
        super().__init__(parent)
        self.choice = DueChoice()
        self._now, self._settings, self._language = now, settings, language
        self._has_time = at_ms is not None
        self._found: TimeSpan | None = None
        tomorrow = (now + timedelta(days=1)).replace(hour=settings.morning_hour, minute=0, second=0, microsecond=0)
        start = tomorrow if at_ms is None else datetime.fromtimestamp(at_ms / 1000, tz=now.tzinfo)
        self.words = QLineEdit(self)
        self.meaning = PlainLabel(role="caption", parent=self)
        self.calendar = QDateTimeEdit(_to_qt(start), self)
        self._build()
        self.words.textChanged.connect(self._read_words)
        self.calendar.dateTimeChanged.connect(self._show_meaning)
        self._show_meaning()

    def _build(self) -> None:
        self.setWindowTitle(self.tr("When?"))
        self.setMinimumWidth(SIZE.toast_width)
        self.words.setPlaceholderText(self.tr("In words: tomorrow 3pm, friday, in 2 hours"))
        self.words.setAccessibleName(self.tr("The time in words"))
        self.calendar.setCalendarPopup(True)
        self.calendar.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.calendar.setAccessibleName(self.tr("Date and time"))
        buttons = QDialogButtonBox(self)
        set_role(buttons.addButton(self.tr("Set"), QDialogButtonBox.ButtonRole.AcceptRole), role="primary")
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        if self._has_time:
            remove = buttons.addButton(self.tr("No time"), QDialogButtonBox.ButtonRole.ResetRole)
            remove.clicked.connect(self._remove)
        without_icons(buttons)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.xl, SPACE.xl, SPACE.l)
        column.setSpacing(SPACE.m)
        column.addWidget(PlainLabel(self.windowTitle(), role="heading"))
        column.addWidget(self.words)
        column.addWidget(self.calendar)
        column.addWidget(self.meaning)
        column.addWidget(buttons)
        self.words.setFocus()

    def _at_ms(self) -> int:
        shown = self.calendar.dateTime()
        day, time = shown.date(), shown.time()
        moment = datetime(day.year(), day.month(), day.day(), time.hour(), time.minute(), tzinfo=self._now.tzinfo)
        return int(moment.timestamp() * 1000)

    def _read_words(self, text: str) -> None:
        hours = {"morning_hour": self._settings.morning_hour, "evening_hour": self._settings.evening_hour}
        found = self._found = find_time(text, self._now, **hours)
        if found is not None:
            self.calendar.setDateTime(_to_qt(datetime.fromtimestamp(found.at_ms / 1000, tz=self._now.tzinfo)))
        self._show_meaning(is_understood=found is not None or not text.strip())

    def _show_meaning(self, _: object = None, *, is_understood: bool = True) -> None:
        if is_understood:
            said = due_words(self._at_ms(), self._now, self._language, is_deadline=self._is_deadline is True)
            self.meaning.setText(said)
        else:
            self.meaning.setText(self.tr("No time found in these words; the date above stays"))
        set_role(self.meaning, tone="" if is_understood else "warn")

    @property
    def _is_deadline(self) -> bool | None:
        """What the words said, as long as the calendar shows the time they mean."""
        found = self._found
        return found.is_deadline if found is not None and found.at_ms // 60_000 == self._at_ms() // 60_000 else None

    def _accept(self) -> None:
        self.choice = DueChoice(is_accepted=True, at_ms=self._at_ms(), is_deadline=self._is_deadline)
        self.accept()

    def _remove(self) -> None:
        self.choice = DueChoice(is_accepted=True)
        self.accept()


def pick_due(parent: QWidget, app: App, at_ms: int | None) -> DueChoice:
    """Ask for an instant."""
    settings = app.settings.current
    language = wording.interface_language(settings.language, QLocale.system().name())
    picker = DuePicker(parent, app.clock.local(), settings, language, at_ms)
    picker.exec()
    return picker.choice


def _to_qt(moment: datetime) -> QDateTime:
    """The same reading on the clock; Qt is not asked about zones."""
    return QDateTime(QDate(moment.year, moment.month, moment.day), QTime(moment.hour, moment.minute))
