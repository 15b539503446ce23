from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.domain.item import Draft, ItemKind
from assistant.store.drafts import FileDrafts
from assistant.store.spool import FileSpool
from tests.integration.stores import NOW, an_item, an_occurrence

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()), max_size=60)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "spool.jsonl"


def test_entries_come_back_in_order_until_cleared(path: Path) -> None:
    spool = FileSpool(path)
    assert spool.is_empty()
    assert spool.pending() == []
    spool.clear(["nope"])
    first, second = an_item("first\n\0\ud800"), replace(an_item("second"), tags=("a",), people=("Bob",), is_pinned=True)
    spool.append(first, None)
    spool.append(second, an_occurrence(second))
    [(one, none), (two, occurrence)] = FileSpool(path).pending()
    assert (one, none, two) == (first, None, second)
    assert occurrence is not None
    assert (occurrence.item_id, occurrence.due_at_ms) == (second.id, NOW)
    spool.clear([first.id])
    assert [item for item, _ in spool.pending()] == [second]
    spool.clear([second.id, "nope"])
    assert spool.is_empty()


def test_nobody_else_can_read_the_files(path: Path) -> None:
    FileSpool(path).append(an_item(), None)
    assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(ANY_TEXT)
def test_any_text_comes_back(path: Path, text: str) -> None:
    item = an_item(text)
    FileSpool(path).append(item, None)
    assert FileSpool(path).pending()[-1][0] == item


def test_a_doubled_entry_comes_back_once(path: Path) -> None:
    item = an_item()
    FileSpool(path).append(item, None)
    FileSpool(path).append(item, None)
    assert FileSpool(path).pending() == [(item, None)]


@pytest.mark.parametrize("cut", [1, 2, 30, 200])
def test_a_line_cut_short_is_set_aside_and_the_others_stay(path: Path, cut: int) -> None:
    spool = FileSpool(path)
    items = [an_item(f"note {number}") for number in range(3)]
    for item in items[:2]:
        spool.append(item, None)
    whole = path.read_bytes()
    path.write_bytes(whole[:-cut])
    spool.append(items[2], None)
    # Without its line break alone, a line is still whole.
    kept = items if cut == 1 else [items[0], items[2]]
    assert [item for item, _ in spool.pending()] == kept
    aside = path.with_name("spool.jsonl.damaged")
    assert aside.exists() == (cut > 1)
    if cut > 1:
        assert aside.read_bytes().rstrip(b"\n") in whole
    assert [item for item, _ in FileSpool(path).pending()] == kept


def test_turned_bits_and_foreign_lines_are_set_aside(path: Path) -> None:
    spool = FileSpool(path)
    items = [an_item(f"note {number}") for number in range(2)]
    for item in items:
        spool.append(item, None)
    path.write_bytes(path.read_bytes().replace(b"note 0", b"note X") + b'{"item": 1}\n00000000 {}\n\0\0\0\n')
    spool.clear(["nope"])
    assert [item for item, _ in spool.pending()] == items[1:]
    aside = path.with_name("spool.jsonl.damaged").read_bytes()
    assert b"note X" in aside
    assert aside.count(b"\n") == 3


def test_two_who_append_and_one_who_clears_lose_nothing(path: Path) -> None:
    batches = [[an_item(f"{who} {number}") for number in range(25)] for who in range(2)]
    cleared: list[str] = []

    def append(batch: int) -> None:
        for item in batches[batch]:
            FileSpool(path).append(item, None)

    threads = [Thread(target=append, args=(batch,)) for batch in range(2)]
    for thread in threads:
        thread.start()
    spool = FileSpool(path)
    while any(thread.is_alive() for thread in threads) or not spool.is_empty():
        ids = [item.id for item, _ in spool.pending()]
        spool.clear(ids)
        cleared += ids
    assert sorted(cleared) == sorted(item.id for batch in batches for item in batch)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(ANY_TEXT, st.sampled_from([None, *ItemKind]))
def test_a_draft_comes_back(tmp_path: Path, text: str, kind: ItemKind | None) -> None:
    drafts = FileDrafts(tmp_path / "state" / "draft.json")
    drafts.save(Draft(text, kind))
    assert FileDrafts(tmp_path / "state" / "draft.json").load() == Draft(text, kind)


@pytest.mark.parametrize("content", [None, b"", b"{", b"[]", b'{"text": 1, "kind": "nope"}', b"\xff"])
def test_no_draft_or_a_damaged_one_is_empty(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "draft.json"
    if content is not None:
        path.write_bytes(content)
    assert FileDrafts(path).load() == Draft()
