from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.domain.action import ActionKind
from assistant.domain.conversation import Citation, Role
from assistant.domain.errors import ItemMissing
from assistant.domain.item import Item, ItemKind
from assistant.domain.memory import LetGoCause, Tombstone, Use, UseKind
from assistant.domain.reminder import OccurrenceState
from assistant.store.actions import MOST_ACTIONS, SqliteActions
from assistant.store.intentions import SqliteIntentions
from assistant.store.passages import SqlitePassages
from assistant.store.trash import SqliteTrash
from tests.integration.stores import NOW, Store, a_conversation, a_turn, an_item, an_occurrence

SECRET = "Zyzzyva's appointment at the quibbleclinic 银杏诊所"
HOUR = 3_600_000


class Journal(Store):
    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.trash = SqliteTrash(self.database)
        self.actions = SqliteActions(self.database)
        self.intentions = SqliteIntentions(self.database)

    def act(self, kind: ActionKind, item: Item, change: Callable[[], object]) -> int:
        number = self.actions.begin(kind, [item.id], NOW)
        change()
        self.actions.settle(number)
        return number

    def dump(self) -> dict[str, list[tuple[object, ...]]]:
        """Every table that a restored item must fill as before, without SQLite's own numbers."""
        columns = {
            "items": "id, kind, text, created_at, due_at, done_at, is_pinned, tags, is_indexed",
            "occurrences": "id, item_id, due_at, zone, wall_time, state, shown_at, answered_at",
            "uses": "item_id, kind, at, amount",
            "tombstones": "item_id, let_go_at, cause, weight",
            "item_versions": "text, replaced_at",
            "intentions": "item_id, kind, occasion, action, state",
            "turns": "id, text, item_id",
            "conversations": "id, title",
            "citations": "turn_number, number, item_id, text",
            "passages": 'position, start, "end", length',
            "passage_terms": "terms",
        }
        with self.database.reading() as connection:
            return {
                table: sorted(connection.execute(f"SELECT {names} FROM {table}").fetchall(), key=repr)
                for table, names in columns.items()
            }


@pytest.fixture
def store(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "store.db")


def _remember_everywhere(store: Journal) -> Item:
    for number in range(5):
        store.keep(f"something else {number} about clinics")
    conversation, item = a_conversation(SECRET[:20] + "…"), replace(an_item(SECRET), tags=("nincompoop",))
    store.conversations.start(conversation)
    store.conversations.add_turn(a_turn(conversation, SECRET, item_id=item.id), item)
    cited = (Citation(1, item.id, SECRET, NOW),)
    store.conversations.add_turn(a_turn(conversation, f"You said: {SECRET} [1]", Role.ASSISTANT, citations=cited))
    store.items.save(
        replace(item, text=f"when I see Zyzzyva, ask about the quibbleclinic {SECRET}!", updated_at_ms=NOW)
    )
    store.occurrences.add(an_occurrence(item))
    store.residents.record([Use(item.id, UseKind.OPENED, NOW)])
    store.residents.replace({item.id: 0.5}, [Tombstone(item.id, NOW, LetGoCause.FADED, 0.1)])
    return item


def test_what_lies_in_the_trash_is_out_of_everything(store: Journal) -> None:
    item = _remember_everywhere(store)
    assert [intention.item_id for intention in store.intentions.recent()] == [item.id]
    assert store.trash.put([item.id, item.id, "nope"], NOW + 1) == 1
    with pytest.raises(ItemMissing):
        store.items.get(item.id)
    assert store.found("quibbleclinic") == []
    assert store.occurrences.claim_due(NOW + HOUR) == store.occurrences.for_item(item.id) == []
    assert store.residents.load() == store.residents.uses([item.id]) == {}
    assert store.intentions.recent() == []
    [conversation] = store.conversations.recent()
    asked, answered = store.conversations.turns(conversation.id)
    assert (conversation.title, asked.text, answered.text, answered.citations[0].text) == ("", "", "", "")
    assert [(each.item.id, each.trashed_at_ms) for each in store.trash.list(limit=9)] == [(item.id, NOW + 1)]
    assert store.trash.count() == 1


def test_the_columns_of_recall_follow_into_the_trash_and_back(store: Journal) -> None:
    item = _remember_everywhere(store)
    passages = SqlitePassages(store.database)
    before = len(passages.table().numbers)
    assert len(passages.postings("zyzzyva")[0]) == 1
    store.trash.put([item.id], NOW)
    assert len(passages.table().numbers) == before - 1
    assert len(passages.postings("zyzzyva")[0]) == 0
    store.trash.restore([item.id])
    assert len(passages.table().numbers) == before
    assert len(passages.postings("zyzzyva")[0]) == 1


def test_what_comes_back_is_as_it_was(store: Journal) -> None:
    item = _remember_everywhere(store)
    before = store.dump()
    store.trash.put([item.id], NOW)
    assert store.dump() != before
    assert store.trash.restore([item.id, "nope"]) == [item.id]
    assert store.dump() == before
    assert store.trash.count() == 0
    assert store.database.check() == []


def test_an_answer_that_cites_two_comes_back_with_the_second(store: Journal) -> None:
    first, second = store.keep("one"), store.keep("two")
    conversation = a_conversation()
    store.conversations.start(conversation)
    cited = (Citation(1, first.id, "one", NOW), Citation(2, second.id, "two", NOW))
    store.conversations.add_turn(a_turn(conversation, "one [1] two [2]", Role.ASSISTANT, citations=cited))
    store.trash.put([first.id], NOW)
    store.trash.put([second.id], NOW)
    store.trash.restore([first.id])
    assert store.conversations.turns(conversation.id)[0].text == ""


def test_a_reminder_that_was_being_shown_waits_among_the_missed(store: Journal) -> None:
    item = store.keep("call Bob")
    store.occurrences.add(an_occurrence(item))
    assert len(store.occurrences.claim_due(NOW + 1)) == 1
    store.trash.put([item.id], NOW)
    store.trash.restore([item.id])
    assert [row.state for row in store.occurrences.for_item(item.id)] == [OccurrenceState.SHOWN]


def _files(store: Store) -> bytes:
    files = [file for file in store.path.parent.iterdir() if file.is_file() and not file.name.endswith("-shm")]
    return b"".join(file.read_bytes() for file in files)


def test_what_is_erased_from_the_trash_is_nowhere_in_the_files(store: Journal) -> None:
    item = _remember_everywhere(store)
    store.act(ActionKind.EDITED, item, lambda: store.items.save(replace(item, text="Zyzzyva again")))
    number = store.act(ActionKind.FORGOTTEN, item, lambda: store.trash.put([item.id], NOW))
    assert b"yzzyva" in _files(store)
    assert store.items.forget([item.id]) == 1
    for trace in (b"yzzyva", b"quibbleclin", "银杏".encode(), b"nincompoop"):
        assert trace not in _files(store)
    assert store.actions.undo(number, NOW) == []
    assert store.actions.recent() == []
    assert store.trash.restore([item.id]) == []


def test_the_old_ones_are_told(store: Journal) -> None:
    old, new = store.keep("old"), store.keep("new")
    store.trash.put([old.id], NOW)
    store.trash.put([new.id], NOW + HOUR)
    assert store.trash.older_than(NOW + HOUR) == [old.id]


def test_an_edit_is_taken_back_with_its_version_and_its_words(store: Journal) -> None:
    item = store.keep("buy porridge")
    before = store.dump()
    number = store.act(
        ActionKind.EDITED, item, lambda: store.items.save(replace(item, text="when I see Li Wei, ask about oats"))
    )
    assert store.found("porridge") == []
    assert store.actions.undo(number, NOW) == [item.id]
    assert store.found("porridge") == ["buy porridge"]
    assert store.dump() == before


def test_done_is_taken_back_with_its_reminders(store: Journal) -> None:
    item = store.keep("call Bob", kind=ItemKind.TASK, due_at_ms=NOW + HOUR)
    store.occurrences.add(an_occurrence(item, NOW + HOUR))
    before = store.dump()

    def complete() -> None:
        store.items.save(replace(item, done_at_ms=NOW))
        [row] = store.occurrences.for_item(item.id)
        store.occurrences.mark(row.id, OccurrenceState.CANCELLED, NOW)

    number = store.act(ActionKind.DONE, item, complete)
    assert store.items.get(item.id).is_done
    store.actions.undo(number, NOW)
    assert store.dump() == before
    assert len(store.occurrences.claim_due(NOW + 2 * HOUR)) == 1


def test_a_reminder_that_came_since_does_not_come_again(store: Journal) -> None:
    item = store.keep("call Bob", kind=ItemKind.TASK, due_at_ms=NOW)
    store.occurrences.add(an_occurrence(item))
    number = store.act(ActionKind.PINNED, item, lambda: store.items.save(replace(item, is_pinned=True)))
    [due] = store.occurrences.claim_due(NOW + 1)
    store.occurrences.mark(due.occurrence.id, OccurrenceState.SHOWN, NOW + 1)
    store.actions.undo(number, NOW)
    assert not store.items.get(item.id).is_pinned
    assert [row.state for row in store.occurrences.for_item(item.id)] == [OccurrenceState.SHOWN]


def test_what_changed_since_in_another_way_stays(store: Journal) -> None:
    item = store.keep("water the plants", kind=ItemKind.TASK, due_at_ms=NOW)
    number = store.act(ActionKind.PINNED, item, lambda: store.items.save(replace(item, is_pinned=True)))
    store.items.save(replace(store.items.get(item.id), due_at_ms=NOW + HOUR))
    store.actions.undo(number, NOW)
    assert store.items.get(item.id) == replace(item, due_at_ms=NOW + HOUR)


def test_a_reminder_that_an_action_added_goes_with_it(store: Journal) -> None:
    item = store.keep("call Bob", kind=ItemKind.TASK)

    def move() -> None:
        store.items.save(replace(item, due_at_ms=NOW + HOUR))
        store.occurrences.add(an_occurrence(item, NOW + HOUR))

    store.actions.undo(store.act(ActionKind.MOVED, item, move), NOW)
    assert store.occurrences.for_item(item.id) == []
    assert store.items.get(item.id) == item


def test_a_process_that_died_in_the_middle_can_take_back_all_the_same(store: Journal) -> None:
    item = store.keep("call Bob")
    number = store.actions.begin(ActionKind.PINNED, [item.id], NOW)
    store.items.save(replace(item, is_pinned=True))
    store.database.close()
    again = Journal(store.path)
    assert [action.number for action in again.actions.recent()] == [number]
    again.actions.undo(number, NOW)
    assert again.items.get(item.id) == item


def test_forgetting_and_restoring_are_each_others_inverse(store: Journal) -> None:
    item = _remember_everywhere(store)
    before = store.dump()
    forgotten = store.act(ActionKind.FORGOTTEN, item, lambda: store.trash.put([item.id], NOW))
    [action] = store.actions.recent()
    assert action.title.startswith("when I see Zyzzyva")
    assert store.actions.undo(forgotten, NOW) == [item.id]
    assert store.dump() == before
    store.trash.put([item.id], NOW)
    restored = store.act(ActionKind.RESTORED, item, lambda: store.trash.restore([item.id]))
    assert store.actions.undo(restored, NOW) == [item.id]
    assert store.trash.count() == 1


def test_an_action_on_something_since_forgotten_is_taken_back_after_that(store: Journal) -> None:
    item = store.keep("call Bob")
    pinned = store.act(ActionKind.PINNED, item, lambda: store.items.save(replace(item, is_pinned=True)))
    forgotten = store.act(ActionKind.FORGOTTEN, item, lambda: store.trash.put([item.id], NOW))
    store.actions.undo(forgotten, NOW)
    assert store.actions.undo(pinned, NOW) == [item.id]
    assert store.items.get(item.id) == item


def test_what_changes_nothing_is_not_in_the_log(store: Journal) -> None:
    item = store.keep("call Bob")
    store.act(ActionKind.PINNED, item, lambda: None)
    assert store.actions.recent() == []


def test_the_log_is_bounded(store: Journal) -> None:
    item = store.keep("call Bob")
    for number in range(MOST_ACTIONS + 5):
        pinned = replace(item, is_pinned=number % 2 == 0)
        store.act(ActionKind.PINNED, item, lambda pinned=pinned: store.items.save(pinned))
    assert len(store.actions.recent(1000)) == MOST_ACTIONS


def test_the_trash_of_an_older_version_can_be_read(store: Journal) -> None:
    item = store.keep("call Bob", tags=("a",))
    number = store.actions.begin(ActionKind.PINNED, [item.id], NOW)
    store.items.save(replace(item, is_pinned=True))
    with store.database.writing() as connection:  # as if these columns had come later
        old = "json_remove(before, '$.whole.item.waiting_for', '$.whole.item.rolls', '$.whole.item.people')"
        connection.execute(f"UPDATE action_items SET before = {old}")
    store.actions.undo(number, NOW)
    assert store.items.get(item.id) == item
    store.trash.put([item.id], NOW)
    with store.database.writing() as connection:
        old = "json_remove(content, '$.item.waiting_for', '$.item.rolls', '$.item.people')"
        connection.execute(f"UPDATE trash SET content = {old}")
    assert store.trash.list(limit=9)[0].item == item
    store.trash.restore([item.id])
    assert store.items.get(item.id) == item
