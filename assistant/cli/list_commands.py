"""The commands that show what matters now: mind, digest, remind."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import asdict

from assistant.cli.call import Call
from assistant.cli.output import Outcome, as_json, iso, one_line, printed
from assistant.cli.phrases import phrase
from assistant.domain.digest import DigestLine, Section, SectionKind
from assistant.domain.memory import Reason
from assistant.domain.reminder import DueReminder
from assistant.language.learning_words import learned_lines
from assistant.language.repeat_words import repeat_words
from assistant.language.task_words import task_facts
from assistant.language.wording import late_words, list_words, reason_words, section_words, when_words, words

_SWEEP_S = 30


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
    lines = [f"{words('mind.title', call.language)} ({budget})"]
    for resident in now.residents:
        mark = "▲" if resident.item.is_pinned else " "
        lines.append(f"{mark} {resident.weight:.2f}  {one_line(resident.item.text)}")
        lines.append(f"         {_reasons_line(resident.reasons, call)}")
    return printed(*lines)


def _learned(call: Call) -> Outcome:
    learning = call.app.learning
    if call.arguments.is_reset:
        learning.reset()
    if call.arguments.rehearse and call.app.rehearsing.can_rehearse():
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
    for section in today.sections:
        lines += _section_lines(section, call)
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


def _section_lines(section: Section, call: Call) -> list[str]:
    if not section.lines and not section.folded:
        return []
    lines = [section_words(section.kind, call.language)]
    for line in section.lines:
        mark = "✓" if line.item.is_done else "·"
        lines.append(f"  {mark} {one_line(line.title or line.item.text)}")
        why = [_reasons_line(line.reasons, call), repeat_words(line.item, call.language)]
        why += task_facts(line.item, call.now, call.language)
        if any(why):
            lines.append(f"      {list_words([part for part in why if part], call.language)}")
    if section.kind is SectionKind.ASIDE:
        return [f"▸ {lines[0]}  (sidemind aside)"]  # without a number: the shelf is no debt
    if section.folded:
        lines.append(f"  ▸ {words('today.more', call.language, count=len(section.folded))}")
    return lines


def remind(call: Call) -> Outcome:
    """Show what is due, once; or settle one reminder; or stay and keep showing."""
    reminding = call.app.reminding
    if call.arguments.done:
        reminding.done(call.arguments.done)
        return printed(phrase("was_done", call.language))
    if call.arguments.snooze:
        reminding.snooze(call.arguments.snooze, call.arguments.minutes)
        return printed(phrase("snoozed", call.language))
    if call.arguments.watch:
        return _watch(call)
    due = _sweep(call)
    if call.is_json:
        return Outcome(stdout=as_json([_due_data(reminder) for reminder in due]))
    return printed(*([due_line(reminder, call) for reminder in due] or [_nothing_due(call)]))


def _sweep(call: Call) -> list[DueReminder]:
    """Claim what is due. What no notification shows is shown by the caller's print, which counts as shown."""
    due: list[DueReminder] = []
    for presented in call.app.reminding.sweep():
        if not presented.was_notified:
            call.app.reminding.shown(presented.reminder.occurrence.id)
        due.append(presented.reminder)
    return due


def _watch(call: Call) -> Outcome:
    try:
        while not call.job.is_cancelled:
            for reminder in _sweep(call):
                call.emit(due_line(reminder, call) + "\n")
            time.sleep(_wait_s(call))
    except KeyboardInterrupt:
        pass
    return Outcome()


def _wait_s(call: Call) -> float:
    next_ms = call.app.reminding.next_due_ms()
    if next_ms is None:
        return _SWEEP_S
    return min(_SWEEP_S, max(0.2, (next_ms - call.app.clock.now_ms()) / 1000))


def _nothing_due(call: Call) -> str:
    line = phrase("nothing_due", call.language)
    next_ms = call.app.reminding.next_due_ms()
    if next_ms is None:
        return line
    return f"{line} {words('reminder.next', call.language, when=when_words(next_ms, call.now, call.language))}"


def _due_data(reminder: DueReminder) -> dict[str, object]:
    return {
        "id": reminder.occurrence.id,
        "item_id": reminder.item.id,
        "text": reminder.item.text,
        "due_at": iso(reminder.occurrence.due_at_ms),
        "late_ms": reminder.late_ms,
        "may_repeat": reminder.may_repeat,
    }


def due_line(reminder: DueReminder, call: Call) -> str:
    """A due reminder in words, with its id below."""
    parts = [
        words("reminder.title", call.language),
        when_words(reminder.occurrence.due_at_ms, call.now, call.language),
        late_words(reminder.late_ms, call.language),
    ]
    if reminder.may_repeat:
        parts.append(words("reminder.may_repeat", call.language))
    return f"{' · '.join(parts)}: {one_line(reminder.item.text)}\n    {reminder.occurrence.id}"
