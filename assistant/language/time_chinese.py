"""Chinese times: 明天下午三点半, 下周三, 11月30号, 两个半小时后.

Read on folded text (`time_text.py`), so simplified signs and plain digits suffice here. A pattern's lookarounds name
the words in which the same signs mean something else: 一下周末 is not 下周末, 三年后悔 not 三年后.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from functools import cache

from assistant.language.numbers import CHINESE_NUMBER, CHINESE_NUMBER_SIGNS, chinese_number
from assistant.language.patterns import lazy_pattern
from assistant.language.time_chinese_words import BOUNDARY_BEFORE, FREE_AFTER, PAUSES, begins_plan
from assistant.language.time_clues import (
    DIGIT,
    HAN_DATE,
    HAN_DAY,
    HAN_DAYTIME,
    HAN_EDGE,
    HAN_EVERY,
    HAN_HOUR,
    HAN_LESS,
    HAN_MONTH,
    HAN_NOW,
    HAN_NUMBER,
    HAN_OFFSET,
    HAN_UNIT,
    HAN_WEEK,
    HAN_YEAR,
    Build,
    Finder,
)
from assistant.language.time_parts import (
    Clock,
    Days,
    Daytime,
    Exact,
    Frame,
    Grain,
    Part,
    Repeating,
    Value,
    add_months,
)
from assistant.language.time_places import weekend

_N = CHINESE_NUMBER
_FIRST = CHINESE_NUMBER_SIGNS  # looked for first: most places of a line begin nothing
_LEFT = r"(?<![\d.])"
_RELATIVE_DAYS = {
    "大前天": -3, "前天": -2, "前日": -2, "昨": -1, "今": 0, "明": 1, "琴": -1, "寻": -1, "前": -2,
    "后天": 2, "后日": 2, "大后天": 3, "大后日": 3,
    "昨天": -1, "昨日": -1, "今天": 0, "今日": 0, "今儿": 0, "明天": 1, "明日": 1, "明儿": 1, "当天": 0, "次日": 1,
    "寻日": -1, "琴日": -1, "听日": 1, "后儿": 2, "明后天": 1,
}  # fmt: skip
_DAYTIMES = {
    Daytime.DAWN: ("凌晨", "拂晓"),
    Daytime.MORNING: ("清晨", "清早", "大早", "一早", "早晨", "早上", "早间", "上午", "朝早", "上昼", "早", "晨"),
    Daytime.NOON: ("中午", "正午", "午间", "晌午", "午饭时间", "午餐时间"),
    Daytime.AFTERNOON: ("下午", "午后", "晏昼", "下昼"),
    Daytime.EVENING: ("傍晚", "黄昏", "晚饭时间", "晚餐时间"),
    Daytime.TONIGHT: ("晚上", "晚间", "夜晚", "夜里", "夜间", "晚", "夜"),
    Daytime.NIGHT: ("半夜", "深夜", "午夜"),
}
_DAYTIME_OF = {word: daytime for daytime, words in _DAYTIMES.items() for word in words}
_LONG_DAYTIMES = "|".join(word for word in _DAYTIME_OF if len(word) > 1)
_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6} | {
    str(number): number - 1 for number in range(1, 8)
}
_WEEK = "(?:周|星期|礼拜)"
_STEPS = {
    "下下": 2, "上上": -2, "下": 1, "上": -1, "这": 0, "本": 0, "今": 0,
    "去": -1, "前": -2, "明": 1, "后": 2, "": 0,
}  # fmt: skip
_STEP = "(?<![一以早晚等])(下下|上上|下|上|这|本|今)"
_AFTER = r"(?:之后|以后|过后|后)(?![悔来面者果勤视台门继])"
_BEFORE = r"(?:之前|以前|前)(?![面台往后进端景途者夕提])"
_UNIT_SECONDS = {"秒": 1, "秒钟": 1, "分": 60, "分钟": 60, "刻钟": 900, "小时": 3600, "钟头": 3600}
_UNIT_GRAINS = {"秒": Grain.SECOND, "秒钟": Grain.SECOND}
_BY = lazy_pattern("[之以]?前")
_DAY_EARLIER = lazy_pattern(
    r"(?:(?:周|星期|礼拜)[一二三四五六日天]|[今明后]天|[今明]晚|\d[日号])[^,，。;；!！?？、\d]{1,7}(?<![有是要差几第])$"
)
_CUE_BEFORE = lazy_pattern(r"[在到于]$")
_SIGN = "[一二三四五六七八九十]"
_DIGITS = "[零〇一二三四五六七八九]"
_DAY = (
    r"大后[天日]|大前天|明后天(?!性)|(?<![然之以最先])后儿(?![子童女媳歌科孙])|[寻琴听]日(?!子)|(?<![聪光])明[天日儿](?!方舟|报|系列|真(?![的要得正是]))|今[天日儿](?!头条)|昨[天日]"
    r"|(?<!先天)(?<![先之以])后[天日](?!性)|(?<![之以])前[天日]|(?:今|明|昨|[琴寻](?=晚))(?=[早晚晨夜])|(?<![之以])前(?=晚(?![上饭餐会点辈]))"
)
_NOT_A_WEEKDAY = r"(?!(?<=天)[气才]|[次趟回遍年岁直些起般边旦样致]|个月)"
_YEAR_BEFORE = rf"(?:(?:(\d{{4}}|\d{{2}}|{_DIGITS}{{4}})|([今明后去前]))年[,\s]?的?)?"
_DATED = rf"(?=[今明后去前{_FIRST}]){_LEFT}{_YEAR_BEFORE}"
_NOT_A_DATE = r"(?![\d天个年周次人块元岁点:月])"
_NOT_A_MONTH = r"(?!饼|光|亮|球|经|薪|租|天|份?的?\d)"
_NUMBERED = (
    r"(?![线楼店院机桌电馆床房车码选员球门厅井路段柜位库区台栋座室文内游元本均常子历报仓]"
    r"|会议室|包[厢间]|诊室|展[位台厅]|航站|工位|宿舍|公寓|信箱|选手|同学|出口|公路)"
)
_UNITS = f"(秒钟?|分钟?|小时|钟头|刻钟|天|日|{_WEEK}|月|年)"
_AMOUNT = rf"({_N}|半)个?(半)?{_UNITS}(半)?(?:零?({_N})分钟?)?"
_IN = "(?<![难经通超不路])(?:再过|过)"
_MINUTE = rf"过?(\d\d?|{_SIGN[:-1]}零〇]{{1,3}})(分)?(?:(?<=分)(?!个)|(?![\d个]))"


@cache
def chinese_rules() -> tuple[Finder, ...]:
    """The rules of days, clock times and distances."""
    hour = rf"([01]?\d|2[0-4]|二?十{_SIGN[:-2]}]?|{_SIGN[:-2]}零两])"
    spoken_hour = rf"([\d两{_SIGN[1:-1]}]{{1,3}})"
    sources: tuple[tuple[str, Build, tuple[int, ...]], ...] = (
        (r"每次", _repeating, (HAN_EVERY,)),
        (rf"(?=[大明后寻琴听今昨前])({_DAY})(早晨|早|晚|晨|夜)?(上(?!班))?", _relative_day, (HAN_DAY,)),
        (rf"(?=[下上这本今周星礼])(?<!每)(?:{_STEP}个?|(?<![\d两几])(?<!(?<![周期拜])一)){_WEEK}(?:([一二三四五六日天]){_NOT_A_WEEKDAY}"
         r"|([1-7])(?![\d个次.:点]))", _weekday, (HAN_WEEK,)),
        (rf"(?=[下上这本今周])(?<!每)(?:{_STEP}个?)?周末", _weekend, (HAN_WEEK,)),
        (rf"{_STEP}一?个?{_WEEK}(?![\d一二三四五六日天末刊报期])", _week, (HAN_WEEK,)),
        (rf"{_STEP}一?个?月(?:的?({_N})[日号]|(?![底末初饼光亮球经薪租]))", _month, (HAN_MONTH,)),
        (r"(下下个?|下个?|这个?|本)?月(底|末|初|中(?![国文心午介间毕旬等学性断途]))(?!清仓|大促)",
         _month_edge, (HAN_MONTH, HAN_EDGE)),
        (r"(今|明|去|后|前|本|下|上|这)一?年(底|末|初)?(?![级轻代限])|年(底|末)(?!奖|双薪|分红|大促)",
         _year, (HAN_YEAR,)),
        (rf"{_DATED}({_N})月(?:份)?的?({_N})(?:[日号]|{_NOT_A_DATE})",
         _date, (HAN_MONTH, HAN_NUMBER | DIGIT)),
        (rf"{_DATED}(?<!第)({_N})月{_NOT_A_MONTH}份?", _named_month, (HAN_MONTH, HAN_NUMBER | DIGIT)),
        (rf"{_LEFT}(\d{{4}}|[二一][零〇九]{_DIGITS}{{2}})年(?![前后内间多来级])",
         _named_year, (HAN_YEAR, HAN_NUMBER | DIGIT)),
        (rf"(?=[下上这本今{_FIRST}])(?:{_STEP}个?月|({_N})月)份?的?第?(一|二|三|四|最后一)个{_WEEK}([一二三四五六日天])",
         _weekday_of_month, (HAN_MONTH, HAN_WEEK)),
        (rf"(?=[{_FIRST}]){_LEFT}(?<![第.一二三四五六七八九十])({_N})[号日]{_NUMBERED}",
         _day_of_month, (HAN_DATE, HAN_NUMBER | DIGIT)),
        (rf"(?=[再过半{_FIRST}])(?:{_IN}|再)?{_LEFT}(?<![第点])(?<!\d:){_AMOUNT}({_AFTER}|{_BEFORE})", _offset,
         (HAN_OFFSET, HAN_UNIT)),
        (rf"{_IN}{_AMOUNT.replace('分钟?|', '分钟|', 1).replace('天|日|', '天|', 1)}", _offset, (HAN_OFFSET, HAN_UNIT)),
        (rf"(?!(?<=[周期拜])一早|(?<=平安|圣诞|万圣)夜)(?<!(?<![周期拜十初])一)({_LONG_DAYTIMES})(?![好茶安饭餐场]|红茶)",
         _daytime, (HAN_DAYTIME,)),
        (rf"(?:(?<=[一二三四五六日天号])|(?<![一-鿿])(?!.一点))(早|晚)(?={spoken_hour}[点:时])", _short_daytime,
         (HAN_DAYTIME,)),
        (rf"(?=[{_FIRST}]){_LEFT}(?:(?<=[周期拜]{_SIGN[:-2]}日天])|(?<![第几有这那哪两二三四五六七八九十百])){hour}(点|时)(?:(钟|整)|过?(半|[一三13]刻)|{_MINUTE}"
         rf"(?:(?<=分)({_N})秒)?)?(?:(?<=点)钟)?(?![点儿滴]|方向)", _clock, (HAN_HOUR, HAN_NUMBER | DIGIT)),
        (rf"(?=[{_FIRST}]){_LEFT}(?<![第几]){hour}点(?:[搭踏](?:(半)|({_SIGN}{{1,2}}))(?:个字)?|({_SIGN}{{1,2}})个字"
         rf"|(?<=晏昼.点)({_SIGN})(?![十点分个\d]))", _clock_fives, (HAN_HOUR, HAN_NUMBER | DIGIT)),
        (rf"差({_N}分钟?|[一1]刻钟?)(?:到)?{spoken_hour}点|{spoken_hour}点差({_N}分|[一1]刻)",
         _clock_less, (HAN_LESS, HAN_HOUR)),
        (r"现在|此刻|当前|目前|而家", _now, (HAN_NOW,)),
    )  # fmt: skip
    return tuple(Finder(source, build, needs) for source, build, needs in sources)


def _part(match: re.Match[str], *values: Value | None, is_weak: bool = False) -> Part | None:
    known = tuple(value for value in values if value is not None)
    return Part(match.start(), match.end(), known, is_weak=is_weak) if len(known) == len(values) else None


def _repeating(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    return _part(match, Repeating())


def _relative_day(match: re.Match[str], frame: Frame) -> Part | None:
    day = frame.day(_RELATIVE_DAYS[match[1]])
    if match[2]:
        return _part(match, day, _DAYTIME_OF[match[2]])
    if match[3]:
        return Part(match.start(), match.end() - 1, (day,))
    return _part(match, day)


def _in_week(frame: Frame, step: str | None, weekday: int) -> Days:
    """周三 is the coming one; 这周三, 下周三 are those of the calendar week, Monday to Sunday."""
    if step is None:
        return frame.weekday(weekday)
    day = frame.week(_STEPS[step]).first + timedelta(days=weekday)
    return Days(day, day, is_weekday=True)


def _weekday(match: re.Match[str], frame: Frame) -> Part | None:
    return _part(match, _in_week(frame, match[1], _WEEKDAYS[match[2] or match[3]]))


def _weekend(match: re.Match[str], frame: Frame) -> Part | None:
    saturday = frame.week(_STEPS[match[1] or ""]).first + timedelta(days=5)
    return _part(match, weekend(saturday))


def _week(match: re.Match[str], frame: Frame) -> Part | None:
    return _part(match, frame.week(_STEPS[match[1]]))


def _month(match: re.Match[str], frame: Frame) -> Part | None:
    month = frame.month(_STEPS[match[1]])
    if match[2] is None:
        return _part(match, month)
    number = chinese_number(match[2])
    return None if number is None else _part(match, frame.date(month.first.month, number, month.first.year))


def _month_edge(match: re.Match[str], frame: Frame) -> Part | None:
    named = match[1]
    month = frame.month(_STEPS[named.rstrip("个")] if named else 0)
    if match[2] == "中":
        middle = month.first.replace(day=15)
        middle = middle if named or middle >= frame.today else frame.month(1).first.replace(day=15)
        return _part(match, Days(middle, middle), is_weak=not named and not _is_free(match))
    if match[2] != "初":
        return _part(match, Days(month.last, month.last))
    if named is None and month.first < frame.today:
        month = frame.month(1)
    return _part(match, Days(month.first, month.first))


def _year(match: re.Match[str], frame: Frame) -> Part | None:
    year = frame.year(_STEPS[match[1] or ""])
    edge = match[2] or match[3]
    if edge is None:
        return _part(match, year)
    day = year.first if edge == "初" else year.last
    return _part(match, Days(day, day))


def _year_number(digits: str | None, step: str | None, frame: Frame) -> int | None:
    if step is not None:
        return frame.today.year + _STEPS[step]
    number = chinese_number(digits) if digits else None
    if number is None:
        return None
    return number + 2000 if number < 100 else number


def _date(match: re.Match[str], frame: Frame) -> Part | None:
    month, day = chinese_number(match[3]), chinese_number(match[4])
    if month is None or day is None:
        return None
    return _part(match, frame.date(month, day, _year_number(match[1], match[2], frame)))


def _named_month(match: re.Match[str], frame: Frame) -> Part | None:
    month = chinese_number(match[3])
    if month is None or not 1 <= month <= 12:
        return None
    year = _year_number(match[1], match[2], frame)
    is_clear = (
        year is not None
        or (match[0].endswith("份") and not match.string.startswith("的", match.end()))
        or _CUE_BEFORE.search(match.string, max(0, match.start() - 2), match.start())
        or begins_plan(match)
    )
    return _part(match, frame.month_named(month, year), is_weak=not is_clear)


def _named_year(match: re.Match[str], frame: Frame) -> Part | None:
    year = _year_number(match[1], None, frame)
    if year is None or not 1900 <= year <= 2200:
        return None
    return _part(match, frame.year(year - frame.today.year))


def _day_of_month(match: re.Match[str], frame: Frame) -> Part | None:
    number = chinese_number(match[1])
    days = frame.day_of_month(number) if number is not None and 1 <= number <= 31 else None
    return _part(match, days and replace(days, month_day=number), is_weak=not _is_free(match))


def _weekday_of_month(match: re.Match[str], frame: Frame) -> Part | None:
    """十月的第一个星期一, 下个月最后一个周五."""
    number = chinese_number(match[2]) if match[2] else None
    month = frame.month(_STEPS[match[1]]) if match[1] else frame.month_named(number or 0)
    if month is None:
        return None
    weekday = _WEEKDAYS[match[4]]
    if match[3] == "最后一":
        day = month.last - timedelta(days=(month.last.weekday() - weekday) % 7)
    else:
        place = chinese_number(match[3]) or 1
        day = month.first + timedelta(days=(weekday - month.first.weekday()) % 7 + 7 * (place - 1))
    return _part(match, Days(day, day))


def _offset(match: re.Match[str], frame: Frame) -> Part | None:
    amount = 0.5 if match[1] == "半" else chinese_number(match[1])
    if amount is None:
        return None
    unit = match[3]
    if match[2] or (match[4] and unit not in ("天", "日")):
        amount += 0.5
    is_past = match.re.groups == 6 and match[6][-1] == "前"
    minutes = chinese_number(match[5]) if match[5] else 0
    if unit in _UNIT_SECONDS:
        seconds = amount * _UNIT_SECONDS[unit] + (minutes or 0) * 60
        at = frame.later(seconds=-seconds if is_past else seconds)
        return _part(match, Exact(at, _UNIT_GRAINS.get(unit, Grain.MINUTE)))
    if match[5]:
        return None
    return _part(match, _days_on(frame, unit, -amount if is_past else amount))


def _days_on(frame: Frame, unit: str, amount: float) -> Value:
    if unit in ("天", "日"):
        if amount != int(amount):
            return Exact(frame.later(days=amount), Grain.HOUR)
        return frame.day(int(amount))
    if unit == "年":
        day = add_months(frame.today, round(amount * 12))
    elif unit == "月":
        day = add_months(frame.today, int(amount)) + timedelta(days=15 if amount != int(amount) else 0)
    else:
        day = frame.today + timedelta(days=round(amount * 7))
    counted = {"年": Grain.YEAR, "月": Grain.MONTH}.get(unit, Grain.WEEK)
    return Days(day, day, counted=counted)


def _daytime(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    daytime = _DAYTIME_OF[match[1]]
    if match[1] == "午夜" and _BY.match(match.string, match.end()):
        return _part(match, Clock(24))
    return _part(match, daytime, is_weak=daytime is Daytime.NIGHT)


def _short_daytime(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    return _part(match, _DAYTIME_OF[match[1]], is_weak=True)


def _clock(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    hour = chinese_number(match[1])
    if hour is None or hour > 24:
        return None
    minute, is_exact = 0, match[3] is not None
    if match[4]:
        minute, is_exact = {"半": 30, "一": 15, "1": 15, "三": 45, "3": 45}[match[4][0]], True
    elif match[5]:
        minute = chinese_number(match[5]) or 0
        is_exact = match[6] is not None
        if minute > 59 or (not is_exact and _is_fraction(match[5])):
            return None
    is_open = 1 <= hour <= 12 and not match[1].startswith("0")
    second = chinese_number(match[7]) if match[7] else 0
    if second is None or second > 59:
        return None
    grain = Grain.SECOND if match[7] else Grain.MINUTE if match[4] or match[5] else Grain.HOUR
    clock = Clock(hour, minute, second, is_open=is_open, grain=grain)
    return _part(match, clock, is_weak=not is_exact and not _stands_alone(match))


def _is_fraction(signs: str) -> bool:
    """三点五, 三点一四: numbers, not times."""
    if len(signs) == 1:
        return True
    return len(signs) == 2 and not signs.isdecimal() and signs[0] not in "零〇十" and signs[1] != "十"


def _clock_fives(match: re.Match[str], frame: Frame) -> Part | None:
    """Cantonese counts the minutes in fives: 三点搭三 is a quarter past three."""
    del frame
    hour, fives = chinese_number(match[1]), chinese_number(match[3] or match[4] or match[5] or "六")
    if hour is None or fives is None or hour > 24 or not 1 <= fives <= 11:
        return None
    return _part(match, Clock(hour, fives * 5, is_open=1 <= hour <= 12, grain=Grain.MINUTE))


def _stands_alone(match: re.Match[str]) -> bool:
    """Whether 三点 without more is a clock time: at a boundary and before something that happens at a time."""
    if match[1] in ("一", "1"):
        return False  # 一点 is "a little" more often than one o'clock
    if match[2] == "时" and not match[1].isdecimal():
        return False
    return _is_free(match) or _ends_dated(match)


def _ends_dated(match: re.Match[str]) -> bool:
    """Whether a time ends a clause that names a day: 周四瑜伽六点."""
    is_last = PAUSES.match(match.string, match.end()) is not None
    return is_last and _DAY_EARLIER.search(match.string, max(0, match.start() - 12), match.start()) is not None


def _is_free(match: re.Match[str]) -> bool:
    """Whether nothing before or after binds a number to something it could count: 15号交 and not 15号楼."""
    has_boundary = BOUNDARY_BEFORE.search(match.string, max(0, match.start() - 4), match.start()) is not None
    return has_boundary and FREE_AFTER.match(match.string, match.end()) is not None


def _clock_less(match: re.Match[str], frame: Frame) -> Part | None:
    del frame
    less = match[1] or match[4]
    hour = chinese_number(match[2] or match[3])
    minutes = 15 if "刻" in less else chinese_number(less.rstrip("钟").rstrip("分"))
    if hour is None or minutes is None or not 1 <= hour <= 12 or not 0 < minutes < 60:
        return None
    return _part(match, Clock(hour - 1 or 12, 60 - minutes, is_open=True, grain=Grain.MINUTE))


def _now(match: re.Match[str], frame: Frame) -> Part | None:
    return _part(match, Exact(frame.now, Grain.SECOND))
