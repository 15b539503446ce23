"""Recall leaves out what should not come to mind, and goes on without a usable graph."""

from __future__ import annotations

import pytest

from assistant.domain.errors import ModelInvalid
from assistant.domain.item import Item, ItemKind
from assistant.domain.memory import ReasonKind
from assistant.services.recalling import Recalling
from tests.fakes import FakeItems, FakePassages, FakeScorer, FakeSearch, FixedClock


class World:
    def __init__(self):
        self.items = FakeItems()
        self.clock = FixedClock()
        self.scorer = FakeScorer()
        passages = FakePassages(self.items)
        self.recalling = Recalling(self.items, FakeSearch(self.items), passages, self.scorer, self.clock)

    def add(self, name, text, kind=ItemKind.NOTE, **fields):
        self.items.add(Item(name, kind, text, self.clock.now_ms(), **fields))

    def recalled(self, focus, **options):
        return [one.item.id for one in self.recalling.recall(focus, **options)]


@pytest.fixture
def world():
    made = World()
    made.add("tax", "the tax office wants the form")
    made.add("tea", "buy green tea")
    return made


def test_the_best_match_comes_first_with_its_words(world):
    world.add("both", "tax form for the tea shop")
    weighed = world.recalling.recall("tax form and tea")
    assert weighed[0].item.id == "both"
    assert weighed[0].weight > weighed[1].weight
    assert weighed[0].reasons[0].kind is ReasonKind.WORDS
    assert set(weighed[0].reasons[0].detail.split(", ")) < {"tax", "form", "tea"}


def test_nothing_in_common_brings_nothing(world):
    assert world.recalled("zebra") == []
    assert world.recalled("") == []
    assert world.recalled("\0\ud800 ???") == []


def test_questions_are_left_out_unless_asked_for(world):
    world.add("asked", "where is the tax form", ItemKind.QUESTION)
    assert "asked" not in world.recalled("tax form")
    assert world.recalled("tax form", kinds={ItemKind.QUESTION}) == ["asked"]


def test_excluded_items_are_left_out(world):
    assert world.recalled("tax tea", exclude=["tax"]) == ["tea"]


def test_what_was_put_off_comes_back_at_its_time(world):
    later = world.clock.now_ms() + 1
    world.add("later", "tax papers", not_before_ms=later)
    assert world.recalled("papers") == []
    assert world.recalled("papers", now_ms=later) == ["later"]


def test_the_limit_holds_after_leaving_out(world):
    for place in range(5):
        world.add(f"off{place}", "tax tax tax", not_before_ms=world.clock.now_ms() + 1)
    assert world.recalled("tax", limit=1) == ["tax"]


def test_without_a_usable_graph_the_formula_takes_over(world):
    with_graph = world.recalling.recall("tax form")
    assert world.recalling.scorer_problem is None
    world.scorer.failure = ModelInvalid(path="scorer.onnx", reason="hash")
    assert world.recalling.recall("tax form") == with_graph
    assert world.recalling.scorer_problem is world.scorer.failure


def test_a_graph_for_other_features_is_not_used(world):
    world.scorer.groups = (ReasonKind.WORDS,)
    assert world.recalled("tax") == ["tax"]
    assert isinstance(world.recalling.scorer_problem, ModelInvalid)


def test_search_without_text_shows_the_newest(world):
    assert {hit.item.id for hit in world.recalling.search("  ")} == {"tax", "tea"}
    assert [hit.item.id for hit in world.recalling.search("tea")] == ["tea"]
