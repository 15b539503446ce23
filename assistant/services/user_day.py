"""The user's day: it begins at the hour that is set, so that two at night is still yesterday."""

from __future__ import annotations

from datetime import date, datetime, timedelta


def day_start(now: datetime, day_start_hour: int) -> datetime:
    """When the day of `now` began, on the wall clock of its zone."""
    start = now.replace(hour=day_start_hour, minute=0, second=0, microsecond=0)
    return start - timedelta(days=1) if now < start else start


def day_of(now: datetime, day_start_hour: int) -> date:
    """The date that the user would give `now`."""
    return day_start(now, day_start_hour).date()
