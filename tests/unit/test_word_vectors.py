"""Nearness of meaning without a model."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language.word_vectors import closeness, text_vector


@pytest.mark.parametrize(
    ("topic", "near", "far"),
    [
        ("pack the suitcase", "luggage is out on the bed", "the tap drips again"),
        ("write the essay", "two paragraphs of my article done", "the bus was late"),
        ("去超市", "supermarket run before dinner", "钢琴调好了"),
    ],
)
def test_other_words_for_a_thing_are_nearer_than_other_things(topic: str, near: str, far: str) -> None:
    assert closeness(topic, near) > closeness(topic, far)


@given(st.text(max_size=60))
def test_a_vector_has_unit_length_or_none(text: str) -> None:
    length = sum(one * one for one in text_vector(text))

    assert length == pytest.approx(1.0) or length == 0


@given(st.text(max_size=40), st.text(max_size=40))
def test_closeness_is_mutual_and_bounded(one: str, other: str) -> None:
    assert closeness(one, other) == pytest.approx(closeness(other, one))
    assert -1.000001 <= closeness(one, other) <= 1.000001
