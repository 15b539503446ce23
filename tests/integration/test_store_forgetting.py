from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.domain.conversation import Citation, Role
from assistant.domain.errors import ItemMissing
from assistant.domain.item import Item
from assistant.domain.job import Job
from assistant.domain.memory import LetGoCause, Tombstone, Use, UseKind
from tests.integration.stores import NOW, Store, a_conversation, a_turn, an_item, an_occurrence

SECRET = "Zyzzyva's appointment at the quibbleclinic 银杏诊所"
TRACES = ("Zyzzyva", "zyzzyva", "quibbleclin", "银杏", "nincompoop")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store.db")


def _bytes(store: Store) -> bytes:
    files = [file for file in store.path.parent.iterdir() if file.is_file() and not file.name.endswith("-shm")]
    return b"".join(file.read_bytes() for file in files)


def _traces(store: Store) -> list[str]:
    return [trace for trace in TRACES if trace.encode() in _bytes(store)]


def _remember_everywhere(store: Store) -> Item:
    """An item with everything that can hang on one, among a hundred others."""
    for number in range(100):
        store.keep(f"something else {number} with filler words about clinics and appointments")
    conversation, item = a_conversation(SECRET[:20] + "…"), replace(an_item(SECRET), tags=("nincompoop",))
    store.conversations.start(conversation)
    store.conversations.add_turn(a_turn(conversation, SECRET, item_id=item.id), item)
    cited = (Citation(1, item.id, SECRET, NOW),)
    store.conversations.add_turn(a_turn(conversation, f"You said: {SECRET} [1]", Role.ASSISTANT, citations=cited))
    store.items.save(replace(item, text=f"{SECRET}!"))
    store.occurrences.add(an_occurrence(item))
    store.residents.record([Use(item.id, UseKind.OPENED, NOW)])
    store.residents.replace({item.id: 0.5}, [Tombstone(item.id, NOW, LetGoCause.FADED, 0.1)])
    return item


def test_a_forgotten_text_is_nowhere_in_the_files(store: Store) -> None:
    item = _remember_everywhere(store)
    assert set(_traces(store)) == set(TRACES)
    assert store.items.forget([item.id, item.id, "nope"]) == 1
    assert _traces(store) == []
    store.database.close()
    assert _traces(store) == []
    assert store.database.check() == []


def test_forgetting_takes_what_hangs_on_the_item(store: Store) -> None:
    item = _remember_everywhere(store)
    store.items.forget([item.id])
    with pytest.raises(ItemMissing):
        store.items.get(item.id)
    assert store.found("quibbleclinic") == []
    assert store.occurrences.for_item(item.id) == []
    assert store.residents.load() == store.residents.uses([item.id]) == {}
    assert store.residents.tombstones() == []
    [conversation] = store.conversations.recent()
    asked, answered = store.conversations.turns(conversation.id)
    assert (conversation.title, asked.text, asked.item_id, answered.text) == ("", "", None, "")
    assert [source.text for source in answered.citations] == [""]
    assert store.items.count() == 100


def test_an_answer_that_arrives_after_forgetting_keeps_no_text_of_it(store: Store) -> None:
    conversation, item = a_conversation(), store.keep(SECRET)
    store.conversations.start(conversation)
    store.items.forget([item.id])
    late = a_turn(conversation, "…", Role.ASSISTANT, citations=(Citation(1, item.id, SECRET, NOW),))
    store.conversations.add_turn(late)
    assert store.conversations.turns(conversation.id)[0].citations[0].text == ""


def test_a_long_forgotten_text_is_nowhere_in_the_files(store: Store) -> None:
    item = store.keep(f"{SECRET}\n\n" * 2000)
    store.items.index_pending(Job())
    store.items.forget([item.id])
    assert _traces(store) == []


def test_a_deleted_conversation_is_nowhere_in_the_files(store: Store) -> None:
    conversation = a_conversation(SECRET)
    store.conversations.start(conversation)
    store.conversations.add_turn(a_turn(conversation, SECRET))
    store.conversations.delete(conversation.id)
    assert _traces(store) == []


def test_a_reader_in_another_thread_does_not_stop_forgetting(store: Store) -> None:
    item = store.keep(SECRET)
    other = Store(store.path)
    with other.database.reading() as connection:
        connection.execute("SELECT count(*) FROM items").fetchall()
        assert store.items.forget([item.id]) == 1
    store.items.index_pending(Job())
    assert _traces(store) == []
