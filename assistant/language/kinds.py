"""Whether a line is a task, a question or a note, by the words with which people begin such lines in both languages."""

from __future__ import annotations

import re

from assistant.domain.item import ItemKind
from assistant.language.patterns import lazy_pattern

MARKER = lazy_pattern(
    r"\s*(?:(?P<task>[-*+]? ?\[[ xX]?\]|(?:todo|to-do|task|待办|任务)\s?[:：])"
    r"|(?P<note>(?:note|memo|笔记|备忘)\s?[:：])"
    r"|(?P<question>(?:question|问题|提问)\s?[:：]|[?？](?=\s*[^\s?？])))\s*",
    re.IGNORECASE,
)
"""A sign with which the user says what a line is; its group's name is the kind."""

_PLEASE = r"(?:please |pls |hey |hi |(?:can|could|would|will) you (?:please |also )?)"
_PLEASE_CHINESE = r"(?:请你?|麻烦你?|拜托你?|帮我|帮忙|你?能不能|你?可不可以|可以|你?能)"
REMIND = lazy_pattern(
    rf"\s*{_PLEASE}{{0,2}}(?:remind me(?: again)?(?: (?:to|about|of|that))?|remember to|don'?t (?:let me )?forget"
    r"(?: to| about)?|make sure (?:to|that|i))\b[ ,:]*"
    rf"|\s*{_PLEASE_CHINESE}{{0,2}}(?:记得|别忘了?|不要忘(?:记|了)|勿忘|(?:到时候?|按时)?提醒(?:我|一下|我们))"
    r"(?:一下|要|去)?[ ,:]*"
)
"""Words that only say that the line is to be remembered."""

_REMIND_LATER = lazy_pattern(r"[,，.。 ](?:please )?remind me\b|[^谁会]提醒我(?!们?的)|[\s，,。]记得|别忘了")
_ALARM = lazy_pattern(
    rf"\s*{_PLEASE}{{0,2}}(?:(?:set|add|make|create|start|put)(?: up)? (?:(?:an?|the|my|new|another) ){{0,2}}"
    r"(?:alarm|reminder|timer|event|appointment|task)|wake me|alert me|notify me|ping me|get me up)\b"
    rf"|\s*{_PLEASE_CHINESE}?(?:定|设|设置|设个|定个|加个|新建)(?:一?个)?(?:闹钟|闹铃|提醒|日程|待办|任务)|\s*叫我(?:起床)?"
)
_VERBS = (
    "call|phone|ring|text|e-?mail|message|ping|buy|order|pay|book|reserve|schedule|send|reply|respond|write|draft"
    "|submit|finish|complete|fix|repair|clean|wash|pick up|drop off|collect|renew|cancel|confirm|prepare|print|sign"
    "|file|review|follow up|get back to|reach out to|ask|tell|thank|invite|water|feed|walk the|take out|take the|bring"
    "|get (?:a|the|some|my)|make (?:a|the|an)|check (?:the|with|if|whether|on|in|my|for)|read the|update|install"
    "|download|upload|back ?up|register|apply|sign up|look up|look into|find out|figure out|remember|deliver|ship"
    "|deploy|charge|refill|unsubscribe|transfer|pack|return|meet|visit|plan the|organi[sz]e|arrange|clear|move the"
)
_NOUN_AFTER = r"(?!['’:]|-\w|\s(?:is|are|was|were|list|logs?|notes?|cent(?:re|er)|duration|story|number|said|says)\b)"
_IMPERATIVE = lazy_pattern(
    rf"\s*(?:please |pls |also |then |and )?(?:{_VERBS})\b{_NOUN_AFTER}"
    r"|\s*(?:i|we)(?:'ve)? (?:need|have|got|ought) to [a-z]|\s*(?:i|we) (?:must|should|gotta) [a-z]"
    r"|\s*(?:need|have|got) to [a-z]|\s*must [a-z]"
)
_WANTING = (
    r"(?:得(?!到|出|了)|需要|必须|务必|应该|应当|(?<![重主只概摘纪首不])要(?![是求么点素不命紧领闻旨件害塞价好]))"
    r"(?=[\u4e00-\u9fffa-z])"
)
_DOING = (
    r"给[^，。,.\s]{1,8}(?:打|发|写|回|买|送|寄|带)|打电话|买(?![了过的卖单家方])|发(?:邮件|短信|消息|微信|给|送|一)"
    r"|回(?:复|电话|邮件|信)|联系(?!人)|预约|预订|订(?=[机车酒餐票房位外会牛花蛋])|取(?=快|包|钱|药|件|衣)|寄"
    r"|还(?=书|钱|信|车|款)|交(?=报|电|水|房|作|费|稿|论|材|给|周|税)|提交|准备(?!好了)|完成(?!了)|整理|检查|打扫|安排|预习"
    r"|报名|缴|续(?=费|签|订)|退(?=货|款|订)|修改|修(?=车|电|复|理)|约(?=[^定会束]|$)|问一?下|问问|查一?下|确认|通知|告诉"
    r"|打印|写(?=报|邮|信|周|总|论|作|方|代|简|日)|洗(?=车|衣|碗)|接(?=孩|人|机|女|儿)|浇花|倒垃圾|遛狗|买菜|做饭|关火|吃药"
)
_IMPERATIVE_CHINESE = lazy_pattern(
    rf"\s*(?:我们?|还|也|一定|下班后?|回家后?|路上|有空|抽空|尽快|马上|先|再|顺便|顺路){{0,3}}{_WANTING}"
    rf"|\s*(?:有空|抽空|尽快|下班后?|顺便|回家后?|别|去|先|再|请){{0,2}}(?:{_DOING})"
)
_AUXILIARY = (
    "is|are|was|were|am|do|does|did|can|could|will|would|should|have|has|had|isn't|aren't|don't|doesn't|didn't|won't"
    "|wasn't|weren't|haven't|hasn't|can't|couldn't|shouldn't|wouldn't"
)
_SUBJECT = (
    "i|you|we|he|she|it|they|there|this|that|these|those|the|my|your|our|his|her|their|any|anyone|anybody|everyone"
    "|everybody|somebody|someone|a|an"
)
_ASKS = lazy_pattern(
    r"\s*(?:so |and |hey |ok(?:ay)? )?(?:"
    rf"(?:what|when|where|who|whom|why|how)(?:'s|'re|'d|'ll| (?:{_AUXILIARY}))\b"
    r"|(?:what|which) (?:time|day|date|kind|sort|of|one)\b|whose\b|which\b(?! is why)"
    r"|how (?:many|much|long|often|far|old|big|late|soon|come)\b"
    rf"|(?:{_AUXILIARY}) (?:{_SUBJECT})\b(?! forget)|(?:did|does) [a-z]+ [a-z]+)"
)
_ASKS_CHINESE = lazy_pattern(
    r"(?:吗|呢|么|嘛)[\s。.~!！]*$|(?<!看)什么(?!时候都|都|也)|怎么(?!都|也)|怎样|如何|为什么|为何|谁(?![都也])|哪[里儿个些位天年]"
    r"|几点(?!了?钟?[前后])|多少|多久|多大|多远|是不是|有没有|能不能|可不可以|要不要|会不会|对不对|好不好|是否"
)
_ENDS_ASKING = lazy_pattern(r"[?？][\s)）\"”」!！~]*$")
_TODAY = lazy_pattern(
    r"(?:for |by |due |about )?(?:today|this (?:week|month)|今[天日儿]|这个?(?:周|星期|月)|本[周月])的?$"
)
_DESCRIBES = lazy_pattern(
    r"\b(?:is|are|was|were|am|it's|i'm|he's|she's|we're|they're|feel|feels|felt|had|been|having|love|like|enjoy(?:ed)?|news"
    r"|weather)\b|是|天气|[很真太挺好]|感觉|觉得|心情|有点|有些|新闻|节目|想[聊听看和跟]"
)


def guess_kind(line: str, plain: str, folded: str, time_words: str | None) -> ItemKind:
    """The kind of a line. `plain` is folded with quotes blanked, `folded` without; `time_words` names a time ahead."""
    marker = MARKER.match(line)
    if marker is not None:
        return ItemKind(marker.lastgroup or ItemKind.NOTE)
    if REMIND.match(folded) or _ALARM.match(folded):
        return ItemKind.TASK
    if _ENDS_ASKING.search(line) or _ASKS.match(folded):
        return ItemKind.QUESTION
    does = bool(_REMIND_LATER.search(plain) or _IMPERATIVE.match(plain) or _IMPERATIVE_CHINESE.match(plain))
    if not does and _ASKS_CHINESE.search(plain):
        return ItemKind.QUESTION
    if does or (time_words is not None and not _only_describes_today(plain, time_words)):
        return ItemKind.TASK
    return ItemKind.NOTE


def _only_describes_today(plain: str, time_words: str) -> bool:
    """今天天气真好, "the weather is fine today": said of today, not to be done today."""
    return _TODAY.match(time_words) is not None and _DESCRIBES.search(plain) is not None
