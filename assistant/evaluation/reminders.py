"""Three years of repeating reminders on a simulated clock, in every zone, over the real store and services.

Each zone has four reminders that repeat daily. The machine sleeps, its clock is set wrong and right again, its owner
travels, the program restarts and is killed at the worst instants. An independent expansion of the wall times says
what is due. Promised: whatever came due since the last look is told once, at the first look, as one reminder; only a
kill between showing and committing may bring it a second time, and labelled.

Zones that agree at every hour of these years are one class: the first name of each class is lived through.
"""

from __future__ import annotations

import bisect
import random
import tempfile
import zoneinfo
from collections import Counter, defaultdict
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from assistant.domain.item import Item, ItemKind
from assistant.domain.reminder import DueReminder, Following, OccurrenceState, ends
from assistant.domain.settings import Settings
from assistant.evaluation.benchmark import Figure
from assistant.services.reminding import Reminding
from assistant.services.repeating import follower
from assistant.store.database import Database
from assistant.store.items import SqliteItems
from assistant.store.occurrences import SqliteOccurrences

TIMES = ("00:00", "02:30", "09:00", "23:30")
FIRST_YEAR, YEARS = 2026, 3
PLACES = ("before claim", "after claim", "after show", "after mark")
_SECOND_MS = 1_000
_DAY_MS = 86_400_000
_TRAVELS = ("Asia/Tokyo", "America/New_York", "Pacific/Apia", "UTC", "Europe/Berlin")


class _Killed(BaseException):
    """The process is gone: nothing after this instant happened."""


def zone_classes(names: Iterable[str] | None = None, years: int = YEARS) -> dict[str, list[str]]:
    """The zones by the first of those that agree with them at every half hour of the years."""
    first = round(datetime(FIRST_YEAR - 1, 12, 30, tzinfo=UTC).timestamp())
    instants = [datetime.fromtimestamp(first + 1800 * number, UTC) for number in range(48 * (366 * years + 4))]
    classes: dict[tuple[timedelta | None, ...], list[str]] = defaultdict(list)
    for name in sorted(zoneinfo.available_timezones() if names is None else names):
        zone = ZoneInfo(name)
        classes[tuple(instant.astimezone(zone).utcoffset() for instant in instants)].append(name)
    return {same[0]: same for same in classes.values()}


def expected(zone: ZoneInfo, wall: str, years: int) -> list[int]:
    """The instants of a daily wall time, found by trying the offsets of the days around: no fold, no library."""
    found: list[int] = []
    day = datetime(FIRST_YEAR, 1, 1, int(wall[:2]), int(wall[3:]))  # noqa: DTZ001 - a wall time
    while day.year < FIRST_YEAR + years + 3:
        as_utc = day.replace(tzinfo=UTC)
        around = [(as_utc + timedelta(hours=hours)).astimezone(zone).utcoffset() for hours in (-30, 30)]
        tried = sorted({as_utc - offset for offset in around if offset is not None})
        fitting = [instant for instant in tried if instant.astimezone(zone).replace(tzinfo=None) == day]
        instant = fitting[0] if fitting else as_utc - (around[0] or timedelta())
        found.append(round(instant.timestamp() * 1000))
        day += timedelta(days=1)
    return found


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


@dataclass
class _Told:
    """What an item owes: the instants of its rule, those told one by one, and how far the rest is told."""

    instants: list[int]
    settled: set[int] = field(default_factory=set[int])
    told_until_ms: int = 0
    put_off: set[int] = field(default_factory=set[int])

    def due(self, now_ms: int) -> set[int]:
        low = bisect.bisect_right(self.instants, self.told_until_ms)
        high = bisect.bisect_right(self.instants, now_ms)
        return set(self.instants[low:high]) - self.settled | {each for each in self.put_off if each <= now_ms}


class _Ledger(SqliteOccurrences):
    """The real ledger in a process that dies when the story wants it."""

    life: Life

    def claim_due(self, now_ms: int, following: Following = ends) -> list[DueReminder]:
        self.life.die("before claim")
        claimed = super().claim_due(now_ms, following)
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
    """One zone's four reminders through the years."""

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
        self._told: dict[str, _Told] = {}
        following = follower(self._clock)
        for number, wall in enumerate(TIMES):
            item = Item(f"i{number}", ItemKind.TASK, f"thing {number}", self._clock.now_ms())
            first = f"{FIRST_YEAR}-01-01T{wall}:00"
            upcoming = following(_repeating(item, first, zone), self._clock.now_ms())
            if upcoming is None:
                raise ValueError(zone)
            due_at_ms = upcoming.due_at_ms
            self._items.add(_repeating(item, first, zone, due_at_ms), upcoming)
            self._told[item.id] = _Told(expected(ZoneInfo(zone), wall, years))
        self._start()

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

    def show(self, reminder: DueReminder, *, title: str, body: str, done: str, snooze: str) -> bool:
        """Seen by the user; without buttons it stands for all that were claimed late."""
        del title, body, snooze
        group = [each for each in self.claimed.values() if each.late_ms >= 60 * _SECOND_MS]
        self._shown += [reminder] if done else group
        self.die("after show")
        return True

    def withdraw(self, occurrence_id: str) -> None:
        """An answered one leaves the screen."""

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
            told.told_until_ms = min(told.told_until_ms, now_ms)
        self._shown, self._has_died = [], False
        try:
            self._reminding.sweep()
        except _Killed:
            self._start()
            self._reminding.sweep()
        for item_id, told in self._told.items():
            self._judge(told, [each for each in self._shown if each.item.id == item_id], now_ms)
        for reminder in self._shown:
            self._answer(reminder)

    def _judge(self, told: _Told, shown: list[DueReminder], now_ms: int) -> None:
        due = told.due(now_ms)
        self.counts["due"] += len(due)
        self.counts["shown"] += len(shown)
        self.counts["missed"] += bool(due) and not shown
        self.counts["late"] += any(each.late_ms >= 60 * _SECOND_MS for each in shown)
        self.counts["collapsed"] += max(0, len(due) - 1)
        plain = [each for each in shown if not each.may_repeat]
        repeats = [each for each in shown if each.occurrence.id in self._seen_before]
        self.counts["doubled"] += max(0, len(plain) - 1) + sum(not each.may_repeat for each in repeats)
        self.counts["doubled"] += len(shown) > (2 if self._has_died else 1)
        self.counts["wrong instant"] += sum(each.occurrence.due_at_ms not in due for each in shown)
        self.counts["labelled repeats"] += max(0, len(shown) - 1)
        self.counts["labelled without a kill"] += bool(shown) and not self._has_died and len(plain) != len(shown)
        for each in shown:
            self._seen_before.add(each.occurrence.id)
        if due:
            told.settled |= {min(due)} | {each.occurrence.due_at_ms for each in shown}
            told.put_off = {each for each in told.put_off if each > now_ms}
            told.told_until_ms = now_ms

    def _answer(self, reminder: DueReminder) -> None:
        pick, told = self._chance.random(), self._told[reminder.item.id]
        if pick < 0.5:
            self._reminding.done(reminder.occurrence.id)
            told.put_off = set()
            self.counts["done"] += 1
        elif pick < 0.55:
            before = {row.id for row in self._ledger.for_item(reminder.item.id)}
            self._reminding.snooze(reminder.occurrence.id, self._chance.choice((10, 60, 1500)))
            new = [row for row in self._ledger.for_item(reminder.item.id) if row.id not in before]
            told.put_off |= {row.due_at_ms for row in new}
            self._seen_before -= {row.id for row in new}
            self.counts["snoozed"] += len(new)


def _repeating(item: Item, first_wall: str, zone: str, due_at_ms: int | None = None) -> Item:
    return Item(
        item.id, item.kind, item.text, item.created_at_ms,
        due_at_ms=due_at_ms, rrule="FREQ=DAILY", first_wall=first_wall, zone=zone,
    )  # fmt: skip


def _live(task: tuple[str, int, int]) -> Counter[str]:
    zone, seed, years = task
    with tempfile.TemporaryDirectory(prefix="sidemind-reminders-") as folder:
        return Life(zone, seed, years, Path(folder)).live()


def measure(
    names: Iterable[str] | None = None, *, years: int = YEARS, seed: int = 1, processes: int = 2
) -> tuple[Counter[str], dict[str, list[str]]]:
    """The counts over the zones, and the classes that were lived through."""
    classes = zone_classes(names, years)
    tasks = [(zone, seed, years) for zone in classes]
    total: Counter[str] = Counter()
    if processes == 1:
        for task in tasks:
            total.update(_live(task))
    else:
        with ProcessPoolExecutor(processes) as pool:
            for counts in pool.map(_live, tasks):
                total.update(counts)
    return total, classes


PROMISED = ("missed", "doubled", "wrong instant", "labelled without a kill")
_TABLE = ("shown", "late", "collapsed", "labelled repeats", "done", "snoozed")
_HAPPENED = ("suspends", "clock steps", "zone changes", "restarts", "kills")


def figures(counts: Counter[str]) -> list[Figure]:
    """What was promised, each at most zero, and repeats at most as many as there were kills while showing."""
    promised = [Figure(name, float(counts[name]), "reminders", at_most=0.0) for name in PROMISED]
    return [*promised, Figure("labelled repeats", float(counts["labelled repeats"]), "reminders")]


def table(counts: Counter[str], classes: dict[str, list[str]], years: int) -> Iterable[str]:
    """The run in lines for people."""
    names = sum(len(same) for same in classes.values())
    yield f"{names} zones in {len(classes)} classes, {len(TIMES)} times of day, {years} years from {FIRST_YEAR}"
    for title, keys in (("happened", _HAPPENED), ("told", _TABLE)):
        yield f"{title:>9}  " + "  ".join(f"{key} {counts[key]:,}" for key in keys)
