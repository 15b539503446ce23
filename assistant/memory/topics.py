# ruff: noqa: E501 - a pattern is read best on one line
"""How much of a topic stands in an input: the evidence that the learned decision weighs.

A topic is taken apart into units: things with a common name in both languages (`language/concepts.py`), and other words.
Of a Chinese topic its single signs count too, since verb and object part in speech: 理发 comes back as 理个发.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import log

from assistant.language.concepts import find_concepts
from assistant.language.detect import has_han
from assistant.language.doing_signs import CLASSES, DOUBTS
from assistant.language.han import simplified
from assistant.language.intention_words import ACTION_WORDS
from assistant.language.patterns import lazy_pattern
from assistant.language.time_text import fold
from assistant.language.tokens import terms
from assistant.language.topic_frames import topic_core
from assistant.language.word_vectors import closeness
from assistant.memory.inputs import Input

_LIGHT = frozenset(
    terms(
        "work working do doing go going get getting start starting use using make making open opening look see talk talking think discuss meet come comes back next time thing things"
        " sit begin visit stop drop pop deal handle prepare preparing continue finish project new old time day week again topic subject mention mentioned"
    )
)
_LIGHT_CHINESE = lazy_pattern(
    r"我们?|咱们?|聊(?!天)|谈(?!判)|讲(?!座)|再次?|又|要|去|到|在|的|了|着|做|弄|搞|处理|开始|准备|整理|继续|一下|时候|时|提到|提起|说到|聊到|谈到|讨论|谈论|有人|这个|那个|事情?|跟|和|与|给|打开|经过|路过|下次|每次|见到?|看到|进行|有关|关于|上|来|回|收到|碰到|遇到|参加|使用|用|写|买|看|听|打|办"
)
_LIGHT_WEIGHT = 0.15
_LIGHT_SIGNS = frozenset("的了着过在一个我你他她它们这那次回去到要再又就都也会得做弄搞时候给把和跟与事")
_HAN_SIGN = lazy_pattern("[\u4e00-\u9fff]")
_USUAL = 1_000  # a store smaller than this says little about how telling a word is
_WORD = lazy_pattern(r"[A-Za-z\u00c0-\u024f]+(?:['’-][A-Za-z\u00c0-\u024f]+)*")
_BEFORE_VERB = lazy_pattern(r"\b(?:i|we|to|and|next|finally|actually) $")
_NO_VERB = lazy_pattern(r"(?:the|my|our|a|an|this|that|his|her|their|some) |(?:给|跟|和|与|向|对|到|去|在|同)")
_CONTACTS = {"write", "call"}
_VERB_SHARE = 0.8
_AKIN = 5  # letters that two words of one family begin with: member, membership


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of a topic: a term or the common name of a thing, the terms it stands for, and how much it counts."""

    name: str
    is_concept: bool
    terms: tuple[str, ...]
    share: float = 1.0
    is_verb: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """A topic prepared for many inputs: its units, all its terms, and the signs of a Chinese one that tell something."""

    units: tuple[Unit, ...]
    terms: frozenset[str]
    signs: tuple[str, ...]
    core: str  # its words without the frame around them

    @property
    def is_telling(self) -> bool:
        """False when all of its words fit any topic: "when I go"."""
        return bool(self.signs) or not all(_is_light(unit) for unit in self.units)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for and against a topic: the features of `FEATURES` in order, and the words of the input that met it."""

    features: tuple[float, ...]
    share: float
    words: str


FEATURES = (
    *("share", "whole", "missing", "all things", "akin", "reach", "meaning"),
    *("signs", "all signs", "near together", "chinese", "past"),
    *CLASSES, *DOUBTS,
)  # fmt: skip
"""The names of the features of `Evidence`, each 0 to 1; how near the meanings are may be below 0."""


def subject(topic: str) -> Subject:
    """A topic ready to be compared. Any text is allowed; one without words has no units."""
    folded = simplified(fold(topic)).strip()
    core = topic_core(folded)
    frame = folded[: folded.find(core)]
    is_free = has_han(core) or _BEFORE_VERB.search(frame) is not None or core.split(" ", 1)[0] in ACTION_WORDS
    units = _units(core, begins_with_verb=is_free and _NO_VERB.match(core) is None)
    signs = tuple(dict.fromkeys(sign for sign in _HAN_SIGN.findall(core) if sign not in _LIGHT_SIGNS))
    return Subject(units, frozenset(term for unit in units for term in unit.terms), signs, core)


def _units(core: str, *, begins_with_verb: bool) -> tuple[Unit, ...]:
    """A topic as things with a common name and as other words; what is done with them counts less."""
    found: list[tuple[int, Unit]] = []
    rest, position = "", 0
    for name, start, end in find_concepts(core):
        found.append((start, Unit(name, True, tuple(terms(core[start:end])))))
        rest += core[position:start] + " " * (end - start)
        position = end
    rest += core[position:]
    if has_han(rest):
        rest = _LIGHT_CHINESE.sub(lambda match: " " * len(match[0]), rest)
    found += [(rest.find(term[:3]), Unit(term, False, (term,))) for term in terms(rest) if _is_whole(term, rest)]
    found.sort(key=lambda pair: pair[0])
    units = [unit for _, unit in found]
    if (
        len(units) > 1
        and begins_with_verb
        and found[0][0] <= 0
        and not _is_light(units[0])
        and units[0].name not in _CONTACTS
    ):
        units[0] = replace(units[0], share=_VERB_SHARE, is_verb=True)
    return tuple(dict.fromkeys(units))


def _is_light(unit: Unit) -> bool:
    return all(term in _LIGHT for term in unit.terms)


def _is_whole(term: str, rest: str) -> bool:
    """The last sign of a Chinese word is no word of its own, unless it stands alone."""
    if not has_han(term) or len(term) > 1:
        return True
    return re.search(rf"(?<![\u4e00-\u9fff]){re.escape(term)}(?![\u4e00-\u9fff])", rest) is not None


def may_concern(given: Input, wanted: Subject) -> bool:
    """Whether an input has anything in common with a topic: a cheap look that spares most the evidence."""
    if any(_is_said(given, unit) for unit in wanted.units):
        return True
    return sum(sign in given.folded for sign in wanted.signs) * 3 > len(wanted.signs) > 0


def evidence(given: Input, wanted: Subject, frequencies: Mapping[str, int], count: int) -> Evidence:
    """What in an input speaks for a topic and what against.

    Args:
        given: the input.
        wanted: the topic.
        frequencies: in how many passages of the store each term stands.
        count: passages in the store.
    """
    share, words = _share(given, wanted, frequencies, count)
    telling = [unit for unit in wanted.units if not _is_light(unit)]
    said = [unit for unit in telling if _is_said(given, unit)]
    things = [unit for unit in telling if not unit.is_verb]
    missing = [unit for unit in things if unit not in said]
    met = [sign for sign in wanted.signs if sign in given.folded]
    words = words or "".join(met)
    features = (
        share,
        bool(telling) and len(said) == len(telling),
        len(missing) / max(1, len(telling)),
        bool(things) and not missing,
        any(_is_akin(unit, given) for unit in missing),
        _reach(given, wanted),
        closeness(given.folded, wanted.core),
        len(met) / max(1, len(wanted.signs)),
        0 < len(wanted.signs) == len(met),
        _closeness(given.folded, met),
        has_han(given.folded),
        given.is_past,
        *given.signs,
        *given.doubts,
    )
    return Evidence(tuple(map(float, features)), share, words)


def _reach(given: Input, wanted: Subject) -> float:
    """How much of the input the topic takes: 1 when the input says nothing else."""
    said = [unit for unit in wanted.units if _is_said(given, unit)]
    words = {word for unit in said for word in _said_terms(given, unit)}
    return len(words) / max(1, len(given.terms))


def _said_terms(given: Input, unit: Unit) -> Iterator[str]:
    """The input's terms that say a unit."""
    words = given.concepts.get(unit.name) if unit.is_concept else None
    whole = unit.terms if words is None else terms(words)
    met = given.terms.intersection(whole)
    yield from met or (word for word in given.terms if any(sign in whole[0] for sign in word) and has_han(word))


def _closeness(folded: str, signs: list[str]) -> float:
    """How close together signs stand: 1 side by side, 0 for fewer than two."""
    if len(signs) < 2:
        return 0.0
    places = [folded.find(sign) for sign in signs]
    return len(signs) / (max(places) - min(places) + 1)


def _is_akin(unit: Unit, given: Input) -> bool:
    """Whether the input has another word of the same family."""
    return any(
        len(term) >= _AKIN and any(other[:_AKIN] == term[:_AKIN] for other in given.terms) for term in unit.terms
    )


def _share(given: Input, wanted: Subject, frequencies: Mapping[str, int], count: int) -> tuple[float, str]:
    """The share of the topic's weight that the input says, and the heaviest words of it."""
    total = met = 0.0
    heaviest, words = 0.0, ""
    for unit in wanted.units:
        weight = unit.share * _weight(unit.terms, frequencies, count)
        total += weight
        if _is_said(given, unit):
            met += weight
            if weight > heaviest:
                heaviest, words = weight, _words_for(given, unit)
    return (met / total, words) if total else (0.0, "")


def _is_said(given: Input, unit: Unit) -> bool:
    if unit.is_concept:
        return unit.name in given.concepts or any(_is_parted(given, term) for term in unit.terms)
    is_sign = len(unit.name) == 1 and has_han(unit.name)  # the index knows single signs only where a run ends
    if is_sign and unit.is_verb and unit.name in given.folded:
        return True
    return unit.name in given.terms or _is_parted(given, unit.name)


def _is_parted(given: Input, term: str) -> bool:
    """Whether the two signs of a Chinese word stand apart but close: 理个发, 把税报了."""
    if len(term) != len("理发") or not has_han(term) or not (term[0] in given.folded and term[1] in given.folded):
        return False
    return re.search(f"{term[0]}.{{1,3}}{term[1]}|{term[1]}.{{0,2}}{term[0]}", given.folded) is not None


def _words_for(given: Input, unit: Unit) -> str:
    if unit.is_concept:
        return given.concepts.get(unit.name, "".join(sign for sign in unit.terms[0] if sign in given.folded))
    return next((word for word in _WORD.findall(given.text) if unit.name in terms(word)), unit.name)


def _weight(its_terms: tuple[str, ...], frequencies: Mapping[str, int], count: int) -> float:
    """How telling a word is: its idf in the store, drawn to the usual while the store is small; light words hardly."""
    if not its_terms:
        return 0.5
    heaviest = 0.0
    for term in its_terms:
        idf = log(1 + (count + _USUAL) / (1 + frequencies.get(term, 0) + _USUAL * 0.004)) / log(
            1 + (count + _USUAL) / 5
        )
        heaviest = max(heaviest, idf * (_LIGHT_WEIGHT if term in _LIGHT else 1.0))
    return heaviest
