"""Where everything lies: under SIDEMIND_HOME when it is set, else where this system keeps such files."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.domain.errors import StoreError, StoreFull, StoreReadOnly

NAME = "sidemind"
_LONGEST_SOCKET_PATH = 100  # sockaddr_un holds 108 bytes on Linux and 104 on macOS


@dataclass(frozen=True, slots=True)
class Paths:
    """Where everything lies. `models` is the list of the user's model files, not a folder of them."""

    data: Path
    config: Path
    state: Path
    cache: Path
    database: Path
    spool: Path
    drafts: Path
    question_draft: Path
    settings: Path
    models: Path
    backups: Path
    lock: Path
    socket: Path

    @classmethod
    def under(cls, home: Path, environ: Mapping[str, str] | None = None) -> Paths:
        """Everything under one folder, as with SIDEMIND_HOME."""
        home = home.absolute()
        return cls._in(home / "data", home / "config", home / "state", home / "cache", environ or os.environ)

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> Paths:
        """Under SIDEMIND_HOME when it is set, else where this system keeps such files."""
        environ = os.environ if environ is None else environ
        home = environ.get("SIDEMIND_HOME", "").strip()
        if home:
            return cls.under(Path(home).expanduser(), environ)
        import platformdirs  # noqa: PLC0415 - not paid for when SIDEMIND_HOME is set

        return cls._in(
            platformdirs.user_data_path(NAME, appauthor=False),
            platformdirs.user_config_path(NAME, appauthor=False),
            platformdirs.user_state_path(NAME, appauthor=False),
            platformdirs.user_cache_path(NAME, appauthor=False),
            environ,
        )

    @classmethod
    def _in(cls, data: Path, config: Path, state: Path, cache: Path, environ: Mapping[str, str]) -> Paths:
        return cls(
            data=data,
            config=config,
            state=state,
            cache=cache,
            database=data / "sidemind.db",
            spool=data / "spool.jsonl",
            drafts=state / "draft.json",
            question_draft=state / "question.json",
            settings=config / "settings.toml",
            models=data / "models.json",
            backups=data / "backups",
            lock=data / "owner.lock",
            socket=_socket_path(data, environ),
        )

    def create(self) -> None:
        """Make the folders, for this user alone. Raises `StoreReadOnly` or `StoreFull`."""
        for folder in (self.data, self.config, self.state, self.cache, self.socket.parent):
            try:
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                if folder.stat().st_mode & 0o077:
                    folder.chmod(0o700)
            except OSError as error:
                raise disk_error(error, folder) from error


def disk_error(error: OSError, path: Path) -> StoreError:
    """The error to raise when a file or folder of ours cannot be made."""
    is_full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    return (StoreFull if is_full else StoreReadOnly)(path=str(path))


def _socket_path(data: Path, environ: Mapping[str, str]) -> Path:
    near = data / "owner.sock"
    if len(os.fsencode(near)) <= _LONGEST_SOCKET_PATH:
        return near
    import hashlib  # noqa: PLC0415 - OpenSSL, for the rare long path only

    mark = hashlib.sha256(os.fsencode(data)).hexdigest()[:16]
    runtime = environ.get("XDG_RUNTIME_DIR", "")
    if runtime and len(os.fsencode(runtime)) <= _LONGEST_SOCKET_PATH - 40:
        return Path(runtime) / f"{NAME}-{mark}" / "owner.sock"
    return Path("/tmp") / f"{NAME}-{os.getuid()}-{mark}" / "owner.sock"  # noqa: S108 - a 0700 folder, its owner is checked


def system_locale(environ: Mapping[str, str] | None = None) -> str:
    """The locale of messages, as POSIX orders the variables that name it."""
    environ = os.environ if environ is None else environ
    return next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environ.get(name))), "")
