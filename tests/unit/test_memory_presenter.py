"""Paging and filters of the Memory screen."""

from __future__ import annotations

from assistant.domain.item import Found, Item, ItemKind
from assistant.ui.memory_presenter import PAGE, MemoryPresenter, tags_in


def _rows(start: int, count: int) -> list[Found]:
    return [Found(Item(str(n), ItemKind.NOTE, f"note {n}", n), 1.0) for n in range(start, start + count)]


def test_pages_follow_each_other_until_one_is_short() -> None:
    memory = MemoryPresenter()
    memory.arrived(memory.first_page(), _rows(0, PAGE))
    second = memory.next_page()
    assert second is not None
    assert second.offset == PAGE
    assert memory.next_page() is None  # one at a time
    memory.arrived(second, _rows(PAGE, 3))
    assert memory.is_whole
    assert memory.next_page() is None
    assert len(memory.rows) == PAGE + 3


def test_rows_of_an_older_query_are_dropped() -> None:
    memory = MemoryPresenter()
    old = memory.first_page()
    memory.text = "anna"
    new = memory.first_page()
    assert memory.arrived(old, _rows(0, 5)) is None
    assert memory.arrived(new, _rows(5, 2)) == _rows(5, 2)


def test_a_row_that_moved_between_pages_is_shown_once() -> None:
    memory = MemoryPresenter()
    memory.arrived(memory.first_page(), _rows(0, PAGE))
    page = memory.next_page()
    assert page is not None
    assert memory.arrived(page, _rows(PAGE - 1, 3)) == _rows(PAGE, 2)


def test_an_edited_item_is_replaced_in_place() -> None:
    memory = MemoryPresenter()
    memory.arrived(memory.first_page(), _rows(0, 3))
    assert memory.replace(Item("1", ItemKind.NOTE, "changed", 1)) == 1
    assert memory.rows[1].item.text == "changed"
    assert memory.replace(Item("9", ItemKind.NOTE, "unknown", 1)) == -1


def test_a_typed_tag_is_a_filter() -> None:
    assert tags_in("budget tag:#work draft") == ("budget draft", "work")
    assert tags_in("no  tags here") == ("no  tags here", None)
    assert tags_in("tag:") == ("tag:", None)
