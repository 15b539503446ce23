# ruff: noqa: E501 - a pattern is read best on one line
"""Prospective memory: does this input set off this intention? Pure functions over prepared inputs and intentions.

A person is met by a name that may be theirs (`language/names.py`); a topic by how much of it, weighed by how telling
each word is, stands in the input. What speaks of the past or of what will not happen sets nothing off, nor does the
intention's own wording.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import log

from assistant.domain.intention import Cue, Intention, IntentionKind
from assistant.language.concepts import find_concepts
from assistant.language.contact import is_contact
from assistant.language.detect import has_han
from assistant.language.han import simplified
from assistant.language.names import Person, person
from assistant.language.time_text import fold
from assistant.language.tokens import terms
from assistant.memory.sightings import find_person

LEAST_TOPIC = 0.62
"""Share of a topic's weight that must be met. Chosen on the tuning part of `evaluation intentions`."""

ECHO = 0.8
"""Share of an intention's words in an input of about its length that makes the input its echo."""

LONGEST_INPUT = 4_000

_LIGHT = frozenset(
    terms(
        "work working do doing go going get getting start starting use using make making open opening look see talk talking think discuss meet come comes back next time thing things"
        " sit begin visit stop drop pop deal handle prepare preparing continue finish project new old time day week again topic subject mention mentioned"
    )
)
_LIGHT_ZH = re.compile(
    r"我们?|咱们?|聊(?!天)|谈(?!判)|讲(?!座)|再次?|又|要|去|到|在|的|了|着|做|弄|搞|处理|开始|准备|整理|继续|一下|时候|时|提到|提起|说到|聊到|谈到|讨论|谈论|有人|这个|那个|事情?|跟|和|与|给|打开|经过|路过|下次|每次|见到?|看到|进行|有关|关于|上|来|回|收到|碰到|遇到|参加|使用|用|写|买|看|听|打|办"
)
_LIGHT_WEIGHT = 0.15
_USUAL = 1_000  # a store smaller than this says little about how telling a word is
_CJK_PAIR = re.compile("^[\u4e00-\u9fff]{2}$")
_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+(?:['’-][A-Za-z\u00c0-\u024f]+)*")
_PAST = re.compile(
    r"\b(?:yesterday|last (?:night|week|month|year|summer|winter|spring|autumn|monday|tuesday|wednesday|thursday|friday|saturday|sunday|time)|(?:days?|weeks?|months?|years?) ago|back in (?:19|20)\d\d|in (?:19|20)\d\d|used to)\b"
    r"|昨[天晚日]|前[天些]|上[周个月次回]|去年|以前|小时候|当年|那[次年天]|曾经|几[天年月]前|[周月年]前"
)
_WAS = re.compile(
    r"\b(?:was|were|had been)\b(?! (?:going|about|supposed|meant|just|to)\b)(?!.*\bjust\b)|(?<!刚)(?<!刚刚)(?:聊|见|谈|说|碰|约|吃|去|来)过了?(?![年节去来])"
)
_AHEAD = re.compile(
    r"\b(?:today|now|tomorrow|tonight|next|later|soon|going to|will|about to|this (?:morning|afternoon|evening|week)|again|still)\b|今[天晚]|现在|明[天晚]|后天|马上|待会|一会|下[周次个]|准备|要|又|再|正在|接着|继续"
)
_ACTIVE = re.compile(
    r"^\s*(?:[a-z]{2,}ing|time to|let'?s|need to|have to|about to|off to|on my way|heading|going)\b|\b(?:now|next|i'?m|i am|we'?re|we are|let me|about to|going to|start(?:s|ing)?|begin|will|today|tonight|this (?:morning|afternoon|evening)|has to be|must)\b"
    r"|现在|开始|正在|准备|继续|马上|今[天晚]|待会|要|再|这就|打算|着手"
)
_AT_IT = re.compile(
    r"\b(?:time|trip|run (?:now|before|after|first|later)|session|day|round|later|after (?:work|lunch|school|dinner|this)|before (?:bed|lunch|work|noon|midnight)|(?:at|to|near|into|around) the|off to|due|open(?:ed|ing)?|draft\w*|half (?:done|through|finished)|almost|needs?|up next|finally|arrived|queu\w*|on (?:the|my) (?:list|agenda|stove|way|desk)|finish\w*|c[oa]mes? up|discuss\w*|slides|plans?|appointment|rehearsal|next|numbers for|in (?:an|half|ten|five|a (?:bit|minute|sec))|at (?:\d|noon|one|two|three|four|five|six|seven|eight|nine|ten|eleven)|(?:a|another) [a-z ]+ to [a-z]+$)\b"
    r"|去|到|正?在|走起|一下|[^真]中(?![国文])|该|得|下午|晚上?|中午|排队|打开|写|弄|做|赶|聊|轮到|月底|先|收拾|一趟|刚|一半|等|换|动手|下锅|材料|[^好]了$"
)
_NOT = re.compile(
    r"\b(?:not|never|won'?t|isn'?t|aren'?t|don'?t|doesn'?t|didn'?t|can'?t|cannot|without|no longer|instead of|skip(?:ping|ped)?|cancel(?:led|ed|s|ling)?|called off|postponed|avoid(?:ing)?)\b"
    r"|不(?:会|能|打算|准备|要|去|见|跟|和|用|想|写|做|参加|来|能|打算|需要|再)|(?<!还)没(?:去|见|跟|和|有|写|做|来|空)?|取消|推迟|改期|别|未|不了"
)


_ABSENT = re.compile(
    r"(?:\b(?:is|are|was|were|be|am|stays?|remains?)|['’](?:s|re|m)) (?:still |currently |now |also |both |all |probably )?"
    r"(?:away|out(?! (?:with|for|there|in front|of(?! (?:office|town|reach))))|off(?! to)|absent|ill|sick|abroad|unavailable|busy|gone|(?:on|at the end of) (?:holiday|vacation|leave)|out of (?:office|town|reach))\b"
    r"|\b(?:could|did|was|were|am|is|are)(?: not|n['’]t) |\b(?:failed|unable) to\b"
    r"|出差了|出差(?:中|去了)|不在|请假|休假|放假了|度假去|生病|病了|没空|没时间|[来到]不了|走不开|离职|搬走"
)
_NO_CONTACT = re.compile(
    r"\bno (?:call|calls|meeting|meetings|lunch|dinner|breakfast|coffee|chat|visit|appointment|lesson|session|date)\b"
    r"|不(?:通话|见面|碰面|开会|聚|约|聊)|没联系上|联系不上"
)


@dataclass(frozen=True, slots=True)
class Input:
    """What the user just gave, prepared once for all intentions."""

    text: str
    folded: str
    terms: frozenset[str]
    concepts: frozenset[str]
    is_past: bool
    is_active: bool  # it says that the user is doing something, or about to
    is_own: bool  # it states an intention itself


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of a topic: a term or the common name of a thing, the terms it stands for, and how much it counts."""

    name: str
    is_concept: bool
    terms: tuple[str, ...]
    share: float = 1.0
    is_verb: bool = False


@dataclass(frozen=True, slots=True)
class Watch:
    """An intention prepared for many inputs: its people and the units of its topic."""

    intention: Intention
    people: tuple[tuple[str, Person], ...]
    units: tuple[Unit, ...]
    terms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Match:
    """That an input meets an intention: what in the input did, and how surely (0 to 1)."""

    words: str
    score: float


def prepare(text: str, *, is_own: bool) -> Input:
    """An input ready to be compared. `is_own`: it states an intention itself, and so sets none off."""
    text = text[:LONGEST_INPUT]
    folded = simplified(fold(text))
    past = _PAST.search(folded)
    return Input(
        text,
        folded,
        frozenset(terms(simplified(text))),
        frozenset(name for name, _, _ in find_concepts(text)),
        is_past=(past is not None or _WAS.search(folded) is not None) and _AHEAD.search(folded) is None,
        is_active=_ACTIVE.search(folded) is not None,
        is_own=is_own,
    )


def watch(intention: Intention) -> Watch:
    """An intention ready to be compared with many inputs."""
    cue = intention.cue
    people = tuple((name, person(name)) for name in cue.people)
    whole = frozenset(terms(simplified(f"{cue.occasion} {cue.action}")))
    return Watch(intention, people, _units(cue) if cue.topic.strip() else (), whole)


def _units(cue: Cue) -> tuple[Unit, ...]:
    """A topic as things with a common name and as other words; what is done with them counts half."""
    topic = simplified(fold(cue.topic))
    found: list[tuple[int, Unit]] = []
    rest, position = "", 0
    for name, start, end in find_concepts(topic):
        found.append((start, Unit(name, True, tuple(terms(topic[start:end])))))
        rest += topic[position:start] + " " * (end - start)
        position = end
    rest += topic[position:]
    if has_han(rest):
        rest = _LIGHT_ZH.sub(lambda match: " " * len(match[0]), rest)
    found += [(rest.find(term[:3]), Unit(term, False, (term,))) for term in terms(rest) if _is_whole(term, rest)]
    units = [unit for _, unit in sorted(found, key=lambda pair: pair[0])]
    first = units[0] if len(units) > 1 and _VERB_FIRST.match(topic) else None
    if (
        first is not None
        and found
        and first.name not in _CONTACTS
        and not _is_light(first)
        and _is_verb_at(topic, found)
    ):
        units[0] = replace(first, share=_VERB_SHARE, is_verb=True)
    return tuple(dict.fromkeys(units))


def _is_verb_at(topic: str, found: list[tuple[int, Unit]]) -> bool:
    """Whether the first unit stands where the topic's verb does: in 买打印纸 it is 买, in 打印合同 it is 打印."""
    match = _SUBJECT.match(topic)
    return min(place for place, _ in found) <= (match.end() if match is not None else 0)


_SUBJECT = re.compile(r"\s*(?:(?:i|we) (?:next |finally |start |begin |get |to )*|我们?)?")
_VERB_FIRST = re.compile(r"\s*(?:(?:i|we) [a-z]|(?:我们?)?(?!我|给|跟|和|与|向|对|到|去|在|同)[\u4e00-\u9fff])")
_CONTACTS = {"write", "call"}
_VERB_SHARE = 0.8
_ACTIVE_SHARE = 0.5  # of a verb that the input does not say, when it says that something is being done


def _is_light(unit: Unit) -> bool:
    return all(term in _LIGHT for term in unit.terms)


def _is_whole(term: str, rest: str) -> bool:
    """The last sign of a Chinese word is no word of its own, unless it stands alone."""
    if not has_han(term) or len(term) > 1:
        return True
    return re.search(rf"(?<![\u4e00-\u9fff]){re.escape(term)}(?![\u4e00-\u9fff])", rest) is not None


def meets(given: Input, wanted: Watch, frequencies: Mapping[str, int], count: int) -> Match | None:
    """Whether an input sets off an intention; None when not.

    Args:
        given: the input.
        wanted: the intention.
        frequencies: in how many passages of the store each term stands.
        count: passages in the store.
    """
    if wanted.intention.cue.kind is IntentionKind.RULE or given.is_own or _is_echo(given, wanted):
        return None
    found = ""
    if wanted.people:
        found = next((words for name, who in wanted.people if (words := find_person(given, name, who))), "")
        if not found or not _is_met(given, found):
            return None
    if not wanted.units:
        return Match(found, 1.0) if found else None
    score, words = _topic_score(given, wanted, frequencies, count)
    if not found and _is_one_word(given, wanted) and not (given.is_active or _AT_IT.search(given.folded)):
        return None
    if score < LEAST_TOPIC or not _may_happen(given, words) or (given.is_past and not found):
        return None
    return Match(f"{found}, {words}" if found else words, score)


def _is_one_word(given: Input, wanted: Watch) -> bool:
    """Whether the input shares one word only with the topic: then it must also say that something is being done."""
    return sum(_is_said(given, unit) and not _is_light(unit) for unit in wanted.units) < 2


def _is_met(given: Input, words: str) -> bool:
    """Whether the words that name a person stand where the text says that one meets, hears or calls them."""
    name = simplified(fold(words))
    start = given.folded.find(name)
    return start < 0 or is_contact(given.folded, start, start + len(name))


def _is_echo(given: Input, wanted: Watch) -> bool:
    shared = len(given.terms & wanted.terms)
    return bool(wanted.terms) and shared >= 3 and shared >= ECHO * len(wanted.terms)


def _may_happen(given: Input, words: str) -> bool:
    """False when the clause that names the words says it will not happen."""
    first = simplified(fold(words.split(", ", maxsplit=1)[0]))
    place = given.folded.find(first)
    if place < 0:
        return True
    start = max((given.folded.rfind(mark, 0, place) for mark in ",.;!?，。；！？\n"), default=-1) + 1
    ends = [end for mark in ",.;!?，。；！？\n" if (end := given.folded.find(mark, place + len(first))) >= 0]
    clause = given.folded[start : min(ends, default=len(given.folded))]
    if clause.rstrip().endswith(("吗", "呢")):
        return True
    return not (_NOT.search(clause) or _ABSENT.search(clause) or _NO_CONTACT.search(given.folded))


def _topic_score(given: Input, wanted: Watch, frequencies: Mapping[str, int], count: int) -> tuple[float, str]:
    total = met = 0.0
    heaviest, words = 0.0, ""
    for unit in wanted.units:
        weight = unit.share * _weight(unit.terms, frequencies, count)
        total += weight
        if _is_said(given, unit):
            met += weight
            if weight > heaviest:
                heaviest, words = weight, _words_for(given, unit)
        elif unit.is_verb and given.is_active:
            met += _ACTIVE_SHARE * weight
    return (met / total, words) if total else (0.0, "")


def _is_said(given: Input, unit: Unit) -> bool:
    if unit.is_concept:
        return unit.name in given.concepts
    is_sign = len(unit.name) == 1 and has_han(unit.name)  # the index knows single signs only where a run ends
    return unit.name in given.terms or (is_sign and unit.is_verb and unit.name in given.folded)


def _words_for(given: Input, unit: Unit) -> str:
    if unit.is_concept:
        spans = find_concepts(given.text)
        return next((given.text[start:end] for name, start, end in spans if name == unit.name), unit.name)
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
