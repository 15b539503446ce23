"""The icon in the system tray. The windows may be hidden only while it is really there."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from assistant.ui.icons import app_icon, icon

_RETRY_MS = 5_000
_RETRIES = 6  # a tray that starts after us comes within 30 s (KeePassXC waits as long, design paper 5)


class Tray(QObject):
    """Icon and menu; waits for a tray that comes late."""

    capture_asked = Signal()
    open_asked = Signal()
    today_asked = Signal()
    pause_asked = Signal(bool)
    quit_asked = Signal()
    appeared = Signal()
    gave_up = Signal()
    message_clicked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """The icon appears as soon as there is a tray."""
        super().__init__(parent)
        self._icon = QSystemTrayIcon(app_icon(), self)
        self._menu = QMenu()
        self._capture = self._entry(self.capture_asked)
        self._open = self._entry(self.open_asked)
        self._today = self._entry(self.today_asked)
        self._menu.addSeparator()
        self._pause = QAction(self._menu)
        self._pause.triggered.connect(lambda: self.pause_asked.emit(not self._is_paused))
        self._menu.addAction(self._pause)
        self._menu.addSeparator()
        self._quit = self._entry(self.quit_asked)
        self._is_paused = False
        self._until = ""
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._on_activated)
        self._icon.messageClicked.connect(self.message_clicked)
        self._tries = 0
        self._retry = QTimer(self)
        self._retry.setInterval(_RETRY_MS)
        self._retry.timeout.connect(self._try)
        self.retranslate()

    @property
    def is_visible(self) -> bool:
        """Whether the user can reach the icon now. Nothing else is a licence to hide the last window."""
        return QSystemTrayIcon.isSystemTrayAvailable() and self._icon.isVisible()

    @property
    def is_waited_for(self) -> bool:
        """Whether a tray may still come: the session has only just begun."""
        return self._retry.isActive()

    @property
    def menu(self) -> QMenu:
        """The menu, for tests and for desktops that show it elsewhere."""
        return self._menu

    def start(self) -> None:
        """Show the icon, now or when the tray has come."""
        self._tries = 0
        self._try()
        if not self.is_visible:
            self._retry.start()

    def check(self) -> bool:
        """Look again, cheaply, whether the icon is there; shows it when a tray has come meanwhile."""
        if QSystemTrayIcon.isSystemTrayAvailable() and not self._icon.isVisible():
            self._show()
        if self.is_visible:
            self._retry.stop()
        return self.is_visible

    def say(self, title: str, text: str) -> bool:
        """A message from the icon, when there is no notification server. False when it cannot."""
        if not (self.is_visible and QSystemTrayIcon.supportsMessages()):
            return False
        self._icon.showMessage(title, text, app_icon(), 15_000)
        return True

    def set_paused(self, *, is_paused: bool, until: str = "") -> None:
        """Show whether reminders are paused; `until` is a clock time."""
        self._is_paused = is_paused
        self._until = until
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._capture.setText(self.tr("Capture"))
        self._open.setText(self.tr("Open Sidemind"))
        self._today.setText(self.tr("Today"))
        self._quit.setText(self.tr("Quit"))
        if self._is_paused:
            self._pause.setText(self.tr("Resume reminders"))
            self._icon.setToolTip(self.tr("Sidemind: reminders paused until {time}").format(time=self._until))
        else:
            self._pause.setText(self.tr("Pause reminders for an hour"))
            self._icon.setToolTip(self.tr("Sidemind"))
        self.tint()

    def tint(self) -> None:
        """Draw the menu's icons in the colours in force."""
        for action, name in (
            (self._capture, "capture"),
            (self._open, "open"),
            (self._today, "today"),
            (self._pause, "bell" if self._is_paused else "bell-off"),
            (self._quit, "quit"),
        ):
            action.setIcon(icon(name, "muted"))

    def close(self) -> None:
        """Take the icon away."""
        self._retry.stop()
        self._icon.hide()
        self._menu.deleteLater()

    def _entry(self, signal: object) -> QAction:
        action = QAction(self._menu)
        action.triggered.connect(signal)
        self._menu.addAction(action)
        return action

    def _try(self) -> None:
        self._tries += 1
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._show()
        if self.is_visible:
            self._retry.stop()
        elif self._tries > _RETRIES:
            self._retry.stop()
            self.gave_up.emit()

    def _show(self) -> None:
        self._icon.show()
        if self.is_visible:
            self._retry.stop()
            self.appeared.emit()

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.open_asked.emit()
        elif reason is QSystemTrayIcon.ActivationReason.MiddleClick:
            self.capture_asked.emit()
