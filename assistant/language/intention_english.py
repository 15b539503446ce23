# ruff: noqa: E501 - a pattern or a table row is read best on one line
"""Occasions and actions in English: "when I talk to Anna, ask about the budget", "remind me to X next time I Y".

Every form is read on the folded sentence (small letters, quotes blanked), so a hit is a pair of offsets. An occasion
must be ahead and the user's own, an action must tell somebody to do something; everything else is a story.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from assistant.language.intention_words import ACTION_WORDS, NOT_ACTIONS, PAST_WORDS
from assistant.language.patterns import lazy_pattern


@dataclass(frozen=True, slots=True)
class Parts:
    """Offsets of an occasion and of an action in a sentence; how the occasion began."""

    occasion: tuple[int, int]
    action: tuple[int, int]
    head: str
    is_reminding: bool  # "remind me" was said, so anything may be the occasion
    repeats: bool | None = None  # whether every time is meant, where more than the head of the occasion tells


_HEAD = (
    r"(?:the )?(?:very )?(?P<head>下次|下回|每次|每回|next time(?: (?:when|that))?|whenever|when|every ?time(?: that)?|each time|any ?time|as soon as"
    r"|the (?:moment|minute|second|instant)(?: that)?|once|if(?: ever)?|before|after|while|(?:at|in|during|on) (?:my|our|the) next|(?:my|our) next|in case|should(?= (?:i|we)\b)|(?:up)?on(?= (?:seeing|meeting|hearing)\b)|for when|by the time"
    r"|the (?:day|first time)(?: (?:that|when))?)"
)
_WHOLE = "".join(
    f"(?<! {word})"
    for word in ("a", "an", "the", "my", "our", "for", "with", "of", "about", "on", "i", "we", "and", "to")
)
"""Behind an occasion: a noun follows, however much it looks like a verb: "when I go for a run ..."."""
_PLEASE = r"(?:please |pls |btw |by the way,? |hey |hi |ok(?:ay)? |and |also |so |then |oh |sidemind[,:]? |note to self[:,-]? ?|(?:todo|to-do|task|reminder|remember)[:,] ?|(?:can|could|would|will) you (?:please )?|i(?:'d| would) like you to |i want you to )*"
_REMIND = r"(?:remind me|remember|don'?t (?:let me )?forget|make sure|nudge me|tell me|alert me|prompt me|ping me)"
_BREAK = r" ?[,:;] ?| [-–—]+ | then (?=[a-z])"


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    verbs = "|".join(sorted(ACTION_WORDS, key=len, reverse=True))
    asked = rf"(?:please |pls |then |also |so |so please |could you |can you )?(?:{_REMIND}|i (?:should|must|need to|have to|want to|will|'ll))\b"
    bare = rf"(?:please |then |also )?(?:{verbs}) (?!and\b|or\b|of\b|in\b|is\b)"
    return (
        # remind me, when I see Anna, to ask ...
        re.compile(
            rf"^\s*{_PLEASE}{_REMIND},? {_HEAD}\b(?P<occasion>[^,;:]{{3,200}}?),? (?P<action>(?:to|about|that) .+)$"
        ),
        # when I see Anna remind me to ask ...; before the next forms, since an occasion may hold what looks like a verb
        re.compile(rf"^\s*{_PLEASE}{_HEAD}\b(?P<occasion>[^,;:]{{3,120}}?),? (?P<action>{asked}.*)$"),
        # when I see Anna, ask ...
        re.compile(rf"^\s*{_PLEASE}{_HEAD}\b(?P<occasion>.{{3,160}}?)(?:{_BREAK})(?P<action>.+)$"),
        # when I see Anna ask ...
        re.compile(rf"^\s*{_PLEASE}{_HEAD}\b(?P<occasion>.{{3,120}}?){_WHOLE}(?<!'m)(?<!'re) (?P<action>{bare}.*)$"),
        # remind me to ask ... when I see Anna
        re.compile(
            rf"^\s*{_PLEASE}{_REMIND}(?: again)?(?: to| about| of| that)? (?P<action>.{{2,300}}?),? {_HEAD}\b(?P<occasion>.{{3,160}})$"
        ),
        # ask ... (remind me) when I see Anna
        re.compile(
            rf"^\s*{_PLEASE}(?P<action>.{{4,300}}?)(?:[,;.]? ?(?P<reminding>remind me(?: of (?:this|that|it))?),?)? ?\b{_HEAD}\b(?P<occasion>.{{3,160}})$"
        ),
    )


_LAST = 5  # the form that has its action first
_REMINDS = lazy_pattern(rf"^\s*{_PLEASE}{_REMIND}\b")
_ACTION = lazy_pattern(
    r"^(?:(?:please|pls|also|then|just|always|never|first|quickly|to|about|that|definitely|maybe|do)\b,? ?)*"
    rf"(?:{_REMIND}|be (?:sure|careful|nice)|have an? (?:quick |good |proper )?(?:look|word|chat|think|rest|break|drink|go|try|read)\b|don'?t|do not|let'?s|let me|(?:i|we)(?:'ll| (?:should|must|need to|have to|ought to|gotta|want to|wanna|will|can|could|plan to|would like to|am going to)|'d like to)\b(?! (?:be|feel|get (?:mad|sad|angry|nervous)|always|never|often|usually)\b)"
    r"|you (?:should|must|need to|can)\b)"
)
_ADVERBS = lazy_pattern(r"^(?:(?:please|pls|also|then|just|always|never|first|quickly|to|definitely)\b,? ?)+")
_TAKES_OBJECT = lazy_pattern(
    r"^[a-z]+ (?:the|a|an|my|our|his|her|him|them|their|it|about|for|to|if|whether|that|this|up|out|some|back|extra|more|by)\b"
)
_OTHERS_VERB = lazy_pattern(
    r"\b(?:i|he|she|we|they|you|(?<!from )(?<!in )it|this|that|people|everyone|kids|to|and|or|not|could|would|will|can|should|may|might|must|i'll|we'll)$"
)
_TO_OTHERS = lazy_pattern(
    r"(?:please )?(?:let me know|(?:tell|call|text|ping|message|e-?mail|phone|ring|alert|notify) me)\b"
)
_FIRST = lazy_pattern(r"^[a-z'-]+")
_VERB = lazy_pattern(
    r"^\s*(?P<subject>(?:[a-z'-]+ and )?(?:i|we)|(?:i|we) and [a-z'-]+)\b(?:(?P<be>'m| am|'re| are)|(?P<have>'ve| have))?(?: (?:next|actually|ever|get to|need to|have to|want to|am about to|start|begin|happen to|go to|can|will|am going to|sit down to|finally))*(?: (?P<verb>[a-z'-]+))?"
)
_NEVER_AHEAD_WORDS = """
believe could did didn't feel guess had hadn't hope know look may mean might recall remember said think thought
understand used want was wasn't were weren't wish would
"""
_NEVER_AHEAD = frozenset(_NEVER_AHEAD_WORDS.split())
_ED = lazy_pattern(r"[a-z]{2,}ed$")
_BASE_IN_ED_WORDS = """
bleed breed embed exceed feed need proceed seed shed speed succeed wed weed
"""
_BASE_IN_ED = frozenset(_BASE_IN_ED_WORDS.split())
_SAID_OF_PAST = lazy_pattern(
    r"\b(?:yesterday|last (?:night|week|month|year|time|summer|winter|spring|autumn|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
    r"|(?:days?|weeks?|months?|years?|hours?) ago|back then|back in|this morning i)\b"
)
_EMPTY_OCCASION = lazy_pattern(
    r"^\s*(?:possible|necessary|needed|ready|in doubt|available|appropriate|applicable|done|finished|i'?m at it|i'?m done|it comes to|you (?!answer|repl|writ|respond|explain|list|giv|mention|cit|show|summari|translat|suggest|recommend)[a-z]+|need(?:ed)? be|(?:so|not|that|this)\b|it (?:is|was|'s)\b"
    r"|it'?s (?:\d|time|noon|midnight|late|over|too)|i (?:get|wake) up\b|i'?m (?:sad|happy|bored|tired|angry|stressed|free|hungry)\b)"
)
_THIRD = lazy_pattern(
    r"^\s*(?P<who>.{2,60}?)(?:'s (?:here|back|around|about|online|next)\b| (?:calls?|comes?(?: (?:up|over|by|back|in|round|home|here)|(?=,?$))|is (?:in the (?:office|building|house|shop|room|lab)|in town|mentioned|here|about|back|around|online|in touch|up|due|next|on (?:my|the) (?:table|agenda|plate|desk|list|line)|on the (?:phone|line))|gets? (?:back|mentioned|in touch|here)|asks?|writes?|e-?mails?|texts?|messages?|arrives?|visits?|drops? (?:by|in)|shows? up|mentions?|brings? (?:up|it)|turns? up|pops? (?:up|in|by|over|round|around)|rings?|phones?|replies|walks? in|needs?|wants?|complains?|stops? by|pings?|answers?|talks?|lands? on)\b)"
)
_THEY_ARE = lazy_pattern(
    r"^\s*(?:he|she|they)(?:'s|'re) (?:next |finally )?(?:here|there|back|about|around|in|online|free)\b"
)
_TOGETHER = lazy_pattern(
    r"^\s*(?:[a-z' -]{2,40} and (?:i|me)|(?:i|me) and [a-z' -]{2,40}?) (?:next |finally |end up |both |get to |are |'re )*(?:meet|talk|speak|chat|call|see|catch|work|have|sit|in touch|get|write|email|text|talking|speaking|meeting|together|alone|go|hang|cross|run|bump)\b|^\s*it(?:'s| is) (?:time to |[a-z' -]{2,40}$)"
)
_PLACE = lazy_pattern(
    r"^\s*(?:next )?(?:at|in|near|around|by|back (?:in|at)|passing|hearing|visiting|seeing|talking|meeting|working|calling|writing|shopping|going|speaking) "
)
_NEXT = lazy_pattern(
    r"^\s*(?:[\w:-]+ ){0,2}?(?:meeting|call|chat|1[:-]1|one-on-one|lunch|dinner|coffee|visit|trip|session|appointment|standup|stand-up|review|lesson|class|sync|conversation|interview|check-?up|check-?in|catch-?up|letter|e-?mail|message|talk|seminar|retro|workshop|conference)\b"
)


_NO_WISH = lazy_pattern(r"\b(?:no need to|(?:don'?t|do not|not) (?:have|need) to|stop|quit) (?:remind|nag|tell|nudg)")


def find_parts(sentence: str) -> Parts | None:
    """Occasion and action of a folded sentence; None when it is no intention."""
    if _NO_WISH.search(sentence):
        return None
    reminds = _REMINDS.match(sentence) is not None
    for number, form in enumerate(_forms()):
        match = form.match(sentence)
        if match is None:
            continue
        is_reminding = (
            reminds or (number == _LAST and match["reminding"] is not None) or "remind me" in match["action"][:20]
        )
        occasion = _trimmed(match)
        parts = Parts(occasion, match.span("action"), match["head"], is_reminding)
        if _is_meant(sentence, parts, is_free_action=number in (0, _LAST - 1) or (number == _LAST and is_reminding)):
            return parts
    return None


_AFTERTHOUGHT = lazy_pattern(r"(?:,? (?:always|please|pls|next|again|finally|then|so|at some point|sooner or later))+$")


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    start, end = match.span("occasion")
    after = _AFTERTHOUGHT.search(match["occasion"])
    return (start, start + after.start()) if after is not None and after.start() > 2 else (start, end)


def _is_meant(sentence: str, parts: Parts, *, is_free_action: bool) -> bool:
    occasion, action = sentence[slice(*parts.occasion)], sentence[slice(*parts.action)]
    is_cut = parts.action[0] > parts.occasion[0] and _OTHERS_VERB.search(occasion) is not None
    if is_cut or (_TO_OTHERS.match(action) and not parts.is_reminding):
        return False
    return (is_free_action or is_action(action)) and is_ahead(occasion, parts.head, is_reminding=parts.is_reminding)


def is_action(action: str) -> bool:
    """Whether words tell somebody to do something."""
    action = action.strip()
    if _ACTION.match(action):
        return True
    bare = _ADVERBS.sub("", action)
    first = _FIRST.match(bare)
    if first is None or first[0] in NOT_ACTIONS or first[0] in PAST_WORDS:
        return False
    if first[0] in ACTION_WORDS:
        return True
    is_odd = first[0].endswith(("ing", "ed", "ly", "tion", "ness", "ment")) or (
        first[0].endswith("s") and not first[0].endswith("ss")
    )
    return not is_odd and _TAKES_OBJECT.match(bare) is not None


def is_ahead(occasion: str, head: str, *, is_reminding: bool) -> bool:
    """Whether an occasion lies ahead and may come: not "when I talked to Anna yesterday", not "when in doubt"."""
    if _SAID_OF_PAST.search(occasion) or _EMPTY_OCCASION.match(occasion):
        return False
    if head != "in case" and head.startswith(("at ", "in ", "during ", "on ", "my ", "our ")):
        return _NEXT.match(occasion) is not None
    first = _VERB.match(occasion)
    if first is not None:
        return _own_is_ahead(first, head)
    if _THEY_ARE.match(occasion):
        return True
    if _THIRD.match(occasion) or _PLACE.match(occasion) or _TOGETHER.match(occasion):
        return True
    return (
        is_reminding
        and re.match(r"\s*(?:you|he|she|they|it)\b(?! (?:stop|start|rain|snow|arrive|come)s?)", occasion) is None
    )


def _own_is_ahead(first: re.Match[str], head: str) -> bool:
    verb = first["verb"] or ""
    if first["be"]:
        return verb not in ("not", "sure", "right", "wrong", "sorry", "honest")
    if not verb or verb in _NEVER_AHEAD:
        return False
    if first["have"]:
        return head in ("once", "as soon as", "after", "when", "the moment")
    return verb not in PAST_WORDS and (verb in _BASE_IN_ED or not _ED.match(verb))
