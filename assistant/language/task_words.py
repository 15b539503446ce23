"""What a task says of itself, in words: its deadline or date, start, effort, who owes it; and what was done to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from assistant.domain.action import Action
from assistant.domain.item import Item, Language
from assistant.domain.memory import Reason, ReasonKind
from assistant.language.waiting import SOMEBODY
from assistant.language.wording import deadline_day, titled, when_words, words

_TITLE_LENGTH = 60


def due_words(at_ms: int, now: datetime, language: Language, *, is_deadline: bool) -> str:
    """An instant as the user meant it: "Fri 15:00", "by Fri 17:00", and "by Fri" when only a day was named."""
    if not is_deadline:
        return when_words(at_ms, now, language)
    return words("due.by", language, when=deadline_day(at_ms, now, language))


def start_words(at_ms: int, now: datetime, language: Language) -> str:
    """From when on a task counts: "from Mon", 周一起."""
    at = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=at_ms)).astimezone(now.tzinfo)
    when = when_words(at_ms, now, language, has_clock=(at.hour, at.minute) != (0, 0))
    return words("start.from", language, when=when)


def effort_words(minutes: int, language: Language) -> str:
    """How long something takes: "about 1 h 30 min"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        amount = words("effort.minutes", language, count=rest)
    elif not rest:
        amount = words("effort.hours", language, count=hours)
    else:
        amount = words("effort.both", language, hours=hours, minutes=rest)
    return words("effort", language, amount=amount)


def waiting_words(who: str, language: Language) -> str:
    """Who owes the user something; empty for nobody."""
    if not who:
        return ""
    if who == SOMEBODY:
        return words("waiting.plain", language)
    gap = " " if language is Language.CHINESE and who[0].isascii() else ""
    return words("waiting.for", language, who=f"{gap}{who}")


def task_facts(item: Item, now: datetime, language: Language, told: Sequence[Reason] = ()) -> list[str]:
    """The short facts of a task besides its time: its start when that is ahead, who owes it, its effort.

    What the reasons `told` beside them say already is left out.
    """
    is_waiting_told = any(reason.kind is ReasonKind.WAITING for reason in told)
    facts: list[str] = []
    if item.not_before_ms is not None and item.not_before_ms > now.timestamp() * 1000:
        facts.append(start_words(item.not_before_ms, now, language))
    if item.waiting_for and not is_waiting_told:
        facts.append(waiting_words(item.waiting_for, language))
    if item.effort_minutes:
        facts.append(effort_words(item.effort_minutes, language))
    return facts


def action_words(action: Action, language: Language) -> str:
    """What was done, and to what: "Done: Call Anna"; of several only what."""
    said, title = words(f"action.{action.kind}", language), _title(action)
    return titled(said, title, language) if title else said


def undone_words(action: Action, language: Language) -> str:
    """That it was taken back: "Taken back (Done): Call Anna"."""
    return _turned_words("undo.done", action, language)


def redone_words(action: Action, language: Language) -> str:
    """That it was done again: "Done again (Done): Call Anna"."""
    return _turned_words("redo.done", action, language)


def _turned_words(phrase: str, action: Action, language: Language) -> str:
    said, title = words(f"action.{action.kind}", language), _title(action)
    return words(f"{phrase}.titled" if title else phrase, language, action=said, title=title)


def _title(action: Action) -> str:
    """Of the one item it was about; empty for several."""
    title = " ".join(action.title[: 4 * _TITLE_LENGTH].split()) if len(action.item_ids) == 1 else ""
    return title if len(title) <= _TITLE_LENGTH else title[: _TITLE_LENGTH - 1] + "…"
