"""Today: one page, at most seven numbered lines, each with its reason and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from assistant.app import App
from assistant.domain.changes import Changes, Topic
from assistant.domain.digest import Digest, SectionKind
from assistant.domain.item import Language
from assistant.services.shelving import ClearTo
from assistant.ui import shortcuts
from assistant.ui.due_picker import pick_due
from assistant.ui.note_bar import NoteBar
from assistant.ui.reading_column import ReadingColumn, inset
from assistant.ui.rows import move_focus
from assistant.ui.screen import Screen
from assistant.ui.tasks import TaskRunner
from assistant.ui.theme import HANG, SPACE
from assistant.ui.today_presenter import (
    PostponeChoice,
    ShownLine,
    ShownSection,
    TodayPresenter,
    at_ms,
    postpone_choices,
)
from assistant.ui.today_row import TodayRow
from assistant.ui.today_section import TodaySection
from assistant.ui.widgets import EmptyState, PlainLabel, quiet_button


class TodayView(Screen):
    """The digest, live: done, postponed and pinned in place."""

    def __init__(self, app: App, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        """Reads nothing before `refresh`."""
        super().__init__(app, tasks, parent)
        self._today = TodayPresenter()
        self._rows: list[TodayRow] = []
        self._drawn: tuple[Language, date, list[ShownSection]] | None = None
        self._title = PlainLabel(role="title")
        self._subtitle = PlainLabel(role="muted")
        self.clear = quiet_button("", self)
        self.note = NoteBar("today", self)
        self._note_day: date | None = None  # on which the note was closed
        self._area = QScrollArea(self)
        self._sections = QVBoxLayout()
        self._parts: dict[SectionKind, TodaySection] = {}
        self._empty = EmptyState("today", parent=self)
        self._build()
        self._empty.acted.connect(self.capture_asked)
        self.clear.clicked.connect(self._offer_clear)
        self.note.closed.connect(self._close_note)
        self.retranslate()

    @property
    def rows(self) -> tuple[TodayRow, ...]:
        """The lines shown, in order."""
        return tuple(self._rows)

    def refresh(self, changes: Changes | None = None) -> None:
        """Make the digest again when anything in it may have changed."""
        touching = {Topic.ITEMS, Topic.MIND, Topic.REMINDERS, Topic.SETTINGS}
        if changes is None or changes.topics & touching:
            app = self._app
            self.run(lambda _: app.digesting.digest(), self._show_digest)

    def retranslate(self) -> None:
        """Put every text in the current language."""
        self.setAccessibleName(self.tr("Today"))
        self._area.setAccessibleName(self.tr("Today"))
        self.clear.setText(self.tr("Clear the day…"))
        self.clear.setToolTip(self.tr("Move everything left today, in one go (C)"))
        self.clear.setAccessibleName(self.clear.toolTip())
        self.note.set_words(self.say("aside.note"), self.tr("Close this message"))
        self._empty.set_words(self.tr("Nothing needs you right now"), self._empty_hint(), self.tr("Keep something"))
        self._show_head()
        self._show_lines()

    def focus_first(self) -> None:
        """Start at the first line."""
        if self._rows:
            self._rows[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 7 go to a line, the arrow keys to the first, C clears the day."""
        place = shortcuts.LINE.place(event)
        if place is not None:
            for row in self._rows:
                if row.shown.number == place + 1:
                    row.setFocus(Qt.FocusReason.OtherFocusReason)
                    self._area.ensureWidgetVisible(row)
        elif shortcuts.MOVE.is_pressed(event) and self._rows:
            self.focus_first()
        elif shortcuts.CLEAR_DAY.is_pressed(event) and self._today.can_be_cleared:
            self._offer_clear()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        page = ReadingColumn(top=SPACE.xl, bottom=SPACE.xl, hang=HANG)
        column = page.body
        column.setSpacing(SPACE.xs)
        head = QHBoxLayout()
        head.setContentsMargins(HANG, 0, 0, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addLayout(inset(self._subtitle))
        column.addLayout(inset(self.note))
        column.addSpacing(SPACE.m)
        column.addLayout(self._sections)
        column.addWidget(self._empty)
        for kind in SectionKind:
            part = TodaySection(kind, self._connect_row, page)
            part.toggled.connect(partial(self._toggle, kind))
            self._parts[kind] = part
            self._sections.addWidget(part)
        column.addStretch(1)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.fill(self._area)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def _empty_hint(self) -> str:
        keys = self._app.settings.current.shortcut
        if not self._app.settings.current.is_shortcut_enabled:
            return self.tr("What you keep with a time gathers here.")
        hint = self.tr("What you keep with a time gathers here. {keys} keeps something from anywhere.")
        return hint.format(keys=keys)

    def _show_digest(self, digest: Digest) -> None:
        self._today.digest = digest
        self._show_head()
        self._show_lines()

    def _show_head(self) -> None:
        now = self.now()
        day = QDate(now.year, now.month, now.day)
        self._title.setText(QLocale().toString(day, self.tr("dddd, d MMMM")))
        self.clear.setVisible(self._today.can_be_cleared)
        digest = self._today.digest
        self.note.setVisible(digest is not None and digest.has_newly_aside and self._note_day != now.date())
        if digest is None:
            self._subtitle.setText("")  # nothing is known yet
            return
        sections = self._today.sections()
        open_lines = sum(len(part.lines) for part in sections if part.kind.value in {"now", "next", "missed"})
        if not open_lines:
            self._subtitle.setText(self.tr("A quiet day so far"))
        else:
            self._subtitle.setText(self.tr("%n thing(s) in view", "", open_lines))

    def _show_lines(self) -> None:
        self._empty.setVisible(self._today.digest is not None and self._today.is_empty)
        sections = self._today.sections()
        wanted = (self.language, self.now().date(), sections)
        if wanted == self._drawn:
            return
        self._drawn = wanted
        focused = next((row for row in self._rows if row.isAncestorOf(self.focusWidget() or self)), None)
        focused = focused or next((row for row in self._rows if row.hasFocus()), None)
        key = focused.shown.key if focused else ""
        place = self._rows.index(focused) if focused else -1
        if focused is not None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # else Qt hands it on, and scrolls there
        height = self._area.verticalScrollBar().value()
        by_kind = {section.kind: section for section in sections}
        for kind, part in self._parts.items():
            part.show_section(by_kind.get(kind), self.language, self.now())
        self._rows = [row for section in sections for row in self._parts[section.kind].rows]
        self._refocus(key, place)
        if any(part.is_short for part in self._parts.values()):
            QTimer.singleShot(0, self, self._show_rest)
        QTimer.singleShot(0, self, lambda: self._area.verticalScrollBar().setValue(height))

    def _show_rest(self) -> None:
        self._drawn = None
        self._show_lines()

    def _refocus(self, key: str, place: int) -> None:
        """Back to the line that had the focus, or to the one that took its place; to the first when they came late."""
        if place >= 0 and self._rows:
            same = next((row for row in self._rows if row.shown.key == key), None)
            (same or self._rows[min(place, len(self._rows) - 1)]).setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._rows and self.hasFocus():
            self.focus_first()

    def _connect_row(self, row: TodayRow) -> None:
        row.activated.connect(lambda: self.item_asked.emit(row.shown.line.item.id))
        row.done_asked.connect(lambda: self._done(row.shown))
        row.pin_asked.connect(lambda: self._pin(row.shown))
        row.later_asked.connect(partial(self._offer_later, row))
        row.aside_asked.connect(lambda: self._set_aside(row.shown))
        row.back_asked.connect(lambda: self._bring_back(row.shown))
        row.moved.connect(partial(self._move, row))

    def _move(self, row: TodayRow, step: int) -> None:
        move_focus(self._rows, row, step, self._area)

    def _toggle(self, kind: SectionKind) -> None:
        self._today.toggle(kind)
        self._show_lines()

    # What is done

    def _done(self, line: ShownLine) -> None:
        app, item_id, occurrence_id = self._app, line.line.item.id, line.line.occurrence_id
        if line.section is SectionKind.DONE:
            self.act(lambda _: app.curating.done(item_id, is_done=False), self.refresh)
        elif occurrence_id is not None:
            self.act(lambda _: app.reminding.done(occurrence_id), self.refresh)
        else:
            self.act(lambda _: app.curating.done(item_id), self.refresh)

    def _pin(self, line: ShownLine) -> None:
        app, item = self._app, line.line.item
        self.act(lambda _: app.curating.pin(item.id, not item.is_pinned), self.refresh)

    def _offer_later(self, row: TodayRow) -> None:
        settings = self._app.settings.current
        choices = postpone_choices(self.now(), morning_hour=settings.morning_hour, evening_hour=settings.evening_hour)
        names = [
            (self._later_name(choice, self.when(at_ms(moment))), partial(self._postpone, row.shown, at_ms(moment)))
            for choice, moment in choices
        ]
        if row.shown.can_be_set_aside:
            names.append((self.tr("Set aside") + "\tS", partial(self._set_aside, row.shown)))
        names.append((self.tr("Pick a date…"), partial(self._pick, row.shown)))
        row.pop_up_later(names)

    def _later_name(self, choice: PostponeChoice, when: str) -> str:
        names = {
            PostponeChoice.HOUR: self.tr("In 1 hour"),
            PostponeChoice.EVENING: self.tr("This evening"),
            PostponeChoice.TOMORROW: self.tr("Tomorrow morning"),
            PostponeChoice.NEXT_WEEK: self.tr("Next Monday"),
        }
        return f"{names[choice]}\t{when}"

    def _pick(self, line: ShownLine) -> None:
        chosen = pick_due(self, self._app, line.line.due_at_ms)
        if chosen.is_accepted and chosen.at_ms is not None:
            self._postpone(line, chosen.at_ms)

    def _set_aside(self, line: ShownLine) -> None:
        app, item_id = self._app, line.line.item.id
        self.act(lambda _: app.shelving.set_aside([item_id]), self.refresh)

    def _bring_back(self, line: ShownLine) -> None:
        app, item_id = self._app, line.line.item.id
        self.act(lambda _: app.shelving.bring_back([item_id]), self.refresh)

    def _close_note(self) -> None:
        self._note_day = self.now().date()
        self.note.hide()

    def _offer_clear(self) -> None:
        """Everything left today goes to one place; one undo brings it back."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        choices = (
            (self.tr("Everything to tomorrow"), partial(self._clear, ClearTo.TOMORROW)),
            (self.tr("Set everything aside"), partial(self._clear, ClearTo.SHELF)),
            (self.tr("Pick a date…"), self._clear_to_date),
        )
        for name, act in choices:
            menu.addAction(name).triggered.connect(partial(_act, act))
        menu.popup(self.clear.mapToGlobal(QPoint(0, self.clear.height())))

    def _clear_to_date(self) -> None:
        chosen = pick_due(self, self._app, None)
        if chosen.is_accepted and chosen.at_ms is not None:
            self._clear(ClearTo.DATE, chosen.at_ms)

    def _clear(self, to: ClearTo, at_ms: int | None = None) -> None:
        app = self._app
        when = self.when(at_ms) if at_ms is not None else ""
        counts: list[int] = []

        def work(_: object) -> None:
            left = app.digesting.left_today()
            counts.append(app.shelving.clear_day([item.id for item in left], to, at_ms) if left else 0)

        def said() -> str:
            if not counts or not counts[0]:
                return self.say("clear.nothing")
            return self.say(f"clear.{to}", count=counts[0], when=when)

        self.act(work, self.refresh, said=said)

    def _postpone(self, line: ShownLine, until_ms: int) -> None:
        app, item_id = self._app, line.line.item.id
        said = self.tr("Moved to {when}").format(when=self.when(until_ms))
        self.act(lambda _: app.curating.postpone(item_id, until_ms), self.refresh, said=said)


def _act(act: Callable[[], None], _: bool = False) -> None:
    act()
