"""Times that a command line names in words."""

from __future__ import annotations

from assistant.cli.call import Call
from assistant.cli.output import one_line
from assistant.cli.phrases import phrase
from assistant.domain.errors import UsageError
from assistant.domain.item import TimeSpan
from assistant.language.time import find_time


def named_time(call: Call, text: str) -> TimeSpan:
    """The time that words name. Raises `UsageError` when they name none, or a day gone by."""
    settings = call.app.current_settings()
    found = find_time(text, call.now, morning_hour=settings.morning_hour, evening_hour=settings.evening_hour)
    if found is None or call.app.clock.local(found.at_ms).date() < call.now.date():
        raise UsageError(reason=phrase("misuse.no_time", call.language, given=one_line(text, 60)))
    return found
