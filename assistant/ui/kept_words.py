"""What is said after a capture: that it is kept, when it comes back, and calmly that it was kept before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QObject

from assistant.domain.item import ItemKind, Kept, Language
from assistant.language import wording
from assistant.language.task_words import deadline_day, start_words
from assistant.ui.intention_chips import fired_lines

_SAME_BEFORE = 2  # the same line for the third time is told


class KeptWords(QObject):
    """The words of the notice, in the language in force."""

    def say(self, receipt: Kept, earlier: Sequence[int], now: datetime, language: Language) -> str:
        """`earlier` are the instants at which the same was kept before, latest first."""
        said = self._kept(receipt, now, language)
        if len(earlier) >= _SAME_BEFORE:
            said += "\n" + wording.words("kept.before", language, when=wording.when_words(earlier[0], now, language))
        return said + fired_lines(receipt.fired, language)

    def _kept(self, receipt: Kept, now: datetime, language: Language) -> str:
        item = receipt.item
        if receipt.is_spooled:
            return self.tr("Kept safely beside the store; it moves in when the store is free.")
        if item.due_at_ms is not None and item.kind is ItemKind.TASK:
            if item.is_deadline and not item.rrule:
                when = deadline_day(item.due_at_ms, now, language)
                return self.tr("Kept. Due by {when}; I will remind you before.").format(when=when)
            when = wording.when_words(item.due_at_ms, now, language)
            return self.tr("Kept. I will remind you {when}.").format(when=when)
        if item.not_before_ms is not None:
            start = start_words(item.not_before_ms, now, language)
            return self.tr("Kept. You will see it {start}.").format(start=start)
        if item.kind is ItemKind.QUESTION:
            return self.tr("Kept. The answer comes in Chat.")
        return self.tr("Kept.")
