"""Later turns as questions: what somebody said next, asked of what was there before, without a label.

Whoever goes on with a talk or a project asks with long messages of which few words tell, and what is needed is what
the answer to that message drew on. Where a set holds the answer, the earlier passages that share its telling words
are taken for what was needed; the scorer sees the message alone. So it learns what long messages, topics that run over
many sessions and lateness are worth. The stores are reshaped at random, for what holds in one shape fails in the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from assistant.domain.item import Item, ItemKind, Provenance
from assistant.memory import ranking
from assistant.training import scorer_shapes
from assistant.training.scorer_stores import MemoryStore

STYLES = ("as it is", "merged", "merged", "split", "notes", "loose")
"""How a store is reshaped; merging makes few long sessions, loose leaves none."""

LONGEST = 1500
"""Characters of a message, and of its answer, that are read."""

_LEAST_STORE = 25
_LEAST_ANSWER = 30  # characters
_LEAST_POINTS = 6.0  # BM25 of an answer with what it drew on
_OF_THE_BEST = 0.75
_STANDS_OUT = 0.6  # of the best: where the twentieth lies above, nothing stands out
_BULK = 20
_MOST_GOLD = 5
_NAMED, _PARTLY, _OWN = 0.25, 0.4, 0.4
_MOST_NOTES = 900
_LEAST_PAST, _MOST_PAST = 200, 1500


@dataclass(frozen=True, slots=True)
class Turn:
    """A message that was answered: its place among the items, what it says, and the answer."""

    place: int
    text: str
    answer: str


def answered(items: Sequence[Item]) -> list[Turn]:
    """The user's messages that an assistant answered, in the item that follows or in the same behind a line's end."""
    found: list[Turn] = []
    for place, (item, after) in enumerate(zip(items, [*items[1:], None], strict=True)):
        if item.kind is not ItemKind.MESSAGE or item.provenance is Provenance.ASSISTANT:
            continue
        if after is not None and after.provenance is Provenance.ASSISTANT and after.session == item.session:
            found.append(Turn(place, item.text, after.text))
            continue
        text, _, answer = item.text.partition("\n")
        if len(answer) >= _LEAST_ANSWER:
            found.append(Turn(place, text, answer))
    return found


def past(items: Sequence[Item], before: int, draw: np.random.Generator, *, is_chinese: bool) -> tuple[str, list[Item]]:
    """What was said before a place, reshaped: the style, one of `STYLES`, and the items."""
    style = str(draw.choice(STYLES))
    known = items[max(0, before - int(draw.integers(_LEAST_PAST, _MOST_PAST))) : before]
    if style == "notes":
        return style, _notes(known[-_MOST_NOTES:], draw)
    names = draw.choice(scorer_shapes.NAMES_CHINESE if is_chinese else scorer_shapes.NAMES, 2, replace=False)
    is_named = draw.random() < _NAMED
    most = {"merged": int(draw.integers(40, 250)), "split": int(draw.integers(3, 10))}.get(style, len(known) + 1)
    made: list[Item] = []
    session, place = 0, 0
    for item, last in zip(known, [None, *known], strict=False):
        begins = item.session != last.session if last is not None and style == "as it is" else place >= most
        session, place = (session + 1, 0) if begins else (session, place)
        who = str(names[int(item.provenance is Provenance.ASSISTANT)]) if is_named else None
        together = {"session": f"{session}", "position": place} if style != "loose" else {}
        made.append(replace(item, **{"session": None, "position": None, "speaker": who} | together))
        place += 1
    return style, made


def _notes(items: Sequence[Item], draw: np.random.Generator) -> list[Item]:
    """A note or two of each item, made when it was."""
    made: list[Item] = []
    for item in items:
        pieces = scorer_shapes.sentences(item.text, draw, most=2, longest=300)
        some = min(len(pieces), 1 + int(draw.random() < 0.3))
        for at in sorted(draw.choice(len(pieces), some, replace=False)) if pieces else ():
            made.append(Item(f"n{len(made)}", ItemKind.NOTE, pieces[int(at)], item.created_at_ms))
    return made


def asked(turn: Turn, draw: np.random.Generator) -> str:
    """The message, or now and then a sentence or two of it."""
    pieces = scorer_shapes.sentences(turn.text, draw, most=2, longest=400)
    is_part = bool(pieces) and draw.random() < _PARTLY
    return pieces[int(draw.integers(len(pieces)))] if is_part else turn.text[:LONGEST]


def counted(items: Sequence[Item], draw: np.random.Generator) -> npt.NDArray[np.bool_]:
    """Which items count, (n,): all of them, or now and then only what the user said."""
    own = np.array([item.provenance is not Provenance.ASSISTANT for item in items], np.bool_)
    return own if not own.all() and draw.random() < _OWN else np.ones(len(items), np.bool_)


def drawn_on(store: MemoryStore, answer: str, counts: npt.NDArray[np.bool_]) -> frozenset[str]:
    """The items that an answer drew on, by its words; empty unless a few stand out from all others that count."""
    table = store.table()
    matched = ranking.match(store, table, ranking.focus_terms(answer[:LONGEST]))
    points = np.zeros(len(store.items), np.float32)
    np.maximum.at(points, table.item_rows, matched.words + matched.dates)
    points[~counts] = 0
    best = np.sort(points)[::-1]
    if counts.sum() < _LEAST_STORE or best[0] < _LEAST_POINTS or best[_BULK] > _STANDS_OUT * best[0]:
        return frozenset()
    gold = np.flatnonzero(points >= _OF_THE_BEST * best[0])
    return frozenset(store.items[int(place)].id for place in gold) if len(gold) <= _MOST_GOLD else frozenset()
