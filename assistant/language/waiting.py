"""Words that say somebody owes the user something: "waiting for Li Wei's contract", 等王老师回复."""

from __future__ import annotations

import re

_LONGEST = 400  # a cue further into a long note is not what the note is about

_ENGLISH = re.compile(
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
_QUESTION_TO_SELF = re.compile(r"\bnot\s+waiting\b|\bstop\s+waiting\b", re.IGNORECASE)
_WAIT = r"(?<![平高同相何优劣均中初特头])等(?!于|级|价|号|一下|到|差|距|候室|待室|会|我|同)(?:待|候|着)?"
_CLAUSE = r"[^，。！？；,.!?;\s]"
_CHINESE = re.compile(
    rf"{_WAIT}{_CLAUSE}{{0,12}}?"
    r"(?:回复|答复|回信|回音|回话|回电|回应|反馈|确认|通知|消息|批复|审批|报价|发来|寄来|交来|给我)"
    # after a noun the same word means "and so on" (合同等文件): here it must begin a clause
    rf"|(?:^|(?<=[，。！？；,.!?;\s在还正我先仍])){_WAIT}{_CLAUSE}{{1,12}}?(?:合同|报告|材料|结果|文件|中$|呢$)"
    r"|(?:还没|没有?|尚未|未)(?:回复|答复|回信|回我|反馈|给我)"
    r"|(?:欠|答应|承诺)(?:了|过)?我"
    rf"|(?:問|问|催)(?:过|了|過){_CLAUSE}{{1,8}}"
)


def is_waiting(text: str) -> bool:
    """Whether a text says that the user waits for somebody else."""
    start = text[:_LONGEST]
    if _CHINESE.search(start):
        return True
    return _ENGLISH.search(start) is not None and _QUESTION_TO_SELF.search(start) is None
