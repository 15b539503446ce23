# ruff: noqa: E501 - a pattern is read best on one line
"""Whom an occasion is about, where no list knows the name: whoever stands as the object of a contact verb.

Nobody has a list of all jobs and relations ("the ward pharmacist", 我导, "Jonas's football coach"). But one talks to
people only, so what stands behind "talk to" is one; behind "see" and "call" it is one if it is somebody's ("my ex") or
sounds like one who does something (-er, -ist, 员, 师).
"""

from __future__ import annotations

from assistant.language.patterns import lazy_pattern

_STRONG = lazy_pattern(
    r"\b(?:(?:talk|talking|speak|speaking|chat|chatting|write|writing|reply|replying|respond|responding|apologi[sz]e|get back|report|sit next|stand next|next) (?:to|with|back to)|(?:meet|meeting)(?: up)?(?: with)?|(?:run|running|bump|bumping|walk) into|catch(?:ing)?(?: up)?(?: with)?|hang(?:ing)? out with|sit(?:ting)? down with|get together with|hear(?:ing)? (?:back )?from"
    r"|(?:get |be |am |'m |are |'re )?in touch with|get(?:ting)? hold of|text|texting|ring|ringing|phone|phoning|ping|message|messaging|greet|thank|(?:a |had )?word with|touch base with|cross(?:ing)? paths with|finish(?:ing)? with|leave|face|pass|reach|(?:lunch|dinner|coffee|breakfast|drinks?|calls?|chats?|meetings?|1[:-]1|one-on-one|appointments?|sessions?|syncs?|lessons?|talks?|catch-?ups?|check-?ins?|conversations?|contacts?|dealings|e-?mails?|messages?) (?:with|to|from)|get with|have|got|'ve got|i'm with|i am with|am with|be with|alone with|on the phone with) "
)
_WEAK = lazy_pattern(
    r"\b(?:see|seeing|call|calling|e-?mail|e-?mailing|mail|visit|visiting|contact|find|spot|work with|working with|dealing with|deal with|(?<!busy )(?<!done )(?<!stuck )(?<!help )with|it's|it is|tell|ask|fetch|collect|pick up) "
)
_PAIR = lazy_pattern(
    r"^\s*(?:it'?s (?:just )?)?(?:(?P<before>[a-z][a-z' -]{1,40}?) and (?:i|me)|(?:i|me) and (?P<after>[a-z][a-z'. -]{1,40}?)(?= (?:next|finally|end|both|get|are|meet|talk|speak|chat|call|see|catch|work|have|sit|in touch|write|email|text|cross)(?:ing)?\b))"
)
_COMES = lazy_pattern(
    r"^\s*(?P<who>(?:the|my|our|his|her|their|[a-z]+'s) [a-z' -]{2,40}?) (?:next |finally |actually )?(?:calls?|rings?|phones?|writes?|e-?mails?|texts?|messages?|pings?|comes?|is (?:in touch|here|around|back|in|on|mentioned|next)|gets? (?:in touch|back|here)|shows? up|turns? up|pops? (?:up|in|by)|drops? (?:by|in)|stops? by|walks? in|visits?|arrives?|asks?|needs?|wants?|answers?|replies|talks?)\b"
)
_LED = lazy_pattern(r"(?:for|with|re|about) ")
_NP = lazy_pattern(
    r"(?P<det>(?:the|my|our|his|her|their|[a-z]+'s) )?(?P<words>[a-z][\w-]*(?:'s)?(?: [a-z][\w-]*(?:'s)?){0,3}?)(?P<from> (?:from|at|in|of) (?:the )?[a-z][\w-]*(?: [a-z]+(?= (?:next|again)|$))?)?(?=$|[,.;:]| \(| (?:sooner|next|again|and|or|about|on|at|to|today|tomorrow|tonight|this|for|in|is|the|when|before|after|by|over|regarding|with|soon|later|i|we|gets?|comes?|calls?|finally)\b)"
)
_NOBODY_WORDS = """
a an any some every each all no it this that these those there here who what one two someone somebody anyone anybody
everyone everybody people friends clients customers customer client colleagues guests guest visitors strangers him
her them me us you deadline deadlines traffic problem problems trouble budget bank office school shop team group class
work home town bed time meeting meetings letter letters paper papers computer laptop printer water dinner order orders
counter corner number folder weather server newsletter theatre center centre router scanner poster chapter offer kids
family supplier suppliers students phone inbox mail email spreadsheet taxes tax report car house garden lunch coffee
charger timer calendar drawer freezer cooker boiler heater shower sewer flower flowers river tower ladder leather
butter sugar summer winter october november december september number motor monitor mirror tractor error floor door
list checklist playlist
"""
_NOBODY = frozenset(_NOBODY_WORDS.split())
_DOES = lazy_pattern(
    r"(?:\w{2,}(?:er|or|ist|ian)|\w*(?:student|agent|president|resident|patient|parent|assistant|accountant|consultant|attendant|tenant|registrar|man|woman|minder|sitter|nanny|rep|nurse|coach|guy|lady|lord|chef|vet|gp|ex|nan|nana|boss|girl|boy|mate|tutor|parents?|neighbou?r|aunt|uncle|cousin|niece|nephew|sis|bro|gran|granny|pal|friend|partner|fianc[eé]e?|priest|vicar|midwife|pm|cto|ceo|cfo|lead|head|chief|clerk|cook|host|judge|monk|nun|pilot|porter|teller|guide|intern|medic|principal|dean|concierge|crew|in-law|kid|son|daughter|wife|husband|twins?|folks|physio|super|rabbi|imam|pastor))$"
)


def is_doer(word: str) -> bool:
    """Whether an English word in small letters sounds like one who does something: -er, -ist, a role."""
    return _DOES.search(word) is not None and word not in _NOBODY


def find_noun_phrase(occasion: str, folded: str) -> tuple[int, int] | None:
    """Where the words stand that name whom an English occasion is about; None when it is about nobody.

    Args:
        occasion: as written.
        folded: the same in small letters.
    """
    pair = _PAIR.match(folded)
    if pair is not None:
        group = "before" if pair["before"] else "after"
        return _person_at(occasion, folded, pair.start(group), pair.end(group), is_strong=True)
    strong = _STRONG.search(folded)
    if strong is not None:
        found = _person_at(occasion, folded, strong.end(), len(folded), is_strong=True)
        if found is not None:
            return found
    weak = _WEAK.search(folded)
    if weak is not None:
        is_seen = "deal" not in weak[0] and "work" not in weak[0] and "it" not in weak[0][:2]
        return _person_at(occasion, folded, weak.end(), len(folded), is_strong=False, is_seen=is_seen)
    led = _LED.match(folded)
    if led is not None:
        return _person_at(occasion, folded, led.end(), len(folded), is_strong=False)
    comes = _COMES.match(folded)
    if comes is not None:
        return _person_at(occasion, folded, comes.start("who"), comes.end("who"), is_strong=False, is_seen=False)
    return None


def _person_at(
    occasion: str, folded: str, start: int, end: int, *, is_strong: bool, is_seen: bool = True
) -> tuple[int, int] | None:
    match = _NP.match(folded[:end], start)
    if match is None:
        return None
    words = match["words"].split()
    if not _NOBODY.isdisjoint(words[-1:] + words[:1]):
        return None
    first = occasion[match.start("words") : match.end("words")].split(maxsplit=1)[0]
    is_named = first[0].isupper() and not (first.isupper() and match["det"])  # "the AGM" is nobody
    is_owned = match["det"] is not None and match["det"].strip() != "the"
    has_sign = _DOES.search(words[-1]) is not None or is_named
    if not (has_sign or (is_strong and match["det"]) or (is_seen and is_owned and len(words) == 1)):
        return None
    return match.start(), match.end()


_WITH_CHINESE = lazy_pattern(
    r"(?:跟|和|与|(?<![合会共协陪])同(?![意学事时样]))(?P<name>[^，,。\s]{1,12}?)(?=下次|再|又|见面?|碰面|碰头|碰|聊|说|讲|联[系络]|通[话电]|打交道|打电话|来往|往来|沟通|唠|坐|搭上?话?|开[会个]|吃|喝|聚|约|交流|视频|谈|在一[起块]|一[起块]|会面|共事|合作|接触|对话|微信|面谈|商量|讨论|的(?:时候|会|电话)|$)"
)
_MET_CHINESE = lazy_pattern(
    r"(?:见到|见着|见了|碰到|碰上|碰见|遇到|遇上|遇见|瞅见|撞见|撞上|看见|看到|找到|约到|联[系络]上|联[系络]到|联[系络]|拜访|看望|探望|等到|找(?!我)|约(?!会|好)|见(?!证|识|效|底|面|解|习|闻|光|红|好|到|着|了))(?P<name>[^，,。\s]{1,12}?)(?=$|了|的时候|时|找我|或者|一次|必|再|本人|一面|之后|之前|提醒)"
)
_CALLED_CHINESE = lazy_pattern(
    r"(?:给|向|打给|发给|写给)(?P<name>[^，,。\s]{1,8}?)(?=打个?电话|打视频|发(?:个?消息|个?微信|个?邮件|短信|信息)|写(?:信|邮件|封)|回(?:个?电话|个?消息|信|邮件|微信|电)|留言|致电|汇报)"
)
_COMES_CHINESE = lazy_pattern(
    r"^(?:又|再)?(?P<name>[^，,。\s]{1,10}?)(?:要是|如果|若是?|万一|主动|下次|再|又)?(?=找我|在的|在$|来[了找电]|打电话|打来|联系我|回来|到了|上门|露面|给我|过来|问起)"
)
_NOBODY_CHINESE = lazy_pattern(
    r"^(?:客户|顾客|供应商|人|大家|朋友们?|同事们?|学生们?|别人|有人|[他她它你我俺咱]们?|谁|领导们|机会|bug|报错)$|(?:问题|困难|麻烦|情况|堵车|红灯|雨|雪|打折|促销|机会|客户|顾客|供应商|书|文件|邮件|合同|题|词|事情?|价格?|路|车|店|餐|票|剧|电影|超市|医院|银行|学校|图书馆|药店|公园|[的了着过])$|^(?:跟|和|与|给|见|碰|遇|打|写|买|做|去|到|看|跑|开|洗|交|订|修|改|填|练|学|收|整理|准备)"
)


def find_chinese_phrase(folded: str) -> tuple[int, int] | None:
    """Where the words stand that name whom a Chinese occasion is about, in small, simplified letters."""
    for pattern in (_WITH_CHINESE, _MET_CHINESE, _CALLED_CHINESE, _COMES_CHINESE):
        match = pattern.search(folded)
        if match is not None and not _NOBODY_CHINESE.search(match["name"]):
            return match.span("name")
    return None
