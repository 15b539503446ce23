"""Quick capture: one field over everything. Built while nobody waits, shown at once, and it never loses a letter.

Enter hides the window and hands the text to the capture lane; the draft on disk stays until the commit is known,
and a failure brings the window back with the text. Nothing here is said to be kept before it is.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
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
from assistant.ui.capture_chips import GROUNDED, KIND_ICONS, CaptureChips
from assistant.ui.capture_edit import CaptureEdit
from assistant.ui.capture_presenter import READ_CHARACTERS, CapturePresenter
from assistant.ui.capture_status import CaptureStatus
from assistant.ui.draft_keeper import DraftKeeper
from assistant.ui.kept_notice import KeptNotice
from assistant.ui.kept_words import KeptWords
from assistant.ui.screen import Screen
from assistant.ui.tasks import Lane, TaskRunner
from assistant.ui.theme import SIZE, SPACE
from assistant.ui.widgets import IconButton, PlainLabel
from assistant.ui.window_shape import make_translucent, round_corners

DRAFT_MS = 300  # after the last key; the promise is 500
_TOP_SHARE = 0.2  # of the screen above the window


class CaptureWindow(Screen):
    """`kept` carries the receipt, `shown` the milliseconds to the screen.

    `question_kept` carries the receipt of what wants an answer, and whether the user goes on writing meanwhile.
    """

    kept = Signal(object)
    question_kept = Signal(object, bool)
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
        self.edit = CaptureEdit("", lambda: self._presenter.mark_at_end() is not None)
        self.chips = CaptureChips()
        self._kept_words = KeptWords(self)
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
        text, kind, dropped = self.edit.full_text(), presenter.kind, presenter.dropped
        if not text.strip():
            self._status.say(self.tr("Type something first"))
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
            receipt = app.capturing.capture(text, kind, dropped=dropped)
            clear_draft()
            return receipt

        self._tasks.submit(
            Lane.CAPTURE,
            work,
            owner=self,
            done=partial(self._on_kept, and_continue),
            failed=partial(self._on_failed, text, kind),
        )

    def save_draft(self) -> None:
        """Write the draft now, on the capture lane; never over an old one that was not read yet."""
        self._presenter.text = self.edit.full_text()
        self._drafts.save(self._presenter.draft, self.trouble.emit)

    def leave(self) -> None:
        """Write what the disk does not have, behind an unread old draft."""
        self._presenter.text = self.edit.full_text()
        self._drafts.save_last(self._presenter.draft)

    @property
    def unfinished(self) -> str:
        """What stands in the field."""
        return self.edit.full_text()

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
        self.chips.retranslate()
        self._show_reading()

    def event(self, event: QEvent) -> bool:
        """Be as high as what is inside, also when that is known only now."""
        is_handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and hasattr(self, "_column"):
            self._fit()
        return is_handled

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
        column.addWidget(self.chips)
        self._status = CaptureStatus()
        column.addWidget(self._status)
        line = QFrame()
        line.setProperty("role", "line")
        column.addWidget(line)
        self._hints = PlainLabel(role="caption", lines=1)
        column.addWidget(self._hints)

    def _connect(self) -> None:
        self.edit.text_changed.connect(self._on_text_changed)
        self.edit.rest_changed.connect(self._show_reading)
        self.edit.keep_asked.connect(self.keep)
        self.edit.hide_asked.connect(self.hide)
        self.edit.cycle_asked.connect(self._cycle)
        self.edit.last_dropped.connect(self._drop_last)
        self.edit.drop_asked.connect(self._drop_numbered)
        self.edit.undo_asked.connect(self.undo)
        self._kind_button.clicked.connect(lambda: self._cycle(1))
        self.chips.mark_removed.connect(self._drop)
        self.chips.rest_removed.connect(self.edit.drop_rest)
        self.edit.document().documentLayout().documentSizeChanged.connect(self._fit)

    def _fit(self, *_: object) -> None:
        self._column.activate()
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))

    def _place(self) -> None:
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        area = screen.availableGeometry()
        self.setFixedWidth(min(SIZE.capture_width, area.width() - 2 * SPACE.s))
        self._fit()
        self.move(area.center().x() - self.width() // 2, area.top() + round(area.height() * _TOP_SHARE))

    def _on_text_changed(self) -> None:
        self._presenter.change(self.edit.toPlainText())
        if not self._draft_timer.isActive():  # who types without a pause is saved all the same
            self._draft_timer.start()
        self._status.say("")
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
        self._kind_button.set_icon(KIND_ICONS.get(kind, "note"))
        self.chips.show_kind(kind, language)
        line, marks = presenter.shown_line, presenter.shown_marks
        self.chips.show_marks(marks, line, self.now(), language)
        self.edit.mark([(mark.start, mark.end, mark.kind in GROUNDED) for mark in marks])
        self.chips.show_intentions(line, self._came_up, language)
        self.chips.show_rest(len(self.edit.rest))
        self._status.say_title(line)
        self._say_keys(has_marks=bool(marks))
        self._fit()

    def _say_keys(self, *, has_marks: bool) -> None:
        if has_marks:
            keys = self.tr(
                "Enter keep   ·   Ctrl+Enter keep, next   ·   Tab kind   ·   Alt+1 drop a chip   ·   Esc hide"
            )
        else:
            keys = self.tr(
                "Enter keep   ·   Ctrl+Enter keep, next   ·   Shift+Enter line   ·   Tab kind   ·   Esc hide"
            )
        self._hints.setText(keys)

    def _cycle(self, step: int) -> None:
        self._presenter.cycle(step)
        self._draft_timer.start()
        self._show_reading()
        if not self._presenter.is_empty:
            self._read()

    def _drop(self, key: str) -> None:
        """Wave a mark away: its words are only text."""
        self._presenter.drop(key)
        self._show_reading()

    def _drop_last(self) -> None:
        if (mark := self._presenter.mark_at_end()) is not None:
            self._drop(mark.key)

    def _drop_numbered(self, number: int) -> None:
        if (mark := self._presenter.mark_at(number)) is not None:
            self._drop(mark.key)

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

    def _on_kept(self, goes_on: bool, receipt: Kept) -> None:
        self._last_kept = receipt
        item = receipt.item
        self._tell_kept(receipt, ())
        self._look_for_earlier(receipt)
        self.kept.emit(receipt)
        if item.kind is ItemKind.QUESTION:
            self.question_kept.emit(receipt, goes_on)

    def _tell_kept(self, receipt: Kept, earlier: Sequence[int]) -> None:
        if self.isVisible():
            at = self.mapToGlobal(QPoint(self.width() // 2, self.height() + SPACE.s))
        else:
            at = QPoint(self.x() + self.width() // 2, self.y())
        said = self._kept_words.say(receipt, earlier, self.now(), self.language)
        self.notice.show_kept(said, self.tr("Undo"), self.undo, at)

    def _look_for_earlier(self, receipt: Kept) -> None:
        """Whether the same line was kept before; looked up after the commit, where nobody waits for it."""
        app = self._app

        def tell(earlier: list[int]) -> None:
            if earlier and self.notice.isVisible() and self._last_kept is receipt:
                self._tell_kept(receipt, earlier)

        if not receipt.is_spooled:
            self._tasks.submit(Lane.QUERY, lambda _: app.recalling.kept_before(receipt.item), owner=self, done=tell)

    def _on_failed(self, text: str, kind: ItemKind | None, error: Exception) -> None:
        """Neither store nor spool could take it: the text comes back, in front of what was typed since."""
        since = self.edit.full_text()
        self.edit.set_full_text(f"{text}\n{since}" if since else text)
        self._presenter.kind = kind
        self.open()
        if not isinstance(error, EmptyCapture):
            reason = wording.error_sentence(error, self.language)
            self._status.say(self.tr("Not kept yet: {reason}").format(reason=reason), tone="bad")
        self.trouble.emit(error)

    def _on_undone(self, kind: ItemKind, text: str) -> None:
        since = self.edit.full_text()
        self.edit.set_full_text(f"{text}\n{since}" if since else text)
        if kind in KIND_ICONS:
            self._presenter.kind = kind
        self.open()
        self._status.say(self.tr("Taken back"))
