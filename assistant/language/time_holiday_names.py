"""The holidays by which people set reminders, by their names in both languages: when each is and how long it lasts.

Names are regular expressions on folded text, the longer before the shorter that they begin with.
"""

from __future__ import annotations

from assistant.language.time_calendars import (
    YearDay,
    easter,
    fixed,
    from_easter,
    hebrew,
    islamic,
    lunar,
    new_years_eve,
    nth,
    orthodox_easter,
    solar_term,
)

_SAINT = r"(?:st\.? |saint )"
_DAY = r"(?:'?s?'? day|(?=,? (?:of |in )?(?:19|20)\d\d|$))"


def _church(sunday: str, orthodox: str, days: int) -> dict[str, YearDay]:
    """A day by Easter in both churches."""
    return {
        rf"orthodox (?:{sunday})": from_easter(days, orthodox_easter),
        f"{sunday}": from_easter(days),
        f"东正教(?:{orthodox})": from_easter(days, orthodox_easter),
        f"{orthodox}": from_easter(days),
    }


HOLIDAY_WORDS = """
year years christmas xmas boxing spring hijri amun rosh teruah valentine valentines patrick patricks paddy paddys george
georges andrew andrews david davids fool fools groundhog pi women womens earth anzac worker workers star cinco
juneteenth flag canada independence july bastille boss bosss bosses halloween haloween saints hallows souls saint soul
guy bonfire veteran veterans armistice remembrance epiphany kings australia children childrens teacher teachers
thanksgiving super superbowl president presidents washington washingtons mother mothers father fathers grandparent
grandparents victoria labor labour columbus indigenous memorial decoration luther mlk civil eid id bakr sacrifice feast
ramadan ramadhan laylat power measures destiny mawlid prophet prophets isra ascension ashura kippur atonement sukkot
shemini simchat chanukah chanukka chanuka hanukah hanukkah hanukka hanuka hannukah hannukkah channukah channukkah
channuka chanukkah hannuka festival bishvat purim passover pesach hashoah holocaust lag shavuot tisha lantern qingming
tomb dragon qixi autumn moon ninth chongyang vesak buddha buddhas mardi
may king unity reformation dead men mens singles nicholas bank
pancake easter pentecost whitsunday whitmonday whit corpus
"""
"""Words of which each name has one that is not said by its weekday."""

WEEKDAY_HOLIDAY_WORDS = """
good great holy maundy covenant sheer palm branch lazarus ash shrove pancake fat clean collop rose trinity black cyber
giving
"""
"""Words of which each name has one that is said by its weekday."""

_BY_EASTER = (
    _church("easter monday", "复活节星期一|复活节(?:后|翌)[一日]天?", 1)
    | _church("easter (?:saturday|eve)", "复活节前夜|神?圣周六|耶稣受难日翌日|主受难节翌日", -1)
    | _church("mardi gras|pancake day", "忏悔节|煎饼星期二|薄饼日|肥美星期二", -47)
    | _church("ascension(?: day| thursday)?", "耶稣升天[日节]", 39)
    | _church("whit ?monday|pentecost monday", "圣灵节庆日|圣灵降临节星期一", 50)
    | _church("pentecost(?: sunday)?|whit ?sunday", "五旬节|圣灵降临[节日]", 49)
    | _church("corpus christi", "基督圣体圣血瞻礼|基督圣体节", 60)
)
_BY_EASTER_WEEKDAYS = (
    _church("(?:holy|great|black) saturday", "圣星期六", -1)
    | _church("(?:good|great|holy) friday", "(?:耶稣|主)?受难[日节]|圣周五|圣星期五|沉默周五|沈默周五", -2)
    | _church("(?:maundy|holy|great|covenant|sheer) th(?:ursday|urs|ur|u)", "濯足节|圣周(?:四|星期四)|设立圣餐日", -3)
    | _church("(?:palm|branch) sunday", "圣枝主日|棕枝主日|基督苦难主日", -7)
    | _church("lazarus saturday", "拉匝路周六", -8)
    | _church("ash wednesday", "圣?灰日|大斋首日|圣灰星期三", -46)
    | _church("(?:shrove|pancake|fat) tuesday", "忏悔星期二", -47)
    | _church("(?:shrove|clean|collop|rose) monday", "忏悔星期一|洁净星期一", -48)
    | _church("trinity sunday", "天主三一主日|圣三主日", 56)
)
_EASTER = _church("easter(?: sunday| day)?", "复活节", 0)
_CHURCH = _BY_EASTER | _BY_EASTER_WEEKDAYS | _EASTER

ENGLISH: dict[str, YearDay] = {
    r"(?:christmas|xmas) eve": fixed(12, 24),
    r"(?:christmas|xmas)(?: day)?": fixed(12, 25),
    r"boxing day": fixed(12, 26),
    r"(?:chinese|lunar) (?:lunar )?new year'?s? eve": new_years_eve,
    r"(?:chinese|lunar) (?:lunar )?new year'?s?(?: day)?|spring festival": lunar(1, 1),
    r"(?:islamic|muslim|hijri|arabic) new year'?s?(?: day)?|amun jadid": islamic(1, 1),
    r"(?:jewish new year|rosh hash?an(?:a|ah)|yom teruah)": hebrew(7, 1),
    r"new year'?s? eve": fixed(12, 31),
    r"new year'?s?(?: day)?": fixed(1, 1),
    rf"{_SAINT}?valentine(?:'?s'?(?: day)?| day)": fixed(2, 14),
    rf"{_SAINT}(?:patrick|paddy){_DAY}": fixed(3, 17),
    rf"{_SAINT}george{_DAY}": fixed(4, 23),
    rf"{_SAINT}andrew{_DAY}": fixed(11, 30),
    rf"{_SAINT}david{_DAY}": fixed(3, 1),
    r"april fools?'?s?(?: day)?": fixed(4, 1),
    r"groundhog day": fixed(2, 2),
    r"pi day": fixed(3, 14),
    r"(?:international )?women'?s'? day": fixed(3, 8),
    r"earth day": fixed(4, 22),
    r"anzac day": fixed(4, 25),
    r"international (?:workers?'?s?'?|labou?r) day|workers?'?s?'? day": fixed(5, 1),
    r"star wars day": fixed(5, 4),
    r"cinco de mayo": fixed(5, 5),
    r"may day": fixed(5, 1),
    r"king'?s'? day": fixed(4, 27),
    r"german unity day": fixed(10, 3),
    r"reformation day": fixed(10, 31),
    r"day of the dead": fixed(11, 2),
    r"(?:international )?men'?s'? day": fixed(11, 19),
    r"singles'?s? day": fixed(11, 11),
    rf"{_SAINT}nicholas{_DAY}": fixed(12, 6),
    r"orthodox christmas(?: day)?": fixed(1, 7),
    r"early may bank holiday": nth(5, 0, 1),
    r"(?:late may|spring) bank holiday": nth(5, 0, -1),
    r"(?:august|summer) bank holiday": nth(8, 0, -1),
    r"juneteenth": fixed(6, 19),
    r"flag day": fixed(6, 14),
    r"canada day": fixed(7, 1),
    r"independence day|(?:the )?(?:4th|fourth) of july": fixed(7, 4),
    r"bastille day": fixed(7, 14),
    r"boss'?(?:es|s)?'? day|(?<!the )(?<!my )(?<!our )boss'(?:es|s)?": fixed(10, 16),
    r"hall?oween(?: day)?": fixed(10, 31),
    r"all saints'?(?: day)?|all hallows(?:' day)?": fixed(11, 1),
    r"all souls'?(?: day)?": fixed(11, 2),
    r"guy fawkes(?: day| night)?|bonfire night": fixed(11, 5),
    r"(?:veterans?'?|armistice|remembrance) day": fixed(11, 11),
    r"epiphany|three kings day": fixed(1, 6),
    r"australia day": fixed(1, 26),
    r"(?:international |world )?children'?s'? day": fixed(6, 1),
    r"(?:world )?teachers'? day": fixed(10, 5),
    r"canadian thanksgiving(?: day)?": nth(10, 0, 2),
    r"thanksgiving(?: day)?": nth(11, 3, 4),
    r"super ?bowl(?: sunday)?": nth(2, 6, 2),
    r"president'?s'? day|washington'?s birthday": nth(2, 0, 3),
    r"mother'?s'? day": nth(5, 6, 2),
    r"father'?s'? day": nth(6, 6, 3),
    r"grandparents'? day": nth(9, 0, 1, 6),
    r"victoria day": nth(5, 0, -1, 0),
    r"labou?r day": nth(9, 0, 1),
    r"columbus day|indigenous peoples?'?s?'? day": nth(10, 0, 2),
    r"memorial day|decoration day": nth(5, 0, -1),
    r"(?:martin luther king|mlk)(?: jr\.?)?(?:'?s)? day|civil rights day": nth(1, 0, 3),
    r"(?:eid[ -]al[ -]adha|id[ -]ul[ -]adha|bakr[ -]id|sacrifice feast|feast of the sacrifice)": islamic(12, 10),
    r"(?:eid[ -]al[ -]fitr|end of ramadan|eid)": islamic(10, 1),
    r"(?:ramadan|ramadhan)": islamic(9, 1),
    r"(?:laylat al[ -]qadr|night of (?:power|measures|destiny))": islamic(9, 27),
    r"(?:mawlid|mawlid al[ -]nabawi|prophet'?s birthday)": islamic(3, 12),
    r"(?:isra and mi'?raj|the prophet'?s ascension|ascension to heaven)": islamic(7, 27),
    r"ashura": islamic(1, 10),
    r"yom kippur|day of atonement": hebrew(7, 10),
    r"(?:sukkot|feast of (?:tabernacles|booths|the ingathering))": hebrew(7, 15),
    r"shemini atzeret": hebrew(7, 22),
    r"simchat torah": hebrew(7, 23),
    r"(?:c?hann?ukk?ah?|festival of lights|feast of dedication)": hebrew(9, 25),
    r"tu bishvat": hebrew(11, 15),
    r"purim": hebrew(12, 14),
    r"(?:passover|pesach)": hebrew(1, 15),
    r"(?:yom hashoah|holocaust(?: remembrance)? day)": hebrew(1, 27),
    r"lag (?:baomer|b'?omer|laomer)": hebrew(2, 18),
    r"(?:shavuot|feast of weeks)": hebrew(3, 6),
    r"tisha b'?av": hebrew(5, 9),
    r"lantern festival": lunar(1, 15),
    r"(?:qingming(?: festival)?|tomb[- ]sweeping day)": solar_term(6),
    r"dragon boat(?: festival)?": lunar(5, 5),
    r"qixi(?: festival)?": lunar(7, 7),
    r"(?:hungry )?ghost festival": lunar(7, 15),
    r"mid[- ]autumn(?:[- ]festival)?(?: day)?|moon(?:[- ]festival| day)": lunar(8, 15),
    r"double ninth(?: festival)?|chongyang(?: festival)?": lunar(9, 9),
    r"(?:vesak|buddha(?:'s)? (?:day|birthday))": lunar(4, 15),
} | {name: day for name, day in (_BY_EASTER | _EASTER).items() if name.isascii()}  # fmt: skip

ENGLISH_WEEKDAYS: dict[str, YearDay] = {
    r"black friday": nth(11, 3, 4, 1),
    r"cyber monday": nth(11, 3, 4, 4),
    r"giving tuesday": nth(11, 3, 4, 5),
} | {name: day for name, day in _BY_EASTER_WEEKDAYS.items() if name.isascii()}

CHINESE: dict[str, YearDay] = {
    "元旦节?|阳历新年|公历新年": fixed(1, 1),
    "春节|农历新年|中国新年|大年初一|正月正时|农历年初一": lunar(1, 1),
    "除夕(?:夜)?|大年三十|年三十|大年夜": new_years_eve,
    "大年初二|年初二": lunar(1, 2), "大年初三|年初三": lunar(1, 3), "大年初五|年初五|破五": lunar(1, 5),
    "元宵节?|上元节": lunar(1, 15), "龙抬头|二月二(?=龙|$)": lunar(2, 2), "清明节?|扫墓节": solar_term(6),
    "端午节?|龙舟节": lunar(5, 5), "七夕节?|乞巧节": lunar(7, 7), "中元节|盂兰盆?节|鬼节": lunar(7, 15),
    "中秋节?": lunar(8, 15), "重阳节?": lunar(9, 9), "腊八节?": lunar(12, 8), "小年(?!轻|纪|龄)": lunar(12, 23),
    "佛诞|浴佛节": lunar(4, 8), "卫塞节|比萨宝蕉节": lunar(4, 15),
    "冬至节?": solar_term(23), "夏至": solar_term(11), "春分": solar_term(5), "秋分": solar_term(17),
    "小寒": solar_term(0), "大寒": solar_term(1), "惊蛰": solar_term(4), "谷雨": solar_term(7), "芒种": solar_term(10),
    "小暑": solar_term(12), "大暑": solar_term(13), "处暑": solar_term(15), "白露": solar_term(16),
    "寒露": solar_term(18), "霜降": solar_term(19), "程序员节": fixed(10, 24), "国家公祭日": fixed(12, 13),
    "立春|开春": solar_term(2), "立夏|入夏": solar_term(8), "立秋|入秋": solar_term(14), "立冬|入冬": solar_term(20),
    "圣瓦伦丁节|西洋情人节|情人节": fixed(2, 14), "国际妇女节|三八妇女节|三八节|妇女节": fixed(3, 8),
    "植树节": fixed(3, 12), "白色情人节": fixed(3, 14),
    "(?:国际)?消费者权益日": fixed(3, 15), "愚人节": fixed(4, 1), "世界读书日": fixed(4, 23), "地球日": fixed(4, 22),
    "国际劳动节|五一劳动节|五一国际劳动节|劳动节|五一(?!路|广场)": fixed(5, 1), "五四青年节|青年节": fixed(5, 4),
    "护士节": fixed(5, 12), "国际儿童节|六一儿童节|儿童节|六一(?!路)": fixed(6, 1), "建党[节日]": fixed(7, 1),
    "香港回归(?:纪念日)?": fixed(7, 1), "八一建军节|建军节": fixed(8, 1), "教师节": fixed(9, 10),
    "国庆节?|十一黄金周": fixed(10, 1), "老板节|上司节": fixed(10, 16), "万圣节(?:前夜)?|万圣夜": fixed(10, 31),
    "诸圣节": fixed(11, 1), "光棍节|双十一|双11": fixed(11, 11), "双十二|双12": fixed(12, 12), "感恩节": nth(11, 3, 4),
    "黑色星期五|黑五": nth(11, 3, 4, 1), "澳门回归(?:纪念日)?": fixed(12, 20), "平安夜": fixed(12, 24),
    "圣诞节?": fixed(12, 25), "母亲节": nth(5, 6, 2), "父亲节": nth(6, 6, 3),
    "开斋节|尔代节": islamic(10, 1), "古尔邦节|宰牲节": islamic(12, 10), "(?:穆斯林)?斋月": islamic(9, 1),
    "伊斯兰历?新年|回历新年": islamic(1, 1), "圣纪节": islamic(3, 12), "夜行登霄节|登霄节": islamic(7, 27),
    "权力之夜": islamic(9, 27), "赎罪日": hebrew(7, 10), "犹太新年": hebrew(7, 1), "逾越节": hebrew(1, 15),
    "住棚节": hebrew(7, 15), "光明节|修殿节|献殿节|烛光节|马加比节": hebrew(9, 25), "普珥节": hebrew(12, 14),
    "圣会节": hebrew(7, 22), "西赫妥拉节|诵经节|转经节|欢庆圣法节": hebrew(7, 23),
    "圣殿被毁日": hebrew(5, 9), "犹太植树节|树木新年|图比舍巴特节": hebrew(11, 15), "(?:犹太教)?篝火节": hebrew(2, 18),
    "七七节|周日节|新果实节|收获节": hebrew(3, 6), "以色列(?:独立日|国庆节)": hebrew(2, 5, 0),
} | {name: day for name, day in _CHURCH.items() if not name.isascii()}  # fmt: skip

LENGTHS = {
    r"ramadh?an|斋月": 30, r"hann?ukk|festival of lights|dedication|光明节|修殿节|献殿节|烛光节|马加比节": 8,
    r"passover|pesach|逾越节": 9, r"rosh hash|jewish new year|teruah|犹太新年": 3,
    r"sukkot|tabernacles|booths|ingathering|住棚节": 9, r"shavuot|feast of weeks|七七节|周日节|新果实节|收获节": 3,
}  # fmt: skip
"""How many days a festival lasts whose name one of these patterns is in; all others are one day."""

LENT = from_easter(-46), easter
"""The first day of Lent and the day after its last."""
