"""Learning from use, measured: a part of every case's questions become uses, the others are ranked afterwards.

A learned question is asked as an answer would ask it; of what it brings up the user opens what is evidence. What was
not brought up cannot be opened. Then the log is gone through once, as the program does by itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.app import App
from assistant.domain.memory import Use, UseKind
from assistant.evaluation.cases import Case, Question

FIRST_HALF, EVERY_OTHER = "first-half", "every-other"
WAYS = (FIRST_HALF, EVERY_OTHER)
"""Which questions are learned from: the first half in their order, or every other one (no shift between the halves)."""


def learned_ids(case: Case, way: str) -> frozenset[str]:
    """The ids of the questions that become uses. Only those with evidence that count in the headline can."""
    usable = [question.id for question in case.questions if question.gold and question.is_headline]
    return frozenset(usable[: len(usable) // 2] if way == FIRST_HALF else usable[::2])


def learn(app: App, questions: Sequence[Question], now_ms: int, limit: int) -> None:
    """Ask these, open the evidence among the first `limit`, and learn from it."""
    for question in questions:
        weighed = app.recalling.recall(question.text, limit=limit, now_ms=now_ms)
        app.learning.shown(weighed)
        at_ms = app.clock.now_ms()
        used = [one.item.id for one in weighed if one.item.id in question.gold]
        app.residents.record([Use(item_id, UseKind.OPENED, at_ms) for item_id in used])
    app.learning.relearn()


def learned_row(question: Question) -> dict[str, object]:
    """Stands for a learned question in a file of rankings; it is not scored."""
    return {"question": question.id, "items": [], "context": [], "is_learned": True}
