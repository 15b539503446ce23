"""A private D-Bus bus and a small notification server on it, for tests of what goes over the bus."""

from __future__ import annotations

import os
import selectors
import subprocess
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jeepney import DBusAddress, HeaderFields, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, prep_socket

NOTIFICATIONS = "org.freedesktop.Notifications"
_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={path}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class PrivateBus:
    """A bus with nothing on it: no service is ever started by itself."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "bus"
        self.address = f"unix:path={self.path}"
        self._config = folder / "bus.conf"
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        self._config.write_text(_CONFIG.format(path=self.path))
        command = ["dbus-daemon", f"--config-file={self._config}", "--nofork", "--nopidfile", "--print-address=1"]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert self._process.stdout is not None
        assert self._process.stdout.readline().startswith("unix:"), "the bus did not start"

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait(timeout=10)
            assert self._process.stdout is not None
            self._process.stdout.close()
        self._process = None
        self.path.unlink(missing_ok=True)


@dataclass
class Notification:
    """What `Notify` was called with."""

    number: int
    app_name: str
    summary: str
    body: str
    actions: list[str]
    hints: dict[str, Any]
    expire: int
    signature: str
    sender: str


@dataclass
class NotificationServer:
    """Takes notifications, and presses their buttons when told. With `is_silent` it takes calls and never answers."""

    bus_path: Path
    capabilities: tuple[str, ...] = ("actions", "body", "body-markup", "persistence")
    is_silent: bool = False
    name: str = "test server"
    to_sender_alone: bool = False  # as dunst and gnome-shell do: a button is told to who showed it
    shown: list[Notification] = field(default_factory=list)
    closed: list[int] = field(default_factory=list)
    changed: threading.Condition = field(default_factory=threading.Condition)

    def start(self) -> None:
        self._connection = DBusConnection(prep_socket(str(self.bus_path)))
        self._connection.bus_proxy.RequestName(NOTIFICATIONS)
        self._bell_read, self._bell_write = os.pipe()
        self._outbox: list[Any] = []
        self._thread = threading.Thread(target=self._run, name="notification server")
        self._thread.start()

    def stop(self) -> None:
        os.write(self._bell_write, b"x")
        self._thread.join(timeout=10)
        self._connection.close()
        os.close(self._bell_read)
        os.close(self._bell_write)

    def press(self, number: int, key: str) -> None:
        """The user presses a button; the server says so and closes the notification."""
        self._tell(number, "ActionInvoked", "us", key)
        self.wave_away(number)

    def wave_away(self, number: int) -> None:
        """The user closes a notification without an answer."""
        self._tell(number, "NotificationClosed", "uu", 2)
        os.write(self._bell_write, b"s")

    def _tell(self, number: int, member: str, signature: str, what: str | int) -> None:
        address = DBusAddress("/org/freedesktop/Notifications", interface=NOTIFICATIONS)
        signal = new_signal(address, member, signature, (number, what))
        if self.to_sender_alone:
            signal.header.fields[HeaderFields.destination] = self.shown[number - 1].sender
        self._outbox.append(signal)

    def wait_for(self, condition: Callable[[], bool], timeout_s: float = 10) -> bool:
        with self.changed:
            return self.changed.wait_for(condition, timeout_s)

    def _run(self) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(self._connection.sock, selectors.EVENT_READ)
            selector.register(self._bell_read, selectors.EVENT_READ)
            while True:
                for key, _ in selector.select():
                    if key.fileobj == self._bell_read and not self._send():
                        return
                self._take()

    def _send(self) -> bool:
        is_end = b"x" in os.read(self._bell_read, 64)
        while self._outbox:
            self._connection.send(self._outbox.pop(0))
        return not is_end

    def _take(self) -> None:
        while True:
            try:
                message = self._connection.receive(timeout=0)
            except TimeoutError:
                return
            if message.header.message_type is MessageType.method_call and not self.is_silent:
                self._answer(message)

    def _answer(self, message: Any) -> None:
        method = message.header.fields.get(HeaderFields.member)
        if method == "GetCapabilities":
            self._connection.send(new_method_return(message, "as", (list(self.capabilities),)))
        elif method == "Notify":
            app_name, _, _, summary, body, actions, hints, expire = message.body
            number = len(self.shown) + 1
            signature = message.header.fields.get(HeaderFields.signature)
            sender = message.header.fields.get(HeaderFields.sender)
            with self.changed:
                self.shown.append(
                    Notification(number, app_name, summary, body, actions, dict(hints), expire, signature, sender)
                )
                self.changed.notify_all()
            self._connection.send(new_method_return(message, "u", (number,)))
        elif method == "GetServerInformation":
            self._connection.send(new_method_return(message, "ssss", (self.name, "tests", "1", "1.2")))
        elif method == "CloseNotification":
            with self.changed:
                self.closed.append(message.body[0])
                self.changed.notify_all()
            self._connection.send(new_method_return(message))
        else:
            self._connection.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))


@dataclass
class SleepAnnouncer:
    """Plays logind: says that the machine goes to sleep and wakes."""

    bus_path: Path

    def start(self) -> None:
        self._connection = DBusConnection(prep_socket(str(self.bus_path)))

    def stop(self) -> None:
        self._connection.close()

    def say(self, *, is_going_to_sleep: bool) -> None:
        address = DBusAddress("/org/freedesktop/login1", interface="org.freedesktop.login1.Manager")
        self._connection.send(new_signal(address, "PrepareForSleep", "b", (is_going_to_sleep,)))

    def round_trip(self) -> None:
        """Return when the bus has passed on what was said before."""
        self._connection.send_and_get_reply(message_bus.GetId())
