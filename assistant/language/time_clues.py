"""Which rules of the time grammar can match a line at all, by the words and signs that it contains.

Each rule names what every one of its matches must contain, as a conjunction of clues: a month's name and a number. A
line is split into words once; the rules whose clues it lacks are never tried. A test draws texts from every rule's own
pattern, so that a clue can never hide a match.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from assistant.language.numbers import ENGLISH_NUMBER_WORDS, ENGLISH_ORDINAL_WORDS
from assistant.language.patterns import lazy_pattern
from assistant.language.time_holiday_names import HOLIDAY_WORDS, WEEKDAY_HOLIDAY_WORDS
from assistant.language.time_parts import Frame, Part

Build = Callable[[re.Match[str], Frame], Part | None]


@dataclass(frozen=True, slots=True)
class Finder:
    """A pattern with what its matches mean. `needs`: of each of these sets of clues a matching line has one.

    The pattern is compiled when a line first has its clues: most lines have few, and a start must not wait for all.
    """

    pattern: str
    build: Build
    needs: tuple[int, ...]


# One bit each; names as the grammar speaks.
DIGIT = 1 << 0
NUMBER = 1 << 1
ORDINAL = 1 << 2
WEEKDAY_NAME = 1 << 3
MONTH_NAME = 1 << 4
UNIT = 1 << 5
DAYTIME = 1 << 6
NEAR = 1 << 7
STEP_WORD = 1 << 8
AM_PM = 1 << 9
OCLOCK = 1 << 10
NOON = 1 << 11
H = 1 << 12
NOW = 1 << 13
FRACTION = 1 << 14
AT = 1 << 15
IN = 1 << 16
THE = 1 << 17
PAST = 1 << 18
FOR = 1 << 19
LATER = 1 << 20
AFTER = 1 << 21
EVERY = 1 << 22
OFTEN = 1 << 23
EDGE = 1 << 24
EARLY = 1 << 25
WEEKEND = 1 << 26
HOLIDAY = 1 << 27
ZONE = 1 << 28
JOINED = 1 << 29
FOUR_DIGITS = 1 << 30
COLON = 1 << 31
HAN = 1 << 32
HAN_NUMBER = 1 << 33
HAN_DAY = 1 << 34
HAN_DATE = 1 << 35
HAN_WEEK = 1 << 36
HAN_MONTH = 1 << 37
HAN_YEAR = 1 << 38
HAN_HOUR = 1 << 39
HAN_DAYTIME = 1 << 40
HAN_EDGE = 1 << 41
HAN_OFFSET = 1 << 42
HAN_UNIT = 1 << 43
HAN_NOW = 1 << 44
HAN_EVERY = 1 << 45
HAN_HALF = 1 << 46
HAN_QUARTER = 1 << 47
HAN_LESS = 1 << 48
HAN_LAST = 1 << 49
HAN_FESTIVAL = 1 << 50
HAN_ZONE = 1 << 51
HAN_DONE = 1 << 52
NEAREST = 1 << 53
HAN_LUNAR = 1 << 54
WEEKDAY_HOLIDAY = 1 << 55
LENT_WORD = 1 << 56
SEASON = 1 << 57
PRESENT = 1 << 58
AFTERWARDS = 1 << 59
REST = 1 << 60
HAN_ORDINAL = 1 << 61
HAN_WITHIN = 1 << 62
HAN_SEASON = 1 << 63
WITHIN = 1 << 64
BUSINESS = 1 << 65
SCHEDULED = 1 << 66
HAN_WORK = 1 << 67

_ENGLISH_WORDS = {
    WEEKDAY_NAME: "monday mon tuesday tueday tue tues wednesday wednsday wed weds thursday thu thur thurs friday fri"
    " saturday sat sunday sun mondays mons tuesdays tuedays tues tuess wednesdays wednsdays weds wedss thursdays thus"
    " thurss fridays fris saturdays sats sundays suns",
    MONTH_NAME: "january february march april may june july august september october november december jan feb mar apr"
    " jun jul aug sep sept oct nov dec",
    UNIT: "s sec second seconds sec secs minute minutes min mins hour hours hr hrs h day days night nights week weeks"
    " wk wks"
    " fortnight fortnights month months mth mths quarter quarters qtr q year years yr yrs eod eow eom eoy bom boy"
    " weekday weekdays workday workdays decade decades",
    DAYTIME: "am pm morn arvo aft eve dawn morning mornings noon midday lunchtime lunch afternoon afternoons evening"
    " evenings night nights",
    NEAR: "today tonight tonite nite moro morrow mrw day tomorrow tmrw tmr tmw tmoro tomoz tommorrow tommorow tomorow"
    " yesterday",
    NEAREST: "closest nearest",
    SEASON: "spring summer fall autumn winter season seasons",
    PRESENT: "moment time minute present",
    AFTERWARDS: "breakfast lunch dinner supper tea bed bedtime work school",
    LENT_WORD: "lent",
    REST: "rest remainder",
    STEP_WORD: "nxt final penultimate last past previous this current next coming following upcoming",
    AM_PM: "am pm p m",
    OCLOCK: "o oclock ish",
    NOON: "noon noonish midday middayish mid midnight midnightish lunchtime lunchtimeish",
    H: "h",
    NOW: "now",
    FRACTION: "half quarter",
    AT: "at by b around before after until till from",
    BUSINESS: "business play cob eob",
    WITHIN: "within",
    SCHEDULED: "closes shuts opens starts begins ends finishes leaves departs arrives lands boards boarding doors",
    IN: "in",
    THE: "the",
    PAST: "past after to before till from",
    FOR: "for lasting",
    LATER: "now today hence later tomorrow from ago back",
    AFTER: "after before from since prior following preceding",
    EVERY: "every each once",
    OFTEN: "twice thrice daily everyday nightly weekly biweekly fortnightly monthly bimonthly quarterly annually"
    " semiannually yearly hourly weekdays weekends workdays",
    EDGE: "end beginning start eow eom eoy bom boy",
    EARLY: "early mid late thing",
    WEEKEND: "weekend",
    ZONE: "gmt utc wet bst cet cest eet eest msk ist sgt hkt awst jst kst aest aedt nzst nzdt ast adt est edt cst cdt"
    " mst mdt pst pdt akst hst et pt time",
}
_CHINESE_SIGNS = {
    HAN_NUMBER: "零〇一二两三四五六七八九十百廿卅半",
    HAN_DAY: "天日儿今明昨前琴寻",
    HAN_DATE: "号日",
    HAN_WEEK: "周星礼",
    HAN_MONTH: "月",
    HAN_YEAR: "年",
    HAN_HOUR: "点时",
    HAN_DAYTIME: "晨晓早上午间傍昏昼夜晚",
    HAN_EDGE: "底末初中旬",
    HAN_OFFSET: "后前过",
    HAN_UNIT: "秒分小钟天日周星礼月季年刻",
    HAN_NOW: "现此当目而",
    HAN_EVERY: "每天日隔平逢工",
    HAN_HALF: "半",
    HAN_QUARTER: "季",
    HAN_LESS: "差",
    HAN_LAST: "上前过最下后未接今持历为共",
    HAN_FESTIVAL: "节诞庆夕斋",
    LENT_WORD: "斋旬",
    HAN_ORDINAL: "第",
    HAN_WITHIN: "内",
    HAN_SEASON: "春夏秋冬",
    HAN_LUNAR: "初廿农阴旧正腊冬",
    HAN_ZONE: "间",
    HAN_DONE: "完",
    HAN_WORK: "班学工",
}


_FESTIVALS = (
    "元旦 新年 春分 秋分 夏至 冬至 立春 立夏 立秋 立冬 清明 端午 元宵 中秋 重阳 腊八 小年 大年 年三十 初一 初二 初三"
    " 初五 破五 龙抬头 二月二 正月 五一 六一 双十 双1 平安夜 万圣夜 圣诞 国庆 黄金周 黑五 黑色 回归 地球日 读书日"
    " 权益日 建党 劳动节 之夜 受难 灰日 首日 餐日 圣周 周六 主日 瞻礼 翌日 星期 周五 周四 赎罪 被毁 独立 权力 四天"
    " 开春 入夏 入秋 入冬 小寒 大寒 惊蛰 谷雨 芒种 小暑 大暑 处暑 白露 寒露 霜降 公祭"
)
"""Words of which each Chinese festival has one, where it has no sign of its own."""


def _table() -> dict[str, int]:
    clues: dict[str, int] = {}
    words: dict[int, list[str]] = {clue: list(text.split()) for clue, text in _ENGLISH_WORDS.items()}
    words[NUMBER] = [word + ending for word in ENGLISH_NUMBER_WORDS for ending in ("", "ish")]
    words[HOLIDAY], words[WEEKDAY_HOLIDAY] = list(HOLIDAY_WORDS.split()), list(WEEKDAY_HOLIDAY_WORDS.split())
    words[AT].append("@")
    words[DAYTIME] += [f"{word}ish" for word in words[DAYTIME]]
    words[ORDINAL] = list(ENGLISH_ORDINAL_WORDS)
    for clue, named in words.items():
        for word in named:
            clues[word] = clues.get(word, 0) | clue
    for clue, signs in _CHINESE_SIGNS.items():
        for sign in signs:
            clues[sign] = clues.get(sign, 0) | clue | HAN
    for word in _FESTIVALS.split():
        clues[word] = HAN_FESTIVAL | HAN
        for sign in word:
            clues[word] |= clues.get(sign, 0)
    return clues


_CLUES = _table()
_SIGNS = [sign for sign in _CLUES if sign > "\x7f"]
_TOKEN = lazy_pattern(
    "|".join(["[a-z]+", *sorted((word for word in _SIGNS if len(word) > 1), key=len, reverse=True)])
    + "|[@"
    + "".join(sign for sign in _SIGNS if len(sign) == 1)
    + "]"
)
_DIGIT = lazy_pattern(r"\d")
_FOUR_DIGITS = lazy_pattern(r"\d{4}")
_JOINED = lazy_pattern(r"\d\s?[-/.:]")
_MORNING = lazy_pattern(r"\da(?![a-z])")  # 7a is a time, "a" alone an article


def clues_of(text: str) -> int:
    """The clues that `text`, which is folded, contains, each a bit."""
    clues = 0
    for token in set(_TOKEN.findall(text)):
        clues |= _CLUES.get(token, 0)
    if _DIGIT.search(text) is not None:
        clues |= DIGIT
        for pattern, clue in ((_JOINED, JOINED), (_FOUR_DIGITS, FOUR_DIGITS), (_MORNING, AM_PM)):
            if pattern.search(text) is not None:
                clues |= clue
    return clues


def parts_of(finder: Finder, text: str, frame: Frame) -> Iterator[Part]:
    """What a rule finds in `text`, which is folded. What lies beyond the calendar is no time of everyday life."""
    for match in compiled_pattern(finder.pattern).finditer(text):
        try:
            part = finder.build(match, frame)
        except (OverflowError, ValueError):
            continue
        if part is not None:
            yield part


@cache
def compiled_pattern(source: str) -> re.Pattern[str]:
    """A rule's pattern, compiled once."""
    return re.compile(source)


def can_match(finder: Finder, clues: int) -> bool:
    """Whether a text with these clues may hold a match."""
    return all(clues & need for need in finder.needs)
