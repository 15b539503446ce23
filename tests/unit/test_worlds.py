"""The synthetic worlds: repeatable, of many shapes, and each question is answered by what its world says."""

from __future__ import annotations

import pytest

from assistant.domain.item import Language
from assistant.language.detect import detect
from assistant.training import worlds_lexicon as lexicon
from assistant.training.worlds import worlds

MADE = list(worlds(3, 24))


def test_the_same_seed_makes_the_same_worlds():
    assert list(worlds(3, 2)) == MADE[:2]
    assert list(worlds(4, 2)) != MADE[:2]


def test_every_answer_is_an_item_of_its_world():
    for world in MADE:
        ids = {item.id for item in world.items}
        assert len(ids) == len(world.items)
        for question in world.questions:
            assert question.gold
            assert question.gold <= ids


def test_an_answer_names_the_person_asked_about_or_is_said_by_them():
    names = {name for pair in lexicon.PEOPLE for name in pair}
    for world in MADE:
        items = {item.id: item for item in world.items}
        for question in world.questions:
            if question.is_crossing:
                continue
            asked = {name for name in names if name in question.text}
            for item_id in question.gold:
                item = items[item_id]
                assert any(name in item.text or name == item.speaker for name in asked)


def test_shapes_differ():
    assert {any(item.session for item in world.items) for world in MADE} == {True, False}
    assert {bool(world.items[0].speaker) for world in MADE} == {True, False}
    sizes = [len(world.items) for world in MADE]
    assert max(sizes) > 3 * min(sizes)


def test_languages_are_as_they_say():
    seen = {item.language for world in MADE for item in world.items}
    assert seen == {Language.ENGLISH, Language.CHINESE}
    for item in MADE[0].items:
        assert detect(item.text) is item.language


def test_some_minds_change_and_time_goes_on():
    assert any(item.text.startswith(lexicon.CHANGES) for world in MADE for item in world.items)
    for world in MADE:
        stamps = [item.created_at_ms for item in world.items]
        assert stamps == sorted(stamps)


@pytest.mark.parametrize("pattern", lexicon.PATTERNS)
def test_every_sentence_can_be_filled(pattern):
    slots = dict.fromkeys(("who", "thing", "other", "place", "day", "number", "colour", "reason"), "x")
    for forms in pattern[:6]:
        assert forms
        for form in forms:
            assert "{" not in form.format(**slots)
