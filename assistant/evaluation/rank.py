"""Ranks every question of a data set with the real store, index and scorer; one JSON object a line."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from assistant.app import App, Paths, build
from assistant.domain.item import Item, Language, Provenance
from assistant.domain.job import Job
from assistant.domain.memory import Weighed
from assistant.domain.settings import Settings
from assistant.evaluation import first_half
from assistant.evaluation.cases import Case, DataInvalid, Question
from assistant.evaluation.deletion import deletion
from assistant.evaluation.systems import System
from assistant.memory import prompt

RANKED = 400
"""Items a question's ranking holds at most: enough for what remains when a format drops most of them."""

LEAST_RANKED = 50
"""Below this the newest of what the question does not bring to mind follow, so that a ranking is never short."""

OFF_TOPIC = "off-topic:"
"""Begins the id of a question that was asked of a store which cannot answer it."""

_IN_CONTEXT = 20  # of these, as in an answer, the ones that fit the budget make the context


def rank(cases: Iterable[Case], system: System, *, with_off_topic: bool = False) -> Iterator[dict[str, object]]:
    """Rankings of all questions. Every case gets a new store, as an installation would have it.

    With `with_off_topic` every store is also asked, at its end, the questions of the next one.
    Raises `DataInvalid` when nothing is asked.
    """
    known = list(cases)
    if not any(case.questions for case in known):
        raise DataInvalid("the data hold no question")
    for place, case in enumerate(known):
        strange = known[(place + 1) % len(known)].questions if with_off_topic and len(known) > 1 else []
        with tempfile.TemporaryDirectory(prefix="sidemind-evaluation-") as folder:
            app = build(Paths.under(Path(folder)))
            try:
                system.install(app)
                yield from _rank_case(app, own_words(case) if system.is_own else case, system, strange)
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


def own_words(case: Case) -> Case:
    """A case without what an assistant said."""
    events = (event for event in case.events if getattr(event, "provenance", None) is not Provenance.ASSISTANT)
    return Case(case.name, tuple(events))


def _rank_case(app: App, case: Case, system: System, strange: Sequence[Question]) -> Iterator[dict[str, object]]:
    last_ms, pending = 0, False
    newest: list[Item] = []
    if system.learn:
        learned = first_half.learned_ids(case, system.learn)
        yield from _learned(app, case, system, learned)
        case = Case(case.name, tuple(question for question in case.questions if question.id not in learned))
        newest = app.items.recent(limit=LEAST_RANKED)
        last_ms = max((item.created_at_ms for item in newest), default=0)
    for event in case.events:
        if isinstance(event, Question):
            if pending:
                _settle(app, system)
                newest = app.items.recent(limit=LEAST_RANKED)
                pending = False
            yield rank_question(app, event, last_ms, system, newest)
        else:
            app.items.add(event)
            last_ms, pending = max(last_ms, event.created_at_ms), True
    for question in strange:
        ranking = rank_question(app, question, last_ms, system, newest)
        yield ranking | {"question": f"{OFF_TOPIC}{case.name}:{question.id}"}


def _settle(app: App, system: System) -> None:
    """Do what the program does in the background before somebody asks."""
    app.items.index_pending(Job())
    app.encoding.catch_up(Job())
    if system.is_rehearsed and app.rehearsing.is_due():
        app.rehearsing.rehearse(Job(), pause=lambda _: None)


def _learned(app: App, case: Case, system: System, learned: frozenset[str]) -> Iterator[dict[str, object]]:
    """Keep all items, then learn from some of the questions."""
    items = [event for event in case.events if isinstance(event, Item)]
    for item in items:
        app.items.add(item)
    _settle(app, system)
    questions = [question for question in case.questions if question.id in learned]
    first_half.learn(app, questions, max((item.created_at_ms for item in items), default=0), _IN_CONTEXT)
    yield from map(first_half.learned_row, questions)


def rank_question(
    app: App, question: Question, now_ms: int, system: System, newest: Sequence[Item] = ()
) -> dict[str, object]:
    """The whole ranking; the time is that of what an answer needs: recall and the context's choice."""
    started = time.perf_counter()
    weighed = app.recalling.rank(question.text, limit=RANKED, is_plain=True) if system.is_plain else []
    recalled = weighed or app.recalling.recall(question.text, limit=_IN_CONTEXT, now_ms=now_ms)
    context = _context(question.text, recalled[:_IN_CONTEXT], now_ms)
    milliseconds = (time.perf_counter() - started) * 1000
    weighed = weighed or app.recalling.rank(question.text, limit=RANKED)
    return {
        "question": question.id,
        "items": [_row(one.item.id, one.score, one.weight) for one in weighed] + _rest(weighed, newest),
        "context": context,
        "milliseconds": round(milliseconds, 3),
        "found": len(weighed),
        "deletion": deletion(app.scorer, weighed),
    }


def _row(item_id: str, score: float, weight: float) -> dict[str, object]:
    return {"id": item_id, "score": round(score, 4), "weight": round(weight, 6)}


def _rest(weighed: Sequence[Weighed], newest: Sequence[Item]) -> list[dict[str, object]]:
    """What fills a short ranking: below everything that was found, and with no weight."""
    known = {one.item.id for one in weighed}
    score = (weighed[-1].score if weighed else 0.0) - 1.0
    others = [item.id for item in newest if item.id not in known]
    return [_row(item_id, score, 0.0) for item_id in others[: max(0, LEAST_RANKED - len(weighed))]]


def _context(question: str, weighed: list[Weighed], now_ms: int) -> list[str]:
    now = datetime.fromtimestamp(now_ms / 1000).astimezone()
    context = prompt.assemble(question, weighed, (), Settings().context_tokens, now, Language.ENGLISH)
    return [item.id for item in context.sources]
