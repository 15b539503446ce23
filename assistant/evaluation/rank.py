"""Ranks every question of a data set with the real store, index and scorer; one JSON object a line."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from assistant.app import App, Paths, build
from assistant.domain.item import Language, Provenance
from assistant.domain.job import Job
from assistant.domain.memory import Weighed
from assistant.domain.settings import Settings
from assistant.evaluation.cases import Case, Question
from assistant.memory import prompt

RANKED = 400
"""Items a question's ranking holds at most: enough for what remains when a format drops most of them."""

_IN_CONTEXT = 20  # of these, as in an answer, the ones that fit the budget make the context


def rank(cases: Iterable[Case], *, is_plain: bool = False, is_own: bool = False) -> Iterator[dict[str, object]]:
    """Rankings of all questions. Every case gets a new store, as an installation would have it.

    With `is_plain` by BM25 alone, without neighbours and sessions; with `is_own` the assistant's words are left out of
    the store, as the product itself leaves them out.
    """
    for case in cases:
        with tempfile.TemporaryDirectory(prefix="sidemind-evaluation-") as folder:
            app = build(Paths.under(Path(folder)))
            try:
                yield from _rank_case(app, _own(case) if is_own else case, is_plain)
            finally:
                app.close()


def write(rankings: Iterable[dict[str, object]], path: Path) -> int:
    """Write rankings as JSON lines. How many."""
    count = 0
    with path.open("w", encoding="utf-8") as file:
        for ranking in rankings:
            file.write(json.dumps(ranking, ensure_ascii=False) + "\n")
            count += 1
    return count


def _own(case: Case) -> Case:
    events = (event for event in case.events if getattr(event, "provenance", None) is not Provenance.ASSISTANT)
    return Case(case.name, tuple(events))


def _rank_case(app: App, case: Case, is_plain: bool) -> Iterator[dict[str, object]]:
    last_ms, pending = 0, False
    for event in case.events:
        if isinstance(event, Question):
            if pending:
                app.items.index_pending(Job())
                pending = False
            yield _rank_question(app, event, last_ms, is_plain)
        else:
            app.items.add(event)
            last_ms, pending = max(last_ms, event.created_at_ms), True


def _rank_question(app: App, question: Question, now_ms: int, is_plain: bool) -> dict[str, object]:
    """The whole ranking; the time is that of what an answer needs: recall and the context's choice."""
    weighed = app.recalling.rank(question.text, limit=RANKED, is_plain=is_plain)
    started = time.perf_counter()
    recalled = weighed if is_plain else app.recalling.recall(question.text, limit=_IN_CONTEXT, now_ms=now_ms)
    context = _context(question.text, recalled[:_IN_CONTEXT], now_ms)
    milliseconds = (time.perf_counter() - started) * 1000
    return {
        "question": question.id,
        "items": [{"id": one.item.id, "score": round(one.score, 4)} for one in weighed],
        "context": context,
        "milliseconds": round(milliseconds, 3),
    }


def _context(question: str, weighed: list[Weighed], now_ms: int) -> list[str]:
    now = datetime.fromtimestamp(now_ms / 1000).astimezone()
    context = prompt.assemble(question, weighed, (), Settings().context_tokens, now, Language.ENGLISH)
    return [item.id for item in context.sources]
