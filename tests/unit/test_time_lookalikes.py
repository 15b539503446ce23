"""What only looks like a time, and what must stay one although a word beside it is that of a look-alike."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from assistant.language.time import find_time

NOW = datetime(2026, 9, 30, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


def due(text: str) -> str | None:
    found = find_time(text, NOW)
    return None if found is None else f"{datetime.fromtimestamp(found.at_ms / 1000, NOW.tzinfo):%m-%d %H:%M}"


@pytest.mark.parametrize(
    "text",
    [
        "my sunday best needs ironing", "what is the friday mood", "friday vibes playlist by tom",
        "happy friday everyone",
        "their dog is called sunday", "sunday (the singer) has a great voice", "quote came back at 1,250 plus vat",
        "周末心情很好", "周一情绪不好",
        "the playlist of saturday night live", "usa today has the crossword", "sunday bloody sunday is on side one",
        "wednesday is an actress from leeds", "配比为1:30", "比例：16:9", "晚安是一部老剧", "周一围这首歌真长",
        "since monday the heating is off", "自周二以来电梯坏了", "meatless monday was fun",
        "the old lease ended in march", "今天心情不错", "中午的面很好吃", "晚上没睡好", "星期六咖啡馆的拿铁不错",
        "今天的豆浆有点糊", "今晚的月亮真圆", "a 5 o'clock shadow is all he grows", "thursday island is far north",
        "the shop used to open at 8", "when i was ten we moved in march", "what does monday mean in old english",
        "sunday league stats are silly", "flat 3b, 12 march street", "1:30 dilution for the weed killer",
        "marathon in 3:59", "at the end of the day it's only money", "i hate mondays", "how do you spell wednesday",
        "今天好累", "后天养成的习惯", "每到周一就犯困", "小时候周末去钓鱼",
        "nothing beats a lazy sunday", "wifi key: 4pm-blue-otter", "mr noon called", "do shops open on sundays here",
        "she was supposed to come at 4 but didn't", "left at 7, got there by 9", "my watch stopped at 2:10",
        "it rained all sunday", "noon and night he plays that drum", "配速6:30", "表停在2:10", "她说周五来，结果没来",
        "met jo for lunch on tuesday, she's moving to oslo", "opening hours 10-4, closed mondays", "trains run hourly",
        "周五的鱼真好吃", "门诊时间上午8:00-12:00", "哪家店周日七点开门", "九点前喝了两杯咖啡", "一周一周过得好快",
        "周日是我家猫", "monday felt like a friday", "wednesday is spelled oddly", "今天上班又迟到了",
        "星期三这个词真难写", "又是周一，唉", "早晨从中午开始是路遥的书", "今天星期几", "一月份出生的孩子",
        "周三用英语怎么说", "七点半的闹钟没响", "早一点睡",
    ],
)  # fmt: skip
def test_a_name_or_a_number_is_no_time(text: str):
    assert due(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wednesday look at the car", "10-07 09:00"),
        ("tuesday mix the concrete", "10-06 09:00"),
        ("friday papers due", "10-02 09:00"),
        ("thursday clothes to charity", "10-01 09:00"),
        ("friday girl scouts meeting", "10-02 09:00"),
        ("friday learn the guitar tab", "10-02 09:00"),
        ("wednesday pick up the box set", "10-07 09:00"),
        ("meeting called friday at 3", "10-02 15:00"),
        ("周一情绪管理课", "10-05 09:00"),
        ("星期天音乐会", "10-04 09:00"),
        ("wish them happy friday at 8", "10-02 08:00"),
        ("say happy friday to the new team", "10-02 09:00"),
        ("friday record the new lyrics at 5pm", "10-02 17:00"),
        ("friday concert on dvd", "10-02 09:00"),
        ("is that friday person coming at 3", "10-02 15:00"),
        ("周三林医生", "10-07 09:00"),
        ("周五江经理打来电话", "10-02 09:00"),
        ("星期三餐厅的位子订好", "10-07 09:00"),
        ("评分会八点三十分开始", "09-30 20:30"),
        ("均分报告3点20分交", "09-30 15:20"),
        ("账号 2026-12-01 到期", "12-01 09:00"),
        ("since friday is off, ship the parcel", "10-02 09:00"),
        ("the shop was closed, buy bread on friday", "10-02 09:00"),
        ("the lift was stuck so call the engineer on tuesday at 9", "10-06 09:00"),
        ("monday meeting was moved to 3pm", "10-05 15:00"),
        ("thursday dinner was confirmed at 8", "10-01 20:00"),
        ("thank ann for the card she sent on monday at 5", "10-05 17:00"),
        ("call the shop that was closed, friday", "10-02 09:00"),
        ("friday is a film night with the twins", "10-02 09:00"),
        ("watch saturday night live at 8", "10-03 20:00"),
        ("周六把这首歌练好", "10-03 09:00"),
        ("周五告诉小王会议改了", "10-02 09:00"),
        ("周日修坏了的门", "10-04 09:00"),
        ("晚上没课就去游泳", "09-30 18:00"),
        ("会议：2026-11-03", "11-03 09:00"),
        ("回复邮件，17:45", "09-30 17:45"),
        ("be at the bank 8.15 on monday", "10-05 08:15"),
        ("monday 12.10 pay the fee", "10-12 09:00"),
        ("watch the match fri 4.30", "10-02 16:30"),
        ("dinner at the boss's at 7", "09-30 19:00"),
        ("mass at st patrick's at 10 on sunday", "10-04 10:00"),
        ("look at the moon at midnight", "10-01 00:00"),
        ("concert on the 23rd, doors 19:30", "10-23 19:30"),
        ("23号的演唱会，19:30入场", "10-23 19:30"),
        ("pay rent on the 1st, gym 7pm", "10-01 09:00"),
        ("inspection wed 14th oct, 1pm", "10-14 13:00"),
        ("the plumber comes between 8 and 10 on tuesday", "10-06 08:00"),
        ("这两天量血压", "10-01 18:00"),
        ("pump the tyres before sunday's ride", "10-04 09:00"),
        ("slides for tomorrow's review", "10-01 09:00"),
        ("pills at 8 and 20 every day", "09-30 20:00"),
        ("saturday 10-12 help at the sale", "10-03 10:00"),
        ("bins out wed night", "09-30 21:00"),
        ("12号是退鞋的最后一天", "10-12 09:00"),
        ("周二问问小乔怎么样了", "10-06 09:00"),
        ("明天站会改到9:45", "10-01 09:45"),
        ("今天的会很重要", "09-30 18:00"),
        ("we used to meet there, so book it friday at 5", "10-02 17:00"),
        ("at the end of the day it's due", "09-30 18:00"),
        ("每到周一就提醒我交表", "10-05 09:00"),
        ("后天努力工作", "10-02 09:00"),
        ("we need it signed by 5", "09-30 17:00"),
        ("周五又是小王值班", "10-02 09:00"),
        ("train leaves 17:05", "09-30 17:05"),
        ("call nan during visiting hours at 3", "09-30 15:00"),
        ("六点前把煤气关了", "09-30 18:00"),
        ("哪天周五有空", "10-02 09:00"),
        ("周一周二值班", "10-05 09:00"),
        ("今天又该交水费了", "09-30 18:00"),
        ("周五要交房租了", "10-02 09:00"),
        ("noon meeting is a must", "09-30 12:00"),
        ("is tomorrow ok to call at 3", "10-01 15:00"),
        ("set the volume alarm at 15", "09-30 15:00"),
        ("周一下午开会", "10-05 15:00"),
        ("周三不下班吃饭", "10-07 09:00"),
        ("book it for 2:30", "09-30 14:30"),
        ("pin: 9am friday ring the bank", "10-02 09:00"),
        ("do we meet on sundays", "10-04 09:00"),
        ("以前说好周五还钱", "10-02 09:00"),
        ("flat viewing 14 march road, saturday 11:15", "10-03 11:15"),
    ],
)
def test_a_day_stays_one_where_something_is_done(text: str, expected: str):
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tmrw lunch w/ sara 12:30pm", "10-01 12:30"),
        ("tomorrow evening dinner with sam 7pm", "10-01 19:00"),
        ("下周四下午驾照科目二 两点", "10-08 14:00"),
        ("christmas dinner dec 25 1:30pm at the inn", "12-25 13:30"),
        ("friday morning call ann about the 9:30 train", "10-02 09:00"),
    ],
)
def test_a_time_behind_a_part_of_the_day_says_when(text: str, expected: str):
    assert due(text) == expected
