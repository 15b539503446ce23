"""The pair features: what counts as evidence, and what must not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.item import Item, ItemKind
from assistant.domain.memory import ReasonKind
from assistant.memory import feature_terms, features, ranking
from assistant.memory.features import COLUMNS, EVIDENCE, FEATURES
from tests.fakes import FakeItems, FakePassages

HOUR = 3_600_000
WORDS = st.sampled_from(["apple", "pear", "Anna", "42", "May", "牛奶", "river", "the", ""])
TEXTS = st.lists(st.lists(WORDS, max_size=6).map(" ".join), min_size=1, max_size=10)


def said(text, at=0, session=None, speaker=None):
    return Item(f"{at}-{text}", ItemKind.MESSAGE, text, at, session=session, position=at, speaker=speaker)


def pairs_of(focus, items, cosine=None, likeness=None):
    passages = FakePassages(FakeItems(items))
    table = passages.table()
    match = ranking.match(passages, table, ranking.focus_terms(focus))
    match = match if cosine is None else replace(match, cosine=np.array(cosine, np.float32))
    like = None if likeness is None else np.array(likeness, np.float32)
    return features.pair_features(focus, match, table, np.arange(len(items)), like)


def column(pairs, name):
    return pairs[:, COLUMNS[name]].tolist()


@given(TEXTS, st.lists(WORDS, max_size=5).map(" ".join), st.booleans())
def test_evidence_is_never_negative_and_context_is_the_same_for_all(texts, focus, is_together):
    items = [said(text, place, "s" if is_together else None, "Anna") for place, text in enumerate(texts)]
    meaning = np.linspace(-0.5, 1, len(items))
    pairs = pairs_of(focus, items, meaning, meaning)
    assert np.isfinite(pairs).all()
    assert (pairs[:, :EVIDENCE] >= 0).all()
    assert (pairs[:, EVIDENCE:] == pairs[0, EVIDENCE:]).all()


@given(TEXTS, st.lists(WORDS, max_size=5).map(" ".join), st.booleans())
def test_marked_terms_stand_where_searched_ones_do(texts, focus, is_together):
    items = [said(text, place, "s" if is_together else None) for place, text in enumerate(texts)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(feature_terms, "_SEARCHED", 0)
        searched = pairs_of(focus, items)
        patch.setattr(feature_terms, "_SEARCHED", len(items))
        marked = pairs_of(focus, items)
    assert searched.tolist() == marked.tolist()


def test_without_an_encoder_nothing_is_said_of_meaning():
    pairs = pairs_of("apple", [said("apple"), said("pear", 1)])
    of_meaning = [place for place, feature in enumerate(FEATURES) if feature.group is ReasonKind.MEANING]
    assert not pairs[:, of_meaning].any()
    assert not any(column(pairs, "has_meaning"))


def test_what_is_covered_weighs_telling_words_more():
    items = [said("apple river", 0), said("apple pear", 1), said("apple plum", 2)]
    covered = column(pairs_of("apple river", items), "words_covered")
    assert covered[0] == pytest.approx(1)
    assert 0 < covered[1] == covered[2] < 0.5


def test_a_word_that_stands_nowhere_makes_the_question_less_known():
    items = [said("apple", 0), said("pear", 1)]
    known, strange = (column(pairs_of(focus, items), "unknown")[0] for focus in ("apple", "apple zebra"))
    assert known == 0 < strange
    assert column(pairs_of("Where is Zebra?", items), "names_unknown")[0] == 1


def test_names_and_numbers_are_counted_apart():
    pairs = pairs_of("what did Anna pay, 42?", [said("Anna came", 0), said("42 euros", 1)])
    assert column(pairs, "names_covered") == [1, 0]
    assert column(pairs, "numbers_covered") == [0, 1]


def test_neighbours_add_what_the_passage_lacks():
    items = [said("apple", 0, "s"), said("river", 1, "s"), said("apple", 2), said("plum", 3)]
    pairs = pairs_of("apple river", items)
    assert column(pairs, "around_added")[0] > 0 == column(pairs, "around_added")[2]
    assert column(pairs, "beside_covered")[1] > 0 == column(pairs, "beside_covered")[3]
    assert column(pairs, "previous_share")[1] > 0 == column(pairs, "previous_share")[0]


def test_a_burst_of_notes_belongs_together_without_a_session():
    items = [said("apple", 0), said("plum", 1000), said("plum", 5 * HOUR)]
    assert [value > 0 for value in column(pairs_of("apple", items), "burst_added")] == [False, True, False]


def test_what_stands_alone_has_no_evidence_but_its_own():
    pairs = pairs_of("apple", [said("apple pear", 0), said("apple", 5 * HOUR)])
    others = [
        place for place, feature in enumerate(FEATURES) if feature.group in (ReasonKind.NEIGHBOURS, ReasonKind.SESSION)
    ]
    assert not pairs[:, others].any()


def test_the_one_who_is_named_said_it():
    items = [said("apple", 0, "s", "Anna"), said("apple", 1, "s", "Ben"), said("apple", 2)]
    pairs = pairs_of("what did Ben say of apples", items)
    assert column(pairs, "speaker_named") == [0, 1, 0]
    assert column(pairs, "speaker_beside") == [1, 0, 0]


def test_the_newest_is_the_most_recent():
    pairs = pairs_of("apple", [said("apple", place * HOUR) for place in range(3)])
    for name in ("recent", "recent_log", "recent_burst"):
        values = column(pairs, name)
        assert values == sorted(values)
        assert values[-1] == 1


def test_meaning_reaches_neighbours_and_sessions():
    items = [said("apple", 0, "s"), said("plum", 1, "s"), said("plum", 2)]
    pairs = pairs_of("fruit", items, cosine=[0.9, 0.1, 0.1], likeness=[0.8, 0.2, 0.1])
    assert column(pairs, "meaning_previous") == pytest.approx([0, 0.9, 0])
    assert column(pairs, "meaning_session") == pytest.approx([0.9, 0.9, 0])
    assert column(pairs, "likeness_around") == pytest.approx([0.2, 0.8, 0])
    assert column(pairs, "likeness_share")[0] == pytest.approx(1)


def test_the_same_question_means_the_same_in_a_store_twice_as_large():
    items = [said("apple river", 0), said("plum", 1)]
    larger = [*items, said("plum", 2), said("plum", 3)]
    for name in ("words_share", "words_covered", "names_covered"):
        assert column(pairs_of("apple river", items), name)[0] == pytest.approx(
            column(pairs_of("apple river", larger), name)[0]
        )
