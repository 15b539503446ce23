"""Vectors are kept beside their passages, go with them, and are what a fresh look at the store finds."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.job import Cancelled, Job
from assistant.services.encoding import AT_ONCE, Encoding
from assistant.store import vector_rows
from assistant.store import vectors as vectors_module
from assistant.store.passages import SqlitePassages
from assistant.store.vector_rows import VectorRows, quantised, restored
from assistant.store.vectors import SqliteVectors
from tests.fakes import FakeEncoder
from tests.integration.stores import NOW, Store

WORDS = ["apple", "pear", "plum", "tea", "river"]


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "store.db")


def unit(draw, count, dimension=64):
    rows = draw.normal(size=(count, dimension)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def encoded(store, encoder):
    vectors = SqliteVectors(store.database)
    Encoding(encoder, vectors).catch_up(Job())
    return vectors


@pytest.mark.parametrize("seed", range(3))
def test_any_history_gives_the_cosines_that_a_fresh_look_gives(store, seed):
    draw, kept = random.Random(seed), []
    encoder, passages, followed = FakeEncoder(), SqlitePassages(store.database), SqliteVectors(store.database)
    background = Encoding(encoder, followed)
    question = encoder.vectors([encoder.pieces("apple tea")])[0]
    for step in range(40):
        action = draw.random()
        if action < 0.5 or not kept:
            kept.append(store.keep(" ".join(draw.choices(WORDS, k=draw.randint(1, 5))), NOW + step))
        elif action < 0.65:
            place = draw.randrange(len(kept))
            kept[place] = replace(kept[place], text=draw.choice(WORDS))
            store.items.save(kept[place])
        elif action < 0.8:
            store.items.forget([kept.pop(draw.randrange(len(kept))).id])
        elif action < 0.9:
            background.catch_up(Job(), most=1)
        else:
            background.catch_up(Job())
        if draw.random() < 0.5:
            numbers = passages.table().numbers
            found = followed.cosines("fake", numbers, question)
            assert found.tolist() == SqliteVectors(store.database).cosines("fake", numbers, question).tolist()
    background.catch_up(Job())

    table = passages.table()
    texts = {item.id: item.text for item in kept}
    expected = encoder.vectors([encoder.pieces(texts[table.item_ids[row]]) for row in table.item_rows]) @ question
    assert followed.cosines("fake", table.numbers, question) == pytest.approx(expected, abs=0.02)


@pytest.mark.parametrize("limit", [None, "MOST_MULTIPLIED", "MOST_KEPT"])
def test_a_closer_look_has_the_pieces_and_the_exact_cosines(store, limit, monkeypatch):
    for text in ("apple tea", "pear", "plum river tea"):
        store.keep(text)
    encoder = FakeEncoder()
    vectors, numbers = encoded(store, encoder), np.array([1, 2, 3])
    question = encoder.vectors([encoder.pieces("tea with plum")])[0]
    if limit:
        monkeypatch.setattr(vector_rows, "MOST_MULTIPLIED", 50)
        monkeypatch.setattr(vector_rows, limit, 50)
    estimated = vectors.cosines("fake", numbers, question)

    bags, cosines = vectors.closer("fake", np.array([3, 99, 1]), question)

    assert bags.lengths.tolist() == [3, 0, 2]
    assert bags.pieces.tolist() == [*encoder.pieces("plum river tea"), *encoder.pieces("apple tea")]
    exact = encoder.vectors([encoder.pieces("plum river tea"), encoder.pieces("apple tea")]) @ question
    assert cosines[[0, 2]] == pytest.approx(exact, abs=0.02)
    assert cosines[1] == 0
    assert (estimated[[2, 0]] == pytest.approx(cosines[[0, 2]], abs=1e-5)) is (limit is None)
    assert not vectors.closer("another", np.array([3]), question)[1].any()


def test_what_is_forgotten_leaves_no_vector(store):
    kept, gone = store.keep("tea"), store.keep("river")
    vectors = encoded(store, FakeEncoder())

    store.items.forget([gone.id])

    with store.database.reading() as connection:
        numbers = connection.execute("SELECT passage_number FROM vectors").fetchall()
    assert len(numbers) == 1
    assert vectors.counts("fake") == (1, 1)
    assert store.items.get(kept.id) == kept


def test_a_passage_that_is_gone_when_its_vector_is_ready_is_left_out(store):
    item = store.keep("tea")
    vectors, encoder = SqliteVectors(store.database), FakeEncoder()
    (number, text), *_ = vectors.pending("fake", 10)
    store.items.save(replace(item, text="river"))
    pieces = [encoder.pieces(text)]

    assert vectors.add("fake", [number], pieces, encoder.vectors(pieces)) == 0
    assert [text for _, text in vectors.pending("fake", 10)] == ["river"]


def test_another_encoder_encodes_everything_again_and_old_vectors_count_as_none(store):
    for word in WORDS:
        store.keep(word)
    first, second = FakeEncoder(name="first"), FakeEncoder(name="second")
    vectors = encoded(store, first)
    numbers = SqlitePassages(store.database).table().numbers
    question = second.vectors([second.pieces("tea")])[0]

    assert not vectors.cosines("second", numbers, question).any()
    assert Encoding(second, vectors).catch_up(Job()) == len(WORDS)
    assert vectors.cosines("second", numbers, question).max() == pytest.approx(1, abs=0.01)
    assert vectors.counts("first") == (0, len(WORDS))


def test_a_stopped_run_goes_on_where_it_was(store):
    for number in range(2 * AT_ONCE + 10):
        store.keep(f"note {number}")
    vectors, encoder = SqliteVectors(store.database), FakeEncoder()

    class Stopping(Job):
        turns = 0

        def check(self):
            self.turns += 1
            if self.turns == 2:
                raise Cancelled

    with pytest.raises(Cancelled):
        Encoding(encoder, vectors).catch_up(Stopping())

    assert vectors.counts("fake")[0] == AT_ONCE
    newest, _ = vectors.pending("fake", 1)[0]
    assert newest == AT_ONCE + 10, "the newest were encoded first"
    assert Encoding(encoder, vectors).catch_up(Job()) == AT_ONCE + 10
    assert vectors.pending("fake", 1) == []


_ENDLESS = """
import sys
from pathlib import Path
from assistant.domain.job import Cancelled, Job
from assistant.services.encoding import Encoding
from assistant.store.database import Database
from assistant.store.vectors import SqliteVectors
from tests.fakes import FakeEncoder

vectors = SqliteVectors(Database(Path(sys.argv[1])))
number = 0
while True:
    number += 1
    encoder = FakeEncoder(name=f"model {number}")
    Encoding(encoder, vectors).catch_up(Job())
    print(number, flush=True)
"""


def test_a_killed_run_leaves_whole_vectors_and_the_next_one_goes_on(store):
    for number in range(600):
        store.keep(f"note {number} about tea")
    process = subprocess.Popen([sys.executable, "-c", _ENDLESS, str(store.path)], stdout=subprocess.PIPE, text=True)
    with process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGKILL)

    encoder = FakeEncoder()
    vectors = encoded(store, encoder)

    assert store.database.check() == []
    assert vectors.counts("fake") == (600, 600)
    bags, _ = vectors.closer("fake", np.arange(1, 601), np.eye(64, dtype=np.float32)[0])
    expected = [encoder.pieces(f"note {number} about tea").tolist() for number in range(600)]
    assert bags.pieces.tolist() == [piece for some in expected for piece in some]


def test_the_encoder_reads_who_said_it(store):
    store.keep("I will be late", speaker="Anna")
    assert SqliteVectors(store.database).pending("fake", 10) == [(1, "Anna: I will be late")]


def test_what_is_kept_after_everything_was_encoded_is_pending_again(store):
    store.keep("tea")
    vectors = encoded(store, FakeEncoder())
    store.keep("river")
    long = store.keep("plum " * 8000)
    store.items.index_pending(Job())

    pending = vectors.pending("fake", 1000)

    assert pending[-1][1] == "river"
    assert "".join(text for _, text in reversed(pending[:-1])).split() == long.text.split()


def test_a_backup_put_in_the_stores_place_is_looked_at_anew(store, tmp_path):
    store.keep("tea")
    store.database.backup_to(tmp_path / "copy.db")
    vectors = encoded(store, FakeEncoder())
    numbers = SqlitePassages(store.database).table().numbers
    question = np.eye(64, dtype=np.float32)[0]
    assert vectors.cosines("fake", numbers, question).any()

    store.database.close()
    (tmp_path / "copy.db").replace(store.path)

    assert not vectors.cosines("fake", numbers, question).any()
    assert len(vectors.pending("fake", 10)) == 1


@pytest.mark.parametrize("at_once", [1, 7, 30])
def test_vectors_read_in_parts_are_the_same(store, at_once, monkeypatch):
    draw = random.Random(2)
    for _ in range(30):
        store.keep(" ".join(draw.choices(WORDS, k=3)))
    encoder = FakeEncoder()
    encoded(store, encoder)
    numbers = SqlitePassages(store.database).table().numbers
    question = encoder.vectors([encoder.pieces("tea with plum")])[0]
    whole = SqliteVectors(store.database).cosines("fake", numbers, question)
    assert whole.all()
    monkeypatch.setattr(vectors_module, "_READ_AT_ONCE", at_once)
    assert SqliteVectors(store.database).cosines("fake", numbers, question).tolist() == whole.tolist()


@pytest.mark.parametrize("limit", ["MOST_MULTIPLIED", "MOST_KEPT"])
def test_a_store_that_grows_large_estimates(limit, monkeypatch):
    draw = np.random.default_rng(0)
    vectors, question = unit(draw, 2000), unit(draw, 1)[0]
    vectors[7] = 0
    numbers = np.arange(1, 2001)
    rows = VectorRows(64)
    rows.align(numbers[:1000])
    rows.put(numbers[:1000], quantised(vectors[:1000]), [b""] * 1000)
    assert rows.is_exact
    assert rows.cosines(question) == pytest.approx(vectors[:1000] @ question, abs=0.02)
    monkeypatch.setattr(vector_rows, "MOST_MULTIPLIED", 1500 * 64)
    monkeypatch.setattr(vector_rows, limit, 1500 * 64)
    monkeypatch.setattr(vector_rows, "CLOSE", 300)

    rows.align(numbers)
    rows.put(numbers[1000:], quantised(vectors[1000:]), [b""] * 1000)

    exact, found = vectors @ question, rows.estimates(question, vectors[::10])
    assert not rows.is_exact
    assert found[7] == 0
    assert np.corrcoef(found, exact)[0, 1] > 0.6
    nearest, seeming = np.argsort(-exact)[:10], np.argsort(-found)
    assert len(set(nearest.tolist()) & set(seeming[:300].tolist())) >= 8
    assert np.corrcoef(found[seeming[:200]], exact[seeming[:200]])[0, 1] > 0.5
    fresh = VectorRows(64)
    fresh.align(numbers)
    fresh.put(numbers, quantised(vectors), [b""] * 2000)
    assert fresh.estimates(question, vectors[::10]).tolist() == found.tolist()
    assert (rows.look(numbers[:3], question) is None) is (limit == "MOST_KEPT")

    rows.align(numbers[100:600])
    if limit == "MOST_MULTIPLIED":
        assert rows.cosines(question) == pytest.approx(exact[100:600], abs=0.02)
    else:
        assert np.corrcoef(rows.estimates(question, vectors[::10]), exact[100:600])[0, 1] > 0.6


@given(st.integers(0, 1000), st.sampled_from([8, 64, 200, 520]))
def test_estimates_are_those_of_the_plain_formula(seed, dimension):
    draw = np.random.default_rng(seed)
    vectors, question = unit(draw, 600, dimension), unit(draw, 1, dimension)[0]
    vectors[5] = 0
    sample = vectors[::7]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vector_rows, "MOST_MULTIPLIED", 0)
        patch.setattr(vector_rows, "CLOSE", 50)
        patch.setattr(vector_rows, "_BLOCK", 100)
        rows = VectorRows(dimension)
        rows.align(np.arange(600))
        rows.put(np.arange(600), quantised(vectors), [b""] * 600)

        found = rows.estimates(question, sample)

    def fitted(some, of_sample):
        exact = sample @ question
        factor = exact.std() / of_sample.std()
        return some * factor + exact.mean() - factor * of_sample.mean()

    positive = quantised(vectors) > 0
    apart, of_sample = (positive != (question > 0)).sum(axis=1), ((sample > 0) != (question > 0)).sum(axis=1)
    far = fitted(-apart, -of_sample)
    near = fitted(np.where(positive, 1, -1) @ question, np.where(sample > 0, 1, -1) @ question)
    expected = np.where(apart <= np.partition(apart, 50)[50], near, far)
    expected[5] = 0
    assert found == pytest.approx(expected, abs=1e-5)


def test_estimates_have_the_mean_and_the_spread_of_exact_cosines(store, monkeypatch):
    draw = random.Random(1)
    for _ in range(200):
        store.keep(" ".join(draw.choices(WORDS, k=3)))
    encoder = FakeEncoder()
    vectors, numbers = encoded(store, encoder), SqlitePassages(store.database).table().numbers
    question = encoder.vectors([encoder.pieces("tea with plum")])[0]
    exact = SqliteVectors(store.database).cosines("fake", numbers, question)
    monkeypatch.setattr(vector_rows, "MOST_MULTIPLIED", 50)
    assert not vectors.is_estimating

    estimated = vectors.cosines("fake", numbers, question)

    assert vectors.is_estimating
    assert (estimated.mean(), estimated.std()) == pytest.approx((exact.mean(), exact.std()), abs=0.01)
    assert np.corrcoef(estimated, exact)[0, 1] > 0.3

    store.keep("river")
    with_one_more = SqlitePassages(store.database).table().numbers
    assert vectors.cosines("fake", with_one_more, question)[-1] == 0


@given(st.integers(0, 1000))
def test_bytes_keep_the_direction_of_a_vector(seed):
    vectors = unit(np.random.default_rng(seed), 5) * np.float32(3)

    again = restored(quantised(vectors))

    assert (again * vectors / 3).sum(axis=1) == pytest.approx(np.ones(5), abs=1e-3)
    assert not restored(quantised(np.zeros((1, 4), np.float32))).any()
