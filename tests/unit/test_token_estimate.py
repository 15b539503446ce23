"""The cost of a text without a model."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.language.token_estimate import estimate_tokens


@given(st.text(), st.text())
def test_more_text_never_costs_less(text, more):
    assert 0 <= estimate_tokens(text) <= estimate_tokens(text + more)


def test_chinese_costs_about_a_token_a_character_and_english_about_one_a_word():
    assert estimate_tokens("明天下午三点给安娜打电话") == 12
    assert 6 <= estimate_tokens("call Anna tomorrow at three") <= 10


def test_white_space_is_free():
    assert estimate_tokens(" \n\t") == 0
