"""Lines with labels for the learned reading of intentions, from the wordings of `assistant.evaluation`.

A template says where its people, its occasion and its action stand, so that what is drawn into it is labelled. All
other lines of a wording are lines without an intention. The blind wording is never among them.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.domain.item import Language
from assistant.evaluation.intentions import PARTS
from assistant.evaluation.wordings.wording import Wording, lines
from assistant.language.detect import has_han
from assistant.language.han import simplified
from assistant.language.intention_words import ACTION_WORDS, NOT_ACTIONS
from assistant.language.span_features import Token, features, tokens
from assistant.language.spans import LABELS
from assistant.language.time_text import fold
from assistant.training import span_people, span_shapes, span_stories

DRAWN = 9  # lines from each template
_SHAPES = "shapes"
_TABLES = {
    Language.ENGLISH: (
        (span_shapes.PERSON_ONCE + span_shapes.TOPIC_ONCE, False),
        (span_shapes.PERSON_ALWAYS + span_shapes.TOPIC_ALWAYS, True),
    ),
    Language.CHINESE: (
        (span_shapes.PERSON_ONCE_CHINESE + span_shapes.TOPIC_ONCE_CHINESE, False),
        (span_shapes.PERSON_ALWAYS_CHINESE + span_shapes.TOPIC_ALWAYS_CHINESE, True),
    ),
}
_NOUNS = re.compile(r"^\w+ (?=(?:the|my|a|an|his|her|their|our|about) )")
_CONTENT = re.compile(r"[A-Za-z]+|[\u4e00-\u9fff]")
_CONSONANTS = "bcdfghjklmnpqrstvwxz"
_SLOT = re.compile(r"\{(\w+)\}")
_BEGINS = {"who": LABELS.index("person"), "when": LABELS.index("topic"), "do": LABELS.index("action")}


@dataclass(frozen=True, slots=True)
class Example:
    """A line: its words with their features and labels; whether it is for every time, None without an intention."""

    part: str
    text: str
    words: tuple[Token, ...]
    features: tuple[tuple[str, ...], ...]
    labels: tuple[int, ...]
    repeats: bool | None


def examples(part: str, language: Language, seed: int) -> list[Example]:
    """The lines of a part in a language; the same seed gives the same lines."""
    draw = random.Random(f"{part} {language} {seed}")
    wording = PARTS[part][language]
    stories = span_stories.CHINESE if language is Language.CHINESE else span_stories.ENGLISH
    return [*_intentions(part, wording, draw), *_others(part, wording, draw), *_stories(part, stories, wording, draw)]


def shapes(language: Language, seed: int, known: Sequence[str]) -> list[Example]:
    """The lines of `span_shapes.py`, filled from the known wordings: a part of their own."""
    draw = random.Random(f"{_SHAPES} {language} {seed}")
    wordings = [PARTS[part][language] for part in known]
    return [
        _drawn(_SHAPES, template, draw.choice(wordings), number, draw, repeats=repeats)
        for table, repeats in _TABLES[language]
        for template in lines(table)
        for number in range(DRAWN)
    ]


def _intentions(part: str, wording: Wording, draw: random.Random) -> Iterator[Example]:
    once, always = (*wording.person_once, *wording.topic_once), (*wording.person_always, *wording.topic_always)
    for templates, repeats in ((once, False), (always, True)):
        for template in templates:
            for number in range(DRAWN):
                yield _drawn(part, template, wording, number, draw, repeats=repeats)


def _drawn(part: str, template: str, wording: Wording, number: int, draw: random.Random, *, repeats: bool) -> Example:
    """The template filled; every third time with what is strange."""
    text, spans = _filled(template, _values(wording, draw, is_strange=number % 3 == 2))
    if draw.random() < 0.5:
        text = text[:1].upper() + text[1:]
    return _example(part, text, spans, repeats=repeats)


def _values(wording: Wording, draw: random.Random, *, is_strange: bool) -> dict[str, str]:
    """What is drawn into a template; where it is strange, words that nobody says and people of other kinds."""
    who, when, do = draw.choice(wording.people).name, draw.choice(wording.occasions).words, draw.choice(wording.actions)
    if is_strange:
        who = span_people.person(draw, is_chinese=has_han(when))
        when = draw.choice((strange(when, draw), span_people.occasion(draw, is_chinese=has_han(when))))
        do = strange(do, draw)
    if draw.random() < 0.1:
        do = _NOUNS.sub("", do)  # "for Leo: the charger"
    return {"who": who, "when": when, "do": do}


def strange(words: str, draw: random.Random) -> str:
    """The words with half of their content exchanged for what no line has, so that what stands around them decides."""
    return _CONTENT.sub(lambda match: _strange_word(match[0], draw) if draw.random() < 0.5 else match[0], words)


def _strange_word(word: str, draw: random.Random) -> str:
    if has_han(word):
        return chr(draw.randrange(0x4E00, 0x9FA5))
    if word.lower() in NOT_ACTIONS or word.lower() in ACTION_WORDS or len(word) < 4:
        return word
    return "".join(draw.choice(_CONSONANTS) for _ in range(3)) + word[-3:]


def _others(part: str, wording: Wording, draw: random.Random) -> Iterator[Example]:
    """Look-alikes twice, since they are hard; a turn about a person for two of them."""
    for text in (*wording.lookalikes, *wording.lookalikes, *wording.rules):
        yield _example(part, text, (), repeats=None)
    for about in wording.occasions:
        for text in (*about.turns, *about.near):
            yield _example(part, text, (), repeats=None)
    for template in (*wording.met, *wording.met, *wording.missed, *wording.missed):
        name = draw.choice(draw.choice(wording.people).mentions)
        yield _example(part, _filled(template, {"who": name})[0], (), repeats=None)
    for template in wording.other:
        name = draw.choice(draw.choice(wording.people).others)
        yield _example(part, _filled(template, {"other": name})[0], (), repeats=None)
    for template in wording.chatter:
        things = {"a": draw.choice(wording.first), "b": draw.choice(wording.second)}
        yield _example(part, _filled(template, things)[0], (), repeats=None)


def _stories(part: str, stories: str, wording: Wording, draw: random.Random) -> Iterator[Example]:
    for template in lines(stories):
        yield _example(
            part, _filled(template, _values(wording, draw, is_strange=draw.random() < 0.3))[0], (), repeats=None
        )


def _filled(template: str, values: Mapping[str, str]) -> tuple[str, list[tuple[str, int, int]]]:
    """The template's text, and where each value stands in it."""
    text, place = "", 0
    spans: list[tuple[str, int, int]] = []
    for slot in _SLOT.finditer(template):
        text += template[place : slot.start()]
        spans.append((slot[1], len(text), len(text) + len(values[slot[1]])))
        text += values[slot[1]]
        place = slot.end()
    return text + template[place:], spans


def _example(part: str, text: str, spans: Sequence[tuple[str, int, int]], *, repeats: bool | None) -> Example:
    folded = simplified(fold(text))
    words = tokens(folded)
    labels = [0] * len(words)
    for slot, start, end in spans:
        inside = [number for number, token in enumerate(words) if start <= token.start < end]
        for place, number in enumerate(inside):
            labels[number] = _BEGINS[slot] + (place > 0)
    rows = tuple(tuple(row) for row in features(text, folded, words))
    return Example(part, text, tuple(words), rows, tuple(labels), repeats)
