"""Log files of the desktop. They hold places in the code and kinds of errors, never what the user wrote."""

from __future__ import annotations

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

_SIZE_BYTES = 500_000


class _Reticent(logging.Formatter):
    """Leaves out the messages of exceptions: they may quote the user's text."""

    def formatException(  # noqa: N802 - logging's spelling
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        kind, error, _ = ei
        if kind is None or error is None:
            return ""
        return "".join(traceback.format_list(traceback.extract_tb(error.__traceback__))) + kind.__name__


def keep_records(folder: Path) -> None:
    """Write the log to `folder`; without one when the disk takes no file, for the program matters more."""
    path = folder / "sidemind.log"
    handler: logging.Handler
    try:
        handler = RotatingFileHandler(path, maxBytes=_SIZE_BYTES, backupCount=1, encoding="utf-8")
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(_Reticent("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.raiseExceptions = False  # a log that the disk refuses is no reason to print tracebacks
    logging.basicConfig(level=logging.INFO, handlers=[handler])
