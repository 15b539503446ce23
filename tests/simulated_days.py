"""Days of reminders on a simulated clock: suspends, moved clocks, travel, restarts and kills at the worst instants.

The same story runs over the fakes and over the real store. `judge` says what the promise is: nothing missed, nothing
doubled, and after a kill in the gap between showing and committing at most one repeat, labelled.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from assistant.domain.item import Item, ItemKind
from assistant.domain.reminder import DueReminder, Notice, Occurrence, OccurrenceState
from assistant.domain.settings import Settings
from assistant.services.reminding import Reminding
from tests.fakes import FixedClock

MINUTE_MS = 60_000
DAY_MS = 24 * 60 * MINUTE_MS
SWEEP_MS = 30_000
PLACES = ("before claim", "after claim", "after show", "after mark")


class Killed(BaseException):
    """The process is gone: nothing after this instant happened."""


@dataclass(frozen=True)
class Showing:
    """One time that somebody saw a reminder."""

    occurrence_id: str
    at_ms: int
    is_labelled: bool


@dataclass
class World:
    """One user's machine. `open_ledger(n)` gives the n-th process its view of the same rows."""

    items: Any
    open_ledger: Callable[[int], Any]
    zone: str = "Europe/Berlin"
    clock: FixedClock = field(init=False)
    showings: list[Showing] = field(default_factory=list)
    killed_while_shown: Counter[str] = field(default_factory=Counter)
    due_ms: dict[str, int] = field(default_factory=dict)
    kill_at: str | None = None
    is_server_there: bool = True
    process: int = 0
    kills: int = 0
    made: int = 0

    def __post_init__(self) -> None:
        self.clock = FixedClock.at("2026-03-28T08:00", self.zone)  # the clocks go forward that night
        self.start()

    # What the machine does

    def start(self) -> None:
        self.process += 1
        self.ledger = self.open_ledger(self.process)
        self._claimed: dict[str, bool] = {}
        self._wrap("claim_due")
        self._wrap("mark")
        self.reminding = Reminding(self.ledger, self.items, self, self.clock, Settings, lambda _: None)

    def _wrap(self, name: str) -> None:
        inner = getattr(self.ledger, name)

        def claim_due(now_ms: int, *following: Any, **only: bool) -> list[DueReminder]:
            self._die("before claim")
            claimed = inner(now_ms, *following, **only)
            self._claimed = {each.occurrence.id: each.may_repeat for each in claimed}
            if claimed:
                self._die("after claim")
            return claimed

        def mark(occurrence_id: str, state: OccurrenceState, at_ms: int) -> None:
            inner(occurrence_id, state, at_ms)
            if state is OccurrenceState.SHOWN:
                self._claimed.pop(occurrence_id, None)
                self._die("after mark")

        setattr(self.ledger, name, claim_due if name == "claim_due" else mark)

    def _die(self, place: str) -> None:
        if self.kill_at == place:
            self.kill_at = None
            self.kills += 1
            self.killed_while_shown.update(self._claimed.keys())
            raise Killed

    def show(self, reminder: DueReminder, notice: Notice) -> bool:
        """The notification server; a group is of all that were claimed late."""
        if not self.is_server_there:
            return False
        late = [name for name in self._claimed if self.clock.now_ms() - self.due_ms[name] >= MINUTE_MS]
        for name in late if notice.is_group else [reminder.occurrence.id]:
            self._see(name)
        self._die("after show")
        return True

    def withdraw(self, occurrence_id: str) -> None:
        """An answered one leaves the screen."""

    def close(self) -> None:
        """Nothing to close."""

    def _see(self, name: str) -> None:
        self.showings.append(Showing(name, self.clock.now_ms(), self._claimed.get(name, False)))

    def sweep(self) -> None:
        """Every 30 s, at start, on wake and on jumps; the window shows what no notification showed."""
        try:
            for presented in self.reminding.sweep():
                if not presented.was_notified:
                    self._see(presented.reminder.occurrence.id)
                    self._die("after show")
                    self.reminding.shown(presented.reminder.occurrence.id)
        except Killed:
            self.start()
            self.sweep()

    # What happens

    def arm(self, in_minutes: int) -> None:
        self.made += 1
        name = f"{self.made:04}"
        due_at_ms = self.clock.now_ms() + in_minutes * MINUTE_MS
        item = Item(f"i{name}", ItemKind.TASK, f"thing {name}", self.clock.now_ms(), due_at_ms=due_at_ms)
        self.items.add(item, Occurrence(f"o{name}", item.id, due_at_ms, self.clock.zone(), ""))
        self.due_ms[f"o{name}"] = due_at_ms

    def run(self, minutes: int) -> None:
        for _ in range(minutes * MINUTE_MS // SWEEP_MS):
            self.clock.advance(SWEEP_MS)
            self.sweep()

    def jump(self, minutes: int) -> None:
        """A suspend, or a clock that somebody sets."""
        self.clock.advance(minutes * MINUTE_MS)
        self.sweep()

    def travel(self, zone: str) -> None:
        self.clock.move_to(zone)
        self.sweep()

    def restart(self) -> None:
        self.start()
        self.sweep()

    def kill(self, place: str) -> None:
        self.kill_at = place

    def server(self, is_there: bool) -> None:
        self.is_server_there = is_there

    def _shown_one(self, number: int) -> str | None:
        missed = self.reminding.missed()
        return missed[number % len(missed)].occurrence.id if missed else None

    def done(self, number: int) -> None:
        name = self._shown_one(number)
        if name is not None:
            self.reminding.done(name)

    def snooze(self, number: int, minutes: int) -> None:
        name = self._shown_one(number)
        if name is None:
            return
        item_id = self.ledger.get(name).item_id
        before = {row.id for row in self.ledger.for_item(item_id)}
        self.reminding.snooze(name, minutes)
        for row in self.ledger.for_item(item_id):
            if row.id not in before:
                self.due_ms[row.id] = row.due_at_ms

    def finish(self) -> None:
        """Time goes on until everything was due."""
        self.kill_at, self.is_server_there = None, True
        self.clock.set(max([self.clock.now_ms(), *self.due_ms.values()]))
        self.sweep()
        self.run(1)


STEPS: Sequence[tuple[str, Callable[[random.Random], tuple[Any, ...]], int]] = (
    ("arm", lambda chance: (chance.choice([0, 1, 5, 30, 200, 1500, 9000]),), 8),
    ("run", lambda chance: (chance.randint(1, 4),), 6),
    ("jump", lambda chance: (chance.choice([1, 10, 60, 600, 3000, 43_200]),), 3),
    ("jump", lambda chance: (-chance.choice([1, 60, 1440, 20_000]),), 2),
    ("travel", lambda chance: (chance.choice(["Asia/Tokyo", "America/New_York", "Pacific/Apia", "UTC"]),), 1),
    ("restart", lambda _: (), 2),
    ("kill", lambda chance: (chance.choice(PLACES),), 2),
    ("server", lambda chance: (chance.random() < 0.6,), 1),
    ("done", lambda chance: (chance.randint(0, 9),), 2),
    ("snooze", lambda chance: (chance.randint(0, 9), chance.choice([1, 10, 240])), 3),
)


def story(seed: int, length: int = 40) -> list[tuple[str, tuple[Any, ...]]]:
    """A day's events by chance, the same for the same seed."""
    chance = random.Random(seed)
    chosen = chance.choices(STEPS, weights=[weight for _, _, weight in STEPS], k=length)
    return [(name, arguments(chance)) for name, arguments, _ in chosen]


def tell(world: World, steps: Sequence[tuple[str, tuple[Any, ...]]]) -> World:
    """Let everything happen."""
    for name, arguments in steps:
        getattr(world, name)(*arguments)
    world.finish()
    return world


def judge(world: World) -> dict[str, int]:
    """Counts of shown, missed, doubled and early reminders, and of repeats with and without a label."""
    seen = Counter(showing.occurrence_id for showing in world.showings)
    result = Counter(shown=len(world.showings), missed=0, doubled=0, unlabelled=0, early=0, repeats=0)
    for name, due_at_ms in world.due_ms.items():
        kills, times = world.killed_while_shown[name], seen[name]
        mine = [showing for showing in world.showings if showing.occurrence_id == name]
        state = world.ledger.get(name).state
        is_told = times > 0 or state in (OccurrenceState.SHOWN, OccurrenceState.CANCELLED, OccurrenceState.DONE)
        result["missed"] += not is_told or (times == 0 and kills < 2 and state is not OccurrenceState.CANCELLED)
        result["repeats"] += max(0, times - 1)
        result["doubled"] += times > 1 + kills or times > 2
        result["unlabelled"] += sum(not showing.is_labelled for showing in mine[1:])
        result["early"] += any(showing.at_ms < due_at_ms for showing in mine)
    return dict(result)


def is_kept(judged: dict[str, int]) -> bool:
    """Whether the promise was kept."""
    return not (judged["missed"] or judged["doubled"] or judged["unlabelled"] or judged["early"])
