"""The settings file: TOML that a person may edit. What we do not know is kept; what is wrong is reported."""

from __future__ import annotations

import dataclasses
import re
import threading
from pathlib import Path

from assistant.domain.errors import SettingsError, SettingsUnreadable
from assistant.domain.settings import Settings
from assistant.store.files import locked, make_private_folder, write_whole
from assistant.store.settings_values import checked, parsed, replaced

VERSION = 1
_VERSION_KEY = "version"
_LONGEST_LINE = 60  # characters of a line that is told


class SettingsFile:
    """The options in force. Safe to share between threads."""

    def __init__(self, path: Path) -> None:
        """`path` need not exist; the defaults hold then."""
        self._path = path
        self._lock = threading.RLock()
        self._current: Settings | None = None
        self._problems: tuple[SettingsError, ...] = ()

    @property
    def path(self) -> Path:
        """Where the file is or will be."""
        return self._path

    @property
    def current(self) -> Settings:
        """The options in force; the first call reads the file."""
        with self._lock:
            return self._current if self._current is not None else self.load()

    @property
    def problems(self) -> tuple[SettingsError, ...]:
        """What was wrong in the file when it was read last; the defaults hold in those places."""
        with self._lock:
            return self._problems

    def load(self) -> Settings:
        """Read the file again. Never raises: what cannot be used is in `problems`."""
        values, problems = _read(self._path)
        known: dict[str, object] = {}
        for option in dataclasses.fields(Settings):
            if option.name not in values:
                continue
            try:
                known[option.name] = checked(option.name, values[option.name])
            except SettingsError as error:
                problems.append(error)
        with self._lock:
            self._current = replaced(Settings(), known)
            self._problems = tuple(problems)
            return self._current

    def save(self, settings: Settings) -> None:
        """Make these the options in force. Only what differs is written, so that what another process chose stays.

        Unknown keys, comments and options at rest stay as they are.

        Raises:
            SettingsError: a value is out of range; nothing is written.
            StoreError: the file cannot be written.
        """
        with self._lock:
            before = self.current
            changed = {
                option.name: checked(option.name, getattr(settings, option.name))
                for option in dataclasses.fields(Settings)
                if getattr(settings, option.name) != getattr(before, option.name)
            }
            if changed:
                make_private_folder(self._path.parent)
                with locked(self._path.with_name(f".{self._path.name}.lock")):
                    self._merge({_VERSION_KEY: VERSION, **changed})
                self.load()

    def set(self, name: str, text_value: str) -> Settings:
        """Change one option given as text. Raises `SettingsError`, `StoreError`."""
        self.save(replaced(self.current, {name: parsed(name, text_value)}))
        return self.current

    def _merge(self, values: dict[str, object]) -> None:
        """Write the values into what the file holds; a file that is no TOML is kept under another name."""
        from assistant.store.toml_text import merged  # noqa: PLC0415 - tomlkit is slow to import; capturing only reads

        before = _bytes(self._path)
        if before and _parsed_toml(before) is None:
            write_whole(self._path.with_name(f"{self._path.name}.damaged"), before)
            before = b""
        write_whole(self._path, merged(before, values))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _parsed_toml(data: bytes) -> dict[str, object] | None:
    if not data:
        return {}
    import tomllib  # noqa: PLC0415 - without a settings file nobody waits for it

    try:
        return tomllib.loads(data.decode())
    except ValueError:
        return None


def _read(path: Path) -> tuple[dict[str, object], list[SettingsError]]:
    data = _bytes(path)
    values = _parsed_toml(data)
    if values is None:
        line, text = _unreadable_line(data)
        return {}, [SettingsUnreadable(name=path.name, line=line, text=text)]
    return values, []


def _unreadable_line(data: bytes) -> tuple[int, str]:
    """Where a file that is no TOML goes wrong: the line, from 1, and what stands there, shortened."""
    import tomllib  # noqa: PLC0415 - as above

    lines = data.decode(errors="replace").rstrip().split("\n")
    number = len(lines)
    try:
        tomllib.loads(data.decode())
    except UnicodeDecodeError as error:
        number = data.count(b"\n", 0, error.start) + 1
    except ValueError as error:  # only the message says where; without a line it is the end of the file
        found = re.search(r"at line (\d+)", str(error))
        number = int(found[1]) if found else number
    number = min(number, len(lines))
    shown = "".join(each if each.isprintable() else "\ufffd" for each in lines[number - 1].strip())
    return number, shown[:_LONGEST_LINE]
