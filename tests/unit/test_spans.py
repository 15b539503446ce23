"""The learned reading of intentions: laws of the labels, and lines of classes that stand in no wording."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.intention import IntentionKind
from assistant.language.han import simplified
from assistant.language.intentions import read_intention
from assistant.language.spans import LABELS, best_labels, find_spans, free_labels, may_follow
from assistant.language.time_text import fold

_COUNT = len(LABELS)
_WEIGHT = st.integers(-9, 9).map(float)
_ROWS = st.lists(st.lists(_WEIGHT, min_size=_COUNT, max_size=_COUNT), min_size=2, max_size=6)
_FOLLOWING = st.lists(st.lists(_WEIGHT, min_size=_COUNT, max_size=_COUNT), min_size=_COUNT + 1, max_size=_COUNT + 1)


@given(_ROWS, _FOLLOWING)
def test_labels_go_on_only_where_they_began(scores: list[list[float]], following: list[list[float]]) -> None:
    for labels in (free_labels(scores, following), best_labels(scores, following)[0]):
        assert len(labels) == len(scores)
        assert all(may_follow(before, label) for before, label in zip([_COUNT, *labels[:-1]], labels, strict=True))


@given(_ROWS, _FOLLOWING)
def test_an_intention_has_one_action_and_people_or_one_topic(
    scores: list[list[float]], following: list[list[float]]
) -> None:
    labels, _ = best_labels(scores, following)

    assert labels.count(LABELS.index("action")) == 1
    people, topics = labels.count(LABELS.index("person")), labels.count(LABELS.index("topic"))
    assert (people > 0, topics) in ((True, 0), (False, 1))


@given(st.text(max_size=80))
def test_any_text_has_spans_inside_it_or_none(text: str) -> None:
    found = find_spans(text, simplified(fold(text)))

    if found is not None:
        assert all(0 <= start < end <= len(text) for start, end in (*found.occasion, found.action))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("see Tom -> return book", "Tom"),
        ("Katja: the spare key (next time we talk)", "Katja"),
        ("hang on to this till i'm sat with Ingrid again: the receipt", "Ingrid"),
        ("Ask Priya about the invoice next time", "Priya"),
        ("下回要是撞见孙会计，替我想着把收据给她", "孙会计"),
        ("见着许教练那天喊我一声，把护腕还了", "许教练"),
    ],
)
def test_who_is_found_in_ways_of_saying_it_that_no_rule_knows(text: str, who: str) -> None:
    cue = read_intention(text)

    assert cue is not None
    assert (cue.kind, cue.people[0]) == (IntentionKind.PERSON, who)


@pytest.mark.parametrize(
    "text",
    [
        "keep your explanations to one paragraph from this day forward",
        "treat every number you give me as needing a unit",
        "今后解释东西尽量打个比方",
        "跟我讲话别文绉绉的，一直都这样",
    ],
)
def test_a_standing_rule_is_known_by_its_words_where_no_form_is(text: str) -> None:
    cue = read_intention(text)

    assert cue is not None
    assert cue.kind is IntentionKind.RULE
