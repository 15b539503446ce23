"""What the Settings screen asks of the program around the windows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from assistant.platform.hotkey import HotkeyState


class ShellPort(Protocol):
    """The parts of the shell that a user can try out in Settings."""

    @property
    def shortcut_state(self) -> HotkeyState:
        """Which way the global shortcut works now."""
        ...

    def await_shortcut(self, on_press: Callable[[], None] | None) -> None:
        """Have the next press of the shortcut call `on_press` (UI thread) besides what it does; None ends that."""
        ...

    def sweep_soon(self) -> None:
        """Look for due reminders now, and at the next deadline: one was just made."""
        ...
