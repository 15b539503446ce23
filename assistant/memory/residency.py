"""Who is on the user's mind now, who is let go, and why.

An item's strength is its *need odds*: how likely it is to be needed now. Anderson & Schooler (1991, "Reflections of
the environment in memory", Psychological Science 2(6), 396-408) found these odds in the world itself to be a sum over
past uses, each worth a power of its age: frequency and recency together, and uses that are spaced out worth more than
uses that are massed. To this are added what the clock says (a due instant), what is left open and what the user pinned.
Odds add, so every reason has a share of the whole; the weight shown is odds / (1 + odds), between 0 and 1.

The list is bounded in tokens and in items. What is let go stays in the archive: nothing is erased here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.domain.item import Item, ItemKind, Provenance
from assistant.domain.memory import LetGoCause, Reason, ReasonKind, Resident, Tombstone, Use, UseKind

_HOUR_MS = 3_600_000

DECAY = 0.5  # the exponent of age; Anderson & Schooler's data give about this, and ACT-R keeps it as its default
YOUNGEST_HOURS = 0.1  # added to every age, so that a use this very moment is strong and not infinite
BOUT_MS = _HOUR_MS  # uses within one hour of the clock are one occasion ...
MASSED_SHARE = 0.25  # ... of which the strongest counts whole and each of the others this much

DUE_ODDS = 4.0  # at the due instant
DUE_HALF_HOURS = 6.0  # so long before it the odds are half of that
OVERDUE_HALF_HOURS = 72.0  # and so long after it: what is overdue fades gently and does not nag for ever
OPEN_ODDS = 0.15  # an open task stays above the default threshold by itself
WAITING_ODDS = 0.1
PINNED_ODDS = 2.0

NEWS_MS = _HOUR_MS  # so long a match is told as "you asked about it", later as one of its uses

STAYING_BONUS = 1.25  # a newcomer must be this much more needed than a resident to take its place
ENTRY_MARGIN = 0.2  # and must clear the threshold by this part of it

USE_AMOUNTS: Mapping[UseKind, float] = {
    UseKind.CAPTURED: 1.0,
    UseKind.ASKED: 0.8,
    UseKind.CITED: 1.0,
    UseKind.OPENED: 0.7,
    UseKind.EDITED: 1.0,
    UseKind.FIRED: 0.5,
    UseKind.CAME_UP: 1.0,
    UseKind.NOT_NOW: 0.0,
    UseKind.DONE: 0.0,
    UseKind.PINNED: 0.0,  # being pinned has its own odds, for as long as it lasts
}
"""What one whole event of a kind is worth beside a capture."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that may be on the mind.

    `uses` is its log; the amount of an ASKED event is the attention scorer's weight, and `matched` are the scorer's
    reasons for it while they are known. `due_at_ms` is the instant that counts now (a snoozed reminder's new one).
    """

    item: Item
    tokens: int
    uses: Sequence[Use] = ()
    due_at_ms: int | None = None
    is_waiting: bool = False
    matched: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the list is bounded by. `threshold` is the weight (0 to 1) under which a resident is let go."""

    tokens: int
    items: int
    threshold: float


@dataclass(frozen=True, slots=True)
class Strength:
    """Need odds and what they are made of; the shares of `reasons` sum to 1, largest first."""

    odds: float
    reasons: tuple[Reason, ...]

    @property
    def weight(self) -> float:
        """The odds as a weight, 0 to 1."""
        return self.odds / (1.0 + self.odds)


@dataclass(frozen=True, slots=True)
class Settlement:
    """The residents, heaviest first, and the tombstones of those that were let go."""

    residents: tuple[Resident, ...]
    let_go: tuple[Tombstone, ...]


def use_odds(uses: Iterable[Use], now_ms: int) -> dict[UseKind, float]:
    """Need odds from the log of uses, by kind of event. Another use never lowers the sum."""
    bouts: dict[int, list[tuple[UseKind, float]]] = {}
    for use in uses:
        age_hours = max(0, now_ms - use.at_ms) / _HOUR_MS
        term = use.amount * USE_AMOUNTS[use.kind] * (age_hours + YOUNGEST_HOURS) ** -DECAY
        bouts.setdefault(use.at_ms // BOUT_MS, []).append((use.kind, term))
    odds: dict[UseKind, float] = {}
    for terms in bouts.values():
        total = sum(term for _, term in terms)
        if total <= 0.0:
            continue
        worth = (1.0 - MASSED_SHARE) * max(term for _, term in terms) + MASSED_SHARE * total
        for kind, term in terms:
            odds[kind] = odds.get(kind, 0.0) + worth * term / total
    return odds


def due_odds(due_at_ms: int, now_ms: int) -> float:
    """Need odds of a due instant, by real hours: highest at that instant."""
    hours = (due_at_ms - now_ms) / _HOUR_MS
    if hours >= 0:
        return DUE_ODDS / (1.0 + hours / DUE_HALF_HOURS)
    return DUE_ODDS / (1.0 - hours / OVERDUE_HALF_HOURS)


def strength(candidate: Candidate, now_ms: int) -> Strength:
    """How needed an item is now, and why."""
    parts = _parts_of_uses(candidate, now_ms)
    item = candidate.item
    if candidate.due_at_ms is not None:
        ahead = ReasonKind.DEADLINE if item.is_deadline else ReasonKind.DUE
        kind = ahead if candidate.due_at_ms > now_ms else ReasonKind.OVERDUE
        parts.append((due_odds(candidate.due_at_ms, now_ms), kind, str(candidate.due_at_ms)))
    if item.kind is ItemKind.TASK and not item.is_done:
        parts.append((OPEN_ODDS, ReasonKind.OPEN, ""))
    if candidate.is_waiting and not item.is_done:
        parts.append((WAITING_ODDS, ReasonKind.WAITING, _owing(item)))
    if item.is_pinned:
        parts.append((PINNED_ODDS, ReasonKind.PINNED, ""))
    odds = sum(part for part, _, _ in parts)
    if odds <= 0.0:
        return Strength(0.0, (Reason(ReasonKind.FRESH, 1.0, str(item.created_at_ms)),))
    reasons = [Reason(kind, part / odds, detail) for part, kind, detail in parts if part > 0.0]
    return Strength(odds, tuple(sorted(reasons, key=lambda reason: -reason.share)))


def _owing(item: Item) -> str:
    """Who is waited for, as far as that is known."""
    if item.waiting_for and item.waiting_for[0].isalnum():
        return item.waiting_for
    return item.people[0] if item.people else ""


def _parts_of_uses(candidate: Candidate, now_ms: int) -> list[tuple[float, ReasonKind, str]]:
    """(odds, reason, detail) of the log. What a question matched is told by the scorer's reasons while it is news."""
    latest: dict[UseKind, int] = {}
    for use in candidate.uses:
        latest[use.kind] = max(use.at_ms, latest.get(use.kind, use.at_ms))
    told = sum(reason.share for reason in candidate.matched)
    parts: list[tuple[float, ReasonKind, str]] = []
    used_odds, used_at_ms = 0.0, 0
    for kind, odds in use_odds(candidate.uses, now_ms).items():
        if kind is UseKind.CAPTURED:
            parts.append((odds, ReasonKind.FRESH, str(latest[kind])))
        elif kind is UseKind.CAME_UP:
            parts.append((odds, ReasonKind.CAME_UP, str(latest[kind])))
        elif kind is not UseKind.ASKED or now_ms - latest[kind] > NEWS_MS:
            used_odds, used_at_ms = used_odds + odds, max(used_at_ms, latest[kind])
        elif told > 0.0:
            parts += [(odds * match.share / told, match.kind, match.detail) for match in candidate.matched]
        else:
            parts.append((odds, ReasonKind.ASKED, ""))
    return [*parts, (used_odds, ReasonKind.USED, str(used_at_ms))]


def may_stay(item: Item, now_ms: int) -> bool:
    """Whether the user lets an item be on the mind at all.

    Done, set aside and "not now" are the user's own words and outrank a pin. What was asked in a conversation, and
    what the assistant wrote, come to mind only when pinned: nothing out of a model enters memory by itself.
    """
    if item.is_done or item.is_set_aside or (item.not_before_ms is not None and item.not_before_ms > now_ms):
        return False
    if item.is_pinned:
        return True
    is_only_asked = item.kind is ItemKind.QUESTION and item.session is not None
    return not is_only_asked and item.provenance is not Provenance.ASSISTANT


def settle(candidates: Iterable[Candidate], current: Mapping[str, float], bounds: Bounds, now_ms: int) -> Settlement:
    """The residents that follow on `current` (ids and weights), and who is let go.

    Never over `bounds` but by pins: they are never let go and count like the rest, and if they alone exceed the
    bounds they all stay and nothing else does. Settling again at the same instant changes nothing: residents
    have an advantage over newcomers, so those that were chosen are chosen again.
    """
    by_id = {candidate.item.id: candidate for candidate in candidates}
    strengths = {item_id: strength(candidate, now_ms) for item_id, candidate in by_id.items()}
    chosen = _choose(by_id, strengths, current, bounds, now_ms)
    residents = [
        Resident(by_id[item_id].item, strengths[item_id].weight, strengths[item_id].reasons, by_id[item_id].tokens)
        for item_id in chosen
    ]
    residents.sort(key=lambda resident: (-resident.weight, resident.item.id))
    let_go = [
        Tombstone(item_id, now_ms, _cause(by_id[item_id].item, strengths[item_id], bounds, now_ms), weight)
        for item_id, weight in current.items()
        if item_id in by_id and item_id not in chosen
    ]
    return Settlement(tuple(residents), tuple(let_go))


def _choose(
    by_id: Mapping[str, Candidate],
    strengths: Mapping[str, Strength],
    current: Mapping[str, float],
    bounds: Bounds,
    now_ms: int,
) -> set[str]:
    allowed = [item_id for item_id, candidate in by_id.items() if may_stay(candidate.item, now_ms)]
    chosen = {item_id for item_id in allowed if by_id[item_id].item.is_pinned}
    tokens_left = bounds.tokens - sum(by_id[item_id].tokens for item_id in chosen)
    entry = bounds.threshold + ENTRY_MARGIN * bounds.threshold * (1.0 - bounds.threshold)

    def rank(item_id: str) -> tuple[float, str]:
        return (-strengths[item_id].odds * (STAYING_BONUS if item_id in current else 1.0), item_id)

    for item_id in sorted((item_id for item_id in allowed if item_id not in chosen), key=rank):
        if len(chosen) >= bounds.items or tokens_left <= 0:
            break
        bar = bounds.threshold if item_id in current else entry
        if strengths[item_id].odds > 0.0 and strengths[item_id].weight >= bar and by_id[item_id].tokens <= tokens_left:
            chosen.add(item_id)
            tokens_left -= by_id[item_id].tokens
    return chosen


def _cause(item: Item, item_strength: Strength, bounds: Bounds, now_ms: int) -> LetGoCause:
    if item.is_done:
        return LetGoCause.DONE
    if item.not_before_ms is not None and item.not_before_ms > now_ms:
        return LetGoCause.NOT_NOW
    return LetGoCause.FADED if item_strength.weight < bounds.threshold else LetGoCause.CROWDED
