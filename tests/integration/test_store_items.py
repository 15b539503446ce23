from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.domain.errors import ItemMissing
from assistant.domain.item import Item, ItemKind, Language, Provenance, SearchFilter
from assistant.domain.job import Cancelled, Job
from assistant.store.indexing import INDEXED_AT_ONCE
from tests.integration.stores import NOW, Store, an_item, an_occurrence


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "home" / "store.db")


def test_every_field_comes_back(store: Store) -> None:
    item = Item(
        id="01",
        kind=ItemKind.PASSAGE,
        text="买牛奶\0 \U0001f95b \u202eabc\u202c <b>",
        created_at_ms=1,
        provenance=Provenance.IMPORTED,
        language=Language.CHINESE,
        updated_at_ms=2,
        due_at_ms=3,
        done_at_ms=4,
        is_pinned=True,
        not_before_ms=5,
        session="s",
        position=6,
        speaker="王",
        tags=("家", "a\0b"),
        people=("Bob",),
    )
    assert store.items.add(item)
    assert store.items.get("01") == item
    changed = replace(item, kind=ItemKind.NOTE, tags=(), people=(), due_at_ms=None, is_pinned=False, session=None)
    store.items.save(changed)
    assert store.items.get("01") == changed


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=40))
def test_any_text_is_kept_and_only_lone_surrogates_change(store: Store, text: str) -> None:
    item = an_item(text)
    store.items.add(item)
    kept = store.items.get(item.id).text
    if all(not 0xD800 <= ord(character) <= 0xDFFF for character in text):
        assert kept == text
    assert isinstance(kept.encode(), bytes)


def test_halves_of_one_surrogate_pair_are_joined(store: Store) -> None:
    assert store.items.get(store.keep("a\ud83d\ude00b").id).text == "a\U0001f600b"
    assert store.items.get(store.keep("a\ud83db").id).text == "a\ufffdb"


def test_an_id_is_kept_once(store: Store) -> None:
    item = an_item("first")
    assert store.items.add(item, an_occurrence(item))
    assert not store.items.add(replace(item, text="second"), an_occurrence(item, NOW + 1))
    assert store.items.get(item.id).text == "first"
    assert len(store.occurrences.for_item(item.id)) == 1
    assert store.items.count() == 1


def test_what_is_not_there_is_missing(store: Store) -> None:
    for call in (store.items.get, store.items.history):
        with pytest.raises(ItemMissing):
            call("nope\ud800")
    with pytest.raises(ItemMissing):
        store.items.save(an_item())
    assert store.items.get_many(["nope"]) == {}
    assert store.items.forget(["nope", "\ud800"]) == 0


def test_many_come_back_in_the_order_asked(store: Store) -> None:
    items = [store.keep(str(number)) for number in range(5)]
    ids = [items[3].id, "nope", items[0].id, items[3].id]
    assert list(store.items.get_many(ids)) == [items[3].id, items[0].id]


def test_an_edit_keeps_the_text_before_and_is_found_by_its_new_words(store: Store) -> None:
    item = store.keep("meet Anna in Rome")
    store.items.save(replace(item, text="meet Anna in Paris", updated_at_ms=NOW + 5))
    store.items.save(replace(item, text="meet Anna in Oslo", updated_at_ms=NOW + 9))
    history = [(version.text, version.replaced_at_ms) for version in store.items.history(item.id)]
    assert history == [("meet Anna in Paris", NOW + 9), ("meet Anna in Rome", NOW + 5)]
    assert store.found("Oslo") == ["meet Anna in Oslo"]
    assert store.found("Rome") == store.found("Paris") == []


def test_a_pin_leaves_history_and_index_alone(store: Store) -> None:
    item = store.keep("meet Anna")
    before = _index_state(store)
    store.items.save(replace(item, is_pinned=True, due_at_ms=5))
    assert store.items.history(item.id) == []
    assert _index_state(store) == before
    assert store.items.pinned() == [store.items.get(item.id)]


def _index_state(store: Store) -> list[object]:
    with store.database.reading() as connection:
        return [*connection.execute("SELECT number FROM passages"), *connection.execute("SELECT * FROM index_state")]


def test_lists_are_ordered_and_filtered(store: Store) -> None:
    note = store.keep("note", NOW + 1, tags=("home",))
    late = store.keep("late", NOW + 2, ItemKind.TASK, due_at_ms=NOW + 50)
    soon = store.keep("soon", NOW + 3, ItemKind.TASK, due_at_ms=NOW + 10, is_pinned=True)
    some_day = store.keep("some day", NOW + 4, ItemKind.TASK)
    done = store.keep("done", NOW + 5, ItemKind.TASK, done_at_ms=NOW + 60)
    items = store.items
    assert items.recent(limit=2) == [done, some_day]
    assert items.recent(limit=2, offset=3) == [late, note]
    assert items.open_tasks() == [soon, late, some_day]
    assert items.open_tasks(limit=1) == [soon]
    assert items.done_since(NOW + 60) == [done]
    assert items.done_since(NOW + 61) == []
    assert items.pinned() == [soon]
    assert list(items.everything()) == [note, late, soon, some_day, done]
    assert items.recent(limit=9, where=SearchFilter(tag="home")) == [note]
    assert items.recent(limit=9, where=SearchFilter(kinds=frozenset({ItemKind.NOTE}))) == [note]
    assert items.recent(limit=9, where=SearchFilter(open_only=True, pinned_only=True)) == [soon]
    assert items.recent(limit=9, where=SearchFilter(after_ms=NOW + 2, before_ms=NOW + 4)) == [soon, late]


def test_everything_goes_over_pages_without_gaps(store: Store) -> None:
    with store.database.writing() as connection:
        for number in range(1203):
            connection.execute(
                "INSERT INTO items (id, kind, text, created_at, provenance, language)"
                " VALUES (?, 'note', 'x', ?, 'typed', 'en')",
                (f"{number:05}", number // 7),
            )
    assert [item.id for item in store.items.everything()] == [f"{number:05}" for number in range(1203)]


def test_a_long_text_is_kept_at_once_and_found_after_indexing(store: Store) -> None:
    text = "".join(f"Line {number} is about subject{number}.\n" for number in range(20_000))
    assert len(text) > INDEXED_AT_ONCE
    item = store.keep(text)
    assert store.items.get(item.id).text == text
    assert store.found("subject19999") == []
    assert store.items.index_pending(Job()) == 1
    assert store.found("subject19999") == [text]
    assert store.items.index_pending(Job()) == 0
    assert "subject19999" in store.search.search("subject19999", limit=1)[0].snippet


def test_indexing_that_was_stopped_begins_again(store: Store) -> None:
    text = "word " * 100_000 + "end"
    store.keep(text)

    class Stopping(Job):
        turns = 0

        def check(self) -> None:
            self.turns += 1
            if self.turns == 3:
                self.cancel()
            super().check()

    with pytest.raises(Cancelled):
        store.items.index_pending(Stopping())
    assert store.items.index_pending(Job()) == 1
    with store.database.reading() as connection:
        spans = connection.execute('SELECT start, "end" FROM passages ORDER BY position').fetchall()
    assert [start for start, _ in spans] == [0, *(end for _, end in spans[:-1])]
    assert spans[-1][1] == len(text)
    assert store.database.check() == []


def test_terms_made_in_an_older_way_are_made_again(store: Store) -> None:
    texts = [store.keep(f"note number{number}").text for number in range(230)]
    store.keep("long " * 3000)
    with store.database.writing() as connection:
        connection.execute("DELETE FROM passage_terms")
        connection.execute("DELETE FROM passages")
        connection.execute("UPDATE index_state SET terms_version = 0")
    assert store.found("number7") == []
    assert store.items.index_pending(Job()) == 231
    assert store.found("number7") == [texts[7]]
    assert store.items.index_pending(Job()) == 0


def test_a_thread_has_its_own_connection_and_sees_what_others_kept(store: Store) -> None:
    seen: list[int] = []
    store.keep("one")
    thread = Thread(target=lambda: seen.append(store.items.count()))
    thread.start()
    thread.join()
    assert seen == [1]


def test_a_failed_block_leaves_nothing(store: Store) -> None:
    store.keep("one")
    with pytest.raises(ItemMissing), store.database.writing() as connection:  # noqa: PT012 - the block is what is tested
        connection.execute("DELETE FROM items")
        raise ItemMissing
    assert store.items.count() == 1


def test_the_store_opens_again_after_close(store: Store) -> None:
    store.keep("one")
    store.database.close()
    assert store.items.count() == 1
    store.database.close()
    store.database.close()
