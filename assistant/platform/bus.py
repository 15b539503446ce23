# pyright: basic
"""A connection to a D-Bus bus that never waits longer than it is told.

One thread uses a link: it calls methods and takes the signals that arrived meanwhile. jeepney does the encoding;
its own blocking connection is not used because its greeting waits without limit for a bus that does not answer.
"""

from __future__ import annotations

import os
import socket
import time
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

try:
    from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, Parser, new_method_call
    from jeepney.auth import AuthenticationError
    from jeepney.bus import get_bus
    from jeepney.bus_messages import message_bus
    from jeepney.io.blocking import prep_socket
except ImportError:  # jeepney is a dependency on Linux alone: elsewhere there is no bus
    get_bus = None

_CHUNK_BYTES = 65_536


class BusGone(Exception):
    """There is no bus, it went away, it did not answer in time, or it refused a call."""


@dataclass(frozen=True, slots=True)
class Signal:
    """A signal that arrived."""

    interface: str
    member: str
    body: tuple[Any, ...]


class BusLink:
    """One connection, for one thread. Every method raises `BusGone` when the bus fails it."""

    def __init__(self, *, is_system: bool = False) -> None:
        """Nothing is opened before `open`."""
        self._is_system = is_system
        self._socket: socket.socket | None = None
        self._parser: Any = None
        self._serials = count(1)
        self._signals: deque[Signal] = deque()

    @property
    def is_open(self) -> bool:
        """Whether `open` succeeded and nothing failed since."""
        return self._socket is not None

    def open(self, timeout_s: float) -> None:
        """Connect and greet the bus."""
        if get_bus is None:
            raise BusGone("jeepney is not installed")
        deadline_s = time.monotonic() + timeout_s
        try:
            self._socket = prep_socket(_address(is_system=self._is_system, environ=os.environ), timeout=timeout_s)
        except (OSError, AuthenticationError, KeyError, ValueError, RuntimeError, StopIteration) as error:
            raise BusGone(str(error)) from error
        self._parser, self._serials = Parser(), count(1)
        self._signals.clear()
        self._call(message_bus.Hello(), deadline_s)

    def close(self) -> None:
        """Close the connection; `open` makes a new one."""
        if self._socket is not None:
            self._socket.close()
        self._socket = None

    def fileno(self) -> int:
        """For `select`: readable when something arrived."""
        if self._socket is None:
            raise BusGone("closed")
        return self._socket.fileno()

    def listen(self, interface: str, member: str, *, first_argument: str | None = None, timeout_s: float) -> None:
        """Ask the bus for the signals of this name."""
        rule = MatchRule(type="signal", interface=interface, member=member)
        if first_argument is not None:
            rule.add_arg_condition(0, first_argument)
        self._call(message_bus.AddMatch(rule), time.monotonic() + timeout_s)

    def call(
        self, name: str, path: str, method: str, signature: str, body: tuple[Any, ...], *, timeout_s: float
    ) -> tuple[Any, ...]:
        """Call a method of the interface that is called like its owner; the reply's values."""
        address = DBusAddress(path, bus_name=name, interface=name)
        message = new_method_call(address, method, signature or None, body)
        return self._call(message, time.monotonic() + timeout_s)

    def signals(self) -> list[Signal]:
        """Those that arrived and were not taken yet; does not wait."""
        try:
            while self._socket is not None:
                self._take(time.monotonic())
        except TimeoutError:
            pass
        return self.earlier_signals()

    def earlier_signals(self) -> list[Signal]:
        """Those that had arrived before the last reply and were not taken yet."""
        taken = list(self._signals)
        self._signals.clear()
        return taken

    def _call(self, message: Message, deadline_s: float) -> tuple[Any, ...]:
        serial = next(self._serials)
        try:
            self._send(message.serialise(serial=serial), deadline_s)
            while True:
                reply = self._take(deadline_s)
                if reply is not None and reply.header.fields.get(HeaderFields.reply_serial) == serial:
                    break
        except TimeoutError as error:
            raise BusGone("no answer in time") from error
        if reply.header.message_type is MessageType.error:
            raise BusGone(str(reply.header.fields.get(HeaderFields.error_name)))
        return reply.body

    def _send(self, data: bytes, deadline_s: float) -> None:
        if self._socket is None:
            raise BusGone("closed")
        self._socket.settimeout(max(0.001, deadline_s - time.monotonic()))
        try:
            self._socket.sendall(data)
        except TimeoutError:
            self.close()  # half a message may be out: this connection is of no more use
            raise
        except OSError as error:
            self.close()
            raise BusGone(str(error)) from error

    def _take(self, deadline_s: float) -> Message | None:
        """The next message if it is no signal (those are put aside). Raises TimeoutError at the deadline."""
        while (message := self._parser.get_next_message()) is None:
            self._parser.add_data(self._receive(deadline_s))
        if message.header.message_type is MessageType.signal:
            fields = message.header.fields
            self._signals.append(
                Signal(fields.get(HeaderFields.interface, ""), fields.get(HeaderFields.member, ""), tuple(message.body))
            )
            return None
        return message

    def _receive(self, deadline_s: float) -> bytes:
        if self._socket is None:
            raise BusGone("closed")
        left_s = deadline_s - time.monotonic()
        self._socket.settimeout(max(0.0, left_s))
        try:
            data = self._socket.recv(_CHUNK_BYTES)
        except (TimeoutError, BlockingIOError):
            raise TimeoutError from None
        except OSError as error:
            self.close()
            raise BusGone(str(error)) from error
        if not data:
            self.close()
            raise BusGone("the bus closed the connection")
        return data


def _address(*, is_system: bool, environ: Mapping[str, str]) -> str:
    if not is_system and not environ.get("DBUS_SESSION_BUS_ADDRESS"):
        usual = Path(environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}") / "bus"
        if not usual.is_socket():
            raise KeyError("DBUS_SESSION_BUS_ADDRESS")
        return str(usual)
    return str(get_bus("SYSTEM" if is_system else "SESSION")) if get_bus is not None else ""
