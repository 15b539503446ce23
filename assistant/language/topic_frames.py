# ruff: noqa: E501 - a pattern is read best on one line
"""What an occasion is about, without the words around it: "the boiler" of "I'm next busy with the boiler".

"I get round to ...", "... comes up", 轮到我... are frames that any topic may stand in. Their words are no part of the topic:
who asks to be reminded when the boiler comes up will hardly say "comes up" when it does.
"""

from __future__ import annotations

from assistant.language.detect import has_han
from assistant.language.patterns import lazy_pattern

_SUBJECT = r"(?:i|we)(?:'m|'re|'ve| am| are| have)?|it'?s|it is|there'?s|anything|something"
_MANNER = "next|finally|actually|again|ever|just|back|busy|stuck|occupied"
_STAGE = (
    r"happen to|get round to it and|get (?:round|back|on|down|around)? ?(?:to|on|on to)|get to|have to|need to|want to|got to"
    r"|must|should|start(?:ing)?(?: (?:to|on|with))?|begin(?:ning)?(?: (?:to|with))?|about to|going to|turn(?:ing)? to"
    r"|work(?:ing)? on|deal(?:ing)? with|sit(?:ting)? down (?:to|with)|think(?:ing)? about|due to|time (?:to|for)|up for"
    r"|do|doing|go|going|get|getting"
)
_TOWARDS = "about|with|on|on to|to|at|into|over|for"
_BEFORE = lazy_pattern(rf"^(?:(?:{_SUBJECT}|{_MANNER}|{_STAGE}|{_TOWARDS})[ ,]+)+")
_AFTER = lazy_pattern(
    r"(?:[\s,→-]*(?:\b(?:next|again|finally|actually|today|tomorrow|or|so|please|then|time|around|once more)\b"
    r"|\b(?:comes?|pops?|turns?|crops?) up\b|\bis (?:on (?:the|my) (?:table|plate|desk|agenda|list)|due|next|up)\b"
    r"|,? (?:kindly|please)$|\blands? on (?:the|my) (?:table|plate|desk)\b|\band i mean .*|\b(?:tell|remind|nudge) me.*))+[\s,→-]*$"
)
_BEFORE_CHINESE = lazy_pattern(
    r"^(?:[\s，,]|[下每这]一?[次回]|哪[天次回]|这周|真(?=要)|要(?!求|是)|会(?!议|员|计)|在(?!线)|再|又|我们?|咱们?|俺|轮到|该(?!当)"
    r"|有空|回头|最近|[说提聊谈]到|准备(?=.{2})|打算|开始|需要|得|去|到(?!期)|凡是?|但凡|只要)+"
)
_AFTER_CHINESE = lazy_pattern(
    r"(?:的时[候侯]|时候|时|的话|[之以]?[前后]|都.*|了|再[弄说办做]|[别不]要?忘了?.*|[，,].*|我(?:[得要]|就忘).*|的)+$"
)
_LEAST = 2  # signs of a Chinese topic: less is a frame that was read too far


def topic_core(topic: str) -> str:
    """The topic of a folded, simplified occasion (`time_text.fold`, `han.simplified`); all of it where only a frame is left."""
    topic = topic.strip()
    before, after = (_BEFORE_CHINESE, _AFTER_CHINESE) if has_han(topic) else (_BEFORE, _AFTER)
    least = _LEAST if has_han(topic) else 1
    lead = before.match(topic)
    start = lead.end() if lead is not None and lead.end() + least <= len(topic) else 0
    tail = after.search(topic, start + least)
    core = topic[start : tail.start() if tail is not None else len(topic)].strip()
    return core or topic
