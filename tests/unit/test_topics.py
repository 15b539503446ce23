"""How much of a topic stands in an input, and whether it comes up."""

from __future__ import annotations

import pytest

from assistant.domain.intention import Intention
from assistant.domain.item import Language
from assistant.language.intentions import read_intention
from assistant.language.topic_frames import topic_core
from assistant.memory.inputs import prepare
from assistant.memory.prospection import may_meet, meets, watch
from assistant.memory.topic_weights import WEIGHTS
from assistant.memory.topics import FEATURES, evidence, subject


@pytest.mark.parametrize(
    ("topic", "core"),
    [
        ("I'm next busy with the boiler", "the boiler"),
        ("the rota comes up again", "the rota"),
        ("we get round to the flyer", "the flyer"),
        ("it's about the lease", "the lease"),
        ("轮到我交水费", "交水费"),
        ("每次擦窗户的时候", "擦窗户"),
        ("i", "i"),
    ],
)
def test_a_frame_is_no_part_of_the_topic(topic: str, core: str) -> None:
    assert topic_core(topic.lower()) == core


def _comes_up(intention: str, turn: str) -> bool:
    cue = read_intention(intention)
    assert cue is not None
    wanted = watch(Intention("x", cue, Language.ENGLISH, 0))
    given = prepare(turn, is_own=False)
    return may_meet(given, wanted) and meets(given, wanted, {}, 0) is not None


@pytest.mark.parametrize(
    ("intention", "turn"),
    [
        ("when the boiler comes up, remind me to ask for the receipt", "looking at the boiler tonight"),
        ("next time I mow the lawn, bring the rake", "mowing the lawn now"),
        ("下次理发的时候提醒我带上眼镜", "下午去理个发"),  # the verb and its object part in speech
        ("每次报税都提醒我核对一遍", "今天把税报了"),
        ("next time I file the tax return, check the numbers", "现在开始报税"),
    ],
)
def test_what_is_being_done_sets_its_topic_off(intention: str, turn: str) -> None:
    assert _comes_up(intention, turn)


@pytest.mark.parametrize(
    ("intention", "turn"),
    [
        ("next time I mow the lawn, bring the rake", "he slept on the lawn"),
        ("when I go for a run, remind me to stretch", "the tap is running"),
        ("next time I mow the lawn, bring the rake", "not mowing the lawn today"),
        ("下次理发的时候提醒我带上眼镜", "他的头发真长"),
    ],
)
def test_what_only_shares_a_word_sets_nothing_off(intention: str, turn: str) -> None:
    assert not _comes_up(intention, turn)


def test_every_feature_has_a_weight_and_none_is_left_over() -> None:
    assert set(WEIGHTS) == {"bias", *FEATURES}


def test_evidence_names_the_words_that_met() -> None:
    found = evidence(prepare("off to the Garden centre", is_own=False), subject("i work in the garden"), {}, 0)

    assert found.words == "Garden"
