"""What names an item is found through the index: the same as by looking at every item."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.app import App, build
from assistant.cli.call import Call
from assistant.cli.naming import named_among, named_items
from assistant.domain.errors import AssistantError, ItemMissing, SeveralItems
from assistant.domain.item import Item, ItemKind, Language
from assistant.language.wording import error_sentence
from assistant.paths import Paths
from assistant.store.names import SqliteNames
from tests.fakes import FakeItems, FakeNames, FixedClock
from tests.integration.stores import Store, an_item

_WORDS = (
    "buy", "Buying", "milk", "oat", "the", "to", "don't", "café", "cafe", "3pm", "feed", "C0DE", "二月", "十二月", "月",
    "周一", "报税", "给王老师买牛奶", "牛奶", "奶", "王", "，", "...", "milk-powder",
)  # fmt: skip
_TEXTS = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=4).map(" ".join)
_GIVEN = st.lists(
    st.sampled_from(_WORDS) | st.sampled_from(["奶粉", "oat milk", "老师", "0001", "nothing"]), min_size=1
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "items.db")
    yield store
    store.database.close()


def a_call(app: App) -> Call:
    return Call(app, cast(Any, None), Language.ENGLISH, Path())


def outcome(found: Callable[[], list[Item]]) -> object:
    """What a look-up gives, for comparing."""
    try:
        return [item.id for item in found()]
    except AssistantError as error:
        return type(error), error.facts.get("usage")


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(_TEXTS, st.booleans()), max_size=9),
    st.lists(_GIVEN, min_size=1, max_size=4),
    st.sampled_from([None, "open", "done"]),
)
def test_the_index_finds_what_a_look_at_everything_finds(
    texts: list[tuple[str, bool]], wanted: list[list[str]], first: Any
):
    with tempfile.TemporaryDirectory() as folder:
        app = build(Paths.under(Path(folder)), clock=FixedClock.at("2026-11-24T09:00", "Europe/Berlin"))
        for number, (text, is_done) in enumerate(texts):
            done_at_ms = number if is_done else None
            app.items.add(Item(f"{number:026}", ItemKind.TASK, text, 1_000 * number, done_at_ms=done_at_ms))
        for words in wanted:
            everything = list(app.items.everything())
            by_index = outcome(partial(named_items, a_call(app), words, first))
            by_looking = outcome(partial(named_among, words, everything, first))
            assert by_index == by_looking, words
        app.close()


@pytest.mark.parametrize("first", [None, "open", "done"])
def test_the_store_goes_through_items_as_the_fake_does(store: Store, first: Any):
    fake = FakeItems()
    for number in range(9):
        item = an_item(f"milk {number}", at_ms=1_000 * number)
        item = Item(item.id, ItemKind.TASK, item.text, item.created_at_ms, done_at_ms=number if number % 3 else None)
        store.items.add(item)
        fake.add(item)
    names, expected = SqliteNames(store.database), FakeNames(fake)

    assert list(names.perhaps_holding("milk", first)) == list(expected.perhaps_holding("milk", first))
    end = next(iter(fake.rows))[-3:].lower()
    assert names.ending(end, 5) == expected.ending(end, 5)
    assert len(names.ending("", 4)) <= 4


def test_what_is_not_indexed_yet_is_found(store: Store):
    long = store.keep("zebra " + "filling words " * 3_000)
    names = SqliteNames(store.database)
    with store.database.reading() as connection:
        assert connection.execute("SELECT is_indexed FROM items").fetchall() == [(0,)]

    assert list(names.perhaps_holding("zebra")) == [long]


def test_words_apart_in_a_long_text_are_found_together(store: Store):
    item = store.keep("zebra at the beginning. " + "Filling words stand here. " * 200 + "Curtains at the end.")
    store.keep("zebra alone")

    assert list(SqliteNames(store.database).perhaps_holding("curtains zebra")) == [item]


def test_five_are_listed_the_newest_first(tmp_path: Path):
    app = build(Paths.under(tmp_path), clock=FixedClock.at("2026-11-24T09:00", "Europe/Berlin"))
    for number in range(7):
        app.items.add(an_item(f"milk {number}", at_ms=1_000 * number))

    with pytest.raises(SeveralItems) as told:
        named_items(a_call(app), ["milk"])

    lines = str(told.value.facts["usage"]).splitlines()
    assert [line.split()[-1] for line in lines] == ["6", "5", "4", "3", "2", "…"]
    assert error_sentence(told.value, Language.ENGLISH) == "More than one item fits “milk”. Name one by its id."
    assert error_sentence(told.value, Language.CHINESE) == "有几个条目符合“milk”，请用编号指明。"
    with pytest.raises(ItemMissing):
        named_items(a_call(app), ["the"])
    app.close()
