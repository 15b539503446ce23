"""Intentions and rules known by classes of words: none of these lines stands in a wording that is measured on."""

from __future__ import annotations

import pytest

from assistant.domain.intention import IntentionKind
from assistant.language.intentions import read_intention


@pytest.mark.parametrize(
    ("text", "occasion", "action"),
    [
        ("When I go for a walk remind me to post the card", "I go for a walk", "post the card"),
        ("once I'm back on the fence please remind me to buy nails", "I'm back on the fence", "buy nails"),
        (
            "the minute I sit down with the accounts, print the totals",
            "I sit down with the accounts",
            "print the totals",
        ),
        ("我一收拾厨房你就说把窗打开，回回都说", "收拾厨房", "把窗打开"),
    ],
)
def test_an_occasion_ends_where_the_wish_begins(text: str, occasion: str, action: str) -> None:
    cue = read_intention(text)

    assert cue is not None
    assert (cue.occasion, cue.action) == (occasion, action)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("waiting for Nora: the signed lease", "Nora"),
        ("still waiting on my landlord: two keys", "my landlord"),
        ("等陈律师：盖章的协议", "陈律师"),
        ("next time Dr Lam is in touch, ask about the drops", "Dr Lam"),
        ("马师傅要是联系我，提醒我问问工期", "马师傅"),
        ("new habit: every call with Dana I write down the date", "Dana"),
    ],
)
def test_it_waits_for_whom_the_words_name(text: str, who: str) -> None:
    cue = read_intention(text)

    assert cue is not None
    assert (cue.kind, cue.people) == (IntentionKind.PERSON, (who,))


def test_what_is_said_behind_an_action_is_no_part_of_it_but_tells_how_often() -> None:
    cue = read_intention("碰到老马就提醒我带上手套，每次都要")

    assert cue is not None
    assert (cue.action, cue.is_repeating) == ("带上手套", True)


@pytest.mark.parametrize(
    "text",
    [
        "each time you cite a study, name the year",
        "for every translated text, use a formal tone",
        "when correcting my essays, don't remove the jokes",
        "do not ever paraphrase my poems unless I ask",
        "if you aren't certain, say so",
        "没把握就直说，别编",
        "改我的稿子时别动标点，一直这样",
        "以后提建议别超过两个选项",
        "我用法文写你就用法文回",
        "每次列清单都按日期排序",
    ],
)
def test_a_rule_is_known_by_what_it_says_of_the_answers(text: str) -> None:
    cue = read_intention(text)

    assert cue is not None
    assert cue.kind is IntentionKind.RULE


@pytest.mark.parametrize(
    "text",
    [
        "开始擦窗户了，累死我了",
        "got a parcel to post before I go",
        "waiting for the bus: ten minutes already",
        "等公交车：又晚点了",
        "老人说每次下雨膝盖都疼",
        "answer in Chinese",
        "每次出门之前都跟我讲一声，我好锁门",
    ],
)
def test_what_only_looks_like_a_rule_or_an_intention_of_a_person_is_none(text: str) -> None:
    cue = read_intention(text)

    assert cue is None or cue.kind is IntentionKind.TOPIC


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("gonna run into the florist sooner or later and when i do, ask for vases", "the florist"),
        ("when I see Olga, and I mean every time, remind me to pay her", "Olga"),
        ("whenever i'm dealing with my uncle (and i do mean always) i need to keep notes", "my uncle"),
        ("next time it's me and Petra talking, remind me to say sorry", "Petra"),
        ("if Father Simon gets in touch, ask for the hall", "Father Simon"),
        ("下次遇到高经理我得问问尾款，帮我记着", "高经理"),
        ("每次跟伯母说上话，你都提醒我问问她的腰", "伯母"),
    ],
)
def test_a_name_ends_where_other_words_begin(text: str, who: str) -> None:
    cue = read_intention(text)

    assert cue is not None
    assert (cue.people, cue.topic) == ((who,), "")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Give Omar his jacket back when he comes over", "Omar"),
        ("I should thank Mr Patel when I next see him", "Mr Patel"),
        ("bring the drill back to Steve when we next meet up", "Steve"),
        ("Got to tell Kate the date when we're together", "Kate"),
        ("Tell Maya about the leak when she's around", "Maya"),
        ("When Sam's here, show him the wobbly shelf", "Sam"),
        ("Any time Sofia messages me, I need to attach the form", "Sofia"),
        ("The next time Carol is in the office I need to show her the draft", "Carol"),
        ("in case I run into Greta: congratulate her", "Greta"),
        ("Remember to give Zoe the keys at our next meeting", "Zoe"),
        ("I owe Petra 20 euros, remind me when I see her", "Petra"),
        ("when the cleaner comes, ask her to do the windows", "the cleaner"),
    ],
)
def test_who_is_meant_may_stand_in_what_is_to_be_done(text, who):
    cue = read_intention(text)
    assert cue is not None
    assert (cue.kind, cue.people) == (IntentionKind.PERSON, (who,))


@pytest.mark.parametrize(
    "text", ["They are back when it rains", "She's here", "When we're back the shop is closed", "we meet at noon"]
)
def test_a_pronoun_alone_is_no_occasion(text):
    assert read_intention(text) is None


def test_a_meeting_for_no_one_is_a_topic():
    cue = read_intention("bring cake for dessert at our next meeting")
    assert cue is not None
    assert (cue.kind, cue.people) == (IntentionKind.TOPIC, ())
