"""Three years of repeating reminders on a simulated clock, in every zone, over the real store and services.

Each zone has four reminders that repeat daily by the wall clock, a fifth that stays by the clock of its home, one that
insists until it is answered, a medicine every eight hours, something every 17 hours of real time, and something that
comes three days after it was done. The machine sleeps, its clock is set wrong and right again, its owner travels, the
program restarts and is killed at the worst instants. An independent expansion of the wall times says what is due, in
the zone where the owner is. Promised: whatever came due since the last look is told once, at the first look, as one
reminder; a wall time that was told is not told again where it comes once more; only a kill between showing and
committing may bring one a second time, labelled. What insists is asked again every five minutes until it is answered,
twelve times at most.

Zones that have the same offsets and the same transitions from these years to three years after them are one class: the
first name of each class is lived through.
"""

from __future__ import annotations

import json
import random
import tempfile
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from assistant.domain.item import Item, ItemKind
from assistant.domain.reminder import Again, DueReminder, Following, LeftOnScreen, Notice, OccurrenceState, ends, once
from assistant.domain.settings import Settings
from assistant.evaluation.benchmark import Figure
from assistant.evaluation.reminder_expectations import AfterDone, RealTime, Told
from assistant.evaluation.reminder_zones import FIRST_YEAR, YEARS, expected, zone_classes
from assistant.services.reminding import Reminding
from assistant.services.repeating import follower
from assistant.store.database import Database
from assistant.store.items import SqliteItems
from assistant.store.occurrences import SqliteOccurrences

TIMES = ("00:00", "02:30", "09:00", "23:30")
AT_HOME = "09:00"
PLACES = ("before claim", "after claim", "after show", "after mark")
_SECOND_MS = 1_000
_DAY_MS = 86_400_000
_INSISTS, _EIGHT_HOURS, _REAL_TIME, _AFTER_DONE = "08:15", ("06:00", "14:00", "22:00"), 17, 3
_TRAVELS = ("Asia/Tokyo", "America/New_York", "Pacific/Apia", "UTC", "Europe/Berlin")


@dataclass(frozen=True)
class Lived:
    """The counts over the zones, the classes that were lived through, and those in which a promise was broken."""

    counts: Counter[str]
    classes: dict[str, list[str]]
    broken: list[str]
    years: int
    seed: int


class _Killed(BaseException):
    """The process is gone: nothing after this instant happened."""


@dataclass
class _Clock:
    """A clock that shows `real_ms + skew_ms`."""

    real_ms: int
    place: str
    skew_ms: int = 0

    def now_ms(self) -> int:
        return self.real_ms + self.skew_ms

    def local(self, at_ms: int | None = None) -> datetime:
        instant = self.now_ms() if at_ms is None else at_ms
        return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=instant)).astimezone(ZoneInfo(self.place))

    def zone(self) -> str:
        return self.place


class _Ledger(SqliteOccurrences):
    """The real ledger in a process that dies when the story wants it."""

    life: Life

    def claim_due(
        self, now_ms: int, following: Following = ends, again: Again = once, *, insistent_only: bool = False
    ) -> list[DueReminder]:
        self.life.die("before claim")
        claimed = super().claim_due(now_ms, following, again, insistent_only=insistent_only)
        self.life.claimed = {each.occurrence.id: each for each in claimed}
        if claimed:
            self.life.die("after claim")
        return claimed

    def mark(self, occurrence_id: str, state: OccurrenceState, at_ms: int) -> None:
        super().mark(occurrence_id, state, at_ms)
        if state is OccurrenceState.SHOWN:
            self.life.claimed.pop(occurrence_id, None)
            self.life.die("after mark")


class Life:
    """One zone's reminders through the years."""

    def __init__(self, zone: str, seed: int, years: int, folder: Path) -> None:
        """A store of its own in `folder`."""
        self.counts: Counter[str] = Counter()
        self.claimed: dict[str, DueReminder] = {}
        self._chance = random.Random(f"{zone} {seed}")
        self._end_ms = round(datetime(FIRST_YEAR + years, 1, 1, tzinfo=UTC).timestamp() * 1000)
        begin = datetime(FIRST_YEAR, 1, 1, tzinfo=ZoneInfo(zone)).timestamp()
        self._clock = _Clock(round(begin * 1000) - 1, zone)
        self._database = Database(folder / "sidemind.db")
        self._items = SqliteItems(self._database)
        self._kill_at = ""
        self._has_died = False
        self._process = 0
        self._shown: list[DueReminder] = []
        self._seen_before: set[str] = set()
        self._told: dict[str, Told] = {}
        for number, wall in enumerate(TIMES):
            self._keep(f"i{number}", wall, "FREQ=DAILY", Told((wall,), None, years))
        self._keep("home", AT_HOME, "FREQ=DAILY", Told((AT_HOME,), zone, years), is_absolute=True)
        self._keep("insists", _INSISTS, "FREQ=DAILY", Told((_INSISTS,), None, years, insists=True), is_insistent=True)
        eight = Told(_EIGHT_HOURS, zone, years)
        self._keep("medicine", _EIGHT_HOURS[0], "FREQ=HOURLY;INTERVAL=8", eight, is_absolute=True)
        first_ms = expected(zone, AT_HOME, years)[0]
        real = RealTime((AT_HOME,), zone, years, first_ms=first_ms, step_ms=_REAL_TIME * 3_600 * _SECOND_MS)
        self._keep("real time", AT_HOME, f"FREQ=HOURLY;INTERVAL={_REAL_TIME}", real, is_absolute=True)
        after = AfterDone((AT_HOME,), None, years, days=_AFTER_DONE)
        self._keep("after", AT_HOME, f"FREQ=DAILY;INTERVAL={_AFTER_DONE}", after, repeats_after_done=True)
        self._start()

    def _keep(
        self,
        item_id: str,
        wall: str,
        rrule: str,
        told: Told,
        *,
        is_absolute: bool = False,
        is_insistent: bool = False,
        repeats_after_done: bool = False,
    ) -> None:
        """A reminder from the first day on, and what it owes."""
        bare = Item(
            item_id, ItemKind.TASK, item_id, self._clock.now_ms(), rrule=rrule, zone=self._clock.place,
            first_wall=f"{FIRST_YEAR}-01-01T{wall}:00", is_absolute=is_absolute, is_insistent=is_insistent,
        )  # fmt: skip
        upcoming = follower(self._clock)(bare, self._clock.now_ms())
        if upcoming is None:
            raise ValueError(self._clock.place)
        item = replace(bare, due_at_ms=upcoming.due_at_ms, repeats_after_done=repeats_after_done)
        self._items.add(item, upcoming)
        self._told[item_id] = told

    def _start(self) -> None:
        self._process += 1
        mark = str(self._process)
        self._ledger = _Ledger(self._database, process=mark, is_alive=lambda other: other == mark)
        self._ledger.life = self
        self.claimed = {}
        self._reminding = Reminding(self._ledger, self._items, self, self._clock, Settings, lambda _: None)

    def die(self, place: str) -> None:
        """The kill, when this is the instant the story chose."""
        if self._kill_at == place:
            self._kill_at, self._has_died = "", True
            self.counts["kills"] += 1
            raise _Killed

    # The notification server

    @property
    def is_available(self) -> bool:
        """Always there."""
        return True

    @property
    def plays_sounds(self) -> bool:
        """A silent one."""
        return False

    def show(self, reminder: DueReminder, notice: Notice) -> bool:
        """Seen by the user; a group stands for all that were claimed late."""
        group = [each for each in self.claimed.values() if each.late_ms >= 60 * _SECOND_MS]
        self._shown += group if notice.is_group else [reminder]
        self.die("after show")
        return True

    def withdraw(self, occurrence_id: str) -> None:
        """An answered one leaves the screen."""

    def resume(self) -> LeftOnScreen:
        """A screen that nothing stays on over a restart."""
        return LeftOnScreen()

    def close(self) -> None:
        """Nothing to close."""

    # What happens

    def live(self) -> Counter[str]:
        """Through the years, event by event; the counts of what was promised and of what happened."""
        while self._clock.real_ms < self._end_ms:
            self._event()
        self._kill_at = ""
        self._step_to(0)
        self._database.close()
        return self.counts

    def _event(self) -> None:
        chance, pick = self._chance, self._chance.random()
        if pick < 0.92:
            self._wait()
        elif pick < 0.94:
            self._clock.real_ms += round(60 * _SECOND_MS * 43_200 ** chance.random())  # a minute to 30 days
            self.counts["suspends"] += 1
            self._look()
        elif pick < 0.955:
            skew_ms = round(_SECOND_MS * 63_000_000 ** chance.random()) * chance.choice((-1, 1))  # a second to 2 years
            self._step_to(0 if self._clock.skew_ms else skew_ms)
        elif pick < 0.965:
            self._clock.place = chance.choice(_TRAVELS)
            self.counts["zone changes"] += 1
            self._look()
        elif pick < 0.975:
            self.counts["restarts"] += 1
            self._start()
            self._look()
        else:
            self._kill_at = chance.choice(PLACES)

    def _wait(self) -> None:
        """Awake until something is due, and looked at within 30 seconds; a day at most when the clock is wrong."""
        next_ms = self._reminding.next_due_ms()
        wait_ms = _DAY_MS if next_ms is None else max(0, next_ms - self._clock.now_ms())
        self._clock.real_ms += min(wait_ms, _DAY_MS) + self._chance.randrange(30 * _SECOND_MS)
        self._look()

    def _step_to(self, skew_ms: int) -> None:
        self.counts["clock steps"] += 1
        self._clock.skew_ms = skew_ms
        self._look()

    def _look(self) -> None:
        """A sweep, and after a kill the next process's; then the judgement, and perhaps an answer."""
        now_ms = self._clock.now_ms()
        for told in self._told.values():
            told.went_back(now_ms, self._clock.place)
        self._shown, self._has_died = [], False
        try:
            self._reminding.sweep()
        except _Killed:
            self._start()
            self._reminding.sweep()
        for item_id, told in self._told.items():
            self._judge(told, [each for each in self._shown if each.item.id == item_id], now_ms)
        for reminder in self._shown:
            self._told[reminder.item.id].asks_again(reminder.occurrence, now_ms, self._clock.place)
        for reminder in self._shown:
            self._answer(reminder)

    def _judge(self, told: Told, shown: list[DueReminder], now_ms: int) -> None:
        place = self._clock.place
        due = len(told.due(now_ms, place)) + len(told.due_again(now_ms))
        self.counts["due"] += due
        self.counts["shown"] += len(shown)
        self.counts["missed"] += bool(due) and not shown
        self.counts["late"] += any(each.late_ms >= 60 * _SECOND_MS for each in shown)
        self.counts["collapsed"] += max(0, due - 1)
        plain = [each for each in shown if not each.may_repeat]
        repeats = [each for each in shown if each.occurrence.id in self._seen_before]
        self.counts["doubled"] += max(0, len(plain) - 1) + sum(not each.may_repeat for each in repeats)
        self.counts["doubled"] += len(shown) > (2 if self._has_died else 1)
        self.counts["wrong instant"] += sum(not told.fits(each.occurrence, now_ms, place) for each in shown)
        self.counts["labelled repeats"] += max(0, len(shown) - 1)
        self.counts["labelled without a kill"] += bool(shown) and not self._has_died and len(plain) != len(shown)
        self._seen_before |= {each.occurrence.id for each in shown}
        if shown or due:
            told.tell([each.occurrence for each in shown], now_ms, place)

    def _answer(self, reminder: DueReminder) -> None:
        pick, told = self._chance.random(), self._told[reminder.item.id]
        now_ms, place = self._clock.now_ms(), self._clock.place
        self.counts["asked again"] += reminder.occurrence.asks > 0
        if pick < (0.15 if told.insists else 0.5):
            self._reminding.done(reminder.occurrence.id)
            told.done(now_ms, place)
            told.answered()
            self.counts["done"] += 1
        elif pick < 0.55:
            self._reminding.snooze(reminder.occurrence.id, self._chance.choice((10, 60, 1500)))
            put_off = self._put_off(reminder.item.id)
            self.counts["snoozed"] += bool(set(put_off.values()) - told.put_off)
            told.put_off |= set(put_off.values())
            told.answered()
            self._seen_before -= put_off.keys()

    def _put_off(self, item_id: str) -> dict[str, int]:
        """The snoozes that wait, by occurrence."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT id, due_at FROM occurrences WHERE item_id = ? AND zone = '' AND state = 'armed' AND asks = 0"
                " AND due_at <> (SELECT due_at FROM items WHERE items.id = item_id)",
                (item_id,),
            ).fetchall()
        return {str(occurrence_id): int(due_at_ms) for occurrence_id, due_at_ms in rows}


def _live(task: tuple[str, int, int]) -> Counter[str]:
    zone, seed, years = task
    with tempfile.TemporaryDirectory(prefix="sidemind-reminders-") as folder:
        return Life(zone, seed, years, Path(folder)).live()


def measure(names: Iterable[str] | None = None, *, years: int = YEARS, seed: int = 1, processes: int = 2) -> Lived:
    """Live through the classes of these zones, or of all. A zone and a seed live through the same every time."""
    classes = zone_classes(names, years)
    tasks = [(zone, seed, years) for zone in classes]
    if processes == 1:
        lives = [_live(task) for task in tasks]
    else:
        with ProcessPoolExecutor(processes) as pool:
            lives = list(pool.map(_live, tasks))
    total: Counter[str] = Counter()
    for counts in lives:
        total.update(counts)
    broken = [zone for zone, counts in zip(classes, lives, strict=True) if any(counts[name] for name in PROMISED)]
    return Lived(total, classes, broken, years, seed)


PROMISED = ("missed", "doubled", "wrong instant", "labelled without a kill")
_TABLE = ("shown", "late", "collapsed", "asked again", "labelled repeats", "done", "snoozed")
_HAPPENED = ("suspends", "clock steps", "zone changes", "restarts", "kills")


def figures(counts: Counter[str]) -> list[Figure]:
    """What was promised, each at most zero, and repeats at most as many as there were kills while showing."""
    promised = [Figure(name, float(counts[name]), "reminders", at_most=0.0) for name in PROMISED]
    return [*promised, Figure("labelled repeats", float(counts["labelled repeats"]), "reminders")]


def table(lived: Lived) -> Iterable[str]:
    """The run in lines for people."""
    names = sum(len(same) for same in lived.classes.values())
    yield (
        f"{names} zones in {len(lived.classes)} classes of equal transitions, {len(TIMES)} times of day, one at home,"
        f" one that insists, every 8 and {_REAL_TIME} hours, {_AFTER_DONE} days after Done;"
        f" {lived.years} years from {FIRST_YEAR}"
    )
    for title, keys in (("happened", _HAPPENED), ("told", _TABLE)):
        yield f"{title:>9}  " + "  ".join(f"{key} {lived.counts[key]:,}" for key in keys)
    for zone in lived.broken:
        yield f"   broken  again with: reminders --zones {zone} --years {lived.years} --seed {lived.seed}"


def as_json(lived: Lived) -> str:
    """The run as one JSON object."""
    named = {name: lived.counts[name] for name in (*PROMISED, *_TABLE, *_HAPPENED)}
    sizes = {"zones": sum(len(same) for same in lived.classes.values()), "classes": len(lived.classes)}
    return json.dumps({**sizes, "times": [*TIMES], "years": lived.years, "broken": lived.broken, **named})
