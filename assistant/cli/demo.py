"""The `demo` command: a short day in a temporary profile, in both languages, with a picture of each screen.

Everything is done by the services of the desktop over a real store; only the clock is moved by hand, because the day
must be short.
"""

from __future__ import annotations

import os
import shlex
import sys
import tempfile
from collections.abc import Iterable
from datetime import datetime, timedelta, timezone
from pathlib import Path

from assistant.app import App, build
from assistant.cli.call import Call
from assistant.cli.demo_script import Day, days
from assistant.cli.output import Outcome, one_line
from assistant.cli.parser import parse
from assistant.cli.remind_commands import due_line
from assistant.cli.run import Request, run_command
from assistant.domain.item import Draft, Item
from assistant.domain.reminder import Presented
from assistant.language.wording import titled
from assistant.paths import Paths
from assistant.platform.display import why_no_window

_DEFAULT_FOLDER = "sidemind-demo"


class MovedClock:
    """A clock that starts on a Tuesday morning and moves when it is told to."""

    def __init__(self, start: datetime) -> None:
        """Start at an aware instant."""
        self._now = start

    def now_ms(self) -> int:
        """UTC milliseconds since 1970."""
        return round(self._now.timestamp() * 1000)

    def local(self, at_ms: int | None = None) -> datetime:
        """That instant (now when None) in the zone of the start."""
        if at_ms is None:
            return self._now
        return datetime.fromtimestamp(at_ms / 1000, self._now.tzinfo)

    def zone(self) -> str:
        """The zone's name."""
        return "UTC"

    def advance(self, minutes: int) -> None:
        """Let time pass."""
        self._now += timedelta(minutes=minutes)


def play(folder_name: str | None) -> Outcome:
    """Play the day in English and in Chinese; pictures go to the folder."""
    from assistant.ui import pictures  # noqa: PLC0415 - Qt is loaded by this command and by `gui` alone

    folder = Path(folder_name or _DEFAULT_FOLDER).absolute()
    missing = why_no_window()
    pictures.prepare(has_display=missing is None)
    if missing is not None:
        _say(f"No window can be opened here ({missing}); the same screens are drawn without one.")
    with tempfile.TemporaryDirectory(prefix="sidemind-demo-") as home:
        shows = [_Show(day, Paths.under(Path(home) / day.name), folder) for day in days()]
        for show in shows:
            show.play()
    _say("", f"Pictures: {folder}")
    return Outcome(status=1 if any(show.has_failed for show in shows) else 0)


def _say(*lines: str) -> None:
    for line in lines:
        sys.stdout.write(line + "\n")
    sys.stdout.flush()


class _Show:
    """One day in one language."""

    def __init__(self, day: Day, paths: Paths, folder: Path) -> None:
        self._day = day
        self._paths = paths
        self._folder = folder
        self._clock = MovedClock(datetime(2026, 11, 24, 8, 30, tzinfo=timezone.utc))  # noqa: UP017
        self._app = self._open()
        self._app.settings.set("language", day.setting)
        self.has_failed = False

    def _open(self) -> App:
        return build(self._paths, clock=self._clock)

    def play(self) -> None:
        """The whole day."""
        day = self._day
        _say("", f"=== {day.title} ===")
        self._captures(day.morning)
        self._run(["mind"], day.why_mind)
        self._question()
        self._reminder()
        self._interruption()
        self._evening()
        self._app.close()

    def _tell(self, text: str) -> None:
        _say("", f"[{self._clock.local():%H:%M}] {text}")

    def _run(self, argv: list[str], why: str) -> None:
        """Carry out a command as the command line does, and say why."""
        self._tell(why)
        _say(f"$ sidemind {shlex.join(argv)}")
        request = Request(argv=argv, folder=os.getcwd(), locale=self._day.locale)  # noqa: PTH109
        outcome = run_command(self._app, request)
        for line in (outcome.stdout + outcome.stderr).splitlines():
            _say(f"  {line}")
        self.has_failed |= outcome.status != 0

    def _captures(self, lines: Iterable[tuple[str, str]]) -> None:
        for line, why in lines:
            self._run(["capture", line], why)
            self._clock.advance(2)

    def _question(self) -> None:
        day = self._day
        self._run(["ask", day.question], day.why_question)
        self._clock.advance(3)
        with _camera(self) as camera:
            conversation = self._app.answering.conversations(1)[0]
            camera.conversation(conversation.id, f"{day.name}-1-chat")
            camera.capture(day.typed, f"{day.name}-2-capture")

    def _reminder(self) -> None:
        day, app = self._day, self._app
        self._clock.advance(day.minutes_to_reminder)
        self._tell(day.why_reminder)
        presented = self._sweep()
        with _camera(self) as camera:
            camera.reminders(presented, f"{day.name}-3-reminder")
        for each in presented:
            app.reminding.snooze(each.reminder.occurrence.id, 10)
        self._clock.advance(10)
        self._tell(day.why_snoozed)
        for each in self._sweep():
            app.reminding.done(each.reminder.occurrence.id)

    def _sweep(self) -> list[Presented]:
        presented = self._app.reminding.sweep()
        for each in presented:
            _say(f"  {due_line(each.reminder, self._call())}", f"  {self._day.by_whom(was_notified=each.was_notified)}")
            if not each.was_notified:
                self._app.reminding.shown(each.reminder.occurrence.id)
        return presented

    def _call(self) -> Call:
        return Call(self._app, parse(["remind"], self._day.language), self._day.language, Path.cwd())

    def _interruption(self) -> None:
        """The program is torn down in the middle of a sentence, sleeps over a reminder, and starts again."""
        day = self._day
        self._tell(day.why_interruption)
        self._app.capturing.save_draft(Draft(day.half_sentence))
        self._app.close()
        self._clock.advance(180)
        self._app = self._open()
        self._tell(day.why_return)
        _say(f"  {self._app.capturing.load_draft().text}")
        self._sweep()

    def _evening(self) -> None:
        day, app = self._day, self._app
        self._pin(day.pinned)
        self._run(["mind"], day.why_later_mind)
        self._run(["digest"], day.why_digest)
        self._run(["search", day.searched], day.why_search)
        with _camera(self) as camera:
            camera.page("today", f"{day.name}-4-today")
            camera.page("memory", f"{day.name}-5-memory")
            camera.page("settings", f"{day.name}-6-settings")
        export = self._folder / f"{day.name}-export"
        self._run(["export", str(export)], day.why_export)
        app.maintaining.backup()

    def _pin(self, text: str) -> None:
        found = self._app.recalling.search(text, limit=1)
        for hit in found:
            self._tell(titled(self._day.why_pin, _quoted(hit.item), self._day.language))
            self._app.curating.pin(hit.item.id)

    @property
    def app(self) -> App:
        """The app of now."""
        return self._app

    @property
    def folder(self) -> Path:
        """Where pictures go."""
        return self._folder


def _quoted(item: Item) -> str:
    return f"“{one_line(item.text)}”"


def _camera(show: _Show):  # noqa: ANN202 - the type is Qt's, which is not imported at module level
    from contextlib import closing  # noqa: PLC0415

    from assistant.ui.pictures import Camera  # noqa: PLC0415

    return closing(Camera(show.app, show.folder))
