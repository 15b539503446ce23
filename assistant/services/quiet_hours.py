"""The user's quiet hours, by the wall clock."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from assistant.domain.settings import Settings

if TYPE_CHECKING:
    from assistant.domain.ports import Clock

_QUARTER_MS = 15 * 60_000


def is_quiet(settings: Settings, local: datetime) -> bool:
    """Whether a local time lies in the quiet hours; they are off when they begin and end at the same hour."""
    first, last = settings.quiet_from_hour, settings.quiet_to_hour
    return first != last and (local.hour - first) % 24 < (last - first) % 24


def loud_again_ms(settings: Settings, clock: Clock, at_ms: int) -> int:
    """The end of the quiet hours that an instant lies in; the instant itself outside of them."""
    while is_quiet(settings, clock.local(at_ms)):
        at_ms = (at_ms // _QUARTER_MS + 1) * _QUARTER_MS  # zones begin their hours on quarters
    return at_ms
