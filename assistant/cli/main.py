"""The command line of this process: parses, hands over to a running desktop or does it itself, and prints."""

from __future__ import annotations

import argparse
import locale
import os
import signal
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from types import FrameType

from assistant.app import build
from assistant.cli.input_text import decode
from assistant.cli.output import Outcome
from assistant.cli.parser import HelpShown, parse
from assistant.cli.phrases import phrase
from assistant.domain.errors import AssistantError, OwnerUnreachable
from assistant.domain.item import Language
from assistant.domain.job import Job
from assistant.domain.settings import LanguageChoice
from assistant.language.choice import interface_language
from assistant.paths import Paths
from assistant.platform import doorbell
from assistant.platform.owner import is_held

_STARTING_S = 3.0  # how long a process that holds the store may take until it answers
_ANSWER_S = 30.0
_CAPTURE_S = 5.0  # then the text goes to the spool: somebody waits to be told that it is kept
_LONG = {"ask", "models", "export", "doctor"}  # may take as long as they take, from an owner that is awake


def main(argv: Sequence[str], asked: dict[str, object] | None = None) -> int:
    """Carry out `argv`; the exit status. `asked` is the request for it that an owner may have taken."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        outcome = _outcome(list(argv), asked)
        sys.stdout.write(outcome.stdout)
        sys.stdout.flush()
        sys.stderr.write(outcome.stderr)
    except BrokenPipeError:  # the reader went away, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except KeyboardInterrupt:
        return 130
    return outcome.status


def _outcome(argv: list[str], asked: dict[str, object] | None) -> Outcome:
    request = asked or doorbell.request_for(argv, None, os.environ)
    language = interface_language(LanguageChoice.SYSTEM, str(request["locale"]))
    paths = Paths.from_environment()
    try:
        arguments = parse(argv, language)
        if arguments.command == "gui":
            from assistant.cli import desktop  # noqa: PLC0415 - the only way from here to Qt

            return desktop.start(paths, arguments.start)
        if arguments.command == "demo":
            from assistant.cli import demo  # noqa: PLC0415 - likewise

            return demo.play(arguments.folder)
        paths.create()
        return _with_input(paths, arguments, request, language)
    except HelpShown as shown:
        return Outcome(stdout=str(shown))
    except Exception as error:  # noqa: BLE001 - the border of the command line
        return failed(error)


def failed(error: Exception) -> Outcome:
    """One sentence about what ended a command; a bug is written down as well."""
    from assistant.cli.run import failure, unexpected  # noqa: PLC0415 - the first window does not wait for it

    if isinstance(error, AssistantError):
        return failure(error, system_language())
    return unexpected(error, system_language(), Paths.from_environment().state / "errors.log")


def _with_input(paths: Paths, arguments: argparse.Namespace, request: dict[str, object], language: Language) -> Outcome:
    """Carry out with what was piped in; says so when that was not UTF-8."""
    data = _piped_in(arguments, language)
    if data is None:
        return _carry_out(paths, arguments, request)
    request["stdin"], encoding = decode(data, locale.getencoding())
    outcome = _carry_out(paths, arguments, request)
    if encoding is None:
        return outcome
    about = phrase("input.encoding", language, encoding=encoding.upper()) if encoding else ""
    return replace(outcome, stderr=f"{about or phrase('input.no_text', language)}\n{outcome.stderr}")


def _piped_in(arguments: argparse.Namespace, language: Language) -> bytes | None:
    """Standard input when the command takes a text and was given none."""
    words = getattr(arguments, "text", None)
    if arguments.command not in ("capture", "ask") or (words and words != ["-"]):
        return None
    if sys.stdin is None or (sys.stdin.isatty() and not words and arguments.command == "ask"):
        return None
    if sys.stdin.isatty():
        sys.stderr.write(phrase("capture.typing", language) + "\n")
    return sys.stdin.buffer.read()


def _carry_out(paths: Paths, arguments: argparse.Namespace, request: dict[str, object]) -> Outcome:
    if not getattr(arguments, "watch", False) and "unanswered" not in request:
        answer = _ask_owner(paths, arguments, request)
        if answer is not None:
            return answer
    is_capture = arguments.command == "capture"
    if is_held(paths.lock) and not is_capture and arguments.command != "doctor":
        raise OwnerUnreachable(path=str(paths.database))
    return _do_it_here(paths, request, is_store_held=is_capture and is_held(paths.lock))


def _ask_owner(paths: Paths, arguments: argparse.Namespace, request: dict[str, object]) -> Outcome | None:
    """The running desktop's outcome; None when there is none, or it does not answer."""
    until = time.monotonic() + _STARTING_S
    is_long = arguments.command in _LONG or getattr(arguments, "rehearse", False)
    answer_s = _CAPTURE_S if arguments.command == "capture" else _ANSWER_S
    while True:
        try:
            if is_long:  # whether it is awake at all: an answer that is waited for without end must not be for nobody
                doorbell.ask(str(paths.socket), {**request, "argv": ["gui", "--background"]}, answer_s=_CAPTURE_S)
            answer = doorbell.ask(
                str(paths.socket),
                request,
                answer_s=None if is_long else answer_s,
                on_piece=_print_now,
            )
        except doorbell.FellSilent:
            return None
        except doorbell.NobodyAnswers:
            if not is_held(paths.lock) or time.monotonic() > until:
                return None
            time.sleep(0.05)  # the owner is starting: between two looks, for at most _STARTING_S
        else:
            return Outcome(int(answer["status"]), str(answer["stdout"]), str(answer["stderr"]))


def _print_now(piece: str) -> None:
    sys.stdout.write(piece)
    sys.stdout.flush()


def _do_it_here(paths: Paths, request: dict[str, object], *, is_store_held: bool) -> Outcome:
    from assistant.cli.run import Request, run_command  # noqa: PLC0415 - not needed to hand a request over

    app = build(paths, is_store_held=is_store_held)
    job = Job()

    def stop(number: int, frame: FrameType | None) -> None:
        """The first Ctrl+C stops the work and keeps what is written; the second ends the process."""
        del number, frame
        signal.signal(signal.SIGINT, signal.default_int_handler)
        job.cancel()

    signal.signal(signal.SIGINT, stop)
    try:
        return run_command(app, Request.of(request), emit=_print_now, job=job)
    finally:
        app.close()


def system_language() -> Language:
    """The language this process speaks when no setting says otherwise."""
    return interface_language(LanguageChoice.SYSTEM, str(doorbell.request_for([], None, os.environ)["locale"]))
