from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.item import ItemKind, SearchFilter
from assistant.store import search as searching
from assistant.store.search import SqliteSearch
from tests.integration.stores import NOW, Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store.db")


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteSearch]:
    store = Store(tmp_path_factory.mktemp("search") / "store.db")
    for text in ("call Bob", "买牛奶", '100% "quoted" AND (x*', "🎉", "naïve café", "\0"):
        store.keep(text)
    yield store.search
    store.database.close()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("牛奶", "明天买牛奶"),
        ("牛", "明天买牛奶"),
        ("奶", "明天买牛奶"),
        ("calling", "Call the dentist"),
        ("DENTIST", "Call the dentist"),
        ("cafe", "a naïve CAFÉ"),
        ("🎉", "party 🎉"),
        ("?!", "really?!"),
        ("100%", "100% wool"),
    ],
)
def test_finds(store: Store, query: str, found: str) -> None:
    for text in (
        "明天买牛奶",
        "Call the dentist",
        "a naïve CAFÉ",
        "party 🎉",
        "really?!",
        "100% wool",
        "other",
        "别的",
    ):
        store.keep(text)
    assert store.found(query)[:1] == [found]


def test_empty_text_finds_nothing(store: Store) -> None:
    store.keep("x")
    assert store.found("") == store.found(" \n\t") == store.found("zzz") == []


def test_percent_and_underscore_stand_for_themselves(store: Store) -> None:
    store.keep("100 euro")
    assert store.found("%") == store.found("_") == []


def test_more_shared_and_rarer_words_come_first(store: Store) -> None:
    store.keep("the report about taxes")
    store.keep("the report about Bob and taxes in Rome")
    for number in range(10):
        store.keep(f"report {number}")
    assert store.found("Bob's report about taxes")[:2] == [
        "the report about Bob and taxes in Rome",
        "the report about taxes",
    ]


def test_an_item_of_many_passages_is_found_once(store: Store) -> None:
    text = "\n\n".join(f"Alpha part {number} " + "filler " * 100 for number in range(20))
    store.keep(text)
    assert store.found("alpha") == [text]


def test_pages_follow_each_other(store: Store) -> None:
    for number in range(25):
        store.keep(f"alpha {number}", NOW + number)
    pages = [hit for offset in range(0, 30, 10) for hit in store.found("alpha", limit=10, offset=offset)]
    assert pages == [f"alpha {number}" for number in reversed(range(25))]


def test_filters_limit_both_ways_of_searching(store: Store) -> None:
    store.keep("alpha ?!", NOW, ItemKind.TASK)
    store.keep("alpha ?!!", NOW + 1, is_pinned=True)
    for query in ("alpha", "?!"):
        assert store.found(query, where=SearchFilter(open_only=True)) == ["alpha ?!"]
        assert store.found(query, where=SearchFilter(pinned_only=True)) == ["alpha ?!!"]
        assert store.found(query, where=SearchFilter(kinds=frozenset(ItemKind), after_ms=NOW + 2)) == []
        assert len(store.found(query, where=SearchFilter())) == 2


def test_the_snippet_shows_the_match(store: Store) -> None:
    store.keep("start " + "filler " * 120 + "the needle lies here " + "filler " * 120)
    [hit] = store.search.search("needle", limit=5)
    assert "needle lies here" in hit.snippet
    assert len(hit.snippet) < 200
    assert hit.snippet[0] == hit.snippet[-1] == "…"
    assert hit.score > 0


def test_speaker_and_date_can_be_asked_for(store: Store) -> None:
    store.keep("I adopted a dog", speaker="Melanie")
    store.keep("I adopted a cat", speaker="Caroline")
    assert store.found("what did Melanie adopt")[0] == "I adopted a dog"


def test_words_too_common_to_find_by_still_order_what_is_found(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    counts = {'"rome"': 2, '"report"': 40, '"tax"': 50}
    monkeypatch.setattr(searching, "MOST_RANKED", 10)

    def counted(connection: object, expression: str) -> int:
        del connection
        return counts.get(expression, 90)

    monkeypatch.setattr(searching, "_count", counted)
    store.keep("a report about taxes in Rome")
    store.keep("Rome")
    store.keep("a report about taxes")
    assert store.found("report Rome taxes") == ["a report about taxes in Rome", "Rome"]


def test_a_word_in_most_items_finds_the_newest(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(30):
        store.keep(f"alpha {number}", NOW + number)
    monkeypatch.setattr(searching, "MOST_RANKED", 10)
    assert store.found("alpha", limit=5) == [f"alpha {number}" for number in reversed(range(25, 30))]
    assert len(store.found("alpha", limit=50, where=SearchFilter())) == 30


def test_a_pasted_page_is_a_query(store: Store) -> None:
    store.keep("alpha")
    assert store.found("alpha " + "beta gamma " * 100_000) == ["alpha"]
    assert store.found("?" * 1_000_000) == []


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=30))
def test_no_text_raises(search: SqliteSearch, text: str) -> None:
    search.search(text, limit=3)


_WORDS = ["AND", "OR", "NOT", "NEAR(", "bob", "牛", "\0", "\ud800", "--", "terms:", "🎉", "İ", "\n"]
_PIECES = st.sampled_from([*_WORDS, *"\"'*()^:-+{}[]%_\\; "])


@settings(max_examples=600, deadline=None)
@given(st.lists(_PIECES, max_size=12).map("".join))
def test_no_query_language_raises(search: SqliteSearch, text: str) -> None:
    search.search(text, limit=3, where=SearchFilter(tag=text))
