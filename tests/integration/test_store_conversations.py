from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.domain.conversation import AnswerNotice, Citation, Role, TurnState
from assistant.domain.errors import ItemMissing
from tests.integration.stores import NOW, Store, a_conversation, a_turn, an_item


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store.db")


def test_a_turn_and_its_item_are_kept_together(store: Store) -> None:
    conversation, item = a_conversation(), an_item("what about Bob?")
    turn = a_turn(conversation, item.text, item_id=item.id, at_ms=NOW + 3)
    with pytest.raises(ItemMissing):
        store.conversations.add_turn(turn, item)
    assert store.items.count() == 0
    store.conversations.start(conversation)
    store.conversations.start(conversation)
    store.conversations.add_turn(turn, item)
    assert store.conversations.turns(conversation.id) == [turn]
    assert store.found("Bob") == ["what about Bob?"]
    assert store.conversations.recent() == [replace(conversation, updated_at_ms=NOW + 3)]


def test_an_answer_grows_and_ends_with_its_sources(store: Store) -> None:
    conversation, source = a_conversation(), store.keep("Bob lives in Rome\0 \U0001f600")
    store.conversations.start(conversation)
    turn = a_turn(conversation, "", Role.ASSISTANT, state=TurnState.INTERRUPTED)
    store.conversations.add_turn(turn)
    for text in ("In", "In Rome"):
        store.conversations.update_turn(replace(turn, text=text))
    assert store.conversations.turns(conversation.id)[0].text == "In Rome"
    whole = replace(
        turn,
        text="In Rome [1] [2]",
        state=TurnState.COMPLETE,
        citations=(Citation(1, source.id, source.text, NOW), Citation(2, source.id, "again", NOW)),
        model="tiny",
        notice=AnswerNotice.MODEL_CRASHED,
    )
    store.conversations.update_turn(whole)
    assert store.conversations.turns(conversation.id) == [whole]
    assert store.items.count_citations([source.id, "nope"]) == 2
    with pytest.raises(ItemMissing):
        store.conversations.update_turn(replace(turn, id="nope"))


def test_conversations_are_listed_by_last_use(store: Store) -> None:
    first, second = a_conversation("first"), a_conversation("second")
    store.conversations.start(first)
    store.conversations.start(second)
    assert [row.title for row in store.conversations.recent()] == ["second", "first"]
    store.conversations.add_turn(a_turn(first, "x", at_ms=NOW + 1))
    assert [row.title for row in store.conversations.recent(1)] == ["first"]


def test_deleting_a_conversation_leaves_the_users_items(store: Store) -> None:
    conversation, item = a_conversation(), an_item("what about Bob?")
    store.conversations.start(conversation)
    store.conversations.add_turn(a_turn(conversation, item.text, item_id=item.id), item)
    answer = a_turn(conversation, "unknown", Role.ASSISTANT, citations=(Citation(1, item.id, "x", NOW),))
    store.conversations.add_turn(answer)
    store.conversations.delete(conversation.id)
    assert store.conversations.recent() == store.conversations.turns(conversation.id) == []
    assert store.items.count_citations([item.id]) == 0
    assert store.items.get(item.id) == item
