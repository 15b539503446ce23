# ruff: noqa: E501 - a pattern is read best on one line
"""Words that say somebody owes the user something: "waiting for Li Wei's contract", 等王老师回复."""

from __future__ import annotations

import re

from assistant.language.patterns import lazy_pattern

_LONGEST = 400  # a cue further into a long note is not what the note is about

_ENGLISH = lazy_pattern(
    r"""
    \b(?:
        (?:still\s+|am\s+|i'm\s+|we're\s+|are\s+)*(?:waiting|await(?:ing)?)\s+(?:for|on)\s+(?!me\b|us\b|you\b)
      | awaiting\s+(?!me\b|us\b)
      | (?:owes?|promised)\s+(?:me|us)\b
      | (?:i|we)\s+(?:have\s+)?asked\s+(?!myself|ourselves)\w+
      | asked\s+(?-i:[A-Z])[\w'-]+\s+(?:for|to|about|whether|if|when)\b
      | (?:will|is\s+going\s+to|should|said\s+(?:he|she|they)(?:'d|\s+would))\s+
        (?:get\s+back\s+to|reply\s+to|answer|call)\s+(?:me|us)(?:\s+back)?\b
      | (?:has|have|had)(?:n't|\s+not|\s+yet\s+to)\s+(?:yet\s+)?
        (?:replied|answered|responded|got\s+back|reply|answer|respond)
      | no\s+(?:reply|answer|response)\s+(?:yet\s+)?from\s+\w+
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_QUESTION_TO_SELF = lazy_pattern(r"\bnot\s+waiting\b|\bstop\s+waiting\b", re.IGNORECASE)
_WAIT = r"(?<![平高同相何优劣均中初特头])等(?!于|级|价|号|一下|到|差|距|候室|待室|会|我|同)(?:待|候|着)?"
_CLAUSE = r"[^，。！？；：,.!?;:\s]"
_CHINESE = lazy_pattern(
    rf"{_WAIT}{_CLAUSE}{{0,12}}?"
    r"(?:回复|答复|回信|回音|回话|回电|回应|反馈|确认|通知|消息|批复|审批|报价|发来|寄来|交来|给我)"
    # after a noun the same word means "and so on" (合同等文件): here it must begin a clause
    rf"|(?:^|(?<=[，。！？；,.!?;\s在还正我先仍])){_WAIT}{_CLAUSE}{{1,12}}?(?:合同|报告|材料|结果|文件|中$|呢$)"
    # 等李伟：签好的合同
    rf"|(?:^|(?<=[，。！？；,.!?;\s在还正我先仍])){_WAIT}{_CLAUSE}{{1,8}}[：:]"
    r"|(?:还没|没有?|尚未|未)(?:回复|答复|回信|回我|反馈|给我)"
    r"|(?:欠|答应|承诺)(?:了|过)?我"
    rf"|(?:問|问|催)(?:过|了|過){_CLAUSE}{{1,8}}"
)


SOMEBODY = "*"
"""Stands for whoever the words do not name."""

_OWING = lazy_pattern(
    r"(?:wait(?:ing)?|await(?:ing)?)\s+(?:for\s+|on\s+)?(?P<late>[^\s:,;.!?].{0,59})"
    r"|(?:no\s+(?:reply|answer|response)\s+(?:yet\s+)?from|asked)\s+(?P<asked>[^\s:,;.!?].{0,59})"
    r"|(?P<early>(?-i:[A-Z])[\w'’-]*(?:\s(?-i:[A-Z])[\w'’-]*)?)\s+(?:still\s+)?"
    r"(?:owes?|promised|will\s|has|have|had|hasn|haven|said|is\s+going)",
    re.IGNORECASE,
)
_ENDS_NAME = lazy_pattern(
    r"['’]s\b|[:,;!?(–—#]|(?<!dr)(?<!mr)(?<!ms)(?<!mrs)(?<!prof)\.|\s-\s|\s(?:to|for|about|by|until|before|on|at|in|with|from|and|whether|if|when|so|this|next"
    r"|today|tomorrow|tonight|yet|since|again|back|reply|answer|response|approval|call|email)\b",
    re.IGNORECASE,
)
_ANSWER_FROM = lazy_pattern(r"(?:an?\s|the\s)?(?:approval|reply|answer|response|news|word)\sfrom\s", re.IGNORECASE)
_ARTICLE = lazy_pattern(rf"{_ANSWER_FROM.pattern}|(?:the|my|our|an?)\s", re.IGNORECASE)
_WHO = rf"(?P<who>{_CLAUSE}{{1,8}}?)"
_OWING_CHINESE = lazy_pattern(
    rf"{_WAIT}{_WHO}(?:的)?(?:回复|答复|回信|回音|回话|回电|回应|反馈|确认|通知|消息|批复|审批|报价|发来|寄来|交来|给我"
    r"|合同|报告|材料|结果|文件|中$|呢$|[：:])"
    rf"|(?:^|(?<=[，。！？；,.!?;\s])){_WHO.replace('who', 'before')}"
    r"(?:还没有?|没有?|尚未|未)(?:回复|答复|回信|回我|反馈|给我)"
    rf"|(?:^|(?<=[，。！？；,.!?;\s])){_WHO.replace('who', 'owes')}(?:欠|答应|承诺)(?:了|过)?我"
    rf"|[问催](?:过|了){_WHO.replace('who', 'asked')}(?=的|[，。！？；,.!?;\s]|要|关于|[几两三四五\d]\s?次|$)"
)
_LONGEST_NAME = 40


_CUES = (
    *("wait", "owe", "promised", "asked", "repl", "answer", "respon", "back", "call me", "call us"),
    *("等", "没", "未", "欠", "问", "問", "催", "答应", "承诺"),
)
_BEGINS = lazy_pattern(
    r"\s*(?:still |i am |i'm |we're |we are |am )*(?:waiting|await(?:ing)?)\b|\s*(?:我们?)?(?:还|正|仍)?在?等",
    re.IGNORECASE,
)


def begins_waiting(text: str, who: str) -> bool:
    """Whether a text begins with the waiting and names somebody: then it is a thing to follow, not a remark."""
    is_name = who[:1].isupper() or (who[:1] != SOMEBODY and not who[:1].isascii())
    return bool(who) and is_name and _BEGINS.match(text) is not None


def waiting_for(text: str) -> str:
    """Who owes the user something, as the text names them; `SOMEBODY` when it does not, empty when nobody does."""
    folded = text[:_LONGEST].lower()
    if not any(cue in folded for cue in _CUES) or not is_waiting(text):
        return ""
    start = text[:_LONGEST].lstrip().split("\n", 1)[0]
    chinese = _OWING_CHINESE.search(start)
    if chinese is not None:
        return next((part.strip() for part in chinese.groups() if part and part.strip()), SOMEBODY)
    english = _OWING.search(start)
    if english is None:
        return SOMEBODY
    if english["early"]:
        return english["early"]
    rest = english["late"] or english["asked"]
    article = _ARTICLE.match(rest)
    rest = rest[article.end() :] if article is not None else rest
    end = _ENDS_NAME.search(rest)
    name = (rest[: end.start()] if end is not None else rest).strip()
    return name if name and len(name) <= _LONGEST_NAME else SOMEBODY


_OWED = lazy_pattern(
    r"\s*(?:(?:still|i'm|i am|we're|we are) )*(?:waiting|await(?:ing)?) (?:for|on) (?P<who>[^:：,，.。;；]{2,40}?) ?[:：] ?(?P<what>.{2,200})$"
    r"|\s*(?:我们?)?(?:还|正|仍)?在?等(?:着|待)?(?P<who_chinese>[^:：,，.。;；\s]{1,8})[:：] ?(?P<what_chinese>.{2,200})$"
)
_OWED_REPLY = lazy_pattern(r"的?(?:回复|答复|回信|回音|回话|回电|回应|反馈|确认|通知|消息|批复|审批|报价)")


def find_owed(sentence: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Whom and what a folded sentence waits for, as offsets, where both are told apart: "waiting for Anna: the keys"."""
    match = _OWED.match(sentence)
    if match is None:
        return None
    suffix = "" if match["who"] else "_chinese"
    first, last = match.span(f"who{suffix}")
    owed = _ANSWER_FROM.match(sentence, first, last)
    first = first if owed is None else owed.end()
    # "Anna's reply" is owed by Anna, 李医生回复 by 李医生
    end = _ENDS_NAME.search(sentence, first, last) or _OWED_REPLY.search(sentence, first + 1, last)
    return (first, last if end is None else end.start()), match.span(f"what{suffix}")


def is_waiting(text: str) -> bool:
    """Whether a text says that the user waits for somebody else."""
    start = text[:_LONGEST]
    if _CHINESE.search(start):
        return True
    return _ENGLISH.search(start) is not None and _QUESTION_TO_SELF.search(start) is None
