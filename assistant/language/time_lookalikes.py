"""Words that only look like a time: 周末愉快, 豆瓣八点九分, "my Sunday best", "a month of Sundays".

A time that is read by mistake is a chip that one key takes away; one that is not read is a reminder that never comes.
So a class stands here only where its words can hardly be a plan as well, and none that names a day counts in a line
that tells a time of day.
"""

from __future__ import annotations

from assistant.language.name_tables import GIVEN, SURNAMES
from assistant.language.patterns import lazy_pattern
from assistant.language.time_clues import compiled_pattern

_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DESCRIBED = (
    "person|people|guy|girl|kid|outfits?|clothes|dress|look|vibes?|moods?|feelings?|feels|energy|blues|scaries|shoes|hat"
    "|regulars|crowd|lot|face|brain|motivation|lunch ?box|playlist|mix|magazine|papers?|supplement|edition|roast recipe"
    "|best"
)
"""What a weekday says the kind of, behind an article or an owner: a Friday person, my Sunday best."""

_WEATHERED = "lazy|rainy|wet|sunny|grey|gray|cold|hot|quiet|slow|boring|busy|normal|typical|perfect|random|long"
"""What a weekday is like that is none in particular: nothing beats a lazy Sunday."""

_SURE = "person|vibes?|moods?|energy|blues|scaries|playlist|roast recipe"
"""Those that stand so without an article too, and never begin what is to be done."""

_NO_CUE = r"(?<!\bon )(?<!\bby )(?<!\bthis )(?<!\bnext )(?<!\bevery )"
_OWNED = "a|an|another|one|the|my|your|his|her|our|their|that|typical|such a|real|total"
_NOUN_ENDS = r"(?= *(?:$|[,.;:!?)]| (?:is|are|was|were|needs?|by|from|of|in)\b))"
_GREETED = r"(?= *(?:$|[,.;:!?)]| (?:everyone|everybody|all|folks|team|friends?|y'all)\b))"
_IS_CALLED = "is|it|him|her|it's|he's|she's|cat|dog|band|song|film|movie|book"
"""Before "called" where it gives a name: a meeting called Friday is on Friday."""

_NAMED = (
    "ruby tuesday|wednesday addams|sheffield wednesday|happy mondays|(?:girl|man) friday|tgi fridays?"
    "|friday on my mind|monday,? monday by|tomorrow belongs to me"
    "|usa today|sunday riley|thursday next novels?"
    "|freaky friday|friday night lights|friday i'?m in love|i don'?t like mondays|(?:new order'?s? )?blue monday"
    "|saturday night (?:fever|live)|sunday bloody sunday|thursday murder club|tuesdays with morrie|28 days later"
    "|tomorrow never (?:dies|knows)|(?:5|five) o'?clock shadow|thursday island|(?:5|five) o'?clock somewhere|fri ?yay"
)
"""Well-known names of people, clubs, papers, films, songs and books that hold a day."""

_ENGLISH_DAYS = (
    rf"\b(?:{_OWNED}) {_WEEKDAY} (?:{_DESCRIBED})\b{_NOUN_ENDS}"
    rf"|{_NO_CUE}\b{_WEEKDAY} (?:{_SURE})(?: playlist)?\b{_NOUN_ENDS}"
    rf"|(?:^|\b(?:a|the|on|for) )casual {_WEEKDAY}s?\b|\bmanic {_WEEKDAY}\b|(?:^|[,.;!] ?)happy {_WEEKDAY}\b{_GREETED}"
    rf"|\b(?:thank(?:s| god| goodness| heavens)?|glad|yay),? (?:that )?(?:it'?s|its) (?:finally )?{_WEEKDAY}\b"
    rf"|\bit'?s (?:finally|only) {_WEEKDAY}\b{_NOUN_ENDS}"
    rf"|\b(?:{_NAMED})\b|\b(?:{_IS_CALLED}) (?:called|named) {_WEEKDAY}\b"
    rf"|\b(?:an?|another|some) (?:{_WEATHERED}) {_WEEKDAY}\b"
    rf"|(?:^|[.!?] )(?:why )?(?:do|does|are|is) (?!we\b|i\b|you\b)[a-z' ]{{1,30}} on {_WEEKDAY}s\b"
    rf"|^do you (?:work|open|close|deliver|like)(?: on)? {_WEEKDAY}s(?=\?|$)|^is (?:today|tomorrow|{_WEEKDAY}) an? "
    rf"|\b(?:let|const|var) {_WEEKDAY} ?=|\b{_WEEKDAY} \(the (?!(?:{_WEEKDAY}|\d))[a-z]+\)"
    rf"|\b(?:hates?|loathes?|despises?|dreads?|can'?t stand) (?:\w+ )?{_WEEKDAY}s\b"
    rf"|\b{_WEEKDAY}s,? (?:am i right|amirite|suck|be like|are the worst)\b"
    rf"|(?<= felt like a ){_WEEKDAY}\b|(?<= feels like a ){_WEEKDAY}\b|(?<= feel like a ){_WEEKDAY}\b"
    rf"|\bmonths? of {_WEEKDAY}s\b|\ball (?:day|night),? every (?:day|night)\b|\bday (?:in|after)(?:,? day out| day)\b"
)
_LABELLED = "(?:password|passcode|wi-?fi|pin|serial|sku|tracking|ref(?:erence)?)"
_CODE = r"(?!\d{1,2}(?:[:.]\d\d)?[ap]m(?:$|[\s,]))(?=[\w.-]*[a-z])(?=[\w.-]*\d)\w[\w.-]{3,40}(?![\w.:-])"
_ENGLISH_NUMBERS = (
    r"\bat the end of the day,? (?:it'?s|it is|that'?s|he'?s|she'?s|they'?re|we'?re|you'?re)\b(?! (?:due|\d|time))"
    r"|\b\d{1,2} ?[ap]\.?m\.? (?:slumps?|thoughts|vibes|feels|energy|musings|cravings)\b"
    rf"|\b(?:mr|mrs|ms|miss)\.? (?:noon|{_WEEKDAY})\b|\b{_LABELLED}(?: (?:no|number|code|key))?(?: is|:|=) ?{_CODE}"
    rf"|(?:^|[.!?] ){_WEEKDAY} (?:again|already),? (?:ugh|argh|sigh|yay|meh|lol|no+)\b"
    r"|\b(?:morning,? )?noon and night\b|\bnoon (?!lunch|call|meeting|appointment)[a-z]+ (?:is an?|sells|plays|makes)\b"
    r"|\bbuilt in a day\b|\bmonday morning quarterbacks?\b"
    r"|(?<![\d,])\d{1,3}(?:,\d{3})+(?![\d,]| ?(?:sec|min|hour|day|week|month|year))"
    r"|\bscale\b(?: on the map)? (?:is|of) \d{1,2}:\d{1,4}(?!\d)"
    r"|\bratio (?:of|is) \d{1,2}:\d{1,2}(?!\d)|\b\d{1,2}:\d{1,2} (?:aspect ratio|odds)\b(?! (?:and|review|test))"
)
_DAY_NAME = r"(?:(?:周|星期|礼拜)[一二三四五六日天]|周末|明天)"
_ENDS = r"(?=$|[\s,，。.!！~、]|大家|各位|[啊呀哦])"
_GIVEN_SIGNS = "".join(
    sorted(
        set(GIVEN)
        - set(SURNAMES)
        - set("晚前时晨早上下中午天日年月会全一百大小少好长远书花家海山来发开立同晴雨雪政爱笑亮满平和")
    )
)
_SURNAME_SIGNS = "".join(sorted(name for name in SURNAMES if len(name) == 1 and name not in "周时常成方白高黄金万"))

_NAMED_CHINESE = (
    "明日黄花|今夜无眠|九月九的酒|周末画报|黄昏晓|六月飞雪|五月花号|星期五餐厅|正午阳光|十点读书(?=公众号|会员|app)|周六夜现场|明天你好|明天会更好|明年今日|昨日重现|凌晨[三四]点(?:半)?的洛杉矶|二十一点(?=[^,，。]{0,3}(?:[玩赌牌]|怎么|规则))"
    "|双(?:十[一二]|11|12)(?:买|抢|囤)(?:到)?的"
)
_ACQUIRED = "后天(?=养成|努力[比和与是的更]|形成|习得|因素|获得|失明|免疫|环境)"
_FEELINGS = "(?:[累困烦闷饿丧]|开心|高兴|无聊|倒霉|难受|郁闷|焦虑|emo)"

_CHINESE_DAYS = (
    rf"{_ACQUIRED}|又[是到]了?{_DAY_NAME}了?(?=$|[,，。!！])|(?:最[好糟坏棒]|难忘|美好|普通|无聊|平凡|忙碌|快乐)的{_DAY_NAME}(?=$|[,，。!！])"
    rf"|(?:[这本](?:周|个?月|学期)|今[天年]|{_DAY_NAME})过得(?:像{_DAY_NAME}|[真很太好挺怎])|[今明后昨]天是?(?:星期几|周几|礼拜几|几号|几月几[号日]|什么[日节])|今[天日](?:真的?|太|好|超|有点|特别|实在|又)(?:好)?{_FEELINGS}(?=$|[啊呀哦了,，。!！~])"
    rf"|(?:每[到逢]|一到)?{_DAY_NAME}(?:一?到|一来)?了?就(?:{_FEELINGS}|头[疼痛]|犯[困懒]|失眠|不想|想[哭睡])"
    rf"|今[天日]的?(?:心情|天气|状态|运气|胃口)[很真太挺超好不]"
    rf"|{_DAY_NAME}(?:愉快|快乐|嗨皮|综合征|综合症|恐惧症|抑郁症){_ENDS}|{_DAY_NAME}(?:情绪|心情)(?=$|[的很不好差真,，。!！])"
    rf"|(?<![一-鿿])周[一三四五六日][{_GIVEN_SIGNS}郎](?=是|的(?:电话|手机|微信|号码|简历|邮箱|名片))|(?<![一-鿿])[{_SURNAME_SIGNS}](?:明天|周[一三四五六日])(?=的(?:电话|简历|微信)|是新来)"
)
_SCORED = "豆瓣|评分|打分|得分|绩点|均分|平均分|口碑|评价"
_TENTHS = r"[\d零一二两三四五六七八九十]{1,2}点[\d零一二三四五六七八九](?![\d十])分?"
_LABEL = "码|单号|编号|账号|卡号|口令|工号|学号|型号|车牌|尾号|股票|代号|门牌"
_CHINESE_NUMBERS = (
    rf"{_NAMED_CHINESE}|(?:配比|比例|比率|赔率|画幅|宽高比|长宽比)(?:是|为|[:：])? ?\d{{1,3}}[:：]\d{{1,3}}(?![\d:])"
    r"|(?:^|(?<=[\s,，。]))[^,，。\s]{1,7}[^,，。\s看听读唱学练写背借还买追给把去](?=这(?:首歌|首曲子|部电影|部剧|本书|本小说)[真很好不太挺是])"
    rf"|(?:{_SCORED})(?:是|为|了)?[:：]? ?{_TENTHS}|{_TENTHS}(?=的?(?:{_SCORED}))"
    rf"|(?:号码牌?|排号|桌号|座号|房号)(?:是|为)?\d{{1,4}}号"
    rf"|(?:{_LABEL})(?:是|为)?[:：]? ?(?!(?:19|20)\d\d-?[01]\d-?[0-3]\d(?!\d))[a-z]{{0,4}}[-\d]{{4,24}}(?![\d-]|[年月])"
)
_CLOCK = lazy_pattern(
    r"\b(?:at|@) ?\d|\d(?::\d\d| ?[ap]\.?m\b)|\b(?:noon|morning|afternoon|evening|tonight|lunch|dinner)\b"
    r"|[\d一二两三四五六七八九十]点|[早晚]上|[上下中]午"
)
_MAY_BE_ENGLISH = lazy_pattern(r"day|morrow|every night|o'?clock|[:,]\d|\d ?[ap]\.?m\b|fri ?yay|noon")
_MAY_BE_CHINESE = lazy_pattern(
    rf"周|星期|礼拜|明[天日]|今[天年日夜]|[六九五]月|黄昏|过得|正午|点|号|今日|[后昨]天|双|[比率幅]|这[首部本]|{_LABEL}"
)


def blanked(text: str, blank: str) -> str:
    """A folded line with what only looks like a time replaced, sign by sign, by `blank`."""

    def without(source: str) -> str:  # compiled by the first line that needs it, as the rules of the grammar are
        return compiled_pattern(source).sub(lambda match: blank * len(match.group()), text)

    for trigger, numbers, days in (
        (_MAY_BE_ENGLISH, _ENGLISH_NUMBERS, _ENGLISH_DAYS),
        (_MAY_BE_CHINESE, _CHINESE_NUMBERS, _CHINESE_DAYS),
    ):
        if trigger.search(text) is not None:
            text = without(numbers)
            text = text if _CLOCK.search(text) is not None else without(days)
    return text
