# ruff: noqa: E501 - a pattern is read best on one line
"""Does a text speak of what is past, or of what will not happen?"""

from __future__ import annotations

from assistant.language.patterns import lazy_pattern

_PAST = lazy_pattern(
    r"\b(?:yesterday|last (?:night|week|month|year|summer|winter|spring|autumn|monday|tuesday|wednesday|thursday|friday|saturday|sunday|time)|(?:days?|weeks?|months?|years?) ago|back in (?:19|20)\d\d|in (?:19|20)\d\d|used to)\b"
    r"|昨[天晚日]|前[天些]|上[周个月次回]|去年|以前|小时候|当年|那[次年天]|曾经|几[天年月]前|[周月年]前"
)
_WAS = lazy_pattern(
    r"\b(?:was|were|had been)\b(?! (?:going|about|supposed|meant|just|to)\b)(?!.*\bjust\b)|(?<!刚)(?<!刚刚)(?:聊|见|谈|说|碰|约|吃|去|来)过了?(?![年节去来])"
)
_AHEAD = lazy_pattern(
    r"\b(?:today|now|tomorrow|tonight|next|later|soon|going to|will|about to|this (?:morning|afternoon|evening|week)|again|still)\b|今[天晚]|现在|明[天晚]|后天|马上|待会|一会|下[周次个]|准备|要|又|再|正在|接着|继续"
)
_NOT = lazy_pattern(
    r"\b(?:not|never|won'?t|isn'?t|aren'?t|don'?t|doesn'?t|didn'?t|can'?t|cannot|without|no longer|instead of|skip(?:ping|ped)?|cancel(?:led|ed|s|ling)?|called off|postponed|avoid(?:ing)?)\b"
    r"|不(?:会|能|打算|准备|要|去|见|跟|和|用|想|写|做|参加|来|能|打算|需要|再)|(?<!还)没(?:去|见|跟|和|有|写|做|来|空)?|取消|推迟|改期|别|未|不了"
)


_ABSENT = lazy_pattern(
    r"(?:\b(?:is|are|was|were|be|am|stays?|remains?)|['’](?:s|re|m)) (?:still |currently |now |also |both |all |probably )?"
    r"(?:away|out(?! (?:with|for|there|in front|of(?! (?:office|town|reach))))|off(?! to)|absent|ill|sick|abroad|unavailable|busy|gone|(?:on|at the end of) (?:holiday|vacation|leave)|out of (?:office|town|reach))\b"
    r"|\b(?:could|did|was|were|am|is|are)(?: not|n['’]t) |\b(?:failed|unable) to\b"
    r"|出差了|出差(?:中|去了)|不在|请假|休假|放假了|度假去|生病|病了|没空|没时间|[来到]不了|走不开|离职|搬走"
)
_NO_CONTACT = lazy_pattern(
    r"\bno (?:call|calls|meeting|meetings|lunch|dinner|breakfast|coffee|chat|visit|appointment|lesson|session|date)\b"
    r"|不(?:通话|见面|碰面|开会|聚|约|聊)|没联系上|联系不上"
)
_MARKS = ",.;!?，。；！？\n"


def is_past(folded: str) -> bool:
    """Whether a folded, simplified text speaks of the past, and of nothing now or ahead."""
    is_told = _PAST.search(folded) is not None or _WAS.search(folded) is not None
    return is_told and _AHEAD.search(folded) is None


def may_happen(folded: str, words: str) -> bool:
    """False when the clause of a folded, simplified text that names the words says it will not happen."""
    place = folded.find(words)
    if place < 0:
        return True
    start = max((folded.rfind(mark, 0, place) for mark in _MARKS), default=-1) + 1
    ends = [end for mark in _MARKS if (end := folded.find(mark, place + len(words))) >= 0]
    clause = folded[start : min(ends, default=len(folded))]
    if clause.rstrip().endswith(("吗", "呢")):
        return True
    return not (_NOT.search(clause) or _ABSENT.search(clause) or _NO_CONTACT.search(folded))
