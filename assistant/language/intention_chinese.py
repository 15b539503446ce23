# ruff: noqa: E501 - a pattern or a table row is read best on one line
"""Occasions and actions in Chinese: 下次见到王老师提醒我问预算, 每次给客户写信，附上价目表, 提醒我见到李伟时还书.

Read on the folded, simplified sentence, so a hit is a pair of offsets. Chinese marks no tense: what is past is known by
words (昨天, 上次) and by 了 and 过 behind the verb of the occasion.
"""

from __future__ import annotations

import re
from functools import cache

from assistant.language.intention_english import Parts
from assistant.language.patterns import lazy_pattern

_PLEASE = r"(?:请|麻烦|帮我|那|对了[，,]?|嗯[，,]?|记得|记住|备忘[:：]?|待办[:：]?|任务[:：]?)*"
_REMIND = r"(?:(?:请|记得|麻烦你?|到时候?|再)*提醒(?:我|一下我?)(?:一下|要|去)?|提示我|叫我(?!的)|让我记得)"
_HEAD = r"(?P<head>下一?次|下回|下一回|再次|每一?次|每当|每逢|每回|当|等到?|一旦|如果|要是|假如|只要|哪天|什么时候(?=见|碰|遇|去|有空)|(?:在)?(?:以后|今后)(?=见|碰|遇|跟|和|去|每)|一(?=[见到听看收回进提说聊谈碰遇想])|在?(?=我?(?:再|又)?(?:见到?|碰到|遇到|看到|遇见|碰见|联系|跟|和|与|给|找|去|到|路过|经过|回|买|做|写|聊|谈|提到|说到|讨论|打开|处理|整理|准备|开始|收到|出差|开会|打电话|约)))"
_WHEN = r"(?:的时候|的时侯|的话|时候|时|之前|之后|以后|以前|后|前|的那天|就)"
_VERBS = (
    "提醒|记得|别忘|不要忘|一定|务必|顺便|顺路|顺手|主动|要(?!求)|得(?!到)|应该|必须|需要|请|问|带|把|给|告诉|说(?!明)|提(?!高)|检查|买|还(?!是|有|会|在|没)|附|加上|拿|取|交|归还|感谢|谢|道谢"
    "|确认|核对|查|看(?!起)|打(?=电话|包|印)|发(?!现|生)|送|寄|约|订|关|开(?=发票|灯|门|窗|会)|写|记|填|签|讲|聊|谈|催|讨|要回|归还|借|收|交代|嘱咐|转告|祝|恭喜|安排|准备|放|换|用(?!心)|先|再|别|不要|汇报|讨论|推荐|介绍|邀请|报销|复印|打印|退|领|备份|保存|存|导出|拍|抄|投诉|道歉|拜托|向|跟(?=[他她])|和(?=[他她])|帮|替|洗|喂|浇|扔|修|清|缴|付|结账|预约|反馈|同步|说一?声|商量|聊聊|强调|解释|叮嘱|致谢|添|比较|对比|展示|出示|分享|试|量(?!大)|测|数(?!据)|搬|擦|装(?!修)|拆|贴|剪|切|煮|烤|热一|倒|充(?!满)|关心|关注|补|续|改(?!天)|调(?!皮)|更新|升级|删|打扫|收拾|喊|陪|教(?!室|练)|练|念|读|背|列|计算|算(?!了)|转账|汇款|兑换|处理|解决|完成|提交|上传|下载|留(?!言给我)|摆|挂|锁|拔|插|穿|戴|脱|吃|喝|休息|深呼吸|注意|小心|当心|考虑|想想|回忆|夸|表扬|称赞|鼓励|安慰|建议|追问|询问|打听|了解|弄清|搞清|澄清|表示|拒绝|答应|同意|盖章|核实|审核|校对|验收|比价|砍价|讲价|探望|为(?!什么|了)|对(?=[他她])|也?替|绕|避|多(?=带|拿|买|问|喝|穿|看)|少(?=说|吃|喝|买|花)|从(?=.{1,6}(?:拿|取|借))"
)


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    return (
        # 提醒我(下次)见到王老师时问...
        re.compile(
            rf"^\s*{_PLEASE}{_REMIND}[，, ]?{_HEAD}(?P<occasion>.{{2,40}}?)(?:{_WHEN}[，, ]?|[，,]\s?)(?P<action>.{{2,200}})$"
        ),
        # 下次见到王老师(的时候)，(提醒我)问...
        re.compile(
            rf"^\s*{_PLEASE}{_HEAD}(?P<occasion>.{{2,40}}?)(?:{_WHEN})?\s?[，,:：；; ]\s?(?P<action>(?:{_VERBS}).{{0,200}})$"
        ),
        # 跟李伟聊的时候问...
        re.compile(
            rf"^\s*{_PLEASE}{_HEAD}(?P<occasion>.{{2,40}}?)(?:{_WHEN}|(?=都(?:要|得|记得|请|提醒|别|不要)))(?P<action>都?(?:{_VERBS}).{{1,200}})$"
        ),
        # 下次见到王老师提醒我问...
        re.compile(
            rf"^\s*{_PLEASE}{_HEAD}(?P<occasion>.{{2,40}}?)(?P<action>(?:{_REMIND}|记得|别忘|不要忘|一定要|顺便|务必|就?要(?!求|是|不|么|紧|强)|都要|就?得(?!到|很|太|了)).{{1,200}})$"
        ),
        # 问预算，下次见到王老师(的时候)提醒我
        re.compile(
            rf"^\s*{_PLEASE}(?P<action>.{{2,120}}?)[，,。 ]\s?(?:{_REMIND})?{_HEAD}(?P<occasion>.{{2,40}}?)(?:{_WHEN})?(?:再)?(?P<late>{_REMIND}(?:一[下声嘴句]|这件事|这个)?)$"
        ),
        # 提醒我问预算，下次见到王老师的时候
        re.compile(
            rf"^\s*{_PLEASE}{_REMIND}(?P<action>.{{2,120}}?)[，, ]\s?{_HEAD}(?P<occasion>.{{2,40}}?)(?:{_WHEN})$"
        ),
        # 下次见王老师问...
        re.compile(
            r"^\s*(?P<head>下一?次|下回|每次|每当)(?P<occasion>(?:再|我|去|跟|和|给|见|到|遇|碰|看|找)[^，,]{1,20}?)(?P<action>(?:问|带|还(?!是|有|会|在|没|要)|告诉|把|交给|提醒|送|借|聊聊|说说|买|拿|附上|检查).{2,200})$"
        ),
        # 部署服务器的时候，记得...
        re.compile(
            rf"^\s*{_PLEASE}(?P<head>我?)(?P<occasion>(?!每|下|当|等|如果|要是|只要|一旦|提醒|记得)[^，,。]{{2,20}}?)(?:的时候|时|之前|前|之后|后)[，, ]?(?P<action>(?:{_REMIND}|记得|别忘|不要忘|顺便|务必|一定要).{{1,200}})$"
        ),
        # 提醒我修改论文时带上...
        re.compile(
            rf"^\s*{_PLEASE}{_REMIND}(?P<head>我?)(?P<occasion>[^，,。]{{2,20}}?)(?:的时候|时|之前|前|之后|后)[，, ]?(?P<action>(?:{_VERBS}).{{1,200}})$"
        ),
    )


_PAST = lazy_pattern(
    r"昨[天晚日]|前[天些]|上一?次|上回|上[周个]|刚才|刚刚|那次|那天|当时|去年|以前(?!提醒)|小时候|曾经|[见聊谈碰遇到完说过写]了|见过|聊过|谈过|说过|去过|做过"
)
_ASKS_AT_ALL = lazy_pattern(r"(?:吗|呢|(?<!怎)么|嘛)[\s。.~!！]*$|[?？]\s*$")
_ASKS = lazy_pattern(r"什么时候(?!见|碰|遇|去|有空)|怎么(?!办都)|为什么|谁(?!都)|哪[里儿个些]|几点|多少|是不是|有没有")
_ASKED_OF_OTHERS = lazy_pattern(
    r"(?:追?问|打听|看看|确认|核[对实]|检查|弄清|搞清|了解|告诉|说一?[下说]|想想|记下|查)(?!我).+$"
)
"""What is to be found out is a question inside the action: 问屋顶是谁修的."""
_STORY = lazy_pattern(
    r"^(?:都(?!要|得|请|记得|别|不要|问|带|给|把|用|附|提醒|检查|先)|总是|就(?:会|很|想|觉得|忘|紧张|头疼|开心|来气|说|是)|会|很|真|觉得|感觉|心情|我(?:就|都|会|很|总|觉得|感到)|[他她它](?!们?的)|大家|要是|要下雨|还(?:是|有|没|在|会|挺|好)|一定(?:很|会|是|能)|再(?:说|见|也|看看吧)|说不定|看(?:情况|起来|着)|说(?:实话|真的|不定)|跟[他她]很|给我(?:打电话|发消息|回|说|留言|来)|告诉我(?:一声)?[。.!！]?$|请(?:联系|告诉|通知|给)我|叫我(?:一声)?$)"
)
_ASKED = lazy_pattern(rf"{_REMIND}|记得|记着|别忘|不要忘|一定|务必|顺便|顺路|顺手|先")
_AT_THAT_TIME = lazy_pattern(r"时|前|后|的话")
_MEETS = lazy_pattern(
    r"我?(?:再|又)?(?:见|碰|遇|跟|联系|收到|看到|(?:和|与|给).{1,8}(?:聊|谈|说|打|写|发|见面|吃饭|开会|联系))"
)
_NOTHING = lazy_pattern(
    r"^(?:我?有(?:空|时间|需要|问题)|可以|可能|方便|必要|需要|没事|到时候?|一下|[他她它你]|下雨|天气|有人|有机会|你|\d|[一二三四五六七八九十]+[点月号天年分]|明天|后天|今[天晚]|周[一二三四五六日末天]|星期|以后|其他|大家)"
)
_REMINDABLE = lazy_pattern(r"^(?:[他她它]|下雨|天气|有人|有机会|有空|大家)")


def find_parts(sentence: str) -> Parts | None:
    """Occasion and action of a folded, simplified sentence; None when it is no intention."""
    if "提醒我" not in sentence and (_ASKS_AT_ALL.search(sentence) or _ASKS.search(_ASKED_OF_OTHERS.sub("", sentence))):
        return None
    for form in _forms():
        match = form.match(sentence)
        if match is not None and _is_meant(match):
            reminds = re.search(_REMIND, sentence) is not None
            return Parts(match.span("occasion"), match.span("action"), match["head"] or "在", reminds)
    return None


def _is_meant(match: re.Match[str]) -> bool:
    occasion, action = match["occasion"], match["action"].strip()
    if _PAST.search(occasion) or _STORY.match(action):
        return False
    is_led = match["head"] or match.start("action") < match.end("occasion")
    if not (is_led or _MEETS.match(occasion) or _ASKED.match(action) or _AT_THAT_TIME.search(_between(match))):
        return False  # 开始改简历了，写起来: two things that are done now
    if re.match(r"\s*(?:昨|前天|上次|上周|刚才|刚刚)", match.string):
        return False
    if _NOTHING.match(occasion):
        return "提醒" in match.string and _REMINDABLE.match(occasion) is not None
    return True


def _between(match: re.Match[str]) -> str:
    return match.string[match.end("occasion") : match.start("action")]
