"""What "Later…" offers: a few instants in words, from the clock and the hours of the user's day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from assistant.domain.settings import Settings
from assistant.services.user_day import day_of

if TYPE_CHECKING:
    from assistant.domain.ports import Clock

_HOUR_MS = 3_600_000
_SOON_MS = _HOUR_MS // 2  # an evening nearer than this is not worth a choice of its own
_MONDAY = 0


class LaterKey(StrEnum):
    """When to remind again. The order is that of use: desktops show three buttons at least."""

    HOUR = "hour"
    EVENING = "evening"
    MORNING = "morning"
    MONDAY = "monday"


@dataclass(frozen=True, slots=True)
class LaterChoice:
    """An instant to remind at, and the phrase that says it. `follows_wall` is False for a stretch of time."""

    key: LaterKey
    at_ms: int
    phrase: str
    follows_wall: bool = True


def later_choices(clock: Clock, settings: Settings) -> list[LaterChoice]:
    """What can be chosen now, soonest first; nothing twice, and no evening that is over or nearly there."""
    now_ms = clock.now_ms()
    hour, evening, morning, monday = (later_choice(key, clock, settings) for key in LaterKey)
    day = _day(clock, settings)
    choices = [hour]
    if _at(clock, day, settings.evening_hour) == evening.at_ms and evening.at_ms >= now_ms + _SOON_MS:
        choices.append(evening)
    choices.append(morning)
    if monday.at_ms != morning.at_ms:
        choices.append(monday)
    return choices


def later_choice(key: LaterKey, clock: Clock, settings: Settings) -> LaterChoice:
    """The instant of one choice, always ahead: an evening that is over means the next one."""
    now_ms, day = clock.now_ms(), _day(clock, settings)
    if key is LaterKey.HOUR:
        return LaterChoice(key, now_ms + _HOUR_MS, "later.hour", follows_wall=False)
    if key is LaterKey.EVENING:
        today_ms = _at(clock, day, settings.evening_hour)
        at_ms = today_ms if today_ms > now_ms else _at(clock, day + timedelta(days=1), settings.evening_hour)
        return LaterChoice(key, at_ms, "later.evening")
    if key is LaterKey.MORNING:
        is_today = day + timedelta(days=1) == clock.local().date()
        at_ms = _at(clock, day + timedelta(days=1), settings.morning_hour)
        if at_ms <= now_ms:  # the day begins after its morning: a setting that only a night owl has
            is_today, at_ms = False, _at(clock, day + timedelta(days=2), settings.morning_hour)
        return LaterChoice(key, at_ms, "later.this_morning" if is_today else "later.morning")
    to_monday = (_MONDAY - day.weekday() - 1) % 7 + 1
    at_ms = _at(clock, day + timedelta(days=to_monday), settings.morning_hour)
    if at_ms <= now_ms:
        at_ms = _at(clock, day + timedelta(days=to_monday + 7), settings.morning_hour)
    return LaterChoice(key, at_ms, "later.monday")


def _day(clock: Clock, settings: Settings) -> date:
    """The user's day: before it begins, it is still yesterday."""
    return day_of(clock.local(), settings.day_start_hour)


def _at(clock: Clock, day: date, hour: int) -> int:
    moment = datetime(day.year, day.month, day.day, hour, tzinfo=clock.local().tzinfo)
    return round(moment.astimezone(UTC).timestamp() * 1000)
