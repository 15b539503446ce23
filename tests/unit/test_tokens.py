"""Tokens: any text gives terms, and what a person types finds what a person wrote."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from assistant.language import tokens

ANY_TEXT = st.text(alphabet=st.characters(codec=None, exclude_categories=()), max_size=200)
HANZI = st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=2, max_size=12)


@given(ANY_TEXT)
def test_no_text_raises_and_terms_are_whole_for_the_ascii_tokenizer(text: str) -> None:
    found = tokens.index_terms(text, speaker=text, created_at=datetime(2024, 5, 7, tzinfo=UTC))
    tokens.words(text)
    for term in [*found, *tokens.query_terms(text)]:
        assert 0 < len(term) <= tokens.LONGEST_TERM
        assert all(not char.isascii() or char.isalnum() for char in term)
        term.encode()


@given(ANY_TEXT)
def test_query_terms_are_distinct_and_all_but_lone_characters_are_terms_of_the_text(text: str) -> None:
    asked = tokens.query_terms(text)
    assert len(asked) == len(set(asked))
    assert set(asked) <= set(tokens.terms(text))


@given(HANZI, st.data())
def test_every_two_characters_of_a_chinese_text_find_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 2))
    pair = text[start : start + 2]
    assert tokens.query_terms(pair)[0] in tokens.terms(text)


@given(HANZI, st.data())
def test_a_single_character_begins_a_term_of_the_text(text: str, data: st.DataObject) -> None:
    sign = data.draw(st.sampled_from(text))
    assert any(term.startswith(sign) for term in tokens.terms(text))


def test_words_are_folded_stemmed_and_freed_of_stop_words() -> None:
    assert tokens.terms("The Painted_Cafés of Caroline’s, don't!") == ["paint", "cafe", "carolin"]
    assert tokens.terms("ＡＢＣ１２") == ["abc12"]


def test_chinese_dates_find_english_ones() -> None:
    assert "may" in tokens.query_terms("5月买了什么")
    assert tokens.terms("下周三")[-1] == "wednesday"
    assert tokens.terms("星期天")[-1] == "sunday"
    assert "decemb" in tokens.terms("十二月")


def test_speaker_and_date_are_indexed() -> None:
    found = tokens.index_terms("hello", speaker="Ann Lee", created_at=datetime(2023, 5, 8, tzinfo=UTC))
    assert found == ["hello", "ann", "lee", "may", "8", "2023"]
    assert [term for term in found if tokens.is_date_term(term)] == ["may", "2023"]


def test_a_megabyte_gives_terms_of_bounded_length() -> None:
    assert tokens.terms("a" * 1_000_000) == ["a" * tokens.LONGEST_TERM]
