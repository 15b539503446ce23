"""`sidemind` and `python -m assistant`.

The environment is set before any library is imported: onnxruntime sends telemetry unless it is told not to by a
variable that exists before its import. A capture, or a call for a window, that a running desktop can take is handed
over from here, with almost nothing imported: that is what a key bound to `sidemind gui --capture` waits for.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_QUIET = {
    "ORT_DISABLE_TELEMETRY": "1",
    "HF_HUB_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "DO_NOT_TRACK": "1",
    "OPENBLAS_NUM_THREADS": "1",  # our products take a millisecond; waking a second thread for one took ten
    "GGML_NO_BACKTRACE": "1",  # a debugger must not be attached to a process that holds private text
}
_QUICK = ("capture", "gui")
_VIEWS: dict[tuple[str, ...], str] = {
    (): "main",
    ("--capture",): "capture",
    ("--today",): "today",
    ("--background",): "background",
}
_SLOW_WORDS = ("-h", "--help", "--background")


def main() -> int:
    """Run the program; its exit status."""
    os.umask(0o077)
    os.environ.update(_QUIET)
    arguments = sys.argv[1:]
    request = None
    if arguments and arguments[0] in _QUICK and not any(word in _SLOW_WORDS for word in arguments):
        status, request = _hand_over(arguments)
        if status is not None:
            return status
    if arguments and arguments[0] == "gui" and tuple(arguments[1:]) in _VIEWS:
        return _start_desktop(_VIEWS[tuple(arguments[1:])])
    from assistant.cli.main import main as run  # noqa: PLC0415 - not needed when a running desktop takes the request

    return run(arguments, request)


def _start_desktop(view: str) -> int:
    """Start the desktop without the parser: the first window does not wait for help texts."""
    from assistant.cli import desktop  # noqa: PLC0415
    from assistant.paths import Paths  # noqa: PLC0415

    try:
        outcome = desktop.start(Paths.from_environment(), view)
    except Exception as error:  # noqa: BLE001 - the border of the command line
        from assistant.cli.main import failed  # noqa: PLC0415 - only a failure needs its words

        outcome = failed(error)
    sys.stdout.write(outcome.stdout)
    sys.stderr.write(outcome.stderr)
    return outcome.status


def _hand_over(arguments: list[str]) -> tuple[int | None, dict[str, Any] | None]:
    """Let a running desktop do it: its status, or None when there is none or input must be read first.

    The second is the request that a desktop may have taken.
    """
    if arguments[0] == "capture" and (len(arguments) < 2 or arguments[1].startswith("-")):
        return None, None  # the text may be on standard input
    from assistant.paths import Paths  # noqa: PLC0415
    from assistant.platform import doorbell  # noqa: PLC0415

    path = str(Paths.from_environment().socket)
    if not os.path.exists(path):  # noqa: PTH110
        return None, None
    request = doorbell.request_for(arguments, None, os.environ)
    try:
        answer = doorbell.ask(path, request, answer_s=5)
    except doorbell.FellSilent:
        return None, {**request, "unanswered": True}
    except doorbell.NobodyAnswers:
        return None, request  # it may have died after it kept the text: under the same mark it is kept once
    sys.stdout.write(answer["stdout"])
    sys.stderr.write(answer["stderr"])
    return int(answer["status"]), None


if __name__ == "__main__":
    sys.exit(main())
