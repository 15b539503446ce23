"""Reading a shortcut, and where one can be grabbed at all."""

from __future__ import annotations

import pytest

from assistant.platform.hotkey import Combination, Hotkey, HotkeyState, is_supported, parse_shortcut


@pytest.mark.parametrize(
    ("text", "key", "modifiers"),
    [
        ("Ctrl+Alt+Space", "space", ("Control", "Mod1")),
        ("ctrl + shift + K", "k", ("Control", "Shift")),
        ("Meta+N", "n", ("Mod4",)),
        ("F9", "F9", ()),
        ("Shift+F12", "F12", ("Shift",)),
        ("Ctrl+Return", "Return", ("Control",)),
        ("Alt+-", "minus", ("Mod1",)),
        ("Ctrl+Ctrl+Del", "Delete", ("Control",)),
    ],
)
def test_a_combination_is_read(text: str, key: str, modifiers: tuple[str, ...]) -> None:
    assert parse_shortcut(text) == Combination(key, modifiers)


@pytest.mark.parametrize("text", ["", "A", "Shift+A", "Ctrl", "Ctrl+Alt", "Ctrl+A+B", "+", "Space"])
def test_what_would_swallow_ordinary_typing_is_refused(text: str) -> None:
    assert parse_shortcut(text) is None


@pytest.mark.parametrize(
    ("environ", "supported"),
    [
        ({"DISPLAY": ":0"}, True),
        ({"DISPLAY": ":0", "XDG_SESSION_TYPE": "x11"}, True),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, False),
        ({"DISPLAY": ":0", "XDG_SESSION_TYPE": "wayland"}, False),
        ({}, False),
    ],
)
def test_keys_are_grabbed_only_from_a_desktop_that_is_x11(environ: dict[str, str], supported: bool) -> None:
    assert is_supported(environ) is supported


def test_wayland_is_told_as_unsupported() -> None:
    hotkey = Hotkey(lambda: None, {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"})
    assert hotkey.set("Ctrl+Alt+Space") is HotkeyState.UNSUPPORTED
    assert hotkey.set("Ctrl+Alt+Space", is_enabled=False) is HotkeyState.OFF
    assert hotkey.state is HotkeyState.OFF
