"""The log of what was shown and used: bounded, without text, gone with the item, erased by a reset."""

from __future__ import annotations

import pytest

from assistant.domain.learning import Calibration, LearnedFrom, Shown, ShownRow
from assistant.domain.memory import ReasonKind, Use, UseKind
from assistant.store import learned as learned_module
from assistant.store.learned import SqliteLearned
from tests.integration.stores import NOW, Store


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path / "sidemind.db")
    yield store
    store.database.close()


@pytest.fixture
def learned(store):
    return SqliteLearned(store.database)


def shown(*item_ids, at_ms=NOW, features=(0.5, 2.0)):
    return Shown(at_ms, "1-abc", 0.75, [ShownRow(item_id, 1.25, features) for item_id in item_ids])


def test_what_was_shown_comes_back_with_its_uses(store, learned):
    one, two = store.keep("call Bob"), store.keep("feed the cat")
    learned.add(shown(one.id, two.id))
    store.residents.record(
        [Use(two.id, UseKind.OPENED, NOW + 5), Use(two.id, UseKind.ASKED, NOW + 6), Use(one.id, UseKind.CITED, NOW - 5)]
    )
    log = learned.log()
    assert log.shown == [shown(one.id, two.id)]
    assert log.uses == [Use(two.id, UseKind.OPENED, NOW + 5)]
    assert learned.count(0) == (1, 2)
    assert learned.count(NOW + 1) == (1, 1)


def test_features_survive_as_small_numbers_whatever_they_are(store, learned):
    item = store.keep("call Bob")
    learned.add(shown(item.id, features=(1e9, float("nan"), -1e9, 0.1)))
    (row,) = learned.log().shown[0].rows
    assert row.features == pytest.approx((65504.0, 0.0, -65504.0, 0.1), abs=1e-3)


def test_only_the_latest_are_kept(store, learned, monkeypatch):
    monkeypatch.setattr(learned_module, "MOST_SHOWN", 3)
    item = store.keep("call Bob")
    for place in range(5):
        learned.add(shown(item.id, at_ms=NOW + place))
    assert [one.at_ms for one in learned.log().shown] == [NOW + 2, NOW + 3, NOW + 4]


def test_a_forgotten_item_takes_its_rows_along(store, learned):
    one, two = store.keep("call Bob"), store.keep("feed the cat")
    learned.add(shown(one.id, two.id))
    store.items.forget([one.id])
    assert [row.item_id for row in learned.log().shown[0].rows] == [two.id]


def test_an_item_that_is_gone_already_is_left_out(store, learned):
    item = store.keep("call Bob")
    learned.add(shown("01GONE", item.id))
    assert [row.item_id for row in learned.log().shown[0].rows] == [item.id]


def test_what_was_learned_comes_back_and_a_reset_ends_it(store, learned):
    item = store.keep("call Bob")
    learned.add(shown(item.id))
    found = Calibration("1-abc", (0.5, -1.0), 0.25, ((ReasonKind.SESSION, 0.8),), 34, 1.5, 1.25)
    learned.keep(LearnedFrom.USE, found, NOW)
    learned.keep(LearnedFrom.REHEARSAL, Calibration("1-abc"), NOW)
    learned.keep(LearnedFrom.USE, found, NOW + 1)
    assert learned.load(LearnedFrom.USE) == (found, NOW + 1)
    learned.reset()
    assert learned.load(LearnedFrom.USE) is None
    assert learned.load(LearnedFrom.REHEARSAL) is None
    assert learned.log().shown == []
    assert learned.count(0) == (0, 0)


def test_nothing_learned_yet(learned):
    assert learned.load(LearnedFrom.USE) is None
    assert learned.count(0) == (0, 0)
