"""Quick capture: one field over everything. Built while nobody waits, shown at once, and it never loses a letter.

Enter hides the window and hands the text to the capture lane; the draft on disk stays until the commit is known,
and a failure brings the window back with the text. Nothing here is said to be kept before it is.
"""

from __future__ import annotations

import time
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QHideEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from assistant.app import App
from assistant.domain.errors import EmptyCapture
from assistant.domain.intention import Fired
from assistant.domain.item import CaptureLine, Draft, ItemKind, Kept
from assistant.domain.job import Job
from assistant.language import wording
from assistant.ui.capture_edit import CaptureEdit
from assistant.ui.capture_presenter import READ_CHARACTERS, CapturePresenter
from assistant.ui.draft_keeper import DraftKeeper
from assistant.ui.intention_chips import IntentionChips, fired_lines
from assistant.ui.kept_notice import KeptNotice
from assistant.ui.screen import Screen
from assistant.ui.tasks import Lane, TaskRunner
from assistant.ui.theme import SIZE, SPACE
from assistant.ui.widgets import Chip, IconButton, PlainLabel
from assistant.ui.window_shape import make_translucent, round_corners

DRAFT_MS = 300  # after the last key; the promise is 500
_TOP_SHARE = 0.2  # of the screen above the window
_KIND_ICONS = {ItemKind.NOTE: "note", ItemKind.TASK: "task", ItemKind.QUESTION: "question"}


class CaptureWindow(Screen):
    """`kept` carries the receipt, `question_kept` one that wants an answer, `shown` the milliseconds to the screen."""

    kept = Signal(object)
    question_kept = Signal(object)
    trouble = Signal(object)
    shown = Signal(float)

    def __init__(self, app: App, tasks: TaskRunner) -> None:
        """Builds everything, shows nothing, reads nothing before `prepare`."""
        super().__init__(app, tasks)
        self.setWindowFlags(
            Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        )
        make_translucent(self)
        self._came_up: tuple[Fired, ...] = ()  # what the line would set off
        self.notice = KeptNotice()
        self._presenter = CapturePresenter()
        self._is_reading = False
        self._last_kept: Kept | None = None
        self._drafts = DraftKeeper(app, tasks, self)
        self._has_kept = False
        self._is_warm = False
        self._asked_at = 0.0
        self._draft_timer = QTimer(self, singleShot=True, interval=DRAFT_MS)
        self._draft_timer.timeout.connect(self.save_draft)
        self.edit = CaptureEdit("", self._presenter.ends_with_time)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def presenter(self) -> CapturePresenter:
        """What the window knows."""
        return self._presenter

    def prepare(self) -> None:
        """Bring the draft back and warm up what the first key needs. Once, and before anything is kept or saved."""
        self._drafts.prepare(self._take_draft, self._on_no_draft)
        if self._is_warm:
            return
        self._is_warm, app = True, self._app
        self._tasks.submit(Lane.CAPTURE, lambda _: app.capturing.read("warm up tomorrow 9:00"), owner=self)
        self.winId()  # makes the native window now, so that the first show is as quick as the next

    def open(self, text: str = "") -> None:
        """Show the window over everything, with the draft; `text` is put at its end."""
        self._asked_at = time.perf_counter()
        self.prepare()
        if text:
            self.edit.insert_text(text)
        if not self.isVisible():
            self._place()
        self.show()
        self.raise_()
        self.activateWindow()
        self.edit.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def keep(self, and_continue: bool = False) -> None:
        """Keep what was typed. The window empties at once; it says "kept" when the store has it."""
        presenter = self._presenter
        text, kind, has_time = self.edit.full_text(), presenter.kind, not presenter.is_time_dismissed
        if not text.strip():
            self._status.setText(self.tr("Type something first"))
            return
        self._has_kept = True
        self._draft_timer.stop()
        self.save_draft()  # stays on disk until the commit is known
        clear_draft = self._drafts.emptied()
        self.edit.set_full_text("")
        self._draft_timer.stop()
        if not and_continue:
            self.hide()
        app = self._app

        def work(job: Job) -> Kept:
            job.check()
            receipt = app.capturing.capture(text, kind, has_time=has_time)
            clear_draft()
            return receipt

        self._tasks.submit(
            Lane.CAPTURE, work, owner=self, done=self._on_kept, failed=partial(self._on_failed, text, kind)
        )

    def save_draft(self) -> None:
        """Write the draft now, on the capture lane; never over an old one that was not read yet."""
        self._presenter.text = self.edit.full_text()
        self._drafts.save(self._presenter.draft, self.trouble.emit)

    def save_last_draft(self) -> None:
        """On the way out, when the lanes have ended: write what the disk does not have, behind an unread old draft."""
        self._presenter.text = self.edit.full_text()
        self._drafts.save_last(self._presenter.draft)

    def undo(self) -> None:
        """Take the last capture back and give its text for another try."""
        receipt, self._last_kept = self._last_kept, None
        if receipt is None:
            return
        app, item_id = self._app, receipt.item.id
        self._tasks.submit(
            Lane.CAPTURE,
            lambda _: app.capturing.undo(item_id),
            owner=self,
            done=partial(self._on_undone, receipt.item.kind),
            failed=self.trouble.emit,
        )

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setWindowTitle(self.tr("Sidemind: capture"))
        self.setAccessibleName(self.tr("Quick capture"))
        self.edit.setAccessibleName(self.tr("What is on your mind"))
        self.edit.setPlaceholderText(self.tr("What is on your mind?"))
        self._kind_button.set_name(self.tr("Kind"))
        self._time_chip.remove_button.set_name(self.tr("Not a time"))  # pyright: ignore[reportOptionalMemberAccess]
        self._rest_chip.remove_button.set_name(self.tr("Drop the part not shown"))  # pyright: ignore[reportOptionalMemberAccess]
        self._hints.setText(
            self.tr("Enter keep   ·   Ctrl+Enter keep, next   ·   Shift+Enter line   ·   Tab kind   ·   Esc hide")
        )
        self._show_reading()

    def changeEvent(self, event: QEvent) -> None:
        """Follow changes of language and colours."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() is QEvent.Type.PaletteChange and hasattr(self, "_hints"):
            self._show_reading()
        super().changeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Never leave a letter unsaved."""
        super().hideEvent(event)
        self.save_draft()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the corners round."""
        super().resizeEvent(event)
        round_corners(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say how long the way to the screen was."""
        super().paintEvent(event)
        if self._asked_at:
            self.shown.emit((time.perf_counter() - self._asked_at) * 1000)
            self._asked_at = 0.0

    def _build(self) -> None:
        self.setFixedWidth(SIZE.capture_width)
        outer = self._column = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame = QFrame()
        frame.setProperty("role", "floating")
        outer.addWidget(frame)
        column = QVBoxLayout(frame)
        column.setContentsMargins(SPACE.l, SPACE.m, SPACE.l, SPACE.m)
        column.setSpacing(SPACE.s)
        self._kind_button = IconButton("note", "", tone="accent_text")
        self._kind_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        top = QHBoxLayout()
        top.setSpacing(SPACE.s)
        top.addWidget(self._kind_button, alignment=Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.edit, 1)
        column.addLayout(top)
        column.addLayout(self._chip_row())
        line = QFrame()
        line.setProperty("role", "line")
        column.addWidget(line)
        self._hints = PlainLabel(role="caption", lines=1)
        column.addWidget(self._hints)

    def _chip_row(self) -> QHBoxLayout:
        self._kind_chip = Chip("", "note")
        self._time_chip = Chip("", "calendar", tone="accent", remove_name="-")
        self._intentions = IntentionChips()
        self._tags_chip = Chip("", "tag")
        self._rest_chip = Chip("", "attach", remove_name="-")
        self._status = PlainLabel(role="caption", lines=1)
        self._status.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        first = (self._kind_chip, self._time_chip, self._intentions.cue, self._intentions.came_up)
        for chip in (*first, self._tags_chip, self._rest_chip):
            row.addWidget(chip)
        for chip in (self._time_chip, self._rest_chip):
            if chip.remove_button is not None:
                chip.remove_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard's way is Backspace
        row.addWidget(self._status, 1)
        return row

    def _connect(self) -> None:
        self.edit.text_changed.connect(self._on_text_changed)
        self.edit.rest_changed.connect(self._show_reading)
        self.edit.keep_asked.connect(self.keep)
        self.edit.hide_asked.connect(self.hide)
        self.edit.cycle_asked.connect(self._cycle)
        self.edit.time_dismissed.connect(self._dismiss_time)
        self.edit.undo_asked.connect(self.undo)
        self._kind_button.clicked.connect(lambda: self._cycle(1))
        self._time_chip.removed.connect(self._dismiss_time)
        self._rest_chip.removed.connect(self.edit.drop_rest)
        self.edit.document().documentLayout().documentSizeChanged.connect(self._fit)

    def _fit(self, *_: object) -> None:
        self._column.activate()
        self.resize(self.width(), self.sizeHint().height())

    def _place(self) -> None:
        self._fit()
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        area = screen.availableGeometry()
        self.move(area.center().x() - self.width() // 2, area.top() + round(area.height() * _TOP_SHARE))

    def _on_text_changed(self) -> None:
        self._presenter.change(self.edit.toPlainText())
        if not self._draft_timer.isActive():  # who types without a pause is saved all the same
            self._draft_timer.start()
        self._status.setText("")
        if self._presenter.is_empty:
            self._show_reading()
        else:
            self._read()

    def _read(self) -> None:
        """Have the line read off the UI thread; while a reading is under way the latest text waits for it."""
        if self._is_reading:
            return
        self._is_reading = True
        text, kind, app = self._presenter.text[:READ_CHARACTERS], self._presenter.kind, self._app
        self._tasks.submit(
            Lane.QUERY,
            lambda _: (app.capturing.read(text, kind), app.prospecting.typed(text)),
            owner=self,
            done=partial(self._on_read, text),
            failed=self._on_read_failed,
        )

    def _on_read(self, text: str, reading: tuple[CaptureLine, tuple[Fired, ...]]) -> None:
        self._is_reading = False
        line, self._came_up = reading
        if self._presenter.take_reading(text, line):
            self._show_reading()
        elif not self._presenter.is_empty:
            self._read()

    def _on_read_failed(self, error: Exception) -> None:
        self._is_reading = False
        self.trouble.emit(error)

    def _show_reading(self, *_: object) -> None:
        presenter, language = self._presenter, self.language
        kind = presenter.shown_kind
        self._kind_button.set_icon(_KIND_ICONS.get(kind, "note"))
        self._kind_chip.set_icon(_KIND_ICONS.get(kind, "note"))
        self._kind_chip.set_text(wording.kind_words(kind, language))
        line = presenter.line
        at_ms = presenter.time_at_ms
        if line is not None and line.time is not None and at_ms is not None:
            self._time_chip.set_text(self.when(at_ms))
            self.edit.mark(line.time.start, line.time.end)
        else:
            self.edit.mark(0, 0)
        self._time_chip.setVisible(at_ms is not None)
        self._intentions.show(None if presenter.is_empty else line, self._came_up, language)
        tags = " ".join(f"#{tag}" for tag in line.tags[:4]) if line is not None else ""
        self._tags_chip.set_text(tags)
        self._tags_chip.setVisible(bool(tags))
        rest = len(self.edit.rest)
        self._rest_chip.set_text(self.tr("{count} more characters, kept whole").format(count=f"{rest:,}"))
        self._rest_chip.setVisible(rest > 0)
        is_retitled = line is not None and line.title and line.title != line.text.strip() and at_ms is not None
        if is_retitled and line is not None:
            self._status.setText(self.tr("Saved as: {title}").format(title=line.title[:120]))

    def _cycle(self, step: int) -> None:
        self._presenter.cycle(step)
        self._draft_timer.start()
        self._show_reading()
        if not self._presenter.is_empty:
            self._read()

    def _dismiss_time(self) -> None:
        self._presenter.dismiss_time()
        self._status.setText("")
        self._show_reading()

    def _take_draft(self, draft: Draft) -> None:
        """The old draft comes first, even when the user was quicker and typed already; then it is saved anew."""
        typed = self.edit.full_text()
        is_on_disk = not typed and not self._has_kept
        self._drafts.expect(draft if is_on_disk else Draft())
        if draft.text:
            self.edit.set_full_text(draft.text + typed)
            self._presenter.kind = draft.kind
            self._show_reading()
            if not is_on_disk:
                self._draft_timer.start()

    def _on_no_draft(self, error: Exception) -> None:
        self._draft_timer.start()
        self.trouble.emit(error)

    def _on_kept(self, receipt: Kept) -> None:
        self._last_kept = receipt
        item = receipt.item
        if item.due_at_ms is not None and item.kind is ItemKind.TASK:
            words = self.tr("Kept. I will remind you {when}.").format(when=self.when(item.due_at_ms))
        else:
            words = self.tr("Kept.")
        if receipt.is_spooled:
            words = self.tr("Kept safely beside the store; it moves in when the store is free.")
        words += fired_lines(receipt.fired, self.language)
        if self.isVisible():
            at = self.mapToGlobal(QPoint(self.width() // 2, self.height() + SPACE.s))
        else:
            at = QPoint(self.x() + self.width() // 2, self.y())
        self.notice.show_kept(words, self.tr("Undo"), self.undo, at)
        self.kept.emit(receipt)
        if item.kind is ItemKind.QUESTION:
            self.question_kept.emit(receipt)

    def _on_failed(self, text: str, kind: ItemKind | None, error: Exception) -> None:
        """Neither store nor spool could take it: the text comes back, in front of what was typed since."""
        since = self.edit.full_text()
        self.edit.set_full_text(f"{text}\n{since}" if since else text)
        self._presenter.kind = kind
        self.open()
        if not isinstance(error, EmptyCapture):
            self._status.setText(wording.error_sentence(error, self.language))
        self.trouble.emit(error)

    def _on_undone(self, kind: ItemKind, text: str) -> None:
        since = self.edit.full_text()
        self.edit.set_full_text(f"{text}\n{since}" if since else text)
        if kind in _KIND_ICONS:
            self._presenter.kind = kind
        self.open()
        self._status.setText(self.tr("Taken back"))
