"""What each reminder of a simulated life owes its user, and what of it was told; without the rules of the program.

Days are counted by number. What repeats several times a day has several numbers a day; what counts real time is
numbered from its first instant; what waits for Done owes one thing at a time.
"""

from __future__ import annotations

import bisect
import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from assistant.domain.reminder import Occurrence
from assistant.evaluation.reminder_zones import FIRST_DAY, expected

MOST_MOVED_MS = 3
"""Two occurrences of an item at one instant stand beside each other."""

_ASK_MS = 300_000
_MOST_ASKS = 12


@functools.lru_cache(maxsize=64)
def _instants(place: str, walls: tuple[str, ...], years: int) -> tuple[int, ...]:
    days = zip(*(expected(place, wall, years) for wall in walls), strict=True)
    return tuple(at_ms for day in days for at_ms in day)


@dataclass
class Told:
    """What an item owes: the days of its wall time, by number, and how far they are told.

    `settled` were told each by itself, `collapsed` together with another one: where such a wall time comes again, in a
    zone further west, it may be told or not. `asking` is when what insists asks again; `may_ask` is that where only
    something collapsed could come before it.
    """

    walls: tuple[str, ...]
    home: str | None
    years: int
    insists: bool = False
    asking: int | None = None
    may_ask: int | None = None
    settled: set[int] = field(default_factory=set[int])
    collapsed: set[int] = field(default_factory=set[int])
    until: int = 0
    told_at_ms: int = 0
    put_off: set[int] = field(default_factory=set[int])

    def instants(self, place: str) -> Sequence[int]:
        """All instants, by number."""
        return _instants(self.home or place, self.walls, self.years)

    def passed(self, now_ms: int, place: str) -> int:
        """How many of the days are over."""
        return bisect.bisect_right(self.instants(place), now_ms)

    def went_back(self, now_ms: int, place: str) -> None:
        """The clock shows an instant before the last telling: what was only told together is owed again."""
        if now_ms < self.told_at_ms:
            self.told_at_ms = now_ms
            self.until = min(self.until, self.passed(now_ms, place))
            self.collapsed = {day for day in self.collapsed if day < self.until}

    def asks_again(self, shown: Occurrence, now_ms: int, place: str) -> None:
        """Nobody answered: what insists asks again, unless something else of it comes before."""
        self.answered()
        again_ms = now_ms + _ASK_MS
        if not self.insists or shown.asks >= _MOST_ASKS or any(at_ms <= again_ms for at_ms in self.put_off):
            return
        coming = set(range(self.passed(now_ms, place), self.passed(again_ms, place))) - self.settled
        if not coming:
            self.asking = again_ms
        elif coming <= self.collapsed:
            self.may_ask = again_ms

    def answered(self) -> None:
        """Done or snoozed: nothing asks any more."""
        self.asking = self.may_ask = None

    def done(self, now_ms: int, place: str) -> None:
        """Completed: what was put off is over as well."""
        del now_ms, place
        self.put_off = set()

    def due(self, now_ms: int, place: str) -> set[int]:
        """The numbers of what has come and was not told."""
        return set(range(self.until, self.passed(now_ms, place))) - self.settled

    def due_again(self, now_ms: int) -> set[int]:
        """The snoozes that are over, and the asking again of what insists."""
        waiting = self.put_off if self.asking is None else self.put_off | {self.asking}
        return {at_ms for at_ms in waiting if at_ms <= now_ms}

    def fits(self, occurrence: Occurrence, now_ms: int, place: str) -> bool:
        """Whether what was shown is what is due, and at its right instant."""
        if not occurrence.zone:
            return occurrence.due_at_ms in self.due_again(now_ms) | {self.may_ask}
        day = self.day_of(occurrence)
        is_due = day in self.due(now_ms, place) or day in self.collapsed
        return is_due and 0 <= occurrence.due_at_ms - self.instants(place)[day] <= MOST_MOVED_MS

    def day_of(self, occurrence: Occurrence) -> int:
        """The number of the instant that an occurrence stands for."""
        day, time = occurrence.wall_time[:10], occurrence.wall_time[11:16]
        return (date.fromisoformat(day) - FIRST_DAY).days * len(self.walls) + self.walls.index(time)

    def tell(self, shown: Iterable[Occurrence], now_ms: int, place: str) -> None:
        """The due days are told, the first of them and those shown each by itself."""
        due = self.due(now_ms, place)
        self.settled |= {day for day in due if day == min(due)} | {self.day_of(each) for each in shown if each.zone}
        self.collapsed = (self.collapsed | due) - self.settled
        self.until = max(self.until, self.passed(now_ms, place))
        over = self.due_again(now_ms)
        self.put_off -= over
        self.asking = None if self.asking in over else self.asking
        self.told_at_ms = now_ms


@dataclass
class RealTime(Told):
    """What comes so much real time after the last one, wherever its user is."""

    first_ms: int = 0
    step_ms: int = 1

    def instants(self, place: str) -> Sequence[int]:
        """All instants, by number; the zone is all the same."""
        del place
        return range(self.first_ms, self.first_ms + (self.years + 3) * 366 * 86_400_000, self.step_ms)

    def fits(self, occurrence: Occurrence, now_ms: int, place: str) -> bool:
        """As every other one, though none of its occurrences has a zone."""
        if occurrence.due_at_ms in self.due_again(now_ms):
            return True
        day, moved_ms = divmod(occurrence.due_at_ms - self.first_ms, self.step_ms)
        return (day in self.due(now_ms, place) or day in self.collapsed) and moved_ms <= MOST_MOVED_MS

    def day_of(self, occurrence: Occurrence) -> int:
        """The number of the instant that an occurrence stands for."""
        return (occurrence.due_at_ms - self.first_ms) // self.step_ms


@dataclass
class AfterDone(Told):
    """What comes some days after it was done, at its own time of day, and not before."""

    days: int = 1
    owed: int | None = 0

    def due(self, now_ms: int, place: str) -> set[int]:
        """The one day that is owed, once it has come."""
        return {self.owed} if self.owed is not None and self.instants(place)[self.owed] <= now_ms else set()

    def went_back(self, now_ms: int, place: str) -> None:
        """What was told stays told."""

    def tell(self, shown: Iterable[Occurrence], now_ms: int, place: str) -> None:
        """Told: nothing is owed before it is done."""
        del shown
        if self.due(now_ms, place):
            self.owed = None
        self.put_off -= self.due_again(now_ms)

    def done(self, now_ms: int, place: str) -> None:
        """It counts from this day."""
        instants = self.instants(place)
        self.put_off = set()
        today = bisect.bisect_right(self.midnights(place), now_ms) - 1
        self.owed = next(day for day in range(today + self.days, len(instants)) if instants[day] > now_ms)

    def midnights(self, place: str) -> list[int]:
        """When each day begins there."""
        return expected(place, "00:00", self.years)
