"""The key grab on a real X server."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator

import pytest

from assistant.platform.hotkey import Hotkey, HotkeyState

pytestmark = [
    pytest.mark.desktop,
    pytest.mark.skipif(
        not os.environ.get("DISPLAY") or shutil.which("xdotool") is None, reason="needs an X server and xdotool"
    ),
]


class Presses:
    """Counts, and can be waited for."""

    def __init__(self) -> None:
        self.count = 0
        self._changed = threading.Condition()

    def add(self) -> None:
        with self._changed:
            self.count += 1
            self._changed.notify_all()

    def reach(self, count: int) -> bool:
        with self._changed:
            return self._changed.wait_for(lambda: self.count >= count, timeout=5)


@pytest.fixture
def presses() -> Presses:
    return Presses()


@pytest.fixture
def hotkey(presses: Presses) -> Iterator[Hotkey]:
    made = Hotkey(presses.add)
    yield made
    made.close()


def press(keys: str) -> None:
    subprocess.run(["xdotool", "key", keys], check=True)


def test_the_key_works_over_every_program(hotkey: Hotkey, presses: Presses) -> None:
    assert hotkey.set("Ctrl+Alt+J") is HotkeyState.ACTIVE
    press("ctrl+alt+j")
    assert presses.reach(1)


@pytest.mark.parametrize("lock", ["Num_Lock", "Caps_Lock"])
def test_the_key_works_with_a_lock_on(hotkey: Hotkey, presses: Presses, lock: str) -> None:
    hotkey.set("Ctrl+Alt+K")
    press(lock)
    try:
        press("ctrl+alt+k")
        assert presses.reach(1)
    finally:
        press(lock)


def test_a_key_that_another_program_has_is_told_as_taken(hotkey: Hotkey, presses: Presses) -> None:
    first = Hotkey(lambda: None)
    assert first.set("Ctrl+Alt+L") is HotkeyState.ACTIVE
    assert hotkey.set("Ctrl+Alt+L") is HotkeyState.TAKEN
    first.close()
    assert hotkey.set("Ctrl+Alt+L") is HotkeyState.ACTIVE
    press("ctrl+alt+l")
    assert presses.reach(1)


def test_another_key_replaces_the_one_before(hotkey: Hotkey, presses: Presses) -> None:
    hotkey.set("Ctrl+Alt+U")
    hotkey.set("Ctrl+Alt+Y")
    press("ctrl+alt+u")
    press("ctrl+alt+y")
    assert presses.reach(1)
    assert presses.count == 1


def test_closing_is_quick_and_lets_the_key_go(hotkey: Hotkey) -> None:
    hotkey.set("Ctrl+Alt+O")
    begun = time.monotonic()
    hotkey.close()
    assert time.monotonic() - begun < 10
    other = Hotkey(lambda: None)
    assert other.set("Ctrl+Alt+O") is HotkeyState.ACTIVE
    other.close()


def test_a_key_no_keyboard_has_is_told_as_invalid(hotkey: Hotkey) -> None:
    assert hotkey.set("Ctrl+nonsense") is HotkeyState.INVALID
