"""What a question asks for (a time, a person, a place, a plan, what was done or noted) and about which days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from assistant.language.patterns import lazy_pattern
from assistant.language.time import find_past, find_time
from assistant.language.tokens import is_date_term, query_terms, terms


class Wish(StrEnum):
    """The kind of answer that is wanted."""

    WHEN = "when"
    WHO = "who"
    WHERE = "where"
    AMOUNT = "amount"
    AGENDA = "agenda"  # what is to be done, on which days
    DONE = "done"  # what was finished
    NOTED = "noted"  # what was written down in these days
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of local days, as UTC milliseconds: start included, end not."""

    start_ms: int
    end_ms: int
    words: str  # as the user said it


@dataclass(frozen=True, slots=True)
class Asked:
    """A question understood."""

    wish: Wish
    window: Window | None = None


_QUESTION_WORDS = lazy_pattern(
    r"^\W*(?:(?:and|so|but|ok(?:ay)?|hey|please)\W+)*(?:who|whom|whose|what|what's|whats|when|where|which|why|how|is|are|was|were|do|does|did|"
    r"have|has|had|can|could|should|would|will|may|am|who's|whos|when's|whens|where's|wheres|how's|hows)\b"
    r"|^\W*(?:tell\s+me|remind\s+me\s+(?:what|who|when|where|how|which)|show\s+me|list|summari[sz]e|find)\b",
    re.IGNORECASE,
)
_CHINESE_QUESTION = lazy_pattern(
    r"吗|呢[\s。.!！]*$|什么|什麼|谁|誰|哪|几[点号个次时天]|多少|多久|多大|多远|怎么|怎样|怎麼|如何|为什么|为何|何时|何地|是否|是不是|有没有|能不能|可不可以"
)
_WHEN = lazy_pattern(
    r"\b(?:when|when's|what\s+(?:time|day|date)|which\s+(?:day|date)|how\s+soon)\b|什么时候|什麼時候|何时|几点|几号|哪一?天|哪一?年|哪个月|几月|什么时间|星期几|周几|多久",
    re.IGNORECASE,
)
_WHO = lazy_pattern(r"\b(?:who|whom|whose|who's|with\s+whom)\b|谁|誰|哪位|什么人|哪个人|哪些人", re.IGNORECASE)
_WHERE = lazy_pattern(
    r"\b(?:where|where's|which\s+(?:room|place))\b|哪里|哪儿|在哪|何处|什么地方|哪个房间", re.IGNORECASE
)
_AMOUNT = lazy_pattern(
    r"\bhow\s+(?:much|many|old|long|far|big)\b|\bwhat(?:'s|\s+is|\s+was)\s+the\s+(?:price|cost|number|amount|code|phone)\b|多少|几[个次块元人]|多大|多长|多远",
    re.IGNORECASE,
)
_DONE = lazy_pattern(
    r"\bwhat\b.*\b(?:did\s+i\s+(?:do|finish|complete|get\s+done|achieve)|have\s+i\s+(?:done|finished|completed)|was\s+(?:done|finished|completed))\b"
    r"|(?:做了|完成了|干了|办了)(?:什么|哪些)",
    re.IGNORECASE,
)
_NOTED = lazy_pattern(
    r"\bwhat\b.*\bdid\s+i\s+(?:note|write|capture|say|save|jot)|\bwhat\b.*\bhave\s+i\s+(?:noted|written|captured|saved)\b|\b(?:notes?|captures?)\s+(?:from|of)\b"
    r"|(?:记了|记下了?|写了|写下了?)(?:什么|哪些)",
    re.IGNORECASE,
)
_AGENDA = lazy_pattern(
    r"\b(?:what|anything|which|is\s+there|are\s+there|do\s+i\s+have|have\s+i\s+got|list|show\s+me)\b.*"
    r"\b(?:do\s+i\s+(?:have|need|want)(?!\s+noted)|have\s+i\s+got|i\s+(?:have|need|must|should)|am\s+i\s+doing|is\s+(?:on|due|planned|scheduled|coming\s+up|next)|"
    r"are\s+(?:due|planned|scheduled)|due|should\s+i\s+do|happening|plans?|planned|agenda|schedule[d]?|calendar|to-?dos?|tasks?|appointments?|meetings?|deadlines?|on\s+my\s+plate)\b"
    r"|\bwhat(?:'s|\s+is)\s+(?:on|next|up|due|planned|happening|my\s+(?:day|plan|schedule|agenda))\b|\bdo\s+i\s+have\s+(?:anything|something)\b|\bmy\s+(?:agenda|schedule|to-?dos?|tasks?)\b"
    r"|^\W*(?:is\s+there\s+|do\s+i\s+have\s+)?(?:anything|something)\s+(?:on|for|at|tomorrow|today|next|this)\b|\bshould\s+i\s+do\s+(?:next|now|first)\b"
    r"|(?:有|要做|该做|需要做|得做|还要做|应该做)(?:些|一些)?(?:什么|哪些|啥|别的)(?:事情?|安排|计划|会议?|会|任务|待办|日程|活动|要做|约)?"
    r"|(?:什么|哪些|啥)(?:安排|计划|日程|待办|任务|事要|会要)|(?:安排|日程|待办|计划)(?:是什么|有哪些|呢)|有(?:安排|事|会)吗|要[^，。？?]{0,6}(?:什么|哪些|啥)|要做什么|要干什么|要干嘛",
    re.IGNORECASE,
)
_PAST = lazy_pattern(r"\b(?:did|was|were|have\s+i\s+(?:done|noted|written))\b|了吗|过吗|了什么|了哪些", re.IGNORECASE)

_DAYS: tuple[tuple[str, int, int], ...] = (
    # pattern, first day from today, how many days
    (r"\bday\s+after\s+tomorrow\b|后天", 2, 1),
    (r"\bday\s+before\s+yesterday\b|前天", -2, 1),
    (r"\btomorrow\b|明天|明日|明早|明晚", 1, 1),
    (r"\byesterday\b|\blast\s+night\b|昨天|昨晚|昨日", -1, 1),
    (r"\btoday\b|\btonight\b|\bthis\s+(?:morning|afternoon|evening)\b|今天|今晚|今日|今早", 0, 1),
    (r"\bnext\s+(?:few|couple\s+of)\s+days\b|接下来几天|这几天|近几天", 0, 4),
    (r"\b(?:last|past)\s+(?:few|couple\s+of)\s+days\b|前几天|最近几天", -3, 4),
)
_WEEKS: tuple[tuple[str, int, int, int], ...] = (
    # pattern, weeks from this one, first weekday, how many days
    (r"\bnext\s+weekend\b|下周末", 1, 5, 2),
    (r"\b(?:this\s+|the\s+)?weekend\b|周末", 0, 5, 2),
    (
        r"\bnext\s+week\b(?!end)|下周(?![一二三四五六日天末])|下星期(?![一二三四五六日天])|下个?礼拜(?![一二三四五六日天])",
        1,
        0,
        7,
    ),
    (r"\blast\s+week\b(?!end)|上周(?![一二三四五六日天末])|上星期(?![一二三四五六日天])", -1, 0, 7),
    (
        r"\bthis\s+week\b(?!end)|这周(?![一二三四五六日天末])|本周(?![一二三四五六日天末])|这星期(?![一二三四五六日天])",
        0,
        0,
        7,
    ),
)
_WEEKDAY = lazy_pattern(
    r"\b(?:(next|last|this|on|coming)\s+)?(monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
    r"|(下|上|这|本)?(?:周|星期|礼拜)([一二三四五六日天])",
    re.IGNORECASE,
)
_ENGLISH_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_CHINESE_DAYS = "一二三四五六日"
_LOOKED_AT = 2_000

_CHINESE_ASKING = lazy_pattern(
    r"什么时候|什麼時候|什么时间|什么地方|什么人|为什么|什么|什麼|何时|何地|几点|几号|几月|哪一?天|哪一?年|哪里|哪儿|哪个|哪些|哪位|哪家|哪本|在哪|谁|誰|"
    r"多少钱|多少|多久|多大|多长|多远|怎么样?|如何|请问|告诉我|记得|吗|呢|吧|是不是|有没有|是|有|我们|我|的|了|过|要|会|在"
)
_ASKING_TERMS = {
    Wish.WHEN: frozenset(terms("time date day when")),
    Wish.WHERE: frozenset(terms("where place")),
    Wish.WHO: frozenset(terms("who person")),
    Wish.AMOUNT: frozenset(terms("how much many number")),
}
_PLAN_TERMS = frozenset(
    terms(
        "have need must should do doing done task tasks todo to-do agenda schedule scheduled plan plans planned due "
        "next open anything something list show plate happening coming up calendar day days week weekend today "
        "tomorrow yesterday tonight morning afternoon evening finish finished complete completed note noted notes "
        "write wrote capture monday tuesday wednesday thursday friday saturday sunday thing things get got far still "
        "left remaining "
        "什么安排 有什么 哪些待办 要做什么 今天 明天 后天 昨天 本周 下周 上周 周末 任务 日程 计划 我有 做了什么 "
        "完成了 记了什么 事情 我今天要 我明天要 天有 天要 天有什 还有什么 接下来 还要做 该做 需要做 有事 有会 会吗"
    )
)


def is_question(text: str) -> bool:
    """Whether a line asks something."""
    text = text[:_LOOKED_AT].strip()
    if not text:
        return False
    return text.endswith(("?", "？")) or bool(_QUESTION_WORDS.search(text)) or bool(_CHINESE_QUESTION.search(text))


def understand(question: str, now: datetime) -> Asked:
    """What a question asks for and about which days, as seen from `now` in the user's zone."""
    text = question[:_LOOKED_AT]
    window = find_window(text, now)
    return Asked(_wish(text, window), window)


def _wish(text: str, window: Window | None) -> Wish:
    for pattern, wish in ((_DONE, Wish.DONE), (_NOTED, Wish.NOTED), (_WHEN, Wish.WHEN), (_WHO, Wish.WHO)):
        if pattern.search(text):
            return wish
    if _WHERE.search(text):
        return Wish.WHERE
    if _AMOUNT.search(text):
        return Wish.AMOUNT
    if _AGENDA.search(text) and (window is not None or _is_about_tasks(text)):
        return Wish.AGENDA
    return Wish.OTHER


def _is_about_tasks(text: str) -> bool:
    return bool(
        re.search(
            r"\b(?:tasks?|to-?dos?|agenda|schedule|plate|due|next|to\s+do|deadlines?|appointments?|need\s+to|must\s+i|should\s+i)\b"
            r"|待办|任务|日程|安排|要做|该做|得做",
            text,
            re.IGNORECASE,
        )
    )


def find_window(text: str, now: datetime) -> Window | None:
    """The days a text names; None when it names none."""
    for pattern, first, length in _DAYS:
        if found := re.search(pattern, text, re.IGNORECASE):
            return _days(now, first, length, found[0])
    monday = -now.weekday()
    for pattern, weeks, weekday, length in _WEEKS:
        if found := re.search(pattern, text, re.IGNORECASE):
            return _days(now, monday + weeks * 7 + weekday, length, found[0])
    if found := _WEEKDAY.search(text):
        return _days(now, _weekday_distance(found, now, is_past=bool(_PAST.search(text))), 1, found[0])
    past = find_past(text, now) if _PAST.search(text) else None
    if past is not None:
        begins, ends, words = past
        return _days(now, (begins.date() - now.date()).days, (ends.date() - begins.date()).days, words)
    span = find_time(text, now)
    if span is None or span.rrule:
        return None
    distance = (_local(span.at_ms, now).date() - now.date()).days
    return _days(now, distance, 1, text[span.start : span.end])


def _weekday_distance(found: re.Match[str], now: datetime, *, is_past: bool) -> int:
    """Days from today to the weekday that was named; "last", 上 and questions about the past look back."""
    english, day, chinese, sign = found.groups()
    which = (english or chinese or "").casefold()
    number = _ENGLISH_DAYS.index(day.casefold()) if day else _CHINESE_DAYS.index(sign.replace("天", "日"))
    ahead = (number - now.weekday()) % 7
    if which == "last" or (which == "" and is_past) or (which == "on" and is_past):
        return ahead - 7 if ahead else -7
    if which == "上":
        return number - now.weekday() - 7
    if which == "下":
        return number - now.weekday() + 7
    if which in ("这", "本"):
        return number - now.weekday()
    if which == "next":
        return ahead + 7 if number > now.weekday() else ahead or 7
    return ahead


def _local(at_ms: int, now: datetime) -> datetime:
    return datetime.fromtimestamp(at_ms / 1000, tz=now.tzinfo)


def _days(now: datetime, first: int, length: int, words: str) -> Window:
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    start, end = midnight + timedelta(days=first), midnight + timedelta(days=first + length)
    return Window(round(start.timestamp() * 1000), round(end.timestamp() * 1000), words)


def content_terms(question: str, wish: Wish) -> set[str]:
    """The terms a question is about, without those that only ask."""
    asking = _PLAN_TERMS if wish in (Wish.AGENDA, Wish.DONE, Wish.NOTED) else _ASKING_TERMS.get(wish, frozenset())
    about = query_terms(_CHINESE_ASKING.sub(" ", question)) or query_terms(question)
    return ({term for term in about if not is_date_term(term)} or set(about)) - asking
