"""The `remind` command: what is due, once or as it comes, and the answers to it."""

from __future__ import annotations

import time

from assistant.cli.call import Call
from assistant.cli.naming import named_among, named_items
from assistant.cli.output import Outcome, as_json, iso, one_line, printed
from assistant.cli.phrases import phrase
from assistant.cli.short_ids import short_id
from assistant.cli.times import named_time
from assistant.domain.errors import ItemMissing
from assistant.domain.item import Item, Language
from assistant.domain.reminder import DueReminder, OccurrenceState, Presented
from assistant.language.wording import late_words, titled, when_words, words

_SWEEP_S = 30


def remind(call: Call) -> Outcome:
    """Show what is due, once; or settle one reminder; or stay and keep showing."""
    arguments = call.arguments
    if arguments.done:
        return _done(call)
    if arguments.snooze:
        return _snooze(call)
    if arguments.stop or arguments.insist or arguments.once:
        return _change(call)
    return _watch(call) if arguments.watch else _show(call)


def _show(call: Call) -> Outcome:
    presented = _sweep(call, has_listener=call.app.is_staying)
    due = [each.reminder for each in presented]
    if call.is_json:
        return Outcome(stdout=as_json([_due_data(reminder) for reminder in due]))
    lines = [due_line(reminder, call) for reminder in due] or [_nothing_due(call)]
    if not call.app.is_staying and any(each.was_notified for each in presented):
        lines.append(phrase("remind.no_buttons", call.language))
    return printed(*lines)


def _done(call: Call) -> Outcome:
    occurrence_id = _occurrence_id(call, call.arguments.done)
    call.app.reminding.done(occurrence_id)
    if call.is_json:
        return Outcome(stdout=as_json({"id": occurrence_id, "state": call.app.occurrences.get(occurrence_id).state}))
    return printed(phrase("was_done", call.language))


def _snooze(call: Call) -> Outcome:
    wanted, given = call.arguments.until, call.arguments.snooze
    if wanted:
        found = named_time(call, " ".join(wanted))
        occurrence_id = _occurrence_id(call, given)
        call.app.reminding.snooze_until(occurrence_id, found.at_ms, follows_wall=not found.is_absolute)
    else:
        occurrence_id = _occurrence_id(call, given)
        call.app.reminding.snooze(occurrence_id, call.arguments.minutes)
    item_id = call.app.occurrences.get(occurrence_id).item_id
    armed = [row.due_at_ms for row in call.app.occurrences.for_item(item_id, (OccurrenceState.ARMED,))]
    if call.is_json:
        return Outcome(
            stdout=as_json({"id": occurrence_id, "item_id": item_id, "again_at": iso(min(armed, default=None))})
        )
    if not armed:
        return printed(phrase("nothing_due", call.language))
    return printed(phrase("snoozed", call.language, when=when_words(min(armed), call.now, call.language)))


def _change(call: Call) -> Outcome:
    """How an item goes on: no longer repeating, insisting, or said once."""
    arguments = call.arguments
    if arguments.stop:
        item = call.app.curating.stop_repeating(_item_id(call, arguments.stop))
        return _changed(item, words("repeat.stopped", call.language), call)
    item = call.app.reminding.insist(_item_id(call, arguments.insist or arguments.once), bool(arguments.insist))
    return _changed(item, words("insist.on" if item.is_insistent else "insist.off", call.language), call)


def _item_id(call: Call, given: str) -> str:
    """The item of a reminder's id, or the one that its id, its id's end or its words name. Raises as `named_items`."""
    try:
        return call.app.occurrences.get(given).item_id
    except ItemMissing:
        return named_items(call, [given])[0].id


def _occurrence_id(call: Call, given: str) -> str:
    """The reminder on the screen that is meant: by its id, the end of it, or what names its item."""
    try:
        return call.app.occurrences.get(given).id
    except ItemMissing:
        shown = call.app.reminding.missed()
        ended = [each for each in shown if len(given) > 3 and each.occurrence.id.endswith(given.upper())]
        if len(ended) == 1:
            return ended[0].occurrence.id
        items = {each.item.id: each.item for each in shown}
        (item,) = named_among([given], items.values())
        return next(each.occurrence.id for each in shown if each.item.id == item.id)


def _changed(item: Item, sentence: str, call: Call) -> Outcome:
    if call.is_json:
        data = {"id": item.id, "text": item.text, "rrule": item.rrule, "insists": item.is_insistent}
        return Outcome(stdout=as_json(data))
    return printed(titled(sentence, one_line(item.text), call.language))


def _sweep(call: Call, *, has_listener: bool) -> list[Presented]:
    """Claim what is due. What no notification shows is shown by the caller's print, which counts as shown."""
    presented = call.app.reminding.sweep(has_listener=has_listener)
    for each in presented:
        if not each.was_notified:
            call.app.reminding.shown(each.reminder.occurrence.id)
    return presented


def _watch(call: Call) -> Outcome:
    try:
        while not call.job.is_cancelled:
            for each in _sweep(call, has_listener=True):
                call.emit(due_line(each.reminder, call) + "\n")
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
    gap = "" if call.language is Language.CHINESE else " "
    return f"{line}{gap}{words('reminder.next', call.language, when=when_words(next_ms, call.now, call.language))}"


def _due_data(reminder: DueReminder) -> dict[str, object]:
    return {
        "id": reminder.occurrence.id,
        "item_id": reminder.item.id,
        "text": reminder.item.text,
        "due_at": iso(reminder.occurrence.due_at_ms),
        "late_ms": reminder.late_ms,
        "may_repeat": reminder.may_repeat,
        "asks": reminder.occurrence.asks,
        "rrule": reminder.item.rrule or None,
    }


def due_line(reminder: DueReminder, call: Call) -> str:
    """A due reminder in words, behind the id of its item."""
    parts = [
        words("reminder.title", call.language),
        when_words(reminder.occurrence.due_at_ms, call.now, call.language),
        late_words(reminder.late_ms, call.language),
    ]
    if reminder.occurrence.asks:
        parts.append(words("reminder.again", call.language))
    if reminder.may_repeat:
        parts.append(words("reminder.may_repeat", call.language))
    said = titled(" · ".join(parts), one_line(reminder.item.text), call.language)
    return f"{short_id(reminder.item.id)}  {said}"
