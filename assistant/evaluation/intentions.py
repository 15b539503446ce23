"""Measures reminders by event: real store, real service, a simulated clock, generated lives in both languages."""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from assistant.app import App, Paths, build
from assistant.domain.identity import new_id
from assistant.domain.intention import IntentionKind
from assistant.domain.item import Item, ItemKind
from assistant.evaluation import beam
from assistant.evaluation.benchmark import Figure
from assistant.evaluation.cases import Question
from assistant.evaluation.intention_life import Life, LifeTurn, TurnKind, live
from assistant.evaluation.wordings.blind import BLIND
from assistant.evaluation.wordings.eighth import EIGHTH
from assistant.evaluation.wordings.fifth import FIFTH
from assistant.evaluation.wordings.fourth import FOURTH
from assistant.evaluation.wordings.second import SECOND
from assistant.evaluation.wordings.seventh import SEVENTH
from assistant.evaluation.wordings.sixth import SIXTH
from assistant.evaluation.wordings.test import TEST
from assistant.evaluation.wordings.third import THIRD
from assistant.evaluation.wordings.tuning import TUNING
from assistant.evaluation.wordings.wording import Part
from assistant.language.intentions import read_intention
from assistant.services.prospecting import MOST_RULES

PARTS: dict[str, Part] = {
    "tuning": TUNING, "second": SECOND, "third": THIRD, "fourth": FOURTH, "fifth": FIFTH, "sixth": SIXTH, "test": TEST,
    "seventh": SEVENTH, "eighth": EIGHTH, "blind": BLIND,
}  # fmt: skip
"""The wording by its name. All but `blind` were looked at while the grammar was made."""

LIVES = 16
_START_MS = 1_790_000_000_000
_TURN_MS = 4 * 60_000  # between two turns
_INSTRUCTIONS = "instruction_following"
_MISREAD = -1  # the number of an intention that is none of the life's
_EPISODE_TURNS = 3  # of a conversation


class _Clock:
    """A clock that the life moves."""

    def __init__(self) -> None:
        self.at_ms = _START_MS

    def now_ms(self) -> int:
        return self.at_ms

    def local(self, at_ms: int | None = None) -> datetime:
        return datetime.fromtimestamp((self.at_ms if at_ms is None else at_ms) / 1000, UTC)

    def zone(self) -> str:
        return "UTC"


@dataclass(slots=True)
class Tally:
    """What happened over all lives."""

    intentions: int = 0
    recognised: int = 0
    turns: int = 0
    right: int = 0
    expected: int = 0
    false: Counter[str] = field(default_factory=Counter[str])
    times_ms: list[float] = field(default_factory=list[float])
    misread: int = 0  # turns taken for intentions
    faults: list[str] = field(default_factory=list[str])


def measure(part: Part, *, lives: int = LIVES, seed: int = 1, with_faults: bool = False) -> Tally:
    """Live these lives and count. With faults, what went wrong is kept as lines."""
    tally = Tally()
    for number in range(lives):
        with tempfile.TemporaryDirectory() as folder:
            clock = _Clock()
            app = build(Paths.under(Path(folder)), clock=clock)
            try:
                _live(app, clock, live(part, seed * 1000 + number), tally)
            finally:
                app.close()
    if not with_faults:
        tally.faults.clear()
    return tally


def _live(app: App, clock: _Clock, life: Life, tally: Tally) -> None:
    ids: dict[str, int] = {}
    for wanted in life.intentions:
        item = _item(wanted.text, clock)
        app.items.add(item)
        tally.intentions += 1
        cue = read_intention(wanted.text)
        if cue is not None and cue.kind is not IntentionKind.RULE and cue.is_repeating == wanted.is_repeating:
            tally.recognised += 1
        else:
            tally.faults.append(f"not recognised: {wanted.text} -> {cue}")
        ids[item.id] = wanted.number
    clock.at_ms += 60 * 60_000
    settled: set[int | None] = set()
    for place, turn in enumerate(life.turns):
        fired = _turn(app, clock, turn, place, tally)
        numbers = [ids.get(item_id, _MISREAD) for item_id in fired]
        if turn.kind is TurnKind.SETTLED and turn.number not in settled:
            numbers = [number for number in numbers if number != turn.number]  # its chance was missed: no false alarm
        _count(life, turn, numbers, tally)
        for item_id in fired:
            if item_id in ids and not life.intentions[ids[item_id]].is_repeating:
                app.prospecting.done(item_id)
                settled.add(ids[item_id])
        clock.at_ms += _TURN_MS


def _item(text: str, clock: _Clock, session: str | None = None) -> Item:
    kind = ItemKind.NOTE if session is None else ItemKind.MESSAGE
    return Item(new_id(clock.at_ms), kind, text, clock.at_ms, session=session)


def _turn(app: App, clock: _Clock, turn: LifeTurn, place: int, tally: Tally) -> list[str]:
    """A capture, or every third time a turn of a conversation. The ids of what came up."""
    session = f"c{place // _EPISODE_TURNS}" if place % 3 == 0 else None
    item = _item(turn.text, clock, session)
    app.items.add(item)
    if read_intention(turn.text) is not None:
        tally.misread += 1
        tally.faults.append(f"taken for an intention: {turn.text}")
    started = time.perf_counter()
    fired = app.prospecting.noticed(item, session or "")
    tally.times_ms.append((time.perf_counter() - started) * 1000)
    return [one.intention.id for one in fired]


def _count(life: Life, turn: LifeTurn, fired: list[int], tally: Tally) -> None:
    tally.turns += 1
    wanted = turn.number if turn.kind is TurnKind.CHANCE else None
    tally.expected += wanted is not None
    tally.right += wanted is not None and wanted in fired
    if wanted is not None and wanted not in fired:
        tally.faults.append(f"missed: {turn.text}   <- {life.intentions[wanted].text}")
    for number in fired:
        if number != wanted:
            tally.false[turn.kind.value] += 1
            source = life.intentions[number].text if number != _MISREAD else "a turn taken for an intention"
            tally.faults.append(f"false ({turn.kind}): {turn.text}   <- {source}")


def figures(tally: Tally) -> Iterator[Figure]:
    """The table."""
    false = sum(tally.false.values())
    times = sorted(tally.times_ms)
    yield Figure("intentions", tally.intentions, "")
    yield Figure("turns", tally.turns, "")
    yield Figure("intentions recognised with kind and repetition", tally.recognised / tally.intentions, "")
    yield Figure("precision", tally.right / max(1, tally.right + false), "", at_least=0.85)
    yield Figure("recall", tally.right / max(1, tally.expected), "", at_least=0.85)
    yield Figure("false alarms per 500 turns", 500 * false / max(1, tally.turns), "", at_most=1.0)
    for kind, count in sorted(tally.false.items()):
        yield Figure(f"false alarms: {kind}", count, "")
    yield Figure("turns taken for intentions per 500", 500 * tally.misread / max(1, tally.turns), "")
    yield Figure("decision, median", times[len(times) // 2], "ms")
    yield Figure("decision, p95", times[int(len(times) * 0.95)], "ms", at_most=100.0)


def rules(part: Part) -> Iterator[Figure]:
    """How many rules are recognised, and how many look-alikes are not."""
    for language, wording in part.items():
        found = [cue.kind for text in wording.rules if (cue := read_intention(text)) is not None]
        share = sum(kind is IntentionKind.RULE for kind in found) / len(wording.rules)
        yield Figure(f"standing rules recognised ({language})", share, "")
        wrong = sum(read_intention(text) is not None for text in wording.lookalikes)
        yield Figure(f"look-alikes taken for intentions ({language})", wrong / len(wording.lookalikes), "")


def instruction_evidence(path: Path) -> Iterator[Figure]:
    """Over BEAM chats: which evidence of `instruction_following` becomes a standing rule in force, and what else does.

    Raises:
        DataInvalid: the folder is not in BEAM's format.
    """
    evidence = resident = pairs = resident_pairs = own = taken = crowded = questions = served = 0
    for case in beam.read(path):
        messages = [event for event in case.events if isinstance(event, Item) and event.provenance.value == "imported"]
        kept = {item.id for item in messages if _is_rule(item.text)}
        own += len(messages)
        taken += len(kept)
        newest = {item.id for item in [item for item in messages[::-1] if item.id in kept][:MOST_RULES]}
        asked = [event.gold for event in case.events if isinstance(event, Question) and event.category == _INSTRUCTIONS]
        gold = frozenset[str]().union(*asked)
        evidence += len(gold)
        resident += len(gold & newest)
        pairs += sum(len(one) for one in asked)
        questions += len(asked)
        served += sum(bool(one & newest) for one in asked)
        resident_pairs += sum(len(one & newest) for one in asked)
        crowded = max(crowded, len(kept))
    yield Figure(
        "BEAM instruction evidence recognised as standing rules", resident / max(1, evidence), "", at_least=0.95
    )
    yield Figure("the same, each time a question needs it", resident_pairs / max(1, pairs), "")
    yield Figure("questions whose instruction is in force", served / max(1, questions), "", at_least=0.95)
    yield Figure("BEAM evidence messages", evidence, "")
    yield Figure("BEAM user messages taken for rules", taken / max(1, own), "")
    yield Figure("most rules in one chat", crowded, "")


def _is_rule(text: str) -> bool:
    cue = read_intention(text)
    return cue is not None and cue.kind is IntentionKind.RULE
