"""What means much the same is found without a common word, behind what has the words; and recall goes on without it."""

from __future__ import annotations

import dataclasses
import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.errors import ModelInvalid, ModelMissing
from assistant.domain.item import Item, ItemKind, SearchFilter
from assistant.domain.job import Job
from assistant.domain.memory import ReasonKind
from assistant.memory import attention, features, ranking
from assistant.memory.attention import ScorerWeights
from assistant.memory.likeness import likeness
from assistant.services.encoding import Encoding
from assistant.services.meaning import Meaning
from assistant.services.recalling import Recalling
from tests.fakes import (
    FakeEncoder,
    FakeItems,
    FakePassages,
    FakeScorer,
    FakeSearch,
    FakeVectors,
    FixedClock,
    bags_of,
)

ALIKE = (("tea", "oolong", "茶"), ("doctor", "physician"), ("car", "automobile"))


class MeaningScorer(FakeScorer):
    """Weighs likeness too, as a trained scorer does."""

    def score(self, features_, *, explain=True):
        weights = attention.baseline_weights()
        skip = np.zeros_like(weights.skip)
        skip[features.COLUMNS["likeness"]] = 5
        made: ScorerWeights = dataclasses.replace(weights, skip=skip, bound=10.0)
        return attention.score(made, features_)


class World:
    def __init__(self, scorer=None):
        self.items, self.clock = FakeItems(), FixedClock()
        self.encoder, self.vectors = FakeEncoder(*ALIKE), FakeVectors(self.items)
        self.encoding = Encoding(self.encoder, self.vectors)
        self.meaning = Meaning(self.encoder, self.vectors)
        self.recalling = Recalling(
            self.items,
            FakeSearch(self.items),
            FakePassages(self.items),
            scorer or FakeScorer(),
            self.clock,
            meaning=self.meaning,
        )

    def add(self, name, text, kind=ItemKind.NOTE, **fields):
        self.items.add(Item(name, kind, text, self.clock.now_ms(), **fields))
        self.encoding.catch_up(Job())

    def recalled(self, focus, **options):
        return [one.item.id for one in self.recalling.recall(focus, **options)]

    def found(self, text, **options):
        return [hit.item.id for hit in self.recalling.search(text, **options)]


def filled(scorer=None):
    made = World(scorer)
    made.add("tea", "oolong")
    made.add("visit", "physician on Monday")
    made.add("shop", "green tea shop")
    made.add("garage", "automobile")
    return made


@pytest.fixture
def world():
    return filled()


def test_search_finds_the_meaning_behind_the_words(world):
    assert world.found("tea") == ["shop", "tea"]
    assert [hit.score > 0 for hit in world.recalling.search("tea")] == [True, False]
    assert world.found("茶") == ["tea", "shop"]


def test_pages_of_a_search_join_up(world):
    whole = world.found("tea", limit=10)
    assert [world.found("tea", limit=1, offset=place) for place in range(3)] == [[one] for one in whole] + [[]]


def test_a_search_by_meaning_keeps_to_its_filter(world):
    world.add("task", "buy oolong", ItemKind.TASK, tags=("home",))
    assert world.found("茶", where=SearchFilter(kinds=frozenset([ItemKind.TASK]))) == ["task"]
    assert world.found("茶", where=SearchFilter(tag="work")) == []
    assert "task" not in world.found("茶", where=SearchFilter(pinned_only=True))


@pytest.mark.parametrize("is_bounded", [False, True])
def test_words_that_stand_in_very_much_are_found_all_the_same(is_bounded):
    world = World()
    for place in range(30):
        world.add(f"long{place}", f"tea {'and so on ' * 9}{place}")
    world.add("exact", "tea")
    world.recalling._search.is_bounded = is_bounded
    found = world.recalling.search("tea", limit=31)
    assert {hit.item.id for hit in found} == {"exact", *(f"long{place}" for place in range(30))}
    assert all("tea" in hit.snippet for hit in found)
    if is_bounded:
        assert found[0].item.id == "exact"
        assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)
        again = [one for place in range(31) for one in world.found("tea", limit=1, offset=place)]
        assert again == [hit.item.id for hit in found]
        assert world.found("tea", where=SearchFilter(kinds=frozenset([ItemKind.TASK]))) == []


def test_a_question_that_was_asked_is_no_hit_by_meaning(world):
    world.add("asked", "oolong", ItemKind.QUESTION)
    assert "asked" not in world.found("茶")


def test_what_nothing_resembles_is_not_found(world):
    assert world.found("zebra crossing ahead") == []
    assert world.recalled("zebra crossing ahead") == []


def test_recall_finds_by_meaning_where_no_word_helps(world):
    assert world.recalled("茶") == ["tea", "shop"]
    assert world.recalled("茶", exclude=["tea"]) == ["shop"]
    assert world.recalled("doctor", kinds={ItemKind.TASK}) == []


def test_weights_blind_to_meaning_leave_it_to_the_words(world):
    assert world.recalled("tea") == ["shop"]


def test_weights_that_know_meaning_weigh_it_with_the_words():
    world = filled(MeaningScorer())
    weighed = world.recalling.recall("tea")
    assert {one.item.id for one in weighed[:2]} == {"shop", "tea"}
    assert ReasonKind.MEANING in {reason.kind for one in weighed for reason in one.reasons}


def test_estimated_meanings_are_looked_at_more_closely(world):
    exact = world.recalled("茶")
    world.vectors.is_estimating = True
    assert world.recalled("茶") == exact
    assert world.found("茶") == ["tea", "shop"]


def test_plain_bm25_is_blind_to_meaning():
    world = filled(MeaningScorer())
    assert [one.item.id for one in world.recalling.rank("tea", limit=9, is_plain=True)] == ["shop"]


def test_without_a_usable_encoder_words_are_enough(world):
    world.encoder.failure = ModelInvalid(path="encoder.onnx", reason="hash")
    assert world.recalled("tea") == ["shop"]
    assert world.recalled("茶") == world.found("茶") == []
    assert world.meaning.problem is world.encoder.failure
    assert world.encoding.catch_up(Job()) == 0
    world.add("new", "more tea")
    assert world.encoding.problem is world.encoder.failure

    world.encoder.failure = None
    assert world.recalled("茶") == ["tea", "shop"]
    assert world.meaning.problem is None
    assert world.encoding.catch_up(Job()) == 1
    assert world.encoding.problem is None


def test_without_an_encoder_nothing_is_encoded(world):
    world.encoder.name = ""
    assert world.encoding.catch_up(Job()) == 0
    assert isinstance(world.encoding.problem, ModelMissing)
    assert world.recalled("tea") == ["shop"]


def test_encoding_stops_near_the_number_it_may_do():
    world = World()
    for place in range(600):
        world.items.add(Item(str(place), ItemKind.NOTE, f"note {place}", place))
    assert world.encoding.catch_up(Job(), most=300) == 512
    assert world.encoding.catch_up(Job(), most=300) == 88
    assert world.encoding.catch_up(Job()) == 0


BAGS = st.lists(st.lists(st.integers(0, 30), max_size=6), min_size=1, max_size=8)


@given(st.lists(st.integers(0, 30), min_size=1, max_size=5), BAGS)
def test_likeness_is_what_each_passage_has_alone(focus, bags):
    encoder = FakeEncoder()
    pieces = [np.array(bag, np.uint16) for bag in bags]
    found = likeness(encoder, np.array(focus, np.uint16), bags_of(pieces))
    for value, bag in zip(found, pieces, strict=True):
        best = (
            encoder.similarities(np.array(focus, np.uint16), bag).max(axis=1, initial=-1) if len(bag) else np.zeros(1)
        )
        assert value == pytest.approx(best.mean(), abs=1e-5)


@given(st.lists(st.integers(0, 20), max_size=8, unique=True), st.lists(st.integers(0, 20), max_size=8, unique=True))
def test_joined_rows_hold_each_row_once_and_keep_their_order(first, second):
    rows = ranking.joined(np.array(first, np.int64), np.array(second, np.int64)).tolist()
    assert rows[: len(first)] == first
    assert rows[len(first) :] == [row for row in second if row not in first]


@given(st.lists(st.floats(-1, 1, width=32), max_size=20))
def test_the_closest_are_high_near_the_best_and_in_order(likenesses):
    values = np.array(likenesses, np.float32)
    places = ranking.closest(values)
    assert (np.diff(values[places]) <= 0).all()
    assert (values[places] >= ranking.LEAST_LIKENESS).all()
    assert (values[places] >= ranking.OF_THE_BEST * values.max(initial=0) - 1e-6).all()
    assert (places.size == 0) is bool(values.max(initial=0) < ranking.LEAST_LIKENESS)


@given(st.lists(st.floats(-1, 1, width=32), max_size=20))
def test_the_nearest_rows_are_near_enough_and_in_order(cosines):
    values = np.array(cosines, np.float32)
    rows = ranking.near(values, limit=5)
    assert (values[rows] >= ranking.LEAST_COSINE).all()
    assert (np.diff(values[rows]) <= 0).all()
    assert len(rows) == min(5, int((values >= ranking.LEAST_COSINE).sum()))


FILTERS = [
    SearchFilter(),
    SearchFilter(kinds=frozenset([ItemKind.TASK])),
    SearchFilter(tag="home"),
    SearchFilter(pinned_only=True),
    SearchFilter(open_only=True),
    SearchFilter(set_aside_only=True),
    SearchFilter(after_ms=5),
    SearchFilter(before_ms=5),
]


@pytest.mark.parametrize("where", FILTERS)
def test_a_filter_admits_what_it_says(where):
    items = [
        Item("i", kind, "text", at, done_at_ms=done, is_pinned=pinned, tags=tags, set_aside_at_ms=aside)
        for kind, at, done, pinned, tags, aside in itertools.product(
            (ItemKind.NOTE, ItemKind.TASK), (4, 5), (None, 1), (False, True), ((), ("home",)), (None, 2)
        )
    ]
    admitted = [item for item in items if where.admits(item)]
    share = {"kinds": 2, "tag": 2, "pinned_only": 2, "open_only": 4, "set_aside_only": 2, "after_ms": 2, "before_ms": 2}
    named = [name for name in share if getattr(where, name)]
    assert len(admitted) * (share[named[0]] if named else 1) == len(items)
