"""What training sees is what the program sees; and only sets whose licence allows it may teach."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

from assistant.app import Paths, build
from assistant.domain.item import Item, ItemKind
from assistant.domain.job import Job
from assistant.evaluation.cases import DataInvalid, Question
from assistant.memory import attention, features, ranking
from assistant.memory.rehearsal import Rehearsal
from assistant.models.encoder import OnnxEncoder
from assistant.resources import resource
from assistant.store.passages import SqlitePassages
from assistant.training import scorer_shapes, scorer_sources
from assistant.training.scorer_lessons import Domain, Lesson
from assistant.training.scorer_measure import measure
from assistant.training.scorer_stores import MemoryStore, Reader
from assistant.training.worlds import worlds

WORLD = next(world for world in worlds(11, 9) if any(item.session for item in world.items))


@pytest.fixture(scope="module")
def reader():
    return Reader(OnnxEncoder(resource("models"), prefer_cuda=False))


def test_a_store_in_memory_finds_and_sees_what_the_real_one_does(tmp_path, reader):
    items = [*WORLD.items[:60], Item("long", ItemKind.NOTE, "The harbour. " * 400, WORLD.items[60].created_at_ms)]
    app = build(Paths.under(tmp_path))
    try:
        for item in items:
            app.items.add(item)
        app.items.index_pending(Job())
        passages = SqlitePassages(app.database)
        table, ours = passages.table(), MemoryStore(items, reader)
        for question in WORLD.questions[:12]:
            terms = ranking.focus_terms(question.text)
            real, mine = ranking.match(passages, table, terms), ranking.match(ours, ours.table(), terms)
            assert ranking.formula(real) == pytest.approx(ranking.formula(mine), abs=1e-4)
            rows = ranking.candidates(ranking.formula(real))
            pairs = features.pair_features(question.text, real, table, rows)
            others = features.pair_features(question.text, mine, ours.table(), rows)
            assert pairs == pytest.approx(others, abs=1e-4)
    finally:
        app.close()


def test_candidates_have_every_kind_of_evidence(reader):
    store = MemoryStore(WORLD.items, reader)
    found = store.find(WORLD.questions[0].text)
    assert found is not None
    assert found.pairs.shape == (len(found.places), len(features.FEATURES))
    assert found.pairs[:, features.COLUMNS["likeness"]].any()
    assert store.find("") is None or len(store.find("").places)


def test_chats_and_notes_are_cut_from_the_texts(reader):
    draw = np.random.default_rng(0)
    texts = [Item(f"{n}", ItemKind.PASSAGE, f"Alpha {n} is here. Beta {n} is there. Gamma {n}.", n) for n in range(40)]
    chat = scorer_shapes.chat(texts, draw, is_chinese=False)
    assert len({item.session for item in chat}) > 5
    assert all(item.session is not None and item.position is not None for item in chat)
    notes = scorer_shapes.notes(texts, draw)
    assert all(item.session is None for item in notes)
    assert Rehearsal(chat).can_ask


def test_a_source_that_is_not_on_the_list_is_refused(tmp_path):
    other = replace(scorer_sources.SOURCES[0], name="LoCoMo")
    with pytest.raises(DataInvalid):
        scorer_sources.read(other, tmp_path)
    assert not any("locomo" in source.path.casefold() for source in scorer_sources.SOURCES)


def test_every_source_names_a_licence_that_allows_it():
    allowed = {"CC BY-SA 4.0", "Apache-2.0", "MIT"}
    assert {source.licence for source in scorer_sources.SOURCES} <= allowed


def test_of_memory_bank_only_the_texts_of_some_users_teach(tmp_path):
    users = [f"u{number}" for number in range(7)]
    bank = {name: {"name": name, "history": {"2023-05-01": [{"query": "tea", "response": "yes"}]}} for name in users}
    labels = [
        {"id": f"q{n}", "user_en": name, "user_zh": name, "q_en": "tea?", "q_zh": "茶?", "gold": [], "gold_en": []}
        for n, name in enumerate(users)
    ]
    folder = tmp_path / "evaluation" / "memorybank_dev"
    folder.mkdir(parents=True)
    (folder / "memory_bank_en.json").write_text(json.dumps(bank), "utf-8")
    (folder / "evidence_labels.json").write_text(json.dumps(labels), "utf-8")
    source = next(one for one in scorer_sources.SOURCES if one.name == "MemoryBank en")
    known = scorer_sources.read(source, tmp_path)
    assert [case.name for case in known] == users[: scorer_sources.TAUGHT_USERS]
    assert not any(isinstance(event, Question) for case in known for event in case.events)


def test_measures_count_what_is_found():
    pairs = np.zeros((3, len(features.FEATURES)), np.float32)
    pairs[:, features.COLUMNS["words_bm25"]] = [3, 2, 1]
    gold = np.array([True, False, False])
    domain = Domain("one", lessons=[Lesson(pairs.astype(np.float16), gold, "a", "?")])
    found = measure(attention.baseline_weights(), domain)
    assert found.at_5[0] == 1
    assert found.silent is None
    assert "one" in found.line()
