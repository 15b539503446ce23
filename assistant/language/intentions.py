# ruff: noqa: E501 - a pattern or a table row is read best on one line
"""Intentions in a text: what to be reminded of when a person or a topic comes up, and standing rules.

`read_intention` decides once, from the user's words alone, in English and Chinese alike. Rather none than a wrong one:
an intention that is not wanted speaks up at the wrong moment.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from assistant.domain.intention import Cue, IntentionKind
from assistant.language import (
    intention_chinese,
    intention_english,
    intention_free,
    intention_free_chinese,
    rule_signs,
)
from assistant.language.detect import has_han
from assistant.language.han import simplified
from assistant.language.intention_english import Parts
from assistant.language.intention_learned import LONGEST, SURE, is_somebody, joined, read_line, says_nothing
from assistant.language.occasion_names import addressed_people, find_occasion_people, topic_besides
from assistant.language.occasion_pronouns import is_meeting, names_nobody
from assistant.language.patterns import lazy_pattern
from assistant.language.rule_words import rule_logit
from assistant.language.standing_rules import is_chinese_rule, is_english_rule
from assistant.language.time_text import readable
from assistant.language.waiting import find_owed

_LONGEST = 1_000
_SHORT, _SHORT_CHINESE = 20, 6  # signs: less is no rule unless the grammar knows it
_MOST_AROUND = 24  # signs of a clause around its topic
_MOST_SENTENCES = 12
_SENTENCE = lazy_pattern(
    r"(?:[^.!?。！？\n]|(?<=\bdr)\.|(?<=\bmr)\.|(?<=\bms)\.|(?<=\bmrs)\.|(?<=\bprof)\.|\.(?=\w))+[.!?。！？]*"
)
_REPEATS = lazy_pattern(
    r"whenever|every ?time|each time|any ?time|if ever|每|只要|但凡|凡是?|逢|(?:无论|不管)(?:何时|什么时候)"
)
_ALWAYS = lazy_pattern(r"^(?:please )?(?:always|never)\b|^(?:就?都|一律|总是)")
_LEAD = lazy_pattern(
    r"^(?:[\s,，]*(?:to|that|about|of|please|also|then|(?:remind me|don'?t forget|make sure|remember)(?: (?:to|about|of|that|i))?"
    r"|(?:请|记得|麻烦|再|到时候|都|就)*提醒我(?:一下|要|去)?|(?:就|都)?要(?!求)|记得|别忘了?|不要忘了?|请)(?:[\s,，:：]+|(?<=[\u4e00-\u9fff])|$))+"
)
_REMIND_ME = lazy_pattern(r"remind(?:ing)? ?(?:me|我)|提醒我|(?:nudge|poke|tell|nag) me to")
_ASKED_TO_REMIND = lazy_pattern(
    r"remind(?:ing)? ?(?:me|我)|提醒|\b(?:could|can|would|will) (?:you|u)\b|\bwould you be so kind|[叫喊]我|告诉我|跟我说"
)
_TAIL = lazy_pattern(r"(?:[\s,，;；:：]|remind me$|提醒我(?:一下)?$)+$")

_CLUE_WORDS = """
always never ever only exclusively prefer like want need rather address refer greet call make be remember don't do
stop no default consistently from going henceforth future your answer answers reply replies response responses
explanation explanations summary summaries every everytime each any anytime times exception next when whenever soon
moment once if before after while anytime minute second instant chance exception should time remind reminding dont
case seeing meeting hearing day upon rule standing waiting await awaiting everything anything general generally quit avoid whatever should you're
"""
CLUES = frozenset(_CLUE_WORDS.split())
"""English words of which every intention and every rule has one: most lines have none and are read no further."""

_CLUE = lazy_pattern(r"[a-z']+")


def read_intention(text: str) -> Cue | None:
    """The intention that `text` states, with offsets into it; None when it states none. Never raises on any text.

    Only the first 1,000 characters are read; quoted words are not the user's own.
    """
    return _read_start(text[:_LONGEST])


@lru_cache(maxsize=4)  # one line is read as it is typed, when it is kept and when it sets others off
def _read_start(start: str) -> Cue | None:
    plain = simplified(readable(start))
    each = (
        _read_sentence(start, match[0], match.start()) for match in list(_SENTENCE.finditer(plain))[:_MOST_SENTENCES]
    )
    ruled = next((cue for cue in each if cue is not None), None)
    learned = read_line(start, plain)
    if learned is not None:
        return _chosen(*learned, ruled)
    return ruled or (_learned_rule(start, plain) if len(start) <= LONGEST else None)


def _learned_rule(text: str, plain: str) -> Cue | None:
    is_question = plain.rstrip().endswith(("?", "？")) and _ASKED_TO_REMIND.search(plain) is None
    is_short = len(plain.strip()) < (_SHORT_CHINESE if has_han(plain) else _SHORT)  # "answer in Chinese": but this once
    if is_question or is_short or rule_signs.is_story(plain) or rule_logit(plain) <= 0:
        return None
    words = text.strip()
    start = text.find(words)
    return Cue(IntentionKind.RULE, start, start + len(words), "", words, is_repeating=True)


def _chosen(learned: Cue, sureness: float, ruled: Cue | None) -> Cue:
    """Of the two readings of a line, the learned one, completed by the other where they agree on whom or what."""
    if ruled is None or (ruled.kind is IntentionKind.RULE and sureness > SURE):
        return learned
    occasion = simplified(readable(learned.occasion))
    is_empty = says_nothing(occasion) or names_nobody(occasion) or is_meeting(occasion)
    if ruled.kind is IntentionKind.RULE or is_empty:
        return ruled
    completed = replace(ruled, is_repeating=learned.is_repeating)
    if has_han(occasion):
        completed = replace(completed, action=learned.action)
    if learned.people:
        if ruled.people:
            return replace(completed, people=joined(learned, ruled))
        return learned if all(map(is_somebody, learned.people)) else completed
    is_within = ruled.start <= learned.start and learned.end <= ruled.end
    is_near = ruled.end - ruled.start < learned.end - learned.start + _MOST_AROUND
    if not (is_within and is_near):
        return learned
    return replace(completed, kind=IntentionKind.TOPIC, people=(), topic=learned.topic)


def _read_sentence(text: str, sentence: str, offset: int) -> Cue | None:
    bare = sentence.strip()
    if len(bare) < 4:
        return None
    is_chinese = has_han(sentence)
    if not is_chinese and CLUES.isdisjoint(_CLUE.findall(sentence)):
        return None
    is_rule = (is_chinese and is_chinese_rule(bare)) or is_english_rule(bare)
    if is_rule and not _meets_somebody(text, sentence, offset):
        words = text[offset : offset + len(sentence)].strip()
        start = offset + len(sentence) - len(sentence.lstrip())
        return Cue(IntentionKind.RULE, start, start + len(words), "", words, is_repeating=True)
    if bare.endswith(("?", "？")) and _ASKED_TO_REMIND.search(bare) is None:
        return None
    owed = _owed(text, sentence, offset)
    if owed is not None:
        return owed
    parts = _parts(sentence)
    return None if parts is None else _cue(text, sentence, offset, parts)


def _owed(text: str, sentence: str, offset: int) -> Cue | None:
    """What somebody owes the user comes up when they do: "waiting for Anna: the contract", 等李伟：合同."""
    found = find_owed(sentence.rstrip())
    if found is None:
        return None
    (start, end), (first, last) = found
    who = text[offset + start : offset + end]
    meeting = "见到" if has_han(who) else "see "
    if not find_occasion_people(f"{meeting}{who}", f"{meeting}{sentence[start:end]}"):
        return None
    action = text[offset + first : offset + last].strip()
    return Cue(IntentionKind.PERSON, offset + start, offset + end, who, action, (who,))


_ASKING = lazy_pattern(
    r"^\s*(?:(?:i|we) (?:\w+ly )?(?:ask|request|inquire|query|want|need|say|write|paste|send|give|share|type|tell|show|mention|discuss|bring|talk about|make a|use|'m|am|type|speak|paste|correct)\b|you\b)|^(?:我(?:问|提问|让你|请你|叫你|要你|说|写|发|给你|贴|用|犯)|你)"
)


_CALL_ME = lazy_pattern(r"(?:以后|从今|今后|现在)[^，,次]{0,6}叫我[^，,要把问带拿]{1,6}(?:就行|就好|吧)?[。.]?$")
_ANSWERING = lazy_pattern(
    r"回答|回复|我问|问我|问你|翻译|解释|引用|提到|涉及|说到|列|你|给我|文献|我[发写贴粘说]|写代码|算账|列清单|列步骤"
)


def _meets_somebody(text: str, sentence: str, offset: int) -> bool:
    """Whether what looks like a rule waits for the user's own doing: "always ask about the rent when I see Anna"."""
    parts = _parts(sentence)
    cue = None if parts is None else _cue(text, sentence, offset, parts)
    if cue is None or _CALL_ME.search(sentence):
        return False
    if cue.kind is IntentionKind.PERSON or _REMIND_ME.search(sentence):
        return True
    if has_han(sentence):
        rest = sentence.replace(simplified(readable(cue.occasion)), " ")
        if _ANSWERING.search(cue.occasion) or rule_signs.is_about_answers(rest):
            return False
    return _ASKING.match(cue.occasion.lower()) is None


_SAID_BY_OTHERS = lazy_pattern(
    r"\s*(?:书[上里]|报纸上?|新闻里?|网上|广告里?|牌子上?|老人家?|人家|别人|大家|专家|医生|老师|[他她]们?)(?:总|都|老)?[说写讲](?!话)"
)


def _parts(sentence: str) -> Parts | None:
    if _SAID_BY_OTHERS.match(sentence):
        return None
    trimmed = sentence.rstrip(" .!。！?？\n")
    parts = _chinese_parts(trimmed) if has_han(sentence) else None
    parts = parts or intention_english.find_parts(intention_free.without_asides(trimmed))
    if parts is not None and not intention_free.is_only_wish(trimmed[slice(*parts.action)]):
        return parts
    found = intention_free_chinese.find_parts(trimmed) if has_han(sentence) else None
    return found or intention_free.find_parts(trimmed)


def _cue(text: str, sentence: str, offset: int, parts: Parts) -> Cue | None:
    start, end = _stripped(sentence, *parts.occasion)
    occasion = text[offset + start : offset + end]
    folded = sentence[start:end]
    action = _action(text[offset + parts.action[0] : offset + parts.action[1]], sentence[slice(*parts.action)])
    people = find_occasion_people(occasion, folded)
    topic = topic_besides(occasion, folded, is_person=bool(people))
    if not action or not (people or topic.strip()):
        return None
    kind = IntentionKind.PERSON if people else IntentionKind.TOPIC
    is_nameless = not people and names_nobody(folded)
    if is_nameless or (not people and is_meeting(folded)):
        people = addressed_people(action, is_said=is_nameless)  # "ask Anna for it when I see her"
        if is_nameless and not people:
            return None
    if people and kind is IntentionKind.TOPIC:
        kind, topic = IntentionKind.PERSON, ""
    return Cue(
        kind,
        offset + start,
        offset + end,
        occasion,
        action,
        people,
        topic,
        is_repeating=_is_repeating(sentence, parts),
    )


def _chinese_parts(trimmed: str) -> Parts | None:
    found = intention_free_chinese.find_counted(trimmed) or intention_chinese.find_parts(trimmed)
    if found is None or intention_free_chinese.holds_wish(trimmed[slice(*found.occasion)]):
        return None
    return replace(found, action=intention_free_chinese.without_aside(trimmed, found.action))


def _is_repeating(sentence: str, parts: Parts) -> bool:
    if parts.repeats is not None:
        return parts.repeats
    if _REPEATS.match(parts.head) is not None or _ALWAYS.match(sentence[slice(*parts.action)]) is not None:
        return True
    rest = sentence.replace(sentence[slice(*parts.action)], " ")
    return intention_free.says_always(rest)


def _stripped(sentence: str, start: int, end: int) -> tuple[int, int]:
    while start < end and sentence[start] in " ,，:：":
        start += 1
    while start < end and sentence[end - 1] in " ,，:：":
        end -= 1
    return start, end


def _action(words: str, folded: str) -> str:
    lead = _LEAD.match(folded)
    start = lead.end() if lead is not None else 0
    tail = _TAIL.search(folded)
    end = tail.start() if tail is not None and tail.start() > start else len(words)
    return (words[start:end].strip() or words.strip()) if start < len(words) else words.strip()
