"""What the windows remember of themselves: place, page, explanations already given. Nothing the user wrote."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QWidget


class WindowState:
    """A small INI file in the state folder."""

    def __init__(self, folder: Path) -> None:
        """`folder` must exist; a file that cannot be read or written only means that nothing is remembered."""
        self._settings = QSettings(str(folder / "windows.ini"), QSettings.Format.IniFormat)

    def place(self, window: QWidget, name: str) -> bool:
        """Put a window where it was; False when its place is not known."""
        geometry = self._settings.value(f"{name}/geometry")
        return isinstance(geometry, QByteArray) and window.restoreGeometry(geometry)

    def keep_place(self, window: QWidget, name: str) -> None:
        """Remember where a window is."""
        self._settings.setValue(f"{name}/geometry", window.saveGeometry())

    def text(self, key: str, default: str = "") -> str:
        """A remembered word."""
        value = self._settings.value(key, default)
        return value if isinstance(value, str) else default

    def keep_text(self, key: str, value: str) -> None:
        """Remember a word."""
        self._settings.setValue(key, value)

    def number(self, key: str) -> int:
        """A remembered number, 0 when there is none."""
        text = self.text(key, "0")
        return int(text) if text.isascii() and text.isdigit() else 0

    def first_time(self, key: str) -> bool:
        """True once per profile: the moment to explain something."""
        if self.text(f"told/{key}"):
            return False
        self.keep_text(f"told/{key}", "yes")
        return True

    def save(self) -> None:
        """Write what is remembered."""
        self._settings.sync()
