"""Recall over a real store and graph: found in both languages, for reasons that hold when tested."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.domain.item import ItemKind, SearchFilter
from assistant.domain.job import Job
from assistant.domain.memory import ReasonKind
from assistant.models.encoder import OnnxEncoder
from assistant.models.scorer import OnnxScorer
from assistant.resources import resource
from assistant.services.encoding import Encoding
from assistant.services.meaning import Meaning
from assistant.services.recalling import Recalling
from assistant.store import search as searching
from assistant.store.passages import SqlitePassages
from assistant.store.vectors import SqliteVectors
from tests.fakes import FixedClock
from tests.integration.stores import NOW, Store

QUESTIONS = ["when is the dentist", "谁买了牛奶", "the budget for the garden project", "train tickets to Berlin in May"]


@pytest.fixture
def store(tmp_path):
    made = Store(tmp_path / "store.db")
    for text in (
        "The dentist moved the appointment to Monday",
        "妈妈让我下班买牛奶和面包",
        "小明昨天买了牛奶",
        "Garden project: the budget is 400 euros",
        "Anna knows a good garden shop",
        "Train tickets for Berlin, leaving 7 May",
        "Bob came back from Berlin",
    ):
        made.keep(text)
    for place, text in enumerate(["Did you see the museum?", "Yes, the one with the whales", "Let us go there again"]):
        made.keep(text, NOW + place, ItemKind.MESSAGE, session="chat", position=place, speaker="Carla")
    return made


def recalling(store):
    return Recalling(
        store.items, store.search, SqlitePassages(store.database), OnnxScorer(resource("models")), FixedClock(NOW)
    )


def test_both_languages_are_found(store):
    recall = recalling(store).recall
    assert recall("when is the dentist")[0].item.text.startswith("The dentist")
    assert {one.item.text for one in recall("牛奶")} == {"妈妈让我下班买牛奶和面包", "小明昨天买了牛奶"}


def test_a_turn_is_found_through_its_neighbour(store):
    weighed = recalling(store).recall("what about the whales")
    assert len(weighed) == 3
    kinds = {one.item.text: {reason.kind for reason in one.reasons} for one in weighed}
    assert ReasonKind.NEIGHBOURS in kinds["Let us go there again"]
    assert ReasonKind.SESSION in kinds["Did you see the museum?"]


@pytest.mark.parametrize("question", QUESTIONS)
def test_taking_away_the_words_a_reason_names_takes_away_the_weight(store, question):
    """The deletion test: what is named as the strongest reason is what the selection hangs on."""
    best = recalling(store).recall(question)[0]
    reason = best.reasons[0]
    assert reason.kind is ReasonKind.WORDS
    text = best.item.text
    for word in reason.detail.split(", "):
        assert word in text
        text = text.replace(word, "")
    store.items.save(replace(best.item, text=text))
    after = {one.item.id: one.score for one in recalling(store).recall(question)}
    assert after.get(best.item.id, 0.0) < best.score * 0.7


def test_weights_are_a_share_of_the_whole(store):
    weighed = recalling(store).recall("Berlin garden budget dentist 牛奶")
    assert 0 < sum(one.weight for one in weighed) < 1.01
    assert [one.weight for one in weighed] == sorted((one.weight for one in weighed), reverse=True)
    assert all(sum(reason.share for reason in one.reasons) <= 1.0001 for one in weighed)


def test_a_forgotten_item_is_never_recalled_again(store):
    recall = recalling(store).recall
    best = recall("dentist")[0].item
    store.items.forget([best.id])
    assert recall("dentist") == []


def test_what_another_process_keeps_is_recalled(store):
    recall = recalling(store).recall
    assert recall("zebra") == []
    Store(store.path).keep("a zebra in the zoo")
    assert len(recall("zebra")) == 1


def test_a_search_shows_what_was_kept_above_what_was_asked(store):
    store.keep("dentist?", NOW + 9, ItemKind.QUESTION)
    found = [hit.item.text for hit in recalling(store).search("dentist")]
    assert found == ["The dentist moved the appointment to Monday", "dentist?"]


def test_the_exact_note_is_found_among_very_many_with_its_words(store, monkeypatch):
    exact = store.keep("call Anna", NOW - 10)
    long = store.keep("chapter one\n\n" + "nothing to see here. " * 200 + "\n\ncall Anna about the boat", NOW - 5)
    for place in range(60):
        store.keep(f"call somebody else, number {place}, and tell Anna's sister later", NOW + place)
    monkeypatch.setattr(searching, "MOST_RANKED", 10)
    made = recalling(store)

    assert store.search.is_partial("call Anna")
    assert not store.search.is_partial("boat")
    found = made.search("call Anna", limit=100)

    assert found[0].item == exact
    assert len(found) == 63, "all that hold one of the words, once"
    snippets = {hit.item.id: hit.snippet for hit in found}
    assert "call Anna about the boat" in snippets[long.id]
    assert made.search("", limit=1)
    assert not made.search("???", limit=1)


def with_meaning(store):
    encoder, vectors = OnnxEncoder(resource("models")), SqliteVectors(store.database)
    Encoding(encoder, vectors).catch_up(Job())
    made = (store.items, store.search, SqlitePassages(store.database), OnnxScorer(resource("models")), FixedClock(NOW))
    return Recalling(*made, meaning=Meaning(encoder, vectors))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("牙医", "The dentist moved the appointment to Monday"),
        ("who bought milk", "小明昨天买了牛奶"),
        ("预算", "budget"),
    ],
)
def test_a_question_in_the_other_language_finds_the_note(store, question, answer):
    made = with_meaning(store)

    assert answer in made.search(question)[0].item.text
    assert answer in made.recall(question)[0].item.text


def test_what_has_the_words_stands_before_what_has_the_meaning(store):
    store.keep("牛奶 milk")
    found = [hit.item.text for hit in with_meaning(store).search("milk")]

    assert found[0] == "牛奶 milk"
    assert "小明昨天买了牛奶" in found[1:]


def test_a_filter_admits_what_the_store_finds_with_it(store):
    store.keep("pay the dentist", kind=ItemKind.TASK, tags=("home",), is_pinned=True)
    for where in (
        SearchFilter(kinds=frozenset([ItemKind.TASK, ItemKind.MESSAGE])),
        SearchFilter(tag="home"),
        SearchFilter(pinned_only=True),
        SearchFilter(open_only=True),
        SearchFilter(set_aside_only=True),
        SearchFilter(after_ms=NOW + 1),
        SearchFilter(before_ms=NOW + 1),
    ):
        everything = store.items.recent(limit=99)
        chosen = store.items.recent(limit=99, where=where)
        assert [item for item in everything if where.admits(item)] == chosen
