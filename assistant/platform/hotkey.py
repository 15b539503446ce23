# pyright: basic
"""One global shortcut: a key grab of our own on X11; elsewhere the words for what the user can bind himself.

The grab lives in a thread with its own connection to the X server. The thread waits in `select` for the server or
for the other end of a socket pair, so it costs nothing while no key is pressed and ends at once.
"""

from __future__ import annotations

import logging
import os
import select
import socket
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

_log = logging.getLogger(__name__)

CAPTURE_COMMAND = "sidemind gui --capture"
_ANSWER_S = 15.0  # a desktop that starts on a busy machine took more than 3 s, and then had no shortcut for good
_END_S = 3.0
_REPEAT_MS = 250  # a held key repeats; one press is one capture

_MODIFIERS = {"ctrl": "Control", "alt": "Mod1", "shift": "Shift", "meta": "Mod4", "super": "Mod4", "win": "Mod4"}
_KEYSYMS = {
    "space": "space",
    "return": "Return",
    "enter": "KP_Enter",
    "tab": "Tab",
    "esc": "Escape",
    "escape": "Escape",
    "backspace": "BackSpace",
    "ins": "Insert",
    "del": "Delete",
    "pgup": "Prior",
    "pgdown": "Next",
    "home": "Home",
    "end": "End",
    "left": "Left",
    "right": "Right",
    "up": "Up",
    "down": "Down",
    "print": "Print",
    "pause": "Pause",
    ".": "period",
    ",": "comma",
    ";": "semicolon",
    "'": "apostrophe",
    "/": "slash",
    "\\": "backslash",
    "-": "minus",
    "=": "equal",
    "`": "grave",
    "[": "bracketleft",
    "]": "bracketright",
}


class HotkeyState(StrEnum):
    """Whether the shortcut works, and if not, why."""

    OFF = "off"  # switched off in the settings
    ACTIVE = "active"
    TAKEN = "taken"  # another program has it
    INVALID = "invalid"  # no modifier, or no such key on this keyboard
    UNSUPPORTED = "unsupported"  # Wayland, or no X server: bind CAPTURE_COMMAND in the desktop's settings


@dataclass(frozen=True, slots=True)
class Combination:
    """A key with its modifiers, in X11's names."""

    key: str
    modifiers: tuple[str, ...]


def parse_shortcut(text: str) -> Combination | None:
    """Read "Ctrl+Alt+Space" (Qt's portable spelling). None when it has no modifier or no key."""
    parts = [part.strip().casefold() for part in text.split("+")]
    modifiers = tuple(dict.fromkeys(_MODIFIERS[part] for part in parts if part in _MODIFIERS))
    keys = [part for part in parts if part and part not in _MODIFIERS]
    is_function_key = len(keys) == 1 and keys[0][0] == "f" and keys[0][1:].isdigit()
    if len(keys) != 1 or not (set(modifiers) - {"Shift"} or is_function_key):
        return None
    name = _KEYSYMS.get(keys[0], keys[0].upper() if is_function_key else keys[0])
    return Combination(name, modifiers)


def is_supported(environ: Mapping[str, str] | None = None) -> bool:
    """Whether keys can be grabbed here: an X server that is the desktop itself, not one inside Wayland."""
    environ = os.environ if environ is None else environ
    is_wayland = bool(environ.get("WAYLAND_DISPLAY")) or environ.get("XDG_SESSION_TYPE") == "wayland"
    return bool(environ.get("DISPLAY")) and not is_wayland


class Hotkey:
    """Grabs one combination at a time; `set` may be called again at any time."""

    def __init__(self, on_press: Callable[[], None], environ: Mapping[str, str] | None = None) -> None:
        """`on_press` is called on the hotkey's own thread. Nothing is grabbed before `set`."""
        self._on_press = on_press
        self._environ = environ
        self._grab: _Grab | None = None
        self._state = HotkeyState.OFF

    @property
    def state(self) -> HotkeyState:
        """Whether the shortcut works."""
        return self._state

    def set(self, shortcut: str, *, is_enabled: bool = True) -> HotkeyState:
        """Grab this combination instead of the one before; blocks for a few milliseconds."""
        self.close()
        self._state = self._start(shortcut) if is_enabled else HotkeyState.OFF
        return self._state

    def close(self) -> None:
        """Let the key go."""
        grab, self._grab = self._grab, None
        if grab is not None:
            grab.close()
        self._state = HotkeyState.OFF

    def _start(self, shortcut: str) -> HotkeyState:
        if not is_supported(self._environ):
            return HotkeyState.UNSUPPORTED
        combination = parse_shortcut(shortcut)
        if combination is None:
            return HotkeyState.INVALID
        grab = _Grab(combination, self._on_press)
        state = grab.start()
        if state is HotkeyState.ACTIVE:
            self._grab = grab
        else:
            grab.close()
        return state


class _Grab:
    """The thread that holds one grab."""

    def __init__(self, combination: Combination, on_press: Callable[[], None]) -> None:
        self._combination = combination
        self._on_press = on_press
        self._bell, self._ring = socket.socketpair()
        self._is_answered = threading.Event()
        self._state = HotkeyState.UNSUPPORTED
        self._thread = threading.Thread(target=self._run, name="hotkey", daemon=True)

    def start(self) -> HotkeyState:
        self._thread.start()
        self._is_answered.wait(_ANSWER_S)
        return self._state

    def close(self) -> None:
        self._ring.close()
        if self._thread is not threading.current_thread():
            self._thread.join(_END_S)

    def _run(self) -> None:
        from Xlib import error  # noqa: PLC0415 - 20 ms that only a desktop with an X server needs to spend
        from Xlib.display import Display  # noqa: PLC0415

        try:
            display = Display()
        except (error.DisplayError, OSError) as problem:
            _log.info("no X server for the shortcut: %s", problem)
            self._is_answered.set()
            return
        try:
            self._state = self._take(display)
            self._is_answered.set()
            if self._state is HotkeyState.ACTIVE:
                self._wait(display)
        except (error.ConnectionClosedError, OSError) as problem:
            _log.info("the X server went away: %s", problem)
        finally:
            self._is_answered.set()
            self._bell.close()
            try:
                display.close()
            except (error.ConnectionClosedError, OSError) as problem:
                _log.debug("closing the X connection: %s", problem)

    def _take(self, display) -> HotkeyState:  # noqa: ANN001 - python-xlib has no types
        from Xlib import XK, X, error  # noqa: PLC0415

        keysym = XK.string_to_keysym(self._combination.key)
        keycode = display.keysym_to_keycode(keysym) if keysym else 0
        if not keycode:
            return HotkeyState.INVALID
        mask = 0
        for name in self._combination.modifiers:
            mask |= getattr(X, f"{name}Mask")
        root = display.screen().root
        for locks in _lock_masks(display):
            refused = error.CatchError(error.BadAccess)
            root.grab_key(keycode, mask | locks, False, X.GrabModeAsync, X.GrabModeAsync, onerror=refused)
            display.sync()
            if refused.get_error() is not None:
                root.ungrab_key(X.AnyKey, X.AnyModifier)
                display.sync()
                return HotkeyState.TAKEN
        return HotkeyState.ACTIVE

    def _wait(self, display) -> None:  # noqa: ANN001
        from Xlib import X  # noqa: PLC0415

        last_ms = -_REPEAT_MS
        while True:
            while display.pending_events():
                event = display.next_event()
                if event.type == X.MappingNotify:
                    display.refresh_keyboard_mapping(event)
                elif event.type == X.KeyPress:
                    if event.time - last_ms >= _REPEAT_MS:
                        self._on_press()
                    last_ms = event.time
            ready, _, _ = select.select([display.fileno(), self._bell], [], [])
            if self._bell in ready:
                return


def _lock_masks(display) -> list[int]:  # noqa: ANN001
    """Every combination of CapsLock, NumLock and ScrollLock: X11 takes each for a different shortcut."""
    from Xlib import XK, X  # noqa: PLC0415

    locks = [X.LockMask]
    codes = {display.keysym_to_keycode(XK.string_to_keysym(name)) for name in ("Num_Lock", "Scroll_Lock")} - {0}
    for index, keycodes in enumerate(display.get_modifier_mapping()):
        if codes & set(keycodes) and (1 << index) not in locks:
            locks.append(1 << index)
    masks = [0]
    for lock in locks:
        masks += [mask | lock for mask in masks]
    return masks
