"""Whether the sentence around a time tells what happened: "met Anna at 3", 三点开了会. The past needs no reminder."""

from __future__ import annotations

from assistant.language.patterns import lazy_pattern
from assistant.language.time_english_words import ACTIONS

_SENTENCE_END = lazy_pattern(r"[!?。！？；\n]|(?<=[a-z]{3})\.(?= )")
_PAUSE = lazy_pattern(r"[,，;；!?。！？；\n]")
_SUBJECT = r"(?:^\W*(?:it )?|\b(?:i|we|he|she|they|you|and|but|who|that)\s+)"
_ADVERBS = r"(?:(?:just|also|finally|already|even|really|both|i|we|today)\s+){0,2}"
_PAST = (
    r"(?:met|had|saw|went|was|were|did|got|took|sent|told|said|spoke|left|came|made|bought|found|ate|slept|woke|ran|felt"
    r"|won|lost|gave|began|heard|hit|wrote|drove|flew|kept|lent|sold|paid|(?!need|feed|speed|seed|bleed|embed|shed|red)"
    r"[a-z]{2,}ed)\b"
)
_TOLD = lazy_pattern(
    rf"{_SUBJECT}{_ADVERBS}{_PAST}|\b(?:have|has|had)(?:n't| not)\b|\bi've been\b"
    r"|(?<![忘为除到样么])了(?![吗么再就解的]|以后|之后|后)|刚才|刚刚|曾经?|[去来做吃看见说]过|从来[没不做]"
    r"|又(?![该要得可能快])[^,，。]{1,6}了(?=$|[,，。!！])"
    r"|(?<![还若])(?:没有?|都?不)(?:响|赶上|等到|听见|听到|抢到|打通|接到)(?=$|[,，。!！])"
)
_PLANNED = lazy_pattern(
    r"\b(?:confirmed|postponed|rescheduled|arranged|pushed|brought forward)\b"
    r"|\b(?:agreed|promised|decided|asked|told|said|planned|scheduled|booked|reminded|moved|invited)\b"
    r"|(?<!talked )(?<!spoke )(?<!went )(?<!listened )(?<!back )(?<!came )\bto [a-z]{2,}\b"
    r"|(?:^|[\s,，日天号点前内晚午上刻半分])把[^了,，]{1,12}了(?=$|[。!！])"
    r"|(?<!重)[该要快][^,，。]{1,8}了(?=$|[,，。!！])"
    r"|说好|答应|约好|约了|定了|定在|决定|打算|要求|让我|通知|安排|预约|订了|改到|推迟|改成|记得|别忘|提醒|告诉(?![^,，。]{1,4}了(?:$|[,，。!！]))"
)
_LONG_AGO = lazy_pattern(
    r"\b(?:when|while) (?:i|we|he|she|they|my \w+) (?:was|were)"
    r" (?:an? |in |at |\w+teen\b|ten\b|\w+ years? old|young|little|small)"
    r"|\bback then\b|\bin those days\b|(?:^|[,，。])(?:小时候|当年|那年|从前|那时候?|以前)(?!说好|约好)"
)
"""A story from long ago, whatever it says that was planned or moved then."""

_ASKS_WORDS = lazy_pattern(
    r" ?(?:mean|stand for)\b| ?(?:用|在)?.{1,3}[语文话]里?怎么[说念写读]"
    r"| is (?:spelled|spelt|pronounced)\b|这个[词字]"
    r"|的?(?:英文|英语|意思|读音|拼音)(?:是|怎么)|[^,，。]{1,4}是什么(?:梗|意思)"
    r"|[^,，。]{1,4}(?:是正常|正常)[的吗]|[^,，。]{1,6}是谁[^,，。]{0,4}的[?？]?$|份?(?:出生|生)的"
    r"|[^,，。]{0,8}是[^,，。]{1,5}的[书歌剧诗](?=$|[,，。])|是[^,，。]{1,8}吗[?？]?$"
    r"|[等睡堵哭吵饿]到|是[^,，。]{0,3}[猫狗兔鸟](?=$|[,，。])"
)
_WORD_ASKED = lazy_pattern(
    r"\b(?:spell|pronounce|the word|(?:born|died|married) on an?) $"
    r"|\b(?:clock|watch|display)\b[^,;]{0,20} (?:says|said|shows|reads|stopped|stuck) $|[表钟][停指走]在?$"
    r"|(?<=点)[睡堵哭吵]$|(?:^|[,，])哪[家个些里].*$"
)
"""What asks for the word itself, and no day: how to spell Wednesday, 周三用英语怎么说; or tells no certain day."""

_HOURS_OF = lazy_pattern(
    r"(?:^|[,.;:] ?)(?!in |during |within )(?:[a-z']+ ){0,2}(?:opening|office|visiting|business|store|shop) hours"
    r"(?::| are)? $"
    r"|(?:营业|开放|门诊|办公|上学|接待|作息)时间[是为]?:? ?$"
)
_TIMETABLE = lazy_pattern(
    r"\b(?:bus(?:es)?|trains?|trams?|ferr(?:y|ies)|tubes?|metro|shuttles?) (?:go(?:es)?|runs?|comes?|leaves?) $"
    r"|\bclosed (?:on )?$"
)
_FAILED = lazy_pattern(
    r"\bbut (?:(?:he|she|it|they|nobody|no one) )?(?:didn't|never|wasn't|weren't|hasn't)\b|\bbut it was\b"
    r"|结果[^,，。]{0,3}(?:没[来到去成响]|取消|改|推迟)了?(?=$|[,，。!！])"
)
"""What did not come as it was meant to."""

_DOES = lazy_pattern(rf"[\s,:：-]*(?:please |pls |and |then )?(?:{ACTIONS})\b(?! {_PAST})")
"""An order, before the time or behind it: "thank Ann for the card she sent, on Monday"; no call that went well."""

_THINGS_PAST = lazy_pattern(
    r"\W*(?:the|my|our|their|his|her|that) (?:[a-z'-]+ ){1,3}"
    r"(?:ended|expired|began|started|broke|failed|died|ran|stopped|lasted|happened|arrived|closed|opened|finished|went|came|fell|was|were)\b"
)
_USED_TO = lazy_pattern(r"(?<!get )(?<!getting )\bused to [a-z]")
_FIRST_WORDS = lazy_pattern(r"\W*(?:(?:the|my|our|that) )?(?:[a-z'-]+ )?$")
_WAS = lazy_pattern(
    r"(?:'s)?(?: [a-z'-]+)? (?:was|were|had|went|felt|turned out|lasted|used to be)\b(?! better)"
    r"|(?: [a-z'-]+){1,2} (?:is|are) (?:(?:so|really|just|all|too|absolutely) )?(?:silly|boring|rubbish|awful|terrible"
    r"|useless|pointless|hilarious|overrated|underrated|(?:a )?jokes?|a bunch of|the worst|the best)\b"
)
_IS_NAMED = lazy_pattern(
    r" is (?:an?|my|the|his|her|our|their) (?:[a-z'-]+ ){0,4}?(?:film|movie|song|book|novel|rhyme|poem|band|album"
    r"|series|cat|dog|puppy|kitten|rabbit|pony|game|shop|store|cafe|bakery|pub|restaurant|salon|startup|company|magazine|podcast|label|actress|actor|singer|name|word|palindrome|brand)"
    r"(?= *(?:$|[,.;!?)]| (?:with|by|about|from|of|in)\b))"
    r"|是一[种部首本]|[^,，。]{1,4}(?:店|馆|乐队|超市|酒吧)的[^,，。]{1,5}?(?:不错|[很真太挺超]|好[吃看听喝])"
)
_CLAUSE_BEGINS = lazy_pattern(r"[,，;；:：]|\b(?:so|and|but|then) ")
_SINCE = lazy_pattern(r"\bsince(?: last)? $")
_BECAUSE = lazy_pattern(r"(?:'s| (?:is|are|will|would|does)\b)")
_PARTS_OF_DAY = frozenset(
    {
        "早饭后",
        "午饭后",
        "晚饭后",
        "早上",
        "上午",
        "中午",
        "下午",
        "傍晚",
        "晚上",
        "凌晨",
        "半夜",
        "夜里",
        "早晨",
        "清晨",
    }
)
_TODAY = frozenset({"今天", "今早", "今晚"})
_NOTICED = lazy_pattern(r"的[^,，。!！?？]{1,4}?(?:[真太超]|有点|不错|好[吃看听喝])")
_JUDGED = lazy_pattern(
    r"的[^,，。!！?？]{1,4}?[真好太](?:舒服|美|好[看吃听]|热闹|漂亮|蓝|圆|冷|热)[了啊呀]?(?=$|[,，。!！])"
)
_DESCRIBED = lazy_pattern(
    r"的[^,，。!！?？]{1,4}?(?:[很真太挺超最]|特别|不错|好[吃看听喝])|[^,，。!！?？]{1,4}的人[真太好]多|没有?[睡吃赶考听看说][好饱着到上完过成清]?(?!的话|就)(?:$|[,，。!！])"
)
"""What the food at noon was like, how somebody slept: of a part of the day it tells, and plans nothing."""

_AHEAD = lazy_pattern(
    r"\b(?:tomorrow|tmrw|next|coming|upcoming|from now)\b|\bin (?:an?|the|\d|half|[a-z]+) "
    r"|明|后天|后日|下个?[下周月星礼]|[后过]"
)
_NOT_SINCE = lazy_pattern(r"n't|\bnot\b")


def is_told(line: str, start: int, end: int) -> bool:
    """Whether the sentence around `line[start:end]` is of the past and the time itself does not point ahead.

    `line` is folded. What was agreed or promised may still lie ahead: "we agreed to ship on Friday".
    """
    begin = max((match.end() for match in _SENTENCE_END.finditer(line, 0, start)), default=0)
    stop = _SENTENCE_END.search(line, end)
    sentence = line[begin : stop.start() if stop else len(line)]
    if _is_no_plan(line, begin, start, end):
        return True
    if _is_described(line, start, end):
        return not _PLANNED.search(sentence)
    if _is_past(line, begin, start, end):
        return not _PLANNED.search(_USED_TO.sub("", sentence)) and not _AHEAD.search(line, start, end)
    if not _TOLD.search(sentence) or _DOES.match(sentence) or _DOES.match(line, end):
        return False
    if line.startswith("in ", start) and _NOT_SINCE.search(sentence):
        return True  # "we haven't talked in a few days"
    pause = _PAUSE.search(line, end)  # "met Jo on Tuesday, she's moving to Oslo": what follows is another matter
    planned = _PLANNED.search(line, begin, pause.start() if pause else len(line))
    return planned is None and not _AHEAD.search(line, start, end)


def is_timetable(line: str, start: int, *, is_repeating: bool) -> bool:
    """Whether what stands before a time makes it the hours of a place, or, when it repeats, how often a bus goes."""
    return (_TIMETABLE if is_repeating else _HOURS_OF).search(line, 0, start) is not None


def _is_no_plan(line: str, begin: int, start: int, end: int) -> bool:
    """Whether a word is asked for, a story is long ago, or what was meant did not come."""
    before = (_WORD_ASKED, _LONG_AGO)
    is_told = any(pattern.search(line, begin, start) is not None for pattern in before)
    return is_told or _ASKS_WORDS.match(line, end) is not None or _FAILED.search(line, end) is not None


def _is_described(line: str, start: int, end: int) -> bool:
    """Whether what follows a part of the day only says what it was like: 中午的饭很好吃, 晚饭后散步的人真多."""
    words = line[start:end].removesuffix("的")
    described = _DESCRIBED if words in _PARTS_OF_DAY else _NOTICED if words in _TODAY else _JUDGED
    return described.match(line, start + len(words)) is not None


def _is_past(line: str, begin: int, start: int, end: int) -> bool:
    """Whether the words around a time say that it is over, or only a name: since Tuesday, 周二以来."""
    if _SINCE.search(line, max(begin, start - 12), start):
        return _BECAUSE.match(line, end) is None
    if line.startswith("以来", end):
        return True
    if (_WAS.match(line, end) or _IS_NAMED.match(line, end)) and _FIRST_WORDS.match(line[begin:start]):
        return True
    clause = max((match.end() for match in _CLAUSE_BEGINS.finditer(line, begin, start)), default=begin)
    return (_THINGS_PAST.match(line, clause, start) or _USED_TO.search(line, clause, start)) is not None
