"""What fits into a token budget."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.language.token_estimate import estimate_tokens
from assistant.memory.budget import excerpt, fit, sentences, shorten

costs = st.lists(st.integers(0, 500), max_size=30)
texts = st.text(max_size=300) | st.lists(
    st.sampled_from(["word", "长句。", "x.", "\n", "budget ", "😀"]), max_size=80
).map(" ".join)


@given(costs=costs, budget=st.integers(-5, 3000))
def test_what_is_chosen_never_costs_more_than_the_budget(costs: list[int], budget: int) -> None:
    chosen = fit(costs, budget)
    assert sum(costs[place] for place in chosen) <= max(budget, 0)
    assert chosen == sorted(set(chosen))


@given(costs=costs, budget=st.integers(0, 3000))
def test_what_is_left_out_would_not_have_fitted_when_its_turn_came(costs: list[int], budget: int) -> None:
    chosen = fit(costs, budget)
    for place, cost in enumerate(costs):
        if place not in chosen:
            assert cost > budget - sum(costs[earlier] for earlier in chosen if earlier < place)


@given(text=texts, tokens=st.integers(0, 60))
def test_a_shortened_text_is_a_beginning_within_its_budget(text: str, tokens: int) -> None:
    short = shorten(text, tokens)
    assert estimate_tokens(short) <= max(tokens, 1)
    assert text.startswith(short.removesuffix("…").rstrip()) or short == text


@settings(max_examples=150)
@given(text=texts, wanted=st.lists(st.sampled_from(["budget", "长句", "x"]), max_size=2), tokens=st.integers(2, 60))
def test_an_excerpt_is_one_line_within_its_budget(text: str, wanted: list[str], tokens: int) -> None:
    part = excerpt(text, wanted, tokens)
    assert estimate_tokens(part) <= tokens
    assert "\n" not in part


def test_an_excerpt_shows_the_part_that_matters() -> None:
    long = "Nothing here. " * 200 + "The budget is 900 euros. " + "Nothing there. " * 200
    assert "900 euros" in excerpt(long, ["budget"], 40)


def test_a_short_text_is_its_own_excerpt() -> None:
    assert excerpt("Call\n  Anna ", ["x"], 40) == "Call Anna"


def test_a_very_long_text_is_cut_quickly() -> None:
    assert estimate_tokens(excerpt("a" * 1_000_000, ["b"], 100)) <= 100


@given(text=texts)
def test_sentences_hold_every_word(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
