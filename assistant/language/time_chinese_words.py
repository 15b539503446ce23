"""Where a Chinese time stands free: what may come before it, and what is done or happens behind it. On folded text.

三点 can count things, 五月 and 中秋 begin names. Before a verb or an event that a person plans they are times:
三点浇花, 五月换轮胎, 中秋聚餐. A sign that also begins a noun says so: 把 but not 把握, 要 but not 要求.
"""

from __future__ import annotations

import re

from assistant.language.patterns import lazy_pattern

_DOING = (
    r"把(?![握柄关])|要(?![求素点领])|补(?!充|丁)|修(?![改正])|备(?!注)|包(?![子厢间括])|收(?![获入])|换(?!算)|学(?![问期])"
    r"|打(?!折)|带(?!鱼)|熬(?!夜)|炒(?![作股])|转(?=[\d账给交发钱告])|提(?!议|示|案)|发(?![现言])|看(?![法点到见])|[陪帮替领浇洗关搬拆烤煮炖倒查录签抢订练听读背办拍剪染擦扫贴量称寄存退抽喂遛"
    r"挪充割催谢祭蒸炸去给见吃接叫做写交喝约回送取拿买问还付缴搭赶飞租装卸卖借晒腌种剥缝织约]|复习|预约|预订|整理|化冻|挂号|续[费签租车]"
    r"|记得|提醒|参加|准备|完成|检查|安排|联系|出发|出差|集合|报[名销税到]|体检|打扫|旅游|旅行|加班|值班|上线|发布|停车|开车|开始"
)
_EVENTS = (
    "年会|例会|开会|会议|周会|晨会|班会|家长会|演唱会|音乐会|发布会|启动会|读书会|聚[餐会]|婚礼|家宴|夜班|考试|比赛|面试|培训|讲座|开学|放假"
    "|截止|到期|体检|(?:[一-鿿]{1,2})课(?![本程文堂题])"
)
HAPPENS = lazy_pattern(f"{_DOING}|{_EVENTS}")
"""What a person does at a time, or what takes place then."""

BEGINS = lazy_pattern(r"(?:^|[\s,，。.;；:：!！?？、()\x00]|提醒[我你]|记得|别忘了?|[叫让请]我)$")
"""What stands before the time that begins a plan."""

PAUSES = lazy_pattern(r"[\s,，。;；:：!！?？)\x00]|$")

BOUNDARY_BEFORE = lazy_pattern(
    r"(?:^|[\s,，。.;；:：!！?？、()\x00]|[在到于约定就是改换等从得]|[号日][和跟及与]|提前到|推迟到|提醒[我你]|别忘了?|[叫让请]我|安排|[饭餐会]|最[迟晚]|不晚于|截止[到是]?|闹钟[定设]?[在到]?|等下|[等一待]会儿?)$"
)
FREE_AFTER = lazy_pattern(
    rf"{PAUSES.pattern}|[.]|前|之前|以前|之?后(?!面)|以后|左右|准时|截止|的|[开出到和跟与来有在]|起床|起飞|睡|上课|上班|下课|下班|集合"
    r"|是[^,，。]{0,8}(?:最后一天|截止|到期|生日|纪念日|婚礼)"
    r"|爷爷|奶奶|姥[姥爷]|外[婆公]|[爸妈哥姐弟妹](?!号)|儿子|女儿|孩子|老[公婆师]"
    rf"|运动|健身|散步|需要|生日|[你我他她](?!们的)|再(?![加版三度次])|{HAPPENS.pattern}"
)


def begins_plan(match: re.Match[str]) -> bool:
    """Whether a name that is matched stands where a plan begins, or apart from the rest: 五月换轮胎, 体检 重阳节."""
    before, after = match.string[max(0, match.start() - 4) : match.start()], match.end()
    if BEGINS.search(before) is None:
        return False
    return PAUSES.match(match.string, after) is not None or HAPPENS.match(match.string, after) is not None
