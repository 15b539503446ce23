"""The main window: navigation on the left, one screen at a time, banners above it and toasts over it."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from contextlib import ExitStack, contextmanager
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from assistant.domain.changes import Changes
from assistant.ui import shortcuts
from assistant.ui.icons import app_icon
from assistant.ui.navigation import Navigation
from assistant.ui.state import WindowState
from assistant.ui.theme import SIZE, SPACE
from assistant.ui.toast import Toast
from assistant.ui.undo_key import redone_in_field
from assistant.ui.widgets import Banner
from assistant.ui.window_shape import fitting

if TYPE_CHECKING:
    from assistant.domain.action import Action
    from assistant.ui.broken_page import BrokenPage
    from assistant.ui.screen import Screen

_UNDO_MS = 8_000  # long enough to notice, read and reach for it
FIRST_SIZE = QSize(1080, 720)
SMALLEST = QSize(360, 320)  # half of a laptop's screen at 200 %
_WORDS_FROM = SIZE.navigation + SIZE.toast_width  # a narrower window has no room for words in the navigation


class Page(StrEnum):
    """The screens, in the order of the navigation."""

    CHAT = "chat"
    TODAY = "today"
    MEMORY = "memory"
    SETTINGS = "settings"


class MainWindow(QMainWindow):
    """Builds a screen when it is first shown and keeps its place and page between runs.

    `close_asked` is emitted instead of closing: whether the program may leave the screen is not the window's to know.
    """

    capture_asked = Signal()
    close_asked = Signal()
    quit_asked = Signal()
    first_painted = Signal()
    item_asked = Signal(str)
    settings_asked = Signal(str)
    trouble = Signal(object)

    def __init__(self, screens: Mapping[Page, Callable[[], Screen]], state: WindowState) -> None:
        """`screens` makes each page; it is told where to go by the window's signals."""
        super().__init__()
        self._make = screens
        self._state = state
        self._built: dict[Page, Screen] = {}
        self._page = Page.CHAT
        self._broken: BrokenPage | None = None
        self._is_painted = False
        self.may_close = False
        self.setWindowIcon(app_icon())
        self.navigation = Navigation([page.value for page in Page])
        self._stack = QStackedWidget()
        self._banner_area = QWidget()
        self._banners = QVBoxLayout(self._banner_area)
        self._banner: dict[str, Banner] = {}
        self.centre = self._build()
        self.toast = Toast(self.centre)
        self.toast.over = self._stack
        self._connect()
        self.retranslate()
        self.resize(fitting(self, FIRST_SIZE))
        state.place(self, "main")

    @property
    def page(self) -> Page:
        """The page in front."""
        return self._page

    def remembered_page(self) -> Page:
        """The page that was in front last time."""
        remembered = self._state.text("main/page")
        return Page(remembered) if remembered in set(Page) else Page.TODAY

    def page_screen(self, page: Page) -> Screen:
        """The screen of a page, built now if it was not yet."""
        built = self._built.get(page)
        if built is None:
            built = self._built[page] = self._make[page]()
            self._stack.addWidget(built)
            built.broken.connect(partial(self._break, page))
            built.told.connect(self.say)
            built.acted.connect(partial(self._offer_undo, built))
            built.trouble.connect(self.trouble)
            built.capture_asked.connect(self.capture_asked)
            built.item_asked.connect(self.item_asked)
            built.settings_asked.connect(self.settings_asked)
        return built

    def show_page(self, page: Page, *, focus: bool = True) -> Screen:
        """Bring a page to the front. When it fails, words about that stand in its place and the error goes on."""
        self._page = page
        self.navigation.choose(page)
        with self._watched(page):
            screen = self.page_screen(page)
            self._stack.setCurrentWidget(screen)
            self.toast.stand_on(screen.foot)
            screen.refresh(None)
            if focus:
                screen.focus_first()
        return screen

    def _go_to(self, page: str) -> None:
        self.show_page(Page(page))

    def show_frame(self, page: Page) -> None:
        """Show the window at once, with the page to come."""
        self._page = page
        self.navigation.choose(page)
        self._come_forward()

    def bring_up(self) -> None:
        """Show the window over others, from wherever it is, with the page of last time when there is none yet."""
        try:
            self._make_page()
        finally:
            self._come_forward()

    def _make_page(self) -> None:
        if not self._built:
            self.show_page(self.remembered_page(), focus=False)

    def _come_forward(self) -> None:
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def come_quietly(self) -> None:
        """Be on the screen without taking the focus: there is no other way in."""
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._make_page()
        self.show()
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=False)

    @property
    def screens(self) -> tuple[Screen, ...]:
        """Those that were built."""
        return tuple(self._built.values())

    def refresh(self, changes: Changes) -> None:
        """Tell the screen in front; the others refresh when they come to the front."""
        screen = self._built.get(self._page)
        if screen is not None:
            with self._watched(self._page):
                screen.refresh(changes)

    def say(self, text: str, *, action: str = "", on_action: Callable[[], None] | None = None) -> None:
        """A passing message; not when a banner says the same already."""
        if any(self.banner_text(key) == text for key in self._banner):
            return
        self.toast.show_message(text, action=action, on_action=on_action)

    def _offer_undo(self, screen: Screen, action: Action, words: str) -> None:
        self.toast.show_message(
            words, action=self.tr("Undo"), on_action=partial(screen.undo_action, action.number), timeout_ms=_UNDO_MS
        )

    def _undo(self) -> None:
        screen = self._built.get(self._page)
        if screen is not None:
            self.toast.hide()
            screen.undo_action()

    def _redo(self) -> None:
        screen = self._built.get(self._page)
        if screen is not None and not redone_in_field(self.focusWidget()):
            self.toast.hide()
            screen.redo_action()

    def show_banner(
        self, key: str, text: str, *, tone: str = "warn", action: str = "", on_action: Callable[[], None] | None = None
    ) -> None:
        """A message that stays; one per `key`."""
        banner = self._banner.get(key)
        if banner is None:
            banner = self._banner[key] = Banner(self.tr("Close this message"))
            banner.closed.connect(self._show_banner_area)
            self._banners.addWidget(banner)
        banner.show_message(text, tone=tone, action=action, on_action=on_action)
        self._show_banner_area()

    def hide_banner(self, key: str) -> None:
        """Take a message back."""
        banner = self._banner.get(key)
        if banner is not None:
            banner.hide()
            self._show_banner_area()

    def banner_text(self, key: str) -> str:
        """What stands in a banner; empty when it is not shown."""
        banner = self._banner.get(key)
        return banner.text() if banner is not None and not banner.isHidden() else ""

    def show_shortcuts(self) -> None:
        """The list of what keys do."""
        from assistant.ui.shortcuts_dialog import ShortcutsDialog  # noqa: PLC0415 - not needed for the first window

        ShortcutsDialog(self, self.navigation.hint).exec()

    def set_capture_hint(self, text: str) -> None:
        """The shortcut that works, under the capture button."""
        self.navigation.set_hint(text)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setWindowTitle(self.tr("Sidemind"))
        names = {
            Page.CHAT: self.tr("Chat"),
            Page.TODAY: self.tr("Today"),
            Page.MEMORY: self.tr("Memory"),
            Page.SETTINGS: self.tr("Settings"),
        }
        self.navigation.setAccessibleName(self.tr("Navigation"))
        self.navigation.set_words(
            {page: (names[page], keys.caps()[0]) for page, keys in zip(Page, _page_keys(), strict=True)},
            (self.tr("Capture"), self.tr("Keep a note, a task or a question (Ctrl+N)")),
            self.tr("Keyboard shortcuts (F1)"),
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            with ExitStack() as every:  # one that fails does not leave the others in the old language
                for screen in self._built.values():
                    every.callback(screen.retranslate)
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first; keep the place in any case."""
        self.keep_place()
        if self.may_close:
            super().closeEvent(event)
            return
        event.ignore()
        self.close_asked.emit()

    def keep_place(self) -> None:
        """Remember place and page."""
        self._state.keep_place(self, "main")
        self._state.keep_text("main/page", self._page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the toast in its place, and give a narrow window to its page."""
        super().resizeEvent(event)
        self.navigation.set_narrow(is_narrow=self.width() < _WORDS_FROM)
        self.toast.place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say once that the window is on the screen."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.first_painted.emit()

    @contextmanager
    def _watched(self, page: Page) -> Generator[None]:
        """Whatever goes wrong inside is this page's trouble alone; the error itself goes on to the crash watch."""
        is_well = False
        try:
            yield
            is_well = True
        finally:
            if not is_well:
                self._break(page)

    def _break(self, page: Page) -> None:
        """Drop a screen that failed; the next look at its page builds it anew."""
        screen = self._built.pop(page, None)
        if screen is not None:
            self._stack.removeWidget(screen)
            screen.hide()
            screen.deleteLater()
        if page is not self._page:
            return
        if self._broken is None:
            from assistant.ui.broken_page import BrokenPage  # noqa: PLC0415 - hardly ever needed

            self._broken = BrokenPage()
            self._broken.again.connect(lambda: self.show_page(self._page))
            self._stack.addWidget(self._broken)
        self._stack.setCurrentWidget(self._broken)

    def _show_banner_area(self) -> None:
        self._banner_area.setVisible(any(not banner.isHidden() for banner in self._banner.values()))

    def _build(self) -> QWidget:
        centre = QWidget()
        centre.setProperty("role", "page")
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        column = QVBoxLayout()
        column.setSpacing(0)
        self._banners.setContentsMargins(SPACE.l, SPACE.l, SPACE.l, 0)
        self._banners.setSpacing(SPACE.s)
        self._banner_area.hide()
        column.addWidget(self._banner_area)
        column.addWidget(self._stack, 1)
        row.addLayout(column, 1)
        self.setCentralWidget(centre)
        self.setMinimumSize(SMALLEST)
        return centre

    def _connect(self) -> None:
        for page, keys in zip(Page, _page_keys(), strict=True):
            shortcuts.bind(self, keys, partial(self.show_page, page))
        self.navigation.page_asked.connect(self._go_to)
        self.navigation.capture_asked.connect(self.capture_asked)
        self.navigation.keys_asked.connect(self.show_shortcuts)
        shortcuts.bind(self, shortcuts.CAPTURE, self.capture_asked.emit)
        shortcuts.bind(self, shortcuts.UNDO, self._undo)
        shortcuts.bind(self, shortcuts.REDO, self._redo)
        shortcuts.bind(self, shortcuts.HELP, self.show_shortcuts)
        shortcuts.bind(self, shortcuts.QUIT, self.quit_asked.emit)
        shortcuts.bind(self, shortcuts.CLOSE, self.close)


def _page_keys() -> list[shortcuts.Keys]:
    """The key of each page, in the order of `Page`."""
    return [shortcuts.Keys((key,)) for key in shortcuts.PAGES.keys]
