"""Names of people in a line, as candidates: @anna, "call Anna Smith", 给安娜打电话, 和王老师开会.

There is no list of all names, so a name is believed only where a verb or a preposition calls for a person. Rather none
than a wrong one.
"""

from __future__ import annotations

from assistant.language.detect import has_han
from assistant.language.patterns import lazy_pattern

_LONGEST = 2_000
_MENTION = lazy_pattern(r"(?<![\w@.])@([^\W\d][\w-]{0,31})")
_NAME = r"[A-Z][a-zà-öø-ÿ'’-]{1,20}(?: (?:[A-Z][a-zà-öø-ÿ'’-]{1,20}|[A-Z]\.)){0,2}"
_TITLE = r"(?:(?:Dr|Mr|Mrs|Ms|Prof)\.? )?"
_ENGLISH = lazy_pattern(
    r"(?i:\b(?:call|phone|ring|text|email|e-mail|mail|message|ping|ask|tell|remind|meet|meeting|visit|thank|invite|see"
    r"|pay|owe|help|with|from|for|to|and|about|lunch|dinner|coffee))"
    rf" ({_TITLE}{_NAME}(?:(?: and |, ){_NAME}){{0,3}})"
)
_SPLIT = lazy_pattern(r" and |, ")
_OWNED = lazy_pattern(r"['’]s?$")  # Anna's figures name Anna
_NOT_NAMES = frozenset(
    word
    for line in (
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun Today Tomorrow Tonight",
        "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul",
        "Aug Sep Oct Nov Dec Christmas Easter English Chinese German French London Paris Berlin Beijing Shanghai",
        "Python Linux Windows Google Amazon Apple Microsoft Internet Next This The My Our Your His Her Their Its It He",
        "She We They You And Or But In On At By No Yes All Some Any What When Where Who Why How If Project Team",
    )
    for word in line.split()
)
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖"
    "邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文"
)
_ROLE = "(?:老师|经理|医生|教授|先生|女士|小姐|师傅|主任|同学|律师|博士|阿姨|叔叔|总|工|董)"
_FAMILY = (
    "(?:妈妈|爸爸|妈|爸|奶奶|爷爷|外婆|外公|姥姥|姥爷|老婆|老公|哥哥|姐姐|弟弟|妹妹|儿子|女儿|舅舅|姑姑|婆婆|岳母|岳父)"
)
_SOUNDS = "安娜莎玛丽莉露西艾米杰克汤姆大卫约翰保罗彼得迈尔鲁斯罗伯特爱拉琳达凯文亚历山卡尔森妮可菲珍"
"""Signs with which foreign names are written."""

_CHINESE_NAME = (
    rf"([{_SURNAMES}][\u4e00-\u9fff]{{0,2}}?{_ROLE}|[老小阿][{_SURNAMES}]|{_FAMILY}|[{_SOUNDS}]{{2,4}}"
    rf"|[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}?|[A-Z][A-Za-z]{{1,15}})"
)
_CALLS_FOR_A_PERSON = (
    "(?:打电话给|发给|交给|寄给|还给|送给|写给|给|跟|和|与|找|问|约|告诉|联系|通知|请|见到?|遇到|碰到|陪|提醒(?!我))"
)
_AFTER_A_NAME = (
    r"(?=打电话|打个|发|写|买|送|寄|回|带|看|讲|说|开|见|吃|喝|聊|谈|商|讨论|确认|约|过|去|一起|要|借|还|的|关于|视频|通话|面谈"
    r"|沟通|碰头|对|提醒|[，。,.!！?？;；：:\s\x00]|$)"
)
_CHINESE = lazy_pattern(rf"{_CALLS_FOR_A_PERSON}\s?{_CHINESE_NAME}{_AFTER_A_NAME}")


def find_people(text: str) -> tuple[str, ...]:
    """The people that the first 2,000 characters seem to name, in order, each once."""
    text = text[:_LONGEST]
    found = [(match.start(1), match[1]) for match in _MENTION.finditer(text)]
    for match in _ENGLISH.finditer(text):
        names = (_OWNED.sub("", name) for name in _SPLIT.split(match[1]))
        found += [(match.start(1), name) for name in names if name.split()[0] not in _NOT_NAMES]
    if has_han(text):
        found += [(match.start(1), match[1]) for match in _CHINESE.finditer(text)]
    return tuple(dict.fromkeys(name for _, name in sorted(found, key=lambda pair: pair[0])))
