# ruff: noqa: E501 - a pattern is read best on one line
"""Chinese intentions in any order: 要是又跟李工联系上了，提醒我问预算，说一次就行.

Like `intention_free.py`: the clause with a sign of an occasion (下次, 每次, 只要, 要是, 等, or what one is about to do) is the
occasion, what is left without the wish (提醒我, 叫我, 跟我说一声) and asides is the action. The wish must be spoken out, or
the occasion can be nothing else.
"""

from __future__ import annotations

import re

from assistant.language.intention_english import Parts
from assistant.language.patterns import lazy_pattern

_ME = r"(?:我|俺|咱|me)"
_WISH = lazy_pattern(
    rf"(?:请|麻烦[您你]?|记得|到时候?|到时|再|都|就|务必|一定|先|帮{_ME}?|替{_ME}|[您你]都?得?|也|要|所以|每[次回]|回回|次次|可以|能不能|好歹|，|,|\s)*"
    rf"(?:提醒(?:{_ME}|一下|一声)(?:一下|一声)?|remind ?{_ME}(?: to)?|[叫喊](?:{_ME})(?!的|老|小|阿)(?:一声|一下)?|戳(?:{_ME})?(?:一下|下)?|(?:跟|和|给|对|向){_ME}(?:说|讲|提)(?:一?(?:声|嘴|下|句))?|告诉{_ME}(?:一?声)?|通知{_ME}|帮{_ME}?(?:记着|想着点?|盯着点?|记一?下|惦记着|留意|看着点)|(?:别|不要|不能)让{_ME}(?:给)?忘[了记掉]?|催{_ME}(?:一下)?|[您你](?:就|都)?得?说(?:一?[句声嘴])?|念叨(?:一[句下声])?|提个醒|提示{_ME})"
    r"(?:一下|一声|要|去|得|记得|一定|先|应该|该|把这事|这事|这件事)?"
)
_OTHERS_WISH = lazy_pattern(
    r"(?:手机|闹钟|软件|系统|app|学校|公司|老板|妈妈?|他们?|她们?|它|谁|大家|公告|牌子|医生|老师)(?:也|会|就|都|老|总|一直|老是|总是)*(?:提醒|叫|告诉)|不用提醒|别提醒|不要提醒|谢谢?提醒|提醒[了过的]|什么提醒|提醒都"
)
_MANY = r"(?:以后|今后|往后|往后头)?(?:每一?[次回]|每当|每逢|每每|逢|但凡|凡是|凡|只要|甭管|不管|无论|不论|every ?time|whenever)(?:(?:什么|啥|何)时候?|第?几[次回]|怎样|如何)?[，,]?"
_ONCE = r"下一?[次回]|这[次回](?!就好)|再(?=跟|和|见(?![的，,。吧！!]|$)|碰|遇|去|次|[\u4e00-\u9fff]{2,12}(?:的时候|时))|等(?=我|到|下|见|哪|真|要|[\u4e00-\u9fff]{2,12}(?:了|时|的时候|[，,]))|要是|如果|若是?|万一|哪天|改天|回头|过[两几]天|有空|什么时候(?=见|碰|遇|去|有空|跟|和)|next ?time|when|这周|这两天|最近要|当(?=我)|趁"
_ALWAYS_ONE = r"我?一(?=见|跟|和|碰|遇|提|到|看|[\u4e00-\u9fff]{2,6}(?:你就|我就|就))"
_HEAD = lazy_pattern(
    rf"(?P<many>{_MANY}|{_ALWAYS_ONE}|立个?(?:新?规矩|习惯)[，,：:]|(?:往后|今后|以后|今后凡)(?=跟|和|见|碰|遇|与|去|[\u4e00-\u9fff]{{1,12}}[，,](?:每[次回]|回回|次次)))|(?P<one>{_ONCE})"
)
_END = lazy_pattern(
    r"的时候|的时侯|的话|时候|(?<!有|小|及|准|同|按|临|当)时(?!间|代|装|尚|机|差|刻)|之前|以前|之后|以后|(?<![一二三四五六七八九十百千两\d])(?<!先|目|眼|以|从|提|面)前(?!台|任|辈|端|夫|妻)|(?<!以|今|往|然|最|背|前|售|产|善)后(?!台|面|天|勤|辈|端|院)|(?=都[得要会叫提请给帮])|(?=就(?:要|得|提醒|叫|喊|跟|给|告诉|一定))|(?=[您你](?:都|就|每|得|要))|(?=必(?:须|定)?)|(?=一定)|(?=务必)|(?=一律)|(?=记[得着])|(?=别忘)|(?=不要忘)|(?=别让)|(?=顺[便手路])|(?=麻烦)|(?=请)|(?=先(?!生))|(?=我?(?:必须|得|要|应该)(?!求|紧|是|到|了|跟|和|见|去))|(?=我就(?:忘|容易))|(?=提醒)|(?=remind)|(?=叫[我俺])|(?=喊[我俺])|(?=跟[我俺][说讲])|(?=告诉[我俺])|(?=帮[我俺]?[记想盯])|(?=一次(?:就)?提醒)|了(?=$|提醒|叫|喊|跟|告诉|[，,])"
)
_LEAD_OCCASION = lazy_pattern(
    r"^(?:[，,\s]|我们?(?!爸|妈|爷|奶|哥|姐|弟|妹|老|女|男|导|媳|儿|家|爹|舅|叔|姨|姑|婶|嫂|婆|公|外|表|堂|室|同)|俺|咱们?|i |又|再|要(?!求)|真要?|会|到|轮到|去(?=[\u4e00-\u9fff]{2})|在|下一?[次回]|每一?[次回]|准备|打算|想)+"
)
_ASIDE = lazy_pattern(
    r"^(?:[哎诶嗯哦啊喂]?(?:对了|那个|哎|嗯|好|行|ok|btw)|谢谢[您你]?|谢[啦了]|多谢|拜托了?|麻烦[您你]?了?|说?一次就[行好够]了?|就这?一[次回]|只要?一[次回]|说完就算了|不止这一[回次]|[次回]{2}都[要说得是]?|每[次回]都?(?:要|说|是|提醒|得|一样)?|别嫌烦|回回|次次|永远|长期有效|立个规矩|新规矩|有?件事老?(?:拖着|忘)|想起来个事儿?|(?:我|俺)?(?:老|总|老是|总是|又|容易|一定会|肯定会)(?:忘|忘事|忘了?|记不住)|(?:我|俺)?(?:最近)?记性(?:太|不|很|越来越)?[差好].*|不然(?:又|会|我)?.*|上[次回](?:就|又|都)?.*|怪不好意思的?|到时候?(?:再说|说)?|再说|以后|今后|从今以后|往后|就好|提醒一次就好|说一声|先忙|哈|啊|哦|吧|了|省得.*|免得.*|要不然.*|否则.*|因为.*|脑子.*|这事.*|一次|我)+[哈啊哦吧呢了]?$"
)
_NEEDS = lazy_pattern(
    r"^(?:我|俺|咱)?(?:就|都|也|还|先)*(?:得(?!到)|要(?!求|紧)|必须?|一定要?|务必|应该|该|需要|记[得着]|别忘了?|不要忘了?|顺[便手路])"
)
_ORDER = lazy_pattern(
    r"(?:先|再|别|多|少|也|顺便|就)*(?:问(?!题)|带|把|还(?!是|有|会|在|没|要|挺)|告诉|交给?|提(?!前)|送|借|买|拿|附|检查|核对|确认|记(?!者)|拍|道|说(?!不定)|看(?!起来|情况)|要(?:一|个|回|张)|查|写|打(?!雷)|给(?!我)|向|替|帮|代|留|用|定|报|戴|喝|吃|洗|关|开(?!心)|换|签|填|催|谢|祝|恭喜|找|取|领|退|修|备份|保存|复印|打印|量|数一|调|放|收|擦|比较|对比|强调|解释|介绍|推荐|汇报|转告|捎|讨|订|约|请|试|穿|背|念|读|练|清|算|补|改|加|删|存|发(?!现|生)|寄|投|按|装|扔|倒|热|切|泡|充)"
)
_REPEATS = lazy_pattern(
    r"每[次回]|回回|次次|一律|(?<!不)都(?:要|得|提醒|叫|是)|every ?time|不止这一|长期|永远|立个规矩|(?:见|碰|跟)[^，。]{1,10}一次.{0,3}一次|whenever|凡|但凡|只要|甭管|不管|无论|每当"
)
_JUST_ONCE = lazy_pattern(r"(?:说|提醒|就这?|只要?)一[次回](?:就[行好够]|$|[，。])|就[行好]$|说完就算")
_PAST = lazy_pattern(r"^(?:昨|前天|上[次周个]|刚才|那[次天时]|当时|小时候|以前|去年)|[见聊谈碰遇说]过了?$|听说")
_ASKS = lazy_pattern(
    r"什么时候(?!见|碰|遇|去|有空|跟|和)|怎么[样]?(?:拼|写|读|说|关|设)|来着|为什么|几号|多久|[吗么呢]$|有什么|是什么"
)
_ASKED_OF_OTHERS = lazy_pattern(
    r"(?:追?问|打听|看看|看一眼|确认|核[对实]|检查|弄清|搞清|了解|说一?[下说]|记一?下|查)(?!我).+$"
)
_NO_MATTER = lazy_pattern(r"(?:不管|无论|不论|甭管)(?:什么|啥|何)时候?")
_TO_WRITE = lazy_pattern(r"润色|翻译成|译成|写[一首个篇段]{1,2}(?:首|关于|诗|歌)|这句[：:]|用英[文语]怎么")
_WITH_BEFORE = lazy_pattern(r"(?:跟|和|与|同|给|见)[^，,。：:；;]{1,12}$")
_SUBJECT_BEFORE = lazy_pattern(r"(?:^|(?<=[，,。：:；;]))[^，,。：:；;\s]{1,8}$")
_TOWARDS_ME = lazy_pattern(
    r"(?:再|又|主动)?(?:联系|找|约|问|叫|喊|打给|回复|回|给|跟|和|来|打电话|打来|发|出现|上线|回来|到)"
)
_NOT_AHEAD = lazy_pattern(
    r"^(?:下雨|下雪|天[晴黑气]|停电|这样|如此|[他她它](?!们?[来找打])|可能|可以|不行|没|会(?:更|好)|再说|就是|都|一定$|吧|见$|更|有机会|功夫|说不定)"
)
_LONGEST = 300


def find_parts(message: str) -> Parts | None:
    """Occasion and action of a folded, simplified message; None when nothing is wished or nothing lies ahead."""
    message = message[:_LONGEST]
    wish = _WISH.search(message)
    asked = _ASKED_OF_OTHERS.sub("", _NO_MATTER.sub("", message))
    if _OTHERS_WISH.search(message) or _TO_WRITE.search(message) or (wish is None and _ASKS.search(asked)):
        return None
    counted = find_counted(message)
    if counted is not None:
        return counted
    for head in _HEAD.finditer(message):
        if wish is not None and wish.start() <= head.start() < wish.end() and head["one"]:
            continue
        parts = _read(message, head, wish)
        if parts is not None:
            return parts
    return None


_COUNTED = lazy_pattern(
    r"(?P<occasion>[^，,。：:；;]{2,24}?)一[次回](?:就)?(?:提醒|叫|告诉|跟)我(?:说)?一[次回声][：:，,]?\s?(?P<action>.{2,120})$"
)


def holds_wish(words: str) -> bool:
    """Whether an occasion still holds the wish to be reminded, and so was cut in the wrong place."""
    return _WISH.search(words) is not None


def without_aside(message: str, action: tuple[int, int]) -> tuple[int, int]:
    """The action without what is said in passing behind it: 带上户口本，每次都要."""
    start, end = action
    while (cut := max(message.rfind(mark, start + 2, end) for mark in "，,")) > 0 and _ASIDE.match(
        message[cut + 1 : end].strip()
    ):
        end = cut
    return start, end


def find_counted(message: str) -> Parts | None:
    """见李工一次提醒我一次."""
    match = _COUNTED.search(message)
    if match is None:
        return None
    return Parts(match.span("occasion"), match.span("action"), "每次", is_reminding=True, repeats=True)


def _read(message: str, head: re.Match[str], wish: re.Match[str] | None) -> Parts | None:
    if _PAST.match(message) or "小时候" in message[: head.start()]:
        return None
    start, end, after = _occasion(message, head, wish)
    occasion = message[start:end].strip()
    if not 2 <= len(occasion) <= 40 or _PAST.search(occasion) or _NOT_AHEAD.match(occasion):
        return None
    action = _action(message, (head.start(), max(after, end)), wish)
    if action is None or (wish is None and not _is_sure(message, head, action)):
        return None
    is_many = bool(head["many"]) or _REPEATS.search(message[: action[0]] + message[action[1] :]) is not None
    repeats = is_many and (bool(head["many"]) or _JUST_ONCE.search(message) is None)
    return Parts((start, end), action, head[0], is_reminding=wish is not None, repeats=repeats)


def _occasion(message: str, head: re.Match[str], wish: re.Match[str] | None) -> tuple[int, int, int]:
    """Where the occasion begins and ends, and where its clause goes on."""
    start = head.end()
    lead = _LEAD_OCCASION.match(message[start:])
    start += lead.end() if lead is not None else 0
    marks = [place for mark in "，,。；;：:！!？?—→" if (place := message.find(mark, start + 1)) >= 0]
    limit = min(marks, default=len(message))
    stop = _END.search(message, start + 1, limit)
    end = stop.start() if stop is not None else limit
    if wish is not None and start < wish.start() < end:
        end = wish.start()
    before = _WITH_BEFORE.search(message[: head.start()])
    if before is not None:
        start = before.start()  # 跟李工下次聊的时候
    elif (who := _SUBJECT_BEFORE.search(message[: head.start()])) is not None and _TOWARDS_ME.match(message[start:]):
        start = who.start()  # 李工要是联系我
    return start, end, stop.end() if stop is not None else end


_DUTY_BEFORE = lazy_pattern(r"(?:必须?|都要|都得|得|要|记[得着]|一定|都)$")
_DUTY = lazy_pattern(rf"都(?:{_ORDER.pattern}|{_NEEDS.pattern[1:]})")


def _is_sure(message: str, head: re.Match[str], action: tuple[int, int]) -> bool:
    """Without a wish: what is to be done must be said as a duty, or as an order behind 下次 and 每次."""
    rest = message[action[0] :]
    if _NEEDS.search(rest) or _DUTY.match(rest) or _DUTY_BEFORE.search(message[: action[0]]):
        return True
    if message.endswith(("再说", "再弄", "再办", "再做")):
        return True
    return re.match(r"下|每|next|every", head[0]) is not None and _ORDER.match(rest) is not None


def _action(message: str, taken: tuple[int, int], wish: re.Match[str] | None) -> tuple[int, int] | None:
    if wish is not None:
        spans = [span for span in _clauses(message, wish.end()) if not _ASIDE.match(message[slice(*span)])]
        spans = [span for span in spans if not taken[0] <= span[0] < taken[1]]
        if spans and not (wish.end() <= taken[0] <= spans[0][0]):
            return spans[0]
        if spans and spans[0][0] < taken[0]:
            return spans[0][0], min(spans[0][1], taken[0])
    rest = [*_clauses(message, taken[1]), *_clauses(message, 0, taken[0])]
    wanted = [span for span in rest if not _ASIDE.match(_bare(message, span, wish))]
    wanted = [_without_wish(span, wish) for span in wanted]
    return next((span for span in wanted if span[1] - span[0] >= 2), None)


def _bare(message: str, span: tuple[int, int], wish: re.Match[str] | None) -> str:
    start, end = _without_wish(span, wish)
    return message[start:end]


def _without_wish(span: tuple[int, int], wish: re.Match[str] | None) -> tuple[int, int]:
    start, end = span
    if wish is None or wish.end() <= start or wish.start() >= end:
        return span
    if wish.start() - start >= end - wish.end():
        return start, max(start, wish.start())
    return min(wish.end(), end), end


def _clauses(message: str, start: int, end: int | None = None) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for match in re.finditer(r"[^，,。；;：:！!？?—→]+", message[start:end]):
        left = start + match.start() + len(match[0]) - len(match[0].lstrip())
        right = start + match.end() - (len(match[0]) - len(match[0].rstrip()))
        if right > left:
            found.append((left, right))
    return found
