"""What waits for a person or a topic: the command `intentions`, and how intentions look wherever they are printed."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.cli.call import Call
from assistant.cli.naming import named_among
from assistant.cli.output import Outcome, as_json, iso, one_line, printed
from assistant.cli.phrases import phrase
from assistant.cli.short_ids import short_ids
from assistant.domain.errors import UsageError
from assistant.domain.intention import Cue, Fired, Intention
from assistant.domain.item import Language
from assistant.language.wording import bracketed, cue_words, fired_words, intention_state_words, titled, words


def intentions(call: Call) -> Outcome:
    """List what waits for an event and the standing rules, or settle one of them."""
    action, given = call.arguments.action, call.arguments.ids
    if action is not None:
        item_id = _named(call, given)
        if action == "done":
            call.app.prospecting.done(item_id)
        else:
            call.app.prospecting.rearm(item_id)
        settled = call.app.prospecting.of(item_id)
        if call.is_json and settled is not None:
            return Outcome(stdout=as_json(_intention_data(settled)))
        return printed(phrase("was_done", call.language))
    found = call.app.prospecting.list()
    if call.is_json:
        return Outcome(stdout=as_json([_intention_data(one) for one in found]))
    if not found:
        return printed(words("intention.none", call.language))
    ids = short_ids(one.id for one in found)
    return printed(*(f"{ids[one.id]}  {_intention_line(one, call)}" for one in found))


def _named(call: Call, given: Sequence[str]) -> str:
    """The id of the intention that is meant by an id, an id's end or words of it. Raises as `named_items`."""
    waiting = [one.id for one in call.app.prospecting.list()]
    known = call.app.items.get_many(waiting)
    named = named_among(given, [known[each] for each in waiting if each in known])
    if len(named) > 1:
        raise UsageError(reason=" ".join(given))
    return named[0].id


def cue_data(cue: Cue) -> dict[str, object]:
    """What was recognised in a text."""
    return {
        "kind": cue.kind.value,
        "occasion": cue.occasion,
        "action": cue.action,
        "people": list(cue.people),
        "topic": cue.topic,
        "repeats": cue.is_repeating,
        "span": [cue.start, cue.end],
    }


def _intention_data(intention: Intention) -> dict[str, object]:
    return {
        "id": intention.id,
        "text": intention.text,
        "state": intention.state.value,
        **cue_data(intention.cue),
        "created_at": iso(intention.created_at_ms),
        "shown_at": iso(intention.shown_at_ms),
        "shown": intention.shown_count,
        "expires_at": iso(intention.expires_at_ms),
        "settled_at": iso(intention.settled_at_ms),
    }


def _intention_line(intention: Intention, call: Call) -> str:
    parts = [intention_state_words(intention.state, call.language), cue_words(intention.cue, call.language)]
    return titled(" · ".join(parts), one_line(intention.text), call.language)


def fired_data(fired: Sequence[Fired], call: Call) -> list[dict[str, object]]:
    """The intentions that an input set off."""
    return [
        {"id": one.intention.id, "text": one.intention.text, "why": fired_words(one, call.language)} for one in fired
    ]


def fired_lines(fired: Sequence[Fired], call: Call) -> list[str]:
    """The same for people."""
    title = words("intention.card", call.language) + ("：" if call.language is Language.CHINESE else ": ")
    whys = [bracketed(fired_words(one, call.language), call.language) for one in fired]
    return [f"{title}{one_line(one.intention.text)} {why}" for one, why in zip(fired, whys, strict=True)]
