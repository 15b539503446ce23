"""Whether the sentence around a time tells what happened: "met Anna at 3", 三点开了会. The past needs no reminder."""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(r"[!?。！？；\n]|(?<=[a-z]{3})\.(?= )")
_SUBJECT = r"(?:^\W*|\b(?:i|we|he|she|they|you|and|but|who|that)\s+)"
_ADVERBS = r"(?:(?:just|also|finally|already|even|really|both|i|we|today)\s+){0,2}"
_PAST = (
    r"(?:met|had|saw|went|was|were|did|got|took|sent|told|said|spoke|left|came|made|bought|found|ate|slept|woke|ran|felt"
    r"|won|lost|gave|began|heard|hit|wrote|drove|flew|kept|lent|sold|paid|(?!need|feed|speed|seed|bleed|embed|shed|red)"
    r"[a-z]{2,}ed)\b"
)
_TOLD = re.compile(
    rf"{_SUBJECT}{_ADVERBS}{_PAST}|\b(?:have|has|had)(?:n't| not)\b|\bi've been\b"
    r"|(?<![忘为除到])了(?![吗么再就解]|以后|之后|后)|刚才|刚刚|曾经?|[去来做吃看见说]过"
)
_PLANNED = re.compile(
    r"\b(?:agreed|promised|decided|asked|told|said|planned|scheduled|booked|reminded|moved|invited)\b"
    r"|(?<!talked )(?<!spoke )(?<!went )(?<!listened )(?<!back )(?<!came )\bto [a-z]{2,}\b"
    r"|(?:^|[\s,，日天号点前晚午上刻半分])把[^了,，]{1,12}了(?=$|[。!！])"
    r"|说好|答应|约好|约了|定了|定在|决定|打算|要求|让我|通知|安排|预约|订了|改到|推迟|改成"
)
_AHEAD = re.compile(
    r"\b(?:tomorrow|tmrw|next|coming|upcoming|from now)\b|\bin (?:an?|the|\d|half|[a-z]+) "
    r"|明|后天|后日|下个?[下周月星礼]|[后过]"
)
_NOT_SINCE = re.compile(r"n't|\bnot\b")


def is_told(line: str, start: int, end: int) -> bool:
    """Whether the sentence around `line[start:end]` is of the past and the time itself does not point ahead.

    `line` is folded. What was agreed or promised may still lie ahead: "we agreed to ship on Friday".
    """
    begin = max((match.end() for match in _SENTENCE_END.finditer(line, 0, start)), default=0)
    stop = _SENTENCE_END.search(line, end)
    sentence = line[begin : stop.start() if stop else len(line)]
    if not _TOLD.search(sentence):
        return False
    if line.startswith("in ", start) and _NOT_SINCE.search(sentence):
        return True  # "we haven't talked in a few days"
    return not _PLANNED.search(sentence) and not _AHEAD.search(line, start, end)
