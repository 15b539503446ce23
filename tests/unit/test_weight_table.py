"""Shipped tables that are damaged or missing: a line is read by the grammar alone, and the doctor can name them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.language import rule_words, spans, weight_table, word_vectors
from assistant.language.intentions import read_intention
from assistant.language.weight_table import TABLES, broken_tables, find_table, read_table
from assistant.language.word_vectors import closeness
from assistant.resources import resource


@pytest.fixture(params=["missing", "empty", "no head", "head of another kind", "cut off", "a byte too many"])
def broken(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path) -> Iterator[None]:
    """All tables broken in one way."""

    def found(folder: str, file: str):
        whole = resource(folder, file).read_bytes()
        data = {
            "empty": b"",
            "no head": b"\x00" + whole,
            "head of another kind": b"[]\n" + whole,
            "cut off": whole[: len(whole) // 2],
            "a byte too many": whole + b"\x00",
        }.get(request.param)
        path = tmp_path / file
        if data is not None:
            path.write_bytes(data)
        return path

    monkeypatch.setattr(weight_table, "resource", found)
    _forget()
    yield
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    for kept in (find_table, spans._weights, word_vectors._table, word_vectors.text_vector):
        kept.cache_clear()
    if hasattr(read_intention, "cache_clear"):
        read_intention.cache_clear()  # pyright: ignore[reportFunctionMemberAccess]


def test_all_that_ship_are_sound():
    assert broken_tables() == ()


def test_a_table_of_another_version_is_refused():
    with pytest.raises(ValueError, match="version"):
        read_table(TABLES[0], rule_words.VERSION + 1)


@pytest.mark.usefixtures("broken")
def test_broken_ones_are_named():
    assert broken_tables() == TABLES


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("line", ["when I talk to Anna, ask about the boat", "下次见到王老师提醒我还书"])
def test_a_line_is_read_by_the_grammar_alone(line: str):
    cue = read_intention(line)
    assert cue is not None
    assert cue.people


@pytest.mark.usefixtures("broken")
def test_nothing_is_near_without_vectors():
    assert closeness("boat", "boat") == 0
