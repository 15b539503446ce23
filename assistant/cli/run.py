"""Carries out one command over an app: for this process, or, in the owner, for another one."""

from __future__ import annotations

import argparse
import logging
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.app import App
from assistant.cli import (
    care_commands,
    intention_commands,
    item_commands,
    list_commands,
    remind_commands,
    text_commands,
)
from assistant.cli.call import Call
from assistant.cli.output import Outcome, plain
from assistant.cli.parser import HelpShown, parse
from assistant.cli.phrases import phrase
from assistant.domain.errors import AssistantError, StoreError, UsageError
from assistant.domain.item import Language
from assistant.domain.job import Cancelled, Job
from assistant.language.wording import error_sentence, interface_language

_log = logging.getLogger(__name__)

_COMMANDS: Mapping[str, Callable[[Call], Outcome]] = {
    "capture": text_commands.capture,
    "ask": text_commands.ask,
    "search": text_commands.search,
    "mind": list_commands.mind,
    "digest": list_commands.digest,
    "today": item_commands.today,
    "done": item_commands.done,
    "later": item_commands.later,
    "aside": item_commands.aside,
    "forget": item_commands.forget,
    "trash": item_commands.trash,
    "undo": item_commands.undo,
    "redo": item_commands.redo,
    "remind": remind_commands.remind,
    "intentions": intention_commands.intentions,
    "models": care_commands.models,
    "export": care_commands.export,
    "doctor": care_commands.doctor,
}
_BY_MEANING = {"ask", "search"}
_ENCODED_FIRST = 2_048  # passages that may get their vectors before an answer, in about 0.2 s
_READ_DERIVED = {"ask", "search", "mind", "digest", "today", "remind", "intentions", "export"}


@dataclass(frozen=True, slots=True)
class Request:
    """A command line and where it was typed. `stdin` is None when nothing was piped in."""

    argv: Sequence[str]
    stdin: str | None = None
    folder: str = "/"
    locale: str = ""
    is_terminal: bool = False
    mark: str = ""

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Request:
        """The request another process sent."""
        return cls(
            argv=[str(word) for word in data["argv"]],
            stdin=data.get("stdin"),
            folder=str(data.get("folder", "/")),
            locale=str(data.get("locale", "")),
            is_terminal=bool(data.get("is_terminal", False)),
            mark=str(data.get("mark", "")),
        )


def run_command(
    app: App, request: Request, *, emit: Callable[[str], None] | None = None, job: Job | None = None
) -> Outcome:
    """Carry out a data command. Every error becomes one sentence on stderr and a status that is not 0."""
    language = interface_language(app.current_settings().language, request.locale)
    try:
        arguments = parse(request.argv, language)
        call = Call(
            app=app,
            arguments=arguments,
            language=language,
            folder=Path(request.folder),
            stdin=request.stdin,
            is_terminal=request.is_terminal,
            emit=emit or (lambda _: None),
            job=job or Job(),
            mark=request.mark,
        )
        return _run(call, arguments)
    except HelpShown as shown:
        return Outcome(stdout=str(shown))
    except AssistantError as error:
        return failure(error, language)
    except Cancelled:
        return Outcome(status=130, stderr=phrase("stopped", language) + "\n")
    except Exception as error:  # noqa: BLE001 - the border of the command line: a bug of ours, said in one sentence
        return unexpected(error, language, app.paths.state / "errors.log")


def _run(call: Call, arguments: argparse.Namespace) -> Outcome:
    command = _COMMANDS.get(arguments.command)
    if command is None:
        raise UsageError(reason=arguments.command)
    if arguments.command in _READ_DERIVED:
        call.app.catch_up(call.job)
    if arguments.command in _BY_MEANING:
        with suppress(StoreError):  # a full disk is no reason to find nothing
            call.app.encoding.catch_up(call.job, most=_ENCODED_FIRST)
    return command(call)


def failure(error: AssistantError, language: Language) -> Outcome:
    """An error the user can do something about, in one sentence."""
    usage = error.facts.get("usage")
    tail = f"{usage}\n" if usage else ""
    sentence = plain(error_sentence(error, language))  # it may hold what was typed, or the name of a file
    return Outcome(status=2 if isinstance(error, UsageError) else 1, stderr=f"sidemind: {sentence}\n{tail}")


def unexpected(error: Exception, language: Language, log: Path) -> Outcome:
    """A bug of ours: the traceback goes to a log file, without the user's text; the user gets one sentence."""
    frames = "".join(traceback.format_list(traceback.extract_tb(error.__traceback__)))
    try:
        log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8", errors="backslashreplace") as out:
            out.write(f"{type(error).__name__}\n{frames}\n")
    except OSError:
        _log.warning("could not write %s", log)
    sentence = phrase("unexpected", language, what=type(error).__name__, log=log)
    return Outcome(status=70, stderr=f"sidemind: {sentence}\n")
