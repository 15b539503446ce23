"""The commands that show what matters now: mind, digest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict

from assistant.cli.call import Call
from assistant.cli.output import Outcome, as_json, iso, one_line, printed
from assistant.cli.short_ids import short_ids
from assistant.domain.digest import DigestLine, Section, SectionKind
from assistant.domain.memory import Reason
from assistant.language.learning_words import learned_lines
from assistant.language.repeat_words import repeat_words
from assistant.language.task_words import task_facts
from assistant.language.wording import list_words, noted, reason_words, section_words, words


def mind(call: Call) -> Outcome:
    """The residents of the dynamic memory, heaviest first, each with its reasons; or what was learned from use."""
    if call.arguments.learned or call.arguments.rehearse or call.arguments.is_reset:
        return _learned(call)
    now = call.app.remembering.mind()
    if call.is_json:
        return Outcome(
            stdout=as_json(
                {
                    "capacity_tokens": now.capacity_tokens,
                    "residents": [
                        {
                            "id": resident.item.id,
                            "text": resident.item.text,
                            "weight": resident.weight,
                            "reasons": _reasons_data(resident.reasons, call),
                            "pinned": resident.item.is_pinned,
                        }
                        for resident in now.residents
                    ],
                }
            )
        )
    if not now.residents:
        return printed(words("mind.empty", call.language))
    budget = words("mind.budget", call.language, used=now.used_tokens, capacity=now.capacity_tokens)
    lines = [noted(words("mind.title", call.language), budget, call.language)]
    ids = short_ids(resident.item.id for resident in now.residents)
    for resident in now.residents:
        mark = "▲" if resident.item.is_pinned else " "
        lines.append(f"{mark} {resident.weight:.2f}  {ids[resident.item.id]}  {one_line(resident.item.text)}")
        lines.append(f"                {_reasons_line(resident.reasons, call)}")
    return printed(*lines)


def _learned(call: Call) -> Outcome:
    learning = call.app.learning
    if call.arguments.is_reset:
        learning.reset()
    if call.arguments.rehearse and call.app.rehearsing.can_rehearse():
        if call.app.writing_questions.is_due():
            if call.is_terminal and not call.is_json:
                call.emit(words("learned.writing", call.language) + "\n")
            call.app.writing_questions.write(call.job, pause=lambda _: None)
        call.app.rehearsing.rehearse(call.job, pause=lambda _: None)
    state = learning.state()
    if call.is_json:
        return Outcome(stdout=as_json(asdict(state)))
    done = [words("learned.reset", call.language)] if call.arguments.is_reset else []
    return printed(*(done or learned_lines(state, call.language)))


def _reasons_data(reasons: Iterable[Reason], call: Call) -> list[dict[str, object]]:
    return [
        {
            "kind": reason.kind.value,
            "share": reason.share,
            "detail": reason.detail,
            "words": reason_words(reason, call.language, call.now),
        }
        for reason in reasons
    ]


def _reasons_line(reasons: Iterable[Reason], call: Call) -> str:
    return list_words([reason_words(reason, call.language, call.now) for reason in reasons], call.language)


def digest(call: Call) -> Outcome:
    """Today on one page."""
    today = call.app.digesting.digest()
    if call.is_json:
        sections = [
            {
                "kind": section.kind.value,
                "title": section_words(section.kind, call.language),
                "lines": [_line_data(line, call) for line in section.lines],
                "folded": [_line_data(line, call) for line in section.folded],
            }
            for section in today.sections
        ]
        return Outcome(stdout=as_json({"made_at": iso(today.made_at_ms), "sections": sections}))
    lines: list[str] = []
    ids = short_ids(line.item.id for section in today.sections for line in section.lines)
    for section in today.sections:
        lines += _section_lines(section, ids, call)
    if today.has_newly_aside:
        lines.append(words("aside.note", call.language))
    return printed(*(lines or [words("today.empty", call.language)]))


def _line_data(line: DigestLine, call: Call) -> dict[str, object]:
    return {
        "id": line.item.id,
        "text": line.item.text,
        "due_at": iso(line.due_at_ms),
        "deadline": line.item.is_deadline,
        "carried_over": line.item.rolls,
        "effort_minutes": line.item.effort_minutes,
        "waiting_for": line.item.waiting_for or None,
        "rrule": line.item.rrule,
        "repeats": repeat_words(line.item, call.language),
        "done": line.item.is_done,
        "pinned": line.item.is_pinned,
        "reasons": _reasons_data(line.reasons, call),
    }


def _section_lines(section: Section, ids: Mapping[str, str], call: Call) -> list[str]:
    if not section.lines and not section.folded:
        return []
    lines = [section_words(section.kind, call.language)]
    for line in section.lines:
        mark = "✓" if line.item.is_done else "·"
        lines.append(f"  {mark} {ids[line.item.id]}  {one_line(line.title or line.item.text)}")
        why = [_reasons_line(line.reasons, call), repeat_words(line.item, call.language)]
        why += task_facts(line.item, call.now, call.language, line.reasons)
        if any(why):
            lines.append(f"            {list_words([part for part in why if part], call.language)}")
    if section.kind is SectionKind.ASIDE:
        return [f"▸ {lines[0]}  (sidemind aside)"]  # without a number: the shelf is no debt
    if section.folded:
        lines.append(f"  ▸ {words('today.more', call.language, count=len(section.folded))}")
    return lines
