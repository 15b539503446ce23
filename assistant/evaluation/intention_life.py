"""A seeded life with intentions: what is kept, and turn by turn what should come up."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from assistant.domain.item import Language
from assistant.evaluation.wordings.wording import Occasion, Part, Somebody, Wording

SETTLED_GAP = 40  # turns between two chances of the same intention: longer than its cool-down


class TurnKind(StrEnum):
    """Why a turn is there."""

    CHANCE = "chance"  # must set its intention off
    AGAIN = "again"  # the same episode: must not
    SETTLED = "settled"  # after Done: must not
    PAST = "past or cancelled"
    SOMEBODY_ELSE = "somebody else"
    NEAR_TOPIC = "near topic"
    LOOKALIKE = "look-alike"
    CHATTER = "chatter"


@dataclass(frozen=True, slots=True)
class Wanted:
    """An intention of the life. `number` is its place in the life."""

    number: int
    text: str
    is_repeating: bool
    about: Somebody | Occasion
    language: Language


@dataclass(frozen=True, slots=True)
class LifeTurn:
    """One input. `number` is the intention it is about, None for chatter."""

    text: str
    kind: TurnKind
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Life:
    """Intentions and turns in order."""

    intentions: tuple[Wanted, ...]
    turns: tuple[LifeTurn, ...]


def live(part: Part, seed: int, *, intentions: int = 25, turns: int = 1250) -> Life:
    """A life of this part; the same seed gives the same life."""
    draw = random.Random(seed)
    wanted = tuple(_intentions(part, draw, intentions))
    slots: list[LifeTurn | None] = [None] * turns
    for one in wanted:
        _place(slots, _story(part[one.language], one, draw), draw)
    filled = [turn or _chatter(part[draw.choice(list(part))], draw) for turn in slots]
    return Life(wanted, tuple(filled))


def _intentions(part: Part, draw: random.Random, count: int) -> Iterator[Wanted]:
    """Every person and every topic once at most, so that a turn is about one intention."""
    pool: list[tuple[Language, Somebody | Occasion]] = []
    for language, wording in part.items():
        pool += [(language, about) for about in (*wording.people, *wording.occasions)]
    draw.shuffle(pool)
    chosen: list[tuple[Language, Somebody | Occasion]] = []
    taken: set[str] = set()
    for language, about in pool:
        if not taken & {twin for twins in part[language].twins if _name(about) in twins for twin in twins}:
            chosen.append((language, about))
            taken.add(_name(about))
    for number, (language, about) in enumerate(chosen[:count]):
        wording = part[language]
        is_repeating = draw.random() < 0.3
        do = draw.choice(wording.actions)
        if isinstance(about, Somebody):
            template = draw.choice(wording.person_always if is_repeating else wording.person_once)
            text = template.format(who=about.name, do=do)
        else:
            template = draw.choice(wording.topic_always if is_repeating else wording.topic_once)
            text = template.format(when=about.words, do=do)
        yield Wanted(number, text[0].upper() + text[1:] if draw.random() < 0.5 else text, is_repeating, about, language)


def _name(about: Somebody | Occasion) -> str:
    return about.name if isinstance(about, Somebody) else about.words


def _story(wording: Wording, one: Wanted, draw: random.Random) -> list[LifeTurn]:
    """What happens around an intention, in order."""
    chances, near = _turns_of(wording, one, draw)
    first, *later = draw.sample(chances, min(len(chances), 3))
    story = [*near[:2], LifeTurn(first, TurnKind.CHANCE, one.number)]
    kind = TurnKind.CHANCE if one.is_repeating else TurnKind.SETTLED
    story += [LifeTurn(text, kind, one.number) for text in later[:2]]
    return [*story, *near[2:]]


def _turns_of(wording: Wording, one: Wanted, draw: random.Random) -> tuple[list[str], list[LifeTurn]]:
    about = one.about
    if isinstance(about, Occasion):
        near = [LifeTurn(text, TurnKind.NEAR_TOPIC, one.number) for text in about.near]
        return list(about.turns), near * 2
    templates = draw.sample(wording.met, 4)
    chances = [template.format(who=draw.choice(about.mentions)) for template in templates]
    missed = [
        LifeTurn(template.format(who=draw.choice(about.mentions)), TurnKind.PAST, one.number)
        for template in draw.sample(wording.missed, 2)
    ]
    others = [
        LifeTurn(template.format(other=draw.choice(about.others)), TurnKind.SOMEBODY_ELSE, one.number)
        for template in draw.sample(wording.other, 3)
    ]
    near = [*missed, *others]
    draw.shuffle(near)
    return chances, near


def _place(slots: list[LifeTurn | None], story: list[LifeTurn], draw: random.Random) -> None:
    """Spread a story over the life in order, at least a cool-down apart; half of the chances come up again at once."""
    step = len(slots) // (len(story) + 1)
    position = draw.randrange(max(1, step // 2))
    for turn in story:
        position = _free(slots, position)
        slots[position] = turn
        if turn.kind is TurnKind.CHANCE and draw.random() < 0.5:
            again = _free(slots, position + 1)
            if again - position < 3:
                slots[again] = LifeTurn(turn.text, TurnKind.AGAIN, turn.number)
        position += max(SETTLED_GAP, step - draw.randrange(20))


def _free(slots: list[LifeTurn | None], position: int) -> int:
    position %= len(slots)
    while slots[position] is not None:
        position = (position + 1) % len(slots)
    return position


def _chatter(wording: Wording, draw: random.Random) -> LifeTurn:
    if draw.random() < 0.05:
        return LifeTurn(draw.choice(wording.lookalikes), TurnKind.LOOKALIKE)
    template = draw.choice(wording.chatter)
    return LifeTurn(template.format(a=draw.choice(wording.first), b=draw.choice(wording.second)), TurnKind.CHATTER)
