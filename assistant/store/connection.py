"""What the store's code may ask of a connection; the real one comes from sqlcipher3, which has no types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol

Row = tuple[Any, ...]


class Cursor(Protocol):
    """The rows of one statement."""

    @property
    def rowcount(self) -> int:
        """Rows changed by an INSERT, UPDATE or DELETE."""
        ...

    @property
    def lastrowid(self) -> int:
        """Number of the row inserted last."""
        ...

    def fetchone(self) -> Row | None:
        """The next row, None after the last."""
        ...

    def fetchall(self) -> list[Row]:
        """All rows that are left."""
        ...

    def __iter__(self) -> Iterator[Row]:
        """The rows, one after another."""
        ...


class Connection(Protocol):
    """One thread's connection, in autocommit mode: transactions are opened by `Database` alone."""

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        ...

    def execute(self, sql: str, parameters: Sequence[object] = (), /) -> Cursor:
        """Run one statement."""
        ...

    def executemany(self, sql: str, parameters: Iterable[Sequence[object]], /) -> Cursor:
        """Run one statement once per row of parameters."""
        ...

    def close(self) -> None:
        """Close it; the last one to close empties the WAL into the file."""
        ...
