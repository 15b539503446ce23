# ruff: noqa: E501 - a pattern or a table row is read best on one line
"""Standing rules for the assistant: "always answer me in Chinese", "from now on ...", 以后都用中文回答.

A rule must be meant for the assistant and for good: "I always answer late" and "answer this in Chinese" are neither.
"""

from __future__ import annotations

import re

from assistant.domain.item import Language
from assistant.language import rule_signs
from assistant.language.patterns import lazy_pattern

_PLEASE = r"(?:please |pls |hey |ok(?:ay)? |and |also |so |sidemind[,:]? |remember[,:]? |note[:,] |(?:can|could|would|will) you (?:please )?|i(?:'d| would) like you to |i (?:want|need|expect) you to |you (?:should|must|have to|need to|are to) )*"
_FROM_NOW = r"(?:from (?:now|here|today|this (?:point|moment)) on(?:wards?)?(?: out)?|going forward|in (?:the )?future|henceforth|(?:in|for|with|throughout) (?:(?:all|any|each|every)(?: of)? )?(?:your |my )?(?:future )?(?:answers?|repl(?:y|ies)|responses?|explanations?|summar(?:y|ies))|for all (?:future|your) [a-z]+)"
_FOR_ASSISTANT = (
    "answer|reply|respond|include|format|cite|summari[sz]e|translate|explain|highlight|address|provide|list|mention|give|show|write|use|add"
    "|keep|start|begin|end|finish|put|convert|round|quote|avoid|assume|refer|spell|sort|number|say|speak|talk|tell|remind|ask|call|sign|prefer|stick|limit|skip"
    "|suggest|recommend|offer|present|structure|organi[sz]e|break|compare|note|warn|point|state|describe|specify|make|check|consider|link|attach|display|return|order|rank|group|label|define|leave|do|be|invent|fabricate|guess|repeat|apologi[sz]e|flatter|lecture|moralize|shorten|simplify|abbreviate|capitali[sz]e|correct|count|open|close|drop"
)
_LINK = lazy_pattern(
    r"\b(?:when(?:ever)?|every ?time|if|any ?time|each time) (?:i|we) (?:ask|request|want|need|inquire|talk|bring|mention|write|send|give|share|discuss|query|say)\b"
    r"|\b(?:when(?:ever)?|every ?time|if|any ?time|each time) you\b|\byour? (?:\w+ )?(?:answers?|repl(?:y|ies)|responses?|messages?|explanations?|summar(?:y|ies)|suggestions?|lists?|tone|sentences)\b"
    r"|\b(?:answer|reply|respond|speak|talk|write|address|call|remind|tell|show|give|send|explain|greet)(?: to)? (?:me|my)\b|\bin (?:chinese|english|mandarin|german|french|spanish|plain english|simplified chinese|traditional chinese)\b"
    r"|\b(?:sources?|citations?|bullet points?|metric|celsius|emojis?|markdown|24-hour|dates?|units?|currenc(?:y|ies)|footnotes?|jargon|formal|informal|concise|brief|short|long(?:er|est)? (?:answers|sentences)|step[- ]by[- ]step|tables?|headings?|exclamation marks?|question marks?|capital letters|capitals|hyphens?|dashes|commas|quotation marks|abbreviations?|acronyms?|slang|swear words|introductions?|preambles?|conclusions?|greetings?|small talk|filler|spellings?|metaphors?|jokes?|wording|sentences?|paragraphs?|decimals?|percentages?|grams|kilograms|kilomet(?:re|er)s|miles|euros?|dollars?|francs|pounds|yuan|exclamations|opinions?|disclaimers?|caveats?|hyperlinks?|links|facts)\b"
)
_WHEN_I_ASK = lazy_pattern(r"\b(?:when(?:ever)?|every ?time|if|any ?time|each time) (?:i|we) (?:ask|inquire|request)\b")
_STRONG = lazy_pattern(
    r"^(?:answer|reply|respond|cite|summari[sz]e|format|translate|explain|address|refer to me|call me|include|provide|highlight|mention)\b"
)
_STANDING = lazy_pattern(
    rf"^\s*{_PLEASE}(?:{_FROM_NOW},? (?:on,? )?(?:and )?(?:please |pls )?(?:you (?:should|must) |i(?:'d| would) (?:like|prefer|want) (?:you to |it if you )?|i want you to )?)?"
    rf"(?P<adverb>always|never|make sure (?:to always|you always|to never|you never|always to)|be sure to always|remember to always|don'?t ever|do not ever|stop|no more|only(?: ever)?|by default,?|consistently) (?P<act>.+)$"
)
_FROM_NOW_START = lazy_pattern(rf"^\s*{_PLEASE}{_FROM_NOW},? (?:on,? )?(?P<act>.+)$")
_FROM_NOW_END = lazy_pattern(
    rf"^\s*{_PLEASE}(?P<act>(?:{_FOR_ASSISTANT}|don'?t|do not|no|stop)\b.+?),? (?:{_FROM_NOW}|always|every time|each time|at all times|by default|without exception)[.! ]*$"
)
_MIDDLE = lazy_pattern(
    rf"^\s*{_PLEASE}(?P<act>(?:answer|reply|respond|speak|write|talk)(?: to)? (?:me |my questions )?(?:always|only|exclusively) .+)$"
)
_WHEN_ASKED = lazy_pattern(
    rf"^\s*{_PLEASE}(?:when(?:ever)?|every ?time|any ?time|each time|if) (?:(?:i|we) (?:ask|request|inquire|query|want to know)(?: you| for| about)?\b|you (?:answer|reply|respond|write|explain|list|give|mention|cite|show|summari[sz]e|translate|suggest|recommend|quote|format|address|use|refer|make|create|draft|provide|generate)\b)[^,]{{0,120}}, ?(?:please |then |always |never |make sure to |i want you to |you should )*(?P<act>(?:{_FOR_ASSISTANT}|don'?t|do not|never|always)\b.+)$"
)
_PREFERENCE = lazy_pattern(
    r"^\s*(?:i(?:'d| would)? (?:always |much |generally )*(?:prefer|like|want|need) (?:(?:all |my |your )*(?:answers|replies|responses|explanations|summaries|dates|times|prices|temperatures|units|lists|code|examples)\b.+|you to (?:always|never)\b.+|(?:short|brief|concise|long|detailed|formal|informal|simple|direct|plain) (?:answers|replies|responses|explanations)\b.*)|i(?:'d)? (?:much |always |generally )*(?:prefer|rather have) (?:short |long |plain |numbered )*(?:tables?|bullet points|bullets|lists|prose|paragraphs|plain text|sentences|examples|headings|footnotes|summaries|metric|celsius|\d+-hour)\b.*)$"
)
_ADDRESSED_AS = lazy_pattern(
    rf"^\s*{_PLEASE}(?:(?:address|refer to|greet) me (?:as|by|with|only)|call me (?!when|if|at|on|back|in|later|tomorrow|tonight|today|soon|as soon|asap|once|before|after|again|now|please|to|from|about|any))\b ?.+$"
)
_OWN = lazy_pattern(
    r"^(?:i|i'm|i'll|i've|we|we're|he|she|they|it|my|the|there|this|that|our)\b(?!(?:'d| would) (?:like|prefer) (?:you|it|your)| (?:want|need|expect|prefer) (?:you|your))"
)
_NEVER_RULE = lazy_pattern(
    r"^(?:mind|ever|forget (?:to|that|the|your|who|how)|give up|say never|look back|trust|stop (?:learning|dreaming|believing)|be afraid|too late|again|heard|been|seen|had|was|knew|thought|wear|drink|eat|look on|be (?:yourself|kind|happy|prepared|grateful))\b"
)

_AS_RULE = r"(?:一直|始终|永远|总是|都|一律|全部|统统|只|均|每次都?|务必|尽量|默认)"
_ZH_FROM_NOW = (
    r"(?:以后|今后|往后|从今(?:以后|天起|天开始|往后|起)?|从现在(?:开始|起)?|此后|从此(?:以后)?|接下来|之后|将来|日后)"
)
_ZH_DO = (
    r"(?:回答|回复|答复|答|回我|用(?:中文|英文|英语|汉语|普通话|简体|繁体|简体字|繁体字|双语|德语|法语|日语|公制|摄氏|表格|列表|敬语|口语|简短|一句话|人民币|24小时制|阿拉伯数字|markdown|要点)|说(?:中文|英文|英语)|讲(?:中文|英文)|称呼|叫我|列|写|翻译|总结|概括|注明|标[注明出]|给出|给我|附上|加上|带上|引用"
    r"|解释|说明|举例|分点|按|使用|提供|包含|包括|显示|格式|把(?:日期|时间|金额|温度|单位|来源|结论)|先(?:给|说|列|讲)|省略|避免|不要|别|不用|不必|不准|禁止|请|简短|简洁|详细|保持|精确|保留|推荐|考虑|提醒|换算|转换|折算|换成|写成|统一|标注|告诉我|列出|忽略|跳过|去掉)"
)
_ZH_LINK = lazy_pattern(
    r"回答|回复|答复|回我|答案|称呼我|叫我|跟我说|对我说|和我说|你|用(?:中文|英文|英语|汉语|普通话|简体|繁体|双语|德语|法语|日语|公制|摄氏|表格|列表|敬语|人民币|24小时制|markdown|要点)|说中文|说英文|讲中文|来源|出处|引用|解释|总结|翻译|表情|emoji|日期|单位|格式|语气|术语|例子|举例|要点|我(?:问|提问|让你|要你|请你)|分点|步骤|摄氏|公制|开场白|客套|寒暄|废话|引言|标题|段落|句子|字数|篇幅|列表|表格|标点|感叹号|问号|换算|人民币|美元|欧元|公里|公斤|用量|ISO|iso|小时制"
)
_ZH_THINGS = (
    r"(?:日期|时间|时刻|金额|价格|钱|货币|温度|单位|数字|距离|重量|长度|来源|出处|代码|标题|术语|人名|地名|表格|列表)"
)
_ZH_ANSWERING = r"(?:说|列|给出|给我|告诉我|写|回答|回复|总结|显示|换算|标|注明|附上|带上|用|按|分|举例|解释|提醒我?|提到|提供|推荐|别|不要|一律|都|请|先)"
_ZH_STANDING = (
    # 我问菜谱的时候，用量一律用克
    lazy_pattern(
        rf"^\s*(?:{_ZH_FROM_NOW}[，, ]?)?(?:请|只要|每当|每次|当|如果|要是|凡是|在)*(?:我(?:一?问|提问|让你|请你|叫你|要你)|问你|让你|请你|你(?=回答|回复|写|列|解释|翻译|总结|推荐|提到|引用))[^，,]{{0,30}}?(?:时候?|的时候|的话|，|,)+[，, ]?(?!我|他|她)[^，,]{{0,12}}?{_ZH_ANSWERING}.*$"
    ),
    lazy_pattern(
        rf"^\s*(?:每次|每当|当|如果|要是)?我(?:要|想要|需要)[^，,]{1, 16}(?:的时候|时)[，, ]?(?:请|都|要|先|一律|务必)*(?:说|列|给我|告诉我|写|回答|回复|总结|显示|换算|标|注明|附上来源|分点|举例|解释).*$"
    ),
    # 日期都用ISO格式
    lazy_pattern(
        rf"^\s*(?:请|所有的?|全部|凡是)*{_ZH_THINGS}(?:请|都|一律|全部|统统|统一|永远|始终|要|总是)+(?:用|写成|换算成|按|保留|标|显示|采用|以|注明|给出|列).+$"
    ),
    # 以后说到钱都换算成人民币
    lazy_pattern(
        rf"^\s*(?:{_ZH_FROM_NOW}[，, ]?)?(?:请|凡是|只要|每次|每当)*(?:说到|提到|涉及|谈到|讲到)[^，,]{{1,12}}?(?:的?时候?|的话)?[，, ]?(?:请|都|一律|要|全部)+(?:{_ZH_DO}|[用按以]).*$"
    ),
    lazy_pattern(
        r"^\s*(?:请|麻烦|你|千万|永远)*(?:不要|别|不准|禁止|不许|切勿)再?(?:编造?|杜撰|瞎?猜|胡说|重复|道歉|说教|啰嗦|虚构|奉承).*$"
    ),
    lazy_pattern(
        r"^\s*(?:(?:比起|相比|与其)[^，,]{1,12}?[，, ]?)?我(?:更|比较|一直|总是)+(?:喜欢|偏好|倾向于?|想要|希望)(?:你|看到?|用)?.{0,8}?(?:回答|答案|回复|解释|表格|列表|要点|段落|格式|语气|例子|句子).*$"
    ),
    lazy_pattern(r"^\s*我(?:只|很)?(?:喜欢|想要|希望看到|偏好)[^，,]{0,8}(?:回答|答案|回复|解释).*$"),
    lazy_pattern(
        rf"^\s*(?:请|麻烦|拜托|那|希望你?|我希望你?|我要你|我想让你|你|sidemind[，,]?|记住[，,:：]?|备忘[:：]?)*{_ZH_FROM_NOW}[，, ]?(?:请|你|麻烦|希望你|我希望你|{_AS_RULE}|要|得|应该|回答我?(?:问题)?(?:时|的时候)?[，,]?|跟我|和我|对我|给我|每次|在|凡是|不论|无论)*{_ZH_DO}.*$"
    ),
    lazy_pattern(
        rf"^\s*(?:请|麻烦|拜托|你|希望你|我希望你|我要你|我想让你|记住[，,:：]?|务必|一定要?)*{_AS_RULE}(?:要|请|给我|跟我|对我|和我)?{_ZH_DO}.*$"
    ),
    lazy_pattern(
        rf"^\s*(?:请|麻烦|你|希望你|我希望你)*(?:回答|回复|答复|跟我说话|和我说话|对话|交流)(?:我|我的?问题|问题)?(?:时|的时候|中|里)?[，, ]?(?:请|要|你)*{_AS_RULE}.+$"
    ),
    lazy_pattern(
        rf"^\s*(?:请|只要|每当|每次|当|如果|凡是|在)*(?:我|你)(?:问|提问|问到|问起|询问|回答|回复|写|列|解释|翻译|总结|推荐|让你)[^，,]{{0,40}}(?:时|的时候|时候|的话|，|,)+[，, ]?(?:请|你|要|{_AS_RULE}|务必|一定要?|记得)*{_ZH_DO}.*$"
    ),
    lazy_pattern(
        r"^\s*(?:请|麻烦|你)*(?:再也|永远)?(?:不要|别|不准|禁止|不许)再?(?:用|说|使用|加|发|叫我|给我|跟我).*(?:了|表情|emoji|术语|英文|中文|符号|感叹号|缩写|俚语)[。.!！]*$"
    ),
    lazy_pattern(
        r"^\s*我(?:更|比较|一直|总是)?(?:喜欢|希望|想要|偏好|要求)(?:你)?(?:的)?(?:回答|答案|回复|解释|日期|单位|格式|例子|总结).+$"
    ),
)
_ZH_OWN = lazy_pattern(
    r"^\s*(?:以后|今后|从今|从现在|从此)?(?:开始|起|以后)?[，, ]?(?:我(?!希望|要你|想让你|一?问|提问|让你|请你|叫你|喜欢|更喜欢|比较喜欢|更?偏好|要求|(?:想?要|需要)[^，,]{1,16}?(?:的时候|时)[，, ]?(?:先|请|都|列|给我|告诉我|说))|他|她|我们|他们|公司|学校)"
)
_ZH_ASKS = lazy_pattern(r"(?:吗|呢)[\s。.!！]*$|[?？]\s*$|为什么|怎么老")


def is_english_rule(sentence: str) -> bool:
    """Whether a folded sentence is a standing rule."""
    is_asked = sentence.rstrip().endswith("?") and not re.match(r"\s*(?:can|could|would|will) (?:you|u)", sentence)
    return not is_asked and (_has_form(sentence) or rule_signs.is_english(sentence))


def _has_form(sentence: str) -> bool:
    if sentence.rstrip().endswith("?") and not re.match(r"\s*(?:can|could|would|will) you", sentence):
        return False
    if _OWN.match(sentence.strip()) and not _PREFERENCE.match(sentence):
        return False
    if any(form.match(sentence) for form in (_WHEN_ASKED, _MIDDLE, _PREFERENCE, _ADDRESSED_AS)):
        return True
    match = _STANDING.match(sentence)
    if match is not None and not _NEVER_RULE.match(match["act"]):
        return bool(_is_for_assistant(match["act"], sentence))
    match = _FROM_NOW_END.match(sentence)
    if match is not None:
        return bool(_STRONG.match(match["act"]) or _LINK.search(sentence))
    match = _FROM_NOW_START.match(sentence)
    return match is not None and not _OWN.match(match["act"]) and _is_directive(match["act"])


def _is_for_assistant(act: str, sentence: str) -> bool:
    if _WHEN_I_ASK.search(sentence):
        return True
    is_known = re.match(rf"(?:{_FOR_ASSISTANT})(?:ing)?\b|using\b|giving\b|adding\b", act) is not None
    return is_known and bool(_STRONG.match(act) or _LINK.search(sentence))


def _is_directive(act: str) -> bool:
    return (
        re.match(
            rf"(?:please |always |never |only |don'?t |do not |no |stop |you (?:should|must|will) |i(?:'d| would) (?:like|prefer) |i (?:want|need|prefer) )*(?:{_FOR_ASSISTANT}|more|emojis|you|your)\b",
            act,
        )
        is not None
    )


def is_chinese_rule(sentence: str) -> bool:
    """Whether a folded, simplified sentence is a standing rule."""
    if _ZH_ASKS.search(sentence) or (_ZH_OWN.match(sentence) and not rule_signs.is_chinese(sentence)):
        return False
    if "提醒我" in sentence and re.search("回答|回复|你", sentence) is None:
        return False
    if any(form.match(sentence) for form in _ZH_STANDING) and _ZH_LINK.search(sentence) is not None:
        return True
    return rule_signs.is_chinese(sentence)


_IN_CHINESE = lazy_pattern(
    r"\b(?:in|use|speak) (?:simplified |traditional )?(?:chinese|mandarin)\b|用(?:简体|繁体)?(?:中文|汉语|普通话)|说中文|讲中文",
    re.IGNORECASE,
)
_IN_ENGLISH = lazy_pattern(
    r"\b(?:in|use|speak) (?:plain |simple )?english\b|用(?:英文|英语)|说英[文语]|讲英[文语]", re.IGNORECASE
)
_NOT_IN = lazy_pattern(r"\b(?:never|don'?t|do not|not|stop)\b|不要|别|不用|不准", re.IGNORECASE)
_SOMETIMES = lazy_pattern(r"\b(?:when(?:ever)?|if|unless|for) \b|的时候|如果|要是|每当", re.IGNORECASE)


def answer_language(rule: str) -> Language | None:
    """The language that a rule asks all answers to be in; None when it asks for none, or only sometimes."""
    if _NOT_IN.search(rule) or _SOMETIMES.search(rule):
        return None
    is_chinese, is_english = _IN_CHINESE.search(rule) is not None, _IN_ENGLISH.search(rule) is not None
    if is_chinese == is_english:
        return None
    return Language.CHINESE if is_chinese else Language.ENGLISH
