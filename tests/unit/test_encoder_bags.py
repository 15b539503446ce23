"""Bags of pieces never become empty, and a dictionary comes out of texts that mean the same."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from assistant.training.encoder_bags import Bags, beside, joined, rarity, text_shares
from assistant.training.encoder_words import Substitutes, alternatives, induced

some_texts = st.lists(st.lists(st.integers(0, 9), min_size=1, max_size=6), min_size=1, max_size=8)


def texts_of(bags: Bags) -> list[list[int]]:
    return [bags.pieces[bags.starts[i] : bags.starts[i + 1]].tolist() for i in range(len(bags))]


@given(some_texts, st.data())
def test_chosen_texts_are_the_texts(texts, data):
    rows = data.draw(st.lists(st.integers(0, len(texts) - 1), min_size=1))
    assert texts_of(Bags.of(texts).take(np.array(rows))) == [texts[row] for row in rows]


@given(some_texts, st.floats(0, 1), st.integers(0, 99))
def test_thinning_empties_no_text_and_invents_no_piece(texts, share, seed):
    thin = texts_of(Bags.of(texts).thinned(share, np.random.default_rng(seed)))
    assert all(few and few[0] == text[0] and set(few) <= set(text) for few, text in zip(thin, texts, strict=True))


def test_only_pieces_with_a_substitute_are_exchanged():
    substitutes = Substitutes(np.array([[7, 8], [0, 0]]), np.array([[1.0, 1.0], [0.0, 0.0]], np.float32))
    bags = Bags.of([[0, 1, 0], [1]])
    assert texts_of(bags.exchanged(1.0, substitutes, np.random.default_rng(0))) == [[7, 1, 7], [1]]
    assert texts_of(bags.exchanged(0.0, substitutes, np.random.default_rng(0))) == [[0, 1, 0], [1]]


def test_a_dictionary_is_learned_from_texts_that_mean_the_same():
    english, chinese = [[0, 1], [0, 2], [1, 2], [0], [3, 0]], [[10, 11], [10, 12], [11, 12], [10], [13, 10]]
    substitutes = induced(Bags.of(english), Bags.of(chinese), size=14)
    for one, other in ((0, 10), (1, 11), (2, 12), (3, 13)):
        assert substitutes.pieces[one, 0] == other
        assert substitutes.pieces[other, 0] == one
        assert substitutes.cumulative[one, 0] > 0.5
    assert (substitutes.cumulative[4:10] == 0).all()
    assert (substitutes.cumulative <= 1 + 1e-6).all()


@given(some_texts, st.integers(0, 99))
def test_two_collections_stand_beside_each_other_or_text_by_text(texts, seed):
    others = [texts[place] for place in np.random.default_rng(seed).permutation(len(texts))]
    one, other = Bags.of(texts), Bags.of(others)
    assert texts_of(beside(one, other)) == [*texts, *others]
    assert texts_of(joined(one, other)) == [text + more for text, more in zip(texts, others, strict=True)]


def test_rare_pieces_weigh_more_than_common_ones():
    weights = rarity(text_shares([Bags.of([[0, 0, 0, 1], [0, 2]])], size=4), common=0.1)
    assert weights[3] == 1
    assert weights[0] < weights[1] == weights[2] < weights[3]


def test_alternatives_are_of_the_same_group_and_so_are_their_translations():
    translated = Substitutes(
        np.array([[5], [6], [0], [0], [0], [0], [1]]), np.array([[0.9], [0.8], [0], [0], [0], [0.9], [0.8]], np.float32)
    )
    others = alternatives([[0, 1, 2], [2, 3]], translated, size=7, most=4, seed=0)
    expected = {0: {1, 2}, 1: {0, 2}, 2: {0, 1, 3}, 3: {2}, 5: {6}, 6: {5}}
    for piece in range(7):
        count = int((np.diff(others.cumulative[piece], prepend=0) > 0).sum())
        assert set(others.pieces[piece, :count].tolist()) == expected.get(piece, set())
        assert others.cumulative[piece, -1] == (1 if count else 0)
