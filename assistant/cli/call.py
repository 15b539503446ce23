"""One command being carried out: what it may use and where its output goes."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from assistant.app import App
from assistant.cli.phrases import phrase
from assistant.domain.errors import UsageError
from assistant.domain.identity import numbered_id
from assistant.domain.item import Language
from assistant.domain.job import Job


def _nowhere(_: str) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Call:
    """A parsed command line over an app.

    `stdin` is the text piped in (None: nothing was). `folder` is where the user stands, which is not this process's
    folder when another process asked. `emit` prints a piece at once; it is used only when `is_terminal`. `mark` names
    what the request keeps: carried out twice, it is kept once.
    """

    app: App
    arguments: argparse.Namespace
    language: Language
    folder: Path
    stdin: str | None = None
    is_terminal: bool = False
    emit: Callable[[str], None] = _nowhere
    job: Job = field(default_factory=Job)
    mark: str = ""

    @property
    def is_json(self) -> bool:
        """Whether data is wanted as JSON."""
        return bool(getattr(self.arguments, "is_json", False))

    @property
    def now(self) -> datetime:
        """Now, in the user's zone."""
        return self.app.clock.local()

    def text(self) -> str:
        """The text given as arguments, else the one piped in. Raises `UsageError` when there is neither."""
        words: list[str] = self.arguments.text
        if words and words != ["-"]:
            return " ".join(words)
        if self.stdin is None:
            raise UsageError(reason=phrase("need_text", self.language))
        return self.stdin.removesuffix("\n").removesuffix("\r")

    def item_id(self, number: int) -> str | None:
        """The id of the request's n-th capture, the same whoever carries the request out; None without a mark."""
        at_ms, _, random_part = self.mark.partition("-")
        try:
            return numbered_id(int(at_ms), int(random_part, 16) + number)
        except ValueError:
            return None

    def path(self, given: str) -> Path:
        """A path as the user meant it."""
        return self.folder / Path(given).expanduser()
