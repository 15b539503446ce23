"""A vocabulary learned from a few texts cuts both languages, always alike, and never into nothing."""

from __future__ import annotations

import pytest

from assistant.training.vocabulary import UNKNOWN, Pieces, train_vocabulary

ENGLISH = ["call anna about the contract", "the contract is with the insurance", "anna will call about insurance"]
CHINESE = ["给王老师打电话", "王老师的保险合同", "打电话讨论保险合同"]


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    return Pieces(train_vocabulary([(text, 5) for text in ENGLISH + CHINESE], size=90, threads=1))


def spelled(pieces: Pieces, text: str) -> str:
    return "".join(pieces.spelling(piece) for piece in pieces.of([text])[0])


def test_pieces_spell_the_text_in_both_languages(pieces):
    assert spelled(pieces, "Call  Anna") == "▁call▁anna"
    assert spelled(pieces, "给 王老师 打电话") == "给王老师打电话"


def test_a_word_has_the_same_pieces_wherever_it_stands(pieces):
    contract = pieces.of(["contract"])[0]
    assert pieces.of(["call contract"])[0][-len(contract) :] == contract
    insurance = pieces.of(["保险合同"])[0]
    assert pieces.of(["老师的保险合同"])[0][-len(insurance) :] == insurance


def test_an_empty_text_is_one_unknown_piece_and_long_ones_are_cut(pieces):
    assert pieces.of(["", " \n"]) == [[UNKNOWN], [UNKNOWN]]
    assert len(pieces.of(["anna " * 50], most=7)[0]) == 7


def test_the_same_texts_give_the_same_vocabulary():
    texts = [(text, 5) for text in ENGLISH + CHINESE]
    assert train_vocabulary(texts, 90, threads=1) == train_vocabulary(texts, 90, threads=1)
