from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.language.chunking import LONGEST, chunk


@given(st.text(max_size=400), st.integers(min_value=1, max_value=60))
def test_the_parts_joined_are_the_text_and_none_is_too_long(text: str, longest: int) -> None:
    spans = chunk(text, longest)
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(end - start <= longest for start, end in spans)
    assert all(end > start for start, end in spans) or spans == [(0, 0)]


def test_a_short_text_is_one_part() -> None:
    assert chunk("x" * LONGEST) == [(0, LONGEST)]
    assert chunk("") == [(0, 0)]


def test_a_paragraph_is_preferred_to_a_line_and_a_line_to_a_sentence() -> None:
    text = "aaaa. bbbb\ncccc\n\ndd. ee\nff"
    assert text[: chunk(text, 24)[0][1]] == "aaaa. bbbb\ncccc\n\n"
    text = "aaaa. bbbb\ncc. dd and so on"
    assert text[: chunk(text, 18)[0][1]] == "aaaa. bbbb\n"


def test_chinese_is_cut_after_a_sentence() -> None:
    text = "今天下雨了。我没有带伞，所以回家很晚。明天再说"
    assert text[: chunk(text, 20)[0][1]] == "今天下雨了。我没有带伞，所以回家很晚。"


def test_a_long_run_without_spaces_is_cut_anywhere() -> None:
    assert len(chunk("x" * (50 * LONGEST))) == 50
