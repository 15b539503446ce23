# ruff: noqa: E501 - a table row is read best on one line
"""Signs in a text of what its user does about what they name: at it now, about to, not at all, long ago.

Each class has a name; a text shows it or not. None decides by itself: what each is worth is learned
(`assistant.training intentions`), so a class need not be free of exceptions.
"""

from __future__ import annotations

import re

from assistant.language.patterns import lazy_pattern

# In a row: the class | English words (a star stands for any ending, a plus for any word) | Chinese words, as a pattern
_TABLE = r"""
now | now, rn, currently, at the moment, as we speak, in the middle of, still, half, halfway, nearly, almost, here goes, here we go, on it | 现在, 正, 着呢, [^吗]呢$, [^真]中(?![国文间午]), [当手]头, 一半, 继续, 接着, 接下来, 走起
beginning | start, starts, starting, begin, begins, beginning, about to, going to, gonna, gotta, let me, let's, lets, off to, off i go, heading, ready, setting up, sitting down, sat down, looking at, looking into, looking for, trying to, want to | 开始, 准备, 马上, 这就, 动手, 着手, 打算, 先, 来(?=[做写改弄]), 起来, 出门, 坐下
soon | today, tonight, tomorrow, later, soon, next, first, this morning, this afternoon, this evening, this week, this weekend, half an hour, before bed, after work, before work, after school, before lunch, after lunch, before dinner, after dinner, at noon, by noon, in ten, in five, in a bit, in a sec, in an hour, on +day, by +day | 今[天晚早], 明[天早晚], 晚上, 下午, 上午, 中午, 早上, 待会, 一会, 等下, 月底, 周[一二三四五六日末], [\d一二两三四五六七八九十]点
owed | need, needs, needed, have to, has to, must, due, time to, time for, +time, overdue, finally, at last, nearly out, up for, deadline, day | 该, 得(?!到|很), 要(?!求|是|不), 到期, 还没, 轮到, 快, 赶, 催, 截止, 总算, 终于
going | to the, at the, in the, into the, to my, at my, to our, to town, in town, popping, queue*, waiting, driving, trip, round, visit* | 去, 到, 排队, 一趟, 路过, 顺路, 在(?!线)
planned | up next, comes up, came up, on the board, on the list, stuff, plan*, prepar*, agenda, list, appointment, booking, session, draft*, form, forms, check, checking, sort*, updat*, fill*, writ*, open, opened, opening, finish*, discuss*, quote, quotes, ideas, numbers | 打开, [填写做弄改整收挑选约订预练看查备], 下单, 清单, 材料, 讨论, 一下
"""
_CLOCK = (
    r"(?:at|by|before|after|until|in) (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half)\b"
)
_GERUND = r"^(?:ok |so |btw |right |and |still )*[a-z]{2,}ing\b|\b(?:i'?m|am|we'?re|are) (?:\w+ )?[a-z]{2,}ing\b|, [a-z]{2,}ing\b"


def _english(words: str) -> str:
    return (
        r"\b(?:"
        + "|".join(word.strip().replace("*", r"\w*").replace("+", r"\w+") for word in words.split(","))
        + r")\b"
    )


def _compiled() -> dict[str, re.Pattern[str]]:
    found: dict[str, re.Pattern[str]] = {}
    for row in _TABLE.strip().splitlines():
        name, english, chinese = (cell.strip() for cell in row.split(" | "))
        either = "|".join(word.strip() for word in chinese.split(","))
        found[name] = re.compile(f"{_english(english)}|{_CLOCK if name == 'soon' else '(?!)'}|{either}")
    return found | {"gerund": re.compile(_GERUND)}


_COMPILED = _compiled()
CLASSES = tuple(_COMPILED)
"""The names of the classes, in the order of `signs_of`."""

_DOUBTS = {
    "question": lazy_pattern(
        r"[?？]|[吗呢][。.!！~]*$|怎么|^(?:how|what|where|who|which|when|is|are|do|does|can|should)\b"
    ),
    "of others": lazy_pattern(
        r"^(?:he|she|they|it|that|this|those|these|his|her|their|a|an|the|some|another|someone|somebody|people|everyone|nobody|everything|i think)\b"
        r"|^[他她它那谁]|^(?:有人|别人|大家|听说|据说|电视|网上|新闻|书[上里])"
    ),
    "ended": lazy_pattern(
        r"^(?:\w+ ){0,3}?(?:\w{3,}ed|was|were|had|went|came|said|left|broke|ran|found|bought|lost|sold)\b|[过完]了|了[。.!！]?$"
    ),
}
DOUBTS = tuple(_DOUBTS)
"""The names of what speaks against it, in the order of `doubts_of`."""


def signs_of(folded: str) -> tuple[bool, ...]:
    """Which of `CLASSES` a folded, simplified text shows."""
    return tuple(pattern.search(folded) is not None for pattern in _COMPILED.values())


def doubts_of(folded: str) -> tuple[bool, ...]:
    """Which of `DOUBTS` a folded, simplified text shows."""
    return tuple(pattern.search(folded) is not None for pattern in _DOUBTS.values())
