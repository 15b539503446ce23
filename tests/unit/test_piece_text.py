from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language.piece_text import piece_text, spoken_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Call Anna", " call anna"),
        ("  Call\n\tAnna ", " call anna"),
        ("ＡＢＣ１２", " abc12"),
        ("给王老师 打电话", "给王老师打电话"),
        ("用Python写 的", "用 python写的"),
        ("3点开会", " 3点开会"),
        ("周五15点", "周五 15点"),
        ("繁體中文", "繁體中文"),
        ("你好，world", "你好,world"),
        ("", ""),
        (" \n", ""),
    ],
)
def test_a_word_is_written_alike_wherever_it_stands(text, expected):
    assert piece_text(text) == expected


@given(st.text(alphabet=st.sampled_from("aB1 \n\t中文。，、é-"), max_size=30))
def test_writing_it_twice_changes_nothing(text):
    assert piece_text(piece_text(text)) == piece_text(text)


@given(st.text(max_size=40))
def test_no_text_has_two_spaces_together(text):
    assert "  " not in piece_text(text)


def test_who_said_it_stands_before_the_text():
    assert spoken_text("I will be late", "Anna") == "Anna: I will be late"
    assert spoken_text("a note", None) == "a note"
