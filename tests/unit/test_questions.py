"""What a question asks for and about which days."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language.questions import Wish, content_terms, is_question, understand
from tests.fakes import FixedClock

NOW = FixedClock.at("2026-11-24T15:00", "Europe/Berlin").local()  # a Tuesday


@pytest.mark.parametrize(
    ("question", "wish", "first", "last"),
    [
        ("What do I have tomorrow?", Wish.AGENDA, "11-25", "11-25"),
        ("What meetings do I have next week?", Wish.AGENDA, "11-30", "12-06"),
        ("What's the plan for the weekend?", Wish.AGENDA, "11-28", "11-29"),
        ("Anything due on Friday?", Wish.AGENDA, "11-27", "11-27"),
        ("What did I do yesterday?", Wish.DONE, "11-23", "11-23"),
        ("What did I note last week?", Wish.NOTED, "11-16", "11-22"),
        ("明天有什么安排？", Wish.AGENDA, "11-25", "11-25"),
        ("下周三有会吗？", Wish.AGENDA, "12-02", "12-02"),
        ("昨天我做了什么", Wish.DONE, "11-23", "11-23"),
        ("上周记了什么？", Wish.NOTED, "11-16", "11-22"),
    ],
)
def test_days_are_understood(question: str, wish: Wish, first: str, last: str) -> None:
    asked = understand(question, NOW)
    assert asked.wish is wish
    assert asked.window is not None
    start, end = (
        datetime.fromtimestamp(ms / 1000, NOW.tzinfo) for ms in (asked.window.start_ms, asked.window.end_ms - 1)
    )
    assert (f"{start:%m-%d}", f"{end:%m-%d}") == (first, last)


@pytest.mark.parametrize(
    ("question", "wish"),
    [
        ("When is the dentist?", Wish.WHEN),
        ("牙医预约是什么时候？", Wish.WHEN),
        ("Who owes me the contract?", Wish.WHO),
        ("谁欠我合同？", Wish.WHO),
        ("where did I put the passport", Wish.WHERE),
        ("护照放哪里了", Wish.WHERE),
        ("How much was the bike?", Wish.AMOUNT),
        ("自行车多少钱", Wish.AMOUNT),
        ("What tasks are open?", Wish.AGENDA),
        ("我有哪些待办？", Wish.AGENDA),
        ("What is the wifi password?", Wish.OTHER),
        ("Which restaurant did Tom recommend?", Wish.OTHER),
    ],
)
def test_the_kind_of_answer_is_understood(question: str, wish: Wish) -> None:
    assert understand(question, NOW).wish is wish
    assert is_question(question)


@pytest.mark.parametrize("told", ["I moved to Berlin", "我搬到柏林了", "买三点牛奶", "", "Call Anna"])
def test_what_is_told_is_no_question(told: str) -> None:
    assert not is_question(told)


def test_only_what_a_question_is_about_is_looked_for() -> None:
    assert content_terms("牙医预约是什么时候？", Wish.WHEN) == {"牙医", "医预", "预约"}
    assert content_terms("What do I have tomorrow?", Wish.AGENDA) == set()


@given(text=st.text())
def test_no_text_raises(text: str) -> None:
    asked = understand(text, NOW)
    is_question(text)
    content_terms(text, asked.wish)
    assert asked.window is None or asked.window.start_ms < asked.window.end_ms
