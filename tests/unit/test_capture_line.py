from __future__ import annotations

import time
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.item import ItemKind, Language
from assistant.language.capture_line import find_tags, read_line
from assistant.language.detect import detect
from assistant.language.people import find_people

NOW = datetime(2026, 9, 30, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
NOTE, TASK, QUESTION = ItemKind.NOTE, ItemKind.TASK, ItemKind.QUESTION


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("what did I promise Anna", QUESTION),
        ("When is the dentist?", QUESTION),
        ("who has the key", QUESTION),
        ("how many tickets are left", QUESTION),
        ("is the report done", QUESTION),
        ("did Bo reply yesterday", QUESTION),
        ("Anna likes tea, right?", QUESTION),
        ("? dentist", QUESTION),
        ("王老师的电话是多少", QUESTION),
        ("我答应了安娜什么", QUESTION),
        ("明天几点开会", QUESTION),
        ("谁有钥匙", QUESTION),
        ("报告交了吗", QUESTION),
        ("李伟喜欢喝茶？", QUESTION),
        ("为什么要改预算", QUESTION),
        ("call Anna", TASK),
        ("buy milk", TASK),
        ("Please send the report to Bo", TASK),
        ("remind me to stretch", TASK),
        ("can you remind me to call Bo?", TASK),
        ("I need to renew my passport", TASK),
        ("don't forget the umbrella", TASK),
        ("set an alarm for 7am", TASK),
        ("dentist tomorrow at 3pm", TASK),
        ("- [ ] fix the roof", TASK),
        ("TO" + "DO: taxes", TASK),
        ("记得交电费", TASK),
        ("提醒我关火", TASK),
        ("要买牛奶", TASK),
        ("我要交报告", TASK),
        ("买三点牛奶", TASK),
        ("给安娜打电话", TASK),
        ("待办：报税", TASK),
        ("明天下午三点开会", TASK),
        ("别忘了带伞", TASK),
        ("提醒我问王老师几点开会", TASK),
        ("Anna prefers figures first", NOTE),
        ("met Anna at 3pm", NOTE),
        ("the weather is fine today", NOTE),
        ("I may need this", NOTE),
        ("Check engine light is on", NOTE),
        ("What I promised Anna: the draft", NOTE),
        ("When I talk to Anna, ask about the budget", TASK),
        ("note: call centre closes at 5", NOTE),
        ("重要的是先休息", NOTE),
        ("今天天气真好", NOTE),
        ("昨天三点和李伟见面", NOTE),
        ("李伟不要香菜", NOTE),
        ("会议纪要在共享盘", NOTE),
        ("笔记：明天下午三点开会", NOTE),
        ("😀", NOTE),
    ],
)
def test_the_kind_is_guessed_as_a_person_would(text: str, kind: ItemKind):
    assert read_line(text, NOW).kind is kind


@pytest.mark.parametrize("kind", list(ItemKind))
def test_a_chosen_kind_wins(kind: ItemKind):
    assert read_line("call Anna tomorrow at 3pm?", NOW, kind=kind).kind is kind


def test_only_a_task_has_a_time():
    assert read_line("call Anna tomorrow", NOW).time is not None
    assert read_line("call Anna tomorrow", NOW, kind=NOTE).time is None
    assert read_line("what is due tomorrow?", NOW).time is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("call Anna tomorrow 3pm about the #budget draft", "call Anna about the budget draft"),
        ("明天下午三点给安娜打电话", "给安娜打电话"),
        ("提醒我明天早上九点开会", "开会"),
        ("remind me to water the plants tonight", "water the plants"),
        ("submit the report by Friday", "submit the report"),
        ("- [ ] fix the roof", "fix the roof"),
        ("记得交电费 #家务", "交电费"),
        ("call Anna, tomorrow, about tea", "call Anna, about tea"),
        ("tomorrow", "tomorrow"),
        ("#budget", "#budget"),
        ("remind me tomorrow", "remind me tomorrow"),
        ("  spaces   stay  ", "spaces   stay"),
        ("first line\nsecond line", "first line"),
        ("\n\n  buy milk tomorrow\nmore", "buy milk"),
        ("call Anna about #budget", "call Anna about budget"),
        ("整理 #项目 文档 周五前", "整理 项目 文档"),
        ("#work #urgent write report friday", "write report"),
        ("#a #b", "#a #b"),
        ("read “tomorrow never dies” tonight", "read “tomorrow never dies”"),
    ],
)
def test_the_title_leaves_out_what_was_recognised(text: str, title: str):
    assert read_line(text, NOW).title == title


def test_the_text_itself_is_kept_as_given():
    text = "  call Anna tomorrow #tea \n\n body "

    assert read_line(text, NOW).text == text


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#budget and #预算", ("budget", "预算")),
        ("#项目/甲 会议", ("项目/甲",)),
        ("#预算# 明天", ("预算",)),
        ("#a #a", ("a",)),
        ("C# and F#", ()),
        ("fix #123", ()),
        ("see http://x.org/#anchor", ()),
        ("## heading", ()),
        ("# heading", ()),
        ("#2026plan", ("2026plan",)),
        ("买燕麦奶#购物", ("购物",)),
        ("买燕麦奶#购物 明天", ("购物",)),
        ("#话题#今天很好", ("话题",)),
        ("编号#A3 的箱子", ()),
        ("学C#课程", ()),
        ("看 http://x.org/页#锚", ()),
    ],
)
def test_tags_are_found(text: str, tags: tuple[str, ...]):
    assert find_tags(text) == tags


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("the report is due today at 23:50", "the report"),
        ("the bills are due Friday", "the bills"),
        ("remind me tomorrow who she is", "who she is"),
        ("say where it is", "say where it is"),
    ],
)
def test_a_title_does_not_end_where_its_time_was_cut_off(text: str, title: str):
    assert read_line(text, NOW).title == title


def test_a_tag_at_the_end_of_chinese_is_no_part_of_the_title():
    assert read_line("买燕麦奶#购物", NOW).title == "买燕麦奶"


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("@anna and @李伟 come", ("anna", "李伟")),
        ("call Anna", ("Anna",)),
        ("Meet Dr. Smith and Jane Doe on Friday", ("Dr. Smith", "Jane Doe")),
        ("email Bo, Anna about tea", ("Bo", "Anna")),
        ("lunch with Zoë", ("Zoë",)),
        ("call the bank", ()),
        ("meet on Monday", ()),
        ("go to London", ()),
        ("mail anna@example.com", ()),
        ("给安娜打电话", ("安娜",)),
        ("和王老师开会", ("王老师",)),
        ("打电话给李伟", ("李伟",)),
        ("问张经理合同", ()),
        ("问张经理，合同签了没", ("张经理",)),
        ("跟妈妈说生日快乐", ("妈妈",)),
        ("给Anna发邮件", ("Anna",)),
        ("告诉欧阳", ()),
        ("给大家发邮件", ()),
        ("和平常一样", ()),
        ("见到老王提醒他还书", ("老王",)),
    ],
)
def test_people_are_found_where_a_person_is_called_for(text: str, people: tuple[str, ...]):
    assert find_people(text) == people


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", Language.ENGLISH),
        ("call Anna", Language.ENGLISH),
        ("给Anna打电话", Language.CHINESE),
        ("call 安娜 tomorrow at noon", Language.ENGLISH),
        ("明天下午三点", Language.CHINESE),
        ("12345 😀", Language.ENGLISH),
        ("用 Python 写周报", Language.CHINESE),
    ],
)
def test_the_language_of_a_text(text: str, language: Language):
    assert detect(text) is language


@given(st.text(), st.sampled_from([None, *ItemKind]))
def test_any_text_gives_a_line(text: str, kind: ItemKind | None):
    line = read_line(text, NOW, kind=kind)

    assert line.text == text
    assert line.title == line.title.strip()
    assert len(line.title) <= 200
    assert bool(line.title) == bool(text.strip())
    assert line.kind in ItemKind


@pytest.mark.parametrize(
    "text", ["a" * 1_000_000, "明天三点" * 250_000, "call Anna tomorrow, " * 50_000, "\n" * 1_000_000]
)
def test_a_megabyte_costs_what_its_beginning_costs(text: str):
    def seconds(part: str) -> float:
        began = time.process_time()
        for _ in range(3):
            read_line(part, NOW)
        return time.process_time() - began

    read_line(text, NOW)
    assert seconds(text) < 10 * seconds(text[:2_000]) + 0.5


@pytest.mark.parametrize(
    ("text", "when", "title"),
    [
        ("friday dinner with Bob at 7", "2026-10-02 19:00", "dinner with Bob"),
        ("下周二高铁G102 08:15出发", "2026-10-06 08:15", "高铁G102 出发"),
        ("周二、周四送孩子上钢琴课 下午4点", "2026-10-01 16:00", "送孩子上钢琴课"),
        ("lunch with Mia on monday", "2026-10-05 09:00", "lunch with Mia"),
        ("date night every other sat 7pm", "2026-10-03 19:00", "date night"),
        ("study group every thurs evening except oct 15", "2026-10-01 18:00", "study group"),
        ("take ibuprofen every 6 hours starting at 8am", "2026-10-01 08:00", "take ibuprofen"),
        ("drink water every hour from 9 to 5", "2026-09-30 11:00", "drink water"),
        ("report due friday, meeting at 3", "2026-10-02 09:00", "report, meeting at 3"),
        ("周五去机场接人，3点开会", "2026-10-02 09:00", "去机场接人，3点开会"),
    ],
)
def test_words_of_a_time_that_stand_apart_are_one_time_and_leave_the_title(text: str, when: str, title: str):
    line = read_line(text, datetime(2026, 9, 30, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai")))

    assert line.time is not None
    read = datetime.fromtimestamp(line.time.at_ms / 1000, ZoneInfo("Asia/Shanghai"))
    assert (f"{read:%Y-%m-%d %H:%M}", line.title) == (when, title)
