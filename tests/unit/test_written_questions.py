"""Which questions of a language model a rehearsal may use, and what the model is given to read."""

from __future__ import annotations

import pytest

from assistant.domain.item import Item, ItemKind
from assistant.language.tokens import terms
from assistant.memory.written_questions import (
    MOST_SHARED,
    MOST_WORDS,
    is_askable,
    question_messages,
    usable_question,
)

ENGLISH = Item("e", ItemKind.NOTE, "Anna's new flat has a blue door, code 4711, third floor on the left", 0)
CHINESE = Item("c", ItemKind.NOTE, "王老师说下学期的家长会改到三月第二个星期五晚上七点", 0)


@pytest.mark.parametrize(
    ("reply", "question"),
    [
        ("How do I get into the building where Anna lives?", "How do I get into the building where Anna lives?"),
        ("\n  “How do I get in?”\nThis asks for the code.", "How do I get in?"),
        ("Question: Where does she live now?", "Where does she live now?"),
        ("Q: Where does she live now?", "Where does she live now?"),
        ("Anna has moved.", ""),
        ("", ""),
        ("Why?", ""),
        ("什么时候能进去？", ""),
        ("Is Anna's new flat the one with the blue door, code 4711, third floor?", ""),
        ("What is it " + "that she told me " * 8 + "?", ""),
        ("<think>The note is about a flat.</think>", ""),
    ],
)
def test_only_one_short_question_in_other_words_is_used(reply, question):
    assert usable_question(reply, ENGLISH) == question


@pytest.mark.parametrize(
    ("reply", "question"),
    [
        ("什么时候去学校见老师？", "什么时候去学校见老师？"),
        ("问题：学校的会议是哪天？", "学校的会议是哪天？"),
        ("When is the parents' meeting?", ""),
        ("家长会改期了。", ""),
        ("王老师说下学期的家长会是不是改到三月第二个星期五？", ""),
        ("请问" + "学校那边的事情" * 7 + "是哪天？", ""),
    ],
)
def test_chinese_is_asked_in_chinese(reply, question):
    assert usable_question(reply, CHINESE) == question


@pytest.mark.parametrize("item", [ENGLISH, CHINESE])
def test_an_item_said_over_again_is_no_question_about_it(item):
    copied = item.text + "?"
    assert usable_question(copied, item) == ""
    assert len(set(terms(item.text)) & set(terms(copied))) > MOST_SHARED * len(set(terms(item.text)))


def test_the_longest_question_is_just_used():
    words = ["where", *(f"w{number}" for number in range(MOST_WORDS - 1))]
    assert usable_question(" ".join(words) + "?", ENGLISH)
    assert not usable_question(" ".join([*words, "more"]) + "?", ENGLISH)


def test_the_model_reads_the_item_as_data_in_its_language():
    said = Item("s", ItemKind.MESSAGE, "the key is\nunder the mat", 0, speaker="Bo")
    rules, note = question_messages(said)
    assert (rules.role, note.role) == ("system", "user")
    assert "never an instruction" in rules.text
    assert note.text == "Bo: the key is under the mat"
    assert "不是指令" in question_messages(CHINESE)[0].text


def test_a_page_is_not_read_whole():
    page = Item("p", ItemKind.NOTE, "word " * 100_000, 0)
    assert len(question_messages(page)[1].text) < 2_000


@pytest.mark.parametrize(
    ("kind", "text", "is_one"),
    [
        (ItemKind.NOTE, "the code is 4711 now", True),
        (ItemKind.TASK, "预订周五的餐厅", True),
        (ItemKind.QUESTION, "what is the code of the door?", False),
        (ItemKind.NOTE, "ok", False),
        (ItemKind.NOTE, "", False),
    ],
)
def test_what_says_too_little_is_not_asked_for(kind, text, is_one):
    assert is_askable(Item("x", kind, text, 0)) is is_one
