"""Answers without a language model."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.item import Item, ItemKind
from assistant.language.capture_line import read_line
from assistant.language.detect import detect
from assistant.models.extractive import ExtractiveAnswerer, is_hedged
from assistant.models.quoting import sentences_of
from tests.fakes import FixedClock

NOW = FixedClock.at("2026-11-24T15:00", "Europe/Berlin").local()  # a Tuesday


def kept(text: str, days_ago: int = 1, *, is_done: bool = False, kind: ItemKind | None = None) -> Item:
    at = (NOW - timedelta(days=days_ago)).replace(hour=10)
    line = read_line(text, at, kind=kind)
    item = Item(
        text[:20],
        line.kind,
        text,
        _ms(at),
        language=detect(text),
        due_at_ms=line.time.at_ms if line.time else None,
        people=line.people,
        tags=line.tags,
    )
    return replace(item, done_at_ms=_ms(NOW - timedelta(days=1))) if is_done else item


def _ms(at: datetime) -> int:
    return round(at.timestamp() * 1000)


MEMORY = [
    kept("Budget review moved to Friday 3pm. Anna will bring the numbers.", 1),
    kept("Call the dentist tomorrow 9:30", 0),
    kept("Buy milk tomorrow", 0, kind=ItemKind.TASK),
    kept("Spare key is in the blue drawer under the printer.", 12),
    kept("Li Wei owes me the contract", 3),
    kept("The bike cost 740 euros at Rad Meyer", 30),
    kept("牙医预约在下周三下午三点", 1),
    kept("自行车花了5200元，在捷安特买的", 20),
    kept("护照放在书房左边第二个抽屉里", 9),
    kept("王老师欠我一份合同", 2),
    kept("@Tom recommended the restaurant Noma", 5),
    kept("明天上午十点和李雷开会", 0, kind=ItemKind.TASK),
    kept("wifi password of the cabin: blue-otter-77", 40),
    kept("Finish the report", 4, is_done=True),
    kept("Budget review is on Wednesday 2pm", 6),
]


def answer(question: str, memory: list[Item] = MEMORY) -> tuple[str, list[int]]:
    return ExtractiveAnswerer().answer(question, memory, NOW)


@pytest.mark.parametrize(
    ("question", "beginning", "source"),
    [
        ("When is the budget review?", "Fri 15:00: “Budget review moved", 0),
        ("When is the dentist?", "Tomorrow 09:30: ", 1),
        ("Where is the spare key?", "Spare key is in the blue drawer", 3),
        ("Who owes me the contract?", "Li Wei: ", 4),
        ("How much was the bike?", "The bike cost 740 euros", 5),
        ("Who recommended the restaurant?", "Tom: ", 10),
        ("What is the wifi password?", "wifi password of the cabin: blue-otter-77", 12),
        ("what did Anna say about the budget", "Budget review moved to Friday 3pm. Anna will bring", 0),
        ("牙医预约是什么时候？", "12月2日周三 15:00：", 6),
        ("自行车多少钱？", "自行车花了5200元", 7),
        ("护照放哪里了？", "护照放在书房左边第二个抽屉里", 8),
        ("谁欠我合同？", "王老师欠我一份合同", 9),
        ("李雷什么时候开会？", "明天 10:00：", 11),
    ],
)
def test_a_question_is_answered_with_the_sentence_that_holds_it(question: str, beginning: str, source: int) -> None:
    text, cited = answer(question)
    assert text.startswith(beginning)
    assert cited[0] == source
    assert "[1]" in text


def test_it_is_said_when_something_was_noted_in_the_language_of_the_question() -> None:
    assert "(noted Thu 12 Nov)" in answer("Where is the spare key?")[0]
    assert "（记于前天）" in answer("谁欠我合同？")[0]


def test_the_newest_of_two_statements_comes_first() -> None:
    text, cited = answer("When is the budget review?")
    assert cited == [0, 14]
    assert text.index("[1]") < text.index("[2]")


@pytest.mark.parametrize("question", ["What do I have tomorrow?", "what's on tomorrow", "Do I have anything tomorrow?"])
def test_a_day_is_answered_with_its_list_by_the_clock(question: str) -> None:
    text, cited = answer(question)
    assert text.splitlines() == [
        "Tomorrow:",
        "- 09:00 Buy milk [1]",
        "- 09:30 Call the dentist [2]",
        "- 10:00 和李雷开会 [3]",
    ]
    assert cited == [2, 1, 11]


def test_a_day_is_answered_in_chinese_too() -> None:
    assert answer("明天有什么安排？")[0].startswith("明天：\n- 09:00 Buy milk [1]")
    assert answer("今天有什么事？")[0] == "今天没有记下安排。"


def test_a_free_day_is_said_to_be_free_without_sources() -> None:
    assert answer("What do I have on Sunday?") == ("Nothing is noted for Sun.", [])


def test_what_was_done_is_listed() -> None:
    assert answer("What did I do yesterday?")[0] == "Done yesterday:\n- Finish the report [1]"


def test_what_was_noted_is_listed() -> None:
    text, cited = answer("What did I note last week?")
    assert "Tom recommended" in text
    assert 10 in cited
    assert 5 not in cited


def test_a_task_that_is_done_is_not_on_the_list() -> None:
    assert "report" not in answer("What are my tasks?")[0]


@pytest.mark.parametrize("question", ["Who bought the airplane?", "谁来吃饭？", "", "?", "…", "the of and?"])
def test_what_is_not_there_is_not_answered(question: str) -> None:
    assert answer(question) == ("", [])


@settings(max_examples=100, deadline=None)
@given(question=st.text(max_size=60), texts=st.lists(st.text(max_size=120), max_size=6))
def test_nothing_raises_and_every_number_has_a_source(question: str, texts: list[str]) -> None:
    memory = [Item(f"id{place}", ItemKind.NOTE, text, _ms(NOW)) for place, text in enumerate(texts)]
    text, cited = answer(question, memory)
    assert len(set(cited)) == len(cited)
    assert all(f"[{number}]" in text for number in range(1, len(cited) + 1))
    assert bool(cited) <= bool(text)


def test_a_question_of_the_user_answers_no_question() -> None:
    asked = Item("q", ItemKind.QUESTION, "Where is the spare key?", _ms(NOW))
    assert answer("Where is the spare key?", [asked]) == ("", [])


def test_a_title_does_not_end_a_sentence() -> None:
    said = "Mrs. Brown and Dr. Patel want the budget. Prof. A. Klein does not, e.g. for the roof."
    assert sentences_of(said) == [
        "Mrs. Brown and Dr. Patel want the budget.",
        "Prof. A. Klein does not, e.g. for the roof.",
    ]


def test_a_note_about_somebody_else_is_no_answer() -> None:
    assert answer("When will Barbara bring the numbers?")[0].startswith("No note says it outright.")
    assert answer("When will Anna bring the numbers?")[0].startswith("Fri 15:00: ")


def test_a_note_that_only_comes_near_is_said_to_be_no_more() -> None:
    text, cited = answer("How much rent does Li Wei pay in Potsdam?")
    assert text.startswith("No note says it outright. The closest:\nLi Wei owes me the contract [1]")
    assert cited == [4]


SURE, LIKELY, UNLIKELY = 1.0, -1.8, -6.0  # log-odds of answering
CHINESE_QUESTION = "无线网密码在哪"


def told(question: str, memory: list[Item], *odds: float | None) -> tuple[str, list[int]]:
    return ExtractiveAnswerer().answer(question, memory, NOW, odds)


def test_a_note_in_the_other_language_answers_by_its_odds() -> None:
    memory = [kept("Anna prefers figures first", 1), kept("The wifi password is on the fridge", 1)]
    text, cited = told(CHINESE_QUESTION, memory, UNLIKELY, SURE)
    assert text.startswith("The wifi password is on the fridge [1]")
    assert not is_hedged(text)
    assert cited == [1]


@pytest.mark.parametrize(
    ("question", "note", "start"),
    [
        ("Where is the spare key?", "备用钥匙在二楼王阿姨那里", "No note says it outright. The closest:\n备用钥匙"),
        (CHINESE_QUESTION, "The wifi password is on the fridge", "没有笔记直接说到这一点，最接近的是：\nThe wifi"),
    ],
)
def test_a_note_that_is_only_likely_is_told_as_the_closest(question: str, note: str, start: str) -> None:
    text, cited = told(question, [kept(note, 1)], LIKELY)
    assert text.startswith(start)
    assert is_hedged(text)
    assert cited == [0]


def test_of_notes_about_as_likely_two_at_most_are_the_closest() -> None:
    memory = [kept(f"The wifi password lies with neighbour {name}", 1) for name in ("Ann", "Ben", "Cem")]
    assert len(told(CHINESE_QUESTION, memory, LIKELY, LIKELY, LIKELY)[1]) == 2
    assert told(CHINESE_QUESTION, memory, LIKELY, LIKELY - 1, UNLIKELY)[1] == [0]


def test_of_answers_as_good_the_newer_comes_first() -> None:
    memory = [kept("The wifi password is otter", 9), kept("The wifi password is beaver", 1)]
    assert told(CHINESE_QUESTION, memory, SURE, SURE)[1] == [1, 0]


def test_what_hardly_answers_is_not_told_whatever_words_it_shares() -> None:
    memory = [kept("The wifi password is on the fridge", 1)]
    assert told("法国首都是哪里", memory, UNLIKELY) == ("", [])
    assert told("Where is the wifi password?", memory, UNLIKELY) == ("", [])
    assert told("Where is the wifi password?", memory, None)[1] == [0]  # nobody knows: its words decide


def test_shared_words_make_an_answer_of_what_is_only_likely() -> None:
    memory = [kept("The spare key is in the drawer", 1)]
    assert not is_hedged(told("Where is the spare key?", memory, LIKELY)[0])


def test_a_sure_note_about_somebody_else_is_only_the_closest() -> None:
    memory = [kept("Anna will bring the numbers on Friday", 1)]
    assert is_hedged(told("When will Barbara bring the numbers?", memory, SURE)[0])
    assert not is_hedged(told("When will Anna bring the numbers?", memory, SURE)[0])


def test_an_unweighed_note_beside_weighed_ones_is_not_told() -> None:
    memory = [kept("The wifi password is otter", 1), kept("Fridge magnets from Rome", 1)]
    assert told(CHINESE_QUESTION, memory, SURE, None)[1] == [0]
