"""Pseudo-questions: made of the items' own words, repeatable, in their language."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.item import Item, ItemKind
from assistant.language import tokens
from assistant.memory.rehearsal import Habits, Rehearsal

PLAIN = Habits(neighbour=0, session=0, filler=0, strange=0, date=0, near=0, asking=0, long=0, speaker=0)


def turn(number, text, session="s", speaker=None):
    return Item(
        str(number), ItemKind.MESSAGE, text, 86_400_000 * number, session=session, position=number, speaker=speaker
    )


CHAT = [
    turn(0, "The pottery class was full of children", speaker="Anna"),
    turn(1, "My bicycle broke near the harbour", speaker="Ben"),
    turn(2, "We could repair the bicycle tomorrow", speaker="Anna"),
    turn(3, "Bring your toolbox and some patience", speaker="Ben"),
]


def asked(items, habits=None, near=None, count=200, seed=0):
    return list(Rehearsal(items, near, habits).questions(np.random.default_rng(seed), count))


def test_the_same_seed_asks_the_same():
    assert asked(CHAT) == asked(CHAT)
    assert asked(CHAT) != asked(CHAT, seed=1)


def test_plain_questions_hold_only_words_of_their_item():
    texts = {item.id: item.text.split() for item in CHAT}
    for question in asked(CHAT, PLAIN):
        assert set(question.text.split()) <= set(texts[question.item_id])


def test_every_item_is_asked_about():
    assert set(Counter(question.item_id for question in asked(CHAT))) == {item.id for item in CHAT}


@pytest.mark.parametrize(
    ("habit", "words"),
    [("neighbour", {"harbour", "toolbox"}), ("speaker", {"Anna"}), ("date", {"January"}), ("near", {"velo"})],
)
def test_each_habit_shows(habit, words):
    habits = replace(PLAIN, **{habit: 1.0})
    texts = " ".join(
        question.text
        for question in asked(CHAT, habits, near=lambda word: ["velo"] if word == "bicycle" else [])
        if question.item_id == "2"
    )
    assert words <= set(texts.split())


def test_chinese_items_are_asked_about_in_chinese():
    items = [turn(0, "昨天在图书馆借了三本小说"), turn(1, "我的自行车坏在港口旁边"), turn(2, "陶艺课里有很多孩子")]
    for question in asked(items, replace(PLAIN, asking=1.0), count=50):
        assert question.text.endswith("？")
        own = next(item.text for item in items if item.id == question.item_id)
        assert set(tokens.terms(own)) & set(tokens.terms(question.text))


def test_telling_words_are_asked_more():
    items = [turn(place, f"meeting {chr(97 + place) * 4}") for place in range(26)]
    words = [question.text for question in asked(items, replace(PLAIN, own=(1.0, 0.0, 0.0, 0.0)), count=300)]
    assert words.count("meeting") < len(words) / 3


def test_stores_without_words_are_not_asked():
    for items in ([], [turn(0, "the of and")], [turn(0, "ok"), turn(1, "…")]):
        assert not Rehearsal(items).can_ask
        assert asked(items) == []


@given(st.lists(st.text(max_size=60), max_size=8), st.integers(0, 5))
def test_any_text_may_be_rehearsed(texts, seed):
    items = [turn(place, text, session=None if place % 2 else "s") for place, text in enumerate(texts)]
    for question in asked(items, count=10, seed=seed):
        assert question.text.strip()
