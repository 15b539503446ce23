"""Words that only look like a time: 周末愉快, 周一鸣, 赵明天的, 豆瓣八点九分, "casual Friday", "a month of Sundays".

By classes, each with what makes it a name or a number and no time: a greeting, a kind of person or mood that a weekday
describes, a business under its name, a family name with a given one, a score, a code behind its label. A line is looked
at only where it holds a word that all of a class share.
"""

from __future__ import annotations

import re

from assistant.language.name_tables import GIVEN, SURNAMES

_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DESCRIBED = (
    "person|people|guy|girl|kid|outfits?|clothes|dress|look|vibes?|moods?|feelings?|feels|energy|blues|scaries|shoes|hat"
    "|lunch ?box|playlist|mix|magazine|papers?|supplement|edition|roast recipe|best"
)
"""What a weekday says the kind of: a Friday person, Sunday best."""

_CARRIERS = (
    "box set|soundtrack|paperback|hardback|audiobook|film poster|movie poster|guitar tab|sheet music|lyrics|on vinyl"
    "|on dvd|on blu-?ray"
)
"""What a title is on: "… night fever on vinyl", "the … murder club paperback"."""

_NAMED = "ruby tuesday|wednesday addams|sheffield wednesday|happy mondays|(?:girl|man) friday|tgi fridays?"
"""Well-known names that hold a weekday."""

_ENGLISH = re.compile(
    rf"\b(?:(?:a|one|another|typical|such a) )?{_WEEKDAY} (?:{_DESCRIBED})\b"
    rf"|\b(?:casual|happy|blessed|manic|ruby|blue|stormy|freaky|super) {_WEEKDAY}s?\b"
    rf"|\b(?:thank(?:s| god| goodness| heavens)?|glad|yay),? (?:that )?(?:it'?s|its) (?:finally )?{_WEEKDAY}\b"
    rf"|\bit'?s (?:finally|only) {_WEEKDAY}\b"
    rf"|\bmonths? of {_WEEKDAY}s\b|\ball (?:day|night),? every (?:day|night)\b|\bday (?:in|after)(?:,? day out| day)\b"
    rf"|\b{_WEEKDAY}(?: [a-z']+){{0,3}} (?:{_CARRIERS})\b"
    rf"|\b(?:{_NAMED})\b|\b(?:mr|mrs|ms|miss|dr|called|named|nicknamed)\.? {_WEEKDAY}\b"
    rf"|\bone of these days\b|\bbuilt in a day\b|\bhappy (?:new year|weekend|holidays)\b"
    r"|(?<![\d,])\d{1,3}(?:,\d{3})+(?![\d,])|\bscale\b[^\d]{0,20}\d{1,2}:\d{1,4}(?!\d)"
    r"|\bratio (?:of|is) \d{1,2}:\d{1,2}(?!\d)|\b\d{1,2}:\d{1,2} (?:ratio|aspect|scale|odds)\b"
)
_DAY_NAME = r"(?:(?:周|星期|礼拜)[一二三四五六日天]|周末|明天)"
_GREETED = "愉快|快乐|好呀|好啊|嗨皮|综合征|综合症|情绪|心情"
_BUSINESS = (
    "餐厅|酒吧|酒馆|咖啡[馆厅]?|茶馆|书店|书屋|珠宝店?|乐队|乐团|剧场|画廊|花店|面包房|烘焙|便利店|服装店|音乐会|杂志"
)
_AS_A_NAME = r"(?=$|[的是很太没真说和,，。.!！?？])"
_GIVEN_SIGNS = "".join(
    sorted(
        set(GIVEN)
        - set("晚前时晨早上下中午天日年月会全一百万大小少好长远金书花家安海山来发开立同晴雨雪云文政爱笑亮满平和中")
    )
)
_SURNAME_SIGNS = "".join(sorted(name for name in SURNAMES if len(name) == 1 and name not in "周时常成方白高黄金万"))
_OF_A_PERSON = r"(?=$|[的是说,，。.!！?？\s]|先生|女士|老师|同学|医生|经理|总|和我|跟我|打来)"
_SCORED = "豆瓣|评分|打分|得分|绩点|均分|平均分|口碑|评价"
_LABEL = "码|单号|编号|账号|卡号|口令|工号|学号|型号|车牌|尾号|股票|代号|门牌"

_CHINESE = re.compile(
    rf"{_DAY_NAME}(?:{_GREETED})|(?:(?<![一-鿿])|(?<=[给在]))(?:星期|礼拜)[一二三四五六日天](?:{_BUSINESS}){_AS_A_NAME}"
    rf"|(?<![一-鿿])周[一三四五六日][{_GIVEN_SIGNS}]{_OF_A_PERSON}"
    rf"|(?<![一-鿿])[{_SURNAME_SIGNS}](?:明天|周[一二三四五六日])(?=[的是说])"
    rf"|(?:{_SCORED})[^\d零一二两三四五六七八九十]{{0,3}}[\d零一二两三四五六七八九十]{{1,3}}点[\d零一二三四五六七八九]{{1,2}}分?"
    rf"|[\d零一二两三四五六七八九十]{{1,3}}点[\d零一二三四五六七八九]{{1,2}}分?(?=的?(?:{_SCORED}))"
    rf"|(?:号码牌?|排号|桌号|座号|房号)(?:是|为)?\d{{1,4}}号"
    rf"|(?:{_LABEL})(?:是|为)?[:：]? ?[a-z]{{0,4}}[-\d]{{4,24}}(?![\d-]|[年月])"
)
_MAY_BE_ENGLISH = re.compile(r"day|happy (?:new year|weekend|hol)|every night|[:,]\d")
_MAY_BE_CHINESE = re.compile(rf"周|星期|礼拜|明天|点|号|{_LABEL}")


def blanked(text: str, blank: str) -> str:
    """A folded line with what only looks like a time replaced, sign by sign, by `blank`."""
    for trigger, pattern in ((_MAY_BE_ENGLISH, _ENGLISH), (_MAY_BE_CHINESE, _CHINESE)):
        if trigger.search(text) is not None:
            text = pattern.sub(lambda match: blank * len(match.group()), text)
    return text
