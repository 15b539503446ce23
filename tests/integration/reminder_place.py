"""One user's store, clock and notification server, for tests of reminders over the real ledger."""

from __future__ import annotations

from pathlib import Path

from assistant.domain.item import Item
from assistant.domain.reminder import DueReminder, Notice
from assistant.domain.settings import LanguageChoice, Settings
from assistant.services.capturing import Capturing
from assistant.services.curating import Curating
from assistant.services.reminding import Reminding
from assistant.store.database import Database
from assistant.store.items import SqliteItems
from assistant.store.occurrences import SqliteOccurrences
from assistant.store.residents import SqliteResidents
from tests.fakes import FakeDrafts, FakeNotifier, FakeSpool, FixedClock

MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS
DAY_MS = 24 * HOUR_MS


class Killed(BaseException):
    """The process is gone: nothing after this instant happened."""


class Screen(FakeNotifier):
    """A notification server in whose process the program may die, before or after the notification is seen."""

    def __init__(self) -> None:
        super().__init__()
        self.kill = ""

    def show(self, reminder: DueReminder, notice: Notice) -> bool:
        if self.kill == "before show":
            self.kill = ""
            raise Killed
        is_shown = super().show(reminder, notice)
        if self.kill == "after show":
            self.kill = ""
            raise Killed
        return is_shown


class Place:
    """Everything a process has; `start` begins the next one over the same rows."""

    def __init__(self, path: Path, wall: str = "2026-11-23T08:00", zone: str = "Europe/Berlin") -> None:
        self.database = Database(path)
        self.items = SqliteItems(self.database)
        self.clock = FixedClock.at(wall, zone)
        self.settings = Settings(language=LanguageChoice.ENGLISH)
        self.screen = Screen()
        self.process = 0
        self.start()

    def start(self) -> None:
        self.process += 1
        mark = str(self.process)
        self.ledger = SqliteOccurrences(self.database, process=mark, is_alive=lambda other: other == mark)
        self.reminding = Reminding(
            self.ledger, self.items, self.screen, self.clock, lambda: self.settings, lambda _: None
        )
        self.capturing = Capturing(
            self.items, FakeSpool(), FakeDrafts(), self.clock, lambda: self.settings, lambda _: None
        )
        self.curating = Curating(
            self.items,
            self.ledger,
            SqliteResidents(self.database),
            self.clock,
            lambda: self.settings,
            lambda _: None,
        )

    def capture(self, text: str) -> Item:
        return self.capturing.capture(text).item

    def sweep(self) -> list[str]:
        """What the sweep presents, as texts."""
        return [each.reminder.item.text for each in self.reminding.sweep()]

    def go_to(self, wall: str, zone: str | None = None) -> None:
        """Let the clock show a wall time, in another zone when one is given."""
        zone = zone or self.clock.zone()
        self.clock.move_to(zone)
        self.clock.set(FixedClock.at(wall, zone).now_ms())

    def states(self, item: Item) -> list[tuple[str, str]]:
        return [(row.wall_time[:16], row.state.value) for row in self.ledger.for_item(item.id)]

    def armed(self, item: Item) -> list[str]:
        """When the item will be reminded of, as wall times where the user is."""
        rows = [row for row in self.ledger.for_item(item.id) if row.state.value == "armed"]
        return sorted(self.clock.local(row.due_at_ms).strftime("%Y-%m-%dT%H:%M") for row in rows)
