"""How probably a recalled item answers: what raises it, and when nobody knows."""

from __future__ import annotations

import pytest

from assistant.domain.item import Item, ItemKind, Language
from assistant.domain.memory import Evidence, Footing, Weighed
from assistant.memory.answerable import odds
from assistant.memory.features import COLUMNS, FEATURES

NEED = 0.6
FOOTING = Footing(start=-1.5, weight=0.7, meaning=2.5, other=0.1, other_meaning=2.0, quoted=0.8)


def hit(
    text: str = "The key is in the drawer",
    *,
    weight: float = 0.3,
    meaning: float = 0.2,
    need: float = NEED,
    encoded: float = 1.0,
    covered: float = 0.0,
) -> Weighed:
    columns = [0.0] * len(FEATURES)
    columns[COLUMNS["meaning"]], columns[COLUMNS["has_meaning"]] = meaning, encoded
    columns[COLUMNS["words_covered"]] = covered
    return Weighed(Item("1", ItemKind.NOTE, text, 0), weight, 0.0, evidence=Evidence(tuple(columns), 0.0, need))


def known(found: Weighed, asked_in: Language = Language.ENGLISH) -> float:
    value = odds(found, asked_in, FOOTING)
    assert value is not None
    return value


def test_weight_and_meaning_raise_the_odds() -> None:
    assert known(hit(weight=0.5)) > known(hit(weight=0.3)) > known(hit(weight=0.01))
    assert known(hit(meaning=0.5)) > known(hit(meaning=0.2))


def test_of_the_same_weight_the_other_language_is_believed_more() -> None:
    for text, asked_in in (("钥匙在抽屉里", Language.ENGLISH), ("The key is in the drawer", Language.CHINESE)):
        same = Language.CHINESE if asked_in is Language.ENGLISH else Language.ENGLISH
        assert known(hit(text), asked_in) > known(hit(text), same)


def test_shared_words_take_the_footing_of_the_other_language_away() -> None:
    chinese, shared = hit("决定用 Postgres"), hit("决定用 Postgres", covered=0.5)
    assert known(chinese) > known(shared) == known(hit("Postgres it is"))


@pytest.mark.parametrize("weight", [0.0, 1.0])
def test_the_ends_of_the_scale_are_finite(weight: float) -> None:
    assert -20 < known(hit(weight=weight)) < 20


def test_nobody_knows_where_no_scorer_looked_or_it_knows_too_little() -> None:
    assert odds(Weighed(Item("1", ItemKind.NOTE, "a", 0), 0.9, 0.0), Language.ENGLISH, FOOTING) is None
    assert odds(hit(need=1.0), Language.ENGLISH, FOOTING) is None
    assert odds(hit(encoded=0.0), Language.ENGLISH, FOOTING) is None
    assert odds(hit(), Language.ENGLISH, None) is None


def test_two_notes_without_a_word_in_common_must_at_least_be_alike() -> None:
    # the first note of a young store holds nearly all the weight, whatever is asked
    assert known(hit(weight=0.9, meaning=0.1)) < known(hit(weight=0.01, meaning=0.3))
    assert known(hit(weight=0.9, meaning=0.1, covered=0.5)) > -5
