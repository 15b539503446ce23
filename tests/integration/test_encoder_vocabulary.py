"""A vocabulary made of lists of words cuts both languages, always alike, and never into nothing."""

from __future__ import annotations

import random

import numpy as np
import pytest

from assistant.training.encoder_usage import piece_shares
from assistant.training.vocabulary import UNKNOWN, Pieces, word_vocabulary


def words(count: int) -> dict[str, float]:
    """Made-up English words of two to four syllables, each rarer than the one before."""
    draw = random.Random(0)
    syllables = [first + vowel for first in "bcdfghklmnprstvw" for vowel in "aeiou"]
    made = ["".join(draw.choices(syllables, k=draw.randint(2, 4))) for _ in range(count)]
    return {word: 0.05 / (place + 10) for place, word in enumerate(dict.fromkeys(made))}


ENGLISH = {"call": 0.1, "anna": 0.05, "contract": 0.02, "the": 0.2, "insurance": 0.01, **words(6000)}
CHINESE = {"的": 0.1, "老师": 0.02, "保险": 0.01, "合同": 0.01, "给": 0.05, "打电话": 0.01, "保险合同法律": 0.01}
SIGNS = {"師": 3, "师": 3, "龘": 1}


@pytest.fixture(scope="module")
def vocabulary() -> bytes:
    return word_vocabulary(ENGLISH, CHINESE, SIGNS, size=9000)


@pytest.fixture(scope="module")
def pieces(vocabulary) -> Pieces:
    return Pieces(vocabulary)


def spelled(pieces: Pieces, text: str) -> list[str]:
    return [pieces.spelling(piece) for piece in pieces.of([text])[0]]


def test_words_in_use_are_whole_in_both_languages(pieces):
    assert spelled(pieces, "Call  Anna, the contract") == ["▁call", "▁anna", ",", "▁the", "▁contract"]
    assert spelled(pieces, "给 老师 打电话") == ["给", "老师", "打电话"]


def test_other_words_are_cut_and_nothing_is_lost(pieces):
    assert "".join(spelled(pieces, "Zyxwv 37 師")) == "▁zyxwv▁37師"
    assert "保险合同法律" not in spelled(pieces, "保险合同法律")  # longer than a word


def test_an_ending_is_a_part_of_its_own_where_a_stem_stands_before_it():
    common = {**words(7000), "puppy": 1.3e-5, "puppies": 1.25e-5, "kettle": 1.3e-5, "kettles": 1.25e-5}
    cut = Pieces(word_vocabulary(common, CHINESE, SIGNS, size=9000))
    assert spelled(cut, "kettles") == ["▁kettle", "s"]
    assert spelled(cut, "puppies") == ["▁puppies"]


def test_a_word_has_the_same_pieces_wherever_it_stands(pieces):
    contract = pieces.of(["contract"])[0]
    assert pieces.of(["call contract"])[0][-len(contract) :] == contract
    insurance = pieces.of(["保险合同"])[0]
    assert pieces.of(["老师的保险合同"])[0][-len(insurance) :] == insurance


def test_an_empty_text_is_one_unknown_piece_and_long_ones_are_cut(pieces):
    assert pieces.of(["", " \n"]) == [[UNKNOWN], [UNKNOWN]]
    assert len(pieces.of(["anna " * 50], most=7)[0]) == 7


def test_the_same_words_give_the_same_vocabulary(vocabulary):
    assert word_vocabulary(ENGLISH, CHINESE, SIGNS, size=9000) == vocabulary


def test_a_piece_is_used_as_often_as_its_words_and_marks_as_in_the_texts(pieces):
    in_texts = np.zeros(len(pieces))
    comma, call, anna, teacher = (pieces.of([text])[0][0] for text in (",", "call", "anna", "老师"))
    in_texts[[comma, call]] = 0.5
    shares = piece_shares(pieces, [ENGLISH, CHINESE], in_texts)
    assert shares.sum() == pytest.approx(1)
    assert shares[comma] > shares[call] > shares[anna] > shares[teacher] > 0
    assert shares[call] / shares[anna] == pytest.approx(2)
