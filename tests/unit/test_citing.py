"""Numbers in an answer."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.domain.item import Item, ItemKind
from assistant.services.citing import CitationFilter, citations_in

SOURCES = [Item(f"id{number}", ItemKind.NOTE, f"text {number}", number) for number in (1, 2, 3)]


def filtered(pieces: list[str], sources: int = 3) -> str:
    numbers = CitationFilter(sources)
    return "".join(map(numbers.feed, pieces)) + numbers.finish()


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Yes [1].", "Yes [1]."),
        ("Yes [4].", "Yes."),
        ("Yes [0] [99999999].", "Yes [99999999]."),  # too long to be a number of ours; it is only text
        ("Yes [1, 2][7].", "Yes [1][2]."),
        ("Yes [1,9].", "Yes [1]."),
        ("是的【2】。", "是的[2]。"),
        ("a [x] b [", "a [x] b"),
        ("list[1] = x", "list[1] = x"),
        ("  leading", "leading"),
        ("[9]", ""),
        ("end [2", "end"),
        ("so [[9]7].", "so."),
        ("so [7\0].", "so."),
    ],
)
def test_true_numbers_stay_and_made_up_ones_go(said: str, kept: str) -> None:
    assert filtered([said]) == kept


@example(pieces=["[", "77", "\0", "]"])
@example(pieces=["[", "[", "77", "]", "77", "]"])
@given(
    pieces=st.lists(
        st.sampled_from(["[", "]", "1", "2", "77", ",", " ", "a", "【", "】", "\n", "[1]", "\0"]), max_size=25
    )
)
def test_it_does_not_matter_how_the_text_was_cut_into_pieces(pieces: list[str]) -> None:
    whole = filtered(["".join(pieces)])
    assert filtered(pieces) == whole
    assert all(1 <= int(number) <= 3 for number in re.findall(r"\[(\d{1,4})\]", whole))


def test_citations_resolve_to_their_sources_by_number() -> None:
    found = citations_in("b [2] a [1] again [2] none [8]", SOURCES)
    assert [(cited.number, cited.item_id, cited.text) for cited in found] == [
        (1, "id1", "text 1"),
        (2, "id2", "text 2"),
    ]
    assert citations_in("[1]", []) == ()
