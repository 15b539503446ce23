"""Where no rule decides, the words around a name say whether there is contact."""

from __future__ import annotations

import pytest

from assistant.language.contact import is_contact
from assistant.language.contact_english import MARK
from assistant.language.contact_grams import grams, probability
from assistant.training.contact_fit import Turn, fit


def test_a_word_counts_by_its_side_of_the_name() -> None:
    found = grams(f"lunch with {MARK} now")

    assert {"<lunch", ">now", f"with {MARK}"} <= found
    assert ">lunch" not in found


def test_chinese_signs_count_by_their_side_of_the_name() -> None:
    assert {"<约了", "约了|", ">今晚"} <= grams(f"我约了{MARK}今晚")


@pytest.mark.parametrize(
    ("contact", "none"),
    [
        (f"quick hello to {MARK} at the gate now", f"{MARK} was a legend back in those days"),
        (f"刚跟{MARK}打了招呼", f"{MARK}去年就搬家了"),
    ],
)
def test_contact_is_surer_than_hearsay(contact: str, none: str) -> None:
    assert probability(contact) > 0.5 > probability(none)


def test_a_sign_against_contact_stands_whatever_the_words() -> None:
    folded = "lunch with anna is cancelled now"

    assert not is_contact(folded, folded.index("anna"), folded.index("anna") + 4)


def test_what_only_one_writer_says_teaches_nothing() -> None:
    given = [Turn(part, frozenset({"shared", part}), 1.0) for part in "abc"] + [Turn("a", frozenset({"other"}), 0.0)]

    _, weights = fit(given)

    assert set(weights) == {"shared"}
    assert weights["shared"] > 0
