from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.domain.errors import ItemMissing
from assistant.domain.memory import LetGoCause, Tombstone, Use, UseKind
from assistant.domain.reminder import OccurrenceState
from assistant.store.occurrences import SqliteOccurrences
from assistant.store.processes import is_running, this_process
from tests.integration.stores import NOW, Store, an_item, an_occurrence


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store.db")


def _ledger(store: Store, process: str, *living: str) -> SqliteOccurrences:
    return SqliteOccurrences(store.database, process, lambda mark: mark in living)


def test_an_instant_is_armed_once(store: Store) -> None:
    item = store.keep("call")
    first, second = an_occurrence(item), an_occurrence(item)
    store.occurrences.add(first)
    store.occurrences.add(second)
    assert store.occurrences.for_item(item.id) == [first]
    assert store.occurrences.get(first.id) == first
    assert store.occurrences.next_due_ms() == NOW


def test_what_is_due_together_is_claimed_in_the_order_of_the_items(store: Store) -> None:
    items = sorted((store.keep(name) for name in ("call", "write", "pay")), key=lambda item: item.id)
    for number, item in enumerate(items):
        store.occurrences.add(replace(an_occurrence(item), id=f"row{9 - number}"))
    assert [due.item.id for due in store.occurrences.claim_due(NOW)] == [item.id for item in items]


def test_the_rows_of_an_item_can_be_read_by_state_and_from_an_instant_on(store: Store) -> None:
    item, other = store.keep("call"), store.keep("write")
    rows = [replace(an_occurrence(item), id=f"row{number}", due_at_ms=NOW + number) for number in range(3)]
    for row in (*rows, an_occurrence(other)):
        store.occurrences.add(row)
    store.occurrences.mark("row1", OccurrenceState.SHOWN, NOW + 5)
    read = store.occurrences.for_item
    assert [row.id for row in read(item.id)] == ["row2", "row1", "row0"]
    assert [row.id for row in read(item.id, (OccurrenceState.ARMED,))] == ["row2", "row0"]
    assert [row.id for row in read(item.id, (OccurrenceState.ARMED, OccurrenceState.SHOWN), since_ms=NOW + 1)] == [
        "row2",
        "row1",
    ]
    assert read(item.id, since_ms=NOW + 3) == []


@pytest.mark.parametrize("state", [OccurrenceState.CANCELLED, OccurrenceState.SNOOZED])
def test_what_was_cancelled_or_snoozed_can_be_armed_again(store: Store, state: OccurrenceState) -> None:
    item = store.keep("call")
    first = an_occurrence(item)
    store.occurrences.add(first)
    store.occurrences.mark(first.id, state, NOW + 1)
    store.occurrences.add(replace(an_occurrence(item), wall_time="later"))
    assert store.occurrences.for_item(item.id) == [replace(first, wall_time="later")]


def test_what_was_done_stays_done(store: Store) -> None:
    item = store.keep("call")
    store.occurrences.add(an_occurrence(item))
    store.occurrences.mark(store.occurrences.for_item(item.id)[0].id, OccurrenceState.DONE, NOW + 1)
    store.occurrences.add(an_occurrence(item))
    assert [row.state for row in store.occurrences.for_item(item.id)] == [OccurrenceState.DONE]


def test_what_is_not_there_is_missing(store: Store) -> None:
    with pytest.raises(ItemMissing):
        store.occurrences.add(an_occurrence(an_item()))
    with pytest.raises(ItemMissing):
        store.occurrences.get("nope")
    with pytest.raises(ItemMissing):
        store.occurrences.mark("nope", OccurrenceState.DONE, 1)


def test_due_rows_are_claimed_once_oldest_first(store: Store) -> None:
    late, soon, later = (store.keep(text) for text in ("late", "soon", "later"))
    for item, due in ((soon, NOW), (late, NOW - 60_000), (later, NOW + 1)):
        store.occurrences.add(an_occurrence(item, due))
    claimed = store.occurrences.claim_due(NOW)
    assert [(due.item.text, due.late_ms, due.may_repeat) for due in claimed] == [
        ("late", 60_000, False),
        ("soon", 0, False),
    ]
    assert all(due.occurrence.state is OccurrenceState.PRESENTING for due in claimed)
    assert store.occurrences.claim_due(NOW) == []
    assert [due.item.text for due in store.occurrences.upcoming(NOW)] == ["later"]
    assert store.occurrences.next_due_ms() == NOW + 1


def test_shown_rows_wait_for_an_answer(store: Store) -> None:
    item = store.keep("call")
    store.occurrences.add(an_occurrence(item))
    [due] = store.occurrences.claim_due(NOW + 5)
    store.occurrences.mark(due.occurrence.id, OccurrenceState.SHOWN, NOW + 7)
    assert store.occurrences.claim_due(NOW + 8) == []
    [waiting] = store.occurrences.unanswered()
    assert (waiting.late_ms, waiting.occurrence.shown_at_ms) == (7, NOW + 7)
    store.occurrences.mark(due.occurrence.id, OccurrenceState.DONE, NOW + 9)
    assert store.occurrences.unanswered() == []
    row = store.occurrences.get(due.occurrence.id)
    assert (row.shown_at_ms, row.answered_at_ms) == (NOW + 7, NOW + 9)


def test_a_row_left_by_a_dead_process_comes_once_more_and_says_so(store: Store) -> None:
    store.occurrences.add(an_occurrence(store.keep("call")))
    assert len(_ledger(store, "first").claim_due(NOW)) == 1
    assert _ledger(store, "second", "first").claim_due(NOW) == []
    [again] = _ledger(store, "second").claim_due(NOW)
    assert again.may_repeat
    assert _ledger(store, "third", "second").claim_due(NOW) == []


def test_a_row_that_two_processes_died_over_waits_among_the_missed(store: Store) -> None:
    store.occurrences.add(an_occurrence(store.keep("call")))
    _ledger(store, "first").claim_due(NOW)
    _ledger(store, "second").claim_due(NOW)
    assert _ledger(store, "third").claim_due(NOW + 3) == []
    assert [due.late_ms for due in store.occurrences.unanswered()] == [3]


def test_the_mark_of_a_process_dies_with_it() -> None:
    code = "import sys; from assistant.store.processes import this_process; print(this_process(), flush=True); input()"
    child = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert child.stdout
    mark = child.stdout.readline().strip()
    assert is_running(mark)
    child.communicate("\n")
    assert not is_running(mark)
    assert is_running(this_process())
    assert not is_running("another-boot/1/1")
    assert not is_running("nonsense")


def test_uses_come_back_oldest_first(store: Store) -> None:
    one, two = store.keep("one"), store.keep("two")
    uses = [Use(one.id, UseKind.OPENED, 5, 0.5), Use(one.id, UseKind.CITED, 2), Use(two.id, UseKind.ASKED, 9)]
    store.residents.record([*uses, Use("forgotten meanwhile", UseKind.ASKED, 1)])
    store.residents.record([])
    assert store.residents.uses([one.id, "nope"]) == {one.id: [uses[1], uses[0]]}
    assert store.residents.recently_used(0, 5) == [two.id, one.id]
    assert store.residents.recently_used(6, 5) == [two.id]
    assert store.residents.recently_used(0, 1) == [two.id]


def test_residents_are_replaced_whole_and_leave_tombstones(store: Store) -> None:
    one, two = store.keep("one"), store.keep("two")
    stone = Tombstone(one.id, 7, LetGoCause.FADED, 0.01)
    store.residents.replace({one.id: 0.2, two.id: 0.9, "nope": 1.0}, [])
    assert list(store.residents.load().items()) == [(two.id, 0.9), (one.id, 0.2)]
    store.residents.replace({two.id: 0.8}, [stone, replace(stone, item_id="nope")])
    assert store.residents.load() == {two.id: 0.8}
    store.residents.replace({}, [replace(stone, item_id=two.id, let_go_at_ms=9)])
    assert [stone.item_id for stone in store.residents.tombstones()] == [two.id, one.id]
    assert len(store.residents.tombstones(1)) == 1
