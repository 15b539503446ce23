"""Texts as screens show them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.ui.shown_text import button_text, citation_spans, first_line, isolated, one_line, showable, shown


def test_a_short_text_is_shown_whole() -> None:
    assert shown("明天 call Anna").text == "明天 call Anna"
    assert not shown("x").is_capped


def test_a_megabyte_is_capped_between_words() -> None:
    part = shown("word " * 200_000, 1000)
    assert part.is_capped
    assert len(part.text) + part.hidden == 1_000_000
    assert part.text.endswith("word")


def test_half_surrogates_and_nul_become_marks() -> None:
    assert showable("a\x00b\ud800c") == "a\ufffdb\ufffdc"


def test_one_line_has_no_line_break_and_keeps_its_limit() -> None:
    assert one_line("a\n\n b\tc") == "a b c"
    assert len(one_line("字" * 5000, 100)) == 100


def test_ampersands_are_not_shortcut_marks() -> None:
    assert button_text("Q&A") == "Q&&A"


def test_only_marks_of_known_sources_are_citations() -> None:
    spans = citation_spans("See [1], [2] and [7] but not [x] [1234].", frozenset({1, 2}))
    assert [(span.number, span.start) for span in spans] == [(1, 4), (2, 9)]


def test_the_title_is_the_first_line_with_something() -> None:
    assert first_line("\n \n  Plan  for\nMonday") == "Plan for"


def test_isolated_text_is_closed() -> None:
    assert isolated("שלום") == "\u2068שלום\u2069"


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=300))
def test_what_is_shown_can_always_be_encoded(text: str) -> None:
    for result in (shown(text, 40).text, one_line(text, 40), first_line(text, 40), button_text(text, 40)):
        result.encode("utf-8")
    assert len(shown(text, 40).text) <= 40
