from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from assistant.domain.action import Action, ActionKind
from assistant.domain.item import Item, ItemKind, Language
from assistant.domain.memory import Reason, ReasonKind
from assistant.language.phrases import PHRASES
from assistant.language.task_words import (
    action_words,
    due_words,
    effort_words,
    redone_words,
    start_words,
    task_facts,
    undone_words,
    waiting_words,
)

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))  # a Tuesday
EN, ZH = Language.ENGLISH, Language.CHINESE


def instant(wall: str) -> int:
    return round(datetime.fromisoformat(wall).replace(tzinfo=NOW.tzinfo).timestamp() * 1000)


@pytest.mark.parametrize(
    ("wall", "is_deadline", "english", "chinese"),
    [
        ("2026-11-27 18:00", True, "by Fri", "周五截止"),
        ("2026-11-27 15:30", True, "by Fri 15:30", "周五 15:30 截止"),
        ("2026-11-27 09:00", False, "Fri 09:00", "周五 09:00"),
    ],
)
def test_a_deadline_is_not_an_appointment(wall: str, is_deadline: bool, english: str, chinese: str):
    assert due_words(instant(wall), NOW, EN, is_deadline=is_deadline) == english
    assert due_words(instant(wall), NOW, ZH, is_deadline=is_deadline) == chinese


def test_a_start_names_its_day_and_its_hour_when_there_is_one():
    assert start_words(instant("2026-11-30 00:00"), NOW, EN) == "from Mon"
    assert start_words(instant("2026-11-30 10:00"), NOW, EN) == "from Mon 10:00"
    assert start_words(instant("2026-11-30 00:00"), NOW, ZH) == "周一起"


@pytest.mark.parametrize(
    ("minutes", "english", "chinese"),
    [
        (30, "about 30 min", "约 30 分钟"),
        (120, "about 2 h", "约 2 小时"),
        (90, "about 1 h 30 min", "约 1 小时 30 分钟"),
    ],
)
def test_an_effort_in_hours_and_minutes(minutes: int, english: str, chinese: str):
    assert (effort_words(minutes, EN), effort_words(minutes, ZH)) == (english, chinese)


def test_who_is_waited_for():
    assert waiting_words("Anna", EN) == "waiting for Anna"
    assert waiting_words("Anna", ZH) == "在等 Anna"
    assert waiting_words("王老师", ZH) == "在等王老师"
    assert waiting_words("*", EN) == "waiting for somebody"
    assert waiting_words("", EN) == ""


def test_the_facts_of_a_task():
    item = Item(
        "1", ItemKind.TASK, "x", 0, not_before_ms=instant("2026-11-30 00:00"), waiting_for="Bo", effort_minutes=5
    )

    assert task_facts(item, NOW, EN) == ["from Mon", "waiting for Bo", "about 5 min"]
    assert task_facts(item, NOW, EN, [Reason(ReasonKind.WAITING, 1.0, "Bo")]) == ["from Mon", "about 5 min"]
    assert task_facts(Item("1", ItemKind.TASK, "x", 0, not_before_ms=0), NOW, EN) == []


@pytest.mark.parametrize("kind", list(ActionKind))
def test_every_action_has_words_in_both_languages(kind: ActionKind):
    assert f"action.{kind}" in PHRASES
    one, many = Action(1, kind, 0, ("a",), "call\nAnna"), Action(1, kind, 0, ("a", "b"), "call Anna")

    assert action_words(one, EN).endswith(": call Anna")
    assert action_words(one, ZH).endswith("：call Anna")
    assert "Anna" not in action_words(many, EN)
    for turned, language, colon in ((undone_words, EN, ":"), (redone_words, EN, ":"), (undone_words, ZH, "：")):
        assert turned(one, language).count(colon) == 1  # one sentence has one
        assert PHRASES[f"action.{kind}"][language is ZH] in turned(many, language)
    assert len(action_words(Action(1, kind, 0, ("a",), "x" * 500), EN)) < 90
