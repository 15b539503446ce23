"""The commands that take a text: capture, ask, search."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.cli.call import Call
from assistant.cli.intention_commands import cue_data, fired_data, fired_lines
from assistant.cli.output import Outcome, as_json, iso, one_line, plain, printed
from assistant.cli.phrases import phrase
from assistant.cli.short_ids import short_ids, with_ids_at_end
from assistant.domain.conversation import Answer, AnswerNotice, AnswerPiece, ReadingSources, TurnState
from assistant.domain.errors import StoreError
from assistant.domain.item import Found, Item, ItemKind, Kept, SearchFilter
from assistant.domain.job import Cancelled, Job
from assistant.language.repeat_words import repeat_words
from assistant.language.task_words import due_words, task_facts
from assistant.language.wording import bracketed, kind_words, line_cue_words, notice_words, titled, when_words, words

_SAME_BEFORE = 2  # the same line for the third time is told, as in the window


def capture(call: Call) -> Outcome:
    """Keep the text, verbatim; with --lines every line that is not blank."""
    kind = ItemKind(call.arguments.kind) if call.arguments.kind else None
    text = call.text()
    texts = [line for line in text.splitlines() if line.strip()] if call.arguments.lines else [text]
    receipts = [
        call.app.capturing.capture(each, kind, item_id=call.item_id(number))
        for number, each in enumerate(texts or [text])
    ]
    notice = ""
    if any(kept.first_spool_notice for kept in receipts):
        notice = words("kept.first_spool", call.language) + "\n"
    if call.is_json:
        data = [_kept_data(kept, _times_before(receipts, call), call) for kept in receipts]
        return Outcome(stdout=as_json(data if call.arguments.lines else data[0]), stderr=notice)
    lines: list[tuple[str, str]] = []
    for kept in receipts:
        lines.append((_kept_line(kept, call), kept.item.id))
        lines += [(line, "") for line in fired_lines(kept.fired, call)]
    before = _times_before(receipts, call)
    if len(before) >= _SAME_BEFORE:
        when = when_words(before[0], call.now, call.language)
        lines.append((words("kept.before", call.language, when=when), ""))
    return replace(printed(*with_ids_at_end(lines)), stderr=notice)


def _times_before(receipts: Sequence[Kept], call: Call) -> list[int]:
    """When the same was kept before; of many lines at once this is not said. What is kept is kept, whatever fails."""
    if call.arguments.lines or receipts[0].is_spooled:
        return []
    try:
        return call.app.kept_before.times(receipts[0].item)
    except StoreError:
        return []


def _kept_data(kept: Kept, before: Sequence[int], call: Call) -> dict[str, object]:
    item = kept.item
    return {
        "id": item.id,
        "kind": item.kind.value,
        "text": item.text,
        "created_at": iso(item.created_at_ms),
        "due_at": iso(item.due_at_ms),
        "deadline": item.is_deadline,
        "not_before": iso(item.not_before_ms),
        "effort_minutes": item.effort_minutes,
        "waiting_for": item.waiting_for or None,
        "rrule": item.rrule or None,
        "insists": item.is_insistent,
        "spooled": kept.is_spooled,
        "kept_before": [iso(at_ms) for at_ms in before],
        "recognised": _recognised_data(kept, call),
        "fired": fired_data(kept.fired, call),
    }


def _repeat_data(item: Item, call: Call) -> dict[str, object] | None:
    if not item.rrule:
        return None
    return {
        "words": repeat_words(item, call.language),
        "first_wall": item.first_wall,
        "zone": item.zone,
        "after_done": item.repeats_after_done,
        "except_days": list(item.except_days),
    }


def _recognised_data(kept: Kept, call: Call) -> dict[str, object]:
    line, item = kept.line, kept.item
    span = line.time if line is not None else None
    cue = line.cue if line is not None else None
    return {
        "time": item.text[span.start : span.end] if span is not None else None,
        "repeat": _repeat_data(item, call),
        "absolute": item.is_absolute,
        "marks": [{"kind": mark.kind.value, "words": mark.words} for mark in line.marks] if line is not None else [],
        "tags": list(item.tags),
        "people": list(item.people),
        "intention": None if cue is None else cue_data(cue),
    }


def _kept_line(kept: Kept, call: Call) -> str:
    item = kept.item
    parts = [words("kept.spooled" if kept.is_spooled else "kept", call.language), kind_words(item.kind, call.language)]
    if item.due_at_ms is not None:
        parts.append(due_words(item.due_at_ms, call.now, call.language, is_deadline=item.is_deadline))
    parts += [*filter(None, [repeat_words(item, call.language)]), *task_facts(item, call.now, call.language)]
    if kept.line is not None:
        parts += filter(None, [line_cue_words(kept.line, call.language)])
    return titled(" · ".join(parts), one_line(item.text), call.language)


def ask(call: Call) -> Outcome:
    """Answer with sources; on a terminal the text appears while it is written."""
    question = call.text()
    is_streamed = call.is_terminal and not call.is_json
    job = Job(_printer(call) if is_streamed else _ignore)
    call.job.on_cancel(job.cancel)
    try:
        answer = call.app.answering.ask(question, job)
    except Cancelled:
        return Outcome(status=130, stderr=phrase("stopped", call.language) + "\n")
    finally:
        call.job.on_cancel(None)
    if call.is_json:
        return Outcome(stdout=as_json(_answer_data(answer, call)))
    tail = _answer_tail(answer, call)
    if not answer.text:
        return printed(*fired_lines(answer.fired, call), *tail[1:])  # nothing was said that stands above it
    return printed(*fired_lines(answer.fired, call), "" if is_streamed else answer.text, *tail)


def _ignore(_: object) -> None:
    pass


def _printer(call: Call) -> Callable[[object], None]:
    def show(progress: object) -> None:
        if isinstance(progress, ReadingSources) and progress.count:
            call.emit(words("answer.reading", call.language, count=progress.count) + "\n")
        elif isinstance(progress, AnswerPiece):
            call.emit(plain(progress.text))

    return show


def _answer_data(answer: Answer, call: Call) -> dict[str, object]:
    return {
        "answer": answer.text,
        "citations": [
            {"number": cited.number, "id": cited.item_id, "text": cited.text, "created_at": iso(cited.created_at_ms)}
            for cited in answer.citations
        ],
        "model": answer.model,
        "milliseconds": answer.milliseconds,
        "fired": fired_data(answer.fired, call),
    }


def _answer_tail(answer: Answer, call: Call) -> list[str]:
    lines: list[str] = []
    if answer.citations:
        lines += ["", words("answer.sources", call.language)]
        for cited in answer.citations:
            when = when_words(cited.created_at_ms, call.now, call.language)
            lines.append(f"  [{cited.number}] {one_line(cited.text)}  {bracketed(when, call.language)}")
    is_without_notes = answer.notice is AnswerNotice.NO_MODEL and not answer.citations  # as "Noted." is
    if answer.notice is not AnswerNotice.NONE and not is_without_notes:
        lines += ["", notice_words(answer.notice, call.language)]
    if answer.state is TurnState.INTERRUPTED:
        lines += ["", words("answer.interrupted", call.language)]
    return lines


def search(call: Call) -> Outcome:
    """Items by words, best first; the newest without words."""
    where = SearchFilter(
        kinds=frozenset([ItemKind(call.arguments.kind)] if call.arguments.kind else []),
        tag=call.arguments.tag.lstrip("#") if call.arguments.tag else None,
        open_only=call.arguments.is_open,
    )
    query = " ".join(call.arguments.text)
    found = call.app.recalling.search(query, limit=call.arguments.limit, where=where)
    if call.is_json:
        return Outcome(stdout=as_json([_found_data(hit) for hit in found]))
    if not found and not query:
        return printed(phrase("search.none" if call.app.items.count() else "search.empty", call.language))
    if not found:
        return printed(words("search.nothing", call.language, query=one_line(query, 60)))
    ids = short_ids(hit.item.id for hit in found)
    return printed(*(f"{ids[hit.item.id]}  {_found_line(hit, call)}" for hit in found))


def _found_data(hit: Found) -> dict[str, object]:
    return {
        "id": hit.item.id,
        "text": hit.item.text,
        "score": hit.score,
        "created_at": iso(hit.item.created_at_ms),
        "kind": hit.item.kind.value,
    }


def _found_line(hit: Found, call: Call) -> str:
    item = hit.item
    when = when_words(item.created_at_ms, call.now, call.language)
    return f"{kind_words(item.kind, call.language)} · {one_line(item.text)}  {bracketed(when, call.language)}"
