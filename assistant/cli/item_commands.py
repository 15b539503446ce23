"""The commands that act on items, and take that back: today, done, later, aside, forget, trash, undo, redo."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from assistant.cli.call import Call
from assistant.cli.list_commands import digest
from assistant.cli.naming import named_among, named_items
from assistant.cli.output import Outcome, as_json, iso, one_line, printed
from assistant.cli.short_ids import short_ids
from assistant.cli.times import named_time
from assistant.domain.action import Action, Trashed
from assistant.domain.item import Item, SearchFilter
from assistant.language.task_words import action_words, due_words, redone_words, undone_words
from assistant.language.wording import bracketed, kind_words, titled, when_words, words
from assistant.services.shelving import ClearTo

_LISTED = 200


def today(call: Call) -> Outcome:
    """Today on one page; with `clear` everything left today moves, and one undo brings it back."""
    if call.arguments.action is None:
        return digest(call)
    left = call.app.digesting.left_today()
    to, at_ms = _clear_to(call)
    count = call.app.shelving.clear_day([item.id for item in left], to, at_ms) if left else 0
    if call.is_json:
        return Outcome(stdout=as_json({"moved": [item.id for item in left], "to": to.value, "until": iso(at_ms)}))
    if not count:
        return printed(words("clear.nothing", call.language))
    when = when_words(at_ms, call.now, call.language) if at_ms is not None else ""
    return printed(words(f"clear.{to}", call.language, count=count, when=when))


def _clear_to(call: Call) -> tuple[ClearTo, int | None]:
    wanted: list[str] = call.arguments.to or [ClearTo.TOMORROW.value]
    text = " ".join(wanted)
    if text in (ClearTo.TOMORROW, ClearTo.SHELF):
        return ClearTo(text), None
    return ClearTo.DATE, named_time(call, text).at_ms


def done(call: Call) -> Outcome:
    """Complete items, or open them again."""
    items = named_items(call, call.arguments.ids, "done" if call.arguments.reopen else "open")
    changed = [call.app.curating.done(item.id, not call.arguments.reopen) for item in items]
    return _acted(call, changed)


def later(call: Call) -> Outcome:
    """Give an item another time, in words; `never` takes it away."""
    (item,) = named_items(call, [call.arguments.id], "open")
    text = " ".join(call.arguments.when)
    if text == "never":
        return _acted(call, [call.app.curating.set_due(item.id, None)])
    found = named_time(call, text)
    if found.is_deadline:
        return _acted(call, [call.app.curating.set_due(item.id, found.at_ms, is_deadline=True)])
    return _acted(call, [call.app.curating.postpone(item.id, found.at_ms)])


def aside(call: Call) -> Outcome:
    """What is set aside; with ids set these aside, or bring them back."""
    if not call.arguments.ids:
        where = SearchFilter(open_only=True, set_aside_only=True)
        found = call.app.items.recent(limit=_LISTED, where=where)
        if call.is_json:
            return Outcome(stdout=as_json([_item_data(item) for item in found]))
        if not found:
            return printed(words("aside.none", call.language))
        return printed(*_item_lines(found, call))
    ids = [item.id for item in named_items(call, call.arguments.ids, "open")]
    if call.arguments.back:
        call.app.shelving.bring_back(ids)
    else:
        call.app.shelving.set_aside(ids)
    return _acted(call, list(call.app.items.get_many(ids).values()))


def forget(call: Call) -> Outcome:
    """Move items to the trash; with --now erase them for good."""
    ids = [item.id for item in named_items(call, call.arguments.ids)]
    if call.arguments.now:
        count = call.app.trashing.erase(ids)
        return _erased(call, count)
    count = call.app.trashing.forget(ids)
    if call.is_json:
        return Outcome(stdout=as_json({"trashed": ids}))
    return _last_action(call) if count else printed(words("undo.nothing", call.language))


def trash(call: Call) -> Outcome:
    """What lies in the trash; restore it, erase it for good, or erase everything there."""
    action, ids = call.arguments.action, call.arguments.ids
    if action is None:
        return _trash_list(call)
    if action == "empty":
        return _erased(call, call.app.trashing.empty())
    ids = [item.id for item in named_among(ids, [each.item for each in call.app.trashing.list()])]
    if action == "erase":
        return _erased(call, call.app.trashing.erase(ids))
    call.app.trashing.restore(ids)
    return Outcome(stdout=as_json({"restored": ids})) if call.is_json else _last_action(call)


def _trash_list(call: Call) -> Outcome:
    found = call.app.trashing.list()
    if call.is_json:
        data = [
            {
                **_item_data(each.item),
                "trashed_at": iso(each.trashed_at_ms),
                "erased_at": iso(call.app.trashing.erases_at_ms(each)),
            }
            for each in found
        ]
        return Outcome(stdout=as_json(data))
    if not found:
        return printed(words("trash.empty", call.language))
    ids = short_ids(each.item.id for each in found)
    return printed(*(f"{ids[each.item.id]}  {_trash_line(each, call)}" for each in found))


def _trash_line(trashed: Trashed, call: Call) -> str:
    when = when_words(call.app.trashing.erases_at_ms(trashed), call.now, call.language, has_clock=False)
    until = words("trash.until", call.language, when=when)
    item = trashed.item
    return f"{kind_words(item.kind, call.language)} · {one_line(item.text)}  {bracketed(until, call.language)}"


def undo(call: Call) -> Outcome:
    """Take the last action back, or list what can be taken back."""
    undoing = call.app.undoing
    return _actions(call, undoing.recent()) if call.arguments.show else _turned(call, "undo", undoing.undo())


def redo(call: Call) -> Outcome:
    """Do again what was taken back last, or list what can be done again."""
    undoing = call.app.undoing
    return _actions(call, undoing.undone()) if call.arguments.show else _turned(call, "redo", undoing.redo())


def _actions(call: Call, actions: Sequence[Action]) -> Outcome:
    if call.is_json:
        return Outcome(stdout=as_json([_action_data(action) for action in actions]))
    lines = [f"{when_words(each.at_ms, call.now, call.language)}  {_said(each, call)}" for each in actions]
    return printed(*(lines or [words(f"{call.arguments.command}.nothing", call.language)]))


def _turned(call: Call, way: Literal["undo", "redo"], action: Action | None) -> Outcome:
    if call.is_json:
        return Outcome(stdout=as_json(None if action is None else _action_data(action)))
    if action is None:
        return printed(words(f"{way}.nothing", call.language))
    said = undone_words if way == "undo" else redone_words
    return printed(one_line(said(action, call.language)))


def _acted(call: Call, items: Sequence[Item]) -> Outcome:
    if call.is_json:
        return Outcome(stdout=as_json([_item_data(item) for item in items]))
    return printed(*_item_lines(items, call))


def _item_lines(items: Sequence[Item], call: Call) -> list[str]:
    ids = short_ids(item.id for item in items)
    return [f"{ids[item.id]}  {_item_line(item, call)}" for item in items]


def _item_line(item: Item, call: Call) -> str:
    facts = [kind_words(item.kind, call.language)]
    if item.is_done:
        facts.append(words("action.done", call.language))
    elif item.is_set_aside:
        facts.append(words("action.set_aside", call.language))
    elif item.due_at_ms is not None:
        facts.append(due_words(item.due_at_ms, call.now, call.language, is_deadline=item.is_deadline))
    return titled(" · ".join(facts), one_line(item.text), call.language)


def _item_data(item: Item) -> dict[str, object]:
    return {
        "id": item.id,
        "kind": item.kind.value,
        "text": item.text,
        "due_at": iso(item.due_at_ms),
        "deadline": item.is_deadline,
        "done_at": iso(item.done_at_ms),
        "not_before": iso(item.not_before_ms),
        "set_aside_at": iso(item.set_aside_at_ms),
    }


def _action_data(action: Action) -> dict[str, object]:
    return {"kind": action.kind.value, "at": iso(action.at_ms), "ids": list(action.item_ids)}


def _said(action: Action, call: Call) -> str:
    return one_line(action_words(action, call.language))


def _last_action(call: Call) -> Outcome:
    action = call.app.undoing.last()
    return printed(*([] if action is None else [_said(action, call)]))


def _erased(call: Call, count: int) -> Outcome:
    if call.is_json:
        return Outcome(stdout=as_json({"erased": count}))
    return printed(words("erase.done", call.language, count=count))
