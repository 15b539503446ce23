"""Ranking: exact BM25, what stands around a passage, and laws that hold for any store."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.item import Item, ItemKind
from assistant.language import tokens
from assistant.memory import attention, ranking
from assistant.memory.features import FEATURES, GROUPS, pair_features
from tests.fakes import FakeItems, FakePassages

WORDS = st.sampled_from(["apple", "pear", "plum", "2024", "may", "牛奶", "茶叶", "river"])
ALL = np.arange(21)
TEXTS = st.lists(st.lists(WORDS, max_size=6).map(" ".join), min_size=1, max_size=12)


def matched(texts, focus, sessions=None):
    items = FakeItems(
        [
            Item(str(place), ItemKind.NOTE, text, place, session=sessions and sessions[place], position=place)
            for place, text in enumerate(texts)
        ]
    )
    passages = FakePassages(items)
    return ranking.match(passages, passages.table(), ranking.focus_terms(focus))


def table_of(texts, sessions=None):
    items = [
        Item(str(place), ItemKind.NOTE, text, place, session=sessions and sessions[place], position=place)
        for place, text in enumerate(texts)
    ]
    return FakePassages(FakeItems(items)).table()


def test_bm25_is_the_textbook_formula():
    texts = ["apple apple pear", "pear", "plum plum plum plum"]
    match = matched(texts, "apple pear")
    mean = (3 + 1 + 4) / 3

    def points(term_count, length, frequency):
        norm = ranking.K1 * (1 - ranking.B + ranking.B * length / mean)
        idf = math.log1p((3 - frequency + 0.5) / (frequency + 0.5))
        return idf * term_count * (ranking.K1 + 1) / (term_count + norm)

    assert match.words == pytest.approx([points(2, 3, 1) + points(1, 3, 2), points(1, 1, 2), 0], abs=1e-5)


def test_dates_are_counted_apart_from_words():
    match = matched(["apple in may", "may"], "what about the apple in May 2024")
    assert match.words[0] > 0 == match.words[1]
    assert (match.dates > 0).all()


def test_a_neighbour_lends_its_match_within_the_session_only():
    match = matched(["plum", "apple", "pear", "pear"], "apple", ["a", "a", "a", "b"])
    assert (match.neighbours(ALL[:4]) > 0).tolist() == [True, False, True, False]


def test_a_session_lifts_its_silent_passages():
    match = matched(["apple", "plum", "pear", "plum"], "apple", ["a", "a", "b", "b"])
    assert (match.session(ALL[:4]) > 0).tolist() == [True, True, False, False]
    assert not match.alone(ALL[:4]).any()


def test_a_passage_that_is_its_whole_session_owns_its_points():
    match = matched(["apple", "plum"], "apple")
    assert (match.alone(ALL[:2]) > 0).tolist() == [True, False]
    assert not match.session(ALL[:2]).any()
    assert not match.without_surroundings().alone(ALL[:2]).any()


def test_long_sessions_say_less():
    long = matched(["apple"] + ["plum " * 200] * 20, "apple", ["a"] * 21)
    short = matched(["apple"] + ["plum"] * 20, "apple", ["a"] * 21)
    assert long.session(ALL)[1] < short.session(ALL)[1]


@given(st.data(), TEXTS, st.lists(WORDS, max_size=5).map(" ".join))
def test_a_session_is_one_document_in_whatever_order_it_came(data, texts, focus):
    names = data.draw(st.lists(st.sampled_from("abcd"), min_size=len(texts), max_size=len(texts)))
    match = matched(texts, focus, names)
    terms = {
        name: [term for text, of in zip(texts, names, strict=True) if of == name for term in tokens.index_terms(text)]
        for name in dict.fromkeys(names)
    }
    held = [len(found) for found in terms.values() if found]
    mean = sum(held) / max(1, len(held))

    def points(found):
        total = 0.0
        for term in ranking.focus_terms(focus):
            frequency = sum(term in others for others in terms.values())
            if found.count(term):
                share = len(found) / mean
                norm = ranking.SESSION_K1 * (1 - ranking.SESSION_B + ranking.SESSION_B * share)
                idf = math.log1p((len(held) - frequency + 0.5) / (frequency + 0.5))
                total += idf * (ranking.SESSION_K1 + 1) * found.count(term) / (found.count(term) + norm)
        return total / (1 + len(found) / ranking.SESSION_TERMS)

    assert match.of_sessions == pytest.approx([points(found) for found in terms.values()], rel=1e-5)


@given(TEXTS, st.lists(WORDS, max_size=5).map(" ".join))
def test_a_passage_scores_exactly_when_it_or_its_session_shares_a_term(texts, focus):
    terms = set(ranking.focus_terms(focus))
    scores = ranking.formula(matched(texts, focus))
    for text, points in zip(texts, scores.tolist(), strict=True):
        assert (points > 0) == bool(terms & set(ranking.focus_terms(text)))


@given(TEXTS, st.lists(WORDS, max_size=5).map(" ".join), st.integers(1, 12))
def test_candidates_are_distinct_ordered_and_the_best(texts, focus, limit):
    scores = ranking.formula(matched(texts, focus))
    rows = ranking.candidates(scores, limit=limit)
    assert len(set(rows.tolist())) == len(rows) <= limit
    assert (np.diff(scores[rows]) <= 0).all()
    left = np.delete(scores, rows)
    assert not len(rows) or len(rows) < limit or left.max(initial=0) <= scores[rows].min()


@given(TEXTS, st.lists(WORDS, max_size=5).map(" ".join))
def test_the_scorers_logits_are_the_formula(texts, focus):
    match = matched(texts, focus, ["s"] * len(texts))
    rows, table = np.arange(len(texts)), table_of(texts, ["s"] * len(texts))
    pairs = pair_features(focus, match, table, rows)
    logits, weights, contributions = attention.score(attention.baseline_weights(), pairs)
    assert logits * attention.TEMPERATURE == pytest.approx(ranking.formula(match), abs=1e-4)
    assert weights.sum() == pytest.approx(1, abs=1e-5)
    assert contributions.sum(axis=1) == pytest.approx(logits, abs=1e-4)  # linear: the parts make the whole


def test_an_empty_store_and_an_empty_focus_match_nothing():
    assert not len(ranking.formula(matched([], "apple")))
    assert not ranking.formula(matched(["apple"], "")).any()


def test_a_very_long_focus_is_cut():
    assert len(ranking.focus_terms(" ".join(f"w{place}" for place in range(100_000)))) <= ranking.MOST_TERMS


def test_reasons_are_ordered_and_share_the_whole():
    reasons = attention.reasons(np.array([1, 3, 0.1, *[0] * (len(GROUPS) - 3)], np.float32), GROUPS, {GROUPS[1]: "May"})
    assert [reason.kind for reason in reasons] == [GROUPS[1], GROUPS[0]]
    assert reasons[0].detail == "May"
    assert 0.9 < sum(reason.share for reason in reasons) <= 1
    assert attention.reasons(np.zeros(len(GROUPS), np.float32), GROUPS, {}) == ()


def test_every_group_has_a_feature():
    assert {feature.group for feature in FEATURES} - {None} == set(GROUPS)


@given(st.lists(st.floats(0, 9, width=32), min_size=1, max_size=60), st.integers(1, 12))
def test_a_look_at_some_scores_loses_none_of_the_best(scores, limit):
    values = np.array(scores, np.float32)
    looked_at, ranking._LOOKED_AT = ranking._LOOKED_AT, 10
    try:
        quick = ranking.candidates(values, limit=limit)
    finally:
        ranking._LOOKED_AT = looked_at
    assert values[quick].tolist() == sorted(values[values > 0].tolist(), reverse=True)[:limit]


@given(TEXTS, st.lists(WORDS, max_size=5).map(" ".join), st.integers(1, 12), st.integers(1, 4), st.booleans())
def test_the_best_are_those_that_scoring_everything_finds(texts, focus, limit, size, is_some):
    found = matched(texts, focus, [str(place // size) for place in range(len(texts))])
    allowed = np.arange(len(texts)) % 3 > 0 if is_some else None
    up_to, ranking._ALL_UP_TO = ranking._ALL_UP_TO, 0
    try:
        quick = ranking.best(found, allowed, limit)
    finally:
        ranking._ALL_UP_TO = up_to
    assert quick.tolist() == ranking.candidates(ranking.formula(found), allowed, limit).tolist()


def test_the_best_of_many_passages_are_those_that_scoring_everything_finds():
    draw = np.random.default_rng(5)
    for seed in range(6):
        texts = [" ".join(draw.choice(["apple", "pear", "plum", "may", "river", "stone"], 3)) for _ in range(400)]
        found = matched(texts, "apple pear river in may", [str(place // (1 + seed * 4)) for place in range(400)])
        up_to, ranking._ALL_UP_TO = ranking._ALL_UP_TO, 20
        try:
            quick = ranking.best(found, limit=10)
        finally:
            ranking._ALL_UP_TO = up_to
        assert quick.tolist() == ranking.candidates(ranking.formula(found), limit=10).tolist()


def test_neighbours_are_the_better_of_both_sides():
    found = matched(["apple", "plum", "apple apple", "plum"], "apple", ["a"] * 4)
    words = found.words.tolist()
    assert found.neighbours(ALL[:4]).tolist() == [0, max(words[0], words[2]), 0, words[2]]
