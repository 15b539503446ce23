"""One typed line: note, task or question, with its time, tags, people and the title without what was recognised.

The kind is guessed as a person would: what asks is a question, what has a time ahead or tells somebody to do something
is a task, everything else is a note. A kind that the user chose wins over the guess. Only the first line decides.
"""

from __future__ import annotations

import re
from datetime import datetime

from assistant.domain.item import CaptureLine, ItemKind, TimeSpan
from assistant.language.detect import detect
from assistant.language.people import find_people
from assistant.language.time import READ_CHARACTERS, find_time
from assistant.language.time_text import fold, readable

_LONGEST_TITLE = 200
_TAG = re.compile(r"(?<![\w#&/])#(?=[^\s#\d]|\d+[^\W\d])([\w\u4e00-\u9fff/-]{1,64})(?:#(?!\w))?")
_MARKER = re.compile(
    r"\s*(?:(?P<task>[-*+]? ?\[[ xX]?\]|(?:todo|to-do|task|待办|任务)\s?[:：])|(?P<note>(?:note|memo|笔记|备忘)\s?[:：])"
    r"|(?P<question>(?:ask|question|问题|提问)\s?[:：]|[?？](?=\s*\S)))\s*",
    re.IGNORECASE,
)
_REMIND = re.compile(
    r"\s*(?:please |pls |hey |(?:can|could|would|will) you (?:please )?)?(?:remind me(?: again)?(?: (?:to|about|of|that))?|remember to"
    r"|don'?t (?:let me )?forget (?:to|about|the)|make sure (?:to|that|i))\b[ ,:]*"
    r"|\s*(?:请|麻烦|拜托|帮我|你?能不能|可以|你?能)?(?:记得|别忘了?|不要忘(?:记|了)|勿忘|(?:到时候?|按时)?提醒(?:我|一下|我们))(?:一下|要|去)?[ ,，:：]*"
)
_REMIND_LATER = re.compile(r"(?:,|，|\.|。|\s)(?:please )?remind me\b|(?<!谁)提醒我(?!们?的)|(?:^|[\s，,])记得|别忘了")
_VERB = (
    r"call|phone|ring|text|e-?mail|message|ping|buy|order|pay|book|reserve|schedule|send|reply|respond|answer|write|draft|submit"
    r"|finish|complete|fix|repair|clean|wash|pick up|drop off|collect|return|renew|cancel|confirm|prepare|print|sign|file"
    r"|review|follow up|get back to|reach out to|ask|tell|thank|invite|water|feed|walk the|take out|take the|bring|get (?:a|the|some"
    r"|my)|make (?:a|the|an)|check (?:the|with|if|whether|on|in|my|for)|read the|update|install|download|upload|back ?up|register"
    r"|apply|sign up|look up|look into|find out|figure out|remember|deliver|ship|deploy|charge|refill|unsubscribe|transfer"
)
_IMPERATIVE = re.compile(
    rf"\s*(?:please |pls |also |then )?(?:{_VERB})\b(?!['’:]|\s(?:is|are|was|were|list|logs?|notes?|centre|center|duration)\b)"
    r"|\s*(?:i|we)(?:'ve| have)? (?:need|got|gotta|must|should|have)(?: to)?(?<!have)(?<!need) [a-z]"
    r"|\s*(?:i|we) (?:need|have) to [a-z]|\s*(?:need|have|got) to [a-z]|\s*must [a-z]"
)
_IMPERATIVE_CHINESE = re.compile(
    r"\s*(?:我们?|还|也|一定|今天|下班后?|回家|路上|有空|抽空|尽快|马上|先|再|顺便|顺路){0,3}"
    r"(?:得|需要|必须|务必|应该|应当|(?<![重主只概摘纪首不])要(?![是求么点素不命紧领闻旨件害塞价好]))(?=[\u4e00-\u9fffa-z])"
    r"|\s*(?:有空|抽空|尽快|下班后?|顺便|顺路|回家后?|别|去|先|再|请)?(?:给[^，。,.\s]{1,8}(?:打|发|写|回|买|送|寄|带)|打电话|买(?!了|过|的|卖|单的)"
    r"|发(?:邮件|短信|消息|微信|给|送|一)|回(?:复|电话|邮件|信)|联系(?!人)|预约|预订|订(?=[机车酒餐票房位外会牛花蛋])|取(?=快|包|钱|药|件|衣)|寄|还(?=书|钱|信|车|款)"
    r"|交(?=报|电|水|房|作|费|稿|论|材|给|周|税)|提交|准备|完成|整理|检查|打扫|安排|预习|报名|缴|续(?=费|签|订)|退(?=货|款|订)|修改|修(?=车|电|复|理)|约(?=[^定]|$)"
    r"|问一?下|问问|查一?下|确认|通知|告诉|打印|写(?=报|邮|信|周|总|论|作|方|代|简|日)|洗(?=车|衣|碗)|接(?=孩|人|机|女|儿)|浇花|倒垃圾|遛狗|买菜|做饭)"
)
_ASKS = re.compile(
    r"\s*(?:so |and |hey |ok(?:ay)? )?(?:"
    r"(?:what|when|where|who|whom|why|how)(?:'s|'re|'d|'ll| (?:is|are|was|were|am|do|does|did|can|could|will|would|should"
    r"|have|has|had))\b"
    r"|(?:what|which) (?:time|day|date|kind|sort|of|one)\b|whose\b|how (?:many|much|long|often|far|old|big|late|soon|come)\b"
    r"|which\b(?! is why)"
    r"|(?:is|are|was|were|am|do|does|did|can|could|will|would|should|have|has|had|isn't|aren't|don't|doesn't|didn't|won't"
    r"|wasn't|haven't) (?:i|you|we|he|she|it|they|there|this|that|these|those|the|my|your|our|his|her|their|any|anyone"
    r"|anybody|everyone|somebody|someone|a|an)\b(?!\s(?:forget)))"
)
_ASKS_CHINESE = re.compile(
    r"(?:吗|呢|么|嘛)[\s。.~!！]*$|(?<!看)什么(?!时候都|都|也)|怎么(?!都|也)|怎样|如何|为什么|为何|谁(?![都也])|哪[里儿个些位天年]|几点(?!了?钟?[前后])|多少"
    r"|多久|多大|多远|是不是|有没有|能不能|可不可以|要不要|会不会|对不对|好不好|是否"
)
_ENDS_ASKING = re.compile(r"[?？][\s)）\"”」!！~]*$")
_SPACES = re.compile(r"[ \t\u3000]{2,}")
_SPACE_BEFORE_MARK = re.compile(r" +(?=[,.;:!?，。；：！？、])")
_EDGES = " \t\u3000,，;；、:：-–—"


def read_line(
    text: str, now: datetime, *, kind: ItemKind | None = None, morning_hour: int = 9, evening_hour: int = 18
) -> CaptureLine:
    """What `text` means; `now` is aware, in the user's zone. Never raises on any text.

    Only a task has a time. Of a long text the first line (2,000 characters at most) is read.
    """
    line = first_line(text)
    time = find_time(text, now, morning_hour=morning_hour, evening_hour=evening_hour)
    guessed = kind or _guess(line, time)
    if guessed is not ItemKind.TASK:
        time = None
    return CaptureLine(
        kind=guessed,
        text=text,
        title=_title(text, line, time),
        language=detect(text),
        time=time,
        tags=find_tags(text),
        people=find_people(line),
    )


def first_line(text: str) -> str:
    """The first line with something on it, without the space around it, 2,000 characters at most."""
    start = text[:READ_CHARACTERS].lstrip()
    return start.split("\n", 1)[0].strip()


def find_tags(text: str) -> tuple[str, ...]:
    """The #tags in the first 2,000 characters, without the sign, each once."""
    return tuple(dict.fromkeys(match[1].rstrip("-/") for match in _TAG.finditer(text[:READ_CHARACTERS])))


def _guess(line: str, time: TimeSpan | None) -> ItemKind:
    marker = _MARKER.match(line)
    if marker is not None:
        chosen = marker.lastgroup or ItemKind.NOTE
        return ItemKind(chosen)
    folded = fold(line)
    if _REMIND.match(folded):
        return ItemKind.TASK
    plain = readable(line)
    if _ENDS_ASKING.search(line) or _ASKS.match(folded):
        return ItemKind.QUESTION
    if _REMIND_LATER.search(plain):
        return ItemKind.TASK
    if _ASKS_CHINESE.search(plain) and not _IMPERATIVE_CHINESE.match(plain):
        return ItemKind.QUESTION
    if time is not None or _IMPERATIVE.match(plain) or _IMPERATIVE_CHINESE.match(plain):
        return ItemKind.TASK
    return ItemKind.NOTE


def _title(text: str, line: str, time: TimeSpan | None) -> str:
    """The first line without time, tags, marker and "remind me to"; the whole line when nothing would be left."""
    offset = text.find(line[:1]) if line else 0
    offset = len(text[:READ_CHARACTERS]) - len(text[:READ_CHARACTERS].lstrip()) if line else offset
    cuts = [(match.start(), match.end()) for match in _TAG.finditer(line)]
    if time is not None:
        cuts.append((time.start - offset, time.end - offset))
    title = _without(line, cuts)
    marker = _MARKER.match(title)
    if marker is not None and marker.end() < len(title):
        title = title[marker.end() :]
    cue = _REMIND.match(fold(title))
    if cue is not None and title[cue.end() :].strip(_EDGES):
        title = title[cue.end() :]
    title = title.strip(_EDGES) or line
    return title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1].rstrip() + "…"


def _without(line: str, cuts: list[tuple[int, int]]) -> str:
    """The line without these stretches, and with no doubled space where they were."""
    kept: list[str] = []
    position = 0
    for start, end in sorted(cuts):
        kept.append(line[position : max(position, start)])
        position = max(position, end)
    kept.append(line[position:])
    joined = kept[0]
    for piece in kept[1:]:
        joined = f"{joined.rstrip()} {piece.lstrip()}" if _needs_space(joined, piece) else joined + piece
    return _SPACE_BEFORE_MARK.sub("", _SPACES.sub(" ", joined))


def _needs_space(before: str, after: str) -> bool:
    has_gap = before[-1:].isspace() or after[:1].isspace()
    return has_gap and bool(before.strip()) and bool(after.strip())
