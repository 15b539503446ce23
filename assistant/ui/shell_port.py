"""What the Settings screen asks of the program around the windows."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance

from assistant.platform.hotkey import HotkeyState


class ShellPort(Protocol):
    """The parts of the shell that a user can change or try out in Settings."""

    @property
    def shortcut_state(self) -> HotkeyState:
        """Which way the global shortcut works now."""
        ...

    @property
    def shortcut_changed(self) -> SignalInstance:
        """Emitted when `shortcut_state` may be another one."""
        ...

    @property
    def capture_opened(self) -> SignalInstance:
        """Emitted when the capture window was opened, by the shortcut or otherwise."""
        ...

    def apply_shortcut(self) -> None:
        """Grab the shortcut of the settings; `shortcut_changed` follows."""
        ...
