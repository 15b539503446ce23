"""Ids short enough to be typed, and how they stand on lines of any script."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.cli.output import columns
from assistant.cli.short_ids import SHORT, short_ids, with_ids_at_end
from assistant.domain.identity import numbered_id

_IDS = st.builds(numbered_id, st.integers(0, 2**41), st.integers(0, 2**80 - 1))


@given(st.lists(_IDS, max_size=8))
def test_short_ids_tell_what_they_stand_for(ids: list[str]):
    short = short_ids(ids)

    assert len(set(short.values())) == len(set(ids))
    assert all(whole.endswith(end) and len(end) >= SHORT for whole, end in short.items())


def test_equal_ends_grow_until_they_differ():
    first, second = numbered_id(0, 1), numbered_id(0, 1 + 32**7)

    assert short_ids([first, second]) == {first: "00000001", second: "10000001"}
    assert short_ids([first, first]) == {first: "000001"}


def test_ids_stand_below_each_other_in_both_scripts():
    ids = [numbered_id(0, number) for number in range(3)]
    told = [
        ("Kept · Note: tea", ids[0]),
        ("已记下 · 笔记：买茶叶", ids[1]),
        ("a line of its own", ""),
        ("x" * 90, ids[2]),
    ]

    lines = with_ids_at_end(told)

    assert lines == [
        "Kept · Note: tea       000000",
        "已记下 · 笔记：买茶叶  000001",
        "a line of its own",
        f"{'x' * 90}  000002",
    ]
    assert columns(lines[0]) == columns(lines[1]) == 29


def test_a_terminal_gives_a_mark_no_column_of_its_own():
    assert columns("cafe\u0301") == 4
    assert columns("茶 tea") == 6
