"""Desktop notifications with buttons that work (org.freedesktop.Notifications, specification 1.3).

A thread of its own holds the connection, because buttons are pressed at any time. Callers hand it a request and wait
for at most a second; a request that was not sent by then is withdrawn, and another surface shows the reminder.

What is on the screen outlives this process. The specification has a server tell everybody of a pressed button, so a
later process that knows the server's number of a notification can carry it out: `Screen` keeps the numbers.
"""

from __future__ import annotations

import logging
import selectors
import socket
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from html import escape
from typing import TYPE_CHECKING, NamedTuple, cast

from assistant.domain.errors import AssistantError
from assistant.domain.reminder import DueReminder, LeftOnScreen, Notice, OnScreen
from assistant.platform.bus import BusGone, BusLink, Signal

if TYPE_CHECKING:
    from assistant.domain.ports import Screen

_log = logging.getLogger(__name__)

_NAME = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_BUS = "org.freedesktop.DBus"
_BUS_PATH = "/org/freedesktop/DBus"
_TELL_SENDER_ALONE = frozenset({"dunst", "gnome-shell"})
"""Servers that address a pressed button to the caller of Notify, against the specification: dunst's `src/dbus.c`
(emit_signal to `dbus_client`), gnome-shell's `notificationDaemon.js` (emitSignalToDestination)."""
_PATIENCE_S = 0.9  # what a caller waits; the specification of ours is one second
_CALL_S = 0.7  # what the thread gives a request, so that its answer is there before the caller goes
_JOIN_S = 1.5
_NEVER_EXPIRES = 0  # a reminder stays until it is answered
_NORMAL_URGENCY = 1
_BODY_LENGTH = 1500
_TITLE_LENGTH = 200
_CRITICAL_URGENCY = 2
_SOUND = "message-new-instant"  # of the freedesktop sound naming specification
_NO_MARKUP = str.maketrans({"<": "‹", ">": "›"})
_CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127), " ")

OnAction = Callable[[str, str], None]
"""Called on the notifier's thread with an occurrence id and the key of the pressed button; "open" for a click."""


class _Shown(NamedTuple):
    """A notification on the screen: the reminder it tells of and its item; no item for a group, but its first."""

    occurrence_id: str
    item_id: str


class DesktopNotifier:
    """Shows reminders through the desktop's notification server, when there is one."""

    def __init__(
        self,
        on_action: OnAction,
        screen: Screen | None = None,
        *,
        app_name: str = "Sidemind",
        desktop_entry: str = "sidemind",
    ) -> None:
        """Nothing is connected before the first use. `desktop_entry` is the .desktop file's name without its ending.

        Without a `screen` the buttons of this process end with it.
        """
        self._on_action = on_action
        self._screen = screen
        self._server = ""  # this run of this server; the thread's own, as all that follows
        self._hears_buttons = True
        self._notes: deque[Callable[[Screen], None]] = deque()  # what `screen` is told when no caller waits
        self._app_name = app_name
        self._desktop_entry = desktop_entry
        self._link = BusLink()
        self._shown: dict[int, _Shown] = {}  # by notification id; the thread's own
        self._pressed: deque[tuple[str, str]] = deque()  # buttons to carry out: occurrence id, action
        self._requests: deque[_Request] = deque()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._bell: socket.socket | None = None  # the thread sleeps on one end, callers ring the other
        self._ring: socket.socket | None = None
        self._is_closed = False
        self._plays_sounds = False

    @property
    def is_available(self) -> bool:
        """Whether a notification server answers now. Waits for at most a second."""
        return self._ask(_Request(self._answers))

    @property
    def plays_sounds(self) -> bool:
        """Whether the server that took the last notification can play a sound by itself."""
        return self._plays_sounds

    def show(self, reminder: DueReminder, notice: Notice) -> bool:
        """Show in place of what is on the screen of the same item; False when no server took it within a second."""
        shown = _Shown(reminder.occurrence.id, "" if notice.is_group else reminder.item.id)
        return self._ask(_Request(lambda deadline_s: self._notify(shown, notice, deadline_s)))

    def withdraw(self, occurrence_id: str) -> None:
        """Take an answered reminder off the screen, if this process has put it there."""
        with self._lock:
            if self._thread is None:
                return  # nothing was shown: no bus is opened for this
        self._ask(_Request(lambda deadline_s: self._withdraw(occurrence_id, deadline_s)))

    def resume(self) -> LeftOnScreen:
        """Answer for what an earlier process left on the screen. Raises `StoreError`."""
        rows = [] if self._screen is None else self._screen.rows()
        if not rows or not self._ask(_Request(lambda deadline_s: self._adopt(rows, deadline_s))):
            return LeftOnScreen()  # nothing is left, and no bus is opened for it; or no server answers
        here = self._server
        mine = tuple(row.occurrence_id for row in rows if row.server == here and row.item_id)
        return LeftOnScreen(mine, self._hears_buttons)

    def close(self) -> None:
        """End the thread. What is on the screen stays there."""
        with self._lock:
            self._is_closed = True
            thread = self._thread
        self._wake()
        if thread is not None and thread is not threading.current_thread():
            thread.join(_JOIN_S)

    # The callers' side

    def _ask(self, request: _Request) -> bool:
        if threading.current_thread() is self._thread:
            return self._carry_out(request)  # a button's action shows something: this thread cannot wait for itself
        with self._lock:
            if self._is_closed:
                return False
            if self._thread is None or not self._thread.is_alive():
                self._bell, self._ring = socket.socketpair()
                self._bell.setblocking(False)
                self._ring.setblocking(False)
                self._thread = threading.Thread(
                    target=self._run, args=(self._bell, self._ring), name="notifications", daemon=True
                )
                self._thread.start()
            self._requests.append(request)
        self._wake()
        return request.answer()

    def _wake(self) -> None:
        if self._ring is None:
            return
        try:
            self._ring.send(b"!")
        except OSError:
            return  # it has been rung often enough already, or the thread is gone

    # The thread's side

    def _run(self, bell: socket.socket, ring: socket.socket) -> None:
        with bell, ring:
            try:
                while not self._is_closed:
                    self._wait(bell)
                    self._serve()
                    self._write_down()
                    self._hear()
                    self._write_down()
            finally:
                self._link.close()

    def _wait(self, bell: socket.socket) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(bell, selectors.EVENT_READ)
            if self._link.is_open:
                selector.register(self._link.fileno(), selectors.EVENT_READ)
            selector.select()
        try:
            while bell.recv(64):
                pass
        except BlockingIOError:
            return

    def _serve(self) -> None:
        while self._requests:
            request = self._requests.popleft()
            if request.begin():
                request.finish(is_shown=self._carry_out(request))

    def _carry_out(self, request: _Request) -> bool:
        try:
            return request.work(time.monotonic() + _CALL_S)
        except BusGone as error:
            _log.info("no notification: %s", error)
            return False

    def _write_down(self) -> None:
        while self._notes:
            note = self._notes.popleft()
            try:
                if self._screen is not None:
                    note(self._screen)
            except AssistantError as error:  # its buttons end with this process, as they would without a store
                _log.warning("a notification is not remembered: %s", type(error).__name__)

    def _connect(self, deadline_s: float) -> None:
        if self._link.is_open:
            return
        self._forget_server()
        try:
            self._link.open(deadline_s - time.monotonic())
            for interface, member, first in (
                (_NAME, "ActionInvoked", None),
                (_NAME, "NotificationClosed", None),
                ("org.freedesktop.DBus", "NameOwnerChanged", _NAME),
            ):
                self._link.listen(interface, member, first_argument=first, timeout_s=deadline_s - time.monotonic())
        except BusGone:
            self._link.close()  # half a set-up would never hear a button
            raise

    def _call(self, method: str, signature: str, body: tuple[object, ...], deadline_s: float) -> tuple[object, ...]:
        self._connect(deadline_s)
        return self._link.call(
            _NAME, _PATH, method, signature, body, timeout_s=max(0.01, deadline_s - time.monotonic())
        )

    def _capabilities(self, deadline_s: float) -> frozenset[str]:
        (names,) = self._call("GetCapabilities", "", (), deadline_s)
        return frozenset(cast("list[str]", names))

    def _forget_server(self) -> None:
        self._shown.clear()
        self._server = ""

    def _identify(self, deadline_s: float) -> None:
        """Which run of which server this is: unique names are never used twice on a bus, and a bus has an id."""
        if self._server:
            return
        self._connect(deadline_s)
        found: list[str] = []
        for method, signature, body in (("GetId", "", ()), ("GetNameOwner", "s", (_NAME,))):
            left_s = max(0.01, deadline_s - time.monotonic())
            (value,) = self._link.call(_BUS, _BUS_PATH, method, signature, body, timeout_s=left_s)
            found.append(str(value))
        self._server = " ".join(found)

    def _adopt(self, rows: Sequence[OnScreen], deadline_s: float) -> bool:
        name = str(self._call("GetServerInformation", "", (), deadline_s)[0])
        self._hears_buttons = name.casefold() not in _TELL_SENDER_ALONE
        self._identify(deadline_s)
        for row in rows:
            if row.server == self._server:
                self._shown[row.number] = _Shown(row.occurrence_id, row.item_id)
        return True

    def _remember(self, number: int, shown: _Shown, deadline_s: float) -> None:
        if self._screen is None:
            return
        try:
            self._identify(deadline_s)
        except BusGone as error:
            _log.info("a notification is not remembered: %s", error)
            return
        row = OnScreen(self._server, number, shown.occurrence_id, shown.item_id)
        self._notes.append(lambda screen: screen.add(row))

    def _is_gone(self, number: int) -> bool:
        """Note that a notification has left the screen; False when it was none of ours."""
        is_ours = self._shown.pop(number, None) is not None
        if is_ours and self._server:
            server = self._server
            self._notes.append(lambda screen: screen.remove(server, [number]))
        return is_ours

    def _answers(self, deadline_s: float) -> bool:
        self._capabilities(deadline_s)
        return True

    def _notify(self, shown: _Shown, notice: Notice, deadline_s: float) -> bool:
        can = self._capabilities(deadline_s)
        self._plays_sounds = "sound" in can
        is_heard = bool(notice.buttons) or notice.is_group
        pairs = [("default", self._app_name), *notice.buttons] if is_heard else []
        actions = [part for pair in pairs for part in pair] if "actions" in can else []
        hints: dict[str, tuple[str, object]] = {
            "desktop-entry": ("s", self._desktop_entry),
            "urgency": ("y", _CRITICAL_URGENCY if notice.is_urgent else _NORMAL_URGENCY),
        }
        hints |= {"sound-name": ("s", _SOUND)} if notice.has_sound else {"suppress-sound": ("b", True)}
        text = _plain(notice.body, _BODY_LENGTH)
        text = escape(text, quote=False) if "body-markup" in can else text.translate(_NO_MARKUP)
        values = (
            self._app_name,
            0,
            "sidemind",
            _plain(notice.title, _TITLE_LENGTH),
            text,
            actions,
            hints,
            _NEVER_EXPIRES,
        )
        (number,) = self._call("Notify", "susssasa{sv}i", values, deadline_s)
        for signal in self._link.earlier_signals():
            self._heed(signal)  # what came before the reply cannot mean the new number
        earlier = [other for other, each in self._shown.items() if each.item_id and each.item_id == shown.item_id]
        self._shown[cast("int", number)] = shown
        if is_heard:
            self._remember(cast("int", number), shown, deadline_s)
        try:
            self._take_down(earlier, deadline_s)
        except BusGone as error:  # the new one is there; an old one beside it answers just the same
            _log.info("an earlier notification stays: %s", error)
        return True

    def _withdraw(self, occurrence_id: str, deadline_s: float) -> bool:
        numbers = [
            number for number, each in self._shown.items() if each.item_id and each.occurrence_id == occurrence_id
        ]
        self._take_down(numbers, deadline_s)
        return bool(numbers)

    def _take_down(self, numbers: Sequence[int], deadline_s: float) -> None:
        for number in numbers:
            self._is_gone(number)
            self._call("CloseNotification", "u", (number,), deadline_s)

    def _hear(self) -> None:
        """Take note of all signals and carry out the buttons; an action may show something and so bring new ones."""
        while True:
            try:
                for signal in self._link.signals():
                    self._heed(signal)
            except BusGone as error:
                _log.info("the notification bus went away: %s", error)
                self._forget_server()
            if not self._pressed:
                return
            occurrence_id, action = self._pressed.popleft()
            try:
                self._on_action(occurrence_id, action)
            except AssistantError as error:
                _log.warning("a button could not be carried out: %s", type(error).__name__)

    def _heed(self, signal: Signal) -> None:
        """Take note of a signal; buttons are carried out later, when no caller waits."""
        if signal.member == "NameOwnerChanged":
            self._forget_server()  # another server counts its notifications anew: old numbers mean nothing now
            self._notes.append(lambda screen: screen.clear())
        elif signal.interface == _NAME and signal.member == "NotificationClosed":
            self._is_gone(signal.body[0])
        elif signal.interface == _NAME and signal.member == "ActionInvoked":
            number, key = signal.body[:2]
            if number in self._shown:
                self._pressed.append((self._shown[number].occurrence_id, "open" if key == "default" else key))


class _Request:
    """Something to do on the thread, and its answer, which the caller does not await for ever."""

    def __init__(self, work: Callable[[float], bool]) -> None:
        self.work = work
        self._future: Future[bool] = Future()

    def answer(self) -> bool:
        """The answer; False when it is not there in time, and then the request is withdrawn if it can be."""
        try:
            return self._future.result(_PATIENCE_S)
        except TimeoutError:
            return False if self._future.cancel() else self._late_answer()

    def _late_answer(self) -> bool:
        return self._future.result() if self._future.done() else False

    def begin(self) -> bool:
        """False when the caller has withdrawn it."""
        return self._future.set_running_or_notify_cancel()

    def finish(self, *, is_shown: bool) -> None:
        """Give the answer."""
        self._future.set_result(is_shown)


def _plain(text: str, length: int) -> str:
    """A text that D-Bus can carry: no NUL, no lone surrogates, not too long."""
    cut = text if len(text) <= length else text[: length - 1] + "…"
    return cut.translate(_CONTROLS).encode("utf-8", "replace").decode("utf-8")
