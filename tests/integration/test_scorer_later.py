"""Later turns as questions: who was answered, what the answer drew on, and stores in other shapes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from assistant.domain.item import Item, ItemKind, Provenance
from assistant.models.encoder import OnnxEncoder
from assistant.resources import resource
from assistant.training import scorer_later
from assistant.training.scorer_lessons import domains
from assistant.training.scorer_sources import SOURCES
from assistant.training.scorer_stores import MemoryStore, Reader

TOPICS = ("harbour", "violin", "glacier", "saffron", "lantern", "walnut", "compass", "orchid", "falcon", "marble")


def own_words(session, place):
    """Two words that stand in one turn alone."""
    letters = f"{chr(97 + session // 26)}{chr(97 + session % 26)}{chr(97 + place)}"
    return f"zq{letters}k vw{letters}k"


@pytest.fixture(scope="module")
def reader():
    return Reader(OnnxEncoder(resource("models"), prefer_cuda=False))


def talk(sessions=12, turns=4):
    """Sessions in which a user and an assistant take turns, each session about its own topic."""
    made = []
    for session in range(sessions):
        for place in range(turns):
            by = Provenance.ASSISTANT if place % 2 else Provenance.TYPED
            topic = TOPICS[session % len(TOPICS)]
            text = f"About the {topic} {own_words(session, place)} we spoke. It went on. Then it ended well."
            at_ms = 1_700_000_000_000 + session * 86_400_000 + place
            item_id, of = f"{session}:{place}", f"{session}"
            made.append(Item(item_id, ItemKind.MESSAGE, text, at_ms, by, session=of, position=place))
    return made


def test_a_message_is_answered_by_the_next_one_or_behind_a_line_end():
    found = scorer_later.answered(talk(2))
    assert [turn.place for turn in found] == [0, 2, 4, 6]
    assert own_words(0, 1) in found[0].answer
    both = Item("b", ItemKind.MESSAGE, f"How was it?\n{'A long answer it was. ' * 3}", 1)
    alone = Item("c", ItemKind.MESSAGE, "Nobody answered", 2)
    assert not scorer_later.answered([replace(both, kind=ItemKind.NOTE)])
    assert [(turn.place, turn.text) for turn in scorer_later.answered([both, alone])] == [(0, "How was it?")]


def test_what_shares_the_telling_words_of_an_answer_was_needed(reader):
    items = talk()
    store, everything = MemoryStore(items, reader), np.ones(len(items), bool)
    assert scorer_later.drawn_on(store, f"{own_words(3, 1)} it was, of the saffron", everything) == {"3:1"}
    assert not scorer_later.drawn_on(store, "We spoke and it ended well", everything)
    assert not scorer_later.drawn_on(store, "zebra", everything)


def test_what_does_not_count_was_not_needed(reader):
    items = talk(14)
    counts = np.array([item.provenance is not Provenance.ASSISTANT for item in items])
    gold = scorer_later.drawn_on(
        MemoryStore(items, reader), f"{own_words(3, 1)} {own_words(3, 2)}, of the saffron", counts
    )
    assert gold == {"3:2"}


def test_a_store_is_reshaped_and_keeps_what_was_said_before():
    items, seen = talk(60), {}
    for seed in range(40):
        style, made = scorer_later.past(items, 200, np.random.default_rng(seed), is_chinese=False)
        seen[style] = made
        assert made
        assert all(item.created_at_ms < items[200].created_at_ms for item in made)
    assert set(seen) == set(scorer_later.STYLES)
    sessions = {style: len({item.session for item in made}) for style, made in seen.items()}
    assert sessions["merged"] < sessions["as it is"] == 50
    assert sessions["split"] > sessions["merged"]
    assert sessions["notes"] == sessions["loose"] == 1
    assert all(item.position is None for item in seen["loose"])
    merged = [item.position for item in seen["merged"] if item.session == "0"]
    assert merged == list(range(len(merged)))


def test_a_source_without_answers_has_no_later_turns(reader, tmp_path):
    texts = '{"data": [' + ", ".join(f'{{"context": "第{n}篇讲的是港口和花园。{n}年建成。"}}' for n in range(30)) + "]}"
    place = next(at for at, source in enumerate(SOURCES) if source.name == "CMRC 2018")
    path = tmp_path / SOURCES[place].path
    path.parent.mkdir(parents=True)
    path.write_text(texts, "utf-8")
    made = domains(tmp_path, reader.encoder, lambda _: [], lambda _: ["花园"], 0, place)
    assert made
    assert not any("later" in domain.name for domain in made)
    assert "花园" in made[-1].lessons[0].text
