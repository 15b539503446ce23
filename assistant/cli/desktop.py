"""The `gui` command: becomes the owner of the store and starts the desktop, or shows the one that runs."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from typing import Any

from assistant.app import App, build
from assistant.cli.output import Outcome
from assistant.domain.errors import AssistantError, DesktopUnavailable, OwnerUnreachable, StoreError
from assistant.domain.job import Cancelled, Job
from assistant.paths import Paths, disk_error, system_locale
from assistant.platform import doorbell
from assistant.platform.display import has_screen, why_no_window
from assistant.platform.owner import Owner

_STARTS = {"--capture": "capture", "--today": "today", "--background": ""}
_ANSWER_S = 20.0  # it may be starting on a machine that is busy with other things


def start(paths: Paths, view: str) -> Outcome:
    """Run the desktop until it quits. Raises `DesktopUnavailable`, `OwnerUnreachable` or `StoreError`.

    With a screen the latter two are told in a window instead: whoever starts it from a menu sees no terminal.
    """
    try:
        return _run(paths, view)
    except (OwnerUnreachable, StoreError) as error:
        if not has_screen():
            raise
        return _tell_in_a_window(error)


def _tell_in_a_window(error: AssistantError) -> Outcome:
    from assistant.cli.phrases import phrase  # noqa: PLC0415 - only a failure needs its words
    from assistant.cli.run import failure  # noqa: PLC0415 - likewise
    from assistant.domain.settings import LanguageChoice  # noqa: PLC0415 - likewise
    from assistant.language.choice import interface_language  # noqa: PLC0415 - likewise
    from assistant.language.wording import error_sentence  # noqa: PLC0415 - likewise
    from assistant.ui.trouble import show_trouble  # noqa: PLC0415 - likewise

    language = interface_language(LanguageChoice.SYSTEM, system_locale())
    outcome = failure(error, language)
    sys.stderr.write(outcome.stderr)  # first: the window stays until somebody closes it
    sys.stderr.flush()
    show_trouble(phrase("gui.trouble", language), error_sentence(error, language), phrase("gui.close", language))
    return Outcome(outcome.status)


def _run(paths: Paths, view: str) -> Outcome:
    paths.create()
    owner = Owner(paths.lock, paths.socket)
    try:
        is_owner = owner.acquire()
    except OSError as error:
        raise disk_error(error, paths.lock) from error
    if not is_owner:
        argv = ["gui"] if view == "main" else ["gui", f"--{view}"]
        request = doorbell.request_for(argv, None, os.environ)
        try:
            answer = doorbell.ask(str(paths.socket), request, answer_s=_ANSWER_S)
        except doorbell.NobodyAnswers:
            raise OwnerUnreachable(path=str(paths.database)) from None
        return Outcome(int(answer["status"]), str(answer["stdout"]), str(answer["stderr"]))
    missing = why_no_window()
    if missing is not None:
        owner.close()
        raise DesktopUnavailable(reason=missing)
    app = build(paths)
    try:
        owner.serve(Reception(app))
    except OSError as error:
        raise disk_error(error, paths.socket) from error
    from assistant.ui.main import run  # noqa: PLC0415 - Qt is loaded by this command alone

    status = run(app, start=view, when_up=partial(_keep_records, paths))
    owner.close()
    app.close()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)  # Qt's and onnxruntime's tear-down at interpreter exit is known to crash (PYSIDE-2254)


def _keep_records(paths: Paths) -> None:
    from assistant.cli.records import keep_records  # noqa: PLC0415 - the first window does not wait for it

    keep_records(paths.state)


class Reception:
    """Answers other processes inside the desktop: shows a window, or carries out a data command."""

    def __init__(self, app: App) -> None:
        """Requests are carried out over `app`."""
        self._app = app
        app.is_staying = True
        self._catching_up = threading.Lock()

    def __call__(self, data: dict[str, Any], send: Callable[[str], None]) -> dict[str, Any]:
        """Carry out one request."""
        from assistant.cli.run import Request, run_command  # noqa: PLC0415 - the first window does not wait for it

        request = Request.of(data)
        if not request.argv or request.argv[0] == "gui":
            view = next((_STARTS[word] for word in request.argv if word in _STARTS), "main")
            if view:
                self._app.doorbell.ring(view)
            return asdict(Outcome())
        job = Job()

        def emit(piece: str) -> None:
            try:
                send(piece)
            except OSError:  # the caller pressed Ctrl+C
                job.cancel()

        outcome = run_command(self._app, request, emit=emit, job=job)
        if request.argv[0] == "capture" and outcome.status == 0:
            threading.Thread(target=self._catch_up, name="catch-up", daemon=True).start()
        return asdict(outcome)

    def _catch_up(self) -> None:
        """Bring index and mind up to date after the caller has its receipt; one run at a time."""
        with self._catching_up:
            try:
                self._app.catch_up(Job(), with_recall=True)
            except (AssistantError, Cancelled):
                return  # the store is held up; the desktop's own clock tries again
