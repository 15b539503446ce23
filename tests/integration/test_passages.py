"""The index as numbers stays equal to one read afresh, whatever is added, edited and forgotten."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest

from assistant.domain.errors import StoreBusy
from assistant.domain.item import ItemKind
from assistant.domain.job import Job
from assistant.memory import table_shape
from assistant.store import passages as passages_module
from assistant.store.passages import SqlitePassages
from tests.integration.stores import NOW, Store

TERMS = ["appl", "pear", "plum", "牛奶", "牛", "奶", "may", "ann", "missing"]
WORDS = ["apple", "pear", "plum", "牛奶", "奶牛", "in May", "the"]


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "store.db")


def facts(passages):
    """What the table says, free of row numbers that depend on the way there."""
    table = passages.table()
    names = [table.item_ids[row] for row in table.item_rows.tolist()]
    numbers = table.numbers.tolist()

    def numbered(rows):
        return [numbers[row] if row >= 0 else None for row in rows.tolist()]

    sessions = table.sessions.tolist()
    together = {tuple(numbers[row] for row, session in enumerate(sessions) if session == one) for one in set(sessions)}
    postings = {}
    for term in TERMS:
        rows, counts = passages.postings(term)
        assert (np.diff(rows) > 0).all()
        postings[term] = (numbered(rows), counts.tolist())
    columns = [table.lengths.tolist(), table.positions.tolist(), table.kinds.tolist(), table.created_at_ms.tolist()]
    return (
        numbers,
        names,
        together,
        numbered(table.previous),
        numbered(table.following),
        columns,
        postings,
        shape(table),
    )


def shape(table):
    """How large the session of each passage is, and in which burst it lies: grown from the table before."""
    sizes, lengths = (of[table.sessions].tolist() for of in table_shape.sessions(table)[1:])
    assert table_shape.lengths(table).tolist() == table.lengths.tolist()
    return sizes, lengths, table_shape.burst_of(table, np.arange(len(table.numbers))).tolist()


@pytest.mark.parametrize("seed", range(4))
def test_any_history_of_changes_gives_what_a_fresh_look_gives(store, seed):
    draw, kept, followed = random.Random(seed), [], SqlitePassages(store.database)
    for step in range(40):
        action = draw.random()
        if action < 0.6 or not kept:
            text = " ".join(draw.choices(WORDS, k=draw.randint(0, 5))) or "x"
            text = text * 400 if draw.random() < 0.1 else text
            session = draw.choice([None, "a", "b"])
            at_ms = NOW + step * draw.choice([1, table_shape.BURST_MS // 3])
            kept.append(store.keep(text, at_ms, session=session, position=draw.randint(0, 9), speaker="Ann"))
        elif action < 0.8:
            place = draw.randrange(len(kept))
            kept[place] = replace(kept[place], text=draw.choice(WORDS), kind=ItemKind.TASK, session=draw.choice("ab"))
            store.items.save(kept[place])
        else:
            store.items.forget([kept.pop(draw.randrange(len(kept))).id])
        if draw.random() < 0.7:
            assert facts(followed) == facts(SqlitePassages(store.database))
    assert facts(followed) == facts(SqlitePassages(store.database))


def test_the_passages_of_a_long_text_are_neighbours(store):
    store.keep("first " + "pear " * 1000)
    store.keep("plum")
    table = SqlitePassages(store.database).table()
    assert len(table.item_ids) == 2
    assert table.following.tolist()[:2] == [1, 2]
    assert table.previous.tolist()[-1] == -1
    assert len(set(table.sessions.tolist())) == 2


def test_a_text_indexed_later_in_slices_is_one_item(store):
    passages = SqlitePassages(store.database)
    store.keep("pear")
    item = store.keep("plum " * 40_000)
    assert len(passages.table().item_ids) == 1
    store.items.index_pending(Job())
    table = passages.table()
    assert list(table.item_ids)[-1] == item.id
    assert len(set(table.item_rows.tolist())) == 2
    assert len(set(table.sessions.tolist())) == 2


def test_a_single_chinese_character_finds_every_term_that_begins_with_it(store):
    store.keep("牛奶和奶牛")
    passages = SqlitePassages(store.database)
    passages.table()
    assert passages.postings("牛")[1].tolist() == [2]
    store.keep("公牛")
    passages.table()
    assert passages.postings("牛")[0].tolist() == [0, 1]


def test_the_cache_stays_small_and_right(store, monkeypatch):
    monkeypatch.setattr(passages_module, "MOST_POSTINGS", 3)
    passages = SqlitePassages(store.database)
    for _ in range(3):
        store.keep("apple pear plum")
    passages.table()
    for _ in range(2):
        for term in ("appl", "pear", "plum"):
            assert passages.postings(term)[0].tolist() == [0, 1, 2]


def test_an_import_of_many_passages_starts_the_cache_anew(store, monkeypatch):
    monkeypatch.setattr(passages_module, "MOST_FOLLOWED", 2)
    passages = SqlitePassages(store.database)
    store.keep("apple")
    passages.table()
    passages.postings("appl")
    for _ in range(4):
        store.keep("apple")
    assert len(passages.table().numbers) == 5
    assert passages.postings("appl")[0].tolist() == [0, 1, 2, 3, 4]


def test_two_threads_may_ask_while_a_third_keeps(store):
    passages = SqlitePassages(store.database)

    def ask():
        for _ in range(50):
            table = passages.table()
            rows, _ = passages.postings("appl")
            assert (rows < len(passages.table().numbers)).all()
            assert len(table.numbers) == len(table.lengths)

    with ThreadPoolExecutor(2) as lanes:
        asked = [lanes.submit(ask) for _ in range(2)]
        for _ in range(30):
            store.keep("apple")
        for one in asked:
            one.result()
    assert facts(passages) == facts(SqlitePassages(store.database))


@pytest.mark.parametrize("at_once", [1, 3, 10])
def test_a_store_read_in_parts_is_the_same(store, at_once, monkeypatch):
    draw = random.Random(3)
    for step in range(30):
        text = " ".join(draw.choices(WORDS, k=3)) * (300 if step == 7 else 1)
        store.keep(text, NOW + step, session=draw.choice([None, "a", "b"]), position=draw.randint(0, 9), speaker="Ann")
    whole = facts(SqlitePassages(store.database))
    monkeypatch.setattr(passages_module, "_READ_AT_ONCE", at_once)
    assert facts(SqlitePassages(store.database)) == whole


def test_names_of_sessions_and_speakers_may_hold_anything(store):
    names = ["a,b", '"a"', "[a", "a\\", "周三\n", "a\0b", "a"]
    for step, name in enumerate(names):
        for place in range(2):
            store.keep("apple pear", NOW + step, session=name, position=place, speaker=name)
    table = SqlitePassages(store.database).table()
    assert table.sessions.tolist() == [step // 2 for step in range(14)]
    assert [table.speaker_names[row] for row in table.speakers.tolist()] == [names[step // 2] for step in range(14)]
    assert table.following.tolist() == [step + 1 if step % 2 == 0 else -1 for step in range(14)]


def test_a_look_that_was_given_up_halfway_is_begun_anew(store, monkeypatch):
    for step in range(9):
        store.keep("apple pear", NOW + step, session="a", position=step)
    whole, passages = facts(SqlitePassages(store.database)), SqlitePassages(store.database)
    monkeypatch.setattr(passages_module, "_READ_AT_ONCE", 4)
    failures = iter([False, True])

    def failing(*asked):
        if next(failures):
            raise StoreBusy
        return read(*asked)

    read = passages_module._new_passages
    with monkeypatch.context() as patched:
        patched.setattr(passages_module, "_new_passages", failing)
        with pytest.raises(StoreBusy):
            passages.table()
    assert facts(passages) == whole
