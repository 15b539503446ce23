# pyright: basic
"""The one place that knows sqlcipher3. No second SQLite library ever touches the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from assistant.store.connection import Connection

_sqlite: Any = dbapi2

SqliteError: type[Exception] = _sqlite.Error
"""What a connection raises; `sqlite_errorcode` is SQLite's (extended) result code."""

SQLITE_VERSION: tuple[int, ...] = _sqlite.sqlite_version_info

NO_TEXT = "Could not decode to UTF-8"
"""How the driver begins to say that a text column holds what is no text; it has no code for that."""

BUSY_TIMEOUT_S = 5.0
"""How long a statement waits for another process before it is an error."""

_PRAGMAS = (
    "cipher_log_level = NONE",  # SQLCipher writes a line per damaged page to standard error
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "synchronous = FULL",  # NORMAL loses acknowledged commits at a power cut
    "foreign_keys = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "wal_autocheckpoint = 8000",  # 32 MB; `Database.tidy` does it earlier, where nobody waits
    "journal_size_limit = 33554432",
)


def connect(path: Path) -> Connection:
    """A connection in autocommit mode with our settings.

    `check_same_thread` is off only so that `Database.close()` may close what other threads opened.
    """
    connection = _sqlite.connect(str(path), timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False)
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except UnicodeDecodeError as error:  # the message quotes the damaged schema
        connection.close()
        raise _sqlite.DatabaseError(NO_TEXT) from error
    except BaseException:
        connection.close()
        raise
    return connection


def copy_pages(source: Connection, target: Connection) -> None:
    """Copy a whole database in one step, as it is at one instant (SQLite's online backup)."""
    reader: Any = source
    reader.backup(target)
